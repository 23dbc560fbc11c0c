"""The lists a reader browses as rows: states with their terms, situations, sessions."""

from onrecord.publish.listed.rows import Rows, rows_of
from onrecord.publish.views.lists import SessionList, SituationList, StateList

_STATES = ("date", "title", "state", "iso3", "kind", "regional_group", "member", "result", "link")


def states_rows(view: StateList) -> Rows:
    """Return every state with its regional group and its terms on the Council, as of the list's day."""
    return rows_of("onrecord-states", _STATES, [
        {
            "state": one.state.name,
            "iso3": one.state.iso3,
            "kind": one.kind,
            "regional_group": group.group,
            "date": view.on,
            "member": one.member,
            "title": "Terms on the Human Rights Council",
            "result": "; ".join(f"{first} to {last}" for first, last in one.terms) or "none in the record",
            "link": one.state.page,
        }
        for group in view.groups
        for one in group.states
    ])  # fmt: skip


_SITUATIONS = ("title", "subject", "kind", "votes", "amendments_and_motions", "without_a_vote", "from", "to", "link")


def situations_rows(view: SituationList) -> Rows:
    """Return every situation with how often it came before the Council, and first and last when to a vote."""
    return rows_of("onrecord-situations", _SITUATIONS, [
        {
            "title": one.situation.label,
            "subject": one.situation.subject,
            "kind": one.kind,
            "votes": one.votes,
            "amendments_and_motions": one.amendments_and_motions,
            "without_a_vote": one.without_a_vote,
            "from": one.first,
            "to": one.last,
            "link": one.situation.page,
        }
        for one in view.situations
    ])  # fmt: skip


_SESSIONS = ("session", "title", "kind", "opened", "closed", "votes", "amendments_and_motions", "without_a_vote",
             "link")  # fmt: skip


def sessions_rows(view: SessionList) -> Rows:
    """Return every session with its days and how much it put to a vote."""
    return rows_of("onrecord-sessions", _SESSIONS, [
        {
            "session": one.session,
            "title": one.name,
            "kind": one.kind,
            "opened": one.opened,
            "closed": one.closed,
            "votes": one.votes,
            "amendments_and_motions": one.amendments_and_motions,
            "without_a_vote": one.without_a_vote,
            "link": one.page,
        }
        for one in view.sessions
    ])  # fmt: skip
