"""What holds of corrections: a word of the field corrected, and the value recorded as the list has it.

A misspelt correction would otherwise change nothing and say nothing.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from onrecord.sources.facts_rows import CorrectedField, PositionCorrection, RollCallCorrection
from onrecord.vocabulary.errors import DamagedFact
from onrecord.vocabulary.positions import LISTED
from onrecord.vocabulary.rollcalls import Outcome
from onrecord.vocabulary.texts import TextKind

_WORDS: Mapping[CorrectedField, tuple[str, ...]] = {
    CorrectedField.POSITIONS: ("stand", "withdrawn"),
    CorrectedField.VOTE_TAKEN: ("no", "open"),
    CorrectedField.OUTCOME: tuple(Outcome),
    CorrectedField.KIND: tuple(TextKind),
}
"""The words a field may be corrected to; a date is a day, a title and an agenda item are free."""


def check_rollcall_corrections(rows: Iterable[RollCallCorrection], place: Callable[[int], str]) -> None:
    """Raise DamagedFact for a correction to a word that its field does not know."""
    for index, row in enumerate(rows):
        allowed = _WORDS.get(row.field)
        if allowed is not None and row.corrected not in allowed:
            raise DamagedFact(f"{place(index)}, column corrected", f"one of {', '.join(allowed)}", repr(row.corrected))
        if row.field is CorrectedField.DATE and not _is_day(row.corrected):
            raise DamagedFact(f"{place(index)}, column corrected", "a date as YYYY-MM-DD", repr(row.corrected))


def _is_day(words: str) -> bool:
    try:
        return date.fromisoformat(words).isoformat() == words
    except ValueError:
        return False


def check_position_corrections(
    rows: Iterable[PositionCorrection], listed: Mapping[tuple[str, str], str], place: Callable[[int], str]
) -> None:
    """Raise DamagedFact for a position that is none, or one not recorded as ``listed`` by vote and state."""
    for index, row in enumerate(rows):
        for column, value in (("recorded", row.recorded), ("corrected", row.corrected)):
            if value not in tuple(LISTED):
                raise DamagedFact(f"{place(index)}, column {column}", f"one of {', '.join(LISTED)}", repr(value))
        found = listed.get((row.rollcall_id, row.state)) if row.state else row.recorded
        if found != row.recorded:
            expected = f"the position listed for {row.state} in {row.rollcall_id}: {found or 'none'}"
            raise DamagedFact(f"{place(index)}, column recorded", expected, repr(row.recorded))
