"""Whether a commitment was kept, judged from the rows of its state."""

from functools import lru_cache

from onrecord.claims.pledges.clauses_known import Clause
from onrecord.measures.judgement import Judgement, Recommended, Rows
from onrecord.measures.pledges import judge
from onrecord.record import query_pledges as ask
from onrecord.record.query_treaties import acts_by_state, treaties_known_to
from onrecord.record.store import Record

_TABLES = ("visit", "standing_invitation", "nhri_status", "upr_review", "sponsorship")


@lru_cache(maxsize=16)
def _tables(record: Record) -> dict[str, dict[str, tuple]]:
    found: dict[str, dict[str, list]] = {name: {} for name in (*_TABLES, "recommended")}
    for name in _TABLES:
        for row in ask.rows_of(record, name):
            found[name].setdefault(row.state, []).append(row)
    for state, *rest in ask.recommended(record):
        found["recommended"].setdefault(state, []).append(Recommended(*rest))
    return {name: {state: tuple(rows) for state, rows in by.items()} for name, by in found.items()}


@lru_cache(maxsize=256)
def _rows(record: Record, state: str) -> Rows:
    tables = _tables(record)
    return Rows(
        acts=acts_by_state(record).get(state, ()),
        visits=tables["visit"].get(state, ()),
        invitations=tables["standing_invitation"].get(state, ()),
        institutions=tables["nhri_status"].get(state, ()),
        reviews=tables["upr_review"].get(state, ()),
        recommended=tables["recommended"].get(state, ()),
        sponsored=tables["sponsorship"].get(state, ()),
        acts_known_to=treaties_known_to(record),
        known_to=ask.known_to(record),
        recommendations_cover=ask.recommendations_cover(record),
    )


@lru_cache(maxsize=1024)
def judged(record: Record, clause: Clause) -> Judgement:
    """Return whether a commitment was kept by its due date, or by the record's day."""
    return judge(clause.pledge, _rows(record, clause.pledge.state))
