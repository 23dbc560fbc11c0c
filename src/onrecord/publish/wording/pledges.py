"""Sentences about pledges: each can be printed, and says what was judged, by what, on which day."""

from collections.abc import Sequence
from datetime import date

from onrecord.measures.judgement import Evidence, Judgement, PledgeStatus, Why
from onrecord.publish.languages.words import english, gettext, message, say, say_n
from onrecord.publish.languages.writing import day, joined, month
from onrecord.sources.facts_commitments import Indicator, Pledge
from onrecord.vocabulary.dates import PartialDate


def scope() -> str:
    """Return what is counted, and what is not."""
    return say("clauses of pledges in the record, each judged by its indicator; the record holds some pledges, not all")


def when(written: PartialDate) -> str:
    """Return a date as precise as it is known: 6 June 2012; March 2012; 2012; 25 March 2014 to 5 April 2014."""
    parts = list(dict.fromkeys(_part(part) for part in written.split("/")))
    return parts[0] if len(parts) == 1 else say("{first} to {last}", first=parts[0], last=parts[1])


def _part(part: str) -> str:
    first = PartialDate(part).first
    return {4: f"{first:%Y}", 7: month(first)}.get(len(part), day(first))


def due(pledge: Pledge, as_of: date | None) -> str:
    """Return when a pledge falls due; only the year of a day that is still to come on the day of the record."""
    if pledge.due_by is None:
        return say("no due date")
    if as_of and pledge.due_by > as_of:
        return say("in {year}", year=pledge.due_by.year)
    return say("by {day}", day=day(pledge.due_by))


def asked(pledge: Pledge) -> str | None:
    """Return the question that the indicator asks of the record; None where it has no indicator."""
    of = pledge.indicator_of or ""
    question = _ASKED[pledge.indicator]
    if question is None:
        return None
    if pledge.indicator is Indicator.JOIN and of == "any":
        return say("Is the State party to any further UN human rights treaty?")
    if pledge.indicator is Indicator.RECEIVE_VISITS:
        return say(question, of=english(of) if of else say("holder of a special procedure mandate"))
    either = pledge.indicator is Indicator.LEAD_A_TEXT
    return say(question, of=say(" or ").join(of.split()) if either else _codes(pledge))


def _codes(pledge: Pledge) -> str:
    of = pledge.indicator_of or ""
    return of if pledge.indicator is Indicator.NHRI_STATUS or not of else joined(of.split())


_ASKED = {
    Indicator.JOIN: message("Is the State party to {of}?"),
    Indicator.SIGN: message("Has the State signed {of}?"),
    Indicator.SIGN_AND_JOIN: message("Has the State signed {of} and become party to it?"),
    Indicator.STANDING_INVITATION: message("Does a source name the State as having extended a standing invitation?"),
    Indicator.RECEIVE_VISITS: message("Has the {of} completed a visit?"),
    Indicator.NHRI_STATUS: message("Has the national institution status {of} under the Paris Principles?"),
    Indicator.BE_REVIEWED: message("Was the State reviewed in the Universal Periodic Review?"),
    Indicator.MAKE_RECOMMENDATIONS: message("Has the State made recommendations in the Universal Periodic Review?"),
    Indicator.LEAD_A_TEXT: message("Was the State a main sponsor of a Council text on {of}?"),
    Indicator.NONE: None,
}


_LISTS = {
    Indicator.STANDING_INVITATION: message("the list of standing invitations is not complete"),
    Indicator.RECEIVE_VISITS: message("the list of visits is not complete"),
    Indicator.NHRI_STATUS: message("the series of accreditations has gaps"),
    Indicator.BE_REVIEWED: message("the days of reviews are known in part"),
    Indicator.MAKE_RECOMMENDATIONS: message("the compilation of recommendations does not cover the period"),
    Indicator.LEAD_A_TEXT: message("main sponsors are in the record for few texts"),
}


def _rows(pledge: Pledge, n: int) -> str:
    if pledge.indicator is Indicator.RECEIVE_VISITS:
        return say_n("{n} completed visit", "{n} completed visits", n)
    if pledge.indicator is Indicator.MAKE_RECOMMENDATIONS:
        return say_n("{n} recommendation", "{n} recommendations", n)
    if pledge.indicator is Indicator.LEAD_A_TEXT:
        return say_n("{n} text", "{n} texts", n)
    return say_n("{n} row", "{n} rows", n)


def why(pledge: Pledge, found: Judgement) -> str:
    """Return why a pledge has its status, in words."""
    return say(
        _WHY[found.why],
        day=day(found.judged_on),
        rows=_rows(pledge, found.n),
        list=gettext(_LISTS.get(pledge.indicator, _SOME_LIST)),
    )


_SOME_LIST = message("the list is not complete")
_WHY = {
    Why.DONE: message("Done by {day}."),
    Why.DONE_BEFORE: message("Done already when it was pledged."),
    Why.DONE_IN_PART: message("Done in part by {day}."),
    Why.IN_ITS_FIELD: message(
        "By {day} something was done in its field ({rows}), but the clause names no act and sets no level: kept in part"
        " at most."
    ),
    Why.NOT_DONE: message("Not done by {day}, its due date."),
    Why.NOT_DUE: message("Not due by {day}, and not found done by then."),
    Why.NO_DUE_DATE: message("It has no due date; not found done by {day}."),
    Why.NOT_IN_THE_RECORD: message(
        "Not in the record: nothing is found by {day}, and {list}. That is not to say that it was not done."
    ),
    Why.NO_LIST: message("Not in the record: it has no such list for this State."),
    Why.NOT_PROMISED: message("Not done by {day}, but the clause names no act and sets no level that could be missed."),
    Why.NO_INDICATOR: message("No table of the record tells whether it was kept."),
}


def test(pledge: Pledge) -> str:
    """Return the three answers of the test of a commitment with their reasons, in one line."""
    parts = (
        (_SPECIFIC, pledge.specific, pledge.specific_reason),
        (_MEASURABLE, pledge.measurable, pledge.measurable_reason),
        (_VERIFIABLE, pledge.verifiable, pledge.verifiable_reason),
    )
    return "; ".join(f"{gettext(words[answer != 'y'])} ({english(reason)})" for words, answer, reason in parts)


_SPECIFIC = (message("specific"), message("not specific"))
_MEASURABLE = (message("measurable"), message("not measurable"))
_VERIFIABLE = (message("verifiable"), message("not verifiable"))
_STATUS = {
    PledgeStatus.KEPT: message("was kept"),
    PledgeStatus.NOT_KEPT: message("was not kept by then"),
    PledgeStatus.PARTLY: message("was kept in part"),
    PledgeStatus.OPEN: message("is open"),
    PledgeStatus.CANNOT_BE_MEASURED: message("cannot be measured from the record"),
}


def of_pledge(name: str, pledge: Pledge, found: Judgement, due_words: str) -> str:
    """Return a pledge's status as a sentence, with what was done later."""
    candidacy = message("candidacy for {term}")
    return say(
        "The commitment of {name} of {made} ({basis}), “{pledge}” (in our words), {due}{status}{later}.",
        name=name,
        made=when(PartialDate(pledge.pledged_on)),
        basis=say(candidacy if pledge.basis == "HRC candidacy" else "{basis}, {term}", **_basis(pledge)),
        pledge=english(pledge.pledge),
        due=say("due {when}, ", when=due_words) if pledge.due_by else "",
        status=gettext(_STATUS[found.status]),
        later=say("; it was done later, on {day}", day=when(found.done_later)) if found.done_later else "",
    )


def _basis(pledge: Pledge) -> dict[str, str | None]:
    return {"basis": english(pledge.basis), "term": pledge.term}


def evidence(row: Evidence) -> str:
    """Return a row of evidence in words."""
    return say(
        _EVIDENCE[row.table],
        event=english(row.event.split(" (")[0] if row.table == "nhri_status" else row.event),
        what=english(row.what),
        n=row.n,
        symbol=row.symbol,
        day=when(row.date),
    )


_EVIDENCE = {
    "treaty_act": message("{event} of {what}, {day}"),
    "visit": message("visit of the {what}, {day}"),
    "standing_invitation": message("{event} (source of {day})"),
    "nhri_status": message("national institution: {what}, {day} ({event})"),
    "upr_review": message("Universal Periodic Review, {what}, {day}"),
    "recommendation": message("{n} {event} {what}, {day}"),
    "sponsorship": message("{event} of {symbol}, “{what}”, {day}"),
}


def overview(name: str, counts: Sequence[tuple[PledgeStatus, int]], scope: str, judged_to: date) -> str:
    """Return how many commitments of a state, or of all, have each status."""
    n = sum(number for _, number in counts)
    if not n:
        return say("No commitment of {name} {scope} is in the record; some may have been made.", name=name, scope=scope)
    return say_n(
        "Of {n} commitment of {name} {scope} in the record, judged to {day}: {statuses}.",
        "Of {n} commitments of {name} {scope} in the record, judged to {day}: {statuses}.",
        n,
        name=name,
        scope=scope,
        day=day(judged_to),
        statuses=joined(say(_COUNTED[status], number=number) for status, number in counts if number),
    )


ALL = message("(clauses of pledges, and review recommendations supported)")
"""What commitments are, where no term narrows them."""

_COUNTED = {
    PledgeStatus.KEPT: message("{number} kept by the due date"),
    PledgeStatus.NOT_KEPT: message("{number} not kept by the due date"),
    PledgeStatus.PARTLY: message("{number} kept in part"),
    PledgeStatus.OPEN: message("{number} open"),
    PledgeStatus.CANNOT_BE_MEASURED: message("{number} that cannot be measured from the record"),
}


def late(name: str, missed: int, later: int) -> str:
    """Return how many of the commitments not kept by their due date were done later."""
    if missed == 1:
        done = message("The one commitment of {name} not kept by the due date was done later.")
        missing = message("The one commitment of {name} not kept by the due date was not found done later.")
        return say(done if later else missing, name=name)
    if not later:
        return say(
            "Of the {missed} commitments of {name} not kept by the due date, none were done later.",
            missed=missed,
            name=name,
        )
    return say_n(
        "Of the {missed} commitments of {name} not kept by the due date, {n} was done later.",
        "Of the {missed} commitments of {name} not kept by the due date, {n} were done later.",
        later,
        missed=missed,
        name=name,
    )


def known_from(first: date, last: date) -> str:
    """Return for which days recommendations are in the record."""
    return say(
        "Recommendations are in the record from {first} to {last}; later ones are not.",
        first=day(first),
        last=day(last),
    )
