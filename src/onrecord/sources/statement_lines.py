"""Statements as lines of JSON: what a reader found, written and read back exactly.

A line is {"kind": "TallySaid", "says": {…}, "place": {…}, "printed": …} or {"left": "…", "place": {…}, …}. A part that
is None and would be None if it were not there is left out. The same lines are printed for ``--json``, kept on disk and
sent by the process that reads a document apart. They are read as strictly as they are written: nothing in them names
anything but the types of ``vocabulary.statements``.
"""

import json
import types
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from onrecord.vocabulary.errors import UnreadableDocument
from onrecord.vocabulary.places import Place
from onrecord.vocabulary.statements import Left, Says, Statement

KINDS: dict[str, type[Says]] = {kind.__name__: kind for kind in get_args(Says)}
"""All that a statement can say, by the name under which a line says it."""

_Read = Callable[[Any], Any]


class _Wrong(ValueError):
    """What stands in a line where something else was expected: the place in the line, expected, found."""

    def __init__(self, expected: str, found: object, place: str = "") -> None:
        super().__init__(expected)
        self.expected, self.found, self.place = expected, found, place


def line_of(found: Statement | Left) -> str:
    """Return a statement, or what was left, as one line of JSON, without its end."""
    if isinstance(found, Left):
        written = {"left": found.why, **_shown(found)}
        del written["why"]
        return _ENCODER.encode(written)
    return _ENCODER.encode({"kind": type(found.says).__name__, **_shown(found)})


def read_line(line: str) -> Statement | Left:
    """Return what a line says; UnreadableDocument where it is not what ``line_of`` writes."""
    try:
        return read_object(json.loads(line))
    except (ValueError, RecursionError) as error:
        raise UnreadableDocument("a line of statements", "the line", "JSON", str(error)[:200]) from None


def read_object(told: Any) -> Statement | Left:
    """Return what the JSON of a line says; UnreadableDocument where it is not what ``line_of`` writes."""
    try:
        if isinstance(told, dict) and "left" in told:
            return _reader_of(Left)({"why": told["left"], **{k: v for k, v in told.items() if k != "left"}})
        if isinstance(told, dict) and told.keys() - {"settled"} == {"kind", "says", "place", "printed"}:
            settled = _text(told["settled"]) if "settled" in told else None
            place = _reader_of(Place)(told["place"])
            return Statement(_kind(told["kind"])(told["says"]), place, _text(told["printed"]), settled)
    except _Wrong as error:
        raise UnreadableDocument(
            "a line of statements", error.place or "the line", error.expected, repr(error.found)[:200]
        ) from None
    raise UnreadableDocument("a line of statements", "the line", 'an object with "says" or "left"', repr(told)[:200])


def _kind(told: Any) -> _Read:
    if not isinstance(told, str) or told not in KINDS:
        raise _Wrong("one of the kinds of statements", told, "kind")
    return _reader_of(KINDS[told])


@cache
def _parts(kind: Any) -> tuple[tuple[str, bool], ...]:
    """Return the parts of a type in their order, each with whether it is left out where it is None."""
    return tuple((part.name, part.default is None) for part in fields(kind))


def _shown(told: Any) -> dict[str, Any]:
    """Return the parts of one object as they are written."""
    shown = {}
    for name, optional in _parts(type(told)):
        value = getattr(told, name)
        if value is not None or not optional:
            shown[name] = value
    return shown


def _written(value: Any) -> Any:
    """Return what JSON has no form for in one that it has: a day, or an object within a statement."""
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value):
        return _shown(value)
    raise TypeError(f"no form for {type(value).__name__}")


_ENCODER = json.JSONEncoder(default=_written, separators=(",", ":"), allow_nan=False)


class _Nothing:
    def __repr__(self) -> str:
        return "nothing"


_NOTHING = _Nothing()
"""What stands where a part is not: no type is read from it."""


@cache
def _reader_of(kind: Any) -> _Read:
    """Return how a value of a type is read: the types that statements are made of, and no others."""
    if kind in _PLAIN:
        return _PLAIN[kind]
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _optional(kind)
    if origin is tuple:
        return _tuple(get_args(kind))
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return _one_of(kind)
    if is_dataclass(kind) and isinstance(kind, type):
        return _object(kind)
    raise TypeError(f"no way to read {kind}")


def _exactly(kind: type, words: str) -> _Read:
    def read(value: Any) -> Any:
        if type(value) is not kind:
            raise _Wrong(words, value)
        return value

    return read


def _day(value: Any) -> date:
    try:
        day = date.fromisoformat(_text(value))
    except ValueError:
        raise _Wrong("a day as YYYY-MM-DD", value) from None
    if day.isoformat() != value:
        raise _Wrong("a day as YYYY-MM-DD", value)
    return day


_text = _exactly(str, "text")
_PLAIN: dict[Any, _Read] = {
    str: _text,
    int: _exactly(int, "a whole number"),
    bool: _exactly(bool, "true or false"),
    date: _day,
}


def _optional(kind: Any) -> _Read:
    (inner,) = (part for part in get_args(kind) if part is not type(None))
    read_inner = _reader_of(inner)
    return lambda value: None if value is None else read_inner(value)


def _tuple(parts: tuple[Any, ...]) -> _Read:
    """Return how a list is read: of any length where the type says so, else with a value for each of its parts."""
    readers = [_reader_of(part) for part in parts if part is not Ellipsis]

    def read(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list) or (parts[-1] is not Ellipsis and len(value) != len(readers)):
            raise _Wrong("a list", value)
        by_place = readers * len(value) if parts[-1] is Ellipsis else readers
        return tuple(read_one(one) for read_one, one in zip(by_place, value, strict=True))

    return read


def _one_of(kind: type[StrEnum]) -> _Read:
    known = {member.value: member for member in kind}

    def read(value: Any) -> StrEnum:
        member = known.get(value) if isinstance(value, str) else None
        if member is None:
            raise _Wrong(f"one of {', '.join(known)}", value)
        return member

    return read


def _object(kind: Any) -> _Read:
    hints = get_type_hints(kind)
    needed = {part.name: part.default is MISSING and part.default_factory is MISSING for part in fields(kind)}
    parts = tuple((name, _reader_of(hints[name]), needed[name]) for name in needed)

    def read(told: Any) -> Any:
        if not isinstance(told, dict) or not told.keys() <= needed.keys():
            raise _Wrong(f"an object with {', '.join(needed)}", told, kind.__name__)
        values, name = {}, ""
        try:
            for name, read_one, must in parts:
                if must or name in told:
                    values[name] = read_one(told.get(name, _NOTHING))
        except _Wrong as error:
            error.place = error.place or f"{kind.__name__}, {name}"
            raise
        return kind(**values)

    return read
