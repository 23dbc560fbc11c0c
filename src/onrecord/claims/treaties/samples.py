"""Sentences about treaties that the record writes of itself, each with a twin in which one fact is changed."""

from collections.abc import Iterator
from datetime import date
from random import Random

from onrecord.claims.naming import capital, day, joined, state_name
from onrecord.claims.relation import Sample
from onrecord.claims.treaties.acts import is_known, on_day, steps_of
from onrecord.claims.treaties.sample_names import (
    SHORT,
    SampleMade,
    random_name,
    random_state,
    random_treaty,
)
from onrecord.claims.treaties.samples_of_sets import group, more, number, parties, place
from onrecord.claims.treaties.sets import known
from onrecord.measures.treaties import JOINING, SIGNING, TreatyStatus
from onrecord.record.query_treaties import treaties_known_to
from onrecord.record.store import Record

_RELATION = "treaty"


def samples(record: Record, chance: Random) -> Iterator[Sample]:
    """Yield sentences about random acts, standings and counts, without end."""
    makers = (
        _deed,
        _deed,
        _standing,
        _standing,
        _signed_only,
        number,
        _list,
        parties,
        place,
        _made,
        more,
        group,
        _term,
    )
    while True:
        made = chance.choice(makers)(record, chance)
        if made is not None:
            form, text, twin = made
            yield Sample(capital(text), capital(twin), _RELATION, form)


def _deed(record: Record, chance: Random) -> SampleMade:
    state, code = random_state(record, chance), random_treaty(chance)
    steps = [s for s in steps_of(record, state, code) if s.act in JOINING and not s.flag]
    if not is_known(record, state, code, date(1990, 1, 1)) or len(steps) != 1:
        return None
    if steps[0].date.year > treaties_known_to(record).year - 4:
        return None
    on, name, treaty = steps[0].date, state_name(record, state), random_name(chance, code)
    when, other = chance.choice(
        (
            (f"in {on.year}", f"in {on.year + chance.choice((-2, 1, 3))}"),
            (f"on {day(on)}", f"on {day(on.replace(year=on.year - 1, day=7 if on.day != 7 else 8))}"),
        )
    )
    pattern = chance.choice(
        (
            "{name} ratified {treaty} {when}.",
            "{name} became a party to {treaty} {when}.",
            "{when}, {name} joined {treaty}.",
            "{treaty} was ratified by {name} {when}.",
            "{name}, which became a State party to {treaty} {when}, is on the list.",
            "{name}'s ratification of {treaty} {when} was noted.",
        )
    )
    return (
        "value",
        pattern.format(name=name, treaty=treaty, when=when),
        pattern.format(name=name, treaty=treaty, when=other),
    )


def _standing(record: Record, chance: Random) -> SampleMade:
    state, code, last = random_state(record, chance), random_treaty(chance), treaties_known_to(record)
    found, name, treaty = on_day(record, state, code, last), state_name(record, state), random_name(chance, code)
    yes = chance.choice(
        (
            "{name} is a State party to {treaty}.",
            "{name} has ratified {treaty}.",
            "{name} is bound by {treaty}.",
            "{name} is party to {treaty}.",
        )
    )
    no = chance.choice(
        (
            "{name} is not a party to {treaty}.",
            "{name} has not ratified {treaty}.",
            "{name} has yet to ratify {treaty}.",
            "{name} has never ratified {treaty}.",
            "{name} has failed to ratify {treaty}.",
        )
    )
    if found.status is TreatyStatus.DENOUNCED:
        return None
    true, false = (yes, no) if found.status is TreatyStatus.PARTY else (no, yes)
    return "status at a date", true.format(name=name, treaty=treaty), false.format(name=name, treaty=treaty)


def _signed_only(record: Record, chance: Random) -> SampleMade:
    state, code, last = random_state(record, chance), random_treaty(chance), treaties_known_to(record)
    found = on_day(record, state, code, last)
    if found.status is not TreatyStatus.SIGNED_ONLY or found.signed is None or found.signed.date.year >= last.year - 1:
        return None
    name, treaty, on = state_name(record, state), random_name(chance, code), found.signed.date
    pattern = chance.choice(
        (
            "{name} signed {treaty} in {year} but has not ratified it.",
            "{name} signed {treaty} in {year}, but has yet to ratify it.",
            "{name} signed {treaty} in {year} and has not yet ratified it.",
            "In {year} {name} signed {treaty} but it has still not ratified it.",
        )
    )
    return (
        "status at a date",
        pattern.format(name=name, treaty=treaty, year=on.year),
        pattern.format(name=name, treaty=treaty, year=on.year + 1),
    )


def _list(record: Record, chance: Random) -> SampleMade:
    state, last = random_state(record, chance), treaties_known_to(record)
    party = [c for c in sorted(SHORT) if on_day(record, state, c, last).status is TreatyStatus.PARTY]
    rest = [
        c
        for c in sorted(SHORT)
        if on_day(record, state, c, last).status in {TreatyStatus.NONE, TreatyStatus.SIGNED_ONLY}
    ]
    if len(party) < 3 or not rest:
        return None
    chosen = chance.sample([c for c in party if c not in {"CRC-OPAC", "CRC-OPSC"}] or party, 3 if len(party) > 4 else 1)
    wrong = [*chosen[:-1], chance.choice(rest)]
    pattern = chance.choice(
        (
            "{name} is a party to {list}.",
            "{name} has ratified {list}.",
            "{list} have all been ratified by {name}.",
            "{name} is bound by {list}.",
        )
    )
    if len(chosen) < 2:
        return None
    name = state_name(record, state)
    text, twin = (pattern.format(name=name, list=joined(SHORT[c][0] for c in codes)) for codes in (chosen, wrong))
    return "status at a date", text, twin


def _made(record: Record, chance: Random) -> SampleMade:
    code = random_treaty(chance)
    instrument, treaty = known(record)[code], random_name(chance, code)
    force = chance.random() < 0.5
    on = instrument.in_force if force else instrument.adopted
    if on is None:
        return None
    adopted = (
        "{treaty} was adopted on {day}.",
        "{treaty} was adopted in {year}.",
        "Adopted on {day}, {treaty} has many parties.",
        "In {year} {treaty} was adopted by the General Assembly.",
    )
    entered = (
        "{treaty} entered into force on {day}.",
        "{treaty} came into force in {year}.",
        "In {year} {treaty} entered into force.",
        "The entry into force of {treaty} was on {day}.",
    )
    pattern = chance.choice(entered if force else (*adopted[:2], adopted[3]))
    wrong = on.replace(year=on.year + 2, day=min(on.day, 28))
    text, twin = (pattern.format(treaty=treaty, day=day(d), year=d.year) for d in (on, wrong))
    return "value", text, twin


def _term(record: Record, chance: Random) -> SampleMade:
    state, code = random_state(record, chance), random_treaty(chance)
    steps = [s for s in steps_of(record, state, code) if s.act in SIGNING | JOINING and not s.flag]
    joins = [s for s in steps if s.act in JOINING]
    if len(joins) != 1 or not 1975 < joins[0].date.year < treaties_known_to(record).year - 6:
        return None
    first = joins[0].date.year - chance.randint(0, 2)
    verb = chance.choice(("ratified", "joined", "became a party to"))
    pattern = chance.choice(
        (
            f"Between {{a}} and {{b}} {{name}} {verb} {{treaty}}.",
            f"{{name}} {verb} {{treaty}} between {{a}} and {{b}}.",
            f"During the years {{a}}-{{b}} {{name}} {verb} {{treaty}}.",
            f"From {{a}} to {{b}}, {{name}} {verb} {{treaty}}.",
        )
    )
    names = {"name": state_name(record, state), "treaty": random_name(chance, code)}
    return "value", pattern.format(a=first, b=first + 2, **names), pattern.format(a=first + 3, b=first + 5, **names)
