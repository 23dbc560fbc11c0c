"""A real letter with footnotes: what it cites of the real reports is there, and its one wrong year is noticed."""

import os
from pathlib import Path

import pytest

from onrecord.record.cited_documents import CitedDocument, cited_documents, known_dates, with_dates_of
from onrecord.record.store import Record
from onrecord.sources.documents import citations, upr_report
from onrecord.sources.documents.opened import Found, Opened
from onrecord.vocabulary.statements import Left, RecommendationSaid, ReferenceSaid, Statement, WhyLeft

pytestmark = pytest.mark.skipif("ONRECORD_SHARED" not in os.environ, reason="ONRECORD_SHARED names no samples")


def opened(pattern: str) -> Opened:
    (path,) = Path(os.environ["ONRECORD_SHARED"]).glob(pattern)
    return Opened(path, path.name)


@pytest.fixture(scope="module")
def letter(record: Record) -> list[Found]:
    return list(citations.READER.read(opened("seeds/003_*.txt"), record.gazetteer))


@pytest.fixture(scope="module")
def report(record: Record) -> list[Found]:
    return list(upr_report.READER.read(opened("samples/kazakhstan2010.pdf"), record.gazetteer))


def test_of_the_texts_the_letter_alone_has_footnotes_that_cite() -> None:
    texts = sorted((Path(os.environ["ONRECORD_SHARED"]) / "seeds").glob("*.txt"))
    assert [path.name[:3] for path in texts if citations.READER.recognises(Opened(path, path.name))] == ["003"]


def test_every_footnote_cites_and_nothing_is_left(letter: list[Found]) -> None:
    said = [x.says for x in letter if isinstance(x, Statement) and isinstance(x.says, ReferenceSaid)]
    assert sorted({x.footnote for x in said if x.footnote}) == [str(n) for n in range(1, 9)]
    assert not [x for x in letter if isinstance(x, Left)]


def test_the_recommendations_cited_are_in_the_report_with_the_states_named(
    letter: list[Found], report: list[Found]
) -> None:
    items = [x.says for x in report if isinstance(x, Statement) and isinstance(x.says, RecommendationSaid)]
    states = {(item.symbol, item.number): item.recommended_by for item in items}
    cited = [
        ((x.says.symbol or "").removesuffix("/Add.1"), number, state)
        for x in letter
        if isinstance(x, Statement) and isinstance(x.says, ReferenceSaid)
        for number, state in x.says.attributed
    ]
    assert len(cited) == 15
    assert [(number, state) for symbol, number, state in cited if states[symbol, number] != (state,)] == []


def test_every_citation_has_its_document_date_and_address(
    record: Record, letter: list[Found], report: list[Found]
) -> None:
    known = with_dates_of(known_dates(record), report)
    resolved = [x for x in cited_documents(letter, known) if isinstance(x, CitedDocument) and x.reference.footnote]
    assert [(x.reference.footnote, x.symbol, x.date) for x in resolved] == [
        ("1", "A/67/122", None),
        ("2", "A/RES/60/251", None),
        ("3", None, None),
        ("4", "CCPR/C/KAZ/CO/1", "2011-08-19"),
        ("5", "CAT/C/KAZ/CO/2", "2008-12-12"),
        ("6", "A/HRC/14/10", "2010-03-23"),
        ("7", "A/HRC/14/10", "2010-03-23"),
        ("8", "A/HRC/14/10", "2010-03-23"),
        ("8", "A/HRC/14/10/Add.1", "2010-06-01"),
    ]
    assert resolved[0].known.others == ("2012-06-06",), "the day of the note, which the letter's text names"
    assert all(x.address and x.address.startswith("http") for x in resolved)


def test_the_wrong_year_is_noticed_and_nothing_else(record: Record, letter: list[Found], report: list[Found]) -> None:
    known = with_dates_of(known_dates(record), report)
    (wrong,) = (x for x in cited_documents(letter, known) if isinstance(x, Left))
    assert (wrong.why, wrong.place.field, wrong.printed) == (WhyLeft.DISAGREES, "footnote 4", "2010-08-19")
    assert "2011-08-19" in wrong.expected
