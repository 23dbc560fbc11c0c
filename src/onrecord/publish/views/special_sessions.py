"""Special sessions of the Council: who asked for them, who supported the request, what that says of one state."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from onrecord.measures.lists_of_states import (
    Answer,
    Conclusion,
    Count,
    Listed,
    Seat,
    Why,
    counts_of_request,
    of_request,
    tally,
)
from onrecord.publish.languages.state_names import name_order
from onrecord.publish.languages.words import gettext
from onrecord.publish.views.session import session_name
from onrecord.publish.views.shared import Sentence, SituationHead, Sources, StateHead, situation_head, state_head
from onrecord.publish.wording import special_sessions as say
from onrecord.record.query_special_sessions import (
    SessionDays,
    days_of_sessions,
    pages_of_texts,
    session_requests,
    special_sessions,
)
from onrecord.record.store import Record
from onrecord.sources.facts_commitments import ListComplete, RequestRole, SessionRequest, SpecialSession
from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.states import State
from onrecord.vocabulary.symbols import parse_symbol


@dataclass(frozen=True, slots=True)
class OutcomeText:
    """A text that a special session ended with; ``page`` only where the record holds the text itself."""

    symbol: str
    url: str
    page: str | None


@dataclass(frozen=True, slots=True)
class Supporter:
    """A state on the list of a request: its seat as listed, whether it asked for the session, and where they differ."""

    state: StateHead
    seat: str | None
    seat_by_membership: str
    requested: bool
    supported: bool


@dataclass(frozen=True, slots=True)
class StateOnRequest:
    """What a session's list says of one state, as a label and as a sentence to print."""

    state: StateHead
    answer: Answer
    why: Why
    label: str
    seat: Seat
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class SpecialSessionLine:
    """A special session in a list; ``of_state`` where the list is about a state."""

    session: str
    name: str
    page: str
    opened: date | None
    closed: date | None
    first_decision: date | None
    request_date: str | None
    subject_matter: str
    situation: SituationHead | None
    requested_by: str | None
    n_members: int | None
    n_observers: int | None
    n_supporting: int | None
    members_listed: int
    observers_listed: int
    list_complete: ListComplete
    outcome: str | None
    outcome_texts: tuple[OutcomeText, ...]
    of_state: StateOnRequest | None
    source: str
    source_url: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class SpecialSessionList:
    """All special sessions in the record, the latest first."""

    page: str
    state: StateHead | None
    n: int
    sentences: tuple[Sentence, ...]
    answers: tuple[tuple[Answer, int], ...]
    sessions: tuple[SpecialSessionLine, ...]
    not_known: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SpecialSessionRecord:
    """Everything the record says of how one special session came about."""

    line: SpecialSessionLine
    page: str
    session_page: str | None
    sentences: tuple[Sentence, ...]
    of_state: StateOnRequest | None
    counts: tuple[Count, ...]
    requested: tuple[Supporter, ...]
    members: tuple[Supporter, ...]
    observers: tuple[Supporter, ...]
    disagreements: tuple[str, ...]
    outcome_source: str | None
    outcome_source_url: str | None
    days_source: str | None
    days_source_url: str | None
    previous: str | None
    following: str | None
    not_known: tuple[str, ...]


PATH = "/special-sessions"
"""Where the pages of special sessions stand."""


class _Requests:
    """The record's special sessions with their lists, read once for a view."""

    def __init__(self, record: Record) -> None:
        self.record, self.sources = record, Sources(record)
        self.sessions = special_sessions(record)
        self.days = days_of_sessions(record)
        symbols = tuple(symbol for one in self.sessions for symbol in _symbols(one))
        self.pages = pages_of_texts(record, symbols)
        self._rows: dict[str, list[SessionRequest]] = {}
        for row in session_requests(record):
            self._rows.setdefault(row.session, []).append(row)

    def rows(self, session: str) -> Sequence[SessionRequest]:
        return self._rows.get(session, ())

    def listed(self, one: SpecialSession) -> Listed:
        supported = [row for row in self.rows(one.session) if row.role is RequestRole.SUPPORTED]
        members = {row.state for row in supported if row.seat == "member"}
        observers = {row.state for row in supported if row.seat != "member"}
        return Listed(one.list_complete, members, observers, one.n_members, one.n_observers, one.n_supporting)

    def opened(self, one: SpecialSession) -> date | None:
        days = self.days.get(one.session)
        return one.opened or (days.opened if days else None)

    def day(self, one: SpecialSession) -> date | None:
        """Return the day under which a session's states are named: the first that is known of it."""
        days = self.days.get(one.session)
        asked = one.request_date.last if one.request_date else None
        return asked or self.opened(one) or (days.first_decision if days else None)

    def seat(self, one: SpecialSession, state: State) -> Seat:
        asked = {one.request_date.first, one.request_date.last} if one.request_date else set()
        days = asked | {day for day in (self.opened(one),) if day}
        return seat_on(self.record, state, days)


def seat_on(record: Record, state: State, days: set[date]) -> Seat:
    """Return whether a state had a seat on the Council; not certain where no day is known or the days differ."""
    if not days:
        return Seat.UNSURE
    if not all(state.existed(day) for day in days):
        return Seat.NO_STATE
    held = {record.seats.is_member(state.iso3, day) for day in days}
    if len(held) > 1:
        return Seat.UNSURE
    return Seat.MEMBER if held.pop() else Seat.OBSERVER


def special_session_list(record: Record, asked: str | None = None) -> SpecialSessionList:
    """Return all special sessions, with what each list says of a state where one is asked for."""
    requests = _Requests(record)
    state = record.gazetteer.resolve(asked) if asked else None
    head = state_head(record, state, record.as_of) if state else None
    lines = tuple(_line(requests, one, state) for one in reversed(requests.sessions))
    answers = tally(Conclusion(line.of_state.answer, line.of_state.why) for line in lines if line.of_state)
    page = f"{PATH}?state={state.slug}" if state else PATH
    said = [Sentence(say.held(lines, record.as_of), len(lines), gettext(say.SCOPE), page)]
    if head:
        said.insert(0, Sentence(say.over_all(head, answers), len(lines), gettext(say.LIST_SCOPE), page))
    return SpecialSessionList(
        page=page,
        state=head,
        n=len(lines),
        sentences=tuple(said),
        answers=answers if head else (),
        sessions=lines,
        not_known=tuple(say.list_not_known(lines, record.as_of)),
    )


def special_session_record(record: Record, asked: str, of: str | None = None) -> SpecialSessionRecord:
    """Return how a special session came about; NotInVocabulary for one the record does not have."""
    requests = _Requests(record)
    one = _known(requests, asked)
    state = record.gazetteer.resolve(of) if of else None
    line, found, days = _line(requests, one, state), requests.listed(one), requests.days.get(one.session)
    counts = counts_of_request(found)
    supporters = _supporters(requests, one)
    before, after = _neighbours(requests, one)
    main = Sentence(say.called(line), line.n_supporting or 0, say.scope_of(line), line.page)
    sources = requests.sources
    return SpecialSessionRecord(
        line=line,
        page=line.page,
        session_page=f"/sessions/{one.session}" if one.session in requests.days else None,
        sentences=(line.of_state.sentence, main) if line.of_state else (main,),
        of_state=line.of_state,
        counts=counts,
        requested=tuple(s for s in supporters if s.requested),
        members=tuple(s for s in supporters if s.supported and s.seat == "member"),
        observers=tuple(s for s in supporters if s.supported and s.seat != "member"),
        disagreements=tuple(say.disagreements(line, counts, supporters)),
        outcome_source=sources.title(one.outcome_source_id) if one.outcome_source_id else None,
        outcome_source_url=sources.url(one.outcome_source_id),
        days_source=_days_source(sources, one, days),
        days_source_url=sources.url(days.source_id) if days and not one.opened else None,
        previous=before,
        following=after,
        not_known=tuple(say.not_known(line)),
    )


def _known(requests: _Requests, asked: str) -> SpecialSession:
    wanted = asked.strip().upper()
    if wanted.removeprefix("S").removeprefix("-").isdigit():
        wanted = f"S-{int(wanted.removeprefix('S').removeprefix('-'))}"
    for one in requests.sessions:
        if one.session == wanted:
            return one
    last = requests.sessions[-1].session if requests.sessions else "none"
    raise NotInVocabulary("special session", asked, f"a special session in the record, S-1 to {last}")


def _line(requests: _Requests, one: SpecialSession, state: State | None) -> SpecialSessionLine:
    found, days = requests.listed(one), requests.days.get(one.session)
    line = SpecialSessionLine(
        session=one.session,
        name=session_name(one.session),
        page=f"{PATH}/{one.session}",
        opened=requests.opened(one),
        closed=one.closed or (days.closed if days else None),
        first_decision=days.first_decision if days else None,
        request_date=one.request_date,
        subject_matter=one.subject_matter,
        situation=situation_head(requests.record.subjects[one.situation]) if one.situation else None,
        requested_by=one.requested_by,
        n_members=one.n_members,
        n_observers=one.n_observers,
        n_supporting=one.n_supporting,
        members_listed=len(found.members),
        observers_listed=len(found.observers),
        list_complete=one.list_complete,
        outcome=one.outcome,
        outcome_texts=tuple(_outcome(requests, symbol) for symbol in _symbols(one)),
        of_state=None,
        source=requests.sources.title(one.source_id),
        source_url=requests.sources.url(one.source_id),
        note=one.note,
    )
    return _with_state(requests, one, line, state) if state else line


def _with_state(requests: _Requests, one: SpecialSession, line: SpecialSessionLine, state: State) -> SpecialSessionLine:
    roles = {row.role for row in requests.rows(one.session) if row.state == state.iso3}
    seat = requests.seat(one, state)
    found = of_request(bool(roles), seat, requests.listed(one))
    head = state_head(requests.record, state, requests.day(one))
    text = say.of_state(head, line, found, seat, roles)
    page = f"{line.page}?state={state.slug}"
    sentence = Sentence(text, line.members_listed + line.observers_listed, say.scope_of(line), page)
    label = say.label(found, roles)
    return replace(line, of_state=StateOnRequest(head, found.answer, found.why, label, seat, sentence))


def _outcome(requests: _Requests, symbol: str) -> OutcomeText:
    slug = requests.pages.get(symbol)
    return OutcomeText(symbol, parse_symbol(symbol).url, f"/votes/{slug}" if slug else None)


def _symbols(one: SpecialSession) -> tuple[str, ...]:
    return tuple(part.strip() for part in (one.outcome_symbol or "").split(";") if part.strip())


def _supporters(requests: _Requests, one: SpecialSession) -> list[Supporter]:
    record, on = requests.record, requests.day(one)
    by_state: dict[str, list[SessionRequest]] = {}
    for row in requests.rows(one.session):
        by_state.setdefault(row.state, []).append(row)
    found = []
    for iso3, rows in by_state.items():
        state, roles = record.gazetteer.state(iso3), {row.role for row in rows}
        found.append(
            Supporter(
                state=state_head(record, state, on),
                seat=next((row.seat for row in rows if row.seat), None),
                seat_by_membership=requests.seat(one, state).value,
                requested=RequestRole.REQUESTED in roles,
                supported=RequestRole.SUPPORTED in roles,
            )
        )
    return sorted(found, key=lambda s: name_order(s.state.name))


def _neighbours(requests: _Requests, one: SpecialSession) -> tuple[str | None, str | None]:
    at = requests.sessions.index(one)
    before = requests.sessions[at - 1].session if at else None
    after = requests.sessions[at + 1].session if at + 1 < len(requests.sessions) else None
    return before, after


def _days_source(sources: Sources, one: SpecialSession, days: SessionDays | None) -> str | None:
    return sources.title(days.source_id) if days and not one.opened else None
