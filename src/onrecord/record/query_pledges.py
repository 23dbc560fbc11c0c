"""Questions about pledges: the clauses, and the rows of each state that tell whether they were kept."""

from collections.abc import Callable, Iterable
from dataclasses import fields
from datetime import date
from functools import lru_cache
from typing import Any

from onrecord.record.query_treaties import TREATIES_AS_AT
from onrecord.record.store import Record
from onrecord.sources.facts_commitments import YN, Indicator, Pledge
from onrecord.sources.facts_cooperation import NhriStatus, Sponsorship, StandingInvitation, UprReview, Visit
from onrecord.sources.facts_read import DOCUMENT
from onrecord.vocabulary.dates import PartialDate

_PARTIAL = frozenset({"pledged_on", "date", "review_date", "report_adopted", "outcome_date"})


def pledges(record: Record) -> list[Pledge]:
    """Return every clause, by state, day and id."""
    return _typed(record, Pledge, "pledge ORDER BY state, pledged_on, pledge_id", _clause)


def known_to(record: Record) -> date:
    """Return the last day that the record knows of as a whole: its day, or the last day of its curated lists."""
    ((last,),) = record.tuples(
        "SELECT max(d) FROM (SELECT max(date) AS d FROM rollcall WHERE body = 'HRC' AND source_id NOT LIKE $documents"
        " UNION ALL SELECT max(date) FROM treaty_act WHERE source_id NOT LIKE $documents)",
        {"documents": f"{DOCUMENT}%"},
    )
    return record.as_of or max(last, TREATIES_AS_AT)


def rows_of(record: Record, table: str) -> list[Any]:
    """Return the rows of a table that pledges are judged from."""
    return _typed(record, _TABLES[table][0], f"{table} WHERE {_TABLES[table][1]}")


_OF_PLEDGERS = "state IN (SELECT state FROM pledge)"
_TABLES: dict[str, tuple[type, str]] = {
    "visit": (Visit, f"{_OF_PLEDGERS} ORDER BY ALL"),
    "standing_invitation": (StandingInvitation, f"{_OF_PLEDGERS} ORDER BY ALL"),
    "nhri_status": (NhriStatus, f"{_OF_PLEDGERS} ORDER BY ALL"),
    "upr_review": (UprReview, f"{_OF_PLEDGERS} ORDER BY ALL"),
    "sponsorship": (Sponsorship, f"{_OF_PLEDGERS} ORDER BY ALL"),
}


@lru_cache(maxsize=4)
def recommendations_cover(record: Record) -> tuple[date, date] | None:
    """Return the first and last review day of the compilation of recommendations; None where it holds none."""
    ((first, last),) = record.tuples("SELECT min(review_date), max(review_date) FROM recommendation")
    return (first, last) if first else None


def recommended(record: Record) -> list[tuple[Any, ...]]:
    """Return, for states that pledged to recommend, the recommendations made on each day of reviews.

    Each is the recommending state, the day, the states under review, the recommendations, the source.
    """
    return record.tuples(
        "SELECT by_state, review_date, count(DISTINCT state), count(*), min(source_id) FROM recommendation"
        " WHERE review_date IS NOT NULL AND by_state IN (SELECT state FROM pledge WHERE indicator = ?)"
        " GROUP BY by_state, review_date ORDER BY by_state, review_date",
        [Indicator.MAKE_RECOMMENDATIONS.value],
    )


def _typed(record: Record, row_type: type[Any], rest: str, more: Callable[[dict], dict] = dict) -> list[Any]:
    names = [field.name for field in fields(row_type)]
    found = record.tuples(f"SELECT {', '.join(names)} FROM {rest}")
    return [row_type(**more(_partial(zip(names, values, strict=True)))) for values in found]


def _partial(row: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    return {name: PartialDate(value) if name in _PARTIAL and value else value for name, value in row}


def _clause(row: dict[str, Any]) -> dict[str, Any]:
    coded = {name: YN(row[name]) for name in ("specific", "measurable", "verifiable")}
    return {**row, **coded, "indicator": Indicator(row["indicator"])}
