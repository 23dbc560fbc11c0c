"""Questions about the Council's special sessions: who asked for them, and how whole the lists of supporters are."""

from dataclasses import dataclass, replace
from datetime import date

from onrecord.record.store import Record
from onrecord.sources.facts_commitments import ListComplete, RequestRole, SessionRequest, SpecialSession
from onrecord.vocabulary.dates import PartialDate


@dataclass(frozen=True, slots=True)
class SessionDays:
    """The days of a session as the table of sessions has them, with where they come from."""

    opened: date | None
    closed: date | None
    first_decision: date | None
    last_decision: date | None
    source_id: str


def special_sessions(record: Record) -> list[SpecialSession]:
    """Return every special session, the first one first."""
    return record.rows(_special_session, "SELECT * FROM special_session ORDER BY CAST(substr(session, 3) AS INTEGER)")


def _special_session(*values) -> SpecialSession:
    row = SpecialSession(*values)
    asked = PartialDate(row.request_date) if row.request_date else None
    return replace(row, list_complete=ListComplete(row.list_complete), request_date=asked)


def session_requests(record: Record) -> list[SessionRequest]:
    """Return every state that asked for a special session or supported the request, by session and state."""
    return record.rows(
        lambda *values: replace(row := SessionRequest(*values), role=RequestRole(row.role)),
        "SELECT * FROM session_request ORDER BY session, state, role",
    )


def days_of_sessions(record: Record) -> dict[str, SessionDays]:
    """Return the days of the special sessions that the table of sessions holds, by session."""
    rows = record.tuples(
        "SELECT session, opened, closed, first_decision, last_decision, source_id FROM session WHERE session LIKE 'S-%'"
    )
    return {session: SessionDays(*rest) for session, *rest in rows}


def pages_of_texts(record: Record, symbols: tuple[str, ...]) -> dict[str, str]:
    """Return the part of the address of a text's page by its symbol, for the texts that the record holds."""
    return dict(
        record.tuples("SELECT symbol, slug FROM text WHERE list_contains($symbols, symbol)", {"symbols": list(symbols)})
    )
