"""Reads claims about the Universal Periodic Review: reviews, recommendations, shares, documents."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.claims.citations import cited
from onrecord.claims.clauses import Clause, clauses
from onrecord.claims.context import Context, Mood, Read
from onrecord.claims.mentions import Kind, Linked
from onrecord.claims.upr.read_answers import answers
from onrecord.claims.upr.read_documents import read_documents
from onrecord.claims.upr.read_numbered import read_numbered
from onrecord.claims.upr.read_orders import read_orders
from onrecord.claims.upr.read_pages import read_pages
from onrecord.claims.upr.read_partners import read_partners
from onrecord.claims.upr.read_reviews import read_reviews
from onrecord.claims.upr.scope import WhichRead
from onrecord.claims.upr.slots import Slots, slots_of
from onrecord.claims.upr.verbs import with_verbs
from onrecord.vocabulary.verdicts import Filled

_SURE = ("n.review.upr", "n.review.group", "n.recommendation.upr")
_DONE = ("v.upr.accepted", "v.upr.noted", "v.upr.received", "v.upr.resulted", "v.upr.rate")
_TELLING = frozenset({Kind.NUMBER, Kind.SHARE, Kind.STATE})
_OWN = frozenset({"we", "i"})
_LEADS = frozenset({"to", "that", "on", "including"})
_OBJECTS = frozenset({"those", "others", "them", "rest", "remaining", "remainder"})
_BODIES = frozenset({"committee", "rapporteur", "ombudsman", "commission", "subcommittee", "ngo", "ngos"})


def read(linked: Linked, context: Context) -> list[Read]:
    """Return the claims about the Universal Periodic Review that a sentence makes."""
    linked = with_verbs(linked)
    pages = read_pages(linked, context)
    if pages or context.mood in {Mood.FUTURE, Mood.HYPOTHETICAL} or not _about_reviews(linked, context):
        return pages
    for special in (read_numbered, read_documents, read_orders, read_partners):
        found = special(linked, context)
        if found:
            return found
    bare = _bare(linked)
    references = cited(linked)
    found = _of_clauses(bare, context)
    if not found or context.mood is Mood.APPEAL:
        found = list(read_reviews(bare, range(len(bare)), context, None))
    return [r.with_used(references) for r in found]


def _about_reviews(linked: Linked, context: Context) -> bool:
    """Whether a sentence is about the review, not about what committees and rapporteurs recommend."""
    outcome = any(m.tagged("upr.outcome") and re.search("upr|review", m.text.lower()) for m in linked.mentions)
    if outcome or any(m.tagged(*_SURE) for m in linked.mentions) or _led(context) or _of_a_report(linked):
        return True
    noun = next(linked.where("n.recommendation"), None)
    if noun is None or _of_others(linked, range(len(linked))):
        return False
    answered = any(m.tagged("v.upr.accepted", "v.upr.noted") for m in linked.mentions)
    named = any(m.kind in _TELLING or m.tagged("pronoun.it") for m in linked.mentions)
    return (answered and named) or any(m.tagged("n.review.review", "n.review.cycle") for m in linked.mentions)


def _of_a_report(linked: Linked) -> bool:
    """Whether a report of the working group is named, or its numbered recommendations are."""
    symbol = any(m.kind is Kind.SYMBOL and m.value[0].startswith("A/HRC/") for m in linked.mentions)
    group = any(m.tagged("upr.report") and "group" in m.text.lower() for m in linked.mentions)
    numbers = any(m.kind is Kind.PARAGRAPH for m in linked.mentions) and _has(linked, "n.recommendation")
    addition = any(m.kind is Kind.SYMBOL and "/Add." in m.value[0] for m in linked.mentions)
    addendum = addition and _has(linked, "upr.addendum")
    return group or addendum or (numbers and (symbol or not _of_others(linked, range(len(linked)))))


def _has(linked: Linked, tag: str) -> bool:
    return any(m.tagged(tag) for m in linked.mentions)


def _led(context: Context) -> bool:
    return context.lead is not None and any(m.tagged(*_SURE) for m in context.lead.mentions)


def _of_others(linked: Linked, places: Sequence[int]) -> bool:
    """Whether committees or mandate holders are named, whose recommendations are other ones."""
    return any(
        linked[i].kind in {Kind.MANDATE, Kind.TREATY_BODY}
        or linked[i].tagged("n.visitor")
        or linked[i].text.lower() in _BODIES
        for i in places
    )


def _bare(linked: Linked) -> Linked:
    """Return the sentence with its main verbs only: those that merely describe recommendations are none."""
    mentions = list(linked.mentions)
    for i in linked.where("v.upr"):
        if any(asks(linked, i) for asks in (_describes, _modifies, _speaks, _is_content)):
            tags = frozenset(t for t in mentions[i].tags if not t.startswith("v.upr"))
            mentions[i] = replace(mentions[i], tags=tags)
    return Linked(linked.text, tuple(mentions))


def _describes(linked: Linked, i: int) -> bool:
    """Whether a verb only describes recommendations: "the recommendations made by France", "it received in 2010"."""
    if not linked[i].tagged("v.upr.made", "v.upr.received", "v.upr.held") or linked[i].tagged("v.upr.accepted"):
        return False
    other = [k for k in linked.where(*_DONE) if k != i and not _speaks(linked, k)]
    here = i - 1
    while here > 0 and (linked[here].kind is Kind.SMALL or linked[here].tagged("pronoun", "join.which")):
        here -= 1
    before = [k for k in other if k < i and not _parted(linked, k, i)]
    return bool(before) and here >= 0 and linked[here].tagged("n.recommendation")


def _modifies(linked: Linked, i: int) -> bool:
    """Whether a verb is in a relative clause at the recommendations: "implemented the recommendations it accepted".

    With "that" it stays a verb of its own where the sentence says who made or received them.
    """
    here = i - 1
    while here > 0 and _subject(linked, here):
        here -= 1
    owned = any(linked[k].kind is Kind.STATE or linked[k].tagged("pronoun.it") for k in range(here + 1, i))
    relative = linked[here].text.lower() in {"that", "which"}
    noun = here - 1 if relative else here
    if not owned or noun < 0 or not linked[noun].tagged("n.recommendation"):
        return False
    told = any(k < noun and linked[k].tagged("v.upr.made", "v.upr.received") for k in linked.where("v.upr"))
    return not (relative and told)


def _is_content(linked: Linked, i: int) -> bool:
    """Whether a verb belongs to what was recommended: "recommendations to accept visits"."""
    noun = max((k for k in linked.where("n.recommendation") if k < i), default=None)
    if noun is None or not any(linked[k].text.lower().split()[0] in _LEADS for k in range(noun + 1, i)):
        return False
    following = [linked[k] for k in range(i + 1, min(len(linked), i + 5))]
    own = any(m.tagged("n.recommendation") or m.kind in _TELLING or m.text.lower() in _OBJECTS for m in following)
    passive = linked[i - 1].text.lower() in {"were", "was", "been"} or linked[i].text.lower().startswith(
        ("was ", "were ")
    )
    return not own and not passive and not _relative(linked, noun, i)


def _relative(linked: Linked, noun: int, i: int) -> bool:
    """Whether a verb says of the recommendations who accepted them: "… that Kazakhstan accepted"."""
    here = i - 1
    while here > noun and _subject(linked, here):
        here -= 1
    return linked[here].text.lower() in {"that", "which"} and here < i - 1


def _subject(linked: Linked, i: int) -> bool:
    """Whether a place can belong to who did it: a state, "it", "had"."""
    if linked[i].text.lower() in {"that", "which"}:
        return False
    return linked[i].kind in {Kind.STATE, Kind.SMALL} or linked[i].tagged("pronoun.it")


def _parted(linked: Linked, a: int, b: int) -> bool:
    return any(linked[k].kind is Kind.MARK and linked[k].text in ";:" for k in range(a, b))


def _speaks(linked: Linked, i: int) -> bool:
    """Whether a verb is the writer's own: "we welcome the support of", "we note that"."""
    before = [linked[k].text.lower() for k in range(max(0, i - 3), i)]
    return bool(_OWN & set(before)) and not linked[i].tagged("v.upr.made")


def _of_clauses(linked: Linked, context: Context) -> list[Read]:
    heard: list[Slots] = []
    for clause, relative in _joined([_with_part(c) for c in clauses(linked, "v.upr")]):
        if _of_others(linked, _around_noun(clause)):
            continue
        slots = slots_of(clause, context)
        if relative is not None:
            slots.answered = slots_of(relative, context)
        heard.append(slots)
    said = [s.scope for s in heard if s.scope.meant.said]
    found: list[Read] = []
    for k, slots in enumerate(heard):
        filled = _complete(slots, heard[k - 1] if k else None, said, context)
        if context.mood is not Mood.APPEAL:
            found += _claims(slots, filled, context)
    return found


def _with_part(clause: Clause) -> Clause:
    """Return a clause without "143 of" at its end, which belongs to the "which" after it, or with it at its head."""
    linked = clause.linked
    first, last = clause.first, clause.last
    if linked[first].text.lower() == "which" and first > 1 and linked[first - 1].text.lower() == "of":
        first -= 2 if linked[first - 2].kind in _TELLING else 1
    following = linked[last + 1].text.lower() if last + 1 < len(linked) else ""
    if following == "which" and linked[last].text.lower() == "of" and last - 2 > clause.predicate:
        last -= 2 if linked[last - 1].kind in _TELLING else 1
    return Clause(linked, first, last, clause.predicate)


def _around_noun(clause: Clause) -> list[int]:
    nouns = [i for i in clause.places if clause.linked[i].tagged("n.recommendation")]
    return [k for i in nouns for k in range(max(clause.first, i - 3), min(clause.last, i + 7) + 1)]


def _joined(found: Sequence[Clause]) -> Iterator[tuple[Clause, Clause | None]]:
    """Yield the clauses, each with the one that says of the same recommendations who accepted them."""
    held: Clause | None = None
    for clause in found:
        if held is not None and _continues(clause) and held.verb.tagged("v.upr.made", "v.upr.received"):
            yield held, clause
            held = None
            continue
        if held is not None:
            yield held, None
        held = clause
    if held is not None:
        yield held, None


def _continues(clause: Clause) -> bool:
    linked = clause.linked
    relative = linked[clause.first].text.lower() in {"that", "which"}
    own = any(
        linked[i].tagged("n.recommendation") or linked[i].kind in {Kind.NUMBER, Kind.SHARE} for i in clause.places
    )
    return relative and not own and clause.verb.tagged("v.upr.accepted", "v.upr.noted")


def _complete(slots: Slots, before: Slots | None, said: Sequence[WhichRead], context: Context) -> tuple[Filled, ...]:
    """Fill the state and the review that a clause leaves out from the clause before, or from around the sentence."""
    if before is not None:
        slots.to = slots.to or before.to
    if not slots.scope.meant.said:
        donor = before.scope if before is not None and before.scope.meant.said else said[0] if len(said) == 1 else None
        if donor is not None:
            slots.scope = replace(donor, used=set(slots.scope.used))
            slots.scope.tied = slots.scope.tied or slots.scope.loose
    makes = slots.clause.verb.tagged("v.upr.made", "v.upr.recommended") and slots.by
    if slots.to or makes:
        return ()
    linked = slots.clause.linked
    pronoun = next((i for i in slots.clause.places if linked[i].tagged("pronoun.it")), None)
    known = context.subject or context.about
    if known is None or (pronoun is None and before is None and not slots.scope.used):
        return ()
    slots.to = (known,)
    return (Filled("state", known, f"“{linked[pronoun].text}”" if pronoun is not None else "the text"),)


def _claims(slots: Slots, filled: tuple[Filled, ...], context: Context) -> Iterator[Read]:
    verb = slots.clause.verb
    if slots.noun is None and verb.tagged("v.upr.reviewed", "v.upr.held", "v.upr.resulted"):
        yield from read_reviews(slots.clause.linked, slots.clause.places, context, slots)
        return
    yield from answers(slots, filled)
    yield from read_reviews(slots.clause.linked, slots.clause.places, context, slots)
