"""Hears a clause about treaties: who, which treaties, when, denied or not, before a claim is made of it."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from onrecord.claims.clauses import Clause
from onrecord.claims.context import Context
from onrecord.claims.mentions import Kind, Linked
from onrecord.claims.treaties.heard import Heard, denied_by, direct, is_noun, is_real, unheard_denial
from onrecord.claims.treaties.objects import treaties_in
from onrecord.claims.treaties.segments import but_not, of_a_set, one_period, own_part, segments, together
from onrecord.claims.treaties.subjects import Who, agent_after, subject_before, subject_from_context, with_complement
from onrecord.claims.treaties.typed import Treaties
from onrecord.claims.typed import States

_NOW = frozenset(
    {"to date", "now", "today", "currently", "at present", "so far", "as of today", "as of now", "at the moment"}
)


def hear(found: Sequence[Clause], context: Context, hidden: frozenset[int]) -> list[Heard]:
    """Return what the clauses of a sentence say of treaties, each with what it takes from its neighbours."""
    heard: list[Heard] = []
    named: tuple[str, ...] = context.instruments
    for clause in found:
        one = _hear(clause, context, named, hidden)
        heard.append(one)
        named = one.named or named
    _share_objects(heard, context)
    _share_denials(heard)
    _share_subjects(heard, context)
    return heard


def _share_denials(heard: Sequence[Heard]) -> None:
    """Deny the second verb of "has not signed or ratified" too."""
    for before, one in pairwise(heard):
        joins = one.clause.linked[one.clause.first].text.lower() in {"or", "nor"}
        if before.denied and not before.ended and one.who is None and joins:
            one.denied = True


def _hear(clause: Clause, context: Context, named: Sequence[str], hidden: frozenset[int]) -> Heard:
    linked = clause.linked
    after = [i for i in clause.after if i not in hidden]
    front = [i for i in clause.before if i not in hidden]
    after, last = own_part(clause, after)
    before = treaties_in(linked, front, named)
    after, contrast = but_not(linked, after)
    parts, others, used = segments(linked, after, (*named, *before.named), context)
    first, fronted = one_period(linked, front, context)
    behind, followed = one_period(linked, after, context)
    whole, dates = together(first, fronted, behind, followed)
    if not parts and not others:
        parts = of_a_set(linked, before, after, used)
    passive = not parts and not others and bool(before.parts or before.others)
    rest = [i for i in front if i not in before.used]
    who = subject_before(linked, rest, context) or _number_alone(linked, rest)
    who = agent_after(linked, after, context) or who if passive or is_noun(clause) else who
    if who is not None and who.described and not passive:
        who = with_complement(linked, who, after, context)
    if passive:
        parts, others = [(p, None) for p in before.parts], before.others
    clause = replace(clause, last=last)
    one = Heard(clause, _kind(clause), who, parts, others, whole, first, False, True, passive)
    excepted = treaties_in(linked, contrast, (*named, *before.named, *(c for p, _ in parts for c in p.codes)))
    one.contrast = excepted.parts
    one.used |= {*excepted.used, *(contrast[:1] if excepted.parts else ())}
    one.used |= {clause.predicate, *used, *before.used, *dates, *(who.used if who else ()), *hidden}
    one.used |= {i for i in clause.places if linked[i].text.lower() in _NOW}
    one.denied = denied_by(one, after)
    one.understood = not unheard_denial(one) and direct(one, before.used if passive else frozenset(used))
    one.real = is_real(one, context)
    return one


def _kind(clause: Clause) -> str:
    return clause.verb.under("v.treaty") or ""


def _number_alone(linked: Linked, places: Sequence[int]) -> Who | None:
    """Return "1 had denounced it", "three have signed it" as so many states."""
    words = [i for i in places if linked[i].text.lower() not in {"had", "have", "has", "also", "only", ";", ","}]
    if not words or linked[words[-1]].kind is not Kind.NUMBER:
        return None
    return Who(States(n=linked[words[-1]].value), frozenset({words[-1]}))


def _share_objects(heard: Sequence[Heard], context: Context) -> None:
    """Give a clause without treaties those of the next ("signed but not ratified it") or of the one before."""
    for k, one in enumerate(heard):
        if one.parts or one.others:
            continue
        following = heard[k + 1] if k + 1 < len(heard) else None
        alone = following is not None and (following.who is None or following.kind.startswith("count"))
        close = following is not None and not following.passive and alone and _short(one)
        donor = following if following is not None and close and (following.parts or following.others) else None
        if donor is None and k and _points_back(one):
            donor = next((h for h in reversed(heard[:k]) if h.parts or h.others), None)
        if donor is not None:
            one.parts = [(p, None) for p, _ in donor.parts]
            one.others, one.shared = donor.others, True
        elif context.instruments and _points_back(one):
            one.parts, one.shared = [(Treaties(codes=context.instruments[-1:]), None)], True


def _short(one: Heard) -> bool:
    """Whether nothing stands after the verb that could be its object."""
    linked = one.clause.linked
    return all(
        linked[i].kind in {Kind.SMALL, Kind.MARK, Kind.PERIOD} or linked[i].tagged("join", "negation")
        for i in one.clause.after
    )


def _points_back(one: Heard) -> bool:
    linked = one.clause.linked
    words = {linked[i].text.lower() for i in one.clause.after}
    return bool(words & {"it", "them", "both", "either", "the former", "the latter"}) or _short(one)


def _share_subjects(heard: Sequence[Heard], context: Context) -> None:
    for k, one in enumerate(heard):
        if one.who is not None:
            continue
        donor = next((h.who for h in reversed(heard[:k]) if h.who is not None), None)
        if donor is not None:
            one.who = Who(donor.states, frozenset(), donor.filled, donor.few)
        elif k == 0 and _bare(one) and len(heard) > 1 and heard[1].who is not None:
            one.who = Who(heard[1].who.states, frozenset(), heard[1].who.filled, heard[1].who.few)
        elif k == 0 and _bare(one):
            one.who = subject_from_context(context)


def _bare(one: Heard) -> bool:
    """Whether nothing but dates stands before the verb: "Party to the Convention since 1994"."""
    linked = one.clause.linked
    return all(
        linked[i].kind in {Kind.SMALL, Kind.MARK, Kind.PERIOD} or linked[i].tagged("negation", "order", "q", "join.as")
        for i in one.clause.before
    )
