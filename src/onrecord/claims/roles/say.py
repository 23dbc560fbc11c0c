"""Claims about roles as plain sentences, which the reader reads back to the same claim."""

from onrecord.claims.naming import capital, state_name
from onrecord.claims.roles.decide import ORGANISATIONS
from onrecord.claims.roles.typed import HeldRole, Post
from onrecord.record.store import Record


def say_role(claim: HeldRole, record: Record) -> str:
    """Return "Kazakhstan chaired the Organization for Security and Co-operation in Europe in 2010"."""
    name = capital(state_name(record, claim.state))
    label = ORGANISATIONS.get(claim.organisation, claim.organisation)
    vice = "was Vice-President and Rapporteur of" if claim.rapporteur else "was Vice-President of"
    did = {Post.CHAIR: "chaired", Post.VICE: vice, Post.COORDINATOR: "was coordinator of"}[claim.post]
    if claim.organisation == "HRC" and claim.post is Post.CHAIR:
        did = "held the presidency of"
    return f"{name} {did} the {label}{f' {claim.period.words}' if claim.period else ''}."
