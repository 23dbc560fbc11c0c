"""Cuts what follows a verb of joining into treaties and their dates, and dates a clause."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.claims.clauses import Clause, resolved
from onrecord.claims.context import Context
from onrecord.claims.mentions import Kind, Linked
from onrecord.claims.phrases import BOUNDS, QUANTIFIERS
from onrecord.claims.treaties.objects import TreatiesRead, treaties_in
from onrecord.claims.treaties.typed import Treaties
from onrecord.claims.typed import Quantifier
from onrecord.vocabulary.periods import Period


def but_not(linked: Linked, after: Sequence[int]) -> tuple[list[int], list[int]]:
    """Cut "the Convention, but not its Optional Protocol" in two; the second begins with the negation."""
    for i in after[1:]:
        if linked[i].tagged("negation.not") and linked[i - 1].tagged("join.while", "join.and"):
            return [k for k in after if k < i], [k for k in after if k >= i]
    return list(after), []


def own_part(clause: Clause, after: Sequence[int]) -> tuple[list[int], int]:
    """Return the words after the verb that belong to it: what stands behind a comma with a verb of its own does not."""
    linked = clause.linked
    treaties = [
        i
        for i in after
        if linked[i].kind is Kind.TREATY or linked[i].tagged("n.treaty", "treaty.protocol", "treaty.protocols")
    ]
    for i in after:
        if linked[i].text not in {",", ")", ";"} or any(k > i for k in treaties):
            continue
        if any(_other_verb(linked, k) for k in after if k > i):
            return [k for k in after if k < i], i - 1
    return list(after), clause.last


def _other_verb(linked: Linked, k: int) -> bool:
    m = linked[k]
    verbal = any(t.startswith("v.") and not t.startswith("v.treaty") for t in m.tags)
    return (verbal and m.text.lower() not in {"against", "for"}) or m.text.lower() in {
        "was",
        "were",
        "is",
        "has",
        "had",
        "are",
        "have",
    }


def one_period(linked: Linked, places: Sequence[int], context: Context) -> tuple[Period | None, frozenset[int]]:
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


def together(
    first: Period | None, fronted: frozenset[int], behind: Period | None, followed: frozenset[int]
) -> tuple[Period | None, frozenset[int]]:
    """Return the period of a clause: the date behind the verb, where the one before it does not hold it too."""
    if first is None or behind is None:
        return first or behind, fronted | followed
    if behind.within(first) or first.within(behind):
        return (behind if behind.within(first) else first), fronted | followed
    return behind, followed


def segments(
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


def of_a_set(
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
