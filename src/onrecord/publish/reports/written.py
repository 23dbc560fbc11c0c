"""Writes a report: PDF to print, Word to edit, HTML to send and read anywhere."""

from onrecord.publish.languages.language import Language, speaking
from onrecord.publish.reports.document import Document
from onrecord.publish.reports.formats import Format


def written(document: Document, form: Format, base: str = "") -> bytes:
    """Return a report in one form; the same report gives the same bytes. ``base`` begins our pages' addresses."""
    # Each writer carries a library of its own: a reader who asks for one form does not wait for the others.
    from onrecord.publish.reports import html, pdf, word  # noqa: PLC0415

    with speaking(Language.EN):
        if form is Format.HTML:
            return html.as_html(document, base).encode()
        return pdf.as_pdf(document, base) if form is Format.PDF else word.as_docx(document, base)
