"""Five readers, each from the front page to what they came for, by what is on the page: clicked, typed, taken along."""

import csv
import json
import re

import duckdb
from playwright.sync_api import Download, Locator, Page, expect


def _search(page: Page, words: str) -> None:
    page.get_by_role("searchbox").press_sequentially(words)


def _opened(page: Page, heading: str | re.Pattern[str]) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)


def _saved(page: Page, link: Locator) -> Download:
    """Return the file that a link gives."""
    with page.expect_download() as saving:
        link.click()
    return saving.value


def _rows(file: Download) -> list[dict[str, str]]:
    with file.path().open(encoding="utf-8-sig", newline="") as handle:
        return list(csv.DictReader(handle))


def _in_parquet(file: Download) -> int:
    with duckdb.connect() as connection:
        return connection.execute("SELECT count(*) FROM read_parquet(?)", [str(file.path())]).fetchall()[0][0]


def test_a_researcher_takes_a_list_of_votes_along_and_cites_it(watched, site):
    page = watched.page
    page.goto(site)
    _search(page, "uruguay")
    page.locator("#results").get_by_role("link", name="Uruguay", exact=True).click()
    _opened(page, "Uruguay")
    page.get_by_role("link", name="All its votes in the Council, thematic ones too").click()
    page.get_by_role("combobox", name="Position").select_option("abstained")
    page.get_by_role("combobox", name="Year").select_option("2019")
    page.get_by_role("button", name="Show votes").click()
    _opened(page, "Votes of Uruguay")
    found = page.locator("table.votes tbody tr")
    n = found.count()
    assert n == 7
    expect(page.locator("#s1")).to_contain_text(f"{n} votes, the latest first, each with the position of Uruguay.")
    listed = _rows(_saved(page, page.get_by_role("link", name="All as CSV")))
    assert [row["position"] for row in listed] == ["abstain"] * n
    assert {row["date"][:4] for row in listed} == {"2019"}
    assert [row["symbol"] for row in listed] == found.locator("td.text > a:first-child").all_inner_texts()
    parquet = _saved(page, page.locator("#rows").get_by_role("link", name="Parquet"))
    assert _in_parquet(parquet) == n
    page.locator("#cite").get_by_role("link", name="All forms").click()
    _opened(page, re.compile("Votes of Uruguay"))
    form = page.get_by_role("region", name="BibTeX")
    reference = _saved(page, form.get_by_role("link", name="Save as a file"))
    words = reference.path().read_text("utf-8")
    assert words.startswith("@misc{")
    permanent = f"{site}/votes?state=Uruguay&year=2019&position=abstain"
    assert f"url = {{{permanent}}}" in words
    page.get_by_role("link", name=permanent, exact=True).click()
    expect(found).to_have_count(n)


def test_a_journalist_checks_a_line_and_prints_a_picture(watched, site):
    page = watched.page
    page.goto(site)
    _search(page, "urugway")
    expect(page.locator("#results")).to_contain_text("Did you mean")
    page.locator("#results").get_by_role("link", name="Uruguay", exact=True).click()
    _opened(page, "Uruguay")
    picture = _saved(page, page.locator("#chart-voting-record").get_by_role("link", name="PNG"))
    assert picture.suggested_filename.endswith(".png")
    assert picture.path().read_bytes().startswith(b"\x89PNG")
    page.get_by_role("row", name=re.compile("^2019")).get_by_role("link", name="2019").click()
    _opened(page, "Uruguay in 2019")
    page.get_by_role("button", name="Copy", exact=True).first.click()
    expect(page.get_by_role("button", name="Copied").first).to_be_visible()
    sentence, link = page.evaluate("navigator.clipboard.readText()").rsplit(" ", 1)
    assert sentence.startswith("In 2019 Uruguay voted in favour of 11 of the 17 texts")
    assert link == f"{site}/states/uruguay/2019#s1"
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Check").click()
    line = "In 2019 Uruguay abstained on 6 of the 17 votes on country situations."
    page.get_by_label("Text", exact=True).fill(f"{line} Uruguay voted against resolution A/HRC/RES/40/2.")
    page.get_by_role("button", name="Check", exact=True).click()
    expect(page.locator("#summary")).to_contain_text("the record supports 1 and refutes 1")
    page.locator("mark", has_text="voted against").click()
    expect(page.locator("#c2")).to_be_focused()
    expect(page.locator("#c2")).to_contain_text("Uruguay: voted in favour")


def test_a_desk_officer_prepares_a_meeting(watched, site):
    page = watched.page
    page.goto(site)
    page.get_by_role("link", name="Elections", exact=True).click()
    page.get_by_role("link", name="13 Oct 2020").click()
    _opened(page, "Election of 13 October 2020 to the Human Rights Council")
    asia = page.get_by_role("region", name="Asia-Pacific States").first
    expect(asia).to_contain_text("5 candidates for 4 seats: contested.")
    candidates = asia.get_by_role("table").get_by_role("rowheader").all_inner_texts()
    asia.get_by_role("link", name="Brief on them").click()
    _opened(page, re.compile("Candidates of Asia-Pacific States .* 13 October 2020"))
    assert len(candidates) == 5
    for name in candidates:
        expect(page.get_by_role("article")).to_contain_text(name)
    brief = _saved(page, page.get_by_role("link", name="PDF", exact=True))
    assert brief.path().read_bytes().startswith(b"%PDF")
    page.go_back()
    asia.get_by_role("link", name="Nepal").click()
    page.get_by_role("link", name="Reports and letters").click()
    term = page.get_by_role("row", name=re.compile("^2018"))
    letter = _saved(page, term.get_by_role("link", name="DOCX").last)
    assert letter.path().read_bytes().startswith(b"PK")
    page.go_back()
    page.get_by_role("link", name="Treaties", exact=True).click()
    _opened(page, "Nepal and the human rights treaties")
    said = page.locator("#s1 .said")
    (party, of), *_ = re.findall(r"party to (\d+) of the (\d+)", said.inner_text())
    table = page.get_by_role("region", name="Treaty by treaty").get_by_role("row")
    assert table.count() - 1 == int(of)
    assert table.filter(has=page.locator("strong", has_text=re.compile("^party$"))).count() == int(party)
    page.get_by_role("navigation", name="Language", exact=True).get_by_role("link", name="Français").click()
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    expect(said).to_contain_text(f"partie à {party} des {of} traités")
    page.get_by_role("navigation").get_by_role("link", name="العربية").first.click()
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page).to_have_url(f"{site}/ar/treaties/nepal")
    expect(said).to_contain_text(f"طرفاً في {party} من أصل {of}")


def test_a_political_scientist_takes_a_table_and_its_description(watched, site):
    page = watched.page
    page.goto(site)
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Data").click()
    page.get_by_role("link", name="The latest release").click()
    _opened(page, "The latest release")
    row = page.get_by_role("row", name=re.compile("^rollcall"))
    n = int(row.get_by_role("cell").first.inner_text().replace(",", ""))
    table = _saved(page, row.get_by_role("link", name="rollcall, Parquet"))
    assert _in_parquet(table) == n
    tables = page.get_by_role("rowheader").all_inner_texts()
    page.get_by_role("link", name=re.compile("Frictionless data package")).click()
    described = json.loads(page.locator("pre").inner_text())
    assert {one["name"] for one in described["resources"]} == set(tables)
    page.go_back()
    _search(page, "peru")
    page.locator("#results").get_by_role("link", name="Peru", exact=True).click()
    page.get_by_role("link", name="Beside all others").click()
    _opened(page, "Peru beside all other states")
    first = page.get_by_role("region", name="All states").get_by_role("row").nth(1)
    same, n, agreed = (first.get_by_role("cell").nth(at).inner_text() for at in (1, 3, 4))
    assert same == f"{round(100 * int(agreed) / int(n))}%"
    page.get_by_role("link", name="How agreement is counted").click()
    expect(page).to_have_url(f"{site}/methods#measures")
    expect(page.locator("#measures")).to_be_in_viewport()
    expect(page.locator("#measures")).to_contain_text("Lijphart")


def test_a_developer_asks_the_api_and_subscribes_to_a_feed(watched, site):
    page = watched.page
    page.goto(site)
    page.get_by_role("contentinfo").get_by_role("link", name="For programs: the API").click()
    address = page.locator("details.address", has_text="GET /v1/states/{state}/{year}")
    address.locator("summary").click()
    address.get_by_role("link").first.click()
    expect(page).to_have_url(f"{site}/v1/states/kazakhstan/2014")
    answer = json.loads(page.locator("pre").inner_text())
    assert set(answer) == {"data", "about", "meta", "links"}
    sentence = answer["data"]["sentences"][0]["text"]
    page.goto(site + answer["links"]["page"])
    expect(page.locator("main .said").first).to_have_text(sentence)
    page.get_by_role("contentinfo").get_by_role("link", name="Feeds").click()
    page.locator("section", has=page.get_by_role("heading", name="States")).get_by_role("link", name="Ethiopia").click()
    expect(page).to_have_url(f"{site}/feeds/states/ethiopia.atom")
    expect(page.locator("body")).to_contain_text("Ethiopia on record")
    page.go_back()
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Guide").click()
    page.get_by_role("link", name="For developers: start in five minutes").click()
    _opened(page, "For developers: start in five minutes")
    expect(page.locator("main")).to_contain_text("/v1/")
