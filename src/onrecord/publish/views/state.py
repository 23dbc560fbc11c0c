"""A state's whole record on the Council: situations as rows, years as columns, a mark for every vote."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from onrecord.measures.support import Counted, count
from onrecord.publish import sentences
from onrecord.publish.languages.state_names import name_order
from onrecord.publish.languages.words import gettext, message, say
from onrecord.publish.views.shared import (
    Sentence,
    SituationHead,
    Sources,
    StateHead,
    situation_head,
    situation_label,
    state_head,
    vote_page,
)
from onrecord.publish.views.timeline import Event, timeline
from onrecord.record.ballots import Ballot, assembly_positions, of_state
from onrecord.record.coverage_of import council_votes_span
from onrecord.record.store import CouncilTerm, Record
from onrecord.vocabulary.positions import Position
from onrecord.vocabulary.situations import Selection
from onrecord.vocabulary.states import NameKind


@dataclass(frozen=True, slots=True)
class VoteMark:
    """One vote in the grid of a state's page; no position where the record does not know it."""

    symbol: str | None
    date: date
    title: str
    position: Position | None
    doubtful: bool
    page: str
    runs_against: bool = False


@dataclass(frozen=True, slots=True)
class GridRow:
    """A situation with its votes by year, in the order of ``years``; None for a year outside membership."""

    situation: SituationHead
    years: tuple[tuple[VoteMark, ...] | None, ...]


@dataclass(frozen=True, slots=True)
class YearLine:
    """A year of a state: whether it sat, and its positions over the Votes Count selection."""

    year: int
    status: str
    n: int | None
    yes: int | None
    no: int | None
    abstain: int | None
    absent: int | None
    share_yes: float | None
    page: str
    unknown: int | None = None
    doubtful: int | None = None


@dataclass(frozen=True, slots=True)
class NameLine:
    """A UN short name the state has had, with its days."""

    name: str
    valid_from: date | None
    valid_to: date | None


@dataclass(frozen=True, slots=True)
class TermLine:
    """A term of the state on the Council, with the source of the membership."""

    term_start: date
    term_end: date | None
    end_reason: str | None
    how_entered: str
    regional_group: str
    election_date: date
    note: str | None
    source: str
    source_url: str | None


@dataclass(frozen=True, slots=True)
class StateRecord:
    """Everything the record says of one state's votes on country situations, over all years."""

    state: StateHead
    page: str
    sentences: tuple[Sentence, ...]
    terms: tuple[TermLine, ...]
    years: tuple[YearLine, ...]
    grid_years: tuple[int, ...]
    grid: tuple[GridRow, ...]
    names: tuple[NameLine, ...]
    assembly_votes: int
    timeline: tuple[Event, ...]
    not_known: tuple[str, ...]
    situation: SituationHead | None = None


def state_record(record: Record, asked: str) -> StateRecord:
    """Return a state's whole record; NotInVocabulary, with suggestions, for a state that is not known."""
    state = record.gazetteer.resolve(asked)
    span = council_votes_span(record)
    head = state_head(record, state, span.last)
    sources = Sources(record)
    terms = [t for t in record.seats.terms(state.iso3) if isinstance(t, CouncilTerm)]
    ballots = [b for b in of_state(record, state.iso3) if state.iso3 in b.members and b.vote_taken and b.final]
    country = [b for b in ballots if b.subjects]
    years = tuple(_year(head, terms, country, year, span.last) for year in range(span.first.year, span.last.year + 1))
    grid_years = tuple(line.year for line in years)
    return StateRecord(
        state=head,
        page=head.page,
        sentences=tuple(_sentences(head, terms, country)),
        terms=tuple(_term(t, sources) for t in terms),
        years=years,
        grid_years=grid_years,
        grid=tuple(_grid(record, state.iso3, country, years)),
        names=tuple(
            NameLine(n.name, n.valid_from, n.valid_to)
            for n in sorted(record.gazetteer.names(state.iso3), key=lambda n: n.valid_from or date.min)
            if n.kind is NameKind.SHORT
        ),
        assembly_votes=assembly_positions(record).get(state.iso3, 0),
        timeline=tuple(timeline(record, head, country)),
        not_known=tuple(_not_known(head, terms, span.last)),
        situation=_situation(record, state.iso3),
    )


def _situation(record: Record, iso3: str) -> SituationHead | None:
    ((texts,),) = record.tuples("SELECT count(*) FROM situation WHERE subject = ?", [iso3])
    return situation_head(record.subjects[iso3]) if texts else None


def _term(term: CouncilTerm, sources: Sources) -> TermLine:
    end = None if term.running else term.term_end
    return TermLine(
        term.term_start, end, term.end_reason, term.how_entered, term.regional_group,
        term.election_date, term.note, sources.title(term.source_id), sources.url(term.source_id),
    )  # fmt: skip


def _year(head: StateHead, terms: list[CouncilTerm], country: list[Ballot], year: int, last: date) -> YearLine:
    status = _status(terms, year, last)
    page = f"{head.page}/{year}"
    if status == "not a member":
        return YearLine(year, status, None, None, None, None, None, None, page)
    chosen = [b for b in country if b.date.year == year and b.selected(Selection.VOTES_COUNT)]
    c: Counted = count(chosen, head.iso3)
    return YearLine(
        year, status, c.n, c.yes, c.no, c.abstain, c.absent, c.share_yes, page, c.unknown, c.doubtful
    )  # fmt: skip


def _status(terms: list[CouncilTerm], year: int, last: date) -> str:
    first_day, last_day = date(year, 1, 1), min(date(year, 12, 31), last)
    held = [t for t in terms if t.term_start <= last_day and t.term_end >= first_day]
    if not held:
        return "not a member"
    days = sum((min(t.term_end, last_day) - max(t.term_start, first_day)).days + 1 for t in held)
    return message("member") if days >= (last_day - first_day).days + 1 else message("member for part of the year")


def _grid(record: Record, state: str, country: list[Ballot], years: tuple[YearLine, ...]) -> list[GridRow]:
    found: dict[str, dict[int, list[Ballot]]] = defaultdict(lambda: defaultdict(list))
    for ballot in country:
        for subject in ballot.subjects:
            found[subject][ballot.date.year].append(ballot)
    order = sorted(
        found, key=lambda s: (-sum(map(len, found[s].values())), name_order(situation_label(record.subjects[s])))
    )
    return [
        GridRow(
            situation_head(record.subjects[subject]),
            tuple(
                None
                if line.status == "not a member"
                else tuple(_mark(b, state) for b in found[subject].get(line.year, ()))
                for line in years
            ),
        )
        for subject in order
    ]


def _mark(ballot: Ballot, state: str) -> VoteMark:
    return VoteMark(
        ballot.symbol, ballot.date, ballot.title, ballot.position(state), ballot.doubtful(state), vote_page(ballot),
        ballot.runs_against,
    )  # fmt: skip


def _sentences(head: StateHead, terms: list[CouncilTerm], country: list[Ballot]) -> list[Sentence]:
    said = [Sentence(sentences.terms(head, terms), len(terms), say("terms on the Human Rights Council"), head.page)]
    chosen = [b for b in country if b.selected(Selection.VOTES_COUNT)]
    if chosen:
        counted = count(chosen, head.iso3)
        text = sentences.over_all_years(head, counted, chosen[0].date, chosen[-1].date)
        said.append(Sentence(text, counted.n, gettext(Selection.VOTES_COUNT.definition), head.page))
    return said


def _not_known(head: StateHead, terms: list[CouncilTerm], last: date) -> list[str]:
    said = [say("The Council's roll calls in the record end on {day}.", day=sentences.day(last))]
    if not terms:
        said.append(
            say(
                "{name} has had no seat, and so no vote, in the years the record covers.",
                name=sentences.capital(head.running_name),
            )
        )
    said.append(say("Texts adopted without a vote are listed for 2009 to 2022 only."))
    return said
