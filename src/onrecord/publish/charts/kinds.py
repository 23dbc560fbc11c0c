"""The kinds of charts: for each, how its address is read and which view it draws."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from onrecord.publish.charts import (
    agreement_map,
    council,
    election,
    groups,
    matrix,
    path,
    story,
    support,
    treaties,
    upr,
    usual,
    voting_record,
)
from onrecord.publish.charts.chart import Chart
from onrecord.publish.views.agreement import agreement_of_state
from onrecord.publish.views.agreement_matrix import agreement_matrix
from onrecord.publish.views.agreement_matrix import asked_of as matrix_asked_of
from onrecord.publish.views.council_map import asked_of as council_asked_of
from onrecord.publish.views.council_map import council_map
from onrecord.publish.views.elections import election_record
from onrecord.publish.views.situation import situation_record
from onrecord.publish.views.state import state_record
from onrecord.publish.views.state_path import state_path
from onrecord.publish.views.treaty_matrix import treaty_matrix
from onrecord.publish.views.upr import upr_of_state
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.states import RegionalGroup


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of chart: what it shows, what its address is about, and an example of the address's last part."""

    name: str
    title: str
    shows: str
    about: str
    example: str


def _voting_record(record: Record, about: str) -> Chart | None:
    return voting_record.voting_record(state_record(record, about))


def _situations_of(record: Record, about: str) -> Chart | None:
    return usual.situations_of(state_record(record, about))


def _situation(record: Record, about: str) -> Chart | None:
    return groups.situation(situation_record(record, about))


def _members_on(record: Record, about: str) -> Chart | None:
    return usual.members_on(situation_record(record, about))


def _timeline(record: Record, about: str) -> Chart | None:
    return story.timeline(state_record(record, about))


def _treaties(record: Record, about: str) -> Chart | None:
    named = {name.casefold(): group for group in RegionalGroup for name in (group, group.label, treaties.about(group))}
    if about.casefold() not in named:
        known = tuple(treaties.about(group) for group in RegionalGroup)
        raise NotInVocabulary("regional group", about, f"one of {', '.join(known)}", known)
    return treaties.treaties(treaty_matrix(record, named[about.casefold()]))


def _election(record: Record, about: str) -> Chart | None:
    return election.election(election_record(record, about))


def _support(record: Record, about: str) -> Chart | None:
    return support.support(situation_record(record, about))


def _upr(record: Record, about: str) -> Chart | None:
    return upr.upr(upr_of_state(record, about))


def _upr_from(record: Record, about: str) -> Chart | None:
    return upr.upr_from(upr_of_state(record, about))


def _upr_to(record: Record, about: str) -> Chart | None:
    return upr.upr_to(upr_of_state(record, about))


def _agreement(record: Record, about: str) -> Chart | None:
    return agreement_map.agreement_map(agreement_of_state(record, agreement_map.asked_of(about)))


def _matrix(record: Record, about: str) -> Chart | None:
    return matrix.matrix(agreement_matrix(record, matrix_asked_of(about)))


def _council(record: Record, about: str) -> Chart | None:
    return council.council(council_map(record, *council_asked_of(about)))


def _path(record: Record, about: str) -> Chart | None:
    return path.path(state_path(record, *path.asked_of(about)))


KINDS = {
    kind.name: kind
    for kind in (
        Kind(
            name=voting_record.KIND,
            title="Voting record by year",
            shows="a state's positions on country situations in each year it sat on the Council",
            about="a state",
            example="kazakhstan",
        ),
        Kind(
            name=usual.OF_STATE,
            title="Situations by year",
            shows="a state's usual position on each country situation, year by year",
            about="a state",
            example="brazil",
        ),
        Kind(
            name=groups.KIND,
            title="A situation by regional group",
            shows="the share in favour of each regional group on one country situation, year by year",
            about="a situation",
            example="syria",
        ),
        Kind(
            name=usual.OF_MEMBERS,
            title="A situation by member",
            shows="the usual position of every member on one country situation, year by year",
            about="a situation",
            example="iran",
        ),
        Kind(
            name=story.KIND,
            title="Timeline",
            shows="a state's elections, reviews, visits, treaties and other dated events, with its terms shaded",
            about="a state",
            example="libya",
        ),
        Kind(
            name=treaties.KIND,
            title="Treaties by state",
            shows="the states of a regional group by human rights treaty: party, signed only, denounced or no act",
            about="a regional group",
            example="asia-pacific-states",
        ),
        Kind(
            name=election.KIND,
            title="Election",
            shows="the votes for every candidate by regional group, the majority needed, and who was elected",
            about="an election",
            example="2013-11-12",
        ),
        Kind(
            name=support.KIND,
            title="A situation by share",
            shows="how the positions cast on the texts on one country situation divided, year by year",
            about="a situation",
            example="syria",
        ),
        Kind(
            name=upr.KIND,
            title="Universal Periodic Review by cycle",
            shows="the recommendations a state received in each cycle and how it answered, in each unit",
            about="a state",
            example="kazakhstan",
        ),
        Kind(
            name=upr.FROM,
            title="Who recommended to a state",
            shows="the states from which most of a state's recommendations came, and how it answered them",
            about="a state",
            example="bahrain",
        ),
        Kind(
            name=upr.TO,
            title="To whom a state recommended",
            shows="the states to which most of a state's recommendations went, and how they answered",
            about="a state",
            example="norway",
        ),
        Kind(
            name=agreement_map.KIND,
            title="Map of agreement",
            shows="with which states one took the same position in recorded votes, on a map of the world",
            about="a state",
            example="kazakhstan",
        ),
        Kind(
            name=council.KIND,
            title="The Council on one line",
            shows="the members of a year by ideal point, each with its interval and in the mark of its group",
            about="a year",
            example="2014",
        ),
        Kind(
            name=path.KIND,
            title="Path over the years",
            shows="a state's ideal point by year, beside the others of the year and beside its own other years",
            about="a state",
            example="kazakhstan",
        ),
        Kind(
            name=matrix.KIND,
            title="Who votes with whom",
            shows="every pair of some states, shaded by how often they took the same position, those alike together",
            about="a body and years",
            example="HRC,2014-2014",
        ),
    )
}


_MAKE: dict[str, Callable[[Record, str], Chart | None]] = {
    voting_record.KIND: _voting_record,
    usual.OF_STATE: _situations_of,
    groups.KIND: _situation,
    usual.OF_MEMBERS: _members_on,
    story.KIND: _timeline,
    treaties.KIND: _treaties,
    election.KIND: _election,
    support.KIND: _support,
    upr.KIND: _upr,
    upr.FROM: _upr_from,
    upr.TO: _upr_to,
    agreement_map.KIND: _agreement,
    council.KIND: _council,
    path.KIND: _path,
    matrix.KIND: _matrix,
}
"""How each kind is made of the last part of its address; None where the record has nothing to draw."""


def chart_of(record: Record, kind: str, about: str) -> Chart:
    """Return one chart; NotInVocabulary if there is no such kind, or nothing in the record for it to show."""
    if kind not in KINDS:
        raise NotInVocabulary("kind of chart", kind, f"one of {', '.join(KINDS)}", tuple(KINDS))
    found = _MAKE[kind](record, about)
    if found is None:
        what = KINDS[kind].about
        raise NotInVocabulary(f"{kind} chart about", about, f"{what} for which the record holds something to draw")
    return replace(found, as_of=record.as_of)
