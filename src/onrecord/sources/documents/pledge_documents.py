"""Reads the notes verbales by which states present their candidacy to the Human Rights Council, and their annexes."""

import re
from collections.abc import Iterator

from onrecord.sources.documents.opened import Found, Opened, Reader
from onrecord.sources.documents.pledges.annex import clauses
from onrecord.sources.documents.visit_days import one_day
from onrecord.sources.naming import name_read
from onrecord.sources.printed import begins, printed
from onrecord.sources.printed.lines import Line, Part, Printed
from onrecord.vocabulary.errors import UnreadableDocument
from onrecord.vocabulary.places import Place
from onrecord.vocabulary.statements import DocumentSaid, Left, PledgeDocumentSaid, Statement, WhyLeft
from onrecord.vocabulary.states import Gazetteer
from onrecord.vocabulary.symbols import standard_symbol

ADDRESSEES = (
    "President of the General Assembly",
    "Secretary-General",
    "Secretariat",
    "Office of the Secretary-General",
    "President of the Human Rights Council",
    "Office of the President of the General Assembly",
)
"""To whom such notes are addressed."""

_LETTER = re.compile(
    r"(?:note verbale|letter|identical notes verbales|aide-memoire)\s+dated\s+(?P<dated>\d{1,2} \w{3,9} \d{4})\s+from"
    r"\s+(?:the\s+)?(?P<sender>.{5,250}?)\s+addressed\s+to\s+(?:the\s+)?"
    r"(?P<to>(?:Office\s+of\s+the\s+)?(?:President\s+of\s+the\s+(?:General\s+Assembly|Human\s+Rights\s+Council)"
    r"|Secretary-General|Secretariat)|\S+(?:\s+\S+){0,3})",
    re.S | re.I,
)
_OF = re.compile(
    r"(?:mission|representative|chargée? d[’']affaires(?: a\.?i\.?)?)\s+of\s+(?:the permanent mission of\s+)?"
    r"(?P<state>.+?)"
    r"(?:\s+to\s+the\s+(?:united nations|office of the united nations|un)\b.*|,?\s*)$",
    re.I | re.S,
)
_SYMBOL = re.compile(r"A/\d{2,3}/\d{1,4}(?:/(?:Rev|Add|Corr)\.\d)?(?![/\d])")
_ITEM = re.compile(
    r"(?:agenda )?item\s+(?P<item>\d{1,3}\s*(?:\(\s*[a-z]\s*\))?)",
    re.I,
)
_SESSION = re.compile(
    r"(?P<session>(?:fif|six|seven|eigh|nine)t(?:y|ieth)(?:-[a-z]+)?|\d{2,3}(?:st|nd|rd|th)) session", re.I
)
_ELECTION = re.compile(r"election\s+of\s+(?P<n>[\w-]+)\s+members?\s+(?:of|to)\s+the\s+Human\s+Rights\s+Council", re.I)
_TERM = re.compile(
    r"(?:term|period|membership|years?)\b[^.]{0,60}?\b(?P<first>20\d\d)\s*(?:[-–—/]|to|until)\s*(?P<last>20\d\d|\d\d)\b",
    re.I,
)
_RESOLUTION = re.compile(r"resolutions?\s+(?P<written>\d{2}[\d ]{0,2}[/1lI|][\d ]{2,6})(?![\d/])")
_LAST_SESSION, _LAST_RESOLUTION = 99, 400


def recognises(opened: Opened) -> bool:
    """Whether a file is a note verbale or letter on a candidacy to the Human Rights Council."""
    lines = [line for line in begins(opened)[:150] if line.part is not Part.FOOTNOTE]
    text = " ".join(line.text for line in lines)
    spoken_of = "Human Rights Council" in text and re.search(r"candida|election|pledge", text, re.I)
    return bool(spoken_of and (title := _title(lines)) and _OF.search(title["sender"]))


def _title(lines: list[Line]) -> re.Match[str] | None:
    """Return the note's title: it begins a line with a capital; who cites a note says "the letter dated"."""
    found = _LETTER.finditer("\n".join(line.text for line in lines))
    return next((m for m in found if m[0][0].isupper() and m.string[m.start() - 1 : m.start()] in ("", "\n")), None)


def read(opened: Opened, gazetteer: Gazetteer) -> Iterator[Found]:
    """Yield the document's own data, the note's, then each clause of the annex under its number."""
    document = printed(opened)
    lines = [line for line in document.lines if line.part not in (Part.HEADER, Part.FOOTNOTE)]
    text = " ".join(line.text for line in lines)
    yield from _document(document, text)
    letter = _LETTER.search(text)
    if letter is None:
        raise UnreadableDocument(opened.name, "its first page", "a note verbale dated and addressed", "none")
    place = _place_of(lines, letter.start())
    sender = _OF.search(letter["sender"])
    written = sender["state"] if sender else letter["sender"]
    dated = one_day(letter["dated"])
    state = name_read(written, gazetteer, dated)
    if dated is None:
        yield Left(WhyLeft.UNKNOWN_VALUE, place, letter["dated"], "the day of the note")
    if state.why is not None:
        yield Left(state.why, place, written, "the state that presents its candidacy", state.candidates)
    yield from _misprints(lines)
    if state.state is None:
        return
    yield from _note(state.state, letter, text, place)
    yield from clauses(lines, state.state)


def _document(document: Printed, text: str) -> Iterator[Found]:
    symbol = _symbol(document)
    title = _LETTER.search(text)
    if symbol is None:
        yield Left(WhyLeft.MISSING_FIELD, Place(), "", "the document's symbol, as A/67/122")
    said = DocumentSaid(symbol=symbol, title=" ".join(title[0].split()) if title else document.title)
    yield Statement(said, Place(), said.title or symbol or "")


def _symbol(document: Printed) -> str | None:
    """Return the symbol printed first: the masthead's, or the page header's where the masthead has none."""
    found = (m[0] for line in document.lines for m in _SYMBOL.finditer(line.text))
    return next((standard for written in found if (standard := standard_symbol(written))), None)


def _note(state: str, letter: re.Match[str], text: str, place: Place) -> Iterator[Found]:
    to = " ".join(letter["to"].split())
    known = next((name for name in ADDRESSEES if to.casefold().startswith(name.casefold())), None)
    if known is None:
        yield Left(WhyLeft.UNKNOWN_VALUE, place, to, f"one of {'; '.join(ADDRESSEES)}")
    head = text[: letter.end()]
    item, session, election = _ITEM.search(head), _SESSION.search(head), _ELECTION.search(head)
    for found, expected in ((item, "an agenda item"), (session, "a session"), (election, "an election of members")):
        if found is None:
            yield Left(WhyLeft.MISSING_FIELD, place, "", expected)
    term = _TERM.search(text)
    first_last = (
        f"{term['first']}-{term['first'][:2] if len(term['last']) == 2 else ''}{term['last']}" if term else None
    )
    said = PledgeDocumentSaid(
        state,
        standard_symbol(found[0]) if (found := _SYMBOL.search(head)) else None,
        one_day(letter["dated"]),
        known or to,
        first_last,
        " ".join(item["item"].split()) if item else None,
        session["session"].casefold() if session else None,
        " ".join(election[0].split()) if election else None,
    )
    yield Statement(said, place, " ".join(letter[0].split()))


def _misprints(lines: list[Line]) -> Iterator[Left]:
    """Yield the numbers of resolutions whose stroke was read as a one or torn apart, with what they can stand for."""
    for line in lines:
        for match in _RESOLUTION.finditer(line.text):
            written = match["written"].strip()
            if not re.fullmatch(r"\d+/\d+", written):
                readings = _readings(written)
                why = WhyLeft.SPELLING if len(readings) == 1 else WhyLeft.UNKNOWN_VALUE
                place = Place(page=line.page, row=line.row)
                yield Left(why, place, written, "a resolution's number, as 60/251", readings)


def _readings(written: str) -> tuple[str, ...]:
    squeezed = "".join(written.split())
    strokes = [at for at, letter in enumerate(squeezed) if letter in "/1lI|"]
    found = ((squeezed[:at], squeezed[at + 1 :]) for at in strokes)
    return tuple(
        f"A/RES/{session}/{number}"
        for session, number in found
        if session.isdigit() and number.isdigit() and not number.startswith("0")
        if 40 <= int(session) <= _LAST_SESSION and int(number) <= _LAST_RESOLUTION
    )


def _place_of(lines: list[Line], at: int) -> Place:
    length = 0
    for line in lines:
        length += len(line.text) + 1
        if length > at:
            return Place(page=line.page, row=line.row)
    return Place()


READER = Reader("note verbale on a candidacy to the Human Rights Council", recognises, read)
