"""OHCHR's matrices of recommendations: a table with a recommendation, its position and its themes in each row."""

import re
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import groupby

from onrecord.sources.documents.opened import Found, Opened, Reader
from onrecord.sources.naming import name_read, names_in_list
from onrecord.sources.printed import begins, printed
from onrecord.sources.printed.lines import Line
from onrecord.sources.upr.attribution import EXPECTED, attributed
from onrecord.sources.upr.numbers import leading_number
from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.places import Place
from onrecord.vocabulary.statements import (
    Left,
    RecommendationSaid,
    ReferenceSaid,
    Statement,
    UprResponse,
    WhyLeft,
)
from onrecord.vocabulary.states import Gazetteer
from onrecord.vocabulary.symbols import parse_symbol


class Column(StrEnum):
    """The columns a matrix can have."""

    RECOMMENDATION = "Recommendation"
    POSITION = "Position"
    STATES = "Recommending state/s"
    THEMES = "Full list of themes"
    PERSONS = "Affected persons"
    GOALS = "Sustainable Development Goals"
    ASSESSMENT = "Assessment/comments on level of implementation"


_HEADERS = {
    "recommendation": Column.RECOMMENDATION,
    "recommendations": Column.RECOMMENDATION,
    "recommendationandrecommendingstates": Column.RECOMMENDATION,
    "recommendationandrecommendingstate": Column.RECOMMENDATION,
    "position": Column.POSITION,
    "response": Column.POSITION,
    "recommendingstates": Column.STATES,
    "recommendingstate": Column.STATES,
    "fulllistofthemes": Column.THEMES,
    "fulllistthemes": Column.THEMES,
    "themes": Column.THEMES,
    "theme": Column.THEMES,
    "affectedpersons": Column.PERSONS,
    "affectedpersonsgroups": Column.PERSONS,
    "sdgs": Column.GOALS,
    "sdg": Column.GOALS,
    "sustainabledevelopmentgoals": Column.GOALS,
    "assessmentcommentsonlevelofimplementation": Column.ASSESSMENT,
    "assessmentcommentsonthelevelofimplementation": Column.ASSESSMENT,
    "assessmentcomments": Column.ASSESSMENT,
    "commentsonlevelofimplementation": Column.ASSESSMENT,
}
_POSITIONS = {
    "supported": UprResponse.SUPPORTED,
    "accepted": UprResponse.SUPPORTED,
    "noted": UprResponse.NOTED,
    "supportednoted": UprResponse.SUPPORTED_IN_PART,
    "partiallysupported": UprResponse.SUPPORTED_IN_PART,
    "underconsideration": UprResponse.PENDING,
    "pending": UprResponse.PENDING,
}
_SOURCE = re.compile(
    r"\s*source\s+of\s+position\s*:?\s*(?P<symbol>A/HRC/[\w./]*\w)?(?P<rest>.*)$", re.IGNORECASE | re.DOTALL
)
_PARAGRAPHS = re.compile(r"\d{1,3}(?:\.\d{1,3})?")
_THEME_ROW = re.compile(r"themes?\s*:", re.IGNORECASE)
_PERSONS = re.compile(r"affected\s+persons\s*:?", re.IGNORECASE)
_REVIEW_OF = re.compile(
    r"\b(?:UPR|Universal\s+Periodic\s+Review)\s+of\s+(.{3,80}?)\s*(?:\((?=\d|first|second|third|fourth)|[-–—:]\s|$)",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Table:
    """The columns of the table being read, the state reviewed, and the numbers read so far."""

    state: str
    columns: dict[int, Column] = field(default_factory=dict)
    numbers: set[str] = field(default_factory=set)


_Cells = dict[int, list[Line]]


def _recognises(opened: Opened) -> bool:
    """Whether a table near the beginning has a column of recommendations and one of positions."""
    return any(_is_header(cells) for cells in _rows(begins(opened)))


def _read(opened: Opened, gazetteer: Gazetteer) -> Iterator[Found]:
    """Yield the recommendation of each row, with where its position comes from."""
    lines = printed(opened).lines
    state, left = _state_under_review(lines, gazetteer)
    if state is None:
        yield left or Left(WhyLeft.NO_SUBJECT, Place(), "", "the state under review above the table")
        return
    table = _Table(state)
    for cells in _rows(lines):
        if _is_header(cells):
            yield from _take_header(cells, table)
        elif table.columns:
            yield from _row(cells, table, gazetteer)
    opened.told(opened.size)


def _rows(lines: Sequence[Line]) -> Iterator[_Cells]:
    """Yield the rows of all tables, each with the lines of its cells by column."""
    in_tables = (line for line in lines if line.cell is not None)
    for _, row in groupby(in_tables, key=lambda line: line.cell and line.cell[:2]):
        cells: _Cells = {}
        for line in row:
            cells.setdefault(line.cell[2] if line.cell else 0, []).append(line)
        yield cells


def _words(lines: Sequence[Line]) -> str:
    return " ".join(line.text for line in lines).strip()


def _key(text: str) -> str:
    return re.sub(r"[^a-z]", "", text.casefold())


def _is_header(cells: _Cells) -> bool:
    named = {_HEADERS.get(_key(_words(lines))) for lines in cells.values()}
    return {Column.RECOMMENDATION, Column.POSITION} <= named


def _take_header(cells: _Cells, table: _Table) -> Iterator[Left]:
    table.columns = {}
    for at, lines in cells.items():
        column = _HEADERS.get(_key(_words(lines)))
        if column is None or column in table.columns.values():
            why = WhyLeft.UNREAD_FIELD if column is None else WhyLeft.REPEATED
            yield Left(why, _place(lines), _words(lines), ", ".join(Column))
        else:
            table.columns[at] = column


def _state_under_review(lines: Sequence[Line], gazetteer: Gazetteer) -> tuple[str | None, Left | None]:
    """Return the state that a line above the table names, alone or as "UPR of …"; else what stands there."""
    above = []
    for line in lines:
        if line.cell is not None:
            break
        above.append(line)
    for line in above:
        match = _REVIEW_OF.search(line.text)
        for name in ((match[1],) if match else ()) + (line.text,):
            read = name_read(name, gazetteer)
            if read.state:
                return read.state, None
    printed_above = " ".join(line.text for line in above)[:200]
    return None, Left(WhyLeft.NO_SUBJECT, Place(), printed_above, "the state under review above the table")


def _row(cells: _Cells, table: _Table, gazetteer: Gazetteer) -> Iterator[Found]:
    fields = {column: cells.get(at, []) for at, column in table.columns.items()}
    words = _words(fields[Column.RECOMMENDATION])
    led = leading_number(words)
    first = next(iter(cells.values()))
    if led is None:
        alone = {_words(lines) for lines in cells.values()} - {""}
        if alone and not (len(alone) == 1 and _THEME_ROW.match(next(iter(alone)))):
            yield Left(WhyLeft.UNREAD_FIELD, _place(first), " | ".join(sorted(alone)), "a number and a recommendation")
        return
    yield from _unread(fields, cells, table)
    yield from _said(led, fields, table, gazetteer)


def _unread(fields: dict[Column, list[Line]], cells: _Cells, table: _Table) -> Iterator[Left]:
    """Yield what stands in columns that no statement takes: goals, assessments, and cells without a header."""
    extra = [(None, lines) for at, lines in cells.items() if at not in table.columns]
    taken = [(c, fields[c]) for c in (Column.GOALS, Column.ASSESSMENT) if c in fields]
    for column, lines in [*taken, *extra]:
        if _words(lines):
            expected = "nothing" if column else "a column with a known header"
            yield Left(WhyLeft.UNREAD_FIELD, _place(lines), _words(lines), expected)


def _said(
    led: tuple[str, str], fields: dict[Column, list[Line]], table: _Table, gazetteer: Gazetteer
) -> Iterator[Found]:
    number, place = led[0], _place(fields[Column.RECOMMENDATION], led[0])
    source = _SOURCE.search(led[1])
    report, reference = _source(source, place)
    read = attributed(led[1][: source.start()] if source else led[1], gazetteer)
    states = read.states
    if Column.STATES in fields:
        states = yield from _states_column(fields[Column.STATES], states, number, gazetteer)
    doubts = [d for d in read.doubts if not (d.why is WhyLeft.MISSING_FIELD and states)]
    response = _POSITIONS.get(_key(_words(fields[Column.POSITION])))
    if response is None:
        printed_position = _words(fields[Column.POSITION])
        yield Left(WhyLeft.UNKNOWN_VALUE, _place(fields[Column.POSITION], number), printed_position, "a position")
    if number in table.numbers:
        yield Left(WhyLeft.REPEATED, place, number, "each recommendation once")
    table.numbers.add(number)
    themes, persons = _themes(fields)
    said = RecommendationSaid(table.state, report, number, read.text, states, response, issues=themes, persons=persons)
    yield Statement(said, place, _words(fields[Column.RECOMMENDATION]))
    yield from (Left(doubt.why, place, doubt.printed, EXPECTED, doubt.candidates) for doubt in doubts)
    yield from reference


def _source(source: re.Match[str] | None, place: Place) -> tuple[str | None, list[Found]]:
    """Return the report's symbol, and the reference that says where the position is given."""
    if source is None:
        return None, []
    cited = source[0].strip()
    try:
        symbol = parse_symbol(source["symbol"] or "").text
    except NotInVocabulary:
        return None, [Left(WhyLeft.UNKNOWN_VALUE, place, cited, "the symbol of a report or its addendum")]
    paragraphs = tuple(_PARAGRAPHS.findall(source["rest"]))
    said = ReferenceSaid(None, symbol, cited, paragraphs=paragraphs)
    return re.sub(r"/Add\.\d+.*", "", symbol), [Statement(said, place, cited)]


def _states_column(
    lines: list[Line], bracketed: tuple[str, ...], number: str, gazetteer: Gazetteer
) -> Generator[Left, None, tuple[str, ...]]:
    """Yield what is wrong with the column of recommending states, and return its states."""
    reads = names_in_list(_words(lines), gazetteer)
    for read in reads:
        if read.why is not None:
            yield Left(read.why, _place(lines, number), read.printed, "the recommending states", read.candidates)
    states = tuple(read.state for read in reads if read.state)
    if bracketed and set(bracketed) != set(states):
        yield Left(WhyLeft.DISAGREES, _place(lines, number), _words(lines), f"the states in brackets: {bracketed}")
    return bracketed or states


def _themes(fields: dict[Column, list[Line]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the themes and the affected persons of a row; both may stand in the column of themes."""
    themes: list[str] = []
    persons = [_bare(line.text) for line in fields.get(Column.PERSONS, [])]
    into = themes
    for line in fields.get(Column.THEMES, []):
        heading = _PERSONS.match(line.text)
        into = persons if heading else into
        into.append(_bare(line.text[heading.end() :] if heading else line.text))
    return tuple(t for t in themes if t), tuple(p for p in persons if p)


def _bare(text: str) -> str:
    return text.strip().lstrip("-–•").strip()


def _place(lines: Sequence[Line], number: str | None = None) -> Place:
    if not lines:
        return Place(paragraph=number)
    return Place(page=lines[0].page, paragraph=number, row=lines[0].row)


READER = Reader("matrix of UPR recommendations", _recognises, _read)
