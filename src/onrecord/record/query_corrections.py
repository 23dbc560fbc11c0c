"""What was put right in the record and what is severely wrong in its sources, as rows for a list of news."""

from dataclasses import dataclass
from datetime import date

from onrecord.record.store import Record


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """One value of a correction: the vote, the field and state it is about, what is listed and what is right."""

    correction_id: str
    applied: bool
    date: date
    symbol: str | None
    slug: str
    state: str | None
    field: str
    listed: str | None
    corrected: str
    reason: str
    source_id: str


@dataclass(frozen=True, slots=True)
class SevereRow:
    """A severe finding of the audit, with the day of the vote or text it is about."""

    finding_id: str
    date: date | None
    symbol: str | None
    slug: str | None
    rule: str
    expected: str
    found: str
    settled: str
    source_id: str | None


_CORRECTIONS = """
SELECT correction_id, applied, date, symbol, slug, state, field, listed, corrected, reason, correction.source_id
FROM correction JOIN rollcall USING (rollcall_id) ORDER BY correction_id, field, state NULLS FIRST"""

_SEVERE = """
SELECT finding_id, coalesce(rollcall.date, text.decided_on), coalesce(rollcall.symbol, text.symbol),
  coalesce(rollcall.slug, text.slug), rule, expected, found, settled, finding.source_id
FROM finding LEFT JOIN rollcall USING (rollcall_id) LEFT JOIN text ON text.text_id = finding.text_id
WHERE finding.severity = 'severe' ORDER BY finding_id"""


def corrections(record: Record) -> list[CorrectionRow]:
    """Return every value of every correction, those of one correction together."""
    return record.rows(CorrectionRow, _CORRECTIONS)


def severe_findings(record: Record) -> list[SevereRow]:
    """Return every severe finding of the audit."""
    return record.rows(SevereRow, _SEVERE)
