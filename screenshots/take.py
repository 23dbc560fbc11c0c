"""Takes the guide's pictures of the site into docs/images: a browser looks at the shipped record on this machine.

``make screenshots`` runs it. The same record, code, browser and typefaces give the same pictures.
"""

import socket
import threading
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import uvicorn
from playwright.sync_api import Page, sync_playwright

from onrecord.publish.web.app import create_app

IMAGES = Path(__file__).parents[1] / "docs" / "images"
BROWSERS = (Path("/usr/bin/chromium-headless-shell"), Path("/usr/bin/chromium"))
CHROMIUM = next((one for one in BROWSERS if one.exists()), BROWSERS[0])
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking")
SITE = "http://example.org"
"""The address that the pictures show, whatever port the site is served on; the browser is sent to this machine."""

SIZE = (960, 640)
MOST_BYTES = 150_000
"""A picture is to stay lighter than this, so that a page of the guide loads at once."""

PAGES = {
    "home": ("/", "main"),
    "state": ("/states/brazil", "main"),
    "vote": ("/votes/A-HRC-RES-25-24", "main"),
    "chart": ("/charts/support/syria", "main figure"),
    "election": ("/elections/2013-11-12", "main"),
    "report": ("/reports/argentina/2013-2015", "main"),
}
"""The pages shown, by the name of the picture: the address, and what stands at the top of the picture."""

CHECKED = (
    "Kazakhstan voted against the resolution on Iran in March 2014. It abstained on all resolutions on Syria in 2014."
    " It voted for resolution 25/1 on Sri Lanka."
)
"""The text whose check is shown: two sentences the record supports and one it refutes."""


@contextmanager
def served() -> Generator[int]:
    """Serve the shipped record on this machine, and give the port."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(create_app(), log_level="warning", ws="none", lifespan="off"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.02)
        yield listening.getsockname()[1]
        server.should_exit = True
        thread.join(10)


def take(page: Page, name: str, top: str) -> None:
    """Write what the window shows from ``top`` on to docs/images, once typefaces and pictures are there."""
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready")
    page.locator(top).first.evaluate("top => top.scrollIntoView()")
    picture = IMAGES / f"{name}.png"
    page.screenshot(path=picture, animations="disabled")
    if picture.stat().st_size > MOST_BYTES:
        raise SystemExit(f"{picture}: expected at most {MOST_BYTES:,} bytes, found {picture.stat().st_size:,}")
    print(f"{picture.name}: {picture.stat().st_size:,} bytes")


def check(page: Page) -> None:
    """Have the text checked."""
    page.goto(f"{SITE}/check")
    page.locator("main textarea[name=text]").fill(CHECKED)
    page.locator("main input[name=as_of]").fill("2015")
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_load_state()


def main() -> None:
    """Take every picture."""
    IMAGES.mkdir(exist_ok=True)
    with served() as port, sync_playwright() as playwright:
        here = f"--host-resolver-rules=MAP {urlsplit(SITE).netloc} 127.0.0.1:{port}"
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=[*ARGUMENTS, here])
        width, height = SIZE
        page = browser.new_page(viewport={"width": width, "height": height}, color_scheme="light", locale="en")
        for name, (address, top) in PAGES.items():
            page.goto(f"{SITE}{address}")
            take(page, name, top)
        check(page)
        take(page, "check", "main")
        browser.close()


if __name__ == "__main__":
    main()
