"""What a relation of the record brings to the checker."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

from onrecord.claims.context import Context, Read
from onrecord.claims.mentions import Linked
from onrecord.claims.typed import Claim
from onrecord.record.store import Record
from onrecord.vocabulary.verdicts import Finding


@dataclass(frozen=True, slots=True)
class Sample:
    """A sentence that the record writes of itself, and its twin with one fact changed.

    ``text`` must be supported, ``twin`` refuted or conflicting. ``form`` is the kind of statement.
    """

    text: str
    twin: str
    relation: str
    form: str


@dataclass(frozen=True, slots=True)
class Relation:
    """One part of the record that sentences speak of.

    ``read`` finds its claims in a sentence; ``decide`` and ``say`` give for each type of claim the query that
    answers it and the sentence that says it plainly; ``samples`` writes sentences from random rows.
    """

    name: str
    read: Callable[[Linked, Context], list[Read]]
    decide: Mapping[type[Claim], Callable[[Any, Record], Finding]]
    say: Mapping[type[Claim], Callable[[Any, Record], str]]
    samples: Callable[[Record, Random], Iterator[Sample]]
