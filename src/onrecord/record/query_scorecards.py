"""Questions about what candidates and pairs of states have done: treaties, reviews, visits, statements, ratings."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from onrecord.record.store import Record


@dataclass(frozen=True, slots=True)
class InstrumentRow:
    """A treaty. ``by_declaration`` is true where complaints need a declaration, false where joining is enough."""

    instrument: str
    title: str
    complaint_procedure: bool
    by_declaration: bool
    complaint_note: str | None


@dataclass(frozen=True, slots=True)
class NhriRow:
    """The status of a state's national institution in a year, or by a dated decision."""

    state: str
    institution: str | None
    status: str
    year: int
    date: str | None
    event: str
    confidence: int
    source_id: str


@dataclass(frozen=True, slots=True)
class UprRow:
    """A review in one cycle, with its counts where they are in the record, in the unit named."""

    state: str
    cycle: int
    recommendations: int | None
    supported: int | None
    count_unit: str | None
    report_symbol: str | None
    outcome_decision: str | None
    outcome_date: str | None
    confidence: int
    source_id: str


@dataclass(frozen=True, slots=True)
class VisitRow:
    """A visit by a special procedure, or a request for one."""

    state: str
    mandate: str
    opened: date
    closed: date | None
    status: str
    report_symbol: str | None
    confidence: int
    source_id: str


@dataclass(frozen=True, slots=True)
class InvitationRow:
    """What a source says of a state's standing invitation."""

    state: str
    date: str
    date_meaning: str
    event: str
    confidence: int
    source_id: str


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A joint statement on a country situation, with the states known to have joined it."""

    statement: str
    date: str
    subject_matter: str
    situation: str
    led_by: str | None
    list_complete: str
    source_id: str
    joined_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LeadRow:
    """Something a state led on a country situation: a joint statement, a special session, a text."""

    state: str
    situation: str
    what: str
    date: str | None
    source_id: str


@dataclass(frozen=True, slots=True)
class PledgeRow:
    """The clauses of one candidacy's commitments that are in the record, with the document that holds them."""

    state: str
    term: str
    document_symbol: str | None
    pledged_on: str
    clauses: int
    source_id: str


@dataclass(frozen=True, slots=True)
class RatingRow:
    """A rating of a state in one edition of an outside body's index."""

    state: str
    rating: str
    edition: int
    value: str
    year_under_review: str | None
    confidence: int
    source_id: str


def _columns(row_type: type[Any]) -> str:
    return ", ".join(field.name for field in fields(row_type))


def instruments(record: Record) -> list[InstrumentRow]:
    """Return the treaties in the order of their adoption."""
    return record.rows(
        InstrumentRow,
        "SELECT instrument, title, complaint_procedure = 'yes',"
        " complaint_procedure = 'yes' AND complaint_note LIKE '%by declaration%', complaint_note"
        " FROM instrument ORDER BY adopted, instrument",
    )


def institutions(record: Record, states: Sequence[str]) -> list[NhriRow]:
    """Return what is known of some states' national institutions, the latest status last."""
    return record.rows(
        NhriRow,
        f"SELECT {_columns(NhriRow)} FROM nhri_status WHERE list_contains(?, state)"
        " ORDER BY state, coalesce(last_day_of(date), make_date(year, 12, 31)), date NULLS LAST, source_id",
        [list(states)],
    )


def reviews(record: Record, states: Sequence[str]) -> list[UprRow]:
    """Return some states' reviews by cycle."""
    sql = f"SELECT {_columns(UprRow)} FROM upr_review WHERE list_contains(?, state) ORDER BY state, cycle"
    return record.rows(UprRow, sql, [list(states)])


def visits(record: Record, states: Sequence[str]) -> list[VisitRow]:
    """Return the visits of special procedures to some states that are in the record."""
    return record.rows(
        VisitRow,
        f"SELECT {_columns(VisitRow)} FROM visit WHERE list_contains(?, state) AND kind = 'special procedure'"
        " ORDER BY opened, mandate",
        [list(states)],
    )


def invitations(record: Record, states: Sequence[str]) -> list[InvitationRow]:
    """Return what sources say of some states' standing invitations, by day."""
    sql = f"SELECT {_columns(InvitationRow)} FROM standing_invitation WHERE list_contains(?, state)"
    return record.rows(InvitationRow, f"{sql} ORDER BY state, last_day_of(date), event, source_id", [list(states)])


def situation_statements(record: Record) -> list[StatementRow]:
    """Return the joint statements on country situations with all known to have joined each."""
    found = record.tuples(
        "SELECT * FROM (SELECT j.statement, j.date AS day, j.subject_matter, j.situation, j.led_by, j.list_complete,"
        " j.source_id, list(g.state ORDER BY g.state) FILTER (g.state IS NOT NULL)"
        " FROM joint_statement j LEFT JOIN signature g USING (statement) WHERE j.situation IS NOT NULL GROUP BY ALL)"
        " ORDER BY last_day_of(day), statement"
    )
    return [StatementRow(*rest, tuple(joined or ())) for *rest, joined in found]


def leads(record: Record, states: Sequence[str]) -> list[LeadRow]:
    """Return what some states led on situations other than their own, as far as the record knows it."""
    return record.rows(
        LeadRow,
        "SELECT state, situation, what, day, source_id FROM ("
        " SELECT led_by AS state, situation, 'led a joint statement: ' || subject_matter AS what,"
        " date AS day, source_id"
        " FROM joint_statement WHERE situation IS NOT NULL"
        " UNION ALL SELECT r.state, s.situation, 'asked for the special session ' || session || ': ' || subject_matter,"
        " CAST(s.opened AS VARCHAR), r.source_id"
        " FROM session_request r JOIN special_session s USING (session)"
        " WHERE r.role = 'requested' AND s.situation IS NOT NULL"
        " UNION ALL SELECT p.state, i.subject, 'main sponsor of ' || p.symbol || ': ' || p.title,"
        " CAST(p.adopted AS VARCHAR), p.source_id"
        " FROM sponsorship p JOIN text t ON t.symbol = p.symbol JOIN situation i USING (text_id)"
        " WHERE p.role = 'main sponsor' AND i.subject IS NOT NULL)"
        " WHERE list_contains(?, state) AND situation <> state ORDER BY state, day NULLS FIRST, what",
        [list(states)],
    )


def candidacy_pledges(record: Record, states: Sequence[str]) -> list[PledgeRow]:
    """Return the candidacies of some states whose commitments are in the record, with how many clauses."""
    return record.rows(
        PledgeRow,
        "SELECT state, term, max(nullif(document_symbol, 'none')), min(pledged_on), count(*), min(source_id)"
        " FROM pledge WHERE basis = 'HRC candidacy' AND list_contains(?, state) GROUP BY state, term"
        " ORDER BY state, term",
        [list(states)],
    )


def ratings(record: Record, states: Sequence[str]) -> list[RatingRow]:
    """Return the ratings of some states by index and edition."""
    sql = f"SELECT {_columns(RatingRow)} FROM rating WHERE list_contains(?, state) ORDER BY rating, edition, state"
    return record.rows(RatingRow, sql, [list(states)])


def ranked_in(record: Record) -> dict[int, int]:
    """Return how many countries each edition of the RSF index ranks, where the record has it."""
    return {
        edition: int(value)
        for edition, value in record.tuples("SELECT edition, value FROM rating WHERE rating = 'RSF-n-countries'")
    }
