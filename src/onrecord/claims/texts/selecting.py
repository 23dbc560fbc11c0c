"""The Council's texts that a description means, however they were decided."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from onrecord.claims.texts.themes import near_theme, on_theme
from onrecord.claims.typed import Texts, Topic
from onrecord.claims.votes.selecting import titled
from onrecord.record.query_sessions import sessions
from onrecord.record.query_texts import CouncilText, council_texts
from onrecord.record.store import Record
from onrecord.vocabulary.periods import Period
from onrecord.vocabulary.rollcalls import Outcome

ADOPTED = frozenset({Outcome.ADOPTED, Outcome.ADOPTED_WITHOUT_A_VOTE})
_KINDS = {"resolution": {"resolution"}, "decision": {"decision"}}
WHOLE = Period(date(2009, 10, 1), date(2022, 10, 7))
"""The days from which resolutions adopted without a vote are listed in the record."""


@lru_cache(maxsize=16)
def adopted_texts(record: Record) -> tuple[CouncilText, ...]:
    """Return the resolutions and decisions that the Council adopted, by day; those without a day last."""
    return tuple(t for t in council_texts(record) if t.outcome in ADOPTED and t.kind in {"resolution", "decision"})


@lru_cache(maxsize=16)
def by_symbol(record: Record) -> dict[str, CouncilText]:
    """Return the Council's texts by symbol."""
    return {t.symbol: t for t in council_texts(record) if t.symbol}


@lru_cache(maxsize=16)
def days_of_sessions(record: Record) -> dict[str, Period]:
    """Return the days of each session of the Council that are in the record."""
    found = {}
    for session, row in sessions(record).items():
        first = row.opened or row.first_decision or row.closed
        last = row.closed or row.last_decision or row.opened
        if first and last:
            found[session] = Period(first, last)
    return found


def days_of(record: Record, text: CouncilText) -> Period | None:
    """Return the days on which a text may have been adopted: its own, else its session's."""
    if text.decided_on:
        return Period.day_of(text.decided_on)
    return days_of_sessions(record).get(text.session)


def texts_meant(record: Record, texts: Texts, close: bool = False) -> list[CouncilText]:
    """Return the adopted texts of a description; ``close`` asks for the theme's words side by side."""
    if texts.symbols:
        return [by_symbol(record)[form] for forms in texts.symbols for form in forms if form in by_symbol(record)]
    return [t for t in adopted_texts(record) if fits(record, t, texts, close)]


def fits(record: Record, text: CouncilText, texts: Texts, close: bool = False) -> bool:
    """Return whether a text is one of those described, whatever its symbol."""
    return (
        text.kind in _KINDS.get(texts.noun, {"resolution", "decision"})
        and _dated(record, text, texts.period)
        and (not texts.sessions or text.session in texts.sessions)
        and (not texts.items or text.agenda_item in texts.items)
        and (not texts.topics or on_topic(text, texts.topics))
        and (not texts.title or (near_theme if close else on_theme)(text.title, texts.title))
    )


def on_topic(text: CouncilText, topics: Sequence[Topic]) -> bool:
    """Return whether a text concerns one of the situations; Israel is the situation of the occupied territories."""
    return any(_subject(t) in text.subjects and titled(text.title, t.title) for t in topics)


def _subject(topic: Topic) -> str:
    return "PSE" if topic.subject == "ISR" else topic.subject


def _dated(record: Record, text: CouncilText, period: Period | None) -> bool:
    if period is None:
        return True
    days = days_of(record, text)
    return days is not None and days.overlaps(period)


def undated(texts: Texts) -> Texts:
    """Return a description without its day and session."""
    return replace(texts, period=None, sessions=())
