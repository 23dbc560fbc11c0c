"""What the audit found, as rows."""

from onrecord.publish.listed.rows import Rows, rows_of
from onrecord.publish.views.audit import AuditRecord
from onrecord.publish.views.lists import DataRecord

_COLUMNS = (
    "finding_id", "rule", "severity", "rollcall_id", "symbol", "state", "place", "expected", "found", "result",
    "source", "source_url", "link",
)  # fmt: skip


def findings_rows(view: AuditRecord) -> Rows:
    """Return the audit's findings; ``result`` is how each was settled."""
    findings = [finding for rule in view.rules for finding in rule.findings]
    own = [{name: getattr(f, name) for name in _COLUMNS if hasattr(f, name)} for f in findings]
    more = [{"result": f.settled, "link": f.page or "/data"} for f in findings]
    return rows_of("onrecord-findings", _COLUMNS, [{**a, **b} for a, b in zip(own, more, strict=True)])


def data_rows(view: DataRecord) -> Rows:
    """Return the findings that the page of data shows."""
    return findings_rows(view.audit)
