"""The special sessions that a sentence means, with what their lists say."""

from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from onrecord.claims.events.judging_lists import ListOfStates, codes_of_states
from onrecord.claims.events.matching_words import concerns, days_of, holds_title, holds_words
from onrecord.claims.events.typed import Described
from onrecord.claims.typed import Topic
from onrecord.measures.lists_of_states import Answer, Listed, Seat, of_request
from onrecord.record.query_notes import whole
from onrecord.record.query_special_sessions import days_of_sessions, session_requests, special_sessions
from onrecord.record.store import Record
from onrecord.sources.facts_commitments import RequestRole, SpecialSession
from onrecord.vocabulary.periods import Period

_FIRST_DAY = date(2006, 6, 19)


@dataclass(frozen=True, slots=True)
class Session:
    """A special session with the days within which it was held and the roles of states in its request."""

    row: SpecialSession
    opened: date | None
    closed: date | None
    earliest: date
    latest: date
    roles: dict[str, frozenset[RequestRole]]
    listed: Listed

    @property
    def number(self) -> int:
        """Its place among all special sessions."""
        return int(self.row.session.removeprefix("S-"))

    @property
    def day(self) -> date | None:
        """The day by which its supporters are counted: of the request, else its first."""
        return self.row.request_date.last if self.row.request_date else self.opened or self.closed


@lru_cache(maxsize=16)
def known_sessions(record: Record) -> tuple[Session, ...]:
    """Return every special session, the first one first; one without a day lies between its neighbours."""
    # As of a day a session is known from its request on, before it opens.
    now, by_session = whole(record), {}
    days = days_of_sessions(now)
    for row in session_requests(now):
        by_session.setdefault(row.session, []).append(row)
    found: list[Session] = []
    for row in special_sessions(now):
        known = days.get(row.session)
        opened = row.opened or (known.opened if known else None)
        closed = row.closed or (known.closed or known.last_decision if known else None)
        after = found[-1].earliest if found else _FIRST_DAY
        earliest, latest = opened or closed or after, closed or opened or date.max
        requests = by_session.get(row.session, [])
        found.append(Session(row, opened, closed, earliest, latest, _roles(requests), _listed(row, requests)))
    return tuple(_as_known(s, record.as_of) for s in _before_next(found) if _known(s, record.as_of))


def _known(session: Session, as_of: date | None) -> bool:
    asked = session.row.request_date.last if session.row.request_date else session.earliest
    return as_of is None or min(asked, session.earliest) <= as_of


def _as_known(session: Session, as_of: date | None) -> Session:
    """Return a session without the outcome it did not yet have."""
    if as_of is None or session.latest <= as_of:
        return session
    return replace(session, row=replace(session.row, outcome=None, outcome_symbol=None))


def _before_next(found: list[Session]) -> list[Session]:
    ends = [s.latest for s in found]
    for k in range(len(found) - 2, -1, -1):
        ends[k] = min(ends[k], ends[k + 1])
    return [replace(s, latest=end) for s, end in zip(found, ends, strict=True)]


def _roles(requests) -> dict[str, frozenset[RequestRole]]:
    roles: dict[str, set[RequestRole]] = {}
    for row in requests:
        roles.setdefault(row.state, set()).add(row.role)
    return {state: frozenset(found) for state, found in roles.items()}


def _listed(row: SpecialSession, requests) -> Listed:
    supported = [r for r in requests if r.role is RequestRole.SUPPORTED]
    members = {r.state for r in supported if r.seat == "member"}
    observers = {r.state for r in supported if r.seat != "member"}
    return Listed(row.list_complete, members, observers, row.n_members, row.n_observers, row.n_supporting)


def seat_of(record: Record, session: Session, state: str) -> Seat:
    """Return whether a state had a seat on the Council when a session was called."""
    asked = session.row.request_date
    days = ({asked.first, asked.last} if asked else set()) | ({session.opened} if session.opened else set())
    if not days:
        return Seat.UNSURE
    if not all(record.gazetteer.state(state).existed(day) for day in days):
        return Seat.NO_STATE
    held = {record.seats.is_member(state, day) for day in days}
    if len(held) > 1:
        return Seat.UNSURE
    return Seat.MEMBER if held.pop() else Seat.OBSERVER


def list_of(record: Record, session: Session) -> ListOfStates:
    """Return a session's list of supporters as a list of states."""

    def answer(state: str) -> bool | None:
        if state in session.roles:
            return True
        if state not in codes_of_states(record) or state == "EUE":
            return None
        found = of_request(False, seat_of(record, session, state), session.listed).answer
        return False if found in {Answer.NOT_LISTED, Answer.NOT_AMONG_MEMBERS} else None

    seats = record.seats.members(session.day) if session.day else frozenset()
    return ListOfStates(session.row.session, answer, session.day, frozenset(seats))


def sessions_meant(record: Record, asked: Described, request: bool = False) -> tuple[list[Session], list[Session]]:
    """Return the sessions that a description surely means, and those that it may mean for want of a day.

    With ``request`` a date may be that of the request.
    """
    pool = [s for s in known_sessions(record) if _on(s, asked, narrow=True)]
    pool = pool or [s for s in known_sessions(record) if _on(s, asked, narrow=False)]
    pool = _numbered(record, pool, asked)
    sure = [s for s in pool if _within(s, asked.period) or (request and _asked_in(s, asked.period))]
    maybe = [s for s in pool if s not in sure and _may_be(s, asked.period)]
    return sure, maybe


def _numbered(record: Record, pool: list[Session], asked: Described) -> list[Session]:
    """Return the nth of all sessions, or the nth of those on the situation."""
    if asked.ordinal is None:
        return pool
    overall = [s for s in pool if s.number == asked.ordinal]
    if overall or not (asked.topics or asked.beside):
        return overall
    return pool[asked.ordinal - 1 : asked.ordinal]


def _on(session: Session, asked: Described, narrow: bool) -> bool:
    row = session.row
    topics = (*asked.topics, *(Topic(code) for code in asked.beside))
    if topics:
        return any(
            concerns(row.situation, row.subject_matter, t) and (not narrow or holds_title(row.subject_matter, t.title))
            for t in topics
        )
    return not asked.words or holds_words(row.subject_matter, asked.words)


def _within(session: Session, period: Period | None) -> bool:
    return period is None or Period(session.earliest, session.latest).within(period) or _begun(session, period)


def _asked_in(session: Session, period: Period | None) -> bool:
    days = request_days(session)
    return period is not None and days is not None and days.overlaps(period)


def _begun(session: Session, period: Period) -> bool:
    """Whether a session that has its days met on a day of the period."""
    return session.opened is not None and Period(session.earliest, session.latest).overlaps(period)


def _may_be(session: Session, period: Period | None) -> bool:
    return period is not None and Period(session.earliest, session.latest).overlaps(period)


def request_days(session: Session) -> Period | None:
    """Return the days of a session's request; None where they are not in the record."""
    return days_of(session.row.request_date) if session.row.request_date else None
