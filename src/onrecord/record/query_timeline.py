"""Dated events of one state, from every table that has some, as rows to be put into words."""

from dataclasses import dataclass

from onrecord.record.store import Record


@dataclass(frozen=True, slots=True)
class EventRow:
    """One thing that happened to or was done by a state: when, what sort, the words it is told with, its document."""

    date: str
    kind: str
    what: str
    detail: str | None
    key: str | None
    source_id: str
    document: str | None = None


_QUERIES = (
    """SELECT CAST(election_date AS VARCHAR), 'election', regional_group,
         CASE elected WHEN 'yes' THEN 'elected' ELSE 'not elected' END
           || coalesce(' with ' || votes || ' votes', '; its total was not found'),
         CAST(election_date AS VARCHAR), source_id
       FROM candidacy WHERE state = $state AND standing = 'candidate'""",
    """SELECT CAST(term_start AS VARCHAR), 'term begins', 'Human Rights Council', how_entered,
         CAST(election_date AS VARCHAR), source_id FROM membership WHERE state = $state""",
    """SELECT CAST(term_end AS VARCHAR), 'term ends', 'Human Rights Council', end_reason, NULL, source_id
       FROM membership WHERE state = $state AND end_reason IS NOT NULL""",
    """SELECT CAST(date AS VARCHAR), 'treaty', instrument.title, act, instrument, treaty_act.source_id
       FROM treaty_act JOIN instrument USING (instrument)
       WHERE state = $state AND NOT starts_with(act, 'declaration')""",
    """SELECT opened, 'visit', mandate, status, NULL, source_id, report_symbol
       FROM (SELECT * REPLACE (CAST(opened AS VARCHAR) AS opened) FROM visit) WHERE state = $state""",
    """SELECT review_date, 'review', CAST(cycle AS VARCHAR),
         report_items || ' numbered recommendations in the report', CAST(cycle AS VARCHAR), source_id,
         report_symbol
       FROM upr_review WHERE state = $state AND review_date IS NOT NULL""",
    """SELECT CAST(opened AS VARCHAR), 'special session', subject_matter, role, special_session.session,
         session_request.source_id
       FROM session_request JOIN special_session USING (session)
       WHERE state = $state AND opened IS NOT NULL
       QUALIFY row_number() OVER (PARTITION BY session ORDER BY role) = 1""",
    """SELECT date, 'joint statement', subject_matter, CASE led_by WHEN $state THEN 'led' ELSE 'joined' END,
         statement, signature.source_id
       FROM signature JOIN joint_statement USING (statement) WHERE state = $state""",
    """SELECT CAST(adopted AS VARCHAR), 'sponsorship', title, role, symbol, source_id, symbol
       FROM sponsorship WHERE state = $state""",
    """SELECT coalesce(adopted, considered, document_date), 'observations', treaty_body, report_considered, symbol,
         source_id, symbol
       FROM concluding_observation WHERE state = $state AND coalesce(adopted, considered, document_date) IS NOT NULL""",
    """SELECT CAST(edition AS VARCHAR), 'rating', 'Freedom House', before || ' → ' || value, NULL, source_id
       FROM (SELECT *, lag(value) OVER (ORDER BY edition) AS before FROM rating
             WHERE state = $state AND rating = 'FH-status') WHERE before <> value""",
    """SELECT coalesce(date, CAST(year AS VARCHAR)), 'national institution', 'GANHRI', before || ' → ' || status, NULL,
         source_id
       FROM (SELECT *, lag(status) OVER (ORDER BY year, date NULLS FIRST) AS before FROM nhri_status
             WHERE state = $state) WHERE before <> status""",
    """SELECT said_on, 'self-report', claim, said_by, claim_id, source_id FROM self_report WHERE state = $state""",
    """SELECT held_from, 'role', organisation, role, role_id, source_id FROM role
       WHERE state = $state AND held_from IS NOT NULL""",
)


def events(record: Record, state: str) -> list[EventRow]:
    """Return the state's dated events, earliest first; a date is as precise as its source gives it."""
    rows = [row for sql in _QUERIES for row in record.rows(EventRow, sql, {"state": state})]
    return sorted(rows, key=lambda row: (row.date, row.kind, row.what, row.key or ""))
