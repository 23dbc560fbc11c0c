"""Reads a status page of the UN Treaty Collection as XML: the treaty, its participants, what they declared."""

import re
from collections.abc import Iterator
from html import unescape

from lxml import etree  # ty: ignore[missing-module-member]  (lxml comes without types)

from onrecord.sources.documents.opened import Found, Opened, Reader
from onrecord.sources.documents.treaties.participants import PARTICIPANT, Participants
from onrecord.sources.naming import name_read
from onrecord.vocabulary.errors import UnreadableDocument
from onrecord.vocabulary.places import Place
from onrecord.vocabulary.statements import (
    DeclarationSaid,
    Left,
    Statement,
    TreatySaid,
    TreatyTotalsSaid,
    WhyLeft,
)
from onrecord.vocabulary.states import Gazetteer

LARGEST = 60_000_000
"""The most bytes of a page; the longest, with all declarations and objections, has about three million."""

SECTIONS = frozenset(
    (
        "Declarations",
        "Objections",
        "DeclarationsUnderArticle",
        "Notifications",
        "TerritorialApplications",
    )
)
"""The parts of a page in which participants say something, by their tags."""

_FRAME = frozenset(("Treaty", "ExternalData", "Chapter", "Participants", "SpecialTables")) | SECTIONS
_EXTERNAL = {
    "Titlesect": "title",
    "Conclusion": "concluded",
    "EIF": "in_force",
    "Registration": "registered",
    "TreatyText": "text_at",
}
_KNOWN = _FRAME | _EXTERNAL.keys() | {"Status"}
_TABLED = frozenset(("Entry", "Column"))
_MARKUP = re.compile(r"</?[A-Za-z][^<>]*>")
_NUMBERED = re.compile(r"(?P<number>\d+)\s*\.\s*(?:\(?(?P<part>[a-z])\s*\)\s*)?(?P<title>.*)", re.S)
_CHAPTER = re.compile(r"chapter\s+(?P<roman>[IVXLC]+)", re.I)


def recognises(opened: Opened) -> bool:
    """Whether a file is such a page: XML with the parts of one."""
    head = opened.head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return head.startswith(b"<") and b"<Treaty" in head and (b"<ExternalData" in head or b"<Participants" in head)


def read(opened: Opened, gazetteer: Gazetteer) -> Iterator[Found]:
    """Yield the treaty, its totals, an act for each dated cell, then what participants declared, as they come."""
    if opened.size > LARGEST:
        raise UnreadableDocument(opened.name, "the file", f"at most {LARGEST:,} bytes", f"{opened.size:,}")
    page = _Page(gazetteer)
    with opened.open() as stream:
        events = etree.iterparse(
            stream, events=("end",), resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
        )
        try:
            for _, element in events:
                yield from page.end(element)
        except etree.XMLSyntaxError as error:
            yield from page.disagreements()
            expected = "well-formed XML to the page's end"
            yield Left(WhyLeft.CUT_SHORT, Place(row=error.lineno), (error.msg or "")[:200], expected)
            return
    yield from page.disagreements()
    if not page.participants.rows:
        yield Left(WhyLeft.MISSING_FIELD, Place(field="Participants"), "", "rows of participants")


class _Page:
    """What a page has said so far, while its elements end one after another."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.participants = Participants("", gazetteer)
        self._gazetteer = gazetteer
        self._chapter: str | None = None
        self._totals: TreatyTotalsSaid | None = None
        self._said: dict[str, int] = {}
        self._unread: set[str] = set()

    def end(self, element: etree._Element) -> Iterator[Found]:
        """Yield what an element says whose end was read."""
        tag = _tag(element)
        parent = element.getparent()
        above = _tag(parent) if parent is not None else ""
        if tag == "Header" and above == "Chapter":
            chapter = _CHAPTER.search(_words(element))
            self._chapter = chapter["roman"].upper() if chapter else None
        elif tag == "ExternalData":
            yield from self._treaty(element)
        elif tag == "Row":
            yield from self._row([_words(child) for child in element if _tag(child) in _TABLED], element)
        elif tag == "TableHeader":
            yield from self.participants.header([_words(child) for child in element], None)
        elif above in SECTIONS and element.find("Participant") is not None:
            yield from self._declaration(element, above)
        elif (above in _FRAME - {"Chapter", "Participants", "SpecialTables"} or above.endswith("MTDSG")) and (
            tag not in _KNOWN and not _holds_table(element)
        ):
            yield from self._unknown(tag, element)

    def disagreements(self) -> Iterator[Left]:
        """Yield the totals that the rows contradict."""
        if self._totals is not None:
            yield from self.participants.disagreements(self._totals, Place(field="Status"))

    def _treaty(self, element: etree._Element) -> Iterator[Found]:
        words = {field: _words(found) for tag, field in _EXTERNAL.items() if (found := element.find(tag)) is not None}
        number = _NUMBERED.match(words.get("title", ""))
        title = number["title"].strip() if number else words.get("title", "")
        if self._chapter and number:
            part = f"-{number['part']}" if number["part"] else ""
            self.participants.treaty = f"{self._chapter}-{int(number['number'])}{part}"
        else:
            self.participants.treaty = title
            expected = "the chapter's number and the treaty's, which together name it"
            yield Left(WhyLeft.NO_SUBJECT, Place(field="Titlesect"), words.get("title", ""), expected)
        said = TreatySaid(
            self.participants.treaty,
            title or None,
            words.get("concluded"),
            _labelled(element, "EIF"),
            _labelled(element, "Registration"),
            _labelled(element, "TreatyText"),
        )
        yield Statement(said, Place(field="ExternalData"), words.get("title", ""))
        yield from self._status(element.find("Status"))

    def _status(self, status: etree._Element | None) -> Iterator[Found]:
        if status is None:
            yield Left(WhyLeft.MISSING_FIELD, Place(field="Status"), "", "how many signatories and parties there are")
            return
        counts: list[int | None] = []
        for tag in ("Signatories", "Parties"):
            found = status.find(tag)
            text = _words(found) if found is not None else ""
            counts.append(int(text) if re.fullmatch(r"[0-9]{1,4}", text) else None)
            if text and counts[-1] is None:
                yield Left(WhyLeft.UNKNOWN_VALUE, Place(field=tag), text, "a number")
        self._totals = TreatyTotalsSaid(self.participants.treaty, counts[0], counts[1])
        yield Statement(self._totals, Place(field="Status"), _words(status))

    def _row(self, cells: list[str], element: etree._Element) -> Iterator[Found]:
        for child in element:
            if isinstance(child.tag, str) and _tag(child) not in _TABLED:
                yield from self._unknown(f"Row/{_tag(child)}", child)
        if cells and PARTICIPANT.fullmatch(cells[0]):
            yield from self.participants.header(cells, None)
        elif cells and self.participants.begun:
            yield from self.participants.row(cells, self.participants.rows + 1)
        elif any(cells):
            yield Left(
                WhyLeft.NO_SUBJECT,
                Place(row=self.participants.rows + 1),
                " | ".join(cells)[:300],
                "a row below a header",
            )

    def _declaration(self, element: etree._Element, section: str) -> Iterator[Found]:
        self._said[section] = n = self._said.get(section, 0) + 1
        place = Place(row=n, field=section)
        name = _words(element.find("Participant"))
        paragraphs = [_words(child) for child in element if _tag(child) == "Text"]
        for child in element:
            if isinstance(child.tag, str) and _tag(child) not in {"Participant", "Text"}:
                yield from self._unknown(f"{section}/{_tag(child)}", child)
        read = name_read(name.strip("[]"), self._gazetteer)
        if read.why is not None:
            yield Left(read.why, place, name, "a participant that is a state", read.candidates)
        text = "\n".join(paragraph for paragraph in paragraphs if paragraph)
        if read.state is not None and text:
            said = DeclarationSaid(self.participants.treaty, read.state, text, section)
            yield Statement(said, place, f"{name}: {text}")
        elif not text:
            yield Left(WhyLeft.MISSING_FIELD, place, name, "the words of a declaration")

    def _unknown(self, tag: str, element: etree._Element) -> Iterator[Left]:
        if tag not in self._unread and len(self._unread) < 200:
            self._unread.add(tag)
            yield Left(WhyLeft.UNREAD_FIELD, Place(field=tag), _words(element)[:300], "an element this reader knows")


def _tag(element: etree._Element) -> str:
    """Return an element's name without its namespace; "" for a comment, an instruction or an entity."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _holds_table(element: etree._Element) -> bool:
    return next(element.iter("Row"), None) is not None


def _words(element: etree._Element) -> str:
    """Return an element's words; the markup its text holds, such as a footnote's number set high, becomes a space."""
    return " ".join(unescape(_MARKUP.sub(" ", " ".join(element.itertext()))).split())


def _labelled(element: etree._Element, tag: str) -> str | None:
    found = element.find(tag)
    if found is None:
        return None
    words = [_words(child) for child in found if _tag(child) in {"Labeltext", "Text"}]
    return " ".join(words).strip() or _words(found) or None


READER = Reader("UN Treaty Collection status page as XML", recognises, read)
