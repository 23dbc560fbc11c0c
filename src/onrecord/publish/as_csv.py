"""Lists as CSV: one row stands alone with its date, title, result, link and citation, safe in a spreadsheet."""

import csv
import io
from collections.abc import Iterable, Mapping
from typing import Any

from onrecord.publish.views.audit import AuditRecord
from onrecord.publish.views.shared import VoteLine

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def vote_lines_csv(votes: Iterable[VoteLine], state: str | None = None) -> str:
    """Return votes as CSV with a header; ``state`` names whose positions the rows hold."""
    return rows_csv(_VOTE_COLUMNS, (_vote_row(line, state) for line in votes))


_VOTE_COLUMNS = (
    "date", "date_precision", "body", "session", "symbol", "title", "situations", "agenda_item", "kind", "outcome",
    "state", "position", "position_doubtful", "yes", "no", "abstain", "absent", "status", "reading",
    "document_url", "document_place", "source", "source_url", "rollcall_id", "page",
)  # fmt: skip


def _vote_row(line: VoteLine, state: str | None) -> dict[str, Any]:
    position = line.position.value if line.position else "not in the record"
    own = {name: getattr(line, name) for name in _VOTE_COLUMNS if hasattr(line, name)}
    return {
        **own,
        "situations": " ".join(line.situations),
        "state": state,
        "position": position if state else None,
        "position_doubtful": line.position_doubtful if state else None,
        "document_url": line.cite.url,
        "document_place": line.cite.place,
        "source": line.cite.source,
        "source_url": line.cite.source_url,
    }


def findings_csv(view: AuditRecord) -> str:
    """Return the audit's findings as CSV with a header."""
    columns = (
        "finding_id", "rule", "severity", "rollcall_id", "symbol", "state", "place", "expected", "found", "settled",
        "source", "source_url", "page",
    )  # fmt: skip
    findings = (f for rule in view.rules for f in rule.findings)
    return rows_csv(columns, ({name: getattr(f, name) for name in columns} for f in findings))


def rows_csv(columns: tuple[str, ...], rows: Iterable[Mapping[str, Any]]) -> str:
    """Return rows as CSV with a header, its cells safe in a spreadsheet."""
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({name: _safe(row[name]) for name in columns} for row in rows)
    return out.getvalue()


def _safe(value: Any) -> Any:
    """Return a cell that a spreadsheet reads as words, not as a formula."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
