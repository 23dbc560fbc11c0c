"""The files of the latest release as the site gives them: each made when it is first asked for, then kept."""

import gzip
import hashlib
import shutil
import weakref
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from threading import Lock

from onrecord.publish.export.archive import packed
from onrecord.publish.export.files import WRITERS, Format
from onrecord.publish.export.manifest import issue_of, write_manifest
from onrecord.publish.export.package import write_package
from onrecord.publish.export.tables import ExportedTable, exported_tables
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary

ARCHIVE = "onrecord.zip"
"""The file that holds the whole release as CSV."""


@dataclass(frozen=True, slots=True)
class Download:
    """A file to be given, and the hash of what is in it; ``zipped`` is the same with gzip, where that is smaller."""

    path: Path
    sha256: str
    zipped: Path | None


class Downloads:
    """The files of one record, in a folder that goes when the record is no longer open."""

    def __init__(self, record: Record) -> None:
        """Take the record whose files are to be given."""
        self.record = record
        self.tables = {table.name: table for table in exported_tables(record)}
        self.folder = Path(mkdtemp(prefix="onrecord-latest-"))
        self._locks: defaultdict[str, Lock] = defaultdict(Lock)
        self._made: dict[str, Download] = {}
        weakref.finalize(self, shutil.rmtree, self.folder, ignore_errors=True)

    def table(self, name: str, form: Format) -> Download:
        """Return a table in a format; NotInVocabulary if there is no such table."""
        if name not in self.tables:
            raise NotInVocabulary("table", name, "a table of the record", tuple(self.tables))
        table = self.tables[name]
        return self._once(f"{name}.{form.value}", lambda path: _write(table, form, path), form is not Format.PARQUET)

    def archive(self) -> Download:
        """Return the whole release as CSV with its description, papers and manifest, in one ZIP file."""
        return self._once(ARCHIVE, self._pack, zipped=False)

    def _pack(self, target: Path) -> None:
        with TemporaryDirectory(dir=self.folder) as beside:
            folder, issue = Path(beside), issue_of(self.record)
            write_package(self.record, folder, (Format.CSV,), lambda _: None)
            write_manifest(folder, issue)
            packed(folder, target, f"onrecord-{issue.version}-{issue.as_of or issue.record_to}")

    def _once(self, name: str, write: Callable[[Path], None], zipped: bool) -> Download:
        with self._locks[name]:
            if name not in self._made:
                path = self.folder / name
                write(path)
                self._made[name] = Download(path, _hash(path), _zipped(path) if zipped else None)
            return self._made[name]


def _write(table: ExportedTable, form: Format, path: Path) -> None:
    WRITERS[form](table, path)


def _hash(path: Path) -> str:
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


def _zipped(path: Path) -> Path:
    target = path.with_name(f"{path.name}.gz")
    with path.open("rb") as source, gzip.GzipFile(target, "wb", compresslevel=6, mtime=0) as inside:
        shutil.copyfileobj(source, inside, 1 << 20)
    return target
