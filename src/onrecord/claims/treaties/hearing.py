"""Hears a clause about treaties: who, which treaties, when, denied or not, before a claim is made of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from onrecord.claims.clauses import Clause, resolved
from onrecord.claims.context import Context, Mood
from onrecord.claims.mentions import Kind, Linked
from onrecord.claims.phrases import BOUNDS, QUANTIFIERS
from onrecord.claims.treaties.objects import TreatiesRead, treaties_in
from onrecord.claims.treaties.subjects import Who, agent_after, subject_before, subject_from_context, with_complement
from onrecord.claims.treaties.typed import Treaties
from onrecord.claims.typed import Quantifier, States
from onrecord.vocabulary.periods import Period

_UNREAL = frozenset(["will", "would", "could", "can", "may", "might", "should", "shall", "must", "to", "if", "unless", "whether"])
_NO = frozenset({"not", "non", "never", "no", "neither", "nor", "without", "refused", "refuse", "declined", "failed"})
_NOW = frozenset({"to date", "now", "today", "currently", "at present", "so far", "as of today", "as of now", "at the moment"})
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
    _share_subjects(heard, context)
    return heard


def _hear(clause: Clause, context: Context, named: Sequence[str], hidden: frozenset[int]) -> Heard:
    linked = clause.linked
    after = [i for i in clause.after if i not in hidden]
    front = [i for i in clause.before if i not in hidden]
    after, last = _own_part(clause, after)
    before = treaties_in(linked, front, named)
    after, contrast = _but_not(linked, after)
    parts, others, used = _segments(linked, after, (*named, *before.named), context)
    first, fronted = _one_period(linked, front, context)
    behind, followed = _one_period(linked, after, context)
    whole, dates = _together(first, fronted, behind, followed)
    if not parts and not others:
        parts = _of_a_set(linked, before, after, used)
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
    one.understood = not _unheard_denial(one)
    one.real = _is_real(one, context)
    return one


def _but_not(linked: Linked, after: Sequence[int]) -> tuple[list[int], list[int]]:
    """Cut "the Convention, but not its Optional Protocol" in two; the second begins with the negation."""
    for i in after[1:]:
        if linked[i].tagged("negation.not") and linked[i - 1].tagged("join.while", "join.and"):
            return [k for k in after if k < i], [k for k in after if k >= i]
    return list(after), []


def _own_part(clause: Clause, after: Sequence[int]) -> tuple[list[int], int]:
    """Return the words after the verb that belong to it: what stands behind a comma with a verb of its own does not."""
    linked = clause.linked
    treaties = [i for i in after if linked[i].kind is Kind.TREATY or linked[i].tagged("n.treaty", "treaty.protocol", "treaty.protocols")]
    for i in after:
        if linked[i].text not in {",", ")", ";"} or any(k > i for k in treaties):
            continue
        if any(_other_verb(linked, k) for k in after if k > i):
            return [k for k in after if k < i], i - 1
    return list(after), clause.last


def _other_verb(linked: Linked, k: int) -> bool:
    m = linked[k]
    verbal = any(t.startswith("v.") and not t.startswith("v.treaty") for t in m.tags)
    return (verbal and m.text.lower() not in {"against", "for"}) or m.text.lower() in {"was", "were", "is", "has", "had", "are", "have"}


def _one_period(linked: Linked, places: Sequence[int], context: Context) -> tuple[Period | None, frozenset[int]]:
    """Return the period that the dates among these words give where they are one, or lie in one another."""
    at = [i for i in places if linked[i].kind is Kind.PERIOD]
    found = [(p, i) for i in at if (p := resolved(linked[i], context))]
    if not found:
        return None, frozenset()
    narrowest = min(found, key=lambda one: _length(one[0]))[0]
    if all(narrowest.within(p) for p, _ in found):
        return narrowest, frozenset(at)
    return None, frozenset()


def _length(period: Period) -> int:
    return (period.last - period.first).days if period.first and period.last else 10**6


def _together(
    first: Period | None, fronted: frozenset[int], behind: Period | None, followed: frozenset[int]
) -> tuple[Period | None, frozenset[int]]:
    """Return the period of a clause: the date behind the verb, where the one before it does not hold it too."""
    if first is None or behind is None:
        return first or behind, fronted | followed
    if behind.within(first) or first.within(behind):
        return (behind if behind.within(first) else first), fronted | followed
    return behind, followed


def _kind(clause: Clause) -> str:
    return clause.verb.under("v.treaty") or ""


def _is_noun(clause: Clause) -> bool:
    return clause.verb.text.lower().split()[0] in {*_NOUNS, "entry"}


def _segments(
    linked: Linked, after: Sequence[int], named: Sequence[str], context: Context
) -> tuple[list[tuple[Treaties, Period | None]], tuple[str, ...], set[int]]:
    """Return the treaties after the verb, each with its own date where several dates stand among them."""
    at = [i for i in after if linked[i].kind is Kind.PERIOD]
    whole = treaties_in(linked, after, named)
    if len(at) < 1 or len(whole.named) < 2:
        return [(p, None) for p in whole.parts], whole.others, set(whole.used)
    parts: list[tuple[Treaties, Period | None]] = []
    used, seen, start = set(whole.used), list(named), after[0]
    filled = 0
    for place in at:
        segment = treaties_in(linked, [i for i in after if start <= i < place], seen)
        period = resolved(linked[place], context)
        parts += [(p, period if p.kind == "named" else None) for p in segment.parts]
        filled += bool(segment.named)
        seen += segment.named
        start = place + 1
    rest = treaties_in(linked, [i for i in after if i >= start], seen)
    parts += [(p, None) for p in rest.parts]
    if filled < 2 and not (filled == 1 and rest.named and len(at) == 1 and _in_brackets(linked, at[0])):
        return [(p, None) for p in whole.parts], whole.others, used
    used.update(at)
    return _respectively(linked, after, whole, at, context) or parts, whole.others, used


def _in_brackets(linked: Linked, place: int) -> bool:
    return place > 0 and linked[place - 1].text == "("


def _respectively(
    linked: Linked, after: Sequence[int], whole: TreatiesRead, at: Sequence[int], context: Context
) -> list[tuple[Treaties, Period | None]]:
    if not any(linked[i].text.lower() == "respectively" for i in after) or len(at) != len(whole.named):
        return []
    dates = [resolved(linked[i], context) for i in at]
    return [(Treaties(codes=(code,)), date) for code, date in zip(whole.named, dates, strict=True)]


def _of_a_set(
    linked: Linked, before: TreatiesRead, after: Sequence[int], used: set[int]
) -> list[tuple[Treaties, Period | None]]:
    """Join "of the nine core treaties" before the verb with the number after it: "is party to eight"."""
    sets = [p for p in before.parts if p.kind != "named"]
    if len(sets) != 1 or len(before.parts) != 1 or sets[0].n is not None:
        return []
    for i in after[:3]:
        m = linked[i]
        bound = BOUNDS.get(linked[i - 1].under("bound") or "", Quantifier.EXACTLY)
        if m.kind is Kind.NUMBER:
            used.update({i, *(k for k in (i - 1,) if linked[k].tagged("bound", "q.only"))})
            return [(replace(sets[0], quantifier=bound, n=m.value), None)]
        if m.tagged("q.all", "q.none", "q.most", "q.half"):
            used.add(i)
            return [(replace(sets[0], quantifier=QUANTIFIERS[m.under("q") or ""]), None)]
    return []


def _number_alone(linked: Linked, places: Sequence[int]) -> Who | None:
    """Return "1 had denounced it", "three have signed it" as so many states."""
    words = [i for i in places if linked[i].text.lower() not in {"had", "have", "has", "also", "only", ";", ","}]
    if not words or linked[words[-1]].kind is not Kind.NUMBER:
        return None
    return Who(States(n=linked[words[-1]].value), frozenset({words[-1]}))


def _denied(one: Heard, after: Sequence[int]) -> bool:
    linked, clause = one.clause.linked, one.clause
    near = [i for i in range(max(clause.first, clause.predicate - 7), clause.predicate)]
    found = [i for i in near if linked[i].tagged("negation", "order.never")]
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


def _unheard_denial(one: Heard) -> bool:
    """Whether a phrase that says no stands in the clause and was not weighed: "has not supported"."""
    linked = one.clause.linked
    return any(
        linked[i].kind.value == "phrase" and i not in one.used and _NO & set(linked[i].text.lower().split())
        for i in one.clause.places
    )


def _is_real(one: Heard, context: Context) -> bool:
    """Whether the clause says what is or was, not what should, will or might be."""
    linked, clause = one.clause.linked, one.clause
    if _is_noun(clause) and one.kind not in {"gone", "force", "made"}:
        return one.period is not None and context.mood is Mood.ASSERTED
    start = max([clause.first, *[i + 1 for i in clause.before if linked[i].kind is Kind.STATE]])
    near = [linked[i].text.lower() for i in range(max(start, clause.predicate - 5), clause.predicate)]
    placed = any(linked[i].tagged("order", "q.only", "treaty.few", "include.one_of") or linked[i].kind is Kind.ORDINAL for i in clause.before)
    words = [w for w in near if w in _UNREAL and not (w == "to" and placed)]
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
        close = following is not None and not following.passive and following.who is None and _short(one)
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
    return all(linked[i].kind in {Kind.SMALL, Kind.MARK, Kind.PERIOD} or linked[i].tagged("join", "negation") for i in one.clause.after)


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
        linked[i].kind in {Kind.SMALL, Kind.MARK, Kind.PERIOD} or linked[i].tagged("negation", "order", "q", "join.as") for i in one.clause.before
    )
