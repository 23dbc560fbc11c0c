"""Reads what a sentence puts beside a symbol: situation, title, day, session, agenda item."""

from collections.abc import Iterator
from dataclasses import replace

from onrecord.claims.clauses import resolved
from onrecord.claims.context import Context, Read
from onrecord.claims.mentions import Kind, Linked
from onrecord.claims.texts.phrases import Theme, theme_at
from onrecord.claims.texts.typed import Cited
from onrecord.claims.typed import Texts
from onrecord.vocabulary.periods import Period

_NOUNS = ("n.text.resolution", "n.text.decision")


def citations(linked: Linked, context: Context) -> Iterator[Read]:
    """Yield what is put beside each symbol of a Council resolution or decision."""
    for i in linked.of_kind(Kind.SYMBOL):
        forms = tuple(f for f in linked[i].value if "/RES/" in f or "/DEC/" in f)
        if forms and not forms[0].startswith("A/RES") and _named(linked, i) and not _foreign(linked):
            yield from _beside(linked, i, forms, context)


def _named(linked: Linked, i: int) -> bool:
    """Whether the symbol is called a resolution or decision, or is written as one."""
    near = [linked[k] for k in range(max(0, i - 6), i)]
    return "RES" in linked[i].text or "DEC" in linked[i].text or any(m.tagged(*_NOUNS) for m in near)


def _foreign(linked: Linked) -> bool:
    return any(linked.where("body.assembly", "body.security", "body.commission"))


def _beside(linked: Linked, i: int, forms: tuple[str, ...], context: Context) -> Iterator[Read]:
    theme = _theme(linked, i)
    title, title_used = _title(linked, i)
    period, at = _day(linked, i, context)
    words = title or (theme.words if theme else ())
    topics = theme.topics if theme else ()
    if not words and not topics and period is None:
        return
    texts = Texts(symbols=(forms,), topics=topics, title=tuple(words))
    used = {i} | (theme.used if theme else frozenset()) | title_used | at
    first, last = min(used), max(used)
    used |= {k for k in range(first, last + 1) if linked[k].tagged("n.text", "body", "n.titled", "v.outcome")}
    yield Read(Cited(symbol=forms, texts=replace(texts), period=period), frozenset(used), first, last)


def _theme(linked: Linked, i: int) -> Theme | None:
    """Return the theme of "resolution 25/1 on Sri Lanka" or "the resolution on Sri Lanka (25/1)"."""
    at = i + 1
    while at < len(linked) and linked[at].text in {")", ","}:
        at += 1
    if at < len(linked) and linked[at].tagged("about.on", "about.situation") and linked[at].kind is Kind.PHRASE:
        return theme_at(linked, at, len(linked) - 1)
    if i and linked[i - 1].text == "(":
        for k in range(i - 2, max(-1, i - 14), -1):
            if linked[k].tagged("about.on", "about.situation") and k and linked[k - 1].tagged("n.text"):
                return theme_at(linked, k, i - 2)
            if linked[k].predicate and not linked[k].tagged("about", "n.text"):
                break
    return None


def _title(linked: Linked, i: int) -> tuple[tuple[str, ...], frozenset[int]]:
    """Return the words between quotation marks behind "entitled", or right behind the symbol."""
    at = i + 1
    while at < len(linked) and (linked[at].text in {",", "("} or linked[at].tagged("n.titled")):
        at += 1
    if at >= len(linked) or linked[at].text not in {"“", '"', "«"}:
        return (), frozenset()
    end = next((k for k in range(at + 1, len(linked)) if linked[k].text in {"”", '"', "»"}), None)
    if end is None:
        return (), frozenset()
    words = tuple(w for k in range(at + 1, end) for w in linked[k].text.split() if w[0].isalpha())
    return words, frozenset(range(i, end + 1))


def _day(linked: Linked, i: int, context: Context) -> tuple[Period | None, frozenset[int]]:
    """Return the date of "resolution 25/1 of 27 March 2014" or "resolution 25/1 (27 March 2014)"."""
    for at in (i + 1, i + 2):
        if at < len(linked) and linked[at].kind is Kind.PERIOD:
            bracket = at == i + 1 or linked[i + 1].text in {"(", ","} or linked[i + 1].tagged("v.outcome")
            of = linked[at].text.lower().startswith(("of ", "adopted")) or linked[i + 1].text == "("
            value = resolved(linked[at], context)
            if bracket and of and value is not None:
                return value, frozenset({at})
    return None, frozenset()
