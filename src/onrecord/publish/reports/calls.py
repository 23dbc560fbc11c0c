"""The calls of footnotes as a report is written: their numbers, and which call is the first."""

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.publish.reports.document import Document, Note, numbered


@dataclass(frozen=True, slots=True)
class Call:
    """A footnote called at a place; its text is printed where it is called first."""

    number: int
    note: Note
    first: bool


class Calls:
    """Gives each call of a footnote its number, in the order in which a writer comes to it."""

    def __init__(self, document: Document) -> None:
        """Number the footnotes of a report."""
        self._numbers = numbered(document)
        self._called: set[Note] = set()

    @property
    def notes(self) -> tuple[Note, ...]:
        """All footnotes, in order."""
        return tuple(self._numbers)

    def of(self, notes: Iterable[Note]) -> list[Call]:
        """Return the calls of the footnotes at one place."""
        return [self._call(note) for note in notes]

    def _call(self, note: Note) -> Call:
        first = note not in self._called
        self._called.add(note)
        return Call(self._numbers[note], note, first)


def page_address(page: str, base: str) -> str | None:
    """Return the whole address of a page of ours; None where it is not known on which site the reader is."""
    return f"{base}{page}" if base else None
