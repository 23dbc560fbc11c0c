"""Coverage of the tables on promises and cooperation: what each can answer, and where it must say "not known"."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from onrecord.record.schema import CoverageTable
from onrecord.sources.facts_carried import Carried
from onrecord.sources.facts_read import of_document
from onrecord.vocabulary.dates import PartialDate

_SCOPES: dict[str, tuple[str, str, bool, str]] = {
    "candidacy": (
        "election_date",
        "elections to the Human Rights Council",
        False,
        "every winner; candidates that lost or withdrew as far as a source names them; some totals were not found",
    ),
    "special_session": ("opened", "special sessions of the Council, S-1 to S-39", True, "every special session so far"),
    "session_request": (
        "",
        "states that asked for a special session or supported it",
        False,
        "only where the session's list is full can a state that is not on it be said not to have supported it",
    ),
    "joint_statement": (
        "date",
        "joint statements and letters",
        False,
        "notable ones as found; a statement that is not listed may have been made",
    ),
    "signature": (
        "",
        "states that joined the joint statements listed",
        False,
        "only where the statement's list is full can a state that is not on it be said not to have joined",
    ),
    "instrument": ("adopted", "the core human-rights treaties and their protocols", True, "18 treaties"),
    "treaty_act": (
        "date",
        "acts of states towards the 18 treaties",
        True,
        "the depositary's status as at 3 February 2026; declarations under the treaties are not complete",
    ),
    "pledge": ("pledged_on", "commitments made for the Council or at the UPR", False, "as found, for 49 states"),
    "upr_review": (
        "review_date",
        "reviews under the Universal Periodic Review",
        False,
        "every review's outcome decision; counts of recommendations for sessions 1 to 20 and a few later ones",
    ),
    "recommendation": (
        "review_date",
        "recommendations made in UPR sessions 1 to 20",
        True,
        "one row for each recommending state, without the text; nothing after 2014; nine recommending states unknown",
    ),
    "visit": (
        "opened",
        "visits by special procedures, the High Commissioner and treaty bodies",
        False,
        "Kazakhstan's as found and one to India; for other states visits are not in the record",
    ),
    "standing_invitation": (
        "date",
        "standing invitations to special procedures",
        False,
        "states as named in sources on the days given; a state not named may have extended one",
    ),
    "nhri_status": (
        "",
        "accreditation of national human rights institutions",
        False,
        "a yearly series for 2000, 2005, 2010 and 2015 to 2025, and some decisions",
    ),
    "rating": (
        "",
        "ratings by Freedom House (1973 to 2024) and Reporters Without Borders (2002 to 2025)",
        False,
        "Freedom House whole; Reporters Without Borders with gaps, its method changed in 2022",
    ),
    "concluding_observation": (
        "adopted",
        "concluding observations of treaty bodies",
        False,
        "Kazakhstan's as found; other states' are not in the record",
    ),
    "sponsorship": (
        "adopted",
        "main sponsors of seven texts",
        False,
        "main sponsors only; co-sponsors are not in the record, so that none can be said not to have co-sponsored",
    ),
    "self_report": ("said_on", "what states say of themselves", False, "claims as found, apart from facts"),
    "role": ("held_from", "chairs, bureau seats and presidencies held by states", False, "as found"),
    "state_group": (
        "covers_from",
        "groups of states with dated members, beside the regional groups",
        False,
        "six groups; the Non-Aligned Movement, the Group of 77, the Organisation of Islamic Cooperation, the"
        " Organization of American States and others are left out, for want of a source with the day of each entry",
    ),
    "group_member": (
        "",
        "members of these groups",
        True,
        "every member since the day from which the group is covered; before it, who was a member cannot be said",
    ),
}
"""For each table: its column of days, its scope, whether absence from it means absence in fact, and why."""


def carried_coverage(carried: Carried, counts: Mapping[str, int]) -> list[CoverageTable]:
    """Return a coverage statement for each table on promises and cooperation."""
    return [
        CoverageTable(name, scope, *_days(carried[name], column), complete, counts[name], why)
        for name, (column, scope, complete, why) in _SCOPES.items()
    ]


def _days(rows: tuple[Any, ...], column: str) -> tuple[date | None, date | None]:
    # What the user read goes beyond the day to which the curated table was gathered; it does not make it whole to then.
    curated = [row for row in rows if not of_document(row.source_id)] if column else []
    days = [getattr(row, column) for row in curated if getattr(row, column)]
    if not days:
        return None, None
    return min(map(_first, days)), max(map(_last, days))


def _first(day: date | PartialDate) -> date:
    return day.first if isinstance(day, PartialDate) else day


def _last(day: date | PartialDate) -> date:
    return day.last if isinstance(day, PartialDate) else day
