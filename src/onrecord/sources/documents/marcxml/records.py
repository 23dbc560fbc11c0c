"""The records of a MARCXML file one by one, however long the file; entities and networks are never followed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree  # ty: ignore[missing-module-member]  (lxml comes without types)

from onrecord.sources.documents.opened import Opened
from onrecord.vocabulary.errors import UnreadableDocument
from onrecord.vocabulary.places import Place
from onrecord.vocabulary.statements import Left, WhyLeft

VOTE_TAGS = ("967", "968", "969")
"""The fields that list voters: a catalogue that could not repeat one often enough goes on in the next."""

_SWALLOWED = re.compile(r"\$([a-z0-9])")
_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a record: its tag, which one of its tag it is (from 1), its subfields in order; spaces made single."""

    tag: str
    nth: int
    subfields: tuple[tuple[str, str], ...]

    def first(self, code: str) -> str:
        """The first subfield of a code; empty where there is none."""
        return next((text for found, text in self.subfields if found == code), "")

    def all(self, code: str) -> tuple[str, ...]:
        """Every subfield of a code that is not empty."""
        return tuple(text for found, text in self.subfields if found == code and text)

    def has(self, code: str) -> bool:
        """Whether there is a subfield of a code, be it empty."""
        return any(found == code for found, _ in self.subfields)

    def place(self, row: int, code: str = "") -> Place:
        """Where the field stands: "row 12, 967[31] d" is the 31st field 967 of the 12th record."""
        return Place(row=row, field=f"{self.tag}[{self.nth}] {code}".strip())


@dataclass(frozen=True, slots=True)
class Record:
    """One record: its place in the file from 1, its number (001), its fields in order, what of it could not be read."""

    row: int
    number: str
    fields: tuple[Field, ...]
    left: tuple[Left, ...] = ()

    def tagged(self, *tags: str) -> tuple[Field, ...]:
        """The fields of one tag or several, in order."""
        return tuple(field for field in self.fields if field.tag in tags)

    def values(self, tag: str, code: str) -> tuple[str, ...]:
        """All that stands under a tag and code, each value once, in order."""
        return tuple(dict.fromkeys(text for field in self.tagged(tag) for text in field.all(code)))


def records(opened: Opened) -> Iterator[Record | Left]:
    """Yield each record; a file that breaks off ends in Left(CUT_SHORT), one without records is unreadable."""
    row = 0
    with opened.open() as stream:
        parsed = etree.iterparse(
            stream,
            events=("end",),
            tag="{*}record",
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            for row, (_, element) in enumerate(parsed, start=1):
                yield _record(element, row)
                _forget(element)
                opened.told(stream.tell())
        except etree.XMLSyntaxError as error:
            yield _cut_short(opened.name, row, str(error))
    if row == 0:
        raise UnreadableDocument(opened.name, "the whole file", "at least one MARCXML record", "none")


def _cut_short(name: str, row: int, found: str) -> Left:
    if row == 0:
        raise UnreadableDocument(name, "the first record", "a whole MARCXML record", found[:_SHOWN])
    return Left(WhyLeft.CUT_SHORT, Place(row=row + 1), found[:_SHOWN], "a whole MARCXML record, or the file's end")


def _forget(element: etree._Element) -> None:
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _record(element: etree._Element, row: int) -> Record:
    number, fields, left, nth = "", [], [], dict[str, int]()
    for child in element.iterchildren():
        kind, tag = _local(child), child.get("tag", "")
        if kind == "datafield":
            nth[tag] = nth.get(tag, 0) + 1
            fields.append(_field(child, row, nth[tag], left))
        elif kind == "controlfield":
            number = (child.text or "").strip() if tag == "001" else number
        elif kind != "leader":
            left.append(Left(WhyLeft.UNREAD_FIELD, Place(row=row, field=kind), "", "a field of MARCXML"))
    return Record(row, number, tuple(fields), tuple(left))


def _local(element: etree._Element) -> str:
    """The element's name without its namespace; what is no element (an entity left unresolved) as it is written."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else str(element.text)


def _field(element: etree._Element, row: int, nth: int, left: list[Left]) -> Field:
    tag = element.get("tag", "")
    subfields = []
    for child in element.iterchildren():
        if _local(child) != "subfield" or len(child):
            place = Place(row=row, field=f"{tag}[{nth}]")
            left.append(Left(WhyLeft.UNREAD_FIELD, place, _local(child), "a subfield of plain text"))
        else:
            subfields.append((child.get("code", ""), " ".join((child.text or "").split())))
    return _unswallowed(Field(tag, nth, tuple(subfields)), row, left)


def _unswallowed(field: Field, row: int, left: list[Left]) -> Field:
    """A subfield that stands in the one before it (b="VEN$eVENEZUELA") is taken out, in rows of votes, and said."""
    if field.tag not in VOTE_TAGS or not any(_SWALLOWED.search(text) for _, text in field.subfields):
        return field
    subfields: list[tuple[str, str]] = []
    for code, text in field.subfields:
        first, *rest = _SWALLOWED.split(text)
        subfields.append((code, first.strip()))
        subfields += [(inner, inner_text.strip()) for inner, inner_text in zip(rest[::2], rest[1::2], strict=True)]
        if rest:
            left.append(Left(WhyLeft.SPELLING, field.place(row, code), text, "each subfield by itself"))
    return Field(field.tag, field.nth, tuple(subfields))
