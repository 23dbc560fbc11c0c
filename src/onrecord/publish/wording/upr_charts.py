"""Sentences over pictures of the Universal Periodic Review: no count without its unit."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.publish.languages.words import message, say, say_n
from onrecord.publish.languages.writing import joined, number
from onrecord.publish.views.shared import Sentence, StateHead
from onrecord.publish.wording.upr import became

if TYPE_CHECKING:
    from onrecord.publish.views.upr import Breakdown, PartnerLine, ReviewOfState

NAMED = 3
"""So many partners are named in a sentence."""

_MOST_NAMED = 5
"""No more than these are named where several are level."""


def by_cycle(head: StateHead, page: str, counted: Sequence["ReviewOfState"]) -> Sentence:
    """Return how many recommendations a state received in each cycle, each count in the unit named with it."""
    text = say(
        "Recommendations to {name} in the Universal Periodic Review: {cycles}.",
        name=head.running_name, cycles="; ".join(_cycle(one) for one in counted),
    )  # fmt: skip
    scope = say("reviews with a count in the record; counts in different units are not to be compared")
    return Sentence(" ".join([text, *(one.misplaced for one in counted if one.misplaced)]), len(counted), scope, page)


def _cycle(one: "ReviewOfState") -> str:
    year = say("cycle {number} ({year})", number=one.cycle, year=one.year) if one.year else ""
    return say("{cycle}, {count}", cycle=year or say("cycle {number}", number=one.cycle), count=_count(one))


def _count(one: "ReviewOfState") -> str:
    if one.rows:
        said = became(one.rows.accepted, one.rows.noted, one.rows.unknown)
        if one.misplaced and one.review_date is None:
            return say_n("{n} row that UPR Info lists under its name ({became})",
                         "{n} rows that UPR Info lists under its name ({became})", one.rows.n, became=said)  # fmt: skip
        return say_n("{n} row of UPR Info ({became})", "{n} rows of UPR Info ({became})", one.rows.n, became=said)
    if one.other_count:
        return say("{n} in the unit “{unit}”{split}", n=one.other_count.n, unit=one.other_count.unit, split=_split(one))
    return say("{n} numbered items of the report", n=one.items.n if one.items else 0)


def _split(one: "ReviewOfState") -> str:
    found = one.other_count
    if found is None or found.supported is None or found.noted is None:
        return ""
    return " " + say("({supported} supported, {noted} noted)", supported=found.supported, noted=found.noted)


def partners(head: StateHead, page: str, one: "Breakdown", received: bool) -> Sentence:
    """Return from, or to, which states most of a state's rows of recommendations came, or went."""
    known = [partner for partner in one.partners if partner.state]
    given = {"rows": number(one.n), "name": head.running_name, "period": one.period, "states": len(known)}
    if received:
        text = say(
            "UPR Info lists {rows} rows of recommendations to {name} for {period}, from {states} known states{first}.",
            first=_first(known, message("; the most came from {states}")), **given,
        )  # fmt: skip
    else:
        text = say(
            "UPR Info lists {rows} rows of recommendations by {name} for {period}, to {states} states{first}.",
            first=_first(known, message("; the most went to {states}")), **given,
        )  # fmt: skip
    return Sentence(text, one.n, one.unit, page)


def _first(known: Sequence["PartnerLine"], words: str) -> str:
    """Return the first of the partners in words, with all that are level with the last of them; none if too many."""
    last = known[min(NAMED, len(known)) - 1].n
    named = [one for one in known if one.n >= last]
    if len(named) > _MOST_NAMED:
        named = [one for one in known if one.n > last]
    if not named or len(named) == len(known) > NAMED:
        return ""
    return say(words, states=joined(f"{one.state.running_name} ({one.n})" for one in named if one.state))
