"""Reads the parts of a clause about recommendations: whose they are, to whom, how many, which review."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from onrecord.claims.clauses import Clause
from onrecord.claims.context import Context
from onrecord.claims.mentions import Kind, Linked
from onrecord.claims.phrases import BOUNDS, QUANTIFIERS, states_of
from onrecord.claims.typed import Quantifier
from onrecord.claims.upr.scope import WhichRead, which_in

_BE = frozenset({"was", "were", "been", "be", "is", "are", "being"})
_OWNED = ("n.review", "n.recommendation", "upr.outcome", "upr.report", "v.upr.accepted", "v.upr.noted")


@dataclass(slots=True)
class Slots:
    """What a clause says of recommendations; ``used`` are the places weighed.

    ``answered`` is the clause that says of the same recommendations what became of them.
    """

    clause: Clause
    scope: WhichRead
    noun: int | None = None
    by: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    n: int | None = None
    of: int | None = None
    share: Decimal | Fraction | None = None
    bound: Quantifier = Quantifier.EXACTLY
    quantifier: Quantifier | None = None
    answered: "Slots | None" = None
    used: set[int] = field(default_factory=set)


def slots_of(clause: Clause, context: Context) -> Slots:
    """Return the parts of a clause."""
    linked, places = clause.linked, list(clause.places)
    got = Slots(clause, which_in(linked, places, context))
    got.noun = next((i for i in places if linked[i].tagged("n.recommendation")), None)
    got.used |= got.scope.used | {clause.predicate} | ({got.noun} if got.noun is not None else set())
    _take_states(got, context)
    _take_numbers(got)
    _take_quantifier(got)
    return got


def _take_states(got: Slots, context: Context) -> None:
    linked, roles = got.clause.linked, dict[int, str]()
    for i in got.clause.places:
        if linked[i].kind is Kind.STATE:
            roles[i] = _role(got, i, roles)
    passive = _passive(got.clause)
    for i, role in roles.items():
        codes = states_of(linked[i], context)
        if not codes:
            continue
        end = _end(got, role, passive, roles)
        if end == "by":
            got.by = tuple(dict.fromkeys((*got.by, *codes)))
        elif end == "to":
            got.to = tuple(dict.fromkeys((*got.to, *codes)))
        else:
            continue
        got.used.add(i)


def _end(got: Slots, role: str, passive: bool, roles: dict[int, str]) -> str:
    """Return whether a state in a role made the recommendations or received them."""
    verb = got.clause.verb
    makes = verb.tagged("v.upr.made", "v.upr.recommended") and not verb.tagged("v.upr.received", "v.upr.accepted")
    if role == "subject":
        return "to" if passive or not makes else "by"
    if role == "agent":
        answered = verb.tagged("v.upr.accepted", "v.upr.noted")
        return "to" if answered and passive and "subject" not in roles.values() else "by"
    return role


def _role(got: Slots, i: int, roles: dict[int, str]) -> str:
    linked, clause = got.clause.linked, got.clause
    before, at = _preceding(linked, i)
    if before in {"unlike", "like", "than", "as"}:
        return "free"
    after = linked[i + 1] if i + 1 < len(linked) else None
    if after is not None and after.text in {"'s", "’s", "’"}:
        return _owner(linked, i, "subject" if i < clause.predicate else "to")
    if after is not None and after.tagged("n.recommendation", "n.review"):
        return "by" if after.tagged("n.recommendation") else "to"
    if before in {",", "and", "or"} and at is not None and (at - 1) in roles:
        return roles[at - 1]
    return _by_preposition(linked, before, at) or _by_place(clause, i)


def _by_preposition(linked: Linked, before: str, at: int | None) -> str:
    if before in {"of", "for"} and at is not None:
        return _of_what(linked, at)
    return _AFTER.get(before, "")


_AFTER = {"by": "agent", "from": "by", "to": "to", "in": "to", "on": "to", "upon": "to"}


def _by_place(clause: Clause, i: int) -> str:
    if i < clause.predicate:
        return "subject"
    return "to" if clause.verb.tagged("v.upr.made", "v.upr.recommended", "v.upr.reviewed", "v.upr.held") else "free"


def _preceding(linked: Linked, i: int) -> tuple[str, int | None]:
    at = i - 1
    if at >= 0 and linked[at].text.lower() == "the":
        at -= 1
    return (linked[at].text.lower().split()[-1], at) if at >= 0 else ("", None)


def _owner(linked: Linked, i: int, otherwise: str) -> str:
    ahead = [linked[k] for k in range(i + 2, min(i + 7, len(linked)))]
    first = next((m for m in ahead if m.tagged(*_OWNED)), None)
    if first is None:
        return otherwise
    return "by" if first.tagged("n.recommendation") else "to"


def _of_what(linked: Linked, at: int) -> str:
    for k in range(at - 1, max(-1, at - 7), -1):
        if linked[k].tagged("n.recommendation"):
            return "by"
        if linked[k].tagged("n.review", "upr.outcome", "upr.report"):
            return "to"
    return "free"


def _passive(clause: Clause) -> bool:
    before = [clause.linked[k].text.lower() for k in range(max(clause.first, clause.predicate - 2), clause.predicate)]
    words = clause.verb.text.lower().split()
    return bool(_BE & set(before)) or (words[0] in _BE and len(words) > 1)


def _take_numbers(got: Slots) -> None:
    linked = got.clause.linked
    for i in got.clause.places:
        if i in got.used or linked[i].kind not in {Kind.NUMBER, Kind.SHARE} or _of_reviews(linked, i):
            continue
        if linked[i].kind is Kind.SHARE:
            if got.share is None and _governed(got, i):
                got.share = linked[i].value
                _bind(got, i)
        elif _is_total(linked, i, got):
            got.of = linked[i].value
            got.used.add(i)
        elif got.n is None and _governed(got, i) and _is_count(linked, i, got):
            got.n = linked[i].value
            _bind(got, i)


def _of_reviews(linked: Linked, i: int) -> bool:
    """Whether a number counts reviews or cycles, not recommendations: "in three UPR cycles"."""
    return i + 1 < len(linked) and linked[i + 1].tagged("n.review", "n.session")


def _governed(got: Slots, i: int) -> bool:
    """Whether a number is what the verb is about: behind it, or before a passive; not "implemented 90 per cent of"."""
    clause = got.clause
    if i > clause.predicate or _passive(clause) or clause.verb.tagged("v.upr.rate", "v.upr.made", "v.upr.resulted"):
        return True
    return clause.linked[i + 1].text.lower() == "of" and clause.linked[i + 2].text.lower() == "which"


def _bind(got: Slots, i: int) -> None:
    linked = got.clause.linked
    got.used.add(i)
    bound = next((k for k in (i - 1, i - 2) if k >= got.clause.first and linked[k].tagged("bound")), None)
    if bound is not None:
        got.bound = BOUNDS[linked[bound].under("bound") or "exactly"]
        got.used.add(bound)
    only = [k for k in (i - 1, i - 2) if k >= got.clause.first and linked[k].tagged("q.only")]
    got.used.update(only)


def _is_total(linked: Linked, i: int, got: Slots) -> bool:
    """Whether a number is that of all: "122 of the 129 recommendations", "of 294 recommendations"."""
    words = [linked[k].text.lower() for k in range(max(got.clause.first, i - 4), i)]
    if got.of is not None or not _near_noun(linked, i, got):
        return False
    if words and words[-1] in {"all", "all the", "all of the"}:
        return True
    led = any(w in {"of", "out of", "among"} or w.endswith(" of the") or w.endswith(" of") for w in words[-3:])
    return led and words[-2:] != ["total", "of"] and "total" not in words


def _is_count(linked: Linked, i: int, got: Slots) -> bool:
    """Whether a number is that of recommendations: before the noun, right behind the verb, or before "of the"."""
    if _near_noun(linked, i, got):
        return True
    after = linked[i + 1].text.lower() if i + 1 < len(linked) else ""
    directly = all(
        linked[k].kind is Kind.SMALL or linked[k].tagged("bound", "q.only", "q.all")
        for k in range(got.clause.predicate + 1, i)
    )
    beside = i + 1 == got.clause.predicate
    return beside or (i > got.clause.predicate and directly) or after in {"of", "were", "was", "out"}


def _near_noun(linked: Linked, i: int, got: Slots) -> bool:
    ahead = range(i + 1, min(i + 5, got.clause.last + 1))
    for k in ahead:
        if linked[k].tagged("n.recommendation"):
            return True
        if linked[k].kind in {Kind.MARK, Kind.NUMBER, Kind.STATE, Kind.PERIOD} or linked[k].text.lower() == "of":
            return False
    return False


def _take_quantifier(got: Slots) -> None:
    linked = got.clause.linked
    for i in got.clause.places:
        if i in got.used or not linked[i].tagged("q"):
            continue
        found = QUANTIFIERS.get(linked[i].under("q") or "")
        if found and got.quantifier is None and _over_recommendations(linked, i, got):
            got.quantifier = found
            _bind(got, i)


def _over_recommendations(linked: Linked, i: int, got: Slots) -> bool:
    near: Sequence[int] = range(i, min(i + 7, got.clause.last + 1))
    return any(linked[k].tagged("n.recommendation") for k in near) or (
        got.noun is None and i == got.clause.predicate + 1
    )
