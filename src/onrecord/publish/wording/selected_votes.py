"""Which votes a measure was taken over, in words: the scope that stands beside every figure."""

from collections.abc import Iterator, Sequence

from onrecord.publish.languages.words import gettext, message, say
from onrecord.publish.languages.writing import joined
from onrecord.publish.sentences import scope
from onrecord.record.position_table import VoteSelection
from onrecord.vocabulary.rollcalls import Body
from onrecord.vocabulary.situations import Subject

BODIES = {Body.GA: message("General Assembly"), Body.HRC: message("Human Rights Council")}
"""The bodies as they read in a sentence."""


def selection(chosen: VoteSelection, years: tuple[int, int], subjects: Sequence[Subject]) -> str:
    """Return a selection in words: "recorded votes of the Human Rights Council, 2014 to 2016; agenda item 4"."""
    body = gettext(BODIES[chosen.body])
    first, last = years
    if first == last:
        head = say("recorded votes of the {body}, {year}", body=body, year=first)
    else:
        head = say("recorded votes of the {body}, {first} to {last}", body=body, first=first, last=last)
    return "; ".join([head, *_narrowed(chosen, subjects)])


def _narrowed(chosen: VoteSelection, subjects: Sequence[Subject]) -> Iterator[str]:
    if chosen.sessions:
        yield say("sessions: {sessions}", sessions=joined(chosen.sessions))
    if chosen.items:
        yield say("agenda items: {items}", items=joined(chosen.items))
    if chosen.kinds:
        yield say("kinds of text: {kinds}", kinds=joined(map(gettext, chosen.kinds)))
    if subjects:
        yield say("situations: {situations}", situations=joined(gettext(one.label) for one in subjects))
    if chosen.named:
        yield scope(chosen.named)
    if not chosen.doubtful:
        yield gettext("positions in doubt left out")
