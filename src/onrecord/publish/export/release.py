"""A release: the whole record in every format, with what changed since an earlier one."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from onrecord.publish.as_csv import rows_csv
from onrecord.publish.export.changes import Changes, all_changes, changes_between, of_release
from onrecord.publish.export.changes_in_words import in_words
from onrecord.publish.export.files import Format
from onrecord.publish.export.folder import made_whole
from onrecord.publish.export.manifest import Manifest, issue_of, read_manifest, write_manifest
from onrecord.publish.export.package import write_package
from onrecord.publish.export.verify import verify
from onrecord.record.store import Record
from onrecord.vocabulary.errors import DamagedRelease

WORDS, ROWS = "CHANGES.md", "changes.csv"
"""The files of what changed: in words, and row by row."""

_COLUMNS = ("table", "key", "change", "column", "before", "after")


@dataclass(frozen=True, slots=True)
class Release:
    """A release as written, with its changes where it was compared with an earlier one."""

    manifest: Manifest
    changes: Changes | None


def release(
    record: Record, out: Path, since: Path | None = None, progress: Callable[[str], None] = lambda _: None
) -> Release:
    """Write a release of the record into ``out``, compared with the release in ``since`` where one is given.

    DamagedRelease if ``since`` is damaged, or ``out`` holds anything but an earlier export; ``out`` then is as it was.
    """
    if since is not None:
        check_whole(since)
    with made_whole(out) as folder:
        write_package(record, folder, tuple(Format), progress)
        issue, found = issue_of(record), None
        if since is not None:
            progress("comparing with the earlier release")
            found = changes_between(of_release(since), of_release(folder), named(since))
            write_changes(found, folder, issue.name)
        return Release(write_manifest(folder, issue), found)


def check_whole(folder: Path) -> None:
    """Raise DamagedRelease if a release is not as its manifest says."""
    faults = verify(folder).faults
    if faults:
        first = faults[0]
        raise DamagedRelease(str(folder / first.file), first.expected, first.found)


def write_changes(changes: Changes, folder: Path, name: str) -> None:
    """Write what changed into a release, in words and row by row."""
    (folder / WORDS).write_text(in_words(changes, name), encoding="utf-8")
    (folder / ROWS).write_text(changes_csv(changes), encoding="utf-8", newline="")


def changes_csv(changes: Changes) -> str:
    """Return every change as a row of CSV."""
    rows = (dict(zip(_COLUMNS, row, strict=True)) for row in all_changes(changes))
    return rows_csv(_COLUMNS, rows)


def named(folder: Path) -> str:
    """Return which release a folder holds, in words."""
    found = read_manifest(folder)
    return f"onrecord {found.version}, record to {found.record_to} (contents {found.contents[:12]}…)"
