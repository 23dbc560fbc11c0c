"""All formats that can be read, and which of them a file is."""

from onrecord.sources.documents import (
    assembly_csv,
    citations,
    election_results,
    pledge_documents,
    roll_calls,
    special_sessions,
    sponsors,
    treaties_csv,
    treaties_html,
    treaties_xml,
    uhri_json,
    uhri_xlsx,
    upr_addendum,
    upr_info_xls,
    upr_matrix,
    upr_report,
    visits_table,
    voting_marcxml,
)
from onrecord.sources.documents.opened import Opened, Reader
from onrecord.sources.looks import Form, form_of, looks_like
from onrecord.sources.unpacking import parts_of
from onrecord.vocabulary.errors import UnreadableDocument

READERS: tuple[Reader, ...] = (
    # Files made by a program for programs, told by their root, their keys or their columns.
    voting_marcxml.READER,
    treaties_xml.READER,
    uhri_json.READER,
    uhri_xlsx.READER,
    upr_info_xls.READER,
    assembly_csv.READER,
    treaties_csv.READER,
    # Web pages of one site, and pages with tables, told by what the tables are headed.
    treaties_html.READER,
    visits_table.READER,
    # Printed documents, told by their titles and what they are made of.
    upr_addendum.READER,
    upr_report.READER,
    upr_matrix.READER,
    election_results.READER,
    pledge_documents.READER,
    sponsors.READER,
    # A report of a special session holds both its votes and who asked for it: who reads the votes reads the request.
    roll_calls.READER,
    special_sessions.READER,
    # Any document that cites others: told by nothing but that, so asked last.
    citations.READER,
)
"""Every format, in the order in which they are asked: those told by a fixed form first, those told by words last."""

_OFFICE = {"word/document.xml": "a Word document", "xl/workbook.xml": "an Excel workbook"}


def reader_of(opened: Opened) -> Reader:
    """Return the reader of a file's format; UnreadableDocument says what the file looks like where there is none.

    An archive is measured before anyone unpacks it.
    """
    parts = parts_of(opened)
    for reader in READERS:
        if reader.recognises(opened):
            return reader
    expected = f"one of: {'; '.join(reader.name for reader in READERS)}"
    raise UnreadableDocument(opened.name, "the whole file", expected, _seems(opened, parts))


def _seems(opened: Opened, parts: tuple[str, ...]) -> str:
    """Return what a file of no known format looks like, in words."""
    form = form_of(opened.head)
    office = [words for part, words in _OFFICE.items() if part in parts]
    match form:
        case Form.ZIP:
            first = f"a ZIP archive of {len(parts):,} parts (first: {parts[0]})" if parts else "an empty ZIP archive"
            return f"{office[0]} in which none of these is recognised" if office else first
        case Form.PDF | Form.TEXT | Form.XML | Form.JSON | Form.OLE:
            return f"{looks_like(opened.head)}, in which none of these is recognised"
        case Form.HTML | Form.EMPTY | Form.RTF | Form.IMAGE | Form.PACKED | Form.POSTSCRIPT | Form.BYTES:
            return looks_like(opened.head)
