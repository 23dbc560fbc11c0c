"""Visits to a state, requests for visits, standing invitations: what sources say, each with its source."""

from dataclasses import dataclass
from datetime import date

from onrecord.measures.visits import Request, is_pledge, requested, requests
from onrecord.publish.languages.state_names import name_order
from onrecord.publish.languages.words import gettext
from onrecord.publish.views.shared import Sentence, Sources, StateHead, state_head
from onrecord.publish.views.un_documents import UnDocument, un_document
from onrecord.publish.wording import visits as say
from onrecord.record.query_visits import invitation_totals, invitations, visits
from onrecord.record.store import Record
from onrecord.sources.facts_cooperation import StandingInvitation, Visit


@dataclass(frozen=True, slots=True)
class VisitLine:
    """One visit made."""

    state: StateHead
    mandate: str
    holder: str | None
    opened: date
    closed: date | None
    status: str
    kind: str
    report: UnDocument | None
    note: str | None
    confidence: int
    source: str
    source_url: str | None
    page: str


@dataclass(frozen=True, slots=True)
class RequestLine:
    """One request for a visit: the day by which it is known, and the visit that answered it, if one is known."""

    state: StateHead
    mandate: str
    holder: str | None
    known_by: date
    status: str
    answered_on: date | None
    note: str | None
    confidence: int
    source: str
    source_url: str | None
    page: str


@dataclass(frozen=True, slots=True)
class InvitationLine:
    """What a source says of a standing invitation; the state is none for a count of states."""

    state: StateHead | None
    date: str
    date_meaning: str
    dated: str
    event: str
    pledge: bool
    note: str | None
    confidence: int
    source: str
    source_url: str | None
    page: str


@dataclass(frozen=True, slots=True)
class VisitsOfState:
    """Everything the record has of visits to one state and of its standing invitation."""

    state: StateHead
    page: str
    sentences: tuple[Sentence, ...]
    visits: tuple[VisitLine, ...]
    requests: tuple[RequestLine, ...]
    invitations: tuple[InvitationLine, ...]
    totals: tuple[InvitationLine, ...]
    not_known: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VisitedState:
    """A state that the record has a visit, a request or words on a standing invitation of."""

    state: StateHead
    visits: int
    requests: int
    invitation: InvitationLine | None
    page: str


@dataclass(frozen=True, slots=True)
class VisitsList:
    """The states of which the record has visits or standing invitations, and the totals by date."""

    page: str
    sentences: tuple[Sentence, ...]
    n: int
    states: tuple[VisitedState, ...]
    totals: tuple[InvitationLine, ...]
    not_known: tuple[str, ...]


def visits_of_state(record: Record, asked: str) -> VisitsOfState:
    """Return visits to a state and its standing invitation; NotInVocabulary for a state the record does not know."""
    state = record.gazetteer.resolve(asked)
    lines, found = _Lines(record), visits(record, state.iso3)
    head, page = lines.head(state.iso3), lines.page(state.iso3)
    made = tuple(lines.visit(row) for row in found if not requested(row))
    asked_for = tuple(lines.request(one) for one in requests(found))
    said = tuple(lines.invitation(row) for row in invitations(record, state.iso3))
    totals = tuple(lines.invitation(row) for row in invitation_totals(record))
    return VisitsOfState(
        state=head,
        page=page,
        sentences=(
            say.of_visits(head, page, made),
            *(say.of_request(head, page, one) for one in asked_for),
            *say.of_invitations(head, page, said),
        ),
        visits=made,
        requests=asked_for,
        invitations=said,
        totals=totals,
        not_known=tuple(_not_known(totals)),
    )


def visits_list(record: Record) -> VisitsList:
    """Return the states of which the record has visits or standing invitations, by name."""
    lines, found, said = _Lines(record), visits(record), invitations(record)
    codes = {row.state for row in found} | {row.state for row in said if row.state}
    states = sorted((lines.state(iso3, found, said) for iso3 in codes), key=lambda one: name_order(one.state.name))
    totals = tuple(lines.invitation(row) for row in invitation_totals(record))
    inviting = len({row.state for row in said if not is_pledge(row)})
    made = [row for row in found if not requested(row)]
    return VisitsList(
        page="/visits",
        sentences=tuple(say.listed(inviting, len({r.state for r in made}), len(made), totals, "/visits")),
        n=len(states),
        states=tuple(states),
        totals=totals,
        not_known=tuple(_not_known(totals)),
    )


def _not_known(totals: tuple[InvitationLine, ...]) -> list[str]:
    said = [gettext(say.VISITS_PARTIAL), gettext(say.INVITATIONS_PARTIAL)]
    return said if totals else [*said, gettext(say.NO_TOTALS)]


class _Lines:
    """Makes lines of rows."""

    def __init__(self, record: Record) -> None:
        self.record, self.sources = record, Sources(record)

    def head(self, iso3: str) -> StateHead:
        return state_head(self.record, self.record.gazetteer.state(iso3), self.record.as_of)

    def page(self, iso3: str) -> str:
        return f"/visits/{self.record.gazetteer.state(iso3).slug}"

    def visit(self, row: Visit) -> VisitLine:
        return VisitLine(
            state=self.head(row.state),
            mandate=row.mandate,
            holder=row.holder,
            opened=row.opened,
            closed=row.closed,
            status=row.status,
            kind=row.kind,
            report=un_document(row.report_symbol),
            note=row.note,
            confidence=row.confidence,
            source=self.sources.title(row.source_id),
            source_url=self.sources.url(row.source_id),
            page=self.page(row.state),
        )

    def request(self, one: Request) -> RequestLine:
        row = one.request
        return RequestLine(
            state=self.head(row.state),
            mandate=row.mandate,
            holder=row.holder,
            known_by=row.opened,
            status=row.status,
            answered_on=one.answered_by.opened if one.answered_by else None,
            note=row.note,
            confidence=row.confidence,
            source=self.sources.title(row.source_id),
            source_url=self.sources.url(row.source_id),
            page=self.page(row.state),
        )

    def invitation(self, row: StandingInvitation) -> InvitationLine:
        return InvitationLine(
            state=self.head(row.state) if row.state else None,
            date=row.date,
            date_meaning=row.date_meaning,
            dated=say.dated(row.date, row.date_meaning),
            event=row.event,
            pledge=is_pledge(row),
            note=row.note,
            confidence=row.confidence,
            source=self.sources.title(row.source_id),
            source_url=self.sources.url(row.source_id),
            page=self.page(row.state) if row.state else "/visits",
        )

    def state(self, iso3: str, found: list[Visit], said: list[StandingInvitation]) -> VisitedState:
        mine = [row for row in found if row.state == iso3]
        first = next((row for row in said if row.state == iso3), None)
        return VisitedState(
            state=self.head(iso3),
            visits=sum(not requested(row) for row in mine),
            requests=sum(map(requested, mine)),
            invitation=self.invitation(first) if first else None,
            page=self.page(iso3),
        )
