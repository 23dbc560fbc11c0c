"""Reads what a clause says of recommendations: how many there were, of whom, on what, and what became of them."""

from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from onrecord.claims.context import Read
from onrecord.claims.lexicon import table
from onrecord.claims.mentions import Kind
from onrecord.claims.typed import Claim, Quantifier
from onrecord.claims.upr.content import About, lead_of, parts
from onrecord.claims.upr.slots import Slots
from onrecord.claims.upr.typed import NumberReceived, Recommended, Response, ShareAccepted
from onrecord.vocabulary.verdicts import Filled

_PARTING = frozenset(";:—–")
_HARMLESS = (
    "join",
    "pronoun",
    "n.review",
    "n.member",
    "upr.fellow",
    "body",
    "order.already",
    "include",
    "v.upr",
    "n.session",
    "foreign.none",
    "q.generic",
)
_DEFINITE = frozenset({"the", "these", "those", "all the", "its", "their"})


@cache
def _idle() -> frozenset[str]:
    return frozenset(table("upr_words")["idle"])


def answers(slots: Slots, filled: tuple[Filled, ...]) -> Iterator[Read]:
    """Yield the claims of one clause about recommendations."""
    linked, clause = slots.clause.linked, slots.clause
    if slots.noun is None and slots.n is None and slots.share is None and slots.quantifier is None:
        return
    about = _about(slots)
    last = clause.last
    if slots.answered is not None:
        last = _answered(slots, slots.answered)
    used = set(slots.used) | {i for one in about for i in one.used}
    response, denied = _response(slots)
    used |= denied
    used |= {i for i in clause.places if linked[i].tagged("upr.fellow", "q.generic") and i not in used}
    if not about and _left(slots, used):
        return
    for claim in _claims(slots, about, response):
        yield Read(claim, frozenset(used), clause.first, last, filled)


def _left(slots: Slots, used: set[int]) -> bool:
    """Whether words behind the recommendations may narrow them and were not understood."""
    if slots.noun is None:
        return False
    linked, clause = slots.clause.linked, slots.clause
    end = next((i for i in range(slots.noun, clause.last + 1) if linked[i].text in _PARTING), clause.last + 1)
    after = [i for i in range(slots.noun + 1, end) if i not in used]
    words = [i for i in after if linked[i].kind in {Kind.WORD, Kind.NAME, Kind.PHRASE}]
    return any(not linked[i].tagged(*_HARMLESS) and linked[i].text.lower() not in _idle() for i in words)


def _answered(slots: Slots, after: Slots) -> int:
    """Take over from "…, which Kazakhstan accepted in 2010" who accepted and at which review; return its last place."""
    slots.to = after.to or slots.to
    if not slots.scope.meant.said:
        slots.scope = after.scope
    slots.used |= after.used
    return after.clause.last


def _about(slots: Slots) -> list[About]:
    clause = slots.clause
    if slots.noun is None:
        return []
    last = clause.predicate - 1 if clause.predicate > slots.noun else clause.last
    if clause.verb.tagged("v.upr.recommended") and clause.predicate < slots.noun:
        return []
    taken = frozenset(slots.used)
    lead = lead_of(clause.linked, slots.noun, last, taken)
    found = list(parts(clause.linked, lead, last, taken)) if lead is not None else []
    if any(one.whole and not one.issues and not one.treaties for one in found):
        # "for improving the country's human rights" is what all recommendations are for.
        slots.used |= {i for one in found for i in one.used}
        return []
    return found


def _response(slots: Slots) -> tuple[Response | None, set[int]]:
    """Return what was done with the recommendations, a denial turned into its opposite."""
    if slots.answered is not None:
        return _response(slots.answered)
    clause, verb = slots.clause, slots.clause.verb
    near = range(max(clause.first, clause.predicate - 3), clause.predicate)
    denied = {i for i in near if clause.linked[i].tagged("negation", "order.never")}
    if verb.tagged("v.upr.noted"):
        words = verb.text.lower().split()
        if "not" in words and slots.quantifier is Quantifier.SOME:
            slots.quantifier = Quantifier.NONE
            return Response.ACCEPTED, denied
        return (None if denied else Response.NOTED), set()
    if verb.tagged("v.upr.accepted", "v.upr.rate"):
        if denied and slots.quantifier is Quantifier.SOME:
            slots.quantifier = Quantifier.NONE
            return Response.ACCEPTED, denied
        return (Response.NOTED if denied else Response.ACCEPTED), denied
    return None, set()


def _claims(slots: Slots, about: list[About], response: Response | None) -> Iterator[Claim]:
    which, verb = slots.scope.meant, slots.clause.verb
    answered = verb.tagged("v.upr.accepted", "v.upr.noted", "v.upr.rate")
    if answered and response is None:
        return
    if about or slots.by:
        if answered and not slots.to:
            return
        yield from _detailed(slots, about, response)
        return
    if len(slots.to) != 1:
        return
    state = slots.to[0]
    if slots.of is not None:
        yield NumberReceived(state=state, which=which, n=slots.of)
    if slots.n is not None:
        yield NumberReceived(state=state, which=which, n=slots.n, bound=slots.bound, response=response)
    if slots.quantifier is Quantifier.HALF and slots.share is None and slots.bound is not Quantifier.EXACTLY:
        slots.share = Fraction(1, 2)
    if slots.share is not None and response is not None:
        bound = slots.bound if slots.n is None else Quantifier.EXACTLY
        yield ShareAccepted(state=state, which=which, response=response, share=slots.share, quantifier=bound)
    elif slots.n is None and response is not None and slots.quantifier in _WHOLE:
        yield ShareAccepted(state=state, which=which, response=response, quantifier=slots.quantifier or Quantifier.ALL)


_WHOLE = frozenset({Quantifier.ALL, Quantifier.NONE, Quantifier.MOST, Quantifier.HALF})


def _detailed(slots: Slots, about: list[About], response: Response | None) -> Iterator[Claim]:
    """Yield claims on recommendations of some states or on some matters."""
    quantifier = _quantifier(slots, response)
    if quantifier is None or not (slots.by or slots.to) or slots.share is not None or slots.of is not None:
        return
    for k, one in enumerate(about or [About("", (), (), True, frozenset())]):
        yield Recommended(
            by=slots.by,
            to=slots.to,
            which=slots.scope.meant,
            issues=one.issues,
            treaties=one.treaties,
            about=one.words,
            whole=one.whole,
            response=response,
            quantifier=quantifier if k == 0 else Quantifier.SOME,
            n=slots.n if k == 0 else None,
        )


def _quantifier(slots: Slots, response: Response | None) -> Quantifier | None:
    if slots.n is not None:
        return slots.bound
    if slots.quantifier is not None:
        return slots.quantifier
    linked, noun = slots.clause.linked, slots.noun
    if noun is None or response is None:
        return Quantifier.SOME
    before = [linked[k] for k in range(max(slots.clause.first, noun - 3), noun)]
    definite = any(m.text.lower() in _DEFINITE for m in before)
    owned = noun > 0 and (linked[noun - 1].text in {"'s", "’s", "’"} or linked[noun - 1].kind is Kind.STATE)
    return Quantifier.THE if definite or owned else Quantifier.SOME
