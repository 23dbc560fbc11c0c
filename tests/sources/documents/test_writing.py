"""The record printed and read back: no position changed, hardly any lost, and every loss reported."""

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.record.store import Record, shipped_record
from onrecord.sources.documents.opened import Found, Opened
from onrecord.sources.documents.roll_calls import READER
from onrecord.vocabulary.statements import Left, PositionSaid, Statement, TallySaid, WhyLeft
from tests.sources.documents import writing

SAMPLE = 50
SEED = 60251


@pytest.fixture(scope="module")
def shipped() -> Record:
    return Record(shipped_record())


def read_back(printed: writing.Printed, folder: Path, record: Record) -> Iterator[Found]:
    path = folder / "document"
    path.write_bytes(printed.data)
    opened = Opened(path, "document")
    assert READER.recognises(opened)
    return READER.read(opened, record.gazetteer)


def held_against(printed: writing.Printed, found: list[Found]) -> tuple[int, int]:
    """Assert that nothing is wrong and every loss is said; return how many positions were read and lost."""
    said = [f.says for f in found if isinstance(f, Statement) and isinstance(f.says, PositionSaid)]
    read = {(s.vote.symbol, s.state): s.position for s in said}
    assert {key: value for key, value in read.items() if printed.positions.get(key) != value} == {}
    assert len(said) == len(read)
    left = [f for f in found if isinstance(f, Left)]
    lost = len(printed.positions) - len(read)
    reported = sum(f.why in (WhyLeft.UNKNOWN_STATE, WhyLeft.UNCLEAR_STATE) for f in left)
    assert lost <= reported
    words = [re.sub(r"[\W\d]", "", f.printed) for f in left]
    assert [n for n in printed.spoilt if not any(re.sub(r"[\W\d]", "", n)[:5] in word for word in words)] == []
    return len(read), lost


WRITERS = {
    "PDF": lambda record, most: writing.report(record, most, SEED, writing.pdf_of),
    "Word": lambda record, most: writing.report(record, most, SEED + 1, writing.word_of),
    "press release": lambda record, most: writing.press_release(record, most, SEED + 2),
}


@pytest.mark.parametrize("kind", WRITERS)
def test_what_is_printed_is_read_back(kind: str, shipped: Record, tmp_path: Path) -> None:
    printed = WRITERS[kind](shipped, SAMPLE)
    found = list(read_back(printed, tmp_path, shipped))
    read, lost = held_against(printed, found)
    assert lost <= max(len(printed.spoilt), len(printed.positions) // 1000)
    assert read >= 0.999 * len(printed.positions) - len(printed.spoilt)
    tallies = [f for f in found if isinstance(f, Statement) and isinstance(f.says, TallySaid)]
    assert tallies
    disagreeing = sum(isinstance(f, Left) and f.why is WhyLeft.DISAGREES for f in found)
    assert disagreeing >= printed.wrong_totals


def whole_record() -> None:
    """Print and read back every roll call of the Council, and say how it went (not run with the tests)."""
    import tempfile

    record = Record(shipped_record())
    for kind, writer in WRITERS.items():
        printed = writer(record, None)
        with tempfile.TemporaryDirectory() as folder:
            begun = time.perf_counter()
            found = list(read_back(printed, Path(folder), record))
            took = time.perf_counter() - begun
        read, lost = held_against(printed, found)
        share = 100 * read / len(printed.positions)
        print(
            f"{kind}: {len(printed.data):,} bytes, {read:,} of {len(printed.positions):,} positions ({share:.3f} %)",
            end="",
        )
        print(f", {lost} lost, all reported, {len(printed.spoilt)} spoilt beyond reading, {took:.1f} s")
