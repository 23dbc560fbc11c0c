"""Sentences about seats that the record writes of itself, each with a twin in which one fact is changed."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from onrecord.claims.elections.sample_names import Made, Slots, plain
from onrecord.claims.elections.words import group_name, names
from onrecord.claims.membership.sample_phrasings import PHRASINGS
from onrecord.claims.membership.terms import (
    KnownTerm,
    all_terms,
    consecutive,
    known_terms,
    known_to,
    sitting,
    spells,
    terms_of,
)
from onrecord.claims.naming import capital, day, state_name
from onrecord.claims.relation import Sample
from onrecord.record.store import Record
from onrecord.vocabulary.states import RegionalGroup, StateKind

_ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def samples(record: Record, chance: Random) -> Iterator[Sample]:
    """Yield sentences about random seats, without end."""
    while True:
        kind = chance.choice(list(_MAKERS))
        made = _MAKERS[kind](_Drawer(record, chance))
        if made is None or not plain(record, made):
            continue
        true, false = made
        phrasing = chance.choice(PHRASINGS[kind])
        yield Sample(phrasing.format(**true), phrasing.format(**{**true, **false}), "membership", kind)


@dataclass(frozen=True, slots=True)
class _Drawer:
    """Draws states, terms and years, and writes their slots."""

    record: Record
    chance: Random

    def year(self) -> int:
        """Return a whole year for which all members are known."""
        return self.chance.randint(2007, known_to(self.record).year)

    def term(self) -> KnownTerm:
        """Return a term."""
        return self.chance.choice(sorted(all_terms(self.record), key=lambda t: (t.state, t.first)))

    def state(self) -> str:
        """Return a state that has had a seat."""
        return self.chance.choice(sorted(known_terms(self.record)))

    def never(self) -> str:
        """Return a member of the United Nations that has had no seat."""
        known = known_terms(self.record)
        return self.chance.choice(
            [s.iso3 for s in self.record.gazetteer.states if s.kind is StateKind.MEMBER and s.iso3 not in known]
        )

    def throughout(self, year: int) -> list[str]:
        """Return the states that sat on every day of a year."""
        first, last = date(year, 1, 1), date(year, 12, 31)
        states = sorted(known_terms(self.record))
        return [s for s in states if any(a <= first and last <= b for a, b in spells(self.record, s))]

    def absent(self, year: int) -> list[str]:
        """Return the states that have had a seat but on no day of a year."""
        first, last = date(year, 1, 1), date(year, 12, 31)
        states = sorted(known_terms(self.record))
        return [s for s in states if not any(a <= last and first <= b for a, b in spells(self.record, s))]

    def of(self, state: str) -> Slots:
        """Return the slots of a state."""
        name = state_name(self.record, state)
        return {"s": name, "S": capital(name)}

    def past(self) -> KnownTerm | None:
        """Return a term that is over, none where the one drawn is not."""
        term = self.term()
        return term if term.last <= known_to(self.record) else None


def _in_a_year(d: _Drawer) -> Made:
    year = d.year()
    return {**d.of(d.chance.choice(d.throughout(year))), "year": str(year)}, d.of(d.chance.choice(d.absent(year)))


def _not_in_a_year(d: _Drawer) -> Made:
    year = d.year()
    return {**d.of(d.chance.choice(d.absent(year))), "year": str(year)}, d.of(d.chance.choice(d.throughout(year)))


def _on_a_day(d: _Drawer) -> Made:
    term = d.term()
    on = term.first.replace(day=1, month=term.first.month + 1)
    others = sorted(set(known_terms(d.record)) - sitting(d.record, on))
    return ({**d.of(term.state), "day": day(on)}, d.of(d.chance.choice(others))) if term.on(on) else None


def _never(d: _Drawer) -> Made:
    return d.of(d.never()), d.of(d.state())


def _spell(d: _Drawer) -> Made:
    state = d.state()
    first, last = d.chance.choice(spells(d.record, state))
    if last > known_to(d.record) or last.year - first.year < 2:
        return None
    false = {"first": str(first.year - 1), "last": str(last.year - 1)}
    return {**d.of(state), "first": str(first.year), "last": str(last.year)}, false


def _nth_term(d: _Drawer) -> Made:
    term = d.past()
    if term is None or len(term.spans) > 1:
        return None
    place = terms_of(d.record, term.state).index(term) + 1
    true = {**d.of(term.state), "nth": _ORDINALS[place], "first": str(term.first.year), "last": str(term.last.year)}
    return true, {"nth": _ORDINALS[place + 1]}


def _term_ends(d: _Drawer) -> Made:
    term = d.past()
    if term is None or term.end_reason not in {None, "expired"}:
        return None
    wrong = term.last.replace(year=term.last.year - 1)
    if any(last == wrong for t in terms_of(d.record, term.state) for _, last in t.spans):
        return None
    return {**d.of(term.state), "day": day(term.last)}, {"day": day(wrong)}


def _until(d: _Drawer) -> Made:
    state = d.state()
    first, last = d.chance.choice(spells(d.record, state))
    wrong = last.replace(year=last.year - 1)
    if last > known_to(d.record) or wrong in {b for _, b in spells(d.record, state)} or wrong < first:
        return None
    return {**d.of(state), "day": day(last)}, {"day": day(wrong)}


def _number_of_terms(d: _Drawer) -> Made:
    state = d.state()
    terms = terms_of(d.record, state)
    if len(terms) < 2 or any(len(t.spans) > 1 or t.first > date(2025, 10, 1) for t in terms):
        return None
    return {**d.of(state), "n": str(len(terms))}, {"n": str(len(terms) + d.chance.choice([1, 2]))}


def _steady(d: _Drawer) -> tuple[int, str, list[str]] | None:
    """Return a year and a group whose members were the same all through it."""
    year, group = d.chance.randint(2013, known_to(d.record).year), d.chance.choice(list(RegionalGroup)).value
    first, last = sitting(d.record, date(year, 1, 1), group), sitting(d.record, date(year, 12, 31), group)
    return (year, group, sorted(first)) if first == last else None


def _contingent(d: _Drawer) -> Made:
    drawn = _steady(d)
    if drawn is None:
        return None
    year, group, states = drawn
    wrong = names(d.record, [*states[:-1], d.chance.choice(d.absent(year))])
    right = names(d.record, states)
    return {"l": right, "L": capital(right), "g": group_name(group), "year": str(year)}, {
        "l": wrong,
        "L": capital(wrong),
    }


def _members_of_a_group(d: _Drawer) -> Made:
    drawn = _steady(d)
    if drawn is None:
        return None
    year, group, states = drawn
    true = {**d.of(d.chance.choice(states)), "g": group_name(group), "year": str(year), "n": str(len(states))}
    return true, {"n": str(len(states) + d.chance.choice([-1, 1, 2]))}


def _succession(d: _Drawer) -> Made:
    term = d.term()
    before = date(term.first.year - 1, 12, 31) if term.first.month == 1 else None
    if before is None or any(t.on(before) for t in terms_of(d.record, term.state)):
        return None
    gone = sorted(sitting(d.record, before, term.group) - sitting(d.record, term.first, term.group))
    stayed = sorted(sitting(d.record, before, term.group) & sitting(d.record, term.first, term.group))
    if not gone or not stayed:
        return None
    true = {**d.of(term.state), "t": state_name(d.record, d.chance.choice(gone)), "year": str(term.first.year)}
    return true, {"t": state_name(d.record, d.chance.choice(stayed))}


def _together(d: _Drawer) -> Made:
    year = d.year()
    one, other = d.chance.sample(d.throughout(year), 2)
    true = {**d.of(one), "t": state_name(d.record, other), "year": str(year)}
    return true, {"t": state_name(d.record, d.chance.choice(d.absent(year)))}


def _joined(d: _Drawer) -> Made:
    return _edge(d, 0)


def _rejoined(d: _Drawer) -> Made:
    return _edge(d, 1)


def _edge(d: _Drawer, least: int) -> Made:
    state = d.state()
    found = spells(d.record, state)
    if len(found) <= least:
        return None
    first, _ = d.chance.choice(found[least:])
    wrong = _free_year(d, [a.year for a, _ in found], [t.first.year for t in terms_of(d.record, state)])
    return {**d.of(state), "first": str(first.year)}, {"first": str(wrong)}


def _left(d: _Drawer) -> Made:
    state = d.state()
    found = [b for _, b in spells(d.record, state) if b <= known_to(d.record) and b.month == 12]
    if not found:
        return None
    wrong = _free_year(d, [b.year for _, b in spells(d.record, state)], [])
    return {**d.of(state), "last": str(d.chance.choice(found).year)}, {"last": str(wrong)}


def _free_year(d: _Drawer, taken: Sequence[int], more: Sequence[int]) -> int:
    return d.chance.choice([y for y in range(2008, known_to(d.record).year) if y not in taken and y not in more])


_DID = {"suspended": "was suspended from", "withdrew": "withdrew from"}


def _ended_early(d: _Drawer) -> Made:
    found = [
        t for s in known_terms(d.record) for t in d.record.seats.terms(s) if getattr(t, "end_reason", None) in _DID
    ]
    term = d.chance.choice(found)
    true = {**d.of(term.state), "did": _DID[getattr(term, "end_reason", "")], "day": day(term.term_end)}
    return true, d.of(d.chance.choice(d.absent(term.term_end.year)))


def _barred(d: _Drawer) -> Made:
    ending = [t for t in all_terms(d.record) if t.last <= known_to(d.record) and t.end_reason in {None, "expired"}]
    by = sorted((t for t in ending if t.last.month == 12), key=lambda t: (t.state, t.first))
    twice = [t for t in by if consecutive(d.record, t) == 2]
    term = d.chance.choice(twice)
    once = [t.state for t in by if t.last == term.last and consecutive(d.record, t) == 1]
    return ({**d.of(term.state), "last": str(term.last.year)}, d.of(d.chance.choice(once))) if once else None


_MAKERS: dict[str, Callable[[_Drawer], Made]] = {
    "in a year": _in_a_year,
    "throughout": _in_a_year,
    "not in a year": _not_in_a_year,
    "on a day": _on_a_day,
    "never": _never,
    "spell": _spell,
    "nth term": _nth_term,
    "term ends": _term_ends,
    "number of terms": _number_of_terms,
    "contingent": _contingent,
    "members of a group": _members_of_a_group,
    "succession": _succession,
    "together": _together,
    "joined": _joined,
    "left": _left,
    "rejoined": _rejoined,
    "ended early": _ended_early,
    "barred": _barred,
    "until": _until,
}
