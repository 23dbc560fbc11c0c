"""The commands that export the record as files, write releases and check them."""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from onrecord.publish.commands.options import AsJson, AsOf, RecordFolder, open_record
from onrecord.vocabulary.errors import NotInVocabulary


def register(app: typer.Typer) -> None:
    """Add the commands ``export``, ``release`` and ``verify``."""
    app.command()(export)
    app.command()(release)
    app.command()(verify)


def export(
    folder: Annotated[Path, typer.Argument(help="Folder to write: a new or empty one, or an earlier export.")],
    format: Annotated[
        list[str] | None, typer.Option(help="csv, parquet, jsonl or xlsx; give it again for more. All if not given.")
    ] = None,
    json: AsJson = False,
    as_of: AsOf = None,
    record: RecordFolder = None,
) -> None:
    """Export every table of the record as CSV, Parquet, JSON Lines and an Excel workbook, described and hashed."""
    from onrecord.publish.export.files import Format
    from onrecord.publish.export.package import export as write

    known = [one.value for one in Format]
    for asked in format or ():
        if asked not in known:
            raise NotInVocabulary("format", asked, f"one of {', '.join(known)}")
    formats = tuple(Format(one) for one in format or known)
    manifest = write(open_record(record, as_of), folder, formats, progress())
    _say(manifest, json, f"exported {len(manifest.files)} files, {_size(manifest.files)}, into {folder}")


def release(
    folder: Annotated[Path, typer.Argument(help="Folder to write: a new or empty one, or an earlier export.")],
    since: Annotated[
        Path | None, typer.Option(help="Folder of an earlier release: what changed since is told.")
    ] = None,
    json: AsJson = False,
    record: RecordFolder = None,
) -> None:
    """Write a release: the whole record in every format, with what changed since an earlier one in words."""
    from onrecord.publish.export.changes_in_words import table_sentence
    from onrecord.publish.export.release import release as write

    found = write(open_record(record), folder, since, progress())
    lines = [f"released {len(found.manifest.files)} files, {_size(found.manifest.files)}, into {folder}"]
    if found.changes:
        changed = (table for table in found.changes.tables if table.differences is None or table.differences.any)
        lines += [change.text for change in found.changes.schema] + [table_sentence(table) for table in changed]
        lines.append(f"Everything that changed stands in {folder / 'CHANGES.md'} and {folder / 'changes.csv'}.")
    _say(found, json, "\n".join(lines))


def verify(
    folder: Annotated[Path, typer.Argument(help="Folder of an export or release.")],
    json: AsJson = False,
) -> None:
    """Check an export or release against its manifest; exit code 1 if a file is missing, changed or not listed."""
    from onrecord.publish.export.verify import verify as check

    found = check(folder)
    lines = [f"{fault.file}: expected {fault.expected}, found {fault.found}" for fault in found.faults]
    which = f"onrecord {found.version}, record to {found.record_to}, contents {found.contents}"
    good = f"{found.files} files are as the manifest says: {which}"
    _say(found, json, "\n".join([*lines, f"{len(lines)} faults in {which}"]) if lines else good)
    if found.faults:
        raise typer.Exit(1)


def _say(view: object, json: bool, words: str) -> None:
    from onrecord.publish.as_json import as_json

    sys.stdout.write(as_json(view) if json else f"{words}\n")


def _size(files: tuple) -> str:
    return f"{sum(file.bytes for file in files) / 1_000_000:,.0f} MB"


def progress(doing: str = "writing ") -> Callable[[str], None]:
    """Return what says on standard error, once a second and not in the first, which step a long piece of work is at."""
    said = time.monotonic()

    def say(step: str) -> None:
        nonlocal said
        if time.monotonic() > said + 1:
            said = time.monotonic()
            typer.echo(f"{doing}{step}", err=True)

    return say
