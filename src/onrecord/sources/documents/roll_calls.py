"""Roll calls printed by the Council: resolutions and decisions, session reports, press releases in three languages."""

import re
from collections.abc import Iterator
from heapq import merge

from onrecord.sources.documents.opened import Found, Opened, Reader
from onrecord.sources.looks import Form, form_of
from onrecord.sources.printed import begins, printed
from onrecord.sources.printed.lines import Line, Part, Printed
from onrecord.sources.votes_printed.flow import Flow, flow_of
from onrecord.sources.votes_printed.requests import requests_in
from onrecord.sources.votes_printed.sponsors import sponsors_in
from onrecord.sources.votes_printed.statements import Ordinals, said_of
from onrecord.sources.votes_printed.subjects import subjects_of
from onrecord.sources.votes_printed.votes import NEAR, VotePrinted, votes_in
from onrecord.sources.votes_printed.wording import Event, Head, events_in, promises_of
from onrecord.vocabulary.errors import UnreadableDocument
from onrecord.vocabulary.places import Place
from onrecord.vocabulary.statements import DocumentSaid, Left, Statement, WhyLeft
from onrecord.vocabulary.states import Gazetteer

_TITLE = re.compile(
    r"^(?:report\s+of\s+the\s+human\s+rights\s+council\b"
    r"|(?:resolution|decision)s?(?:\s+and\s+decisions?)?\s+adopted\s+by\s+the\s+human\s+rights\s+council\b)",
    re.I | re.M,
)
_COUNCIL = re.compile(
    r"human\s+rights\s+council|conseil\s+des\s+droits\s+de\s+l.homme|consejo\s+de\s+derechos\s+humanos|A/HRC/", re.I
)
# What tells a document that prints votes from one that speaks of them: a list of names, or a footer in brackets, or the
# line of a press release on one draft.
_NAMES = re.compile(r"[*\d\s]*[A-ZÀ-Þ]")
_FOOTER = re.compile(r"^\[[^\[\]]{0,400}\Z", re.M)
_DRAFT = re.compile(r"\(A/HRC/(?:S-)?\d{1,3}/L\.\s?\d{1,3}[^()]{0,40}\)[^.]{0,400}\Z")
_BEFORE = 500
_JOB = re.compile(r"\bGE\.\s?\d\d-\d{3,6}")
_FIRST_LINES = 60
_LOOKED_THROUGH = 8_000_000


def _recognises(opened: Opened) -> bool:
    """Whether a document is a text adopted by the Council, its report, or tells how the Council voted."""
    if form_of(opened.head) not in (Form.PDF, Form.ZIP, Form.HTML, Form.TEXT):
        return False
    first = "\n".join(line.text for line in begins(opened)[:_FIRST_LINES])
    if _TITLE.search(first):
        return True
    return opened.size < _LOOKED_THROUGH and _COUNCIL.search(first) is not None and _tells_votes(opened)


def _tells_votes(opened: Opened) -> bool:
    try:
        flow = flow_of(printed(opened).lines)
    except UnreadableDocument:
        return False
    return any(_is_printed(event, flow.text) for event in events_in(flow.text))


def _is_printed(event: Event, text: str) -> bool:
    if isinstance(event, Head):
        return _NAMES.match(text, event.end) is not None
    before = text[max(0, event.start - _BEFORE) : event.start]
    return _FOOTER.search(before) is not None or _DRAFT.search(before) is not None


def _read(opened: Opened, gazetteer: Gazetteer) -> Iterator[Found]:
    """Yield what the document is, then its votes, sponsors and requests in its order; pages without text are left."""
    document = printed(opened)
    yield from (Left(WhyLeft.MISSING_FIELD, Place(), note, "text on every page") for note in document.notes)
    if not document.lines:
        raise UnreadableDocument(opened.name, "its text", "words", "none")
    flow = flow_of(document.lines)
    yield from _itself(document, flow)
    votes = _votes(flow, document.lines, gazetteer)
    beside = (sponsors_in(flow, gazetteer), requests_in(flow, gazetteer))
    for at, found in merge(votes, *beside, key=lambda placed: placed[0]):
        opened.told(opened.size * at // max(1, len(flow.text)))
        yield found
    opened.told(opened.size)


def _votes(flow: Flow, lines: tuple[Line, ...], gazetteer: Gazetteer) -> Iterator[tuple[int, Found]]:
    ordinals = Ordinals()
    votes = list(votes_in(flow, events_in(flow.text), subjects_of(flow, lines), gazetteer))
    unkept = ((at, _unkept(flow, at)) for at in promises_of(flow.text) if not any(_keeps(vote, at) for vote in votes))
    said = ((vote.start, found) for vote in votes for found in said_of(vote, ordinals.key(vote), flow, gazetteer))
    yield from merge(said, unkept, key=lambda placed: placed[0])


def _keeps(vote: VotePrinted, at: int) -> bool:
    """Whether a vote's lists stand behind the words at a place that say they follow."""
    firsts = [listed.head.start for listed in vote.lists.values()]
    return bool(firsts) and at < min(firsts) < at + NEAR


def _unkept(flow: Flow, at: int) -> Left:
    told = " ".join(flow.text[at : at + 120].split())
    return Left(WhyLeft.MISSING_FIELD, flow.place(at), told, "the lists of a vote")


def _itself(document: Printed, flow: Flow) -> Iterator[Statement]:
    own = subjects_of(flow, document.lines).own
    job = next((m[0] for line in document.lines if line.part is Part.HEADER and (m := _JOB.search(line.text))), None)
    if own or job:
        day = flow.days[0][1] if own and flow.days else None
        said = DocumentSaid(own, document.title, day, job_number=job)
        yield Statement(said, Place(1 if document.pages else None), own or job or "")


READER = Reader("roll calls", _recognises, _read)
