"""The tables of facts/ that the record carries as they are: where each lies, its rows, its key."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from onrecord.sources import facts_commitments as commitments
from onrecord.sources import facts_cooperation as cooperation
from onrecord.sources import facts_groups as groups
from onrecord.sources.facts_csv import read_table
from onrecord.vocabulary.errors import DamagedFact


@dataclass(frozen=True, slots=True)
class CarriedTable:
    """A table of facts that becomes a table of the record unchanged."""

    path: str
    row_type: type[Any]
    key: tuple[str, ...]


CARRIED: dict[str, CarriedTable] = {
    "candidacy": CarriedTable("elections/candidacies.csv", commitments.Candidacy, ("election_date", "state")),
    "other_total": CarriedTable(
        "elections/other_totals.csv", commitments.OtherTotal, ("election_date", "state", "said_by")
    ),
    "special_session": CarriedTable("special_sessions.csv", commitments.SpecialSession, ("session",)),
    "session_request": CarriedTable("session_requests.csv", commitments.SessionRequest, ("session", "state", "role")),
    "joint_statement": CarriedTable("joint_statements.csv", commitments.JointStatement, ("statement",)),
    "signature": CarriedTable("signatures.csv", commitments.Signature, ("statement", "state")),
    "instrument": CarriedTable("treaties/instruments.csv", commitments.Instrument, ("instrument",)),
    "treaty_act": CarriedTable("treaties/acts.csv", commitments.TreatyStep, ("state", "instrument", "act", "date")),
    "pledge": CarriedTable("pledges.csv", commitments.Pledge, ("pledge_id",)),
    "upr_review": CarriedTable("upr/reviews.csv", cooperation.UprReview, ("state", "cycle")),
    "upr_paragraph": CarriedTable("upr/paragraphs.csv", cooperation.UprParagraph, ("report_symbol", "paragraph")),
    "upr_issue": CarriedTable("upr/issues.csv", cooperation.UprIssue, ("issue",)),
    "recommendation": CarriedTable("upr/recommendations.csv", cooperation.Recommendation, ("rec_id",)),
    "visit": CarriedTable("visits.csv", cooperation.Visit, ("state", "mandate", "opened")),
    "standing_invitation": CarriedTable(
        "standing_invitations.csv", cooperation.StandingInvitation, ("state", "date", "event", "source_id")
    ),
    "nhri_status": CarriedTable(
        "nhri.csv", cooperation.NhriStatus, ("state", "year", "date", "institution", "event", "source_id")
    ),
    "rating": CarriedTable("ratings.csv", cooperation.Rating, ("state", "rating", "edition", "source_id")),
    "concluding_observation": CarriedTable(
        "concluding_observations.csv",
        cooperation.ConcludingObservation,
        ("state", "treaty_body", "instrument", "report_considered"),
    ),
    "sponsorship": CarriedTable("sponsorships.csv", cooperation.Sponsorship, ("symbol", "state")),
    "self_report": CarriedTable("self_reports.csv", cooperation.SelfReport, ("claim_id",)),
    "role": CarriedTable("roles.csv", cooperation.Role, ("role_id",)),
    "state_group": CarriedTable("groups.csv", groups.StateGroup, ("group_code",)),
    "group_member": CarriedTable("group_members.csv", groups.GroupMember, ("group_code", "state", "member_from")),
}
"""Each carried table by its name in the record."""

Carried = Mapping[str, tuple[Any, ...]]
"""The rows of the carried tables, by the table's name in the record."""


def read_carried(root: Path) -> Carried:
    """Return the rows of every carried table; DamagedFact at the first cell that cannot be read."""
    return {name: read_table(root / table.path, table.row_type, root) for name, table in CARRIED.items()}


def check_carried(carried: Carried, sources: set[str], states: set[str], subjects: set[str]) -> None:
    """Raise DamagedFact for a repeated key, or a code or citation that no other table knows."""
    known = {
        "source_id": (sources, "a source_id of sources.csv"),
        "outcome_source_id": (sources, "a source_id of sources.csv"),
        "state": (states, "an ISO 3166 alpha-3 code of states/states.csv"),
        "by_state": (states, "an ISO 3166 alpha-3 code of states/states.csv"),
        "led_by": (states, "an ISO 3166 alpha-3 code of states/states.csv"),
        "situation": (subjects, "a subject of situations/subjects.csv"),
        "instrument": ({row.instrument for row in carried["instrument"]}, "a treaty of treaties/instruments.csv"),
        "statement": ({row.statement for row in carried["joint_statement"]}, "an id of joint_statements.csv"),
        "group_code": ({row.group_code for row in carried["state_group"]}, "a group_code of groups.csv"),
        "confidence": ({1, 2}, "1 or 2: what rests on memory alone is not carried"),
    }
    for name, table in CARRIED.items():
        columns = [field.name for field in fields(table.row_type) if field.name in known]
        _check_table(table, carried[name], {column: known[column] for column in columns})


def _check_table(table: CarriedTable, rows: tuple, known: Mapping[str, tuple[set, str]]) -> None:
    seen: dict[tuple, int] = {}
    for number, row in enumerate(rows, start=2):
        key = tuple(getattr(row, column) for column in table.key)
        if key in seen:
            place = f"facts/{table.path} row {number}"
            raise DamagedFact(place, "a key of its own", f"{' / '.join(map(str, key))}, already in row {seen[key]}")
        seen[key] = number
        for column, (values, what) in known.items():
            value = getattr(row, column)
            if value is not None and value not in values:
                raise DamagedFact(f"facts/{table.path} row {number}, column {column}", what, repr(value))
