"""The Universal Periodic Review as text for a terminal and as CSV."""

from rich.console import Console

from onrecord.publish.as_csv import rows_csv
from onrecord.publish.as_text import say_not_known, say_sentences, table
from onrecord.publish.views.un_documents import UnDocument
from onrecord.publish.views.upr import Breakdown, ReviewOfState, UprOfState
from onrecord.publish.views.upr_lists import RecommendationList, ReviewLine, UprList
from onrecord.publish.wording.upr import became
from onrecord.publish.written_dates import in_words

SHOWN = 12
"""Issues and states shown in a terminal; the whole is in JSON and on the page."""


def show_upr(view: UprOfState, out: Console) -> None:
    """Print a state's reviews and recommendations."""
    say_sentences(view.sentences, out)
    for review in view.reviews:
        _show_review(review, out)
    for heading, found in (("Recommendations received", view.received), ("Recommendations made", view.made)):
        if found:
            _show_breakdown(heading, found, out)
    say_not_known(view.not_known, out)


def _show_review(one: ReviewOfState, out: Console) -> None:
    session = f", session {one.upr_session}" if one.upr_session else ""
    out.print(f"\nCycle {one.cycle}{session}, review: {in_words(one.review_date)}")
    if one.items:
        out.print(f"  {one.items.n} {one.items.unit}")
        for p in one.items.paragraphs:
            numbers = f"{p.paragraph}.{p.first_item} to {p.paragraph}.{p.last_item}"
            out.print(f"    paragraph {p.paragraph}, items {numbers}: {p.n}, {p.position}")
    if one.rows:
        responses = became(one.rows.accepted, one.rows.noted, one.rows.unknown)
        out.print(f"  {one.rows.n} rows ({one.rows.unit}): {responses}")
    if one.other_count:
        c = one.other_count
        out.print(f"  {c.n} ({c.unit}): {_of(c.supported)} supported, {_of(c.noted)} noted")
    for what, document, date in (
        ("Report", one.report, one.report_adopted),
        ("Outcome", one.outcome, one.outcome_date),
    ):
        if document:
            out.print(f"  {what}: {document.symbol}, {in_words(date)} {document.url or ''}")
    for note in (one.misplaced, one.note):
        if note:
            out.print(f"  Note: {note}")
    out.print(f"  Source: {one.source} {one.source_url or ''}")


def _of(number: int | None) -> str:
    return "not in the record" if number is None else str(number)


def _show_breakdown(heading: str, found: Breakdown, out: Console) -> None:
    out.print(f"\n{heading}, {found.period} ({found.unit}): {found.n}")
    for title, lines in (
        ("action category (McMahon)", tuple((f"{a.code} {a.label}", a) for a in found.actions)),
        ("regional group", tuple((g.label, g) for g in found.groups)),
        ("issue (a row counts under each)", tuple((i.label, i) for i in found.issues[:SHOWN])),
        ("state", tuple((p.name, p) for p in found.partners[:SHOWN])),
    ):
        rows = table(title, "rows", "accepted", "noted", *(["not known"] if found.unknown else []))
        for label, line in lines:
            figures = (line.n, line.accepted, line.noted, *([line.unknown] if found.unknown else []))
            rows.add_row(label, *map(str, figures))
        out.print(rows)
    more = [
        f"{len(all_of) - SHOWN} more {what}"
        for what, all_of in (("issues", found.issues), ("states", found.partners))
        if len(all_of) > SHOWN
    ]
    if more:
        out.print(f"({' and '.join(more)} with --json and on the page)")


def show_upr_list(view: UprList, out: Console) -> None:
    """Print all reviews, each count under its unit."""
    say_sentences(view.sentences, out)
    rows = table(
        "state", "cycle", "review", "items of the report", "UPR Info's rows", "accepted", "noted", "other count"
    )
    for r in view.reviews:
        figures = (r.rows.n, r.rows.accepted, r.rows.noted) if r.rows else ("", "", "")
        other = f"{r.other_count.n} ({r.other_count.unit})" if r.other_count else ""
        items = str(r.items.n) if r.items else ""
        rows.add_row(r.state.name, str(r.cycle), in_words(r.review_date), items, *map(str, figures), other)
    out.print(rows)
    say_not_known(view.not_known, out)


def show_recommendations(view: RecommendationList, out: Console) -> None:
    """Print recommendations row by row."""
    say_sentences(view.sentences, out)
    rows = table("session", "review", "under review", "by", "response", "action", "issues", "row")
    for r in view.recommendations:
        date, response = str(r.review_date or "not known"), r.response or "not known"
        action, issues = f"{r.action} {r.action_label}", ", ".join(r.issue_labels)
        rows.add_row(str(r.upr_session), date, r.state.name, r.by_name, response, action, issues, r.rec_id)
    out.print(rows)
    say_not_known(view.not_known, out)


_REVIEW_COLUMNS = (
    "date", "state", "cycle", "upr_session", "title", "report_items", "rows", "rows_accepted", "rows_noted",
    "other_count", "other_supported", "other_noted", "other_unit", "report", "report_url", "outcome", "outcome_url",
    "result", "outcome_date", "note", "link", "source", "source_url",
)  # fmt: skip


def upr_csv(view: UprOfState) -> str:
    """Return a state's reviews as CSV, each count in a column of its unit."""
    return rows_csv(_REVIEW_COLUMNS, [_review_row(r, view.state.name, view.page) for r in view.reviews])


def upr_list_csv(view: UprList) -> str:
    """Return all reviews as CSV."""
    return rows_csv(_REVIEW_COLUMNS, [_review_row(r, r.state.name, r.page) for r in view.reviews])


def _review_row(r: ReviewOfState | ReviewLine, state: str, page: str) -> dict[str, object]:
    notes = [r.note] if isinstance(r, ReviewLine) else [r.misplaced, r.note]
    return {
        "date": r.review_date,
        "state": state,
        "cycle": r.cycle,
        "upr_session": r.upr_session,
        "title": f"Universal Periodic Review of {state}, cycle {r.cycle}",
        "report_items": r.items.n if r.items else None,
        "rows": r.rows.n if r.rows else None,
        "rows_accepted": r.rows.accepted if r.rows else None,
        "rows_noted": r.rows.noted if r.rows else None,
        "other_count": r.other_count.n if r.other_count else None,
        "other_supported": r.other_count.supported if r.other_count else None,
        "other_noted": r.other_count.noted if r.other_count else None,
        "other_unit": r.other_count.unit if r.other_count else None,
        "report": _symbol(r.report),
        "report_url": _url(r.report),
        "outcome": _symbol(r.outcome),
        "outcome_url": _url(r.outcome),
        "result": "outcome adopted" if r.outcome_date else "not in the record",
        "outcome_date": r.outcome_date,
        "note": " ".join(n for n in notes if n) or None,
        "link": page,
        "source": r.source,
        "source_url": r.source_url,
    }


def _symbol(document: UnDocument | None) -> str | None:
    return document.symbol if document else None


def _url(document: UnDocument | None) -> str | None:
    return document.url if document else None


_ROW_COLUMNS = (
    "rec_id", "date", "title", "state", "by", "cycle", "upr_session", "result", "action", "action_label", "issues",
    "issue_labels", "report", "report_url", "link", "source", "source_url",
)  # fmt: skip


def recommendations_csv(view: RecommendationList) -> str:
    """Return recommendations as CSV, one row for each of UPR Info's."""
    return rows_csv(_ROW_COLUMNS, ({
        "rec_id": r.rec_id,
        "date": r.review_date,
        "title": f"UPR recommendation by {r.by_name} to {r.state.name}, session {r.upr_session}",
        "state": r.state.name,
        "by": r.by_name,
        "cycle": r.cycle,
        "upr_session": r.upr_session,
        "result": r.response or "not known",
        "action": r.action,
        "action_label": r.action_label,
        "issues": " ".join(r.issues),
        "issue_labels": "; ".join(r.issue_labels),
        "report": _symbol(r.report),
        "report_url": _url(r.report),
        "link": r.page,
        "source": r.source,
        "source_url": r.source_url,
    } for r in view.recommendations))  # fmt: skip
