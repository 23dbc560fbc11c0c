"""References of the Assembly's compilation: which are document symbols, and which only look like one."""

from datetime import date

import pytest

from onrecord.record.assembly import state_on, symbols
from onrecord.sources.facts_rows import AssemblyRollCall
from onrecord.vocabulary.symbols import SymbolKind, parse_symbol


def symbol_of(reference: str | None, session: str) -> str | None:
    row = AssemblyRollCall("ga-1", 1, reference, session, date(1980, 1, 1), None, None, None, None, None, "s")
    return symbols([row])["ga-1"].symbol


@pytest.mark.parametrize(
    ("reference", "session", "symbol"),
    [
        ("A/RES/60/251", "60", "A/RES/60/251"),
        ("A/RES/60/400", "60", "A/RES/60/400"),
        ("A/RES/60/401", "60", "A/DEC/60/401"),
        ("A/RES/ES-10/21", "73", "A/RES/ES-10/21"),
        ("A/RES/21/2200", "21", "A/RES/2200(XXI)"),
        ("A/RES/21/66", "21", None),
        ("A/RES/1/66", "1", None),
        ("A/RES/60/251", "61", None),
        ("A/RES/60/A", "60", None),
        ("A/RES/²/1", "2", None),
        ("R/60/251", "60", None),
        (None, "60", None),
    ],
)
def test_gives_a_symbol_only_where_the_reference_is_one(
    reference: str | None, session: str, symbol: str | None
) -> None:
    assert symbol_of(reference, session) == symbol


@pytest.mark.parametrize("reference", ["A/RES/60/251", "A/RES/60/401", "A/RES/ES-10/21"])
def test_every_symbol_given_is_in_standard_form(reference: str) -> None:
    symbol = parse_symbol(symbol_of(reference, "60") or "")
    assert symbol.kind in (SymbolKind.ASSEMBLY_RESOLUTION, SymbolKind.ASSEMBLY_DECISION)


@pytest.mark.parametrize(
    ("code", "on", "state"),
    [
        ("SCG", date(1992, 12, 31), "CSK"),
        ("SCG", date(1993, 1, 1), "SCG"),
        ("RUS", date(1991, 12, 23), "SUN"),
        ("RUS", date(1991, 12, 24), "RUS"),
        ("YUG", date(2003, 2, 3), "YUG"),
        ("YUG", date(2003, 2, 4), "SCG"),
        ("YUG", date(2006, 6, 3), "SRB"),
        ("KAZ", date(1950, 1, 1), "KAZ"),
    ],
)
def test_a_code_stands_for_the_state_of_the_day(code: str, on: date, state: str) -> None:
    assert state_on(code, on) == state
