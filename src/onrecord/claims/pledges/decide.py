"""What the record says to claims about pledges: a clause found supports, one that is not found is never "not made"."""

from collections.abc import Sequence

from onrecord.claims.judging import C, R, S, unknown
from onrecord.claims.naming import capital, joined, many, state_name
from onrecord.claims.pledges.clauses_known import CANDIDACY, Clause, clause_row, clauses_by_state, made_on
from onrecord.claims.pledges.content import Content, says
from onrecord.claims.pledges.judged import judged
from onrecord.claims.pledges.typed import Pledged, PledgeDocument, PledgeKept
from onrecord.measures.judgement import PledgeStatus
from onrecord.record.store import Record
from onrecord.vocabulary.periods import Period
from onrecord.vocabulary.verdicts import Answer, Evidence, Finding, Reason, Verdict

_SCOPE = "clauses of commitments in the record, in our words; the record holds some pledges, not all"


def pledged(claim: Pledged, record: Record) -> Finding:
    """Return whether a state committed itself to something, and when."""
    own = _own(record, claim.state, claim.upr)
    found = _matching(claim, own)
    if not found:
        return _not_found(claim.state, record, own)
    rows = tuple(clause_row(record, c) for c in found)
    if claim.never:
        return Finding(R, _listed(record, found), _SCOPE, None, len(found), (), (), rows)
    if claim.period is None:
        return Finding(S, _listed(record, found), _SCOPE, None, len(found), (), rows)
    return _dated(claim, claim.period, record, found)


def _own(record: Record, state: str, upr: bool) -> list[Clause]:
    """Return a state's own commitments: those of the Universal Periodic Review alone where it is named."""
    own = [c for c in clauses_by_state(record).get(state, ()) if not c.recommended]
    return [c for c in own if c.pledge.basis != CANDIDACY] if upr else own


def _matching(claim: Pledged | PledgeKept, known: Sequence[Clause]) -> list[Clause]:
    claimed = Content(frozenset(claim.things), frozenset(claim.weaker))
    return [c for c in known if says(claimed, c.content)]


def _listed(record: Record, found: Sequence[Clause]) -> str:
    said = joined(f"“{c.pledge.pledge}” ({made_on(c)}, {c.pledge.basis}, {c.pledge.term})" for c in found[:8])
    return f"{capital(state_name(record, found[0].pledge.state))} committed itself, in our words: {said}."


def _not_found(state: str, record: Record, known: Sequence[Clause]) -> Finding:
    number = f" It has {many(len(known), 'clause')} of commitments of that state." if known else ""
    says_ = f"No such commitment of {state_name(record, state)} is in the record, which holds some, not all.{number}"
    return unknown(Reason.NOT_IN_THE_RECORD, says_, _SCOPE, [clause_row(record, c) for c in known[:60]])


def _dated(claim: Pledged, period: Period, record: Record, found: Sequence[Clause]) -> Finding:
    """Return the verdict on the date of a commitment found: right, another day of its year, or another year."""
    then = [c for c in found if c.days.within(period) or (_day(c) and c.days.overlaps(period))]
    rows = tuple(clause_row(record, c) for c in found)
    if then:
        evidence = tuple(clause_row(record, c) for c in then)
        return Finding(S, _listed(record, then), _SCOPE, None, len(then), (), evidence)
    near = [c for c in found if _same_year(c.days, period)]
    if claim.loose or any(not _day(c) for c in near):
        return unknown(Reason.NOT_IN_THE_RECORD, f"Its day is not in the record. {_listed(record, near)}", _SCOPE, rows)
    if near:
        said = _listed(record, near)
        answers = (
            Answer("by the document in the record", R, said, len(near)),
            Answer("by another document of that time", Verdict.NOT_ENOUGH_INFORMATION, "No other is in the record."),
        )
        return Finding(C, said, _SCOPE, None, len(near), answers, (), rows)
    says_ = f"The record has it with another date. {_listed(record, found)}"
    return unknown(Reason.NOT_IN_THE_RECORD, says_, _SCOPE, rows)


def _day(clause: Clause) -> bool:
    return clause.days.first == clause.days.last


def _same_year(days: Period, period: Period) -> bool:
    years = {d.year for d in (period.first, period.last) if d}
    return bool(days.first and len(years) == 1 and days.first.year in years)


def pledge_kept(claim: PledgeKept, record: Record) -> Finding:
    """Return whether a commitment was kept, as judged from the record."""
    known = list(clauses_by_state(record).get(claim.state, ()))
    found = [c for c in _matching(claim, known) if _then(c, claim.period)]
    if not found:
        return _not_found(claim.state, record, known)
    statuses = [(c, judged(record, c)) for c in found]
    rows = tuple(clause_row(record, c) for c in found)
    said = " ".join(f"“{c.pledge.pledge}” ({made_on(c)}): {_STATUS[j.status]}{_on(j.done_on)}." for c, j in statuses)
    kept = {_KEPT.get(j.status) for _, j in statuses}
    if None in kept or not kept:
        return unknown(Reason.NOT_CHECKABLE, said, _SCOPE, rows)
    if len(kept) > 1:
        return Finding(C, said, _SCOPE, None, len(found), (), (), rows)
    verdict = S if kept == {claim.kept} else R
    return Finding(
        verdict, said, _SCOPE, None, len(found), (), rows if verdict is S else (), () if verdict is S else rows
    )


_KEPT = {PledgeStatus.KEPT: True, PledgeStatus.NOT_KEPT: False}
_STATUS = {
    PledgeStatus.KEPT: "kept",
    PledgeStatus.NOT_KEPT: "not kept by its due date",
    PledgeStatus.PARTLY: "kept in part",
    PledgeStatus.OPEN: "open",
    PledgeStatus.CANNOT_BE_MEASURED: "cannot be measured from the record",
}


def _on(day: str | None) -> str:
    return f", {day}" if day else ""


def _then(clause: Clause, period: Period | None) -> bool:
    return period is None or clause.days.overlaps(period)


def pledge_document(claim: PledgeDocument, record: Record) -> Finding:
    """Return whether a document holds a state's pledges, by its symbol and its date."""
    own = [c for c in clauses_by_state(record).get(claim.state, ()) if c.pledge.basis == CANDIDACY]
    chosen = [c for c in own if claim.made is None or c.days.overlaps(claim.made)]
    verdicts = [(c, _document(claim, c)) for c in chosen]
    hits = [c for c, v in verdicts if v is S]
    if hits:
        return Finding(S, _in_documents(record, hits), _SCOPE, None, len(hits), (), _rows(record, hits))
    against = [c for c, v in verdicts if v is C]
    if against and len(against) == len(chosen):
        says_ = f"{_in_documents(record, against)} Another document may hold them, too."
        return Finding(C, says_, _SCOPE, None, len(against), (), (), _rows(record, against))
    return _not_found(claim.state, record, own)


def _document(claim: PledgeDocument, clause: Clause) -> Verdict:
    if claim.symbols:
        known = clause.pledge.document_symbol
        return Verdict.NOT_ENOUGH_INFORMATION if not known else S if known in claim.symbols else C
    if claim.period is None or not _day(clause):
        return Verdict.NOT_ENOUGH_INFORMATION
    return (
        S
        if clause.days.within(claim.period)
        else C
        if _same_year(clause.days, claim.period)
        else Verdict.NOT_ENOUGH_INFORMATION
    )


def _in_documents(record: Record, found: Sequence[Clause]) -> str:
    named = dict.fromkeys(
        f"{c.pledge.document_symbol or 'a document without a known symbol'} ({made_on(c)})" for c in found
    )
    return f"The pledges of {state_name(record, found[0].pledge.state)} are in the record from {joined(named)}."


def _rows(record: Record, found: Sequence[Clause]) -> tuple[Evidence, ...]:
    return tuple(clause_row(record, c) for c in found)
