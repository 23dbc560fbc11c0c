"""Reads the Universal Human Rights Index's export as JSON: an array of 400 MB, one annotation after another."""

from collections.abc import Iterator, Mapping
from typing import BinaryIO, NoReturn

import ijson

from onrecord.sources.documents.opened import Found, Opened, Reader
from onrecord.sources.documents.uhri import Annotation, Annotations, Values, listed
from onrecord.vocabulary.errors import UnreadableDocument
from onrecord.vocabulary.places import Place
from onrecord.vocabulary.statements import Left, WhyLeft
from onrecord.vocabulary.states import Gazetteer

LARGEST = 2_000_000
"""How many bytes one annotation may take: bounds long texts and deep nesting alike. The longest known has 40,000."""

MOST_OPENED = 5_000
"""How many brackets may open from one annotation's end to the next, which bounds how deep they stand in one another.

The parser keeps the way to where it is as a text at each level: 65,000 levels, one buffer's worth, take ten gigabytes.
"""

CALLED = {
    "annotation": "AnnotationId",
    "kind": "AnnotationType",
    "mechanism": "Body",
    "symbol": "Symbol",
    "text": "Text",
    "countries": "Countries",
    "themes": "Themes",
    "persons": "AffectedPersons",
    "goals": "Sdgs",
    "regions": "Regions",
    "document": "DocumentId",
    "published": "PublicationDate",
    "indexed": "PublicationDateOnUhri",
    "upr_positions": "UprPositions",
    "upr_states": "UprRecommendingCountry",
    "upr_regions": "UprRecommendingRegions",
    "upr_cycle": "UprCycle",
    "upr_session": "UprSession",
}
"""The key of each field."""

_KEYS = frozenset(CALLED.values())
# The parser in C: ten times as fast as the others, and it keeps nothing of what was read.
_PARSER = ijson.get_backend("yajl2_c")
_BOM = b"\xef\xbb\xbf"


class _Record(dict[str, object]):
    """An object of the file that remembers whether a key came twice: JSON readers keep the last in silence."""

    __slots__ = ("twice",)

    def __setitem__(self, key: str, value: object) -> None:
        if key in self:
            self.twice = (*getattr(self, "twice", ()), key)
        dict.__setitem__(self, key, value)


class _Bounded:
    """The file's stream, which refuses to be read on when one annotation takes too much of it."""

    def __init__(self, stream: BinaryIO, opened: Opened) -> None:
        self._stream, self._opened = stream, opened
        self.done = self._since = self._opened_since = 0
        if stream.read(len(_BOM)) != _BOM:
            stream.seek(0)

    def read(self, size: int) -> bytes:
        chunk = self._stream.read(size)
        self.done += len(chunk)
        self._since += len(chunk)
        self._opened_since += chunk.count(b"[") + chunk.count(b"{")
        if self._since > LARGEST + size:
            self._refuse(f"at most {LARGEST:,} bytes", "one of more")
        if self._opened_since > MOST_OPENED:
            self._refuse(f"at most {MOST_OPENED:,} brackets in one stretch", "more")
        self._opened.told(self.done)
        return chunk

    def complete(self) -> None:
        self._since = self._opened_since = 0

    def _refuse(self, expected: str, found: str) -> NoReturn:
        raise UnreadableDocument(self._opened.name, "an annotation", expected, f"{found}, by byte {self.done:,}")


def recognises(opened: Opened) -> bool:
    """Whether a file is the index's export as JSON: an array whose first object has the index's keys."""
    head = opened.head.removeprefix(_BOM).lstrip()
    return head[:1] == b"[" and head[1:].lstrip()[:1] == b"{" and b'"AnnotationId"' in head and b'"Body"' in head


def read(opened: Opened, gazetteer: Gazetteer) -> Iterator[Found]:
    """Yield what each annotation says, then what was odd in the file; a row is the annotation's place from 1."""
    annotations = Annotations(gazetteer, CALLED)
    n = 0
    with opened.open() as stream:
        bounded = _Bounded(stream, opened)
        try:
            for n, record in enumerate(_PARSER.items(bounded, "item", use_float=True, map_type=_Record), 1):
                bounded.complete()
                yield from _read(record, n, annotations)
        except (ijson.JSONError, UnicodeDecodeError) as error:
            yield from annotations.rest()
            yield _cut(error, n, bounded.done)
            return
    yield from annotations.rest()
    if n == 0:
        yield Left(WhyLeft.MISSING_FIELD, Place(), "", "an array of annotations")


def _cut(error: Exception, n: int, done: int) -> Left:
    said = str(error).removeprefix("b'").split("\n")[0].split("\\n")[0].strip()
    place = Place(row=n + 1)
    return Left(WhyLeft.CUT_SHORT, place, f"{said}, by byte {done:,}", "a whole annotation, then the array's end")


def _read(record: object, n: int, annotations: Annotations) -> Iterator[Found]:
    if not isinstance(record, _Record):
        yield Left(WhyLeft.UNKNOWN_VALUE, Place(row=n), _printed(record), "an annotation as an object")
        return
    if record.keys() != _KEYS:
        for key in record.keys() - _KEYS:
            annotations.odd(WhyLeft.UNREAD_FIELD, key[:200], "", n)
        for key in _KEYS - record.keys():
            annotations.odd(WhyLeft.MISSING_FIELD, key, "", n)
    for key in getattr(record, "twice", ()):
        yield Left(WhyLeft.REPEATED, Place(row=n, field=key[:200]), _printed(record[key]), "each key once")
    yield from annotations.read(_row(record, n, annotations), n)


def _row(record: Mapping[str, object], n: int, annotations: Annotations) -> Annotation:
    row: dict[str, Values] = {}
    for field, key in CALLED.items():
        raw = record.get(key)
        if type(raw) is list:
            texts = [text for text in raw if type(text) is str]
            row[field] = tuple(texts)
            if len(texts) != len(raw):
                annotations.odd(WhyLeft.UNKNOWN_VALUE, key, "a list with what is no text", n)
        elif type(raw) is str:
            row[field] = (raw,) if raw else ()
        elif raw is None:
            row[field] = ()
        elif type(raw) is int and field in ("upr_cycle", "upr_session"):
            row[field] = (str(raw),)
        else:
            row[field] = ()
            annotations.odd(WhyLeft.UNKNOWN_VALUE, key, _printed(raw), n)
    return _annotation(row)


def _annotation(row: Mapping[str, Values]) -> Annotation:
    return Annotation(
        annotation=_one(row["annotation"]),
        kind=_dashed(row["kind"]),
        mechanism=_dashed(row["mechanism"]),
        symbol=_one(row["symbol"]),
        text="\n".join(row["text"]),
        countries=row["countries"],
        themes=row["themes"],
        persons=row["persons"],
        goals=row["goals"],
        regions=row["regions"],
        document=_one(row["document"]),
        published=_one(row["published"]),
        indexed=_one(row["indexed"]),
        upr_positions=row["upr_positions"],
        upr_states=row["upr_states"],
        upr_regions=row["upr_regions"],
        upr_cycle=_one(row["upr_cycle"]),
        upr_session=_one(row["upr_session"]),
    )


def _dashed(values: Values) -> Values:
    if len(values) == 1 and values[0].startswith("- ") and "\n" not in values[0] and ";" not in values[0]:
        return (values[0][2:].strip(),)
    return tuple(part for value in values for part in listed(value))


def _one(values: Values) -> str | None:
    return "; ".join(values) or None


def _printed(value: object) -> str:
    """Return a value in few words: it may be nested too deep to be written out."""
    return (
        str(value)[:200] if isinstance(value, str | int | float | bool) else f"a value of type {type(value).__name__}"
    )


READER = Reader("UHRI export as JSON", recognises, read)
