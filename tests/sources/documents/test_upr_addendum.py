"""Addenda: positions in sentences, under headings, after each recommendation and in tables; and doubtful ones."""

from functools import cache
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.record.store import Record, shipped_record
from onrecord.sources.documents.opened import Found, Opened
from onrecord.sources.documents.upr_addendum import READER
from onrecord.vocabulary.errors import OnRecordError
from onrecord.vocabulary.statements import DocumentSaid, Left, Statement, UprPositionSaid, WhyLeft
from onrecord.vocabulary.states import Gazetteer

HEAD = """A/HRC/99/7/Add.1
Distr.: General
1 June 2023
Report of the Working Group on the Universal Periodic Review
Malta
Addendum
Views on conclusions and/or recommendations, voluntary commitments and replies

1. Malta has examined the recommendations in paragraph 97 of the report.

"""


@cache
def _shipped() -> Gazetteer:
    return Record(shipped_record()).gazetteer


def opened(folder: Path, text: str) -> Opened:
    path = folder / "addendum.txt"
    path.write_text(text, encoding="utf-8")
    return Opened(path, path.name)


def read(folder: Path, text: str, record: Record) -> list[Found]:
    return list(READER.read(opened(folder, HEAD + text), record.gazetteer))


def positions(found: list[Found]) -> dict[str, str]:
    said = (x.says for x in found if isinstance(x, Statement))
    return {each.number: str(each.response) for each in said if isinstance(each, UprPositionSaid)}


def left(found: list[Found]) -> list[WhyLeft]:
    return [x.why for x in found if isinstance(x, Left)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "2. Recommendations 97.1 to 97.3 and 97.9 enjoy the support of Malta.\n\n3. Recommendation 97.4 is noted.",
            {"97.1": "supported", "97.2": "supported", "97.3": "supported", "97.9": "supported", "97.4": "noted"},
        ),
        ("2. Malta accepts recommendations Nos. 1 and 3 to 4.", dict.fromkeys(("97.1", "97.3", "97.4"), "supported")),
        (
            "97.1 Bring the law into line with accepted standards (Chad).\n\n"
            "Not accepted. The law was noted as good.\n\n97.2 Free the press (Norway).\n\nResponse: Accepted in part.",
            {"97.1": "noted", "97.2": "supported in part"},
        ),
        (
            "The following recommendations are supported:\n\n97.1 Free them (Chad);\n\n97.2 Train them (Mali).\n\n"
            "The following recommendations are not supported:\n\n97.3 Tax them (Cuba).",
            {"97.1": "supported", "97.2": "supported", "97.3": "noted"},
        ),
        (
            "97.1 Free the press (Chad).\nMalta supports this recommendation.\n97.2 Tax the press (Mali).\nRejected.",
            {"97.1": "supported", "97.2": "noted"},
        ),
    ],
)
def test_positions_however_they_are_printed(
    tmp_path: Path, record: Record, text: str, expected: dict[str, str]
) -> None:
    found = read(tmp_path, text, record)
    assert positions(found) == expected
    assert left(found) == []
    assert {x.says.symbol for x in found if isinstance(x, Statement) and isinstance(x.says, UprPositionSaid)} == {
        "A/HRC/99/7"
    }
    assert [x.says.symbol for x in found if isinstance(x, Statement) and isinstance(x.says, DocumentSaid)] == [
        "A/HRC/99/7/Add.1"
    ]


@pytest.mark.parametrize(
    ("text", "why", "expected"),
    [
        (
            "2. Recommendation 97.1 is accepted.\n\n3. Recommendation 97.1 is noted.",
            WhyLeft.DISAGREES,
            {"97.1": "noted"},
        ),
        (
            "2. Recommendation 97.1 is accepted.\n\n3. Recommendation 97.1 is accepted.",
            WhyLeft.REPEATED,
            {"97.1": "supported"},
        ),
        ("2. Recommendations 97.1 and 97.2 are accepted or noted.", WhyLeft.UNKNOWN_VALUE, {}),
        ("97.1 Free the press (Chad).\n\nMalta has much to say on this.", WhyLeft.MISSING_FIELD, {}),
        (
            "2. Recommendations 97.5 to 97.2 are accepted.",
            WhyLeft.DISAGREES,
            {"97.5": "supported", "97.2": "supported"},
        ),
        ("", WhyLeft.MISSING_FIELD, {}),
    ],
)
def test_doubtful_positions_are_left(
    tmp_path: Path, record: Record, text: str, why: WhyLeft, expected: dict[str, str]
) -> None:
    found = read(tmp_path, text, record)
    assert why in left(found)
    assert positions(found) == expected


def test_a_table_of_positions(tmp_path: Path, record: Record) -> None:
    document = docx.Document()
    for line in HEAD.split("\n"):
        document.add_paragraph(line)
    table = document.add_table(rows=0, cols=3)
    for cells in (
        ("Recommendation", "Position", "Explanation"),
        ("97.1 Heed accepted standards (Chad)", "Accepted", "As noted before, it is law."),
        ("97.2 Free the press (Mali)", "Does not enjoy support", ""),
        ("97.3 and 97.4", "Noted", "They are not accepted abroad."),
    ):
        for cell, words in zip(table.add_row().cells, cells, strict=True):
            cell.text = words
    path = tmp_path / "addendum.docx"
    document.save(str(path))
    assert READER.recognises(Opened(path, path.name))
    found = list(READER.read(Opened(path, path.name), record.gazetteer))
    assert positions(found) == {"97.1": "supported", "97.2": "noted", "97.3": "noted", "97.4": "noted"}
    assert left(found) == []


def test_a_report_is_no_addendum_and_nothing_is_none(tmp_path: Path) -> None:
    assert READER.recognises(opened(tmp_path, HEAD))
    assert not READER.recognises(opened(tmp_path, HEAD.replace("Addendum\n", "")))
    assert not READER.recognises(opened(tmp_path, ""))


@settings(max_examples=50, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200), st.integers(0, 3))
def test_anything_below_the_title_raises_nothing_but_our_errors(
    tmp_path_factory: pytest.TempPathFactory, text: str, times: int
) -> None:
    middle = "2. Recommendations 97.1 to 97.9, 97.12 are accepted.\n" * times
    file = opened(tmp_path_factory.mktemp("fuzz"), HEAD + text + middle + text)
    try:
        list(READER.read(file, _shipped()))
    except OnRecordError:
        return
