"""Whether a reading used every word that would change what is claimed."""

from onrecord.claims.context import Read
from onrecord.claims.mentions import HARD, Kind, Linked, Mention

_HARD_TAGS = (
    "negation",
    "except",
    "q.only",
    "q.none",
    "q.most",
    "q.half",
    "order.never",
    "order.highest",
    "order.lowest",
    "order.first",
    "order.more",
    "order.fewer",
    "order.again",
    "bound.least",
    "bound.under",
    "selection",
    "share.often",
)
"""Words of the lexicon that turn or bound a claim."""


def unaccounted(linked: Linked, read: Read, used: frozenset[int]) -> list[int]:
    """Return the places in a reading's stretch that would change the claim and that no claim uses.

    A state named again where the reading is about it already adds nothing.
    """
    own = {linked[i].value for i in read.used if linked[i].kind is Kind.STATE}
    left = [i for i in range(read.first, read.last + 1) if i not in used and _counts(linked[i])]
    return [i for i in left if not (linked[i].kind is Kind.STATE and linked[i].value in own)]


def _counts(mention: Mention) -> bool:
    return mention.kind in HARD or mention.tagged(*_HARD_TAGS)
