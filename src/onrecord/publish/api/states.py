"""States: all of them, one over the years, one in a year, its standing, its words about itself, two compared."""

from typing import Annotated

from fastapi import Query
from pydantic import Field

from onrecord.publish.api.operations import Operations
from onrecord.publish.api.parameters import WHOLE, WORD, Short, StatePath, Year, YearPath
from onrecord.publish.views.agreement import AgreementAsked, AgreementOfState, agreement_of_state
from onrecord.publish.views.compare import Comparison, comparison
from onrecord.publish.views.lists import ListedStates, listed_states
from onrecord.publish.views.self_reports import (
    SelfReportList,
    SelfReportRecord,
    self_report_list,
    self_report_record,
)
from onrecord.publish.views.standing import StandingOfState, standing_of_state
from onrecord.publish.views.state import StateRecord, state_record
from onrecord.publish.views.state_year import StateYear, state_year
from onrecord.publish.web.answers import Opened
from onrecord.vocabulary.rollcalls import Body

operations = Operations("States", "A state's votes on country situations, how others rate it, two states compared.")

Compared = Annotated[Short, WORD, Query(description="A state by name, code or page address.", examples=["KAZ"])]
Other = Annotated[Short, WORD, Query(description="Another state.", examples=["KGZ"])]
BodyWord = Annotated[
    Body, Query(description="GA for the General Assembly, HRC for the Human Rights Council.", examples=["HRC"])
]
Since = Annotated[
    Annotated[int, Field(ge=1946, le=2100)] | None,
    WHOLE,
    Query(alias="from", description="The first calendar year counted.", examples=[2010]),
]
Until = Annotated[
    Annotated[int, Field(ge=1946, le=2100)] | None,
    WHOLE,
    Query(alias="to", description="The last calendar year counted.", examples=[2019]),
]


@operations.many("/states", rows="states")
def states(record: Opened) -> ListedStates:
    """All states.

    Every state of the record by name, with its regional group and its terms on the Council, on the day of the last
    roll call.
    """
    return listed_states(record)


@operations.one("/states/{state}")
def state(record: Opened, state: StatePath) -> StateRecord:
    """One state over all years.

    How a state voted on country situations: its terms, its years with their figures, every vote by situation and
    year, its story in order, and what is not known.
    """
    return state_record(record, state)


@operations.one("/states/{state}/{year}")
def state_in_a_year(record: Opened, state: StatePath, year: YearPath) -> StateYear:
    """One state's year.

    Every vote of a state on country situations in a calendar year, with shares, ranks and medians over each named
    selection of texts, and its shifts against the year before. A year without a seat has no figures.
    """
    return state_year(record, state, year)


@operations.one("/standing/{state}")
def standing(record: Opened, state: StatePath) -> StandingOfState:
    """How others rate a state.

    The status of its national human rights institution, press freedom, Freedom House, and the concluding
    observations of treaty bodies.
    """
    return standing_of_state(record, state)


@operations.many("/self-reports", rows="states")
def self_reports(record: Opened) -> SelfReportList:
    """States with statements about themselves.

    The states of which the record has a statement about themselves or a role in a UN body; all roles stand beside
    the list.
    """
    return self_report_list(record)


@operations.one("/self-reports/{state}")
def self_report(record: Opened, state: StatePath) -> SelfReportRecord:
    """What a state says of itself.

    Its statements about itself, each beside what the record knows on the topic, and the roles it held.
    """
    return self_report_record(record, state)


@operations.one("/compare", example="a=KAZ&b=KGZ&year=2023")
def compare(record: Opened, a: Compared, b: Other, year: Year = None) -> Comparison:
    """Two states side by side.

    How often two states voted alike while both were members, by named measures with their n, where they voted
    opposite ways, and their treaties, reviews, institutions and ratings.
    """
    return comparison(record, a, b, year)


@operations.one("/agreement/{state}", example="body=HRC")
def agreement(
    record: Opened, state: StatePath, body: BodyWord = Body.GA, since: Since = None, until: Until = None
) -> AgreementOfState:
    """One state beside all others.

    How often every other state voted as it did in a body over some years, with the n of each.
    """
    return agreement_of_state(record, AgreementAsked(state, body.value, since, until))
