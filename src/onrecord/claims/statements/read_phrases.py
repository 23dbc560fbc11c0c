"""Reads what the noun phrase of a joint statement itself asserts: who led it, who and how many joined."""

from collections.abc import Iterator
from dataclasses import replace

from onrecord.claims.context import Context, Read
from onrecord.claims.events.describing import Phrase, adjective_count, merged
from onrecord.claims.events.typed import Behind, Counted, Described
from onrecord.claims.mentions import Kind, Linked
from onrecord.claims.phrases import states_of
from onrecord.claims.statements.typed import Joined, Led, Signatories
from onrecord.claims.typed import Claim, Quantifier, States
from onrecord.vocabulary.verdicts import Filled


def of_phrase(linked: Linked, phrase: Phrase, context: Context) -> Iterator[Read]:
    """Yield what a phrase asserts of who was behind the statement: "the 47-nation statement", "signed by 27 states"."""
    described, more = merged(phrase, linked, _fronted(linked, phrase), context)
    told = phrase.behind
    counted = adjective_count(linked, phrase)
    if counted is not None:
        count = Counted(counted[0], Quantifier.EXACTLY, "states")
        used = phrase.used | more | {counted[1]} | frozenset(range(phrase.first, phrase.anchor))
        yield Read(Signatories(statements=described, count=count), used, phrase.first, phrase.last)
    if told is None:
        return
    used = phrase.used | more | told.used
    for claim in _behind_it(told, described, _leads(linked, phrase)):
        yield Read(claim, used, phrase.first, phrase.last, filled_by(told))


def with_lead(linked: Linked, phrase: Phrase) -> Phrase:
    """Return a phrase with the state that it says led the statement."""
    told = phrase.behind
    if told is None or told.states is None or not _leads(linked, phrase):
        return phrase
    named = (*told.states.states, *told.states.listed, *told.states.examples)
    led_by = (*phrase.described.led_by, *named[:1])
    return replace(phrase, described=replace(phrase.described, led_by=led_by))


def leader_of_subject(linked: Linked, phrase: Phrase, context: Context) -> Iterator[Read]:
    """Yield who led in "27 states led by Iceland issued a joint statement"."""
    for i in leading(linked):
        if i < phrase.first and i + 1 < len(linked) and len(codes := states_of(linked[i + 1], context)) == 1:
            described, more = merged(phrase, linked, _fronted(linked, phrase), context)
            used = phrase.used | more | {i, i + 1}
            yield Read(Led(state=codes[0], statements=described), used, i, phrase.last)


def leading(linked: Linked) -> list[int]:
    """Return the places of "led by" behind a number of states: "27 states led by Iceland"."""
    return [
        i
        for i in linked.where("v.statement.lead")
        if i and linked[i - 1].tagged("n.member") and " by" in linked[i].text
    ]


def _leads(linked: Linked, phrase: Phrase) -> bool:
    """Whether the phrase names who led the statement: "delivered by Canada on behalf of 50 countries"."""
    for i in range(phrase.anchor, phrase.last + 1):
        if linked[i].tagged("v.part", "agent.by"):
            return linked[i].tagged("v.statement.lead", "agent.by") and not linked[i].tagged("v.statement.join")
    return False


def _behind_it(told: Behind, described: Described, leads: bool) -> Iterator[Claim]:
    for count in told.counts if not is_set(told.states) else ():
        yield Signatories(statements=described, count=count)
    if told.states is not None and not leads:
        who = named(told.states)
        if who is not None:
            yield Joined(who=who, statements=described)


def is_set(who: States | None) -> bool:
    """Whether a group is spoken of by its members: "none of the African states"."""
    return (
        who is not None and who.group is not None and (who.members or who.quantifier is not None or who.n is not None)
    )


def named(who: States) -> States | None:
    """Return the states named, or the set described; None where there is neither."""
    if is_set(who):
        return who
    named = (*who.states, *who.listed, *who.examples)
    return States(states=named) if named else None


def _fronted(linked: Linked, phrase: Phrase) -> list[int]:
    """Return the place of the sentence's one date, where the phrase has none itself."""
    dates = list(linked.of_kind(Kind.PERIOD))
    return dates if phrase.described.period is None and len(dates) == 1 else []


def filled_by(told: Behind) -> tuple[Filled, ...]:
    """Return what a pronoun was taken to stand for."""
    if told.filled is None or told.states is None:
        return ()
    return (Filled("state", ", ".join(told.states.states), f"“{told.filled}”"),)
