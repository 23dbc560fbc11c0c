"""What the record says to claims about who recommended what to whom, and what became of it."""

from collections.abc import Sequence

from onrecord.claims.judging import C, Counted, R, S, U, all_of, bounded, quantified, unknown
from onrecord.claims.naming import capital, joined, many, state_name
from onrecord.claims.typed import Quantifier
from onrecord.claims.upr.commitments import accepted_words, naming_treaty
from onrecord.claims.upr.selecting import can_be_complete, held_on, meant, rows_by, rows_to
from onrecord.claims.upr.typed import Recommended
from onrecord.claims.upr.words import in_set, recommendation_rows, tally
from onrecord.record.query_upr import RecommendationRow, issue_labels
from onrecord.record.store import Record
from onrecord.vocabulary.verdicts import Answer, Evidence, Finding, Reason, Verdict

_UNIT = "UPR Info's rows, one for each recommending state and action; issues as UPR Info sorts them"
_MINE = "by another sorting or count"


def recommended(claim: Recommended, record: Record) -> Finding:
    """Return whether recommendations were made, and accepted or noted, as a sentence says."""
    if claim.treaties or not claim.whole:
        return _of_words(claim, record)
    found = [_one(claim, record, by, to) for by in claim.by or (None,) for to in claim.to or (None,)]
    verdict = all_of(v for v, _, _ in found)
    rows = [r for _, listed, _ in found for r in listed]
    says = " ".join(words for _, _, words in found)
    evidence = recommendation_rows(record, rows)
    scope = _scope(claim, record)
    if verdict is U:
        return unknown(Reason.OUTSIDE_COVERAGE, says, scope, evidence)
    shown = _readings(says, len(rows)) if verdict is C else ()
    for_, against = (evidence, ()) if verdict is S else ((), evidence)
    return Finding(verdict, says, scope, None, len(rows), shown, for_, against)


def _readings(says: str, n: int) -> tuple[Answer, ...]:
    return Answer(_UNIT, R, says, n), Answer(_MINE, U, "The record has no other sorting of recommendations.")


def _scope(claim: Recommended, record: Record) -> str:
    labels = issue_labels(record)
    issues = f"; issues: {joined(labels.get(i, i) for i in claim.issues)}" if claim.issues else ""
    return f"recommendations{in_set(claim.which) if claim.which.said else ''}, {_UNIT}{issues}"


def _one(
    claim: Recommended, record: Record, by: str | None, to: str | None
) -> tuple[Verdict, list[RecommendationRow], str]:
    """Return the verdict on recommendations of one state, or of any, to one state, or to any; the rows; the words."""
    pool, complete = _pool(claim, record, by, to)
    made = [r for r in pool if by is None or r.by_state == by]
    rows = [r for r in made if not claim.issues or set(claim.issues) & set(r.issues)]
    verdict = _verdict(claim, rows, made, complete and (by is None or all(r.by_state for r in pool)))
    return verdict, _deciding(claim, rows), _says(claim, record, (by, to), rows, complete)


def _pool(claim: Recommended, record: Record, by: str | None, to: str | None) -> tuple[list[RecommendationRow], bool]:
    """Return the recommendations asked about, all issues and responses, and whether none is missing."""
    if to is None:
        rows = [r for r in rows_by(record, by or "") if _in_set(claim, record, r)]
        return rows, can_be_complete(record, claim.which)
    chosen = meant(record, to, claim.which)
    listed = [rows_to(record, to, review.cycle) for review in chosen]
    return [r for rows in listed for r in rows], bool(listed) and all(listed)


def _in_set(claim: Recommended, record: Record, row: RecommendationRow) -> bool:
    which = claim.which
    if which.cycle is not None:
        return row.cycle == which.cycle
    if which.session is not None:
        return row.session == which.session
    if which.period is None:
        return True
    return which.period.contains(held_on(record, row))


def _verdict(
    claim: Recommended, rows: Sequence[RecommendationRow], made: Sequence[RecommendationRow], complete: bool
) -> Verdict:
    if claim.response is None:
        if claim.n is None:
            return _existing(claim, rows, complete)
        least, most = len(rows), len(rows) if complete else 10**6
        return _disputed(bounded(claim.quantifier, least, most, claim.n), claim, len(rows))
    if not rows:
        return R if complete and not made and not claim.issues else U
    counted = _counted(claim, rows, complete)
    if claim.n is not None:
        verdict = quantified(claim.quantifier, counted, claim.n)
        return (
            verdict
            if claim.n > len(rows) and complete and not claim.issues
            else _disputed(verdict, claim, counted.hits)
        )
    return quantified(claim.quantifier, counted)


def _existing(claim: Recommended, rows: Sequence[RecommendationRow], complete: bool) -> Verdict:
    """Return whether there are any: sorting by issue is UPR Info's, so that only "none at all" can be told."""
    if claim.quantifier is Quantifier.NONE:
        return R if rows else S if complete and not claim.issues else U
    if rows:
        return S
    return R if complete and not claim.issues else U


def _counted(claim: Recommended, rows: Sequence[RecommendationRow], complete: bool) -> Counted:
    hits = sum(r.response == claim.response for r in rows)
    open_ = sum(r.response is None for r in rows)
    return Counted(hits, len(rows) - hits - open_, open_, complete)


def _disputed(verdict: Verdict, claim: Recommended, n: int) -> Verdict:
    """A number of an issue, or one smaller than that of the rows, may be counted otherwise."""
    if verdict is R and (claim.issues or (claim.n or 0) < n):
        return C
    return verdict


def _deciding(claim: Recommended, rows: Sequence[RecommendationRow]) -> list[RecommendationRow]:
    """Return the rows to show: those with the response asked about first."""
    return sorted(rows, key=lambda r: (r.response != claim.response, r.rec_id)) if claim.response else list(rows)


def _says(
    claim: Recommended,
    record: Record,
    ends: tuple[str | None, str | None],
    rows: Sequence[RecommendationRow],
    whole: bool,
) -> str:
    by, to = ends
    labels = issue_labels(record)
    who = f" by {state_name(record, by)}" if by else ""
    whom = f" to {state_name(record, to)}" if to else ""
    what = f" on {joined(labels.get(i, i) for i in claim.issues)}" if claim.issues else ""
    rest = "" if whole else " Not all recommendations asked about are in the record."
    which = in_set(claim.which) if claim.which.said else ""
    return f"The record has {many(len(rows), 'recommendation')}{who}{whom}{what}{which}: {tally(rows)}.{rest}"


def _of_words(claim: Recommended, record: Record) -> Finding:
    """Return what is known of recommendations by their content: accepted ones that the record has in words."""
    scope = "recommendations with a known content: accepted ones among the commitments in the record"
    evidence: list[Evidence] = []
    for to in claim.to:
        days = [r.review_date for r in meant(record, to, claim.which)]
        found = naming_treaty(record, to, claim) if claim.treaties else accepted_words(record, to, claim)
        evidence += [e for day, e in found if day in days]
    if evidence and len(claim.to) == 1 and claim.quantifier in {Quantifier.SOME, Quantifier.THE}:
        says = f"{capital(state_name(record, claim.to[0]))} accepted it: {joined(e.says for e in evidence)}."
        if claim.response == "noted":
            return unknown(
                Reason.AMBIGUOUS, f"The record has such a recommendation as accepted. {says}", scope, evidence
            )
        return Finding(S, says, scope, None, len(evidence), (), tuple(evidence))
    near = [
        r
        for to in claim.to
        for review in meant(record, to, claim.which)
        for r in _near(claim, record, to, review.cycle)
    ]
    says = (
        f"The words of recommendations are not in the record; by issue it has {many(len(near), 'row')}: {tally(near)}."
    )
    return unknown(Reason.NOT_IN_THE_RECORD, says, scope, recommendation_rows(record, near))


def _near(claim: Recommended, record: Record, to: str, cycle: int) -> list[RecommendationRow]:
    wanted = {*claim.issues, *(["I29"] if claim.treaties else [])}
    rows = rows_to(record, to, cycle)
    return [r for r in rows if wanted & set(r.issues) and (not claim.by or r.by_state in claim.by)]
