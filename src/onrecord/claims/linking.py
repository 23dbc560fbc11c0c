"""Finds in a sentence the states, groups, situations, texts, treaties, dates, numbers and words of claims."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from onrecord.claims.lexicon import Phrases, Token, expand, table, tagged_forms, tokens
from onrecord.claims.mentions import Kind, Linked, Mention
from onrecord.claims.numbers import NumberKind, numbers
from onrecord.claims.periods import periods
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.states import Gazetteer
from onrecord.vocabulary.symbols import expand_symbol, parse_symbol

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|(?<!\S)[^\s@]+@[^\s@]+\.[^\s@]+")
_SYMBOL = re.compile(
    r"(?<![\w/.-])(?:(?:A|E|S|CCPR|CERD|CEDAW|CRC|CAT|CRPD|CMW|CED|HRI)/[\w./()-]*\d[\w./()-]*"
    r"|(?:HRC|RES|DEC|PRST)/[\w./-]*\d|(?:E?S-)?\d{1,2}/(?:L\.)?\d{1,3}(?:/Rev\.\d+)?)(?![\w/])",
    re.ASCII,
)
_NUMBERS = {
    NumberKind.CARDINAL: Kind.NUMBER,
    NumberKind.DECIMAL: Kind.NUMBER,
    NumberKind.ORDINAL: Kind.ORDINAL,
    NumberKind.PERCENT: Kind.SHARE,
    NumberKind.FRACTION: Kind.SHARE,
    NumberKind.TALLY: Kind.TALLY,
    NumberKind.PARAGRAPH: Kind.PARAGRAPH,
}
_CODED = {
    "treaties": Kind.TREATY,
    "mandates": Kind.MANDATE,
    "treaty_bodies": Kind.TREATY_BODY,
    "ratings": Kind.RATING,
}
"""Files of the lexicon that give names to codes, and what the codes are."""

_SMALL = frozenset(table("small")["small"])


@dataclass(frozen=True, slots=True)
class _Found:
    kind: Kind
    start: int
    end: int
    value: Any


@lru_cache(maxsize=4)
def linker_of(record: Record) -> "Linker":
    """Return the linker of a record's names; made once, as it takes a second."""
    return Linker(record.gazetteer, record.subjects)


class Linker:
    """Links sentences to the names of one gazetteer and the words of the lexicon."""

    def __init__(self, gazetteer: Gazetteer, subjects: Iterable[str]) -> None:
        """Take the states' names and the codes of the situations in the record."""
        self._names, self._phrases = Phrases(), Phrases()
        for words, tag in tagged_forms():
            self._phrases.add(words, tag)
        for state in gazetteer.states:
            for name in gazetteer.names(state.iso3):
                if name.language == "en" and _is_of(gazetteer, name.name, state.iso3):
                    self._name(name.name, (Kind.STATE, state.iso3))
        for iso3, forms in table("capitals").items():
            self._all(forms, (Kind.STATE, iso3))
        for group in table("groups")["group"]:
            self._all([*group["forms"], *group.get("adjectives", ())], (Kind.GROUP, group["id"]))
        self._add_subjects(frozenset(subjects))
        self._all(
            [*table("idle")["name"]["forms"], *table("attribution")["sayers"], *table("small")["names"]],
            (Kind.NAME, None),
        )
        for file, kind in _CODED.items():
            for code, forms in table(file).items():
                for form in forms:
                    for words in expand(form):
                        self._names.add(words, (kind, code, False))

    def _add_subjects(self, known: frozenset[str]) -> None:
        for code, forms in table("situations").items():
            if code in known:
                self._all(forms, (Kind.SUBJECT, (code, ())))
        for form, entry in table("situations")["particular"].items():
            if entry["subject"] in known:
                self._name(form, (Kind.SUBJECT, (entry["subject"], tuple(entry["title"]))))

    def _all(self, forms: Iterable[str], value: tuple[Kind, Any]) -> None:
        for form in forms:
            self._name(form, value)

    def _name(self, form: str, value: tuple[Kind, Any]) -> None:
        # A short form in capitals (US, UK, OIC) is that form only in capitals.
        found = tokens(form)
        how: str | bool = form if form.isupper() and len(form) <= 4 else any(c.isupper() for c in form)
        keys = [t.key for t in found]
        self._names.add(keys, (*value, how))
        if keys[0] == "the" and len(keys) > 1:
            self._names.add(keys[1:], (*value, how))

    def link(self, text: str) -> Linked:
        """Return a sentence with its mentions, longest first, none overlapping, every word in one."""
        words = tokens(text)
        spans = {f.start: f for f in _patterns(text)}
        cut = _crossings(words, spans.values())
        mentions: list[Mention] = []
        at = 0
        while at < len(words):
            mention, taken = self._next(text, words, at, spans, cut)
            mentions.append(mention)
            at += taken
        return Linked(text, _without_notes(mentions))

    def _next(
        self, text: str, words: Sequence[Token], at: int, spans: dict[int, _Found], cut: Mapping[int, int]
    ) -> tuple[Mention, int]:
        start = words[at].start
        named, names = self._named(words, at)
        taken, tags = self._phrases.longest(words, at)
        if taken > 1 and cut.get(at + taken - 1, at) > at:
            # A phrase may not eat half of a date or number: "voted | in 2014".
            taken, tags = self._phrases.longest(words[: cut[at + taken - 1]], at)
        if words[at].key == "the" and taken > 1 and self._named(words, at + 1)[0] > taken - 1:
            # "The Republic of Korea" names a state; "the republic" alone stands for one.
            return _plain(words[at], at), 1
        span = spans.get(start)
        reach = _words_in(words, at, span.end) if span else 0
        if span and reach >= max(named, taken):
            tag = frozenset(tags) if taken == reach else frozenset()
            return Mention(span.kind, text[start : span.end], start, span.end, span.value, tag), max(reach, 1)
        if named and named >= taken:
            kind, value = _one_of(names)
            tag = frozenset(tags) if taken == named else frozenset()
            end = words[at + named - 1].end
            return Mention(kind, text[start:end], start, end, value, tag), named
        if taken:
            end = words[at + taken - 1].end
            small = taken == 1 and words[at].key in _SMALL and all(tag.startswith("foreign.") for tag in tags)
            kind = Kind.SMALL if small else Kind.PHRASE
            return Mention(kind, text[start:end], start, end, None, frozenset(tags)), taken
        return _plain(words[at], at), 1

    def _named(self, words: Sequence[Token], at: int) -> tuple[int, list[Any]]:
        length, values = self._names.longest(words, at)
        while length:
            written = " ".join(w.text for w in words[at : at + length])
            fitting = [v for v in values if _written_so(written, v[2])]
            if fitting:
                return length, fitting
            shorter = words[at : at + length - 1]
            length, values = self._names.longest([*shorter], 0) if shorter else (0, [])
        return 0, []


def _without_notes(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return the mentions with notes of where something was read, "(Daily News, November 14)", taken as plain words."""
    found = list(mentions)
    for i, opening in enumerate(found):
        if opening.text != "(":
            continue
        end = next((k for k in range(i + 1, len(found)) if found[k].text in {")", "("}), None)
        if end is not None and _is_note(found[i + 1 : end]):
            found[i + 1 : end] = [replace(m, kind=Kind.WORD, value=None, tags=frozenset()) for m in found[i + 1 : end]]
    return tuple(found)


def _is_note(inner: Sequence[Mention]) -> bool:
    """Whether a bracket only says where something was read: a name, then a comma and a date."""
    if len(inner) < 3 or inner[0].kind not in {Kind.NAME, Kind.WORD} or inner[-1].kind is not Kind.PERIOD:
        return False
    return inner[-2].text == "," and not any(m.predicate or m.kind in _FACTS for m in inner[:-1])


_FACTS = frozenset({Kind.STATE, Kind.NUMBER, Kind.TALLY, Kind.SYMBOL, Kind.TREATY})


def _crossings(words: Sequence[Token], spans: Iterable[_Found]) -> dict[int, int]:
    """Return for each token inside a date or number, but not its last, the place of that date's first token."""
    starts = {w.start: k for k, w in enumerate(words)}
    found: dict[int, int] = {}
    for span in spans:
        first = starts.get(span.start)
        if first is None:
            continue
        k = first
        while k + 1 < len(words) and words[k + 1].start < span.end:
            found[k] = first
            k += 1
    return found


def _words_in(words: Sequence[Token], at: int, end: int) -> int:
    """Return how many words from a place on begin before a character."""
    here = at
    while here < len(words) and words[here].start < end:
        here += 1
    return here - at


def _is_of(gazetteer: Gazetteer, name: str, iso3: str) -> bool:
    """Whether a name is a state's today; a name that several states have today is each one's."""
    try:
        return gazetteer.resolve(name).iso3 == iso3
    except NotInVocabulary:
        return True


def _written_so(written: str, how: str | bool) -> bool:
    if how is False:
        return True
    if how is True:
        return any(c.isupper() for c in written)
    return written.replace(" ", "") == how


def _one_of(names: Sequence[tuple[Kind, Any, Any]]) -> tuple[Kind, Any]:
    """Return the kind with the most to say: a state before a situation, a mere name last; several states keep all."""
    states = tuple(dict.fromkeys(value for kind, value, _ in names if kind is Kind.STATE))
    if states:
        return Kind.STATE, states
    kind, value, _ = next((n for n in names if n[0] is not Kind.NAME), names[0])
    return kind, value


def _plain(word: Token, at: int) -> Mention:
    if not word.text[0].isalnum():
        kind = Kind.MARK
    elif word.key in _SMALL or word.key == "'s":
        kind = Kind.SMALL
    else:
        kind = Kind.NAME if word.text[0].isupper() and at else Kind.WORD
    return Mention(kind, word.text, word.start, word.end)


def _patterns(text: str) -> list[_Found]:
    """Return what is found by its shape, none overlapping: addresses, symbols, dates, then numbers."""
    found: list[_Found] = []
    taken = bytearray(len(text))
    for batch in (_addresses(text), _symbols(text), _dates(text), _numbers(text)):
        for one in batch:
            if 1 not in taken[one.start : one.end]:
                found.append(one)
                taken[one.start : one.end] = b"\x01" * (one.end - one.start)
    return found


def _addresses(text: str) -> list[_Found]:
    return [_Found(Kind.ADDRESS, m.start(), m.end(), m[0]) for m in _ADDRESS.finditer(text)]


def _symbols(text: str) -> list[_Found]:
    found = []
    for match in _SYMBOL.finditer(text):
        written = _whole(match[0].rstrip(".,;"))
        before = text[max(0, match.start() - 48) : match.start()]
        value = _read_symbol(written, _OF_THE_ASSEMBLY.search(before) is not None)
        if value:
            found.append(_Found(Kind.SYMBOL, match.start(), match.start() + len(written), value))
    return found


def _whole(written: str) -> str:
    """Return a symbol without the brackets it stands in: those that close and were not opened in it."""
    while written.endswith(")") and written.count(")") > written.count("("):
        written = written[:-1].rstrip(".,;")
    return written


_OF_THE_ASSEMBLY = re.compile(r"(?:General Assembly|UNGA|\bGA)(?:['’]s)?\s+(?:[Rr]esolutions?|[Dd]ecisions?)?\s*$")


def _read_symbol(written: str, of_the_assembly: bool) -> tuple[str, ...]:
    if re.fullmatch(r"ES-\d+/\d+" if not of_the_assembly else r"(?:E?S-)?\d+/\d+", written):
        return (f"A/RES/{written}",)
    written = f"A/{written}" if written.startswith("HRC/") else written
    try:
        parsed = parse_symbol(written)
    except NotInVocabulary:
        return expand_symbol(written)
    short = expand_symbol(written)
    # A/HRC/51/5 is a report's symbol; papers write resolutions so, and both are tried.
    return tuple(dict.fromkeys((parsed.text, *short)))


def _dates(text: str) -> list[_Found]:
    return [_Found(Kind.PERIOD, f.start, f.end, f) for f in periods(text)]


def _numbers(text: str) -> list[_Found]:
    return [_Found(_NUMBERS[n.kind], n.start, n.end, n.value) for n in numbers(text)]
