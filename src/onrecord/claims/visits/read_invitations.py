"""Reads claims about standing invitations: which states have one, since when, how many states do."""

from collections.abc import Iterator

from onrecord.claims.clauses import resolved
from onrecord.claims.context import Context, Mood, Read
from onrecord.claims.mentions import Kind, Linked
from onrecord.claims.phrases import BOUNDS, states_of
from onrecord.claims.typed import Quantifier
from onrecord.claims.visits.typed import Invited, NumberInviting
from onrecord.vocabulary.periods import Period
from onrecord.vocabulary.verdicts import Filled

_NOT_ISSUED = ("v.pledge", "n.pledge", "n.recommendation", "visit.unmade")
_WISHED = frozenset({"consider", "considering", "recommended", "recommendation", "recommends", "promise", "promised"})
_ISSUED = frozenset(
    {
        "issue", "issued", "issues", "issuing", "extend", "extended", "extends", "extending", "announced", "sent",
        "offered", "gave", "made",
    }
)  # fmt: skip
_GOVERNING = _ISSUED | frozenset(
    {
        "has", "have", "had", "having", "maintain", "maintains", "maintained", "maintaining", "keep", "kept", "hold",
        "holds", "held", "with", "including", "place",
    }
)  # fmt: skip
_APART = frozenset({"unlike", "like", "than", "as"})


def read_invitations(linked: Linked, context: Context) -> list[Read]:
    """Return the claims about standing invitations that a sentence makes."""
    at = next(linked.where("n.invitation"), None)
    if at is None or context.mood is Mood.APPEAL or _only_wished(linked, at) or not _governed(linked, at):
        return []
    first, last = _clause(linked, at)
    return list(_claims(linked, at, first, last, context))


def _only_wished(linked: Linked, at: int) -> bool:
    before = range(max(0, at - 12), at)
    if any(linked[i].tagged(*_NOT_ISSUED) or linked[i].text.lower() in _WISHED for i in before):
        return True
    verb = next((i for i in reversed(before) if linked[i].tagged("v.invitation")), None)
    return verb is not None and verb > 0 and linked[verb - 1].text.lower() == "to"


def _governed(linked: Linked, at: int) -> bool:
    """Whether the verb before the invitation says that it was given or is there: not "has withdrawn its …"."""
    here = at - 1
    while here >= 0 and (linked[here].kind is Kind.SMALL or linked[here].tagged("pronoun", "q", "order", "negation")):
        if linked[here].text.lower() in _GOVERNING:
            return True
        here -= 1
    if here < 0 or linked[here].kind in {Kind.STATE, Kind.MARK, Kind.PERIOD}:
        return True
    return bool(_GOVERNING & set(linked[here].text.lower().split()))


def _clause(linked: Linked, at: int) -> tuple[int, int]:
    first = last = at
    while first > 0 and not _break(linked, first - 1):
        first -= 1
    while last + 1 < len(linked) and not _break(linked, last + 1):
        last += 1
    return first, last


def _break(linked: Linked, i: int) -> bool:
    return linked[i].tagged("join.while") or (linked[i].kind is Kind.MARK and linked[i].text in ";:—–")


def _claims(linked: Linked, at: int, first: int, last: int, context: Context) -> Iterator[Read]:
    places = range(first, last + 1)
    named = [i for i in places if linked[i].kind is Kind.STATE]
    if any(linked[i - 1].text.lower() in _APART for i in named if i):
        return
    states = tuple(dict.fromkeys(c for i in named for c in states_of(linked[i], context)))
    numbers = [i for i in places if linked[i].kind is Kind.NUMBER]
    dates = [(i, p) for i in places if linked[i].kind is Kind.PERIOD and (p := resolved(linked[i], context))]
    if len(dates) > 1:
        return
    period = dates[0][1] if dates else None
    used = frozenset({at, *named, *(i for i, _ in dates), *_grammar(linked, places)})
    if numbers and not states:
        yield from _number(linked, numbers, (first, last), used, period)
        return
    filled: tuple[Filled, ...] = ()
    if not states:
        known = context.subject or context.about
        pronoun = next((i for i in places if linked[i].tagged("pronoun.it")), None)
        if known is None or pronoun is None:
            return
        states, filled = (known,), (Filled("state", known, f"“{linked[pronoun].text}”"),)
    yield _invited(linked, (first, last), states, period, used, filled)


def _invited(
    linked: Linked,
    ends: tuple[int, int],
    states: tuple[str, ...],
    period: Period | None,
    used: frozenset[int],
    filled: tuple[Filled, ...],
) -> Read:
    places = range(ends[0], ends[1] + 1)
    denied = {i for i in places if linked[i].tagged("negation", "order.never", "q.no", "q.none")}
    issued = _since(linked, places, period)
    claim = Invited(states=states, has=not denied, issued=period if denied else issued)
    return Read(claim, used | denied, *ends, filled)


def _since(linked: Linked, places: range, period: Period | None) -> Period | None:
    """Return when it was issued: the year itself of "since 2009"; with "has … in 2012" only that it was there."""
    if period is None:
        return None
    if period.last is None and period.first is not None:
        return Period.year_of(period.first.year)
    issued = any(_ISSUED & set(linked[i].text.lower().split()) for i in places)
    return period if issued and period.first is not None else None


def _grammar(linked: Linked, places: range) -> set[int]:
    return {i for i in places if linked[i].tagged("v.invitation", "order.already", "order.still", "n.visitor.any")}


def _number(
    linked: Linked, numbers: list[int], ends: tuple[int, int], used: frozenset[int], period: Period | None
) -> Iterator[Read]:
    """Yield how many states have one: "128 states had issued standing invitations"."""
    if len(numbers) != 1:
        return
    n = numbers[0]
    noun = next((k for k in range(n + 1, min(n + 4, len(linked))) if linked[k].tagged("n.member")), None)
    if noun is None:
        return
    bound = next((i for i in (n - 1, n - 2) if i >= 0 and linked[i].tagged("bound")), None)
    said = BOUNDS[linked[bound].under("bound") or "exactly"] if bound is not None else Quantifier.EXACTLY
    claim = NumberInviting(n=linked[n].value, bound=said, period=period)
    extra = {n, noun, *([bound] if bound is not None else [])}
    yield Read(claim, used | extra, *ends)
