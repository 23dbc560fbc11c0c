"""One state beside all others: with whom it took the same position, over the roll calls both could vote in."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from functools import cached_property
from urllib.parse import urlencode

import numpy as np

from onrecord.measures.agreement.intervals import default_bootstrap, intervals
from onrecord.measures.agreement.methods import IDENTICAL, MINIMUM, THREE_POINT, Figures, figures, method
from onrecord.measures.agreement.pair_tables import PairTables, pair_tables
from onrecord.measures.agreement.sensitivity import Changed, Sensitivity, sensitivity
from onrecord.measures.resampling import Bootstrap, Drawn, Intervals
from onrecord.publish.languages.state_names import name_order
from onrecord.publish.views.named_methods import IntervalLine, MethodLine, interval_line, known, method_line
from onrecord.publish.views.selected_votes import VotesAsked, selection_of
from onrecord.publish.views.shared import Sentence, StateHead, situation_label, state_head
from onrecord.publish.wording import agreement as say
from onrecord.record.coverage_of import Span, votes_taken_span
from onrecord.record.position_table import Code, PositionTable, VoteSelection, position_table
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.rollcalls import Body
from onrecord.vocabulary.states import State

YEARS = 10
"""Without other years asked for, the votes are those of the year of the last one and of so many years before it."""


@dataclass(frozen=True, slots=True)
class AgreementAsked:
    """Whose agreement, by which method, over which votes; a year of None is left to the rule ``YEARS``.

    ``drawn`` is what is drawn again for the intervals; None leaves it to the number of sessions.
    """

    state: str
    body: str = Body.GA.value
    first_year: int | None = None
    last_year: int | None = None
    method: str = IDENTICAL.name
    items: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    situations: tuple[str, ...] = ()
    named: str | None = None
    drawn: str | None = None


@dataclass(frozen=True, slots=True)
class AgreementWith:
    """One other state over the roll calls open to both; shares are None under the minimum. ``page`` compares them.

    ``agreement`` is the figure of the method asked for, over ``counted`` roll calls, with the ends of its interval.
    """

    state: StateHead
    could: int
    n: int
    same: int
    one_step: int
    opposite: int
    absent: int
    unknown: int
    doubtful: int
    identical_share: float | None
    three_point: float | None
    agreement: float | None
    counted: int
    low: float | None
    high: float | None
    page: str


@dataclass(frozen=True, slots=True)
class AgreementOfState:
    """One state beside all others in one body over some years, the most agreement first.

    In ``n`` roll calls it could vote; in ``cast`` of them it voted in favour, against or abstained. ``never_open`` are
    members of the United Nations in these years that could vote in none of the n. ``years`` are the first and last
    that can be asked for. ``usual`` says whether body, years and method are those shown where nothing else is asked
    for; ``narrowed`` says in words what else narrows the votes, and is empty where nothing does.
    """

    state: StateHead
    page: str
    body: Body
    first_year: int
    last_year: int
    usual: bool
    years: tuple[int, int]
    narrowed: str
    method: MethodLine
    interval: IntervalLine
    n: int
    cast: int
    first: date | None
    last: date | None
    minimum: int
    sentences: tuple[Sentence, ...]
    others: tuple[AgreementWith, ...]
    never_open: tuple[StateHead, ...]
    not_known: tuple[str, ...]

    @property
    def plain(self) -> bool:
        """Whether it is the identical share over all votes of the years, as the map shows it."""
        return self.method.name == IDENTICAL.name and not self.narrowed


def agreement_of_state(record: Record, asked: AgreementAsked) -> AgreementOfState:
    """Return a state beside all others; NotInVocabulary for a state, body, year or method that there is not."""
    return Beside(record, asked).view()


def _covered(record: Record, body: Body) -> Span:
    found = votes_taken_span(record, body)
    if found is None:
        raise NotInVocabulary("body", body, "a body with recorded votes in the record")
    return found


class Beside:
    """What a state's agreement is asked for over: its votes, and all names as of the last day of the years."""

    def __init__(self, record: Record, asked: AgreementAsked) -> None:
        """Find the votes and the state; NotInVocabulary for a word that the record does not know."""
        self.record, self.asked, self.method = record, asked, method(asked.method)
        if asked.body not in set(Body):
            raise NotInVocabulary("body", asked.body, f"one of {', '.join(Body)}", tuple(Body))
        self.covered = _covered(record, Body(asked.body))
        self.selection = selection_of(record, self._votes(asked))
        self.table: PositionTable = position_table(record, self.selection)
        self.first_year, self.last_year = self._years(self.selection)
        self.on = date(self.last_year, 12, 31)
        self.state = record.gazetteer.resolve(asked.state, self.on)
        self.head = state_head(record, self.state, self.on)
        self.bootstrap = self._bootstrap()

    def _votes(self, asked: AgreementAsked) -> VotesAsked:
        until = asked.last_year or self.covered.last.year
        since = asked.first_year or max(self.covered.first.year, until - YEARS)
        return VotesAsked(asked.body, since, until, asked.items, asked.kinds, asked.situations, asked.named)

    def _years(self, chosen: VoteSelection) -> tuple[int, int]:
        return chosen.first_year or self.covered.first.year, chosen.last_year or self.covered.last.year

    def _bootstrap(self) -> Bootstrap:
        if self.asked.drawn is None:
            return default_bootstrap(self.table, self.state.iso3)
        if self.asked.drawn not in set(Drawn):
            raise NotInVocabulary("what is drawn", self.asked.drawn, f"one of {', '.join(Drawn)}", tuple(Drawn))
        return Bootstrap(Drawn(self.asked.drawn))

    @cached_property
    def days(self) -> list[date]:
        """The days of the roll calls that were open to the state."""
        row = self.table.row(self.state.iso3)
        if row is None:
            return []
        return [self.table.rollcalls[at].date for at in np.flatnonzero(self.table.codes[row] != Code.NOT_A_MEMBER)]

    @property
    def narrowed(self) -> str:
        """What narrows the votes beside body and years, in words; empty where nothing does."""
        return say.narrowed(
            self.selection, [situation_label(self.record.subjects[s]) for s in self.selection.situations]
        )

    @property
    def usual(self) -> bool:
        """Whether all is as where nothing but the state is asked for."""
        usual = max(self.covered.first.year, self.covered.last.year - YEARS), self.covered.last.year
        plain = AgreementAsked(self.asked.state, self.asked.body, self.asked.first_year, self.asked.last_year)
        here = self.selection.body is Body.GA and (self.first_year, self.last_year) == usual
        return here and self.asked == plain

    @property
    def page(self) -> str:
        """The address that shows all this."""
        words = {"body": self.selection.body.value, "from": self.first_year, "to": self.last_year, **self._narrowing()}
        return f"/agreement/{self.state.slug}{'' if self.usual else f'?{urlencode(words, doseq=True)}'}"

    def _narrowing(self) -> dict[str, str | tuple[str, ...]]:
        names = {"method": "method", "items": "item", "kinds": "kind", "situations": "situation"}
        names |= {"named": "selection", "drawn": "drawn"}
        plain = {field.name: field.default for field in fields(AgreementAsked)}
        given = {name: getattr(self.asked, name) for name in names}
        return {names[name]: value for name, value in given.items() if value != plain[name]}

    def view(self) -> AgreementOfState:
        """Return the state beside all others."""
        days, others = self.days, self.others()
        cast = self.cast()
        never = self.never_open() if days else ()
        changed = sensitivity(self.table, self.state.iso3, self.method) if days else None
        return AgreementOfState(
            state=self.head,
            page=self.page,
            body=self.selection.body,
            first_year=self.first_year,
            last_year=self.last_year,
            usual=self.usual,
            years=(self.covered.first.year, self.covered.last.year),
            narrowed=self.narrowed,
            method=method_line(self.method),
            interval=interval_line(self.ends),
            n=len(days),
            cast=cast,
            first=min(days, default=None),
            last=max(days, default=None),
            minimum=MINIMUM,
            sentences=tuple(self.sentences(others, never, changed)),
            others=others,
            never_open=never,
            not_known=(*say.not_known(self.selection.body, self.covered.last), *say.of_the_map()),
        )

    def sentences(
        self, others: tuple[AgreementWith, ...], never: tuple[StateHead, ...], changed: Sensitivity | None
    ) -> Iterator[Sentence]:
        """Yield the findings, and what becomes of the ranking where votes or absences are counted otherwise."""
        asked = self.words()
        yield from say.of_state(asked, others, never)
        if changed:
            told = [one for one in changed.variants if one.changed is not Changed.METHOD]
            yield from say.otherwise(asked, told, self.names)

    def words(self) -> say.Asked:
        """Return what the sentences are about."""
        days = self.days
        return say.Asked(
            head=self.head,
            body=self.selection.body,
            years=(self.first_year, self.last_year),
            page=self.page,
            could=len(days),
            days=(min(days), max(days)) if days else None,
            method=self.method,
            narrowed=self.narrowed,
        )

    def names(self, states: tuple[str, ...]) -> list[str]:
        """Return what states are called within a sentence."""
        return [self.head_of(self.record.gazetteer.state(one)).running_name for one in states]

    def cast(self) -> int:
        """In how many roll calls the state voted in favour, against or abstained."""
        row = self.table.row(self.state.iso3)
        return 0 if row is None else int((self.table.codes[row] <= Code.NO).sum())

    def head_of(self, state: State) -> StateHead:
        """Return a state as the page names it."""
        return state_head(self.record, state, self.on)

    @cached_property
    def ends(self) -> Intervals:
        """Return the intervals of the figures with every state of the table."""
        return intervals(self.table, self.state.iso3, self.method, self.bootstrap)

    @cached_property
    def pairs(self) -> PairTables:
        """The tables of the state with every state of the table."""
        return pair_tables(self.table, [self.state.iso3])

    def others(self) -> tuple[AgreementWith, ...]:
        """Return every other state that could vote when the state could, the most agreement first."""
        found = self.pairs
        counts = found.counts[0]
        shares = [figures(one, counts) for one in (IDENTICAL, THREE_POINT, self.method)]
        lines = [
            self.line(shares, at)
            for at, other in enumerate(self.table.states)
            if other != self.state.iso3 and found.could[0, at]
        ]
        return tuple(sorted(lines, key=_in_order))

    def line(self, shares: list[Figures], at: int) -> AgreementWith:
        """Return the state beside one other."""
        found, ends = self.pairs, self.ends
        other = self.record.gazetteer.state(self.table.states[at])
        names = ("could", "n", "absent", "unknown", "doubtful")
        steps = dict(zip(("same", "one_step", "opposite"), (found.apart(one) for one in range(3)), strict=True))
        counts = {name: int(getattr(found, name)[0, at]) for name in names}
        identical, three_point, asked = (known(one.value[at]) for one in shares)
        return AgreementWith(
            state=self.head_of(other),
            **counts,
            **{name: int(number[0, at]) for name, number in steps.items()},
            identical_share=identical,
            three_point=three_point,
            agreement=asked,
            counted=int(shares[-1].n[at]),
            low=known(ends.low[at]),
            high=known(ends.high[at]),
            page=f"/compare?{urlencode({'a': self.state.slug, 'b': other.slug})}",
        )

    def never_open(self) -> tuple[StateHead, ...]:
        """Return the members of the UN at any time in these years that could vote in none of the state's votes."""
        could = zip(self.table.states, self.pairs.could[0], strict=True)
        seen = {self.state.iso3, *(one for one, number in could if number)}
        states = [one for one in self.record.gazetteer.states if one.iso3 not in seen and self.in_the_un(one)]
        return tuple(sorted(map(self.head_of, states), key=lambda head: name_order(head.name)))

    def in_the_un(self, state: State) -> bool:
        """Return whether a state was a member of the UN on some day of the years asked for."""
        since, until = state.un_member_from, state.un_member_to
        return since is not None and since <= self.on and (until is None or until >= date(self.first_year, 1, 1))


def _in_order(line: AgreementWith) -> tuple[bool, float, int, str]:
    share = line.agreement
    return share is None, -(share or 0.0), -line.counted, name_order(line.state.name)
