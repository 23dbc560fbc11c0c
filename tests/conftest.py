"""What several tests share: the repository's facts, a record built from them once, and copies to damage."""

import csv
import fcntl
import gc
import io
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from onrecord.record.build import MANIFEST, build
from onrecord.record.rows import Prepared
from onrecord.record.store import Record
from onrecord.sources.facts import read_facts

FACTS = Path(__file__).parents[1] / "facts"
ROWS_KEPT = {"ga/rollcalls.csv": 40, "ga/positions.csv": 40, "ratings.csv": 400, "upr/recommendations.csv": 2000}
"""How many rows few facts keep of the longest tables."""

Damage = Callable[[str, int, str, str], Path]

gc.set_threshold(200_000, 50, 100)
"""Tests hold records of a million rows: looking through them for cycles as often as usual takes a tenth of the time."""


def _shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that all workers of one run share."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session", autouse=True)
def home_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A data folder of this worker's own: no test reads or writes the user's. What is estimated, all workers share."""
    folder, estimates = tmp_path_factory.mktemp("home"), _shared(tmp_path_factory) / "estimates"
    estimates.mkdir(exist_ok=True)
    (folder / "estimates").symlink_to(estimates, target_is_directory=True)
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("ONRECORD_HOME", str(folder))
        yield folder


@pytest.fixture(scope="session")
def facts_folder() -> Path:
    """The repository's facts."""
    return FACTS


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record of the repository's facts, built once per run however many workers there are."""
    folder = _shared(tmp_path_factory) / "record-of-the-facts"
    with (folder.parent / "record-of-the-facts.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / MANIFEST).exists():
            build(FACTS, folder)
    return folder


@pytest.fixture(scope="session")
def record(built: Path) -> Record:
    """The built record, opened."""
    return Record(built)


@pytest.fixture(scope="session")
def few_facts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All the facts, but only the first rows of the longest tables: quick to read and build."""
    folder = tmp_path_factory.mktemp("few") / "facts"
    shutil.copytree(FACTS, folder)
    for name, rows in ROWS_KEPT.items():
        with (FACTS / name).open(encoding="utf-8") as handle:
            kept = [next(handle) for _ in range(rows + 1)]
        (folder / name).write_text("".join(kept), encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def prepared(few_facts: Path) -> Prepared:
    """The Council's facts, reconciled and coded."""
    return Prepared(read_facts(few_facts))


@pytest.fixture
def damaged(few_facts: Path, tmp_path: Path) -> Damage:
    """A copy of the facts with one cell changed: table, row as a reader counts it (the header is 1), column, value."""

    def damage(table: str, row: int, column: str, value: str) -> Path:
        folder = tmp_path / "facts"
        if not folder.exists():
            shutil.copytree(few_facts, folder)
        rows = list(csv.reader(io.StringIO((folder / table).read_text(encoding="utf-8"))))
        rows[row - 1][rows[0].index(column)] = value
        with (folder / table).open("w", encoding="utf-8", newline="") as handle:
            csv.writer(handle, lineterminator="\n").writerows(rows)
        return folder

    return damage
