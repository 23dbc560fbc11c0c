"""How special sessions read in a sentence."""

from onrecord.claims.events.typed import Described
from onrecord.claims.events.words import described_as
from onrecord.claims.evidence import row
from onrecord.claims.naming import day
from onrecord.claims.special_sessions.selecting import Session
from onrecord.record.store import Record
from onrecord.sources.facts_commitments import ListComplete
from onrecord.vocabulary.verdicts import Evidence


def session_label(session: Session) -> str:
    """Return "S-20 (Central African Republic)"."""
    return f"{session.row.session} ({session.row.subject_matter})"


def session_days(session: Session) -> str:
    """Return when a session was held, with a blank before it; nothing where its days are not in the record."""
    if session.opened and session.closed and session.opened != session.closed:
        return f" from {day(session.opened)} to {day(session.closed)}"
    known = session.opened or session.closed
    return f" on {day(known)}" if known else ""


def listing(session: Session) -> str:
    """Return how whole a session's list is: "a complete list of 36 members and 43 observers"."""
    held = f"{len(session.listed.members)} members and {len(session.listed.observers)} observers"
    return {
        ListComplete.FULL: f"a complete list of {held}",
        ListComplete.MEMBERS_ONLY: f"a list of members only, {len(session.listed.members)}, complete for them",
        ListComplete.PARTIAL: f"a partial list ({held} named)",
        ListComplete.NONE: "no list",
    }[session.row.list_complete]


def session_row(record: Record, session: Session) -> Evidence:
    """Return a special session as evidence."""
    one = session.row
    asked = f"; asked for by {one.requested_by}" if one.requested_by else ""
    ended = f"; {one.outcome_symbol} {one.outcome}" if one.outcome else ""
    says = f"{session_label(session)}{session_days(session)}{asked}; {listing(session)}{ended}"
    return row(record, f"special_sessions:{one.session}", says, one.source_id, None, f"/special-sessions/{one.session}")


def described_words(record: Record, sessions: Described) -> str:
    """Return special sessions as a sentence names them."""
    return described_as(record, sessions, "special session")
