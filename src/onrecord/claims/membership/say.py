"""Claims about seats on the Council as plain sentences, which the reader reads back to the same claim."""

from onrecord.claims.elections.decide_sets import ordinal
from onrecord.claims.elections.say import BOUND
from onrecord.claims.elections.words import group_name, names
from onrecord.claims.membership.typed import (
    Barred,
    Came,
    Ended,
    EndedEarly,
    Members,
    NumberOfTerms,
    Sat,
    Sitting,
    Succeeds,
    TermIs,
    Together,
)
from onrecord.claims.naming import capital, day, many, state_name, when
from onrecord.record.store import Record
from onrecord.vocabulary.periods import Period

_COUNCIL = "the Human Rights Council"


def say_sat(claim: Sat, record: Record) -> str:
    """Return "Kenya was a member of the Human Rights Council in 2013"."""
    who, several = capital(names(record, claim.states)), len(claim.states) > 1
    was, member = ("were", "members") if several else ("was", f"a member of {_COUNCIL}")
    member = f"members of {_COUNCIL}" if several else member
    period = claim.period
    if claim.how is Sitting.NEVER:
        return f"{who} {was} never {member}{when(period)}."
    if claim.how is Sitting.SINCE:
        return f"{who} {'have' if several else 'has'} been {member}{when(period)}."
    if period is None:
        now = "are" if several else "is"
        return f"{who} {now}{' not' if claim.how is Sitting.NOT else ''} {member}."
    if claim.how is Sitting.WHOLE:
        return f"{who} {was} {member} throughout {_bare(period)}."
    return f"{who} {was}{' not' if claim.how is Sitting.NOT else ''} {member}{when(period)}."


def _bare(period: Period) -> str:
    words = period.words
    return words.split(" ", 1)[1] if words.split(" ", 1)[0] in {"in", "on", "from"} else words


def say_term_is(claim: TermIs, record: Record) -> str:
    """Return "Kenya was elected in 2015 for a second three-year term from 2016 to 2018"."""
    nth = f"{ordinal(claim.nth)} " if claim.nth else ""
    row = "consecutive " if claim.consecutive else ""
    years = f"{_YEARS[claim.years]}-year " if claim.years in _YEARS else ""
    name = capital(state_name(record, claim.state))
    if claim.elected:
        return f"{name} was elected{when(claim.elected)} for a {nth}{row}{years}term{_span(claim)}."
    during = f" that ran{when(claim.during)}" if claim.during else ""
    if bool(claim.begin) is not bool(claim.end):
        did = f"began{_lead(claim.begin)}" if claim.begin else f"ended{_lead(claim.end)}" if claim.end else ""
        return f"{name}'s {nth}{row}{years}term on {_COUNCIL} {did}{during}."
    return f"{name} had a {nth}{row}{years}term on {_COUNCIL}{_span(claim)}{during}."


def _span(claim: TermIs) -> str:
    if claim.begin and claim.end:
        return f" from {_edge(claim.begin)} to {_edge(claim.end)}"
    if claim.begin:
        return f" beginning{_lead(claim.begin)}"
    return f" ending{_lead(claim.end)}" if claim.end else ""


def _edge(period: Period) -> str:
    return day(period.first) if period.first and period.first == period.last else _bare(period)


_YEARS = {1: "one", 2: "two", 3: "three"}


def _lead(period: Period) -> str:
    if period.first and period.first == period.last:
        return f" on {day(period.first)}"
    return f" {period.words}"


def say_number_of_terms(claim: NumberOfTerms, record: Record) -> str:
    """Return "Kenya had served two terms on the Human Rights Council by 2015"."""
    done = "completed" if claim.completed else "had"
    by = f" by {day(claim.by.last)}" if claim.by and claim.by.last else ""
    bound = BOUND.get(claim.bound, "")
    return f"{capital(state_name(record, claim.state))} {done} {bound}{many(claim.n, 'term')} on {_COUNCIL}{by}."


def say_members(claim: Members, record: Record) -> str:
    """Return "Kenya and Ghana made up the Group of African States on the Council in 2013"."""
    of = f" of the Group of {group_name(claim.group)}" if claim.group else ""
    kind = "outgoing members" if claim.leaving else "members"
    period = when(claim.period)
    who = capital(names(record, claim.states)) if claim.states else ""
    if claim.n is not None and claim.states:
        be = "was" if len(claim.states) == 1 else "were"
        return f"{who} {be} among the {claim.n} {kind}{of} on the Council{period}."
    if claim.whole and claim.group and not claim.leaving:
        return f"{who} made up the Group of {group_name(claim.group)} on the Council{period}."
    if claim.states:
        return (
            f"The {kind}{of}{period} {'were made up of' if claim.whole else 'included'} {names(record, claim.states)}."
        )
    return f"There were {claim.n} {kind}{of} on the Council{period}."


def say_succeeds(claim: Succeeds, record: Record) -> str:
    """Return "Venezuela took the place of Cuba on the Human Rights Council in 2020"."""
    new, old = capital(state_name(record, claim.new)), state_name(record, claim.old)
    return f"{new} took the place of {old} on {_COUNCIL}{when(claim.period)}."


def say_ended_early(claim: EndedEarly, record: Record) -> str:
    """Return "The Russian Federation was suspended from the Human Rights Council in April 2022"."""
    who, several = capital(names(record, claim.states)), len(claim.states) > 1
    suspended = f"{'were' if several else 'was'} suspended"
    did = suspended if claim.how is Ended.SUSPENDED else "withdrew"
    return f"{who} {did} from {_COUNCIL}{when(claim.period)}."


def say_together(claim: Together, record: Record) -> str:
    """Return "Kenya was a member of the Human Rights Council at the same time as Ghana"."""
    first, *others = claim.states
    name = capital(state_name(record, first))
    return f"{name} was a member of {_COUNCIL}{when(claim.period)} alongside {names(record, others)}."


def say_came(claim: Came, record: Record) -> str:
    """Return "Kenya joined the Human Rights Council in 2013"."""
    did = "left" if claim.left else "rejoined" if claim.again else "joined"
    return f"{capital(state_name(record, claim.state))} {did} {_COUNCIL}{when(claim.period)}."


def say_barred(claim: Barred, record: Record) -> str:
    """Return "Kenya was not eligible for immediate re-election in 2015"."""
    be = "were" if len(claim.states) > 1 else "was"
    how = f"{be} not eligible" if claim.barred else f"{be} eligible"
    return f"{capital(names(record, claim.states))} {how} for immediate re-election{when(claim.period)}."
