"""Sentences about visits that the record writes of itself, each with a twin in which one fact is changed."""

from collections.abc import Iterator
from random import Random

from onrecord.claims.lexicon import table
from onrecord.claims.naming import capital, day, joined, state_name
from onrecord.claims.relation import Sample
from onrecord.claims.visits.typed import ANY
from onrecord.claims.visits.words import invitations_by_state, mandate_name, mandate_of, span_of, totals, visits_made
from onrecord.measures.visits import is_pledge, requested
from onrecord.record.query_visits import visits
from onrecord.record.store import Record
from onrecord.sources.facts_cooperation import Visit
from onrecord.vocabulary.dates import PartialDate

_RELATION = "visit"


def samples(record: Record, chance: Random) -> Iterator[Sample]:
    """Yield sentences about random visits and invitations, without end."""
    made = [v for v in visits(record) if not requested(v) and mandate_of(v.mandate)]
    dated = [v for v in made if v.confidence > 1 and v.closed and v.closed > v.opened]
    writers = (_never, _ever, _holder, _days, _invited, _issued, _total, _number)
    while True:
        sample = chance.choice(writers)(record, chance, made, dated)
        if sample is not None:
            yield sample


def _of(visit: Visit) -> str:
    return mandate_name(mandate_of(visit.mandate))


def _never(record: Record, chance: Random, made: list[Visit], _: list[Visit]) -> Sample:
    one = chance.choice(made)
    who, state, year = _of(one), state_name(record, one.state), one.opened.year
    texts = (
        (f"{capital(who)} visited {state} in {year}.", f"{capital(who)} has never visited {state}."),
        (f"In {year} {state} hosted {who}.", f"{capital(who)} has not visited {state} since {year - 1}."),
        (
            f"{capital(state)} received a visit by {who} in {year}.",
            f"{capital(state)} has never received a visit by {who}.",
        ),
        (
            f"{capital(state)} was visited by {who} in {one.opened:%B %Y}.",
            f"{capital(state)} was never visited by {who}.",
        ),
    )
    return Sample(*chance.choice(texts), _RELATION, "quantified")


def _ever(record: Record, chance: Random, made: list[Visit], _: list[Visit]) -> Sample | None:
    one = chance.choice(made)
    same = sorted(v.opened.year for v in visits_made(record, one.state, mandate_of(one.mandate)))
    if len(same) < 2 or same[0] == same[-1]:
        return None
    who, state = _of(one), state_name(record, one.state)
    supported = f"{capital(who)} visited {state} in {same[0]}."
    texts = (
        f"{capital(who)} first visited {state} in {same[-1]}.",
        f"The first visit of {who} to {state} was in {same[-1]}.",
        f"{capital(who)} last visited {state} in {same[0]}.",
        f"The last visit to {state} by {who} took place in {same[0]}.",
    )
    return Sample(supported, chance.choice(texts), _RELATION, "first or last")


def _holder(record: Record, chance: Random, made: list[Visit], _: list[Visit]) -> Sample | None:
    one = chance.choice([v for v in made if v.holder])
    code = mandate_of(one.mandate)
    others = [h for other, names in table("mandate_holders").items() if other != code for h in names]
    who, state, other = _of(one), state_name(record, one.state), chance.choice(others)
    patterns = (
        "{who}, {holder}, visited {state} in {year}.",
        "In {year} {state} was visited by {who}, {holder}.",
        "{holder}, {who}, travelled to {state} in {year}.",
        "{who} {holder} visited {state} {when}.",
    )
    pattern = chance.choice(patterns)
    words = {"who": who, "state": state, "year": one.opened.year, "when": span_of(one).words}
    same = [v for v in visits_made(record, one.state, code) if v.opened.year == one.opened.year]
    if any((v.holder or "") != one.holder for v in same) or one.closed is None:
        return None
    texts = (capital(pattern.format(**words, holder=h)) for h in (one.holder, other))
    return Sample(next(texts), next(texts), _RELATION, "quantified")


def _days(record: Record, chance: Random, _: list[Visit], dated: list[Visit]) -> Sample | None:
    one = chance.choice(dated)
    if one.closed is None:
        return None
    who, state = _of(one), state_name(record, one.state)
    patterns = (
        "{who} visited {state} from {a} to {b}.",
        "From {a} to {b}, {who} conducted an official visit to {state}.",
        "{state} hosted {who} from {a} to {b}.",
        "The visit of {who} to {state} lasted from {a} to {b}.",
    )
    pattern = chance.choice(patterns)
    wrong = one.opened.replace(day=one.opened.day - 1 if one.opened.day > 2 else one.opened.day + 1)
    texts = (capital(pattern.format(who=who, state=state, a=day(a), b=day(one.closed))) for a in (one.opened, wrong))
    return Sample(next(texts), next(texts), _RELATION, "quantified")


def _inviting(record: Record) -> list[str]:
    return [s for s, rows in invitations_by_state(record).items() if not any(is_pledge(r) for r in rows)]


def _invited(record: Record, chance: Random, *_: list[Visit]) -> Sample:
    states = chance.sample(_inviting(record), chance.choice((1, 1, 2, 3)))
    names = joined(state_name(record, s) for s in states)
    has, have = ("have", "have") if len(states) > 1 else ("has", "has")
    texts = (
        (f"{names} {has} a standing invitation.", f"{names} {have} no standing invitation."),
        (f"{names} {has} issued a standing invitation to all special procedures.",
         f"{names} {has} not issued a standing invitation to all special procedures."),
        (f"{names} {has} extended a standing invitation to all thematic special procedures.",
         f"{names} {has} never extended a standing invitation to the special procedures."),
        (f"{names} {has} a standing invitation to the special procedures.",
         f"{names} {has} not extended a standing invitation to mandate holders."),
    )  # fmt: skip
    text, twin = chance.choice(texts)
    return Sample(capital(text), capital(twin), "standing invitation", "status at a date")


def _issued(record: Record, chance: Random, *_: list[Visit]) -> Sample | None:
    rows = [r for rows in invitations_by_state(record).values() for r in rows if r.date_meaning in {"exact", "year"}]
    one = chance.choice(rows)
    if one.state is None:
        return None
    state, year = state_name(record, one.state), PartialDate(one.date).first.year
    patterns = (
        "{state} issued a standing invitation to all special procedures in {year}.",
        "In {year} {state} extended a standing invitation to all special procedures.",
        "{state} has had a standing invitation since {year}.",
        "A standing invitation to all special procedures was issued by {state} in {year}.",
    )
    pattern, wrong = chance.choice(patterns), year + chance.choice((1, 2, 3, -1, -2))
    texts = (capital(pattern.format(state=state, year=y)) for y in (year, wrong))
    return Sample(next(texts), next(texts), "standing invitation", "status at a date")


def _total(record: Record, chance: Random, *_: list[Visit]) -> Sample:
    one = chance.choice(totals(record))
    n, when = int(one.event.split()[0]), PartialDate(one.date).first
    patterns = (
        "{n} states had standing invitations in {month}.",
        "By {month}, {n} countries had extended a standing invitation to all special procedures.",
        "In {month} {n} states had issued standing invitations.",
        "Standing invitations had been extended by {n} states by {month}.",
    )
    pattern, wrong = chance.choice(patterns), n + chance.choice((-9, -4, 3, 7, 12))
    texts = (pattern.format(n=x, month=f"{when:%B %Y}") for x in (n, wrong))
    return Sample(next(texts), next(texts), "standing invitation", "count")


def _number(record: Record, chance: Random, made: list[Visit], _: list[Visit]) -> Sample:
    state = chance.choice(made).state
    known = len(visits_made(record, state, ANY))
    name, fewer = state_name(record, state), chance.randint(1, known)
    patterns = (
        "{state} received {bound} {n} visits by special procedures.",
        "{state} has hosted {bound} {n} visits by mandate holders.",
        "{bound} {n} visits by special procedures to {state} have taken place.",
        "{bound} {n} special procedures mandate holders have visited {state}.",
    )
    pattern = chance.choice(patterns)
    right = capital(pattern.format(state=name, bound="at least", n=fewer + (fewer == 1)))
    twin = capital(pattern.format(state=name, bound="fewer than", n=known))
    if known < 2:
        right = f"{capital(name)} was visited by a special rapporteur."
        twin = f"No special rapporteur has visited {name}."
    return Sample(right, twin, _RELATION, "count")
