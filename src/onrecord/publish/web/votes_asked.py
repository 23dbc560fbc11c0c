"""The words of an address by which pages of measures select votes."""

from dataclasses import asdict, dataclass
from typing import Annotated

from fastapi import Depends, Query

from onrecord.publish.views.selected_votes import VotesAsked
from onrecord.publish.web.answers import BadQuery
from onrecord.vocabulary.rollcalls import Body

Since = Annotated[str, Query(alias="from")]
Until = Annotated[str, Query(alias="to")]
Several = Annotated[list[str] | None, Query()]


def year_asked(name: str, written: str) -> int | None:
    """Return the year written in a query, None where none is; BadQuery for what is no year."""
    if not written.strip():
        return None
    if not (written.strip().isascii() and written.strip().isdigit()):
        raise BadQuery(name, "a calendar year", written)
    return int(written)


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What narrows the votes beside body and years; what is empty does not."""

    items: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    situations: tuple[str, ...] = ()
    named: str | None = None


def _narrowing(item: Several = None, kind: Several = None, situation: Several = None, selection: str = "") -> Narrowing:
    several = (tuple(one for one in words or () if one.strip()) for words in (item, kind, situation))
    return Narrowing(*several, named=selection.strip() or None)


Narrowed = Annotated[Narrowing, Depends(_narrowing)]
"""What an address asks for beside body and years."""


def _votes(narrowed: Narrowed, body: str = "", since: Since = "", until: Until = "") -> VotesAsked:
    years = year_asked("from", since), year_asked("to", until)
    return VotesAsked(body.strip() or Body.HRC.value, *years, **asdict(narrowed))


AskedVotes = Annotated[VotesAsked, Depends(_votes)]
"""Which votes an address asks for; the Council's where it names no body."""
