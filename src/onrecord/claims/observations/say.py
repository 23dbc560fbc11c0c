"""Claims about concluding observations as plain sentences, which the reader reads back to the same claim."""

from onrecord.claims.naming import capital, many, state_name, when
from onrecord.claims.observations.decide import BODY_NAMES
from onrecord.claims.observations.typed import Contents, Moment, NumberObserved, Observed, Reporting
from onrecord.claims.typed import Quantifier
from onrecord.record.store import Record


def say_observed(claim: Observed, record: Record) -> str:
    """Return "The Committee against Torture adopted its concluding observations on Kenya in 2013"."""
    body = BODY_NAMES.get(claim.body or "", "a treaty body")
    state = state_name(record, claim.state) if claim.state else "a state"
    no = " not" if claim.denied else ""
    report = f"the {claim.report} report of " if claim.report else ""
    if claim.symbol is not None:
        verb = "" if claim.moment is Moment.ANY else f"{claim.moment.value}"
        parts = [
            f"concluding observations of {body}" if claim.body else "concluding observations",
            state if claim.state else "",
        ]
        dated = f"{verb}{when(claim.when)}" if claim.when else ""
        return f"{capital(', '.join(p for p in (*parts, dated.strip()) if p))} ({claim.symbol})."
    match claim.moment:
        case Moment.CONSIDERED:
            verb = f"did{no} review" if claim.denied else "reviewed"
            return f"{capital(body)} {verb} {report or ''}{state}{when(claim.when)}."
        case Moment.ISSUED:
            verb = f"did{no} issue" if claim.denied else "issued"
        case _:
            verb = f"did{no} adopt" if claim.denied else "adopted"
    return f"{capital(body)} {verb} concluding observations on {report}{state}{when(claim.when)}."


def say_number(claim: NumberObserved, record: Record) -> str:
    """Return "There are 17 sets of concluding observations on Kenya"."""
    bound = "" if claim.bound is Quantifier.EXACTLY else f"{claim.bound.value} "
    held = "The record has" if claim.held else "There are"
    return f"{held} {bound}{many(claim.n, 'set')} of concluding observations on {state_name(record, claim.state)}."


def say_reporting(claim: Reporting, record: Record) -> str:
    """Return "Kenya submits periodic reports to the treaty bodies"."""
    to = BODY_NAMES.get(claim.body or "", "the UN treaty bodies")
    return f"{capital(state_name(record, claim.state))} submits periodic reports to {to}."


def say_contents(claim: Contents, record: Record) -> str:
    """Return that a treaty body said something of a state."""
    of = f" about {state_name(record, claim.state)}" if claim.state else ""
    return f"{capital(BODY_NAMES[claim.body])} expressed concern{of}."
