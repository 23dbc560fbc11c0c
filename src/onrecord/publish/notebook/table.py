"""A table as a notebook has it: the rows of a list, what they rest on, and the ways to take them elsewhere."""

from collections.abc import Iterator
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onrecord.publish.listed.rows import Row, Rows
from onrecord.vocabulary.errors import NotInVocabulary

if TYPE_CHECKING:
    import arro3.core
    import pandas as pd
    import polars as pl


@dataclass(frozen=True, slots=True)
class About:
    """What a table's figures rest on.

    ``n`` counts ``counted`` (such as "roll calls") in the selection as a whole; the n of a figure stands in its row.
    ``left_out`` says what was not counted and why, ``notes`` what a reader must know before comparing rows. ``shown``
    are the columns that are printed; the table has all.
    """

    title: str
    method: str
    citation: str
    n: int
    counted: str
    selection: str
    shown: tuple[str, ...]
    left_out: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def lines(self) -> tuple[tuple[str, str], ...]:
        """Return what is printed below the table: a heading and its words on each line."""
        return (
            ("Method", self.method),
            ("n", f"{self.n:,} {self.counted}"),
            ("Selection", self.selection),
            *(("Left out", words) for words in self.left_out),
            *(("Note", words) for words in self.notes),
            ("Source", self.citation),
        )


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Table:
    """An answer of the record as a table: its rows, and in ``about`` method, source, n, selection, what is left out.

    Any program that reads Arrow tables takes it as it is (the Arrow PyCapsule interface): polars, DuckDB, pyarrow.
    What is missing is None here and null there, never a zero.
    """

    rows: Rows
    about: About

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return self.rows.columns

    def __len__(self) -> int:
        """Return how many rows there are."""
        return len(self.rows.rows)

    def __iter__(self) -> Iterator[Row]:
        """Yield the rows, each by column."""
        return iter(self.rows.rows)

    def __getitem__(self, column: str) -> list[Any]:
        """Return the values of a column, None for what is missing; NotInVocabulary for a column there is not."""
        if column not in self.columns:
            raise NotInVocabulary("column", str(column), f"one of {', '.join(self.columns)}")
        return [row[column] for row in self.rows.rows]

    def to_arrow(self) -> "arro3.core.Table":
        """Return the table as Arrow, columns typed; ``about`` stands in the schema's metadata."""
        from onrecord.publish.notebook.arrow import arrow_table  # noqa: PLC0415  (arro3 only where it is asked for)

        return arrow_table(self.rows, self._notes())

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """Return the table as a stream of the Arrow C interface, for other programs to read."""
        return self.to_arrow().__arrow_c_stream__(requested_schema)

    def to_pandas(self) -> "pd.DataFrame":
        """Return the table as a data frame of pandas, ``about`` in its ``attrs``; PackageMissing without pandas."""
        from onrecord.publish.notebook.frames import pandas_frame  # noqa: PLC0415  (only where it is asked for)

        return pandas_frame(self.rows, self._notes())

    def to_polars(self) -> "pl.DataFrame":
        """Return the table as a data frame of polars; PackageMissing without polars."""
        from onrecord.publish.notebook.frames import polars_frame  # noqa: PLC0415  (only where it is asked for)

        return polars_frame(self.to_arrow())

    def to_csv(self, path: str | PathLike[str]) -> None:
        """Write the rows as CSV, as the command line and the site do."""
        from onrecord.publish.as_csv import rows_csv  # noqa: PLC0415  (only where it is asked for)

        Path(path).write_text(rows_csv(self.rows.columns, self.rows.rows), encoding="utf-8", newline="")

    def to_parquet(self, path: str | PathLike[str]) -> None:
        """Write the rows as Parquet, columns typed, ``about`` in the file's own metadata."""
        from onrecord.publish.as_parquet import rows_parquet  # noqa: PLC0415  (only where it is asked for)

        Path(path).write_bytes(rows_parquet(self.rows, self._notes()))

    def _repr_html_(self) -> str:
        from onrecord.publish.notebook.printed import as_html  # noqa: PLC0415  (only where it is shown)

        return as_html(self.rows, self.about)

    def __repr__(self) -> str:
        """Return the first rows as text, with what they rest on."""
        from onrecord.publish.notebook.printed import as_words  # noqa: PLC0415  (only where it is shown)

        return as_words(self.rows, self.about)

    def _notes(self) -> dict[str, str]:
        said: dict[str, str] = {"title": self.about.title}
        for heading, words in self.about.lines():
            name = heading.casefold().replace(" ", "_")
            said[name] = f"{said[name]} {words}" if name in said else words
        return said
