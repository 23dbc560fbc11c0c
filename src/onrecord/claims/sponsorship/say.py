"""Claims about sponsors as plain sentences, which the reader reads back to the same claim."""

from dataclasses import replace

from onrecord.claims.events.judging_lists import group_label
from onrecord.claims.events.typed import Counted
from onrecord.claims.events.who_words import count_words
from onrecord.claims.naming import capital, joined, state_name
from onrecord.claims.sponsorship.typed import (
    InitiativesAdopted,
    NumberOfSponsors,
    NumberSponsored,
    OnBehalf,
    Role,
    Sponsored,
)
from onrecord.claims.texts.words import words_of
from onrecord.record.store import Record

_BASE = {Role.MAIN: "put forward", Role.ANY: "sponsor", Role.CO: "co-sponsor"}


def say_sponsored(claim: Sponsored, record: Record) -> str:
    """Return "Kazakhstan put forward the resolution on domestic violence"."""
    names = capital(joined(state_name(record, state) for state in claim.states))
    verb = claim.role.value if claim.sponsored else f"did not {_BASE[claim.role]}"
    return f"{names} {verb} {words_of(record, claim.texts)}."


def say_number(claim: NumberSponsored, record: Record) -> str:
    """Return "Kazakhstan put forward 2 resolutions from 2022 to 2024"."""
    counted = replace(claim.texts, n=claim.n, quantifier=claim.bound, plural=True)
    words = words_of(record, counted).replace(" of the ", " ", 1)
    return f"{capital(state_name(record, claim.state))} {claim.role.value} {words}."


def say_on_behalf(claim: OnBehalf, record: Record) -> str:
    """Return "Kazakhstan put forward the resolution on behalf of Central Asia"."""
    name = capital(state_name(record, claim.state))
    return f"{name} put forward {words_of(record, claim.texts)} on behalf of {group_label(claim.group)}."


def say_sponsors(claim: NumberOfSponsors, record: Record) -> str:
    """Return "The resolution was co-sponsored by more than 70 States"."""
    count = count_words(Counted(claim.n, claim.bound, "states"))
    return f"{capital(words_of(record, claim.texts))} was co-sponsored by {count}."


def say_initiatives(claim: InitiativesAdopted, record: Record) -> str:
    """Return "All of Kazakhstan's initiatives were adopted unanimously"."""
    how = {"unanimous": " unanimously", "without": " without a vote", "vote": " by a vote"}.get(claim.how, "")
    when = f" {claim.texts.period.words}" if claim.texts.period else ""
    return f"All of {state_name(record, claim.state)}'s initiatives were adopted{how}{when}."
