"""Sentences about who took a position in a vote, how many did, its figures; each with a twin that it refutes."""

from collections.abc import Iterator, Sequence
from random import Random

from onrecord.claims.naming import joined
from onrecord.claims.relation import Sample
from onrecord.claims.votes.drawing import a_day, a_name, a_situation, a_symbol, single_votes, sound_votes, took
from onrecord.claims.votes.samples_positions import filled
from onrecord.record.ballots import Ballot
from onrecord.record.store import Record
from onrecord.vocabulary.positions import LISTED, Position
from onrecord.vocabulary.states import RegionalGroup

Y, N, A, X = LISTED
_DID = {
    Y: ("voted in favour of", "voted for", "supported", "backed", "voted yes on"),
    N: ("voted against", "opposed", "cast negative votes on", "said no to", "voted no on"),
    A: (
        "abstained on",
        "abstained from voting on",
        "abstained in the vote on",
        "chose to abstain on",
        "sat on the fence on",
    ),
    X: (
        "were absent for the vote on",
        "missed the vote on",
        "were absent from the vote on",
        "were not present for the vote on",
        "were away for the vote on",
    ),
}
_TO = {
    Y: ("vote in favour of", "support", "vote for", "back", "vote yes on"),
    N: ("vote against", "oppose", "vote no on", "say no to", "cast a negative vote on"),
    A: ("abstain on", "abstain from voting on", "abstain in the vote on", "choose to abstain on", "opt to abstain on"),
}
_BY = {Y: ("supported by", "backed by"), N: ("opposed by", "voted against by")}
_NOUNS = ("members", "states", "countries", "members of the Council", "member states", "delegations")
_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_GROUPS = {
    RegionalGroup.AG: ("African States", "African members", "members of the African Group", "African countries"),
    RegionalGroup.APG: ("Asia-Pacific States", "members of the Asia-Pacific Group", "Asia-Pacific members"),
    RegionalGroup.EEG: ("Eastern European States", "Eastern European members", "members of the Eastern European Group"),
    RegionalGroup.GRULAC: (
        "Latin American and Caribbean States",
        "members of GRULAC",
        "Latin American and Caribbean members",
    ),
    RegionalGroup.WEOG: ("Western European and other States", "members of WEOG", "WEOG members"),
}


def _a_text(record: Record, chance: Random) -> tuple[Ballot, str, str]:
    """Return a vote, the text's name in words, and its date, empty where the name does without."""
    if chance.random() < 0.5:
        ballot = chance.choice(single_votes(record))
        return ballot, a_situation(record, ballot.subjects[0], chance), a_day(ballot.date, chance)
    ballot = chance.choice([b for b in sound_votes(record) if b.kind not in {"motion", "amendment"}])
    return ballot, a_symbol(ballot, chance), a_day(ballot.date, chance) if chance.random() < 0.5 else ""


def _forms(forms: Sequence[str], when: str) -> list[str]:
    """Return the forms that can be said: those that open with a date only where there is one."""
    return [f for f in forms if when or "{W}" not in f]


def _in_words(n: int, chance: Random) -> str:
    return _WORDS[n - 1] if 0 < n <= len(_WORDS) and chance.random() < 0.4 else str(n)


_NUMBER = (
    "{n} {who} {did} {T}{w}.",
    "{W}, {n} {who} {did} {T}.",
    "Exactly {n} {who} {did} {T}{w}.",
    "In all, {n} {who} {did} {T}{w}.",
    "A total of {n} {who} {did} {T}{w}.",
)
_BY_NUMBER = ("{T} was {by} {n} {who}{w}.", "{W}, {T} was {by} {n} {who}.")


def number(record: Record, chance: Random) -> Iterator[Sample]:
    """Yield how many members took a position; the twin gives another number."""
    while True:
        ballot, text, when = _a_text(record, chance)
        position = chance.choice([p for p in LISTED if len(took(ballot, p)) > 1])
        n = len(took(ballot, position))
        wrong = chance.choice([k for k in (n - 3, n - 2, n - 1, n + 1, n + 2, n + 5) if 1 < k <= len(ballot.members)])
        forms = _NUMBER + (_BY_NUMBER if position in _BY else ())
        form = chance.choice(_forms(forms, when))
        words = {
            "did": chance.choice(_DID[position]),
            "by": chance.choice(_BY.get(position, ("",))),
            "who": chance.choice(_NOUNS),
            "T": text,
        }
        said, twin = (filled(form, chance, when, n=_in_words(k, chance), **words) for k in (n, wrong))
        yield Sample(said, twin, "votes", "number of voters")


_ONLY = (
    "Only {S} {did} {T}{w}.",
    "{W}, only {S} {did} {T}.",
    "The only members to {to} {T}{w} were {S}.",
    "{S} were the only members to {to} {T}{w}.",
    "{n} members, namely {S}, {did} {T}{w}.",
    "{S} were the only states to {to} {T}{w}.",
)


def exactly_whom(record: Record, chance: Random) -> Iterator[Sample]:
    """Yield exactly who took a position; in the twin another member stands for one of them."""
    while True:
        ballot, text, when = _a_text(record, chance)
        positions = [p for p in (Y, N, A) if 2 <= len(took(ballot, p)) <= 6]
        if not positions:
            continue
        position = chance.choice(positions)
        those = took(ballot, position)
        chance.shuffle(those)
        form = chance.choice(_forms(_ONLY, when))
        words = {"did": chance.choice(_DID[position]), "to": chance.choice(_TO[position]), "T": text}
        names = [a_name(record, s, ballot.date, chance) for s in those]
        said = filled(form, chance, when, S=joined(names), n=str(len(those)), **words)
        other = chance.choice(sorted(ballot.members - set(those)))
        names[chance.randrange(len(names))] = a_name(record, other, ballot.date, chance)
        twin = filled(form, chance, when, S=joined(names), n=str(len(those)), **words)
        yield Sample(said, twin, "votes", "exactly whom")


_AMONG = (
    "{n} members, {S} among them, {did} {T}{w}.",
    "{n} members {did} {T}{w}, including {S}.",
    "{n} states, including {S}, {did} {T}{w}.",
    "{n} members {did} {T}{w}, {S} among them.",
    "{n} countries, among them {S}, {did} {T}{w}.",
    "{W}, {n} members {did} {T}, including {S}.",
)


_ALONE = (
    "Only {S} {did} {T}{w}.",
    "{W}, only {S} {did} {T}.",
    "{S} was the only member to {to} {T}{w}.",
    "The only member to {to} {T}{w} was {S}.",
    "{S} was the sole state to {to} {T}{w}.",
    "{S} alone {did} {T}{w}.",
)


def alone(record: Record, chance: Random) -> Iterator[Sample]:
    """Yield which member was alone in a position; the twin says so of one that was not alone."""
    votes = [b for b in sound_votes(record) if b.kind == "resolution"]
    single = [(b, p) for b in votes for p in (N, A) if len(took(b, p)) == 1]
    shared = [(b, p) for b in votes for p in (N, A) if 1 < len(took(b, p)) < 20]
    while True:
        said = [_alone(record, chance, *chance.choice(pairs)) for pairs in (single, shared)]
        yield Sample(said[0], said[1], "votes", "alone")


def _alone(record: Record, chance: Random, ballot: Ballot, position: Position) -> str:
    when = a_day(ballot.date, chance) if chance.random() < 0.5 else ""
    name = a_name(record, chance.choice(took(ballot, position)), ballot.date, chance)
    words = {"did": chance.choice(_DID[position]), "to": chance.choice(_TO[position])}
    return filled(chance.choice(_forms(_ALONE, when)), chance, when, S=name, T=a_symbol(ballot, chance), **words)


def among_them(record: Record, chance: Random) -> Iterator[Sample]:
    """Yield a number of voters with some of their names; in the twin one of those named did something else."""
    while True:
        ballot, text, when = _a_text(record, chance)
        position = chance.choice([p for p in (Y, N, A) if len(took(ballot, p)) > 3] or [Y])
        those, n = took(ballot, position), len(took(ballot, position))
        rest = sorted(ballot.members - set(those))
        if n < 4 or not rest:
            continue
        form, words = chance.choice(_forms(_AMONG, when)), {"did": chance.choice(_DID[position]), "T": text}
        names = [a_name(record, s, ballot.date, chance) for s in chance.sample(those, chance.randint(1, 3))]
        said = filled(form, chance, when, S=joined(names), n=_in_words(n, chance), **words)
        names[-1] = a_name(record, chance.choice(rest), ballot.date, chance)
        yield Sample(
            said, filled(form, chance, when, S=joined(names), n=_in_words(n, chance), **words), "votes", "among them"
        )


_OF_GROUP = (
    "{q} {G} {did} {T}{w}.",
    "{W}, {q} {G} {did} {T}.",
    "In the vote on {T}{w}, {q} {G} {to}.",
)
_SHARES = ("All the", "None of the", "Most of the")
_PAST = {Y: "voted in favour", N: "voted against", A: "abstained"}


def of_a_group(record: Record, chance: Random) -> Iterator[Sample]:
    """Yield how the members of a regional group voted; the twin says so of another share of them."""
    while True:
        ballot, text, when = _a_text(record, chance)
        group, position = chance.choice(list(RegionalGroup)), chance.choice((Y, N, A))
        seats = [s for s in ballot.members if record.gazetteer.group(s, ballot.date) == group]
        n = sum(ballot.position(s) is position for s in seats)
        true = [n == len(seats) > 0, n == 0, 2 * n > len(seats)]
        if not seats or not any(true):
            continue
        right = chance.choice([q for q, so in zip(_SHARES, true, strict=True) if so])
        wrong = chance.choice([q for q, so in zip(_SHARES, true, strict=True) if not so])
        form = chance.choice(_forms(_OF_GROUP, when))
        words = {"G": chance.choice(_GROUPS[group]), "did": chance.choice(_DID[position]), "to": _PAST[position]}
        said, twin = (
            filled(form, chance, when, q=q if form.startswith("{q}") else q.lower(), T=text, **words)
            for q in (right, wrong)
        )
        yield Sample(said, twin, "votes", "share of a group")


_NUMBER_OF_GROUP = (
    "{n} {G} {did} {T}{w}.",
    "{W}, {n} {G} {did} {T}.",
    "{n} of the {of} {G} {did} {T}{w}.",
    "{W}, {n} of the {of} {G} {did} {T}.",
    "At least {n} {G} {did} {T}{w}.",
)


def number_of_a_group(record: Record, chance: Random) -> Iterator[Sample]:
    """Yield how many members of a regional group took a position; the twin has one more."""
    while True:
        ballot, text, when = _a_text(record, chance)
        group, position = chance.choice(list(RegionalGroup)), chance.choice((Y, N, A))
        seats = [s for s in ballot.members if record.gazetteer.group(s, ballot.date) == group]
        n = sum(ballot.position(s) is position for s in seats)
        if n < 2:
            continue
        form = chance.choice(_forms(_NUMBER_OF_GROUP, when))
        words = {"G": chance.choice(_GROUPS[group]), "did": chance.choice(_DID[position]), "of": str(len(seats))}
        said, twin = (filled(form, chance, when, n=_in_words(k, chance), T=text, **words) for k in (n, n + 1))
        yield Sample(said, twin, "votes", "number of a group")


_BUT = (
    "All members but {S} {did} {T}{w}.",
    "All members except {S} {did} {T}{w}.",
    "Every member apart from {S} {did} {T}{w}.",
    "{W}, all members but {S} {did} {T}.",
    "All members of the Council except {S} {did} {T}{w}.",
)


def all_but(record: Record, chance: Random) -> Iterator[Sample]:
    """Yield that all members but a few took a position; the twin excepts one that did take it."""
    votes = [b for b in sound_votes(record) if b.kind == "resolution" and len(took(b, Y)) >= len(b.members) - 5]
    while True:
        ballot = chance.choice(votes)
        rest = sorted(ballot.members - set(took(ballot, Y)))
        if not rest:
            continue
        when = a_day(ballot.date, chance) if chance.random() < 0.5 else ""
        form = chance.choice(_forms(_BUT, when))
        words = {"did": chance.choice(_DID[Y]), "T": a_symbol(ballot, chance)}
        names = [a_name(record, s, ballot.date, chance) for s in rest]
        said = filled(form, chance, when, S=joined(names), **words)
        names[0] = a_name(record, chance.choice(took(ballot, Y)), ballot.date, chance)
        yield Sample(said, filled(form, chance, when, S=joined(names), **words), "votes", "all but")
