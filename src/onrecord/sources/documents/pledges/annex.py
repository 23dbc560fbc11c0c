"""The annex of a note verbale in its clauses: numbered, lettered, with a bullet, or paragraphs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from onrecord.sources.documents.opened import Found
from onrecord.sources.printed.lines import Line, Part
from onrecord.vocabulary.places import Place
from onrecord.vocabulary.statements import Left, PledgeSaid, Statement, WhyLeft

_ANNEX = re.compile(r"(?:annex|enclosure|appendix)(?:\s+[IVX]+)?(?:\s+to\s+the\s+(?:note|letter).*)?\*?", re.I)
_NUMBERED = re.compile(r"(?P<number>\d{1,3}(?:\.\d{1,2})*)\s*[.)]\s*(?P<text>\D.*|)", re.S)
_LETTERED = re.compile(r"[(]?(?P<number>[a-z]|[ivx]{2,5})[)]\s*(?P<text>.*)", re.S)
_BULLET = re.compile(r"[•●▪■◦‣∙·*–—-]\s+(?P<text>.*)", re.S)
_HEADED = re.compile(r"(?:[A-Z]|[IVX]{1,5})\.\s+[A-Z].{2,120}")
_SENTENCE_ENDS = (".", ";", ":", "?", "!", ",")


@dataclass
class _Clause:
    number: str
    line: Line
    printed: bool
    under: str | None
    parts: list[str] = field(default_factory=list)


def clauses(lines: list[Line], state: str) -> Iterator[Found]:
    """Yield each clause that follows the word Annex; one without a printed number has its place among those."""
    start = next((at for at, line in enumerate(lines) if _ANNEX.fullmatch(line.text.strip())), None)
    if start is None:
        yield Left(WhyLeft.MISSING_FIELD, Place(), "", "an annex")
        return
    begun: list[_Clause] = []
    for clause in _clauses(lines[start + 1 :]):
        begun.append(clause)
        text = " ".join(part for part in clause.parts if part)
        place = Place(page=clause.line.page, paragraph=clause.number if clause.printed else None, row=clause.line.row)
        yield Statement(PledgeSaid(state, clause.number, text, clause.under), place, text)
    yield from _gaps(begun)
    if not begun:
        yield Left(WhyLeft.MISSING_FIELD, Place(), "", "clauses of the annex")


def _clauses(lines: list[Line]) -> Iterator[_Clause]:
    now: _Clause | None = None
    heading: str | None = None
    numbered: str | None = None
    goes_on, n = False, 0
    for line in lines:
        text = line.text.strip()
        number, words, level = _opening(text)
        if not goes_on and _ANNEX.fullmatch(text):
            continue
        if not goes_on and level == 0 and _is_heading(line, text):
            if now is not None:
                yield now
            now, heading, numbered = None, text, None
        elif level or now is None or not goes_on:
            if now is not None:
                yield now
            n += 1
            under = (numbered or heading) if level == 2 else heading
            numbered = number if level == 1 else numbered
            now = _Clause(number or str(n), line, number is not None, under, [words])
        else:
            now.parts.append(text)
        goes_on = line.goes_on
    if now is not None:
        yield now


def _opening(text: str) -> tuple[str | None, str, int]:
    """Return the number that opens a clause, its words, and how deep it stands: 1 numbered, 2 lettered, 0 none."""
    if match := _NUMBERED.fullmatch(text):
        return match["number"], match["text"], 1
    if match := _LETTERED.fullmatch(text):
        return f"({match['number']})", match["text"], 2
    if match := _BULLET.fullmatch(text):
        return None, match["text"], 2
    return None, text, 0


def _is_heading(line: Line, text: str) -> bool:
    if line.part is Part.HEADING or _HEADED.fullmatch(text):
        return not text.endswith(_SENTENCE_ENDS[:3]) or line.part is Part.HEADING
    short = len(text) <= 120 and not text.endswith(_SENTENCE_ENDS)
    return short and (line.bold or text.isupper())


def _gaps(begun: list[_Clause]) -> Iterator[Left]:
    """Yield where the numbers printed do not follow one another: a paragraph was not read, or is not there."""
    before = 0
    for clause in begun:
        if not clause.printed or not clause.number.isdigit():
            continue
        number = int(clause.number)
        if number != before + 1 and number != 1:
            place = Place(page=clause.line.page, paragraph=clause.number, row=clause.line.row)
            yield Left(WhyLeft.DISAGREES, place, clause.number, f"paragraph {before + 1} after paragraph {before}")
        before = number
