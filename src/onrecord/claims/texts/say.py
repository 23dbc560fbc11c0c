"""Claims about texts and sessions as plain sentences, which the reader reads back to the same claim."""

from dataclasses import replace

from onrecord.claims.events.words import nth as place
from onrecord.claims.naming import capital
from onrecord.claims.texts.typed import Adopted, Cited, Contents, NumberAdopted, Place, PlaceInLine, SessionHeld
from onrecord.claims.texts.words import words_of
from onrecord.record.store import Record


def say_adopted(claim: Adopted, record: Record) -> str:
    """Return "The resolution on Sri Lanka was adopted on 27 March 2014 at the 25th session"."""
    when = f" {claim.period.words}" if claim.period else ""
    where = f" at the {nth(claim.session)} session" if claim.session else ""
    how = {"vote": " by a recorded vote", "without": " without a vote", "unanimous": " unanimously"}.get(claim.how, "")
    body = " by the General Assembly" if claim.texts.body == "GA" else ""
    bare = replace(claim.texts, period=None, sessions=())
    return f"{capital(words_of(record, bare))} was adopted{how}{body}{when}{where}."


def nth(session: str) -> str:
    """Return a session's number as a place: 25th."""
    return place(int(session)) if session.isdigit() else session


def say_number(claim: NumberAdopted, record: Record) -> str:
    """Return "The Council adopted 3 resolutions on Syria in 2014"."""
    counted = replace(claim.texts, n=claim.n, quantifier=claim.bound, plural=True)
    words = words_of(record, counted).replace(" of the ", " ", 1)
    how = {"vote": " by a recorded vote", "without": " without a vote"}.get(claim.how, "")
    return f"The Council adopted {words}{how}."


def say_place(claim: PlaceInLine, record: Record) -> str:
    """Return "The first resolution on domestic violence was adopted on 10 October 2024"."""
    own = claim.texts
    words = words_of(record, replace(own, symbols=(), period=None, sessions=())).removeprefix("the ")
    which = f"{own.symbols[0][0]} was " if own.symbols else ""
    place = {Place.FIRST: "the first", Place.LAST: "the last", Place.ONLY: "the only"}[claim.place]
    when = f" adopted{f' {own.period.words}' if own.period else ''}" if own.period else ""
    said = f"{which}{place} {words}{when}"
    if claim.recognised:
        return f"{which or 'A text was '}the first in which the Council recognised {' '.join(own.title)}."
    return f"{capital(said)}."


def say_cited(claim: Cited, record: Record) -> str:
    """Return "Resolution A/HRC/RES/25/1 is on Sri Lanka and was adopted on 27 March 2014"."""
    words = words_of(record, replace(claim.texts, noun="resolution"))
    quoted = f" is entitled “{' '.join(claim.texts.title)}”" if claim.texts.title else ""
    when = f" of {claim.period.words.removeprefix('on ').removeprefix('in ')}" if claim.period else ""
    return f"{capital(words if not claim.texts.title else f'resolution {claim.symbol[0]}{quoted}')}{when}."


def say_session(claim: SessionHeld, record: Record) -> str:
    """Return "The 25th session of the Human Rights Council was held from 3 to 28 March 2014"."""
    return f"The {nth(claim.session)} session of the Human Rights Council {claim.moment.value} {claim.period.words}."


def say_contents(claim: Contents, record: Record) -> str:
    """Return "The resolution on domestic violence says: calls on all states …"."""
    words = words_of(record, claim.texts) if claim.texts.described else "the text"
    return f"{capital(words)} says: {claim.said}"
