"""Sentences on one state beside all others: with whom it took the same position most and least often, with every n."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from onrecord.measures.agreement import MINIMUM
from onrecord.publish.languages.words import gettext, message, say, say_n
from onrecord.publish.languages.writing import day, joined, number
from onrecord.publish.sentences import percent
from onrecord.publish.views.shared import Sentence, StateHead
from onrecord.record.query_agreement import CountsWith
from onrecord.vocabulary.rollcalls import Body

if TYPE_CHECKING:
    from onrecord.publish.views.agreement import AgreementWith

NAMED = 3
"""So many states are named at either end of the order."""

_MOST_NAMED = 5
"""Where more states than these share the end of the order, their number is said instead of their names."""

_BODIES = {Body.GA: message("General Assembly"), Body.HRC: message("Human Rights Council")}


@dataclass(frozen=True, slots=True)
class Asked:
    """What a sentence is about: the state, the body, the years, and the page of its evidence."""

    head: StateHead
    body: Body
    first_year: int
    last_year: int
    page: str


def of_state(
    asked: Asked, own: CountsWith | None, others: Sequence["AgreementWith"], never: Sequence[StateHead]
) -> Iterator[Sentence]:
    """Yield who is nearest and farthest, and for how many states a share is given or not."""
    if own is None:
        yield _no_vote(asked)
        return
    shared = [one for one in others if one.identical_share is not None]
    yield _ends(asked, own, shared) if shared else _no_share(asked, own)
    yield _compared(asked, others, len(shared), len(never))


def _no_vote(asked: Asked) -> Sentence:
    text = say(
        "From {first} to {last} {name} could take part in no recorded vote of the {body} in the record.",
        name=asked.head.running_name, body=gettext(_BODIES[asked.body]), first=asked.first_year, last=asked.last_year,
    )  # fmt: skip
    return Sentence(text, 0, _scope(), asked.page)


def _scope() -> str:
    return say(
        "recorded votes on texts, amendments and motions; a pair's n are those in which both voted in favour, against"
        " or abstained; under {minimum} no share is given",
        minimum=MINIMUM,
    )


def _other_states() -> str:
    return say("other states that were members of the United Nations in these years")


def _where(asked: Asked, own: CountsWith) -> str:
    return say_n(
        "In the one recorded vote of the {body} open to {name} from {first} to {last}",
        "In the {number} recorded votes of the {body} open to {name} from {first} to {last}",
        own.could, number=number(own.could), body=gettext(_BODIES[asked.body]), name=asked.head.running_name,
        first=day(own.first), last=day(own.last),
    )  # fmt: skip


def _no_share(asked: Asked, own: CountsWith) -> Sentence:
    text = say(
        "{where} it shares {minimum} or more in which both took a position with no other state; no share is given.",
        where=_where(asked, own), minimum=MINIMUM,
    )  # fmt: skip
    return Sentence(text, own.could, _scope(), asked.page)


def _ends(asked: Asked, own: CountsWith, shared: Sequence["AgreementWith"]) -> Sentence:
    if len(shared) <= 2 * NAMED:
        text = say("{where} it took the same position as {each}.", where=_where(asked, own), each=_each(shared))
        return Sentence(text, own.could, _scope(), asked.page)
    text = say(
        "{where} it took the same position most often as {nearest}, and least often as {farthest}.",
        where=_where(asked, own), nearest=_end(shared), farthest=_end(shared[::-1]),
    )  # fmt: skip
    return Sentence(text, own.could, _scope(), asked.page)


def _end(lines: Sequence["AgreementWith"]) -> str:
    """Return the states at one end, and all that are level with the last of them."""
    level = [one for one in lines[NAMED:] if one.identical_share == lines[NAMED - 1].identical_share]
    named = [*lines[:NAMED], *level]
    if len(named) <= _MOST_NAMED:
        return _each(named)
    clear = [one for one in named if one.identical_share != named[-1].identical_share]
    rest = len(named) - len(clear)
    tied = say("{n} states ({share} each)", n=rest, share=percent(named[-1].identical_share or 0.0))
    return joined([*map(_one, clear), tied])


def _each(lines: Sequence["AgreementWith"]) -> str:
    return joined(map(_one, lines))


def _one(line: "AgreementWith") -> str:
    share = percent(line.identical_share or 0.0)
    return say("{name} ({share} of {n})", name=line.state.running_name, share=share, n=number(line.n))


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
    yield gettext(
        "The map's boundaries are those of Natural Earth; no opinion on them is meant. States too small to be seen are"
        " drawn as dots, some of them beside their place."
    )
    yield gettext(
        "In three places the map follows documents of the United Nations: Crimea is drawn with Ukraine (A/RES/68/262),"
        " the north of Cyprus with Cyprus (S/RES/541), Somaliland with Somalia (S/RES/2036)."
    )
