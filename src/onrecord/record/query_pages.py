"""Every text that has a page: the Council's, and the votes of the General Assembly."""

from dataclasses import dataclass
from datetime import date

from onrecord.record.store import Record


@dataclass(frozen=True, slots=True)
class TextPage:
    """One text: its symbol, title, day of decision and the last part of its page's address."""

    symbol: str | None
    title: str
    decided_on: date | None
    slug: str


def text_pages(record: Record) -> list[TextPage]:
    """Return every text that has a page, the latest first."""
    return record.rows(
        TextPage,
        "SELECT symbol, title, decided_on, slug FROM text"
        " UNION ALL SELECT symbol, title, date, slug FROM rollcall WHERE text_id IS NULL"
        " ORDER BY 3 DESC NULLS LAST, 4",
    )
