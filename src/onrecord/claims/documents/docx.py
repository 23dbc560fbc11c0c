"""The text of a Word document (.docx): paragraphs, headings, list items, tables, footnotes."""

import io
from collections.abc import Iterator

import docx
from docx.document import Document as Word
from docx.table import Table
from docx.text.paragraph import Paragraph

from onrecord.sources.printed.word import DAMAGED, footnotes, is_item, look_inside, words_of
from onrecord.vocabulary.errors import UnreadableDocument


def docx_text(data: bytes, name: str) -> tuple[str | None, str]:
    """Return the title and the text of a Word document: a line for each paragraph, list item and table row."""
    look_inside(data, name)
    try:
        word = docx.Document(io.BytesIO(data))
        title = word.core_properties.title
        text = "\n\n".join(_blocks(word))
    except DAMAGED as error:
        found = f"a damaged one ({type(error).__name__})"
        raise UnreadableDocument(name, "the file", "a Word document", found) from None
    return title or None, text


def _blocks(word: Word) -> Iterator[str]:
    items: list[str] = []
    for block in word.iter_inner_content():
        line = _rows(block) if isinstance(block, Table) else _paragraph(block)
        if line.startswith("• ") or isinstance(block, Table):
            items.append(line)
            continue
        yield from _flushed(items)
        if line:
            yield line
    yield from _flushed(items)
    yield from footnotes(word)


def _flushed(items: list[str]) -> Iterator[str]:
    if items:
        yield "\n".join(items)
    items.clear()


def _paragraph(paragraph: Paragraph) -> str:
    text = "\n".join(" ".join(line.split()) for line in paragraph.text.splitlines()).strip()
    if not text or not is_item(paragraph):
        return text
    return f"• {text}"


def _rows(table: Table) -> str:
    rows = [[words_of(cell) for cell in row._tr.tc_lst] for row in table.rows]
    return "\n".join(filter(None, (" | ".join(row).strip(" |") for row in rows)))
