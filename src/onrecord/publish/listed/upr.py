"""The Universal Periodic Review as rows: reviews, and recommendations."""

from onrecord.publish.listed.rows import Row, Rows, rows_of
from onrecord.publish.views.un_documents import UnDocument
from onrecord.publish.views.upr import ReviewOfState, UprOfState
from onrecord.publish.views.upr_lists import RecommendationList, ReviewLine, UprList

_REVIEW_COLUMNS = (
    "date", "state", "cycle", "upr_session", "title", "report_items", "rows", "rows_accepted", "rows_noted",
    "other_count", "other_supported", "other_noted", "other_unit", "document", "document_url",
    "outcome_document", "outcome_document_url", "result", "outcome_date", "note", "link", "source", "source_url",
)  # fmt: skip


def upr_rows(view: UprOfState) -> Rows:
    """Return a state's reviews, each count in a column of its unit."""
    rows = [_review_row(r, view.state.name, view.page) for r in view.reviews]
    return rows_of(f"onrecord-upr-{view.page.rpartition('/')[2]}", _REVIEW_COLUMNS, rows, ("date",))


def reviews_rows(view: UprList) -> Rows:
    """Return the reviews of a list, each count in a column of its unit."""
    rows = [_review_row(r, r.state.name, r.page) for r in view.reviews]
    return rows_of("onrecord-upr", _REVIEW_COLUMNS, rows, ("date",))


def _review_row(r: ReviewOfState | ReviewLine, state: str, page: str) -> Row:
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
        "document": _symbol(r.report),
        "document_url": _url(r.report),
        "outcome_document": _symbol(r.outcome),
        "outcome_document_url": _url(r.outcome),
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
    "issue_labels", "document", "document_url", "link", "source", "source_url",
)  # fmt: skip


def recommendations_rows(view: RecommendationList) -> Rows:
    """Return recommendations, one row for each of UPR Info's."""
    return rows_of("onrecord-upr-recommendations", _ROW_COLUMNS, ({
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
        "document": _symbol(r.report),
        "document_url": _url(r.report),
        "link": r.page,
        "source": r.source,
        "source_url": r.source_url,
    } for r in view.recommendations))  # fmt: skip
