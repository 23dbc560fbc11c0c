"""A reading that is killed leaves the archive as it was or as it should be."""

import sys
from pathlib import Path

import pytest

from onrecord.record.store import Record
from tests.record.archive.killing import kill, setting


@pytest.mark.skipif(sys.platform == "win32", reason="nothing is killed so on this platform")
def test_a_killed_reading_leaves_every_document_whole(tmp_path: Path, record: Record) -> None:
    tally = kill(setting(tmp_path, record), tmp_path, 12)
    assert tally.killed + tally.ended == 12
    assert tally.killed >= 6
