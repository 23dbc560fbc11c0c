"""Sentences about treaties that the record writes of itself, each with a twin in which one fact is changed."""

from collections.abc import Iterator
from datetime import date
from random import Random

from onrecord.claims.naming import capital, day, joined, state_name
from onrecord.claims.relation import Sample
from onrecord.claims.treaties.acts import on_day, steps_of
from onrecord.claims.treaties.decide_sets import group_label, members_of
from onrecord.claims.treaties.sets import BASE, CORE, known
from onrecord.measures.treaties import JOINING, SIGNING, TreatyStatus
from onrecord.record.query_treaties import acts_by_state, treaties_known_to
from onrecord.record.store import Record

_RELATION = "treaty"
_SHORT = {
    "ICERD": ("the ICERD", "the International Convention on the Elimination of All Forms of Racial Discrimination"),
    "ICCPR": ("the ICCPR", "the International Covenant on Civil and Political Rights"),
    "ICESCR": ("the ICESCR", "the International Covenant on Economic, Social and Cultural Rights"),
    "CEDAW": ("CEDAW", "the Convention on the Elimination of All Forms of Discrimination against Women"),
    "CAT": ("the CAT", "the UN Convention against Torture"),
    "CRC": ("the CRC", "the UN Convention on the Rights of the Child"),
    "ICMW": ("the Migrant Workers Convention", "the ICRMW"),
    "CRPD": ("the CRPD", "the Convention on the Rights of Persons with Disabilities"),
    "CPED": ("the ICPPED", "the International Convention for the Protection of All Persons from Enforced Disappearance"),
    "ICCPR-OP1": ("the First Optional Protocol to the ICCPR", "ICCPR-OP1"),
    "ICCPR-OP2": ("the Second Optional Protocol to the ICCPR", "the Second Optional Protocol, aiming at the abolition of the death penalty"),
    "ICESCR-OP": ("the Optional Protocol to the ICESCR", "ICESCR-OP"),
    "CEDAW-OP": ("the Optional Protocol to CEDAW", "the Optional Protocol to the Women's Convention"),
    "OPCAT": ("OPCAT", "the Optional Protocol to the Convention against Torture"),
    "CRC-OPAC": ("OPAC", "the Optional Protocol to the Convention on the Rights of the Child on the involvement of children in armed conflict"),
    "CRC-OPSC": ("CRC-OPSC", "the Optional Protocol to the CRC on the sale of children, child prostitution and child pornography"),
    "CRC-OPIC": ("CRC-OPIC", "the Optional Protocol to the Convention on the Rights of the Child on a communications procedure"),
    "CRPD-OP": ("the Optional Protocol to the CRPD", "the Optional Protocol to the Convention on the Rights of Persons with Disabilities"),
}  # fmt: skip


def samples(record: Record, chance: Random) -> Iterator[Sample]:
    """Yield sentences about random acts, standings and counts, without end."""
    makers = (_deed, _deed, _standing, _standing, _signed_only, _number, _list, _parties, _place, _made, _more, _group, _term)
    while True:
        made = chance.choice(makers)(record, chance)
        if made is not None:
            form, text, twin = made
            yield Sample(capital(text), capital(twin), _RELATION, form)


_Made = tuple[str, str, str] | None


def _state(record: Record, chance: Random) -> str:
    return chance.choice(sorted(s for s in acts_by_state(record) if record.gazetteer.state(s).un_member_from))


def _treaty(chance: Random) -> str:
    return chance.choice(sorted(_SHORT))


def _name(chance: Random, code: str) -> str:
    return chance.choice(_SHORT[code])


def _deed(record: Record, chance: Random) -> _Made:
    state, code = _state(record, chance), _treaty(chance)
    steps = [s for s in steps_of(record, state, code) if s.act in JOINING and not s.flag]
    if len(steps) != 1:
        return None
    on, name, treaty = steps[0].date, state_name(record, state), _name(chance, code)
    when, other = chance.choice(((f"in {on.year}", f"in {on.year + chance.choice((-2, 1, 3))}"), (f"on {day(on)}", f"on {day(on.replace(year=on.year - 1, day=7 if on.day != 7 else 8))}")))  # noqa: E501
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
    return "value", pattern.format(name=name, treaty=treaty, when=when), pattern.format(name=name, treaty=treaty, when=other)


def _standing(record: Record, chance: Random) -> _Made:
    state, code, last = _state(record, chance), _treaty(chance), treaties_known_to(record)
    found, name, treaty = on_day(record, state, code, last), state_name(record, state), _name(chance, code)
    yes = chance.choice(("{name} is a State party to {treaty}.", "{name} has ratified {treaty}.", "{name} is bound by {treaty}.", "{name} is party to {treaty}."))  # noqa: E501
    no = chance.choice(("{name} is not a party to {treaty}.", "{name} has not ratified {treaty}.", "{name} has yet to ratify {treaty}.", "{name} has never ratified {treaty}.", "{name} has failed to ratify {treaty}."))  # noqa: E501
    if found.status is TreatyStatus.DENOUNCED:
        return None
    true, false = (yes, no) if found.status is TreatyStatus.PARTY else (no, yes)
    return "status at a date", true.format(name=name, treaty=treaty), false.format(name=name, treaty=treaty)


def _signed_only(record: Record, chance: Random) -> _Made:
    state, code, last = _state(record, chance), _treaty(chance), treaties_known_to(record)
    found = on_day(record, state, code, last)
    if found.status is not TreatyStatus.SIGNED_ONLY or found.signed is None:
        return None
    name, treaty, on = state_name(record, state), _name(chance, code), found.signed.date
    pattern = chance.choice(
        (
            "{name} signed {treaty} in {year} but has not ratified it.",
            "{name} signed {treaty} in {year}, but has yet to ratify it.",
            "{name} signed {treaty} in {year} and has not yet ratified it.",
            "In {year} {name} signed {treaty} but it has still not ratified it.",
        )
    )
    return "status at a date", pattern.format(name=name, treaty=treaty, year=on.year), pattern.format(name=name, treaty=treaty, year=on.year + 1)  # noqa: E501


_CORE_NOUNS = ("core human rights treaties", "core UN human rights treaties", "core international human rights conventions")


def _number(record: Record, chance: Random) -> _Made:
    state, on = _state(record, chance), _day(record, chance)
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
    return "count", pattern.format(day=day(on), name=name, n=n, noun=noun), pattern.format(day=day(on), name=name, n=other, noun=noun)  # noqa: E501


def _day(record: Record, chance: Random) -> date:
    last = treaties_known_to(record)
    return date(chance.randint(2007, last.year - 1), chance.randint(1, 12), chance.randint(1, 28))


def _list(record: Record, chance: Random) -> _Made:
    state, last = _state(record, chance), treaties_known_to(record)
    party = [c for c in sorted(_SHORT) if on_day(record, state, c, last).status is TreatyStatus.PARTY]
    rest = [c for c in sorted(_SHORT) if on_day(record, state, c, last).status in {TreatyStatus.NONE, TreatyStatus.SIGNED_ONLY}]
    if len(party) < 3 or not rest:
        return None
    chosen = chance.sample([c for c in party if c not in {"CRC-OPAC", "CRC-OPSC"}] or party, 3 if len(party) > 4 else 1)
    wrong = [*chosen[:-1], chance.choice(rest)]
    pattern = chance.choice(("{name} is a party to {list}.", "{name} has ratified {list}.", "{list} have all been ratified by {name}.", "{name} is bound by {list}."))  # noqa: E501
    if len(chosen) < 2:
        return None
    name = state_name(record, state)
    return "status at a date", *(pattern.format(name=name, list=joined(_SHORT[c][0] for c in codes)) for codes in (chosen, wrong))


def _parties(record: Record, chance: Random) -> _Made:
    code, on = _treaty(chance), _day(record, chance)
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
    treaty = _name(chance, code)
    if n < 2:
        return None
    return "count", pattern.format(day=day(on), treaty=treaty, n=n), pattern.format(day=day(on), treaty=treaty, n=n + chance.choice((-5, 7)) if n > 8 else n + 9)  # noqa: E501


def _place(record: Record, chance: Random) -> _Made:
    code = chance.choice(["CRPD", "CRPD-OP", "CPED", "OPCAT", "CEDAW-OP", "CRC-OPAC", "CRC-OPIC", "ICESCR-OP", "CRC-OPSC"])
    firsts = sorted((s[0].date, state) for state in acts_by_state(record) if (s := [x for x in steps_of(record, state, code) if x.act in JOINING]))  # noqa: E501
    if not firsts or firsts[0][0] == firsts[1][0]:
        return None
    pattern = chance.choice(
        (
            "{name} was the first state to ratify {treaty}.",
            "{name} became the first country to join {treaty}.",
            "The first state to ratify {treaty} was {name}.",
            "{name} was the first to ratify {treaty}.",
        )
    )
    treaty, late = _name(chance, code), chance.choice(firsts[5:])[1]
    return "first or last", pattern.format(name=state_name(record, firsts[0][1]), treaty=treaty), pattern.format(name=state_name(record, late), treaty=treaty)  # noqa: E501


def _made(record: Record, chance: Random) -> _Made:
    code = _treaty(chance)
    instrument, treaty = known(record)[code], _name(chance, code)
    force = chance.random() < 0.5
    on = instrument.in_force if force else instrument.adopted
    if on is None:
        return None
    adopted = ("{treaty} was adopted on {day}.", "{treaty} was adopted in {year}.", "Adopted on {day}, {treaty} has many parties.", "In {year} {treaty} was adopted by the General Assembly.")  # noqa: E501
    entered = ("{treaty} entered into force on {day}.", "{treaty} came into force in {year}.", "In {year} {treaty} entered into force.", "The entry into force of {treaty} was on {day}.")  # noqa: E501
    pattern = chance.choice(entered if force else (*adopted[:2], adopted[3]))
    wrong = on.replace(year=on.year + 2, day=min(on.day, 28))
    return "value", *(pattern.format(treaty=treaty, day=day(d), year=d.year) for d in (on, wrong))


def _more(record: Record, chance: Random) -> _Made:
    a, b, last = _state(record, chance), _state(record, chance), treaties_known_to(record)
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


_GROUPS = {"central-asia": "Central Asian", "nordic": "Nordic", "baltic": "Baltic", "south-east-asia": "South-East Asian", "south-america": "South American"}  # noqa: E501


def _group(record: Record, chance: Random) -> _Made:
    group, code, last = chance.choice(sorted(_GROUPS)), _treaty(chance), treaties_known_to(record)
    members = members_of(record, group, last) or frozenset()
    party = {s for s in members if on_day(record, s, code, last).status is TreatyStatus.PARTY}
    treaty, adjective = _name(chance, code), _GROUPS[group]
    if members == party:
        true, false = "All {adjective} states are parties to {treaty}.", "None of the {adjective} states is a party to {treaty}."
    elif not party:
        true, false = "None of the {adjective} states has ratified {treaty}.", "All {adjective} states have ratified {treaty}."
    else:
        n, wrong = len(party), len(party) + (1 if len(party) > 1 else 2)
        if n < 2 or wrong > len(members):
            return None
        pattern = chance.choice(("{n} {adjective} states are party to {treaty}.", f"{{n}} of the {len(members)} {{adjective}} states have ratified {{treaty}}."))  # noqa: E501
        true, false = pattern.replace("{n}", str(n)), pattern.replace("{n}", str(wrong))
    assert group_label(group)
    return "count", true.format(adjective=adjective, treaty=treaty), false.format(adjective=adjective, treaty=treaty)


def _term(record: Record, chance: Random) -> _Made:
    state, code = _state(record, chance), _treaty(chance)
    steps = [s for s in steps_of(record, state, code) if s.act in SIGNING | JOINING and not s.flag]
    joins = [s for s in steps if s.act in JOINING]
    if len(joins) != 1 or joins[0].date.year < 1975 or code in BASE and False:
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
    names = {"name": state_name(record, state), "treaty": _name(chance, code)}
    return "value", pattern.format(a=first, b=first + 2, **names), pattern.format(a=first + 3, b=first + 5, **names)
