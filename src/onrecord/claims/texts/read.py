"""Reads claims about the adoption of texts, their number and place among others, what they say, and sessions."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.claims.clauses import Clause, clauses_at, resolved
from onrecord.claims.context import Context, Mood, Read
from onrecord.claims.events.own_words import with_own_words
from onrecord.claims.events.voices import denial
from onrecord.claims.mentions import Kind, Linked
from onrecord.claims.phrases import next_to
from onrecord.claims.texts.phrases import TextsOf, owned, texts_of
from onrecord.claims.texts.read_citations import citations
from onrecord.claims.texts.typed import Adopted, Contents, Moment, NumberAdopted, Place, PlaceInLine, SessionHeld
from onrecord.claims.typed import Quantifier, Texts
from onrecord.vocabulary.verdicts import Filled

_ELSEWHERE = ("n.statement", "n.session.special", "n.treaty", "n.recommendation", "n.pledge", "n.candidate")
_COUNTING = frozenset(
    {
        Quantifier.EXACTLY,
        Quantifier.AT_LEAST,
        Quantifier.AT_MOST,
        Quantifier.MORE_THAN,
        Quantifier.FEWER_THAN,
        Quantifier.ABOUT,
    }
)
_NOUNS = ("n.text.resolution", "n.text.text", "n.text.decision", "n.text.draft")


def read(linked: Linked, context: Context) -> list[Read]:
    """Return the claims about texts and sessions that a sentence makes."""
    linked = with_own_words(with_own_words(linked, "texts", "v", "n.titled"), "votes", "v.outcome")
    said: list[Read] = []
    said += _adopted_then(linked, context)
    if context.mood in {Mood.ASSERTED, Mood.FUTURE}:
        said += _sessions(linked, context)
        if not any(linked.where(*_ELSEWHERE)) and not any(linked.of_kind(Kind.TREATY)):
            said += [*_adopted(linked, context), *_in_line(linked, context), *citations(linked, context)]
    if not any(linked.where("v.vote", *_ELSEWHERE)) or any(linked.where("v.content")):
        said += _contents(linked, context, said)
    return said


def _adopted_then(linked: Linked, context: Context) -> Iterator[Read]:
    """Yield "resolution 60/251, adopted on 15 March 2006", said in passing, also where the sentence asks for more."""
    for verb in linked.where("v.outcome.adopted"):
        symbol = next_to(linked, verb, -1, (Kind.SMALL, Kind.MARK))
        day = next_to(linked, verb, 1)
        if (
            symbol is None
            or day is None
            or linked[symbol].kind is not Kind.SYMBOL
            or linked[day].kind is not Kind.PERIOD
        ):
            continue
        start = next((k for k in range(symbol - 1, max(-1, symbol - 5), -1) if linked[k].tagged("body")), symbol)
        found = texts_of(linked, list(range(start, day + 1)), context)
        if found.texts.period is not None and not any(linked[k].tagged("negation") for k in range(symbol, day)):
            used = found.used | set(range(start, day + 1))
            yield Read(Adopted(texts=replace(found.texts, n=None)), frozenset(used), start, day)


def _adopted(linked: Linked, context: Context) -> Iterator[Read]:
    verbs = [i for i in linked.where("v.outcome.adopted") if not _of_a_state(linked, i) and not _in_passing(linked, i)]
    for clause in clauses_at(linked, verbs):
        if any(linked[i].tagged("v.vote") or linked[i].kind is Kind.TALLY for i in clause.places) or denial(clause):
            continue
        if not any(linked[i].tagged(*_NOUNS) or linked[i].kind is Kind.SYMBOL for i in clause.places):
            continue
        found = texts_of(linked, clause.places, context)
        yield from _adoption(clause, found)


def _in_passing(linked: Linked, i: int) -> bool:
    before, after = next_to(linked, i, -1, (Kind.SMALL, Kind.MARK)), next_to(linked, i, 1)
    return (
        before is not None
        and after is not None
        and linked[before].kind is Kind.SYMBOL
        and linked[after].kind is Kind.PERIOD
    )


def _of_a_state(linked: Linked, i: int) -> bool:
    """Whether it is a state, not the Council, that adopts: a law, say."""
    before = next_to(linked, i, -1, (Kind.SMALL, Kind.MARK))
    return before is not None and linked[before].kind is Kind.STATE and "was" not in linked[i].text.lower().split()


def _adoption(clause: Clause, found: TextsOf) -> Iterator[Read]:
    linked, texts = clause.linked, found.texts
    how = {linked[i].under("how") for i in clause.places if linked[i].tagged("how")} & {"vote", "without", "unanimous"}
    used = found.used | {clause.predicate} | _grammar(clause) | _terms(linked, clause.places)
    if texts.n is not None and texts.quantifier in _COUNTING and texts.of is None:
        sponsors = any(linked[i].tagged("n.sponsor", "v.sponsor", "agent") for i in clause.places)
        if "unanimous" not in how and not sponsors:
            meant = replace(texts, n=None, quantifier=Quantifier.THE, body=None)
            way = "vote" if "vote" in how else "without" if "without" in how else ""
            if not (meant.described or meant.period):
                return
            yield Read(
                NumberAdopted(texts=meant, n=texts.n, bound=texts.quantifier, how=way), used, clause.first, clause.last
            )
        return
    if texts.plural or texts.quantifier not in {Quantifier.THE, Quantifier.EXACTLY}:
        return
    way = next((w for w in ("unanimous", "without", "vote") if w in how), "")
    themed = bool(texts.title) and not texts.topics and not texts.symbols
    if not (texts.symbols or texts.topics or texts.title) or len(texts.sessions) > 1:
        return
    if texts.period or texts.sessions or (themed and way):
        meant = replace(texts, n=None, quantifier=Quantifier.THE)
        yield Read(Adopted(texts=meant, how=way), used, clause.first, clause.last)


def _terms(linked: Linked, places: Sequence[int]) -> frozenset[int]:
    """Return the places of whose term it was in, which says nothing of the text: "during Spain's membership"."""
    return frozenset(
        i
        for i in places
        if linked[i].kind is Kind.STATE
        and any(
            linked[k].tagged("n.term", "n.member") or "membership" in linked[k].text
            for k in range(i + 1, min(i + 5, len(linked)))
        )
        and linked[i + 1].text in {"'s", "’s", "'", "’"}
    )


def _grammar(clause: Clause) -> frozenset[int]:
    return frozenset(i for i in clause.places if clause.linked[i].tagged("how", "body", "scope", "n.text", "n.titled"))


def _in_line(linked: Linked, context: Context) -> Iterator[Read]:
    """Yield claims to be the first, last or only text on a theme."""
    for i in [*linked.where("order.first", "order.last", "q.only")]:
        noun = _noun_after(linked, i)
        if noun is None or _qualified(linked, i, noun):
            continue
        first, last = _stretch(linked, i, noun)
        places = list(range(first, last + 1))
        if owned(linked, places) or any(linked[k].tagged("how", "agent", "negation") for k in places):
            continue
        found = texts_of(linked, places, context)
        texts = replace(found.texts, n=None, quantifier=Quantifier.THE, body=None)
        if not (texts.topics or texts.title) or (texts.period and not _dated_as_its_own(linked, i, places)):
            continue
        place = (
            Place.ONLY if linked[i].tagged("q.only") else Place.LAST if linked[i].tagged("order.last") else Place.FIRST
        )
        texts, filled = _its_own(linked, texts, context, i)
        by = (
            None if texts.symbols or texts.period or texts.sessions or not _pronoun_before(linked, i) else context.about
        )
        if by is not None:
            filled = (*filled, Filled("state", by, "the state the text is about"))
        used = found.used | {i} | frozenset(range(i, noun + 1)) | _small_words(linked, places) | _terms(linked, places)
        yield Read(PlaceInLine(texts=texts, place=place, by=by), used, first, last, filled)
    yield from _recognised(linked, context)


def _noun_after(linked: Linked, i: int) -> int | None:
    """Return the noun of a text that a "first" or "only" stands before."""
    for k in range(i + 1, min(i + 6, len(linked))):
        if linked[k].tagged(*_NOUNS):
            return None if linked[k].text.lower().endswith("s") else k
        if linked[k].kind in {Kind.NUMBER, Kind.PERIOD, Kind.STATE} or linked[k].predicate:
            return None
    return None


def _qualified(linked: Linked, i: int, noun: int) -> bool:
    """Whether more than "ever", "Council" or "UN" narrows the series: "the first Swiss resolution"."""
    plain = {"ever", "-", "council", "un", "unhrc", "of", "its", "the", "kind", "such", "standalone", "stand", "alone", "dedicated", "single", "country", "specific", "thematic", "human", "rights", "substantive", "united", "nations"}  # fmt: skip  # noqa: E501
    return any(
        linked[k].text.lower() not in plain and not linked[k].tagged("body", "scope") for k in range(i + 1, noun)
    )


def _stretch(linked: Linked, i: int, noun: int) -> tuple[int, int]:
    ends = [k for k in range(noun, len(linked)) if linked[k].text in {";", ":"} or linked[k].tagged("join.while")]
    starts = [k for k in range(i) if linked[k].text in {";", ":"} or linked[k].tagged("join.while")]
    return (starts[-1] + 1 if starts else 0), (ends[0] - 1 if ends else len(linked) - 1)


def _dated_as_its_own(linked: Linked, i: int, places: Sequence[int]) -> bool:
    """Whether the date is the text's own and does not bound the series: it stands before, or behind "adopted"."""
    at = [k for k in places if linked[k].kind is Kind.PERIOD]
    return all(k < i or any(linked[j].tagged("v.outcome") for j in range(places[0], k)) for k in at)


def _its_own(linked: Linked, texts: Texts, context: Context, i: int) -> tuple[Texts, tuple[Filled, ...]]:
    """Fill which text is meant from the sentence before: "It was the first resolution on …"."""
    if texts.symbols or texts.period or texts.sessions or context.texts is None:
        return texts, ()
    if not _pronoun_before(linked, i):
        return texts, ()
    known = context.texts
    filled = replace(texts, symbols=known.symbols, period=known.period, sessions=known.sessions)
    return filled, (Filled("text", known.noun or "text", "an earlier sentence"),)


def _pronoun_before(linked: Linked, i: int) -> bool:
    return any(linked[k].tagged("pronoun") or linked[k].text.lower() in {"this", "it"} for k in range(i))


def _small_words(linked: Linked, places: Sequence[int]) -> frozenset[int]:
    return frozenset(
        k for k in places if linked[k].tagged("v.outcome", "body", "scope", "n.text", "pronoun", "n.session")
    )


def _recognised(linked: Linked, context: Context) -> Iterator[Read]:
    """Yield "with 57/18 the Council recognised for the first time that domestic violence …"."""
    firsts = [i for i in linked.where("order.first") if "time" in linked[i].text.lower()]
    verbs = [
        i
        for i in linked.where("v.content")
        if "recogni" in linked[i].text.lower() or "acknowledg" in linked[i].text.lower()
    ]
    if not firsts or not verbs:
        return
    that = next((k for k in range(verbs[0], len(linked)) if linked[k].text.lower() == "that"), None)
    if that is None:
        return
    end = next((k for k in range(that, len(linked)) if linked[k].text.lower() in {"is", "are", "was", "were", "constitutes", "can"}), None)  # fmt: skip  # noqa: E501
    words = tuple(linked[k].text for k in range(that + 1, end or that) if linked[k].kind in {Kind.WORD, Kind.NAME})
    found = texts_of(linked, list(range(0, that)), context)
    texts = replace(found.texts, title=words, topics=(), n=None, quantifier=Quantifier.THE, body=None)
    texts, filled = _its_own(linked, texts, context, verbs[0])
    if (
        not filled
        and not (texts.symbols or texts.period or texts.sessions)
        and context.texts is not None
        and _a_noun(linked, that)
    ):
        known = context.texts
        texts = replace(texts, symbols=known.symbols, period=known.period, sessions=known.sessions)
        filled = (Filled("text", known.noun or "text", "an earlier sentence"),)
    if not words or not (texts.symbols or texts.period or texts.sessions):
        return
    used = found.used | {firsts[0], verbs[0]}
    yield Read(PlaceInLine(texts=texts, place=Place.FIRST, recognised=True), used, 0, end or that, filled)


def _a_noun(linked: Linked, end: int) -> bool:
    return any(linked[k].tagged(*_NOUNS) for k in range(end))


def _sessions(linked: Linked, context: Context) -> Iterator[Read]:
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


def _contents(linked: Linked, context: Context, said: Sequence[Read]) -> Iterator[Read]:
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
