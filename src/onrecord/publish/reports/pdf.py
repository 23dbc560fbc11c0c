"""Writes a report as PDF: its parts as data, set by typst in our own typefaces; the same report, the same bytes."""

import json
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from onrecord.publish.charts.drawn import svg
from onrecord.publish.reports.calls import Calls, page_address
from onrecord.publish.reports.document import (
    Block,
    Bullets,
    Document,
    Finding,
    Note,
    Paragraph,
    Picture,
    Table,
    Words,
    scope_words,
)
from onrecord.publish.typefaces import FOLDER

_LAYOUT = files("onrecord.publish.reports") / "layout.typ"
_NO_TIME = 0
"""Seconds since 1970 that stand for the time of writing, so that a report does not depend on it."""


def as_pdf(document: Document, base: str = "") -> bytes:
    """Return a report as PDF with real footnotes and tags for screen readers; ``base`` begins our pages' addresses."""
    import typst  # noqa: PLC0415 - it carries a typesetter, and most commands set no type

    with TemporaryDirectory() as folder:
        place = Path(folder)
        laid = _Laid(document, base, place)
        (place / "document.json").write_text(json.dumps(laid.whole(), ensure_ascii=False), encoding="utf-8")
        (place / "layout.typ").write_text(_LAYOUT.read_text(encoding="utf-8"), encoding="utf-8")
        fonts = typst.Fonts(include_system_fonts=False, font_paths=[FOLDER])
        compiler = typst.Compiler(place / "layout.typ", root=place, font_paths=fonts)
        return _one(compiler.compile(format="pdf", pdf_standards=["ua-1"], timestamp=_NO_TIME))


def _one(compiled: "bytes | list[bytes] | None") -> bytes:
    """Return the file that was made; a PDF is one, whatever other forms are."""
    if not isinstance(compiled, bytes):
        raise TypeError(f"expected one file of a report, found {type(compiled).__name__}")
    return compiled


class _Laid:
    """A report as plain data for the layout, its charts as files beside it."""

    def __init__(self, document: Document, base: str, place: Path) -> None:
        self.document, self.base, self.place = document, base, place
        self.calls, self.pictures = Calls(document), 0

    def whole(self) -> dict[str, Any]:
        one = self.document
        return {
            "kind": one.kind,
            "title": one.title,
            "subtitle": one.subtitle,
            "foot": f"onrecord {one.version} · {one.page}",
            "facts": [{"label": fact.label, "words": self.words(fact.words)} for fact in one.facts],
            "sections": [
                {
                    "heading": section.heading,
                    "level": section.level,
                    "new_page": section.new_page,
                    "blocks": [
                        self.block(*pair) for pair in zip(section.blocks, (None, *section.blocks), strict=False)
                    ],
                }
                for section in one.sections
            ],
        }

    def block(self, block: Block, before: Block | None) -> dict[str, Any]:
        match block:
            case Finding():
                words = self.words(Words(block.sentence.text, block.notes))
                return {"is": "finding", "words": words, "scope": scope_words(block, before)}
            case Paragraph():
                return {"is": "paragraph", "small": block.small, "words": [self.words(one) for one in block.words]}
            case Bullets():
                return {"is": "bullets", "small": block.small, "items": [self.words(one) for one in block.items]}
            case Table():
                return {"is": "table", **self.table(block)}
            case Picture():
                return {"is": "picture", **self.picture(block)}

    def table(self, block: Table) -> dict[str, Any]:
        columns = [{"heading": c.heading, "width": c.width, "number": c.number} for c in block.columns]
        rows = [[self.words(cell) for cell in row] for row in block.rows]
        return {"caption": block.caption, "columns": columns, "rows": rows}

    def picture(self, block: Picture) -> dict[str, Any]:
        self.pictures += 1
        name = f"picture-{self.pictures}.svg"
        (self.place / name).write_text(svg(block.chart, self.base), encoding="utf-8")
        return {"file": name, "alt": block.chart.alt, "words": self.words(Words(block.chart.title, block.notes))}

    def words(self, one: Words) -> dict[str, Any]:
        calls = [
            {"number": call.number, "first": call.first, **self.note(call.note)} for call in self.calls.of(one.notes)
        ]
        return {"text": one.text, "strong": one.strong, "blank": one.blank, "calls": calls}

    def note(self, note: Note) -> dict[str, Any]:
        address = page_address(note.page, self.base) if note.page else None
        return {"text": note.text, "url": note.url, "page": note.page, "address": address}
