"""Reads what a sentence says of texts: the words of their theme, their symbols, their place among others."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.claims.context import Context
from onrecord.claims.mentions import Kind, Linked
from onrecord.claims.phrases import owner, texts_in
from onrecord.claims.typed import Texts, Topic

_AUXILIARIES = frozenset(
    {
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
        "did",
        "do",
        "does",
        "will",
        "would",
        "can",
        "could",
        "may",
        "might",
        "shall",
        "must",
        "which",
        "that",
        "who",
    }
)
_STOPS = ("v.outcome", "v.vote", "how", "n.session", "n.text", "join.while", "join.which", "body", "agent", "except", "include", "n.titled", "scope.item")  # fmt: skip  # noqa: E501


@dataclass(frozen=True, slots=True)
class Theme:
    """The words after "on", the situations among them, the states in brackets behind, and the places used."""

    words: tuple[str, ...]
    topics: tuple[Topic, ...]
    labels: tuple[str, ...]
    used: frozenset[int]


def theme_at(linked: Linked, i: int, last: int) -> Theme | None:
    """Return the theme that begins behind the "on" at a place; None where nothing follows."""
    words: list[str] = []
    topics: list[Topic] = []
    used = {i}
    at = i + 1
    if linked[i].tagged("about.situation"):
        at = i + 1
    while at <= last and not _ends(linked, at, last, bool(words or topics)):
        m = linked[at]
        if m.kind is Kind.STATE and len(m.value) == 1:
            topics.append(Topic(m.value[0]))
        elif m.kind is Kind.SUBJECT:
            topics.append(Topic(*m.value))
        elif m.kind in {Kind.WORD, Kind.NAME, Kind.PHRASE, Kind.MANDATE, Kind.GROUP, Kind.TREATY}:
            words += [w for w in m.text.replace("-", " ").split() if w[0].isalpha()]
        used.add(at)
        at += 1
    labels, more = _label(linked, at, last)
    if not words and not topics:
        return None
    return Theme(tuple(words) if not topics else (), tuple(topics), labels, frozenset(used) | more)


_MARKS = frozenset({"-", "'s", "’s", "’", "'", "“", "”", '"', "‑", "–"})
_HARD_END = frozenset({Kind.PERIOD, Kind.TALLY, Kind.SYMBOL, Kind.NUMBER, Kind.ORDINAL})


def _ends(linked: Linked, i: int, last: int, begun: bool) -> bool:
    m = linked[i]
    if m.kind in _HARD_END or m.tagged(*_STOPS):
        return True
    if m.kind is Kind.MARK:
        return m.text not in _MARKS
    if m.kind is Kind.SMALL:
        return m.text.lower() in _AUXILIARIES or (begun and _leaves(linked, i, last))
    if m.tagged("join.and"):
        following = linked[i + 1] if i < last else m
        return following.tagged("about.on") or following.text.lower() in _AUXILIARIES or _verb_follows(linked, i, last)
    together = m.tagged("order.same") or m.text.lower() in {"together", "jointly", "along", "alongside"}
    return begun and (together or (m.predicate and i > 0 and not _within_theme(linked, i)))


def _leaves(linked: Linked, i: int, last: int) -> bool:
    """Whether a preposition leaves the theme for a session, a date or a body."""
    after = [linked[k] for k in range(i + 1, min(i + 5, last + 1))]
    return linked[i].text.lower() in {"by", "with", "at", "during"} and any(
        m.tagged("n.session", "body", "v.outcome") or m.kind in {Kind.ORDINAL, Kind.STATE, Kind.PERIOD} for m in after
    )


def _verb_follows(linked: Linked, i: int, last: int) -> bool:
    return i < last and linked[i + 1].tagged("v.outcome", "v.content", "v.vote", "v.sponsor")


def _within_theme(linked: Linked, i: int) -> bool:
    """Whether a word that can be a verb is a noun or gerund of the theme: "eliminating", "support", "peace"."""
    text = linked[i].text.lower()
    return (
        " " not in text and (text.endswith("ing") or linked[i - 1].kind is not Kind.STATE) and not text.endswith("ed")
    )


def _label(linked: Linked, at: int, last: int) -> tuple[tuple[str, ...], frozenset[int]]:
    """Return the states in brackets behind a theme, which only say whose text it is."""
    if at > last or linked[at].text != "(":
        return (), frozenset()
    end = next((k for k in range(at, last + 1) if linked[k].text == ")"), None)
    if end is None or any(linked[k].kind in {Kind.NUMBER, Kind.PERIOD, Kind.SYMBOL} for k in range(at, end)):
        return (), frozenset()
    states = tuple(c for k in range(at, end) if linked[k].kind is Kind.STATE for c in linked[k].value[:1])
    return (states, frozenset(range(at, end + 1))) if states else ((), frozenset())


def themes_in(linked: Linked, first: int, last: int) -> list[Theme]:
    """Return the themes among these places: those behind "on" that follow the noun of a text, or one another."""
    found: list[Theme] = []
    open_ = False
    taken: frozenset[int] = frozenset()
    for i in range(first, last + 1):
        if i in taken:
            continue
        m = linked[i]
        if m.tagged("n.text") or m.kind is Kind.SYMBOL:
            open_ = True
        elif m.tagged("about.on", "about.situation") and (open_ or m.tagged("about.situation")):
            theme = theme_at(linked, i, last)
            while theme is not None:
                found.append(theme)
                taken |= theme.used
                theme = _listed_after(linked, theme, last)
        elif m.kind in {Kind.STATE} and not found and open_ and m.predicate:
            open_ = False
    return found


def _listed_after(linked: Linked, theme: Theme, last: int) -> Theme | None:
    """Return the next theme of a list whose items have states in brackets: "a culture of peace (A), the … (B)"."""
    at = max(theme.used) + 1
    if not theme.labels or at > last or not (linked[at].text == "," or linked[at].tagged("join.and")):
        return None
    if at < last and linked[at + 1].tagged("join.and"):
        at += 1
    if at < last and linked[at + 1].tagged("about.on"):
        return None
    found = theme_at(linked, at, last)
    return found if found is not None and found.labels else None


@dataclass(frozen=True, slots=True)
class TextsOf:
    """The texts that a clause describes, with the places used."""

    texts: Texts
    used: frozenset[int]


def texts_of(linked: Linked, places: Sequence[int], context: Context) -> TextsOf:
    """Return the texts that a clause describes: symbols, situations, theme, noun, day, session."""
    order = list(places)
    read = texts_in(linked, order, context, topical=False)
    themes = themes_in(linked, order[0], order[-1]) if order else []
    texts, used = read.texts, set(read.used)
    if themes:
        one = themes[0]
        used -= {i for i in one.used if linked[i].kind in {Kind.STATE, Kind.SUBJECT}} - one.used
        topics = tuple(dict.fromkeys(t for theme in themes for t in theme.topics))
        words = () if topics else one.words
        texts = replace(texts, topics=topics or texts.topics, title=words if not topics else ())
        used |= {i for theme in themes for i in theme.used}
    texts = replace(texts, topics=_narrowed(texts.topics))
    return TextsOf(texts, frozenset(used))


def _narrowed(topics: tuple[Topic, ...]) -> tuple[Topic, ...]:
    parts = {t.subject for t in topics if t.title}
    return tuple(t for t in topics if t.title or t.subject not in parts)


def owned(linked: Linked, places: Sequence[int]) -> bool:
    """Whether a state is named as whose text it is."""
    inside = frozenset(places)
    return any(linked[i].kind is Kind.STATE and owner(linked, i, inside) for i in places)


_WAYS = {"vote": "vote", "consensus": "without", "acclamation": "unanimous"}


def ways_adopted(linked: Linked, places: Sequence[int], predicate: int) -> set[str]:
    """Return how a text was adopted, also where "adopted by" took the first word of "by consensus"."""
    how = {linked[i].under("how") or "" for i in places if linked[i].tagged("how")}
    if linked[predicate].text.lower().endswith(" by") and predicate < places[-1]:
        words = {w for i in places if predicate < i <= predicate + 3 for w in linked[i].text.lower().split()}
        how |= {way for word, way in _WAYS.items() if word in words}
    return how & {"vote", "without", "unanimous"}
