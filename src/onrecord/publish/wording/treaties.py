"""Sentences about treaties: each can be printed, and says its n, its scope and its day."""

import re
from collections.abc import Sequence
from datetime import date

from onrecord.publish.sentences import day, joined
from onrecord.vocabulary.dates import PartialDate

SCOPE = "UN human rights treaties and their optional protocols in the record, by acts deposited with the UN"


def count_of(party: int, then: int, n: int) -> str:
    """Return of how many treaties a state is party, and of how many there were by then: "12 of the 18"."""
    whole = f" (the record follows {n}; {n - then} {'was' if n - then == 1 else 'were'} adopted later)"
    return f"{party} of the {then} UN human rights treaties and protocols adopted by then{whole if n != then else ''}"


def standing_of(
    name: str, on: date, counts: tuple[int, int, int], signed: Sequence[str], none: Sequence[str], ended: Sequence[str]
) -> str:
    """Return where a state stood towards all treaties on a day; ``counts`` are party, adopted by then, all."""
    parts = []
    if signed:
        parts.append(f"it had signed but not ratified {joined(signed)}")
    if ended:
        parts.append(f"its denunciation of {joined(ended)} was in effect")
    if none:
        parts.append(f"no act of it towards {joined(none)} is in the record")
    outstanding = f"; {'; '.join(parts)}" if parts else ""
    return f"On {day(on)} {name} was party to {count_of(*counts)}{outstanding}."


def at_election(name: str, on: date, counts: tuple[int, int, int], outstanding: Sequence[str]) -> str:
    """Return what was outstanding on the day of an election to the Council."""
    left = f"; outstanding {'were' if len(outstanding) > 1 else 'was'} {joined(outstanding)}" if outstanding else ""
    return f"At the election to the Human Rights Council of {day(on)} {name} was party to {count_of(*counts)}{left}."


def in_term(name: str, term: str, joins: Sequence[tuple[str, date]], until: date | None) -> str:
    """Return what a state joined during a term on the Council; ``until`` is the day known to where it still ran."""
    so_far = f" (known to {day(until)})" if until else ""
    during = f"During its {term} term on the Human Rights Council{so_far} {name}"
    if not joins:
        return f"{during} joined no UN human rights treaty or protocol."
    listed = joined(f"{code} ({day(on)})" for code, on in joins)
    kind = "treaty or protocol" if len(joins) == 1 else "treaties and protocols"
    number = f"{_NUMBERS[len(joins)]} UN human rights {kind}"
    return f"{during} joined {number}: {listed}."


_NUMBERS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
)  # fmt: skip


def of_instrument(title: str, code: str, on: date, counts: tuple[int, int, int]) -> str:
    """Return how many states are party to a treaty, have signed it only, and have denounced it."""
    party, signed, ended = counts
    gone = f"; {ended} had denounced it" if ended else ""
    return (
        f"On {day(on)} the {title} ({code}) had {party} parties; {signed} more"
        f" {'State had' if signed == 1 else 'States had'} signed it without ratifying{gone}."
    )


def printed_counts(code: str, on: date, ours: tuple[int, int], printed: tuple[int, int]) -> str:
    """Return whether the acts give the depositary's own counts of parties and signatories, and both where not."""
    parties, signatories = printed
    if ours == printed:
        return (
            f"The depositary counted {parties} parties and {signatories} signatories to {code} on {day(on)}: the same."
        )
    return (
        f"The depositary counted {parties} parties and {signatories} signatories to {code} on {day(on)};"
        f" the acts in the record give {ours[0]} and {ours[1]}."
    )


_FLAGS: tuple[tuple[str, str], ...] = (
    (r"year_differs_wpd:(\d{4})", "the compilation WPD gives the year {0}"),
    (r"date_differs_untc2015:(\d{4}-\d{2}-\d{2})", "the depositary's list of 2015 gives {0}"),
    (r"wpd_has_no_ratification_year \(wpd status: (.+)\)", "the compilation WPD gives no year (its status: {0})"),
    (r"wpd_status:(.+)", "the compilation WPD gives the status “{0}”"),
    (r"wpd_internal: party=(\d) year=(\d{4}) status=(.+)", "the compilation WPD contradicts itself (year {1}: {2})"),
    (r"absent_in_untc2015", "not in the depositary's list of 2015"),
)


def disagreement(flag: str) -> str:
    """Return in words how compilations disagree on an act; the flag itself where its form is not known."""
    for pattern, words in _FLAGS:
        if match := re.fullmatch(pattern, flag):
            parts = [day(PartialDate(g).first) if g.count("-") == 2 else g for g in match.groups()]
            return words.format(*parts)
    return flag


def many(name: str, total: int, party_to_all: int, on: date, n: int) -> str:
    """Return how many states are party to all treaties."""
    was = "was" if party_to_all == 1 else "were"
    return (
        f"On {day(on)} {party_to_all or 'none'} of {total} {name} {was} party to all {n}"
        " UN human rights treaties and protocols in the record."
    )
