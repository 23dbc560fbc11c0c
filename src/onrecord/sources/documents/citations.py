"""Letters and reports with footnotes: the documents they cite, each with its date, address and paragraphs."""

import re
from collections.abc import Iterator, Sequence

from onrecord.sources.citing.citations import Fault, cited_in, footnote_read
from onrecord.sources.citing.footnotes import footnotes_apart, running_text
from onrecord.sources.documents.opened import Found, Opened, Reader
from onrecord.sources.printed import begins, printed
from onrecord.sources.printed.lines import Line
from onrecord.vocabulary.places import Place
from onrecord.vocabulary.statements import Left, ReferenceSaid, Statement
from onrecord.vocabulary.states import Gazetteer

_MASTHEAD = re.compile(r"\bDistr\.?\s*:?\s*(?:General|Limited|Restricted)\b|^United Nations\s+[AES]/", re.IGNORECASE)


def _recognises(opened: Opened) -> bool:
    """Whether the document has footnotes that cite, and is none of the United Nations' own."""
    lines = begins(opened)
    if any(_MASTHEAD.search(line.text) for line in lines):
        return False
    return any(any(True for _ in cited_in(note.text)) for note in footnotes_apart(lines).notes)


def _read(opened: Opened, gazetteer: Gazetteer) -> Iterator[Found]:
    """Yield the documents that the text and the footnotes cite, the text first."""
    yield from references(printed(opened).lines, gazetteer)
    opened.told(opened.size)


def references(lines: Sequence[Line], gazetteer: Gazetteer) -> Iterator[Found]:
    """Yield what the text cites by symbol or as a resolution, then what each footnote cites."""
    apart = footnotes_apart(lines)
    for line, text in running_text(apart.body):
        for read in cited_in(text):
            yield _found(read, Place(page=line.page, row=line.row), text)
    before = None
    for note in apart.notes:
        place = Place(page=note.line.page, row=note.line.row, field=f"footnote {note.number}")
        for read in footnote_read(note.number, note.text, gazetteer, before):
            before = read.symbol if isinstance(read, ReferenceSaid) and read.symbol else before
            yield _found(read, place, note.text)


def _found(read: ReferenceSaid | Fault, place: Place, text: str) -> Found:
    if isinstance(read, Fault):
        return Left(read.why, place, read.printed, read.expected, read.candidates)
    return Statement(read, place, text)


READER = Reader("document with footnotes", _recognises, _read)
