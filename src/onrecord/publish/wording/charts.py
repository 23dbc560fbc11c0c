"""Sentences that stand over charts: each can be printed, and says its n, its scope and its period."""

from collections.abc import Sequence

from onrecord.claims.naming import capital
from onrecord.measures.support import Counted
from onrecord.publish.languages.words import say, say_n
from onrecord.publish.languages.writing import joined
from onrecord.publish.sentences import percent
from onrecord.publish.views.shared import StateHead


def on_all_situations(head: StateHead, counted: Counted, situations: int, years: tuple[int, int]) -> str:
    """Return how a state voted on the texts on all country situations, under any agenda item, while a member."""
    first, last = years
    text = say(
        "{when}, while a member, {name} voted in favour of {yes} of the {texts} put to a recorded vote on {situations},"
        " under any agenda item{share}; it voted against {no}, abstained on {abstain} and was absent for {absent}.",
        when=say("In {year}", year=first) if first == last else say("From {first} to {last}", first=first, last=last),
        name=head.running_name,
        yes=counted.yes or say("none"),
        texts=say_n("one text", "{n} texts", counted.n),
        situations=say_n("one country situation", "{n} country situations", situations),
        share="" if counted.share_yes is None else f" ({percent(counted.share_yes)})",
        no=counted.no or say("none"),
        abstain=counted.abstain or say("none"),
        absent=counted.absent or say("none"),
    )
    return f"{text}{_in_doubt(counted.doubtful)}{_not_known(counted.unknown)}"


def _in_doubt(number: int) -> str:
    if not number:
        return ""
    return " " + say_n(
        "One of these positions is in doubt, as the sources of the vote conflict; counted as listed.",
        "{n} of these positions are in doubt, as the sources of the vote conflict; counted as listed.",
        number,
    )


def _not_known(number: int) -> str:
    if not number:
        return ""
    return " " + say_n(
        "Its position on one more text is not in the record.",
        "Its positions on {n} more texts are not in the record.",
        number,
    )


def of_events(head: StateHead, kinds: Sequence[tuple[str, int]], years: tuple[int, int]) -> str:
    """Return how many dated events of a state the record holds, of which sorts, from which year to which."""
    n = sum(number for _, number in kinds)
    return say(
        "{name}: {events} in the record from {first} to {last}: {kinds}.",
        name=capital(head.running_name),
        events=say_n("one dated event", "{n} dated events", n),
        first=years[0],
        last=years[1],
        kinds=joined(f"{number} {kind}" for kind, number in kinds),
    )
