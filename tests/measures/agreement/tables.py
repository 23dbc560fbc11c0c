"""Small tables of positions for the tests of measures over many votes."""

from datetime import date

import numpy as np

from onrecord.record.position_table import Code, PositionTable, RollCall, VoteSelection

LETTERS = {"y": Code.YES, "a": Code.ABSTAIN, "n": Code.NO, "o": Code.ABSENT, "-": Code.NOT_A_MEMBER, "?": Code.UNKNOWN}


def table_of(rows: dict[str, str], sessions: str = "", kinds: str = "", doubts: dict[str, str] | None = None):
    """Return a table from a word for each state: y, a, n, o absent, - not a member, ? not in the record.

    ``sessions`` and ``kinds`` have a letter for each roll call (a: amendment); ``doubts`` has an x where in doubt.
    """
    names = tuple(sorted(rows))
    length = len(rows[names[0]])
    calls = tuple(
        RollCall(
            f"r{at}", f"r{at}", f"A/HRC/RES/{at}", sessions[at : at + 1] or "25", date(2014, 1, 1 + at % 28),
            "amendment" if kinds[at : at + 1] == "a" else "resolution", "t", "4", "adopted", (), False,
        )
        for at in range(length)
    )  # fmt: skip
    codes = np.array([[LETTERS[letter] for letter in rows[name]] for name in names], dtype=np.int8)
    marks = [(doubts or {}).get(name, "").ljust(length) for name in names]
    doubtful = np.array([[mark == "x" for mark in row] for row in marks], dtype=np.bool_)
    return PositionTable(VoteSelection(), names, calls, codes.reshape(len(names), length), doubtful)
