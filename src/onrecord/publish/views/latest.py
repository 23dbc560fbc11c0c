"""The latest release: the record that the site runs on, table by table, with its files and their hashes."""

from dataclasses import dataclass
from datetime import date

from onrecord.publish.export.files import TABLE_FORMATS
from onrecord.publish.export.manifest import issue_of
from onrecord.publish.export.tables import ExportedTable, exported_tables
from onrecord.record.store import Record

PATH = "/data/latest"
"""Where the latest release is, whichever it is."""


@dataclass(frozen=True, slots=True)
class TableFile:
    """A table in one format."""

    format: str
    link: str


@dataclass(frozen=True, slots=True)
class LatestTable:
    """A table of the release; ``sha256`` is the hash of its Parquet file in the record, where it is one of its own."""

    name: str
    description: str
    rows: int
    columns: int
    files: tuple[TableFile, ...]
    sha256: str | None


@dataclass(frozen=True, slots=True)
class LatestRelease:
    """The release of the running record: its version, how far it goes, its tables and where each file is."""

    page: str
    name: str
    version: str
    record_to: date
    as_of: date | None
    package: str
    archive: str
    n: int
    tables: tuple[LatestTable, ...]


def latest_release(record: Record) -> LatestRelease:
    """Return the release of the running record, or of what was known on a day."""
    issue, tables = issue_of(record), exported_tables(record)
    return LatestRelease(
        page=PATH,
        name=issue.name,
        version=issue.version,
        record_to=issue.record_to,
        as_of=issue.as_of,
        package=f"{PATH}/datapackage.json",
        archive=f"{PATH}/onrecord.zip",
        n=len(tables),
        tables=tuple(_line(record, table) for table in tables),
    )


def _line(record: Record, table: ExportedTable) -> LatestTable:
    files = tuple(TableFile(form.label, f"{PATH}/{table.name}.{form.value}") for form in TABLE_FORMATS)
    sha256 = record.manifest["tables"][table.name]["sha256"] if table.parquet else None
    return LatestTable(table.name, table.description, table.n, len(table.columns), files, sha256)
