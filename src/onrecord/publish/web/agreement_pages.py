"""The page of one state beside all others, with its map, and its JSON twin."""

from dataclasses import asdict, dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Query

from onrecord.measures.agreement.methods import IDENTICAL
from onrecord.publish.listed.agreement import agreement_rows
from onrecord.publish.views.agreement import AgreementAsked, AgreementOfState, agreement_of_state
from onrecord.publish.web.answers import BadQuery, Moved, Opened, page
from onrecord.publish.web.list_data import rows_at
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.rollcalls import Body

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Narrowed:
    """By which method, over which of the votes, with what drawn again for the intervals."""

    method: str = IDENTICAL.name
    items: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    situations: tuple[str, ...] = ()
    named: str | None = None
    drawn: str | None = None


Several = Annotated[list[str] | None, Query()]


def _narrowed(
    method: str = "",
    item: Several = None,
    kind: Several = None,
    situation: Several = None,
    selection: str = "",
    drawn: str = "",
) -> Narrowed:
    several = (tuple(one for one in words or () if one.strip()) for words in (item, kind, situation))
    return Narrowed(method.strip() or IDENTICAL.name, *several, selection.strip() or None, drawn.strip() or None)


def _asked(
    asked: str,
    narrowed: Annotated[Narrowed, Depends(_narrowed)],
    body: str = "",
    since: Annotated[str, Query(alias="from")] = "",
    until: Annotated[str, Query(alias="to")] = "",
) -> AgreementAsked:
    years = year_asked("from", since), year_asked("to", until)
    return AgreementAsked(asked, body.strip() or Body.GA.value, *years, **asdict(narrowed))


def year_asked(name: str, written: str) -> int | None:
    """Return the year written in a query, None where none is; BadQuery for what is no year."""
    if not written.strip():
        return None
    if not (written.strip().isascii() and written.strip().isdigit()):
        raise BadQuery(name, "a calendar year", written)
    return int(written)


AskedFor = Annotated[AgreementAsked, Depends(_asked)]


def _view(record: Record, asked: AgreementAsked) -> AgreementOfState:
    slug = record.gazetteer.resolve(asked.state).slug
    if asked.state != slug:
        raise Moved(f"/agreement/{slug}")
    try:
        return agreement_of_state(record, asked)
    except NotInVocabulary as error:
        raise BadQuery(error.noun, error.expected, error.found, error.suggestions) from error


@page(router, "/agreement/{asked}", "agreement.html")
@rows_at(router, "/agreement/{asked}", agreement_rows)
def agreement(record: Opened, asked: AskedFor) -> AgreementOfState:
    """One state beside all others; another way to write its name leads to its address."""
    return _view(record, asked)
