"""A site of our own, a clock that does not wait, and who fetches."""

from collections.abc import Iterator

import httpx
import pytest

from onrecord.sources.fetching.polite import Fetcher
from tests.sources.fetching.site import (
    Site,
    Waited,
    running,
)


@pytest.fixture
def site() -> Iterator[Site]:
    with running() as one:
        yield one


@pytest.fixture
def waited() -> Waited:
    return Waited()


@pytest.fixture
def fetcher(waited: Waited) -> Iterator[Fetcher]:
    with httpx.Client(trust_env=False, timeout=5.0) as client:
        yield Fetcher("someone@example.org", client, waited.clock)
