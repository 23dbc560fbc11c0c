"""Where documents are, and what a person saves where programs may not fetch."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest

from onrecord.sources.fetching.addresses import (
    ADDRESSES,
    ASSEMBLY_VOTES,
    COUNCIL_VOTES,
    DIGITAL_LIBRARY_RECORDS,
    UPR_INFO,
    Address,
    Programs,
    address_of,
    document_url,
    treaty_url,
)
from onrecord.sources.fetching.by_hand import by_hand
from onrecord.vocabulary.errors import NotInVocabulary


def test_each_kind_stands_once_and_is_found() -> None:
    kinds = [address.kind for address in ADDRESSES]
    assert len(set(kinds)) == len(kinds)
    assert [address_of(kind) for kind in kinds] == list(ADDRESSES)
    with pytest.raises(NotInVocabulary, match="council-votes"):
        address_of("votes")


@pytest.mark.parametrize("address", ADDRESSES, ids=lambda address: address.kind)
def test_each_kind_says_what_it_gives_its_terms_and_how_to_save_it(address: Address) -> None:
    assert address.url.startswith("https://")
    assert address.terms.startswith("https://")
    assert min(map(len, (address.gives, address.changes, address.licence))) > 4
    told = by_hand(address, 2026)
    assert str(address.programs) in told.why
    assert told.steps
    assert told.pages
    assert told.command.startswith("onrecord read ")


def test_a_document_is_asked_for_by_its_standard_symbol() -> None:
    asked = urlsplit(document_url("a/hrc/res/25/1*", "fr"))
    assert asked.netloc == "documents.un.org"
    assert parse_qs(asked.query) == {"s": ["A/HRC/RES/25/1"], "l": ["fr"], "t": ["pdf"]}


@pytest.mark.parametrize(
    ("symbol", "language"), [("A/HRC", "en"), ("A/HRC/RES/25/1&t=doc", "en"), ("A/RES/60/251", "xx")]
)
def test_what_is_no_symbol_or_language_makes_no_address(symbol: str, language: str) -> None:
    with pytest.raises(NotInVocabulary):
        document_url(symbol, language)


def test_a_treaty_is_asked_for_by_its_number() -> None:
    assert treaty_url("IV-9-b").endswith("/Chapter%20IV/IV-9-b.en.xml")
    for wrong in ("IV", "IX-1", "IV-4/../../x", "IV-4.en"):
        with pytest.raises(NotInVocabulary):
            treaty_url(wrong)


@pytest.mark.parametrize("catalogue", [COUNCIL_VOTES, DIGITAL_LIBRARY_RECORDS])
def test_a_catalogue_is_saved_year_by_year_as_marcxml(catalogue: Address) -> None:
    told = by_hand(catalogue, 2026)
    assert len(told.pages) == 21
    assert len({page.save_as for page in told.pages}) == len({page.url for page in told.pages}) == 21
    for year, page in zip(range(2006, 2027), told.pages, strict=True):
        query = parse_qs(urlsplit(page.url).query)
        assert query["of"] == ["xm"]
        assert query["jrec"] == ["1"]
        assert str(year) in page.url
        assert str(year) in page.save_as
        assert re.fullmatch(told.command.removeprefix("onrecord read ").replace("*", ".*"), page.save_as)
    assert "jrec=201" in " ".join(told.steps)
    assert "5,000" in " ".join(told.steps)


def test_where_programs_may_not_fetch_it_is_said_why() -> None:
    assert COUNCIL_VOTES.programs is Programs.ARE_REFUSED
    assert ASSEMBLY_VOTES.programs is Programs.NOT_BY_ITS_TERMS
    assert "download" in by_hand(ASSEMBLY_VOTES, 2026).steps[0]
    assert "export" in by_hand(UPR_INFO, 2026).steps[0]
    assert by_hand(UPR_INFO, 2026).pages[0].save_as == "upr-info.xls"
