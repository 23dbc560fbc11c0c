"""One search box: states, situations, sessions and texts, exact matches first."""

from dataclasses import dataclass
from datetime import date

from onrecord.publish.views.session import session_name
from onrecord.publish.views.shared import SituationHead, StateHead, situation_head, state_head
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.states import normalise
from onrecord.vocabulary.symbols import expand_symbol, standard_symbol

LIKELY = 85.0
"""Likeness (0 to 100) from which a state's name is offered for what was written."""


@dataclass(frozen=True, slots=True)
class TextHit:
    """A text whose symbol or title fits."""

    symbol: str | None
    title: str
    date: date | None
    how_decided: str
    page: str


@dataclass(frozen=True, slots=True)
class SessionHit:
    """A session that fits."""

    session: str
    name: str
    page: str


@dataclass(frozen=True, slots=True)
class SearchResult:
    """What the record has for the words of a search; ``exact`` is the one page they name, if they name one."""

    query: str
    exact: str | None
    states: tuple[StateHead, ...]
    situations: tuple[SituationHead, ...]
    sessions: tuple[SessionHit, ...]
    texts: tuple[TextHit, ...]
    texts_n: int


def search(record: Record, query: str, limit: int = 12) -> SearchResult:
    """Return what fits the words: empty tuples where nothing does. Likeness only suggests states."""
    words = " ".join(query.split())[:200]
    if not words:
        return SearchResult(query, None, (), (), (), (), 0)
    states, situations, sessions = _states(record, words), _situations(record, words), _sessions(record, words)
    texts, n = _texts(record, words, limit)
    exact = _exact(record, words, texts)
    return SearchResult(words, exact, states, situations, sessions, texts, n)


def _exact(record: Record, words: str, texts: tuple[TextHit, ...]) -> str | None:
    symbols = {standard_symbol(words), *expand_symbol(words)}
    named = [hit.page for hit in texts if hit.symbol in symbols]
    if len(named) == 1:
        return named[0]
    try:
        return f"/states/{record.gazetteer.resolve(words).slug}"
    except NotInVocabulary:
        return None


def _states(record: Record, words: str) -> tuple[StateHead, ...]:
    gazetteer, wanted = record.gazetteer, normalise(words)
    begins = [s for s in gazetteer.states if any(normalise(n.name).startswith(wanted) for n in gazetteer.names(s.iso3))]
    likely = [state for state, _, score in gazetteer.candidates(words, 8) if score >= LIKELY]
    sitting = {s: i for i, s in enumerate(dict.fromkeys([*_resolved(record, words), *likely, *begins]))}
    return tuple(state_head(record, state) for state in list(sitting)[:8])


def _resolved(record: Record, words: str) -> list:
    try:
        return [record.gazetteer.resolve(words)]
    except NotInVocabulary:
        return []


def _situations(record: Record, words: str) -> tuple[SituationHead, ...]:
    wanted = normalise(words)
    codes = {state.iso3 for state in _resolved(record, words)}
    ((used,),) = record.tuples("SELECT list(DISTINCT subject) FROM situation WHERE subject IS NOT NULL")
    found = [
        subject
        for subject in record.subjects.values()
        if subject.subject in used
        and (subject.subject in codes or wanted in normalise(f"{subject.label} {subject.note}"))
    ]
    return tuple(situation_head(subject) for subject in found[:8])


def _sessions(record: Record, words: str) -> tuple[SessionHit, ...]:
    asked = words.casefold().removeprefix("session").removesuffix("session").strip()
    known = {s for (s,) in record.tuples("SELECT session FROM session")}
    special = asked.removesuffix("special").strip()
    number = "".join(c for c in special if c.isdigit())
    names = [asked.upper(), number, f"S-{number}" if number else ""]
    whole = asked.upper() in known or special.rstrip("stndrh") == number
    hits = [s for s in dict.fromkeys(names) if s in known] if whole else []
    return tuple(SessionHit(s, session_name(s), f"/sessions/{s}") for s in hits)


def _texts(record: Record, words: str, limit: int) -> tuple[tuple[TextHit, ...], int]:
    symbols = [s for s in (standard_symbol(words), *expand_symbol(words)) if s]
    parts = [normalise(part) for part in words.split() if normalise(part)]
    folded = "regexp_replace(lower(strip_accents(title)), '[^a-z0-9]+', ' ', 'g')"
    title = " AND ".join(f"contains({folded}, $w{i})" for i in range(len(parts))) or "false"
    where = f"list_contains($symbols, symbol) OR contains(lower(symbol), lower($words)) OR ({title})"
    values = {"symbols": symbols, "words": words, **{f"w{i}": part for i, part in enumerate(parts)}}
    rows = record.tuples(
        "SELECT symbol, title, decided_on, how_decided, slug, count(*) OVER () FROM text"
        f" WHERE {where} ORDER BY list_contains($symbols, symbol) DESC,"
        f" kind IN ('amendment', 'motion'), decided_on DESC NULLS LAST, text_id LIMIT {limit}",
        values,
    )
    hits = tuple(TextHit(symbol, title, day, how, f"/votes/{slug}") for symbol, title, day, how, slug, _ in rows)
    return hits, rows[0][-1] if rows else 0
