"""Sentences about texts and sessions that the record writes of itself, each with a twin where a fact is changed."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from random import Random

from onrecord.claims.events.words import nth
from onrecord.claims.naming import capital, day
from onrecord.claims.relation import Sample
from onrecord.claims.texts.selecting import adopted_texts
from onrecord.record.query_sessions import assembly_texts, sessions
from onrecord.record.query_texts import CouncilText
from onrecord.record.store import Record

_RELATION = "text"
_ADOPTED = (
    "Resolution {symbol} was adopted on {day}.",
    "On {day} the Human Rights Council adopted resolution {symbol}.",
    "{symbol} was adopted on {day} at the {nth} session.",
    "The Council adopted resolution {symbol} on {day}.",
)
_AT_SESSION = (
    "Resolution {symbol} was adopted at the {nth} session of the Human Rights Council.",
    "At its {nth} session the Human Rights Council adopted resolution {symbol}.",
    "The Council adopted resolution {symbol} at its {nth} session.",
    "{symbol} was adopted at the Council's {nth} session.",
)
_TOPIC = (
    "Resolution {symbol} on {topic} was adopted on {day}.",
    "On {day} the Council adopted resolution {symbol} on {topic}.",
    "The resolution on {topic} ({symbol}) was adopted on {day}.",
    "Resolution {symbol} on {topic} was adopted at the {nth} session.",
)
_SESSION = (
    "The {nth} session of the Human Rights Council was held from {first} to {last}.",
    "The Human Rights Council's {nth} session took place from {first} to {last}.",
    "The {nth} session of the Human Rights Council ran from {first} to {last}.",
    "The {nth} session of the UN Human Rights Council opened on {first}.",
    "The Council's {nth} session closed on {last}.",
)
_NUMBER = (
    "The Council adopted {n} resolutions on {topic} by a recorded vote in {year}.",
    "In {year} the Human Rights Council adopted {n} resolutions on {topic} by a vote.",
    "{n} resolutions on {topic} were adopted by a recorded vote in {year}.",
    "{n} resolutions on {topic} were adopted by the Council by a recorded vote in {year}.",
)
_ASSEMBLY = (
    "General Assembly resolution {symbol} was adopted on {day}.",
    "On {day} the General Assembly adopted resolution {symbol}.",
    "Resolution {symbol} of the General Assembly was adopted on {day}.",
    "The General Assembly adopted resolution {symbol} on {day}.",
)


def samples(record: Record, chance: Random) -> Iterator[Sample]:
    """Yield sentences about random texts and sessions, without end."""
    makers: tuple[Callable[[Record, Random], Sample | None], ...] = (
        _adopted, _at_session, _topic, _session, _number, _assembly,
    )  # fmt: skip
    while True:
        found = chance.choice(makers)(record, chance)
        if found is not None:
            yield found


def _text(record: Record, chance: Random) -> CouncilText:
    return chance.choice([t for t in adopted_texts(record) if t.decided_on and t.symbol and t.session.isdigit()])


def _words(text: CouncilText) -> dict[str, str]:
    symbol = str(text.symbol).removeprefix("A/HRC/RES/")
    return {"symbol": str(text.symbol) if "DEC" in symbol else symbol, "nth": nth(int(text.session))}


def _said(form: str, words: dict[str, str]) -> str:
    if form.startswith("{symbol}") and not words["symbol"].startswith("A/"):
        form = f"Resolution {form}"
    return capital(form.format(**words))


def _adopted(record: Record, chance: Random) -> Sample | None:
    text = _text(record, chance)
    if text.decided_on is None:
        return None
    other = text.decided_on + timedelta(days=chance.choice([-30, -3, 2, 9, 365]))
    form, words = chance.choice(_ADOPTED), _words(text)
    texts = [_said(form, words | {"day": day(d)}) for d in (text.decided_on, other)]
    return Sample(texts[0], texts[1], _RELATION, "value")


def _at_session(record: Record, chance: Random) -> Sample | None:
    text = _text(record, chance)
    form, words = chance.choice(_AT_SESSION), _words(text)
    other = int(text.session) + chance.choice([-2, -1, 1, 2])
    if not 1 <= other <= 60:
        return None
    return Sample(_said(form, words), _said(form, words | {"nth": nth(other)}), _RELATION, "value")


def _topic(record: Record, chance: Random) -> Sample | None:
    text = _text(record, chance)
    if len(text.subjects) != 1 or text.decided_on is None:
        return None
    others = [s for s in ("SYR", "LKA", "MMR", "BLR", "HTI", "MLI", "IRN", "PRK") if s not in text.subjects]
    form, words = chance.choice(_TOPIC), _words(text) | {"day": day(text.decided_on)}
    labels = [record.subjects[s].label.split(" (")[0] for s in (text.subjects[0], chance.choice(others))]
    return Sample(
        _said(form, words | {"topic": labels[0]}), _said(form, words | {"topic": labels[1]}), _RELATION, "citation"
    )


def _session(record: Record, chance: Random) -> Sample | None:
    session = str(chance.randrange(1, 62))
    row = sessions(record).get(session)
    if row is None or row.opened is None or row.closed is None:
        return None
    moved = timedelta(days=chance.choice([-40, -20, 25, 60]))
    form = chance.choice(_SESSION)
    texts = [
        _said(form, {"nth": nth(int(session)), "first": day(row.opened + move), "last": day(row.closed + move)})
        for move in (timedelta(), moved)
    ]
    return Sample(texts[0], texts[1], _RELATION, "value")


def _number(record: Record, chance: Random) -> Sample | None:
    text = _text(record, chance)
    if not text.subjects or text.decided_on is None or len(text.subjects) > 1 or text.subjects[0] == "PSE":
        return None
    subject, year = text.subjects[0], text.decided_on.year
    alike = [
        t
        for t in adopted_texts(record)
        if subject in t.subjects and t.decided_on and t.decided_on.year == year and t.how_decided == "recorded vote"
    ]
    n = sum(t.kind == "resolution" for t in alike)
    if n < 2 or any(not t.decided_on and subject in t.subjects for t in adopted_texts(record)):
        return None
    form, words = chance.choice(_NUMBER), {"topic": record.subjects[subject].label.split(" (")[0], "year": str(year)}
    texts = [_said(form, words | {"n": str(k)}) for k in (n, n + chance.choice([1, 2, 3]))]
    return Sample(texts[0], texts[1], _RELATION, "count")


def _assembly(record: Record, chance: Random) -> Sample | None:
    one = chance.choice([t for t in assembly_texts(record).values() if t.days.precision == "day" and "/" in t.symbol])
    if (
        one.days.first is None
        or not one.symbol.startswith("A/RES/")
        or one.symbol.count("/") != 3
        or not one.symbol[-1].isdigit()
    ):
        return None
    form = chance.choice(_ASSEMBLY)
    other = one.days.first + timedelta(days=chance.choice([-30, -3, 4, 9, 365]))
    texts = [_said(form, {"symbol": one.symbol.removeprefix("A/RES/"), "day": day(d)}) for d in (one.days.first, other)]
    return Sample(texts[0], texts[1], _RELATION, "value")
