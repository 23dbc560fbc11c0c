"""Tables as data frames of pandas and polars, for who has these packages: onrecord itself needs neither."""

from collections.abc import Mapping
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

from onrecord.publish.listed.rows import Rows
from onrecord.vocabulary.errors import PackageMissing

if TYPE_CHECKING:
    import arro3.core
    import pandas as pd
    import polars as pl

_DTYPES = {
    "VARCHAR": "str",
    "INTEGER": "Int32",
    "DOUBLE": "float64",
    "BOOLEAN": "boolean",
    "DATE": "datetime64[s]",
}
"""The pandas type of each type that columns of lists have: with missing values of their own, so that no number turns
into another where one is missing."""


def pandas_frame(rows: Rows, notes: Mapping[str, str]) -> "pd.DataFrame":
    """Return rows as a data frame of pandas, ``notes`` in its ``attrs``; PackageMissing without pandas."""
    pandas = _package("pandas", ".to_pandas()")
    columns = {name: _series(pandas, rows, name, kind) for name, kind in rows.kinds.items()}
    frame = pandas.DataFrame(columns)
    frame.attrs.update(notes)
    return frame


def _series(pandas: ModuleType, rows: Rows, name: str, kind: str) -> Any:
    return pandas.Series([row[name] for row in rows.rows], dtype=_DTYPES[kind])


def polars_frame(table: "arro3.core.Table") -> "pl.DataFrame":
    """Return an Arrow table as a data frame of polars; PackageMissing without polars."""
    return _package("polars", ".to_polars()").DataFrame(table)


def _package(name: str, asked: str) -> ModuleType:
    try:
        return import_module(name)
    except ImportError as error:
        raise PackageMissing(name, asked) from error
