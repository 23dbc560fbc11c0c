"""Elections to the Council: the list of all, and one with its candidates, totals, ranks and terms."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.measures.election import contested, majority, may_stand_above, rank
from onrecord.publish.views.shared import Sentence, Sources, StateHead, state_head
from onrecord.publish.wording import elections as say
from onrecord.record.query_elections import (
    CandidacyRow,
    HeldTerm,
    OtherTotalRow,
    candidacies,
    held_terms,
    members_of_the_un,
    other_totals,
)
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.states import RegionalGroup


@dataclass(frozen=True, slots=True)
class SharedOnOne:
    """A candidate that has the same total by one of the totals in print for it, with all of them."""

    name: str
    totals: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Total:
    """A total of votes in print, with who prints it and its rank among the candidates."""

    votes: int
    used: bool
    said_by: str
    source_url: str | None
    rank: int | None
    rank_best: int | None
    rank_worst: int | None
    of: int
    tied_with: tuple[str, ...]
    tied_on_one_total_with: tuple[SharedOnOne, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """A term, or part of one, held after the election; its last day and how it ended once that has passed."""

    first_day: date
    last_day: date | None
    end_reason: str | None
    note: str | None
    source: str
    source_url: str | None


@dataclass(frozen=True, slots=True)
class Candidate:
    """One state in the election. ``result`` is elected, not elected, withdrawn, or stray votes (not declared)."""

    state: StateHead
    regional_group: str
    standing: str
    result: str
    totals: tuple[Total, ...]
    without_total_may_stand_above: tuple[str, ...]
    ballots_valid: int | None
    round: int | None
    term: str | None
    term_start: date | None
    term_end: date | None
    held: tuple[Held, ...]
    by_election: bool
    note: str | None
    confidence: int
    source: str
    source_url: str | None
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class Slate:
    """One group's seats and who stood for them; withdrawn candidacies and stray votes are apart."""

    regional_group: str
    label: str
    seats: int
    n_candidates: int
    contested: bool
    n_elected: int
    n_with_total: int
    candidates: tuple[Candidate, ...]
    apart: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class ElectionLine:
    """An election in the list of all."""

    date: date
    page: str
    by_election: bool
    seats: int
    n_candidates: int
    n_with_total: int
    contested_groups: tuple[str, ...]
    closed_groups: tuple[str, ...]
    sources: tuple[tuple[str, str | None], ...]


@dataclass(frozen=True, slots=True)
class ElectionList:
    """Every election to the Council in the record, the latest first."""

    page: str
    n: int
    sentences: tuple[Sentence, ...]
    elections: tuple[ElectionLine, ...]
    not_known: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ElectionRecord:
    """Everything the record says of one election."""

    date: date
    page: str
    by_election: bool
    seats: int
    n_candidates: int
    n_with_total: int
    members_of_the_un: int
    majority: int
    members_source: str
    members_source_url: str | None
    sentences: tuple[Sentence, ...]
    slates: tuple[Slate, ...]
    previous: date | None
    following: date | None
    not_known: tuple[str, ...]


def election_page(on: date) -> str:
    """Return the address of an election's page."""
    return f"/elections/{on.isoformat()}"


def find_election(record: Record, asked: str) -> date:
    """Return the one election that a day, month or year names; NotInVocabulary if none or several."""
    days = _days(record)
    hits = [day for day in days if day.isoformat() == asked or day.isoformat().startswith(f"{asked.strip()}-")]
    if len(hits) == 1:
        return hits[0]
    near = [day for day in days if asked.strip()[:4] == str(day.year)]
    expected = "one of several elections, by its day" if hits else "the day or year of an election to the Council"
    raise NotInVocabulary("election", asked, expected, tuple(day.isoformat() for day in hits or near))


def _days(record: Record) -> list[date]:
    return sorted({row.election_date for row in candidacies(record)})


def election_list(record: Record) -> ElectionList:
    """Return every election with its seats, candidates and contested groups."""
    by_day: dict[date, list[CandidacyRow]] = {}
    for row in candidacies(record):
        by_day.setdefault(row.election_date, []).append(row)
    sources = Sources(record)
    lines = [_line(day, rows, sources) for day, rows in sorted(by_day.items(), reverse=True)]
    said = Sentence(*say.all_elections(lines), "/elections") if lines else None
    return ElectionList("/elections", len(lines), (said,) if said else (), tuple(lines), say.not_known_of_all())


def _standing(rows: Sequence[CandidacyRow]) -> list[CandidacyRow]:
    return [row for row in rows if row.standing == "candidate"]


def _seats(rows: Sequence[CandidacyRow]) -> dict[str, int]:
    return {row.regional_group: row.seats for row in rows}


def _line(day: date, rows: Sequence[CandidacyRow], sources: Sources) -> ElectionLine:
    standing, seats = _standing(rows), _seats(rows)
    stood = {group: sum(row.regional_group == group for row in standing) for group in seats}
    open_groups = tuple(group for group, number in seats.items() if contested(stood[group], number))
    cited = sorted({row.source_id for row in rows})
    return ElectionLine(
        date=day,
        page=election_page(day),
        by_election=any(row.by_election == "yes" for row in rows),
        seats=sum(seats.values()),
        n_candidates=len(standing),
        n_with_total=sum(row.votes is not None for row in standing),
        contested_groups=open_groups,
        closed_groups=tuple(group for group in seats if group not in open_groups),
        sources=tuple((sources.title(one), sources.url(one)) for one in cited),
    )


def election_record(record: Record, asked: str) -> ElectionRecord:
    """Return one election by its day, or by a year or month that has one only; NotInVocabulary otherwise."""
    day = find_election(record, asked)
    rows, days = candidacies(record, day), _days(record)
    made = _Election(record, day, rows)
    slates = tuple(made.slate(group, seats) for group, seats in _seats(rows).items())
    members, standing = members_of_the_un(record, day), _standing(rows)
    main_source = made.sources.title(members.source_ids[0])
    at = days.index(day)
    page = election_page(day)
    return ElectionRecord(
        date=day,
        page=page,
        by_election=made.by_election,
        seats=sum(slate.seats for slate in slates),
        n_candidates=len(standing),
        n_with_total=len(made.totals),
        members_of_the_un=members.n,
        majority=majority(members.n),
        members_source=main_source,
        members_source_url=made.sources.url(members.source_ids[0]),
        sentences=tuple(say.of_election(day, page, slates, made.by_election)),
        slates=slates,
        previous=days[at - 1] if at else None,
        following=days[at + 1] if at + 1 < len(days) else None,
        not_known=tuple(say.not_known(rows, made.heads, members.n)),
    )


class _Election:
    """One election's candidacies, put beside their totals, ranks and the terms that followed."""

    def __init__(self, record: Record, day: date, rows: Sequence[CandidacyRow]) -> None:
        self.record, self.day, self.rows = record, day, rows
        self.sources = Sources(record)
        self.by_election = any(row.by_election == "yes" for row in rows)
        self.heads = {row.state: _head(record, row.state, day) for row in rows}
        self.others, self.agreeing = _apart(rows, other_totals(record, day))
        self.held = _by_state(held_terms(record, day))
        self.totals = {
            row.state: (row.votes, *(one.votes for one in self.others.get(row.state, ())))
            for row in _standing(rows)
            if row.votes is not None
        }
        self.members = members_of_the_un(record, day).n

    def slate(self, group: str, seats: int) -> Slate:
        rows = [row for row in self.rows if row.regional_group == group]
        standing = _standing(rows)
        return Slate(
            regional_group=group,
            label=RegionalGroup(group).label,
            seats=seats,
            n_candidates=len(standing),
            contested=contested(len(standing), seats),
            n_elected=sum(row.elected == "yes" for row in rows),
            n_with_total=sum(row.votes is not None for row in standing),
            candidates=tuple(self.candidate(row) for row in _in_order(standing)),
            apart=tuple(self.candidate(row) for row in rows if row not in standing),
        )

    def candidate(self, row: CandidacyRow) -> Candidate:
        totals, term = self.totals_of(row), _years(row)
        above = may_stand_above(row.votes, self.rows) if row.state in self.totals and row.votes is not None else ()
        held = tuple(self.held_part(one) for one in self.held.get(row.state, ()))
        text = say.candidate(self.heads[row.state], row, totals, held, (self.members, self.names(above)))
        return Candidate(
            state=self.heads[row.state],
            regional_group=row.regional_group,
            standing=row.standing,
            result=say.result(row),
            totals=totals,
            without_total_may_stand_above=self.names(above),
            ballots_valid=row.ballots_valid,
            round=row.rounds,
            term=term,
            term_start=self.reached(row.term_start),
            term_end=self.reached(row.term_end),
            held=held,
            by_election=row.by_election == "yes",
            note=row.note,
            confidence=row.confidence,
            source=self.sources.title(row.source_id),
            source_url=self.sources.url(row.source_id),
            sentence=Sentence(text, len(self.totals), say.scope_of_rank(), election_page(self.day)),
        )

    def totals_of(self, row: CandidacyRow) -> tuple[Total, ...]:
        if row.votes is None or row.standing == "withdrawn":
            return ()
        also = [one.said_by for one in self.agreeing.get(row.state, ())]
        source = ("; also ".join([self.sources.title(row.source_id), *also]), self.sources.url(row.source_id))
        used = self.total(row.state, row.votes, True, source)
        others = self.others.get(row.state, ())
        printed = ((o.votes, (o.said_by, self.sources.url(o.source_id))) for o in others)
        return (used, *(self.total(row.state, votes, False, by) for votes, by in printed))

    def total(self, state: str, votes: int, used: bool, source: tuple[str, str | None]) -> Total:
        found = rank(votes, state, self.totals) if state in self.totals else None
        return Total(
            votes=votes,
            used=used,
            said_by=source[0],
            source_url=source[1],
            rank=found.rank if found else None,
            rank_best=found.best if found else None,
            rank_worst=found.worst if found else None,
            of=len(self.totals),
            tied_with=self.names(found.tied if found else ()),
            tied_on_one_total_with=tuple(self.shared(one) for one in (found.tied_on_one if found else ())),
        )

    def shared(self, state: str) -> SharedOnOne:
        return SharedOnOne(self.heads[state].name, self.totals[state])

    def names(self, states: Sequence[str]) -> tuple[str, ...]:
        return tuple(self.heads[one].name for one in states)

    def held_part(self, term: HeldTerm) -> Held:
        running = term.term_end == self.record.as_of  # as of a day, a running term is read to that day
        last, url = None if running else term.term_end, self.sources.url(term.source_id)
        return Held(term.term_start, last, term.end_reason, term.note, self.sources.title(term.source_id), url)

    def reached(self, day: date | None) -> date | None:
        """Return a day, but for one that lies after the day as of which the record is read."""
        return None if day and self.record.as_of and day > self.record.as_of else day


def _head(record: Record, state: str, on: date) -> StateHead:
    return state_head(record, record.gazetteer.resolve(state), on)


def _apart(
    rows: Sequence[CandidacyRow], others: Sequence[OtherTotalRow]
) -> tuple[Mapping[str, list[OtherTotalRow]], Mapping[str, list[OtherTotalRow]]]:
    """Return other totals that differ from the one used, and those that agree with it, by state."""
    used = {row.state: row.votes for row in rows}
    return _by_state([o for o in others if o.votes != used[o.state]]), _by_state(
        [o for o in others if o.votes == used[o.state]]
    )


def _by_state(rows: Sequence) -> Mapping[str, list]:
    found: dict[str, list] = {}
    for row in rows:
        found.setdefault(row.state, []).append(row)
    return found


def _in_order(rows: Sequence[CandidacyRow]) -> list[CandidacyRow]:
    return sorted(rows, key=lambda row: (row.votes is None, -(row.votes or 0), row.elected != "yes", row.state))


def _years(row: CandidacyRow) -> str | None:
    if row.term_start is None or row.term_end is None:
        return None
    return f"{row.term_start.year}–{row.term_end.year}"
