"""A code and a name of a voter: what they mean together on a day."""

from datetime import date

import pytest

from onrecord.record.store import Record
from onrecord.sources.voters import Voters
from onrecord.vocabulary.statements import WhyLeft
from onrecord.vocabulary.states import Gazetteer


@pytest.fixture(scope="module")
def gazetteer(record: Record) -> Gazetteer:
    return record.gazetteer


@pytest.mark.parametrize(
    ("code", "name", "day", "state", "why"),
    [
        ("KAZ", "KAZAKHSTAN", date(2014, 3, 27), "KAZ", None),
        ("COG", "CONGO", date(2014, 3, 27), "COG", None),
        ("SUN", "USSR", date(1991, 12, 6), "SUN", None),
        ("RUS", "RUSSIAN FEDERATION", date(1991, 12, 30), "RUS", None),
        ("RUS", "RUSSIAN FEDERATION", date(1990, 12, 30), "RUS", WhyLeft.DISAGREES),
        ("RUS", "USSR", date(1990, 12, 30), "SUN", WhyLeft.DISAGREES),
        ("DDR", "GERMAN DEMOCRATIC REPUBLIC", date(1980, 1, 1), "DDR", None),
        ("YMD", "DEMOCRATIC YEMEN", date(1980, 1, 1), "YMD", None),
        ("CSK", "CZECHOSLOVAKIA", date(1970, 1, 1), "CSK", None),
        ("SCG", "SERBIA AND MONTENEGRO", date(2004, 1, 1), "SCG", None),
        ("YUG", "YUGOSLAVIA", date(1960, 1, 1), "YUG", None),
        ("NER", "NIGERIA", date(2014, 1, 1), None, WhyLeft.DISAGREES),
        ("NER", "NIGERIA", None, None, WhyLeft.DISAGREES),
        ("NER", "NIGERA", date(2014, 1, 1), None, WhyLeft.DISAGREES),
        ("kaz", "KAZAKHSTAN", date(2014, 1, 1), "KAZ", WhyLeft.SPELLING),
        ("KAZ", "", date(2014, 1, 1), "KAZ", WhyLeft.MISSING_FIELD),
        ("", "KAZAKHSTAN", None, "KAZ", WhyLeft.MISSING_FIELD),
        ("ROM", "ROMANIA", date(1995, 1, 1), "ROU", WhyLeft.SPELLING),
        ("", "", None, None, WhyLeft.UNKNOWN_STATE),
    ],
)
def test_a_code_and_a_name(
    gazetteer: Gazetteer, code: str, name: str, day: date | None, state: str | None, why: WhyLeft | None
) -> None:
    read = Voters(gazetteer).on(day)[code, name]
    assert (read.state, read.why) == (state, why)


def test_a_pair_that_changes_its_meaning_within_a_year_is_read_by_the_day(gazetteer: Gazetteer) -> None:
    voters = Voters(gazetteer)
    days = (date(1991, 12, 6), date(1991, 12, 30), date(1991, 12, 6))
    read = [voters.on(day)["RUS", "USSR"].state for day in days]
    assert read == ["SUN", "RUS", "SUN"]
