"""Visits and standing invitations as rows."""

from onrecord.publish.listed.rows import Row, Rows, rows_of
from onrecord.publish.views.visits import InvitationLine, VisitsList, VisitsOfState

_COLUMNS = (
    "date", "to", "state", "what", "title", "holder", "result", "document", "document_url", "note", "link", "source",
    "source_url",
)  # fmt: skip


def visits_rows(view: VisitsOfState) -> Rows:
    """Return visits to a state, requests for some, and words on its standing invitation."""
    made = [
        _row(v.state.name, "visit", v.mandate, v, date=v.opened, to=v.closed, holder=v.holder, result=v.status,
             document=v.report.symbol if v.report else None, document_url=v.report.url if v.report else None)
        for v in view.visits
    ]  # fmt: skip
    asked = [
        _row(r.state.name, "request, known by this date", r.mandate, r, date=r.known_by, holder=r.holder,
             result=f"answered by a visit from {r.answered_on}" if r.answered_on else r.status)
        for r in view.requests
    ]  # fmt: skip
    said = [_invitation(line) for line in view.invitations]
    return rows_of(f"onrecord-visits-{view.page.rpartition('/')[2]}", _COLUMNS, [*made, *asked, *said], ("date",))


def visits_list_rows(view: VisitsList) -> Rows:
    """Return the first words on each state's standing invitation, and the totals."""
    said = [_invitation(s.invitation) for s in view.states if s.invitation]
    return rows_of("onrecord-visits", _COLUMNS, [*said, *(_invitation(t) for t in view.totals)], ("date",))


def _invitation(line: InvitationLine) -> Row:
    what = "pledge of a standing invitation" if line.pledge else "standing invitation"
    name = line.state.name if line.state else None
    return _row(name, what if line.state else "total", f"{line.dated}: {line.event}", line, date=line.date,
                result=line.event)  # fmt: skip


def _row(state: str | None, what: str, title: str, line: object, **given: object) -> Row:
    shared = {name: getattr(line, name) for name in ("note", "source", "source_url")}
    empty: dict[str, object] = dict.fromkeys(_COLUMNS)
    return {
        **empty,
        "state": state,
        "what": what,
        "title": title,
        "link": getattr(line, "page"),  # noqa: B009  (three kinds of line share the name)
        **shared,
        **given,
    }
