"""Cuts a sentence into clauses of one predicate each, and resolves their dates."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from onrecord.claims.context import Context
from onrecord.claims.lexicon import table
from onrecord.claims.mentions import Kind, Linked, Mention
from onrecord.claims.periods import Found, resolve
from onrecord.vocabulary.periods import Period


@dataclass(frozen=True, slots=True)
class Clause:
    """One stretch of a sentence around one predicate; ``first`` and ``last`` are included.

    ``skipped`` are places within it that are another clause's: ", which abstained," between subject and verb.
    """

    linked: Linked
    first: int
    last: int
    predicate: int
    skipped: frozenset[int] = frozenset()

    @property
    def before(self) -> Sequence[int]:
        """The places before the predicate."""
        return [i for i in range(self.first, self.predicate) if i not in self.skipped]

    @property
    def after(self) -> Sequence[int]:
        """The places after the predicate."""
        return [i for i in range(self.predicate + 1, self.last + 1) if i not in self.skipped]

    @property
    def places(self) -> Sequence[int]:
        """All its places."""
        return [i for i in range(self.first, self.last + 1) if i not in self.skipped]

    @property
    def verb(self) -> Mention:
        """The predicate itself."""
        return self.linked[self.predicate]


_MODAL = frozenset(table("small")["modal"])


def asserted(clause: Clause) -> bool:
    """Whether a clause says that something is so: not "should", "would", "if", nor "urged to"."""
    linked = clause.linked
    near = [linked[i] for i in clause.before[-6:]]
    if any(m.text.lower() in _MODAL for m in near):
        return False
    if clause.first == 0 and _supposed(linked):
        return False
    last = near[-1].text.lower().split()[-1] if near else ""
    if last not in {"to", "not"} or (last == "not" and (len(near) < 2 or near[-2].text.lower() != "to")):
        return True
    who = [m for m in near if m.text.lower() not in {"to", "not"}][-1:]
    return bool(who) and (who[0].tagged("n.member", "order.first", "order.last", "q.only") or who[0].kind in _WHO)


def _supposed(linked: Linked) -> bool:
    """Whether a sentence begins as a condition: "Had Chad supported it, …"."""
    if linked[0].text not in {"Had", "Were", "Should"} or len(linked) < 3:
        return False
    return linked[1].kind is Kind.STATE or linked[2].kind is Kind.STATE or linked[1].tagged("pronoun")


_WHO = frozenset({Kind.GROUP, Kind.NUMBER, Kind.ORDINAL})
_STRONG = frozenset(";:—–")


def clauses(linked: Linked, *predicates: str) -> list[Clause]:
    """Return the clauses around the predicates tagged so, in order; one predicate each."""
    return clauses_at(linked, list(linked.where(*predicates)))


def clauses_at(linked: Linked, verbs: Sequence[int]) -> list[Clause]:
    """Return the clauses around the predicates at these places, in order."""
    if not verbs:
        return []
    cuts = [_cut(linked, p, q) for p, q in pairwise(verbs)]
    firsts = [0, *cuts]
    lasts = [*(c - 1 for c in cuts), len(linked) - 1]
    found = [Clause(linked, a, b, v) for a, b, v in zip(firsts, lasts, verbs, strict=True)]
    return _unnested(found)


def _unnested(found: list[Clause]) -> list[Clause]:
    """Give a verb after ", which abstained," the subject before it, and the relative clause its own antecedent."""
    for k, (inner, outer) in enumerate(pairwise(found)):
        linked = inner.linked
        start = next((i for i in range(inner.predicate - 1, inner.first, -1) if _relative(linked, i)), None)
        end = next((i for i in range(inner.predicate, outer.predicate) if linked[i].text == ","), None)
        if start is None or end is None or linked[start - 1].text != "," or start < inner.predicate - 3:
            continue
        antecedent = max(inner.first, start - 2)
        skipped = frozenset(range(start - 1, end + 1))
        found[k] = Clause(linked, antecedent, end, inner.predicate)
        found[k + 1] = Clause(linked, inner.first, outer.last, outer.predicate, skipped)
    return found


def _cut(linked: Linked, p: int, q: int) -> int:
    """Return the place where the clause of the predicate at ``q`` begins."""
    between = range(p + 1, q)
    for fits in (_strong, _contrast, _relative, _joined_after_comma, _comma_word, _and, _comma):
        at = [i for i in between if fits(linked, i)]
        if at:
            return at[-1]
    return _auxiliary(linked, p, q)


def _strong(linked: Linked, i: int) -> bool:
    return linked[i].kind is Kind.MARK and linked[i].text in _STRONG


def _contrast(linked: Linked, i: int) -> bool:
    return linked[i].tagged("join.while")


def _relative(linked: Linked, i: int) -> bool:
    return linked[i].tagged("join.which") and linked[i].kind is not Kind.STATE


def _joined_after_comma(linked: Linked, i: int) -> bool:
    return linked[i].tagged("join.and") and i > 0 and linked[i - 1].text == ","


def _comma_word(linked: Linked, i: int) -> bool:
    return linked[i].tagged("join.as")


def _and(linked: Linked, i: int) -> bool:
    return linked[i].tagged("join.and")


def _comma(linked: Linked, i: int) -> bool:
    return linked[i].text in {",", "("}


def _auxiliary(linked: Linked, p: int, q: int) -> int:
    """Without a mark between, the second clause begins with its own helping words."""
    at = q
    while at - 1 > p and linked[at - 1].kind in {Kind.SMALL} and linked[at - 1].text.lower() != "of":
        at -= 1
    return at


def period_of(linked: Linked, places: Sequence[int], context: Context) -> tuple[Period | None, frozenset[int]]:
    """Return the period that dates among these places give, with the places used; None where there is none.

    Several dates give their overlap where one lies in the other ("on 5 March", "in 2014"), else the stretch from
    the first to the last.
    """
    at = [i for i in places if linked[i].kind is Kind.PERIOD]
    found: list[Period] = []
    for i in at:
        value = dated(linked, i, context, found[-1] if found else None)
        if value is not None:
            found.append(value)
    return _together(found), frozenset(at) if found else frozenset()


def dated(linked: Linked, i: int, context: Context, before: Period | None = None) -> Period | None:
    """Return the period of the date at a place: "since joining in 2014" reaches on from 2014."""
    value = resolved(linked[i], context, before)
    if value is None or value.first is None or linked[i].value.lead not in {"in", "on", None}:
        return value
    here = i - 1
    while here >= 0 and linked[here].text != "," and i - here < 9:
        if linked[here].text.lower() == "since":
            return Period(value.first, None)
        here -= 1
    return value


def resolved(mention: Mention, context: Context, before: Period | None = None) -> Period | None:
    """Return the period a date stands for, with what the context knows of the year; None if it cannot be told."""
    found: Found = mention.value
    if isinstance(found.when, Period):
        return found.when
    return resolve(found.when, before or context.period or context.heading, context.as_of)


def _together(found: Sequence[Period]) -> Period | None:
    if not found:
        return None
    whole = found[0]
    for one in found[1:]:
        whole = met(whole, one)
    return whole


def met(a: Period, b: Period) -> Period:
    """Return the overlap of two periods, or the stretch from one to the other where they do not meet."""
    if a.within(b):
        return a
    if b.within(a):
        return b
    if a.overlaps(b):
        firsts = [d for d in (a.first, b.first) if d]
        lasts = [d for d in (a.last, b.last) if d]
        return Period(max(firsts, default=None), min(lasts, default=None))
    first, last = (a, b) if (a.last or date.max) <= (b.first or date.min) else (b, a)
    return Period(first.first, last.last)
