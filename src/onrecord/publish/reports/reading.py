"""The record as of a day, held in memory: a report asks it hundreds of questions, a page only a few."""

from datetime import date
from functools import lru_cache
from pathlib import Path

from onrecord.publish.commands.options import FIRST_DAY
from onrecord.record.store import Record


@lru_cache(maxsize=2)
def known_on(folder: Path, on: date) -> Record:
    """Return the record as it was known on a day, or on the first day that it can be asked about."""
    return Record(folder, max(on, FIRST_DAY)).load()


def in_memory(record: Record) -> Record:
    """Return the record as of its day, held in memory; the whole record as it is given."""
    return known_on(record.folder, record.as_of) if record.as_of else record
