"""Claims about pledges as plain sentences, which the reader reads back to the same claim."""

from onrecord.claims.naming import capital, state_name, when
from onrecord.claims.pledges.typed import Pledged, PledgeDocument, PledgeKept
from onrecord.record.store import Record


def say_pledged(claim: Pledged, record: Record) -> str:
    """Return "Kazakhstan pledged to enhance the credibility of the Council in 2012"."""
    did = "never pledged" if claim.never else "pledged"
    where = " under the Universal Periodic Review" if claim.upr else ""
    state = state_name(record, claim.state)
    if claim.loose or claim.period is None:
        return f"{capital(state)} {did}{where} to {claim.about}{when(claim.period)}."
    return f"{capital(when(claim.period).strip())}, {state} {did}{where} to {claim.about}."


def say_kept(claim: PledgeKept, record: Record) -> str:
    """Return "Kazakhstan kept its pledge to ratify the Convention"."""
    did = "kept" if claim.kept else "did not keep"
    return f"{capital(state_name(record, claim.state))} {did} its pledge to {claim.about}{when(claim.period)}."


def say_document(claim: PledgeDocument, record: Record) -> str:
    """Return "The pledges of Kazakhstan of 2012 are in A/67/122"."""
    made = f" made{when(claim.made)}" if claim.made else ""
    where = f" are in {claim.symbols[0]}" if claim.symbols else f" are in a letter dated{when(claim.period)}"
    return f"The election pledges of {state_name(record, claim.state)}{made}{where}."
