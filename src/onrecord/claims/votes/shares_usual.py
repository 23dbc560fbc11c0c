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
    if any(linked.where("negation")):
        return []
    return _changed(linked, context, turned) if turned is not None else _in_one_year(linked, context)


def _changed(linked: Linked, context: Context, turned: int) -> list[Read]:
    on = _position_on(linked, turned)
    named = _named(linked, context, on, turned) if on is not None else None
    if named is None or on is None:
        return []
    state, subject, places = named
    dates = [i for i in range(turned, len(linked)) if linked[i].kind is Kind.PERIOD]
    if len(dates) != 2:
        return []
    used = {turned, on, *dates, *places}
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
        claims.append(Usual(state=state, subject=subject, period=period, positions=positions, n=n))
    return [Read(c, frozenset(used), 0, len(linked) - 1) for c in claims]


def _in_one_year(linked: Linked, context: Context) -> list[Read]:
    """Read "Chad's usual position on Iran in 2014 was against (1 text)"."""
    on = next(linked.where("share.usual"), None)
    # "Was against" is one phrase of the lexicon.
    said = [i for i, m in enumerate(linked.mentions) if m.text.split()[0] == "was"]
    was = next((i for i in said if on is not None and i > on), None)
    dates = list(linked.of_kind(Kind.PERIOD))
    named = _named(linked, context, on, was) if on is not None and was is not None and len(dates) == 1 else None
    period = resolved(linked[dates[0]], context) if dates else None
    if named is None or was is None or on is None or period is None:
        return []
    state, subject, used = named
    words = [i for i in range(was, len(linked)) if linked[i].under("v.vote") in _POSITIONS]
    count = next((i for i in range(was, len(linked) - 1) if _counts_texts(linked, i)), None)
    positions = tuple(_POSITIONS[linked[i].under("v.vote") or "yes"] for i in words)
    if not positions:
        return []
    n = linked[count].value if count is not None else None
    claim = Usual(state=state, subject=subject, period=period, positions=positions, n=n)
    places = used | {on, was, dates[0], *words} | ({count} if count is not None else set())
    return [Read(claim, frozenset(places), 0, len(linked) - 1)]


def _named(linked: Linked, context: Context, on: int, end: int) -> tuple[str, str, set[int]] | None:
    """Return the state before "position on" and the situation behind it, with their places."""
    topic_at = next((i for i in range(on + 1, end) if linked[i].kind in {Kind.STATE, Kind.SUBJECT}), None)
    state_at = next((i for i in range(on) if linked[i].kind is Kind.STATE), None)
    topic = topic_of(linked[topic_at], context) if topic_at is not None else None
    states = states_of(linked[state_at], context) if state_at is not None else ()
    if topic is None or topic.title or len(states) != 1 or topic_at is None or state_at is None:
        return None
    # "North Korea (DPRK)" names its situation twice.
    again = {i for i in range(on + 1, end) if linked[i].value == linked[topic_at].value}
    return states[0], topic.subject, {state_at, *again}


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
    return next((i for i in behind if _counts_texts(linked, i)), None)


def _counts_texts(linked: Linked, i: int) -> bool:
    return linked[i].kind is Kind.NUMBER and linked[i + 1].tagged("n.text")
