"""Reads the noun phrase of a joint statement or special session into a description of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from onrecord.claims.clauses import Clause, met, resolved
from onrecord.claims.context import Context
from onrecord.claims.events.phrase_bounds import closing, spans
from onrecord.claims.events.typed import Behind, Described, Side
from onrecord.claims.events.voices import behind, number_at
from onrecord.claims.mentions import Kind, Linked
from onrecord.claims.phrases import BOUNDS, QUANTIFIERS, next_to, states_of
from onrecord.claims.typed import Quantifier, Topic
from onrecord.vocabulary.periods import Period

_CITIES = {"HKG": ("CHN", "hong kong")}
"""Names that are states' elsewhere and parts of a situation here."""
_NOUN_END = ("join", "v", "agent", "side", "about.situation")


@dataclass(frozen=True, slots=True)
class Phrase:
    """One noun phrase with what it describes, who it says is behind it, and its places."""

    anchor: int
    first: int
    last: int
    described: Described
    behind: Behind | None
    used: frozenset[int]


@dataclass(slots=True)
class _Got:
    topics: list[Topic] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    sessions: list[str] = field(default_factory=list)
    led_by: list[str] = field(default_factory=list)
    period: Period | None = None
    ordinal: int | None = None
    indefinite: bool = False
    side: Side | None = None
    body: str | None = None
    quantifier: Quantifier | None = None
    n: int | None = None
    of: int | None = None
    used: set[int] = field(default_factory=set)


def phrases(linked: Linked, anchors: Sequence[int], context: Context) -> list[Phrase]:
    """Return the noun phrases around these nouns, in order."""
    found = spans(linked, anchors)
    return [_phrase(linked, a, first, last, context) for a, (first, last) in zip(anchors, found, strict=True)]


def _phrase(linked: Linked, anchor: int, first: int, last: int, context: Context) -> Phrase:
    got = _Got()
    caused = next((i for i in range(anchor + 1, last + 1) if _who_is_behind(linked, i)), None)
    told = behind(linked, range(caused, _end_of_agents(linked, caused, last) + 1), context) if caused else None
    taken = told.used if told else frozenset()
    quoted, inside = _quoted(linked, anchor, last)
    taken |= inside
    for i in range(first, last + 1):
        if i not in taken and i not in got.used:
            _take(linked, i, anchor, context, got)
    got.used.add(anchor)
    described = Described(
        topics=_narrowed(got.topics),
        beside=tuple(got.beside),
        words=() if got.topics or quoted else tuple(got.words),
        quoted=quoted,
        period=got.period,
        ordinal=got.ordinal,
        indefinite=got.indefinite,
        sessions=tuple(got.sessions),
        led_by=tuple(got.led_by),
        side=got.side,
        body=got.body,
        letter="letter" in linked[anchor].text.lower(),
        quantifier=got.quantifier or Quantifier.THE,
        n=got.n,
        of=got.of,
        plural=_plural(linked[anchor].text),
    )
    return Phrase(anchor, first, last, described, told, frozenset(got.used) | taken)


def _quoted(linked: Linked, anchor: int, last: int) -> tuple[str, frozenset[int]]:
    """Return the words between quotation marks behind the noun: the subject as it is written down."""
    opened = next((i for i in range(anchor + 1, last + 1) if linked[i].text == "“"), None)
    end = closing(linked, opened, last) if opened is not None else None
    if opened is None or end is None or end - opened < 3:
        return "", frozenset()
    return linked.words(opened + 1, end - 1), frozenset(range(opened, end + 1))


def _narrowed(topics: Sequence[Topic]) -> tuple[Topic, ...]:
    """Leave out a situation named whole where a part of it is named too: "on Xinjiang, China"."""
    parts = {t.subject for t in topics if t.title}
    return tuple(dict.fromkeys(t for t in topics if t.title or t.subject not in parts))


def _plural(noun: str) -> bool:
    return any(word.endswith(("statements", "sessions", "letters", "declarations")) for word in noun.lower().split())


def _who_is_behind(linked: Linked, i: int) -> bool:
    """Whether "by" or "on behalf of" here leads to who is behind: "requested by", "on behalf of 47 countries"."""
    if linked[i].tagged("agent.behalf", "agent.by"):
        return True
    return (linked[i].text.lower().endswith(" by") and linked[i].tagged("v")) or (
        linked[i].text.lower() == "by" and linked[i - 1].tagged("v", "agent", "n.statement", "n.session")
    )


def _end_of_agents(linked: Linked, start: int, last: int) -> int:
    at = start
    while at + 1 <= last:
        m = linked[at + 1]
        if m.kind is Kind.PERIOD or m.tagged("about", "side", "body.council", "body.assembly", "n.session", "v.part"):
            break
        if m.text.lower() in {"at", "in", "on", "during"}:
            break
        at += 1
    return at


def _take(linked: Linked, i: int, anchor: int, context: Context, got: _Got) -> None:
    m = linked[i]
    if m.kind is Kind.PERIOD:
        _take_period(linked, i, context, got)
    elif m.kind in {Kind.STATE, Kind.SUBJECT}:
        _take_name(linked, i, anchor, context, got)
    elif m.kind is Kind.GROUP:
        _take_group(linked, i, got)
    elif m.kind in {Kind.NUMBER, Kind.ORDINAL}:
        _take_number(linked, i, anchor, got)
    elif m.tagged("side"):
        got.side = Side.SUPPORT if m.tagged("side.support") else Side.CONCERN
        got.used.add(i)
    elif m.tagged("order.first") and i < anchor and got.ordinal is None:
        got.ordinal = 1
        got.used.add(i)
    elif m.text.lower() in {"a", "an"} and i < anchor:
        got.indefinite = True
    elif m.tagged("q", "include.one_of"):
        _take_quantifier(linked, i, anchor, got)
    elif m.tagged("body"):
        got.body = {"council": "HRC", "assembly": "GA"}.get(m.under("body") or "", got.body)
        got.used.add(i)
    elif m.tagged("bound", "pronoun.this", "n.request", "agent.led"):
        got.used.add(i)
    elif i > anchor and m.kind in {Kind.WORD, Kind.NAME, Kind.MANDATE, Kind.PHRASE} and not m.tagged(*_NOUN_END):
        got.words += [w for w in m.text.split() if w[0].isalnum()]
        got.used.add(i)


def _take_period(linked: Linked, i: int, context: Context, got: _Got) -> None:
    value = resolved(linked[i], context, got.period)
    if value is not None:
        got.period = met(got.period, value) if got.period else value
        got.used.add(i)


def _take_name(linked: Linked, i: int, anchor: int, context: Context, got: _Got) -> None:
    m = linked[i]
    if m.kind is Kind.SUBJECT:
        got.topics.append(Topic(*m.value))
        got.used.add(i)
        return
    codes = states_of(m, context)
    if not codes:
        return
    got.used.add(i)
    label = i < anchor and linked[i + 1].text in {"-", "'s", "’s", "’", "'"}
    if codes[0] in _CITIES and not label:
        code, word = _CITIES[codes[0]]
        got.topics.append(Topic(code, (word,)))
    elif (label and linked[i + 1].text != "-") or (label and linked[i + 2].tagged("agent.led")):
        got.led_by.append(codes[0])
    elif i < anchor:
        got.beside.append(codes[0])
    else:
        got.topics.append(Topic(codes[0]))


def _take_group(linked: Linked, i: int, got: _Got) -> None:
    """A group only labels what is described: "the EU's call", "the OIC-led statement"."""
    if i + 1 < len(linked) and linked[i + 1].text in {"-", "'s", "’s", "’", "'"}:
        got.used.add(i)


def _take_number(linked: Linked, i: int, anchor: int, got: _Got) -> None:
    m = linked[i]
    later = list(range(i + 1, min(i + 5, len(linked))))
    if i > anchor:
        noun = next((k for k in later if linked[k].tagged("n.session.regular")), None)
        if noun is not None:
            got.sessions.append(str(m.value))
            got.used.update({i, noun})
        return
    if m.kind is Kind.ORDINAL:
        got.ordinal = m.value
    elif linked[i + 1].text == "-" or linked[i + 1].tagged("n.member"):
        return
    elif got.n is None:
        bound = next((BOUNDS[b] for k in (i - 1, i - 2) if k >= 0 and (b := linked[k].under("bound"))), None)
        definite = linked[i - 1].text.lower() in {"the", "these", "those"} and i + 3 > anchor
        got.n = m.value
        got.quantifier = got.quantifier or bound or (Quantifier.ALL if definite else Quantifier.EXACTLY)
    else:
        got.of = m.value
    got.used.add(i)


def _take_quantifier(linked: Linked, i: int, anchor: int, got: _Got) -> None:
    if i > anchor:
        return
    if linked[i].tagged("include.one_of") and linked[i + 1].kind is Kind.NUMBER:
        only = i > 0 and linked[i - 1].tagged("q.only")
        got.n, got.quantifier = 1, Quantifier.EXACTLY if only else Quantifier.AT_LEAST
        got.used.update({i, i - 1} if only else {i})
        return
    found = Quantifier.SOME if linked[i].tagged("include.one_of") else QUANTIFIERS.get(linked[i].under("q") or "")
    if found and got.quantifier is None:
        got.quantifier = found
        got.used.add(i)


def merged(phrase: Phrase, linked: Linked, places: Sequence[int], context: Context) -> tuple[Described, frozenset[int]]:
    """Return a description with the dates and the session that the rest of its clause adds, and the places used."""
    got = _Got(period=phrase.described.period, sessions=list(phrase.described.sessions), body=phrase.described.body)
    for i in places:
        m = linked[i]
        if m.kind is Kind.PERIOD and phrase.described.period is None:
            _take_period(linked, i, context, got)
        elif m.tagged("body.council", "body.assembly") and linked[i - 1].text.lower() != "of":
            got.body = {"council": "HRC", "assembly": "GA"}.get(m.under("body") or "", got.body)
            got.used.add(i)
        elif m.kind is Kind.ORDINAL:
            noun = next_to(linked, i, 1, (Kind.SMALL, Kind.WORD, Kind.NAME))
            if noun is not None and linked[noun].tagged("n.session.regular"):
                got.sessions.append(str(m.value))
                got.used.update({i, noun})
    described = phrase.described
    whole = replace(described, period=got.period, sessions=tuple(got.sessions), body=got.body)
    return whole, frozenset(got.used)


def adjective_count(linked: Linked, phrase: Phrase) -> tuple[int, int] | None:
    """Return the number in "the 47-nation statement" with its place; None where there is none."""
    for i in range(phrase.first, phrase.anchor):
        if linked[i].kind is Kind.NUMBER and linked[i + 1].text == "-" and number_at(linked, i) is not None:
            return linked[i].value, i
    return None


def stretch_of(clause: Clause, phrase: Phrase) -> tuple[int, int]:
    """Return the stretch that a claim answers for: its clause and the phrase, up to a colon or semicolon."""
    first, last = min(clause.first, phrase.first), max(clause.last, phrase.last)
    core = (min(clause.predicate, phrase.first), max(clause.predicate, phrase.last))
    marks = [i for i in range(first, last + 1) if clause.linked[i].text in {":", ";"}]
    return (
        max([i + 1 for i in marks if i < core[0]], default=first),
        min([i - 1 for i in marks if i > core[1]], default=last),
    )
