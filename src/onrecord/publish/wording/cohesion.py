"""Sentences on the cohesion of a group: an index with its interval, its n, and how often its members split."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.claims.naming import capital
from onrecord.measures.agreement.methods import MINIMUM
from onrecord.measures.resampling import Bootstrap
from onrecord.publish.languages.quantities import decimal
from onrecord.publish.languages.words import gettext, message, say
from onrecord.publish.languages.writing import joined, number
from onrecord.publish.sentences import percent
from onrecord.publish.views.shared import Sentence
from onrecord.vocabulary.rollcalls import Body

if TYPE_CHECKING:
    from onrecord.publish.views.cohesion import IndexFigure
    from onrecord.publish.views.selected_votes import SelectedVotes


@dataclass(frozen=True, slots=True)
class Asked:
    """What a sentence is about: the group, the votes, the page of its evidence, how intervals were made."""

    name: str
    votes: "SelectedVotes"
    page: str
    could: int
    bootstrap: Bootstrap


def states(names: Sequence[str]) -> str:
    """Return the name of a group of states that were asked for one by one."""
    return joined(names)


_DRAWN = {
    "sessions": message("{level} interval, whole sessions drawn again"),
    "roll calls": message("{level} interval, roll calls drawn again"),
}


def of_group(asked: Asked, figures: Sequence["IndexFigure"]) -> Iterator[Sentence]:
    """Yield each index over the votes with its interval and n, or that there are too few of them."""
    for one in figures:
        yield Sentence(_index(asked, one), one.n, _scope(asked, one), asked.page)


def _scope(asked: Asked, one: "IndexFigure") -> str:
    return say(
        "{votes}; {index}: {formula}; mean over roll calls in which two or more members count; left out: {left_out}",
        votes=asked.votes.words, index=gettext(one.method.label), formula=gettext(one.method.formula),
        left_out=gettext(one.method.leaves_out),
    )  # fmt: skip


def _index(asked: Asked, one: "IndexFigure") -> str:
    given = {"name": asked.name, "index": capital(gettext(one.method.label)), "n": number(one.n), "minimum": MINIMUM}
    if one.value is None:
        return say("{index} of {name}: {n} roll calls, fewer than {minimum}; no figure is given.", **given)
    ends = _interval(asked, one)
    return say(
        "{index} of {name}: {value}{ends} over {n} roll calls with {members} members counted on the average; in"
        " {split} of them they were not all on one side.",
        value=decimal(one.value), ends=ends, members=decimal(one.members or 0.0), split=number(one.split), **given,
    )  # fmt: skip


def _interval(asked: Asked, one: "IndexFigure") -> str:
    if one.low is None or one.high is None:
        return ""
    how = say(_DRAWN[asked.bootstrap.drawn], level=percent(asked.bootstrap.level))
    return say(" ({how}: {low} to {high})", how=how, low=decimal(one.low), high=decimal(one.high))


def not_known(body: Body, not_covered: int) -> Iterator[str]:
    """Yield what the figures leave out or cannot say."""
    if not_covered:
        yield say(
            "{n} roll calls are from days for which the group's members are not in the record: they are left out.",
            n=number(not_covered),
        )
    if body is Body.HRC:
        yield gettext("Only members of the group that had a seat on the Council on the day are counted.")
    else:
        yield gettext("The Assembly's absences are not in the record: a member without a position is not counted.")
    yield gettext(
        "A text adopted without a vote is in no index: groups that settle their differences before the vote look less"
        " united than they are, or more."
    )
    yield gettext(
        "Small groups reach a high index by chance alone (Desposato 2005): compare groups of about the same size."
    )
