"""Claims about ratings as plain sentences, which the reader reads back to the same claim."""

from onrecord.claims.naming import capital, joined, state_name, when
from onrecord.claims.ratings.rows import STATUS_WORDS, WORDS
from onrecord.claims.ratings.typed import (
    AccreditationMoved,
    Accredited,
    Free,
    FreeMoved,
    Institution,
    Ranked,
    RankedBeside,
    RankMoved,
    Scored,
)
from onrecord.record.store import Record
from onrecord.vocabulary.periods import Period


def _edition(period: Period | None) -> str:
    if period is None:
        return ""
    if period.first and period.last and period.last.year == period.first.year + 1:
        return f" in the {period.first.year}/{period.last.year} edition"
    return f" in the {period.first.year} edition" if period.first and period.last else when(period)


def say_ranked(claim: Ranked, record: Record) -> str:
    """Return "RSF ranked Kenya 69th of 180 in the 2022 edition"."""
    of = f" of {claim.of}" if claim.of is not None else ""
    rank = " last" if claim.last else f" {claim.rank}" if claim.rank is not None else ""
    return f"RSF ranked {state_name(record, claim.state)}{rank}{of}{_edition(claim.edition)}."


def say_moved(claim: RankMoved, record: Record) -> str:
    """Return "Kenya fell 12 places in RSF's index, from 104 to 116, in the 2023 edition"."""
    by = f" {claim.by} places" if claim.by is not None else ""
    start = f" from {claim.before}" if claim.before is not None else ""
    end = f" to {claim.after}" if claim.after is not None else ""
    verb = "rose" if claim.up else "fell"
    at = _edition(claim.edition)
    if claim.since and claim.edition and claim.since.first and claim.edition.last:
        at = f" between {claim.since.first.year} and {claim.edition.last.year}"
    elif claim.since and claim.since.first:
        at = f" since {claim.since.first.year}"
    moved = f"{verb}{by}{start}{end}{at}"
    return f"In RSF's press freedom index {state_name(record, claim.state)} {moved}."


def say_beside(claim: RankedBeside, record: Record) -> str:
    """Return "RSF ranked Kenya above Uganda in the 2022 edition"."""
    side = "above" if claim.above else "below"
    a, b = (state_name(record, s) for s in (claim.state, claim.other))
    return f"RSF ranked {a} {side} {b}{_edition(claim.edition)}."


def say_free(claim: Free, record: Record) -> str:
    """Return "Freedom House rated Kenya Partly Free in the 2012 edition"."""
    names = joined(state_name(record, s) for s in claim.states)
    status = f" “{WORDS[claim.status]}”" if claim.status else ""
    scores = [
        f"{value} for {what}"
        for value, what in ((claim.political_rights, "political rights"), (claim.civil_liberties, "civil liberties"))
        if value is not None
    ]
    with_scores = f"{', with' if status else ''} {joined(scores)}" if scores else ""
    did = "did not rate" if claim.denied else "rated"
    at = _edition(claim.edition) if claim.book else when(claim.edition)
    return f"Freedom House {did} {names}{status}{with_scores}{at}."


def say_free_moved(claim: FreeMoved, record: Record) -> str:
    """Return "Freedom House downgraded Mali from Partly Free to Not Free in 2012"."""
    verb = "upgraded" if claim.up else "downgraded" if claim.up is False else "moved"
    start = f" from “{WORDS[claim.before]}”" if claim.before else ""
    end = f" to “{WORDS[claim.after]}”" if claim.after else ""
    return f"Freedom House {verb} {state_name(record, claim.state)}{start}{end}{when(claim.edition)}."


def say_scored(claim: Scored, record: Record) -> str:
    """Return what is said of a score that is not in the record."""
    return f"{claim.body} gave {state_name(record, claim.state)} a score."


def say_accredited(claim: Accredited, record: Record) -> str:
    """Return "The national human rights institution of Kenya had A status in 2016"."""
    verb = "was accredited with" if claim.granted else "had" if claim.when else "has"
    no = "did not have" if claim.denied else verb
    throughout = " throughout" if claim.since else ""
    held = f"{no} {STATUS_WORDS[claim.status]}{throughout}{when(claim.when)}"
    return f"The national human rights institution of {state_name(record, claim.state)} {held}."


def say_accreditation_moved(claim: AccreditationMoved, record: Record) -> str:
    """Return "The national human rights institution of Thailand was upgraded from B status to A status in 2022"."""
    verb = "upgraded" if claim.up else "downgraded"
    start = f" from {STATUS_WORDS[claim.before]}" if claim.before else ""
    end = f" to {STATUS_WORDS[claim.after]}" if claim.after else ""
    name = state_name(record, claim.state)
    return capital(f"the national human rights institution of {name} was {verb}{start}{end}{when(claim.when)}.")


def say_institution(claim: Institution, record: Record) -> str:
    """Return "A national human rights institution operates in Kenya"."""
    return f"A {claim.name} operates in {state_name(record, claim.state)}{when(claim.when)}."
