"""Who a sentence says is behind something: the subject of its verb or what follows "by", and whether it is denied."""

from collections.abc import Sequence

from onrecord.claims.clauses import Clause
from onrecord.claims.context import Context
from onrecord.claims.events.typed import Behind, Counted
from onrecord.claims.mentions import Kind, Linked
from onrecord.claims.phrases import BOUNDS, StatesRead, states_in
from onrecord.claims.typed import Quantifier

_RELATIVES = frozenset({"that", "which", "who"})
_NOT = frozenset({"not", "never", "neither", "nor", "cannot"})


def number_at(linked: Linked, i: int) -> str | None:
    """Return what a number counts: "members", "observers", "states"; None where it counts no states."""
    for k in range(i + 1, min(i + 6, len(linked))):
        m = linked[k]
        if m.text.lower().startswith(("signator", "supporter", "co-signator")):
            return "states"
        if m.tagged("n.member") and m.text.lower().startswith(("member", "observer")):
            return "members" if m.text.lower().startswith("member") else "observers"
        if m.tagged("n.member"):
            return {"member": "members", "observer": "observers"}.get(m.under("n.member") or "", "states")
        if m.kind not in {Kind.SMALL, Kind.WORD, Kind.NAME, Kind.MARK} and not m.tagged(
            "body", "n.member", "order.more"
        ):
            return None
        if m.text in {",", ";"} or m.text.lower() in {"and", "were", "was"}:
            return None
    return None


def numbers_of_states(linked: Linked, places: Sequence[int]) -> tuple[tuple[Counted, int], ...]:
    """Return the numbers of states among these places, each with its place: "36 members and 43 observers"."""
    found = []
    for i in places:
        if linked[i].kind is Kind.NUMBER and isinstance(linked[i].value, int) and (kind := number_at(linked, i)):
            bound = next((BOUNDS[b] for k in (i - 1, i - 2) if k >= 0 and (b := linked[k].under("bound"))), None)
            found.append((Counted(linked[i].value, bound or Quantifier.EXACTLY, kind), i))
    return tuple(found)


def behind(linked: Linked, places: Sequence[int], context: Context) -> Behind | None:
    """Return who the words at these places name or count; None where they name nobody."""
    order = list(places)
    counted = numbers_of_states(linked, order)
    several = len(counted) > 1 or any(c.kind == "observers" for c, _ in counted)
    if several:
        used = {i for _, i in counted} | {i for i in order if linked[i].tagged("bound", "n.member")}
        return Behind(None, tuple(c for c, _ in counted), (), frozenset(used))
    groups = tuple(linked[i].value for i in order if linked[i].kind is Kind.GROUP)
    read = states_in(linked, order, context)
    if read is None and not groups:
        return None
    return _with_counts(linked, read, tuple(c for c, _ in counted), groups, order)


def _with_counts(
    linked: Linked, read: StatesRead | None, counts: tuple[Counted, ...], groups: tuple[str, ...], order: Sequence[int]
) -> Behind:
    if read is None:
        return Behind(None, counts, groups, frozenset(i for i in order if linked[i].kind is Kind.GROUP))
    bounds = frozenset(i for i in order if linked[i].tagged("bound", "include", "agent.behalf", "order.ahead"))
    return Behind(read.states, counts, groups, read.used | bounds, read.filled)


def antecedent(clause: Clause) -> list[int] | None:
    """Return the places of what a clause with "that" or "who" speaks of: "the 50 countries that signed"."""
    linked, at = clause.linked, clause.predicate
    that = next((i for i in (at - 1, at - 2) if i >= 0 and linked[i].text.lower().split()[-1] in _RELATIVES), None)
    if that is None:
        return None
    first = that
    while first > 0 and that - first < 6 and not (linked[first - 1].tagged("v") or linked[first - 1].text == ","):
        first -= 1
    return list(range(first, that + 1))


def denial(clause: Clause, predicate: int | None = None) -> frozenset[int]:
    """Return the places of a negation right before a clause's predicate."""
    at = clause.predicate if predicate is None else predicate
    near = range(max(clause.first, at - 4), at)
    found = [i for i in near if clause.linked[i].tagged("negation", "order.never") or _small_not(clause.linked[i].text)]
    return frozenset(i for i in found if not any(clause.linked[k].text == "," for k in range(i, at)))


def _small_not(text: str) -> bool:
    return text.lower() in _NOT
