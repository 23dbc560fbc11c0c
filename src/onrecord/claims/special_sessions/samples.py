"""Sentences about special sessions that the record writes of itself, each with a twin in which one fact is changed."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from random import Random

from onrecord.claims.events.drawing import named, one_off, one_on
from onrecord.claims.events.words import nth
from onrecord.claims.naming import capital, day
from onrecord.claims.relation import Sample
from onrecord.claims.special_sessions.selecting import Session, known_sessions, list_of
from onrecord.record.store import Record
from onrecord.vocabulary.periods import MONTHS

_RELATION = "special session"
_ASKED = (
    "{who} called for the {month} special session on {topic}.",
    "{who} supported the request for the special session on {topic} in {month}.",
    "In {month} {who_in} asked for a special session of the Human Rights Council on {topic}.",
    "{who} was among the States that requested the {nth} special session.",
    "{who} was one of the countries behind the {month} special session on {topic}.",
    "{who} backed the call for the {nth} special session, on {topic}.",
    "The {month} special session on {topic} was requested by {who_in}, among others.",
)
_NOT_ASKED = (
    "{who} did not support the request for the {month} special session on {topic}.",
    "{who} stayed away from the call for the {nth} special session.",
    "{who} did not sign the request for the special session on {topic} in {month}.",
    "{who} did not call for the special session on {topic} in {month}.",
)
_COUNTED = (
    "{n} members of the Council supported the request for the {nth} special session.",
    "The {month} special session on {topic} was requested by {n} members of the Council.",
    "The request for the {month} special session on {topic} was supported by {n} members of the Council.",
    "The {nth} special session was convened at the request of {n} members of the Council.",
)
_OBSERVERS = (
    "{n} observer States supported the request for the {nth} special session.",
    "The request for the {month} special session on {topic} was backed by {m} members and {n} observers.",
    "The {nth} special session, requested by {m} members and {n} observers, was held in {month}.",
    "The special session on {topic} in {month} was supported by {m} members and {n} observers.",
)
_NUMBER = (
    "The Human Rights Council held {n} special sessions in {year}.",
    "In {year} the Human Rights Council convened {n} special sessions.",
    "{N} special sessions of the Human Rights Council took place in {year}.",
    "{N} special sessions of the Human Rights Council were held in {year}.",
)
_HELD = (
    "The Human Rights Council held a special session on {topic} on {day}.",
    "The {nth} special session of the Human Rights Council was held on {day}.",
    "The special session on {topic} of the Human Rights Council opened on {day}.",
    "On {day} the Human Rights Council convened its {nth} special session, on {topic}.",
)
_ENDED = (
    "The {nth} special session adopted resolution {symbol} {how}.",
    "The {month} special session on {topic} ended with the adoption of {symbol} {how}.",
    "The special session on {topic} in {month} adopted its resolution {how}.",
    "At the {nth} special session the Council adopted resolution {symbol} {how}.",
)
_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight")


def samples(record: Record, chance: Random) -> Iterator[Sample]:
    """Yield sentences about random special sessions, without end."""
    makers: tuple[Callable[[Record, Random], Sample | None], ...] = (
        _asked, _not_asked, _members, _observers, _number, _held, _ended,
    )  # fmt: skip
    while True:
        found = chance.choice(makers)(record, chance)
        if found is not None:
            yield found


def _session(record: Record, chance: Random) -> Session:
    return chance.choice([s for s in known_sessions(record) if s.opened])


def _words(record: Record, session: Session) -> dict[str, str]:
    opened = session.opened or date.min
    situation = session.row.situation
    topic = (
        record.subjects[situation].label.split(" (")[0]
        if situation
        else session.row.subject_matter.split(" and ")[0].lower()
    )
    return {"nth": nth(session.number), "month": f"{MONTHS[opened.month - 1]} {opened.year}", "topic": topic}


def _said(form: str, words: dict[str, str]) -> str:
    return capital(form.format(**words))


def _state_pair(record: Record, chance: Random, forms: tuple[str, ...], on: bool) -> Sample | None:
    session = _session(record, chance)
    listed = list_of(record, session)
    true, false = one_on(record, listed, chance), one_off(record, listed, chance)
    if true is None or false is None:
        return None
    first, second = (true, false) if on else (false, true)
    form, words = chance.choice(forms), _words(record, session)
    texts = [_said(form, words | {"who": named(record, s), "who_in": named(record, s)}) for s in (first, second)]
    return Sample(texts[0], texts[1], _RELATION, "quantified")


def _asked(record: Record, chance: Random) -> Sample | None:
    return _state_pair(record, chance, _ASKED, True)


def _not_asked(record: Record, chance: Random) -> Sample | None:
    return _state_pair(record, chance, _NOT_ASKED, False)


def _members(record: Record, chance: Random) -> Sample | None:
    session = _session(record, chance)
    n = session.row.n_members
    if n is None or n != len(session.listed.members):
        return None
    form, words = chance.choice(_COUNTED), _words(record, session)
    other = n + chance.choice([-3, -2, 2, 3, 5])
    return Sample(_said(form, words | {"n": str(n)}), _said(form, words | {"n": str(other)}), _RELATION, "count")


def _observers(record: Record, chance: Random) -> Sample | None:
    session = _session(record, chance)
    m, n = session.row.n_members, session.row.n_observers
    if m is None or n is None or (m, n) != (len(session.listed.members), len(session.listed.observers)):
        return None
    form, words = chance.choice(_OBSERVERS), _words(record, session) | {"m": str(m)}
    other = n + chance.choice([-3, -2, 2, 3, 5])
    return Sample(_said(form, words | {"n": str(n)}), _said(form, words | {"n": str(other)}), _RELATION, "count")


def _number(record: Record, chance: Random) -> Sample | None:
    year = chance.randrange(2006, 2026)
    n = sum(s.earliest.year == year == s.latest.year for s in known_sessions(record))
    if n < 2:
        return None
    other = n + chance.choice([-1, 1]) if n > 2 else n + 1
    form = chance.choice(_NUMBER)
    texts = [_said(form, {"n": _WORDS[k], "N": _WORDS[k].capitalize(), "year": str(year)}) for k in (n, other)]
    return Sample(texts[0], texts[1], _RELATION, "count")


def _held(record: Record, chance: Random) -> Sample | None:
    session = _session(record, chance)
    if session.opened is None:
        return None
    form, words = chance.choice(_HELD), _words(record, session)
    other = session.opened + timedelta(days=chance.choice([-9, -5, 6, 11, 40]))
    texts = [_said(form, words | {"day": day(d)}) for d in (session.opened, other)]
    return Sample(texts[0], texts[1], _RELATION, "value")


def _ended(record: Record, chance: Random) -> Sample | None:
    session = _session(record, chance)
    if not session.row.outcome or ";" in (session.row.outcome_symbol or ";"):
        return None
    ways = ("by a vote", "without a vote")
    voted = "by vote" in session.row.outcome
    form = chance.choice(_ENDED)
    words = _words(record, session) | {"symbol": str(session.row.outcome_symbol)}
    texts = [_said(form, words | {"how": ways[k]}) for k in ((0, 1) if voted else (1, 0))]
    return Sample(texts[0], texts[1], _RELATION, "value")
