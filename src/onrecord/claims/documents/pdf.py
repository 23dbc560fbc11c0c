"""The text of a PDF file: its pages' lines without headers and footers, put back into paragraphs."""

from onrecord.claims.documents.pages import paragraphs_of
from onrecord.sources.printed.pdf import pdf_pages
from onrecord.vocabulary.errors import UnreadableDocument


def pdf_text(data: bytes, name: str, notes: list[str]) -> tuple[str | None, str]:
    """Return the title and the text of a PDF: a paragraph a line; notes say which pages have no text."""
    title, pages = pdf_pages(data, name)
    empty = [str(number) for number, page in enumerate(pages, start=1) if not page]
    if len(empty) == len(pages):
        found = "none; a scanned PDF holds pictures of text"
        raise UnreadableDocument(name, f"its {len(pages)} pages", "text", found)
    if empty:
        notes.append(f"no text on page {', '.join(empty[:20])}{' …' if len(empty) > 20 else ''}")
    return title, paragraphs_of(pages)
