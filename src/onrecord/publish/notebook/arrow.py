"""The rows of a list as an Arrow table: one type for each column, nulls for what is missing."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from arro3.core import Array, DataType, Field, Schema, Table

from onrecord.publish.listed.rows import Rows

_TYPES = {
    "VARCHAR": DataType.utf8(),
    "INTEGER": DataType.int32(),
    "DOUBLE": DataType.float64(),
    "BOOLEAN": DataType.bool(),
    "DATE": DataType.date32(),
}
"""The Arrow type of each type that columns of lists have."""

_EPOCH = date(1970, 1, 1)


def arrow_table(rows: Rows, notes: Mapping[str, str]) -> Table:
    """Return rows as an Arrow table of one batch; ``notes`` go into the schema's metadata."""
    fields = [Field(name, _TYPES[kind], nullable=True) for name, kind in rows.kinds.items()]
    arrays = [_array([row[name] for row in rows.rows], kind) for name, kind in rows.kinds.items()]
    return Table.from_arrays(arrays, schema=Schema(fields, metadata=dict(notes)))


def _array(values: list[Any], kind: str) -> Array:
    if kind != "DATE":
        return Array(values, _TYPES[kind])
    days = [None if value is None else (value - _EPOCH).days for value in values]
    return Array(days, DataType.int32()).cast(DataType.date32())
