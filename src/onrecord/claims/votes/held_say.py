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
    if claim.state and claim.over.selection:
        name, words = state_name(record, claim.state), measured_words(record, claim.over)
        on = words.removeprefix("texts ").removeprefix("country texts ")
        said = f"{number} {on} was put to a recorded vote while {name} was a member"
        return f"{capital((when(claim.over.texts.period) + ' ' + said).strip())}."
    texts = f"texts{about}"
    said = {
        Counted.VOTED: f"the Human Rights Council put {number}{about} to a recorded vote",
        Counted.ADOPTED: f"the Human Rights Council took recorded votes on {texts}: {claim.n} adopted",
        Counted.REJECTED: f"the Human Rights Council took recorded votes on {texts}: {claim.n} rejected",
        Counted.APART: f"the Human Rights Council put {number}{about} to a recorded vote",
        Counted.UNVOTED: f"{number}{about} decided without a vote are in the record",
    }[claim.what]
    return f"{capital((when(claim.over.texts.period) + ' ' + said).strip())}."


def _about(claim: Held, record: Record) -> str:
    texts = claim.over.texts
    if claim.over.selection:
        return f" ({measured_words(record, claim.over)})"
    on = f" on {joined(topic_label(record, t.subject) for t in texts.topics)}" if texts.topics else ""
    return on + (f" at its {joined(map(session_label, texts.sessions))}" if texts.sessions else "")


def say_sat(claim: Sat, record: Record) -> str:
    """Return "Session 25 sat from 3 to 28 March 2014"."""
    return f"The {session_label(claim.session)} of the Human Rights Council was held {claim.period.words}."


def session_label(session: str) -> str:
    """Return a session as a sentence names it: "25th session", "21st special session"."""
    kind, _, number = session.rpartition("-")
    return f"{_ordinal(int(number))} {_KINDS.get(kind, '')}session"


_KINDS = {"S": "special ", "OM": "organizational "}


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
