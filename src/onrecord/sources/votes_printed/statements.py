"""What a document's votes say, statement by statement, and where it disagrees with itself."""

from collections import Counter
from collections.abc import Iterator

from onrecord.sources.documents.opened import Found
from onrecord.sources.naming import NameRead, names_in_list
from onrecord.sources.votes_printed.flow import Flow
from onrecord.sources.votes_printed.lists import names_at
from onrecord.sources.votes_printed.subjects import meeting_before
from onrecord.sources.votes_printed.votes import ListPrinted, VotePrinted
from onrecord.vocabulary.positions import CAST, Position
from onrecord.vocabulary.rollcalls import Body
from onrecord.vocabulary.statements import (
    Left,
    OutcomeSaid,
    PositionSaid,
    Statement,
    TallySaid,
    TextSaid,
    VoteKey,
    WhyLeft,
)
from onrecord.vocabulary.states import Gazetteer
from onrecord.vocabulary.symbols import standard_symbol


class Ordinals:
    """The votes of one document so far, so that two on one text are told apart."""

    def __init__(self) -> None:
        """Begin with none."""
        self._seen: Counter[str] = Counter()
        self._told: dict[tuple[str, int, int, int], int] = {}

    def key(self, vote: VotePrinted) -> VoteKey:
        """Return the key of the document's next vote; totals told again without a list are the vote's they repeat."""
        symbol = vote.subject.symbol if vote.subject else ""
        tally = vote.tally
        figures = (symbol, tally.yes, tally.no, tally.abstain) if tally else (symbol, -1, -1, -1)
        if figures in self._told and not vote.lists:
            return VoteKey(Body.HRC, symbol, self._told[figures])
        self._seen[symbol] += 1
        self._told[figures] = self._seen[symbol]
        return VoteKey(Body.HRC, symbol, self._seen[symbol])


def said_of(vote: VotePrinted, key: VoteKey, flow: Flow, gazetteer: Gazetteer) -> Iterator[Found]:
    """Yield a vote's text, outcome, totals and positions, then what of them disagrees or could not be read."""
    told = " ".join(flow.text[vote.start : vote.end].split())[:300]
    place = flow.place(vote.start)
    if vote.subject is None:
        yield Left(WhyLeft.NO_SUBJECT, place, told, "the symbol or title of the text voted on")
        return
    yield Statement(_text(vote, key, flow), place, vote.subject.written or key.symbol)
    if vote.outcome is not None:
        yield Statement(OutcomeSaid(key, vote.outcome), place, told)
    if vote.tally is not None:
        tally = TallySaid(key, vote.tally.yes, vote.tally.no, vote.tally.abstain)
        yield Statement(
            tally, flow.place(vote.tally.start), " ".join(flow.text[vote.tally.start : vote.tally.end].split())
        )
    yield from _bracketed_counts(vote, key, flow)
    read = {position: _reads(listed, flow, gazetteer) for position, listed in vote.lists.items()}
    yield from _positions(vote, key, flow, read)
    yield from _disagreeing(vote, flow, {position: len(reads) for position, reads in read.items()})
    if vote.bracketed and vote.lists and "]" not in flow.text[vote.end : vote.end + 400]:
        yield Left(
            WhyLeft.CUT_SHORT, flow.place(max(vote.start, vote.end - 1)), told[-80:], "the bracket that closes the vote"
        )


def _text(vote: VotePrinted, key: VoteKey, flow: Flow) -> TextSaid:
    meeting = meeting_before(flow, vote.end)
    titled = standard_symbol(key.symbol) is None
    draft = key.symbol if not titled and "/L." in key.symbol else None
    number, day = meeting if meeting else (None, None)
    return TextSaid(key, title=key.symbol if titled else None, date=day, meeting=number, draft_symbol=draft)


def _bracketed_counts(vote: VotePrinted, key: VoteKey, flow: Flow) -> Iterator[Statement]:
    """The numbers in the heads of the lists: a second witness beside the totals told in words."""
    heads = [listed.head for listed in vote.lists.values() if listed.head.count is not None]
    if heads:
        n = {head.position: head.count for head in heads}
        tally = TallySaid(key, n.get(Position.YES), n.get(Position.NO), n.get(Position.ABSTAIN))
        printed = " … ".join(" ".join(flow.text[head.start : head.end].split()) for head in heads)
        yield Statement(tally, flow.place(heads[0].start), printed)


def _reads(listed: ListPrinted, flow: Flow, gazetteer: Gazetteer) -> list[tuple[int, NameRead]]:
    text = flow.text[listed.start : listed.end]
    reads = names_in_list(text, gazetteer, flow.day(listed.start))
    return list(names_at(flow, listed.start, listed.end, reads))


def _positions(
    vote: VotePrinted, key: VoteKey, flow: Flow, read: dict[Position, list[tuple[int, NameRead]]]
) -> Iterator[Found]:
    seen: dict[str, Position] = {}
    for position in vote.lists:
        for at, name in read[position]:
            place = flow.place(at)
            if name.why is not None:
                yield Left(name.why, place, name.printed, "a name of one state", name.candidates)
            if name.state is None:
                continue
            if name.state in seen:
                why = WhyLeft.REPEATED if seen[name.state] is position else WhyLeft.DISAGREES
                yield Left(why, place, name.printed, f"each state once in a vote, not also {seen[name.state].value}")
            seen[name.state] = position
            yield Statement(PositionSaid(key, name.state, position), place, name.printed)


def _disagreeing(vote: VotePrinted, flow: Flow, listed: dict[Position, int]) -> Iterator[Left]:
    """Every total, told in words or printed in the head of a list, that the list or the other total contradicts."""
    if not vote.lists:
        return
    for position in CAST:
        part = vote.lists.get(position)
        place = flow.place(part.head.start if part else vote.start)
        told = getattr(vote.tally, position.value) if vote.tally else None
        counted = part.head.count if part else None
        for total, source in ((told, "totals told in words"), (counted, "number in the list's head")):
            if total is not None and total != listed.get(position, 0):
                found = f"{position.value}: {total} ({source}), {listed.get(position, 0)} listed"
                yield Left(WhyLeft.DISAGREES, place, found, "a total that is the number of states listed")
        if told is not None and counted is not None and told != counted:
            found = f"{position.value}: {told} in words, {counted} in the list's head"
            yield Left(WhyLeft.DISAGREES, place, found, "the same total in both places")
