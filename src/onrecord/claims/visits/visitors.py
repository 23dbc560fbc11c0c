"""Finds in a sentence who visited: mandates by name, by a list of their themes, or by their holder."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from onrecord.claims.lexicon import table
from onrecord.claims.matching import Match, WordList
from onrecord.claims.mentions import Kind, Linked
from onrecord.claims.visits.typed import ANY, SUBCOMMITTEE
from onrecord.vocabulary.periods import Period

_OTHER_OFFICES = frozenset({"UNHCR", "HC-MINORITIES"})
_LISTED = re.compile(
    r"(?:[\s,;\[\].…]|\((?:in\s)?\d{4}\)|\b(?:and|or|on|the|in|as\swell\sas|also|un|experts?|rapporteurs?)\b)*",
    re.IGNORECASE,
)
_LED = re.compile(r"[\s\[\].…]*(?:\w+[\s\[\].…]+){0,6}")
_TITLES = frozenset({"mr", "ms", "mrs", "dr", "prof", "professor", "mr.", "ms.", "mrs.", "dr."})


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who visited, at the places ``first`` to ``last``; ``period`` where one is given for this visitor alone."""

    first: int
    last: int
    mandate: str
    holder: str = ""
    period: Period | None = None

    @property
    def places(self) -> range:
        """Its places."""
        return range(self.first, self.last + 1)


@cache
def _themes() -> WordList:
    return WordList((form, code) for code, forms in table("mandate_themes").items() for form in forms)


@cache
def _holders() -> WordList:
    return WordList((form, code) for code, forms in table("mandate_holders").items() for form in forms)


def visitors_in(linked: Linked) -> list[Visitor]:
    """Return the visitors that a sentence names, in order."""
    found: list[Visitor] = []
    for i, m in enumerate(linked.mentions):
        if found and i <= found[-1].last:
            continue
        if m.kind is Kind.MANDATE and m.value not in _OTHER_OFFICES:
            found += [Visitor(i, i, m.value), *_continued(linked, i)]
        elif m.tagged("n.visitor.subcommittee"):
            found.append(Visitor(i, i, SUBCOMMITTEE))
        elif m.tagged("n.visitor.any"):
            found.append(Visitor(i, i, ANY))
        elif m.tagged("n.visitor.rapporteurs"):
            found += _themed(linked, i) or [Visitor(i, i, ANY)]
    return _with_holders(linked, found)


def _continued(linked: Linked, i: int) -> list[Visitor]:
    """Return the mandates that follow one in a list: "the Special Rapporteur on torture and on housing"."""
    after = linked.text[linked[i].end :]
    if not re.match(r",?\s(?:and\s)?on\s", after):
        return []
    return list(_listed(linked, linked[i].end, i + 1))


def _themed(linked: Linked, i: int) -> list[Visitor]:
    """Return the mandates whose themes follow "special rapporteurs on"."""
    start = linked[i].end
    first = next((m for m in _themes().find(linked.text) if m.start >= start), None)
    if first is None or not _LED.fullmatch(linked.text[start : first.start]):
        return []
    led = [m for m in linked.mentions if start <= m.start < first.start]
    if not any(m.tagged("visit.link", "include", "about.on") or m.text.lower() in {"on", "for"} for m in led):
        return []
    found = list(_listed(linked, first.start, i + 1))
    if found and any(m.tagged("include") or m.text.lower() in {"like", "such as"} for m in led):
        return [Visitor(i, i, ANY), *found]
    return [replace(found[0], first=i), *found[1:]] if found else []


def _listed(linked: Linked, start: int, low: int) -> Iterator[Visitor]:
    """Yield the mandates of a list of themes that begins at a place of the text."""
    at = start
    for match in _themes().find(linked.text):
        if match.start < start:
            continue
        if not _LISTED.fullmatch(linked.text[at : match.start]):
            return
        places = _places(linked, match)
        if not places:
            return
        yield Visitor(max(low, places[0]), places[-1], match.value)
        at = match.end


def _places(linked: Linked, match: Match) -> list[int]:
    return [i for i, m in enumerate(linked.mentions) if m.start < match.end and match.start < m.end]


def _with_holders(linked: Linked, found: Sequence[Visitor]) -> list[Visitor]:
    """Return the visitors with the persons named beside them, and persons named alone as visitors of their own."""
    held = list(found)
    for match in _holders().find(linked.text):
        places = _places(linked, match)
        near = next((k for k, v in enumerate(held) if _beside(linked, v, places)), None)
        title = next((k for k, v in enumerate(held) if v.mandate == ANY and v.last + 1 == places[0]), None)
        if title is not None:
            held[title] = Visitor(held[title].first, places[-1], match.value, match.text)
            continue
        if near is None:
            held.append(Visitor(places[0], places[-1], match.value, match.text))
        else:
            v = held[near]
            held[near] = replace(v, first=min(v.first, places[0]), last=max(v.last, places[-1]), holder=match.text)
    held = [v if v.holder or v.mandate == ANY else _named(linked, v) for v in held]
    return sorted(held, key=lambda v: v.first)


def _beside(linked: Linked, visitor: Visitor, places: Sequence[int]) -> bool:
    if visitor.holder or visitor.mandate == ANY:
        return False
    between = range(visitor.last + 1, places[0]) if places[0] > visitor.last else range(places[-1] + 1, visitor.first)
    return len(between) <= 5 and all(_light(linked, i) for i in between)


def _light(linked: Linked, i: int) -> bool:
    m = linked[i]
    return m.kind in {Kind.SMALL, Kind.MARK} or m.text.lower() in {*_TITLES, "un", "then", "former", "expert"}


def _named(linked: Linked, visitor: Visitor) -> Visitor:
    """Return a visitor with the name behind it: "the Special Rapporteur on torture, Anna Example, visited"."""
    at = visitor.last + 1
    while at < len(linked) and (linked[at].text == "," or linked[at].text.lower() in _TITLES or linked[at].text == "."):
        at += 1
    name = at
    while name < len(linked) and linked[name].kind is Kind.NAME:
        name += 1
    if name - at < 2 or name - at > 4:
        return visitor
    return replace(visitor, last=name - 1, holder=linked.words(at, name - 1))
