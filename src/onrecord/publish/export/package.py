"""Exports the record: every table in every format asked for, with its description, papers and manifest."""

from collections.abc import Callable, Sequence
from pathlib import Path

from onrecord.publish.as_json import as_json
from onrecord.publish.export.accompanying import citation_file, licence, readme
from onrecord.publish.export.data_package import NAME, SCHEMA, data_package, described_format, schema_of, table_path
from onrecord.publish.export.files import TABLE_FORMATS, WRITERS, Format
from onrecord.publish.export.folder import made_whole
from onrecord.publish.export.manifest import Issue, Manifest, issue_of, write_manifest
from onrecord.publish.export.tables import ExportedTable, exported_tables
from onrecord.publish.export.workbook import Workbook
from onrecord.publish.views.lists import source_lines
from onrecord.record.store import Record

Progress = Callable[[str], None]

WORKBOOK = "onrecord.xlsx"
"""The file of the workbook."""


def export(
    record: Record, out: Path, formats: Sequence[Format] = tuple(Format), progress: Progress = lambda _: None
) -> Manifest:
    """Export the record into the folder ``out`` and return what was written; the same record gives the same bytes.

    DamagedRelease if ``out`` holds anything but an earlier export. Whatever goes wrong, ``out`` is as it was.
    """
    with made_whole(out) as folder:
        write_package(record, folder, formats, progress)
        return write_manifest(folder, issue_of(record))


def write_package(record: Record, folder: Path, formats: Sequence[Format], progress: Progress) -> None:
    """Write tables, description and papers into a folder; its manifest comes last and is not yet written."""
    issue, tables = issue_of(record), exported_tables(record)
    forms = [form for form in Format if form in formats]
    for form in forms:
        if form in TABLE_FORMATS:
            write_tables(tables, folder, form, progress)
    if Format.XLSX in forms:
        book = Workbook(folder / WORKBOOK, issue.record_to)
        book.write(tables, issue.name, lambda name: progress(f"{WORKBOOK}, {name}"))
    progress("description and papers")
    write_papers(record, folder, tables, forms, issue)


def write_tables(tables: Sequence[ExportedTable], folder: Path, form: Format, progress: Progress) -> None:
    """Write every table in one format into its own folder."""
    (folder / form.value).mkdir()
    for table in tables:
        path = table_path(table.name, form)
        progress(path)
        WRITERS[form](table, folder / path)


def write_papers(
    record: Record, folder: Path, tables: Sequence[ExportedTable], forms: Sequence[Format], issue: Issue
) -> None:
    """Write the data package, the schema, citation, licence and readme beside the tables."""
    described = described_format(forms)
    if described:
        package = data_package(issue, tables, source_lines(record), described, folder)
        (folder / NAME).write_text(as_json(package), encoding="utf-8")
    (folder / SCHEMA).write_text(as_json(schema_of(tables)), encoding="utf-8")
    (folder / "CITATION.cff").write_text(citation_file(issue), encoding="utf-8")
    (folder / "LICENSE").write_text(licence(), encoding="utf-8")
    (folder / "README.txt").write_text(readme(issue, tables, forms), encoding="utf-8")
