"""A reader with a browser checks a text: follows a mark, shares and saves the result, with and without scripts."""

import pytest
from playwright.sync_api import expect

from onrecord.publish.web import check_pages


@pytest.fixture
def answering(app, prepared):
    """The site with the prepared checker."""
    app.dependency_overrides[check_pages.checker] = lambda: prepared
    yield
    app.dependency_overrides.clear()


@pytest.fixture
def page(browser, answering):
    """A page that says nothing on its console."""
    context, said = browser.new_context(viewport={"width": 1280, "height": 700}), []
    one = context.new_page()
    one.on("console", lambda message: said.append(message.text))
    one.on("pageerror", lambda error: said.append(str(error)))
    yield one
    context.close()
    assert said == []


def _check(page, site: str, text: str) -> None:
    page.goto(f"{site}/check")
    page.get_by_label("Text", exact=True).fill(text)
    page.get_by_role("button", name="Check", exact=True).click()
    expect(page.locator("#summary")).to_contain_text("Of the 5 claims found")


def test_a_mark_in_the_text_brings_its_claim(page, site, text):
    _check(page, site, text)
    page.locator("mark", has_text="No rapporteur").click()
    claim = page.locator("#c5")
    expect(claim).to_be_focused()
    expect(claim).to_be_in_viewport()
    assert "".join(page.locator("mark.on").all_inner_texts()) == "No rapporteur on food ever visited it."
    page.keyboard.press("Shift+Tab")
    page.locator(".badge").first.focus()
    expect(page.locator("#c1")).to_be_in_viewport()
    expect(page.locator(".claim.on h3")).to_have_text("Kazakhstan voted for A/HRC/RES/26/25")


def test_one_verdict_alone_is_shown(page, site, text):
    _check(page, site, text)
    page.get_by_role("radio", name="refuted").check(force=True)
    expect(page.locator(".claim:visible")).to_have_count(1)
    page.get_by_role("radio", name="all").check(force=True)
    expect(page.locator(".claim:visible")).to_have_count(5)


def test_the_result_has_an_address_that_shows_the_same(page, site, text, browser):
    _check(page, site, text)
    shown = page.locator(".checked").inner_text()
    page.get_by_role("link", name="Link to this result").click()
    page.wait_for_url("**/check?z=*")
    assert page.locator(".checked").inner_text() == shown


def test_what_is_saved_is_what_was_shown(page, site, text, tmp_path):
    _check(page, site, text)
    with page.expect_download() as saving:
        page.get_by_role("button", name="Save as HTML").click()
    file = tmp_path / saving.value.suggested_filename
    saving.value.save_as(file)
    page.goto(file.as_uri())
    expect(page.locator(".claim")).to_have_count(5)
    assert page.evaluate("getComputedStyle(document.querySelector('mark.v-refuted')).textDecorationStyle") == "double"


def test_a_dropped_file_is_chosen(page, site):
    page.goto(f"{site}/check")
    page.evaluate(
        """() => {
          const given = new DataTransfer()
          given.items.add(new File(["A text."], "letter.txt", {type: "text/plain"}))
          document.querySelector(".drop").dispatchEvent(new DragEvent("drop", {dataTransfer: given, bubbles: true}))
        }"""
    )
    assert page.evaluate("document.querySelector('input[type=file]').files[0].name") == "letter.txt"
    page.get_by_role("button", name="Check", exact=True).click()
    expect(page.locator("#summary")).to_contain_text("No claim about the record was read")


def test_the_example_fills_the_form(page, site):
    page.goto(f"{site}/check")
    page.get_by_role("link", name="Fill in an example").click()
    expect(page.get_by_label("Text", exact=True)).to_have_value(check_pages.say.EXAMPLE)
    expect(page).to_have_url(f"{site}/check")


def test_it_works_without_scripts(browser, site, text, answering):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/check")
    page.get_by_role("link", name="Fill in an example").click()
    expect(page.get_by_label("Text", exact=True)).to_have_value(check_pages.say.EXAMPLE)
    _check(page, site, text)
    page.locator(".badge").nth(2).click()
    assert page.url.endswith("#c3")
    expect(page.locator("#c3")).to_be_in_viewport()
    page.get_by_role("radio", name="supported", exact=False).first.check(force=True)
    expect(page.locator(".claim:visible")).to_have_count(2)
    context.close()


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_a_phone_never_scrolls_sideways_and_words_stand_out(browser, site, text, answering, colours):
    context = browser.new_context(viewport={"width": 375, "height": 740}, color_scheme=colours)
    page = context.new_page()
    _check(page, site, text)
    assert page.evaluate("document.documentElement.scrollWidth") <= 375
    assert page.evaluate(CONTRAST) == []
    context.close()


CONTRAST = """() => {
  const light = c => { const [r, g, b] = c.match(/[\\d.]+/g).slice(0, 3).map(v => v / 255)
    .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4); return 0.2126 * r + 0.7152 * g + 0.0722 * b }
  const paper = light(getComputedStyle(document.body).backgroundColor)
  return [...document.querySelectorAll('main :is(.word, .quiet, a, .reason, .row-cite, code, dt, mark, .badge)')]
    .map(e => { const ink = light(getComputedStyle(e).color)
      return [(Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05), e.className] })
    .filter(([ratio]) => ratio < 4.5)
}"""
