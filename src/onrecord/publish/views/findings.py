"""What is wrong or missing in the data, by rule."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.record.store import Record


@dataclass(frozen=True, slots=True)
class FindingLine:
    """One finding of the audit, with the page of the vote or text it is about."""

    finding_id: str
    rule: str
    severity: str
    rollcall_id: str | None
    symbol: str | None
    state: str | None
    place: str
    expected: str
    found: str
    settled: str
    page: str | None
    source: str | None
    source_url: str | None


_SQL = (
    "SELECT finding_id, rule, finding.severity, finding.rollcall_id, coalesce(text.symbol, finding.text_id), state,"
    " place, expected, found, settled, coalesce(text.slug, rollcall.slug), source.title, source.url FROM finding"
    " LEFT JOIN text ON text.text_id = finding.text_id LEFT JOIN rollcall ON rollcall.rollcall_id = finding.rollcall_id"
    " LEFT JOIN source ON source.source_id = finding.source_id"
)
_ORDER = " ORDER BY finding.rule, finding_id"


def findings_of(record: Record, rollcall_ids: Sequence[str], text_ids: Sequence[str] = ()) -> list[FindingLine]:
    """Return the findings about some votes and texts, those about the votes' texts included."""
    where = (
        " WHERE list_contains($votes, finding.rollcall_id) OR list_contains($texts, finding.text_id)"
        " OR finding.text_id IN (SELECT text_id FROM rollcall WHERE list_contains($votes, rollcall_id))"
    )
    return record.rows(_line, _SQL + where + _ORDER, {"votes": list(rollcall_ids), "texts": list(text_ids)})


def all_findings(record: Record) -> list[FindingLine]:
    """Return every finding of the audit, by rule."""
    return record.rows(_line, _SQL + _ORDER)


def _line(*values) -> FindingLine:
    *rest, slug, source, url = values
    return FindingLine(*rest, f"/votes/{slug}" if slug else None, source, url)
