"""How votes, positions and sets of texts read in a sentence."""

from collections.abc import Sequence

from onrecord.claims.evidence import row
from onrecord.claims.naming import day, joined, many, state_name, when
from onrecord.claims.typed import Quantifier, Texts
from onrecord.claims.votes.typed import Stance
from onrecord.record.ballots import Ballot
from onrecord.record.store import Record
from onrecord.vocabulary.positions import Position
from onrecord.vocabulary.verdicts import Evidence

DID = {
    Stance.YES: "voted in favour of",
    Stance.NO: "voted against",
    Stance.ABSTAIN: "abstained on",
    Stance.ABSENT: "was absent for the vote on",
    Stance.NOT_YES: "did not vote for",
    Stance.NOT_NO: "did not vote against",
    Stance.NOT_VOTING: "did not vote on",
    Stance.RESISTED: "resisted",
}
TOOK = {
    Position.YES: "voted in favour",
    Position.NO: "voted against",
    Position.ABSTAIN: "abstained",
    Position.ABSENT: "was absent",
    Position.NOT_A_MEMBER: "was not a member of the Council",
    Position.NO_VOTE_TAKEN: "no vote was taken",
    None: "position not in the record",
}
_DETERMINER = {
    Quantifier.ALL: "all the",
    Quantifier.NONE: "none of the",
    Quantifier.MOST: "most of the",
    Quantifier.HALF: "half of the",
    Quantifier.SOME: "some of the",
    Quantifier.MANY: "many of the",
    Quantifier.ONLY: "only the",
    Quantifier.THE: "the",
    Quantifier.GENERIC: "the",
    Quantifier.EXACTLY: "exactly",
    Quantifier.AT_LEAST: "at least",
    Quantifier.AT_MOST: "at most",
    Quantifier.MORE_THAN: "more than",
    Quantifier.FEWER_THAN: "fewer than",
    Quantifier.ABOUT: "about",
}


def texts_words(record: Record, texts: Texts) -> str:
    """Return a set of texts as a sentence names it."""
    named = joined(forms[0] for forms in texts.symbols) if texts.symbols else ""
    noun = _noun(texts)
    head = f"{_number(texts)} {noun}".strip()
    topics = joined(topic_label(record, t.subject, t.title) for t in texts.topics) if texts.topics else ""
    about = f" on {topics}" if topics else (f" on {' '.join(texts.title)}" if texts.title else "")
    items = f" under agenda item{'s' * (len(texts.items) > 1)} {joined(texts.items)}" if texts.items else ""
    left_out = [topic_label(record, t.subject, t.title) for t in texts.excluded]
    apart = f" apart from {joined(left_out)}" if left_out else ""
    sessions = f" of {joined(_session(s) for s in texts.sessions)}" if texts.sessions else ""
    words = f"{head} {named}".strip() + about + items + sessions
    return words + apart + when(texts.period)


def _session(session: str) -> str:
    return f"special session {session}" if session.startswith("S-") else f"session {session}"


def _number(texts: Texts) -> str:
    if texts.symbols and not texts.plural:
        return ""
    if texts.n is None:
        return _DETERMINER[texts.quantifier]
    of = f" of the {texts.of}" if texts.of is not None else " of the"
    bound = "" if texts.quantifier is Quantifier.EXACTLY else f"{_DETERMINER[texts.quantifier]} "
    return f"{bound}{texts.n}{of}"


def _noun(texts: Texts) -> str:
    word = {"issue": "text", "inquiry": "text", "": "text"}.get(texts.noun, texts.noun)
    country = "country " if texts.country and not texts.topics else ""
    one = not texts.plural and texts.quantifier in {Quantifier.THE, Quantifier.ONLY} and len(texts.topics) < 2
    return f"{country}{word}{'' if one else 's'}"


def topic_label(record: Record, subject: str, title: Sequence[str] = ()) -> str:
    """Return a situation's name in a sentence, with the part of it that is meant."""
    known = record.subjects.get(subject)
    label = known.label if known else state_name(record, subject)
    return f"{label} ({title[0].title()})" if title else label


def vote_row(record: Record, ballot: Ballot, states: Sequence[str] = ()) -> Evidence:
    """Return a vote as evidence, with what the states named did in it."""
    name = ballot.symbol or ballot.title
    took = "; ".join(f"{state_name(record, s)}: {TOOK[_position(ballot, s)]}" for s in states)
    figures = f" ({ballot.tally})" if ballot.tally else ""
    doubt = "; the sources leave the position in doubt" if any(ballot.doubtful(s) for s in states) else ""
    says = f"{name}, “{ballot.title}”, {day(ballot.date)}{figures}{': ' + took if took else ''}{doubt}"
    return row(record, ballot.rollcall_id, says, ballot.source_id, ballot.symbol, f"/votes/{ballot.slug}")


def _position(ballot: Ballot, state: str) -> Position | None:
    if ballot.body == "GA" and state not in ballot.casts:
        return None
    return ballot.position(state)


def count_words(n: int) -> str:
    """Return a number of votes: "8 recorded votes"."""
    return many(n, "recorded vote")
