"""The votes over which shares are counted, under each named selection where a sentence does not say which."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from onrecord.claims.typed import Quantifier, Texts
from onrecord.claims.votes.selecting import council_votes, in_period, votes_meant
from onrecord.claims.votes.shares_typed import Measured
from onrecord.claims.votes.words import texts_words
from onrecord.measures.support import shares_of_members
from onrecord.record.ballots import Ballot
from onrecord.record.store import Record
from onrecord.vocabulary.situations import Selection

UNSAID = (Selection.VOTES_COUNT, Selection.ALL, Selection.YOUR_HRC)
"""The selections that "country resolutions" may mean where nothing says which."""


@lru_cache(maxsize=16)
def country_votes(record: Record) -> tuple[Ballot, ...]:
    """Return the Council's recorded votes on texts as a whole that concern a country situation."""
    return tuple(b for b in council_votes(record) if b.subjects and b.final and b.vote_taken)


@lru_cache(maxsize=2048)
def chosen(record: Record, over: Measured) -> Mapping[str, tuple[Ballot, ...]]:
    """Return the votes counted, under the name of each reading."""
    texts = over.texts
    if over.selection is not None:
        return {over.selection.label: _selected(record, texts, over.selection)}
    if texts.topics or texts.symbols or texts.items or texts.title or texts.sessions or texts.excluded:
        plain = replace(texts, quantifier=Quantifier.THE, n=None, of=None)
        return {name: tuple(votes) for name, votes in votes_meant(record, plain).items()}
    return {s.label: _selected(record, texts, s) for s in UNSAID}


def _selected(record: Record, texts: Texts, selection: Selection) -> tuple[Ballot, ...]:
    only = {"resolution"} if texts.noun == "resolution" else {"decision"} if texts.noun == "decision" else None
    return tuple(
        b
        for b in country_votes(record)
        if in_period(b, texts)
        and (not texts.sessions or b.session in texts.sessions)
        and b.selected(selection)
        and (only is None or b.kind in only)
    )


@lru_cache(maxsize=4096)
def sat_for(votes: tuple[str, ...], state: str, record: Record) -> tuple[Ballot, ...]:
    """Return, of the votes with these ids, those held while a state was a member."""
    known = _by_id(record)
    return tuple(known[v] for v in votes if state in known[v].members)


@lru_cache(maxsize=16)
def _by_id(record: Record) -> dict[str, Ballot]:
    return {b.rollcall_id: b for b in council_votes(record)}


def of_member(record: Record, votes: Sequence[Ballot], state: str | None) -> tuple[Ballot, ...]:
    """Return the votes held while a state was a member; all of them where no state is meant."""
    if state is None:
        return tuple(votes)
    return sat_for(tuple(b.rollcall_id for b in votes), state, record)


def shares(record: Record, votes: Sequence[Ballot]) -> Mapping[str, float]:
    """Return each member's share of support over the votes."""
    return _shares(record, tuple(b.rollcall_id for b in votes))


@lru_cache(maxsize=4096)
def _shares(record: Record, ids: tuple[str, ...]) -> Mapping[str, float]:
    known = _by_id(record)
    return shares_of_members([known[i] for i in ids])


def scope_words(record: Record, over: Measured) -> str:
    """Return a set of texts with its selection, as a scope says it."""
    said = texts_words(record, replace(over.texts, quantifier=Quantifier.THE, n=None, of=None, plural=True))
    return f"recorded votes on {said}{f': {over.selection.definition}' if over.selection else ''}"
