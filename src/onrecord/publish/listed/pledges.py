"""Pledges as rows."""

from onrecord.publish.listed.rows import Row, Rows, rows_of
from onrecord.publish.views.pledges import PledgeLine, PledgeList, PledgesOfState

_COLUMNS = (
    "date", "title", "result", "done_on", "done_later", "rule", "why", "judged_on", "due_by", "due", "state", "basis",
    "term", "theme", "specific", "specific_reason", "measurable", "measurable_reason", "verifiable",
    "verifiable_reason", "indicator", "indicator_of", "needed", "n", "evidence", "evidence_links", "document",
    "paragraph", "document_url", "source", "source_url", "pledge_id", "link",
)  # fmt: skip


def pledges_rows(view: PledgesOfState | PledgeList) -> Rows:
    """Return pledges, one row for each clause, with status, evidence, link and source."""
    return rows_of("onrecord-pledges", _COLUMNS, [_row(p) for p in view.pledges], ("date",))


def _row(p: PledgeLine) -> Row:
    own = {name: getattr(p, name) for name in _COLUMNS if hasattr(p, name)}
    test = {part: getattr(p, part) for part in ("specific", "measurable", "verifiable")}
    return {
        **own,
        **{part: one.answer for part, one in test.items()},
        **{f"{part}_reason": one.reason for part, one in test.items()},
        "date": p.pledged_on,
        "title": p.pledge,
        "result": p.status,
        "state": p.state.name,
        "evidence": "; ".join(e.text for e in p.evidence),
        "evidence_links": " ".join(dict.fromkeys(e.link or e.source_url or "" for e in p.evidence)).strip(),
        "link": p.page,
    }
