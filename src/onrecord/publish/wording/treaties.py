"""Sentences about treaties: each can be printed, and says its n, its scope and its day."""

import re
from collections.abc import Sequence
from datetime import date

from onrecord.publish.languages.language import Language, spoken
from onrecord.publish.languages.words import english, gettext, message, say, say_n
from onrecord.publish.languages.writing import day, joined
from onrecord.vocabulary.dates import PartialDate


def scope() -> str:
    """Return which treaties are counted, and by what."""
    return say("UN human rights treaties and their optional protocols in the record, by acts deposited with the UN")


def count_of(party: int, then: int, n: int) -> str:
    """Return of how many treaties a state is party, and of how many there were by then: "12 of the 18"."""
    said = say("{party} of the {then} UN human rights treaties and protocols adopted by then", party=party, then=then)
    if n == then:
        return said
    later = say_n(
        "(the record follows {all}; {n} was adopted later)",
        "(the record follows {all}; {n} were adopted later)",
        n - then,
        all=n,
    )
    return f"{said} {later}"


def standing_of(
    name: str, on: date, counts: tuple[int, int, int], signed: Sequence[str], none: Sequence[str], ended: Sequence[str]
) -> str:
    """Return where a state stood towards all treaties on a day; ``counts`` are party, adopted by then, all."""
    parts = []
    if signed:
        parts.append(say("it had signed but not ratified {treaties}", treaties=joined(signed)))
    if ended:
        parts.append(say("its denunciation of {treaties} was in effect", treaties=joined(ended)))
    if none:
        parts.append(say("no act of it towards {treaties} is in the record", treaties=joined(none)))
    return say(
        "On {day} {name} was party to {count}{outstanding}.",
        day=day(on),
        name=name,
        count=count_of(*counts),
        outstanding=f"; {'; '.join(parts)}" if parts else "",
    )


def at_election(name: str, on: date, counts: tuple[int, int, int], outstanding: Sequence[str]) -> str:
    """Return what was outstanding on the day of an election to the Council."""
    left = ""
    if outstanding:
        left = say_n(
            "; outstanding was {treaties}",
            "; outstanding were {treaties}",
            len(outstanding),
            treaties=joined(outstanding),
        )
    return say(
        "At the election to the Human Rights Council of {day} {name} was party to {count}{outstanding}.",
        day=day(on),
        name=name,
        count=count_of(*counts),
        outstanding=left,
    )


def in_term(name: str, term: str, joins: Sequence[tuple[str, date]], until: date | None) -> str:
    """Return what a state joined during a term on the Council; ``until`` is the day known to where it still ran."""
    so_far = " " + say("(known to {day})", day=day(until)) if until else ""
    given = {"term": term, "so_far": so_far, "name": name}
    if not joins:
        return say(
            "During its {term} term on the Human Rights Council{so_far} {name} joined no UN human rights treaty or"
            " protocol.",
            **given,
        )
    return say_n(
        "During its {term} term on the Human Rights Council{so_far} {name} joined {number} UN human rights treaty or"
        " protocol: {treaties}.",
        "During its {term} term on the Human Rights Council{so_far} {name} joined {number} UN human rights treaties and"
        " protocols: {treaties}.",
        len(joins),
        number=_number(len(joins)),
        treaties=joined(f"{code} ({day(on)})" for code, on in joins),
        **given,
    )


def _number(n: int) -> str:
    return _NUMBERS[n] if spoken() is Language.EN else str(n)


_NUMBERS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
)  # fmt: skip


def of_instrument(title: str, code: str, on: date, counts: tuple[int, int, int]) -> str:
    """Return how many states are party to a treaty, have signed it only, and have denounced it."""
    party, signed, ended = counts
    return say_n(
        "On {day} the {title} ({code}) had {party} parties; {n} more State had signed it without ratifying{gone}.",
        "On {day} the {title} ({code}) had {party} parties; {n} more States had signed it without ratifying{gone}.",
        signed,
        day=day(on),
        title=title,
        code=code,
        party=party,
        gone=say("; {number} had denounced it", number=ended) if ended else "",
    )


def printed_counts(code: str, on: date, ours: tuple[int, int], printed: tuple[int, int]) -> str:
    """Return whether the acts give the depositary's own counts of parties and signatories, and both where not."""
    parties, signatories = printed
    given = {"parties": parties, "signatories": signatories, "code": code, "day": day(on)}
    if ours == printed:
        return say(
            "The depositary counted {parties} parties and {signatories} signatories to {code} on {day}: the same.",
            **given,
        )
    return say(
        "The depositary counted {parties} parties and {signatories} signatories to {code} on {day}; the acts in the"
        " record give {own_parties} and {own_signatories}.",
        own_parties=ours[0],
        own_signatories=ours[1],
        **given,
    )


_FLAGS: tuple[tuple[str, str], ...] = (
    (r"year_differs_wpd:(\d{4})", message("the compilation WPD gives the year {0}")),
    (r"date_differs_untc2015:(\d{4}-\d{2}-\d{2})", message("the depositary's list of 2015 gives {0}")),
    (
        r"wpd_has_no_ratification_year \(wpd status: (.+)\)",
        message("the compilation WPD gives no year (its status: {0})"),
    ),
    (r"wpd_status:(.+)", message("the compilation WPD gives the status “{0}”")),
    (
        r"wpd_internal: party=(\d) year=(\d{4}) status=(.+)",
        message("the compilation WPD contradicts itself (year {1}: {2})"),
    ),
    (r"absent_in_untc2015", message("not in the depositary's list of 2015")),
)


def disagreement(flag: str) -> str:
    """Return in words how compilations disagree on an act; the flag itself where its form is not known."""
    for pattern, words in _FLAGS:
        if match := re.fullmatch(pattern, flag):
            parts = [day(PartialDate(g).first) if g.count("-") == 2 else g for g in match.groups()]
            return gettext(words).format(*parts)
    return english(flag)


def many(name: str, total: int, party_to_all: int, on: date, n: int) -> str:
    """Return how many states are party to all treaties."""
    given = {"day": day(on), "total": total, "states": name, "all": n}
    if not party_to_all:
        return say(
            "On {day} none of {total} {states} were party to all {all} UN human rights treaties and protocols in the"
            " record.",
            **given,
        )
    return say_n(
        "On {day} {n} of {total} {states} was party to all {all} UN human rights treaties and protocols in the record.",
        "On {day} {n} of {total} {states} were party to all {all} UN human rights treaties and protocols in the"
        " record.",
        party_to_all,
        **given,
    )
