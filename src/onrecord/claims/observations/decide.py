"""What the record says to claims about concluding observations: partial, so that only a row can refute."""

from collections.abc import Sequence
from functools import lru_cache

from onrecord.claims.evidence import row
from onrecord.claims.judging import R, S, U, bounded, by_readings, unknown
from onrecord.claims.naming import capital, joined, many, state_name
from onrecord.claims.observations.typed import Contents, Moment, NumberObserved, Observed, Reporting
from onrecord.record.query_standing import concluding_observations, states_with_observations
from onrecord.record.store import Record
from onrecord.sources.facts_cooperation import ConcludingObservation
from onrecord.vocabulary.dates import PartialDate
from onrecord.vocabulary.periods import Period
from onrecord.vocabulary.verdicts import Answer, Evidence, Finding, Reason

BODY_NAMES = {
    "CCPR": "the Human Rights Committee",
    "CESCR": "the Committee on Economic, Social and Cultural Rights",
    "CERD": "the Committee on the Elimination of Racial Discrimination",
    "CEDAW": "the Committee on the Elimination of Discrimination against Women",
    "CAT": "the Committee against Torture",
    "CRC": "the Committee on the Rights of the Child",
    "CRPD": "the Committee on the Rights of Persons with Disabilities",
    "CMW": "the Committee on Migrant Workers",
    "CED": "the Committee on Enforced Disappearances",
    "SPT": "the Subcommittee on Prevention of Torture",
}
_SCOPE = "concluding observations in the record, which has them for some states only"
_FIELDS = {Moment.ADOPTED: "adopted", Moment.CONSIDERED: "considered", Moment.ISSUED: "document_date"}
_DATED = {"considered": "considered", "adopted": "adopted", "document_date": "document dated"}


@lru_cache(maxsize=16)
def _rows(record: Record) -> tuple[ConcludingObservation, ...]:
    return tuple(o for s in states_with_observations(record) for o in concluding_observations(record, s))


def observed(claim: Observed, record: Record) -> Finding:
    """Return whether a state was reviewed so, or a document is as cited; only a row can speak against it."""
    if claim.symbol is not None:
        named = [o for o in _rows(record) if o.symbol == claim.symbol]
        if not named:
            return unknown(Reason.NOT_IN_THE_RECORD, f"{claim.symbol} is not in the record.", _SCOPE)
        return _cited(claim, record, named[0])
    found = [o for o in _rows(record) if o.adopted or o.considered]
    found = [o for o in found if claim.state in {None, o.state} and claim.body in {None, o.treaty_body}]
    found = [o for o in found if claim.report in o.report_considered]
    if not found:
        return unknown(Reason.NOT_IN_THE_RECORD, _none(claim, record), _SCOPE)
    return _dated(claim, record, found)


def _cited(claim: Observed, record: Record, own: ConcludingObservation) -> Finding:
    """Judge a citation by the row of its symbol: the state, the body, the date."""
    wrong = []
    if claim.state is not None and claim.state != own.state:
        wrong.append(f"it is on {state_name(record, own.state)}")
    if claim.body is not None and claim.body != own.treaty_body:
        wrong.append(f"it is by {BODY_NAMES[own.treaty_body]}")
    dates = _dates(own)
    fits = {field for field, period in dates.items() if claim.when is None or _meets(claim.when, period)}
    says = f"{own.symbol}: {BODY_NAMES[own.treaty_body]}, {capital(state_name(record, own.state))}, {_dates_said(own)}."
    evidence = (observation_row(record, own),)
    if wrong or not fits:
        reason = f" {capital(joined(wrong))}." if wrong else ""
        return Finding(R, says + reason, _SCOPE, None, 1, (), (), evidence)
    asked = _FIELDS.get(claim.moment)
    if claim.when is not None and asked is not None and asked not in fits:
        return _by_moment(claim, says, evidence)
    return Finding(S, says, _SCOPE, None, 1, (), evidence)


def _by_moment(claim: Observed, says: str, evidence: tuple[Evidence, ...]) -> Finding:
    """A date of the document that is not the date of the act named: right under one reading, wrong under another."""
    answers = {
        f"the day it was {claim.moment.value}": Answer(f"the day it was {claim.moment.value}", R, says, 1),
        "any of its dates": Answer("any of its dates", S, says, 1),
    }
    return by_readings(answers, _SCOPE, evidence, evidence)


def _dated(claim: Observed, record: Record, found: Sequence[ConcludingObservation]) -> Finding:
    hits = [o for o in found if claim.when is None or any(_meets(claim.when, p) for p in _dates(o).values())]
    rows = tuple(observation_row(record, o) for o in (hits or found)[:60])
    if claim.denied:
        says = f"{capital(state_name(record, claim.state))}: {_said(hits or found)}." if claim.state else _said(hits)
        return (
            Finding(R, says, _SCOPE, None, len(hits), (), (), rows)
            if hits
            else unknown(Reason.OUTSIDE_COVERAGE, says, _SCOPE, rows)
        )
    if not hits:
        says = f"The record has other dates only: {_said(found)}. It may miss some."
        return unknown(Reason.OUTSIDE_COVERAGE, says, _SCOPE, rows)
    asked = _FIELDS.get(claim.moment)
    says = f"{_said(hits)}."
    strict = [
        o
        for o in hits
        if asked is None or claim.when is None or (p := _dates(o).get(asked)) is None or _meets(claim.when, p)
    ]
    if not strict:
        return _by_moment(claim, says, rows)
    return Finding(S, says, _SCOPE, None, len(hits), (), rows)


def _dates(one: ConcludingObservation) -> dict[str, Period]:
    """Return the days of a review as periods: considered, adopted, document."""
    values = {"considered": one.considered, "adopted": one.adopted, "document_date": one.document_date}
    return {field: _period(value) for field, value in values.items() if value}


def _period(written: PartialDate | str) -> Period:
    date = written if isinstance(written, PartialDate) else PartialDate(str(written))
    return Period(date.first, date.last)


def _meets(claimed: Period, held: Period) -> bool:
    return held.overlaps(claimed)


def _dates_said(one: ConcludingObservation) -> str:
    dates = _dates(one)
    return joined(f"{_DATED[field]} {_bare(period)}" for field, period in dates.items()) if dates else "no date known"


def _bare(period: Period) -> str:
    words = period.words
    return words.removeprefix("on ") if period.precision == "day" else words


def _said(found: Sequence[ConcludingObservation]) -> str:
    return capital(
        "; ".join(f"{BODY_NAMES[o.treaty_body]}, {o.report_considered} report, {_dates_said(o)}" for o in found[:6])
    )


def _none(claim: Observed, record: Record) -> str:
    of = f" on {state_name(record, claim.state)}" if claim.state else ""
    by = f" by {BODY_NAMES[claim.body]}" if claim.body else ""
    return f"The record has no concluding observations{of}{by}, which is not to say that there are none."


def observation_row(record: Record, one: ConcludingObservation) -> Evidence:
    """Return concluding observations as evidence."""
    name = one.symbol or f"{one.state}/{one.treaty_body}/{one.adopted or one.considered}"
    by_on = f"{capital(BODY_NAMES[one.treaty_body])} on {state_name(record, one.state)}"
    says = f"{by_on}, {one.report_considered} report, {_dates_said(one)}"
    page = f"/standing/{record.gazetteer.state(one.state).slug}"
    return row(record, f"concluding_observations:{name}", says, one.source_id, one.symbol, page)


def number_observed(claim: NumberObserved, record: Record) -> Finding:
    """Return how many sets of concluding observations are known: a lower bound of how many there are."""
    found = [o for o in concluding_observations(record, claim.state) if o.adopted]
    rows = [observation_row(record, o) for o in found]
    of = f"{many(len(found), 'set')} of concluding observations on {state_name(record, claim.state)}"
    says = f"The record has {of}, and may miss some."
    verdict = bounded(claim.bound, len(found), len(found) if claim.held else 10**6, claim.n)
    if not found and verdict is not S:
        verdict = U
    if verdict is U:
        return unknown(Reason.OUTSIDE_COVERAGE, says, _SCOPE, rows)
    return Finding(
        verdict,
        says,
        _SCOPE,
        None,
        len(found),
        (),
        tuple(rows) if verdict is S else (),
        tuple(rows) if verdict is R else (),
    )


def reporting(claim: Reporting, record: Record) -> Finding:
    """Return whether a state reports to treaty bodies: each set of concluding observations is on a report."""
    held = concluding_observations(record, claim.state)
    found = [o for o in held if claim.body in {None, o.treaty_body} and (o.considered or o.adopted)]
    rows = tuple(observation_row(record, o) for o in found[:60])
    if not found:
        says = f"The record has no report of {state_name(record, claim.state)} to a treaty body; its table is partial."
        return unknown(Reason.NOT_IN_THE_RECORD, says, _SCOPE)
    name = capital(state_name(record, claim.state))
    says = f"{name}: {many(len(found), 'report')} considered by treaty bodies are in the record."
    return Finding(S, says, _SCOPE, None, len(found), (), rows)


def contents(claim: Contents, record: Record) -> Finding:
    """Return that what treaty bodies say is not in the record."""
    says = "What concluding observations say is not in the record, which has their symbols and dates."
    found = [o for o in _rows(record) if claim.state == o.state and claim.body == o.treaty_body]
    return unknown(
        Reason.NOT_IN_THE_RECORD,
        says,
        f"what {BODY_NAMES[claim.body]} said",
        [observation_row(record, o) for o in found[-3:]],
    )
