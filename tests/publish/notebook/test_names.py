"""What `import onrecord` offers: nothing heavy until it is asked for, and every name there."""

import subprocess
import sys

import pytest

import onrecord

_LOADS = "import sys, {module}; print([m for m in {heavy} if m in sys.modules])"
_HEAVY = ("numpy", "numba", "scipy", "duckdb", "arro3", "pandas", "polars")


@pytest.mark.parametrize("module", ["onrecord", "onrecord.publish.cli"])
def test_importing_loads_nothing_heavy(module: str) -> None:
    asked = [sys.executable, "-c", _LOADS.format(module=module, heavy=_HEAVY)]
    said = subprocess.run(asked, capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"


def test_every_name_offered_is_there_and_says_what_it_returns() -> None:
    for name in onrecord.__all__:
        assert getattr(onrecord, name).__doc__
    assert set(onrecord.__all__) <= set(dir(onrecord))


def test_a_name_that_is_not_offered_is_no_attribute() -> None:
    with pytest.raises(AttributeError, match="no attribute 'wnominate'"):
        _ = onrecord.wnominate
