"""Ideal points in a notebook: a row for each state and period, intervals around it, and the same each time."""

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

import onrecord
from onrecord.measures.ideal_points.estimates import Asked, ideal_points
from onrecord.measures.ideal_points.options import Mode
from onrecord.publish import estimates_kept
from onrecord.publish.estimates_kept import estimated
from onrecord.record.position_table import VoteSelection, position_table
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotEstimable, NotInVocabulary
from onrecord.vocabulary.rollcalls import Body


def table(record: Record, year: int, body: Body = Body.HRC):
    return position_table(record, VoteSelection(body, year, year))


@pytest.mark.parametrize(("year", "mode"), [(2008, "static"), (2021, "dynamic")])
def test_the_rows_are_the_estimates_of_the_measure(record: Record, year: int, mode: str) -> None:
    found = onrecord.ideal_points(years=year, mode=mode, informed=False, record=record)
    made = ideal_points(table(record, year), Asked(Mode(mode)))
    rows = dict(
        zip(found["iso3"], zip(*(found[name] for name in ("point", "low", "high", "n")), strict=True), strict=True)
    )
    assert rows == {one.state: (one.point, one.low, one.high, one.n) for one in made.estimates}
    assert set(found["year"]) == {year}
    assert found["point"] == sorted(found["point"], reverse=True)
    assert found.about.n == made.cells
    assert all(row["low"] < row["point"] < row["high"] for row in found)


def test_a_state_narrows_what_is_returned_only(record: Record) -> None:
    everybody = onrecord.ideal_points(years=2008, mode="static", informed=False, record=record)
    (mine,) = onrecord.ideal_points("Egypt", years=2008, mode="static", informed=False, record=record)
    assert mine in list(everybody)
    assert mine["link"] == "/votes?body=HRC&state=egypt&year=2008"
    assert not len(onrecord.ideal_points("Norway", years=2008, mode="static", informed=False, record=record))


def test_a_level_makes_intervals_wider(record: Record) -> None:
    usual, wide = (
        onrecord.ideal_points(years=2008, mode="static", informed=False, level=level, record=record)
        for level in (0.5, 0.95)
    )
    assert usual["point"] == wide["point"]
    widths = [np.subtract(one["high"], one["low"]) for one in (usual, wide)]
    assert (widths[0] < widths[1]).all()


@pytest.mark.parametrize(
    ("asked", "error", "said"),
    [
        ({"mode": "wnominate"}, NotInVocabulary, "mode: expected one of static, dynamic, session, posterior"),
        ({"period": "month"}, NotInVocabulary, "period: expected one of year, session"),
        ({"level": 1.0}, NotInVocabulary, "level: expected a share"),
        ({"state": "Narnia"}, NotInVocabulary, "state: expected"),
        ({"kind": "motion", "situation": "sudan"}, NotInVocabulary, "selection of votes: expected"),
    ],
)
def test_what_means_nothing_is_said(record: Record, asked: dict, error: type[Exception], said: str) -> None:
    with pytest.raises(error, match=said):
        onrecord.ideal_points(years=2008, record=record, **asked)


class TestKept:
    """Estimates on the disk: found again, and only for the same question."""

    @pytest.fixture
    def folder(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        monkeypatch.setenv("ONRECORD_HOME", str(tmp_path))
        estimated.cache_clear()
        return tmp_path / "estimates"

    @pytest.fixture
    def made(self, monkeypatch: pytest.MonkeyPatch) -> list[Asked]:
        """What was made anew, in order."""
        asked: list[Asked] = []

        def counted(of, how):
            asked.append(how)
            return ideal_points(of, how)

        monkeypatch.setattr(estimates_kept, "made_anew", counted)
        return asked

    def test_what_was_made_is_found_again_as_it_was(self, record: Record, folder: Path, made: list[Asked]) -> None:
        asked = Asked(Mode.STATIC)
        first = estimated(table(record, 2008), asked)
        estimated.cache_clear()
        again = estimated(table(record, 2008), asked)
        assert len(made) == len(list(folder.glob("*.json"))) == 1
        assert not list(folder.glob("*.part"))
        names = (
            "selection",
            "options",
            "method",
            "level",
            "estimates",
            "items",
            "cells",
            "anchors",
            "prediction",
            "notes",
        )
        assert [getattr(again, name) for name in names] == [getattr(first, name) for name in names]
        assert dict(again.left_out) == {str(reason): n for reason, n in first.left_out.items()}

    def test_another_question_is_made_anew(self, record: Record, folder: Path, made: list[Asked]) -> None:
        estimated(table(record, 2008), Asked(Mode.STATIC))
        estimated(table(record, 2008), Asked(Mode.STATIC, level=0.5))
        estimated(table(record, 2009), Asked(Mode.STATIC))
        assert len(made) == len(list(folder.glob("*.json"))) == 3

    def test_two_that_ask_at_once_have_it_made_once(self, record: Record, folder: Path, made: list[Asked]) -> None:
        asked = [(table(record, 2008), Asked(Mode.STATIC)) for _ in range(2)]
        with ThreadPoolExecutor(2) as pool:
            one, other = pool.map(lambda each: estimated(*each), asked)
        assert len(made) == 1
        assert one.estimates == other.estimates

    @pytest.mark.parametrize("damage", ["", "{", "[]", '{"options": {}}', '{"options": {"mode": "vibes"}}'])
    def test_a_damaged_file_is_made_anew(self, record: Record, folder: Path, made: list[Asked], damage: str) -> None:
        first = estimated(table(record, 2008), Asked(Mode.STATIC))
        (place,) = folder.glob("*.json")
        place.write_text(damage, encoding="utf-8")
        estimated.cache_clear()
        assert estimated(table(record, 2008), Asked(Mode.STATIC)).estimates == first.estimates
        assert len(made) == 2
        assert json.loads(place.read_text(encoding="utf-8"))["cells"] == first.cells

    def test_other_code_is_another_question(
        self, record: Record, folder: Path, made: list[Asked], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        estimated(table(record, 2008), Asked(Mode.STATIC))
        estimated.cache_clear()
        monkeypatch.setattr(estimates_kept, "_code", lambda: b"a line was changed")
        estimated(table(record, 2008), Asked(Mode.STATIC))
        assert len(made) == 2

    def test_the_oldest_go_first(self, record: Record, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(estimates_kept, "MOST_KEPT", 1)
        for level in (0.5, 0.8):
            estimated(table(record, 2008), Asked(Mode.STATIC, level=level))
        (place,) = folder.glob("*.json")
        assert json.loads(place.read_text(encoding="utf-8"))["level"] == 0.8

    def test_a_folder_that_cannot_be_written_takes_nothing_away(
        self, record: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "file").write_text("no folder", encoding="utf-8")
        monkeypatch.setenv("ONRECORD_HOME", str(tmp_path / "file"))
        estimated.cache_clear()
        assert estimated(table(record, 2008), Asked(Mode.STATIC)).estimates

    def test_nothing_is_kept_where_nothing_can_be_estimated(self, record: Record, folder: Path) -> None:
        with pytest.raises(NotEstimable):
            estimated(table(record, 1985), Asked(Mode.STATIC))
        assert not folder.exists()
