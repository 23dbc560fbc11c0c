"""Visits and standing invitations as text for a terminal."""

from collections.abc import Sequence

from rich.console import Console

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
