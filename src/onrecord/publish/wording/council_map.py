"""Sentences on the Council's map of a year: no more than the intervals permit, and what other choices change."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from onrecord.claims.naming import capital
from onrecord.measures.absence import Absence
from onrecord.measures.ideal_points.overlap import Place
from onrecord.publish.languages.words import english, gettext, say, say_n
from onrecord.publish.languages.writing import joined, number
from onrecord.publish.sentences import percent
from onrecord.publish.views.shared import Sentence, StateHead

if TYPE_CHECKING:
    from onrecord.publish.views.council_map import Changed, Choices, CouncilMap, MemberPoint

_MOST_NAMED = 5
"""Where more states than these share an end of the line, their number is said instead of their names."""

_SIDE_NAMED = 3
"""So many of the states that say which end is which are named in a sentence."""


def of_member(head: StateHead, place: Place) -> str:
    """Return what a member's interval permits to be said of its place: never a rank."""
    return say(
        "{name}: its interval overlaps those of {overlaps} of {others} members. Wholly above it: {above}; wholly below:"
        " {below}.",
        name=capital(head.running_name), overlaps=_none(place.overlaps), others=place.others, above=_none(place.above),
        below=_none(place.below),
    )  # fmt: skip


def _none(count: int) -> str:
    return str(count) if count else gettext("none")


def of_year(view: "CouncilMap") -> Iterator[Sentence]:
    """Yield what the map of a year shows, then what each other choice makes of it."""
    yield Sentence(_ends(view), view.votes.n, scope(view), view.page)
    yield Sentence(_apart(view), view.pairs, gettext("pairs of members with a point"), view.page)
    for one in view.changes:
        yield Sentence(one.text, one.members, gettext("members with a point in both maps"), view.page)


def scope(view: "CouncilMap") -> str:
    """Return what a map counts: which votes, how they are coded, and what is known beforehand."""
    said = [view.votes.words, gettext(view.choices.absence)]
    if view.choices.informed:
        said.append(say("with the votes of the General Assembly of {year} known beforehand", year=view.year))
    said.append(say("intervals of {level}", level=percent(view.level)))
    return "; ".join(said)


def _ends(view: "CouncilMap") -> str:
    upper = [one for one in view.members if not one.above]
    lower = [one for one in view.members if not one.below]
    return say(
        "On the {n} recorded votes of the Human Rights Council in {year}, {upper} may stand farthest on the side of"
        " {upper_side}, and {lower} farthest on the side of {lower_side}: no interval lies wholly beyond theirs.",
        n=number(view.votes.n), year=view.year, upper=_any_of(upper, view), lower=_any_of(lower, view),
        upper_side=_side(view.upper), lower_side=_side(view.lower),
    )  # fmt: skip


def _any_of(members: Sequence["MemberPoint"], view: "CouncilMap") -> str:
    if len(members) > _MOST_NAMED:
        return say("any of {n} of the {members} members", n=len(members), members=len(view.members))
    names = joined(one.state.running_name for one in members)
    return say_n("only {names}", "any of {names}", len(members), names=names)


def _side(heads: Sequence[StateHead]) -> str:
    """Return the first of the states that say which end is which; the page names them all."""
    return joined(head.running_name for head in heads[:_SIDE_NAMED])


def _apart(view: "CouncilMap") -> str:
    return say(
        "Of the {pairs} pairs of members {apart} have intervals that do not meet; for the other {rest} this map gives"
        " no order.",
        pairs=number(view.pairs), apart=number(view.apart), rest=number(view.pairs - view.apart),
    )  # fmt: skip


def of_change(change: "Changed", now: "Choices") -> str:
    """Return what another choice makes of the order by point, and whether it turns round any who are apart."""
    return f"{_order(_otherwise(change, now), change)} {_turned(change)}" if change.moved else _same(change, now)


def _otherwise(change: "Changed", now: "Choices") -> str:
    other = change.choices
    if other.amendments != now.amendments:
        if now.amendments:
            return say_n("With amendments left out (one vote remains)", "With amendments left out ({n} votes remain)",
                         change.n)  # fmt: skip
        return say_n("With amendments counted too (one vote)", "With amendments counted too ({n} votes)", change.n)
    if other.absence is not now.absence:
        counted = other.absence is Absence.ABSTENTION
        return gettext("With absences counted as abstentions") if counted else gettext("With absences left out")
    if other.informed:
        return gettext("With the votes of the General Assembly of the year known beforehand")
    return gettext("By the votes of the Council alone")


def _same(change: "Changed", now: "Choices") -> str:
    return say("{otherwise}, the order by point is the same.", otherwise=_otherwise(change, now))


def _order(otherwise: str, change: "Changed") -> str:
    names = [head.running_name for head in change.farthest]
    if len(names) > _MOST_NAMED:
        return say(
            "{otherwise}, the order by point changes for {moved} of {members} members, by {places} places at most.",
            otherwise=otherwise, moved=change.moved, members=change.members, places=change.places,
        )  # fmt: skip
    return say_n(
        "{otherwise}, the order by point changes for {moved} of {members} members, most for {names}: by one place.",
        "{otherwise}, the order by point changes for {moved} of {members} members, most for {names}: by {n} places.",
        change.places, otherwise=otherwise, moved=change.moved, members=change.members, names=joined(names),
    )  # fmt: skip


def _turned(change: "Changed") -> str:
    pairs = change.turned_apart
    if not pairs:
        return gettext("No two members whose intervals are apart change places.")
    if len(pairs) > _MOST_NAMED:
        return say("{n} pairs of members change places although their intervals are apart in one of the two maps.",
                   n=len(pairs))  # fmt: skip
    named = "; ".join(joined(head.running_name for head in pair) for pair in pairs)
    return say("These change places by more than their intervals in one of the two maps: {pairs}.", pairs=named)


def not_known(choices: "Choices", notes: Sequence[str]) -> Iterator[str]:
    """Yield what the map leaves out or cannot say."""
    yield gettext(
        "Where intervals meet, no order is known. Where they do not, the order rests on the model: one line, and votes"
        " that differ only by where states stand on it."
    )
    yield gettext(
        "The line is drawn through what was put to a vote in this year. The points of two years are not on one scale,"
        " and a higher point is not better."
    )
    if choices.absence is Absence.ABSTENTION:
        yield gettext("An absence has no reason in the record. Counting it as an abstention is a choice of this page.")
    if choices.amendments:
        yield gettext(
            "On an amendment a yes may oppose the text it amends; the model finds each vote’s direction itself."
        )
    yield from map(english, notes)
