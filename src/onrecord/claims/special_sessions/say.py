"""Claims about special sessions as plain sentences, which the reader reads back to the same claim."""

from dataclasses import replace

from onrecord.claims.events.judging_lists import group_label
from onrecord.claims.events.who_words import count_words, who_words
from onrecord.claims.naming import capital, joined
from onrecord.claims.special_sessions.typed import Asked, AskedByGroup, Ended, Held, NumberOfSessions, Supporters
from onrecord.claims.special_sessions.words import described_words
from onrecord.record.store import Record


def say_asked(claim: Asked, record: Record) -> str:
    """Return "Kazakhstan asked for the special session on Gaza in July 2014"."""
    verb = "initiated" if claim.began else "asked for"
    if not claim.asked:
        verb = "did not initiate" if claim.began else "did not ask for"
    aside = {None: "", True: ", then a member of the Council,", False: ", then not a member of the Council,"}[
        claim.seated
    ]
    return f"{capital(who_words(record, claim.who))}{aside} {verb} {described_words(record, claim.sessions)}."


def say_asked_by_group(claim: AskedByGroup, record: Record) -> str:
    """Return "The African States requested the special session on Burundi"."""
    label = "the European Union" if claim.group == "EUE" else group_label(claim.group)
    return f"{capital(label)} requested {described_words(record, claim.sessions)}."


def say_supporters(claim: Supporters, record: Record) -> str:
    """Return "36 members supported the request for the special session on Burundi"."""
    return f"{capital(count_words(claim.count))} supported the request for {described_words(record, claim.sessions)}."


def say_number(claim: NumberOfSessions, record: Record) -> str:
    """Return "The Human Rights Council held three special sessions in 2014"."""
    counted = replace(claim.sessions, n=claim.n, quantifier=claim.bound, plural=claim.n != 1)
    words = described_words(record, counted).replace(" of the special", " special")
    return f"The Human Rights Council held {words.replace(' of the Human Rights Council', '')}."


def say_held(claim: Held, record: Record) -> str:
    """Return "The special session on Burundi was held on 17 December 2015"."""
    when = f" {claim.period.words}" if claim.period else ""
    return f"{capital(described_words(record, claim.sessions))} {claim.moment.value}{when}."


def say_ended(claim: Ended, record: Record) -> str:
    """Return "The special session on Burundi adopted A/HRC/RES/S-24/1 without a vote"."""
    what = f" {claim.symbol[0]}" if claim.symbol else " its text"
    how = " by a vote" if claim.by_vote else " without a vote" if claim.without_vote else ""
    names = ("in favour", "against", "abstaining")
    figures = joined(f"{n} {name}" for n, name in zip(claim.figures, names, strict=False)) if claim.figures else ""
    return f"{capital(described_words(record, claim.sessions))} adopted{what}{how}{figures and f' ({figures})'}."
