"""The lists a reader browses: all states, all situations, all sessions, all sources."""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date

from onrecord.publish.languages.state_names import name_order, names_to_choose
from onrecord.publish.languages.words import message
from onrecord.publish.views.audit import AuditRecord, audit_record
from onrecord.publish.views.session import session_name
from onrecord.publish.views.shared import SituationHead, StateHead, situation_head, situation_label, state_head
from onrecord.record.coverage_of import council_votes_span
from onrecord.record.opened import RecordHead, record_head
from onrecord.record.store import CouncilTerm, Record
from onrecord.vocabulary.positions import LISTED
from onrecord.vocabulary.rollcalls import Body, Status
from onrecord.vocabulary.states import RegionalGroup
from onrecord.vocabulary.texts import TextKind


@dataclass(frozen=True, slots=True)
class ListedState:
    """A state in a list: its terms on the Council, and whether it has a seat on the day of the list."""

    state: StateHead
    kind: str
    member: bool
    terms: tuple[tuple[date, date], ...]


@dataclass(frozen=True, slots=True)
class GroupOfStates:
    """A regional group with its states by name."""

    group: str
    label: str
    n: int
    members: int
    states: tuple[ListedState, ...]


@dataclass(frozen=True, slots=True)
class StateList:
    """Every state of the record by regional group, as of the day of the last roll call."""

    page: str
    on: date
    n: int
    groups: tuple[GroupOfStates, ...]


@dataclass(frozen=True, slots=True)
class ListedStates:
    """Every state of the record by name, as of the day of the last roll call."""

    page: str
    on: date
    n: int
    states: tuple[ListedState, ...]


@dataclass(frozen=True, slots=True)
class SituationCount:
    """A country situation with how often it came before the Council, and first and last when to a vote."""

    situation: SituationHead
    kind: str
    note: str | None
    votes: int
    amendments_and_motions: int
    without_a_vote: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class SituationList:
    """Every country situation on which the record has a text, most votes first."""

    page: str
    n: int
    situations: tuple[SituationCount, ...]


@dataclass(frozen=True, slots=True)
class SessionLine:
    """A session of the Council with its days and how many votes it took."""

    session: str
    name: str
    kind: str
    page: str
    opened: date | None
    closed: date | None
    first_decision: date | None
    last_decision: date | None
    votes: int
    amendments_and_motions: int
    without_a_vote: int


@dataclass(frozen=True, slots=True)
class SessionList:
    """Every session of the Council, the latest first."""

    page: str
    n: int
    sessions: tuple[SessionLine, ...]


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A publication the record was read from; ``records`` of it are cited one by one."""

    title: str
    url: str | None
    records: int


@dataclass(frozen=True, slots=True)
class DataRecord:
    """What is wrong or missing in the data, what it covers and what it was read from."""

    page: str
    rule: str | None
    audit: AuditRecord
    sources: tuple[SourceLine, ...]
    open: RecordHead


def state_list(record: Record) -> StateList:
    """Return every state by regional group, with its terms on the Council."""
    on = council_votes_span(record).last
    groups = _by_group([_listed(record, state.iso3, on) for state in record.gazetteer.states])
    return StateList("/states", on, sum(g.n for g in groups), tuple(groups))


def listed_states(record: Record) -> ListedStates:
    """Return every state by name, with its terms on the Council; for programs, which group as they like."""
    on = council_votes_span(record).last
    states = sorted((_listed(record, state.iso3, on) for state in record.gazetteer.states), key=_by_name)
    return ListedStates("/states", on, len(states), tuple(states))


def _by_name(one: ListedState) -> tuple[str, str]:
    return one.state.name, one.state.iso3


def members_by_group(record: Record, on: date) -> list[GroupOfStates]:
    """Return the Council's members on a day by regional group."""
    return _by_group([_listed(record, iso3, on) for iso3 in record.seats.members(on)])


def _listed(record: Record, iso3: str, on: date) -> ListedState:
    state = record.gazetteer.state(iso3)
    held = [t for t in record.seats.terms(iso3) if isinstance(t, CouncilTerm)]
    spans = tuple((t.term_start, t.term_end) for t in held)
    return ListedState(state_head(record, state, on), state.kind.label, record.seats.is_member(iso3, on), spans)


def _by_group(states: list[ListedState]) -> list[GroupOfStates]:
    found = []
    for group in (*RegionalGroup, None):
        chosen = sorted((s for s in states if s.state.regional_group == group), key=lambda s: name_order(s.state.name))
        if chosen:
            label = group.label if group else message("In no regional group")
            members = sum(s.member for s in chosen)
            found.append(GroupOfStates(group or "", label, len(chosen), members, tuple(chosen)))
    return found


def situation_counts(record: Record) -> list[SituationCount]:
    """Return every situation on which the record has a text, most votes on whole texts first."""
    rows = record.tuples(
        "WITH coded AS (SELECT subject, t.text_id, t.how_decided, r.date, r.kind, r.vote_taken,"
        " r.rollcall_id IS NOT NULL AND r.kind NOT IN ('amendment', 'motion') AND r.vote_taken AS whole"
        " FROM situation s JOIN text t USING (text_id) LEFT JOIN rollcall r USING (text_id) WHERE subject IS NOT NULL)"
        " SELECT subject, count(*) FILTER (whole), count(*) FILTER (kind IN ('amendment', 'motion')),"
        " count(*) FILTER (how_decided = 'without a vote'), min(date) FILTER (whole), max(date) FILTER (whole)"
        " FROM coded GROUP BY subject"
    )
    lines = [_situation(record, *row) for row in rows]
    return sorted(lines, key=lambda s: (-s.votes, -s.without_a_vote, name_order(s.situation.label)))


def _situation(record: Record, code: str, votes: int, apart: int, unvoted: int, *days: date | None) -> SituationCount:
    subject = record.subjects[code]
    return SituationCount(situation_head(subject), subject.kind, subject.note, votes, apart, unvoted, *days)


def situation_list(record: Record) -> SituationList:
    """Return every situation on which the record has a text."""
    found = situation_counts(record)
    return SituationList("/situations", len(found), tuple(found))


def session_lines(record: Record) -> list[SessionLine]:
    """Return every session with its counts, the latest first."""
    voted = {session: rest for session, *rest in record.tuples(_VOTES_OF_SESSIONS)}
    unvoted = dict(
        record.tuples("SELECT session, count(*) FROM text WHERE how_decided <> 'recorded vote' GROUP BY session")
    )
    rows = record.tuples("SELECT session, kind, opened, closed, first_decision, last_decision FROM session")
    lines = [
        SessionLine(
            one, session_name(one), kind, f"/sessions/{one}", *days, *voted.get(one, (0, 0)), unvoted.get(one, 0)
        )
        for one, kind, *days in rows
    ]
    return sorted(lines, key=lambda s: (s.first_decision or s.opened or date.min, s.session), reverse=True)


_VOTES_OF_SESSIONS = (
    "SELECT session, count(*) FILTER (kind NOT IN ('amendment', 'motion')),"
    " count(*) FILTER (kind IN ('amendment', 'motion')) FROM rollcall"
    " WHERE body = 'HRC' AND vote_taken GROUP BY session"
)


def session_list(record: Record) -> SessionList:
    """Return every session of the Council."""
    lines = session_lines(record)
    return SessionList("/sessions", len(lines), tuple(lines))


_RECORD_NUMBER = re.compile(r", record \d+$")


def source_lines(record: Record) -> list[SourceLine]:
    """Return the publications the record was read from; single records of one catalogue are counted together."""
    rows = record.tuples("SELECT title, url FROM source ORDER BY source_id")
    counts = Counter(_RECORD_NUMBER.sub("", title) for title, _ in rows)
    address: dict[str, str | None] = {}
    for title, url in rows:
        whole = _RECORD_NUMBER.sub("", title)
        address.setdefault(whole, url if counts[whole] == 1 or whole == title else _host(url))
    return [SourceLine(title, address[title], n) for title, n in sorted(counts.items(), key=lambda i: (-i[1], i[0]))]


def _host(url: str | None) -> str | None:
    return "/".join(url.split("/")[:3]) + "/" if url else None


def data_record(record: Record, rule: str | None = None) -> DataRecord:
    """Return the audit (or one rule of it), coverage and sources; NotInVocabulary for a rule there is not."""
    return DataRecord(
        "/data", rule, audit_record(record, rule), tuple(source_lines(record)), record_head(record.manifest)
    )


@dataclass(frozen=True, slots=True)
class FilterChoices:
    """What each filter of a list of votes can be set to; situations as (slug, label), bodies as (code, name)."""

    year: tuple[str, ...]
    situation: tuple[tuple[str, str], ...]
    state: tuple[str, ...]
    session: tuple[str, ...]
    item: tuple[str, ...]
    kind: tuple[str, ...]
    position: tuple[str, ...]
    status: tuple[str, ...]
    body: tuple[tuple[str, str], ...]


def filter_choices(record: Record, body: str) -> FilterChoices:
    """Return what each filter can be set to for the votes of a body."""
    years = record.tuples("SELECT DISTINCT year(date) FROM rollcall WHERE body = ? ORDER BY 1 DESC", [body])
    used = {code for (code,) in record.tuples("SELECT DISTINCT subject FROM situation WHERE subject IS NOT NULL")}
    subjects = sorted(
        (s for s in record.subjects.values() if s.subject in used), key=lambda s: name_order(situation_label(s))
    )
    council = body == Body.HRC
    return FilterChoices(
        year=tuple(str(year) for (year,) in years),
        situation=tuple((s.slug, situation_label(s)) for s in subjects) if council else (),
        state=names_to_choose(record.gazetteer, record.gazetteer.states),
        session=tuple(line.session for line in session_lines(record)) if council else (),
        item=tuple(str(n) for n in range(1, 11)) if council else (),
        kind=tuple(kind.value for kind in TextKind) if council else (),
        position=tuple(p.value for p in LISTED),
        status=tuple(s.value for s in Status),
        body=tuple((one.value, one.label) for one in Body),
    )
