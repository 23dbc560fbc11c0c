"""Recommendations whose words the record has: those supported that stand among the commitments."""

from collections.abc import Iterator

from onrecord.claims.pledges.clauses_known import Clause, clause_row, clauses_by_state
from onrecord.claims.pledges.content import content_of, says
from onrecord.claims.upr.typed import Recommended
from onrecord.record.store import Record
from onrecord.vocabulary.verdicts import Evidence

Known = list[tuple[str, Evidence]]
"""Commitments with the day of the review they come from."""


def supported(record: Record, state: str) -> Iterator[Clause]:
    """Yield the recommendations to a state that it supported and that the record has in words."""
    return (c for c in clauses_by_state(record).get(state, ()) if c.recommended)


def naming_treaty(record: Record, state: str, claim: Recommended) -> Known:
    """Return the recommendations supported that ask for each of the treaties named."""
    wanted = set(claim.treaties)
    return [
        (str(c.pledge.pledged_on), clause_row(record, c))
        for c in supported(record, state)
        if wanted <= set((c.pledge.indicator_of or "").split()) and _by(c, claim)
    ]


def accepted_words(record: Record, state: str, claim: Recommended) -> Known:
    """Return the recommendations supported that say what the sentence says, in other words."""
    claimed = content_of(claim.about)
    return [
        (str(c.pledge.pledged_on), clause_row(record, c))
        for c in supported(record, state)
        if says(claimed, c.content) and _by(c, claim)
    ]


def _by(clause: Clause, claim: Recommended) -> bool:
    return not claim.by or set(claim.by) <= set(clause.by)


def numbers_of(clause: Clause) -> tuple[tuple[str, int, int], ...]:
    """Return the paragraph and the first and last number of a clause: "95", 65, 68 for 95.65-95.68."""
    written = clause.pledge.paragraph or ""
    ends = [part.split(".") for part in written.split("-")]
    if not written or any(len(end) != 2 or not end[1].isdigit() for end in ends):
        return ()
    return ((ends[0][0], int(ends[0][1]), int(ends[-1][1])),)
