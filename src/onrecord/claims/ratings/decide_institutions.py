"""What the record says to claims about the accreditation of national human rights institutions."""

from collections.abc import Sequence

from onrecord.claims.judging import R, S, U, unknown
from onrecord.claims.naming import capital, joined, state_name
from onrecord.claims.ratings.rows import STATUS_WORDS, is_annual, status_row, statuses_of, years_of_series
from onrecord.claims.ratings.typed import AccreditationMoved, Accredited, Institution
from onrecord.record.store import Record
from onrecord.sources.facts_cooperation import NhriStatus
from onrecord.vocabulary.periods import Period
from onrecord.vocabulary.verdicts import Finding, Reason, Verdict

_SCOPE = "accreditation under the Paris Principles: a yearly series for some years, and some decisions"


def accredited(claim: Accredited, record: Record) -> Finding:
    """Return whether a state's national institution had the status at the time, or in all of it."""
    rows = statuses_of(record, claim.state)
    years = _years(record, rows, claim.when)
    asked = [r for r in rows if r.year in years]
    if not rows or not asked:
        return unknown(Reason.NOT_IN_THE_RECORD, _nothing(record, claim.state, claim.when), _SCOPE)
    granted = [r for r in asked if not is_annual(r)]
    hits = [r for r in asked if r.status == claim.status]
    misses = [r for r in asked if r.status != claim.status]
    if claim.denied:
        hits, misses = misses, hits
    verdict = _verdict(claim, record, years, hits, misses)
    if claim.granted and verdict is S and not claim.denied and claim.when is not None:
        verdict = _granting(claim, rows, granted)
    says = f"{capital(state_name(record, claim.state))}: {joined(_said(r) for r in asked[:12])}."
    reason = Reason.OUTSIDE_COVERAGE if verdict is U else None
    fits, against = (hits, misses) if verdict is not R else (hits, misses or asked)
    evidence = tuple(status_row(record, r) for r in fits[:60])
    counter = tuple(status_row(record, r) for r in against[:60]) if verdict is R else ()
    return Finding(verdict, says, _SCOPE, reason, len(asked), (), evidence, counter)


def _verdict(
    claim: Accredited, record: Record, years: Sequence[int], hits: Sequence[NhriStatus], misses: Sequence[NhriStatus]
) -> Verdict:
    if not misses:
        whole = not claim.since or set(years) <= years_of_series(record)
        return S if whole else U
    if not hits or claim.since:
        return R
    # The status changed within the year: a decision and the series differ.
    return S if any(not is_annual(r) for r in hits) else U


def _granting(claim: Accredited, rows: Sequence[NhriStatus], granted: Sequence[NhriStatus]) -> Verdict:
    """Whether the status was given in the year: a decision says so, or it was another the year before."""
    if any(r.status == claim.status for r in granted):
        return S
    year = claim.when.first.year if claim.when and claim.when.first else 0
    before = {r.status for r in rows if r.year == year - 1}
    return S if before and claim.status not in before else U


def _years(record: Record, rows: Sequence[NhriStatus], period: Period | None) -> list[int]:
    """Return the years asked for: those of the period, or the last known."""
    if period is None:
        annual = [r.year for r in rows if is_annual(r)]
        return annual[-1:] or [r.year for r in rows][-1:]
    last = period.last.year if period.last else max((r.year for r in rows), default=0)
    first = period.first.year if period.first else min((r.year for r in rows), default=0)
    return list(range(first, last + 1))


def _said(row: NhriStatus) -> str:
    what = "" if is_annual(row) else f", {row.event}"
    return f"{STATUS_WORDS[row.status]} in {row.date or row.year}{what}"


def _nothing(record: Record, state: str, period: Period | None) -> str:
    at = f" {period.words}" if period else ""
    return (
        f"The status of the national human rights institution of {state_name(record, state)}{at} is not in the record."
    )


ORDER = ("none", "B", "A")
"""Statuses from the lowest to the highest."""


def accreditation_moved(claim: AccreditationMoved, record: Record) -> Finding:
    """Return whether a national institution's status went up or down in a year."""
    rows = statuses_of(record, claim.state)
    annual = {r.year: r for r in rows if is_annual(r)}
    moves = [(annual[y - 1], annual[y]) for y in annual if y - 1 in annual and annual[y - 1].status != annual[y].status]
    decisions = [r for r in rows if not is_annual(r) and ("graded" in r.event or r.event == "suspended")]
    asked = [m for m in moves if claim.when is None or claim.when.overlaps(Period.year_of(m[1].year))]
    fits = [m for m in asked if _fits(claim, m[0].status, m[1].status)]
    decided = [r for r in decisions if _decided(claim, r)]
    name = capital(state_name(record, claim.state))
    told = [f"{name} had {_said(a)} and {_said(b)}." for a, b in (fits or asked or moves)[:6]]
    says = " ".join(told) or _nothing(record, claim.state, claim.when)
    shown = tuple(status_row(record, r) for m in (fits or asked or moves) for r in m) + tuple(
        status_row(record, r) for r in decided
    )
    if fits or decided:
        return Finding(S, says, _SCOPE, None, len(annual), (), shown)
    asked_years = _years(record, rows, claim.when) if claim.when else []
    near = [y for y in asked_years if {y - 1, y, y + 1} <= set(annual)]
    later = [m for m in moves if claim.when and claim.when.last and m[1].year == claim.when.last.year + 1]
    if claim.when is not None and near and len(near) == len(asked_years) and not later:
        still = tuple(status_row(record, annual[y]) for y in (near[0] - 1, *near))
        held = joined(_said(annual[y]) for y in (near[0] - 1, *near))
        said = says if asked else f"{name}: {held}."
        return Finding(R, said, _SCOPE, None, len(annual), (), (), shown if asked else still)
    return unknown(Reason.OUTSIDE_COVERAGE, says, _SCOPE, shown)


def _fits(claim: AccreditationMoved, before: str, after: str) -> bool:
    up = ORDER.index(after) > ORDER.index(before)
    return up is claim.up and claim.before in {None, before} and claim.after in {None, after}


def _decided(claim: AccreditationMoved, row: NhriStatus) -> bool:
    up = "upgraded" in row.event
    timely = claim.when is None or claim.when.overlaps(Period.year_of(row.year))
    return timely and up is claim.up and claim.after in {None, row.status}


_GENERIC = frozenset(
    {"nhri", "nhris", "national human rights institution", "national human rights institutions", "national institution"}
)


def institution(claim: Institution, record: Record) -> Finding:
    """Return whether the record shows a national institution: one with a status; without a row it cannot tell."""
    last = claim.when.last.year if claim.when and claim.when.last else None
    rows = [r for r in statuses_of(record, claim.state) if r.status != "none" and (last is None or r.year <= last)]
    name = claim.name.lower()
    if name not in _GENERIC:
        rows = [r for r in rows if r.institution and _same(name, r.institution.lower())]
    where = state_name(record, claim.state)
    if not rows:
        says = f"The record shows no such institution of {where}; it lists those accredited, and few by name."
        return unknown(Reason.NOT_IN_THE_RECORD, says, _SCOPE)
    named = next((r.institution for r in rows if r.institution), None)
    of = f" ({named})" if named else ""
    had = joined(dict.fromkeys(STATUS_WORDS[r.status] for r in rows))
    says = f"The national human rights institution of {where}{of} had {had}."
    return Finding(S, says, _SCOPE, None, len(rows), (), tuple(status_row(record, r) for r in rows[:60]))


def _same(name: str, held: str) -> bool:
    """Whether an institution's name in the record has the noun that the sentence has for it."""
    return any(
        word in held
        for word in name.split()
        if word in {"ombudsman", "ombudsperson", "commissioner", "defender", "advocate"}
    )
