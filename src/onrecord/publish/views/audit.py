"""What is wrong or missing in the data: every finding by rule, corrections, coverage."""

from collections import Counter
from dataclasses import dataclass

from onrecord.publish.views.findings import FindingLine, all_findings
from onrecord.record.coverage_of import CoverageLine, coverage
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.rollcalls import Severity, Status


@dataclass(frozen=True, slots=True)
class RuleFindings:
    """One rule of the audit with what it found, the severest first."""

    rule: str
    explanation: str
    n: int
    by_severity: tuple[tuple[str, int], ...]
    findings: tuple[FindingLine, ...]


@dataclass(frozen=True, slots=True)
class AuditRecord:
    """The audit of the record."""

    n: int
    by_severity: tuple[tuple[str, int], ...]
    by_status: tuple[tuple[str, int], ...]
    corrections_applied: int
    corrections_shown: int
    rules: tuple[RuleFindings, ...]
    coverage: tuple[CoverageLine, ...]


EXPLANATIONS = {
    "agenda item": "The listed item is none of the agenda's, or differs from the parent text's or like texts'.",
    "agenda item missing": "The catalogue gives no agenda item for a text of a regular session.",
    "amendment dated before its text": "The catalogue gives an amendment the date of its document, not of the vote.",
    "code of another state": "A code of the General Assembly compilation stands for another state on the day.",
    "damaged days": "Votes of a General Assembly session fall on days 1 to 9 too often to be true.",
    "day outside the session": "A decision is dated before its session opened or after it closed.",
    "direction": "A situation's usual supporters voted against: a yes may oppose the usual texts.",
    "list of another vote": "The list equals another vote's, state by state, and contradicts its own total.",
    "listed under another year": "A text is listed under a year in which its session did not sit.",
    "member without a position": "A member on the day is not in the list.",
    "motion read as an amendment": "A vote listed as on an amendment was on a motion not to consider it.",
    "no positions": "The vote is catalogued as recorded, but no state is listed.",
    "outcome differs from the list": "The outcome as compiled is not that of the figures or sources used.",
    "position in doubt": "A correction is inferred and not named in a source, or its state is not identified.",
    "positions contradict the adoption note": "The list does not add up to the tally printed by OHCHR on its pages.",
    "positions contradict the catalogue total": "The list does not add up to the totals printed in the same record.",
    "positions contradict the other report": "The list does not add up to a tally printed elsewhere.",
    "positions contradict the read document": "The list does not add up to the figures of a document you had read.",
    "read document differs": "A document you had read says otherwise than the record; it is shown, not used.",
    "read document not used": "What a document you had read says could not be placed in the record.",
    "reference is no symbol": "A reference of the General Assembly compilation is not a document symbol.",
    "seats filled": "On these days the membership does not make 47 seats.",
    "states exchanged": "Each of two states votes all year with those whom the other votes with in other years.",
    "symbol not in standard form": "A symbol is written differently from its standard form.",
    "title and subject apart": "The catalogue's subject fits no text of that title.",
    "title damaged": "A title is cut off, has other text glued on, a broken word or words left out.",
    "title is an agenda heading": "An amendment bears only an agenda heading for a title.",
    "title repeated": "Two texts of a session have one title though their subjects differ.",
    "total columns transposed": "The printed total fits the list once its columns change places.",
    "total does not add up": "The printed total's figures do not make the number of members.",
    "totals contradict each other": "Two printed totals differ.",
    "vote in doubt": "The catalogue contradicts itself on whether a vote was taken.",
    "voter was not a member": "A state is listed that had no seat on the day.",
}
"""What each rule of the audit looks for, in words."""

_SEVEREST = (Severity.SEVERE, Severity.FAULT, Severity.NOTE)


def audit_record(record: Record, rule: str | None = None) -> AuditRecord:
    """Return the audit, or one rule of it; NotInVocabulary for a rule there is not."""
    found = all_findings(record)
    names = sorted({f.rule for f in found})
    if rule is not None and rule not in names:
        raise NotInVocabulary("audit rule", rule, f"one of {', '.join(names)}")
    chosen = [f for f in found if rule is None or f.rule == rule]
    ((applied, shown),) = record.tuples(
        "SELECT count(*) FILTER (applied), count(*) FILTER (NOT applied) FROM correction"
    )
    return AuditRecord(
        n=len(chosen),
        by_severity=_by_severity(chosen),
        by_status=tuple(_by_status(record)),
        corrections_applied=applied,
        corrections_shown=shown,
        rules=tuple(_rule(name, [f for f in chosen if f.rule == name]) for name in names if rule in {None, name}),
        coverage=tuple(coverage(record)),
    )


def _rule(name: str, findings: list[FindingLine]) -> RuleFindings:
    ordered = sorted(findings, key=lambda f: (_SEVEREST.index(Severity(f.severity)), f.finding_id))
    return RuleFindings(name, EXPLANATIONS[name], len(findings), _by_severity(findings), tuple(ordered))


def _by_severity(findings: list[FindingLine]) -> tuple[tuple[str, int], ...]:
    counts = Counter(f.severity for f in findings)
    return tuple((severity.value, counts[severity]) for severity in _SEVEREST if counts[severity])


def _by_status(record: Record) -> list[tuple[str, int]]:
    counts = dict(record.tuples("SELECT status, count(*) FROM rollcall WHERE body = 'HRC' GROUP BY status"))
    return [(status.value, counts.get(status.value, 0)) for status in Status]
