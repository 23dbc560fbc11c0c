"""The ratings of a state as the checker asks for them: by rating and edition."""

from datetime import date
from functools import lru_cache

from onrecord.claims.evidence import row
from onrecord.claims.naming import capital, state_name
from onrecord.record.query_standing import ANNUAL, editions, nhri_statuses, nhri_years, ranked, ratings
from onrecord.record.store import Record
from onrecord.sources.facts_cooperation import NhriStatus, Rating
from onrecord.vocabulary.periods import Period
from onrecord.vocabulary.verdicts import Evidence

JOINT_EDITION = {2012: 2011}
"""RSF's edition of two years: "2011/2012", which came out in January 2012 and has 2011 as its key."""

WORDS = {"F": "Free", "PF": "Partly Free", "NF": "Not Free"}
STATUS_WORDS = {"A": "A status", "B": "B status", "none": "no A or B status"}


@lru_cache(maxsize=2048)
def ratings_of(record: Record, state: str) -> dict[tuple[str, int], Rating]:
    """Return the ratings of a state by rating and edition."""
    return {(r.rating, r.edition): r for r in ratings(record, state)}


@lru_cache(maxsize=2048)
def statuses_of(record: Record, state: str) -> tuple[NhriStatus, ...]:
    """Return the statuses of a state's national institution, year by year, and the decisions on it."""
    there = record.gazetteer.state(state)
    return tuple(s for s in nhri_statuses(record, state) if there.existed(date(s.year, 12, 31)))


def editions_of(record: Record, state: str, rating: str) -> list[int]:
    """Return the editions of a rating that the record has of a state."""
    return sorted(edition for name, edition in ratings_of(record, state) if name == rating)


@lru_cache(maxsize=64)
def all_editions(record: Record, rating: str) -> tuple[int, ...]:
    """Return the editions of a rating that the record has of any state."""
    return editions(record, rating)


@lru_cache(maxsize=16)
def years_of_series(record: Record) -> frozenset[int]:
    """Return the years of the annual series of national institutions."""
    return frozenset(nhri_years(record))


def press_edition(record: Record, state: str, period: Period | None) -> int | None:
    """Return the edition of RSF's index that a period names, or the latest; None where the record has no rank in it."""
    known = editions_of(record, state, "RSF-rank")
    if period is None or period.first is None:
        out = [e for e in known if period is None or came_out_by(e, period)]
        return out[-1] if out else None
    named = year_of(period)
    if named is None:
        return None
    return named if named in known else JOINT_EDITION.get(named) if JOINT_EDITION.get(named) in known else None


def came_out_by(edition: int, period: Period) -> bool:
    """Return whether an edition was out by the last day of a period: editions come out in the first half of a year."""
    return period.last is None or date(edition, 6, 30) <= period.last


def is_stale(record: Record, latest: int) -> bool:
    """Return whether an edition later than the latest in the record may be out on the day of the text."""
    return record.as_of is None or record.as_of >= date(latest + 1, 6, 30)


def year_of(period: Period) -> int | None:
    """Return the year that names an edition: that of the period, or the first of two ("2011/2012")."""
    if period.first is None or period.last is None:
        return None
    return period.first.year if period.last.year - period.first.year <= 1 else None


def of_edition(record: Record, edition: int) -> Rating | None:
    """Return how many states RSF ranked in an edition."""
    return ranked(record).get(edition)


def rating_row(record: Record, rating: Rating) -> Evidence:
    """Return a rating as evidence."""
    if rating.state is None:
        says = f"RSF ranked {rating.value} states in the edition {rating.edition}"
        return row(record, f"indices:/{rating.rating}/{rating.edition}", says, rating.source_id)
    value = WORDS.get(rating.value, rating.value)
    says = f"{capital(state_name(record, rating.state))}, {_LABELS[rating.rating]}, edition {rating.edition}: {value}"
    page = f"/standing/{record.gazetteer.state(rating.state).slug}"
    return row(record, f"indices:{rating.state}/{rating.rating}/{rating.edition}", says, rating.source_id, None, page)


_LABELS = {
    "RSF-rank": "rank in RSF's press freedom index",
    "RSF-score": "score in RSF's press freedom index",
    "FH-status": "status by Freedom House",
    "FH-PR": "political rights by Freedom House",
    "FH-CL": "civil liberties by Freedom House",
}


def status_row(record: Record, status: NhriStatus) -> Evidence:
    """Return a status of a national institution as evidence."""
    what = "status in the annual series" if is_annual(status) else status.event
    name = capital(state_name(record, status.state))
    had = f"{status.date or status.year}: {STATUS_WORDS[status.status]} ({what})"
    says = f"{name}, national human rights institution, {had}"
    page = f"/standing/{record.gazetteer.state(status.state).slug}"
    return row(record, f"nhri:{status.state}/{status.year}/{status.status}", says, status.source_id, None, page)


def is_annual(status: NhriStatus) -> bool:
    """Return whether a row is of the annual series, not a decision."""
    return status.event.startswith(ANNUAL)
