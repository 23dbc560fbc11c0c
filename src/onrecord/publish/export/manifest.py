"""What an export holds: its version, how far the record goes, and the size and hash of every file."""

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from onrecord import __version__
from onrecord.publish.as_json import as_json
from onrecord.record.coverage_of import council_votes_span
from onrecord.record.schema import FORMAT
from onrecord.record.store import Record
from onrecord.vocabulary.errors import DamagedRelease

NAME = "manifest.json"
"""The file that lists all others."""


@dataclass(frozen=True, slots=True)
class Issue:
    """Which record is exported: the version of onrecord, the record's last day, the day it is known as of if any."""

    version: str
    record_to: date
    as_of: date | None

    @property
    def name(self) -> str:
        """The issue in words: "onrecord 0.4.0, record to 2026-03-31"."""
        known = f", as known on {self.as_of}" if self.as_of else ""
        return f"onrecord {self.version}, record to {self.record_to}{known}"


@dataclass(frozen=True, slots=True)
class File:
    """One file of an export, by its path in it."""

    path: str
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """Every file of an export but the manifest itself; ``contents`` is one hash of them all."""

    package: str
    version: str
    record_to: str
    as_of: str | None
    format: int
    contents: str
    files: tuple[File, ...]


def issue_of(record: Record) -> Issue:
    """Return which record this is."""
    return Issue(__version__, council_votes_span(record).last, record.as_of)


def manifest_of(folder: Path, issue: Issue) -> Manifest:
    """Return the manifest of the files in a folder."""
    files = tuple(file_of(folder, path) for path in paths_in(folder))
    as_of = issue.as_of.isoformat() if issue.as_of else None
    return Manifest("onrecord", issue.version, issue.record_to.isoformat(), as_of, FORMAT, contents_of(files), files)


def write_manifest(folder: Path, issue: Issue) -> Manifest:
    """Write the manifest of a folder into it, the last of its files, and return it."""
    found = manifest_of(folder, issue)
    (folder / NAME).write_text(as_json(found), encoding="utf-8")
    return found


def paths_in(folder: Path) -> list[str]:
    """Return the paths of all files in a folder but its manifest, in order, with slashes."""
    found = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir())
    return sorted(path for path in found if path != NAME)


def file_of(folder: Path, path: str) -> File:
    """Return a file's size and hash."""
    with (folder / path).open("rb") as handle:
        sha256 = hashlib.file_digest(handle, "sha256").hexdigest()
    return File(path, (folder / path).stat().st_size, sha256)


def contents_of(files: tuple[File, ...]) -> str:
    """Return one hash for many files: that of their lines "sha256  path", as sha256sum prints them."""
    lines = "".join(f"{file.sha256}  {file.path}\n" for file in files)
    return hashlib.sha256(lines.encode()).hexdigest()


def read_manifest(folder: Path) -> Manifest:
    """Return the manifest of an export; DamagedRelease if there is none or it cannot be read."""
    path = folder / NAME
    if not path.is_file():
        raise DamagedRelease(str(path), "the manifest of an export or release", "no such file")
    try:
        return _read(json.loads(path.read_text(encoding="utf-8")))
    except (ValueError, TypeError, KeyError) as error:
        raise DamagedRelease(str(path), "the manifest of an export or release", f"{error}") from error


def _read(given: dict[str, Any]) -> Manifest:
    files = tuple(File(**file) for file in given["files"])
    for file in files:
        if not _within(file.path):
            raise ValueError(f"a path that leads out of the folder: {file.path}")
    own = {name: value for name, value in given.items() if name != "files"}
    return Manifest(**own, files=files)


def _within(path: str) -> bool:
    return not path.startswith(("/", "\\")) and ".." not in Path(path).parts and bool(path)
