"""Footnotes: where each figure of a report stands, from the lines of views."""

from collections.abc import Iterable

from onrecord.publish.reports.document import Note, Words
from onrecord.publish.views.shared import VoteLine


def source_note(title: str, url: str | None = None, what: str | None = None) -> Note:
    """Return the footnote to a publication; ``what`` says what was read from it."""
    name = title.rstrip(" (.")
    return Note(f"{what}: {name}" if what else name, _web(url), publication=name)


def document_note(symbol: str, url: str | None, place: str | None = None) -> Note:
    """Return the footnote to a UN document, with the place in it."""
    return Note(f"{symbol}, {place}" if place else f"UN document {symbol}", _web(url), document=symbol)


def page_note(text: str, page: str) -> Note:
    """Return the footnote to a page of onrecord that lists the rows behind a figure."""
    return Note(text, page=page)


def vote_notes(line: VoteLine) -> tuple[Note, ...]:
    """Return the footnotes of a vote: its UN document with the place in it, and the source its positions are from."""
    read = source_note(line.cite.source, line.cite.source_url, "Positions read from")
    if line.cite.document:
        return document_note(line.cite.document, line.cite.url, line.cite.place), read
    return page_note(f"“{line.title}”, {line.cite.place}; it has no UN symbol in the record", line.page), read


def distinct(notes: Iterable[Note]) -> tuple[Note, ...]:
    """Return footnotes without repetition, in their order."""
    return tuple(dict.fromkeys(notes))


def cell(text: object, notes: Iterable[Note] = (), strong: bool = False) -> Words:
    """Return a cell of a table; a dash for what is not there."""
    return Words("–" if text is None or text == "" else str(text), distinct(notes), strong)


def _web(url: str | None) -> str | None:
    return url if url and url.startswith(("https://", "http://")) else None
