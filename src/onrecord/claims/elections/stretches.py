"""Cuts a sentence into stretches about elections and seats, one verb each."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from onrecord.claims.elections.nearby import ELECTION, ahead, back, list_start, spoken
from onrecord.claims.elections.race_verbs import election_verb, light_verb
from onrecord.claims.elections.seat_verbs import seat_verb, term_verb
from onrecord.claims.elections.stretch import Stretch
from onrecord.claims.elections.subjects import with_subjects
from onrecord.claims.mentions import Kind, Linked


def stretches(linked: Linked) -> list[Stretch]:
    """Return the parts of a sentence that are about elections or seats, in order."""
    verbs = [(i, kind) for i in range(len(linked)) if (kind := _kind(linked, i))]
    if not any(kind != "foreign" for _, kind in verbs):
        return _nominal(linked, verbs)
    return [_named(s) for s in with_subjects(linked, list(_cut(linked, verbs)))]


def _named(stretch: Stretch) -> Stretch:
    """A part with another verb that speaks of slates and candidates is about an election all the same."""
    if stretch.kind == "foreign" and stretch.has(*_BY_NOUN):
        return replace(stretch, kind="nominal")
    return stretch


_BY_NOUN = (
    "contest",
    "n.candidate.candidate",
    "n.seat",
    "n.newcomer.winner",
    "n.newcomer.loser",
    "n.newcomer.newcomer",
)


def _nominal(linked: Linked, verbs: Sequence[tuple[int, str]]) -> list[Stretch]:
    tags = _BY_NOUN if verbs else (*ELECTION, "n.term", "elect.session")
    seated = not verbs and spoken(linked, "n.member.member") and any(m.kind is Kind.NUMBER for m in linked.mentions)
    if not seated and not spoken(linked, *tags):
        return []
    whole = Stretch(linked, 0, len(linked) - 1, len(linked) - 1, "nominal")
    return with_subjects(linked, [whole])


def _kind(linked: Linked, i: int) -> str:
    """Return what a mention does as the verb of a stretch; nothing where it does not carry one here."""
    if not linked[i].tagged("v") or _worked_against(linked, i):
        return ""
    for relation, verb in (
        ("elect", election_verb(linked, i)),
        ("member", seat_verb(linked, i)),
        ("elect", light_verb(linked, i)),
        ("member", term_verb(linked, i)),
    ):
        if verb:
            return f"{relation}.{verb}"
    return "foreign" if _foreign(linked, i) else ""


def _worked_against(linked: Linked, i: int) -> bool:
    """Whether an election is named as what somebody worked against, which says nothing of how it went."""
    before = next((linked[k] for k in range(i - 1, -1, -1) if linked[k].kind is not Kind.SMALL), None)
    return linked[i].tagged("n.race.election") and before is not None and before.text.lower() == "against"


def _foreign(linked: Linked, i: int) -> bool:
    """Whether a mention is the verb of a part that others read; "15 states that" has no verb."""
    m = linked[i]
    if i and linked[i - 1].kind in {Kind.NUMBER, Kind.ORDINAL} and not m.text.lower().startswith("vot"):
        return False
    mine = m.tagged("v.elect", "v.member", "n.ballot", "n.race", "n.seat", "n.candidate", "n.term", "elect", "term")
    return not mine and m.kind is Kind.PHRASE and not m.tagged("foreign.none", "v.vote_won")


def _cut(linked: Linked, verbs: Sequence[tuple[int, str]]) -> Iterator[Stretch]:
    firsts = [0]
    for (p, _), (q, _) in pairwise(verbs):
        firsts.append(_begin(linked, p, q))
    lasts = [f - 1 for f in firsts[1:]] + [len(linked) - 1]
    for (i, kind), first, last in zip(verbs, firsts, lasts, strict=True):
        if first <= i <= last:
            yield Stretch(linked, first, last, i, kind)


def _begin(linked: Linked, p: int, q: int) -> int:
    """Return where the part of the verb at ``q`` begins, after that of the one at ``p``."""
    strong = [i for i in range(p + 1, q) if linked[i].kind is Kind.MARK and linked[i].text in ";:—"]
    low = strong[-1] if strong else p
    subject = _subject_start(linked, low, q)
    if subject is not None:
        return subject
    if strong:
        return strong[-1]
    joints = [i for i in range(p + 1, q) if _joint(linked, i)]
    if joints:
        return joints[-1]
    at = q
    while at - 1 > p and linked[at - 1].kind is Kind.SMALL:
        at -= 1
    return at


def _joint(linked: Linked, i: int) -> bool:
    m = linked[i]
    between = m.kind is Kind.MARK and m.text in {",", "(", "–"} and not _inside_a_list(linked, i)
    tied = m.tagged("join.while", "join.which") or (
        m.tagged("join.as") and m.text.lower() not in {"with", "since", "until"}
    )
    return between or tied or (m.tagged("join.and") and not _inside_a_list(linked, i))


def _inside_a_list(linked: Linked, i: int) -> bool:
    listed = (Kind.STATE, Kind.NUMBER, Kind.PERIOD, Kind.GROUP)
    before = next((m for m in back(linked, i, 3) if m.kind is not Kind.SMALL), None)
    after = next((m for m in ahead(linked, i, 3) if m.kind is not Kind.SMALL), None)
    return bool(before and after and before.kind in listed and after.kind in listed)


def _subject_start(linked: Linked, p: int, q: int) -> int | None:
    """Return where the subject right before a verb begins, with the word that ties it to what stands before."""
    at = q - 1
    while at > p and (
        linked[at].kind in {Kind.SMALL, Kind.WORD} or linked[at].tagged("order", "negation", "elect.margin", "term")
    ):
        if linked[at].tagged("join.which") or linked[at].text.lower() in {"of", "to", "in", "by"}:
            return None
        at -= 1
    if at <= p or not (linked[at].kind is Kind.STATE or linked[at].tagged("pronoun.it")):
        return None
    at = list_start(linked, p, at)
    while at - 1 > p and (linked[at - 1].text.lower() == "the" or linked[at - 1].tagged("join.while", "join.as")):
        at -= 1
    if at - 1 > p and (linked[at - 1].tagged("join.and") or linked[at - 1].text in {",", "("}):
        at -= 1
    return at
