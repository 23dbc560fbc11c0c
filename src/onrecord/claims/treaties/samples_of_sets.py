"""Sentences about numbers of treaties and of parties that the record writes of itself, each with a false twin."""

from datetime import date
from random import Random

from onrecord.claims.naming import day, state_name
from onrecord.claims.treaties.acts import on_day, steps_of
from onrecord.claims.treaties.decide_sets import members_of
from onrecord.claims.treaties.named_states import plainly_named
from onrecord.claims.treaties.sample_names import SampleMade, random_day, random_name, random_state, random_treaty
from onrecord.claims.treaties.sets import CORE, known
from onrecord.measures.treaties import JOINING, TreatyStatus
from onrecord.record.query_treaties import acts_by_state, treaties_known_to
from onrecord.record.store import Record

_CORE_NOUNS = (
    "core human rights treaties",
    "core UN human rights treaties",
    "core international human rights conventions",
)


def number(record: Record, chance: Random) -> SampleMade:
    """Return a sentence on how many core treaties a state was party to on a day."""
    state, on = random_state(record, chance), random_day(record, chance)
    if on < date(2010, 12, 23):
        return None
    n = sum(on_day(record, state, c, on).status is TreatyStatus.PARTY for c in CORE)
    name, noun = state_name(record, state), chance.choice(_CORE_NOUNS)
    pattern = chance.choice(
        (
            "On {day} {name} was party to {n} of the nine {noun}.",
            "By {day} {name} had ratified {n} of the nine {noun}.",
            "Of the nine {noun}, {name} was party to {n} on {day}.",
            "As at {day}, {name} was a party to {n} out of nine {noun}.",
        )
    )
    other = n + 1 if n < 9 else n - 1
    return (
        "count",
        pattern.format(day=day(on), name=name, n=n, noun=noun),
        pattern.format(day=day(on), name=name, n=other, noun=noun),
    )


def parties(record: Record, chance: Random) -> SampleMade:
    """Return a sentence on how many parties a treaty had on a day."""
    code, on = random_treaty(chance), random_day(record, chance)
    if known(record)[code].adopted > on:
        return None
    n = sum(on_day(record, s, code, on).status is TreatyStatus.PARTY for s in acts_by_state(record))
    pattern = chance.choice(
        (
            "On {day} {treaty} had {n} States parties.",
            "{n} states were party to {treaty} on {day}.",
            "As of {day}, {treaty} had {n} parties.",
            "By {day}, {treaty} had been ratified by {n} states.",
        )
    )
    treaty = random_name(chance, code)
    if n < 2:
        return None
    return (
        "count",
        pattern.format(day=day(on), treaty=treaty, n=n),
        pattern.format(day=day(on), treaty=treaty, n=n + chance.choice((-5, 7)) if n > 8 else n + 9),
    )


def place(record: Record, chance: Random) -> SampleMade:
    """Return a sentence on the first state to join a treaty."""
    code = chance.choice(
        ["CRPD", "CRPD-OP", "CPED", "OPCAT", "CEDAW-OP", "CRC-OPAC", "CRC-OPIC", "ICESCR-OP", "CRC-OPSC"]
    )
    firsts = sorted(
        (s[0].date, state)
        for state in acts_by_state(record)
        if (s := [x for x in steps_of(record, state, code) if x.act in JOINING])
    )
    if not firsts or firsts[0][0] == firsts[1][0] or firsts[0][1] not in plainly_named(record):
        return None
    pattern = chance.choice(
        (
            "{name} was the first state to ratify {treaty}.",
            "{name} became the first country to join {treaty}.",
            "The first state to ratify {treaty} was {name}.",
            "{name} was the first to ratify {treaty}.",
        )
    )
    treaty, late = random_name(chance, code), chance.choice([s for _, s in firsts[5:] if s in plainly_named(record)])
    return (
        "first or last",
        pattern.format(name=state_name(record, firsts[0][1]), treaty=treaty),
        pattern.format(name=state_name(record, late), treaty=treaty),
    )


def more(record: Record, chance: Random) -> SampleMade:
    """Return a sentence that sets two states beside each other."""
    a, b, last = random_state(record, chance), random_state(record, chance), treaties_known_to(record)
    counts = {s: sum(on_day(record, s, c, last).status is TreatyStatus.PARTY for c in CORE) for s in (a, b)}
    if len(counts) < 2 or counts[a] == counts[b]:
        return None
    true, false = ("more", "fewer") if counts[a] > counts[b] else ("fewer", "more")
    pattern = chance.choice(
        (
            "{a} is party to {order} core human rights treaties than {b}.",
            "{a} has ratified {order} core UN human rights treaties than {b}.",
            "{a} is a State party to {order} core human rights conventions than {b}.",
            "{a} has joined {order} core human rights treaties than {b}.",
        )
    )
    names = {"a": state_name(record, a), "b": state_name(record, b)}
    return "comparison", pattern.format(order=true, **names), pattern.format(order=false, **names)


_GROUPS = {
    "central-asia": "Central Asian",
    "nordic": "Nordic",
    "baltic": "Baltic",
    "south-east-asia": "South-East Asian",
    "south-america": "South American",
}


def group(record: Record, chance: Random) -> SampleMade:
    """Return a sentence on the states of a region."""
    group, code, last = chance.choice(sorted(_GROUPS)), random_treaty(chance), treaties_known_to(record)
    members = members_of(record, group, last) or frozenset()
    party = {s for s in members if on_day(record, s, code, last).status is TreatyStatus.PARTY}
    treaty, adjective = random_name(chance, code), _GROUPS[group]
    if members == party:
        true, false = (
            "All {adjective} states are parties to {treaty}.",
            "None of the {adjective} states is a party to {treaty}.",
        )
    elif not party:
        true, false = (
            "None of the {adjective} states has ratified {treaty}.",
            "All {adjective} states have ratified {treaty}.",
        )
    else:
        n, wrong = len(party), len(party) + (1 if len(party) > 1 else 2)
        if n < 2 or wrong > len(members):
            return None
        pattern = chance.choice(
            (
                "{n} {adjective} states are party to {treaty}.",
                f"{{n}} of the {len(members)} {{adjective}} states have ratified {{treaty}}.",
            )
        )
        true, false = pattern.replace("{n}", str(n)), pattern.replace("{n}", str(wrong))
    return "count", true.format(adjective=adjective, treaty=treaty), false.format(adjective=adjective, treaty=treaty)
