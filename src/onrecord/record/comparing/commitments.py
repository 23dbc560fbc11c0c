"""Acts towards treaties, visits and cited documents beside the record's."""

from collections import defaultdict
from datetime import date
from functools import cached_property

from onrecord.record.cited_documents import known_dates
from onrecord.record.comparing.compared import Compared, Rule, beside, new, not_compared
from onrecord.record.store import Record
from onrecord.vocabulary.dates import PartialDate
from onrecord.vocabulary.statements import (
    ReferenceSaid,
    Statement,
    TreatyActSaid,
    TreatyTotalsSaid,
    VisitSaid,
    VisitStatus,
)
from onrecord.vocabulary.states import normalise

_JOINS = frozenset({"ratification", "accession", "succession", "acceptance", "approval", "formal confirmation"})
_COMPLETED = frozenset({VisitStatus.COMPLETED})
_ASKED = frozenset({VisitStatus.REQUESTED, VisitStatus.REMINDER})


class Treaties:
    """Compares acts towards treaties, and the depositary's totals."""

    def __init__(self, record: Record) -> None:
        """Take the record."""
        self._record = record

    @cached_property
    def _instruments(self) -> dict[str, tuple[str, int | None, int | None]]:
        """The treaties by the depositary's number and by title."""
        rows = self._record.tuples("SELECT untc_chapter, title, instrument, signatories, parties FROM instrument")
        known = {}
        for chapter, title, *rest in rows:
            known |= {normalise(name): tuple(rest) for name in (chapter, title) if name}
        return known

    @cached_property
    def _acts(self) -> dict[tuple[str, str], list[tuple[str, date]]]:
        found: defaultdict[tuple[str, str], list[tuple[str, date]]] = defaultdict(list)
        for instrument, state, act, day in self._record.tuples(
            "SELECT instrument, state, act, date FROM treaty_act WHERE NOT starts_with(act, 'declaration') ORDER BY ALL"
        ):
            found[instrument, state].append((act, day))
        return dict(found)

    @cached_property
    def _slugs(self) -> dict[str, str]:
        return dict(self._record.tuples("SELECT iso3, slug FROM state"))

    def act(self, statement: Statement, said: TreatyActSaid) -> Compared:
        """Compare an act and its day with the same act of the state, or its other way of joining."""
        found = self._instruments.get(normalise(said.treaty))
        if found is None:
            return not_compared(statement, Rule.NO_TREATY)
        page = f"/treaties/{self._slugs.get(said.state, said.state)}"
        if said.withdrawn:
            return not_compared(statement, Rule.ACT_WITHDRAWN, page)
        acts = self._acts.get((found[0], said.state), [])
        kinds = _JOINS if said.act in _JOINS else {said.act.value}
        near = [(act, day) for act, day in acts if act in kinds]
        if not near:
            return new(statement, Rule.ACT, page)
        says = "; ".join(f"{act} {day.isoformat()}" for act, day in near)
        return beside(statement, (said.act.value, said.date) in near, says, page, Rule.ACT)

    def totals(self, statement: Statement, said: TreatyTotalsSaid) -> Compared:
        """Compare how many signatories and parties the depositary counts, as far as both give them."""
        found = self._instruments.get(normalise(said.treaty))
        if found is None:
            return not_compared(statement, Rule.NO_TREATY)
        instrument, signatories, parties = found
        pairs = [(said.signatories, signatories), (said.parties, parties)]
        both = [(told, has) for told, has in pairs if told is not None and has is not None]
        page = f"/treaties/instruments/{instrument}"
        if not both:
            return new(statement, Rule.TREATY, page)
        says = f"{_known(signatories)} signatories, {_known(parties)} parties"
        return beside(statement, all(told == has for told, has in both), says, page, Rule.TREATY)


class Visits:
    """Compares visits of mandates to states."""

    def __init__(self, record: Record) -> None:
        """Take the record."""
        self._record = record

    @cached_property
    def _visits(self) -> dict[str, list[tuple[str, date, date | None, str, str]]]:
        found: defaultdict[str, list[tuple[str, date, date | None, str, str]]] = defaultdict(list)
        for state, mandate, *rest in self._record.tuples(
            "SELECT state, mandate, opened, closed, status, slug FROM visit JOIN state ON state.iso3 = visit.state"
            " ORDER BY ALL"
        ):
            found[state].append((normalise(mandate), *rest))
        return dict(found)

    def visit(self, statement: Statement, said: VisitSaid) -> Compared:
        """Compare a visit with the record's of the same mandate whose days meet its own."""
        mandate = normalise(said.mandate)
        for known, opened, closed, status, slug in self._visits.get(said.state, ()):
            first, last = said.first or said.last, said.last or said.first
            if not _same_mandate(mandate, known) or first is None or last is None:
                continue
            if first <= (closed or opened) and opened <= last:
                days = opened.isoformat() if closed is None else f"{opened.isoformat()} to {closed.isoformat()}"
                same = _same_status(said.status, status) and _same_days(said, opened, closed)
                return beside(statement, same, f"{status} {days}", f"/visits/{slug}", Rule.VISIT)
        return new(statement, Rule.VISIT)


class References:
    """Compares the dates by which documents are cited."""

    def __init__(self, record: Record) -> None:
        """Take the record."""
        self._record = record

    @cached_property
    def _dates(self) -> dict:
        return known_dates(self._record)

    def reference(self, statement: Statement, said: ReferenceSaid) -> Compared:
        """Compare the date of a citation with the one the document bears, where the record knows it."""
        known = self._dates.get(said.symbol or "")
        if known is None:
            return new(statement, Rule.CITED_DATE)
        if known.borne is None or said.date is None:
            return not_compared(statement, Rule.CITED_DATE)
        return beside(statement, known.has(PartialDate(said.date)), str(known.borne), "", Rule.CITED_DATE)


def _same_mandate(one: str, other: str) -> bool:
    """Whether mandates are the same: a table may leave out whether it is a rapporteur's or an expert's."""
    return one == other or other.endswith(f" on {one}") or one.endswith(f" on {other}")


def _same_status(told: VisitStatus, has: str) -> bool:
    if told in _COMPLETED:
        return has == "completed"
    return told.value == has or (told in _ASKED and has == "requested")


def _same_days(said: VisitSaid, opened: date, closed: date | None) -> bool:
    """Whether the days are the record's, where the document gives days and not a month or a year."""
    if closed is None or said.first == said.last:
        return True
    whole_months = said.first and said.last and said.first.day == 1 and (said.last - said.first).days >= _A_MONTH
    return bool(whole_months) or (said.first, said.last) == (opened, closed)


_A_MONTH = 27


def _known(n: int | None) -> str:
    return "?" if n is None else str(n)
