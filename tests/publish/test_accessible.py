"""Every page type for every reader: judged by axe, walked by keyboard, held on a phone, said nothing on its console.

A page type is a template that is a whole page. One without an example here fails the test.
"""

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from onrecord.publish import web
from onrecord.publish.check_asked import Asked, packed
from onrecord.publish.web import copy_pages
from onrecord.publish.web.app import create_app

TEMPLATES = Path(str(web.__file__)).parent / "templates"
TEXT = Asked("In 2014 Kazakhstan voted against resolution A/HRC/RES/25/24. It has ratified CEDAW. No rapporteur came.")

EXAMPLES = {
    "agreement.html": "/agreement/togo?method=s",
    "agreement_matrix.html": "/agreement/map?from=2019&to=2019&by=group",
    "api.html": "/api",
    "blocs.html": "/blocs?from=2016&to=2016",
    "chart.html": "/charts/voting-record/peru",
    "charts.html": "/charts",
    "check.html": "/check",
    "check_result.html": f"/check?z={packed(TEXT)}",
    "cite.html": "/cite/states/nepal/2018",
    "compare.html": "/compare?a=nigeria&b=ghana",
    "council.html": "/council/2012?amendments=out",
    "data.html": "/data",
    "election.html": "/elections/2020-10-13",
    "elections.html": "/elections",
    "embed_chart.html": "/embed/charts/voting-record/brazil",
    "embed_check.html": f"/embed/check?z={packed(TEXT)}",
    "embed_findings.html": "/embed/states/chile",
    "embed_vote.html": "/embed/votes/A-HRC-RES-25-24",
    "embed_votes.html": "/embed/votes?state=Peru",
    "feeds.html": "/feeds",
    "group.html": "/groups/LAS",
    "guide.html": "/guide",
    "guide_page.html": "/guide/commands",
    "home.html": "/",
    "joint_statement.html": "/joint-statements/BHR-2013-HRC22",
    "joint_statements.html": "/joint-statements?state=MEX",
    "latest.html": "/data/latest",
    "live.html": "/live",
    "methods.html": "/methods",
    "moves.html": "/moves?from=2018&to=2020",
    "not_found.html": "/404",
    "outvoted.html": "/outvoted?from=2020&to=2020",
    "path.html": "/path/ghana",
    "pledges.html": "/pledges",
    "pledges_of_state.html": "/pledges/kazakhstan",
    "problem.html": "/states/atlantis",
    "report.html": "/letters/pakistan",
    "reports.html": "/reports?state=morocco",
    "scorecards.html": "/scorecards?election=2021&group=APG",
    "search.html": "/search?q=kasakstan",
    "self_report.html": "/self-reports/viet-nam",
    "self_reports.html": "/self-reports",
    "session.html": "/sessions/25",
    "sessions.html": "/sessions",
    "situation.html": "/situations/syria",
    "situations.html": "/situations",
    "special_session.html": "/special-sessions/S-22",
    "special_sessions.html": "/special-sessions",
    "sponsorships.html": "/sponsorships",
    "standing.html": "/standing/uganda",
    "state.html": "/states/kazakhstan",
    "state_year.html": "/states/cuba/2016",
    "states.html": "/states",
    "treaties.html": "/treaties",
    "treaties_of_state.html": "/treaties/china",
    "treaty.html": "/treaties/instruments/CAT",
    "turns.html": "/turns",
    "upr.html": "/upr/indonesia",
    "upr_recommendations.html": "/upr/recommendations?state=fiji",
    "upr_reviews.html": "/upr",
    "visits.html": "/visits",
    "visits_state.html": "/visits/ecuador",
    "vote.html": "/votes/A-HRC-32-L.36",
    "votes.html": "/votes?state=Qatar&year=2016",
}
"""An address of each page type."""

SAVED = {"check_export.html", "report_alone.html"}
"""Pages that a reader saves as a file; they are opened from the disk."""

NEITHER = {"base.html", "embed.html"}
"""What pages are made of."""

ANSWERS_WITH_AN_ERROR = {"problem.html": 404}
SERIOUS = {"serious", "critical"}
ALL_BUT_COLOURS = {"resultTypes": ["violations"], "rules": {"color-contrast": {"enabled": False}}}
COLOURS = {"resultTypes": ["violations"], "runOnly": ["color-contrast"]}
ONE_OF_EACH = """() => {
  const seen = new Map()
  const again = (one, above) => {
    const place = one.tagName === 'TD' || one.tagName === 'TH' ? one.cellIndex : ''
    const path = `${above} ${one.tagName}.${one.getAttribute('class') ?? ''}${place}`
    seen.set(path, (seen.get(path) ?? 0) + 1)
    const repeats = seen.get(path) > 4
    const within = [...one.children].map(child => again(child, path))
    if (repeats && within.every(Boolean)) one.remove()
    return repeats && within.every(Boolean)
  }
  for (const one of [...document.body.children]) again(one, '')
}"""
"""Colours are slow to judge, and what stands under the same tags and classes looks alike: the first four are left."""


@pytest.fixture(scope="module")
def app(record):
    """The site with the two pages that only a copy of it has; each page is made anew when it is asked for."""
    one = create_app(record, kept_bytes=0)
    one.include_router(copy_pages.router)
    return one


@pytest.fixture
def made(app, monkeypatch):
    """The names of the templates that pages are made of, as they are asked for."""
    templates, names = app.state.site.templates, []
    find = templates.get_template
    monkeypatch.setattr(templates, "get_template", lambda name, *more: names.append(name) or find(name, *more))
    return names


def test_every_page_type_has_an_example():
    whole = {one.name for one in TEMPLATES.glob("*.html") if re.search(r"\{% extends|<html", one.read_text("utf-8"))}
    assert whole == EXAMPLES.keys() | SAVED | NEITHER


def _faults(page: Page, options: dict) -> list[str]:
    """Return what axe holds for serious or critical, each with the first place of it."""
    found = Axe().run(page, options=options).response["violations"]
    return [
        f"{one['id']} ({one['impact']}, {len(one['nodes'])}): {one['nodes'][0]['html'][:200]}"
        for one in found
        if one["impact"] in SERIOUS
    ]


REACHED = """() => {
  const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
    .filter(e => !e.disabled && e.type !== 'hidden' && e.checkVisibility({visibilityProperty: true}))
    .filter(e => !e.closest('[aria-hidden="true"]'))
  window.inOrder = all
  window.walked = []
  document.addEventListener('focusin', e => {
    const seen = e.target.matches('input[type=radio]') ? e.target.nextElementSibling : e.target
    const style = getComputedStyle(seen)
    const shown = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1
    walked.push([all.indexOf(e.target), shown, e.target.outerHTML.slice(0, 160)])
  })
  return {
    n: all.length,
    astray: all.filter(e => e.tabIndex !== 0).map(e => e.outerHTML.slice(0, 160)),
    nameless: document.querySelectorAll('[tabindex]:not([tabindex="0"]):not([tabindex="-1"])').length,
  }
}"""
AT_MOST = 45


def _walk(page: Page) -> None:
    """Go on by Tab from the top: each thing in the order it is read, none passed over, each seen to be reached."""
    about = page.evaluate(REACHED)
    assert about["astray"] == []
    assert about["nameless"] == 0, "an order of its own"
    for _ in range(min(about["n"], AT_MOST)):
        page.keyboard.press("Tab")
    walked = page.evaluate("window.walked")
    assert [html for _, seen, html in walked if not seen] == []
    # Of radio buttons, Tab reaches the one chosen; the arrow keys go on from there.
    passed = page.evaluate(
        "last => inOrder.slice(0, last).filter((e, i) => e.type !== 'radio' && !walked.some(w => w[0] === i))"
        ".map(e => e.outerHTML.slice(0, 160))",
        max(place for place, _, _ in walked),
    )
    assert passed == []
    places = [place for place, _, _ in walked]
    assert places == sorted(places)
    assert -1 not in places


def _wide(page: Page) -> int:
    return page.evaluate("document.scrollingElement.scrollWidth")


@pytest.mark.parametrize("template", EXAMPLES)
def test_a_page_type_is_for_every_reader(watched, site, made, without_drawing, template):
    page = watched.page
    without_drawing(page)
    answer = page.goto(site + EXAMPLES[template])
    assert template in made
    assert answer.status == ANSWERS_WITH_AN_ERROR.get(template, 200)
    if template in ANSWERS_WITH_AN_ERROR:
        watched.said.clear()  # the browser itself says that the answer was an error
    _walk(page)
    page.evaluate("document.activeElement.blur()")
    assert _faults(page, ALL_BUT_COLOURS) == []
    page.set_viewport_size({"width": 375, "height": 740})
    assert _wide(page) <= 376
    assert _faults(page, ALL_BUT_COLOURS) == []
    page.evaluate(ONE_OF_EACH)
    assert _faults(page, COLOURS) == []
    page.emulate_media(color_scheme="dark")
    assert _faults(page, COLOURS) == []


@pytest.mark.parametrize(
    "address",
    ["/", "/states/kazakhstan", "/votes/A-HRC-RES-25-24", "/votes?state=Egypt", "/elections/2018-10-12", "/check"],
)
def test_a_page_in_arabic_is_for_every_reader(watched, site, address):
    page = watched.page
    page.goto(f"{site}/ar{address}")
    assert page.evaluate("document.documentElement.dir") == "rtl"
    _walk(page)
    page.set_viewport_size({"width": 375, "height": 740})
    assert _wide(page) <= 376
    assert _faults(page, ALL_BUT_COLOURS) == []
    page.evaluate(ONE_OF_EACH)
    assert _faults(page, COLOURS) == []


@pytest.mark.parametrize(
    ("harm", "fault"),
    [
        ("document.querySelector('main a').innerHTML = ''", "link-name"),
        ("document.querySelector('main img').removeAttribute('alt')", "image-alt"),
        ("document.querySelector('.scroll').removeAttribute('tabindex')", "scrollable-region-focusable"),
        ("document.documentElement.style.setProperty('--soft', '#c8c8c8')", "color-contrast"),
    ],
)
def test_what_shuts_a_reader_out_is_found(watched, site, harm, fault):
    page = watched.page
    page.set_viewport_size({"width": 375, "height": 740})
    page.goto(f"{site}/elections/2013-11-12")
    page.evaluate(harm)
    found = _faults(page, ALL_BUT_COLOURS)
    page.evaluate(ONE_OF_EACH)
    assert fault in " ".join([*found, *_faults(page, COLOURS)])


def test_the_walk_finds_what_the_keyboard_misses(watched, site):
    page = watched.page
    page.goto(f"{site}/feeds")
    page.evaluate("document.querySelector('main a').tabIndex = -1")
    with pytest.raises(AssertionError, match="corrections"):
        _walk(page)


def test_a_mark_in_the_grid_is_heard(watched, site):
    page = watched.page
    page.goto(f"{site}/states/kazakhstan")
    mark = page.get_by_role("link", name="Iran, 28 March 2014, A/HRC/RES/25/24: voted against", exact=True)
    mark.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site}/votes/A-HRC-RES-25-24")


def test_the_first_tab_skips_to_the_record(watched, site):
    page = watched.page
    page.goto(f"{site}/situations/myanmar")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the record")).to_be_in_viewport()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_the_keyboard_scrolls_a_chart_on_a_phone(watched, site):
    page = watched.page
    page.set_viewport_size({"width": 375, "height": 740})
    page.goto(f"{site}/charts/voting-record/peru")
    frame = page.locator("figure.chart .scroll")
    frame.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.querySelector('figure.chart .scroll').scrollLeft > 0")


def test_enter_opens_and_shuts_what_is_folded(watched, site):
    page = watched.page
    page.goto(f"{site}/api")
    first = page.locator("details.address").first
    first.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(first.get_by_role("link").first).to_be_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('details.address') !== null")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(first.get_by_role("link").first).to_be_hidden()
