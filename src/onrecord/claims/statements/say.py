"""Claims about joint statements as plain sentences, which the reader reads back to the same claim."""

from dataclasses import replace

from onrecord.claims.events.who_words import count_words, who_words
from onrecord.claims.naming import capital, state_name
from onrecord.claims.statements.typed import Joined, Led, Made, Signatories
from onrecord.claims.statements.words import described_words
from onrecord.record.store import Record


def say_joined(claim: Joined, record: Record) -> str:
    """Return "Kazakhstan did not join the joint statement on Bahrain in February 2013"."""
    verb = "joined" if claim.joined else "did not join"
    return f"{capital(who_words(record, claim.who))} {verb} {described_words(record, claim.statements)}."


def say_signatories(claim: Signatories, record: Record) -> str:
    """Return "27 States joined the joint statement on Egypt in March 2014"."""
    return f"{capital(count_words(claim.count))} joined {described_words(record, claim.statements)}."


def say_led(claim: Led, record: Record) -> str:
    """Return "Iceland led the joint statement on Egypt in March 2014"."""
    verb = "led" if claim.led else "did not lead"
    return f"{capital(state_name(record, claim.state))} {verb} {described_words(record, claim.statements)}."


def say_made(claim: Made, record: Record) -> str:
    """Return "The joint statement on Egypt was made in March 2014"."""
    when = f" {claim.statements.period.words}" if claim.statements.period else ""
    return f"{capital(described_words(record, replace(claim.statements, period=None)))} was made{when}."
