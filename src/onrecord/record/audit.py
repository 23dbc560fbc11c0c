"""The audit: every rule run over the prepared facts, its findings as rows of the record."""

from collections import Counter
from dataclasses import replace

from onrecord.record.audit_assembly import ASSEMBLY_RULES
from onrecord.record.audit_documents import DOCUMENT_RULES
from onrecord.record.audit_texts import TEXT_RULES
from onrecord.record.audit_votes import VOTE_RULES
from onrecord.record.rows import Prepared
from onrecord.record.schema import FindingTable


def audit(prepared: Prepared) -> list[FindingTable]:
    """Return the findings of every rule over the facts; a second one of a rule at one place is numbered."""
    rules = (*VOTE_RULES, *TEXT_RULES, *ASSEMBLY_RULES, *DOCUMENT_RULES)
    seen: Counter[str] = Counter()
    rows = []
    for row in (finding.row() for rule in rules for finding in rule(prepared)):
        seen[row.finding_id] += 1
        nth = seen[row.finding_id]
        rows.append(row if nth == 1 else replace(row, finding_id=f"{row.finding_id}-{nth}"))
    return rows
