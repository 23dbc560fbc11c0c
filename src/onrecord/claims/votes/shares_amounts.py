"""Reads amounts of texts in a sentence: "3 of the 8", "all 4", "none of the 6", "half of", "40 per cent of"."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from onrecord.claims.mentions import Kind, Linked
from onrecord.claims.phrases import BOUNDS
from onrecord.claims.typed import Quantifier

_OF = frozenset({"of", "out of", "out", "of the", "out of the"})
_BARELY = frozenset({"barely", "hardly", "scarcely"})
_BEFORE = frozenset({"the", "a", "on", *_BARELY})
_ITS = frozenset({"the", "its", "those", "these", "all"})


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount of texts with its places; ``end`` is the place behind it."""

    places: frozenset[int]
    end: int
    n: int | None = None
    of: int | None = None
    percent: Decimal | None = None
    part: Fraction | None = None
    bound: Quantifier = Quantifier.EXACTLY
    quantifier: Quantifier | None = None


def amount_at(linked: Linked, at: int, last: int) -> Amount | None:
    """Return the amount that begins at a place, its bound before it included; None where there is none."""
    bound, here, used = Quantifier.EXACTLY, at, set()
    while here <= last and (linked[here].tagged("bound", "q.only") or linked[here].text.lower() in _BEFORE):
        word = linked[here].under("bound")
        bound = BOUNDS.get(word, bound) if word else bound
        bound = Quantifier.ABOUT if linked[here].text.lower() in _BARELY else bound
        used.add(here)
        here += 1
    if here > last:
        return None
    found = _share(linked, here) or _counted(linked, here, last) or _quantified(linked, here, last)
    if found is None:
        return None
    return Amount(found.places | used, found.end, found.n, found.of, found.percent, found.part, _of(found, bound), found.quantifier)  # fmt: skip  # noqa: E501


def _of(found: Amount, bound: Quantifier) -> Quantifier:
    return found.bound if found.bound is not Quantifier.EXACTLY else bound


def _share(linked: Linked, i: int) -> Amount | None:
    m = linked[i]
    if m.kind is Kind.SHARE:
        places = frozenset({i})
        if isinstance(m.value, Fraction):
            return Amount(places, i + 1, part=m.value)
        return Amount(places, i + 1, percent=Decimal(m.value))
    if m.tagged("q.half"):
        return Amount(frozenset({i}), i + 1, part=Fraction(1, 2))
    if m.tagged("q.most"):
        return Amount(frozenset({i}), i + 1, part=Fraction(1, 2), bound=Quantifier.MORE_THAN)
    return None


def _counted(linked: Linked, i: int, last: int) -> Amount | None:
    if linked[i].kind is not Kind.NUMBER or not isinstance(linked[i].value, int):
        return None
    n = linked[i].value
    whole, places = total_after(linked, i, last)
    if whole is not None:
        return Amount(frozenset({i, *places}), max(places) + 1, n=n, of=whole)
    if _says(linked, i + 1, last, "in") and i + 2 <= last and linked[i + 2].kind is Kind.NUMBER and linked[i + 2].value:
        return Amount(frozenset({i, i + 2}), i + 3, part=Fraction(n, linked[i + 2].value))
    if n == 1 and _says(linked, i - 1, last, "the"):
        return Amount(frozenset({i}), i + 1, n=1, of=1)
    return Amount(frozenset({i}), i + 1, n=n)


def total_after(linked: Linked, i: int, last: int) -> tuple[int | None, Sequence[int]]:
    """Return the number after "of the" behind a place, with its place: "3 of the 8"."""
    here, of = i + 1, False
    while here <= last and linked[here].text.lower() in (_ITS if of else _OF):
        of = True
        here += 1
    if of and here <= last and linked[here].kind is Kind.NUMBER:
        return linked[here].value, [here]
    return None, []


def _quantified(linked: Linked, i: int, last: int) -> Amount | None:
    m = linked[i]
    if m.tagged("q.all", "q.both"):
        here = i + 1 + _says(linked, i + 1, last, "the")
        if here <= last and linked[here].kind is Kind.NUMBER:
            return Amount(frozenset({i, here}), here + 1, n=linked[here].value, of=linked[here].value)
        n = 2 if m.tagged("q.both") else None
        return Amount(frozenset({i}), i + 1, n=n, of=n, quantifier=Quantifier.ALL)
    if m.tagged("q.none", "q.no"):
        if i + 1 <= last and linked[i + 1].kind is Kind.NUMBER:
            return Amount(frozenset({i, i + 1}), i + 2, n=0, of=linked[i + 1].value)
        whole, places = total_after(linked, i, last)
        return Amount(frozenset({i, *places}), max(places, default=i) + 1, n=0, of=whole)
    return None


def _says(linked: Linked, i: int, last: int, word: str) -> bool:
    return 0 <= i <= last and linked[i].text.lower() == word
