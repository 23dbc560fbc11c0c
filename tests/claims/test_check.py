"""The function a program calls: the day of a text as a date or as written, and what is no day."""

from datetime import date

import pytest

from onrecord.claims.check import check
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary


@pytest.mark.parametrize("day", [date(2011, 6, 1), "2011-06-01"])
def test_the_day_of_a_text_bounds_what_can_be_known(record: Record, day: date | str) -> None:
    (claim,) = check("Kazakhstan has ratified the CRPD.", as_of=day, record=record).claims
    assert claim.finding.verdict.value == "refuted"
    (claim,) = check("Kazakhstan has ratified the CRPD.", as_of="2016-01-01", record=record).claims
    assert claim.finding.verdict.value == "supported"


@pytest.mark.parametrize("day", ["soon", "2011-13-01", "1 June 2011", ""])
def test_what_is_no_day_is_said(record: Record, day: str) -> None:
    with pytest.raises(NotInVocabulary, match="expected a day as YYYY-MM-DD"):
        check("Peru has ratified CAT.", as_of=day, record=record)
