"""Reads the sentences in which the record's own pages give the numbers of reviews."""

import re
from collections.abc import Iterator

from onrecord.claims.clauses import resolved
from onrecord.claims.context import Context, Read
from onrecord.claims.mentions import Kind, Linked
from onrecord.claims.phrases import states_of
from onrecord.claims.typed import Claim, Quantifier
from onrecord.claims.upr.typed import NumberReceived, Partners, Recommended, Response, Reviewed, Which
from onrecord.vocabulary.periods import Period

_REVIEW = re.compile(
    r"At its review .*?cycle (?P<cycle>\d)(?:, session (?P<session>\d+) of the UPR working group)?\), "
)
_ITEMS = re.compile(r"(?P<n>\d+) recommendations as numbered items")
_ROWS = re.compile(
    r"(?P<n>\d+)(?: recommendations?)? by UPR Info's count of one row for each recommending state and action"
    r" \((?P<accepted>\d+|none) accepted, (?P<noted>\d+|none) noted"
)
_OTHER = re.compile(
    r"(?P<n>\d+) recommendations(?:, of which (?P<accepted>\d+) supported and (?P<noted>\d+) noted)?, in a count"
)
_LISTED = re.compile(
    r"For sessions? [\d to]+ \(.*?\), UPR Info lists (?P<n>\d+) rows of recommendations to .+?,"
    r" from (?P<of>\d+) known states?; the most came from .+? \((?P<most>\d+)(?: each)?\)\."
)
_MADE = re.compile(
    r"In sessions? [\d to]+ \(.*?\), .+? made (?P<n>\d+) recommendations to (?P<to>\d+) states? under review,"
    r" counted in UPR Info's rows: (?P<accepted>\d+|none) accepted, (?P<noted>\d+|none) noted\."
)


def read_pages(linked: Linked, context: Context) -> list[Read]:
    """Return the claims of a sentence of the record's own pages; none for other sentences."""
    text = linked.text.strip()
    for pattern, claims in ((_REVIEW, _review), (_LISTED, _listed), (_MADE, _made)):
        match = pattern.match(text)
        if match:
            everything = frozenset(range(len(linked)))
            return [Read(c, everything, 0, len(linked) - 1) for c in claims(linked, match, context)]
    return []


def _states(linked: Linked, context: Context) -> list[str]:
    return [c for i in linked.of_kind(Kind.STATE) for c in states_of(linked[i], context)]


def _day(linked: Linked, context: Context, before: int) -> Period | None:
    at = next((i for i in linked.of_kind(Kind.PERIOD) if linked[i].start < before), None)
    return resolved(linked[at], context) if at is not None else None


def _number(word: str | None) -> int | None:
    return None if word is None else 0 if word == "none" else int(word)


def _review(linked: Linked, match: re.Match[str], context: Context) -> Iterator[Claim]:
    states = _states(linked, context)
    if not states:
        return
    state, cycle, session = states[0], int(match["cycle"]), _number(match["session"])
    which = Which(cycle=cycle)
    held = _day(linked, context, match.end())
    if held or session:
        yield Reviewed(state=state, cycle=cycle, session=session, period=held)
    for pattern in (_ITEMS, _ROWS, _OTHER):
        found = pattern.search(linked.text)
        if found is None:
            continue
        yield NumberReceived(state=state, which=which, n=int(found["n"]))
        for name, response in (("accepted", Response.ACCEPTED), ("noted", Response.NOTED)):
            n = _number(found.groupdict().get(name))
            if n is not None:
                yield NumberReceived(state=state, which=which, n=n, response=response)


def _span(linked: Linked, context: Context) -> Which:
    """Return the days of the sessions that the sentence gives in brackets."""
    dates = [p for i in linked.of_kind(Kind.PERIOD) if (p := resolved(linked[i], context))]
    firsts, lasts = [p.first for p in dates if p.first], [p.last for p in dates if p.last]
    return Which(period=Period(min(firsts, default=None), max(lasts, default=None)))


def _listed(linked: Linked, match: re.Match[str], context: Context) -> Iterator[Claim]:
    states, which = _states(linked, context), _span(linked, context)
    if len(states) > 1:
        yield Recommended(to=tuple(states[:1]), which=which, quantifier=Quantifier.EXACTLY, n=int(match["n"]))
        yield Partners(
            state=states[0], made=False, which=which, n=int(match["of"]), top=tuple(states[1:]), most=int(match["most"])
        )


def _made(linked: Linked, match: re.Match[str], context: Context) -> Iterator[Claim]:
    states, which = _states(linked, context), _span(linked, context)
    if len(states) != 1:
        return
    by = tuple(states)
    yield Recommended(by=by, which=which, quantifier=Quantifier.EXACTLY, n=int(match["n"]))
    for name, response in (("accepted", Response.ACCEPTED), ("noted", Response.NOTED)):
        n = _number(match[name]) or 0
        yield Recommended(by=by, which=which, response=response, quantifier=Quantifier.EXACTLY, n=n)
    yield Partners(state=states[0], made=True, which=which, n=int(match["to"]))
