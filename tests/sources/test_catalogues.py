"""Symbols, days, figures and totals as library catalogues write them."""

from datetime import date

import pytest

from onrecord.sources.catalogues import (
    Counted,
    VotesRead,
    body_of,
    day_written,
    figure_written,
    symbol_fault,
    tally_written,
    vote_symbol,
)
from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.positions import Position
from onrecord.vocabulary.statements import TallySaid, VoteKey, WhyLeft

KEY = VoteKey("GA", "A/RES/78/1")


@pytest.mark.parametrize(("written", "day"), [("2014-03-28", date(2014, 3, 28)), (" 20140328 ", date(2014, 3, 28))])
def test_days(written: str, day: date) -> None:
    assert day_written(written) == day


@pytest.mark.parametrize("written", ["", "2014", "28/03/2014", "2014-02-30", "2014-03-28T00:00", "٢٠١٤-٠٣-٢٨"])
def test_no_days(written: str) -> None:
    with pytest.raises(NotInVocabulary):
        day_written(written)


@pytest.mark.parametrize(("written", "figure"), [("120.0", 120), ("0", 0), (" 7 ", 7), ("", None), (" ", None)])
def test_figures(written: str, figure: int | None) -> None:
    assert figure_written(written) == figure


@pytest.mark.parametrize("written", ["1.5", "-1", "1e3", "nan", "9" * 5_000, "١"])
def test_no_figures(written: str) -> None:
    with pytest.raises(NotInVocabulary):
        figure_written(written)


@pytest.mark.parametrize(
    ("written", "symbol", "body", "fault"),
    [
        ("A/HRC/RES/25/1", "A/HRC/RES/25/1", "HRC", None),
        ("A/RES/68/7[B]", "A/RES/68/7B", "GA", None),
        ("S/RES/2787 (2025)", "S/RES/2787 (2025)", "SC", None),
        ("A/HRC/DEC41/104", "A/HRC/DEC/41/104", "HRC", WhyLeft.SPELLING),
        ("A/RES/46/36[A-L]", "A/RES/46/36[A-L]", "GA", WhyLeft.UNKNOWN_VALUE),
        ("Decision  3", "Decision 3", None, WhyLeft.UNKNOWN_VALUE),
    ],
)
def test_symbols(written: str, symbol: str, body: str | None, fault: WhyLeft | None) -> None:
    assert (vote_symbol(written), body_of(vote_symbol(written)), symbol_fault(written)) == (symbol, body, fault)


def test_totals_are_held_to_what_is_printed() -> None:
    counted = Counted()
    counted.add([Position.YES, Position.YES, Position.NO, Position.ABSENT])
    counted.add([Position.ABSTAIN])
    assert str(counted) == "2-1-1-1 of 5"
    assert counted.agrees(TallySaid(KEY, 2, 1, 1, 1, 5))
    assert counted.agrees(TallySaid(KEY, 2, 1, 1))
    assert not counted.agrees(TallySaid(KEY, 2, 1, 1, 1, 46))
    assert tally_written(TallySaid(KEY, 2, None, 1)) == "2-?-1-? of ?"


def test_votes_on_one_symbol_are_told_apart_by_their_content() -> None:
    votes = VotesRead()
    assert votes.key("HRC", "X", 1, 10) == (VoteKey("HRC", "X", 1), None, False)
    key, earlier, same = votes.key("HRC", "X", 2, 20)
    assert (key.ordinal, earlier and earlier.row, same) == (2, 1, False)
    key, earlier, same = votes.key("HRC", "X", 3, 10)
    assert (key.ordinal, earlier and earlier.row, same) == (1, 1, True)
    assert votes.key("GA", "X", 4, 10)[0] == VoteKey("GA", "X", 1)
