"""What holds between and within the tables beyond their types: which rows point to which, which values there are."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import get_args, get_type_hints

from onrecord.record.schema import TABLES
from onrecord.sources.facts_rows import CorrectedField, EndReason, HowEntered, SessionKind
from onrecord.vocabulary.dates import PartialDate
from onrecord.vocabulary.positions import LISTED
from onrecord.vocabulary.rollcalls import Body, ListStatus, Outcome, Severity, Status, Witness
from onrecord.vocabulary.situations import SubjectKind
from onrecord.vocabulary.states import NameKind, RegionalGroup, StateKind
from onrecord.vocabulary.texts import TextKind


@dataclass(frozen=True, slots=True)
class Reference:
    """A column whose every value is one of another table's column."""

    column: str
    table: str
    to: str


_POINTS_TO = {
    "source_id": ("source", "source_id"),
    "outcome_source_id": ("source", "source_id"),
    "iso3": ("state", "iso3"),
    "state": ("state", "iso3"),
    "by_state": ("state", "iso3"),
    "led_by": ("state", "iso3"),
    "continues": ("state", "iso3"),
    "listed_code": ("state", "iso3"),
    "rollcall_id": ("rollcall", "rollcall_id"),
    "text_id": ("text", "text_id"),
    "parent_id": ("text", "text_id"),
    "agenda_item": ("agenda_item", "item"),
    "situation": ("subject", "subject"),
    "subject": ("subject", "subject"),
    "instrument": ("instrument", "instrument"),
    "statement": ("joint_statement", "statement"),
    "session": ("session", "session"),
    "group_code": ("state_group", "group_code"),
}

_NO_SESSION_OF_THE_COUNCIL = {"rollcall", "recommendation"}
"""Tables whose sessions are also the General Assembly's, or those of the review's working group."""


def references(table: str) -> tuple[Reference, ...]:
    """Return the columns of a table that point to rows of others; every value is found there."""
    return tuple(
        Reference(column, *_POINTS_TO[column])
        for column in TABLES[table].columns
        if column in _POINTS_TO
        and _POINTS_TO[column] != (table, column)
        and not (column == "session" and table in _NO_SESSION_OF_THE_COUNCIL)
    )


def _all(values: type[StrEnum], *more: str) -> tuple[str, ...]:
    return (*(one.value for one in values), *more)


_LISTED = tuple(position.value for position in LISTED)
_VALUES: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("state", "kind"): _all(StateKind),
    ("state_name", "kind"): _all(NameKind),
    ("regional_group", "regional_group"): _all(RegionalGroup),
    ("membership", "body"): (Body.HRC.value,),
    ("membership", "regional_group"): _all(RegionalGroup),
    ("membership", "end_reason"): _all(EndReason),
    ("membership", "how_entered"): _all(HowEntered),
    ("session", "kind"): _all(SessionKind),
    ("text", "kind"): _all(TextKind),
    ("text", "how_decided"): ("recorded vote", "without a vote", "not put to the vote"),
    ("text", "outcome"): _all(Outcome),
    ("rollcall", "body"): _all(Body),
    ("rollcall", "date_precision"): ("day", "month", "document"),
    # The compilation of the Assembly's votes does not say what kind of text was put to the vote.
    ("rollcall", "kind"): _all(TextKind, "text"),
    ("rollcall", "outcome"): _all(Outcome),
    ("rollcall", "listed_outcome"): _all(Outcome),
    ("rollcall", "status"): _all(Status),
    ("rollcall", "severity"): _all(Severity),
    ("rollcall", "tally_witness"): _all(Witness),
    ("rollcall", "list_status"): _all(ListStatus),
    ("tally", "witness"): _all(Witness),
    ("vote", "position"): _LISTED,
    ("vote", "listed"): _LISTED,
    ("correction", "field"): _all(CorrectedField, "position"),
    ("subject", "kind"): _all(SubjectKind),
    ("finding", "severity"): _all(Severity),
    ("candidacy", "regional_group"): _all(RegionalGroup),
}


def values(table: str, column: str) -> tuple[str, ...] | None:
    """Return the only values a column can have besides none; None where any can stand."""
    kind = _python_type(table, column)
    if issubclass(kind, StrEnum):
        return _all(kind)
    return _VALUES.get((table, column))


def partly_known(table: str, column: str) -> bool:
    """Return whether a column holds dates as precise as their source: years, months, days, or spans of them."""
    return issubclass(_python_type(table, column), PartialDate)


def _python_type(table: str, column: str) -> type:
    kind = get_args(get_type_hints(TABLES[table].row_type, include_extras=True)[column])[0]
    return get_args(kind)[0] if get_args(kind) else kind
