"""The Universal Periodic Review as text for a terminal."""

from rich.console import Console

from onrecord.publish.as_text import say_not_known, say_sentences, table
from onrecord.publish.views.upr import Breakdown, ReviewOfState, UprOfState
from onrecord.publish.views.upr_lists import RecommendationList, UprList
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
