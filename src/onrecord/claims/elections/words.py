"""How elections and candidacies read in a sentence, and as evidence."""

from collections.abc import Iterable, Sequence

from onrecord.claims.elections.slates import Election
from onrecord.claims.elections.typed import Race, What
from onrecord.claims.evidence import row as evidence_row
from onrecord.claims.naming import day, joined, many, state_name
from onrecord.record.query_elections import CandidacyRow
from onrecord.record.store import Record
from onrecord.vocabulary.periods import Period
from onrecord.vocabulary.states import RegionalGroup
from onrecord.vocabulary.verdicts import Evidence

MOST_SHOWN = 60
"""Rows given as evidence at most; the finding says how many were counted."""

WHAT = {
    What.CANDIDATES: "candidate",
    What.SEATS: "seat",
    What.ELECTED: "state",
    What.NEW: "new member",
    What.NEWCOMERS: "newcomer",
    What.REELECTED: "member",
    What.LOSERS: "unsuccessful candidate",
}


def group_name(group: str) -> str:
    """Return a regional group as the UN writes it."""
    return RegionalGroup(group).label


def years(period: Period) -> str:
    """Return a term by its years: 2013–2015."""
    if period.first and period.last:
        return f"{period.first.year}–{period.last.year}"
    if period.first:
        return f"{period.first.year}"
    return period.words


def race_words(race: Race) -> str:
    """Return which election is meant, within a sentence: " in the election of 12 November 2012"."""
    kind = "by-election" if race.by_election else "election"
    words = f" in the {kind}{_of(race.period)}" if race.period else f" in {'the' if race.dated else 'any'} {kind}"
    term = f" for the {years(race.term)} term" if race.term and race.term.last else ""
    begin = f" for a term beginning in {years(race.term)}" if race.term and race.term.last is None else ""
    return f"{words}{term}{begin}"


def _of(period: Period | None) -> str:
    if period is None:
        return ""
    words = period.words
    for lead in ("on ", "in "):
        if words.startswith(lead):
            return f" of {words.removeprefix(lead)}"
    return f" {words}"


def elections_words(found: Sequence[Election]) -> str:
    """Return elections by their days: "the election of 12 November 2012"."""
    days = joined(day(e.date) for e in found)
    return f"the election{'s' * (len(found) > 1)} of {days}"


def totals_words(totals: Sequence[int]) -> str:
    """Return a state's totals in print: "183 votes", "169 votes, 164 by another source"."""
    used, *others = totals
    rest = f", {joined(map(str, others))} by other sources" if others else ""
    return f"{many(used, 'vote')}{rest}"


def fate_words(election: Election, row: CandidacyRow) -> str:
    """Return what became of a candidacy: "elected on 12 November 2012 with 183 votes for 2013–2015"."""
    on = day(election.date)
    if row.standing == "withdrawn":
        return f"withdrew its candidacy before the election of {on}"
    totals = election.totals.get(row.state)
    votes = f" with {totals_words(totals)}" if totals else ", vote total not in the record"
    if row.standing == "stray votes":
        return f"not a declared candidate in the election of {on}; {many(row.votes or 0, 'stray vote')}"
    if row.elected != "yes":
        return f"stood in the election of {on} and was not elected{votes}"
    term = f" for {row.term_start.year}–{row.term_end.year}" if row.term_start and row.term_end else ""
    return f"elected on {on}{term}{votes}"


def candidacy_row(record: Record, election: Election, row: CandidacyRow) -> Evidence:
    """Return a candidacy as evidence."""
    name = state_name(record, row.state, election.date)
    says = f"{name} ({group_name(row.regional_group)}): {fate_words(election, row)}"
    row_id = f"elections:{election.date.isoformat()}/{row.regional_group}/{row.state}"
    return evidence_row(record, row_id, says, row.source_id, None, f"/elections/{election.date.isoformat()}")


def rows_of(record: Record, found: Iterable[tuple[Election, CandidacyRow]]) -> tuple[Evidence, ...]:
    """Return candidacies as evidence, not more than can be shown."""
    return tuple(candidacy_row(record, e, r) for e, r in list(found)[:MOST_SHOWN])


def names(record: Record, states: Iterable[str]) -> str:
    """Return states as a list in a sentence; "none" for none."""
    listed = [state_name(record, s) for s in states]
    return joined(listed) if listed else "none"
