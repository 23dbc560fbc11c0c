"""Which verbs tell of a seat on the Council here: sitting, joining, leaving, a term that begins or ends."""

from collections.abc import Callable

from onrecord.claims.elections.nearby import COUNCIL, POSSESSIVE, ahead, back, following, spoken, state_ahead
from onrecord.claims.elections.race_verbs import got
from onrecord.claims.mentions import Kind, Linked


def seat_verb(linked: Linked, i: int) -> str:
    """Return what the verb at a place tells of a seat: is, come, leave …; nothing where it does not."""
    m = linked[i]
    return next((name for name, holds in _VERBS.items() if m.tagged(f"v.member.{name}") and holds(linked, i)), "")


def term_verb(linked: Linked, i: int) -> str:
    """Return what the verb at a place tells of a term: that it ends, begins, is held; nothing where it does not."""
    m = linked[i]
    return next((name for name, holds in _OF_A_TERM.items() if m.tagged(f"v.member.{name}") and holds(linked, i)), "")


def _sits(linked: Linked, i: int) -> bool:
    """Whether what a state is a member of is the Council: named, or nothing else is."""
    text = linked[i].text.lower()
    if _elsewhere(linked, i):
        return False
    if "council" in text:
        return True
    if text.split()[-1] in {"of", "the", "in", "on"}:
        named = next((a for a in ahead(linked, i, 3) if not a.tagged("term") and a.kind is not Kind.SMALL), None)
        return named is not None and named.tagged(*COUNCIL)
    near = any(a.tagged(*COUNCIL) for a in ahead(linked, i, 9))
    served = any(b.tagged("v.elect") for b in back(linked, i, len(linked)))
    alone = "member" in text or served or any(a.tagged("n.term") for a in ahead(linked, i, 5))
    return near or (alone and _nothing_named(linked, i))


def _nothing_named(linked: Linked, i: int) -> bool:
    """Whether no body stands right behind the verb: "was a member in 2013", "to serve from 2016 to 2018"."""
    after = following(linked, i)
    return (
        after is None
        or after.kind in {Kind.PERIOD, Kind.MARK, Kind.NUMBER}
        or after.tagged("n.term", "term", "order", "pronoun", "join", "elect")
        or after.text.lower() in {"a", "its", "for"}
    )


def _elsewhere(linked: Linked, i: int) -> bool:
    """Whether it is something of the Council, not the Council itself, that is meant: "the Council's core group"."""
    for k in range(i, min(i + 10, len(linked) - 1)):
        if linked[k].tagged(*COUNCIL) or "council" in linked[k].text.lower():
            return linked[k + 1].text in POSSESSIVE or linked[k + 1].tagged("n.session")
    return False


def _moves(linked: Linked, i: int) -> bool:
    if _elsewhere(linked, i):
        return False
    near = "seat" in linked[i].text.lower() or any(a.tagged("n.seat", "n.opening") for a in ahead(linked, i, 3))
    return near or _about(linked, i)


def _leaves(linked: Linked, i: int) -> bool:
    dated = any(a.kind is Kind.PERIOD for a in ahead(linked, i, 3)) and spoken(linked, *COUNCIL, "n.term")
    return _moves(linked, i) or (dated and not _elsewhere(linked, i))


def _about(linked: Linked, i: int) -> bool:
    return any(a.tagged(*COUNCIL, "n.term") for a in (linked[i], *ahead(linked, i, 5)))


def _ends_early(linked: Linked, i: int) -> bool:
    named = any(b.tagged(*COUNCIL) or "membership" in b.text.lower() for b in back(linked, i, 5))
    return (named or _about(linked, i)) and not _elsewhere(linked, i)


def _consists(linked: Linked, i: int) -> bool:
    of_whom = any(a.kind in {Kind.STATE, Kind.NUMBER, Kind.GROUP} or a.text == "the" for a in ahead(linked, i, 2))
    return of_whom and spoken(linked, "n.member.member", *COUNCIL)


def _succeeds(linked: Linked, i: int) -> bool:
    vacated = any(a.tagged("v.member.leave") for a in ahead(linked, i, 8)) or "seat" in linked[i].text.lower()
    about = spoken(linked, *COUNCIL, "n.seat", "n.race", "v.elect")
    return (state_ahead(linked, i, 2) and about) or vacated


def _may_stand(linked: Linked, i: int) -> bool:
    return any(a.tagged("term.next", "v.elect.again") for a in (linked[i], *ahead(linked, i)))


_VERBS: dict[str, Callable[[Linked, int], bool]] = {
    "barred": _may_stand,
    "eligible": _may_stand,
    "suspended": _ends_early,
    "withdrew": _ends_early,
    "return": _moves,
    "come": _moves,
    "leave": _leaves,
    "succeed": _succeeds,
    "is": _sits,
    "consist": _consists,
}


def _term_ends(linked: Linked, i: int) -> bool:
    if any(b.tagged("n.term") for b in back(linked, i, 7)):
        return not linked[i].tagged("v.member.is")
    return _term_ahead(linked, i)


def _term_begins(linked: Linked, i: int) -> bool:
    return _term_ahead(linked, i) or any(b.tagged("n.term") for b in back(linked, i, 4))


def _term_held(linked: Linked, i: int) -> bool:
    after = following(linked, i)
    helping = after is not None and after.tagged("v.member.term_have")
    gaining = linked[i].tagged("v.elect.get") and bool(got(linked, i))
    return not helping and not gaining and _term_ahead(linked, i)


def _term_ahead(linked: Linked, i: int) -> bool:
    return any(a.tagged("n.term") for a in ahead(linked, i)) and not linked[i].tagged("n.term")


_OF_A_TERM: dict[str, Callable[[Linked, int], bool]] = {
    "term_end": _term_ends,
    "term_begin": _term_begins,
    "term_have": _term_held,
}
