"""Visits and standing invitations as text for a terminal and as CSV."""

from collections.abc import Sequence

from rich.console import Console

from onrecord.publish.as_csv import rows_csv
from onrecord.publish.as_text import say_not_known, say_sentences, table
from onrecord.publish.views.visits import InvitationLine, VisitsList, VisitsOfState


def show_visits(view: VisitsOfState, out: Console) -> None:
    """Print visits to a state, requests and standing invitations."""
    say_sentences(view.sentences, out)
    if view.visits:
        rows = table("from", "to", "who", "holder", "status", "report", "note", "source")
        for v in view.visits:
            report = v.report.symbol if v.report else ""
            last = str(v.closed or "")
            rows.add_row(str(v.opened), last, v.mandate, v.holder or "", v.status, report, v.note or "", v.source)
        out.print("\nVisits:")
        out.print(rows)
    _totals(view.totals, out)
    say_not_known(view.not_known, out)


def show_visits_list(view: VisitsList, out: Console) -> None:
    """Print the states of which the record has visits or standing invitations."""
    say_sentences(view.sentences, out)
    rows = table("state", "visits in the record", "requests", "standing invitation", "by whose word")
    for s in view.states:
        said = f"{s.invitation.dated}: {s.invitation.event}" if s.invitation else ""
        source = s.invitation.source if s.invitation else ""
        rows.add_row(s.state.name, str(s.visits or ""), str(s.requests or ""), said, source)
    out.print(rows)
    _totals(view.totals, out)
    say_not_known(view.not_known, out)


def _totals(totals: Sequence[InvitationLine], out: Console) -> None:
    for t in totals:
        out.print(f"Total {t.dated}: {t.event} ({t.source} {t.source_url or ''})")


_COLUMNS = (
    "date", "to", "state", "what", "title", "holder", "result", "report", "report_url", "note", "link", "source",
    "source_url",
)  # fmt: skip


def visits_csv(view: VisitsOfState) -> str:
    """Return visits, requests and words on standing invitations as CSV."""
    made = [
        _row(v.state.name, "visit", v.mandate, v, date=v.opened, to=v.closed, holder=v.holder, result=v.status,
             report=v.report.symbol if v.report else None, report_url=v.report.url if v.report else None)
        for v in view.visits
    ]  # fmt: skip
    asked = [
        _row(r.state.name, "request, known by this date", r.mandate, r, date=r.known_by, holder=r.holder,
             result=f"answered by a visit from {r.answered_on}" if r.answered_on else r.status)
        for r in view.requests
    ]  # fmt: skip
    said = [_invitation(line) for line in view.invitations]
    return rows_csv(_COLUMNS, [*made, *asked, *said])


def visits_list_csv(view: VisitsList) -> str:
    """Return the first words on each state's standing invitation, and the totals, as CSV."""
    said = [_invitation(s.invitation) for s in view.states if s.invitation]
    return rows_csv(_COLUMNS, [*said, *(_invitation(t) for t in view.totals)])


def _invitation(line: InvitationLine) -> dict[str, object]:
    what = "pledge of a standing invitation" if line.pledge else "standing invitation"
    name = line.state.name if line.state else None
    return _row(name, what if line.state else "total", f"{line.dated}: {line.event}", line, date=line.date,
                result=line.event)  # fmt: skip


def _row(state: str | None, what: str, title: str, line: object, **given: object) -> dict[str, object]:
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
