"""The shipped record, opened once for the tests of the front doors."""

import fcntl
import os
import socket
import threading
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import uvicorn
from fastapi import FastAPI
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from onrecord.publish.export.files import Format
from onrecord.publish.export.package import export
from onrecord.publish.web.app import create_app
from onrecord.record.build import build
from onrecord.record.store import Record

BROWSERS = (Path("/usr/bin/chromium-headless-shell"), Path("/usr/bin/chromium"))
"""Debian's browsers: the one without a window draws the same and takes half the processor's time."""

CHROMIUM = next((one for one in BROWSERS if one.exists()), BROWSERS[0])
ON_CI = os.environ.get("CI") == "true"
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking",
    "--disable-component-update", "--disable-default-apps", "--disable-sync", "--no-first-run",
]  # fmt: skip
EMPTY_PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 400"/>'
END_OF_2008 = date(2008, 12, 31)
expect.set_options(timeout=30_000)  # a machine with other work is slow, not wrong


@pytest.fixture(scope="session")
def record() -> Record:
    """The record that ships, held in memory."""
    return Record().load()


@pytest.fixture(scope="session")
def exported(tmp_path_factory: pytest.TempPathFactory, record: Record) -> Path:
    """The shipped record as CSV and Parquet, written once for all workers of a run."""
    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "exported"
    with (folder.parent / "exported.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "manifest.json").exists():
            export(record, folder, (Format.CSV, Format.PARQUET))
    return folder


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory, few_facts: Path) -> Record:
    """A record of few facts, as known at the end of 2008: quick to export."""
    folder = tmp_path_factory.mktemp("small") / "record"
    build(few_facts, folder)
    return Record(folder, END_OF_2008)


@pytest.fixture(scope="module")
def app(record: Record) -> FastAPI:
    """The site over the shipped record."""
    return create_app(record)


@pytest.fixture(scope="module")
def site(app: FastAPI) -> Iterator[str]:
    """The address of a live server of the site."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", ws="none", lifespan="off"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        until = time.monotonic() + 20
        while not server.started and time.monotonic() < until:
            time.sleep(0.02)
        assert server.started
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join(10)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser, one for the tests of a file; its event loop must not outlive them."""
    if not CHROMIUM.exists() and not ON_CI:
        pytest.skip(f"no browser at {CHROMIUM}; apt-get install {CHROMIUM.name}")
    with sync_playwright() as playwright:
        one = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield one
        one.close()


class Watched:
    """A page with what it said on the console and whom it asked."""

    def __init__(self, page: Page) -> None:
        self.page, self.said, self.hosts = page, [], set()
        page.on("console", lambda message: self.said.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("request", lambda request: self.hosts.add(urlsplit(request.url).netloc))


@pytest.fixture
def watched(browser: Browser, site: str) -> Iterator[Watched]:
    """A window at a desk: whatever is done in it, nothing is said on the console and no other host is asked."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, permissions=["clipboard-read", "clipboard-write"]
    )
    one = Watched(context.new_page())
    yield one
    context.close()
    assert one.said == []
    assert one.hosts <= {urlsplit(site).netloc}


@pytest.fixture(scope="session")
def without_drawing() -> Callable[[BrowserContext | Page], None]:
    """Has pages show an empty picture for each chart: to draw it takes longer than the page; other tests look at it."""

    def prepare(of: BrowserContext | Page) -> None:
        of.route("**/charts/**/*.svg", lambda route: route.fulfill(content_type="image/svg+xml", body=EMPTY_PICTURE))

    return prepare
