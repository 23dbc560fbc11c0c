"""Citations resolved: dates the record has, dates read from documents, and citations that misdate."""

from datetime import date

import pytest

from onrecord.record.cited_documents import CitedDocument, KnownDates, cited_documents, known_dates, with_dates_of
from onrecord.record.store import Record
from onrecord.vocabulary.dates import PartialDate
from onrecord.vocabulary.places import Place
from onrecord.vocabulary.statements import DocumentSaid, Left, ReferenceSaid, Statement, WhyLeft

SYMBOL = "CAT/C/KAZ/CO/2"
KNOWN = {
    SYMBOL: KnownDates(PartialDate("2008-12-12"), (PartialDate("2008-11-18"), PartialDate("2008-11-06/2008-11-07")))
}


def citing(cited_date: str | None, url: str | None = None, symbol: str | None = SYMBOL) -> Statement:
    return Statement(ReferenceSaid("5", symbol, "as printed", cited_date, url), Place(field="footnote 5"), "as printed")


@pytest.mark.parametrize("cited", ["2008-12-12", "2008-12", "2008-11-18", "2008-11-07", None])
def test_a_date_the_document_has_is_right(cited: str | None) -> None:
    (found,) = cited_documents([citing(cited)], KNOWN)
    assert isinstance(found, CitedDocument)
    assert (found.date, found.address) == ("2008-12-12", "https://undocs.org/en/CAT/C/KAZ/CO/2")


@pytest.mark.parametrize("cited", ["2007-12-12", "2008-12-13", "2009"])
def test_another_date_disagrees_and_the_citation_stays(cited: str) -> None:
    found, wrong = cited_documents([citing(cited)], KNOWN)
    assert isinstance(found, CitedDocument)
    assert isinstance(wrong, Left)
    assert (wrong.why, wrong.place.field, wrong.printed) == (WhyLeft.DISAGREES, "footnote 5", cited)


def test_a_document_whose_own_date_is_not_known_is_cited_as_it_is() -> None:
    known = {SYMBOL: KnownDates(None, (PartialDate("2008-11-18"),))}
    (found,) = cited_documents([citing("2001-01-01")], known)
    assert isinstance(found, CitedDocument)
    assert found.date == "2001-01-01"


def test_an_address_of_its_own_is_kept_and_a_document_without_a_symbol_stays() -> None:
    (found,) = cited_documents([citing(None, "https://example.org/a.pdf", symbol=None)], KNOWN)
    assert isinstance(found, CitedDocument)
    assert (found.symbol, found.date, found.address) == (None, None, "https://example.org/a.pdf")


def test_the_record_knows_dates_and_documents_read_add_theirs(record: Record) -> None:
    known = known_dates(record)
    assert known["CCPR/C/KAZ/CO/1"].borne == "2011-08-19"
    assert known["A/HRC/14/10"].borne is None
    read = Statement(DocumentSaid("A/HRC/14/10", date=date(2010, 3, 23)), Place(), "A/HRC/14/10")
    assert with_dates_of(known, [read])["A/HRC/14/10"].borne == "2010-03-23"
