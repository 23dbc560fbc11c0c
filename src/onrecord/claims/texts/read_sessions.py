"""Reads when a session of the Council was held, and that a text says something."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.claims.clauses import resolved
from onrecord.claims.context import Context, Read
from onrecord.claims.mentions import Kind, Linked
from onrecord.claims.phrases import next_to
from onrecord.claims.texts.phrases import texts_of
from onrecord.claims.texts.typed import Contents, Moment, PlaceInLine, SessionHeld
from onrecord.claims.typed import Quantifier
from onrecord.vocabulary.verdicts import Filled


def sessions_in(linked: Linked, context: Context) -> Iterator[Read]:
    """Yield "the 25th session of the Council was held from 3 to 28 March 2014"."""
    for noun in linked.where("n.session.regular"):
        number = next_to(linked, noun, -1, (Kind.SMALL, Kind.WORD, Kind.NAME))
        near = list(range(max(0, noun - 6), min(noun + 6, len(linked))))
        if number is None or linked[number].kind is not Kind.ORDINAL or not _of_the_council(linked, near):
            continue
        said = _session_days(linked, noun, context)
        if said is None:
            continue
        moment, at, verb = said
        period = resolved(linked[at], context)
        if period is not None:
            claim = SessionHeld(session=str(linked[number].value), period=period, moment=moment)
            used = frozenset({number, noun, at} | ({verb} if verb is not None else set()) | {k for k in near if linked[k].tagged("body")})  # fmt: skip  # noqa: E501
            yield Read(claim, used, min(number, at), max(noun, at))


def _of_the_council(linked: Linked, near: Sequence[int]) -> bool:
    words = {linked[k].text.lower() for k in near}
    strange = words & {"upr", "periodic", "review", "working", "group", "committee", "advisory", "forum"}
    return (
        any(linked[k].tagged("body.council") for k in near)
        and not strange
        and not any(linked[k].tagged("body.assembly", "body.security", "body.commission") for k in near)
    )


def _session_days(linked: Linked, noun: int, context: Context) -> tuple[Moment, int, int | None] | None:
    verb = next((k for k in range(noun + 1, min(noun + 7, len(linked))) if linked[k].tagged("v.content.held", "v.content.opened", "v.content.closed")), None)  # fmt: skip  # noqa: E501
    if verb is None:
        return None
    at = next((k for k in range(verb + 1, min(verb + 5, len(linked))) if linked[k].kind is Kind.PERIOD), None)
    if at is None or any(linked[k].tagged("negation") for k in range(noun, at)):
        return None
    m = linked[verb]
    moment = (
        Moment.OPENED
        if m.tagged("v.content.opened")
        else Moment.CLOSED
        if m.tagged("v.content.closed")
        else Moment.HELD
    )
    return moment, at, verb


def contents_in(linked: Linked, context: Context, said: Sequence[Read]) -> Iterator[Read]:
    """Yield that a text says something: its noun or symbol is the subject of a verb of saying."""
    taken = {i for r in said if isinstance(r.claim, PlaceInLine) and r.claim.recognised for i in r.used}
    for verb in linked.where("v.content.says"):
        if verb in taken:
            return
        before = next_to(linked, verb, -1, (Kind.SMALL,))
        if before is None:
            continue
        subject = _subject_text(linked, verb)
        if subject is None:
            continue
        first, places = subject
        found = texts_of(linked, places, context)
        texts, filled = found.texts, ()
        if not texts.described and context.texts is not None:
            texts, filled = context.texts, (Filled("text", context.texts.noun or "text", "an earlier sentence"),)
        texts = replace(texts, n=None, quantifier=Quantifier.THE)
        said_words = linked.words(verb, len(linked) - 1)
        used = frozenset(range(first, len(linked)))
        yield Read(Contents(texts=texts, said=said_words), used, first, len(linked) - 1, filled)
        return


def _a_text(linked: Linked, k: int) -> bool:
    """Whether a text is named: by its symbol, or by its noun behind an article."""
    if linked[k].kind is Kind.SYMBOL:
        return True
    noun = linked[k].tagged("n.text.resolution", "n.text.text", "n.text.decision")
    articles = {"the", "this", "that", "its", "a", "another"}
    return noun and (k == 0 or any(linked[j].text.lower().split()[0] in articles for j in range(max(0, k - 4), k + 1)))


def _subject_text(linked: Linked, verb: int) -> tuple[int, list[int]] | None:
    """Return where the text that is the subject of a verb of saying begins, with its places."""
    start = next(
        (k + 1 for k in range(verb - 1, -1, -1) if linked[k].text in {";", ":"} or linked[k].tagged("join.while")), 0
    )
    places = list(range(start, verb))
    nouns = [k for k in places if _a_text(linked, k)]
    if not nouns or any(linked[k].predicate and not linked[k].tagged("about", "n.text", "agent", "side") for k in range(nouns[0] + 1, verb)):  # fmt: skip  # noqa: E501
        return None
    if any(linked[k].kind in {Kind.STATE, Kind.GROUP} or linked[k].tagged("body") for k in range(start, nouns[0])):
        return None
    ahead = [linked[k] for k in range(nouns[0] + 1, verb)]
    if any(m.tagged("join.which") for m in ahead) or verb - nouns[-1] > 14:
        return None
    return start, places
