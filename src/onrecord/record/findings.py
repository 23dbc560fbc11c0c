"""What an audit rule returns: a finding with its place, what was expected and found, and how it was settled."""

import re
from dataclasses import dataclass

from onrecord.record.schema import FindingTable
from onrecord.vocabulary.rollcalls import Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault found by a rule. ``settled`` says what became of it, or begins with "open"."""

    rule: str
    severity: Severity
    place: str
    expected: str
    found: str
    settled: str
    rollcall_id: str | None = None
    text_id: str | None = None
    state: str | None = None
    source_id: str | None = None

    def row(self) -> FindingTable:
        """The finding as a row of the record, its id made of rule and place."""
        key = "/".join(part for part in (self.rule, self.place, self.state) if part)
        return FindingTable(
            finding_id=re.sub(r"[^A-Za-z0-9./]+", "-", key).strip("-").lower(),
            rule=self.rule,
            severity=self.severity,
            rollcall_id=self.rollcall_id,
            text_id=self.text_id,
            state=self.state,
            place=self.place,
            expected=self.expected,
            found=self.found,
            settled=self.settled,
            source_id=self.source_id,
        )
