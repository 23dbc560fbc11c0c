"""Hears a clause about treaties: who, which treaties, when, denied or not, before a claim is made of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from onrecord.claims.clauses import Clause
from onrecord.claims.context import Context, Mood
from onrecord.claims.mentions import Kind, Linked
from onrecord.claims.treaties.objects import treaties_in
from onrecord.claims.treaties.segments import but_not, of_a_set, one_period, own_part, segments, together
from onrecord.claims.treaties.subjects import Who, agent_after, subject_before, subject_from_context, with_complement
from onrecord.claims.treaties.typed import Treaties
from onrecord.claims.typed import States
from onrecord.vocabulary.periods import Period

_UNREAL = frozenset(
    ["will", "would", "could", "can", "may", "might", "should", "shall", "must", "to", "if", "unless", "whether"]
)
_WISHED = re.compile(
    r"recommend|urg|call|consider|toward|pledg|commit|promis|delay|propos|plan|encourag|request|demand|pending|fail|lack"
    r"|await|possib|need|support|oppos|discuss|debat",
    re.IGNORECASE,
)
"""Words beside "ratification" that leave open whether it came about."""
_NO = frozenset({"not", "non", "never", "no", "neither", "nor", "without", "refused", "refuse", "declined", "failed"})
_NOW = frozenset(
    {"to date", "now", "today", "currently", "at present", "so far", "as of today", "as of now", "at the moment"}
)
_NOUNS = ("ratification", "accession", "signature", "adherence", "succession", "withdrawal", "denunciation", "adoption")


@dataclass(slots=True)
class Heard:
    """One clause with what it says of treaties. ``front`` is the period before the verb, ``period`` the clause's."""

    clause: Clause
    kind: str
    who: Who | None
    parts: list[tuple[Treaties, Period | None]]
    others: tuple[str, ...]
    period: Period | None
    front: Period | None
    denied: bool
    real: bool
    passive: bool
    used: set[int] = field(default_factory=set)
    shared: bool = False
    ended: bool = False
    understood: bool = True
    contrast: tuple[Treaties, ...] = ()

    @property
    def named(self) -> tuple[str, ...]:
        """The codes of the treaties that are named."""
        return tuple(c for part, _ in self.parts if part.kind == "named" for c in part.codes)


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
    who = agent_after(linked, after, context) or who if passive or _is_noun(clause) else who
    if who is not None and who.described and not passive:
        who = with_complement(linked, who, after, context)
    if passive:
        parts, others = [(p, None) for p in before.parts], before.others
    clause = replace(clause, last=last)
    one = Heard(clause, _kind(clause), who, parts, others, whole, first, False, True, passive)
    denied = treaties_in(linked, contrast, (*named, *before.named, *(c for p, _ in parts for c in p.codes)))
    one.contrast = denied.parts
    one.used |= {*denied.used, *(contrast[:1] if denied.parts else ())}
    one.used |= {clause.predicate, *used, *before.used, *dates, *(who.used if who else ()), *hidden}
    one.used |= {i for i in clause.places if linked[i].text.lower() in _NOW}
    one.denied = _denied(one, after)
    one.understood = not _unheard_denial(one) and _direct(one, before.used if passive else frozenset(used))
    one.real = _is_real(one, context)
    return one


def _kind(clause: Clause) -> str:
    return clause.verb.under("v.treaty") or ""


def _is_noun(clause: Clause) -> bool:
    return clause.verb.text.lower().split()[0] in {*_NOUNS, "entry"}


def _number_alone(linked: Linked, places: Sequence[int]) -> Who | None:
    """Return "1 had denounced it", "three have signed it" as so many states."""
    words = [i for i in places if linked[i].text.lower() not in {"had", "have", "has", "also", "only", ";", ","}]
    if not words or linked[words[-1]].kind is not Kind.NUMBER:
        return None
    return Who(States(n=linked[words[-1]].value), frozenset({words[-1]}))


def _denied(one: Heard, after: Sequence[int]) -> bool:
    linked, clause = one.clause.linked, one.clause
    found = _negations(one)
    one.ended = any(linked[i].text.lower() == "no longer" for i in found)
    if any(linked[i].text.lower() == "neither" for i in found):
        one.used.update(found)
        return True
    late = [i for i in after[:2] if linked[i].text.lower() in {"neither"}]
    late += [i for i in after if late and linked[i].text.lower() == "nor"]
    one.used.update(found, late)
    inside = any(w in _NO for w in clause.verb.text.lower().split())
    if len(found) > 1:
        one.used.difference_update(found)
    denied = bool(found) or bool(late) or inside
    return (denied and not one.ended) or one.kind in {"outside", "outstanding"}


def _negations(one: Heard) -> list[int]:
    """Return the places of words that deny the verb: none before a relative pronoun, a treaty or a named subject."""
    linked, clause = one.clause.linked, one.clause
    found: list[int] = []
    named = False
    for i in range(clause.predicate - 1, max(clause.first, clause.predicate - 8) - 1, -1):
        m = linked[i]
        if m.tagged("join.which") or (m.kind is Kind.TREATY and not one.passive):
            break
        named = named or m.kind in {Kind.STATE, Kind.GROUP}
        if m.tagged("negation", "order.never") and (not named or m.text.lower() in {"neither", "nor"}):
            found.append(i)
    return found


def _unheard_denial(one: Heard) -> bool:
    """Whether a phrase that says no stands in the clause and was not weighed: "has not supported"."""
    linked = one.clause.linked
    return any(
        linked[i].kind.value == "phrase" and i not in one.used and _NO & set(linked[i].text.lower().split())
        for i in one.clause.places
    )


_NAMED = ("treaty", "n.treaty")
_KEPT = ("q", "bound", "order", "include", "treaty", "n.treaty", "join", "negation", "except", "share", "n.member")
_OBLIQUE = frozenset({"to", "of", "under", "with", "in", "against", "for", "by", "from", "on"})


def _direct(one: Heard, objects: frozenset[int]) -> bool:
    """Whether the treaties are what the verb is about: not "a law on the Convention", "amendments to it"."""
    linked, clause = one.clause.linked, one.clause
    at = min(
        (i for i in objects if linked[i].kind in {Kind.TREATY, Kind.TREATY_BODY} or linked[i].tagged(*_NAMED)),
        default=None,
    )
    if at is None:
        return True
    if at > clause.predicate:
        return all(_light(linked, i) or i in one.used for i in range(clause.predicate + 1, at))
    if any(linked[i].tagged("join.which") for i in range(at, clause.predicate)):
        return True
    before = next(
        (i for i in range(at - 1, clause.first - 1, -1) if linked[i].text.lower() not in {"the", "both"}), None
    )
    if before is None or linked[before].text.lower() not in _OBLIQUE:
        return True
    return before == clause.first or not linked[before - 1].kind.value.startswith(("word", "name"))


def _light(linked: Linked, i: int) -> bool:
    m = linked[i]
    if m.kind in {Kind.SMALL, Kind.MARK, Kind.PERIOD, Kind.NUMBER, Kind.ORDINAL, Kind.TREATY, Kind.STATE, Kind.GROUP}:
        return True
    return m.tagged(*_KEPT, "v.treaty") or m.text.lower() in _ADJECTIVES


_ADJECTIVES = frozenset(
    {
        "un",
        "united",
        "nations",
        "international",
        "landmark",
        "important",
        "following",
        "existing",
        "various",
        "relevant",
        "respective",
        "by",
        "parliament",
        "on",
        "with",
        "of",
        "to",
        "for",
        "in",
        "of the",
        "the",
        "as well as",
        "formally",
        "officially",
        "recently",
        "finally",
        "also",
        "already",
        "have",
        "has",
        "had",
        "were",
        "was",
        "are",
        "is",
        "human rights",
    }
)


def _is_real(one: Heard, context: Context) -> bool:
    """Whether the clause says what is or was, not what should, will or might be."""
    linked, clause = one.clause.linked, one.clause
    if _is_noun(clause) and one.kind not in {"gone", "force", "made"}:
        wished = any(_WISHED.match(linked[i].text) for i in range(max(0, clause.predicate - 9), clause.predicate))
        return one.period is not None and context.mood is Mood.ASSERTED and not wished
    if any(linked[i].text.lower() in {"if", "unless", "whether"} for i in clause.before):
        return False
    start = max([clause.first, *[i + 1 for i in clause.before if linked[i].kind is Kind.STATE]])
    near = [
        linked[i].text.lower() for i in range(max(start, clause.predicate - 5), clause.predicate) if i not in one.used
    ]
    placed = any(
        linked[i].tagged("order", "q.only", "treaty.few", "include.one_of") or linked[i].kind is Kind.ORDINAL
        for i in clause.before
    )
    words = [w for text in near for w in text.split() if w in _UNREAL and not (w == "to" and placed)]
    if context.mood is Mood.APPEAL and one.kind != "outstanding":
        relative = any(linked[i].tagged("join.which") for i in clause.before)
        return not words and relative
    return not words


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
