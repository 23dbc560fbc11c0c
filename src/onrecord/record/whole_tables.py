"""Whole tables of the record, for exports."""

from collections.abc import Iterator

from onrecord.record.schema import TABLES
from onrecord.record.store import Record


def whole_table(record: Record, name: str) -> Iterator[tuple]:
    """Yield every row of a table in its unique order, its columns in theirs."""
    table = TABLES[name]
    order = ", ".join(f'"{column}" NULLS FIRST' for column in table.order)
    columns = ", ".join(f'"{column}"' for column in table.columns)
    return record.stream(f"SELECT {columns} FROM {name} ORDER BY {order}")


def row_count(record: Record, name: str) -> int:
    """Return the number of rows of a table."""
    ((n,),) = record.tuples(f"SELECT count(*) FROM {name}")
    return n


def positions_in_the_council(record: Record) -> int:
    """Return in how many places a state has to do with a roll call of the Council: as a member, or on its list."""
    ((n,),) = record.tuples(
        "SELECT count(*) FROM ("
        " SELECT rollcall_id, state FROM vote JOIN rollcall USING (rollcall_id) WHERE rollcall.body = 'HRC'"
        " UNION SELECT rollcall_id, state FROM rollcall"
        " JOIN membership ON date BETWEEN term_start AND term_end WHERE rollcall.body = 'HRC')"
    )
    return n
