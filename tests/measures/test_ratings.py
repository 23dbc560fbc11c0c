"""Stretches of editions that compare, spells of a status, runs of years."""

from dataclasses import dataclass

from onrecord.measures.ratings import comparable, runs, spells


@dataclass(frozen=True)
class Line:
    edition: int


def test_a_gap_and_the_change_of_method_break_a_stretch():
    found = comparable([Line(e) for e in (2019, 2021, 2020, 2022, 2023, 2025)])
    assert [[one.edition for one in stretch] for stretch in found] == [[2019, 2020, 2021], [2022, 2023], [2025]]
    assert comparable([]) == []


def test_spells_keep_the_listed_years_only():
    assert spells([(2005, "none"), (2000, "none"), (2010, "A"), (2015, "none")]) == [
        ("none", (2000, 2005)),
        ("A", (2010,)),
        ("none", (2015,)),
    ]


def test_runs():
    assert runs([2003, 2001, 2002, 2010, 2010]) == [(2001, 2003), (2010, 2010)]
    assert runs([]) == []
