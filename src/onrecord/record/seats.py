"""Who sat on the Council on a day: terms indexed by state."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import Protocol


class Term(Protocol):
    """One term of a state, first and last day inclusive."""

    @property
    def state(self) -> str:
        """The state's ISO 3166 alpha-3 code."""
        ...

    @property
    def term_start(self) -> date:
        """The first day of the term."""
        ...

    @property
    def term_end(self) -> date:
        """The last day of the term."""
        ...


class Seats:
    """The Council's terms, asked by state and day."""

    def __init__(self, terms: Iterable[Term]) -> None:
        """Index the terms by state, earliest first."""
        self._terms: dict[str, list[Term]] = defaultdict(list)
        for term in sorted(terms, key=lambda t: (t.state, t.term_start)):
            self._terms[term.state].append(term)
        self._on: dict[date, frozenset[str]] = {}

    def is_member(self, state: str, on: date) -> bool:
        """Return whether the state had a seat on that day."""
        return any(t.term_start <= on <= t.term_end for t in self._terms.get(state, ()))

    def members(self, on: date) -> frozenset[str]:
        """Return the states that had a seat on that day."""
        if on not in self._on:
            self._on[on] = frozenset(state for state in self._terms if self.is_member(state, on))
        return self._on[on]

    def terms(self, state: str) -> tuple[Term, ...]:
        """Return the state's terms, earliest first; empty when it never sat."""
        return tuple(self._terms.get(state, ()))

    @cached_property
    def first_day(self) -> date:
        """The day the first terms began."""
        return min(t.term_start for terms in self._terms.values() for t in terms)
