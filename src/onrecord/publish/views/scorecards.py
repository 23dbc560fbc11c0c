"""Scorecards: the candidates of one election and one regional group side by side, as known on election day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from onrecord.measures.scorecard import Definition, criteria_of
from onrecord.publish.views.elections import find_election
from onrecord.publish.views.scorecard_cells import Cell, Sheet
from onrecord.publish.views.shared import Sentence, StateHead, state_head
from onrecord.publish.wording import scorecards as say
from onrecord.record.query_elections import CandidacyRow, candidacies
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.states import RegionalGroup


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """One criterion with each candidate's cell, in the order of the candidates."""

    criterion: str
    area: str
    question: str
    since_term: int
    source: str
    source_url: str | None
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Scorecard:
    """The candidates of a group in an election side by side."""

    kind: str
    page: str
    election: date
    election_page: str
    as_known_on: date
    regional_group: str
    label: str
    seats: int
    term: str
    candidates: tuple[StateHead, ...]
    rows: tuple[CriterionRow, ...]
    sentences: tuple[Sentence, ...]
    not_known: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ScorecardLink:
    """A scorecard that can be asked for."""

    election: date
    by_election: bool
    regional_group: str
    label: str
    candidates: int
    seats: int
    page: str


@dataclass(frozen=True, slots=True)
class ScorecardList:
    """Every scorecard that can be asked for, the latest election first."""

    kind: str
    page: str
    n: int
    scorecards: tuple[ScorecardLink, ...]


def scorecard_page(election: date, group: str) -> str:
    """Return the address of a scorecard."""
    return f"/scorecards?election={election.isoformat()}&group={group}"


def scorecard_list(record: Record, election: str = "", group: str = "") -> ScorecardList:
    """Return the scorecards that can be asked for, of one election or one group where given."""
    day = find_election(record, election) if election else None
    code = _group(group) if group else None
    found: dict[tuple[date, str], list[CandidacyRow]] = {}
    for row in candidacies(record, day):
        if row.standing == "candidate" and code in {None, row.regional_group}:
            found.setdefault((row.election_date, row.regional_group), []).append(row)
    links = tuple(_link(rows) for _, rows in sorted(found.items(), key=lambda one: (-one[0][0].toordinal(), one[0][1])))
    return ScorecardList("list", "/scorecards", len(links), links)


def _link(rows: Sequence[CandidacyRow]) -> ScorecardLink:
    one = rows[0]
    label, page = RegionalGroup(one.regional_group).label, scorecard_page(one.election_date, one.regional_group)
    by = one.by_election == "yes"
    return ScorecardLink(one.election_date, by, one.regional_group, label, len(rows), one.seats, page)


def _group(asked: str) -> str:
    for group in RegionalGroup:
        if asked.strip().casefold() in {group.value.casefold(), group.label.casefold()}:
            return group.value
    raise NotInVocabulary("regional group", asked, "AG, APG, EEG, GRULAC or WEOG")


@lru_cache(maxsize=8)
def _as_known_on(folder: Path, day: date) -> Record:
    return Record(folder, day)


def scorecard(record: Record, election: str, group: str) -> Scorecard:
    """Return the candidates of one group in one election side by side; NotInVocabulary for none such."""
    day, code = find_election(record, election), _group(group)
    rows = [r for r in candidacies(record, day) if r.regional_group == code and r.standing == "candidate"]
    if not rows:
        groups = tuple(sorted({r.regional_group for r in candidacies(record, day)}))
        raise NotInVocabulary("regional group", group, f"a group that had seats to fill on {day}", groups)
    rows.sort(key=lambda row: state_name(record, row))
    known = _as_known_on(record.folder, day)
    heads = {row.state: state_head(record, record.gazetteer.resolve(row.state), day) for row in rows}
    sheet = Sheet(known, day, rows, heads)
    term_years = sorted({row.term_start.year for row in rows if row.term_start}) or [day.year]
    made = tuple(_row(sheet, definition) for definition in criteria_of(term_years[0]))
    page = scorecard_page(day, code)
    return Scorecard(
        kind="scorecard",
        page=page,
        election=day,
        election_page=f"/elections/{day.isoformat()}",
        as_known_on=day,
        regional_group=code,
        label=RegionalGroup(code).label,
        seats=rows[0].seats,
        term=_term(rows),
        candidates=tuple(heads.values()),
        rows=made,
        sentences=tuple(say.of_scorecard(day, RegionalGroup(code).label, tuple(heads.values()), made, page)),
        not_known=tuple(say.not_known(made)),
    )


def state_name(record: Record, row: CandidacyRow) -> str:
    """Return a candidate's name on the day of the election."""
    return record.gazetteer.name(row.state, row.election_date)


def _term(rows: Sequence[CandidacyRow]) -> str:
    terms = sorted({(r.term_start.year, r.term_end.year) for r in rows if r.term_start and r.term_end})
    return ", ".join(f"{first}–{last}" for first, last in terms) or "not in the record"


def _row(sheet: Sheet, one: Definition) -> CriterionRow:
    cells = tuple(sheet.cell(one.criterion, row) for row in sheet.rows)
    return CriterionRow(one.criterion.value, one.area, one.question, one.from_term, one.source, one.source_url, cells)
