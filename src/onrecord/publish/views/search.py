"""One search box: states, pages, situations, sessions, elections, treaties, statements and texts, exact ones first."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from onrecord.publish.views import search_kinds
from onrecord.publish.views.search_asked import Asked, asked_for
from onrecord.publish.views.search_kinds import PageHit
from onrecord.publish.views.search_near import Suggestion, near_states, near_words
from onrecord.publish.views.session import session_name
from onrecord.publish.views.shared import SituationHead, StateHead, situation_head, state_head
from onrecord.record.query_texts import CouncilText, council_texts
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.situations import Subject
from onrecord.vocabulary.states import State, normalise
from onrecord.vocabulary.symbols import expand_symbol, standard_symbol

KINDS = (
    "states",
    "pages",
    "situations",
    "sessions",
    "special-sessions",
    "elections",
    "treaties",
    "joint-statements",
    "texts",
)
"""The kinds of things a search finds, in the order in which they are shown; each is a word of the address, too."""

OF_ONE_KIND = 200
"""How many of one kind are given where only that kind is asked for."""


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
    """What the record has for the words of a search; ``exact`` is the one page they name, if they name one.

    ``counts`` says how many of each kind fit, of which the first are given; ``kind`` is the only kind given, where one
    was asked for. ``suggestions`` are searches for what may have been meant: nothing here was found by likeness.
    """

    query: str
    exact: str | None
    states: tuple[StateHead, ...]
    situations: tuple[SituationHead, ...]
    sessions: tuple[SessionHit, ...]
    texts: tuple[TextHit, ...]
    texts_n: int
    kind: str | None = None
    counts: tuple[tuple[str, int], ...] = ()
    pages: tuple[PageHit, ...] = ()
    special_sessions: tuple[PageHit, ...] = ()
    elections: tuple[PageHit, ...] = ()
    treaties: tuple[PageHit, ...] = ()
    joint_statements: tuple[PageHit, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()


def search(record: Record, query: str, limit: int = 12, kind: str | None = None) -> SearchResult:
    """Return what fits the words, ``limit`` of each kind or all of one; empty tuples where nothing does.

    NotInVocabulary for a kind there is not.
    """
    if kind is not None and kind not in KINDS:
        raise NotInVocabulary("kind", kind, f"one of {', '.join(KINDS)}", KINDS)
    words = " ".join(query.replace("\0", " ").split())[:200]
    if not words:
        return SearchResult(query, None, (), (), (), (), 0, kind)
    return _result(record, words, limit if kind is None else OF_ONE_KIND, kind)


def _result(record: Record, words: str, limit: int, kind: str | None) -> SearchResult:
    asked = asked_for(record, words)
    found = {name: list(find(record, asked)) for name, find in _FINDERS.items()}
    texts = found["texts"]
    shown = {name: tuple(hits[:limit]) if kind in {None, name} else () for name, hits in found.items()}
    return SearchResult(
        query=words,
        exact=_exact(asked, found),
        states=tuple(state_head(record, state) for state in shown["states"]),
        situations=tuple(situation_head(subject) for subject in shown["situations"]),
        sessions=shown["sessions"],
        texts=tuple(_text_hit(text) for text in shown["texts"]),
        texts_n=len(texts),
        kind=kind,
        counts=tuple((name, len(hits)) for name, hits in found.items()),
        pages=shown["pages"],
        special_sessions=shown["special-sessions"],
        elections=shown["elections"],
        treaties=shown["treaties"],
        joint_statements=shown["joint-statements"],
        suggestions=tuple(_suggestions(record, asked, any(found.values()))),
    )


def _exact(asked: Asked, found: dict[str, list]) -> str | None:
    """Return the one page that the words name: a text by its symbol, a state, a treaty, one page and nothing else."""
    symbols = _symbols(asked)
    named = [f"/votes/{text.slug}" for text in found["texts"] if text.symbol in symbols]
    if len(named) == 1:
        return named[0]
    if asked.state and asked.rest == asked.words:
        return f"/states/{asked.state.slug}"
    named = [one.page for one in found["treaties"] if normalise(one.detail) == asked.bare]
    if (asked.pair or asked.state) and not any(found[kind] for kind in _ON_A_SITUATION):
        named += [one.page for one in found["pages"]]
    if asked.topic == "elections" and (asked.state or asked.year):
        named += [one.page for one in found["elections"]]
    return named[0] if len(named) == 1 else None


_ON_A_SITUATION = ("situations", "special-sessions", "joint-statements")
"""Where there are such things on a state's situation, words that name the state may mean them."""


def _symbols(asked: Asked) -> set[str]:
    """Return the symbols that the words can stand for."""
    return {symbol for symbol in (standard_symbol(asked.words), *expand_symbol(asked.words)) if symbol}


def _states(record: Record, asked: Asked) -> list[State]:
    """Return the states that the words name, then those whose names begin with them."""
    begins = [state for state, names in _names(record) if any(name.startswith(asked.bare) for name in names)]
    return list(dict.fromkeys((*asked.states, *(begins if asked.bare else ()))))


@lru_cache(maxsize=8)
def _names(record: Record) -> tuple[tuple[State, frozenset[str]], ...]:
    """Return every state with all its names for comparing."""
    gazetteer = record.gazetteer
    return tuple((s, frozenset(normalise(n.name) for n in gazetteer.names(s.iso3))) for s in gazetteer.states)


def _situations(record: Record, asked: Asked) -> list[Subject]:
    used, codes = search_kinds.subjects_used(record), {state.iso3 for state in asked.states}
    wanted = normalise(asked.rest) if asked.topic in {None, "votes", "situations"} else ""
    return [
        subject
        for subject in record.subjects.values()
        if subject.subject in used
        and wanted
        and (subject.subject in codes or (not codes and wanted in normalise(f"{subject.label} {subject.note}")))
    ]


def _sessions(record: Record, asked: Asked) -> list[SessionHit]:
    words = asked.words.casefold().removeprefix("session").removesuffix("session").strip()
    known = _known_sessions(record)
    special = words.removeprefix("special").removesuffix("special").removeprefix(" session").strip()
    number = "".join(c for c in special if c.isdigit())
    names = [words.upper(), number, f"S-{number}" if number else ""]
    whole = words.upper() in known or special.rstrip("stndrh") == number
    hits = [s for s in dict.fromkeys(names) if s in known] if whole else []
    return [SessionHit(s, session_name(s), f"/sessions/{s}") for s in hits]


@lru_cache(maxsize=8)
def _known_sessions(record: Record) -> frozenset[str]:
    return frozenset(session for (session,) in record.tuples("SELECT session FROM session"))


@lru_cache(maxsize=8)
def _titles(record: Record) -> tuple[tuple[CouncilText, str], ...]:
    """Return the texts that have a page with their titles for comparing, in the order in which they are shown."""
    ordered = sorted((text for text in council_texts(record) if text.slug), key=lambda text: text.text_id)
    ordered.sort(key=lambda text: text.decided_on or date.min, reverse=True)
    ordered.sort(key=lambda text: text.kind in {"amendment", "motion"})
    return tuple((text, f" {normalise(text.title)}") for text in ordered)


def _texts(record: Record, asked: Asked) -> list[CouncilText]:
    """Return the texts with that symbol, then those with part of it or with words of the title that begin so."""
    symbols, part = _symbols(asked), asked.words.casefold()
    words = [f" {word}" for word in asked.bare.split()]
    hits = [
        text
        for text, title in _titles(record)
        if text.symbol in symbols
        or (text.symbol and part in text.symbol.casefold())
        or (words and all(word in title for word in words))
    ]
    return sorted(hits, key=lambda text: text.symbol not in symbols)


def _text_hit(text: CouncilText) -> TextHit:
    return TextHit(text.symbol, text.title, text.decided_on, text.how_decided, f"/votes/{text.slug}")


def _suggestions(record: Record, asked: Asked, found: bool) -> list[Suggestion]:
    """Return what may have been meant: near states unless two are compared, near words where nothing fits."""
    offered = near_states(record, asked) if not asked.pair else []
    if not found and not offered and (nearer := near_words(record, asked.words)):
        offered = [nearer]
    return [one for one in offered if normalise(one.words) != asked.bare]


_FINDERS: dict[str, Callable[[Record, Asked], Sequence]] = {
    "states": _states,
    "pages": search_kinds.pages,
    "situations": _situations,
    "sessions": _sessions,
    "special-sessions": search_kinds.special,
    "elections": search_kinds.elections,
    "treaties": search_kinds.treaties,
    "joint-statements": search_kinds.statements,
    "texts": _texts,
}
