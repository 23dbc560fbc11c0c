"""Writes a report as a Word file: real styles, headings, tables with header rows, pictures with words, footnotes."""

from datetime import datetime, time
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document as WordFile
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph as WordParagraph

from onrecord.publish.charts.drawn import png
from onrecord.publish.reports.calls import Calls
from onrecord.publish.reports.document import (
    Block,
    Bullets,
    Document,
    Finding,
    Paragraph,
    Picture,
    Section,
    Table,
    Words,
    scope_words,
)
from onrecord.publish.reports.word_footnotes import Footnotes, with_attributes

_WIDTH = 16.6
"""Width of the text in centimetres on A4."""

_FAMILY = "Arial"
"""A typeface that every word processor has, or has another of the same widths for."""

_FIRST_TIME = (1980, 1, 1, 0, 0, 0)
"""The time that stands on every file within the package, so that the same report has the same bytes."""


def as_docx(document: Document, base: str = "") -> bytes:
    """Return a report as a Word file; ``base`` begins the addresses of our pages, if known."""
    word = docx.Document()
    _set_up(word, document)
    _Writer(word, document, base).write()
    return _same_bytes(word)


class _Writer:
    """Writes the parts of a report into a Word file, one after another."""

    def __init__(self, word: WordFile, document: Document, base: str) -> None:
        self.word, self.document, self.base = word, document, base
        self.calls, self.footnotes = Calls(document), Footnotes(word, base)
        self.in_tables = word.styles["Table Words"].style_id

    def write(self) -> None:
        self.word.add_paragraph(self.document.title, style="Title")
        self.word.add_paragraph(self.document.subtitle, style="Subtitle")
        for fact in self.document.facts:
            line = self.word.add_paragraph(style="No Spacing")
            line.paragraph_format.tab_stops.add_tab_stop(Cm(2.6))
            line.paragraph_format.left_indent, line.paragraph_format.first_line_indent = Cm(2.6), Cm(-2.6)
            line.add_run(f"{fact.label}\t").font.color.rgb = _SOFT
            self.words(line, fact.words)
        for section in self.document.sections:
            self.section(section)

    def section(self, section: Section) -> None:
        if section.heading:
            heading = self.word.add_heading(section.heading, level=section.level)
            heading.paragraph_format.page_break_before = section.new_page
        before: Block | None = None
        for block in section.blocks:
            self.block(block, before)
            before = block

    def block(self, block: Block, before: Block | None) -> None:
        match block:
            case Finding():
                self.finding(block, before)
            case Paragraph():
                self.paragraph(block)
            case Bullets():
                for item in block.items:
                    self.words(self.word.add_paragraph(style="List Bullet"), item, 9 if block.small else None)
            case Table():
                self.table(block)
            case Picture():
                self.picture(block)

    def finding(self, block: Finding, before: Block | None) -> None:
        said = self.word.add_paragraph()
        said.paragraph_format.space_after, said.paragraph_format.keep_with_next = Pt(0), True
        self.words(said, Words(block.sentence.text, block.notes))
        scope = self.word.add_paragraph(style="Scope")
        scope.add_run(scope_words(block, before))

    def paragraph(self, block: Paragraph) -> None:
        line, between = self.word.add_paragraph(), " · " if block.small else " "
        for place, one in enumerate(block.words):
            if place:
                line.add_run(between)
            self.words(line, one, 9 if block.small else None)

    def words(self, line: WordParagraph, one: Words, size: float | None = None) -> None:
        run = line.add_run(one.text)
        run.bold = one.strong or None
        run.font.highlight_color = WD_COLOR_INDEX.YELLOW if one.blank else None
        run.font.size = Pt(size) if size else None
        for place, call in enumerate(self.calls.of(one.notes)):
            if place:
                line.add_run(", ").font.superscript = True
            self.footnotes.call(line, call)

    def table(self, block: Table) -> None:
        self.word.add_paragraph(block.caption, style="Caption")
        table = self.word.add_table(rows=len(block.rows) + 1, cols=len(block.columns))
        table.autofit = False
        _with_lines(table)
        first = tuple(Words(column.heading, strong=True) for column in block.columns)
        for place, (row, made) in enumerate(zip((first, *block.rows), table._tbl.tr_lst, strict=True)):
            _mark_row(made, header=place == 0)
            for one, cell, column in zip(row, made.tc_lst, block.columns, strict=True):
                self.cell(WordParagraph(cell.p_lst[0], table), one, column.number)
        _set_widths(table, [column.width for column in block.columns])
        self.word.add_paragraph(style="No Spacing")

    def cell(self, line: WordParagraph, one: Words, number: bool) -> None:
        line._p.style = self.in_tables
        line.alignment = WD_ALIGN_PARAGRAPH.RIGHT if number else WD_ALIGN_PARAGRAPH.LEFT
        self.words(line, one)

    def picture(self, block: Picture) -> None:
        line = self.word.add_paragraph()
        line.paragraph_format.keep_with_next = True
        shape = line.add_run().add_picture(BytesIO(png(block.chart, self.base)), width=Cm(_WIDTH))
        shape._inline.docPr.set("descr", block.chart.alt)
        shape._inline.docPr.set("name", block.chart.title)
        self.words(self.word.add_paragraph(style="Scope"), Words(block.chart.title, block.notes))


def _set_up(word: WordFile, document: Document) -> None:
    page = word.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.2)
    page.top_margin = page.bottom_margin = Cm(2)
    styles = word.styles
    for name, size, colour in _STYLES:
        _font(styles[name], size, colour)
    styles["Normal"].paragraph_format.space_after = Pt(6)
    styles["Caption"].paragraph_format.keep_with_next = True
    styles["Caption"].paragraph_format.space_before = Pt(8)
    for name, size, colour in (("Scope", 8, _SOFT), ("Table Words", 8, None)):
        made = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        made.base_style = styles["Normal"]
        _font(made, size, colour)
    styles["Table Words"].paragraph_format.space_after = Pt(1)
    for name, part in (("Title", "pBdr"), ("Subtitle", "spacing")):
        for found in styles[name].element.findall(f".//{qn(f'w:{part}')}"):
            found.getparent().remove(found)
    _properties(word, document)
    _foot(page.footer.paragraphs[0], f"onrecord {document.version} · {document.page}")


_INK, _SOFT = RGBColor(0x16, 0x19, 0x1D), RGBColor(0x56, 0x5E, 0x67)
_STYLES = (
    ("Normal", 10, _INK),
    ("No Spacing", 9, _INK),
    ("List Bullet", 10, _INK),
    ("Title", 20, _INK),
    ("Subtitle", 11.5, _SOFT),
    ("Heading 1", 14, _INK),
    ("Heading 2", 12, _INK),
    ("Caption", 9, _INK),
)


def _font(style: Any, size: float, colour: RGBColor | None) -> None:
    style.font.name, style.font.size, style.font.italic = _FAMILY, Pt(size), False
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    fonts.set(qn("w:cs"), _FAMILY)
    if colour is not None:
        style.font.color.rgb = colour


def _properties(word: WordFile, document: Document) -> None:
    about, then = word.core_properties, datetime.combine(document.known_to, time())
    about.title, about.author, about.last_modified_by = document.title, "onrecord", "onrecord"
    about.subject, about.comments, about.language = document.subtitle, "", "en-GB"
    about.created = about.modified = then
    about.revision = 1
    languages = word.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    if languages is not None:
        languages.set(qn("w:val"), "en-GB")


def _foot(line: WordParagraph, words: str) -> None:
    line.add_run(f"{words} · ").font.size = Pt(8)
    for kind, text in (("begin", None), (None, " PAGE "), ("separate", None), ("value", "1"), ("end", None)):
        run = line.add_run("1" if kind == "value" else "")
        run.font.size = Pt(8)
        if kind is None:
            instruction = OxmlElement("w:instrText")
            instruction.text = text
            run._r.append(instruction)
        elif kind != "value":
            run._r.append(with_attributes(OxmlElement("w:fldChar"), fldCharType=kind))


def _with_lines(table: WordTable) -> None:
    borders = OxmlElement("w:tblBorders")
    for side, size, colour in (("top", "8", "16191D"), ("bottom", "4", "D9DDE1"), ("insideH", "4", "D9DDE1")):
        borders.append(with_attributes(OxmlElement(f"w:{side}"), val="single", sz=size, space="0", color=colour))
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margins.append(with_attributes(OxmlElement(f"w:{side}"), w="60", type="dxa"))
    layout = table._tbl.tblPr.find(qn("w:tblLayout"))
    layout.addprevious(borders)
    layout.addnext(margins)


def _mark_row(row: Any, header: bool) -> None:
    properties = row.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if header:
        properties.append(OxmlElement("w:tblHeader"))


def _set_widths(table: WordTable, shares: list[float]) -> None:
    widths = [Cm(_WIDTH * share / sum(shares)) for share in shares]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for row in table._tbl.tr_lst:
        for cell, width in zip(row.tc_lst, widths, strict=True):
            cell.width = width


def _same_bytes(word: WordFile) -> bytes:
    """Return a Word file whose package says nothing of the time at which it was written."""
    written, fixed = BytesIO(), BytesIO()
    word.save(written)
    with ZipFile(written) as before, ZipFile(fixed, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            entry = ZipInfo(name, _FIRST_TIME)
            entry.compress_type = ZIP_DEFLATED
            after.writestr(entry, before.read(name))
    return fixed.getvalue()
