"""What a list of states lets one conclude of one state: on it, not on it, or nothing.

A state that a list does not hold was absent from what the list records only if the list is whole for states of its
kind. Special sessions are asked for under A/RES/60/251, paragraph 10, with the support of one third of the Council's
members; lists of supporters give members and observers apart, and sources often print the members alone.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from onrecord.sources.facts_commitments import ListComplete


class Answer(StrEnum):
    """What can be said of a state."""

    LISTED = "listed"
    NOT_LISTED = "not listed: the list is complete and does not hold it"
    NOT_AMONG_MEMBERS = "not among the members listed: the list covers members only, and it was a member"
    NOT_IN_RECORD = "not in the record"


class Why(StrEnum):
    """On what the answer rests."""

    ON_LIST = "the list holds it"
    LIST_WHOLE = "the list is complete and does not hold it"
    WHOLE_FOR_MEMBERS = (
        "the list is complete for members of the Council, it was a member, and the list does not hold it"
    )
    MEMBERS_ONLY = "the list covers members of the Council only, and it was not a member"
    NO_OBSERVERS = "the list holds members of the Council only and observers are not counted; it was not a member"
    PARTIAL = "the list is partial"
    NO_LIST = "no list was found"
    SHORT = "the list holds fewer States than its source counts"
    SEAT_UNSURE = "whether it was a member of the Council on the day is not certain"
    NO_STATE = "it was not a State under this name on the day"


class Seat(StrEnum):
    """A state's seat on the Council when a session was called."""

    MEMBER = "member"
    OBSERVER = "observer"
    UNSURE = "not certain"
    NO_STATE = "not a State"


@dataclass(frozen=True, slots=True)
class Conclusion:
    """What can be said of a state, and on what it rests."""

    answer: Answer
    why: Why


@dataclass(frozen=True, slots=True)
class Count:
    """A source's count beside the rows listed; ``agrees`` is None where they cannot be compared."""

    what: str
    by_source: int | None
    listed: int
    agrees: bool | None


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of states, with its source's counts and how whole it is said to be."""

    complete: ListComplete
    members: Collection[str]
    observers: Collection[str]
    n_members: int | None
    n_observers: int | None
    n_all: int | None

    @property
    def short(self) -> bool:
        """Whether the source counts more states than the list holds, of those the list covers."""
        short_of_members = self.n_members is not None and len(self.members) < self.n_members
        if self.complete is ListComplete.MEMBERS_ONLY:
            return short_of_members
        short_of_observers = self.n_observers is not None and len(self.observers) < self.n_observers
        all_listed = len(self.members) + len(self.observers)
        return short_of_members or short_of_observers or (self.n_all is not None and all_listed < self.n_all)


def of_request(on_list: bool, seat: Seat, found: Listed) -> Conclusion:
    """Return what a list of supporters says of a state that was a member or an observer when the session was called."""
    if on_list:
        return Conclusion(Answer.LISTED, Why.ON_LIST)
    if (gap := _gap(found, seat)) is not None:
        return Conclusion(Answer.NOT_IN_RECORD, gap)
    if found.complete is ListComplete.MEMBERS_ONLY:
        return Conclusion(Answer.NOT_AMONG_MEMBERS, Why.WHOLE_FOR_MEMBERS)
    return Conclusion(Answer.NOT_LISTED, Why.LIST_WHOLE if found.observers else Why.WHOLE_FOR_MEMBERS)


def _gap(found: Listed, seat: Seat) -> Why | None:
    """Return why nothing can be concluded of a state that is not on the list; None where something can."""
    if found.complete in {ListComplete.PARTIAL, ListComplete.NONE}:
        return Why.PARTIAL if found.complete is ListComplete.PARTIAL else Why.NO_LIST
    if found.short:
        return Why.SHORT
    if seat is Seat.NO_STATE:
        return Why.NO_STATE
    holds_observers = found.complete is ListComplete.FULL and bool(found.observers)
    return None if seat is Seat.MEMBER or holds_observers else _gap_of_observer(found, seat)


def _gap_of_observer(found: Listed, seat: Seat) -> Why:
    if seat is Seat.UNSURE:
        return Why.SEAT_UNSURE
    return Why.MEMBERS_ONLY if found.complete is ListComplete.MEMBERS_ONLY else Why.NO_OBSERVERS


def of_statement(on_list: bool, existed: bool, complete: ListComplete, n: int | None, listed: int) -> Conclusion:
    """Return what a list of those that joined a statement says of a state; ``n`` is the source's count."""
    if on_list:
        return Conclusion(Answer.LISTED, Why.ON_LIST)
    if complete is not ListComplete.FULL:
        return Conclusion(Answer.NOT_IN_RECORD, Why.NO_LIST if complete is ListComplete.NONE else Why.PARTIAL)
    if n is not None and listed < n:
        return Conclusion(Answer.NOT_IN_RECORD, Why.SHORT)
    if not existed:
        return Conclusion(Answer.NOT_IN_RECORD, Why.NO_STATE)
    return Conclusion(Answer.NOT_LISTED, Why.LIST_WHOLE)


MEMBERS, OBSERVERS, ALL_SUPPORTERS = "members of the Council", "observers", "all supporters"
ALL_BESIDE_SUM = "all supporters, beside the source's members and observers added"
COUNTED = (MEMBERS, OBSERVERS, ALL_SUPPORTERS, ALL_BESIDE_SUM)
"""What is counted of those who asked for a special session, in words."""


def counts_of_request(found: Listed) -> tuple[Count, ...]:
    """Return the source's counts of supporters beside the rows listed; both are kept where they differ."""
    whole = found.complete is ListComplete.FULL
    members, observers = len(found.members), len(found.observers)
    counts = [
        _count(MEMBERS, found.n_members, members, whole or found.complete is ListComplete.MEMBERS_ONLY),
        _count(OBSERVERS, found.n_observers, observers, whole),
        _count(ALL_SUPPORTERS, found.n_all, members + observers, whole),
    ]
    if found.n_members is not None and found.n_observers is not None:
        sum_by_source = found.n_members + found.n_observers
        counts.append(_count(ALL_BESIDE_SUM, found.n_all, sum_by_source, True))
    return tuple(counts)


def count_of_statement(complete: ListComplete, n: int | None, listed: int) -> Count:
    """Return the source's count of those that joined a statement beside the rows listed."""
    return _count("States that joined", n, listed, complete is ListComplete.FULL)


def _count(what: str, by_source: int | None, listed: int, comparable: bool) -> Count:
    return Count(what, by_source, listed, by_source == listed if comparable and by_source is not None else None)


def tally(conclusions: Iterable[Conclusion]) -> tuple[tuple[Answer, int], ...]:
    """Return how many lists hold a state, how many do not, and of how many nothing can be said; the sum is n."""
    answers = [one.answer for one in conclusions]
    return tuple((answer, answers.count(answer)) for answer in Answer)
