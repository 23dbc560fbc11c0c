"""Sentences about roles that the record writes of itself, each with a twin in which the state is changed."""

from collections.abc import Iterator
from random import Random

from onrecord.claims.events.drawing import known_states, named
from onrecord.claims.naming import capital
from onrecord.claims.relation import Sample
from onrecord.claims.roles.decide import days_of, known_roles
from onrecord.record.store import Record

_FORMS = (
    "{who} held the presidency of the Human Rights Council in {year}.",
    "In {year} {who} presided over the UN Human Rights Council.",
    "{who} chaired the Human Rights Council in {year}.",
    "{who} served as President of the Human Rights Council in {year}.",
)


def samples(record: Record, chance: Random) -> Iterator[Sample]:
    """Yield sentences about random presidents of the Council, without end."""
    held = [one for one in known_roles(record) if one.role.startswith("President of the Human Rights Council")]
    while True:
        one = chance.choice(held)
        days = days_of(one)
        if days.first is None or days.last is None or days.year is None:
            continue
        form = chance.choice(_FORMS)
        other = chance.choice([s for s in known_states(record) if s != one.state])
        texts = [capital(form.format(who=named(record, s), year=days.year)) for s in (one.state, other)]
        yield Sample(texts[0], texts[1], "role", "status at a date")
