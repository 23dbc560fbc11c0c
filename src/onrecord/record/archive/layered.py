"""The user's own record: the shipped facts with the user's documents and corrections laid over them."""

from collections.abc import Callable
from pathlib import Path

from onrecord.record.archive.corrections import corrections_file
from onrecord.record.archive.documents import Archive
from onrecord.record.build import build
from onrecord.record.opened import users_record
from onrecord.record.store import own_facts


def layer(home: Path, progress: Callable[[str], None] = lambda _: None, facts: Path | None = None) -> dict[str, int]:
    """Build the user's record of a data folder anew and return the number of rows of each table.

    It is moved to its place whole; where something cannot be read, the record that stood there stays.
    """
    return build(facts or own_facts(), users_record(home), progress, Archive(home), corrections_file(home))
