"""Where a noun phrase of a sentence begins and ends: its noun, what stands before it, what follows it."""

from collections.abc import Sequence

from onrecord.claims.mentions import Kind, Linked, Mention
from onrecord.claims.phrases import next_to

_DETERMINERS = frozenset(["the", "a", "an", "its", "their", "this", "that", "these", "those", "another", "our"])
_AUXILIARIES = frozenset(
    [
        "be",
        "is",
        "are",
        "was",
        "were",
        "been",
        "being",
        "has",
        "have",
        "had",
        "do",
        "does",
        "did",
        "will",
        "would",
        "can",
        "could",
        "may",
        "might",
        "shall",
        "must",
        "should",
    ]
)
_NAMES = frozenset({Kind.STATE, Kind.SUBJECT, Kind.GROUP})
_CAUSED = ("v.part", "agent.by")
"""Participles that go on describing the noun before them: "convened in 2014", "led by Iceland"."""


def first_of(linked: Linked, anchor: int, floor: int) -> int:
    """Return where the phrase of the noun at ``anchor`` begins, not before ``floor``."""
    at, inner = anchor, True
    while at - 1 >= floor:
        m = linked[at - 1]
        if m.tagged("n.request") or (m.kind is Kind.SMALL and m.text.lower() in _DETERMINERS and inner):
            inner = m.tagged("n.request")
        elif not (_before(linked, at - 1, anchor) if inner else _counts(linked, at - 1)):
            break
        at -= 1
    return at


_MARKS = frozenset({"-", "'s", "’s", "’", "'"})


def _before(linked: Linked, i: int, anchor: int) -> bool:
    """Whether a mention before the noun, behind its article, belongs to it."""
    m = linked[i]
    if m.predicate and not m.tagged("agent.led", "scope.country"):
        return False
    if m.kind in {Kind.PERIOD, Kind.NUMBER, Kind.ORDINAL} or m.tagged(*_LEADING):
        return True
    if m.kind in _NAMES:
        return i + 1 == anchor or linked[i + 1].text in _MARKS or linked[i + 1].tagged("n.request")
    if m.tagged("agent.led", "n.member.state") and i > 0:
        return linked[i - 1].text == "-"
    return _joins(linked, i) or (m.kind in {Kind.WORD, Kind.NAME} and _adjective(linked, i, anchor))


_LEADING = ("q", "bound", "order.first", "order.last", "pronoun.this", "include.one_of", "n.request", "scope.country")


def _joins(linked: Linked, i: int) -> bool:
    """Whether it is a hyphen, a possessive, or the "of" behind a number or quantifier."""
    m = linked[i]
    if m.kind is Kind.MARK:
        return m.text in _MARKS
    of = m.kind is Kind.SMALL and m.text.lower() == "of" and i > 0
    return of and (linked[i - 1].kind is Kind.NUMBER or linked[i - 1].tagged("q"))


def _adjective(linked: Linked, i: int, anchor: int) -> bool:
    """Whether a plain word stands among the words right before the noun."""
    return all(linked[k].kind not in {Kind.SMALL} for k in range(i + 1, anchor))


def _counts(linked: Linked, i: int) -> bool:
    """Whether a mention before the article counts the noun: "two of the", "each of the"."""
    m = linked[i]
    if m.predicate:
        return False
    if m.kind is Kind.NUMBER or m.tagged("q", "bound", "include.one_of"):
        return True
    if m.kind is Kind.SMALL and m.text.lower() == "of":
        return i > 0 and (linked[i - 1].kind is Kind.NUMBER or linked[i - 1].tagged("q"))
    return m.text in {"'s", "’s"} or (m.kind in _NAMES and linked[i + 1].text in {"'s", "’s"})


def last_of(linked: Linked, anchor: int, ceiling: int) -> int:
    """Return where the phrase of the noun at ``anchor`` ends, not after ``ceiling``."""
    at, caused = anchor, False
    while at + 1 <= ceiling:
        i = at + 1
        if (end := closing(linked, i, ceiling)) is not None:
            at = end
            continue
        if _participle(linked, i, anchor):
            caused = caused or _by(linked, i)
        elif not _after(linked, i, anchor, ceiling, caused):
            break
        at = i
    while at > anchor and _trailing(linked[at]):
        at -= 1
    return at


_PAIRS = {"(": ")", "“": "”", "«": "»"}


def closing(linked: Linked, i: int, ceiling: int) -> int | None:
    """Return where what is quoted or bracketed from a place on ends; None where nothing opens there."""
    mark = _PAIRS.get(linked[i].text)
    if mark is None:
        return None
    depth = 0
    for k in range(i, ceiling + 1):
        depth += (linked[k].text == linked[i].text) - (linked[k].text == mark)
        if depth == 0:
            return k
    return None


def _trailing(m: Mention) -> bool:
    if m.text in {")", "”", "»"}:
        return False
    return m.kind in {Kind.SMALL, Kind.MARK} or (m.tagged("join", "about", "include.one_of") and m.kind is Kind.PHRASE)


def _by(linked: Linked, i: int) -> bool:
    following = linked[i + 1].text.lower() if i + 1 < len(linked) else ""
    return linked[i].text.lower().endswith(" by") or following == "by"


def _participle(linked: Linked, i: int, anchor: int) -> bool:
    """Whether a participle goes on describing the noun: no helping verb, name or comma before it, unless with "by"."""
    m = linked[i]
    if not m.tagged(*_CAUSED) or m.text.lower().split()[0] in _AUXILIARIES:
        return False
    before = linked[i - 1]
    if before.text.lower() in _AUXILIARIES:
        return any(linked[k].tagged("join.which") for k in range(max(anchor, i - 3), i))
    if _by(linked, i):
        return True
    later = linked[i + 1].kind if i + 1 < len(linked) else Kind.MARK
    fits = later in {Kind.PERIOD, Kind.SMALL} or (i + 1 < len(linked) and linked[i + 1].tagged("about", "how", "body"))
    return fits and before.text != "," and not m.tagged("v.part.active")


def _after(linked: Linked, i: int, anchor: int, ceiling: int, caused: bool) -> bool:
    """Whether a mention behind the noun still belongs to its phrase."""
    m = linked[i]
    if m.kind is Kind.MARK:
        return _mark(linked, i, caused)
    if m.tagged("join.which", "join.and"):
        return _goes_on(linked, i, anchor, ceiling)
    if m.kind is Kind.SMALL and m.text.lower() in _AUXILIARIES:
        return any(linked[k].tagged("join.which") for k in range(max(anchor, i - 2), i))
    if m.tagged(*_DESCRIBING):
        return True
    return not (m.predicate or m.tagged(*_ENDING)) and _plain_fits(linked, i, caused)


_DESCRIBING = ("side", "about", "agent.behalf", "body", "n.member", "n.session")
_ENDING = ("join.while", "join.as", "negation", "except", "include", "order.never")


def _goes_on(linked: Linked, i: int, anchor: int, ceiling: int) -> bool:
    """Whether "that" or "and" goes on describing the noun: "that backed Egypt", "and on Egypt"."""
    if not linked[i].tagged("join.which"):
        return _and(linked, i, ceiling)
    later = next_to(linked, i, 1)
    if later is None:
        return False
    caused = linked[later].tagged(*_CAUSED) and i - anchor < 12
    return caused or (linked[later].tagged("side") and not linked[later].tagged("about.on"))


def _plain_fits(linked: Linked, i: int, caused: bool) -> bool:
    """Whether a number or name behind the noun belongs to it; any other word does."""
    if linked[i].kind in {Kind.NUMBER, Kind.TALLY}:
        return caused or linked[i - 1].tagged("agent.behalf") or linked[i - 1].text.lower() in {"(", "by"}
    return linked[i].kind not in _NAMES or not _begins_clause(linked, i)


def _mark(linked: Linked, i: int, caused: bool) -> bool:
    text = linked[i].text
    if text in {"-", "(", ")", "'s", "’s", "’", "'", "/", "“", "”", '"'}:
        return True
    if text != "," or i + 1 >= len(linked):
        return False
    following = linked[i + 1]
    if following.kind is Kind.PERIOD or following.kind in _NAMES:
        return not _begins_clause(linked, i + 1)
    if following.tagged("about.on", "about.situation"):
        return _closed(linked, i)
    if following.tagged("agent.by", "v.part") or (
        following.tagged("join.and") and _and(linked, i + 1, len(linked) - 1)
    ):
        return _by(linked, i + 1) or following.tagged("join.and")
    return caused and following.kind is Kind.NUMBER


def _closed(linked: Linked, i: int) -> bool:
    """Whether an aside that begins at a comma names a situation and nothing more: ", on Burundi,"."""
    at = next_to(linked, i + 1, 1)
    while at is not None and linked[at].tagged("about"):
        at = next_to(linked, at, 1)
    return at is not None and linked[at].kind in _NAMES and at + 1 < len(linked) and linked[at + 1].text in ",.)"


def _and(linked: Linked, i: int, ceiling: int) -> bool:
    """Whether "and" joins more of the same phrase: another situation, another state behind it, another number."""
    following = next_to(linked, i, 1)
    if following is None or following > ceiling:
        return False
    m = linked[following]
    if m.kind in _NAMES:
        return not _begins_clause(linked, following)
    if m.kind is Kind.NUMBER:
        return any(linked[k].tagged("n.member") for k in range(following, min(following + 4, len(linked))))
    if m.tagged("about", "side"):
        later = next_to(linked, following, 1)
        return (
            later is not None and linked[later].kind in {*_NAMES, Kind.WORD, Kind.NAME} and not linked[later].predicate
        )
    return m.kind in {Kind.WORD, Kind.NAME} and not m.predicate and linked[i - 1].kind in {Kind.WORD, Kind.NAME}


def _begins_clause(linked: Linked, i: int) -> bool:
    """Whether a name is the subject of what follows: a verb comes next and nothing leads up to the name."""
    before = linked[i - 1]
    if before.tagged("about", "side", "agent") or before.text.lower() in {
        "on",
        "in",
        "of",
        "by",
        "for",
        "against",
        "(",
    }:
        return False
    here = i + 1
    while here < len(linked) and (linked[here].kind is Kind.SMALL or linked[here].tagged("negation", "q", "order")):
        if linked[here].text.lower() in _AUXILIARIES or linked[here].tagged("negation"):
            return True
        here += 1
    return here < len(linked) and linked[here].predicate and not linked[here].tagged("about", "side", "join")


def spans(linked: Linked, anchors: Sequence[int]) -> list[tuple[int, int]]:
    """Return where the phrases of several nouns begin and end, none overlapping."""
    firsts: list[int] = []
    for k, anchor in enumerate(anchors):
        firsts.append(first_of(linked, anchor, anchors[k - 1] + 1 if k else 0))
    lasts = [
        last_of(linked, anchor, (firsts[k + 1] - 1) if k + 1 < len(anchors) else len(linked) - 1)
        for k, anchor in enumerate(anchors)
    ]
    return list(zip(firsts, lasts, strict=True))
