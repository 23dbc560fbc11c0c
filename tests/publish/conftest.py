"""The shipped record, opened once for the tests of the front doors."""

import pytest

from onrecord.record.store import Record


@pytest.fixture(scope="session")
def record() -> Record:
    """The record that ships, held in memory."""
    return Record().load()
