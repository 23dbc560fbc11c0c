"""Opens a built record: read-only tables over Parquet, and the vocabulary that every question needs."""

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

import duckdb

from onrecord.record.as_of import LAST_DAY, view_of
from onrecord.record.opened import chosen_record, shipped_record
from onrecord.record.schema import FORMAT, MANIFEST, TABLES
from onrecord.record.seats import Seats
from onrecord.vocabulary.errors import RecordMissing
from onrecord.vocabulary.situations import Subject, SubjectKind
from onrecord.vocabulary.states import (
    Gazetteer,
    GroupPeriod,
    NameKind,
    RegionalGroup,
    State,
    StateKind,
    StateName,
)

Row = TypeVar("Row")

__all__ = ["CouncilTerm", "Record", "facts_folder", "own_facts", "shipped_record"]


@dataclass(frozen=True, slots=True)
class CouncilTerm:
    """One term of a state on the Council, first and last day inclusive; ``running`` on the day asked as of."""

    state: str
    term_start: date
    term_end: date
    end_reason: str | None
    how_entered: str
    regional_group: str
    election_date: date
    note: str | None
    source_id: str
    running: bool = False


def facts_folder() -> Path:
    """Return the folder of facts here, or the package's own; RecordMissing where there is neither."""
    here = Path.cwd() / "facts"
    return here if (here / "sources.csv").exists() else own_facts()


def own_facts() -> Path:
    """Return the facts that the shipped record is made from: the package's, or its checkout's."""
    for folder in (Path(str(files("onrecord") / "facts")), Path(__file__).parents[3] / "facts"):
        if (folder / "sources.csv").exists():
            return folder
    raise RecordMissing(f"{Path.cwd()}: expected a folder facts/ with sources.csv, found none; name it with --facts")


class Record:
    """An opened record. Questions are asked with SQL here in ``record`` only, through typed queries."""

    def __init__(self, folder: Path | None = None, as_of: date | None = None) -> None:
        """Open the record in ``folder``, whole or as it was known on a day; without one, the user's or the shipped one.

        Raises RecordMissing if there is no record to open.
        """
        self.folder, self.as_of = folder or chosen_record().folder, as_of
        self.manifest = _manifest(self.folder)
        self._connection = duckdb.connect(config={"threads": 2})
        self._connection.execute(LAST_DAY)
        for name in TABLES:
            _check_whole(self.folder / f"{name}.parquet", self.manifest["tables"][name]["sha256"])
            file = "read_parquet('{}')".format(str(self.folder / f"{name}.parquet").replace("'", "''"))
            self._connection.execute(f"CREATE VIEW {name} AS {view_of(name, file, as_of)}")

    def load(self) -> "Record":
        """Return the record with its tables held in memory, for a server that answers many questions."""
        for name in TABLES:
            self._connection.execute(f"CREATE TABLE loaded_{name} AS SELECT * FROM {name}")
            self._connection.execute(f"CREATE OR REPLACE VIEW {name} AS SELECT * FROM loaded_{name}")
        return self

    def rows(
        self, row_type: Callable[..., Row], sql: str, parameters: Sequence[Any] | dict[str, Any] = ()
    ) -> list[Row]:
        """Return the rows of a query, each built by ``row_type`` from its columns in order."""
        with self._connection.cursor() as cursor:
            return [row_type(*values) for values in cursor.execute(sql, parameters).fetchall()]

    def tuples(self, sql: str, parameters: Sequence[Any] | dict[str, Any] = ()) -> list[tuple]:
        """Return the rows of a query as tuples."""
        with self._connection.cursor() as cursor:
            return cursor.execute(sql, parameters).fetchall()

    def arrays(self, sql: str, parameters: dict[str, Any]) -> dict[str, Any]:
        """Return the rows of a query as one numpy array for each column, for tables of a million rows."""
        with self._connection.cursor() as cursor:
            return cursor.execute(sql, parameters).fetchnumpy()

    def stream(self, sql: str) -> Iterator[tuple]:
        """Yield the rows of a query a stretch at a time, for tables too long to hold."""
        with self._connection.cursor() as cursor:
            cursor.execute(sql)
            while rows := cursor.fetchmany(10_000):
                yield from rows

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """The states under all their names and groups."""
        states = [
            State(*row[:4], StateKind(row[4]), *row[5:])
            for row in self.tuples("SELECT * EXCLUDE (source_id) FROM state ORDER BY iso3")
        ]
        names = [
            StateName(iso3, name, NameKind(kind), *rest)
            for iso3, name, kind, *rest in self.tuples("SELECT * EXCLUDE (source_id) FROM state_name")
        ]
        groups = [
            GroupPeriod(iso3, RegionalGroup(group), *rest)
            for iso3, group, *rest in self.tuples("SELECT * EXCLUDE (source_id) FROM regional_group")
        ]
        return Gazetteer(states, names, groups)

    @cached_property
    def subjects(self) -> dict[str, Subject]:
        """The country situations by code."""
        rows = self.tuples("SELECT subject, slug, label, kind, note FROM subject ORDER BY subject")
        return {code: Subject(code, slug, label, SubjectKind(kind), note) for code, slug, label, kind, note in rows}

    @cached_property
    def seats(self) -> Seats:
        """The Council's terms."""
        columns = ", ".join(CouncilTerm.__match_args__[:-1])
        terms = self.rows(CouncilTerm, f"SELECT {columns} FROM membership")
        return Seats(replace(term, running=term.term_end == self.as_of) for term in terms)


def _check_whole(path: Path, sha256: str) -> None:
    found = hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else "no file"
    if found != sha256:
        raise RecordMissing(
            f"{path}: expected the bytes the manifest names ({sha256[:12]}…), found {found[:12]};"
            " `onrecord build` makes the record anew"
        )


def _manifest(folder: Path) -> dict[str, Any]:
    path = folder / MANIFEST
    if not path.exists():
        raise RecordMissing(f"{folder}: expected a built record, found none; `onrecord build` makes it")
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
        found, _ = manifest["format"], [manifest["tables"][name]["sha256"] for name in TABLES]
    except (ValueError, KeyError, TypeError) as error:
        raise RecordMissing(f"{path}: expected a manifest, found {error}; `onrecord build` makes it anew") from error
    if found != FORMAT:
        raise RecordMissing(
            f"{path}: expected a record of format {FORMAT}, found {found}; `onrecord build` makes it anew"
        )
    return manifest
