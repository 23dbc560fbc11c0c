"""Reads claims about treaties that count or compare states: how many are party, who was first, who joined more."""

from collections.abc import Iterator

from onrecord.claims.context import Context, Read
from onrecord.claims.mentions import Kind, Linked
from onrecord.claims.phrases import BOUNDS, states_of
from onrecord.claims.treaties.heard import Heard
from onrecord.claims.treaties.typed import (
    Act,
    Deed,
    MoreTreaties,
    Parties,
    Place,
    Status,
    Treaties,
)
from onrecord.claims.typed import Claim, Quantifier, States
from onrecord.vocabulary.periods import Period

_ACTS = {"join": Act.JOIN, "take": Act.JOIN, "made": Act.JOIN, "sign": Act.SIGN, "leave": Act.LEAVE}
_STATUS = {
    "is": Status.PARTY,
    "join": Status.PARTY,
    "take": Status.PARTY,
    "made": Status.PARTY,
    "sign": Status.SIGNATORY,
    "leave": Status.LEFT,
    "gone": Status.LEFT,
    "outside": Status.PARTY,
    "outstanding": Status.PARTY,
    "no_act": Status.SIGNATORY,
    "count": Status.PARTY,
    "counts_signed": Status.SIGNATORY,
}


def claim_read(one: Heard, claim: Claim, more: frozenset[int] = frozenset()) -> Read:
    """Return a claim of a clause with all that it used."""
    filled = one.who.filled if one.who else ()
    used = frozenset(one.used) | more | _idle(one)
    return Read(claim, used, one.clause.first, one.clause.last, filled)


def _idle(one: Heard) -> frozenset[int]:
    """Words that were weighed: "still", "already", "also"; "signed … without ratifying"."""
    linked = one.clause.linked
    return frozenset(
        i for i in one.clause.places if linked[i].tagged("order.still", "order.already", "treaty.without", "include")
    )


def status_of(one: Heard) -> Status:
    """Return where the clause says a state stands."""
    linked = one.clause.linked
    if one.kind == "sign" and any(linked[i].tagged("treaty.without") for i in one.clause.places):
        return Status.SIGNED_ONLY
    return Status.LEFT if one.ended else _STATUS[one.kind]


def act_of(one: Heard) -> Act:
    """Return what the clause says a state did."""
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


def of_sets(one: Heard, dated: Period | None) -> Iterator[Read]:
    """Yield the claims on a described set of states: how many of them, which."""
    who = one.who
    if who is None:
        return
    for part, own in one.parts:
        period = own or one.period or dated
        more = frozenset(i for i in who.used | set(one.clause.before) if one.clause.linked[i].tagged("order.more"))
        claim = Parties(
            who=who.states,
            treaties=part,
            status=status_of(one),
            denied=one.denied,
            on=period if period is None or period.last is not None else None,
            few=who.few,
        )
        if period is None or period.last is not None:
            yield claim_read(one, claim, more if _signed_only(claim) else frozenset())


def _signed_only(claim: Parties) -> bool:
    return claim.status is Status.SIGNED_ONLY


def counted(one: Heard) -> Iterator[Read]:
    """Read "the Convention has 175 parties"."""
    linked, clause = one.clause.linked, one.clause
    at = next(
        (
            i
            for i in (clause.predicate - 1, clause.predicate - 2)
            if i >= clause.first and linked[i].kind is Kind.NUMBER
        ),
        None,
    )
    if at is None or len(one.named) != 1 or one.denied:
        return
    bound = _bound_before(linked, at)
    who = States(n=linked[at].value, quantifier=bound)
    claim = Parties(who=who, treaties=Treaties(codes=one.named), status=status_of(one), on=one.period, parties=True)
    used = frozenset({at, *(i for i in (at - 1, at - 2) if i >= 0 and linked[i].tagged("bound", "q.only"))})
    yield claim_read(one, claim, used)


def _bound_before(linked: Linked, at: int) -> Quantifier | None:
    return next((BOUNDS[b] for k in (at - 1, at - 2) if k >= 0 and (b := linked[k].under("bound"))), None)


def places_in(one: Heard) -> list[int]:
    """Return the place of "first", "last" or an ordinal before "state to ratify"."""
    linked, clause = one.clause.linked, one.clause
    return [
        i
        for i in clause.before
        if i not in one.used
        and (linked[i].kind is Kind.ORDINAL or linked[i].tagged("order.first", "order.last"))
        and (any(linked[k].text.lower() == "to" for k in range(i + 1, clause.predicate)) or i + 1 == clause.predicate)
    ]


def placed(one: Heard, context: Context) -> Iterator[Read]:
    """Yield the claim that a state was the first, the last or the so-manieth to join."""
    linked, clause = one.clause.linked, one.clause
    at = places_in(one)
    state, used = _one_state(one, context)
    if len(at) != 1 or state is None or len(one.named) != 1 or one.denied or one.kind not in {"join", "sign", "is"}:
        return
    m = linked[at[0]]
    place = -1 if m.tagged("order.last") else 1 if m.tagged("order.first") else m.value
    groups = [i for i in clause.places if linked[i].kind is Kind.GROUP]
    if not isinstance(place, int) or len(groups) > 1:
        return
    group = linked[groups[0]].value if groups else None
    claim = Place(state=state, treaty=one.named[0], act=act_of(one), place=place, group=group)
    yield claim_read(one, claim, frozenset({at[0], *groups, *used}))
    if one.period is not None:
        yield claim_read(
            one, Deed(states=(state,), treaties=Treaties(codes=one.named), act=act_of(one), when=one.period), used
        )


def _one_state(one: Heard, context: Context) -> tuple[str | None, frozenset[int]]:
    linked, clause = one.clause.linked, one.clause
    if one.who is not None and len(one.who.states.states) == 1 and not one.who.described:
        return one.who.states.states[0], one.who.used
    at = [i for i in clause.places if linked[i].kind is Kind.STATE]
    codes = states_of(linked[at[0]], context) if len(at) == 1 else ()
    return (codes[0], frozenset(at)) if codes else (None, frozenset())


def compares(one: Heard) -> bool:
    """Whether the clause sets one state beside another: "more treaties than"."""
    linked = one.clause.linked
    return any(linked[i].tagged("order.than") or linked[i].text.lower() == "as many" for i in one.clause.after) or any(
        linked[i].tagged("bound") and linked[i].text.lower().endswith("than") and linked[i + 1].kind is Kind.STATE
        for i in one.clause.after
        if i + 1 < len(linked)
    )


def compared(one: Heard, context: Context) -> Iterator[Read]:
    """Yield the claim that a state is party to more or fewer treaties than another."""
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
    yield claim_read(one, claim, frozenset({orders[0][0], than[0], others[0], sets[0]}))
