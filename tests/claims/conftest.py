"""The checker on the record that ships, made once."""

import pytest

from onrecord.claims.check import Checker
from onrecord.record.store import Record


@pytest.fixture(scope="session")
def checker() -> Checker:
    return Checker(Record())
