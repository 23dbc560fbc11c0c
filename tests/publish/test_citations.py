"""Citations: of any thing and any page, in every form, escaped as each form needs, with a link that stays."""

import re

import pytest

from onrecord.publish.cli import main
from onrecord.publish.views.citation import citation, cite_page, form_of, reference, written
from onrecord.publish.views.citation_forms import Form, Reference, write
from onrecord.publish.web.app import create_app
from onrecord.record.coverage_of import council_votes_span
from onrecord.vocabulary.errors import NotInVocabulary

pytestmark = pytest.mark.filterwarnings("ignore:Using `httpx` with `starlette.testclient` is deprecated")

SITE = "https://example.org"


@pytest.fixture(scope="module")
def client(record):
    from starlette.testclient import TestClient

    with TestClient(create_app(record), follow_redirects=False, base_url=SITE) as one:
        yield one


def odd(record, title: str) -> Reference:
    link = f"{SITE}/votes?words={{x}}&year=2014"
    return Reference(title, title, title, link, None, None, council_votes_span(record).last)


def test_bibtex_escapes_what_tex_reads_and_keeps_other_letters(record):
    made = write(odd(record, "50% of {A}_B & C#1 ~ ^ \\ $5, Côte d’Ivoire, Қазақстан"), Form.BIBTEX)
    assert r"50\% of \{A\}\_B \& C\#1 \textasciitilde{} \textasciicircum{} \textbackslash{} \$5" in made
    assert "Côte d’Ivoire, Қазақстан" in made
    assert "url = {https://example.org/votes?words=%7Bx%7D&year=2014}" in made
    key = re.match(r"@misc\{([^,]+),", made)
    assert key
    assert key[1].isascii()
    plain = made.replace(r"\{", "").replace(r"\}", "")
    assert plain.count("{") == plain.count("}")


def test_ris_has_one_field_a_line_and_its_own_line_ends(record):
    made = write(odd(record, "A title\nER  - \r\nTY  - BOOK\x00 and more\u2028still"), Form.RIS)
    lines = made.split("\r\n")
    assert lines[0] == "TY  - ELEC"
    assert lines[-2:] == ["ER  - ", ""]
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - .*", line) for line in lines[:-1])
    assert sum(line.startswith("TY") for line in lines) == 1
    assert "\n" not in made.replace("\r\n", "")


def test_a_position_is_cited_by_its_document_and_its_place_on_the_page(record):
    one = citation(record, "25/24/KAZ")
    made = reference(record, one, SITE)
    assert made.link == f"{SITE}/votes/A-HRC-RES-25-24#KAZ"
    assert made.document_url == "https://undocs.org/en/A/HRC/RES/25/24"
    chicago = written(record, one, Form.CHICAGO, SITE)
    assert chicago.startswith("A/HRC/RES/25/24. https://undocs.org/en/A/HRC/RES/25/24. In ")
    assert "Accessed [day of access]" in chicago
    assert "record to 31 March 2026" in chicago


def test_no_form_knows_the_day_it_is_made(record):
    from datetime import UTC, datetime

    now = datetime.now(UTC)
    for form in Form:
        text = written(record, citation(record, "ga-1971"), form, SITE)
        assert f"{now:%Y-%m-%d}" not in text
        assert f"{now:%Y/%m/%d}" not in text


def test_without_a_site_the_page_is_named_and_no_address_is_made_up(record):
    made = written(record, citation(record, "25/24"), Form.BIBTEX)
    assert "url =" not in made
    assert "onrecord /votes/A-HRC-RES-25-24" in made


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("/cite/25/24/KAZ", "/votes/A-HRC-RES-25-24#KAZ"),
        ("/cite/votes/A-HRC-RES-25-24", "/votes/A-HRC-RES-25-24"),
        ("/cite/A/HRC/RES/16/18", "/votes/A-HRC-RES-16-18"),
        ("/cite/c001", "/votes/A-HRC-RES-34-3#c001"),
        ("/cite/states/norway", "/states/norway"),
        ("/cite/states/NOR", "/states/norway"),
        ("/cite/states/brazil/2019?figure=s1", "/states/brazil/2019#s1"),
        ("/cite/votes?state=FRA&year=2015", "/votes?state=FRA&year=2015"),
        ("/cite/states/brazil?as-of=2012-01-01", "/states/brazil?as-of=2012-01-01"),
        ("/cite/index", "/"),
    ],
)
def test_anything_with_a_page_can_be_cited(client, address, link):
    twin = f"{address.partition('?')[0]}.json{address[len(address.partition('?')[0]) :]}"
    view = client.get(twin).json()
    assert view["permalink"] == f"{SITE}{link}"
    page = client.get(address)
    assert page.status_code == 200
    assert [form["form"] for form in view["forms"]] == ["text", "chicago", "bibtex", "ris"]
    for form in view["forms"]:
        file = client.get(form["file"])
        assert file.status_code == 200
        assert file.text == form["text"]
        assert f'href="{form["file"].replace("&", "&amp;")}"' in page.text
    kinds = [client.get(form["file"]).headers["content-type"].split(";")[0] for form in view["forms"]]
    assert kinds == ["text/plain", "text/plain", "application/x-bibtex", "application/x-research-info-systems"]


def test_a_figure_is_cited_with_its_n_and_scope(client):
    made = client.get("/cite/states/brazil/2019.bib?figure=s1").text
    assert "In 2019 Brazil voted in favour of" in made
    assert re.search(r"\(n = \d+; Texts that concern a state", made)


@pytest.mark.parametrize("address", ["/states/ghana", "/votes/A-HRC-RES-16-18", "/elections/2012-11-12", "/upr/peru"])
def test_pages_offer_their_citation_as_files_without_scripts(client, address):
    text = client.get(address).text
    for suffix in (".bib", ".ris", ".chicago.txt"):
        assert f'href="/cite{address}{suffix}"' in text
        assert client.get(f"/cite{address}{suffix}").status_code == 200


@pytest.mark.parametrize(
    "address",
    ["/cite/nope", "/cite/99/99/KAZ", "/cite/25/24/XXX", "/cite/cite/states/ghana", "/cite/states/nowhere.bib",
     "/cite/embed/states/ghana", "/cite/states/ghana?figure=none", "/cite/%00", "/cite//evil.example",
     "/cite/" + "cite/" * 500],
)  # fmt: skip
def test_what_cannot_be_cited_is_said_in_words(client, address):
    response = client.get(address)
    assert response.status_code == 404
    assert "Traceback" not in response.text


def test_the_address_of_a_citation_keeps_the_query():
    assert cite_page("/votes?state=KAZ", ".bib") == "/cite/votes.bib?state=KAZ"
    assert cite_page("/", ".ris") == "/cite/index.ris"
    assert cite_page("/states/ghana#s1", figure="s1") == "/cite/states/ghana?figure=s1"


def test_forms_by_name():
    assert form_of(" BibTeX ") is Form.BIBTEX
    with pytest.raises(NotInVocabulary, match="text, chicago, bibtex, ris"):
        form_of("endnote")


@pytest.mark.parametrize(
    ("form", "begins"), [("bibtex", "@misc{onrecord-"), ("ris", "TY  - ELEC"), ("chicago", "A/HRC")]
)
def test_the_command_writes_the_forms(monkeypatch, capsys, form, begins):
    monkeypatch.setattr("sys.argv", ["onrecord", "cite", "16/18", "--format", form, "--site", SITE])
    with pytest.raises(SystemExit):
        main()
    out = capsys.readouterr().out
    assert out.startswith(begins)
    assert f"{SITE}/votes/A-HRC-RES-16-18" in out
