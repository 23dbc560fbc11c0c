"""R reads the exported CSV and counts a state's year as the site does."""

import csv
import io
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from onrecord.publish.views.state_year import state_year

SCRIPT = Path(__file__).with_name("count_in_r.R")


@pytest.fixture(scope="module")
def rscript() -> str:
    """Where Rscript is; without it these tests are skipped, but not where everything is to be tested."""
    found = shutil.which("Rscript")
    if found is None and os.environ.get("CI") == "true":
        pytest.fail("Rscript is not installed: expected R where everything is tested")
    if found is None:
        pytest.skip("Rscript is not installed on this machine")
    return found


def test_r_counts_as_the_page_does(rscript, record, exported) -> None:
    asked = [("KAZ", 2014), ("IND", 2015), ("GBR", 2009), ("CHN", 2021)]
    selections = ("all", "votes-count", "item-7")
    states = [f"{state}/{year}" for state, year in asked]
    done = subprocess.run(
        [rscript, "--vanilla", str(SCRIPT), str(exported / "csv"), ",".join(selections), *states],
        capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert len(rows) == 2 * len(asked) * len(selections)
    for row in rows:
        view = state_year(record, row["state"], int(row["year"]))
        shown = next(figures for figures in view.figures if figures.selection == row["selection"])
        counted = tuple(int(row[name]) for name in ("yes", "no", "abstain", "absent", "unknown"))
        assert counted == (shown.yes, shown.no, shown.abstain, shown.absent, shown.unknown), row
