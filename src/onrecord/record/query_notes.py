"""The record as it stands now beside one opened as of a day: for what may only withhold an answer, never give one."""

from functools import lru_cache
from pathlib import Path

from onrecord.record.store import Record


@lru_cache(maxsize=4)
def _whole(folder: str) -> Record:
    return Record(Path(folder))


def whole(record: Record) -> Record:
    """Return the record without a day: itself, or the same folder opened whole."""
    return record if record.as_of is None else _whole(str(record.folder))
