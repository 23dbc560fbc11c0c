"""Whose a stretch is: the states its verb is about, its own or those of the stretch before."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.claims.elections.nearby import POSSESSIVE, ahead, following, light_word, list_start
from onrecord.claims.elections.stretch import Stretch
from onrecord.claims.mentions import Kind, Linked


def with_subjects(linked: Linked, found: Sequence[Stretch]) -> list[Stretch]:
    """Return the stretches of a sentence with the places of the states that each is about."""
    known: tuple[int, ...] = ()
    done: list[Stretch] = []
    for stretch in found:
        own = _own_subject(stretch)
        cut_off = not own and _relative(stretch)
        done.append(replace(stretch, subject=own or (() if cut_off else known), inherited=not own))
        known = own or known
    return done


def _own_subject(stretch: Stretch) -> tuple[int, ...]:
    linked = stretch.linked
    if _relative(stretch):
        before = _antecedent(stretch)
        if before is not None and linked[before].kind is Kind.STATE:
            start = list_start(linked, -1, before)
            return tuple(k for k in range(start, before + 1) if linked[k].kind is Kind.STATE)
        return ()
    return tuple(i for i in stretch.before if linked[i].kind is Kind.STATE and _heads(linked, i, stretch.first))


def _relative(stretch: Stretch) -> bool:
    linked = stretch.linked
    return linked[stretch.first].tagged("join.which") and stretch.first > 0


def _antecedent(stretch: Stretch) -> int | None:
    linked = stretch.linked
    return next((k for k in range(stretch.first - 1, -1, -1) if linked[k].kind is not Kind.MARK), None)


_OF = frozenset(
    {"of", "in", "from", "by", "for", "with", "on", "at", "to", "against", "between", "under", "like", "as", "via"}
)


def _heads(linked: Linked, i: int, first: int) -> bool:
    """Whether a state named before a verb is what the verb is about, not "Kenya's president", "a judge of Kenya"."""
    after = following(linked, i)
    if after is not None and after.text in POSSESSIVE:
        return _owns(linked, i + 1)
    if after is not None and after.kind in {Kind.WORD, Kind.NAME} and not light_word(after.text.lower()):
        return False
    start = list_start(linked, first - 1, i)
    k = start - 1
    while k >= first and linked[k].text.lower() == "the":
        k -= 1
    if k < first or linked[k].text.lower() not in _OF:
        return True
    return k > 0 and linked[k - 1].tagged("v.elect", "v.member", "n.candidate", "n.term", "n.newcomer")


def _owns(linked: Linked, at: int) -> bool:
    """Whether what stands behind "'s" is a seat, a term, a candidacy or votes."""
    for m in ahead(linked, at, 5):
        plain = m.kind in {Kind.ORDINAL, Kind.NUMBER, Kind.PERIOD, Kind.SMALL} or m.text in {"-", "three"}
        if m.tagged("n.ballot", "n.term", "n.race", "n.candidate", "n.seat", "v.elect", "v.member.leave"):
            return True
        if not (plain or m.tagged("order", "term", "contest")):
            return False
    return False
