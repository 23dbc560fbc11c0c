"""Special sessions as rows: all of them, and the list of one session's request."""

from collections.abc import Iterable, Iterator

from onrecord.publish.listed.rows import Row, Rows, rows_of
from onrecord.publish.views.special_sessions import (
    SpecialSessionLine,
    SpecialSessionList,
    SpecialSessionRecord,
    Supporter,
)
from onrecord.publish.written_dates import in_words

_COLUMNS = (
    "session", "date", "request_date", "title", "situation", "requested_by", "n_members", "n_observers", "n_supporting",
    "members_listed", "observers_listed", "list_complete", "state", "seat", "result", "why", "outcome",
    "outcome_symbols", "document_url", "note", "source", "source_url", "link",
)  # fmt: skip


def special_sessions_rows(view: SpecialSessionList) -> Rows:
    """Return special sessions, one row each; with a state, the row says what its list lets one conclude."""
    return rows_of("onrecord-special-sessions", _COLUMNS, [_row(line) for line in view.sessions])


def _row(line: SpecialSessionLine) -> Row:
    own = {name: getattr(line, name) for name in _COLUMNS if hasattr(line, name)}
    of = line.of_state
    return {
        **own,
        "date": line.opened,
        "title": line.subject_matter,
        "situation": line.situation.subject if line.situation else None,
        "list_complete": line.list_complete.value,
        "state": of.state.name if of else None,
        "seat": of.seat.value if of else None,
        "result": of.label if of else None,
        "why": of.why.value if of else None,
        "outcome_symbols": " ".join(text.symbol for text in line.outcome_texts),
        "document_url": line.outcome_texts[0].url if line.outcome_texts else None,
        "link": of.sentence.page if of else line.page,
    }


_SUPPORTERS = (
    "session", "date", "request_date", "title", "state", "iso3", "role", "seat", "seat_by_membership", "list_complete",
    "result", "source", "source_url", "link",
)  # fmt: skip


def special_session_rows(view: SpecialSessionRecord) -> Rows:
    """Return the list of a session's request, one row for each state; or the answer on one state asked for."""
    name = f"onrecord-special-session-{view.line.session}"
    if view.of_state:
        return rows_of(name, _COLUMNS, [_row(view.line)])
    by_state = {one.state.iso3: one for one in (*view.requested, *view.members, *view.observers)}
    return rows_of(name, _SUPPORTERS, _supporters(view.line, by_state.values()))


def _supporters(line: SpecialSessionLine, states: Iterable[Supporter]) -> Iterator[Row]:
    for one in states:
        roles = [word for word, held in (("requested", one.requested), ("supported", one.supported)) if held]
        yield {
            "session": line.session,
            "date": line.opened,
            "request_date": line.request_date,
            "title": line.subject_matter,
            "state": one.state.name,
            "iso3": one.state.iso3,
            "role": " and ".join(roles),
            "seat": one.seat,
            "seat_by_membership": one.seat_by_membership,
            "list_complete": line.list_complete.value,
            "result": f"{' and '.join(roles)} the session (request of {in_words(line.request_date)})",
            "source": line.source,
            "source_url": line.source_url,
            "link": line.page,
        }
