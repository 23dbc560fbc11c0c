"""The description of an export that programs read: a Frictionless data package, and a snapshot of the schema."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from onrecord.publish.export.files import TABLE_FORMATS, Format
from onrecord.publish.export.manifest import Issue, file_of
from onrecord.publish.export.tables import Column, ExportedTable
from onrecord.publish.views.lists import SourceLine

NAME = "datapackage.json"
"""The file of the description."""

SCHEMA = "schema.json"
"""The file of the schema, by which releases are compared."""

DESCRIPTION = (
    "The open record of what each state promised and did at the UN Human Rights Council: recorded votes, positions,"
    " elections, pledges, treaties, reviews and visits, every row with its source."
)

GUARD = (
    "A text that begins with = + - @, a tab or a line end has an apostrophe before it, so that a spreadsheet does not"
    " take it for a formula. To read such a cell, drop its first apostrophe if what follows, after any further"
    " apostrophes, is one of those characters; every other cell is as it stands. JSON Lines, Parquet and the workbook"
    " have no such guard."
)

_TYPES = {"VARCHAR": "string", "INTEGER": "integer", "DATE": "date", "BOOLEAN": "boolean"}
_PARTIAL = r"\d{4}(-\d{2}(-\d{2})?)?(/\d{4}(-\d{2}(-\d{2})?)?)?"
_CSV = {
    "dialect": {"delimiter": ",", "quoteChar": '"', "doubleQuote": True, "lineTerminator": "\r\n", "header": True},
    "encoding": "utf-8",
}
_LICENCES = [{"name": "Apache-2.0", "title": "Apache License 2.0", "path": "LICENSE"}]


def table_path(table: str, form: Format) -> str:
    """Return where a table lies in an export."""
    return f"{form.value}/{table}.{form.value}"


def data_package(
    issue: Issue, tables: Sequence[ExportedTable], sources: Sequence[SourceLine], form: Format, folder: Path | None
) -> dict[str, Any]:
    """Return the data package of tables in one format.

    With a ``folder`` the files lie in it and are described with their size and hash; without one they lie beside the
    package.
    """
    return {
        "profile": "tabular-data-package",
        "name": "onrecord",
        "title": issue.name,
        "description": DESCRIPTION,
        "version": issue.version,
        "onrecord": {"record_to": issue.record_to, "as_of": issue.as_of, "guard": GUARD},
        "licenses": _LICENCES,
        "sources": [_source(line) for line in sources],
        "resources": [_resource(table, form, folder) for table in tables],
    }


def described_format(formats: Sequence[Format]) -> Format | None:
    """Return the format that the data package describes: the first there is with a file for each table."""
    return next((form for form in TABLE_FORMATS if form in formats), None)


def _source(line: SourceLine) -> dict[str, Any]:
    return {"title": line.title, **({"path": line.url} if line.url else {})}


def _resource(table: ExportedTable, form: Format, folder: Path | None) -> dict[str, Any]:
    path = table_path(table.name, form) if folder else f"{table.name}.{form.value}"
    found = file_of(folder, path) if folder else None
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": path,
        "format": form.value,
        "mediatype": form.media_type.partition(";")[0],
        "description": table.description,
        **(_CSV if form is Format.CSV else {}),
        **({"bytes": found.bytes, "hash": f"sha256:{found.sha256}"} if found else {}),
        "rows": table.n,
        "schema": _schema(table),
    }


def _schema(table: ExportedTable) -> dict[str, Any]:
    may_be_none = {column.name: column.may_be_none for column in table.columns}
    # A primary key is never empty; where a key column can be, the rows are unique all the same.
    key = "uniqueKeys" if any(may_be_none[column] for column in table.key) else "primaryKey"
    return {
        "fields": [_field(column) for column in table.columns],
        key: [list(table.key)] if key == "uniqueKeys" else list(table.key),
        "foreignKeys": [
            {"fields": [one.column], "reference": {"resource": one.table, "fields": [one.to]}}
            for one in table.references
        ],
        "missingValues": [""],
    }


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if not column.may_be_none:
        constraints["required"] = True
    if column.values:
        constraints["enum"] = list(column.values)
    if column.partly_known:
        constraints["pattern"] = _PARTIAL
    return {
        "name": column.name,
        "type": _TYPES[column.kind],
        "description": column.description,
        **({"trueValues": ["TRUE", "true"], "falseValues": ["FALSE", "false"]} if column.kind == "BOOLEAN" else {}),
        **({"constraints": constraints} if constraints else {}),
    }


def schema_of(tables: Sequence[ExportedTable]) -> dict[str, Any]:
    """Return the schema by which two releases are compared: each table's key, and its columns with their types."""
    return {
        table.name: {
            "key": list(table.key),
            "columns": {c.name: {"type": c.kind, "may_be_none": c.may_be_none} for c in table.columns},
        }
        for table in tables
    }
