"""What a notebook writes, read as the command line reads it: years, one word or several."""

from collections.abc import Sequence
from datetime import date

from onrecord.publish.views.selected_votes import VotesAsked
from onrecord.record.query_groups import members
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.rollcalls import Body

Years = int | tuple[int | None, int | None] | None
"""One calendar year, or the first and the last (None for the record's own), or all."""

Words = str | int | Sequence[str | int] | None
"""One word or number, several, or none for all."""


def votes_asked(body: str | Body, years: Years, narrowed: tuple[Words, Words, Words], named: str | None) -> VotesAsked:
    """Return the votes asked for; ``narrowed`` are agenda items, kinds and situations.

    NotInVocabulary for what are no years.
    """
    items, kinds, situations = map(several, narrowed)
    return VotesAsked(str(body), *first_and_last(years), items, kinds, situations, named)


def first_and_last(years: Years) -> tuple[int | None, int | None]:
    """Return the first and last year asked for; NotInVocabulary for what is neither a year nor two."""
    if years is None or isinstance(years, int):
        return years, years
    found = tuple(years)
    if len(found) != 2 or any(not isinstance(one, int | None) for one in found):
        raise NotInVocabulary("years", repr(years), "a year such as 2014, or the first and the last: (2010, 2014)")
    return found[0], found[1]


def several(words: Words) -> tuple[str, ...]:
    """Return one word or several as a tuple of words; empty for None."""
    if words is None:
        return ()
    return (str(words),) if isinstance(words, str | int) else tuple(map(str, words))


def members_of(record: Record, group: str, on: date) -> tuple[str, ...]:
    """Return the members of a group on a day, in alphabetical order of their codes.

    NotInVocabulary for a group that the record does not know, or not on that day.
    """
    found = members(record, group, on)
    if not found:
        raise NotInVocabulary("group", f"{group} on {on}", "a group with members in the record on that day")
    return tuple(sorted(found))
