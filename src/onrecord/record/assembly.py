"""The General Assembly's roll calls as compiled 1946-2020, read with the compilation's known habits undone.

Three habits of the compilation are undone by named rules, each seen in the data and reported by the audit:
Czechoslovakia stands under SCG (its old ISO code CS was later given to Serbia and Montenegro), one code runs
on through a state's successors, and days of the month are damaged in the earlier sessions. Absences are not
recorded there at all: a state without a row is "not in the record", never absent.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.sources.facts_rows import AssemblyPositions, AssemblyRollCall
from onrecord.vocabulary.positions import CAST, Position

DATED_CODES: dict[str, tuple[tuple[date, str], ...]] = {
    # Before this day, read the code as that state. UN Protocol: dates on which membership was continued.
    "SCG": ((date(1993, 1, 1), "CSK"),),
    "RUS": ((date(1991, 12, 24), "SUN"),),
    "YUG": ((date(2003, 2, 4), "YUG"), (date(2006, 6, 3), "SCG"), (date.max, "SRB")),
}
"""The compilation's codes that mean different states at different times, by the first day of the next."""

DAMAGED_DAYS_SHARE = 2 / 3
"""A session in which more than this share of votes fall on days 1 to 9 has damaged days, known to the month."""

FIRST_DECISION = 401
FIRST_YEARLY_SESSION = 31
FIRST_NUMBERED_SESSION = 18


@dataclass(frozen=True, slots=True)
class AssemblySymbol:
    """The document symbol of an Assembly roll call, or why the compilation's reference is none."""

    symbol: str | None
    rule: str


def state_on(code: str, on: date) -> str:
    """Return the state that the compilation's code stands for on a day."""
    for until, state in DATED_CODES.get(code, ()):
        if on < until:
            return state
    return code


def positions(row: AssemblyPositions, on: date) -> Iterator[tuple[str, Position, str]]:
    """Yield (state, position, code as compiled) for one roll call."""
    for position in CAST:
        for code in getattr(row, position.value):
            yield state_on(code, on), position, code


def sessions_with_damaged_days(rows: Sequence[AssemblyRollCall]) -> frozenset[str]:
    """Return the sessions whose dates can be trusted to the month only."""
    days: dict[str, list[int]] = defaultdict(list)
    for row in rows:
        days[row.session].append(row.date.day)
    return frozenset(
        session for session, found in days.items() if sum(day <= 9 for day in found) > DAMAGED_DAYS_SHARE * len(found)
    )


def symbols(rows: Sequence[AssemblyRollCall]) -> Mapping[str, AssemblySymbol]:
    """Return the symbol read from each roll call's reference, by roll call id.

    To the 17th session the compilation gives pages of the Official Records, not resolution numbers; from the
    18th to the 30th the UN writes A/RES/2200(XXI); from the 31st numbers from 401 are decisions.
    """
    return {row.rollcall_id: _symbol(row) for row in rows}


def _symbol(row: AssemblyRollCall) -> AssemblySymbol:
    reference = (row.symbol or "").split("/")
    if reference[:2] != ["A", "RES"] or len(reference) < 4 or not reference[2].removeprefix("ES-").isdecimal():
        return AssemblySymbol(None, "the compilation gives no resolution" if row.symbol else "no reference")
    session, number = reference[2], "/".join(reference[3:])
    if session.startswith("ES-"):
        return AssemblySymbol(row.symbol, "as compiled")
    return _numbered(row, int(session), number)


def _numbered(row: AssemblyRollCall, session: int, number: str) -> AssemblySymbol:
    if str(session) != row.session:
        return AssemblySymbol(None, "the reference names another session")
    if session < FIRST_NUMBERED_SESSION:
        return AssemblySymbol(None, "a page of the Official Records, not a resolution")
    digits = int("".join(c for c in number.split("/", maxsplit=1)[0] if c.isdecimal()) or 0)
    if digits == 0:
        return AssemblySymbol(None, "the reference has no number")
    if session < FIRST_YEARLY_SESSION:
        return _running(session, number, digits)
    if digits >= FIRST_DECISION:
        return AssemblySymbol(f"A/DEC/{session}/{number}", "numbers from 401 are decisions")
    return AssemblySymbol(row.symbol, "as compiled")


_RUNNING = {
    18: (1881, 1992), 19: (1993, 2003), 20: (2004, 2147), 21: (2148, 2242), 22: (2243, 2372), 23: (2373, 2493),
    24: (2494, 2604), 25: (2605, 2749), 26: (2750, 2903), 27: (2904, 3050), 28: (3051, 3202), 29: (3203, 3361),
    30: (3362, 3541),
}  # fmt: skip
"""First and last number of the Assembly's running series, by session."""

_ROMAN = ("", "X", "XX", "XXX"), ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")


def _running(session: int, number: str, digits: int) -> AssemblySymbol:
    first, last = _RUNNING[session]
    if not first <= digits <= last:
        return AssemblySymbol(None, "the number is outside the session's series")
    roman = _ROMAN[0][session // 10] + _ROMAN[1][session % 10]
    return AssemblySymbol(f"A/RES/{number.replace('/', '')}({roman})", "the running series, session in Roman")
