"""Questions about the Council's sessions and about when texts of the Assembly were voted on."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from onrecord.record.store import Record
from onrecord.vocabulary.periods import Period


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session of the Council with its days, as far as they are in the record."""

    session: str
    kind: str
    opened: date | None
    closed: date | None
    first_decision: date | None
    last_decision: date | None
    confidence: int
    source_id: str


@dataclass(frozen=True, slots=True)
class AssemblyText:
    """A text of the Assembly that was put to a recorded vote; ``days`` is a month where the day is not known."""

    rollcall_id: str
    symbol: str
    title: str
    slug: str
    days: Period
    source_id: str


@lru_cache(maxsize=16)
def sessions(record: Record) -> dict[str, SessionRow]:
    """Return every session by its number, special ones by S-n."""
    columns = ", ".join(SessionRow.__match_args__)
    return {row.session: row for row in record.rows(SessionRow, f"SELECT {columns} FROM session")}


@lru_cache(maxsize=16)
def assembly_texts(record: Record) -> dict[str, AssemblyText]:
    """Return the Assembly's texts put to a recorded vote, by symbol; the last vote on a symbol is its adoption."""
    rows = record.tuples(
        "SELECT rollcall_id, symbol, title, slug, date, date_precision, source_id FROM rollcall"
        " WHERE body = 'GA' AND symbol IS NOT NULL ORDER BY date, rollcall_id"
    )
    return {
        symbol: AssemblyText(rollcall, symbol, title, slug, _days(day, precision), source)
        for rollcall, symbol, title, slug, day, precision, source in rows
    }


def _days(day: date, precision: str) -> Period:
    return Period.day_of(day) if precision == "day" else Period.month_of(day.year, day.month)


@lru_cache(maxsize=16)
def rollcalls_of_texts(record: Record) -> dict[str, str]:
    """Return the roll call on each of the Council's texts, the last one where there are several."""
    return dict(
        record.tuples("SELECT text_id, rollcall_id FROM rollcall WHERE text_id IS NOT NULL ORDER BY date, rollcall_id")
    )
