"""What changed between two releases or records, in words: the schema, each table, each vote and position by id."""

from collections import Counter
from collections.abc import Iterator

from onrecord.publish.export.changes import Changes, TableChanges, written
from onrecord.record.differences import CellChange

BY_ID = ("rollcall", "vote", "tally", "correction", "text", "situation", "membership")
"""The tables whose every change is listed: those by which a position, a figure or a selection can change."""

SHOWN = 500
"""Changes of one table listed in words at most."""


def in_words(changes: Changes, name: str, rest: str = "stand in changes.csv") -> str:
    """Return the changes as Markdown, for a reader; ``rest`` says where those are that are too many to be listed."""
    return "\n".join([f"# Changes in {name}", "", f"Since {changes.since}.", "", *_lines(changes, rest)]) + "\n"


def _lines(changes: Changes, rest: str) -> Iterator[str]:
    yield "## Schema"
    yield ""
    yield from (f"- {change.text}" for change in changes.schema)
    yield from () if changes.schema else ("The schema is the same.",)
    yield from ("", "## Tables", "")
    for table in changes.tables:
        yield f"- {table_sentence(table)}"
    for table in changes.tables:
        if table.table in BY_ID and table.differences and table.differences.any:
            yield from ("", f"## {table.table}, by id", "", *_by_id(table, rest))


def table_sentence(table: TableChanges) -> str:
    """Return how a table differs, in a sentence with its numbers."""
    rows = f"{table.table}: {_rows(table.before)} before, {table.after:,} now"
    found = table.differences
    if found is None:
        return f"{rows}; its key is another, so its rows are not compared one by one."
    if not found.any:
        return f"{rows}; unchanged."
    columns = Counter(cell.column for cell in found.cells)
    where = ", ".join(f"{column} in {n:,}" for column, n in columns.most_common())
    counts = f"{len(found.added):,} added, {len(found.removed):,} removed, {found.changed:,} changed"
    return f"{rows}; {counts}{f' ({where})' if where else ''}."


def _rows(n: int) -> str:
    return f"{n:,} row{'' if n == 1 else 's'}"


def _by_id(table: TableChanges, rest: str) -> Iterator[str]:
    lines = list(_every(table))
    yield from (f"- {line}" for line in lines[:SHOWN])
    if len(lines) > SHOWN:
        yield f"- {len(lines) - SHOWN:,} more changes of {table.table} {rest}."


def _every(table: TableChanges) -> Iterator[str]:
    found = table.differences
    if found is None:
        return
    yield from (_cell(cell) for cell in found.cells)
    yield from (f"{written(key)}: removed." for key in found.removed)
    yield from (f"{written(key)}: added." for key in found.added)


def _cell(cell: CellChange) -> str:
    return f"{written(cell.key)}: {cell.column} was {_value(cell.before)}, is now {_value(cell.after)}."


def _value(value: str | None) -> str:
    return "not in the record" if value is None else f"“{value}”"
