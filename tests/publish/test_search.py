"""The search: exact names in any language first, every kind of thing, near spellings offered and never taken."""

import pytest

from onrecord.publish.views.search import KINDS, search
from onrecord.publish.web.app import create_app
from onrecord.vocabulary.errors import NotInVocabulary

pytestmark = pytest.mark.filterwarnings("ignore:Using `httpx` with `starlette.testclient` is deprecated")


@pytest.fixture(scope="module")
def client(record):
    from starlette.testclient import TestClient

    with TestClient(create_app(record), follow_redirects=False) as one:
        yield one


@pytest.mark.parametrize(
    ("words", "page"),
    [
        ("Kazakhstan", "/states/kazakhstan"),
        ("Kazakstan", "/states/kazakhstan"),
        ("Казахстан", "/states/kazakhstan"),
        ("كازاخستان", "/states/kazakhstan"),
        ("哈萨克斯坦", "/states/kazakhstan"),
        ("Brésil", "/states/brazil"),
        ("Alemania", "/states/germany"),
        ("Cote d'Ivoire", "/states/cote-divoire"),
        ("Burma", "/states/myanmar"),
        ("Kirgizstan", "/states/kyrgyzstan"),
        ("Norwegian", "/states/norway"),
        ("FRA", "/states/france"),
        ("566", "/states/nigeria"),
        ("25/1", "/votes/A-HRC-RES-25-1"),
        ("A/HRC/RES/S-21/1", "/votes/A-HRC-RES-S-21-1"),
        ("CAT", "/treaties/instruments/CAT"),
        ("iccpr op1", "/treaties/instruments/ICCPR-OP1"),
        ("pledges of Nigeria", "/pledges/nigeria"),
        ("Brazil treaties", "/treaties/brazil"),
        ("France 2016", "/states/france/2016"),
        ("election 2012", "/elections/2012-11-12"),
        ("compare Norway and Sweden", "/compare?a=norway&b=sweden"),
        ("Chile vs Peru", "/compare?a=chile&b=peru"),
    ],
)
def test_words_that_name_one_page_name_it(record, client, words, page):
    found = search(record, words)
    assert found.exact == page
    assert found.suggestions == ()
    assert client.get(page).status_code == 200
    assert client.get("/search", params={"q": words}).headers["location"] == page


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("Phillipines", "Philippines"),
        ("Kasachstan", "Kazakhstan"),
        ("Afgahnistan treaties", "Afghanistan treaties"),
        ("pledges of Phillipines", "pledges of Philippines"),
        ("arbitary detension", "arbitrary detention"),
        ("freedom of religon", "freedom of religion"),
    ],
)
def test_a_near_spelling_is_offered_and_not_taken(record, client, words, meant):
    found = search(record, words)
    assert found.exact is None
    assert meant in [one.words for one in found.suggestions]
    assert not any(n for _, n in found.counts)
    page = client.get("/search", params={"q": words})
    assert page.status_code == 200
    assert "Did you mean" in page.text
    assert any(n for _, n in search(record, meant).counts)


@pytest.mark.parametrize("words", ["Niger", "Dominica", "Iran", "Georgia", "xinjiang", "torture", "S-21"])
def test_what_is_exact_suggests_nothing_else(record, words):
    assert search(record, words).suggestions == ()


def test_a_name_of_two_states_gives_both_and_names_no_page(record):
    found = search(record, "Congo")
    assert {"COD", "COG"} <= {state.iso3 for state in found.states}
    assert found.exact is None


@pytest.mark.parametrize(
    ("words", "field", "page"),
    [
        ("syria", "situations", "/situations/syria"),
        ("syria", "special_sessions", "/special-sessions/S-19"),
        ("21st special session", "special_sessions", "/special-sessions/S-21"),
        ("rohingya", "special_sessions", "/special-sessions/S-27"),
        ("21st special session", "sessions", "/sessions/S-21"),
        ("joint statement xinjiang", "joint_statements", "/joint-statements/CHN-2023-UNGA3-51"),
        ("convention against torture", "treaties", "/treaties/instruments/CAT"),
        ("elections", "elections", "/elections/2012-11-12"),
        ("Kazakhstan election", "elections", "/elections/2021-10-14"),
        ("syria 2014", "pages", "/states/syria/2014"),
        ("syria 2014", "pages", "/votes?situation=syria&year=2014"),
        ("Brazil votes", "pages", "/votes?state=brazil"),
        ("methods", "pages", "/methods"),
    ],
)
def test_every_kind_of_thing_is_found_and_its_page_is_there(record, client, words, field, page):
    found = [one.page for one in getattr(search(record, words, limit=30), field)]
    assert page in found
    assert client.get(page).status_code == 200


def test_a_state_that_is_a_situation_too_is_not_chosen_for_the_reader(record):
    assert search(record, "syria votes").exact is None
    assert search(record, "syria 2014").exact is None


def test_counts_say_how_many_there_are_and_one_kind_gives_them(record, client):
    few = search(record, "xinjiang", limit=4)
    n = dict(few.counts)["joint-statements"]
    assert len(few.joint_statements) == 4 < n
    whole = client.get("/search.json?q=xinjiang&kind=joint-statements").json()
    assert len(whole["joint_statements"]) == n
    assert whole["texts"] == []
    assert whole["kind"] == "joint-statements"
    assert few.texts_n == dict(few.counts)["texts"]
    assert "All of them" in client.get("/search?q=xinjiang&kind=all").text or n <= 12


def test_words_of_a_title_are_found_by_their_beginnings(record):
    assert search(record, "arbitr deten").texts_n == search(record, "deten arbitr").texts_n > 0
    assert search(record, "eastern ghouta").texts


def test_kinds_and_empty_searches(record, client):
    assert search(record, " \0 ").counts == ()
    with pytest.raises(NotInVocabulary, match="kind"):
        search(record, "syria", kind="everything")
    assert client.get("/search?q=syria&kind=everything").status_code == 422
    nothing = client.get("/search?q=zzzzzz").text
    assert "Nothing in the record fits" in nothing
    assert "/data#coverage" in nothing
    for kind in KINDS:
        assert client.get(f"/search?q=syria&kind={kind}").status_code == 200


@pytest.mark.parametrize("words", ["'", "%", "\\", "🙂", "a" * 199, "()[]{}*+?", "\u202e", "2014 2014", "of", "vs"])
def test_odd_words_find_what_they_find_and_break_nothing(record, client, words):
    search(record, words)
    assert client.get("/search", params={"q": words, "kind": "all"}).status_code == 200
