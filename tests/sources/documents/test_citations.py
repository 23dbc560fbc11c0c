"""Letters with footnotes: recognised by them, read to the end, and never by the United Nations' own documents."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.record.store import Record, shipped_record
from onrecord.sources.documents.citations import READER
from onrecord.sources.documents.opened import Opened
from onrecord.vocabulary.errors import OnRecordError
from onrecord.vocabulary.statements import Left, ReferenceSaid, Statement
from onrecord.vocabulary.states import Gazetteer

LETTER = """Dear Minister,

We recall General Assembly resolution 60/251.1 We recall the review (A/HRC/14/10) of Malta.2
We have more to say.

1 A/RES/60/251, para. 9.
2 Report of the Working Group, 23 March 2010 (A/HRC/
14/10), recommendation 95.42 (Australia); A/67/122.
We are yours.
"""


@cache
def _shipped() -> Gazetteer:
    return Record(shipped_record()).gazetteer


def opened(folder: Path, text: str) -> Opened:
    path = folder / "letter.txt"
    path.write_text(text, encoding="utf-8")
    return Opened(path, path.name)


def test_a_letter_is_read_in_its_text_and_its_footnotes(tmp_path: Path, record: Record) -> None:
    letter = opened(tmp_path, LETTER)
    assert READER.recognises(letter)
    found = list(READER.read(letter, record.gazetteer))
    assert not [x for x in found if isinstance(x, Left)]
    said = [x.says for x in found if isinstance(x, Statement) and isinstance(x.says, ReferenceSaid)]
    assert [(x.footnote, x.symbol, x.date, x.attributed) for x in said] == [
        (None, "A/RES/60/251", None, ()),
        (None, "A/HRC/14/10", None, ()),
        ("1", "A/RES/60/251", None, ()),
        ("2", "A/HRC/14/10", "2010-03-23", (("95.42", "AUS"),)),
        ("2", "A/67/122", None, ()),
    ]
    assert [(str(x.place)) for x in found][-1] == "row 7, footnote 2"


@pytest.mark.parametrize("text", ["", "Dear Minister, no footnotes here (A/67/122).", f"Distr.: General\n{LETTER}"])
def test_other_texts_are_not_recognised(tmp_path: Path, text: str) -> None:
    assert not READER.recognises(opened(tmp_path, text))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.one_of(st.text(st.characters(exclude_categories=["Cs"]), max_size=20), st.sampled_from(LETTER.split("\n")))
    )
)
def test_anything_raises_nothing_but_our_errors(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    letter = opened(tmp_path_factory.mktemp("fuzz"), "\n".join(texts))
    READER.recognises(letter)
    try:
        list(READER.read(letter, _shipped()))
    except OnRecordError:
        return
