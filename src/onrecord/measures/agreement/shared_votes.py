"""The votes that were open to two states, and those in which one was in favour and the other against."""

from collections.abc import Iterable

from onrecord.record.ballots import Ballot
from onrecord.vocabulary.positions import Position
from onrecord.vocabulary.rollcalls import Body


def open_to_both(ballots: Iterable[Ballot], a: str, b: str) -> list[Ballot]:
    """Return the votes taken in which both states could vote.

    The Assembly's ballots carry no list of members: those given must be of days on which both were members.
    """
    taken = [ballot for ballot in ballots if ballot.vote_taken]
    return [one for one in taken if _open(one, a) and _open(one, b)]


def _open(ballot: Ballot, state: str) -> bool:
    return ballot.body is Body.GA or state in ballot.members


def opposites(ballots: Iterable[Ballot], a: str, b: str) -> list[Ballot]:
    """Return the votes in which one of two states voted in favour and the other against."""
    return [
        one for one in open_to_both(ballots, a, b) if {one.position(a), one.position(b)} == {Position.YES, Position.NO}
    ]
