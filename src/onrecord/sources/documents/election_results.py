"""Reads how states were elected to the Human Rights Council: press releases and meeting records of the Assembly."""

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.sources.documents.elections.ballots import Ballots
from onrecord.sources.documents.elections.elected import Elected, elected_in
from onrecord.sources.documents.elections.labels import COUNCIL
from onrecord.sources.documents.opened import Found, Opened, Reader
from onrecord.sources.printed import begins, printed
from onrecord.vocabulary.errors import UnreadableDocument
from onrecord.vocabulary.places import Place
from onrecord.vocabulary.statements import BallotSaid, BallotTotalsSaid, Left, Statement, WhyLeft
from onrecord.vocabulary.states import Gazetteer

_PAPERS = re.compile(r"ballot papers", re.I)
_OBTAINED = re.compile(r"votes obtained", re.I)


def recognises(opened: Opened) -> bool:
    """Whether a file is a printed document with the papers and votes of an election to the Human Rights Council."""
    beginning = " ".join(line.text for line in begins(opened))
    if not re.search(r"elect", beginning, re.I) or COUNCIL not in beginning:
        return False
    try:
        text = "\n".join(line.text for line in printed(opened).lines)
    except UnreadableDocument:
        return False
    return bool(_PAPERS.search(text) and _OBTAINED.search(text))


def read(opened: Opened, gazetteer: Gazetteer) -> Iterator[Found]:
    """Yield the document's own data, the papers of each group and round, and what each state received."""
    document = printed(opened)
    ballots = Ballots(gazetteer)
    found = list(ballots.read(document))
    named = elected_in(document, gazetteer, ballots.date)
    yield from _found_with(found, named)
    yield from named.left
    yield from _disagreements(found, named)
    if not any(isinstance(item, Statement) and isinstance(item.says, BallotSaid) for item in found):
        yield Left(WhyLeft.MISSING_FIELD, Place(), "", "the votes a state obtained")


def _found_with(found: list[Found], named: Elected) -> Iterator[Found]:
    """Yield what was found, each state's last ballot saying whether it was elected, if the document says who was."""
    last = {said.state: at for at, said in _ballots(found)}
    for at, item in enumerate(found):
        if not isinstance(item, Statement) or not isinstance(item.says, BallotSaid) or not named.states:
            yield item
            continue
        elected = item.says.state in named.states and last[item.says.state] == at
        yield Statement(replace(item.says, elected=elected), item.place, item.printed)


def _ballots(found: list[Found]) -> Iterator[tuple[int, BallotSaid]]:
    for at, item in enumerate(found):
        if isinstance(item, Statement) and isinstance(item.says, BallotSaid):
            yield at, item.says


def _disagreements(found: list[Found], named: Elected) -> Iterator[Left]:
    """Yield who is said to be elected without votes or with too few, and groups with more of them than seats."""
    said = [item.says for item in found if isinstance(item, Statement)]
    ballots = [ballot for ballot in said if isinstance(ballot, BallotSaid)]
    last = {ballot.state: ballot for ballot in ballots}
    for state, place in named.states.items():
        if state not in last:
            yield Left(WhyLeft.DISAGREES, place, state, "votes obtained by each state that is said to be elected")
    for totals in (item for item in said if isinstance(item, BallotTotalsSaid)):
        here = [b for b in ballots if (b.group, b.round) == (totals.group, totals.round)]
        elected = [b for b in here if b.state in named.states and last[b.state] is b]
        yield from _short(totals, elected, [b for b in here if b not in elected], named)


def _short(
    totals: BallotTotalsSaid, elected: list[BallotSaid], others: list[BallotSaid], named: Elected
) -> Iterator[Left]:
    most = max((b.votes for b in others if b.state not in named.states), default=0)
    for ballot in elected:
        least = max(totals.majority or 0, most)
        if ballot.votes < least:
            place = named.states[ballot.state]
            yield Left(WhyLeft.DISAGREES, place, f"{ballot.state}, {ballot.votes} votes", f"{least} votes or more")
    if totals.seats is not None and len(elected) > totals.seats:
        printed = ", ".join(ballot.state for ballot in elected)
        yield Left(WhyLeft.DISAGREES, Place(field=totals.group), printed, f"at most {totals.seats} elected")


READER = Reader("results of an election to the Human Rights Council", recognises, read)
