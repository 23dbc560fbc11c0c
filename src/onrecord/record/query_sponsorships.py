"""Questions about sponsors of texts."""

from onrecord.record.store import Record
from onrecord.sources.facts_cooperation import Sponsorship


def sponsorships(record: Record) -> list[Sponsorship]:
    """Return every sponsorship in the record, the latest text first, its sponsors by code."""
    return record.rows(Sponsorship, "SELECT * FROM sponsorship ORDER BY adopted DESC, symbol DESC, role DESC, state")
