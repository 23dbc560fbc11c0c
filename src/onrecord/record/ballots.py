"""Votes with their positions, as every measure and view takes them: which were taken, who stood where."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from onrecord.record.store import Record
from onrecord.vocabulary.positions import Position
from onrecord.vocabulary.rollcalls import Body, Status
from onrecord.vocabulary.situations import Selection, in_selection
from onrecord.vocabulary.texts import FINAL_KINDS


@dataclass(frozen=True, slots=True)
class Cast:
    """One state's position in one vote: the reading used beside what is listed."""

    position: Position | None
    listed: Position
    rule: str
    correction_id: str | None
    doubtful: bool
    listed_code: str | None


@dataclass(frozen=True, slots=True)
class Ballot:
    """One vote with its text, its situations, the figures used and all positions.

    ``members`` are the states with a seat on the day; empty for the Assembly, whose absences are not recorded.
    ``runs_against`` marks a text on which a yes runs against the situation's usual texts (audit rule direction).
    """

    rollcall_id: str
    body: Body
    text_id: str | None
    symbol: str | None
    slug: str
    session: str
    date: date
    date_precision: str
    kind: str
    title: str
    agenda_item: str | None
    vote_taken: bool
    outcome: str | None
    status: Status
    severity: str | None
    yes: int | None
    no: int | None
    abstain: int | None
    absent: int | None
    tally_rule: str
    positions_rule: str
    list_status: str
    source_id: str
    subjects: tuple[str, ...] = ()
    casts: Mapping[str, Cast] = field(default_factory=dict)
    members: frozenset[str] = frozenset()
    runs_against: bool = False

    def position(self, state: str) -> Position | None:
        """Return the state's position; None where the record does not know it."""
        if not self.vote_taken:
            return Position.NO_VOTE_TAKEN
        if self.body is Body.HRC and state not in self.members:
            return Position.NOT_A_MEMBER
        cast = self.casts.get(state)
        return cast.position if cast else None

    def doubtful(self, state: str) -> bool:
        """Return whether the vote's witnesses leave this state's position in doubt."""
        cast = self.casts.get(state)
        return cast.doubtful if cast else False

    @property
    def final(self) -> bool:
        """Whether the vote was on a text as a whole, not on an amendment or a motion."""
        return self.kind in FINAL_KINDS or self.kind == "text"

    def selected(self, selection: Selection) -> bool | None:
        """Return whether a named selection takes the text; None where it cannot be said."""
        return bool(self.subjects) and in_selection(selection, self.session, self.agenda_item)

    @property
    def tally(self) -> str | None:
        """The figures used as the field writes them, 21-9-16; None where there are none."""
        return None if self.yes is None else f"{self.yes}-{self.no}-{self.abstain}"


_BALLOT = (
    "rollcall_id, body, text_id, symbol, slug, session, date, date_precision, kind, title, agenda_item,"
    " vote_taken, outcome, status, severity, yes, no, abstain, absent, tally_rule, positions_rule,"
    " list_status, source_id"
)


def ballots(
    record: Record, where: str, parameters: Mapping[str, object], states: Collection[str] | None = None
) -> list[Ballot]:
    """Return the votes for which the SQL condition ``where`` on rollcall holds, in the order of their dates.

    ``states`` narrows the positions brought along: None for every state's, empty for none.
    """
    found = record.tuples(f"SELECT {_BALLOT} FROM rollcall WHERE {where} ORDER BY date, rollcall_id", dict(parameters))
    against = _running_against(record)
    subjects, casts = _subjects(record, where, parameters), _casts(record, where, states, parameters)
    return [_ballot(record, row, subjects, casts, against) for row in found]


def _ballot(
    record: Record,
    row: tuple,
    subjects: Mapping[str, tuple[str, ...]],
    casts: Mapping[str, Mapping[str, Cast]],
    against: frozenset[str],
) -> Ballot:
    """Return a vote made whole at once: a state's page takes a thousand, and each copy costs as much as the vote."""
    rollcall_id, body, text_id, symbol, slug, session, day, precision, kind, title, item, *read = row
    vote_taken, outcome, status, *figures = read
    head = (rollcall_id, Body(body), text_id, symbol, slug, session, day, precision, kind, title, item)
    about = subjects.get(text_id or "", ())
    members = record.seats.members(day) if body == Body.HRC else frozenset()
    own = casts.get(rollcall_id, {})
    return Ballot(*head, vote_taken, outcome, Status(status), *figures, about, own, members, rollcall_id in against)


@lru_cache(maxsize=4)
def _running_against(record: Record) -> frozenset[str]:
    return frozenset(one for (one,) in record.tuples("SELECT rollcall_id FROM finding WHERE rule = 'direction'"))


def _subjects(record: Record, where: str, parameters: Mapping[str, object]) -> dict[str, tuple[str, ...]]:
    rows = record.tuples(
        "SELECT situation.text_id, list(subject ORDER BY subject) FROM situation"
        f" WHERE subject IS NOT NULL AND text_id IN (SELECT text_id FROM rollcall WHERE {where})"
        " GROUP BY situation.text_id",
        dict(parameters),
    )
    return {text_id: tuple(subjects) for text_id, subjects in rows}


def _casts(
    record: Record, where: str, states: Collection[str] | None, parameters: Mapping[str, object]
) -> dict[str, dict[str, Cast]]:
    found: dict[str, dict[str, Cast]] = {}
    narrowed = "true" if states is None else "list_contains($of_states, state)"
    of_states = {} if states is None else {"of_states": list(states)}
    for rollcall_id, state, position, listed, *rest in record.tuples(
        "SELECT rollcall_id, state, position, listed, rule, correction_id, doubtful, listed_code FROM vote"
        f" WHERE {narrowed} AND rollcall_id IN (SELECT rollcall_id FROM rollcall WHERE {where})"
        " ORDER BY rollcall_id, state",
        {**parameters, **of_states},
    ):
        read = Position(position) if position else None
        found.setdefault(rollcall_id, {})[state] = Cast(read, Position(listed), *rest)
    return found


@lru_cache(maxsize=32)
def of_year(record: Record, year: int) -> tuple[Ballot, ...]:
    """Return the Council's votes of a calendar year, with every position; kept, as every state's page needs them."""
    return tuple(ballots(record, "body = 'HRC' AND year(date) = $year", {"year": year}))


def of_state(record: Record, state: str) -> list[Ballot]:
    """Return all votes of the Council with the position of one state."""
    return ballots(record, "body = 'HRC'", {}, (state,))


@lru_cache(maxsize=4)
def assembly_positions(record: Record) -> Mapping[str, int]:
    """Return in how many votes of the General Assembly each state's position is in the record, for all states."""
    found = record.tuples(
        "SELECT state, count(*) FROM vote JOIN rollcall USING (rollcall_id) WHERE body = 'GA' GROUP BY state"
    )
    return dict(found)
