"""Acts towards treaties in documents: those the record lacks are added, those it has otherwise are findings."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from onrecord.record.from_documents.said import DocumentRead
from onrecord.record.from_documents.votes import DIFFERS, NOT_USED
from onrecord.sources.facts import Facts
from onrecord.sources.facts_commitments import TreatyAct, TreatyStep
from onrecord.sources.facts_read import ReadFinding
from onrecord.vocabulary import statements
from onrecord.vocabulary.places import Place
from onrecord.vocabulary.statements import TreatyActSaid

_ACTS: dict[statements.TreatyAct, TreatyAct | None] = {
    statements.TreatyAct.SIGNATURE: TreatyAct.SIGNATURE,
    statements.TreatyAct.DEFINITIVE_SIGNATURE: None,
    statements.TreatyAct.RATIFICATION: TreatyAct.RATIFICATION,
    statements.TreatyAct.ACCESSION: TreatyAct.ACCESSION,
    statements.TreatyAct.SUCCESSION: TreatyAct.SUCCESSION,
    statements.TreatyAct.SUCCESSION_TO_SIGNATURE: TreatyAct.SUCCESSION_TO_SIGNATURE,
    statements.TreatyAct.ACCEPTANCE: TreatyAct.ACCEPTANCE,
    statements.TreatyAct.APPROVAL: None,
    statements.TreatyAct.FORMAL_CONFIRMATION: TreatyAct.FORMAL_CONFIRMATION,
    statements.TreatyAct.DENUNCIATION: TreatyAct.DENUNCIATION,
}
"""What the record calls each act of a document; None where it has no word for it."""

_SIGNING = frozenset({TreatyAct.SIGNATURE, TreatyAct.SUCCESSION_TO_SIGNATURE})
_JOINING = frozenset(
    {
        TreatyAct.RATIFICATION,
        TreatyAct.ACCESSION,
        TreatyAct.SUCCESSION,
        TreatyAct.ACCEPTANCE,
        TreatyAct.FORMAL_CONFIRMATION,
        TreatyAct.RATIFICATION_OR_ACCESSION,
    }
)


@dataclass(slots=True)
class Steps:
    """Acts added, and findings."""

    added: list[TreatyStep] = field(default_factory=list)
    findings: list[ReadFinding] = field(default_factory=list)


def acts_layered(facts: Facts, documents: Iterable[DocumentRead]) -> Steps:
    """Return the acts that the record lacks; an act it has on another day, or by another name, is a finding."""
    found, by_state = Steps(), defaultdict[tuple[str, str], list[TreatyStep]](list)
    for row in facts.carried["treaty_act"]:
        by_state[row.state, row.instrument].append(row)
    instruments = {row.untc_chapter: row.instrument for row in facts.carried["instrument"]}
    instruments |= {row.title: row.instrument for row in facts.carried["instrument"]}
    for read in documents:
        for said, place in read.acts:
            if instrument := instruments.get(said.treaty):
                _lay(said, (read, place), instrument, by_state[said.state, instrument], found)
            else:
                read.others["acts towards treaties that the record does not have"] += 1
    return found


def _lay(
    said: TreatyActSaid, at: tuple[DocumentRead, Place], instrument: str, known: list[TreatyStep], found: Steps
) -> None:
    read, place = at
    act = _ACTS[said.act]
    alike = [step for step in known if act is not None and _same_kind(step.act, act)]
    where = f"{read.name}, {place}: {instrument}"
    written = f"{said.act.value} of {said.date}" + (", in brackets: withdrawn" if said.withdrawn else "")
    if act is None or said.withdrawn:
        expected = "an act that stands, of a kind that the record has"
        found.findings.append(_finding(NOT_USED, where, expected, written, read, said.state))
    elif not alike:
        note = f"read in {read.name}, {place}"
        step = TreatyStep(said.state, instrument, act, said.date, "day", None, note, 1, read.source_id)
        known.append(step)
        found.added.append(step)
    elif all((step.act, step.date) != (act, said.date) for step in alike):
        expected = "; ".join(f"{step.act.value} of {step.date}" for step in alike)
        found.findings.append(_finding(DIFFERS, where, expected, written, read, said.state))


def _same_kind(one: TreatyAct, other: TreatyAct) -> bool:
    """Return whether two acts have one effect, so that a state does one of them once: signing, or joining."""
    return one is other or {one, other} <= _SIGNING or {one, other} <= _JOINING


def _finding(rule: str, place: str, expected: str, found: str, read: DocumentRead, state: str) -> ReadFinding:
    settled = "kept and shown, not used"
    return ReadFinding(rule, place, expected, found, settled, read.source_id, state=state)
