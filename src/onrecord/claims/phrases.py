"""Reads the noun phrases that all relations share: sets of texts and sets of states."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from onrecord.claims.clauses import dated, met
from onrecord.claims.context import Context
from onrecord.claims.lexicon import table
from onrecord.claims.mentions import Kind, Linked, Mention
from onrecord.claims.typed import Quantifier, States, Texts, Topic
from onrecord.vocabulary.periods import Period

QUANTIFIERS = {
    "all": Quantifier.ALL,
    "none": Quantifier.NONE,
    "no": Quantifier.NONE,
    "any": Quantifier.SOME,
    "most": Quantifier.MOST,
    "half": Quantifier.HALF,
    "some": Quantifier.SOME,
    "many": Quantifier.MANY,
    "both": Quantifier.ALL,
    "only": Quantifier.ONLY,
    "generic": Quantifier.GENERIC,
}
BOUNDS = {
    "least": Quantifier.AT_LEAST,
    "most": Quantifier.AT_MOST,
    "over": Quantifier.MORE_THAN,
    "under": Quantifier.FEWER_THAN,
    "about": Quantifier.ABOUT,
    "exactly": Quantifier.EXACTLY,
}
_TOPICAL = (Kind.STATE, Kind.SUBJECT)


def states_of(mention: Mention, context: Context) -> tuple[str, ...]:
    """Return the code of the state a mention names; the context's own where the name fits several; else none."""
    if mention.kind is not Kind.STATE:
        return ()
    codes = mention.value
    if len(codes) == 1:
        return codes
    return (context.about,) if context.about is not None and context.about in codes else ()


def topic_of(mention: Mention, context: Context) -> Topic | None:
    """Return the situation that a mention names as a topic."""
    if mention.kind is Kind.SUBJECT:
        return Topic(*mention.value)
    codes = states_of(mention, context)
    # In the Council a text on a power that occupies is coded to what it occupies.
    return Topic(table("situations")["stands_for"].get(codes[0], codes[0])) if codes else None


def next_to(linked: Linked, at: int, step: int, skip: Iterable[Kind] = (Kind.SMALL,)) -> int | None:
    """Return the next place in a direction that is not of a kind to skip; None at the sentence's end."""
    kinds, here = frozenset(skip), at + step
    while 0 <= here < len(linked):
        if linked[here].kind not in kinds:
            return here
        here += step
    return None


def in_list(linked: Linked, at: int, kinds: Sequence[Kind], last: int) -> list[int]:
    """Return the places of a list that begins at ``at``: "A, B and C", each of the kinds given."""
    found = [at]
    here = at + 1
    while here <= last:
        m = linked[here]
        if m.kind in kinds:
            found.append(here)
        elif not (
            m.text == "," or m.tagged("join.and") or m.text.lower() in {"the", "of", "on", "in", "'s", "’s", "’"}
        ):
            break
        here += 1
    return found


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
    elif m.kind in _TOPICAL:
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
        topic = topic_of(linked[here], context) if linked[here].kind in _TOPICAL else None
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
    while here in inside and (linked[here].kind in {*_TOPICAL, Kind.SMALL} or _listing(linked[here])):
        meant = linked[here].kind in _TOPICAL and (topical or marked_as_topic(linked, here, inside))
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


def _listing(m: Mention) -> bool:
    return m.text == "," or m.tagged("join.and", "about", "pronoun.this")


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


def owner(linked: Linked, i: int, inside: Iterable[int]) -> bool:
    """Whether a state only labels a text: "Iceland's resolution", "the Dutch-led text"."""
    places = frozenset(inside)
    following = [linked[k] for k in range(i + 1, min(i + 4, len(linked))) if k in places]
    if not following:
        return False
    possessive = following[0].text in {"'s", "’s", "’", "'"}
    led = following[0].text == "-" and len(following) > 1 and following[1].tagged("agent.led")
    return led or (possessive and any(m.tagged("n.text") and not m.tagged("n.text.vote") for m in following[1:]))


def marked_as_topic(linked: Linked, i: int, inside: Iterable[int]) -> bool:
    """Whether a state is what a text is about: it follows "on", or stands before the text's noun."""
    places = frozenset(inside)
    after = [linked[k] for k in range(i + 1, min(i + 3, len(linked))) if k in places]
    if any(m.tagged("n.text") for m in after[:2]) and after[0].text not in {"'s", "’s"} and not after[0].tagged("v"):
        return True
    here, separated = i - 1, True
    while here >= 0:
        m = linked[here]
        if m.tagged("about") or m.text.lower() in {"on", "over", "about"}:
            return separated
        if m.kind in _TOPICAL:
            if not separated:
                return False
            separated = False
        elif _listing(m):
            separated = True
        elif m.kind not in {Kind.SMALL, Kind.WORD}:
            return False
        here -= 1
    return False


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
        bound, at = _bound(linked, i, inside)
        got.used |= at
        if got.n is None:
            got.n, got.quantifier = m.value, bound or got.quantifier or Quantifier.EXACTLY
        else:
            got.of = m.value
        got.used.add(i)


def _bound(linked: Linked, i: int, inside: Iterable[int]) -> tuple[Quantifier | None, frozenset[int]]:
    """Return the bound before a number with its place: "at least" five."""
    for k in (i - 1, i - 2):
        if k in inside and (bound := linked[k].under("bound")):
            return BOUNDS[bound], frozenset({k})
    return None, frozenset()


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
    while here in inside and linked[here].kind not in {Kind.MARK, Kind.PERIOD, Kind.TALLY, Kind.NUMBER, *_TOPICAL}:
        m = linked[here]
        if m.tagged(*_ENDS) or m.tagged("v.vote", "q", "bound", "n.text", "scope.country", "about.situation", "body"):
            break
        if m.kind in {Kind.WORD, Kind.NAME, Kind.PHRASE, Kind.MANDATE, Kind.GROUP}:
            words.append((here, m.text))
        here += 1
    if here in inside and linked[here].kind in _TOPICAL:
        return
    if here in inside and linked[here].tagged("scope.country", "about.situation", "n.text.issue"):
        return
    got.title += [w for _, text in words for w in text.split() if w[0].isalnum()]
    got.used.update(k for k, _ in words)


@dataclass(slots=True)
class _States:
    states: list[str] = field(default_factory=list)
    listed: list[str] = field(default_factory=list)
    examples: list[str] = field(default_factory=list)
    excluded: list[str] = field(default_factory=list)
    group: str | None = None
    members: bool = False
    quantifier: Quantifier | None = None
    n: int | None = None
    of: int | None = None
    used: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class StatesRead:
    """A set of states read from a sentence, the places used, and whether a pronoun or nothing named it."""

    states: States
    used: frozenset[int]
    filled: str | None = None


def states_in(linked: Linked, places: Sequence[int], context: Context) -> StatesRead | None:
    """Return the set of states that the words at these places describe, None where they name none."""
    got = _States()
    aside = _appositions(linked, places)
    inside = frozenset(places)
    pronoun: int | None = None
    for i in places:
        if i in got.used or i in aside:
            continue
        m = linked[i]
        if m.kind is Kind.STATE and _excepted(linked, i, got):
            _take_excluded(linked, _before_article(linked, i), inside, context, got)
        elif m.kind is Kind.STATE:
            _take_state(linked, i, inside, context, got)
        elif m.kind is Kind.GROUP:
            _take_group(m, i, got)
        elif m.kind is Kind.NUMBER:
            _take_count(linked, i, inside, got)
        elif m.tagged("except.but"):
            _take_excluded(linked, i, inside, context, got)
        elif m.tagged("q"):
            _take_quantifier(m, i, got)
        elif m.tagged("n.member"):
            got.members = got.members or m.tagged("n.member.member")
            got.used.add(i)
        elif m.tagged("pronoun.it"):
            pronoun = i
    return _states_read(linked, inside, got, pronoun, context)


def _excepted(linked: Linked, i: int, got: _States) -> bool:
    """Whether "but" before a state takes it out of "all"."""
    return (
        got.quantifier in {Quantifier.ALL, Quantifier.NONE} and linked[_before_article(linked, i)].text.lower() == "but"
    )


def _before_article(linked: Linked, i: int) -> int:
    """Return the place before a state and its article."""
    return max(0, i - 2 if i > 0 and linked[i - 1].text.lower() == "the" else i - 1)


def _appositions(linked: Linked, places: Sequence[int]) -> frozenset[int]:
    """Return the places of asides between commas that add a remark on a state: ", once close to Colombo,"."""
    commas = [i for i in places if linked[i].text == ","]
    aside: set[int] = set()
    for a, b in pairwise(commas):
        inner = range(a + 1, b)
        if not inner or any(_matters(linked[i]) for i in inner):
            continue
        first = next((linked[i] for i in inner if linked[i].text.lower() != "the"), linked[a + 1])
        if first.kind not in {Kind.STATE, Kind.GROUP, Kind.SUBJECT, Kind.NUMBER} and not first.tagged(
            "join", "include"
        ):
            aside.update(inner)
    return frozenset(aside)


def aside_of_states(linked: Linked, inside: frozenset[int]) -> frozenset[int]:
    """Return the asides of a subject, which are accounted for though nothing rests on them."""
    return frozenset(i for i in _appositions(linked, sorted(inside)) if linked[i].kind is not Kind.PERIOD)


def _matters(m: Mention) -> bool:
    return m.kind in {Kind.NUMBER, Kind.GROUP} or m.predicate or m.tagged("negation", "except", "q")


def _states_read(
    linked: Linked, inside: frozenset[int], got: _States, pronoun: int | None, context: Context
) -> StatesRead | None:
    if got.states and got.quantifier is Quantifier.ALL and not _set_described(linked, inside, got):
        # "Cuba and Chile both voted": nothing is counted.
        got.quantifier = None
    counted = got.n is not None or got.group is not None or got.quantifier is not None
    if got.states and got.n is not None and _others_follow(linked, inside):
        got.n += len(set(got.states))
        got.examples += got.states
        got.states = []
    if got.states and counted:
        among = any(linked[i].tagged("include.one_of", "include.among") for i in inside)
        belongs = among and not any(linked[i].text.lower() == "namely" for i in inside)
        (got.examples if belongs else got.listed).extend(got.states)
        got.states = []
    filled = None
    if not got.states and not counted and not got.members and not got.listed and not got.examples:
        if pronoun is None:
            return None
        known = context.subject or context.about
        if known is None:
            return None
        got.states, filled = [known], linked[pronoun].text
        got.used.add(pronoun)
    got.used |= aside_of_states(linked, inside)
    states = States(
        states=tuple(dict.fromkeys(got.states)),
        group=got.group,
        members=got.members,
        quantifier=got.quantifier,
        n=got.n,
        of=got.of,
        listed=tuple(dict.fromkeys(got.listed)),
        examples=tuple(dict.fromkeys(got.examples)),
        excluded=tuple(dict.fromkeys(got.excluded)),
    )
    return StatesRead(states, frozenset(got.used), filled)


def _set_described(linked: Linked, inside: frozenset[int], got: _States) -> bool:
    described = got.n is not None or got.group is not None or got.members or bool(got.excluded)
    return described or any(linked[i].tagged("n.member") for i in inside)


def _others_follow(linked: Linked, inside: frozenset[int]) -> bool:
    """Whether a number counts states beside those named: "Japan and 13 other countries"."""
    numbers = [i for i in inside if linked[i].kind is Kind.NUMBER and i + 1 < len(linked)]
    if any(linked[i].text.lower() == "joined" for i in inside):
        return True
    return any(linked[i + 1].text.lower().split()[0] in {"other", "others", "further", "more"} for i in numbers)


def _take_state(linked: Linked, i: int, inside: frozenset[int], context: Context, got: _States) -> None:
    codes = states_of(linked[i], context)
    if not codes or owner(linked, i, inside):
        return
    after = next_to(linked, i, 1)
    got.used.add(i)
    if after in inside and after is not None and linked[after].text.lower() == "among them":
        got.examples += codes
        got.used.add(after)
    else:
        got.states += codes


def _take_group(m: Mention, i: int, got: _States) -> None:
    if got.group not in {None, m.value}:
        return
    got.group = m.value
    got.used.add(i)


def _take_count(linked: Linked, i: int, inside: frozenset[int], got: _States) -> None:
    m = linked[i]
    bound, at = _bound(linked, i, inside)
    got.used |= at
    if got.n is None and got.of is None and _of_a_whole(linked, i):
        got.of = m.value
    elif got.n is None and got.quantifier in {None, Quantifier.ONLY}:
        got.n = m.value
        got.quantifier = bound or got.quantifier
    elif got.of is None:
        got.of = m.value
    else:
        return
    got.used.add(i)


def _of_a_whole(linked: Linked, i: int) -> bool:
    """Whether a number is what a share is taken of, though it stands first: "of the 47 members, 22 voted"."""
    here = i - 1
    while here > 0 and linked[here].text.lower() in {"the", "all", "its"}:
        here -= 1
    before = linked[here - 1] if here > 0 else None
    return here >= 0 and linked[here].text.lower() == "of" and (before is None or before.text in {",", ";", ":"})


def _take_excluded(linked: Linked, i: int, inside: frozenset[int], context: Context, got: _States) -> None:
    first = next_to(linked, i, 1)
    if first is None or first not in inside or linked[first].kind is not Kind.STATE:
        return
    for k in in_list(linked, first, (Kind.STATE,), max(inside)):
        got.excluded += states_of(linked[k], context)
        got.used.add(k)
    got.used.add(i)
    if got.quantifier is None and linked[i].text.lower() == "all but":
        got.quantifier = Quantifier.ALL


def _take_quantifier(m: Mention, i: int, got: _States) -> None:
    found = QUANTIFIERS.get(m.under("q") or "")
    if found and got.quantifier is None:
        got.quantifier = found
        got.used.add(i)


def with_period(texts: Texts, period: Period | None) -> Texts:
    """Return the texts narrowed to a period, where they have none of their own."""
    return texts if texts.period or period is None else replace(texts, period=period)
