"""Sentences about ratings that the record writes of itself, each with a twin in which one fact is changed."""

from collections.abc import Iterator
from itertools import pairwise
from random import Random

from onrecord.claims.naming import capital, state_name
from onrecord.claims.ratings.decide_institutions import ORDER
from onrecord.claims.ratings.rows import (
    STATUS_WORDS,
    WORDS,
    editions_of,
    is_annual,
    of_edition,
    ratings_of,
    statuses_of,
)
from onrecord.claims.relation import Sample
from onrecord.claims.treaties.named_states import plainly_named
from onrecord.record.store import Record


def samples(record: Record, chance: Random) -> Iterator[Sample]:
    """Yield sentences about random ratings, without end."""
    states = list(plainly_named(record))
    makers = (_rank, _rank_moved, _beside, _status, _scores, _status_moved, _accredited, _accreditation_moved)
    while True:
        made = chance.choice(makers)(record, chance, states)
        if made is not None:
            form, text, twin = made
            yield Sample(capital(text), capital(twin), "rating", form)


_Made = tuple[str, str, str] | None


def _rank(record: Record, chance: Random, states: list[str]) -> _Made:
    state = chance.choice(states)
    known = [e for e in editions_of(record, state, "RSF-rank") if of_edition(record, e)]
    if not known:
        return None
    edition = chance.choice(known)
    rank = int(ratings_of(record, state)[("RSF-rank", edition)].value)
    of = of_edition(record, edition)
    pattern = chance.choice(
        (
            "Reporters Without Borders ranked {name} {rank} out of {of} countries in its {edition} index.",
            "In the {edition} edition of RSF's press freedom index {name} was ranked {rank} of {of}.",
            "{name} ranked {rank} out of {of} countries in the {edition} World Press Freedom Index.",
            "RSF's {edition} index placed {name} at {rank} among {of} countries.",
        )
    )
    names = {"name": state_name(record, state), "of": of.value if of else "", "edition": edition}
    return "rank", pattern.format(rank=rank, **names), pattern.format(rank=rank + chance.choice((1, 3, 10)), **names)


def _rank_moved(record: Record, chance: Random, states: list[str]) -> _Made:
    state = chance.choice(states)
    known = editions_of(record, state, "RSF-rank")
    pairs = [(a, b) for a, b in pairwise(known) if b == a + 1]
    if not pairs:
        return None
    first, last = chance.choice(pairs)
    held = ratings_of(record, state)
    a, b = (int(held[("RSF-rank", e)].value) for e in (first, last))
    if a == b:
        return None
    if abs(a - b) == 1:
        return None
    by, verb, other = abs(a - b), ("fell", "rose")[b < a], ("rose", "fell")[b < a]
    pattern = chance.choice(
        (
            "{name} {verb} {by} places in the {last} World Press Freedom Index.",
            "In RSF's {last} index {name} {verb} by {by} places to {b}.",
            "Between {first} and {last} {name} {verb} from {a} to {b} in the index of Reporters Without Borders.",
            "In the World Press Freedom Index {name} {verb} from {a} in {first} to {b} in {last}.",
        )
    )
    names = {"name": state_name(record, state), "by": by, "a": a, "b": b, "first": first, "last": last}
    return "change", pattern.format(verb=verb, **names), pattern.format(verb=other, **names)


def _beside(record: Record, chance: Random, states: list[str]) -> _Made:
    a, b, edition = *chance.sample(states, 2), chance.randint(2013, 2023)
    ranks = [ratings_of(record, s).get(("RSF-rank", edition)) for s in (a, b)]
    values = [int(rank.value) for rank in ranks if rank]
    if len(set(values)) < 2:
        return None
    above = values[0] < values[1]
    pattern = chance.choice(
        (
            "In the {edition} World Press Freedom Index {a} was ranked {side} {b}.",
            "RSF ranked {a} {side} {b} in its {edition} index.",
            "{a} placed {side} {b} in RSF's {edition} ranking.",
            "In RSF's {edition} press freedom index, {a} ranked {side} {b}.",
        )
    )
    names = {"a": state_name(record, a), "b": state_name(record, b), "edition": edition}
    return (
        "comparison",
        pattern.format(side="above" if above else "below", **names),
        pattern.format(side="below" if above else "above", **names),
    )


def _status(record: Record, chance: Random, states: list[str]) -> _Made:
    state = chance.choice(states)
    known = editions_of(record, state, "FH-status")
    if not known:
        return None
    edition = chance.choice([e for e in known if e >= 2003] or known)
    value = ratings_of(record, state)[("FH-status", edition)].value
    if value not in WORDS:
        return None
    pattern = chance.choice(
        (
            "Freedom House rated {name} “{status}” in its {edition} report.",
            "In the {edition} edition of Freedom in the World {name} was classified as {status}.",
            "Freedom House classed {name} as “{status}” in the {edition} edition.",
            "Freedom in the World {edition} designated {name} as {status}.",
        )
    )
    names = {"name": state_name(record, state), "edition": edition}
    wrong = chance.choice([w for v, w in WORDS.items() if v != value])
    return "value", pattern.format(status=WORDS[value], **names), pattern.format(status=wrong, **names)


def _scores(record: Record, chance: Random, states: list[str]) -> _Made:
    state = chance.choice(states)
    known = [e for e in editions_of(record, state, "FH-PR") if e >= 2003]
    if not known:
        return None
    edition, held = chance.choice(known), ratings_of(record, state)
    pr, cl = (held[(k, edition)].value for k in ("FH-PR", "FH-CL"))
    if not (pr.isdigit() and cl.isdigit()):
        return None
    pattern = chance.choice(
        (
            "Freedom House gave {name} {pr} for political rights and {cl} for civil liberties in its {edition} report.",
            "In the {edition} edition Freedom House gave {name} political rights {pr} and civil liberties {cl}.",
            "Freedom House scored {name} {pr} on political rights and {cl} on civil liberties in its {edition} report.",
            "In its {edition} report Freedom House gave {name} {pr} for political rights and {cl} for civil liberties.",
        )
    )
    names = {"name": state_name(record, state), "edition": edition}
    wrong = str(int(pr) % 7 + 1)
    return "value", pattern.format(pr=pr, cl=cl, **names), pattern.format(pr=wrong, cl=cl, **names)


def _status_moved(record: Record, chance: Random, states: list[str]) -> _Made:
    state = chance.choice(states)
    known, held = [e for e in editions_of(record, state, "FH-status") if e >= 2003], ratings_of(record, state)
    moves = [(a, b) for a, b in pairwise(known) if held[("FH-status", a)].value != held[("FH-status", b)].value]
    if not moves:
        return None
    first, last = chance.choice(moves)
    before, after = (held[("FH-status", e)].value for e in (first, last))
    order = ("NF", "PF", "F")
    verb, noun = ("upgraded", "moved up") if order.index(after) > order.index(before) else ("downgraded", "moved down")
    pattern = chance.choice(
        (
            "Freedom House {verb} {name} from “{before}” to “{after}” in {last}.",
            "In {last} Freedom House {verb} {name} from {before} to {after}.",
            "{name} was {verb} from {before} to {after} by Freedom House in {last}.",
            "{name} {noun} from {before} to {after} in Freedom House's {last} report.",
        )
    )
    names = {"name": state_name(record, state), "last": last, "verb": verb, "noun": noun}
    wrong = next(w for v, w in WORDS.items() if v not in {before, after})
    return (
        "change",
        pattern.format(before=WORDS[before], after=WORDS[after], **names),
        pattern.format(before=wrong, after=WORDS[after], **names),
    )


def _accredited(record: Record, chance: Random, states: list[str]) -> _Made:
    state = chance.choice(states)
    rows = [r for r in statuses_of(record, state) if is_annual(r)]
    rows = [r for r in rows if sum(o.year == r.year for o in statuses_of(record, state)) == 1]
    if not rows:
        return None
    one = chance.choice(rows)
    pattern = chance.choice(
        (
            "The national human rights institution of {name} had {status} in {year}.",
            "In {year} {name}'s national human rights institution had {status}.",
            "{name}'s national human rights institution held {status} under the Paris Principles in {year}.",
            "In {year} the NHRI of {name} had {status}.",
        )
    )
    wrong = chance.choice([s for s in ORDER if s != one.status])
    names = {"name": state_name(record, state), "year": one.year}
    return (
        "status at a date",
        pattern.format(status=STATUS_WORDS[one.status], **names),
        pattern.format(status=STATUS_WORDS[wrong], **names),
    )


def _accreditation_moved(record: Record, chance: Random, states: list[str]) -> _Made:
    state = chance.choice(states)
    annual = {r.year: r.status for r in statuses_of(record, state) if is_annual(r)}
    moves = [
        y for y in annual if annual.get(y - 1) in {"A", "B"} and annual[y] in {"A", "B"} and annual[y] != annual[y - 1]
    ]
    moves = [y for y in moves if annual.get(y + 1) == annual[y]]
    if not moves:
        return None
    year = chance.choice(moves)
    verb, other = ("upgraded", "downgraded") if annual[year] == "A" else ("downgraded", "upgraded")
    pattern = chance.choice(
        (
            "{name}'s national human rights institution was {verb} from {before} to {after} in {year}.",
            "In {year} the national human rights institution of {name} was {verb} to {after}.",
            "The NHRI of {name} was {verb} from {before} to {after} in {year}.",
            "GANHRI {verb} the national human rights institution of {name} to {after} in {year}.",
        )
    )
    names = {"name": state_name(record, state), "year": year}
    before, after = STATUS_WORDS[annual[year - 1]], STATUS_WORDS[annual[year]]
    return (
        "change",
        pattern.format(verb=verb, before=before, after=after, **names),
        pattern.format(verb=other, before=after, after=before, **names),
    )
