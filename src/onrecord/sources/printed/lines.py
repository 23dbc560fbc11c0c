"""A line of a printed document, whatever file it comes in."""

from dataclasses import dataclass
from enum import StrEnum


class Part(StrEnum):
    """What part of a page or document a line belongs to."""

    BODY = "body"
    HEADING = "heading"
    CELL = "table cell"
    FOOTNOTE = "footnote"
    HEADER = "page header or footer"


@dataclass(frozen=True, slots=True)
class Line:
    """One line as printed, spaces made single; ``row`` counts the document's lines from 1.

    In a PDF a line is a line of type, in Word and HTML a paragraph, list item or table cell. ``page`` is None where
    the file has no pages. ``cell`` is (table, row, column), from 1, for a cell. ``goes_on`` says that the paragraph
    goes on in the next line.
    """

    text: str
    row: int
    page: int | None = None
    part: Part = Part.BODY
    cell: tuple[int, int, int] | None = None
    goes_on: bool = False
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed document: its lines in reading order, its title, how many pages, and what could not be read."""

    lines: tuple[Line, ...]
    title: str | None = None
    pages: int | None = None
    notes: tuple[str, ...] = ()
