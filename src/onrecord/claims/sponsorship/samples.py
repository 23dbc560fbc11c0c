"""Sentences about sponsors of texts that the record writes of itself, each with a twin in which one fact is changed."""

from collections.abc import Iterator
from random import Random

from onrecord.claims.relation import Sample
from onrecord.record.store import Record


def samples(record: Record, chance: Random) -> Iterator[Sample]:
    """Yield sentences about random sponsors of texts, without end."""
    yield from ()
