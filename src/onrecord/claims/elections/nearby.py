"""The words around a place of a sentence, and the nouns that show what it is about."""

from collections.abc import Iterator

from onrecord.claims.mentions import Kind, Linked, Mention

ELECTION = ("n.race", "n.seat", "n.candidate", "n.ballot.votes", "n.newcomer", "n.slate", "n.opening", "contest")
"""Nouns that show that a sentence is about an election."""
COUNCIL = ("body.council",)
"""The Council under its names."""
POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_NEAR = 6
_AFTER_A_NAME = frozenset(
    {"also", "again", "now", "then", "still", "itself", "both", "alone", "too", "together", "did"}
)


def spoken(linked: Linked, *tags: str) -> bool:
    """Return whether a sentence has a mention with one of the tags."""
    return any(m.tagged(*tags) for m in linked.mentions)


def ahead(linked: Linked, i: int, steps: int = _NEAR) -> Iterator[Mention]:
    """Return the mentions behind a place, the nearest first."""
    return (linked[k] for k in range(i + 1, min(i + 1 + steps, len(linked))))


def back(linked: Linked, i: int, steps: int = _NEAR) -> Iterator[Mention]:
    """Return the mentions before a place, the nearest first."""
    return (linked[k] for k in range(i - 1, max(-1, i - 1 - steps), -1))


def following(linked: Linked, i: int) -> Mention | None:
    """Return the mention right behind a place; None at the sentence's end."""
    return linked[i + 1] if i + 1 < len(linked) else None


def state_ahead(linked: Linked, i: int, steps: int) -> bool:
    """Return whether a state stands among the next mentions."""
    return any(a.kind is Kind.STATE for a in ahead(linked, i, steps))


def light_word(word: str) -> bool:
    """Return whether a word may stand between a state and its verb: an adverb."""
    return word.endswith("ly") or word in _AFTER_A_NAME


def list_start(linked: Linked, p: int, at: int) -> int:
    """Return where a list of states that ends at a place begins: "A, B and C" back from C, not beyond ``p``."""
    tied_by_and = False
    while (earlier := _listed_before(linked, p, at, tied_by_and)) is not None:
        tied_by_and, at = True, earlier
    return at


def _listed_before(linked: Linked, p: int, at: int, tied_by_and: bool) -> int | None:
    k = at - 1
    while k > p and linked[k].text.lower() == "the":
        k -= 1
    if k <= p or not (linked[k].tagged("join.and") or (tied_by_and and linked[k].text == ",")):
        return None
    j = k - 1
    if linked[k].tagged("join.and") and j > p and linked[j].text == ",":
        j -= 1
    return j if j > p and linked[j].kind is Kind.STATE else None
