"""The site in process, asked as programs ask it."""

import pytest

from onrecord.publish.web.app import create_app


@pytest.fixture(scope="session")
def app(record):
    return create_app(record)


@pytest.fixture(scope="session")
def client(app):
    # imported here, where the tests' filter holds: starlette warns at import of the httpx it is given
    from starlette.testclient import TestClient

    with TestClient(app, follow_redirects=False, raise_server_exceptions=False) as one:
        yield one
