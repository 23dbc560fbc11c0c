"""Sentences about pledges: each can be printed, and says what was judged, by what, on which day."""

from collections.abc import Sequence
from datetime import date

from onrecord.measures.judgement import Evidence, Judgement, PledgeStatus, Why
from onrecord.publish.sentences import day, joined
from onrecord.sources.facts_commitments import Indicator, Pledge
from onrecord.vocabulary.dates import PartialDate

SCOPE = "clauses of pledges in the record, each judged by its indicator; the record holds some pledges, not all"


def when(written: PartialDate) -> str:
    """Return a date as precise as it is known: 6 June 2012; March 2012; 2012; 25 March 2014 to 5 April 2014."""
    parts = written.split("/")
    return " to ".join(dict.fromkeys(_part(part) for part in parts))


def _part(part: str) -> str:
    first = PartialDate(part).first
    return {4: f"{first:%Y}", 7: f"{first:%B %Y}"}.get(len(part), day(first))


def due(pledge: Pledge, as_of: date | None) -> str:
    """Return when a pledge falls due; only the year of a day that is still to come on the day of the record."""
    if pledge.due_by is None:
        return "no due date"
    return f"in {pledge.due_by.year}" if as_of and pledge.due_by > as_of else f"by {day(pledge.due_by)}"


def asked(pledge: Pledge) -> str | None:
    """Return the question that the indicator asks of the record; None where it has no indicator."""
    of = pledge.indicator_of or ""
    codes = joined(of.split()) if of else ""
    return {
        Indicator.JOIN: "Is the State party to any further UN human rights treaty?" if of == "any"
        else f"Is the State party to {codes}?",
        Indicator.SIGN: f"Has the State signed {codes}?",
        Indicator.SIGN_AND_JOIN: f"Has the State signed {codes} and become party to it?",
        Indicator.STANDING_INVITATION: "Does a source name the State as having extended a standing invitation?",
        Indicator.RECEIVE_VISITS: f"Has the {of or 'holder of a special procedure mandate'} completed a visit?",
        Indicator.NHRI_STATUS: f"Has the national institution status {of} under the Paris Principles?",
        Indicator.BE_REVIEWED: "Was the State reviewed in the Universal Periodic Review?",
        Indicator.MAKE_RECOMMENDATIONS: "Has the State made recommendations in the Universal Periodic Review?",
        Indicator.LEAD_A_TEXT: f"Was the State a main sponsor of a Council text on {' or '.join(of.split())}?",
        Indicator.NONE: None,
    }[pledge.indicator]  # fmt: skip


_LISTS = {
    Indicator.STANDING_INVITATION: "the list of standing invitations is not complete",
    Indicator.RECEIVE_VISITS: "the list of visits is not complete",
    Indicator.NHRI_STATUS: "the series of accreditations has gaps",
    Indicator.BE_REVIEWED: "the days of reviews are known in part",
    Indicator.MAKE_RECOMMENDATIONS: "the compilation of recommendations does not cover the period",
    Indicator.LEAD_A_TEXT: "main sponsors are in the record for few texts",
}


_ROWS = {
    Indicator.RECEIVE_VISITS: "completed visit",
    Indicator.MAKE_RECOMMENDATIONS: "recommendation",
    Indicator.LEAD_A_TEXT: "text",
}


def why(pledge: Pledge, found: Judgement) -> str:
    """Return why a pledge has its status, in words."""
    on = day(found.judged_on)
    what = _ROWS.get(pledge.indicator, "row")
    count = f"{found.n} {what}{'s' * (found.n != 1)}"
    return {
        Why.DONE: f"Done by {on}.",
        Why.DONE_BEFORE: "Done already when it was pledged.",
        Why.DONE_IN_PART: f"Done in part by {on}.",
        Why.IN_ITS_FIELD: f"By {on} something was done in its field ({count}), but the clause names no act and sets no"
        " level: kept in part at most.",
        Why.NOT_DONE: f"Not done by {on}, its due date.",
        Why.NOT_DUE: f"Not due by {on}, and not found done by then.",
        Why.NO_DUE_DATE: f"It has no due date; not found done by {on}.",
        Why.NOT_IN_THE_RECORD: f"Not in the record: nothing is found by {on}, and"
        f" {_LISTS.get(pledge.indicator, 'the list is not complete')}. That is not to say that it was not done.",
        Why.NO_LIST: "Not in the record: it has no such list for this State.",
        Why.NOT_PROMISED: f"Not done by {on}, but the clause names no act and sets no level that could be missed.",
        Why.NO_INDICATOR: "No table of the record tells whether it was kept.",
    }[found.why]


def test(pledge: Pledge) -> str:
    """Return the three answers of the test of a commitment with their reasons, in one line."""
    parts = (
        ("specific", pledge.specific, pledge.specific_reason),
        ("measurable", pledge.measurable, pledge.measurable_reason),
        ("verifiable", pledge.verifiable, pledge.verifiable_reason),
    )
    return "; ".join(f"{'' if answer == 'y' else 'not '}{part} ({reason})" for part, answer, reason in parts)


_STATUS = {
    PledgeStatus.KEPT: "was kept",
    PledgeStatus.NOT_KEPT: "was not kept by then",
    PledgeStatus.PARTLY: "was kept in part",
    PledgeStatus.OPEN: "is open",
    PledgeStatus.CANNOT_BE_MEASURED: "cannot be measured from the record",
}


def of_pledge(name: str, pledge: Pledge, found: Judgement, due_words: str) -> str:
    """Return a pledge's status as a sentence, with what was done later."""
    later = f"; it was done later, on {when(found.done_later)}" if found.done_later else ""
    basis = f"candidacy for {pledge.term}" if pledge.basis == "HRC candidacy" else f"{pledge.basis}, {pledge.term}"
    ended = f"due {due_words}, " if pledge.due_by else ""
    made = when(PartialDate(pledge.pledged_on))
    return (
        f"The commitment of {name} of {made} ({basis}), “{pledge.pledge}” (in our words), {ended}"
        f"{_STATUS[found.status]}{later}."
    )


def evidence(row: Evidence) -> str:
    """Return a row of evidence in words."""
    on = when(row.date)
    return {
        "treaty_act": f"{row.event} of {row.what}, {on}",
        "visit": f"visit of the {row.what}, {on}",
        "standing_invitation": f"{row.event} (source of {on})",
        "nhri_status": f"national institution: {row.what}, {on} ({row.event.split(' (')[0]})",
        "upr_review": f"Universal Periodic Review, {row.what}, {on}",
        "recommendation": f"{row.n} {row.event} {row.what}, {on}",
        "sponsorship": f"{row.event} of {row.symbol}, “{row.what}”, {on}",
    }[row.table]


def overview(name: str, counts: Sequence[tuple[PledgeStatus, int]], scope: str, judged_to: date) -> str:
    """Return how many commitments of a state, or of all, have each status."""
    n = sum(number for _, number in counts)
    if not n:
        return f"No commitment of {name} {scope} is in the record; some may have been made."
    said = joined(f"{number} {_COUNTED[status]}" for status, number in counts if number)
    return f"Of {n} commitment{'s' * (n != 1)} of {name} {scope} in the record, judged to {day(judged_to)}: {said}."


ALL = "(clauses of pledges, and review recommendations supported)"
"""What commitments are, where no term narrows them."""

_COUNTED = {
    PledgeStatus.KEPT: "kept by the due date",
    PledgeStatus.NOT_KEPT: "not kept by the due date",
    PledgeStatus.PARTLY: "kept in part",
    PledgeStatus.OPEN: "open",
    PledgeStatus.CANNOT_BE_MEASURED: "that cannot be measured from the record",
}


def late(name: str, missed: int, later: int) -> str:
    """Return how many of the commitments not kept by their due date were done later."""
    if missed == 1:
        found = "done later" if later else "not found done later"
        return f"The one commitment of {name} not kept by the due date was {found}."
    was = "was" if later == 1 else "were"
    return f"Of the {missed} commitments of {name} not kept by the due date, {later or 'none'} {was} done later."


def known_from(first: date, last: date) -> str:
    """Return for which days recommendations are in the record."""
    return f"Recommendations are in the record from {day(first)} to {day(last)}; later ones are not."
