"""Reads claims about the adoption of texts, their number and place among others, what they say, and sessions."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.claims.clauses import Clause, clauses_at
from onrecord.claims.context import Context, Mood, Read
from onrecord.claims.events.own_words import with_own_words
from onrecord.claims.events.voices import denial
from onrecord.claims.mentions import Kind, Linked
from onrecord.claims.phrases import next_to
from onrecord.claims.texts.phrases import TextsOf, owned, texts_of, ways_adopted
from onrecord.claims.texts.read_citations import citations
from onrecord.claims.texts.read_sessions import contents_in, sessions_in
from onrecord.claims.texts.typed import Adopted, NumberAdopted, Place, PlaceInLine
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
        said += sessions_in(linked, context)
        if not any(linked.where(*_ELSEWHERE)) and not any(linked.of_kind(Kind.TREATY)):
            said += [*_adopted(linked, context), *_in_line(linked, context), *citations(linked, context)]
    if not any(linked.where("v.vote", *_ELSEWHERE)) or any(linked.where("v.content")):
        said += contents_in(linked, context, said)
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
    passive = {"was", "were", "been", "being", "is", "are"} & set(linked[i].text.lower().split())
    return before is not None and linked[before].kind is Kind.STATE and not passive


def _adoption(clause: Clause, found: TextsOf) -> Iterator[Read]:
    linked, texts = clause.linked, found.texts
    how = ways_adopted(linked, clause.places, clause.predicate)
    used = found.used | {clause.predicate} | _grammar(clause) | _terms(linked, clause.places)
    if texts.n is not None and texts.quantifier in _COUNTING and texts.of is None:
        sponsors = any(linked[i].tagged("n.sponsor", "v.sponsor", "agent") for i in clause.places)
        if "unanimous" not in how and not sponsors:
            meant = replace(texts, n=None, quantifier=Quantifier.THE, body=None)
            way = "vote" if "vote" in how else "without" if "without" in how else ""
            if not (meant.described or meant.period) or any(linked[i].tagged("include.among") for i in clause.places):
                # "six resolutions, including on Syria": six of them are not on Syria.
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
