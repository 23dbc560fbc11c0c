"""A reader with a browser: from the front page to the UN document, on a desk, on a phone, by keyboard."""

import re

import pytest
from playwright.sync_api import expect


def test_from_the_search_to_the_un_document(watched, site):
    page = watched.page
    page.goto(site)
    page.get_by_role("searchbox").press_sequentially("kazakhstan")
    page.locator("#results").get_by_role("link", name="Kazakhstan", exact=True).click()
    expect(page).to_have_url(f"{site}/states/kazakhstan")
    page.get_by_role("link", name="2014", exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kazakhstan in 2014")
    page.get_by_role("link", name="A/HRC/RES/25/24", exact=True).first.click()
    expect(page).to_have_url(f"{site}/votes/A-HRC-RES-25-24")
    document = page.get_by_role("link", name="A/HRC/RES/25/24 at undocs.org")
    expect(document).to_have_attribute("href", "https://undocs.org/en/A/HRC/RES/25/24")


def test_from_the_front_page_to_the_treaty_collection(watched, site):
    page = watched.page
    page.goto(site)
    page.get_by_role("searchbox").press_sequentially("kazakhstan")
    page.locator("#results").get_by_role("link", name="Kazakhstan", exact=True).click()
    page.get_by_role("link", name="Its story in order").click()
    year = page.locator("details", has=page.locator("summary", has_text="2022"))
    year.get_by_role("link", name="Ratification: Second Optional Protocol").click()
    expect(page).to_have_url(f"{site}/treaties/kazakhstan")
    deposited = page.locator('a[href^="https://treaties.un.org/Pages/ViewDetails.aspx"]').first
    expect(deposited).to_have_attribute("href", re.compile(r"mtdsg_no=IV-\d+"))


def test_two_states_compared_show_the_same_by_their_link(watched, browser, site):
    page = watched.page
    page.goto(f"{site}/compare")
    page.locator('main input[name="a"]').fill("Kazakhstan")
    page.locator('main input[name="b"]').fill("Kyrgyzstan")
    page.locator("main form button").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Kazakhstan")
    shared, seen = page.url, page.locator("main").inner_text()
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    other = context.new_page()
    other.goto(shared)
    assert other.locator("main").inner_text() == seen
    context.close()


def test_a_page_as_of_a_day_keeps_its_day_on_every_link(watched, site):
    page = watched.page
    page.goto(f"{site}/states/kazakhstan?as-of=2012-11-30")
    expect(page.get_by_role("note")).to_contain_text("30 November 2012")
    page.get_by_role("link", name="Treaties", exact=True).click()
    expect(page).to_have_url(f"{site}/treaties/kazakhstan?as-of=2012-11-30")
    expect(page.locator("main")).to_contain_text("12 of the 18")
    page.get_by_role("link", name="The whole record").click()
    expect(page.locator("main")).to_contain_text("16 of the 18")


def test_a_finding_is_copied_with_its_link(watched, site):
    page = watched.page
    page.goto(f"{site}/votes/A-HRC-RES-25-24")
    page.get_by_role("button", name="Copy", exact=True).first.click()
    expect(page.get_by_role("button", name="Copied").first).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Resolution A/HRC/RES/25/24")
    assert copied.endswith(f"{site}/votes/A-HRC-RES-25-24#s1")


def test_the_keyboard_reaches_the_search_and_the_first_result(watched, site):
    page = watched.page
    page.goto(site)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "q":
            break
    page.keyboard.type("syria")
    expect(page.locator("#results a").first).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#results') !== null")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site}/states/syria")


PAGES = (
    "/", "/states", "/states/china", "/states/kazakhstan/2014", "/votes", "/votes?state=KAZ", "/votes/A-HRC-RES-25-24",
    "/votes/A-HRC-32-L.36", "/votes/ga-1971", "/situations", "/situations/palestine", "/sessions", "/sessions/25",
    "/data", "/methods", "/search?q=democratic", "/elections", "/elections/2012-11-12", "/treaties",
    "/treaties/kazakhstan", "/treaties/instruments/CAT", "/pledges", "/pledges/kazakhstan", "/upr", "/upr/kazakhstan",
    "/visits", "/visits/kazakhstan", "/standing/kazakhstan", "/joint-statements", "/joint-statements/BHR-2013-HRC22",
    "/special-sessions", "/special-sessions/S-22", "/sponsorships", "/self-reports/kazakhstan",
    "/scorecards?election=2021&group=APG", "/compare?a=kazakhstan&b=kyrgyzstan", "/states/kazakhstan?as-of=2012-11-30",
)  # fmt: skip


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_a_phone_never_scrolls_sideways(browser, site, without_drawing, colours):
    context = browser.new_context(
        viewport={"width": 375, "height": 740}, is_mobile=True, has_touch=True, color_scheme=colours
    )
    without_drawing(context)
    page = context.new_page()
    for address in PAGES:
        page.goto(site + address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 375, address
    context.close()


IN_OTHER_LANGUAGES = (
    "/ar/", "/ar/states/kazakhstan", "/ar/states/kazakhstan/2014", "/ar/situations/syria", "/ar/votes/A-HRC-RES-25-24",
    "/ar/votes", "/ar/treaties", "/ar/compare?a=peru&b=chad", "/ar/check", "/ru/states/brazil", "/ru/methods",
    "/zh/votes?state=Peru", "/zh/elections/2012-11-12",
)  # fmt: skip


@pytest.mark.parametrize("width", [375, 1280])
def test_pages_in_other_scripts_keep_within_the_window_and_run_their_way(browser, site, without_drawing, width):
    context = browser.new_context(viewport={"width": width, "height": 800})
    without_drawing(context)
    page = context.new_page()
    for address in IN_OTHER_LANGUAGES:
        page.goto(site + address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
        right = page.evaluate("getComputedStyle(document.body).direction")
        assert right == ("rtl" if address.startswith("/ar") else "ltr")
        assert page.evaluate("[...document.querySelectorAll('svg')].every(s => getComputedStyle(s).direction == 'ltr')")
    context.close()


def test_pages_are_whole_without_scripts(browser, site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site)
    page.get_by_role("searchbox").fill("syria votes")
    page.get_by_role("button", name="Search").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Search the record")
    page.goto(f"{site}/votes/A-HRC-RES-25-24")
    expect(page.get_by_role("button", name="Copy")).to_have_count(0)
    expect(page.locator(".seatmap").first).to_be_visible()
    context.close()


CONTRAST = """() => {
  const light = c => { const [r, g, b] = c.match(/[\\d.]+/g).slice(0, 3).map(v => v / 255)
    .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4); return 0.2126 * r + 0.7152 * g + 0.0722 * b }
  const paper = light(getComputedStyle(document.body).backgroundColor)
  return [...document.querySelectorAll('main :is(.word, .quiet, a, .scope, .title, .status, .def, .dagger)')]
    .map(e => { const ink = light(getComputedStyle(e).color)
      return [(Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05), e.className] })
    .filter(([ratio]) => ratio < 4.5)
}"""


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_words_stand_out_from_the_paper(browser, site, colours):
    context = browser.new_context(color_scheme=colours)
    page = context.new_page()
    for address in ("/states/kazakhstan", "/states/kazakhstan/2014", "/votes/A-HRC-32-L.36", "/situations/syria"):
        page.goto(site + address)
        assert page.evaluate(CONTRAST) == [], address
    context.close()
