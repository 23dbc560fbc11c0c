"""Sentences about how often a state supported texts in a year, from random years, each with a twin that is false."""

from collections.abc import Iterator, Sequence
from datetime import date
from random import Random

from onrecord.claims.naming import capital, joined
from onrecord.claims.relation import Sample
from onrecord.claims.votes.drawing import a_name, situation_name
from onrecord.claims.votes.samples_positions import all_or_nothing, filled
from onrecord.claims.votes.shares_chosen import country_votes
from onrecord.measures.constancy import usual_positions
from onrecord.record.ballots import Ballot
from onrecord.record.store import Record
from onrecord.vocabulary.positions import LISTED, Position
from onrecord.vocabulary.situations import PALESTINE, Selection

Y, N, A, X = LISTED
_DID = {
    Y: ("voted in favour of", "supported", "backed", "voted for"),
    N: ("voted against", "opposed", "said no to", "voted no on"),
    A: ("abstained on", "chose to abstain on", "abstained from voting on", "opted to abstain on"),
}
_AMOUNT = (
    "{S} {did} {n} of the {of} country texts {sel}{w}.",
    "{W}, {S} {did} {n} of {of} country texts {sel}.",
    "{S} {did} {n} of the {of} country texts {sel}{w} ({p} per cent).",
    "{W}, {S} {did} {p} per cent of country texts {sel}.",
    "{S} {did} {n} out of {of} country texts {sel}{w}.",
    "{S} {did} {p} per cent of the country texts {sel}{w}.",
)
_SELECTIONS = {
    Selection.VOTES_COUNT: ("outside item 7", "as Votes Count takes them", "other than under agenda item 7"),
    Selection.ALL: ("under any agenda item", "item 7 included"),
    Selection.YOUR_HRC: ("as yourHRC takes them",),
}


def _of_year(record: Record, year: int) -> list[Ballot]:
    return [b for b in country_votes(record) if b.date.year == year and b.date_precision == "day"]


def _known(votes: Sequence[Ballot], state: str) -> list[Position]:
    """Return a state's positions in their order; none where one is in doubt, unknown, or it was no member."""
    if any(b.doubtful(state) or b.position(state) not in LISTED for b in votes):
        return []
    return [p for b in votes if (p := b.position(state)) in LISTED]


def _state_and_votes(record: Record, chance: Random, selection: Selection) -> tuple[str, int, list[Ballot]]:
    while True:
        year = chance.choice(range(2008, 2026))
        votes = [b for b in _of_year(record, year) if b.selected(selection)]
        if len(votes) < 3:
            continue
        state = chance.choice(sorted(votes[0].members & votes[-1].members))
        if _known(votes, state):
            return state, year, votes


def amounts(record: Record, chance: Random) -> Iterator[Sample]:
    """Yield on how many of a year's country texts a state took a position; the twin gives another number."""
    while True:
        selection = chance.choice(list(_SELECTIONS))
        state, year, votes = _state_and_votes(record, chance, selection)
        position = chance.choice((Y, N, A))
        n, of = _known(votes, state).count(position), len(votes)
        wrong = n + chance.choice((-1, 1))
        if not 0 < n < of or not 0 < wrong <= of:
            continue
        form = chance.choice(_AMOUNT)
        words = {
            "S": a_name(record, state, date(year, 12, 31), chance),
            "did": chance.choice(_DID[position]),
            "sel": chance.choice(_SELECTIONS[selection]),
            "of": str(of),
        }
        said, twin = (filled(form, chance, f"in {year}", n=str(k), p=str(_percent(k, of)), **words) for k in (n, wrong))
        if _percent(n, of) != _percent(wrong, of):
            yield Sample(said, twin, "votes", "amount")


def _percent(n: int, of: int) -> int:
    return (200 * n + of) // (2 * of)


_ITEMS = (("2",), ("4",), ("2", "4"), ("2", "4", "10"), ("7",))


def under_items(record: Record, chance: Random) -> Iterator[Sample]:
    """Yield how a state voted on all of a year's country resolutions under some agenda items."""
    while True:
        items, year = chance.choice(_ITEMS), chance.choice(range(2008, 2026))
        votes = [b for b in _of_year(record, year) if b.kind == "resolution" and b.agenda_item in items]
        if len(votes) < 2:
            continue
        state = chance.choice(sorted(votes[0].members))
        positions = _known(votes, state)
        if not positions or len(set(positions)) > 1:
            continue
        under = f"under agenda item{'s' * (len(items) > 1)} {joined(items)}"
        some = chance.choice(("all the", "all", f"all {len(votes)}"))
        noun = chance.choice(("country resolutions", "resolutions on country situations"))
        yield all_or_nothing(record, chance, state, positions[0], f"{some} {noun} {under}", year)


_SHORT = {Y: "in favour", N: "against", A: "abstained", X: "absent"}
_USUAL = (
    "{S}'s usual position on {on} in {y} was {p}.",
    "{S}'s usual vote on {on} in {y} was {p}.",
    "In {y}, {S}'s usual position on {on} was {p}.",
    "{S}'s usual position on {on} was {p} in {y}.",
    "In {y} {S}'s usual stance on {on} was {p}.",
)


def usual_of_a_year(record: Record, chance: Random) -> Iterator[Sample]:
    """Yield a state's most frequent position on a situation in a year; the twin gives another."""
    while True:
        state, year, votes = _state_and_votes(record, chance, Selection.ALL)
        found = {s: u for s, u in usual_positions(votes, state).items() if s != PALESTINE and len(u.positions) == 1}
        if not found:
            continue
        subject = chance.choice(sorted(found))
        right = found[subject].positions[0]
        wrong = chance.choice([p for p in LISTED if p is not right])
        form = chance.choice(_USUAL)
        words = {
            "S": a_name(record, state, date(year, 12, 31), chance),
            "on": situation_name(record, subject),
            "y": str(year),
        }
        said, twin = (capital(form.format(p=_SHORT[p], **words)) for p in (right, wrong))
        yield Sample(said, twin, "votes", "usual position")
