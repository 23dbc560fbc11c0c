"""The first pages of a report: symbol, dates, state under review, session."""

from datetime import date

import pytest

from onrecord.record.store import Record
from onrecord.sources.printed.lines import Line
from onrecord.sources.upr.masthead import TITLED_WITHIN, is_titled, masthead, ordinal
from onrecord.vocabulary.statements import WhyLeft

FIRST_PAGE = (
    *("United Nations A/HRC/14/10/Add.1", "Distr.: General", "1 June 2010", "Original: English"),
    *("Human Rights Council", "Universal Periodic Review", "Report of the Working Group on the Universal Periodic"),
    *("Review*", "United Kingdom of Great Britain and", "Northern Ireland", "Addendum"),
    "1. The Working Group held its forty-first session from 7 to 18 November 2022.",
    "The review of the United Kingdom was held at the 9th meeting, on 10 November 2022.",
)


def lines(*texts: str) -> list[Line]:
    return [Line(text, row) for row, text in enumerate(texts, start=1)]


def test_a_first_page_is_read_whole(record: Record) -> None:
    found = masthead(lines(*FIRST_PAGE), record.gazetteer)
    assert (found.symbol, found.report) == ("A/HRC/14/10/Add.1", "A/HRC/14/10")
    assert (found.state, found.session, found.left) == ("GBR", 41, [])
    assert (found.dated, found.reviewed) == (date(2010, 6, 1), date(2022, 11, 10))
    assert is_titled(lines(*FIRST_PAGE))


def test_a_title_and_a_text_of_two_states_disagree(record: Record) -> None:
    page = [text.replace("review of the United Kingdom", "review of Chad") for text in FIRST_PAGE]
    found = masthead(lines(*page), record.gazetteer)
    assert found.state == "GBR"
    assert [left.why for left in found.left] == [WhyLeft.DISAGREES]


def test_a_page_without_a_state_says_so(record: Record) -> None:
    found = masthead(
        lines("Report of the Working Group on the Universal Periodic Review", "Freedonia"), record.gazetteer
    )
    assert found.state is None
    assert [left.why for left in found.left] == [WhyLeft.NO_SUBJECT]


@pytest.mark.parametrize(
    ("word", "number"), [("first", 1), ("nineteenth", 19), ("twentieth", 20), ("forty-eighth", 48), ("last", None)]
)
def test_ordinals(word: str, number: int | None) -> None:
    assert ordinal(word) == number


def test_a_title_that_is_only_cited_is_none() -> None:
    title = "Report of the Working Group on the Universal Periodic Review"
    assert is_titled(lines("Human Rights Council", f"{title}**"))
    assert not is_titled(lines(f"6 {title}, Malta, 23 March 2010 (A/HRC/14/10)."))
    assert not is_titled(lines(f"{title}, Malta,", "23 March 2010 (A/HRC/14/10)."))
    assert not is_titled(lines(*(f"Dear Minister, {n}" for n in range(TITLED_WITHIN)), title))
    assert not is_titled([])
