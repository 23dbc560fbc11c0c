"""Sentences about what became of texts, the figures of votes and changes of position, with twins that are false."""

from collections.abc import Iterator
from random import Random

from onrecord.claims.naming import capital
from onrecord.claims.relation import Sample
from onrecord.claims.votes.drawing import (
    a_day,
    a_name,
    a_situation,
    a_symbol,
    single_votes,
    situation_name,
    sound_votes,
    years_of_situations,
)
from onrecord.claims.votes.samples_positions import filled
from onrecord.record.ballots import Ballot
from onrecord.record.query_texts import CouncilText, council_texts
from onrecord.record.store import Record
from onrecord.vocabulary.positions import LISTED
from onrecord.vocabulary.rollcalls import Outcome

_FIGURES = (
    "{T} was adopted by {y} votes to {n}, with {a} abstentions{w}.",
    "{W}, {T} was adopted by a vote of {y} in favour, {n} against and {a} abstaining.",
    "{T} was adopted{w} with {y} votes in favour, {n} against and {a} abstentions.",
    "The Council adopted {T}{w} by {y} votes to {n} with {a} abstentions.",
    "{T} passed{w}: {y} in favour, {n} against, {a} abstaining.",
    "{W}, the Human Rights Council adopted {T} by a recorded vote of {y} to {n}, with {a} abstentions.",
    "{T} was adopted{w} ({y} in favour, {n} against, {a} abstentions).",
)
_REJECTED = (
    "{T} was rejected by {n} votes to {y}, with {a} abstentions{w}.",
    "{W}, {T} was rejected by a vote of {y} in favour, {n} against and {a} abstaining.",
    "{T} was defeated{w} with {y} votes in favour, {n} against and {a} abstentions.",
    "{T} was voted down{w}: {y} in favour, {n} against, {a} abstaining.",
    "The Council rejected {T}{w} by {n} votes to {y} with {a} abstentions.",
)


def figures(record: Record, chance: Random) -> Iterator[Sample]:
    """Yield the figures of a vote; in the twin one of them is another."""
    votes = sound_votes(record)
    while True:
        ballot = chance.choice(votes)
        if ballot.kind == "motion" or ballot.outcome not in {Outcome.ADOPTED, Outcome.REJECTED}:
            continue
        situated = ballot in single_votes(record) and chance.random() < 0.5
        text = a_situation(record, ballot.subjects[0], chance) if situated else a_symbol(ballot, chance)
        forms = _FIGURES if ballot.outcome == Outcome.ADOPTED else _REJECTED
        form, when = chance.choice(forms), a_day(ballot.date, chance)
        columns = {"y": ballot.yes or 0, "n": ballot.no or 0, "a": ballot.abstain or 0}
        changed = dict(columns)
        column = chance.choice(sorted(columns))
        changed[column] = max(0, columns[column] + chance.choice((-2, -1, 1, 2, 3))) or columns[column] + 1
        if changed == columns or sum(changed.values()) > len(ballot.members):
            continue
        said, twin = (
            filled(form, chance, when, T=text, **{k: str(v) for k, v in c.items()}) for c in (columns, changed)
        )
        yield Sample(said, twin, "votes", "figures")


_FATE = {
    "voted": (
        "{T} was adopted by a recorded vote{w}.",
        "{W}, {T} was put to a recorded vote and adopted.",
        "The Council adopted {T}{w} by a vote.",
        "{T} was put to the vote{w} and was adopted.",
        "{W}, the Human Rights Council adopted {T} in a recorded vote.",
    ),
    "agreed": (
        "{T} was adopted without a vote{w}.",
        "The Council adopted {T} by consensus{w}.",
        "{W}, {T} was adopted by consensus.",
        "{T} was adopted{w} without a vote.",
        "{W}, the Human Rights Council adopted {T} without a vote.",
    ),
    "rejected": (
        "{T} was rejected by a recorded vote{w}.",
        "{W}, {T} was voted down.",
        "The Council rejected {T}{w}.",
        "{T} was defeated in a recorded vote{w}.",
        "{W}, the Human Rights Council rejected {T}.",
    ),
}


def fates(record: Record, chance: Random) -> Iterator[Sample]:
    """Yield what became of a text; the twin says it ended another way."""
    bearers: dict[str | None, int] = {}
    for text in council_texts(record):
        bearers[text.symbol] = bearers.get(text.symbol, 0) + 1
    agreed = [t for t in council_texts(record) if _agreed(t) and bearers[t.symbol] == 1]
    votes = [b for b in sound_votes(record) if b.kind != "motion" and b.outcome in {Outcome.ADOPTED, Outcome.REJECTED}]
    while True:
        if chance.random() < 0.4:
            yield _fate(chance.choice(agreed), "agreed", chance)
        else:
            ballot = chance.choice(votes)
            yield _fate(ballot, "voted" if ballot.outcome == Outcome.ADOPTED else "rejected", chance)


def _agreed(text: CouncilText) -> bool:
    return (
        text.how_decided == "without a vote"
        and text.outcome == Outcome.ADOPTED_WITHOUT_A_VOTE
        and text.kind == "resolution"
        and text.symbol is not None
        and text.decided_on is not None
        and " " not in text.symbol
    )


def _fate(text: Ballot | CouncilText, ended: str, chance: Random) -> Sample:
    on = text.date if isinstance(text, Ballot) else text.decided_on
    when = a_day(on, chance) if on and chance.random() < 0.6 else ""
    name = a_symbol(text, chance)
    wrong = chance.choice([how for how in _FATE if how != ended])
    forms = (chance.choice([f for f in _FATE[how] if when or "{W}" not in f]) for how in (ended, wrong))
    said, twin = (filled(form, chance, when, T=name) for form in forms)
    return Sample(said, twin, "votes", "fate")


_CHANGED = (
    "{S} changed its position on {on} between {a} and {b}.",
    "{S} changed its vote on {on} between {a} and {b}.",
    "Between {a} and {b}, {S} changed its stance on {on}.",
    "{S} shifted its position on {on} between {a} and {b}.",
    "From {a} to {b}, {S} changed its position on {on}.",
)
_KEPT = (
    "{S} maintained its position on {on} between {a} and {b}.",
    "{S} kept its position on {on} between {a} and {b}.",
    "Between {a} and {b}, {S} did not change its position on {on}.",
    "From {a} to {b}, {S} maintained its stance on {on}.",
    "{S} did not change its vote on {on} between {a} and {b}.",
)


def changes(record: Record, chance: Random) -> Iterator[Sample]:
    """Yield whether a state's position on a situation was another in a later year; the twin turns it round."""
    found = years_of_situations(record)
    keys = sorted(found)
    while True:
        subject, year = chance.choice(keys)
        later = year + chance.choice((1, 1, 2, 3))
        if (subject, later) not in found:
            continue
        sides = (found[subject, year], found[subject, later])
        state = chance.choice(sorted(sides[0][0].members & sides[1][0].members))
        before, after = ({b.position(state) for b in side} for side in sides)
        if len(before) > 1 or len(after) > 1 or not (before | after) <= set(LISTED):
            continue
        true, false = (_CHANGED, _KEPT) if before != after else (_KEPT, _CHANGED)
        words = {
            "S": a_name(record, state, sides[1][0].date, chance),
            "on": situation_name(record, subject),
            "a": str(year),
            "b": str(later),
        }
        said, twin = (capital(chance.choice(forms).format(**words)) for forms in (true, false))
        yield Sample(said, twin, "votes", "change")
