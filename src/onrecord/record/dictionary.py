"""The data dictionary, written from the tables' own docstrings and column descriptions."""

import inspect

from onrecord.record.schema import TABLES, Table

_HEAD = """# Data dictionary

Every table of the record, as Parquet in the wheel under `onrecord/data/`. Written from the code by
`make dictionary`; a test holds the two together.
"""


def dictionary() -> str:
    """Return the data dictionary as Markdown: each table, what one row is, its key and its columns."""
    return _HEAD + "".join(_section(name, table) for name, table in TABLES.items())


def _section(name: str, table: Table) -> str:
    rows = "".join(
        f"| `{column}` | {kind.lower()}{' or none' if may_be_none else ''} | {description} |\n"
        for column, (kind, may_be_none, description) in table.columns.items()
    )
    about = " ".join((inspect.getdoc(table.row_type) or "").split())
    key = ", ".join(f"`{column}`" for column in table.order)
    return f"\n## {name}\n\n{about} Unique by {key}.\n\n| column | type | holds |\n|---|---|---|\n{rows}"
