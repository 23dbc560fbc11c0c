"""A reader with a browser looks closer at a chart: nothing is loaded before, nothing from outside, all by keyboard."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from onrecord.publish.charts.kinds import KINDS
from onrecord.publish.web.static_files import FOLDER

PATIENCE = 90_000
"""Milliseconds: the largest picture is drawn in three seconds, and a machine may have much else to do."""


@pytest.fixture
def reader(browser, site):
    """A page that fails the test if it says anything on the console or asks another host; it notes its requests."""
    context = browser.new_context(viewport={"width": 1100, "height": 900})
    page = context.new_page()
    said, asked = [], []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.asked = asked
    yield page
    context.close()
    assert said == []
    assert {urlsplit(address).netloc for address in asked} == {urlsplit(site).netloc}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_looked_at_closer(reader, site, kind):
    reader.goto(f"{site}/charts/{kind}/{KINDS[kind].example}")
    assert not [address for address in reader.asked if "/vega/" in address or address.endswith(".vl.json")]
    reader.get_by_role("button", name="Look closer").click()
    marks = reader.locator(".living svg [tabindex]")
    expect(marks.first).to_be_visible(timeout=PATIENCE)
    expect(reader.locator(".picture img")).to_be_hidden()
    reader.get_by_role("button", name="Still picture").click()
    expect(reader.locator(".picture img")).to_be_visible()


def test_the_keyboard_goes_from_mark_to_mark_and_hears_the_words_of_the_row(reader, site):
    reader.goto(f"{site}/charts/situation/syria")
    reader.get_by_role("button", name="Look closer").press("Enter")
    first = reader.locator('.living [tabindex="0"]')
    said = re.compile("Regional group: African States, Year: 2011")
    expect(first).to_have_attribute("aria-label", said, timeout=PATIENCE)
    first.focus()
    reader.keyboard.press("ArrowRight")
    reader.keyboard.press("ArrowDown")
    here = reader.locator(".living :focus")
    expect(here).to_have_attribute("aria-label", re.compile("Regional group: Asia-Pacific States, Year: 2012"))
    tip = reader.locator("dl.chart-tip")
    expect(tip).to_contain_text("78%")
    reader.keyboard.press("Escape")
    expect(tip).to_be_hidden()


def test_a_pointer_is_told_the_row(reader, site):
    reader.goto(f"{site}/states/kazakhstan")
    figure = reader.locator("#chart-voting-record")
    figure.get_by_role("button", name="Look closer").click()
    mark = figure.locator('[aria-label*="Year: 2014"][aria-label*="abstained"]').first
    mark.hover(timeout=PATIENCE)
    expect(figure.locator("dl.chart-tip")).to_contain_text("abstained")
    expect(figure.locator("dl.chart-tip dd").nth(2)).to_have_text("5")


def test_without_scripts_nothing_is_missing(browser, site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/charts/voting-record/kazakhstan")
    expect(page.locator(".picture img")).to_be_visible()
    expect(page.get_by_role("button", name="Look closer")).to_be_hidden()
    expect(page.locator("main table")).to_contain_text("not a member")
    context.close()


def test_at_phone_width_the_picture_scrolls_inside_its_frame(browser, site):
    context = browser.new_context(viewport={"width": 375, "height": 800})
    page = context.new_page()
    page.goto(f"{site}/charts/timeline/kazakhstan")
    assert page.evaluate("document.documentElement.scrollWidth") == 375
    frame, inside = page.evaluate("(f => [f.clientWidth, f.scrollWidth])(document.querySelector('.picture'))")
    assert inside > frame
    context.close()


def test_a_failed_loading_leaves_the_picture_and_says_so(browser, site):
    context = browser.new_context()
    page = context.new_page()
    page.route("**/vega-lite.min.js*", lambda route: route.abort())
    page.goto(f"{site}/charts/situation/china")
    page.get_by_role("button", name="Look closer").click()
    expect(page.get_by_role("button", name="Not possible in this browser")).to_be_visible(timeout=PATIENCE)
    expect(page.locator(".picture img")).to_be_visible()
    context.close()


def test_it_can_be_shared_where_the_browser_shares(browser, site):
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script("navigator.share = (what) => { window.given = what; return Promise.resolve(); };")
    page.goto(f"{site}/charts/situation/china")
    page.get_by_role("button", name="Share").click()
    given = page.evaluate("window.given")
    assert given["url"] == f"{site}/charts/situation/china"
    assert given["text"].startswith("On 6 October 2022")
    context.close()


@pytest.mark.parametrize("page", ["/charts", "/charts/situations-of/gambia", "/charts/timeline/libya"])
def test_pages_of_charts_are_accessible_still_and_living(browser, site, page):
    from axe_playwright_python.sync_playwright import Axe

    context = browser.new_context(viewport={"width": 1100, "height": 900})
    one = context.new_page()
    one.goto(f"{site}{page}")
    look = one.get_by_role("button", name="Look closer")
    if look.count():
        look.click()
        expect(one.locator(".living svg")).to_be_visible(timeout=PATIENCE)
    found = Axe().run(one, options={"resultTypes": ["violations"]}).response["violations"]
    context.close()
    assert [(f["id"], f["nodes"][0]["html"]) for f in found] == []


def test_what_is_vendored_is_the_version_that_draws_the_pictures():
    listed = (FOLDER / "VENDORED.txt").read_text(encoding="utf-8")
    for name, version in (("vega", "6.4.0"), ("vega-lite", "6.4.3")):
        assert f"{name} {version}" in listed
        assert f'"{version}"' in (FOLDER / "vega" / f"{name}.min.js").read_text(encoding="utf-8")
        assert (FOLDER / "vega" / f"{name}-LICENSE.txt").exists()
