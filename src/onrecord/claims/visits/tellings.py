"""Finds where a sentence tells of visits: its words for them, the visitors, the state, the dates."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.claims.citations import cited
from onrecord.claims.clauses import resolved
from onrecord.claims.context import Context, Mood
from onrecord.claims.mentions import Kind, Linked, Mention
from onrecord.claims.phrases import states_of
from onrecord.claims.visits.visitors import Visitor, visitors_in
from onrecord.vocabulary.periods import Period
from onrecord.vocabulary.verdicts import Filled

_REACH = 6
"""So many words may stand between two words that speak of one visit."""
_MADE = ("conduct", "undert", "made", "paid", "carri", "complet", "conclud", "began", "begin", "end", "finish", "start")
_KINDS_OF = frozenset({"un", "international", "various", "visiting", "thematic", "independent", "united", "nations"})
_OWN = frozenset({"their", "his", "her", "its", "'s", "’s", "’"})


@dataclass(slots=True)
class Told:
    """One visit, or several, spoken of in a stretch: the words that speak of it, who visited, which state."""

    linked: Linked
    first: int
    last: int
    anchor: tuple[int, ...]
    visitors: list[Visitor]
    states: tuple[str, ...] = ()
    used: frozenset[int] = frozenset()
    filled: tuple[Filled, ...] = ()

    def tagged(self, *tags: str) -> bool:
        """Whether a word that speaks of the visit has one of the tags."""
        return any(self.linked[i].tagged(*tags) for i in self.anchor)

    @property
    def asked(self) -> bool:
        """Whether it tells of a request."""
        return self.tagged("v.visit.asked") or _requested(self.linked, self.anchor[0])

    @property
    def places(self) -> range:
        """All its places."""
        return range(self.first, self.last + 1)


def tellings(linked: Linked, context: Context) -> Iterator[Told]:
    """Yield each visit, or group of visits, that a sentence tells of."""
    visitors = visitors_in(linked)
    inside = {i for v in visitors for i in v.places}
    anchors = _anchors(linked, inside)
    for k, anchor in enumerate(anchors):
        low = anchors[k - 1][-1] + 1 if k else 0
        high = anchors[k + 1][0] - 1 if k + 1 < len(anchors) else len(linked) - 1
        found = _visitors_of(linked, anchor, [v for v in visitors if low <= v.first and v.last <= high])
        if not found or not _made(linked, anchor, context):
            continue
        first, last = _stretch(linked, anchor, found, low, high)
        told = Told(linked, first, last, anchor, list(found), used=frozenset(anchor))
        if _settle(told, context):
            yield told


def _anchors(linked: Linked, inside: set[int]) -> list[tuple[int, ...]]:
    """Return the words that speak of visits, those of one visit together: "hosted recent visits"."""
    found: list[list[int]] = []
    for i in linked.where("v.visit"):
        if i in inside:
            continue
        between = range(found[-1][-1] + 1, i) if found else ()
        near = found and len(between) <= _REACH and not any(_parts(linked, j) or j in inside for j in between)
        if near:
            found[-1].append(i)
        else:
            found.append([i])
    return [tuple(places) for places in found]


def _parts(linked: Linked, i: int) -> bool:
    return linked[i].kind in {Kind.STATE, Kind.PERIOD} or (linked[i].kind is Kind.MARK and linked[i].text in ",;:")


def _visitors_of(linked: Linked, anchor: Sequence[int], near: Sequence[Visitor]) -> list[Visitor]:
    """Return who made the visit: behind "by", "of" or a verb of receiving, before a verb of travelling."""
    before = [v for v in near if v.last < anchor[0]]
    after = [v for v in near if v.first > anchor[-1]]
    tags = [linked[i] for i in anchor]
    if _of_theirs(linked, anchor[0]):
        return before or (after[:1] if anchor[0] <= _REACH else [])
    if before and any(m.tagged("v.visit.host") for m in tags) and _received_by(linked, anchor[-1]):
        return before
    noun = any(m.tagged("v.visit.noun") for m in tags)
    if after and _leads_to(linked, anchor[-1], after[0].first, tags, noun):
        return after
    if before and _travelled(linked, anchor, tags, noun):
        return before
    gerund = linked[anchor[0]].text.lower().endswith("ing")
    return after[:1] if after and gerund and not any(m.tagged("v.visit.host") for m in tags) else []


def _travelled(linked: Linked, anchor: Sequence[int], tags: Sequence[Mention], noun: bool) -> bool:
    """Whether the words take who stands before them as the visitor."""
    if any(m.tagged("v.visit.host") for m in tags):
        return noun and _owned(linked, anchor)
    if any(m.tagged("v.visit.went", "v.visit.asked") for m in tags) and not noun:
        return True
    return _owned(linked, anchor) or any(m.tagged("v.visit.asked") for m in tags)


def _of_theirs(linked: Linked, noun: int) -> bool:
    """Whether a possessive stands right before the visit: "their visits", "his official visit"."""
    return any(linked[i].text.lower() in _OWN - {"its"} for i in range(max(0, noun - 2), noun))


def _received_by(linked: Linked, verb: int) -> bool:
    """Whether a verb of receiving is passive: "was received by Kazakhstan"."""
    following = [linked[i] for i in range(verb + 1, min(len(linked), verb + 4))]
    return len(following) > 1 and following[0].text.lower() == "by" and any(m.kind is Kind.STATE for m in following)


def _leads_to(linked: Linked, anchor: int, visitor: int, tags: Sequence, noun: bool) -> bool:
    between = [linked[i] for i in range(anchor + 1, visitor)]
    words = [m.text.lower() for m in between]
    if any(m.tagged("v.visit.passive") for m in tags) or words[:1] in (["by"], ["of"], ["from"]):
        return len(between) <= _REACH
    if noun and any(w in {"by", "of", "from"} for w in words):
        return len(between) <= 2 * _REACH and not any(m.text == ";" for m in between)
    host = any(m.tagged("v.visit.host", "v.visit.asked") for m in tags)
    return host and len(between) <= 4 and all(_adjective(m) for m in between) and not _possesses(linked, visitor)


def _adjective(m: Mention) -> bool:
    small = m.kind is Kind.SMALL and m.text.lower() != "of"
    return small or m.kind is Kind.NUMBER or m.tagged("q", "bound") or m.text.lower() in _KINDS_OF


def _possesses(linked: Linked, visitor: int) -> bool:
    following = linked[visitor + 1] if visitor + 1 < len(linked) else None
    return following is not None and following.text in _OWN


def _owned(linked: Linked, anchor: Sequence[int]) -> bool:
    """Whether the visit is the visitor's: "their visits", "the Rapporteur's visit", "conducted a visit"."""
    near = [linked[i].text.lower() for i in range(max(0, anchor[0] - 5), anchor[0])]
    return bool(_OWN & set(near)) or any(w.startswith(_MADE) for w in near)


def _made(linked: Linked, anchor: Sequence[int], context: Context) -> bool:
    """Whether the words can tell of a visit made or asked for: not one that is planned, refused or wished for."""
    asked = any(linked[i].tagged("v.visit.asked") for i in anchor) or _requested(linked, anchor[0])
    around = range(max(0, anchor[0] - 4), min(len(linked), anchor[-1] + 4))
    if any(linked[i].tagged("visit.unmade") for i in around) and not asked:
        return False
    before = linked[anchor[0] - 1].text.lower() if anchor[0] else ""
    if before == "to" and not linked[anchor[0]].tagged("v.visit.noun") and not asked:
        return False
    if context.mood is Mood.APPEAL and not asked:
        return _settled(linked, anchor)
    return True


def _requested(linked: Linked, anchor: int) -> bool:
    """Whether a request leads to the visit: "requests by the Special Rapporteur to visit"."""
    near = [linked[i].text.lower() for i in range(max(0, anchor - 8), anchor)]
    return any(word.startswith("request") for word in near)


def _settled(linked: Linked, anchor: Sequence[int]) -> bool:
    """Whether an appeal takes a visit for granted: "the recommendations made following his visit in 2010"."""
    noun = linked[anchor[-1]].tagged("v.visit.noun")
    owned = anchor[0] > 0 and linked[anchor[0] - 1].text.lower() in {"their", "his", "her", "the", "'s"}
    dated = any(linked[i].kind is Kind.PERIOD for i in range(anchor[-1], min(len(linked), anchor[-1] + 5)))
    return noun and owned and dated


def _stretch(linked: Linked, anchor: Sequence[int], found: Sequence[Visitor], low: int, high: int) -> tuple[int, int]:
    """Return the stretch that a telling answers for: up to the nearest break around its words and visitors."""
    first, last = min(anchor[0], found[0].first), max(anchor[-1], found[-1].last)
    while first > low and not _break(linked, first - 1):
        first -= 1
    while last < high and not _break(linked, last + 1):
        last += 1
    return first, last


def _break(linked: Linked, i: int) -> bool:
    return linked[i].tagged("join.while") or (linked[i].kind is Kind.MARK and linked[i].text in ";:—–")


def _settle(told: Told, context: Context) -> bool:
    """Find the state visited and the date of each visitor; False where the state is not known."""
    linked = told.linked
    inside = {i for v in told.visitors for i in v.places}
    references = cited(linked)
    free = [i for i in told.places if i not in inside | references]
    states = [i for i in free if linked[i].kind is Kind.STATE]
    if any(linked[i - 1].text.lower() in {"unlike", "like", "than"} for i in states if i):
        return False
    chosen = [i for i in states if _visited_there(linked, i)] or [i for i in states if told.tagged("v.visit.host")]
    codes = tuple(dict.fromkeys(c for i in chosen or states for c in states_of(linked[i], context)))
    told.used |= inside | references | set(chosen or states)
    if not codes:
        pronoun = next((i for i in free if linked[i].tagged("pronoun.it")), None)
        known = context.subject or context.about
        if states or known is None:
            return False
        codes = (known,)
        told.filled = (Filled("state", known, f"“{linked[pronoun].text}”" if pronoun is not None else "the text"),)
    told.states = codes
    told.visitors = _dated(told, free, context)
    return len(codes) == 1 or not told.filled


def _visited_there(linked: Linked, i: int) -> bool:
    """Whether a state stands where the visited one does: after "to", "visited", "in"."""
    before = linked[i - 1] if i else None
    if before is not None and before.text.lower() == "the":
        before = linked[i - 2] if i > 1 else None
    if before is None:
        return False
    listed = before.text == "," or before.tagged("join.and")
    there = before.text.lower() in {"to", "in"} or before.tagged("v.visit.went", "v.visit.asked")
    return there or (listed and i > 1 and linked[i - 2].kind is Kind.STATE and _visited_there(linked, i - 2))


def _dated(told: Told, free: Sequence[int], context: Context) -> list[Visitor]:
    """Return the visitors with their dates: a date is that of the visitors before it that have none yet."""
    linked = told.linked
    starts = {v.first: k for k, v in enumerate(told.visitors)}
    dated, pending, front = list(told.visitors), [], None
    for i in told.places:
        if i in starts:
            pending.append(starts[i])
        elif i in free and linked[i].kind is Kind.PERIOD and (period := resolved(linked[i], context)):
            if not pending and not _in_front(told, i):
                continue
            told.used |= {i}
            if not pending and front is not None:
                front = _narrower(front, period)
            elif not pending:
                front = period
            for k in pending:
                dated[k] = replace(dated[k], period=period)
            pending = []
    dated = [v if v.period else replace(v, period=front) for v in dated]
    return [_onwards(v) for v in dated] if _bare_since(told) else dated


def _bare_since(told: Told) -> bool:
    """Whether "since" closes the words: "…, and has hosted ten mandate holders since"."""
    linked = told.linked
    ends = (i for i in told.places if linked[i].text.lower() in {"since", "since then"})
    return any(i + 1 == len(linked) or linked[i + 1].kind is Kind.MARK or i + 1 in told.anchor for i in ends)


def _onwards(visitor: Visitor) -> Visitor:
    return replace(visitor, period=Period(visitor.period.first, None)) if visitor.period else visitor


def _in_front(told: Told, i: int) -> bool:
    """Whether a date before any visitor dates the visit: at the head of the stretch, or beside its words."""
    near = {j for a in told.anchor for j in range(a - 4, a + 6)}
    return i <= told.first + 4 or i in near or any(i >= v.first - 4 for v in told.visitors if v.first > i)


def _narrower(a: Period, b: Period) -> Period:
    return b if b.within(a) else a
