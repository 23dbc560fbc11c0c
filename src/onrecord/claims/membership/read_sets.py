"""Reads who all were members, or how many: of the Council or of one regional group on it."""

from collections.abc import Iterator

from onrecord.claims.elections.hearing import Hearing
from onrecord.claims.elections.slots import Figure
from onrecord.claims.membership.typed import Members
from onrecord.claims.typed import Claim
from onrecord.vocabulary.periods import Period


def sets(one: Hearing, kind: str) -> Iterator[Claim]:
    """Yield the claims on the set of members that a stretch makes; members who voted or asked are others' matter."""
    if any(one.linked.where(*_ACTING)):
        return
    if kind == "consist":
        yield from _consist(one)
        return
    figure = next((f for f in one.figures if f.of == "states" and f.whole is None and _members(one, f)), None)
    if figure is None or figure.n == 1:
        return
    one.used |= figure.places
    period = _period(one)
    group = figure.group or one.race.group
    of_them = one.subjects() if _among(one, figure) else ()
    yield Members(group=group, period=period, states=of_them, n=figure.n, leaving=_leaving(one))


_ACTING = ("v.vote", "n.session.special", "n.statement", "n.sponsor")


def _leaving(one: Hearing) -> bool:
    """Return whether only those whose term ends are meant: "the outgoing members"."""
    return one.mark("v.member.leave")


def _among(one: Hearing, figure: Figure) -> bool:
    first = min(figure.places)
    return any(one.linked[k].tagged("include.one_of", "term.one_of") for k in range(max(0, first - 2), first))


def _members(one: Hearing, figure: Figure) -> bool:
    """Whether a number is of members of the Council, not of the United Nations."""
    noun = any(one.linked[i].tagged("n.member.member") for i in figure.places)
    council = any(m.tagged("body.council") or "council" in m.text.lower() for m in one.linked.mentions)
    return noun and (council or (figure.group is not None and figure.n <= _MOST_OF_A_GROUP))


_MOST_OF_A_GROUP = 13


def _period(one: Hearing) -> Period | None:
    return one.take_period(one.periods[0]) if len(one.periods) == 1 else None


def _consist(one: Hearing) -> Iterator[Claim]:
    verb = one.linked[one.stretch.at].text.lower()
    whole = not verb.startswith("inclu")
    before = tuple(one.subject.values())
    states = before if before and not one.stretch.inherited else one.objects()
    figure = next((f for f in one.figures if f.of == "states" and f.whole is None), None)
    elected = not whole and any(one.linked.where("v.elect"))
    # "elected 15 countries, including India" lists those elected, who may not sit yet.
    if one.denied() or elected or (not states and figure is None):
        return
    one.used |= {i for i in one.subject if i in one.stretch.places} if states == before else set()
    if figure:
        one.used |= figure.places
    yield Members(
        group=one.race.group,
        period=_period(one),
        states=states,
        whole=whole and len(states) > 1,
        n=figure.n if figure else None,
        leaving=_leaving(one),
    )
