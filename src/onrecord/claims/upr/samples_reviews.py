"""Sentences about when and how often states were reviewed."""

from collections.abc import Sequence
from functools import lru_cache
from random import Random

from onrecord.claims.naming import capital, day, state_name
from onrecord.claims.relation import Sample
from onrecord.claims.upr.selecting import last_known, reviews_by_state
from onrecord.claims.upr.words import ordinal
from onrecord.record.store import Record
from onrecord.sources.facts_cooperation import UprReview
from onrecord.vocabulary.dates import PartialDate
from onrecord.vocabulary.errors import NotInVocabulary

_REVIEW = "upr review"
_FULL = 10


@lru_cache(maxsize=4)
def all_reviews(record: Record) -> tuple[UprReview, ...]:
    """Return every review of a state whose name is that of no other."""
    return tuple(r for state, rows in reviews_by_state(record).items() if plain(record, state) for r in rows)


@lru_cache(maxsize=512)
def plain(record: Record, state: str) -> bool:
    """Return whether a state's name stands for it alone: "the Congo" is the name of two."""
    try:
        return record.gazetteer.resolve(state_name(record, state)).iso3 == state
    except NotInVocabulary:
        return False


@lru_cache(maxsize=4)
def dated_reviews(record: Record) -> tuple[UprReview, ...]:
    """Return the reviews of which the day is known."""
    return tuple(r for r in all_reviews(record) if len(r.review_date or "") == _FULL)


def pair(chance: Random, patterns: Sequence[str], right: dict, wrong: dict, kind: tuple[str, str]) -> Sample:
    """Return a sentence and its twin by one pattern."""
    pattern = chance.choice(patterns)
    text, twin = (capital(pattern.format(**{**right, **given})) for given in ({}, wrong))
    return Sample(text, twin, *kind)


def held(record: Record, chance: Random) -> Sample:
    """Return a sentence that says when a state was reviewed."""
    one = chance.choice(dated_reviews(record))
    on = PartialDate(one.review_date or "").first
    state, nth = state_name(record, one.state), ordinal(one.cycle)
    year = on.year + chance.choice((-1, 1))
    patterns = (
        "The {nth} Universal Periodic Review of {state} took place on {date}.",
        "{state} underwent its {nth} UPR in {month}.",
        "{state} was reviewed under the Universal Periodic Review for the {nth} time in {month}.",
        "In {month}, {state} came up for its {nth} Universal Periodic Review.",
        "{state}'s {nth} UPR was held in {year}.",
        "The UPR Working Group examined {state} in {month}; its {nth} UPR took place on {date}.",
    )
    right = {"nth": nth, "state": state, "date": day(on), "month": f"{on:%B %Y}", "year": on.year}
    wrong = {"date": day(on.replace(year=year, day=min(on.day, 28))), "month": f"{on:%B} {year}", "year": year}
    return pair(chance, patterns[:5], right, wrong, (_REVIEW, "value"))


def how_often(record: Record, chance: Random) -> Sample | None:
    """Return a sentence that says how often a state was reviewed."""
    state, rows = chance.choice(list(reviews_by_state(record).items()))
    if not plain(record, state) or not last_known(record, rows) or rows[-1].cycle != len(rows):
        return None
    patterns = (
        "{state} has been reviewed {n} times under the Universal Periodic Review.",
        "{state} was reviewed {n} times under the UPR.",
        "Under the Universal Periodic Review, {state} has been reviewed {n} times.",
        "{state} has undergone {n} Universal Periodic Reviews.",
    )
    right = {"state": state_name(record, state), "n": len(rows)}
    return pair(chance, patterns, right, {"n": len(rows) + chance.choice((1, 2))}, (_REVIEW, "count"))


def last_ones(record: Record, chance: Random) -> Sample | None:
    """Return a sentence about a state's last review."""
    state, rows = chance.choice(list(reviews_by_state(record).items()))
    if len(rows[-1].review_date or "") != _FULL or not plain(record, state) or not last_known(record, rows):
        return None
    on = PartialDate(rows[-1].review_date or "").first
    patterns = (
        "The last Universal Periodic Review of {state} took place in {month}.",
        "{state}'s most recent UPR was in {month}.",
        "The latest Universal Periodic Review of {state} was held in {month}.",
        "{state} underwent its most recent Universal Periodic Review in {month}.",
    )
    right = {"state": state_name(record, state), "month": f"{on:%B %Y}"}
    return pair(chance, patterns, right, {"month": f"{on:%B} {on.year - 2}"}, (_REVIEW, "first or last"))
