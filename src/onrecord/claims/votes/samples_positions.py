"""Sentences about the positions of states, from random votes, each with a twin that the votes refute."""

from collections.abc import Iterator, Sequence
from datetime import date
from random import Random

from onrecord.claims.naming import capital, joined
from onrecord.claims.relation import Sample
from onrecord.claims.votes.drawing import (
    a_day,
    a_name,
    a_situation,
    a_symbol,
    single_votes,
    situation_name,
    sound_votes,
    took,
    years_of_situations,
)
from onrecord.record.ballots import Ballot
from onrecord.record.store import Record
from onrecord.vocabulary.positions import LISTED, Position

Y, N, A, X = LISTED

_ONE = {
    Y: (
        "{S} voted in favour of {T}{w}.",
        "{W}, {S} voted for {T}.",
        "{S} backed {T}{w}.",
        "{S} supported {T} when it was put to the vote{w}.",
        "{S} cast its vote in favour of {T}{w}.",
        "{S} said yes to {T}{w}.",
        "{W}, {T} was supported by {S}.",
        "{T} had the support of {S}{w}.",
    ),
    N: (
        "{S} voted against {T}{w}.",
        "{W}, {S} opposed {T}.",
        "{S} cast a negative vote on {T}{w}.",
        "{S} said no to {T}{w}.",
        "{S} rejected {T} in a recorded vote{w}.",
        "{T} was opposed by {S}{w}.",
        "{W}, {S} came out against {T}.",
        "In the vote on {T}{w}, {S} voted no.",
    ),
    A: (
        "{S} abstained on {T}{w}.",
        "{W}, {S} abstained from voting on {T}.",
        "{S} chose to abstain on {T}{w}.",
        "{S} abstained in the vote on {T}{w}.",
        "{S} sat on the fence in the vote on {T}{w}.",
        "In the vote on {T}{w}, {S} abstained.",
        "{S} registered an abstention on {T}{w}.",
    ),
    X: (
        "{S} was absent for the vote on {T}{w}.",
        "{W}, {S} was absent from the vote on {T}.",
        "{S} was not present for the vote on {T}{w}.",
        "{S} missed the vote on {T}{w}.",
        "{S} was absent when {T} was put to the vote{w}.",
    ),
}
_SEVERAL = {
    Y: (
        "{S} voted in favour of {T}{w}.",
        "{W}, {S} all voted for {T}.",
        "{S} backed {T}{w}.",
        "{T} was supported by {S}{w}.",
        "{T} had the support of {S}{w}.",
    ),
    N: (
        "{S} voted against {T}{w}.",
        "{W}, {S} opposed {T}.",
        "{T} was opposed by {S}{w}.",
        "{S} cast negative votes on {T}{w}.",
        "{S} said no to {T}{w}.",
    ),
    A: (
        "{S} abstained on {T}{w}.",
        "{W}, {S} abstained from voting on {T}.",
        "{S} abstained in the vote on {T}{w}.",
        "In the vote on {T}{w}, {S} abstained.",
        "{S} chose to abstain on {T}{w}.",
    ),
    X: (
        "{S} were absent for the vote on {T}{w}.",
        "{W}, {S} were absent from the vote on {T}.",
        "{S} were not present for the vote on {T}{w}.",
        "{S} missed the vote on {T}{w}.",
        "{S} were away for the vote on {T}{w}.",
    ),
}
_SET = {
    Y: (
        "{S} voted in favour of {Q}{w}.",
        "{W}, {S} voted for {Q}.",
        "{S} backed {Q}{w}.",
        "{S} supported {Q}{w}.",
        "{Q} had the support of {S}{w}.",
    ),
    N: (
        "{S} voted against {Q}{w}.",
        "{W}, {S} opposed {Q}.",
        "{S} said no to {Q}{w}.",
        "{S} cast its vote against {Q}{w}.",
        "{Q} were opposed by {S}{w}.",
    ),
    A: (
        "{S} abstained on {Q}{w}.",
        "{W}, {S} abstained from voting on {Q}.",
        "{S} chose to abstain on {Q}{w}.",
        "{S} abstained in the votes on {Q}{w}.",
        "{S} opted to abstain on {Q}{w}.",
    ),
    X: (
        "{S} was absent for the votes on {Q}{w}.",
        "{W}, {S} was absent from the votes on {Q}.",
        "{S} was not present for {Q}{w}.",
        "{S} missed the votes on {Q}{w}.",
        "{S} was away for the votes on {Q}{w}.",
    ),
}


def filled(form: str, chance: Random, when: str, **words: str) -> str:
    """Return a form with its words and its date in place, beginning with a capital letter."""
    said = form.format(w=f" {when}" if when else "", W=capital(when), **words)
    return capital(said)


def _dated(form: str, ballot: Ballot, chance: Random, needed: bool) -> str:
    """Return a date for a form: always where the date identifies the text or opens the sentence."""
    fronted = "{W}" in form
    return a_day(ballot.date, chance) if needed or fronted or chance.random() < 0.5 else ""


def _text(record: Record, chance: Random) -> tuple[Ballot, str, bool]:
    """Return a vote with its name in words, and whether a date is needed to know it by."""
    if chance.random() < 0.5:
        ballot = chance.choice(single_votes(record))
        return ballot, a_situation(record, ballot.subjects[0], chance), True
    ballot = chance.choice([b for b in sound_votes(record) if b.kind != "motion"])
    return ballot, a_symbol(ballot, chance), False


def one_state(record: Record, chance: Random) -> Iterator[Sample]:
    """Yield what one state did in one vote; the twin gives another position, or another state's name."""
    while True:
        ballot, text, needed = _text(record, chance)
        position = chance.choice([p for p in LISTED if took(ballot, p)])
        state = chance.choice(took(ballot, position))
        form = chance.choice(_ONE[position])
        when, name = _dated(form, ballot, chance, needed), a_name(record, state, ballot.date, chance)
        said = filled(form, chance, when, S=name, T=text)
        others = [s for p in LISTED if p is not position for s in took(ballot, p)]
        if others and chance.random() < 0.5:
            other = a_name(record, chance.choice(others), ballot.date, chance)
            twin = filled(form, chance, when, S=other, T=text)
        else:
            turned = chance.choice(_ONE[chance.choice([p for p in LISTED if p is not position])])
            twin = filled(turned, chance, _dated(turned, ballot, chance, needed) or when, S=name, T=text)
        yield Sample(said, twin, "votes", "one position")


def several_states(record: Record, chance: Random) -> Iterator[Sample]:
    """Yield what two to four states did in one vote; in the twin one of them did something else."""
    while True:
        ballot, text, needed = _text(record, chance)
        positions = [p for p in LISTED if len(took(ballot, p)) > 1]
        position = chance.choice(positions)
        those = took(ballot, position)
        others = [s for p in LISTED if p is not position for s in took(ballot, p)]
        if not others:
            continue
        states = chance.sample(those, chance.randint(2, min(4, len(those))))
        form = chance.choice(_SEVERAL[position])
        when = _dated(form, ballot, chance, needed)
        names = [a_name(record, s, ballot.date, chance) for s in states]
        said = filled(form, chance, when, S=joined(names), T=text)
        names[chance.randrange(len(names))] = a_name(record, chance.choice(others), ballot.date, chance)
        yield Sample(said, filled(form, chance, when, S=joined(names), T=text), "votes", "several states")


def _positions(votes: Sequence[Ballot], state: str) -> list[Position]:
    found = [b.position(state) for b in votes]
    return [p for p in found if p in LISTED] if all(p in LISTED for p in found) else []


def all_of_a_year(record: Record, chance: Random) -> Iterator[Sample]:
    """Yield how a state voted on all the resolutions on one to three situations in a year."""
    found = years_of_situations(record)
    years = sorted({year for _, year in found})
    while True:
        year = chance.choice(years)
        subjects = [s for s, y in found if y == year]
        number = chance.choice((1, 1, 2, 3))
        if len(subjects) < number:
            continue
        chosen = chance.sample(subjects, number)
        votes = list({b.rollcall_id: b for s in chosen for b in found[s, year]}.values())
        state = chance.choice(sorted(votes[0].members))
        positions = _positions(votes, state)
        if len(positions) < 2 or len(set(positions)) > 1:
            continue
        on = joined(situation_name(record, s) for s in chosen)
        n = len(votes)
        some = ["all the resolutions", "every resolution", "all resolutions", f"all {n} resolutions"]
        some += ["both resolutions"] if n == 2 else []
        yield all_or_nothing(record, chance, state, positions[0], f"{chance.choice(some)} on {on}", year)


def all_or_nothing(record: Record, chance: Random, state: str, position: Position, texts: str, year: int) -> Sample:
    """Return that a state took a position on all of a set of texts; the twin says another."""
    form = chance.choice(_SET[position])
    name = a_name(record, state, date(year, 12, 31), chance)
    said = filled(form, chance, f"in {year}", S=name, Q=texts)
    turned = chance.choice(_SET[chance.choice([p for p in LISTED if p is not position])])
    return Sample(said, filled(turned, chance, f"in {year}", S=name, Q=texts), "votes", "all of a year")


_BOUNDS = (
    ("{n} of the {of} resolutions", 0),
    ("{n} out of {of} resolutions", 0),
    ("{n} of {of} resolutions", 0),
    ("at least {n} resolutions", -1),
    ("no more than {n} resolutions", 1),
    ("exactly {n} resolutions", 0),
)
_OFF = {"at least {n} resolutions": 1, "no more than {n} resolutions": -1}


def some_of_a_year(record: Record, chance: Random) -> Iterator[Sample]:
    """Yield on how many of a situation's resolutions of a year a state took a position; the twin is off by one."""
    found = {k: v for k, v in years_of_situations(record).items() if len(v) > 2}
    keys = sorted(found)
    while True:
        subject, year = chance.choice(keys)
        votes = found[subject, year]
        state = chance.choice(sorted(votes[0].members))
        positions = _positions(votes, state)
        position = chance.choice(LISTED)
        n, of = positions.count(position), len(votes)
        if not positions or n in {0, of}:
            continue
        bound, slack = chance.choice(_BOUNDS)
        form = chance.choice(_SET[position])
        name, on = a_name(record, state, date(year, 12, 31), chance), situation_name(record, subject)
        given = max(1, n + chance.choice((0, slack)))
        wrong = n + _OFF.get(bound, chance.choice((-1, 1)))
        if wrong < 1:
            continue
        texts = [f"{bound.format(n=k, of=of)} on {on}" for k in (given, wrong)]
        said, twin = (filled(form, chance, f"in {year}", S=name, Q=q) for q in texts)
        yield Sample(said, twin, "votes", "some of a year")


def none_or_most(record: Record, chance: Random) -> Iterator[Sample]:
    """Yield that a state took a position on none, or on most, of a situation's resolutions of a year."""
    found = {k: v for k, v in years_of_situations(record).items() if len(v) > 1}
    keys = sorted(found)
    while True:
        subject, year = chance.choice(keys)
        votes = found[subject, year]
        state = chance.choice(sorted(votes[0].members))
        positions = _positions(votes, state)
        position = chance.choice((Y, N, A))
        n, of = positions.count(position), len(votes)
        right = "none of the" if not n else "most of the" if 2 * n > of else ""
        if not positions or not right:
            continue
        wrong = "most of the" if not n else "none of the"
        form = chance.choice([f for f in _SET[position] if not f.startswith("{Q}")])
        name, on = a_name(record, state, date(year, 12, 31), chance), situation_name(record, subject)
        said, twin = (filled(form, chance, f"in {year}", S=name, Q=f"{q} resolutions on {on}") for q in (right, wrong))
        yield Sample(said, twin, "votes", "none or most")
