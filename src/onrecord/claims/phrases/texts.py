"""Reads sets of texts: which situations, items, symbols, dates and quantifiers describe them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from onrecord.claims.clauses import dated, met
from onrecord.claims.context import Context
from onrecord.claims.lexicon import table
from onrecord.claims.mentions import Kind, Linked
from onrecord.claims.phrases.lists import (
    QUANTIFIERS,
    TOPICAL,
    bound_before,
    in_list,
    listing,
    marked_as_topic,
    next_to,
    owner,
    topic_of,
)
from onrecord.claims.typed import Quantifier, Texts, Topic
from onrecord.vocabulary.periods import Period


@dataclass(slots=True)
class _Texts:
    """What has been gathered of a set of texts."""

    topics: list[Topic] = field(default_factory=list)
    excluded: list[Topic] = field(default_factory=list)
    examples: list[Topic] = field(default_factory=list)
    items: list[str] = field(default_factory=list)
    symbols: list[tuple[str, ...]] = field(default_factory=list)
    sessions: list[str] = field(default_factory=list)
    title: list[str] = field(default_factory=list)
    period: Period | None = None
    noun: str = ""
    plural: bool = False
    country: bool = False
    renewing: bool = False
    body: str | None = None
    quantifier: Quantifier | None = None
    n: int | None = None
    of: int | None = None
    used: set[int] = field(default_factory=set)
    left: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class TextsRead:
    """A set of texts read from a sentence, the situations named as examples of it, and the places used.

    ``left`` are the places of states named as examples of those who voted: "…, among them India and Cuba".
    """

    texts: Texts
    examples: tuple[Topic, ...]
    used: frozenset[int]
    left: frozenset[int]


def texts_in(linked: Linked, places: Sequence[int], context: Context, topical: bool = True) -> TextsRead:
    """Return the set of texts that the words at these places describe.

    ``topical`` says that a state standing free among them is a topic ("abstained on Syria"); without it only
    states marked as topics are ("on Syria", "the Syria resolution").
    """
    got = _Texts()
    order = list(places)
    inside = frozenset(order)
    for i in order:
        if i not in got.used and i not in got.left:
            _take(linked, i, inside, context, got, topical)
    texts = Texts(
        topics=tuple(dict.fromkeys(got.topics)),
        country=got.country,
        items=tuple(got.items),
        noun=got.noun,
        period=got.period,
        sessions=tuple(got.sessions),
        symbols=tuple(got.symbols),
        title=tuple(got.title),
        renewing=got.renewing,
        excluded=tuple(got.excluded),
        body=got.body,
        quantifier=got.quantifier or Quantifier.THE,
        n=got.n,
        of=got.of,
        plural=got.plural,
    )
    return TextsRead(texts, tuple(got.examples), frozenset(got.used), frozenset(got.left))


def _take(linked: Linked, i: int, inside: frozenset[int], context: Context, got: _Texts, topical: bool) -> None:
    m = linked[i]
    if m.kind is Kind.SYMBOL:
        got.symbols.append(m.value)
        got.used.add(i)
    elif m.kind is Kind.PERIOD:
        _take_period(linked, i, context, got)
    elif m.tagged("except"):
        _take_except(linked, i, inside, context, got)
    elif m.tagged("include"):
        _take_examples(linked, i, inside, context, got, topical)
    elif m.tagged("agent.by"):
        _take_agent(linked, i, inside, got)
    elif m.kind in TOPICAL:
        _take_topic(linked, i, inside, context, got, topical)
    elif m.kind in {Kind.NUMBER, Kind.ORDINAL}:
        _take_number(linked, i, inside, got)
    else:
        _take_words(linked, i, inside, got)


def _take_period(linked: Linked, i: int, context: Context, got: _Texts) -> None:
    if linked[i].text.lower() in table("small")["now"]:
        # "has now voted" dates the sentence, not the vote.
        got.used.add(i)
        return
    value = dated(linked, i, context, got.period)
    if value is not None:
        got.used.add(i)
        got.period = value if got.period is None else met(got.period, value)


def _take_except(linked: Linked, i: int, inside: frozenset[int], context: Context, got: _Texts) -> None:
    if _excepts_states(linked, i, inside):
        return
    before = linked[i].tagged("except.apart")
    step = -1 if before else 1
    here, found = i + step, False
    while here in inside and (found or linked[here].kind is not Kind.MARK or linked[here].text not in ",;"):
        topic = topic_of(linked[here], context) if linked[here].kind in TOPICAL else None
        if topic:
            got.excluded.append(topic)
            got.topics = [t for t in got.topics if t != topic]
            found = True
        elif found and linked[here].text not in {",", "the", "and", "on"}:
            break
        got.used.add(here)
        here += step
    if found:
        got.used.add(i)


def _excepts_states(linked: Linked, i: int, inside: frozenset[int]) -> bool:
    """Whether an exception is made to the voters: "all members except A"."""
    for k in range(i - 1, max(-1, i - 9), -1):
        if k not in inside or linked[k].tagged("n.text", "scope.country", "about.situation") or linked[k].predicate:
            return False
        if linked[k].tagged("n.member") or linked[k].kind is Kind.GROUP:
            return True
    return False


def _take_examples(
    linked: Linked, i: int, inside: frozenset[int], context: Context, got: _Texts, topical: bool
) -> None:
    """Take the situations before "among them" or after "including" as examples, which do not restrict.

    States after "including" behind a text whose situation is named are voters: "the text on Syria, including India".
    """
    following = next_to(linked, i, 1, (Kind.SMALL, Kind.MARK))
    backward = linked[i].text.lower() == "among them" and (
        following is None or linked[following].kind is not Kind.STATE
    )
    told = bool(got.topics or got.symbols or got.title)
    if not backward and told and following in inside and _voters_follow(linked, following):
        got.left.update({i, *in_list(linked, following, (Kind.STATE,), max(inside))})
        return
    step = -1 if backward else 1
    here = i + step
    found: list[Topic] = []
    places: list[int] = []
    while here in inside and (linked[here].kind in {*TOPICAL, Kind.SMALL} or listing(linked[here])):
        meant = linked[here].kind in TOPICAL and (topical or marked_as_topic(linked, here, inside))
        topic = topic_of(linked[here], context) if meant else None
        marked = linked[here - 1].tagged("about") and not linked[here - 2].tagged("pronoun.this")
        if backward and topic and found and marked:
            # "The text on Burundi, China and Cuba among them": the situation is not one of the voters.
            break
        if topic:
            found.append(topic)
            places.append(here)
            got.used.add(here)
        here += step
    if found and backward and _told_without(got, found):
        # A state may vote on the text on itself: one mention of it is the text's, the other the voter's.
        got.topics = list((Counter(got.topics) - Counter(found)).elements())
        got.used -= set(places)
        got.left.update({i, *places})
        return
    if found:
        got.used.add(i)
        got.examples += reversed(found) if backward else found
        got.topics = [t for t in got.topics if t not in found]


def _told_without(got: _Texts, found: Sequence[Topic]) -> bool:
    return bool(got.symbols or got.title or Counter(got.topics) - Counter(found))


def _voters_follow(linked: Linked, following: int | None) -> bool:
    """Whether states after "including" are those who voted, not further situations ("including on Syria")."""
    if following is None or linked[following].kind is not Kind.STATE:
        return False
    return linked[following - 1].text.lower() not in {"on", "over"}


def _take_agent(linked: Linked, i: int, inside: frozenset[int], got: _Texts) -> None:
    """Whoever put a text forward identifies it; that they did is not what is claimed."""
    here = next_to(linked, i, 1)
    if here in inside and here is not None and linked[here].kind in {Kind.STATE, Kind.GROUP, Kind.NAME}:
        got.used.update({i, *in_list(linked, here, (Kind.STATE, Kind.GROUP, Kind.NAME), max(inside))})


def _take_topic(linked: Linked, i: int, inside: frozenset[int], context: Context, got: _Texts, topical: bool) -> None:
    if owner(linked, i, inside):
        got.used.add(i)
        return
    topic = topic_of(linked[i], context)
    if topic and (topical or marked_as_topic(linked, i, inside)):
        got.topics.append(topic)
        got.used.add(i)


def _take_number(linked: Linked, i: int, inside: frozenset[int], got: _Texts) -> None:
    m = linked[i]
    after = [k for k in range(i + 1, min(i + 8, len(linked))) if k in inside]
    if len(after) > 1 and linked[after[0]].text.lower().startswith("organi") and linked[after[1]].tagged("n.session"):
        got.sessions.append(f"OM-{m.value}")
        got.used.update({i, after[0], after[1]})
        return
    if after and linked[after[0]].tagged("n.session") and m.kind in {Kind.ORDINAL, Kind.NUMBER}:
        special = linked[after[0]].tagged("n.session.special")
        got.sessions.append(f"S-{m.value}" if special else str(m.value))
        got.used.update({i, after[0]})
        return
    if m.kind is Kind.NUMBER and any(linked[k].tagged("n.text") for k in after):
        bound, at = bound_before(linked, i, inside)
        got.used |= at
        if got.n is None:
            got.n, got.quantifier = m.value, bound or got.quantifier or Quantifier.EXACTLY
        else:
            got.of = m.value
        got.used.add(i)


def _take_words(linked: Linked, i: int, inside: frozenset[int], got: _Texts) -> None:
    m = linked[i]
    if m.tagged("scope.item"):
        _take_items(linked, i, inside, got)
    elif m.tagged("n.text"):
        kind = m.under("n.text") or ""
        # "Amendments to the resolution" are amendments.
        named = kind in {"amendment", "resolution", "decision", "draft"} and got.noun not in {"amendment", "motion"}
        if not got.noun or named:
            got.noun = kind
        got.plural = got.plural or m.text.lower().endswith("s")
        got.used.add(i)
    elif m.tagged("scope.country"):
        got.country = True
        got.used.add(i)
        if not got.noun and "situations" in m.text.lower():
            got.noun, got.plural = "issue", True
    elif m.tagged("about.renewing"):
        got.renewing = True
        got.used.add(i)
    elif m.tagged("q") and got.quantifier in {None, Quantifier.THE} and _of_texts(linked, i, inside):
        got.quantifier = QUANTIFIERS.get(m.under("q") or "", got.quantifier)
        got.used.add(i)
    elif m.tagged("body"):
        got.body = {"council": "HRC", "assembly": "GA"}.get(m.under("body") or "", got.body)
        got.used.add(i)
    elif m.text in {"“", '"', "«"}:
        _take_title(linked, i, inside, got)
    elif m.tagged("about.on") or m.text.lower() == "on":
        _take_theme(linked, i, inside, got)


def _take_items(linked: Linked, i: int, inside: frozenset[int], got: _Texts) -> None:
    following = next_to(linked, i, 1)
    if following is None or linked[following].kind is not Kind.NUMBER:
        return
    for k in in_list(linked, following, (Kind.NUMBER,), max(inside)):
        got.items.append(str(linked[k].value))
        got.used.update({i, k})


def _of_texts(linked: Linked, i: int, inside: frozenset[int]) -> bool:
    """Whether a quantifier counts texts: their noun stands nearer behind it than any noun of states."""
    for k in range(i, min(i + 9, len(linked))):
        m = linked[k]
        if k in inside and (m.tagged("n.text", "scope.country") and not m.tagged("n.member")):
            return True
        if m.tagged("n.member") or m.kind in {Kind.STATE, Kind.GROUP} or m.predicate:
            return marked_as_topic(linked, k, inside) or (
                k in inside and m.kind is Kind.STATE and _premodifies(linked, k)
            )
    return False


def _premodifies(linked: Linked, k: int) -> bool:
    for j in range(k + 1, min(k + 3, len(linked))):
        if linked[j].tagged("n.text"):
            return True
        if linked[j].predicate:
            return False
    return False


def _take_title(linked: Linked, i: int, inside: frozenset[int], got: _Texts) -> None:
    here = i + 1
    words = []
    while here in inside and linked[here].text not in {"”", '"', "»"}:
        words += linked[here].text.split()
        here += 1
    # Two words in quotation marks may be anything, but not where a symbol or nothing stands before them.
    titled = i == 0 or (i > 1 and linked[i - 1].text == "(" and linked[i - 2].kind is Kind.SYMBOL)
    if (len(words) >= 3 or titled) and here in inside:
        got.title += [w for w in words if w.isalpha()]
        got.used.update(range(i, here + 1))


_ENDS = ("join.while", "join.which", "join.as", "how", "v.outcome", "except", "include", "agent", "scope.item")


def _take_theme(linked: Linked, i: int, inside: frozenset[int], got: _Texts) -> None:
    """Take the words after "on" as a theme, where no situation is among them."""
    here, words = i + 1, []
    while here in inside and linked[here].kind not in {Kind.MARK, Kind.PERIOD, Kind.TALLY, Kind.NUMBER, *TOPICAL}:
        m = linked[here]
        if m.tagged(*_ENDS) or m.tagged("v.vote", "q", "bound", "n.text", "scope.country", "about.situation", "body"):
            break
        if m.kind in {Kind.WORD, Kind.NAME, Kind.PHRASE, Kind.MANDATE, Kind.GROUP}:
            words.append((here, m.text))
        here += 1
    if here in inside and linked[here].kind in TOPICAL:
        return
    if here in inside and linked[here].tagged("scope.country", "about.situation", "n.text.issue"):
        return
    got.title += [w for _, text in words for w in text.split() if w[0].isalnum()]
    got.used.update(k for k, _ in words)


def with_period(texts: Texts, period: Period | None) -> Texts:
    """Return the texts narrowed to a period, where they have none of their own."""
    return texts if texts.period or period is None else replace(texts, period=period)
