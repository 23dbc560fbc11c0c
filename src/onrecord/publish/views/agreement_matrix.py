"""All pairs of some states: how often each two took the same position, those alike beside each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlencode

import numpy as np

from onrecord.measures.agreement.methods import MINIMUM, THREE_POINT, Method, figures
from onrecord.measures.agreement.pair_tables import pair_tables
from onrecord.measures.blocs.clustering import clustering
from onrecord.measures.blocs.ordering import leaves
from onrecord.measures.blocs.pairs import METHODS
from onrecord.publish.languages.state_names import name_order
from onrecord.publish.views.named_methods import MethodLine, known, method_line
from onrecord.publish.views.selected_votes import SelectedVotes, VotesAsked, selected, table_asked
from onrecord.publish.views.shared import Sentence, StateHead, state_head
from onrecord.publish.wording import agreement_matrix as say
from onrecord.record.position_table import PositionTable, VoteSelection, position_table
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.rollcalls import Body
from onrecord.vocabulary.states import RegionalGroup

MOST_STATES = 70
"""More states than these make no picture that can be read."""

ORDERS = ("likeness", "group")
"""How the states are put in order: those alike together, or by regional group and name."""


@dataclass(frozen=True, slots=True)
class MatrixAsked:
    """Which states, over which votes, by which method, in which order.

    Without years: the last year with so many votes that a share is given. Without states: those that had a seat on
    the Council in these years; in the Assembly those that have one on the last day of its votes.
    """

    body: str = Body.HRC.value
    first_year: int | None = None
    last_year: int | None = None
    method: str = THREE_POINT.name
    order: str = ORDERS[0]
    states: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """Two states over the votes in which both took a position; ``agreement`` is None under the minimum."""

    one: StateHead
    other: StateHead
    agreement: float | None
    n: int


@dataclass(frozen=True, slots=True)
class AgreementMatrix:
    """States in the order shown, and every pair of them once, the earlier one second.

    ``chosen`` says whether the states were asked for. ``few`` pairs are under the ``minimum``. ``years`` are the first
    and last that can be asked for.
    """

    page: str
    about: str
    votes: SelectedVotes
    years: tuple[int, int]
    method: MethodLine
    order: str
    chosen: bool
    states: tuple[StateHead, ...]
    pairs: tuple[Pair, ...]
    few: int
    minimum: int
    sentences: tuple[Sentence, ...]
    not_known: tuple[str, ...]


def agreement_matrix(record: Record, asked: MatrixAsked) -> AgreementMatrix:
    """Return all pairs of the states asked for; NotInVocabulary for a word that the record does not know."""
    return _Matrix(record, asked).view()


def _method(asked: str) -> Method:
    known_names = tuple(one.name for one in METHODS)
    found = next((one for one in METHODS if one.name == asked), None)
    if found is None:
        raise NotInVocabulary("method", asked, f"one of {', '.join(known_names)}", known_names)
    return found


@lru_cache(maxsize=16)
def last_with_enough(record: Record, body: Body) -> int:
    """Return the last year with so many recorded votes that a share is given."""
    years, counts = np.unique(position_table(record, VoteSelection(body)).years, return_counts=True)
    return int(years[counts >= MINIMUM][-1])


class _Matrix:
    """The pairs of one selection as they are put together."""

    def __init__(self, record: Record, asked: MatrixAsked) -> None:
        if asked.order not in ORDERS:
            raise NotInVocabulary("order", asked.order, f"one of {', '.join(ORDERS)}", ORDERS)
        self.record, self.order, self.method = record, asked.order, _method(asked.method)
        self.table = self._table(asked)
        self.on = max(one.date for one in self.table.rollcalls)
        self.states = self._chosen(asked.states)
        self.asked = bool(asked.states)

    def _table(self, asked: MatrixAsked) -> PositionTable:
        body = asked.body if asked.body in set(Body) else Body.HRC
        year = asked.last_year or asked.first_year or last_with_enough(self.record, Body(body))
        return table_asked(self.record, VotesAsked(asked.body, asked.first_year or year, asked.last_year or year))

    def _chosen(self, asked: Sequence[str]) -> tuple[str, ...]:
        if asked:
            found = dict.fromkeys(self.record.gazetteer.resolve(one, self.on).iso3 for one in asked)
            return self._few_enough(tuple(found))
        if self.table.selection.body is Body.HRC:
            return self._few_enough(self.table.states)
        seated = self.record.seats.members(self.on)
        return tuple(state for state in self.table.states if state in seated)

    def _few_enough(self, states: tuple[str, ...]) -> tuple[str, ...]:
        if not 1 < len(states) <= MOST_STATES:
            expected = f"2 to {MOST_STATES} states; fewer years, or states named"
            raise NotInVocabulary("number of states", str(len(states)), expected)
        return states

    def view(self) -> AgreementMatrix:
        order = self._in_order()
        heads = tuple(self.head(state) for state in order)
        pairs = self._pairs(order, heads)
        votes = selected(self.record, self.table)
        years = position_table(self.record, VoteSelection(votes.body)).years
        page = self._page()
        return AgreementMatrix(
            page=page,
            about=self._about(),
            votes=votes,
            years=(int(years.min()), int(years.max())),
            method=method_line(self.method),
            order=self.order,
            chosen=self.asked,
            states=heads,
            pairs=pairs,
            few=sum(one.agreement is None for one in pairs),
            minimum=MINIMUM,
            sentences=tuple(say.of_matrix(votes, self.method.label, pairs, page)),
            not_known=tuple(say.not_known(votes.body)),
        )

    def head(self, state: str) -> StateHead:
        return state_head(self.record, self.record.gazetteer.state(state), self.on)

    def _in_order(self) -> tuple[str, ...]:
        if self.order == "group":
            return self._by_group(self.states)
        rows = [row for row, state in enumerate(self.table.states) if state in self.states]
        found = clustering(_part(self.table, rows), self.method)
        near = leaves(found) if found else ()
        return (*near, *self._by_group(tuple(state for state in self.states if state not in near)))

    def _by_group(self, states: tuple[str, ...]) -> tuple[str, ...]:
        groups = [*RegionalGroup, None]
        heads = sorted(map(self.head, states), key=lambda one: (groups.index(_group(one)), name_order(one.name)))
        return tuple(one.iso3 for one in heads)

    def _pairs(self, order: Sequence[str], heads: Sequence[StateHead]) -> tuple[Pair, ...]:
        tables = pair_tables(self.table, order)
        columns = [tables.columns.index(state) if state in tables.columns else -1 for state in order]
        found = figures(self.method, tables.counts)
        return tuple(
            Pair(heads[i], heads[j], known(found.value[i, columns[j]]), int(found.n[i, columns[j]]))
            for i in range(len(order))
            for j in range(i)
            if columns[j] >= 0
        )

    def _words(self) -> dict[str, str]:
        chosen = self.table.selection
        words = {"body": chosen.body.value, "from": str(chosen.first_year), "to": str(chosen.last_year)}
        words["method"] = "" if self.method is THREE_POINT else self.method.name
        words["by"] = "" if self.order == ORDERS[0] else self.order
        words["states"] = ",".join(self.states) if self.asked else ""
        return {name: word for name, word in words.items() if word}

    def _page(self) -> str:
        return f"/agreement/map?{urlencode(self._words(), safe=',')}"

    def _about(self) -> str:
        words = self._words()
        years = f"{words['from']}-{words['to']}"
        parts = (
            words["body"],
            years,
            words.get("method", ""),
            words.get("by", ""),
            words.get("states", "").replace(",", "+"),
        )
        return ",".join(part for part in parts if part)


def _group(head: StateHead) -> RegionalGroup | None:
    return RegionalGroup(head.regional_group) if head.regional_group else None


def _part(table: PositionTable, rows: Sequence[int]) -> PositionTable:
    """Return a table of some of its states."""
    chosen = list(rows)
    states = tuple(table.states[row] for row in chosen)
    return PositionTable(table.selection, states, table.rollcalls, table.codes[chosen], table.doubtful[chosen])


def asked_of(about: str) -> MatrixAsked:
    """Return what the last part of a chart's address asks for: HRC,2014-2014 or GA,2016-2019,group,KAZ+KGZ+MNG."""
    body, _, rest = about.partition(",")
    years, *more = rest.split(",")
    first, _, last = years.partition("-")
    methods, orders = {one.name for one in METHODS}, set(ORDERS)
    states = [part for part in more if part not in methods | orders]
    if not (first.isdigit() and last.isdigit()) or len(states) > 1:
        raise NotInVocabulary("map of pairs", about, "a body and years, such as HRC,2014-2014")
    return MatrixAsked(
        body,
        int(first),
        int(last),
        next((part for part in more if part in methods), THREE_POINT.name),
        next((part for part in more if part in orders), ORDERS[0]),
        tuple(states[0].split("+")) if states else (),
    )
