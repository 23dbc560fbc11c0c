"""Real footnotes in a Word file: the part of the package that holds them, which python-docx does not make itself."""

from typing import Any

from docx.document import Document as WordFile
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from onrecord.publish.reports.calls import Call, page_address

TEXT_STYLE, CALL_STYLE = "footnote text", "footnote reference"
"""The names under which Word knows the styles of a footnote and of its number."""

_EMPTY = (
    f"<w:footnotes {nsdecls('w', 'r')}>"
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
    "</w:footnotes>"
)


class Footnotes:
    """The footnotes of a Word file: each is written once, and called again by a field that shows its number."""

    def __init__(self, word: WordFile, base: str) -> None:
        """Add the part and the styles to a file; ``base`` begins the addresses of our pages."""
        self._base = base
        self._part = XmlPart(
            PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, parse_xml(_EMPTY), word.part.package
        )
        word.part.relate_to(self._part, RELATIONSHIP_TYPE.FOOTNOTES)
        self._set_up(word)

    def _set_up(self, word: WordFile) -> None:
        text = word.styles.add_style(TEXT_STYLE, WD_STYLE_TYPE.PARAGRAPH)
        text.base_style, text.font.size = word.styles["Normal"], Pt(8)
        text.paragraph_format.space_after, text.paragraph_format.line_spacing = Pt(1), 1.0
        word.styles.add_style(CALL_STYLE, WD_STYLE_TYPE.CHARACTER).font.superscript = True
        self._in_notes, self._in_text = word.styles[TEXT_STYLE].style_id, word.styles[CALL_STYLE].style_id
        separators = OxmlElement("w:footnotePr")
        for number in ("-1", "0"):
            separators.append(with_attributes(OxmlElement("w:footnote"), id=number))
        settings = word.settings.element
        after = settings.find(qn("w:compat"))
        settings.append(separators) if after is None else after.addprevious(separators)

    def call(self, paragraph: Paragraph, call: Call) -> None:
        """Put the call of a footnote at the end of a paragraph; the footnote itself where it is called first."""
        if not call.first:
            self._again(paragraph, call)
            return
        self._write(call)
        first, last = _bookmark(call.number)
        paragraph._p.append(first)
        self._mark(paragraph).append(with_attributes(OxmlElement("w:footnoteReference"), id=str(call.number)))
        paragraph._p.append(last)

    def _mark(self, paragraph: Paragraph, words: str = "") -> Any:
        run = paragraph.add_run(words)._r
        run.style = self._in_text
        return run

    def _again(self, paragraph: Paragraph, call: Call) -> None:
        for kind in ("begin", "", "separate"):
            field = with_attributes(OxmlElement("w:fldChar"), fldCharType=kind) if kind else _shows(call.number)
            self._mark(paragraph).append(field)
        self._mark(paragraph, str(call.number))
        self._mark(paragraph).append(with_attributes(OxmlElement("w:fldChar"), fldCharType="end"))

    def _write(self, call: Call) -> None:
        note, p = call.note, OxmlElement("w:p")
        properties = OxmlElement("w:pPr")
        properties.append(with_attributes(OxmlElement("w:pStyle"), val=self._in_notes))
        p.append(properties)
        p.append(self._number())
        p.append(_run(f" {note.text}{': onrecord ' if note.page else ''}"))
        if note.page:
            p.append(self._linked(note.page, page_address(note.page, self._base)))
        if note.url:
            p.append(_run(". "))
            p.append(self._linked(note.url, note.url))
        footnote = with_attributes(OxmlElement("w:footnote"), id=str(call.number))
        footnote.append(p)
        self._part.element.append(footnote)

    def _number(self) -> Any:
        run, properties = OxmlElement("w:r"), OxmlElement("w:rPr")
        properties.append(with_attributes(OxmlElement("w:rStyle"), val=self._in_text))
        run.append(properties)
        run.append(OxmlElement("w:footnoteRef"))
        return run

    def _linked(self, words: str, address: str | None) -> Any:
        if address is None:
            return _run(words)
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), self._part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        link.append(_run(words))
        return link


def with_attributes(element: Any, **attributes: str) -> Any:
    """Return an element of a Word file with its attributes set, each by its name without the prefix."""
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element


def _run(words: str) -> Any:
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = words
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    run.append(text)
    return run


def _shows(number: int) -> Any:
    """Return the instruction of a field that shows the number of a footnote called before."""
    element = OxmlElement("w:instrText")
    element.text = f" NOTEREF note{number} \\f \\h "
    element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return element


def _bookmark(number: int) -> tuple[Any, Any]:
    start = with_attributes(OxmlElement("w:bookmarkStart"), id=str(number), name=f"note{number}")
    return start, with_attributes(OxmlElement("w:bookmarkEnd"), id=str(number))
