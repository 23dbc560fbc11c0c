"""The audit: every rule run over the prepared facts, its findings as rows of the record."""

from onrecord.record.audit_assembly import ASSEMBLY_RULES
from onrecord.record.audit_texts import TEXT_RULES
from onrecord.record.audit_votes import VOTE_RULES
from onrecord.record.rows import Prepared
from onrecord.record.schema import FindingTable


def audit(prepared: Prepared) -> list[FindingTable]:
    """Return the findings of every rule over the facts."""
    rules = (*VOTE_RULES, *TEXT_RULES, *ASSEMBLY_RULES)
    return [finding.row() for rule in rules for finding in rule(prepared)]
