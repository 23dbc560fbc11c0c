"""One state beside all others, part by part: for each agenda item, situation, kind of text, or year of its votes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from onrecord.measures.agreement.intervals import default_bootstrap, intervals
from onrecord.measures.agreement.methods import MINIMUM, figures
from onrecord.measures.agreement.pair_tables import pair_tables
from onrecord.publish.languages.state_names import name_order
from onrecord.publish.languages.words import gettext, say
from onrecord.publish.views.agreement import AgreementAsked, Beside
from onrecord.publish.views.named_methods import IntervalLine, MethodLine, interval_line, known, method_line
from onrecord.publish.views.shared import StateHead, situation_label
from onrecord.publish.wording import agreement as words
from onrecord.record.position_table import PositionTable, RollCall
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.rollcalls import Body


class By(StrEnum):
    """What votes are put apart by."""

    ITEM = "item"
    SITUATION = "situation"
    KIND = "kind"
    YEARS = "years"


@dataclass(frozen=True, slots=True)
class PartWith:
    """One other state in one part: the figure over ``counted`` roll calls, None under the minimum, its interval."""

    state: StateHead
    could: int
    counted: int
    agreement: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class AgreementPart:
    """One part of the votes: ``n`` were open to the state; the others the most agreement first."""

    part: str
    label: str
    n: int
    interval: IntervalLine
    others: tuple[PartWith, ...]


@dataclass(frozen=True, slots=True)
class AgreementBy:
    """A state's agreement part by part. A vote on several situations stands in the part of each.

    ``beside`` is the one other state asked for, None for all of them.
    """

    state: StateHead
    beside: StateHead | None
    page: str
    body: Body
    first_year: int
    last_year: int
    narrowed: str
    by: By
    method: MethodLine
    n: int
    minimum: int
    parts: tuple[AgreementPart, ...]
    not_known: tuple[str, ...]


def agreement_by(record: Record, asked: AgreementAsked, by: str, beside: str | None = None) -> AgreementBy:
    """Return a state's agreement with all others, or with one, in each part of its votes.

    Raises NotInVocabulary for a state, body, year, method or division that there is not.
    """
    if by not in set(By):
        raise NotInVocabulary("what votes are put apart by", by, f"one of {', '.join(By)}", tuple(By))
    found = Beside(record, asked)
    other = record.gazetteer.resolve(beside, found.on) if beside else None
    made = _Parts(found, By(by), other.iso3 if other else None)
    return AgreementBy(
        state=found.head,
        beside=found.head_of(other) if other else None,
        page=found.page,
        body=found.selection.body,
        first_year=found.first_year,
        last_year=found.last_year,
        narrowed=found.narrowed,
        by=By(by),
        method=method_line(found.method),
        n=len(found.days),
        minimum=MINIMUM,
        parts=tuple(made.parts()),
        not_known=tuple(words.not_known(found.selection.body, found.covered.last)),
    )


class _Parts:
    """The parts of a state's votes."""

    def __init__(self, found: Beside, by: By, other: str | None) -> None:
        self.found, self.by, self.other = found, by, other

    def parts(self) -> Iterator[AgreementPart]:
        """Yield every part in which the state could vote."""
        calls, own = self.found.table.rollcalls, self.found.state.iso3
        for name in self.names(calls):
            table = self.found.table.columns(np.array([name in self.of(one) for one in calls], dtype=np.bool_))
            if table.row(own) is not None:
                yield self.part(name, table)

    def names(self, calls: Iterable[RollCall]) -> list[str]:
        """Return the parts there are: items by number, years in their order, else by their names."""
        there = {name for one in calls for name in self.of(one)}
        order = {By.ITEM: lambda name: (not name, len(name), name), By.YEARS: str}
        return sorted(there, key=order.get(self.by, lambda name: (not name, self.label(name))))

    def of(self, call: RollCall) -> tuple[str, ...]:
        """Return the parts that a roll call belongs to; an empty name where it belongs to none."""
        parts = {
            By.ITEM: (call.agenda_item or "",),
            By.SITUATION: call.situations or ("",),
            By.KIND: (call.kind,),
            By.YEARS: (str(call.date.year),),
        }
        return parts[self.by]

    def label(self, name: str) -> str:
        """Return what a part is called."""
        if self.by is By.ITEM:
            return say("agenda item {item}", item=name) if name else gettext("no agenda item in the record")
        if self.by is By.SITUATION:
            return situation_label(self.found.record.subjects[name]) if name else gettext("no country situation")
        return gettext(name) if self.by is By.KIND else name

    def part(self, name: str, table: PositionTable) -> AgreementPart:
        """Return the state beside the others in one part."""
        own, method = self.found.state.iso3, self.found.method
        found = pair_tables(table, [own])
        values = figures(method, found.counts[0])
        ends = intervals(table, own, method, default_bootstrap(table, own))
        shown = [one for one in table.states if (one == self.other if self.other else one != own)]
        lines = [
            PartWith(
                state=self.found.head_of(self.found.record.gazetteer.state(one)),
                could=int(found.could[0, at]),
                counted=int(values.n[at]),
                agreement=known(values.value[at]),
                low=known(ends.low[at]),
                high=known(ends.high[at]),
            )
            for one in shown
            if found.could[0, at := table.states.index(one)]
        ]
        n = int(found.could[0, table.states.index(own)])
        return AgreementPart(name, self.label(name), n, interval_line(ends), tuple(sorted(lines, key=_in_order)))


def _in_order(line: PartWith) -> tuple[bool, float, int, str]:
    share = line.agreement
    return share is None, -(share or 0.0), -line.counted, name_order(line.state.name)
