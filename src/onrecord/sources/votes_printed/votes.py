"""The votes of a document: totals and lists that belong together, in the document's order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from onrecord.sources.votes_printed.flow import Flow
from onrecord.sources.votes_printed.lists import list_end
from onrecord.sources.votes_printed.subjects import Subject, Subjects, sentence_start
from onrecord.sources.votes_printed.wording import Event, Head, Tally, Without, outcome_in
from onrecord.vocabulary.positions import CAST, Position
from onrecord.vocabulary.rollcalls import Outcome
from onrecord.vocabulary.states import Gazetteer

_ANOTHER = re.compile(r"\n\d{1,4}\.\s|\]|recorded\s+vote\s+was\s+taken")
NEAR = 1_500
"""How many characters may stand between a vote's totals and its lists."""


@dataclass(slots=True)
class ListPrinted:
    """A list of states: its head and where its names begin and end."""

    head: Head
    start: int
    end: int


@dataclass(slots=True)
class VotePrinted:
    """One vote as a document prints it, with the sentence it is told in."""

    start: int
    end: int
    subject: Subject | None
    outcome: Outcome | None = None
    tally: Tally | None = None
    lists: dict[Position, ListPrinted] = field(default_factory=dict)
    bracketed: bool = False


def votes_in(flow: Flow, events: tuple[Event, ...], subjects: Subjects, gazetteer: Gazetteer) -> Iterator[VotePrinted]:
    """Yield the votes of a document: each with its totals, its lists, or the words that there was none."""
    vote: VotePrinted | None = None
    for at, event in enumerate(events):
        following = events[at + 1] if at + 1 < len(events) else None
        if vote is None or not _belongs(event, vote, following, flow):
            if vote is not None:
                yield vote
            vote = _begun(flow, event, subjects)
        _take(vote, event, flow, following, gazetteer)
    if vote is not None:
        yield vote


def _belongs(event: Event, vote: VotePrinted, following: Event | None, flow: Flow) -> bool:
    """Whether an event goes on with a vote: its next list, or totals that come after its lists."""
    if vote.outcome is Outcome.ADOPTED_WITHOUT_A_VOTE or event.start - vote.end > NEAR:
        return False
    match event:
        case Head():
            later = all(CAST.index(event.position) > CAST.index(known) for known in vote.lists)
            return later and (bool(vote.lists) or _together(flow, vote.end, event.start))
        case Tally():
            has_own = isinstance(following, Head) and _together(flow, event.end, following.start)
            return bool(vote.lists) and vote.tally is None and not has_own
        case Without():
            return False


def _together(flow: Flow, end: int, start: int) -> bool:
    """Whether totals and the head of a list stand in one paragraph, or nothing between them begins another vote."""
    return start - end < NEAR and _ANOTHER.search(flow.text, end, start) is None


def _begun(flow: Flow, event: Event, subjects: Subjects) -> VotePrinted:
    begins = sentence_start(flow.text, event.start)
    if isinstance(event, Head):
        # "A recorded vote was taken on the amendment. The voting was as follows:": the sentence before names the text.
        begins = sentence_start(flow.text, max(0, begins - 1)) if flow.text[begins - 1 : begins] != "[" else begins
    sentence = flow.text[begins : event.end]
    bracketed = flow.text[max(0, begins - 2) : begins + 1].find("[") >= 0
    return VotePrinted(begins, event.end, subjects.at(event.start, sentence, begins, bracketed), bracketed=bracketed)


def _take(vote: VotePrinted, event: Event, flow: Flow, following: Event | None, gazetteer: Gazetteer) -> None:
    vote.end = event.end
    match event:
        case Head():
            most = following.start if isinstance(following, Head) else len(flow.text)
            end = list_end(flow, event.end, most, gazetteer)
            vote.lists[event.position] = ListPrinted(event, event.end, end)
            vote.end = end
        case Tally():
            vote.tally = event
            sentence = flow.text[sentence_start(flow.text, event.start) : event.end + 60].split(". ")[0]
            vote.outcome = outcome_in(sentence)
        case Without():
            vote.outcome = Outcome.ADOPTED_WITHOUT_A_VOTE
