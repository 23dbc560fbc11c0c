"""Embeds: small pages that other sites may frame, and only those; oEmbed says how."""

import re
import socket
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import quote

import pytest
import uvicorn

from onrecord.publish.check_asked import Asked, address
from onrecord.publish.web.app import create_app
from onrecord.publish.web.embedding import embeds_at
from onrecord.publish.web.headers import POLICY
from tests.publish.conftest import ARGUMENTS, CHROMIUM, ON_CI

pytestmark = pytest.mark.filterwarnings("ignore:Using `httpx` with `starlette.testclient` is deprecated")

SITE = "https://example.org"
CHECKED = address(Asked("In March 2014 Kazakhstan voted against the resolution on Iran.", "KAZ")) or ""
EMBEDS = (
    "/charts/voting-record/norway",
    "/votes?state=BRA&situation=syria",
    "/votes/A-HRC-RES-25-24",
    "/states/ghana",
    "/states/ghana/2009",
    "/situations/myanmar",
    "/elections/2012-11-12",
    "/treaties/peru",
    "/compare?a=norway&b=sweden",
    CHECKED,
)


@pytest.fixture(scope="module")
def client(record):
    from starlette.testclient import TestClient

    with TestClient(create_app(record), follow_redirects=False, base_url=SITE) as one:
        yield one


@pytest.mark.parametrize("page", EMBEDS)
def test_an_embed_says_its_finding_its_n_and_where_it_stands(client, page):
    response = client.get(f"/embed{page}")
    assert response.status_code == 200
    assert "frame-ancestors *" in response.headers["content-security-policy"]
    assert response.headers["content-security-policy"].replace("*", "'self'") == POLICY
    assert response.headers["x-robots-tag"] == "noindex"
    assert re.search(r"n = [\d,]+", response.text)
    assert 'header class="site"' not in response.text
    assert "<script" not in response.text
    assert "style=" not in response.text
    assert f'href="{page.replace("&", "&amp;")}"' in response.text


@pytest.mark.parametrize(
    "page", ["/", "/votes", "/states/ghana", "/charts/voting-record/norway", "/check", "/embedded"]
)
def test_no_other_page_may_be_framed(client, page):
    assert client.get(page).headers["content-security-policy"] == POLICY


@pytest.mark.parametrize(
    ("page", "status"),
    [("/data", 404), ("/nope", 404), ("/states/nowhere", 404), ("/votes?year=1", 422), ("/charts/none/ghana", 404),
     ("/embed/states/ghana", 404), ("/cite/states/ghana", 404), ("/check?z=broken", 422)],
)  # fmt: skip
def test_what_cannot_be_embedded_is_said(client, page, status):
    assert client.get(f"/embed{page}").status_code == status


@pytest.mark.parametrize("page", EMBEDS)
def test_oembed_offers_a_frame_that_answers(client, page):
    offered = client.get("/oembed", params={"url": f"{SITE}{page}"})
    assert offered.status_code == 200, offered.text
    said = offered.json()
    assert (said["version"], said["type"], said["provider_name"]) == ("1.0", "rich", "onrecord")
    src = re.search(r'src="([^"]+)"', said["html"])
    assert src
    own = src[1].replace("&amp;", "&").removeprefix(SITE)
    assert client.get(own).status_code == 200
    assert f'width="{said["width"]}" height="{said["height"]}"' in said["html"]


@pytest.mark.parametrize(("width", "height"), [(400, 9999), (300, 200), (5000, 5000), (50, 40)])
def test_oembed_keeps_within_what_is_asked(client, width, height):
    asked = {"url": f"{SITE}/charts/voting-record/norway", "maxwidth": width, "maxheight": height}
    said = client.get("/oembed", params=asked).json()
    assert said["width"] <= width
    assert said["height"] <= height


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("url=https://other.example/votes", 404),
        (f"url={SITE}/nope", 404),
        (f"url={SITE}/data", 404),
        (f"url={SITE}/votes/A-HRC-RES-25-999", 404),
        (f"url={SITE}/states/nowhere", 404),
        ("url=javascript:alert(1)", 404),
        ("url=", 404),
        (f"url={SITE}/votes/A-HRC-RES-25-24&format=xml", 501),
        (f"url={SITE}/votes&maxwidth=0", 422),
        ("", 422),
    ],
)
def test_oembed_says_what_it_does_not_offer_by_status(client, query, status):
    assert client.get(f"/oembed?{query}").status_code == status


def test_pages_tell_of_their_embed_and_give_the_code(client):
    for page in ("/votes/A-HRC-RES-25-24", "/charts/voting-record/norway", "/states/ghana/2009", CHECKED):
        text = client.get(page).text
        assert 'type="application/json+oembed"' in text
        assert quote(f"{SITE}{page}", safe="") in text
        assert "&lt;iframe src=" in text
    assert "json+oembed" not in client.get("/data").text


def test_the_language_of_a_page_is_that_of_its_embed(client):
    said = client.get("/oembed", params={"url": f"{SITE}/fr/votes/A-HRC-RES-25-24"}).json()
    assert f'{SITE}/fr/embed/votes/A-HRC-RES-25-24"' in said["html"]
    assert '<html lang="fr"' in client.get("/fr/embed/votes/A-HRC-RES-25-24").text


def test_a_title_cannot_leave_its_attribute(client):
    assert embeds_at('/votes?words="><script>') is not None
    text = client.get("/oembed", params={"url": f'{SITE}/votes?words="><script>'}).json()["html"]
    assert "<script" not in text


needs_browser = pytest.mark.skipif(not CHROMIUM.exists() and not ON_CI, reason=f"no browser at {CHROMIUM}")


@pytest.fixture(scope="module")
def site(record):
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(create_app(record), log_level="warning", ws="none", lifespan="off"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        until = time.monotonic() + 20
        while not server.started and time.monotonic() < until:
            time.sleep(0.02)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join(10)


@pytest.fixture(scope="module")
def elsewhere():
    """A site of another origin that shows frames."""

    class Page(BaseHTTPRequestHandler):
        body = b""

        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(b"<!doctype html><title>a newspaper</title>" + Page.body)

        def log_message(self, format, *args):
            pass

    with ThreadingHTTPServer(("localhost", 0), Page) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_port}", Page
        server.shutdown()


@needs_browser
def test_a_frame_on_another_site_shows_an_embed_whole_and_no_other_page(site, elsewhere):
    import httpx
    from playwright.sync_api import sync_playwright

    where, shown = elsewhere
    url = f"{site}/charts/voting-record/norway"
    offered = httpx.get(f"{site}/oembed", params={"url": url}).json()["html"]
    shown.body = f'{offered}<iframe id="refused" src="{site}/states/norway"></iframe>'.encode()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        page = browser.new_page(viewport={"width": 1000, "height": 900})
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.goto(where)
        page.locator("iframe").first.scroll_into_view_if_needed()
        frame = page.frame_locator("iframe").first
        frame.locator("img.picture").wait_for()
        assert "Record to" in frame.locator("footer").inner_text()
        inner = next(one for one in page.frames if "/embed/" in one.url)
        inner.wait_for_function("document.querySelector('img.picture').complete")
        tall, room = inner.evaluate("[document.documentElement.scrollHeight, innerHeight]")
        assert tall <= room
        until = time.monotonic() + 10
        while not any("frame-ancestors" in line for line in said) and time.monotonic() < until:
            page.wait_for_timeout(50)
        assert any("frame-ancestors" in line for line in said)
        assert not any("/embed/" in line and "frame-ancestors" in line for line in said)
        browser.close()
