"""Numbers in sentences: every way they are written, and what only looks like a number."""

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.claims.numbers import NumberKind, numbers

CARDINALS = [
    ("won 183 votes", [183]),
    ("1,059 recommendations", [1059]),
    ("13 404 recommendations", [13404]),
    ("13\u00a0404 recommendations", [13404]),
    ("1 200 000 people", [1200000]),
    ("thirteen members", [13]),
    ("Twenty-two members", [22]),
    ("forty seven members", [47]),
    ("one hundred and eighty-three states", [183]),
    ("a hundred states", [100]),
    ("two hundred and three hundred", [200, 300]),
    ("two thousand, three hundred and five", [2305]),
    ("a dozen states, two dozen sponsors, half a dozen members", [12, 24, 6]),
    ("3 million people", [3000000]),
    ("1.2 million people", [1200000]),
    ("a 47-member body with three-year terms", [47, 3]),
    ("183 of 193", [183, 193]),
    ("on all 2", [2]),
    ("items 2, 4 and 10", [2, 4, 10]),
    ("items 2,4 and 10", [2, 4, 10]),
    ("the 18 seats.", [18]),
    ("(144)", [144]),
    ("zero recommendations", [0]),
    ("Chad 182 187 175", [182, 187, 175]),
    ("On October 12 183 states", [12, 183]),
    ("between 5-7 years", [5, 7]),
    ("paragraphs 10-12", [10, 12]),
    ("in 2014", [2014]),
    ("both states", []),
]


@pytest.mark.parametrize(("text", "values"), CARDINALS)
def test_counts(text: str, values: list[int]) -> None:
    found = numbers(text)
    assert [n.value for n in found] == values
    assert {n.kind for n in found} <= {NumberKind.CARDINAL}


ORDINALS = [
    ("the fifth highest total", [5]),
    ("its 5th review", [5]),
    ("the 67th session", [67]),
    ("the twenty-eighth session", [28]),
    ("the forty first session", [41]),
    ("the one hundred and fifth member", [105]),
    ("the thirtieth session", [30]),
    ("a second-term member", [2]),
    ("for a third term", [3]),
    ("a fourth time", [4]),
    ("the first-ever text", [1]),
    ("the second largest donor", [2]),
]


@pytest.mark.parametrize(("text", "values"), ORDINALS)
def test_places_in_an_order(text: str, values: list[int]) -> None:
    assert [(n.kind, n.value) for n in numbers(text)] == [(NumberKind.ORDINAL, v) for v in values]


@pytest.mark.parametrize(
    "text",
    [
        "At first it abstained.",
        "First of all, the Council met.",
        "First, the state must ratify.",
        "It acted. Second, it should report.",
        "second-hand accounts",
        "a third-party intervention",
        "It seconded the motion after some seconds.",
    ],
)
def test_no_place_in_an_order(text: str) -> None:
    assert numbers(text) == ()


SHARES = [
    ("36.89 per cent", Decimal("36.89")),
    ("36,89 per cent", Decimal("36.89")),
    ("90%", Decimal(90)),
    ("90 %", Decimal(90)),
    ("90 percent", Decimal(90)),
    ("ninety per cent", Decimal(90)),
    ("one per cent", Decimal(1)),
    ("half of its members", Fraction(1, 2)),
    ("two thirds", Fraction(2, 3)),
    ("a two-thirds majority", Fraction(2, 3)),
    ("a third of the members", Fraction(1, 3)),
    ("more than a third abstained", Fraction(1, 3)),
    ("one third", Fraction(1, 3)),
    ("three quarters", Fraction(3, 4)),
    ("a quarter of its votes", Fraction(1, 4)),
    ("four fifths", Fraction(4, 5)),
]


@pytest.mark.parametrize(("text", "value"), SHARES)
def test_shares(text: str, value: Decimal | Fraction) -> None:
    (found,) = numbers(text)
    assert found.value == value
    assert found.kind is (NumberKind.FRACTION if isinstance(value, Fraction) else NumberKind.PERCENT)


@pytest.mark.parametrize("text", ["10 to 20 per cent", "between 10 and 20 per cent", "10-20 per cent"])
def test_a_range_of_shares_is_shares_throughout(text: str) -> None:
    assert [(n.kind, n.value) for n in numbers(text)] == [(NumberKind.PERCENT, 10), (NumberKind.PERCENT, 20)]


def test_percentage_points_are_no_share() -> None:
    assert [n.kind for n in numbers("up 3 percentage points")] == [NumberKind.CARDINAL]


@pytest.mark.parametrize("text", ["the first half of the year", "a half-hearted pledge", "a majority of members"])
def test_no_fraction(text: str) -> None:
    assert NumberKind.FRACTION not in {n.kind for n in numbers(text)}


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("recommendation 95.42", NumberKind.PARAGRAPH, "95.42"),
        ("95.42 (Austria)", NumberKind.PARAGRAPH, "95.42"),
        ("paragraph 6.5", NumberKind.PARAGRAPH, "6.5"),
        ("section 1.2.3", NumberKind.PARAGRAPH, "1.2.3"),
        ("a score of 6.5", NumberKind.DECIMAL, Decimal("6.5")),
        ("a score of 55.08", NumberKind.DECIMAL, Decimal("55.08")),
        ("26.43 points", NumberKind.DECIMAL, Decimal("26.43")),
        ("6.5", NumberKind.DECIMAL, Decimal("6.5")),
        ("two and a half years", NumberKind.DECIMAL, Decimal("2.5")),
    ],
)
def test_paragraphs_and_decimals(text: str, kind: NumberKind, value: object) -> None:
    (found,) = numbers(text)
    assert (found.kind, found.value) == (kind, value)


def test_a_range_of_paragraphs_is_two() -> None:
    assert [n.value for n in numbers("95.42–95.50")] == ["95.42", "95.50"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("passed 21-15-11", (21, 15, 11)),
        ("passed 21–15–11", (21, 15, 11)),
        ("passed 21 - 15 - 11", (21, 15, 11)),
        ("adopted 25-13", (25, 13)),
        ("lost 22:11", (22, 11)),
        ("unanimous, 47-0", (47, 0)),
        ("22-11-14-0", (22, 11, 14, 0)),
    ],
)
def test_figures_joined_by_dashes(text: str, value: tuple[int, ...]) -> None:
    (found,) = numbers(text)
    assert (found.kind, found.value) == (NumberKind.TALLY, value)


@pytest.mark.parametrize(
    "text",
    [
        "A/HRC/25/1",
        "25/1 and S-21/1",
        "A/HRC/WG.6/20/KAZ/1",
        "A / HRC / 25 / 1",
        "Resolution 2014/1",
        "EUR 57/005/2012",
        "Security Council resolution 1325 (2000)",
        "resolution 2200 A (XXI)",
        "https://example.org/index-2011-2012,1043.html",
        "www.example.org/2014",
        "G20",
        "S-21",
        "Covid-19",
        "Rev.1",
        "in the Council.2 We",
        "measures,4 and",
        "the text”5 and",
        "at 10:30",
        "the 2010s",
        "at 3 p.m.",
    ],
)
def test_no_number(text: str) -> None:
    assert numbers(text) == ()


@pytest.mark.parametrize("text", ["in 2010,6 the", "in 2012.3 The"])
def test_a_footnote_behind_a_year_is_left_out(text: str) -> None:
    assert [n.text for n in numbers(text)] == [text[3:7]]


def test_a_result_with_its_year_is_no_symbol() -> None:
    assert [n.value for n in numbers("got 183 (2012) and 154 (2015)")] == [183, 2012, 154, 2015]


def test_places_are_those_of_the_text() -> None:
    text = "On A/HRC/25/1: 23 in favour, 12 against; two thirds of 47."
    found = numbers(text)
    assert [text[n.start : n.end] for n in found] == ["23 in favour, 12 against", "two thirds", "47"]
    assert [n.text for n in found] == [text[n.start : n.end] for n in found]


WORDS = (
    "22 11 14 one two third half a of to by votes in favour against abstentions %"
    " per cent . , - – : / ( ) 2014 95.42 A/HRC/25/1 1,059 hundred and no yes:"
)
PIECES = st.sampled_from(WORDS.split())


@given(st.lists(st.tuples(PIECES, st.sampled_from(["", " "])), max_size=25))
def test_never_overlap_and_keep_their_order(pieces: list[tuple[str, str]]) -> None:
    text = "".join(piece + blank for piece, blank in pieces)
    found = numbers(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(n.text == text[n.start : n.end] != "" for n in found)
