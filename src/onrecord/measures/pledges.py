"""Whether a pledge was kept, computed from rows of the record by the indicator the pledge is coded with.

The test of a commitment (specific, measurable, verifiable) is that of OHCHR's "Suggested elements for voluntary
pledges and commitments by candidates for election to the Human Rights Council". A status is never carried with a
pledge: each indicator is a function from the pledge and the state's rows to a judgement with its evidence.

Three rules keep a judgement from saying more than the rows do. A list that is not complete never says "not kept". A
clause that names no act and sets no level is kept in part at most by what was done in its field, and never "not
kept"; only joining or signing the treaty it speaks of keeps it whole. What was done after the due date leaves the
pledge not kept, with the later date beside it.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from onrecord.measures.judgement import Evidence, Judgement, PledgeStatus, Rows, Why
from onrecord.measures.treaties import JOINING, SIGNING, TreatyStatus, joined_between, standing
from onrecord.sources.facts_commitments import YN, Indicator, Pledge, TreatyStep
from onrecord.sources.facts_cooperation import NhriStatus, Visit
from onrecord.vocabulary.dates import PartialDate


def judge(pledge: Pledge, rows: Rows) -> Judgement:
    """Return whether a pledge was kept, by its indicator, judged at its due date or the last day known."""
    found = INDICATORS[pledge.indicator](pledge, rows)
    if YN.YES in {pledge.specific, pledge.measurable} or pledge.indicator is Indicator.NONE:
        return found
    if found.status is PledgeStatus.NOT_KEPT:
        return replace(found, status=PledgeStatus.CANNOT_BE_MEASURED, why=Why.NOT_PROMISED)
    if found.status is PledgeStatus.KEPT and pledge.indicator not in _ACTS_NAMED:
        return replace(found, status=PledgeStatus.PARTLY, why=Why.IN_ITS_FIELD, done_on=None)
    return found


_ACTS_NAMED = frozenset({Indicator.JOIN, Indicator.SIGN, Indicator.SIGN_AND_JOIN, Indicator.STANDING_INVITATION})


@dataclass(frozen=True, slots=True)
class _Window:
    """The days within which a pledge is to be kept, as far as they are known."""

    first: date
    last: date
    due: bool
    dated: bool

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last


def window(pledge: Pledge, known_to: date) -> _Window:
    """Return the days from the pledge to its due date, or to the last day known where that is earlier."""
    due = pledge.due_by is not None and pledge.due_by <= known_to
    last = pledge.due_by if due and pledge.due_by else known_to
    return _Window(PartialDate(pledge.pledged_on).first, last, due, pledge.due_by is not None)


def _undone(days: _Window) -> tuple[PledgeStatus, Why]:
    """Return the status of what a complete list does not hold."""
    if days.due:
        return PledgeStatus.NOT_KEPT, Why.NOT_DONE
    return PledgeStatus.OPEN, Why.NOT_DUE if days.dated else Why.NO_DUE_DATE


def _judged(
    days: _Window,
    in_time: Sequence[Evidence],
    later: Sequence[Evidence],
    complete: bool,
    listed: bool = True,
    also: Sequence[Evidence] = (),
) -> Judgement:
    """Return the judgement on something to be done once: by rows in time, rows later, and how good the list is."""
    evidence = (*also, *in_time, *later)
    if in_time:
        return Judgement(PledgeStatus.KEPT, Why.DONE, days.last, days.due, in_time[0].date, None, evidence)
    done_later = later[0].date if later else None
    if complete:
        status, why = _undone(days)
    elif not listed:
        status, why = PledgeStatus.CANNOT_BE_MEASURED, Why.NO_LIST
    elif not days.due:
        status, why = PledgeStatus.OPEN, Why.NOT_DUE
    else:
        status, why = PledgeStatus.OPEN, Why.NOT_IN_THE_RECORD
    return Judgement(status, why, days.last, days.due, None, done_later, evidence)


def _act(step: TreatyStep, days: _Window) -> Evidence:
    when = PartialDate(step.date.isoformat())
    return Evidence(
        "treaty_act", step.instrument, step.act, when, step.date <= days.last, step.source_id, step.instrument
    )


def _first(steps: Iterable[TreatyStep], acts: Iterable[str], code: str) -> TreatyStep | None:
    wanted = set(acts)
    found = sorted((s for s in steps if s.instrument == code and s.act in wanted), key=lambda s: s.date)
    return found[0] if found else None


def _party(steps: Iterable[TreatyStep], code: str, on: date) -> bool:
    return standing([s for s in steps if s.instrument == code], on).status is TreatyStatus.PARTY


def join(pledge: Pledge, rows: Rows) -> Judgement:
    """Return whether the state is party to every treaty named by the due date; in part where to some of them.

    "any" stands for any treaty joined between the pledge and its due date. The depositary's acts are complete.
    """
    days = window(pledge, rows.acts_known_to)
    if pledge.indicator_of == "any":
        within = [_act(s, days) for s in joined_between(rows.acts, days.first, days.last)]
        return _judged(days, within, (), complete=True)
    codes = (pledge.indicator_of or "").split()
    parties = [code for code in codes if _party(rows.acts, code, days.last)]
    return _of_parts(days, rows, dict.fromkeys(codes, JOINING), [code in parties for code in codes], codes)


def sign(pledge: Pledge, rows: Rows) -> Judgement:
    """Return whether the state signed every treaty named by the due date; joining it counts as more than signing."""
    days = window(pledge, rows.acts_known_to)
    codes = (pledge.indicator_of or "").split()
    wanted = dict.fromkeys(codes, SIGNING | JOINING)
    done = [_by(_first(rows.acts, wanted[code], code), days.last) for code in codes]
    return _of_parts(days, rows, wanted, done, codes)


def _by(step: TreatyStep | None, day: date) -> bool:
    return step is not None and step.date <= day


def _of_parts(
    days: _Window, rows: Rows, wanted: dict[str, frozenset], done: list[bool], codes: Sequence[str]
) -> Judgement:
    """Return the judgement on acts towards several treaties: all, some or none done by the due date."""
    steps = {code: _first(rows.acts, wanted[code], code) for code in codes}
    evidence = tuple(
        _act(s, days) for s in rows.acts if s.instrument in steps and s.act in JOINING | SIGNING | {"denunciation"}
    )
    dates = [PartialDate(s.date.isoformat()) for s in steps.values() if s]
    last = max(dates) if len(dates) == len(codes) and dates else None
    if all(done) and codes:
        why = Why.DONE_BEFORE if last and last.first < days.first else Why.DONE
        return Judgement(PledgeStatus.KEPT, why, days.last, days.due, last, None, evidence)
    later = last if last and last.first > days.last else None
    if any(done) and days.due:
        return Judgement(PledgeStatus.PARTLY, Why.DONE_IN_PART, days.last, True, None, later, evidence)
    status, why = _undone(days)
    return Judgement(status, why, days.last, days.due, None, later, evidence)


def sign_and_join(pledge: Pledge, rows: Rows) -> Judgement:
    """Return whether the state signed and joined the treaty by the due date; in part where it only signed."""
    joined, signed = join(pledge, rows), sign(pledge, rows)
    if joined.status is PledgeStatus.NOT_KEPT and signed.status is PledgeStatus.KEPT:
        return replace(joined, status=PledgeStatus.PARTLY, why=Why.DONE_IN_PART)
    return joined


PLEDGED = "pledged"
"""How the table of standing invitations begins the words of a pledge to extend one: no invitation yet."""


def standing_invitation(pledge: Pledge, rows: Rows) -> Judgement:
    """Return whether a standing invitation is known by the due date; the list is not complete, so never "not kept".

    A source that names the invitation on a day tells that it was there on or before that day.
    """
    days = window(pledge, rows.known_to)
    found = [
        Evidence("standing_invitation", "standing invitation", r.event, r.date, r.date.last <= days.last, r.source_id)
        for r in sorted(rows.invitations, key=lambda r: r.date.last)
        if not r.event.startswith(PLEDGED)
    ]
    in_time, later = [e for e in found if e.by_due], [e for e in found if not e.by_due]
    return _judged(days, in_time, later, complete=False)


def receive_visits(pledge: Pledge, rows: Rows) -> Judgement:
    """Return whether a special procedure, or the one named, completed a visit within the days of the pledge.

    The list of visits is not complete, and most states have none: nothing found is never "not kept".
    """
    days = window(pledge, rows.known_to)
    asked = (pledge.indicator_of or "").casefold()
    found = [
        _visit(v, days)
        for v in sorted(rows.visits, key=lambda v: v.opened)
        if v.kind == "special procedure" and v.status == "completed" and v.opened >= days.first
        if v.mandate.casefold().startswith(asked)
    ]
    in_time, later = [e for e in found if e.by_due], [e for e in found if not e.by_due]
    return _judged(days, in_time, later if not in_time else (), complete=False, listed=bool(rows.visits))


def _visit(visit: Visit, days: _Window) -> Evidence:
    last = visit.closed or visit.opened
    when = PartialDate(f"{visit.opened.isoformat()}/{last.isoformat()}")
    return Evidence(
        "visit", visit.mandate, "completed visit", when, last <= days.last, visit.source_id, None, visit.report_symbol
    )


def national_institution_status(pledge: Pledge, rows: Rows) -> Judgement:
    """Return whether the national institution had the status named by the due date.

    The series has gaps: a status between two years known is taken only where both are the same side of the one named.
    """
    days = window(pledge, rows.known_to)
    found = [_institution(r, days) for r in sorted(rows.institutions, key=_last_day)]
    before, after = [e for e in found if e.by_due], [e for e in found if not e.by_due]
    wanted = f"status {pledge.indicator_of}"
    near = tuple(before[-1:] + after[:1])
    reached = [e for e in after if e.what == wanted]
    if before and before[-1].what == wanted:
        return _judged(days, before[-1:], (), complete=True)
    near_enough = bool(before) and (
        before[-1].date.last.year == days.last.year or (bool(after) and after[0].what != wanted)
    )
    whole = near_enough or not days.due
    return _judged(
        days, (), reached[:1], complete=whole, listed=bool(found), also=[e for e in near if e not in reached[:1]]
    )


def _last_day(row: NhriStatus) -> date:
    return (row.date or PartialDate(str(row.year))).last


def _institution(row: NhriStatus, days: _Window) -> Evidence:
    when = row.date or PartialDate(str(row.year))
    return Evidence("nhri_status", f"status {row.status}", row.event, when, when.last <= days.last, row.source_id)


def be_reviewed(pledge: Pledge, rows: Rows) -> Judgement:
    """Return whether the state was reviewed within the days of the pledge; days of reviews are known in part only."""
    days = window(pledge, rows.known_to)
    found = [
        Evidence(
            "upr_review", f"cycle {r.cycle}", "review", r.review_date, days.holds(r.review_date.last), r.source_id,
            symbol=r.report_symbol,
        )
        for r in rows.reviews
        if r.review_date and r.review_date.first >= days.first
    ]  # fmt: skip
    in_time, later = [e for e in found if e.by_due], [e for e in found if not e.by_due]
    return _judged(days, in_time, later[:1] if not in_time else (), complete=False, listed=bool(rows.reviews))


def make_recommendations(pledge: Pledge, rows: Rows) -> Judgement:
    """Return whether the state recommended something to others within the days of the pledge, with the count.

    None found says "not kept" only where the compilation covers all of the days.
    """
    days = window(pledge, rows.known_to)
    cover = rows.recommendations_cover
    found = [
        Evidence(
            "recommendation", f"to {r.states} State{'s' * (r.states > 1)} under review", "recommendations",
            PartialDate(r.date.isoformat()), True, r.source_id, n=r.n,
        )
        for r in rows.recommended
        if days.holds(r.date)
    ]  # fmt: skip
    whole = cover is not None and cover[0] <= days.first and days.last <= cover[1]
    return _judged(days, found, (), complete=whole, listed=cover is not None)


def lead_a_text(pledge: Pledge, rows: Rows) -> Judgement:
    """Return whether the state was a main sponsor of a text with a word of the subject in its title, in the days.

    Sponsors are known for few texts: nothing found is never "not kept".
    """
    days = window(pledge, rows.known_to)
    words = "|".join(re.escape(word) for word in (pledge.indicator_of or "").split())
    found = [
        Evidence(
            "sponsorship", r.title, r.role, PartialDate(r.adopted.isoformat()), days.holds(r.adopted), r.source_id,
            symbol=r.symbol,
        )
        for r in sorted(rows.sponsored, key=lambda r: (r.adopted, r.symbol))
        if r.role == "main sponsor" and r.adopted >= days.first and re.search(rf"\b(?:{words})", r.title, re.IGNORECASE)
    ]  # fmt: skip
    in_time, later = [e for e in found if e.by_due], [e for e in found if not e.by_due]
    return _judged(days, in_time, later[:1] if not in_time else (), complete=False, listed=bool(rows.sponsored))


def none(pledge: Pledge, rows: Rows) -> Judgement:
    """Return that no table of the record tells whether the pledge was kept."""
    days = window(pledge, rows.known_to)
    return Judgement(PledgeStatus.CANNOT_BE_MEASURED, Why.NO_INDICATOR, days.last, days.due)


INDICATORS: dict[Indicator, Callable[[Pledge, Rows], Judgement]] = {
    Indicator.JOIN: join,
    Indicator.SIGN: sign,
    Indicator.SIGN_AND_JOIN: sign_and_join,
    Indicator.STANDING_INVITATION: standing_invitation,
    Indicator.RECEIVE_VISITS: receive_visits,
    Indicator.NHRI_STATUS: national_institution_status,
    Indicator.BE_REVIEWED: be_reviewed,
    Indicator.MAKE_RECOMMENDATIONS: make_recommendations,
    Indicator.LEAD_A_TEXT: lead_a_text,
    Indicator.NONE: none,
}
"""The named indicators; a pledge coded with one that is not here is an error, never a default."""
