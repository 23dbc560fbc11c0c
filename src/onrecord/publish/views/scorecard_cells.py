"""The cells of a scorecard: for each criterion what the record answers of one candidate, with its evidence."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.measures import scorecard as measure
from onrecord.measures.election import contested
from onrecord.measures.scorecard import NOT_ASKED_OF_THE_RECORD, Criterion
from onrecord.measures.support import count
from onrecord.measures.treaties import parties
from onrecord.publish.views.shared import Sources, StateHead
from onrecord.publish.wording import scorecards as say
from onrecord.record import query_scorecards as query
from onrecord.record.ballots import Ballot, ballots
from onrecord.record.query_elections import CandidacyRow
from onrecord.record.query_treaties import acts_by_state
from onrecord.record.store import CouncilTerm, Record
from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.situations import Selection
from onrecord.vocabulary.symbols import parse_symbol


@dataclass(frozen=True, slots=True)
class Evidence:
    """One fact a cell rests on: its date, what it is, its UN document or page, its source."""

    date: str | None
    text: str
    link: str | None
    source: str
    source_url: str | None
    confidence: int


@dataclass(frozen=True, slots=True)
class Cell:
    """What the record answers of one candidate on one criterion; ``value`` is None where it does not."""

    iso3: str
    value: str | None
    n: int | None
    of: int | None
    remark: str | None
    evidence: tuple[Evidence, ...]

    @property
    def words(self) -> str:
        """The value, or that it is not in the record."""
        return self.value or say.NOT_IN_THE_RECORD


def document_url(symbol: str | None) -> str | None:
    """Return the address of a UN document by its symbol; None where there is no symbol or none that is known."""
    try:
        return parse_symbol(symbol).url if symbol else None
    except NotInVocabulary:
        return None


class Sheet:
    """All that is asked of a group's candidates, read once from the record as it was known on the day."""

    def __init__(self, record: Record, day: date, rows: Sequence[CandidacyRow], heads: Mapping[str, StateHead]) -> None:
        """Read what the record knew of the candidates ``rows`` on a day."""
        self.record, self.day, self.rows, self.heads = record, day, rows, heads
        states, self.sources = [row.state for row in rows], Sources(record)
        self.treaties = query.instruments(record)
        self.steps = acts_by_state(record)
        self.institutions = query.institutions(record, states)
        self.reviews = query.reviews(record, states)
        self.visits = query.visits(record, states)
        self.invitations = query.invitations(record, states)
        self.statements = query.situation_statements(record)
        self.leads = query.leads(record, states)
        self.pledges = query.candidacy_pledges(record, states)
        self.votes = [b for b in self._votes(states) if b.selected(Selection.VOTES_COUNT)]

    def _votes(self, states: Sequence[str]) -> list[Ballot]:
        found = ballots(self.record, "body = 'HRC' AND vote_taken", {}, states)
        return [b for b in found if b.subjects and b.final]

    def cell(self, criterion: Criterion, row: CandidacyRow) -> Cell:
        """Return one cell."""
        if criterion in NOT_ASKED_OF_THE_RECORD:
            return self.blank(row.state, say.NO_TABLE)
        return _CELLS[criterion](self, row)

    def blank(self, state: str, remark: str | None = None, evidence: tuple[Evidence, ...] = ()) -> Cell:
        """Return a cell that the record does not answer."""
        return Cell(state, None, None, None, remark, evidence)

    def fact(self, day: str | date | int | None, text: str, row: object, link: str | None = None) -> Evidence:
        """Return a fact of a row with its source."""
        source_id: str = getattr(row, "source_id")  # noqa: B009 - rows of several tables
        confidence: int = getattr(row, "confidence", 2)
        title, url = self.sources.title(source_id), self.sources.url(source_id)
        return Evidence(str(day) if day else None, text, link, title, url, confidence)


def _slate(sheet: Sheet, row: CandidacyRow) -> Cell:
    n = len(sheet.rows)
    fact = sheet.fact(row.election_date, say.slate(n, row.seats, row.regional_group), row, say.page_of(row))
    return Cell(row.state, "contested" if contested(n, row.seats) else "closed slate", n, row.seats, None, (fact,))


def _pledge(sheet: Sheet, row: CandidacyRow) -> Cell:
    start = str(row.term_start.year) if row.term_start else ""
    found = [p for p in sheet.pledges if p.state == row.state and p.term.startswith(start) and start]
    if not found:
        return sheet.blank(row.state, say.PLEDGES_PARTIAL)
    (pledge,) = found[:1]
    symbol, clauses = pledge.document_symbol, say.many(pledge.clauses, "clause")
    text = f"commitments for the term {pledge.term}{f', {symbol}' if symbol else ''}: {clauses} in the record"
    fact = sheet.fact(pledge.pledged_on, text, pledge, document_url(symbol))
    return Cell(row.state, f"yes ({say.dated(pledge.pledged_on)})", pledge.clauses, None, None, (fact,))


def _votes(sheet: Sheet, row: CandidacyRow) -> Cell:
    terms = [t for t in sheet.record.seats.terms(row.state) if t.term_start <= sheet.day]
    if not terms:
        return Cell(row.state, "had not been a member", 0, None, None, ())
    term = terms[-1]
    last = min(term.term_end, sheet.day)
    chosen = [b for b in sheet.votes if term.term_start <= b.date <= last and row.state in b.members]
    found = count(chosen, row.state)
    if not isinstance(term, CouncilTerm) or not found.n:
        return sheet.blank(row.state, say.NO_VOTES)
    page = sheet.heads[row.state].page
    facts = tuple(
        sheet.fact(None, f"votes on country situations in {year}", term, f"{page}/{year}")
        for year in range(term.term_start.year, last.year + 1)
    )
    return Cell(row.state, say.votes(found), found.yes, found.n, say.votes_scope(term.term_start, last, found), facts)


def _statements(sheet: Sheet, row: CandidacyRow) -> Cell:
    found = measure.statements_of(sheet.statements, row.state)
    facts = [sheet.fact(one.date, f"joined: {one.subject_matter}", one) for one in found.joined]
    facts += [sheet.fact(one.date, f"led: {one.subject_matter}", one) for one in found.led]
    if not found.of_joined:
        return sheet.blank(row.state, say.NO_STATEMENTS)
    value = f"joined {len(found.joined)} of {found.of_joined}; led {len(found.led)} of {found.of_led}"
    return Cell(row.state, value, len(found.joined), found.of_joined, say.STATEMENTS, tuple(facts))


def _leadership(sheet: Sheet, row: CandidacyRow) -> Cell:
    led = measure.situations_led(sheet.leads, row.state)
    facts = tuple(sheet.fact(one.date, one.what, one) for rows in led.values() for one in rows)
    labels = ", ".join(sheet.record.subjects[code].label for code in led)
    if len(led) < 2:
        return sheet.blank(row.state, say.led_fewer(labels), facts)
    return Cell(row.state, f"yes: {labels}", len(led), None, None, facts)


def _upr_support(sheet: Sheet, row: CandidacyRow) -> Cell:
    own = [r for r in sheet.reviews if r.state == row.state]
    facts = tuple(sheet.fact(r.outcome_date, say.review(r), r, document_url(r.report_symbol)) for r in own)
    counted = [r for r in own if r.supported is not None and r.recommendations]
    if not counted:
        return sheet.blank(row.state, say.UPR_COUNTS, facts)
    last = counted[-1]
    later = [r.cycle for r in own if r.cycle > last.cycle]
    return Cell(row.state, say.supported(last), last.supported, last.recommendations, say.unit(last, later), facts)


def _treaties(sheet: Sheet, row: CandidacyRow) -> Cell:
    party, of = parties(sheet.steps.get(row.state, ()), sheet.day), len(sheet.treaties)
    facts = tuple(sheet.fact(step.date, f"{code}: {step.act}", step) for code, step in party.items())
    missing = [t.instrument for t in sheet.treaties if t.instrument not in party]
    remark = f"not joined by that day: {', '.join(missing)}" if missing else None
    return Cell(row.state, f"{len(party)} of {of}", len(party), of, remark, facts)


def _complaints(sheet: Sheet, row: CandidacyRow) -> Cell:
    found = measure.complaints(sheet.steps.get(row.state, ()), sheet.treaties, sheet.day)
    made = (*found.protocols, *found.declarations)
    facts = tuple(sheet.fact(step.date, f"{step.instrument}: {step.act}", step) for step in made)
    rest = [code for code in found.by_declaration if code not in {step.instrument for step in found.declarations}]
    value = say.complaints(found)
    return Cell(row.state, value, len(found.protocols), found.of_protocols, say.declarations(rest), facts)


def _invitation(sheet: Sheet, row: CandidacyRow) -> Cell:
    own = [r for r in sheet.invitations if r.state == row.state]
    facts = tuple(sheet.fact(r.date, r.event, r) for r in own)
    issued = [r for r in own if "pledge" not in r.event]
    if not issued:
        return sheet.blank(row.state, say.pledged_only(own), facts)
    return Cell(row.state, f"yes ({say.invited(issued[0])})", None, None, None, facts)


def _visits(sheet: Sheet, row: CandidacyRow) -> Cell:
    found = measure.visits_before(sheet.visits, row.state, sheet.day)
    facts = tuple(sheet.fact(v.closed or v.opened, v.mandate, v, document_url(v.report_symbol)) for v in found)
    if not found:
        return sheet.blank(row.state, say.VISITS_PARTIAL)
    return Cell(row.state, say.many(len(found), "visit") + " in the record", len(found), None, say.VISITS_MORE, facts)


def _institution(sheet: Sheet, row: CandidacyRow) -> Cell:
    found = measure.latest_institution(sheet.institutions, row.state)
    if found is None:
        return sheet.blank(row.state)
    fact = sheet.fact(found.date or found.year, say.institution_event(found), found)
    return Cell(row.state, say.institution(found), None, None, None, (fact,))


_CELLS: dict[Criterion, Callable[[Sheet, CandidacyRow], Cell]] = {
    Criterion.SLATE: _slate,
    Criterion.PLEDGE: _pledge,
    Criterion.VOTES: _votes,
    Criterion.STATEMENTS: _statements,
    Criterion.LEADERSHIP: _leadership,
    Criterion.UPR_SUPPORT: _upr_support,
    Criterion.TREATIES: _treaties,
    Criterion.COMPLAINTS: _complaints,
    Criterion.INVITATION: _invitation,
    Criterion.VISITS: _visits,
    Criterion.NHRI: _institution,
}
