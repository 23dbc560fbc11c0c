"""Questions about one state beside all others: on how many roll calls open to both they took the same position."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from onrecord.record.coverage_of import Span
from onrecord.record.store import Record
from onrecord.vocabulary.rollcalls import Body


@dataclass(frozen=True, slots=True)
class CountsWith:
    """One state's counts with another; the state's own line, with itself, says in how many it could vote and did.

    ``could`` roll calls were open to both; in ``n`` of them both voted yes, no or abstained; in ``unknown`` a position
    of one of the two is not in the record, and in the rest, ``absent``, one or both were absent.
    """

    state: str
    could: int
    n: int
    same: int
    one_step: int
    opposite: int
    absent: int
    unknown: int
    doubtful: int
    first: date
    last: date


_OPEN = {
    # The Assembly's roll calls carry no list of members: they were open to the members of the UN of the day.
    Body.GA: "SELECT rollcall_id, date, iso3 AS state FROM taken JOIN state"
    " ON un_member_from <= date AND (un_member_to IS NULL OR date <= un_member_to)",
    Body.HRC: "SELECT DISTINCT rollcall_id, date, state FROM taken JOIN membership"
    " ON date BETWEEN term_start AND term_end",
}
"""To whom each roll call was open."""

_COUNTS = """
WITH taken AS (
  SELECT rollcall_id, date FROM rollcall
  WHERE body = $body AND vote_taken AND year(date) BETWEEN $first_year AND $last_year
), open_to AS ({open_to}), stood AS (
  SELECT open_to.*, position, coalesce(doubtful, false) AS doubtful,
    CASE position WHEN 'yes' THEN 0 WHEN 'abstain' THEN 1 WHEN 'no' THEN 2 END AS place
  FROM open_to LEFT JOIN vote USING (rollcall_id, state)
), beside AS (
  SELECT other.state, other.date, abs(own.place - other.place) AS steps,
    own.position IS NULL OR other.position IS NULL AS unknown, own.doubtful OR other.doubtful AS doubtful
  FROM stood AS own JOIN stood AS other USING (rollcall_id) WHERE own.state = $state
)
SELECT state, count(*), count(steps),
  count(*) FILTER (steps = 0), count(*) FILTER (steps = 1), count(*) FILTER (steps = 2),
  count(*) FILTER (steps IS NULL AND NOT unknown), count(*) FILTER (unknown),
  count(*) FILTER (steps IS NOT NULL AND doubtful),
  min(date), max(date)
FROM beside GROUP BY state ORDER BY state
"""


@lru_cache(maxsize=256)
def counts_with_all(record: Record, state: str, body: Body, first_year: int, last_year: int) -> tuple[CountsWith, ...]:
    """Return a state's counts with every state that could vote when it could, itself among them, by code."""
    asked = {"body": body.value, "state": state, "first_year": first_year, "last_year": last_year}
    return tuple(record.rows(CountsWith, _COUNTS.format(open_to=_OPEN[body]), asked))


@lru_cache(maxsize=8)
def votes_taken_span(record: Record, body: Body) -> Span | None:
    """Return the first and last day of a body's votes in the record; None where there are none."""
    sql = "SELECT min(date), max(date) FROM rollcall WHERE body = ? AND vote_taken"
    ((first, last),) = record.tuples(sql, [body.value])
    return Span(first, last) if first else None
