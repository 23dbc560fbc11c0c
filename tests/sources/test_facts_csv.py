"""Reading one table: every damage is named with its place, what was expected and what was found."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from onrecord.sources.facts_csv import read_table
from onrecord.vocabulary.errors import DamagedFact
from onrecord.vocabulary.rollcalls import Outcome


@dataclass(frozen=True, slots=True)
class Vote:
    symbol: str
    held: date
    outcome: Outcome
    absent: int | None
    yes: tuple[str, ...]


HEADER = b"symbol,held,outcome,absent,yes\n"
GOOD = b"25/1,2014-03-27,adopted,3,ARG AUT\n"


def read(folder: Path, data: bytes) -> tuple[Vote, ...]:
    root = folder / "facts"
    root.mkdir(exist_ok=True)
    (root / "votes.csv").write_bytes(data)
    return read_table(root / "votes.csv", Vote, root)


def damage(folder: Path, data: bytes) -> tuple[str, str, str]:
    with pytest.raises(DamagedFact) as raised:
        read(folder, data)
    error = raised.value
    assert str(error) == f"{error.place}: expected {error.expected}, found {error.found}"
    return error.place, error.expected, error.found


def test_reads_each_cell_as_its_type(tmp_path: Path) -> None:
    rows = read(tmp_path, HEADER + GOOD + b'"25/2, as revised",2014-03-28,rejected,,\n')
    assert rows[0] == Vote("25/1", date(2014, 3, 27), Outcome.ADOPTED, 3, ("ARG", "AUT"))
    assert rows[1] == Vote("25/2, as revised", date(2014, 3, 28), Outcome.REJECTED, None, ())


@pytest.mark.parametrize(
    ("row", "place", "expected", "found"),
    [
        (b"25/1,27.3.2014,adopted,3,ARG", "row 3, column held", "a date as YYYY-MM-DD", "'27.3.2014'"),
        (b"25/1,20140327,adopted,3,ARG", "row 3, column held", "a date as YYYY-MM-DD", "'20140327'"),
        (b"25/1,2014-W13-4,adopted,3,ARG", "row 3, column held", "a date as YYYY-MM-DD", "'2014-W13-4'"),
        (b"25/1,2014-02-30,adopted,3,ARG", "row 3, column held", "a date as YYYY-MM-DD", "'2014-02-30'"),
        (b"25/1,,adopted,3,ARG", "row 3, column held", "a date as YYYY-MM-DD", "''"),
        (b"25/1,2014-03-27,adopted,three,ARG", "row 3, column absent", "a whole number", "'three'"),
        (b"25/1,2014-03-27,adopted,-3,ARG", "row 3, column absent", "a whole number", "'-3'"),
        (b"25/1,2014-03-27,adopted,3.0,ARG", "row 3, column absent", "a whole number", "'3.0'"),
        (b"25/1,2014-03-27,adopted,\xd9\xa3,ARG", "row 3, column absent", "a whole number", "'٣'"),
        (b",2014-03-27,adopted,3,ARG", "row 3, column symbol", "some text", "''"),
        (b"25/1,2014-03-27,adopted,3", "row 3", "5 cells", "4"),
        (b"25/1,2014-03-27,adopted,3,ARG,", "row 3", "5 cells", "6"),
        (b"", "row 3", "5 cells", "0"),
    ],
)
def test_names_the_cell_that_is_wrong(tmp_path: Path, row: bytes, place: str, expected: str, found: str) -> None:
    assert damage(tmp_path, HEADER + GOOD + row + b"\n" + GOOD) == (f"facts/votes.csv {place}", expected, found)


def test_names_every_word_that_was_allowed(tmp_path: Path) -> None:
    place, expected, found = damage(tmp_path, HEADER + b"25/1,2014-03-27,Adopted,3,ARG\n")
    assert (place, found) == ("facts/votes.csv row 2, column outcome", "'Adopted'")
    assert expected == f"one of {', '.join(Outcome)}"


@pytest.mark.parametrize(
    "header",
    [b"symbol,held,outcome,absent", b"symbol,held,outcome,absent,yes,no", b"held,symbol,outcome,absent,yes",
     b"\xef\xbb\xbfsymbol,held,outcome,absent,yes", b"symbol;held;outcome;absent;yes", b""],
)  # fmt: skip
def test_takes_no_other_header(tmp_path: Path, header: bytes) -> None:
    place, expected, found = damage(tmp_path, header + b"\n" + GOOD)
    assert (place, expected) == ("facts/votes.csv row 1", "the columns symbol, held, outcome, absent, yes")
    assert found == (header.decode().replace(",", ", ") or "nothing")


def test_names_the_line_that_is_not_utf8_however_long_the_file(tmp_path: Path) -> None:
    data = HEADER + GOOD * 1000 + b"25/1,2014-03-27,adopted,3,C\xf4te\n"
    assert damage(tmp_path, data) == ("facts/votes.csv line 1002", "UTF-8 text", "byte 0xf4")


def test_names_the_row_after_which_a_quote_is_left_open(tmp_path: Path) -> None:
    place, expected, _ = damage(tmp_path, HEADER + GOOD * 3 + b'"25/1,2014-03-27,adopted,3,ARG\n' + GOOD)
    assert (place, expected) == ("facts/votes.csv, after row 4", "well-formed CSV")


def test_names_a_table_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(DamagedFact) as raised:
        read_table(tmp_path / "facts" / "votes.csv", Vote, tmp_path / "facts")
    assert (raised.value.place, raised.value.found) == ("facts/votes.csv", "no such file")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
@given(st.binary(max_size=200) | st.text(alphabet='ab,"\n\r\0é0-', max_size=80).map(str.encode))
@example(b"9" * 5000)
@example(b"25/1,2014-03-27,adopted," + b"9" * 5000 + b",\n")
@example(b'"' + b"x" * 140_000)
def test_any_bytes_are_rows_or_a_damaged_fact(tmp_path: Path, data: bytes) -> None:
    for whole in (data, HEADER + data):
        try:
            words = [row.symbol.strip() for row in read(tmp_path, whole)]
        except DamagedFact as error:
            words = [error.place.startswith("facts/votes.csv"), error.expected, error.found]
        assert all(words)
