"""What a state says of itself, each claim beside what the record knew on that day, and the roles it held."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.publish.languages.state_names import name_order
from onrecord.publish.languages.words import english
from onrecord.publish.views.beside_claims import Beside, beside
from onrecord.publish.views.shared import Sentence, Sources, StateHead, state_head
from onrecord.publish.wording import self_reports as say
from onrecord.publish.written_dates import in_words
from onrecord.record.query_self_reports import Topic, claims_of, holders, roles
from onrecord.record.store import Record
from onrecord.sources.facts_cooperation import Role, SelfReport


@dataclass(frozen=True, slots=True)
class Claim:
    """Something a state has said of itself, in our words."""

    claim_id: str
    said_by: str
    said_on: str
    said_where: str
    claim: str
    topic: Topic
    sentence: str
    source: str
    source_url: str | None


@dataclass(frozen=True, slots=True)
class ClaimsOnTopic:
    """Claims of one day on one topic, and what the record knew on it then."""

    topic: Topic
    heading: str
    said_on: str
    said_on_in_words: str
    claims: tuple[Claim, ...]
    beside: Beside


@dataclass(frozen=True, slots=True)
class RoleLine:
    """A role held by a state, with its basis: fact by another source, or claim on the state's word."""

    role_id: str
    state: StateHead
    organisation: str
    role: str
    held_from: str | None
    held_to: str | None
    held: str
    basis: str
    sentence: str
    note: str | None
    source: str
    source_url: str | None


@dataclass(frozen=True, slots=True)
class SelfReportRecord:
    """Everything a state has said of itself in the record, and its roles."""

    state: StateHead
    page: str
    n: int
    sentences: tuple[Sentence, ...]
    topics: tuple[ClaimsOnTopic, ...]
    roles: tuple[RoleLine, ...]
    not_known: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReportingState:
    """A state in the list of self-reports."""

    state: StateHead
    page: str
    claims: int
    roles: int


@dataclass(frozen=True, slots=True)
class SelfReportList:
    """The states with a claim or a role in the record, and all roles by body."""

    page: str
    n: int
    sentences: tuple[Sentence, ...]
    states: tuple[ReportingState, ...]
    roles: tuple[RoleLine, ...]
    not_known: tuple[str, ...]


PATH = "/self-reports"
"""Where the pages of self-reports stand."""


def self_report_record(record: Record, asked: str) -> SelfReportRecord:
    """Return what a state has said of itself beside the record; NotInVocabulary for an unknown state."""
    state = record.gazetteer.resolve(asked)
    head, page = state_head(record, state, record.as_of), f"{PATH}/{state.slug}"
    found, held, sources = claims_of(record, state.iso3), roles(record, state.iso3), Sources(record)
    return SelfReportRecord(
        state=head,
        page=page,
        n=len(found),
        sentences=(
            Sentence(
                english(say.claims(head, found)),
                len(found),
                english("statements of the State about itself in the record"),
                page,
            ),
            Sentence(
                english(say.all_roles(head, held)),
                len(held),
                english("chairs, bureau seats and vice-presidencies in the record"),
                page,
            ),
        ),
        topics=tuple(_topics(record, head, page, found, sources)),
        roles=tuple(_role(record, one, sources) for one in held),
        not_known=tuple(say.not_known(found)),
    )


def self_report_list(record: Record) -> SelfReportList:
    """Return the states that have a claim or a role in the record, and all roles."""
    found, held, sources = holders(record), roles(record), Sources(record)
    states = []
    for one in found:
        state = record.gazetteer.state(one.state)
        head = state_head(record, state, record.as_of)
        states.append(ReportingState(head, f"{PATH}/{state.slug}", one.claims, one.roles))
    text = say.at_large(sum(one.claims for one in found), sum(one.claims > 0 for one in found), held)
    return SelfReportList(
        page=PATH,
        n=len(states),
        sentences=(
            Sentence(english(text), len(states), english("States with a statement or a role in the record"), PATH),
        ),
        states=tuple(sorted(states, key=lambda one: name_order(one.state.name))),
        roles=tuple(_role(record, one, sources) for one in held),
        not_known=tuple(say.not_known(())),
    )


def _topics(
    record: Record, head: StateHead, page: str, found: Sequence[SelfReport], sources: Sources
) -> list[ClaimsOnTopic]:
    groups: dict[tuple[date, str, Topic], list[SelfReport]] = {}
    for one in found:
        groups.setdefault((one.said_on.last, one.said_on, Topic(one.topic)), []).append(one)
    return [
        ClaimsOnTopic(
            topic=topic,
            heading=say.heading(topic),
            said_on=said_on,
            said_on_in_words=in_words(said_on),
            claims=tuple(_claim(head, one, sources) for one in claims),
            beside=beside(record, head, topic, on, page),
        )
        for (on, said_on, topic), claims in sorted(groups.items(), key=lambda group: group[0][0])
    ]


def _claim(head: StateHead, one: SelfReport, sources: Sources) -> Claim:
    return Claim(
        claim_id=one.claim_id,
        said_by=one.said_by,
        said_on=one.said_on,
        said_where=one.said_where,
        claim=one.claim,
        topic=Topic(one.topic),
        sentence=say.claim(head, one),
        source=sources.title(one.source_id),
        source_url=sources.url(one.source_id),
    )


def _role(record: Record, one: Role, sources: Sources) -> RoleLine:
    head = state_head(record, record.gazetteer.state(one.state), record.as_of)
    return RoleLine(
        role_id=one.role_id,
        state=head,
        organisation=one.organisation,
        role=one.role,
        held_from=one.held_from,
        held_to=one.held_to,
        held=say.held(one.held_from, one.held_to),
        basis=one.basis,
        sentence=say.role(head, one),
        note=one.note,
        source=sources.title(one.source_id),
        source_url=sources.url(one.source_id),
    )
