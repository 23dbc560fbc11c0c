"""Reads the claims about elections and about seats that a sentence makes; both come from the same stretches of it."""

from collections.abc import Sequence
from functools import lru_cache

from onrecord.claims.context import Context, Mood, Read
from onrecord.claims.elections.hearing import Hearing, hear
from onrecord.claims.elections.read import claims_of as election_claims
from onrecord.claims.elections.stretches import stretches
from onrecord.claims.membership.read import claims_of as seat_claims
from onrecord.claims.membership.read_terms import named_terms
from onrecord.claims.mentions import Linked
from onrecord.claims.typed import Claim

Told = tuple[Hearing, list[Claim]]


def read_elections(linked: Linked, context: Context) -> list[Read]:
    """Return the claims about elections that a sentence makes."""
    return [r for r in _reads(linked, context) if r.claim.relation == "election"]


def read_seats(linked: Linked, context: Context) -> list[Read]:
    """Return the claims about seats and terms that a sentence makes."""
    return [r for r in _reads(linked, context) if r.claim.relation == "membership"]


@lru_cache(maxsize=8)
def _reads(linked: Linked, context: Context) -> tuple[Read, ...]:
    if context.mood in {Mood.APPEAL, Mood.HYPOTHETICAL}:
        return ()
    parts = stretches(linked)
    mine = [s for s in parts if s.kind != "foreign" and not s.has("foreign.elect", "body.security", "body.commission")]
    heard = [hear(s, context, parts) for s in mine]
    told = [(one, _claims(heard, k, context)) for k, one in enumerate(heard)]
    found = [r for first, last, one, claims in _extents(told) for r in _as_read(one, claims, first, last)]
    taken = frozenset(
        i for one, claims in told if claims or one.stretch.at < one.stretch.last for i in one.stretch.places
    )
    return (*found, *named_terms(linked, context, taken))


def _claims(heard: Sequence[Hearing], k: int, context: Context) -> list[Claim]:
    one = heard[k]
    found: list[Claim] = []
    if not one.stretch.kind.startswith("member"):
        one.fill([h for h in heard if h is not one and not h.stretch.kind.startswith("member")], context)
        found += election_claims(one)
    if not one.stretch.kind.startswith("elect"):
        if not found:
            one.used.clear()
            one.filled.clear()
            one.fill([], context, own_date_only=True)
        found += seat_claims(one, heard[:k], heard[k + 1 :])
    return [] if _left_over(one) else list(dict.fromkeys(found))


_TURNING = (
    "n.term.one",
    "n.term.two",
    "term.consecutive",
    "term.non_consecutive",
    "term.throughout",
    "n.times.twice",
    "n.times.thrice",
    "n.times.once",
    "elect.more",
    "elect.fewer",
    "elect.equal",
    "elect.ahead",
    "elect.behind",
    "elect.any_other",
    "elect.tied",
    "elect.founded",
    "elect.last",
    "order.than",
    "contest",
)
"""Words that would change what is claimed of elections and seats, and that only these readings weigh."""


def _left_over(one: Hearing) -> bool:
    """Whether a word that turns the claim was not weighed: then the stretch is not understood."""
    return any(one.linked[i].tagged(*_TURNING) and i not in one.used for i in one.stretch.places)


def _extents(told: Sequence[Told]) -> list[tuple[int, int, Hearing, list[Claim]]]:
    """Give each part that makes claims the stretch it answers for: with it the parts beside it that were not read."""
    spoken = [k for k, (_, claims) in enumerate(told) if claims]
    found = []
    for n, k in enumerate(spoken):
        first = told[0][0] if n == 0 else told[k][0]
        until = spoken[n + 1] - 1 if n + 1 < len(spoken) else len(told) - 1
        found.append((first.stretch.first, told[until][0].stretch.last, *told[k]))
    return found


def _as_read(one: Hearing, claims: Sequence[Claim], first: int, last: int) -> list[Read]:
    return [Read(claim, frozenset(one.used), first, last, tuple(one.filled)) for claim in claims]
