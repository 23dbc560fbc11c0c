"""Measures over many votes: the Council on a line, a state's path, blocs, groups, the outvoted, moves, turns."""

from typing import Annotated, Literal

from fastapi import Path, Query
from pydantic import Field

from onrecord.measures.absence import Absence
from onrecord.measures.agreement.methods import THREE_POINT
from onrecord.measures.blocs.defection import Line
from onrecord.measures.consensus import Subjects
from onrecord.publish.api.operations import Operations
from onrecord.publish.api.parameters import WHOLE, WORD, Short, StatePath, YearPath
from onrecord.publish.languages.language import Language
from onrecord.publish.views.blocs import Blocs, BlocsAsked
from onrecord.publish.views.council_map import Choices, CouncilMap, council_map
from onrecord.publish.views.defection import DefectionAsked, DefectionOfGroup, defection
from onrecord.publish.views.moves import MovesAsked, MovesOfStates
from onrecord.publish.views.outvoted import OutvotedStates, outvoted_states
from onrecord.publish.views.selected_votes import VotesAsked
from onrecord.publish.views.state_path import StatePath as PathOfState
from onrecord.publish.views.state_path import state_path
from onrecord.publish.views.turns import TurnsAsked, TurnsOfSubjects, turns_of_subjects
from onrecord.publish.web.answers import Opened
from onrecord.publish.web.blocs_pages import blocs_kept, moves_kept, of_a_year
from onrecord.vocabulary.rollcalls import Body

operations = Operations("Measures", "Ideal points, blocs, groups, the outvoted, moves and turns, with intervals and n.")

Since = Annotated[
    Annotated[int, Field(ge=1946, le=2100)] | None,
    WHOLE,
    Query(alias="from", description="The first calendar year counted.", examples=[2014]),
]
Until = Annotated[
    Annotated[int, Field(ge=1946, le=2100)] | None,
    WHOLE,
    Query(alias="to", description="The last calendar year counted.", examples=[2016]),
]
BodyWord = Annotated[
    Body, Query(description="HRC for the Human Rights Council, GA for the General Assembly.", examples=["HRC"])
]
Amendments = Annotated[Literal["out"] | None, WORD, Query(description="out leaves amendments out.", examples=["out"])]
Absences = Annotated[
    Literal["abstention"] | None,
    WORD,
    Query(description="abstention counts absences as abstentions.", examples=["abstention"]),
]
Assembly = Annotated[
    Literal["in"] | None,
    WORD,
    Query(description="in takes the General Assembly's votes of the year for known beforehand.", examples=["in"]),
]


@operations.one("/council/{year}", example="amendments=out")
def council(
    record: Opened,
    year: YearPath,
    amendments: Amendments = None,
    absence: Absences = None,
    assembly: Assembly = None,
) -> CouncilMap:
    """The Council's map of a year.

    The members of a year by ideal point, each with its interval, what the interval permits to be said of its place,
    and what leaving out amendments, counting absences otherwise or knowing the Assembly's votes would change.
    """
    coded = Absence.ABSTENTION if absence else Absence.LEFT_OUT
    return council_map(record, year, Choices(amendments is None, coded, assembly is not None))


@operations.one("/path/{state}")
def path(record: Opened, state: StatePath, body: BodyWord = Body.HRC) -> PathOfState:
    """A state's ideal points over the years.

    A point for each year in which a state took positions, with an interval beside the others of the year and one
    beside its own other years.
    """
    return state_path(record, state, body.value)


@operations.one("/blocs", example="from=2014&to=2016")
def blocs(record: Opened, since: Since = None, until: Until = None) -> Blocs:
    """Who votes with whom in the Council.

    Clusters of members by three-point agreement over some years, the last with enough votes if none is named, and
    whether they would be found again in resamples of the votes.
    """
    votes = of_a_year(record, VotesAsked(Body.HRC.value, since, until))
    return blocs_kept(record, BlocsAsked(votes, THREE_POINT.name), Language.EN)


@operations.one("/groups/{group}", example="from=2014&to=2016")
def group(
    record: Opened,
    group: Annotated[
        Short,
        Path(description="A group of states: a regional group or another with dated members.", examples=["EU", "AG"]),
    ],
    line: Annotated[
        Line, Query(description="What a group's line is: the plurality's or the majority's.", examples=["majority"])
    ] = Line.PLURALITY,
    body: BodyWord = Body.HRC,
    since: Since = None,
    until: Until = None,
) -> DefectionOfGroup:
    """A group of states and who leaves its line.

    In how many votes a group had a line, its cohesion, and how often each member voted otherwise, with n.
    """
    return defection(record, DefectionAsked(group, VotesAsked(body.value, since, until), line.value))


@operations.one("/outvoted", example="from=2014&to=2016")
def outvoted(record: Opened, body: BodyWord = Body.HRC, since: Since = None, until: Until = None) -> OutvotedStates:
    """Who is most often outvoted.

    How often each state voted in favour or against and was on the side with fewer votes, with n.
    """
    return outvoted_states(record, of_a_year(record, VotesAsked(body.value, since, until)))


@operations.one("/moves", example="from=2014&to=2016")
def moves(record: Opened, since: Since = None, until: Until = None) -> MovesOfStates:
    """Who moved from one year to the next in the Council.

    Changes in the agreement of each member with the others from year to year, tested by permutation, all tests
    counted.
    """
    return moves_kept(record, MovesAsked(VotesAsked(Body.HRC.value, since, until), None), Language.EN)


@operations.one("/turns")
def turns(
    record: Opened,
    by: Annotated[
        Subjects, Query(description="What makes resolutions one subject.", examples=["title"])
    ] = Subjects.SITUATION,
    since: Since = None,
    until: Until = None,
) -> TurnsOfSubjects:
    """Subjects that went from adoption without a vote to votes, or back."""
    return turns_of_subjects(record, TurnsAsked(by.value, since, until))
