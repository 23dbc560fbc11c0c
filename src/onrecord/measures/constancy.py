"""How constant a state is on one situation: within a year, and from one year to the next.

The usual position on a situation in a year is the most frequent one among its texts (their mode); where two
are equally frequent it is both. A shift is a change of the usual position between one year and the next in
which the situation was put to a vote both times; a year without a vote, or outside membership, shows no shift.
Texts on which a yes runs against the situation's usual texts (the audit's rule "direction": a draft to end a
mandate, a rival text) are left out: a change of sides there is none of the state's.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.record.ballots import Ballot
from onrecord.vocabulary.positions import LISTED, Position


@dataclass(frozen=True, slots=True)
class Usual:
    """A state's positions on one situation over some texts, most frequent first."""

    subject: str
    counts: tuple[tuple[Position, int], ...]

    @property
    def n(self) -> int:
        """Texts with a known position."""
        return sum(n for _, n in self.counts)

    @property
    def positions(self) -> tuple[Position, ...]:
        """The usual position, or several where they are equally frequent."""
        most = max((n for _, n in self.counts), default=0)
        return tuple(position for position, n in self.counts if n == most)

    @property
    def consistency(self) -> float | None:
        """Share of the n texts on which the state took its (first) usual position; None where n is 0."""
        return max(n for _, n in self.counts) / self.n if self.counts else None


def usual_positions(ballots: Iterable[Ballot], state: str) -> dict[str, Usual]:
    """Return a state's usual position on each situation put to a vote while it was a member, by situation."""
    found: dict[str, Counter[Position]] = defaultdict(Counter)
    for ballot in ballots:
        position = ballot.position(state)
        if position in LISTED and not ballot.runs_against:
            for subject in ballot.subjects:
                found[subject][position] += 1
    return {subject: Usual(subject, _ordered(counts)) for subject, counts in sorted(found.items())}


def usual_of(subject: str, positions: Iterable[Position]) -> Usual:
    """Return the usual position on a situation among the positions given, each one of those a roll call can list."""
    return Usual(subject, _ordered(Counter(positions)))


def _ordered(counts: Counter[Position]) -> tuple[tuple[Position, int], ...]:
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], LISTED.index(item[0]))))


@dataclass(frozen=True, slots=True)
class Shift:
    """A change of a state's usual position on one situation between two years."""

    subject: str
    before: Usual
    after: Usual


def shifts(before: Mapping[str, Usual], after: Mapping[str, Usual]) -> list[Shift]:
    """Return the situations whose usual position differs between two years, by situation.

    Only situations with a known position in both are compared.
    """
    return [
        Shift(subject, before[subject], usual)
        for subject, usual in after.items()
        if subject in before and before[subject].positions != usual.positions
    ]
