"""Sentences on one state beside all others: with whom it took the same position most and least often, with every n."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from onrecord.measures.agreement.methods import IDENTICAL, MINIMUM, Method, Scale
from onrecord.measures.agreement.sensitivity import Changed, Effect, Variant
from onrecord.publish.languages.quantities import decimal
from onrecord.publish.languages.words import gettext, message, say, say_n
from onrecord.publish.languages.writing import day, joined, number
from onrecord.publish.sentences import percent, scope
from onrecord.publish.views.shared import Sentence, StateHead
from onrecord.publish.wording.selected_votes import BODIES
from onrecord.record.position_table import VoteSelection
from onrecord.vocabulary.rollcalls import Body

if TYPE_CHECKING:
    from onrecord.publish.views.agreement import AgreementWith

NAMED = 3
"""So many states are named at either end of the order."""

_MOST_NAMED = 5
"""Where more states than these share the end of the order, their number is said instead of their names."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a sentence is about: the state, the body, the years, the page of its evidence, the method.

    ``could`` roll calls were open to the state, from the first to the last of ``days``; ``narrowed`` says which.
    """

    head: StateHead
    body: Body
    years: tuple[int, int]
    page: str
    could: int
    days: tuple[date, date] | None
    method: Method
    narrowed: str


def of_state(asked: Asked, others: Sequence["AgreementWith"], never: Sequence[StateHead]) -> Iterator[Sentence]:
    """Yield who is nearest and farthest, and for how many states a share is given or not."""
    if not asked.could:
        yield _no_vote(asked)
        return
    shared = [one for one in others if one.agreement is not None]
    yield _ends(asked, shared) if shared else _no_share(asked)
    yield _compared(asked, others, len(shared), len(never))


def narrowed(selection: VoteSelection, situations: Sequence[str]) -> str:
    """Return what narrows the votes beside body and years, in words; empty where nothing does."""
    parts = []
    if selection.items:
        parts.append(say_n("agenda item {items}", "agenda items {items}", len(selection.items),
                           items=joined(selection.items)))  # fmt: skip
    if selection.kinds:
        parts.append(say("kind of text: {kinds}", kinds=joined(map(gettext, selection.kinds))))
    if situations:
        parts.append(say("situation: {situations}", situations=joined(situations)))
    if selection.named:
        parts.append(scope(selection.named))
    return "; ".join(parts)


def _no_vote(asked: Asked) -> Sentence:
    first, last = asked.years
    text = say(
        "From {first} to {last} {name} could take part in no recorded vote of the {body} in the record.",
        name=asked.head.running_name, body=gettext(BODIES[asked.body]), first=first, last=last,
    )  # fmt: skip
    return Sentence(f"{text}{_only(asked)}", 0, _scope(asked), asked.page)


def _only(asked: Asked) -> str:
    return f" ({asked.narrowed})" if asked.narrowed else ""


def _scope(asked: Asked) -> str:
    if asked.method is IDENTICAL:
        return say(
            "recorded votes on texts, amendments and motions; a pair's n are those in which both voted in favour,"
            " against or abstained; under {minimum} no share is given",
            minimum=MINIMUM,
        ) + _only(asked)
    return say(
        "recorded votes on texts, amendments and motions; {method}: {formula}; under {minimum} none is given",
        method=gettext(asked.method.label), formula=gettext(asked.method.formula), minimum=MINIMUM,
    ) + _only(asked)  # fmt: skip


def _other_states() -> str:
    return say("other states that were members of the United Nations in these years")


def _where(asked: Asked) -> str:
    first, last = asked.days or (date.min, date.min)
    text = say_n(
        "In the one recorded vote of the {body} open to {name} from {first} to {last}",
        "In the {number} recorded votes of the {body} open to {name} from {first} to {last}",
        asked.could, number=number(asked.could), body=gettext(BODIES[asked.body]), name=asked.head.running_name,
        first=day(first), last=day(last),
    )  # fmt: skip
    return f"{text}{_only(asked)}"


def _no_share(asked: Asked) -> Sentence:
    text = say(
        "{where} it shares {minimum} or more in which both took a position with no other state; no share is given.",
        where=_where(asked), minimum=MINIMUM,
    )  # fmt: skip
    return Sentence(text, asked.could, _scope(asked), asked.page)


_FEW = {
    True: message("{where} it took the same position as {each}."),
    False: message("{where} its agreement by {method} is with {each}."),
}
_BOTH_ENDS = {
    True: message("{where} it took the same position most often as {nearest}, and least often as {farthest}."),
    False: message("{where} its agreement by {method} is highest with {nearest}, and lowest with {farthest}."),
}


def _ends(asked: Asked, shared: Sequence["AgreementWith"]) -> Sentence:
    plain, given = asked.method is IDENTICAL, {"where": _where(asked), "method": gettext(asked.method.label)}
    write = _Lines(asked.method)
    if len(shared) <= 2 * NAMED:
        text = say(_FEW[plain], each=write.each(shared), **given)
    else:
        text = say(_BOTH_ENDS[plain], nearest=write.end(shared), farthest=write.end(shared[::-1]), **given)
    return Sentence(text, asked.could, _scope(asked), asked.page)


class _Lines:
    """States with their figures, as a method's figures are written."""

    def __init__(self, method: Method) -> None:
        self.method = method

    def figure(self, line: "AgreementWith") -> str:
        """Return a state's figure: a share in per cent, an index with two decimals."""
        return figure(self.method.scale, line.agreement or 0.0)

    def end(self, lines: Sequence["AgreementWith"]) -> str:
        """Return the states at one end, and all that are level with the last of them."""
        level = [one for one in lines[NAMED:] if one.agreement == lines[NAMED - 1].agreement]
        named = [*lines[:NAMED], *level]
        if len(named) <= _MOST_NAMED:
            return self.each(named)
        clear = [one for one in named if one.agreement != named[-1].agreement]
        tied = say("{n} states ({share} each)", n=len(named) - len(clear), share=self.figure(named[-1]))
        return joined([*map(self.one, clear), tied])

    def each(self, lines: Sequence["AgreementWith"]) -> str:
        """Return every state with its figure and n."""
        return joined(map(self.one, lines))

    def one(self, line: "AgreementWith") -> str:
        """Return a state with its figure and n."""
        given = {"name": line.state.running_name, "share": self.figure(line), "n": number(line.counted)}
        if self.method.scale is Scale.SHARE:
            return say("{name} ({share} of {n})", **given)
        return say("{name} ({share}, n = {n})", **given)


def figure(scale: Scale, value: float) -> str:
    """Return a method's figure in words: a share in per cent, an index with two decimals."""
    return percent(value) if scale is Scale.SHARE else decimal(value)


def _compared(asked: Asked, others: Sequence["AgreementWith"], shared: int, never: int) -> Sentence:
    few, total = len(others) - shared, len(others) + never
    if shared == total:
        text = say("A share is given with all {total} other states that were members of the United Nations in these"
                   " years.", total=total)  # fmt: skip
        return Sentence(text, total, _other_states(), asked.page)
    parts = [say_n("with one a share is given", "with {n} a share is given", shared)]
    if few:
        parts.append(
            say_n("with one there are fewer than {minimum} votes", "with {n} there are fewer than {minimum} votes",
                  few, minimum=MINIMUM)
        )  # fmt: skip
    if never:
        parts.append(say_n("one could vote in none of them", "{n} could vote in none of them", never))
    text = say(
        "Of the {total} other states that were members of the United Nations in these years, {parts}.",
        total=total, parts=joined(parts),
    )  # fmt: skip
    return Sentence(text, total, _other_states(), asked.page)


_OTHERWISE = {
    Changed.ABSENCE: message("If an absence counted as an abstention"),
    Changed.AMENDMENTS: message("If amendments were left out"),
    Changed.DOUBT: message("If positions in doubt were left out"),
}

_STAYS = {
    Effect.SAME: message("{changed}, none of {n} ranks would change."),
    Effect.MIDDLE: message(
        "{changed}, {moved} of {n} ranks would change, but not which states are nearest and farthest."
    ),
}


def otherwise(
    asked: Asked, variants: Sequence[Variant], names: Callable[[tuple[str, ...]], list[str]]
) -> Iterator[Sentence]:
    """Yield what becomes of the ranking where absences, amendments or doubt are treated otherwise."""
    for one in variants:
        if one.n > 1:
            yield Sentence(of_variant(one, names), one.n, ranked(asked), asked.page)


def ranked(asked: Asked) -> str:
    """Return the scope of a ranking."""
    return say("other states with a figure both ways, ranked by {method}", method=gettext(asked.method.label)) + _only(
        asked
    )


def of_variant(one: Variant, names: Callable[[tuple[str, ...]], list[str]]) -> str:
    """Return what becomes of the ranking in one other way of making it."""
    changed = gettext(_OTHERWISE[one.changed])
    if one.n < one.asked:
        changed = say("{changed} ({n} of {asked} states keep a figure)", changed=changed, n=one.n, asked=one.asked)
    if one.effect is not Effect.ENDS:
        moved = sum(move.asked != move.changed for move in one.moves)
        return say(_STAYS[one.effect], changed=changed, moved=moved, n=one.n)
    parts = [
        say(words, before=_names(ends[0], names), after=_names(ends[1], names))
        for words, ends in ((_NEAREST, one.nearest), (_FARTHEST, one.farthest))
        if ends[0] != ends[1]
    ]
    return say("{changed}, {parts}.", changed=changed, parts=joined(parts))


_NEAREST = message("the nearest would be {after} instead of {before}")
_FARTHEST = message("the farthest would be {after} instead of {before}")


def _names(states: tuple[str, ...], names: Callable[[tuple[str, ...]], list[str]]) -> str:
    if len(states) > _MOST_NAMED:
        return say("{n} states level with each other or nearer the end", n=len(states))
    return joined(names(states))


def not_known(body: Body, last: date) -> Iterator[str]:
    """Yield what the comparison leaves out or cannot say."""
    if body is Body.GA:
        yield say(
            "The General Assembly's recorded votes are in the record to {last}. Its absences are not: a vote in which"
            " one of the two has no position in the record is left out, whatever the reason.",
            last=day(last),
        )
    else:
        yield say(
            "The Council has 47 members: two states are compared only over the days on which both had a seat. Its"
            " recorded votes are in the record to {last}.",
            last=day(last),
        )
    yield gettext(
        "A text adopted without a vote has no positions to compare: a share speaks of what was put to a vote, not of"
        " all on which two states agree."
    )
    yield gettext("The same position is not the same reason, and on an amendment a yes may oppose the text it amends.")


def of_the_map() -> Iterator[str]:
    """Yield what the map's boundaries follow."""
    yield gettext(
        "The map's boundaries are those of Natural Earth; no opinion on them is meant. States too small to be seen are"
        " drawn as dots, some of them beside their place."
    )
    yield gettext(
        "In three places the map follows documents of the United Nations: Crimea is drawn with Ukraine (A/RES/68/262),"
        " the north of Cyprus with Cyprus (S/RES/541), Somaliland with Somalia (S/RES/2036)."
    )
