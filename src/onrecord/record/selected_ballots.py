"""The votes of a table of positions, each with its text, figures and source: what a list of them shows."""

from onrecord.record.ballots import Ballot, ballots
from onrecord.record.position_table import PositionTable
from onrecord.record.store import Record


def ballots_of(record: Record, table: PositionTable, state: str | None = None) -> list[Ballot]:
    """Return the votes that are the columns of a table, in their order, with the position of one state or of none."""
    chosen = {"chosen": [one.rollcall_id for one in table.rollcalls]}
    return ballots(record, "list_contains($chosen, rollcall_id)", chosen, (state,) if state else ())
