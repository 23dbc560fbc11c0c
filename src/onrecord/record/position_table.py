"""The roll calls of a selection as a table of positions: one row for each state, one column for each roll call.

This is what the measures over many states and votes take. Every state that could take part in at least one of the
roll calls has a row; where it could not, or its position is not in the record, the table says so.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from functools import lru_cache

import numpy as np

from onrecord.record.store import Record
from onrecord.vocabulary.rollcalls import Body
from onrecord.vocabulary.situations import Selection, in_selection


class Code(IntEnum):
    """What a cell of the table says. The first three are the positions of a state that took part, in their order."""

    YES = 0
    ABSTAIN = 1
    NO = 2
    ABSENT = 3
    NOT_A_MEMBER = 4
    UNKNOWN = 5
    """The state could take part, its position is not in the record. Of the Assembly's absences the record has none."""


@dataclass(frozen=True, slots=True)
class VoteSelection:
    """Which recorded votes: of a body, in some calendar years, of some sessions, agenda items, kinds and situations.

    What is empty or None does not narrow. ``kinds`` are those of the roll-call table (resolution, decision, draft,
    amendment, motion; text in the Assembly); ``situations`` are subjects' codes; ``named`` is a named selection of
    country situations. Without ``doubtful``, positions that the sources leave in doubt count as not in the record.
    """

    body: Body = Body.HRC
    first_year: int | None = None
    last_year: int | None = None
    sessions: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    situations: tuple[str, ...] = ()
    named: Selection | None = None
    doubtful: bool = True


@dataclass(frozen=True, slots=True)
class RollCall:
    """One column: a recorded vote and what it was on. ``date`` is the first day of the year or month where no more
    is known. ``runs_against``: a yes runs against the situation's usual texts (audit rule direction)."""

    rollcall_id: str
    slug: str
    symbol: str | None
    session: str
    date: date
    kind: str
    title: str
    agenda_item: str | None
    outcome: str | None
    situations: tuple[str, ...]
    runs_against: bool


@dataclass(frozen=True, slots=True, eq=False)
class PositionTable:
    """Positions by state (ISO 3166 alpha-3, in alphabetical order) and roll call (by date, then id).

    ``codes`` has shape (states, roll calls), type int8, values of ``Code``. ``doubtful`` has the same shape, type
    bool: the sources of the vote leave this position in doubt.
    """

    selection: VoteSelection
    states: tuple[str, ...]
    rollcalls: tuple[RollCall, ...]
    codes: np.ndarray
    doubtful: np.ndarray

    def row(self, state: str) -> int | None:
        """Return the row of a state; None where it could take part in none of the roll calls."""
        return self.states.index(state) if state in self.states else None

    @property
    def years(self) -> np.ndarray:
        """The calendar year of each roll call."""
        return np.array([one.date.year for one in self.rollcalls], dtype=np.int16)

    def columns(self, chosen: np.ndarray) -> "PositionTable":
        """Return the table of some roll calls (a mask or indices); states that could take part in none are left out."""
        codes, doubtful = self.codes[:, chosen], self.doubtful[:, chosen]
        kept = np.flatnonzero((codes != Code.NOT_A_MEMBER).any(axis=1))
        calls = np.arange(len(self.rollcalls))[chosen]
        return PositionTable(
            self.selection,
            tuple(self.states[one] for one in kept),
            tuple(self.rollcalls[one] for one in calls),
            codes[kept],
            doubtful[kept],
        )


@lru_cache(maxsize=16)
def position_table(record: Record, selection: VoteSelection) -> PositionTable:
    """Return the positions of a selection of recorded votes; a table without columns where none fits."""
    calls = tuple(one for one in _roll_calls(record, selection) if _fits(one, selection))
    parameters: dict[str, object] = {"calls": [one.rollcall_id for one in calls]}
    open_to = _OPEN[selection.body]
    states = tuple(state for (state,) in record.tuples(_STATES.format(open_to=open_to), parameters))
    parameters["states"] = list(states)
    seats = record.arrays(_SEATS.format(open_to=open_to), parameters)
    codes = np.full((len(states), len(calls)), Code.NOT_A_MEMBER, dtype=np.int8)
    codes[seats["row"], seats["col"]] = Code.UNKNOWN
    doubtful = np.zeros(codes.shape, dtype=np.bool_)
    _place(record.arrays(_POSITIONS, parameters), codes, doubtful, selection.doubtful)
    codes.flags.writeable = doubtful.flags.writeable = False
    return PositionTable(selection, states, calls, codes, doubtful)


def _place(found: dict[str, np.ndarray], codes: np.ndarray, doubtful: np.ndarray, with_doubt: bool) -> None:
    """Write the positions into their cells, but for those of a state without a seat: the audit says so of them."""
    seated = codes[found["row"], found["col"]] != Code.NOT_A_MEMBER
    row, col, code, doubt = (found[name][seated] for name in ("row", "col", "code", "doubt"))
    doubtful[row, col] = doubt
    codes[row, col] = code if with_doubt else np.where(doubt, Code.UNKNOWN, code)


_TAKEN = (
    "body = $body AND vote_taken AND year(date) BETWEEN coalesce($first_year, 0) AND coalesce($last_year, 9999)"
    " AND (len($sessions) = 0 OR list_contains($sessions, session))"
    " AND (len($kinds) = 0 OR list_contains($kinds, kind))"
    " AND (len($items) = 0 OR list_contains($items, agenda_item))"
)


def _parameters(selection: VoteSelection) -> dict[str, object]:
    return {
        "body": selection.body.value,
        "first_year": selection.first_year,
        "last_year": selection.last_year,
        "sessions": list(selection.sessions),
        "kinds": list(selection.kinds),
        "items": list(selection.items),
    }


_CALLS = f"""
SELECT rollcall_id, slug, symbol, session, date, kind, title, agenda_item, outcome,
  coalesce((SELECT list(DISTINCT subject ORDER BY subject) FROM situation
            WHERE situation.text_id = rollcall.text_id AND subject IS NOT NULL), []) AS subjects,
  EXISTS (FROM finding WHERE finding.rollcall_id = rollcall.rollcall_id AND rule = 'direction')
FROM rollcall WHERE {_TAKEN} ORDER BY date, rollcall_id
"""


def _roll_calls(record: Record, selection: VoteSelection) -> list[RollCall]:
    found = record.tuples(_CALLS, _parameters(selection))
    return [RollCall(*row[:-2], tuple(row[-2]), row[-1]) for row in found]


def _fits(call: RollCall, selection: VoteSelection) -> bool:
    if selection.situations and not set(selection.situations) & set(call.situations):
        return False
    if selection.named is None:
        return True
    return bool(call.situations) and bool(in_selection(selection.named, call.session, call.agenda_item))


_CHOSEN = (
    "WITH chosen AS (SELECT unnest($calls) AS rollcall_id, unnest(range(len($calls))) AS col), "
    "taken AS (SELECT rollcall_id, date, col FROM rollcall JOIN chosen USING (rollcall_id))"
)
_ROWS = ", state_row AS (SELECT unnest($states) AS state, unnest(range(len($states))) AS row)"

_OPEN = {
    # The Assembly's roll calls carry no list of members: they were open to the members of the UN of the day.
    Body.GA: "SELECT iso3 AS state, col FROM taken JOIN state"
    " ON un_member_from <= date AND (un_member_to IS NULL OR date <= un_member_to)",
    Body.HRC: "SELECT DISTINCT state, col FROM taken JOIN membership ON date BETWEEN term_start AND term_end",
}
"""To whom each roll call was open."""

_STATES = _CHOSEN + " SELECT DISTINCT state FROM ({open_to}) ORDER BY state"
_SEATS = _CHOSEN + _ROWS + " SELECT row, col FROM ({open_to}) JOIN state_row USING (state)"
_POSITIONS = (
    _CHOSEN
    + _ROWS
    + """ SELECT row, col, CASE position WHEN 'yes' THEN 0 WHEN 'abstain' THEN 1 WHEN 'no' THEN 2
  WHEN 'absent' THEN 3 ELSE 5 END AS code, coalesce(doubtful, false) AS doubt
FROM vote JOIN chosen USING (rollcall_id) JOIN state_row USING (state)"""
)


def kinds_of(table: PositionTable) -> dict[str, int]:
    """Return how many roll calls of each kind a table has, the most frequent first."""
    return dict(Counter(one.kind for one in table.rollcalls).most_common())
