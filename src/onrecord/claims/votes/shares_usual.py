"""Reads what a state's usual position on a situation was in a year, and what it became."""

from collections.abc import Sequence

from onrecord.claims.clauses import resolved
from onrecord.claims.context import Context, Read
from onrecord.claims.mentions import Kind, Linked
from onrecord.claims.phrases import states_of, topic_of
from onrecord.claims.votes.shares_typed import Usual
from onrecord.vocabulary.positions import Position

_POSITIONS = {
    "yes": Position.YES,
    "no": Position.NO,
    "abstain": Position.ABSTAIN,
    "absent": Position.ABSENT,
}


def read_usual(linked: Linked, context: Context) -> list[Read]:
    """Return both sides of "Chad's usual position on X changed from absent in 2013 to against in 2014"."""
    turned = next(linked.where("share.turned"), None)
    on = _position_on(linked, turned) if turned is not None else None
    if turned is None or on is None:
        return []
    topic_at = next((i for i in range(on + 1, turned) if linked[i].kind in {Kind.STATE, Kind.SUBJECT}), None)
    state_at = next((i for i in range(on) if linked[i].kind is Kind.STATE), None)
    topic = topic_of(linked[topic_at], context) if topic_at is not None else None
    states = states_of(linked[state_at], context) if state_at is not None else ()
    if topic is None or topic.title or len(states) != 1:
        return []
    dates = [i for i in range(turned, len(linked)) if linked[i].kind is Kind.PERIOD]
    if len(dates) != 2:
        return []
    used = {turned, on, topic_at, state_at, *dates}
    claims = []
    for first, at, end in ((turned, dates[0], dates[1]), (dates[0], dates[1], len(linked))):
        period = resolved(linked[at], context)
        words = [i for i in range(first, at) if linked[i].under("v.vote") in _POSITIONS]
        count = _texts(linked, at, end)
        if period is None or not words:
            return []
        used |= {*words, *([count] if count is not None else [])}
        n = linked[count].value if count is not None else None
        positions = tuple(_POSITIONS[linked[i].under("v.vote") or "yes"] for i in words)
        claims.append(Usual(state=states[0], subject=topic.subject, period=period, positions=positions, n=n))
    # "North Korea (DPRK)" names its situation twice.
    named = linked[topic_at].value if topic_at is not None else None
    used |= {i for i in range(on + 1, turned) if named is not None and linked[i].value == named}
    places = frozenset(i for i in used if i is not None)
    return [Read(c, places, 0, len(linked) - 1) for c in claims]


def _position_on(linked: Linked, turned: int) -> int | None:
    """Return the place of "position on" before a change."""
    for i in range(turned):
        if linked[i].tagged("share.usual"):
            return i
        if linked[i].text.lower() in {"position", "vote", "stance"} and linked[i + 1].text.lower() == "on":
            return i + 1
    return None


def _texts(linked: Linked, at: int, end: int) -> int | None:
    """Return the place of the number of texts given in brackets behind a date."""
    behind: Sequence[int] = range(at + 1, min(at + 4, end))
    return next((i for i in behind if linked[i].kind is Kind.NUMBER and linked[i + 1].tagged("n.text")), None)
