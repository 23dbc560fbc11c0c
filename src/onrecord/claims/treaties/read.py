"""Reads claims about treaties: who is party, who joined, signed or left, how many are, who was first."""

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.claims.clauses import clauses
from onrecord.claims.context import Context, Mood, Read
from onrecord.claims.mentions import Kind, Linked
from onrecord.claims.phrases import next_to
from onrecord.claims.treaties.heard import Heard
from onrecord.claims.treaties.hearing import hear
from onrecord.claims.treaties.objects import treaties_in
from onrecord.claims.treaties.read_sets import (
    act_of,
    claim_read,
    compared,
    compares,
    counted,
    of_sets,
    placed,
    places_in,
    status_of,
)
from onrecord.claims.treaties.subjects import subject_before, subject_from_context
from onrecord.claims.treaties.typed import (
    Act,
    Deed,
    Event,
    Made,
    NotFollowed,
    Standing,
    Status,
    Treaties,
)
from onrecord.claims.typed import Quantifier
from onrecord.vocabulary.periods import Period

_ABOUT = ("n.treaty", "treaty.protocol", "treaty.protocols", "treaty.the", "treaty.its", "treaty.noun")
_EVENTS = {"made": Event.ADOPTED, "force": Event.IN_FORCE, "opened": Event.OPENED}
_FOREIGN = ("n.recommendation",)
_PROMISES = ("v.pledge.made", "n.pledge")
"""Words after which a treaty is promised, not joined: "committed itself to ratify"."""


def read(linked: Linked, context: Context) -> list[Read]:
    """Return the claims about treaties that a sentence makes."""
    if not _about_treaties(linked):
        return []
    if context.mood is Mood.APPEAL and any(linked.where("v.treaty.outstanding")):
        return list(_presupposed(linked, context))
    hidden = _hidden(linked)
    found = [c for c in clauses(linked, "v.treaty") if c.predicate not in hidden]
    heard = hear(found, context, hidden)
    said: list[Read] = []
    dated: Period | None = None
    for one in heard:
        said += _claims(one, context, dated)
        dated = dated or one.front
    return said


def _about_treaties(linked: Linked) -> bool:
    return any(m.kind in {Kind.TREATY, Kind.TREATY_BODY} or m.tagged(*_ABOUT) for m in linked.mentions)


def _hidden(linked: Linked) -> frozenset[int]:
    """Return the places of a bracket that says how many treaties the record follows."""
    places: set[int] = set()
    for i in linked.where("treaty.follows"):
        if linked[i - 1].text != "(":
            continue
        closing = next((k for k in range(i, len(linked)) if linked[k].text == ")"), i)
        places |= set(range(i - 1, closing + 1))
    return frozenset(places)


def _claims(one: Heard, context: Context, dated: Period | None) -> Iterator[Read]:
    if (
        not one.real
        or not one.understood
        or _promised(one)
        or any(one.clause.linked[i].tagged(*_FOREIGN) for i in one.clause.places)
    ):
        return
    if one.kind in _EVENTS and not (one.kind == "made" and _by_states(one)):
        yield from _event(one)
        return
    if one.others and one.who and one.who.states.states and one.kind in {"is", "join", "take", "sign", "outside"}:
        yield claim_read(one, NotFollowed(states=one.who.states.states, words=one.others))
    if one.kind in {"count", "counts_signed"}:
        yield from counted(one)
    elif places_in(one):
        yield from placed(one, context)
    elif compares(one):
        yield from compared(one, context)
    elif one.who is not None and one.who.described:
        yield from of_sets(one, dated)
    elif one.who is not None and one.who.states.states:
        yield from _of_states(one, dated)


def _promised(one: Heard) -> bool:
    """Whether joining is promised, not done: an infinitive, gerund or noun behind a word of promising."""
    linked, at = one.clause.linked, one.clause.predicate
    if linked[at].tagged("v.pledge.made"):
        # "committed itself to the Convention" joins it; "committed itself to ratify it" does not.
        following = next_to(linked, at, 1)
        return following is None or linked[following].kind is not Kind.TREATY
    helped = {linked[i].text.lower() for i in range(max(0, at - 3), at)} & {"has", "have", "had", "was", "were", "is"}
    first = linked[at].text.lower().split()[0]
    if helped or first.endswith("ed") or first in {"is", "are", "was", "were", "has", "have", "had"}:
        return False
    return any(linked[i].tagged(*_PROMISES) for i in range(at))


def _by_states(one: Heard) -> bool:
    """Whether "adopted" is said of a state: "has adopted many of the key conventions"."""
    return one.who is not None and bool(one.who.states.states) and not one.passive and bool(one.parts)


def _event(one: Heard) -> Iterator[Read]:
    linked = one.clause.linked
    if len(one.named) != 1 or one.period is None or any(linked[i].kind is Kind.STATE for i in one.clause.places):
        return
    if not one.denied:
        yield claim_read(one, Made(treaty=one.named[0], event=_EVENTS[one.kind], when=one.period))


def _of_states(one: Heard, dated: Period | None) -> Iterator[Read]:
    states = one.who.states.states if one.who else ()
    for part, own in one.parts:
        period = own or (one.front if one.front and (part.kind != "named" or one.period is None) else one.period)
        for claim in _state_claims(one, states, part, period, dated):
            yield claim_read(one, claim)
    for part in one.contrast:
        yield claim_read(one, Standing(states=states, treaties=part, status=status_of(one), denied=not one.denied))


def _state_claims(
    one: Heard, states: tuple[str, ...], part: Treaties, period: Period | None, dated: Period | None
) -> Iterator[Standing | Deed]:
    status = status_of(one)
    if period is None:
        yield Standing(states=states, treaties=part, status=status, denied=one.denied, on=dated)
    elif (
        one.kind in {"is", "outside", "outstanding", "gone", "no_act"}
        or one.ended
        or status is Status.SIGNED_ONLY
        or _noun_of_signing(one)
    ):
        yield from _standing_in(one, states, part, status, period)
    elif _is_state_of_things(one, part, period):
        yield Standing(states=states, treaties=part, status=status, denied=one.denied, on=period)
    else:
        term = period in {one.front, one.period} and _of_a_term(one)
        yield Deed(states=states, treaties=part, act=act_of(one), when=period, denied=one.denied, term=term)


def _of_a_term(one: Heard) -> bool:
    """Whether the years named are those of a term: "during its 2013-2015 term"."""
    linked = one.clause.linked
    return any(
        linked[i].kind is Kind.PERIOD
        and any(linked[k].text.lower().startswith("term") for k in range(i + 1, min(i + 3, len(linked))))
        for i in one.clause.places
    )


def _noun_of_signing(one: Heard) -> bool:
    return one.kind == "sign" and "signator" in one.clause.verb.text.lower()


def _standing_in(
    one: Heard, states: tuple[str, ...], part: Treaties, status: Status, period: Period
) -> Iterator[Standing | Deed]:
    """A state party "since 1998" joined then and is one still."""
    if period.last is not None or one.denied:
        yield Standing(
            states=states, treaties=part, status=status, denied=one.denied, on=period if period.last else None
        )
        return
    began = _beginning(one)
    if began is not None:
        act = Act.SIGN if status is Status.SIGNATORY else Act.JOIN
        yield Deed(states=states, treaties=part, act=act, when=began)
        yield Standing(states=states, treaties=part, status=status)


_YEAR = re.compile(r"\b(\d{4})\b")
_MONTHS = r"January|February|March|April|May|June|July|August|September|October|November|December"


def _beginning(one: Heard) -> Period | None:
    """Return the day, month or year that "since" names."""
    linked = one.clause.linked
    for i in one.clause.places:
        if linked[i].kind is not Kind.PERIOD or not isinstance(linked[i].value.when, Period):
            continue
        first = linked[i].value.when.first
        if first is None or linked[i].value.lead not in {"since", "from"}:
            continue
        words = linked[i].text
        if re.search(rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?(?:{_MONTHS})|(?:{_MONTHS})\s\d{{1,2}}\b", words):
            return Period.day_of(first)
        if re.search(_MONTHS, words):
            return Period.month_of(first.year, first.month)
        return Period.year_of(first.year) if _YEAR.search(words) else None
    return None


def _is_state_of_things(one: Heard, part: Treaties, period: Period) -> bool:
    """Whether a verb of acting tells how things stood: "by 2012 it had ratified", "in 2012 it had not ratified"."""
    if one.denied:
        did = any(one.clause.linked[i].text.lower() in {"did", "didn't"} for i in one.clause.before)
        return not did and period.last is not None
    if period.first is None:
        return True
    return (
        part.kind != "named"
        and part.n is None
        and part.quantifier in {Quantifier.ALL, Quantifier.MOST, Quantifier.MANY}
    )


def _presupposed(linked: Linked, context: Context) -> Iterator[Read]:
    """Read what "ratify the treaties still outstanding, in particular …" takes for granted: that they are not."""
    at = next(iter(linked.where("v.treaty.outstanding")))
    before = [i for i in range(at) if linked[i].kind is Kind.STATE]
    who = subject_before(linked, before, context) if before else subject_from_context(context)
    objects = treaties_in(linked, range(len(linked)))
    named = [p for p in objects.parts if p.kind == "named" and p.quantifier is Quantifier.ALL]
    if who is None or not who.states.states or not named:
        return
    used = frozenset({at, *objects.used, *who.used, *linked.where("negation", "order.never", "include", "v.treaty")})
    for part in named:
        for code in part.codes:
            claim = Standing(states=who.states.states, treaties=replace(part, codes=(code,)), denied=True)
            yield Read(claim, used, 0, len(linked) - 1, who.filled)
