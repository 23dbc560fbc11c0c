"""Drafts of the Human Rights Council (A/HRC/58/L.1): the states listed on top as sponsors."""

import re
from collections.abc import Iterator

from onrecord.sources.documents.opened import Found, Opened, Reader
from onrecord.sources.looks import Form, form_of
from onrecord.sources.naming import NameRead, names_in_list
from onrecord.sources.printed import begins, printed
from onrecord.sources.printed.lines import Line, Part
from onrecord.sources.votes_printed.flow import Flow, flow_of
from onrecord.sources.votes_printed.lists import names_at
from onrecord.vocabulary.errors import UnreadableDocument
from onrecord.vocabulary.places import Place
from onrecord.vocabulary.statements import DocumentSaid, Left, SponsorRole, SponsorSaid, Statement, WhyLeft
from onrecord.vocabulary.states import Gazetteer
from onrecord.vocabulary.symbols import standard_symbol

_SYMBOL = re.compile(r"A/HRC/(?:S-|OM/)?\d{1,3}/L\.\s?\d{1,3}(?:/(?:Rev|Add|Corr)\.\d{1,2})*", re.I)
_REPORT = re.compile(r"\breport\s+of\s+the\b", re.I)
_HEAD = re.compile(
    r":\s*(?:revised\s+)?(?:draft\s+(?:resolution|decision)|(?:proposed\s+)?amendments?\b|projet\s+de|proyecto\s+de)",
    re.I,
)
_AGENDA_ITEM = re.compile(r"^(?:Agenda\s+items?|Points?|Temas?)\s+\d.*$", re.M | re.I)
_NOT_A_MEMBER = re.compile(r"(?P<mark>[*†]+|\d{1,2})\s*(?:States?|État|Estado)\s+(?:not\s+a|not|non)\s+member", re.I)
_FIRST_LINES = 80
_MOST = 8_000


def _recognises(opened: Opened) -> bool:
    """Whether a document bears a draft's symbol on top, and a list of sponsors that ends in "draft resolution"."""
    if form_of(opened.head) not in (Form.PDF, Form.ZIP, Form.HTML, Form.TEXT):
        return False
    first = begins(opened)[:_FIRST_LINES]
    text = "\n".join(line.text for line in first[:25])
    flow = flow_of(first)
    return _SYMBOL.search(text) is not None and _REPORT.search(text) is None and _list(flow) is not None


def _read(opened: Opened, gazetteer: Gazetteer) -> Iterator[Found]:
    """Yield what the draft is, and each state listed as a sponsor, with whether it is marked as no member."""
    lines = printed(opened).lines
    flow = flow_of(lines)
    listed = _list(flow)
    symbol = next((m[0] for line in lines[:25] if (m := _SYMBOL.search(line.text))), None)
    if listed is None or symbol is None:
        expected = "a draft's symbol and its list of sponsors"
        raise UnreadableDocument(opened.name, "its first page", expected, "none")
    standard = standard_symbol("".join(symbol.split())) or symbol
    day = flow.days[0][1] if flow.days else None
    yield Statement(DocumentSaid(standard, date=day), Place(1 if lines[0].page else None), symbol)
    mark = _mark(lines)
    start, end = listed
    for at, read in names_at(flow, start, end, names_in_list(flow.text[start:end], gazetteer, day)):
        yield from _said(standard, read, mark, flow.place(at))
    opened.told(opened.size)


def _list(flow: Flow) -> tuple[int, int] | None:
    """Return where the list of sponsors begins and ends: behind the agenda item, up to ": draft resolution"."""
    head = _HEAD.search(flow.text, 0, _MOST)
    if head is None:
        return None
    before = [match.end() for match in _AGENDA_ITEM.finditer(flow.text, 0, head.start())]
    if not before:
        return None
    return _behind_title(flow, before[-1], head.start()), head.start()


def _behind_title(flow: Flow, start: int, end: int) -> int:
    """Return where the list begins: the title of the agenda item, in bold, stands between."""
    row = flow.line_at(start) + 1
    while row < len(flow.lines) and flow.starts[row] < end and flow.lines[row].bold:
        row += 1
    return flow.starts[row] if row < len(flow.lines) and flow.starts[row] < end else start


def _mark(lines: tuple[Line, ...]) -> str | None:
    """Return the mark that a footnote explains as that of states which are not members of the Council."""
    notes = " ".join(line.text for line in lines if line.part is Part.FOOTNOTE)
    match = _NOT_A_MEMBER.search(notes) or _NOT_A_MEMBER.search(" ".join(line.text for line in lines))
    return match["mark"] if match else None


def _said(symbol: str, read: NameRead, mark: str | None, place: Place) -> Iterator[Found]:
    if read.why is not None:
        yield Left(read.why, place, read.printed, "a name of one state", read.candidates)
    if read.mark and read.mark != mark:
        yield Left(WhyLeft.UNREAD_FIELD, place, read.printed, "a mark that a footnote explains")
    if read.state is not None:
        member = None if mark is None or read.mark not in ("", mark) else read.mark != mark
        said = SponsorSaid(symbol, read.state, SponsorRole.SPONSOR, member)
        yield Statement(said, place, read.printed)


READER = Reader("draft with its sponsors", _recognises, _read)
