"""What states promise and what became of it: elections, scorecards, treaties, pledges, reviews, visits."""

from typing import Annotated

from fastapi import Query
from pydantic import Field

from onrecord.measures.judgement import PledgeStatus
from onrecord.measures.upr import Action
from onrecord.publish.api.operations import Operations
from onrecord.publish.api.parameters import (
    WHOLE,
    WORD,
    Cycle,
    Day,
    ElectionPath,
    ElectionWord,
    GroupPath,
    GroupWord,
    InstrumentPath,
    Short,
    StatePath,
    StateWord,
)
from onrecord.publish.views.elections import ElectionList, ElectionRecord, election_list, election_record
from onrecord.publish.views.pledges import PledgeList, PledgesOfState, pledge_list, pledges_of_state
from onrecord.publish.views.scorecards import Scorecard, ScorecardList, scorecard, scorecard_list
from onrecord.publish.views.treaties import TreatiesOfState, treaties_of_state
from onrecord.publish.views.treaty_matrix import InstrumentRecord, TreatyMatrix, instrument_record, treaty_matrix
from onrecord.publish.views.upr import UprOfState, upr_of_state
from onrecord.publish.views.upr_lists import (
    RecommendationFilters,
    RecommendationList,
    UprList,
    recommendation_list,
    upr_list,
)
from onrecord.publish.views.visits import VisitsList, VisitsOfState, visits_list, visits_of_state
from onrecord.publish.web.answers import Opened
from onrecord.sources.facts_cooperation import UprResponse

operations = Operations("Promises and cooperation", "Elections, treaties, pledges, reviews and visits.")

Theme = Annotated[Short | None, WORD, Query(description="A theme of the list of pledges.", examples=["treaty"])]
PledgeStatusWord = Annotated[
    PledgeStatus | None, WORD, Query(description="What the record says of the pledge.", examples=["kept"])
]
Term = Annotated[Short | None, WORD, Query(description="A term on the Council, as 2013-2015.", examples=["2013-2015"])]
By = Annotated[Short | None, WORD, Query(description="The state that recommended.", examples=["FRA"])]
Issue = Annotated[Short | None, WORD, Query(description="A code of an issue.", examples=["I01"])]
ActionWord = Annotated[
    Annotated[int, Field(ge=1, le=len(Action))] | None,
    WHOLE,
    Query(description="Category of the action asked for, from 1 to 5.", examples=[5]),
]
ResponseWord = Annotated[
    UprResponse | None, WORD, Query(description="What the reviewed state answered.", examples=["accepted"])
]


@operations.many("/elections", rows="elections")
def elections(record: Opened) -> ElectionList:
    """Elections to the Council, the latest first."""
    return election_list(record)


@operations.one("/elections/{election}")
def election(record: Opened, election: ElectionPath) -> ElectionRecord:
    """One election: candidates by regional group, every total in print, ranks, terms."""
    return election_record(record, election)


@operations.many("/scorecards", rows="scorecards", example="election=2021")
def scorecards(record: Opened, election: ElectionWord = None, group: GroupWord = None) -> ScorecardList:
    """Scorecards that can be asked for, of one election or one regional group where given."""
    return scorecard_list(record, election or "", group or "")


@operations.one("/scorecards/{election}/{group}")
def scorecard_of(record: Opened, election: ElectionPath, group: GroupPath) -> Scorecard:
    """One scorecard.

    The candidates of a regional group in an election side by side, each criterion answered by what the record knew
    on the day of the election.
    """
    return scorecard(record, election, group)


@operations.many("/treaties", rows="states", example="region=APG&limit=5")
def treaties(record: Opened, region: GroupWord = None) -> TreatyMatrix:
    """All states by all treaties.

    Each state's standing towards each human-rights treaty; the treaties stand in ``about.instruments``.
    """
    return treaty_matrix(record, region)


@operations.many("/treaties/instruments", rows="instruments", left_out=("states",), page=lambda view: "/treaties")
def instruments(record: Opened) -> TreatyMatrix:
    """Human-rights treaties, with how many states are party to each."""
    return treaty_matrix(record)


@operations.one("/treaties/instruments/{instrument}")
def instrument(record: Opened, instrument: InstrumentPath) -> InstrumentRecord:
    """One treaty: its parties, who signed it only, who left it, who took no act."""
    return instrument_record(record, instrument)


@operations.one("/treaties/{state}")
def treaties_of(record: Opened, state: StatePath, on: Day = None) -> TreatiesOfState:
    """One state and the treaties.

    Its standing towards each treaty on a day or as last known, each act with its date and source, and how it stood
    on the days of its elections.
    """
    return treaties_of_state(record, state, on)


@operations.many("/pledges", rows="pledges")
def pledges(
    record: Opened, state: StateWord = None, theme: Theme = None, status: PledgeStatusWord = None
) -> PledgeList:
    """Pledges, clause by clause, each with the status that the record computes for it."""
    return pledge_list(record, state, theme, status)


@operations.one("/pledges/{state}", page=lambda view: view.page)
def pledges_of(record: Opened, state: StatePath, term: Term = None) -> PledgesOfState:
    """One state's pledges, all or of one term."""
    return pledges_of_state(record, state, term)


@operations.many("/upr", rows="reviews", example="cycle=2&limit=5")
def reviews(record: Opened, cycle: Cycle = None) -> UprList:
    """Reviews of the Universal Periodic Review, all or of one cycle."""
    return upr_list(record, cycle)


@operations.many("/upr/recommendations", rows="recommendations", example="state=KAZ&limit=5")
def recommendations(  # noqa: PLR0913, PLR0917 - one parameter for each filter
    record: Opened,
    start: int,
    limit: int,
    state: StateWord = None,
    by: By = None,
    cycle: Cycle = None,
    issue: Issue = None,
    action: ActionWord = None,
    response: ResponseWord = None,
) -> RecommendationList:
    """Recommendations row by row.

    One row for each recommending state, as the compilation counts; ``about`` says how many were accepted and noted.
    """
    filters = RecommendationFilters(state, by, cycle, issue, action, response)
    return recommendation_list(record, filters, start, limit)


@operations.one("/upr/{state}")
def reviews_of(record: Opened, state: StatePath) -> UprOfState:
    """One state in the Universal Periodic Review: its reviews, what it was recommended and what it recommended."""
    return upr_of_state(record, state)


@operations.many("/visits", rows="states")
def visits(record: Opened) -> VisitsList:
    """States of which the record has visits or standing invitations."""
    return visits_list(record)


@operations.one("/visits/{state}")
def visits_of(record: Opened, state: StatePath) -> VisitsOfState:
    """Visits of mandate holders to one state, its requests and its standing invitation."""
    return visits_of_state(record, state)
