"""Questions about what states say of themselves, the roles they held, and what the record knew beside it on a day."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from onrecord.record.as_of import view_of
from onrecord.record.store import Record
from onrecord.sources.facts_cooperation import (
    ConcludingObservation,
    NhriStatus,
    Role,
    SelfReport,
    Sponsorship,
    UprParagraph,
    UprReview,
    Visit,
)
from onrecord.vocabulary.dates import PartialDate


class Topic(StrEnum):
    """What a claim is about: which part of the record is shown beside it."""

    UPR = "upr"
    TREATIES = "treaties"
    VISITS = "visits"
    NATIONAL_INSTITUTION = "national institution"
    TREATY_BODIES = "treaty bodies"
    SPONSORSHIP = "sponsorship"
    VOTES = "votes"
    REFORMS = "reforms"
    ROLES = "roles"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class TitledText:
    """A text of the Council by its title."""

    symbol: str
    slug: str
    title: str
    session: str
    kind: str
    decided_on: date | None
    how_decided: str
    outcome: str
    source_id: str


@dataclass(frozen=True, slots=True)
class Holder:
    """A state with how many claims and roles the record has of it."""

    state: str
    claims: int
    roles: int


def claims_of(record: Record, state: str) -> list[SelfReport]:
    """Return what a state has said of itself, the earliest first."""
    return record.rows(
        lambda *values: replace(row := SelfReport(*values), said_on=PartialDate(row.said_on), topic=Topic(row.topic)),
        "SELECT * FROM self_report WHERE state = ? ORDER BY said_on, claim_id",
        [state],
    )


def roles(record: Record, state: str | None = None, on: date | None = None) -> list[Role]:
    """Return the roles of a state, or of all, as they were known on a day; the earliest first."""
    return record.rows(
        Role,
        f"SELECT * FROM ({view_of('role', 'role', on)}) WHERE $state IS NULL OR state = $state"
        " ORDER BY held_from NULLS LAST, organisation, role, state",
        {"state": state},
    )


def holders(record: Record) -> list[Holder]:
    """Return the states of which the record has a claim or a role."""
    return record.rows(
        Holder,
        "SELECT state, count(*) FILTER (what = 'claim'), count(*) FILTER (what = 'role') FROM"
        " (SELECT state, 'claim' AS what FROM self_report UNION ALL SELECT state, 'role' FROM role)"
        " GROUP BY state ORDER BY state",
    )


def reviews_by(record: Record, state: str, on: date) -> list[UprReview]:
    """Return a state's reviews as they were known on a day, the earliest first."""
    return _of_state(record, UprReview, "upr_review", state, on, "cycle")


def paragraphs_of(record: Record, state: str, reports: list[str]) -> list[UprParagraph]:
    """Return the paragraphs of the named reports that list a state's recommendations."""
    return record.rows(
        UprParagraph,
        "SELECT * FROM upr_paragraph WHERE state = $state AND list_contains($reports, report_symbol)"
        " ORDER BY report_symbol, paragraph",
        {"state": state, "reports": reports},
    )


def visits_by(record: Record, state: str, on: date) -> list[Visit]:
    """Return the visits to a state over, and the requests known, on a day; the earliest first."""
    return _of_state(record, Visit, "visit", state, on, "opened, mandate")


def accreditations_by(record: Record, state: str, on: date) -> list[NhriStatus]:
    """Return what is known on a day of the accreditation of a state's national institution, the earliest first."""
    return _of_state(record, NhriStatus, "nhri_status", state, on, "year, date NULLS FIRST, event")


def observations_by(record: Record, state: str, on: date) -> list[ConcludingObservation]:
    """Return the treaty bodies' concluding observations on a state known on a day, the earliest first."""
    order = "coalesce(adopted, considered, document_date), treaty_body"
    return _of_state(record, ConcludingObservation, "concluding_observation", state, on, order)


def sponsored_by(record: Record, state: str, on: date) -> list[Sponsorship]:
    """Return the texts adopted by a day on whose list of sponsors a state is, the earliest first."""
    return _of_state(record, Sponsorship, "sponsorship", state, on, "adopted, symbol")


def _of_state(record: Record, row_type, table: str, state: str, on: date, order: str) -> list:
    known = view_of(table, table, on)
    return record.rows(row_type, f"SELECT * FROM ({known}) WHERE state = $state ORDER BY {order}", {"state": state})


def texts_of_council(record: Record) -> list[TitledText]:
    """Return the texts of the Council that have a symbol, by session and symbol."""
    return record.rows(
        TitledText,
        "SELECT symbol, slug, title, session, kind, decided_on, how_decided, outcome, source_id FROM text"
        " WHERE symbol IS NOT NULL ORDER BY decided_on NULLS LAST, symbol",
    )
