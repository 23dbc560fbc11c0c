"""The page of one state beside all others, with its map, and its JSON twin."""

from dataclasses import asdict, dataclass
from typing import Annotated

from fastapi import APIRouter, Depends

from onrecord.measures.agreement.methods import IDENTICAL
from onrecord.publish.listed.agreement import agreement_rows
from onrecord.publish.views.agreement import AgreementAsked, AgreementOfState, agreement_of_state
from onrecord.publish.web.answers import BadQuery, Moved, Opened, page
from onrecord.publish.web.list_data import rows_at
from onrecord.publish.web.votes_asked import Narrowed, Since, Until, year_asked
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.rollcalls import Body

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Counted:
    """By which method, and what is drawn again for the intervals."""

    method: str = IDENTICAL.name
    drawn: str | None = None


def _counted(method: str = "", drawn: str = "") -> Counted:
    return Counted(method.strip() or IDENTICAL.name, drawn.strip() or None)


def _asked(
    asked: str,
    narrowed: Narrowed,
    counted: Annotated[Counted, Depends(_counted)],
    body: str = "",
    since: Since = "",
    until: Until = "",
) -> AgreementAsked:
    years = year_asked("from", since), year_asked("to", until)
    return AgreementAsked(asked, body.strip() or Body.GA.value, *years, **asdict(counted), **asdict(narrowed))


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
