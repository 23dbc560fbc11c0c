"""One state beside all others: the figures of the comparison of two, sentences with n, and what cannot be said."""

import csv
import io
import json
from datetime import date

import pytest
from fastapi.testclient import TestClient
from typer.testing import CliRunner

from onrecord.publish.cli import app
from onrecord.publish.views.agreement import AgreementAsked, agreement_of_state
from onrecord.publish.views.agreement_by import agreement_by
from onrecord.publish.views.agreement_sensitivity import agreement_sensitivity
from onrecord.publish.views.compare import comparison
from onrecord.publish.web.app import create_app
from onrecord.publish.wording import compare as wording
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary

pytestmark = pytest.mark.filterwarnings("ignore:Using `httpx` with `starlette.testclient` is deprecated")


@pytest.fixture(scope="module")
def view(record):
    return agreement_of_state(record, AgreementAsked("kazakhstan"))


@pytest.fixture(scope="module")
def site(record):
    return TestClient(create_app(record), follow_redirects=False)


def line(view, iso3):
    return next(one for one in view.others if one.state.iso3 == iso3)


def test_without_words_it_is_the_assembly_over_the_last_ten_years_covered(view) -> None:
    assert (view.body, view.first_year, view.last_year, view.usual) == ("GA", 2010, 2020, True)
    assert view.page == "/agreement/kazakhstan"
    assert view.last == date(2020, 1, 14)


@pytest.mark.parametrize(("a", "b", "body", "year"), [("CUB", "BRA", "HRC", 2018), ("FRA", "SSD", "GA", 2012)])
def test_the_figures_are_those_of_two_states_compared(record, a, b, body, year) -> None:
    found = line(agreement_of_state(record, AgreementAsked(a, body, year, year)), b)
    what = wording.ALL if body == "HRC" else wording.ASSEMBLY
    (expected,) = [one for one in comparison(record, a, b, year).agreement if one.what == what]
    names = ("could", "n", "same", "one_step", "opposite", "absent", "unknown", "doubtful", "identical_share")
    assert [getattr(found, name) for name in names] == [getattr(expected, name) for name in names]
    assert found.n > 0


def test_both_ways_round_a_pair_is_the_same(record, view) -> None:
    other = line(agreement_of_state(record, AgreementAsked("JPN")), "KAZ")
    mine = line(view, "JPN")
    assert (mine.n, mine.same, mine.three_point) == (other.n, other.same, other.three_point)


def test_the_nearest_come_first_and_are_the_ones_said(view) -> None:
    shares = [one.identical_share for one in view.others if one.identical_share is not None]
    assert shares == sorted(shares, reverse=True)
    said = view.sentences[0].text
    for one in (*view.others[:3], *view.others[-3:]):
        assert f"{one.state.running_name} (" in said
        assert f"per cent of {one.n:,})" in said
    assert "from 26 February 2010 to 14 January 2020" in said
    assert view.sentences[0].n == view.n == 927
    assert view.sentences[0].scope.startswith("recorded votes")


def test_states_are_counted_as_states(view) -> None:
    compared = view.sentences[1]
    assert compared.n == len(view.others) + len(view.never_open)
    assert compared.scope == "other states that were members of the United Nations in these years"


def test_every_member_of_the_un_is_there_and_none_twice(record) -> None:
    found = agreement_of_state(record, AgreementAsked("KAZ", "HRC"))
    codes = [one.state.iso3 for one in found.others] + [one.iso3 for one in found.never_open]
    assert len(codes) == len(set(codes)) == 192
    assert "with 65 a share is given" in found.sentences[1].text


def test_no_share_under_the_minimum(record) -> None:
    found = agreement_of_state(record, AgreementAsked("Yugoslavia", "GA", 2001, 2003))
    few = [one for one in found.others if one.n < found.minimum]
    assert few
    assert all(one.identical_share is None and one.three_point is None for one in few)


def test_a_state_without_a_vote_is_told_so(record) -> None:
    found = agreement_of_state(record, AgreementAsked("State of Palestine"))
    assert (found.n, found.others, found.never_open) == (0, (), ())
    assert "could take part in no recorded vote of the General Assembly" in found.sentences[0].text


def test_as_of_a_day_the_years_end_there(record) -> None:
    then = agreement_of_state(Record(record.folder, date(2012, 6, 30)), AgreementAsked("NOR"))
    assert (then.first_year, then.last_year) == (2002, 2012)
    assert then.last is not None
    assert then.last <= date(2012, 6, 30)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (AgreementAsked("Atlantis"), "state"),
        (AgreementAsked("KAZ", "SC"), "body"),
        (AgreementAsked("KAZ", "GA", 1930), "year"),
        (AgreementAsked("KAZ", "GA", 2015, 2010), "years"),
        (AgreementAsked("KAZ", "HRC", 2006, 2050), "year"),
    ],
)
def test_what_the_record_does_not_know_is_named(record, asked, expected) -> None:
    with pytest.raises(NotInVocabulary) as error:
        agreement_of_state(record, asked)
    assert error.value.noun == expected


def test_page_twin_csv_and_command_show_the_same(site, record) -> None:
    twin = site.get("/agreement/denmark.json?body=HRC&from=2019&to=2021").json()
    page = site.get("/agreement/denmark?body=HRC&from=2019&to=2021")
    ran = CliRunner().invoke(app, ["agreement", "DNK", "--body", "HRC", "--from", "2019", "--to", "2021", "--json"])
    assert json.loads(ran.stdout) == twin
    assert twin["sentences"][0]["text"] in page.text
    assert "/charts/agreement/denmark,HRC,2019-2021.svg" in page.text
    rows = list(csv.DictReader(io.StringIO(site.get("/agreement/denmark.csv?body=HRC&from=2019&to=2021").text)))
    assert [int(row["same"]) for row in rows] == [one["same"] for one in twin["others"]]


def test_text_names_what_is_not_known(record) -> None:
    ran = CliRunner().invoke(app, ["agreement", "PER"])
    assert ran.exit_code == 0
    assert "Its absences are not" in " ".join(ran.stdout.split())


def test_another_way_to_write_the_name_leads_to_the_page_with_its_years(site) -> None:
    moved = site.get("/agreement/KEN?body=HRC&from=2019")
    assert (moved.status_code, moved.headers["location"]) == (308, "/agreement/kenya?body=HRC&from=2019")


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/agreement/atlantis", 404),
        ("/agreement/kenya?from=soon", 422),
        ("/agreement/kenya?body=league", 422),
        ("/agreement/kenya?from=2019&to=2012", 422),
        ("/agreement/palestine", 200),
    ],
)
def test_bad_words_are_answered_in_words(site, address, status) -> None:
    answer = site.get(address)
    assert answer.status_code == status
    assert "<h1>" in answer.text


def test_the_state_page_leads_to_it(site) -> None:
    assert 'href="/agreement/kenya"' in site.get("/states/kenya").text


def test_rows_of_the_csv_stand_alone(site) -> None:
    text = site.get("/agreement/tuvalu.csv?body=GA&from=2015&to=2016").text
    row = next(csv.DictReader(io.StringIO(text)))
    assert (row["iso3"], row["body"], row["first_year"], row["last_year"]) == ("TUV", "GA", "2015", "2016")


@pytest.mark.parametrize("method", ["three-point", "s", "pi", "kappa", "coincidence", "coincidence-2017"])
def test_by_another_method_order_and_words_are_its_own(record, method) -> None:
    found = agreement_of_state(record, AgreementAsked("CUB", "HRC", 2012, 2016, method))
    figures = [one.agreement for one in found.others if one.agreement is not None]
    assert figures == sorted(figures, reverse=True)
    assert found.method.label in found.sentences[0].text
    assert found.method.formula in found.sentences[0].scope
    bounds = [
        (one.low, one.agreement, one.high)
        for one in found.others
        if one.low is not None and one.agreement is not None and one.high is not None
    ]
    assert bounds
    assert all(low <= figure + 1e-9 and figure <= high + 1e-9 for low, figure, high in bounds)
    assert f"method={method}" in found.page


def test_intervals_say_what_was_drawn_and_are_not_given_for_few_sessions(record, view) -> None:
    assert (view.interval.drawn, view.interval.level) == ("sessions", 0.95)
    nearest = view.others[0]
    assert nearest.low < nearest.agreement < nearest.high
    year = agreement_of_state(record, AgreementAsked("KEN", "HRC", 2016, 2016))
    assert year.interval.drawn == "roll calls"
    sessions = agreement_of_state(record, AgreementAsked("KEN", "HRC", 2016, 2016, drawn="sessions"))
    assert {one.low for one in sessions.others} == {None}
    with pytest.raises(NotInVocabulary):
        agreement_of_state(record, AgreementAsked("KEN", drawn="decades"))


def test_narrowed_votes_are_said_in_the_words_and_the_address(record) -> None:
    found = agreement_of_state(record, AgreementAsked("BRA", "HRC", 2017, 2026, items=("4",), kinds=("resolution",)))
    assert "(agenda item 4; kind of text: resolution)" in found.sentences[0].text
    assert "item=4" in found.page
    assert not found.plain
    assert 0 < found.n < agreement_of_state(record, AgreementAsked("BRA", "HRC", 2017, 2026)).n


def test_the_page_says_where_another_count_changes_who_is_nearest(record) -> None:
    """Kazakhstan in the Council: absences and amendments move who stands at an end, and the words say so."""
    found = agreement_of_state(record, AgreementAsked("KAZ", "HRC", 2016, 2026))
    said = {one.text.partition(",")[0].partition(" (")[0]: one for one in found.sentences[2:]}
    assert "instead of" in said["If an absence counted as an abstention"].text
    assert "instead of" in said["If amendments were left out"].text
    assert all(one.n for one in said.values())


def test_part_by_part_the_parts_are_the_votes_narrowed_to_them(record) -> None:
    asked = AgreementAsked("RUS", "HRC", 2014, 2016)
    parts = agreement_by(record, asked, "years", "CHN")
    for part in parts.parts:
        year = int(part.part)
        alone = agreement_of_state(record, AgreementAsked("RUS", "HRC", year, year))
        other = line(alone, "CHN")
        assert part.n == alone.n
        assert [(one.agreement, one.counted) for one in part.others] == [(other.agreement, other.counted)]
    assert sum(part.n for part in parts.parts) == parts.n


@pytest.mark.parametrize("by", ["item", "situation", "kind"])
def test_every_vote_stands_in_a_part(record, by) -> None:
    found = agreement_by(record, AgreementAsked("IND", "HRC", 2014, 2015), by)
    assert sum(part.n for part in found.parts) >= found.n
    assert len({part.label for part in found.parts}) == len(found.parts) > 1


def test_sensitivity_ranks_every_state_in_every_other_way(record) -> None:
    found = agreement_sensitivity(record, AgreementAsked("KAZ", "HRC", 2016, 2026))
    assert len(found.variants) == 10
    assert "depends on how the ranking is made" in found.sentences[0].text
    kappa = next(one for one in found.variants if one.name == "kappa")
    assert kappa.n == len(kappa.moves)
    assert kappa.tau is not None
    assert -1 <= kappa.tau <= 1
    assert abs(kappa.moves[0].asked - kappa.moves[0].changed) >= abs(kappa.moves[-1].asked - kappa.moves[-1].changed)


@pytest.mark.parametrize("more", [["--by", "kind"], ["--sensitivity"], ["--method", "kappa"], ["--item", "4"]])
def test_each_way_has_text_json_and_csv(built, more) -> None:
    asked = ["agreement", "GHA", "--body", "HRC", "--from", "2015", "--to", "2017", "--record", str(built), *more]
    text, twin, rows = (CliRunner().invoke(app, [*asked, *form]) for form in ([], ["--json"], ["--csv"]))
    assert (text.exit_code, twin.exit_code, rows.exit_code) == (0, 0, 0)
    assert "Method: " in text.stdout
    assert json.loads(twin.stdout)["method"]["source"]
    assert len(list(csv.DictReader(io.StringIO(rows.stdout)))) > 40


def test_beside_one_state_needs_parts() -> None:
    assert CliRunner().invoke(app, ["agreement", "GHA", "--with", "KEN"]).exit_code == 2
