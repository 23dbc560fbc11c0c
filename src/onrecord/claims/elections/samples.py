"""Sentences about elections that the record writes of itself, each with a twin in which one fact is changed."""

from collections.abc import Callable, Iterator, Sequence
from random import Random

from onrecord.claims.elections.decide_numbers import counted_rows, kept
from onrecord.claims.elections.sample_names import Made, Slots, plain
from onrecord.claims.elections.sample_phrasings import PHRASINGS
from onrecord.claims.elections.slates import Election, elections, won_by
from onrecord.claims.elections.typed import What
from onrecord.claims.elections.words import group_name, names
from onrecord.claims.naming import capital, day, state_name
from onrecord.claims.relation import Sample
from onrecord.record.query_elections import CandidacyRow
from onrecord.record.store import Record
from onrecord.vocabulary.periods import MONTHS


def samples(record: Record, chance: Random) -> Iterator[Sample]:
    """Yield sentences about random elections, without end."""
    while True:
        kind = chance.choice(list(_MAKERS))
        election = chance.choice([e for e in elections(record) if not e.by_election])
        made = _MAKERS[kind](_Drawer(record, chance, election))
        if made is None or not plain(record, made):
            continue
        true, false = made
        phrasing = chance.choice(PHRASINGS[kind])
        yield Sample(phrasing.format(**true), phrasing.format(**{**true, **false}), "election", kind)


class _Drawer:
    """Draws rows of one election, and writes their slots."""

    def __init__(self, record: Record, chance: Random, election: Election) -> None:
        """Draw from one election of the record."""
        self.record, self.chance, self.election = record, chance, election

    def one(self, rows: Sequence[CandidacyRow]) -> CandidacyRow | None:
        """Return one row by chance; None where there are none."""
        return self.chance.choice(rows) if rows else None

    def name(self, state: str) -> str:
        """Return a state's name in a sentence."""
        return state_name(self.record, state, self.election.date)

    def of(self, state: str) -> Slots:
        """Return the slots of a state."""
        return {"s": self.name(state), "S": capital(self.name(state))}

    def when(self, election: Election | None = None) -> Slots:
        """Return the slots of an election's date: its day, its month, its year."""
        date = (election or self.election).date
        return {"day": day(date), "month": f"{MONTHS[date.month - 1]} {date.year}", "year": str(date.year)}

    def counted(self) -> list[CandidacyRow]:
        """Return the candidates whose total no source disputes."""
        return [r for r in self.election.standing() if len(self.election.totals.get(r.state, ())) == 1]

    def losers(self) -> list[CandidacyRow]:
        """Return the candidates that were not elected."""
        return [r for r in self.election.standing() if r.elected != "yes"]

    def group(self) -> str:
        """Return a regional group that had seats to fill."""
        return self.chance.choice(self.election.groups)


def _elected(d: _Drawer) -> Made:
    row, never = d.one(d.election.elected()), d.one(d.losers()) or _not_here(d)
    return None if row is None or never is None else ({**d.of(row.state), **d.when()}, d.of(never.state))


def _not_here(d: _Drawer) -> CandidacyRow | None:
    here = {r.state for r in d.election.rows}
    others = [
        r
        for e in elections(d.record)
        for r in e.elected()
        if r.state not in here and e.date.year != d.election.date.year
    ]
    return d.one(others)


def _elected_when(d: _Drawer) -> Made:
    row = d.one(d.election.elected())
    if row is None:
        return None
    other = d.chance.choice([e for e in elections(d.record) if e.date not in won_by(d.record)[row.state]])
    if other.date.year in {one.year for one in won_by(d.record)[row.state]}:
        return None
    return {**d.of(row.state), **d.when()}, d.when(other)


def _lost(d: _Drawer) -> Made:
    row, winner = d.one(d.losers()), d.one(d.election.elected())
    return None if row is None or winner is None else ({**d.of(row.state), **d.when()}, d.of(winner.state))


def _votes(d: _Drawer) -> Made:
    row = d.one([r for r in d.counted() if r.elected == "yes"])
    if row is None or row.votes is None:
        return None
    other = row.votes + d.chance.choice([-21, -10, -3, -1, 1, 2, 4])
    return {**d.of(row.state), **d.when(), "n": str(row.votes)}, {"n": str(other)}


def _pairs(d: _Drawer) -> Made:
    rows = d.counted()
    if len({r.votes for r in rows}) < 3:
        return None
    a, b, c = d.chance.sample(rows, 3)
    if len({a.votes, b.votes, c.votes}) < 3:
        return None
    slots = {"A": capital(d.name(a.state)), "b": d.name(b.state), "c": d.name(c.state)}
    true = {**slots, **d.when(), "i": str(a.votes), "j": str(b.votes), "k": str(c.votes)}
    return true, {"j": str(c.votes), "k": str(b.votes)}


def _compared(d: _Drawer) -> Made:
    rows = d.counted()
    if len(rows) < 2:
        return None
    high, low = sorted(d.chance.sample(rows, 2), key=lambda r: -(r.votes or 0))
    if high.votes == low.votes:
        return None
    return _two(d, high, low)


def _two(d: _Drawer, first: CandidacyRow, second: CandidacyRow) -> Made:
    true = {**d.of(first.state), "t": d.name(second.state), "T": capital(d.name(second.state)), **d.when()}
    return true, {**d.of(second.state), "t": d.name(first.state), "T": capital(d.name(first.state))}


def _beat(d: _Drawer) -> Made:
    loser = d.one(d.losers())
    winners = [r for r in d.election.elected() if loser and r.regional_group == loser.regional_group]
    winner = d.one(winners)
    return None if loser is None or winner is None else _two(d, winner, loser)


_ORDINALS = ("", "", "second ", "third ", "fourth ", "fifth ", "sixth ", "seventh ", "eighth ", "ninth ", "tenth ")


def _placed(d: _Drawer) -> Made:
    rows, totals = d.election.standing(), d.election.totals
    if not d.election.whole() or any(len(t) > 1 for t in totals.values()):
        return None
    row = d.one([r for r in rows if sum(totals[o.state][0] > totals[r.state][0] for o in rows) < 6])
    if row is None:
        return None
    place = 1 + sum(totals[o.state][0] > totals[row.state][0] for o in rows)
    true = {**d.of(row.state), **d.when(), "nth": _ORDINALS[place], "n": str(len(rows))}
    return true, {"nth": _ORDINALS[place + 4 if place < 4 else 1]}


def _candidates(d: _Drawer) -> Made:
    if not d.election.whole() or any(r.standing == "withdrawn" for r in d.election.rows):
        return None
    stood, seats = len(d.election.standing()), d.election.seats()
    return {**d.when(), "n": str(stood), "m": str(seats)}, {"n": str(stood + d.chance.choice([-8, 15]))}


def _group_seats(d: _Drawer) -> Made:
    group = d.group()
    seats = d.election.seats(group)
    return {**d.when(), "g": group_name(group), "m": str(seats)}, {"m": str(seats + d.chance.choice([1, 2]))}


def _all_elected(d: _Drawer) -> Made:
    group = d.group()
    known = [r.state for r in d.election.elected(group)]
    wrong = [r.state for r in d.election.rows if r.elected != "yes"] or [r.state for r in [_not_here(d)] if r]
    if len(known) < 2 or not wrong:
        return None
    listed = names(d.record, known)
    changed = names(d.record, [*known[:-1], wrong[0]])
    return {**d.when(), "g": group_name(group), "l": listed, "L": capital(listed)}, {
        "l": changed,
        "L": capital(changed),
    }


def _newcomers(d: _Drawer) -> Made:
    new = [r.state for r in counted_rows(d.record, d.election, What.NEWCOMERS, None)]
    old = [r.state for r in d.election.elected() if r.state not in new]
    if not 2 <= len(new) <= 12 or not old:
        return None
    return {**d.when(), "l": names(d.record, new), "n": str(len(new))}, {"l": names(d.record, [*new[:-1], old[0]])}


def _first(d: _Drawer) -> Made:
    new = d.one(counted_rows(d.record, d.election, What.NEWCOMERS, None))
    old = d.one([r for r in d.election.elected() if won_by(d.record)[r.state][0] != d.election.date])
    return None if new is None or old is None else ({**d.of(new.state), **d.when()}, d.of(old.state))


def _nth(d: _Drawer) -> Made:
    row = d.one([r for r in d.election.elected() if won_by(d.record)[r.state][0] != d.election.date])
    if row is None:
        return None
    place = won_by(d.record)[row.state].index(d.election.date) + 1
    return {**d.of(row.state), **d.when(), "nth": _ORDINALS[place]}, {"nth": _ORDINALS[place + 1]}


def _again(d: _Drawer) -> Made:
    row = d.one([r for r in d.election.elected() if kept(d.record, d.election, r)])
    new = d.one(counted_rows(d.record, d.election, What.NEWCOMERS, None))
    return None if row is None or new is None else ({**d.of(row.state), **d.when()}, d.of(new.state))


def _times(d: _Drawer) -> Made:
    state = d.chance.choice(sorted(won_by(d.record)))
    n = len(won_by(d.record)[state])
    return None if n < 3 else ({**d.of(state), "n": str(n)}, {"n": str(n + d.chance.choice([-1, 1]))})


def _term(d: _Drawer) -> Made:
    row = d.one(d.election.elected())
    if row is None or row.term_start is None or row.term_end is None:
        return None
    first, last = row.term_start.year, row.term_end.year
    true = {**d.of(row.state), **d.when(), "first": str(first), "last": str(last)}
    return true, {"first": str(first + 1), "last": str(last + 1)}


def _contest(d: _Drawer) -> Made:
    open_ = [g for g in d.election.groups if d.election.contested(g)]
    closed = [g for g in d.election.groups if g not in open_]
    if not open_ or not closed:
        return None
    return {**d.when(), "g": group_name(d.chance.choice(closed))}, {"g": group_name(d.chance.choice(open_))}


def _changed(d: _Drawer) -> Made:
    earlier = [e for e in elections(d.record) if e.date.year < d.election.date.year and not e.by_election]
    pairs = [
        (e, r)
        for r in d.counted()
        for e in earlier
        if len(e.totals.get(r.state, ())) == 1 and e.row(r.state) in e.standing()
    ]
    if not pairs:
        return None
    before, row = d.chance.choice(pairs)
    i, j = before.totals[row.state][0], row.votes or 0
    if i == j:
        return None
    verb = "fell" if i > j else "rose"
    true = {
        **d.of(row.state),
        "verb": verb,
        "i": str(i),
        "y": str(before.date.year),
        "j": str(j),
        "z": str(d.election.date.year),
    }
    return true, {"j": str(j + d.chance.choice([-2, 3]))}


def _held(d: _Drawer) -> Made:
    date = d.election.date
    if d.election is elections(d.record)[0]:
        return None  # what was held before the first election is outside coverage
    return d.when(), {"day": day(date.replace(day=date.day - d.chance.choice([1, 2, 3])))}


_MAKERS: dict[str, Callable[[_Drawer], Made]] = {
    "elected": _elected,
    "elected when": _elected_when,
    "lost": _lost,
    "votes": _votes,
    "pairs": _pairs,
    "compared": _compared,
    "beat": _beat,
    "placed": _placed,
    "candidates": _candidates,
    "group seats": _group_seats,
    "all elected": _all_elected,
    "newcomers": _newcomers,
    "first": _first,
    "nth": _nth,
    "again": _again,
    "times": _times,
    "term": _term,
    "contest": _contest,
    "changed": _changed,
    "held": _held,
}
