"""The shipped record, opened once for the tests of the front doors."""

import fcntl
import os
from datetime import date
from pathlib import Path

import pytest

from onrecord.publish.export.files import Format
from onrecord.publish.export.package import export
from onrecord.record.build import build
from onrecord.record.store import Record

END_OF_2008 = date(2008, 12, 31)


@pytest.fixture(scope="session")
def record() -> Record:
    """The record that ships, held in memory."""
    return Record().load()


@pytest.fixture(scope="session")
def exported(tmp_path_factory: pytest.TempPathFactory, record: Record) -> Path:
    """The shipped record as CSV, Parquet and JSON Lines, written once for all workers of a run."""
    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "exported"
    with (folder.parent / "exported.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "manifest.json").exists():
            export(record, folder, (Format.CSV, Format.PARQUET, Format.JSONL))
    return folder


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory, few_facts: Path) -> Record:
    """A record of few facts, as known at the end of 2008: quick to export."""
    folder = tmp_path_factory.mktemp("small") / "record"
    build(few_facts, folder)
    return Record(folder, END_OF_2008)
