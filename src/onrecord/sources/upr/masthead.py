"""What a report of the Working Group, or its addendum, says of itself on its first pages."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import islice

from onrecord.sources.naming import name_read
from onrecord.sources.printed.lines import Line, Part
from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.places import Place
from onrecord.vocabulary.statements import Left, WhyLeft
from onrecord.vocabulary.states import Gazetteer
from onrecord.vocabulary.symbols import SymbolKind, parse_symbol

LOOKED_AT = 160
"""How many lines, of those that say something, a masthead may take."""

TITLED_WITHIN = 60
"""Within how many lines of the first page the title stands; below, such words are a citation's."""

_TITLE = re.compile(
    r"report\s+of\s+the\s+working\s+group\s+on\s+the\s+universal\s+periodic\s+review\s*[*\d]*(?:$|\s*[:–—-])",
    re.IGNORECASE,
)
_TITLE_ENDS = re.compile(r"\breview\s*[*\d]*$", re.IGNORECASE)
_SYMBOL = re.compile(r"(?:United Nations\s+)?(A/HRC/(?:WG\.6/)?\d+/(?:L\.)?\d+(?:/(?:Add|Corr|Rev)\.\s?\d+)*)\*?")
_DATE = re.compile(r"(?:Distr\.?:?\s*General\s*)?(\d{1,2} (?:[A-Z][a-z]+) \d{4})")
_SESSION = re.compile(r"\bheld\s+its\s+([a-z]+(?:-[a-z]+)?)\s+session\b")
_REVIEWED = re.compile(
    r"\bThe\s+review\s+of\s+(?P<state>.{3,80}?)\s+was\s+held\b.{0,60}?\bon\s+(?P<day>\d{1,2} [A-Z][a-z]+ \d{4})"
)
_UNITS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh"),
    *("twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"),
)
_TENS = {"twent": 20, "thirt": 30, "fort": 40, "fift": 50, "sixt": 60, "sevent": 70, "eight": 80, "ninet": 90}


@dataclass(slots=True)
class Masthead:
    """The document's symbol, date and state under review, the session that reviewed it, and what was left."""

    symbol: str | None = None
    dated: date | None = None
    state: str | None = None
    session: int | None = None
    reviewed: date | None = None
    line: Line | None = None
    left: list[Left] = field(default_factory=list)

    @property
    def report(self) -> str | None:
        """The symbol of the report: of an addendum, the one it belongs to."""
        return re.sub(r"/Add\.\d+.*", "", self.symbol) if self.symbol else None

    @property
    def day(self) -> date | None:
        """The day by which the names of states are read: that of the review, else the document's date."""
        return self.reviewed or self.dated


def is_titled(lines: Sequence[Line]) -> bool:
    """Whether the title of a Working Group's report stands on top, alone on up to three lines; cited, it is none."""
    on_top = (line for line in lines if line.page in (None, 1) and line.part not in (Part.FOOTNOTE, Part.HEADER))
    texts = [line.text for line in islice(on_top, TITLED_WITHIN)]
    return any(_TITLE.match(" ".join(texts[at : at + n])) for at in range(len(texts)) for n in (1, 2, 3))


def masthead(lines: Sequence[Line], gazetteer: Gazetteer) -> Masthead:
    """Return what the first lines say; what is not there is None, and left where it should be."""
    first = [line for line in lines if line.text][:LOOKED_AT]
    found = Masthead()
    text = " ".join(line.text for line in first)
    found.symbol = _symbol(first)
    days = (_day(match[1]) for line in first if (match := _DATE.fullmatch(line.text)))
    found.dated = next((day for day in days if day), None)
    session, reviewed = _SESSION.search(text), _REVIEWED.search(text)
    found.session = ordinal(session[1]) if session else None
    found.reviewed = _day(reviewed["day"]) if reviewed else None
    _take_state(found, first, reviewed["state"] if reviewed else None, gazetteer)
    return found


def _symbol(lines: Iterable[Line]) -> str | None:
    """Return the first symbol of a Council or Working Group document that stands alone on a line."""
    for line in lines:
        match = _SYMBOL.fullmatch(line.text)
        try:
            symbol = parse_symbol(match[1]) if match else None
        except NotInVocabulary:
            continue
        if symbol and symbol.kind in (SymbolKind.COUNCIL_REPORT, SymbolKind.UPR_DOCUMENT):
            return symbol.text
    return None


def _take_state(found: Masthead, lines: Sequence[Line], in_text: str | None, gazetteer: Gazetteer) -> None:
    """Set the state under review: the line below the title, and the one whose review the text says was held."""
    titled, found.line = _below_the_title(lines, gazetteer, found.day)
    said = name_read(in_text, gazetteer, found.day).state if in_text else None
    found.state = titled or said
    where = Place(page=found.line.page, row=found.line.row) if found.line else Place()
    if titled and said and titled != said:
        expected = f"one state under review, not {gazetteer.name(titled)} and {gazetteer.name(said)}"
        found.left.append(Left(WhyLeft.DISAGREES, where, in_text or "", expected))
    if found.state is None:
        printed = " ".join(line.text for line in lines[:12])[:200]
        found.left.append(Left(WhyLeft.NO_SUBJECT, where, printed, "the state under review below the title"))


def _below_the_title(lines: Sequence[Line], gazetteer: Gazetteer, on: date | None) -> tuple[str | None, Line | None]:
    for at, line in enumerate(lines[:-1]):
        if not _TITLE_ENDS.search(line.text):
            continue
        for name in (lines[at + 1].text, " ".join(below.text for below in lines[at + 1 : at + 3])):
            read = name_read(name.rstrip("*"), gazetteer, on)
            if read.state:
                return read.state, lines[at + 1]
    return None, None


def _day(written: str) -> date | None:
    try:
        return datetime.strptime(written, "%d %B %Y").replace(tzinfo=None).date()
    except ValueError:
        return None


def ordinal(word: str) -> int | None:
    """Return the number an English ordinal in words means, from "first" to "ninety-ninth"; None for another word."""
    tens, _, unit = word.casefold().rpartition("-")
    if not tens and unit in _UNITS:
        return _UNITS.index(unit) + 1
    if not tens and unit.endswith("ieth"):
        return _TENS.get(unit.removesuffix("ieth"))
    first = _TENS.get(tens.removesuffix("y"))
    return first + _UNITS.index(unit) + 1 if first and unit in _UNITS[:9] else None
