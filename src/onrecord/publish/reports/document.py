"""What a report is before it is written: sections of findings, tables and pictures, each figure with its footnotes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from onrecord.publish.charts.chart import Chart
from onrecord.publish.views.shared import Sentence


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: the UN document and the place in it, or the publication by name, with its address.

    ``page`` is the page of onrecord that lists what the note stands for, where the note leads to many rows;
    ``publication`` is the name under which a source stands in the list of sources.
    """

    text: str
    url: str | None = None
    page: str | None = None
    document: str | None = None
    publication: str | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """A piece of running text with the footnotes at its end. ``blank`` is a space left for the writer to fill."""

    text: str
    notes: tuple[Note, ...] = ()
    strong: bool = False
    blank: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """A sentence of a view, to be printed as it stands, with its n and scope."""

    sentence: Sentence
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text: pieces that follow one another; ``small`` for a list that is looked up, not
    read, whose pieces a dot parts."""

    words: tuple[Words, ...]
    small: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of points."""

    items: tuple[Words, ...]
    small: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading, its share of the width, and whether it holds numbers."""

    heading: str
    width: float = 1.0
    number: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its caption; each row has as many cells as there are columns."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Words, ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart, drawn with its sentence, scope, source and address inside it."""

    chart: Chart
    notes: tuple[Note, ...]


Block = Finding | Paragraph | Bullets | Table | Picture


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a report under a heading; ``level`` 2 stands within the part before it."""

    heading: str
    blocks: tuple[Block, ...]
    level: int = 1
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the title block."""

    label: str
    words: Words


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report. ``known_to`` is the last day of what it was made from; nothing in it depends on today."""

    kind: str
    page: str
    file_name: str
    title: str
    subtitle: str
    known_to: date
    version: str
    facts: tuple[Fact, ...]
    sections: tuple[Section, ...]


def scope_words(block: Finding, before: Block | None) -> str:
    """Return a finding's n and scope; the scope of the finding right before it is not said again."""
    same = isinstance(before, Finding) and before.sentence.scope == block.sentence.scope
    return f"n = {block.sentence.n:,}. {'The same scope.' if same else _sentence(block.sentence.scope)}"


def _sentence(words: str) -> str:
    first = words if words.startswith("n ") else f"{words[:1].upper()}{words[1:]}"
    return f"{first}{'' if words.endswith('.') else '.'}"


def notes_of(block: Block) -> Iterator[Note]:
    """Return a block's footnotes in the order in which they are printed."""
    match block:
        case Finding() | Picture():
            yield from block.notes
        case Paragraph():
            yield from _of(block.words)
        case Bullets():
            yield from _of(block.items)
        case Table():
            for row in block.rows:
                yield from _of(row)


def _of(words: Iterable[Words]) -> Iterator[Note]:
    for one in words:
        yield from one.notes


def numbered(document: Document) -> dict[Note, int]:
    """Return the footnotes of a report with their numbers, in the order in which they first stand in it.

    A footnote that is called again keeps its number.
    """
    found: dict[Note, int] = {}
    for fact in document.facts:
        for note in fact.words.notes:
            found.setdefault(note, len(found) + 1)
    for section in document.sections:
        for block in section.blocks:
            for note in notes_of(block):
                found.setdefault(note, len(found) + 1)
    return found
