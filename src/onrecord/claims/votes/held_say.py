"""Claims about how many texts the Council decided, as plain sentences."""

from onrecord.claims.naming import capital, joined, many, state_name, when
from onrecord.claims.votes.held_typed import Counted, Held, Sat
from onrecord.claims.votes.shares_say import measured_words
from onrecord.claims.votes.words import topic_label
from onrecord.record.store import Record


def say_held(claim: Held, record: Record) -> str:
    """Return "From 2011 to 2024 the Human Rights Council put 12 texts on Iran to a recorded vote"."""
    noun = "amendment or motion" if claim.what is Counted.APART else "text"
    number = (
        f"{claim.n or 'no'} {noun}" if claim.n < 2 else many(claim.n, noun).replace("amendment or", "amendments or")
    )
    about = _about(claim, record)
    said = {
        Counted.VOTED: f"the Human Rights Council put {number}{about} to a recorded vote",
        Counted.ADOPTED: f"the Human Rights Council adopted {number}{about} by a recorded vote",
        Counted.REJECTED: f"the Human Rights Council rejected {number}{about}",
        Counted.APART: f"the Human Rights Council put {number}{about} to a recorded vote",
        Counted.UNVOTED: f"{number}{about} decided without a vote are in the record",
    }[claim.what]
    member = f" while {state_name(record, claim.state)} was a member" if claim.state else ""
    return f"{capital((when(claim.over.texts.period) + ' ' + said).strip())}{member}."


def _about(claim: Held, record: Record) -> str:
    texts = claim.over.texts
    if claim.over.selection:
        return f" ({measured_words(record, claim.over)})"
    on = f" on {joined(topic_label(record, t.subject) for t in texts.topics)}" if texts.topics else ""
    return on + (f" at session {joined(texts.sessions)}" if texts.sessions else "")


def say_sat(claim: Sat, record: Record) -> str:
    """Return "Session 25 sat from 3 to 28 March 2014"."""
    return f"Session {claim.session} sat {claim.period.words}."
