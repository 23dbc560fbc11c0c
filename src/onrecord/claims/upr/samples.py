"""Sentences about the Universal Periodic Review, each with a twin in which one fact is changed."""

from collections.abc import Iterator
from random import Random

from onrecord.claims.relation import Sample
from onrecord.claims.upr.samples_documents import adopted, compared, numbered, outcomes, reports
from onrecord.claims.upr.samples_numbers import between, made, numbers, ranks, responses, shares, to_each
from onrecord.claims.upr.samples_reviews import held, how_often, last_ones
from onrecord.record.store import Record

_WRITERS = (
    held, how_often, last_ones, numbers, responses, shares, made, to_each, ranks, outcomes, reports, adopted, numbered,
    compared, between,
)  # fmt: skip


def samples(record: Record, chance: Random) -> Iterator[Sample]:
    """Yield sentences about random reviews and recommendations, without end."""
    while True:
        sample = chance.choice(_WRITERS)(record, chance)
        if sample is not None:
            yield sample
