"""States under their dated names, UN membership and regional groups, and the gazetteer that tells them apart.

A name is taken exactly or not at all: Niger is never read as Nigeria, and a word that fits two states
(Congo, Korea, Dominican) is handed back with both, because a wrong state is worse than no state.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from onrecord.vocabulary.errors import DamagedFact, NotInVocabulary


class StateKind(StrEnum):
    """What an entry is to the United Nations today."""

    MEMBER = "member state"
    OBSERVER = "observer"
    FORMER = "former state"
    OTHER = "other"

    @property
    def label(self) -> str:
        """The kind in words: "member state", "observer state", "former state", "other entity"."""
        return {"observer": "observer state", "other": "other entity"}.get(self.value, self.value)


class NameKind(StrEnum):
    """What sort of name: the UN short or formal name, one no longer used, another form, or the adjective."""

    SHORT = "short"
    FORMAL = "formal"
    HISTORIC = "historic"
    ALIAS = "alias"
    DEMONYM = "demonym"

    @property
    def label(self) -> str:
        """The kind in words, as a table heading."""
        return _NAME_KIND_LABELS[self]


class RegionalGroup(StrEnum):
    """The five groups between which UN bodies share out their seats."""

    AG = "AG"
    APG = "APG"
    EEG = "EEG"
    GRULAC = "GRULAC"
    WEOG = "WEOG"

    @property
    def label(self) -> str:
        """The group as the UN writes it: "African States", "Western European and other States"."""
        return _GROUP_LABELS[self]


_NAME_KIND_LABELS = {
    NameKind.SHORT: "UN short name",
    NameKind.FORMAL: "UN formal name",
    NameKind.HISTORIC: "former name",
    NameKind.ALIAS: "also written",
    NameKind.DEMONYM: "adjective",
}
_GROUP_LABELS = {
    RegionalGroup.AG: "African States",
    RegionalGroup.APG: "Asia-Pacific States",
    RegionalGroup.EEG: "Eastern European States",
    RegionalGroup.GRULAC: "Latin American and Caribbean States",
    RegionalGroup.WEOG: "Western European and other States",
}


@dataclass(frozen=True, slots=True)
class State:
    """One state, or other entity that UN human-rights data names, under one ISO 3166 alpha-3 code.

    Dates are first and last days. ``existed_from`` and ``existed_to`` are None where the entry's own
    beginning or end is not in question. ``continues`` is the code whose UN membership this one took over.
    """

    iso3: str
    iso2: str | None
    m49: str | None
    slug: str
    kind: StateKind
    un_member_from: date | None
    un_member_to: date | None
    existed_from: date | None
    existed_to: date | None
    continues: str | None

    def existed(self, on: date) -> bool:
        """Whether the entry stood under this code on a date, as far as its dates say."""
        return _holds(self.existed_from, self.existed_to, on)

    def was_un_member(self, on: date) -> bool:
        """Whether the entry was a UN member under this code on a date."""
        return self.un_member_from is not None and _holds(self.un_member_from, self.un_member_to, on)


@dataclass(frozen=True, slots=True)
class StateName:
    """One name of a state in one language, with its first and last day where it has them."""

    iso3: str
    name: str
    kind: NameKind
    language: str
    valid_from: date | None
    valid_to: date | None

    def valid(self, on: date | None) -> bool:
        """Whether the name held on a date; with None, whether it has no last day."""
        return self.valid_to is None if on is None else _holds(self.valid_from, self.valid_to, on)


@dataclass(frozen=True, slots=True)
class GroupPeriod:
    """The days on which a state counted to a regional group, first and last."""

    iso3: str
    regional_group: RegionalGroup
    valid_from: date | None
    valid_to: date | None


_WITH_ARTICLE = re.compile(
    r"^(?:United |Republic of |Democratic (?:Rep|People)|Russian Fed|Syrian Arab|Central African|Dominican Rep"
    r"|Czech Rep|Lao People"
    r"|Netherlands|Philippines|Maldives|Gambia|Bahamas|Comoros|Marshall Is|Solomon Is|Cook Is|Congo$|Sudan$|Niger$"
    r"|Union of|Byelorussian|Ukrainian|German Dem)"
)
_SHORTER = {
    "United Kingdom of Great Britain and Northern Ireland": "United Kingdom",
    "United States of America": "United States",
}


def in_running_text(name: str) -> str:
    """A UN short name as a sentence says it: Iran, the United States, the Netherlands, the Sudan."""
    bare = re.sub(r" \(.*\)$", "", _SHORTER.get(name, name))
    return f"the {bare}" if _WITH_ARTICLE.match(bare) else bare


def _holds(first: date | None, last: date | None, on: date) -> bool:
    return (first is None or first <= on) and (last is None or on <= last)


_APOSTROPHES = re.compile(r"['’‘ʼ`´]")
_PUNCTUATION = re.compile(r"[\W_]+")
_ARTICLE = re.compile(r"^(?:(?:les|le|la|los|las|el)\s+|l['’‘ʼ`´]\s*)")


def normalise(text: str) -> str:
    """A name without case, diacritics, punctuation, spare spaces or a leading "the", for comparing names."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
    words = _PUNCTUATION.sub(" ", _APOSTROPHES.sub("", bare).replace("&", " and ")).strip()
    return words.removeprefix("the ")


class Gazetteer:
    """All states and their names, read exactly: a text names one state, or the reader is told it does not."""

    def __init__(self, states: Iterable[State], names: Iterable[StateName], groups: Iterable[GroupPeriod] = ()) -> None:
        """Index the rows given; raise DamagedFact for a name or group of a state that is not among them."""
        self._states = {state.iso3: state for state in states}
        self._names: dict[str, list[StateName]] = {iso3: [] for iso3 in self._states}
        self._groups: dict[str, list[GroupPeriod]] = {iso3: [] for iso3 in self._states}
        _deal_out(names, self._names, "name")
        _deal_out(groups, self._groups, "regional group")
        self._spelt = self._index_names()
        self._coded = self._index_codes()
        self._slugs = {state.slug: state for state in self._states.values()}

    @property
    def states(self) -> tuple[State, ...]:
        """Every entry, by ISO 3166 alpha-3 code."""
        return tuple(self._states[iso3] for iso3 in sorted(self._states))

    def state(self, iso3: str) -> State:
        """The state under an ISO 3166 alpha-3 code, in capitals; NotInVocabulary where there is none."""
        if iso3 in self._states:
            return self._states[iso3]
        raise self._unknown(iso3, "an ISO 3166 alpha-3 code")

    def names(self, iso3: str) -> tuple[StateName, ...]:
        """Every name of a state, in the order given."""
        return tuple(self._names[self.state(iso3).iso3])

    def name(self, iso3: str, on: date | None = None) -> str:
        """The short English name that held on a date, or today's (for a former state its last).

        Where no short name is dated to that day (the state was not there, or was part of a union), the
        last one before it, else the first after it.
        """
        short = self._english(iso3, NameKind.SHORT)
        held = [name for name in short if name.valid(on)]
        before = [name for name in short if on is None or (name.valid_to and name.valid_to < on)]
        return (held or before or short[:1] or [_code_as_name(iso3)])[-1].name

    def name_in(self, iso3: str, language: str) -> str | None:
        """Today's name in a language by its ISO 639-1 code; None where the record has none, as for former states."""
        names = self._names[self.state(iso3).iso3]
        return next((n.name for n in names if n.language == language and n.valid(None)), None)

    def formal_name(self, iso3: str, on: date | None = None) -> str | None:
        """The formal English name that held on a date, or today's; None where the record has none."""
        held = [name.name for name in self._english(iso3, NameKind.FORMAL) if name.valid(on)]
        return held[-1] if held else None

    def group(self, iso3: str, on: date) -> RegionalGroup | None:
        """The regional group a state counted to on a date; None where it was in none."""
        periods = self._groups[self.state(iso3).iso3]
        held = [p.regional_group for p in periods if _holds(p.valid_from, p.valid_to, on)]
        return held[0] if held else None

    def resolve(self, text: str, on: date | None = None) -> State:
        """The one state a text names exactly, or NotInVocabulary with what may have been meant.

        Accepts the ISO alpha-3 and alpha-2 codes in capitals, the three digits of M49, any name in any
        language however written, and the slug. A name that fits several states is settled only by dates:
        by those of the day ``on``, or with None by which names are still in use. A name of one state is
        that state's on any day: Burma is Myanmar today, too.
        """
        hits = self._hits(text)
        fitting = {name.iso3 for name in hits}
        if len(fitting) > 1:
            fitting = {name.iso3 for name in self._of_the_day(hits, on)}
        if len(fitting) == 1:
            return self._states[fitting.pop()]
        if hits:
            raise self._unsure(text, {name.iso3 for name in hits})
        if text.strip() in self._slugs:
            return self._slugs[text.strip()]
        raise self._unknown(text, "a name, ISO code or M49 code of one state")

    def resolve_un(self, text: str, on: date | None = None) -> State:
        """The state that a UN document names: a UN short name of the day first, then as ``resolve`` does.

        In UN usage "Congo" is the short name of one state; in the press it may be either of two.
        """
        short = [n for n in self._hits(text) if n.kind is NameKind.SHORT and n.valid(on)]
        fitting = {name.iso3 for name in short}
        return self._states[fitting.pop()] if len(fitting) == 1 else self.resolve(text, on)

    def naming(self, meant: Mapping[str, str]) -> "Gazetteer":
        """Return these states under all their names, with each name of ``meant`` the name of that one state alone."""
        taken = {normalise(name) for name in meant}
        names = [each for own in self._names.values() for each in own if normalise(each.name) not in taken]
        names += [
            StateName(self.state(iso3).iso3, name, NameKind.ALIAS, "zxx", None, None) for name, iso3 in meant.items()
        ]
        return Gazetteer(self.states, names, [each for own in self._groups.values() for each in own])

    def candidates(self, text: str, limit: int = 5) -> tuple[tuple[State, str, float], ...]:
        """Up to ``limit`` states by likeness to a text: the state, its nearest name, a score of 0 to 100.

        The score is Jaro-Winkler similarity of the normalised forms (Winkler 1990), which favours a common
        beginning, as a search box wants. It is for suggestions only: ``resolve`` never uses it to answer.
        """
        from rapidfuzz.distance import JaroWinkler  # noqa: PLC0415  (slow to import, rarely needed)

        key = normalise(text)
        best: dict[str, tuple[float, str]] = {}
        for spelt, names in self._spelt.items() if key else ():
            score = round(100 * JaroWinkler.normalized_similarity(key, spelt), 1)
            for name in names:
                if score > best.get(name.iso3, (0.0, ""))[0]:
                    best[name.iso3] = (score, name.name)
        for name in self._coded.get(text.strip().upper(), ()):
            best[name.iso3] = (100.0, name.name)
        ranked = sorted(best, key=lambda iso3: (-best[iso3][0], iso3))[:limit]
        return tuple((self._states[iso3], best[iso3][1], best[iso3][0]) for iso3 in ranked)

    def _index_names(self) -> dict[str, tuple[StateName, ...]]:
        spelt: defaultdict[str, list[StateName]] = defaultdict(list)
        for names in self._names.values():
            for name in names:
                spelt[normalise(name.name)].append(name)
        return {key: tuple(names) for key, names in spelt.items() if key}

    def _index_codes(self) -> dict[str, tuple[StateName, ...]]:
        # CS stood first for Czechoslovakia, then for Serbia and Montenegro: a code, too, has its days.
        coded: defaultdict[str, list[StateName]] = defaultdict(list)
        for state in self._states.values():
            for code in filter(None, (state.iso3, state.iso2, state.m49)):
                coded[code].append(_code_as_name(state.iso3, code, state.existed_from, state.existed_to))
        return {code: tuple(names) for code, names in coded.items()}

    def _hits(self, text: str) -> tuple[StateName, ...]:
        if text.strip() in self._coded:
            return self._coded[text.strip()]
        without_article = _ARTICLE.sub("", text.strip().casefold())
        return self._spelt.get(normalise(text)) or self._spelt.get(normalise(without_article), ())

    def _of_the_day(self, names: Iterable[StateName], on: date | None) -> list[StateName]:
        held = [n for n in names if n.valid(on) and (on is None or self._states[n.iso3].existed(on))]
        # "China" of 1960 is a dated name of one state and an undated form of another: the dated one is meant.
        dated = [n for n in held if n.valid_from or n.valid_to] if on else []
        return dated or held

    def _english(self, iso3: str, kind: NameKind) -> list[StateName]:
        own = (n for n in self._names[self.state(iso3).iso3] if n.kind is kind and n.language == "en")
        return sorted(own, key=lambda name: name.valid_from or date.min)

    def _unsure(self, text: str, fitting: set[str]) -> NotInVocabulary:
        asked = normalise(text)
        short = {iso3: self.name(iso3) for iso3 in sorted(fitting)}
        clear = tuple(
            name if normalise(name) != asked else self.formal_name(iso3) or iso3 for iso3, name in short.items()
        )
        return NotInVocabulary("state", text, "a name of one state only", clear)

    def _unknown(self, text: str, expected: str) -> NotInVocabulary:
        near = tuple(dict.fromkeys(self.name(s.iso3) for s, _, score in self.candidates(text, 3) if score >= 80))
        return NotInVocabulary("state", text, expected, near)


_Row = TypeVar("_Row", StateName, GroupPeriod)


def _deal_out(rows: Iterable[_Row], into: Mapping[str, list[_Row]], noun: str) -> None:
    for row in rows:
        if row.iso3 not in into:
            raise DamagedFact(f"a {noun} of {row.iso3}", "the code of a known state", row.iso3)
        into[row.iso3].append(row)


def _code_as_name(iso3: str, code: str | None = None, first: date | None = None, last: date | None = None) -> StateName:
    return StateName(iso3, code or iso3, NameKind.ALIAS, "zxx", first, last)
