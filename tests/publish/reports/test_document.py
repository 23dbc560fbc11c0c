"""What reports say: the sentences and figures of the views, each with a footnote, and what is not known as such."""

import re
from datetime import date

import pytest

from onrecord.publish.reports.candidate_brief import candidate_brief
from onrecord.publish.reports.document import (
    Bullets,
    Document,
    Finding,
    Paragraph,
    Picture,
    Section,
    Table,
    Words,
    numbered,
)
from onrecord.publish.reports.letter import letter
from onrecord.publish.reports.term_report import term_report
from onrecord.publish.views.elections import election_record
from onrecord.publish.views.pledges import pledges_of_state
from onrecord.publish.views.state_year import state_year
from onrecord.publish.views.treaties import treaties_of_state
from onrecord.publish.views.upr import upr_of_state
from onrecord.publish.views.visits import visits_of_state
from onrecord.record.store import CouncilTerm, Record
from onrecord.vocabulary.errors import NotInVocabulary
from tests.publish.reports.conftest import TERMS, Made

EVERY = [*(" ".join(term) for term in TERMS), "brief", "letter"]
FIGURE = re.compile(r"\d")


def section(document: Document, heading: str) -> Section:
    """The part of a report under a heading."""
    return next(one for one in document.sections if one.heading == heading)


def tables(document: Document, beginning: str) -> list[Table]:
    """The tables whose caption begins with some words."""
    blocks = [block for one in document.sections for block in one.blocks]
    return [block for block in blocks if isinstance(block, Table) and block.caption.startswith(beginning)]


def row(*words: Words) -> list[str]:
    """A row of a table as its texts."""
    return [one.text for one in words]


@pytest.mark.parametrize(("state", "term"), TERMS)
def test_every_sentence_of_the_summary_is_a_sentence_of_a_view(
    record: Record, made: Made, state: str, term: str
) -> None:
    document = made(f"{state} {term}")
    first, last = (int(year) for year in term.split("-"))
    said = {s.text: s.n for year in range(first, last + 1) for s in state_year(record, state, year).sentences}
    pledges = pledges_of_state(record, state)
    if term in pledges.terms:
        said |= {s.text: s.n for s in pledges_of_state(record, state, term).sentences}
    said |= {s.text: s.n for s in (*treaties_of_state(record, state).sentences, *upr_of_state(record, state).sentences)}
    for one in {t.election_date for t in record.seats.terms(state) if isinstance(t, CouncilTerm)}:
        slates = election_record(record, one.isoformat()).slates
        said |= {c.sentence.text: c.sentence.n for slate in slates for c in slate.candidates}
    found = [block for block in section(document, "Summary").blocks if isinstance(block, Finding)]
    assert len(found) == len(section(document, "Summary").blocks) >= last - first + 2
    assert {block.sentence.text: block.sentence.n for block in found}.items() <= said.items()


@pytest.mark.parametrize("name", EVERY)
def test_whatever_has_a_figure_has_a_footnote(made: Made, name: str) -> None:
    bare = []
    for one in made(name).sections:
        if one.heading.endswith(("What is not known", "what the record does not know")):
            first, *_ = one.blocks
            assert isinstance(first, Paragraph)
            assert first.words[0].notes
            continue
        for block in one.blocks:
            match block:
                case Finding() | Picture():
                    bare += [one.heading] if not block.notes else []
                case Paragraph():
                    figures = any(FIGURE.search(w.text) for w in block.words if not w.blank)
                    bare += [block] if figures and not any(w.notes for w in block.words) else []
                case Bullets():
                    bare += [w for w in block.items if FIGURE.search(w.text) and not w.notes]
                case Table():
                    bare += [r for r in block.rows if not any(w.notes for w in r)]
    assert not bare


@pytest.mark.parametrize("name", EVERY)
def test_a_footnote_names_a_document_a_source_or_a_page(made: Made, name: str) -> None:
    for note in numbered(made(name)):
        assert note.text.strip()
        assert note.url or note.page or note.publication or note.document, note
        assert not note.page or note.page.startswith("/"), note
        assert not note.document or note.text.find(note.document) >= 0, note


@pytest.mark.parametrize(("state", "term"), TERMS)
def test_each_vote_of_the_term_stands_in_the_report_once_with_its_document(
    record: Record, made: Made, state: str, term: str
) -> None:
    document = made(f"{state} {term}")
    first, last = (int(year) for year in term.split("-"))
    lines = [v for y in range(first, last + 1) for v in state_year(record, state, y).country_situations]
    rows = [r for table in tables(document, "Votes on country situations in") for r in table.rows]
    assert len(rows) == len(lines) > 0
    shown = {r[1].text.split(" (")[0]: r for r in rows}
    words = {"yes": "in favour", "no": "against", "abstain": "abstained", "absent": "absent", None: "not in the record"}
    for line in lines:
        if line.symbol is None:
            continue
        found = shown[line.symbol]
        assert found[4].text == words[line.position] + "†" * line.position_doubtful
        assert {note.document for note in found[1].notes} >= {line.symbol}
        if line.yes is not None:
            assert found[5].text.rstrip("†") == f"{line.yes}-{line.no}-{line.abstain}"
            assert found[5].text.endswith("†") is (line.status == "sources conflict")


def test_the_years_of_a_term_are_those_of_the_view(record: Record, made: Made) -> None:
    (table,) = tables(made("KAZ 2022-2024"), "Country situations as Votes Count takes them")
    for one, year in zip(table.rows, (2022, 2023, 2024), strict=True):
        own = next(f for f in state_year(record, "KAZ", year).figures if f.selection == "votes-count")
        assert row(*one)[2:8] == [str(n) for n in (own.n, own.yes, own.no, own.abstain, own.absent, own.unknown)]
    assert row(*table.rows[0])[:5] == ["2022", "member", "21", "1", "4"]


def test_item_7_is_apart(made: Made) -> None:
    outside = tables(made("KAZ 2013-2015"), "Votes on country situations in")
    assert {r[3].text == "7" for t in outside if "outside" in t.caption for r in t.rows} == {False}
    assert {r[3].text for t in outside if "under agenda item 7" in t.caption for r in t.rows} == {"7"}


def test_pledges_have_their_computed_status_their_reason_and_their_document(record: Record, made: Made) -> None:
    view = pledges_of_state(record, "KAZ", "2013-2015")
    (table,) = tables(made("KAZ 2013-2015"), "Each clause")
    assert len(table.rows) == view.n == 10
    for one, shown in zip(view.pledges, table.rows, strict=True):
        assert shown[0].text.startswith(one.pledge)
        assert shown[1].text.startswith(one.status)
        assert one.why in shown[2].text
        assert any(note.document == one.document for note in shown[0].notes)
    assert any(shown[1].text == "not kept; done later, on 24 March 2022" for shown in table.rows)


def test_a_term_without_pledges_in_the_record_does_not_say_that_none_was_made(made: Made) -> None:
    (block,) = section(made("MHL 2020-2022"), "What it pledged").blocks
    assert isinstance(block, Paragraph)
    assert block.words[0].text.endswith("one may have been made.")


def test_an_interrupted_term_is_one_with_both_its_parts(made: Made) -> None:
    document = made("LBY 2010-2013")
    term = next(fact.words.text for fact in document.facts if fact.label == "Term")
    assert term.startswith("19 June 2010 to 1 March 2011 (suspended")
    assert "18 November 2011 to 31 December 2013" in term
    (table,) = tables(document, "Country situations as Votes Count takes them")
    assert [r[0].text for r in table.rows] == ["2010", "2011", "2012", "2013"]
    assert table.rows[1][1].text == "member for part of the year"


def test_what_is_not_known_is_said_and_not_zero(made: Made) -> None:
    (ratings,) = tables(made("KAZ 2013-2015"), "Ratings by year")
    assert row(*ratings.rows[0])[1] == "not in the record"
    listed = section(made("KAZ 2013-2015"), "What is not known").blocks[-1]
    assert isinstance(listed, Bullets)
    assert "Decisions and President's statements adopted without a vote are not in the record." in row(*listed.items)


@pytest.mark.parametrize("asked", ["2016-2018", "2013", "", "UPR session 7", "2013-2014"])
def test_a_term_the_state_did_not_have_is_an_error_that_names_its_terms(record: Record, asked: str) -> None:
    with pytest.raises(NotInVocabulary, match="term of Kazakhstan") as error:
        term_report(record, "KAZ", asked)
    assert error.value.suggestions == ("2013-2015", "2022-2024")


@pytest.mark.parametrize(
    ("state", "asked", "name"), [("USA", "2017-2018", "2017-2019"), ("RUS", "2021–2022", "2021-2023")]
)
def test_a_term_cut_short_is_found_by_the_years_it_was_held(record: Record, state: str, asked: str, name: str) -> None:
    assert term_report(record, state, asked).page.endswith(f"/{name}")


def test_a_state_that_never_sat_has_no_report(record: Record) -> None:
    with pytest.raises(NotInVocabulary, match="the record has none"):
        term_report(record, "Tuvalu", "2013-2015")


def test_as_of_a_day_nothing_later_is_in_the_report(record: Record) -> None:
    day = date(2014, 6, 30)
    document = term_report(Record(record.folder, day), "KAZ", "2013-2015")
    assert document.known_to == day
    years = [t.caption for t in tables(document, "Votes on country situations in")]
    assert not [caption for caption in years if "2015" in caption]
    texts = [w.text for t in tables(document, "Votes on country") for r in t.rows for w in r]
    assert "A/HRC/RES/26/25" in texts
    assert "A/HRC/RES/27/16" not in texts
    (pledged,) = tables(document, "Each clause")
    assert {"open", "cannot be measured"} >= {r[1].text for r in pledged.rows} - {"partly", "kept"}


def test_a_brief_has_each_candidate_on_a_page_of_its_own(record: Record, made: Made) -> None:
    document = made("brief")
    view = election_record(record, "2021-10-14")
    names = [c.state.name for s in view.slates if s.regional_group == "EEG" for c in s.candidates]
    assert [one.heading for one in document.sections if one.new_page] == names
    said = [
        b.sentence.text for one in document.sections if one.new_page for b in one.blocks[:1] if isinstance(b, Finding)
    ]
    assert said == [c.sentence.text for s in view.slates if s.regional_group == "EEG" for c in s.candidates]


def test_a_brief_says_what_it_does_not_know_and_that_this_is_not_a_no(made: Made) -> None:
    document = made("brief")
    unanswered = [one for one in document.sections if one.heading == "Not in the record, which is not a no"]
    assert len(unanswered) == sum(one.new_page for one in document.sections)
    assert "not a no" in document.subtitle


def test_a_brief_of_one_candidate_has_that_candidate_only(record: Record) -> None:
    document = candidate_brief(record, "2012", state="Kazakhstan")
    assert [one.heading for one in document.sections if one.new_page] == ["Kazakhstan"]
    assert document.page == "/briefs/2012-11-12?state=kazakhstan"


@pytest.mark.parametrize(
    ("election", "group", "state", "noun"),
    [
        ("2015-01-01", None, None, "election"),
        ("2012", "XX", None, "regional group"),
        ("2012", "APG", "France", "candidate"),
        ("2012", None, "Narnia", "state"),
    ],
)
def test_a_brief_on_what_is_not_in_the_record_is_an_error(
    record: Record, election: str, group: str | None, state: str | None, noun: str
) -> None:
    with pytest.raises(NotInVocabulary) as error:
        candidate_brief(record, election, group, state)
    assert error.value.noun == noun


def test_a_letter_leaves_blanks_for_the_writer_and_lists_what_is_outstanding(record: Record, made: Made) -> None:
    document = made("letter")
    words = [w for one in document.sections for b in one.blocks if isinstance(b, Paragraph) for w in b.words]
    blanks = [w.text for w in words if w.blank]
    assert blanks[:4] == [
        "[name and address of your organisation]",
        "[date]",
        "[name, title and address of the addressee]",
        "[salutation]",
    ]
    treaties = section(document, "Human rights treaties").blocks[-1]
    assert isinstance(treaties, Bullets)
    listed = treaties_of_state(record, "KAZ")
    outstanding = [t.instrument for t in listed.treaties if t.status != "party"]
    assert re.findall(r"\(([A-Z-]+)\)", " ".join(w.text for w in treaties.items)) == outstanding


def test_a_letter_asks_for_the_visits_still_open(record: Record) -> None:
    asked = [r for s in ("KAZ", "RUS", "VEN", "CHN", "PAK", "EGY") for r in visits_of_state(record, s).requests]
    for one in asked:
        found = section(letter(record, one.state.iso3), "Visits by the special procedures").blocks
        said = " ".join(b.sentence.text for b in found if isinstance(b, Finding))
        assert (one.mandate in said) is (one.answered_on is None)


def test_a_letter_to_a_candidate_is_about_the_candidacy(record: Record) -> None:
    document = letter(record, "Afghanistan", election="2022-10-11")
    opening = [w.text for b in document.sections[0].blocks if isinstance(b, Paragraph) for w in b.words]
    assert "We write to you about Afghanistan and its candidacy in the election to the UN Human Rights Council of" in (
        " ".join(opening)
    )
    assert document.page == "/letters/afghanistan?election=2022-10-11"


@pytest.mark.parametrize(("term", "election", "noun"), [("1999-2001", None, "term"), (None, "2019-10-17", "candidate")])
def test_a_letter_on_what_is_not_in_the_record_is_an_error(
    record: Record, term: str | None, election: str | None, noun: str
) -> None:
    with pytest.raises(NotInVocabulary) as error:
        letter(record, "KAZ", term, election)
    assert error.value.noun == noun
