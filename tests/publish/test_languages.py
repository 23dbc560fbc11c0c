"""The site in six languages: every page answers in each, says which it is in, and shows what is not translated."""

import json
import re
from datetime import date

import pytest

from onrecord.publish.languages.dates import partial_day, short_day
from onrecord.publish.languages.language import Language, speaking
from onrecord.publish.languages.messages import CATALOGUES, held, languages, messages, translated, updated, written
from onrecord.publish.languages.nouns import COUNTED
from onrecord.publish.languages.quantities import decimal, percent, plural, points
from onrecord.publish.languages.state_names import name_order, state_name
from onrecord.publish.languages.words import ENGLISH_FROM, ENGLISH_TO, gettext, ngettext, unmarked, whole
from onrecord.publish.languages.writing import day
from onrecord.publish.views.shared import state_head
from onrecord.publish.web import templating
from onrecord.publish.web.app import create_app
from onrecord.publish.web.marking import marked

pytestmark = pytest.mark.filterwarnings("ignore:Using `httpx` with `starlette.testclient` is deprecated")

PAGES = (
    "/", "/states", "/states/brazil", "/states/brazil/2014", "/states/tuvalu", "/states/yugoslavia", "/situations",
    "/situations/syria", "/situations/palestine", "/sessions", "/sessions/25", "/sessions/S-21", "/votes",
    "/votes?state=Peru&position=no", "/votes?body=GA&state=Peru", "/votes?words=zzzz", "/votes/A-HRC-RES-25-1",
    "/votes/A-HRC-32-L.36", "/votes/ga-1971", "/elections", "/elections/2012-11-12", "/scorecards",
    "/scorecards?election=2023-10-10&group=GRULAC", "/treaties", "/treaties?region=AG", "/treaties/peru",
    "/treaties/instruments/CAT", "/pledges", "/pledges/kazakhstan", "/upr", "/upr/peru",
    "/upr/recommendations?state=Peru", "/visits", "/visits/turkmenistan", "/standing/hungary", "/joint-statements",
    "/joint-statements?state=france&situation=china", "/special-sessions", "/special-sessions/S-17",
    "/sponsorships", "/sponsorships?state=kazakhstan", "/self-reports", "/self-reports/kazakhstan", "/compare",
    "/compare?a=france&b=china&year=2014", "/data", "/data?rule=direction", "/methods", "/check", "/charts",
    "/charts/voting-record/norway", "/council/2014", "/path/peru", "/agreement/map", "/agreement/peru?body=HRC",
    "/blocs?from=2014&to=2014", "/outvoted", "/groups/EU", "/moves?from=2013&to=2015", "/turns",
    "/search?q=water", "/states/peru?as-of=2015-01-01",
)  # fmt: skip
"""A page of every type, of several states and days."""

PROBLEMS = {"/states/nowhere": 404, "/votes?position=maybe": 422, "/nothing-here": 404}


@pytest.fixture(scope="module")
def app(record):
    return create_app(record)


@pytest.fixture(scope="module")
def client(app):
    # imported here, where the filter above holds: starlette warns at import of the httpx it is given
    from starlette.testclient import TestClient

    with TestClient(app) as one:
        yield one


@pytest.fixture(scope="module")
def wanted(record):
    """Every message of the site as it is now."""
    return messages(record)


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("address", PAGES)
def test_a_page_answers_in_the_language_of_its_address(client, address, language):
    response = client.get(f"{language.prefix}{address}")
    assert response.status_code == 200
    assert response.headers["content-language"] == language.value
    assert f'<html lang="{language}" dir="{language.direction}">' in response.text
    assert ENGLISH_FROM not in response.text
    assert ENGLISH_TO not in response.text
    assert response.text.count("<span") == response.text.count("</span>")


@pytest.mark.parametrize("address", PAGES)
def test_the_links_of_a_page_stay_in_its_language(client, address):
    text = client.get(f"/ru{address}").text
    own = re.findall(r'(?<!data-as-is )(?<= )(?:href|action|data-hx-get|data-link)="(/[^"]*)"', text)
    astray = [link for link in own if not re.match(r"/ru(/|$)|/static/", link)]
    assert own
    assert astray == []


@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_offered_in_every_other_language_with_its_query(client, address):
    text = client.get(f"/es{address}").text
    words = address.partition("?")[2].replace("&", "&amp;")
    for other in Language:
        nav = re.findall(rf'<a lang="{other}" hreflang="{other}"[^>]* data-as-is href="([^"]*)"', text)
        assert len(nav) == 2
        assert all(link.startswith(f"{other.prefix}/") and link.endswith(f"?{words}" if words else "") for link in nav)
    assert len(re.findall(r'aria-current="true"', text)) >= 2


@pytest.mark.parametrize("address", PAGES)
def test_english_pages_carry_no_marks_of_english(client, address):
    text = client.get(address).text
    assert '<span lang="en"' not in text
    assert "in-english" not in text
    assert ENGLISH_FROM not in text


@pytest.mark.parametrize("address", ["/blocs?from=2012&to=2012", "/moves?from=2011&to=2012", "/path/angola"])
def test_what_is_worked_out_once_is_kept_in_no_language_but_its_own(client, address):
    assert client.get(f"/ru{address}").status_code == 200
    text = client.get(address).text
    assert ENGLISH_FROM not in text
    assert not re.search("[а-я]{4}", re.sub(r"<nav.*?</nav>", "", text, flags=re.DOTALL))


@pytest.mark.parametrize("language", languages())
def test_problems_are_said_in_the_language_too(client, language):
    for address, status in PROBLEMS.items():
        response = client.get(f"{language.prefix}{address}")
        assert response.status_code == status
        assert f'<html lang="{language}"' in response.text


def test_twins_answer_in_the_language_of_their_address(client):
    for address in ("/states/brazil", "/votes", "/situations/syria", "/upr/peru", "/elections/2012-11-12"):
        twin = json.loads(client.get(f"/fr{address}.json").text)
        assert twin["page"].startswith("/") if "page" in twin else twin
    assert json.loads(client.get("/fr/states/brazil.json").text)["state"]["name"] == "Brésil"
    assert json.loads(client.get("/states/brazil.json").text)["state"]["name"] == "Brazil"


def test_the_language_moved_to_stays_with_the_address(client):
    response = client.get("/ar/states/BRA", follow_redirects=False)
    assert response.headers["location"] == "/ar/states/brazil"


def test_no_language_is_chosen_for_a_reader(client):
    text = client.get("/states/brazil", headers={"Accept-Language": "fr"}).text
    assert '<html lang="en"' in text


@pytest.mark.parametrize("language", languages())
def test_a_catalogue_holds_todays_messages_and_no_others(language, wanted):
    path = CATALOGUES / f"{language}.po"
    assert path.read_bytes() == written(language, updated(language, wanted)), "run make catalogues"


@pytest.mark.parametrize("language", languages())
def test_no_translation_is_a_guess(language):
    assert [message.id for message in held(language) if message.id and message.fuzzy] == []


@pytest.mark.parametrize("language", languages())
def test_a_translation_is_whole_in_all_its_plural_forms(language):
    catalogue = held(language)
    for message in catalogue:
        if isinstance(message.string, tuple | list) and any(message.string):
            assert whole(message.string), message.id
            assert len(message.string) == catalogue.num_plurals, message.id


NAMES = re.compile(r"%\(\w+\)s|(?<!\{)\{\w+\}")
TAGS = re.compile(r"<[^>]+>")


def _forms(string):
    return [string] if isinstance(string, str) else list(string)


@pytest.mark.parametrize("language", languages())
def test_a_translation_keeps_the_names_and_tags_of_its_message(language):
    wrong = []
    for message in held(language):
        if not message.id or not whole(message.string):
            continue
        source = _forms(message.id)[-1]
        for form in _forms(message.string):
            names, kept = set(NAMES.findall(source)), set(NAMES.findall(form))
            # a form for one thing may leave out the number, as the English one does
            counted = names - set(NAMES.findall(_forms(message.id)[0])) | {"{n}", "%(n)s", "%(num)s"}
            counted = counted if len(_forms(message.id)) > 1 else set()
            if kept - names or (names - kept) - counted or sorted(TAGS.findall(form)) != sorted(TAGS.findall(source)):
                wrong.append((message.id, form))
    assert wrong == []


@pytest.mark.parametrize("language", languages())
def test_a_translation_can_be_filled_in(language):
    for message in held(language):
        if not message.id or not whole(message.string):
            continue
        for form in _forms(message.string):
            if "%(" in _forms(message.id)[0] or "%%" in _forms(message.id)[0]:
                assert form % dict.fromkeys(re.findall(r"%\((\w+)\)s", form), "x"), message.id


def test_how_much_of_each_language_is_translated(capsys):
    with capsys.disabled():
        for language in languages():
            done, of = translated(held(language))
            assert 0 <= done <= of
            print(f"\n{language}: {done} of {of} messages", end="")


def test_every_word_shown_as_a_term_is_in_the_catalogues(record, wanted, monkeypatch):
    from starlette.testclient import TestClient

    shown = set()

    def listening(words):
        shown.update([str(words)] if words else [])
        return templating.term(words)

    monkeypatch.setitem(templating._FILTERS, "term", listening)
    with TestClient(create_app(record)) as one:
        for address in (*PAGES, *PROBLEMS):
            one.get(address)
    assert len(shown) > 300
    assert {words for words in shown if words not in wanted} == set()


def test_every_noun_that_a_template_counts_has_its_plural():
    names = {
        noun
        for path in (CATALOGUES.parent.parent / "web" / "templates").glob("*.html")
        for noun in re.findall(r"plural\('([^']+)'\)", path.read_text())
    }
    assert names <= set(COUNTED)
    assert {"vote", "amendment or motion"} <= names


def test_what_is_not_translated_is_english_and_marked(monkeypatch):
    with speaking(Language.FR):
        assert gettext("a word no catalogue has") == f"{ENGLISH_FROM}a word no catalogue has{ENGLISH_TO}"
        assert ngettext("{n} odd thing", "{n} odd things", 2) == f"{ENGLISH_FROM}{{n}} odd things{ENGLISH_TO}"
        assert unmarked(gettext("a word no catalogue has")) == "a word no catalogue has"
    assert gettext("a word no catalogue has") == "a word no catalogue has"


def test_marks_become_elements_where_one_can_stand_and_nothing_elsewhere():
    a, b, c = (f"{ENGLISH_FROM}{letter}{ENGLISH_TO}" for letter in "Abc")
    page = f'<title>{a}</title><option value="{b}"><option>{b}</option><a title="{b}">{c}</a>'
    assert (
        marked(page, Language.RU, None)
        == '<title>A</title><option value="b"><option>b</option><a title="b"><span lang="en" dir="ltr">c</span></a>'
    )


def test_the_note_on_english_words_is_there_only_where_there_are_some():
    note = '<p class="in in-english" role="note">x</p>'
    assert marked(f"{note}<p>да</p>", Language.RU, None) == "<p>да</p>"
    assert note in marked(f"{note}<p>{ENGLISH_FROM}yes{ENGLISH_TO}</p>", Language.RU, None)


@pytest.mark.parametrize(
    ("language", "long", "short", "month", "partial"),
    [
        (Language.EN, "28 March 2014", "28 Mar 2014", "Mar 2014", "14 Jul 2011 to 15 Jul 2011"),
        (Language.FR, "28 mars 2014", "28 mars 2014", "mars 2014", None),
        (Language.ES, "28 de marzo de 2014", "28 mar 2014", "mar 2014", None),
        (Language.RU, "28 марта 2014 г.", "28 мар. 2014 г.", "март 2014 г.", None),
        (Language.AR, "28 مارس 2014", "28 مارس 2014", "مارس 2014", None),
        (Language.ZH, "2014年3月28日", "2014年3月28日", "2014年3月", None),
    ],
)
def test_days_are_written_as_the_language_writes_them(language, long, short, month, partial):
    value = date(2014, 3, 28)
    with speaking(language):
        plain = [text.replace("\u202f", " ").replace("\xa0", " ") for text in (day(value), short_day(value))]
        assert plain == [long, short]
        assert short_day(value, "month").replace("\u202f", " ").replace("\xa0", " ") == month
        if partial:
            assert partial_day("2011-07-14/2011-07-15") == partial
        assert partial_day("2014") == "2014"


def test_shares_and_counts_are_written_as_the_language_writes_them():
    assert (percent(0.125), percent(None), points(-0.1)) == ("13%", "–", "−10 points")
    assert (plural(1, "text"), plural(1054, "vote")) == ("1 text", "1,054 votes")
    with speaking(Language.FR):
        assert percent(0.125).replace("\u202f", " ").replace("\xa0", " ") == "13 %"
        assert "1\u202f054" in unmarked(plural(1054, "vote"))


def test_a_sign_stands_before_its_number_also_where_words_run_to_the_left():
    for language, point in ((Language.EN, "."), (Language.FR, ","), (Language.ZH, ".")):
        with speaking(language):
            assert (decimal(-1.07), decimal(-0.001), decimal(1.07)) == (f"−1{point}07", f"0{point}00", f"1{point}07")
            assert points(-0.05).startswith("−5")
    with speaking(Language.AR):
        # The mark holds the sign to the left of its digits between Arabic words.
        assert (decimal(-1.07), decimal(-0.001), decimal(1.07)) == ("\u200e−1.07", "0.00", "1.07")
        assert "\u200e−5" in points(-0.05)
        assert "\u200e+5" in points(0.05)


def test_a_state_has_its_name_in_the_language_under_its_name_of_the_day(record):
    swaziland = record.gazetteer.resolve("Eswatini")
    with speaking(Language.ES):
        assert state_name(record.gazetteer, "BRA") == "Brasil"
        assert state_name(record.gazetteer, swaziland.iso3) == "Esuatini"
        assert state_name(record.gazetteer, swaziland.iso3, date(2010, 1, 1)) == f"{ENGLISH_FROM}Swaziland{ENGLISH_TO}"
        assert state_head(record, record.gazetteer.resolve("Peru")).page == "/states/peru"
    assert state_name(record.gazetteer, swaziland.iso3, date(2010, 1, 1)) == "Swaziland"


def test_names_are_in_order_without_accents_in_other_languages():
    with speaking(Language.FR):
        aden = f"{ENGLISH_FROM}Aden{ENGLISH_TO}"
        names = ["Zambie", "Émirats arabes unis", "Fidji", aden]
        assert sorted(names, key=name_order) == [aden, "Émirats arabes unis", "Fidji", "Zambie"]
    assert sorted(["Zambia", "Åland", "Fiji"], key=name_order) == ["Fiji", "Zambia", "Åland"]
