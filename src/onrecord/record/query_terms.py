"""The fixed words that tables of the record are written in, for those who translate them."""

from onrecord.record.store import Record

_COLUMNS = (
    ("agenda_item", "title"),
    ("correction", "field"),
    ("finding", "rule"),
    ("finding", "severity"),
    ("instrument", "complaint_procedure"),
    ("instrument", "title"),
    ("joint_statement", "list_complete"),
    ("membership", "end_reason"),
    ("membership", "how_entered"),
    ("pledge", "basis"),
    ("pledge", "theme"),
    ("recommendation", "response"),
    ("rollcall", "kind"),
    ("rollcall", "outcome"),
    ("role", "basis"),
    ("signature", "basis"),
    ("situation", "rule"),
    ("special_session", "list_complete"),
    ("state_group", "name"),
    ("sponsorship", "joined"),
    ("sponsorship", "list_complete"),
    ("sponsorship", "role"),
    ("subject", "label"),
    ("text", "how_decided"),
    ("text", "kind"),
    ("text", "outcome"),
    ("treaty_act", "act"),
    ("upr_issue", "label"),
    ("upr_paragraph", "position"),
    ("visit", "kind"),
    ("visit", "status"),
    ("vote", "rule"),
)


def terms(record: Record) -> dict[str, list[str]]:
    """Return the words that the columns of fixed vocabulary hold, with the tables they stand in."""
    found: dict[str, list[str]] = {}
    for table, column in _COLUMNS:
        query = f"SELECT DISTINCT {column} FROM {table} WHERE {column} IS NOT NULL ORDER BY 1"
        for (word,) in record.tuples(query):
            found.setdefault(word, []).append(f"record/{table}.{column}")
    return found
