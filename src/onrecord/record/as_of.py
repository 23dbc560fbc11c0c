"""What was known on a day: for each table, which rows had happened by then and which columns tell of later.

A record opened as of a day shows every table through these conditions, so that no view has to think of it.
Free-text notes are left out as of a day: they may tell of later events. A date given to the month or year
counts as reached when the month or year is over.
"""

from dataclasses import dataclass, field
from datetime import date

LAST_DAY = """
CREATE MACRO last_day_of(written) AS (
  WITH part AS (SELECT split_part(written, '/', -1) AS p)
  SELECT CASE length(p)
    WHEN 4 THEN make_date(CAST(p AS INTEGER), 12, 31)
    WHEN 7 THEN last_day(CAST(p || '-01' AS DATE))
    ELSE CAST(p AS DATE) END FROM part)
"""
"""The latest day that a date as written can mean."""


@dataclass(frozen=True, slots=True)
class Known:
    """Which rows of a table were known on $day, and what its columns then said."""

    rows: str = "true"
    columns: dict[str, str] = field(default_factory=dict)


def _until(column: str) -> str:
    return f"CASE WHEN {column} <= $day THEN {column} END"


_EARLIER = "CASE WHEN last_day_of({0}) <= $day THEN {1} END"

KNOWN: dict[str, Known] = {
    "source": Known(),
    "state": Known(
        columns={column: _until(column) for column in ("un_member_to", "existed_to")},
    ),
    "state_name": Known("valid_from IS NULL OR valid_from <= $day", {"valid_to": _until("valid_to")}),
    "regional_group": Known("valid_from IS NULL OR valid_from <= $day", {"valid_to": _until("valid_to")}),
    "membership": Known(
        # A term still running ends, for all that was known of it, on the day itself.
        "term_start <= $day",
        {
            "term_end": "least(term_end, $day)",
            "end_reason": "CASE WHEN term_end < $day THEN end_reason END",
            "note": "NULL",
        },
    ),
    "session": Known(
        "coalesce(opened, first_decision, closed) <= $day",
        {column: _until(column) for column in ("closed", "first_decision", "last_decision")},
    ),
    "agenda_item": Known(),
    "text": Known(
        "decided_on <= $day OR (decided_on IS NULL AND session IN (SELECT session FROM session WHERE closed <= $day))"
    ),
    "rollcall": Known("date <= $day", {"note": "NULL"}),
    "tally": Known("rollcall_id IN (SELECT rollcall_id FROM rollcall)"),
    "vote": Known("rollcall_id IN (SELECT rollcall_id FROM rollcall)"),
    "correction": Known("rollcall_id IN (SELECT rollcall_id FROM rollcall)"),
    "situation": Known("text_id IN (SELECT text_id FROM text)", {"note": "NULL"}),
    "subject": Known(),
    "finding": Known("rollcall_id IN (SELECT rollcall_id FROM rollcall) OR text_id IN (SELECT text_id FROM text)"),
    "coverage": Known("covers_from IS NULL OR covers_from <= $day", {"covers_to": "least(covers_to, $day)"}),
    "candidacy": Known("election_date <= $day", {"note": "NULL"}),
    "other_total": Known("election_date <= $day"),
    "special_session": Known(
        "coalesce(opened, last_day_of(request_date)) <= $day",
        {
            "closed": _until("closed"),
            "outcome_symbol": "CASE WHEN closed <= $day THEN outcome_symbol END",
            "outcome": "CASE WHEN closed <= $day THEN outcome END",
            "note": "NULL",
        },
    ),
    "session_request": Known("session IN (SELECT session FROM special_session)"),
    "joint_statement": Known("last_day_of(date) <= $day", {"note": "NULL"}),
    "signature": Known("statement IN (SELECT statement FROM joint_statement)"),
    "instrument": Known("adopted <= $day", {"in_force": _until("in_force"), "parties": "NULL", "signatories": "NULL"}),
    "treaty_act": Known("date <= $day", {"note": "NULL", "flag": "NULL"}),
    "pledge": Known("last_day_of(pledged_on) <= $day", {"note": "NULL"}),
    "upr_review": Known(
        "last_day_of(coalesce(review_date, report_adopted, outcome_date)) <= $day",
        {
            column: _EARLIER.format("outcome_date", column)
            for column in ("recommendations", "supported", "noted", "count_unit", "outcome_decision", "outcome_date")
        }
        | {
            column: _EARLIER.format("report_adopted", column)
            for column in ("report_items", "report_symbol", "report_adopted")
        }
        | {"note": "NULL"},
    ),
    "upr_paragraph": Known("report_symbol IN (SELECT report_symbol FROM upr_review)"),
    "upr_issue": Known(),
    "recommendation": Known(
        "review_date <= $day OR (review_date IS NULL AND (state, cycle) IN (SELECT (state, cycle) FROM upr_review))",
        {
            "response": "CASE WHEN (state, cycle) IN"
            " (SELECT (state, cycle) FROM upr_review WHERE outcome_date IS NOT NULL) THEN response END"
        },
    ),
    "visit": Known("coalesce(closed, opened) <= $day", {"note": "NULL", "report_symbol": "NULL"}),
    "standing_invitation": Known("last_day_of(date) <= $day", {"note": "NULL"}),
    "nhri_status": Known("coalesce(last_day_of(date), make_date(year, 12, 31)) <= $day", {"note": "NULL"}),
    "rating": Known(
        # Editions come out in the first half of their year; RSF's of 2011 came out on 25 January 2012.
        "(CASE WHEN rating LIKE 'RSF%' AND edition = 2011 THEN DATE '2012-01-25' ELSE make_date(edition, 6, 30) END)"
        " <= $day",
        {"note": "NULL"},
    ),
    "concluding_observation": Known(
        "last_day_of(coalesce(adopted, considered, document_date)) <= $day",
        {"document_date": _EARLIER.format("document_date", "document_date"), "note": "NULL"},
    ),
    "sponsorship": Known("adopted <= $day", {"note": "NULL"}),
    "self_report": Known("last_day_of(said_on) <= $day"),
    "role": Known(
        "held_from IS NULL OR last_day_of(held_from) <= $day",
        {"held_to": _EARLIER.format("held_to", "held_to"), "note": "NULL"},
    ),
    "state_group": Known("covers_from <= $day", {"note": "NULL"}),
    "group_member": Known("member_from <= $day", {"member_to": _until("member_to"), "note": "NULL"}),
}
"""For each table of the record, what of it was known on a day."""


def view_of(table: str, source: str, day: date | None) -> str:
    """Return the SQL that shows a table as it was known on a day, or whole without one."""
    if day is None:
        return f"SELECT * FROM {source}"
    known = KNOWN[table]
    literal = f"DATE '{day.isoformat()}'"
    replaced = ", ".join(f"{sql} AS {column}" for column, sql in known.columns.items())
    shown = f"* REPLACE ({replaced})" if replaced else "*"
    return f"SELECT {shown} FROM {source} WHERE {known.rows}".replace("$day", literal)
