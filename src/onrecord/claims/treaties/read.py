"""Reads claims about treaties: who is party, who joined, signed or left, how many are, who was first."""

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.claims.clauses import clauses
from onrecord.claims.context import Context, Mood, Read
from onrecord.claims.mentions import Kind, Linked
from onrecord.claims.phrases import states_of
from onrecord.claims.treaties.hearing import Heard, hear
from onrecord.claims.treaties.typed import (
    Act,
    Deed,
    Event,
    Made,
    MoreTreaties,
    NotFollowed,
    Parties,
    Place,
    Standing,
    Status,
    Treaties,
)
from onrecord.claims.typed import Quantifier, States
from onrecord.vocabulary.periods import Period

_ABOUT = ("n.treaty", "treaty.protocol", "treaty.protocols", "treaty.the", "treaty.its", "treaty.noun")
_ACTS = {"join": Act.JOIN, "take": Act.JOIN, "sign": Act.SIGN, "leave": Act.LEAVE}
_EVENTS = {"made": Event.ADOPTED, "force": Event.IN_FORCE, "opened": Event.OPENED}
_STATUS = {
    "is": Status.PARTY,
    "join": Status.PARTY,
    "take": Status.PARTY,
    "sign": Status.SIGNATORY,
    "leave": Status.LEFT,
    "gone": Status.LEFT,
    "outside": Status.PARTY,
    "outstanding": Status.PARTY,
    "no_act": Status.SIGNATORY,
    "count": Status.PARTY,
    "counts_signed": Status.SIGNATORY,
}
_FOREIGN = ("n.recommendation", "n.pledge", "n.candidate", "n.seat")


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
        closing = next((k for k in range(i, len(linked)) if linked[k].text == ")"), i)
        places |= set(range(i - 1, closing + 1))
    return frozenset(places)


def _claims(one: Heard, context: Context, dated: Period | None) -> Iterator[Read]:
    if not one.real or not one.understood or any(one.clause.linked[i].tagged(*_FOREIGN) for i in one.clause.places):
        return
    if one.kind in _EVENTS and not (one.kind == "made" and _by_states(one)):
        yield from _event(one)
        return
    if one.others and one.who and one.who.states.states and one.kind in {"is", "join", "take", "sign", "outside"}:
        yield _read(one, NotFollowed(states=one.who.states.states, words=one.others))
    if one.kind in {"count", "counts_signed"}:
        yield from _counted(one)
    elif _places(one):
        yield from _placed(one, context)
    elif _compares(one):
        yield from _compared(one, context)
    elif one.who is not None and one.who.described:
        yield from _of_sets(one, dated)
    elif one.who is not None and one.who.states.states:
        yield from _of_states(one, dated)


def _by_states(one: Heard) -> bool:
    """Whether "adopted" is said of a state: "has adopted many of the key conventions"."""
    return one.who is not None and bool(one.who.states.states) and not one.passive and bool(one.parts)


def _read(one: Heard, claim, more: frozenset[int] = frozenset()) -> Read:
    filled = one.who.filled if one.who else ()
    used = frozenset(one.used) | more | _idle(one)
    return Read(claim, used, one.clause.first, one.clause.last, filled)


def _idle(one: Heard) -> frozenset[int]:
    """Words that were weighed: "still", "already", "also"; "signed … without ratifying"."""
    linked = one.clause.linked
    return frozenset(i for i in one.clause.places if linked[i].tagged("order.still", "order.already", "treaty.without", "include"))


def _event(one: Heard) -> Iterator[Read]:
    linked = one.clause.linked
    if len(one.named) != 1 or one.period is None or any(linked[i].kind is Kind.STATE for i in one.clause.places):
        return
    if not one.denied:
        yield _read(one, Made(treaty=one.named[0], event=_EVENTS[one.kind], when=one.period))


def _of_states(one: Heard, dated: Period | None) -> Iterator[Read]:
    states = one.who.states.states if one.who else ()
    for part, own in one.parts:
        period = own or (one.front if part.kind != "named" and one.front else one.period)
        for claim in _state_claims(one, states, part, period, dated):
            yield _read(one, claim)
    for part in one.contrast:
        yield _read(one, Standing(states=states, treaties=part, status=_status(one), denied=not one.denied))


def _state_claims(
    one: Heard, states: tuple[str, ...], part: Treaties, period: Period | None, dated: Period | None
) -> Iterator[Standing | Deed]:
    status = _status(one)
    if period is None:
        yield Standing(states=states, treaties=part, status=status, denied=one.denied, on=dated)
    elif one.kind in {"is", "outside", "outstanding", "gone", "no_act"} or one.ended or status is Status.SIGNED_ONLY or _noun_of_signing(one):
        yield from _standing_in(one, states, part, status, period)
    elif _is_state_of_things(one, part, period):
        yield Standing(states=states, treaties=part, status=status, denied=one.denied, on=period)
    else:
        yield Deed(states=states, treaties=part, act=_act(one), when=period, denied=one.denied)


def _noun_of_signing(one: Heard) -> bool:
    return one.kind == "sign" and "signator" in one.clause.verb.text.lower()


def _standing_in(one: Heard, states: tuple[str, ...], part: Treaties, status: Status, period: Period) -> Iterator[Standing | Deed]:
    """A state party "since 1998" joined then and is one still."""
    if period.last is not None or one.denied:
        yield Standing(states=states, treaties=part, status=status, denied=one.denied, on=period if period.last else None)
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
    return part.kind != "named" and part.n is None and part.quantifier in {Quantifier.ALL, Quantifier.MOST, Quantifier.MANY}


def _status(one: Heard) -> Status:
    linked = one.clause.linked
    if one.kind == "sign" and any(linked[i].tagged("treaty.without") for i in one.clause.places):
        return Status.SIGNED_ONLY
    return Status.LEFT if one.ended else _STATUS[one.kind]


def _act(one: Heard) -> Act:
    words = one.clause.verb.text.lower()
    if one.kind == "is":
        return Act.JOIN
    if one.kind != "join":
        return _ACTS[one.kind]
    if "ratif" in words or "party" in words:
        return Act.RATIFY if "ratif" in words else Act.JOIN
    if words.startswith("acce"):
        return Act.ACCEDE
    return Act.SUCCEED if words.startswith("succe") else Act.JOIN


def _of_sets(one: Heard, dated: Period | None) -> Iterator[Read]:
    who = one.who
    if who is None:
        return
    for part, own in one.parts:
        period = own or one.period or dated
        more = frozenset(i for i in who.used | set(one.clause.before) if one.clause.linked[i].tagged("order.more"))
        claim = Parties(
            who=who.states,
            treaties=part,
            status=_status(one),
            denied=one.denied,
            on=period if period is None or period.last is not None else None,
            few=who.few,
        )
        if period is None or period.last is not None:
            yield _read(one, claim, more if _signed_only(claim) else frozenset())


def _signed_only(claim: Parties) -> bool:
    return claim.status is Status.SIGNED_ONLY


def _counted(one: Heard) -> Iterator[Read]:
    """Read "the Convention has 175 parties"."""
    linked, clause = one.clause.linked, one.clause
    at = next((i for i in (clause.predicate - 1, clause.predicate - 2) if i >= clause.first and linked[i].kind is Kind.NUMBER), None)
    if at is None or len(one.named) != 1 or one.denied:
        return
    bound = _bound_before(linked, at)
    who = States(n=linked[at].value, quantifier=bound)
    claim = Parties(who=who, treaties=Treaties(codes=one.named), status=_status(one), on=one.period, parties=True)
    used = frozenset({at, *(i for i in (at - 1, at - 2) if i >= 0 and linked[i].tagged("bound", "q.only"))})
    yield _read(one, claim, used)


def _bound_before(linked: Linked, at: int) -> Quantifier | None:
    from onrecord.claims.phrases import BOUNDS

    return next((BOUNDS[b] for k in (at - 1, at - 2) if k >= 0 and (b := linked[k].under("bound"))), None)


def _places(one: Heard) -> list[int]:
    """Return the place of "first", "last" or an ordinal before "state to ratify"."""
    linked, clause = one.clause.linked, one.clause
    return [
        i
        for i in clause.before
        if i not in one.used
        and (linked[i].kind is Kind.ORDINAL or linked[i].tagged("order.first", "order.last"))
        and (any(linked[k].text.lower() == "to" for k in range(i + 1, clause.predicate)) or i + 1 == clause.predicate)
    ]


def _placed(one: Heard, context: Context) -> Iterator[Read]:
    linked, clause = one.clause.linked, one.clause
    at = _places(one)
    state, used = _one_state(one, context)
    if len(at) != 1 or state is None or len(one.named) != 1 or one.denied or one.kind not in {"join", "sign", "is"}:
        return
    m = linked[at[0]]
    place = -1 if m.tagged("order.last") else 1 if m.tagged("order.first") else m.value
    groups = [i for i in clause.places if linked[i].kind is Kind.GROUP]
    if not isinstance(place, int) or len(groups) > 1:
        return
    group = linked[groups[0]].value if groups else None
    claim = Place(state=state, treaty=one.named[0], act=_act(one), place=place, group=group)
    yield _read(one, claim, frozenset({at[0], *groups, *used}))
    if one.period is not None:
        yield _read(one, Deed(states=(state,), treaties=Treaties(codes=one.named), act=_act(one), when=one.period), used)


def _one_state(one: Heard, context: Context) -> tuple[str | None, frozenset[int]]:
    linked, clause = one.clause.linked, one.clause
    if one.who is not None and len(one.who.states.states) == 1 and not one.who.described:
        return one.who.states.states[0], one.who.used
    at = [i for i in clause.places if linked[i].kind is Kind.STATE]
    codes = states_of(linked[at[0]], context) if len(at) == 1 else ()
    return (codes[0], frozenset(at)) if codes else (None, frozenset())


def _compares(one: Heard) -> bool:
    linked = one.clause.linked
    return any(linked[i].tagged("order.than") or linked[i].text.lower() == "as many" for i in one.clause.after) or any(
        linked[i].tagged("bound") and linked[i].text.lower().endswith("than") and linked[i + 1].kind is Kind.STATE
        for i in one.clause.after
        if i + 1 < len(linked)
    )


def _compared(one: Heard, context: Context) -> Iterator[Read]:
    linked, clause = one.clause.linked, one.clause
    orders = [(i, o) for i in clause.after for o in ("more", "fewer") if linked[i].tagged(f"order.{o}")]
    than = [i for i in clause.after if linked[i].tagged("order.than")]
    others = [i for i in clause.after if linked[i].kind is Kind.STATE]
    sets = [i for i in clause.after if linked[i].tagged("n.treaty")]
    states = one.who.states.states if one.who else ()
    if len(orders) != 1 or len(than) != 1 or len(others) != 1 or len(sets) != 1 or len(states) != 1:
        return
    codes = states_of(linked[others[0]], context)
    if not codes or one.denied or one.kind not in {"is", "join"}:
        return
    treaties = Treaties(kind=linked[sets[0]].under("n.treaty") or "human")
    claim = MoreTreaties(state=states[0], other=codes[0], order=orders[0][1], treaties=treaties, on=one.period)
    yield _read(one, claim, frozenset({orders[0][0], than[0], others[0], sets[0]}))


def _presupposed(linked: Linked, context: Context) -> Iterator[Read]:
    """Read what "ratify the treaties still outstanding, in particular …" takes for granted: that they are not."""
    from onrecord.claims.treaties.objects import treaties_in
    from onrecord.claims.treaties.subjects import subject_before, subject_from_context

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
