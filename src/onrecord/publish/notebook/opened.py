"""The record that a notebook asks: opened once for a process, and again where it was built anew."""

from functools import lru_cache
from pathlib import Path

from onrecord.record.opened import chosen_record
from onrecord.record.schema import MANIFEST
from onrecord.record.store import Record


def opened(record: Record | None) -> Record:
    """Return the record given; without one the user's or the shipped one, as the command line opens it.

    Raises RecordMissing where there is none to open.
    """
    if record is not None:
        return record
    folder = chosen_record().folder
    manifest = folder / MANIFEST
    return _opened(folder, manifest.read_bytes() if manifest.exists() else b"")


@lru_cache(maxsize=2)
def _opened(folder: Path, manifest: bytes) -> Record:
    return Record(folder)
