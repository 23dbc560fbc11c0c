"""Sentences about votes that the record writes of itself, each with a twin in which one fact is changed."""

from collections.abc import Iterator
from random import Random

from onrecord.claims.relation import Sample
from onrecord.claims.votes.samples_outcomes import changes, fates, figures
from onrecord.claims.votes.samples_positions import (
    all_of_a_year,
    none_or_most,
    one_state,
    several_states,
    some_of_a_year,
)
from onrecord.claims.votes.samples_shares import amounts, under_items, usual_of_a_year
from onrecord.claims.votes.samples_voters import (
    all_but,
    alone,
    among_them,
    exactly_whom,
    number,
    number_of_a_group,
    of_a_group,
)
from onrecord.record.store import Record

_KINDS = (
    one_state,
    several_states,
    all_of_a_year,
    some_of_a_year,
    none_or_most,
    number,
    exactly_whom,
    among_them,
    of_a_group,
    number_of_a_group,
    all_but,
    alone,
    figures,
    fates,
    changes,
    amounts,
    under_items,
    usual_of_a_year,
)


def samples(record: Record, chance: Random) -> Iterator[Sample]:
    """Yield sentences about random votes, without end."""
    makers = [make(record, chance) for make in _KINDS]
    while True:
        yield next(chance.choice(makers))
