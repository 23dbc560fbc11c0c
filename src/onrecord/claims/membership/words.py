"""How terms read in a sentence, and as evidence."""

from collections.abc import Iterable, Sequence

from onrecord.claims.evidence import row as evidence_row
from onrecord.claims.membership.terms import KnownTerm
from onrecord.claims.naming import day, joined, state_name
from onrecord.record.store import Record
from onrecord.vocabulary.verdicts import Evidence

MOST_SHOWN = 60
"""Rows given as evidence at most; the finding says how many were counted."""

_HOW = {"suspended": "when its membership was suspended", "withdrew": "when it withdrew"}


def term_words(term: KnownTerm) -> str:
    """Return a term by its days, with how it ended where that was before its time."""
    parts = joined(f"{day(first)} to {day(last)}" for first, last in term.spans)
    early = _HOW.get(term.end_reason or "")
    return f"{parts}, {early}" if early else parts


def terms_words(terms: Sequence[KnownTerm]) -> str:
    """Return a state's terms as a list; "none" for none."""
    return "; ".join(term_words(t) for t in terms) if terms else "none"


def term_rows(record: Record, term: KnownTerm) -> list[Evidence]:
    """Return a term as evidence, one row for each stretch that it was held in."""
    name = state_name(record, term.state)
    page = f"/elections/{term.elected_on.isoformat()}"
    return [
        evidence_row(
            record,
            f"membership:{term.state}/{first.isoformat()}",
            f"{name}: member from {day(first)} to {day(last)}, elected on {day(term.elected_on)}",
            term.source_id,
            None,
            page,
        )
        for first, last in term.spans
    ]


def rows_of(record: Record, terms: Iterable[KnownTerm]) -> tuple[Evidence, ...]:
    """Return terms as evidence, not more than can be shown."""
    return tuple(e for t in terms for e in term_rows(record, t))[:MOST_SHOWN]
