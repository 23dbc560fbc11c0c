"""The pages of blocs: clusters of a year, who is outvoted, a group and who leaves its line, who moved, what turned."""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import Any, TypeVar

from fastapi import APIRouter

from onrecord.measures.agreement.methods import THREE_POINT
from onrecord.measures.blocs.defection import Line
from onrecord.measures.consensus import Subjects
from onrecord.publish.languages.language import Language, spoken
from onrecord.publish.views.agreement_matrix import last_with_enough
from onrecord.publish.views.blocs import Blocs, BlocsAsked, blocs
from onrecord.publish.views.defection import DefectionAsked, DefectionOfGroup, defection
from onrecord.publish.views.moves import MovesAsked, MovesOfStates, moves_of_states
from onrecord.publish.views.outvoted import OutvotedStates, outvoted_states
from onrecord.publish.views.selected_votes import VotesAsked
from onrecord.publish.views.turns import TurnsAsked, TurnsOfSubjects, turns_of_subjects
from onrecord.publish.web.answers import BadQuery, Moved, Opened, page
from onrecord.publish.web.votes_asked import AskedVotes, Since, Until, year_asked
from onrecord.record.query_groups import group, groups
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.rollcalls import Body

router = APIRouter()
View = TypeVar("View")


def _or_bad_query(make: Callable[[], View]) -> View:
    """Return a view; a word of the query that the record does not know is the reader's, not a missing page."""
    try:
        return make()
    except NotInVocabulary as error:
        raise BadQuery(error.noun, error.expected, error.found, error.suggestions) from error


def of_a_year(record: Record, votes: VotesAsked) -> VotesAsked:
    """Return the votes asked for; those of the last year with enough votes where no year is named."""
    if votes.first_year or votes.last_year or votes.body not in set(Body):
        return votes
    year = last_with_enough(record, Body(votes.body))
    return replace(votes, first_year=year, last_year=year)


@lru_cache(maxsize=64)
def blocs_kept(record: Record, asked: BlocsAsked, language: Language) -> Blocs:
    """Return the blocs in the language spoken, which their sentences are kept in."""
    found = blocs(record, asked)
    if found is None:
        raise NotInVocabulary("votes", str(asked.votes.first_year), "votes that four or more states share enough of")
    return found


@page(router, "/blocs", "blocs.html")
def clusters(record: Opened, votes: AskedVotes, method: str = "") -> Blocs:
    """Who votes with whom in the Council: the clusters of a year and whether they would be found again."""
    if votes.body != Body.HRC:
        # Resampling all members of the Assembly takes a minute: the command does it, no page waits for it.
        raise BadQuery("body", "HRC; for the Assembly there is the command", votes.body, (Body.HRC.value,))
    asked = BlocsAsked(of_a_year(record, votes), method.strip() or THREE_POINT.name)
    return _or_bad_query(lambda: blocs_kept(record, asked, spoken()))


@page(router, "/outvoted", "outvoted.html")
def outvoted(record: Opened, votes: AskedVotes) -> OutvotedStates:
    """Most often on the side with fewer votes."""
    return _or_bad_query(lambda: outvoted_states(record, of_a_year(record, votes)))


def _groups(record: Record, view: DefectionOfGroup) -> dict[str, Any]:
    return {"groups_of_states": groups(record)}


@page(router, "/groups/{asked}", "group.html", more=_groups)
def of_group(record: Opened, votes: AskedVotes, asked: str, line: str = "") -> DefectionOfGroup:
    """A group of states, its line, and who votes otherwise."""
    code = group(record, asked).code
    if asked != code:
        raise Moved(f"/groups/{code}")
    return _or_bad_query(lambda: defection(record, DefectionAsked(code, votes, line.strip() or Line.PLURALITY.value)))


@lru_cache(maxsize=16)
def moves_kept(record: Record, asked: MovesAsked, language: Language) -> MovesOfStates:
    """Return the moves in the language spoken, which their sentences are kept in."""
    return moves_of_states(record, asked)


@page(router, "/moves", "moves.html")
def moved(record: Opened, votes: AskedVotes, reference: str = "") -> MovesOfStates:
    """Who moved from one year to the next, beyond chance."""
    if votes.body != Body.HRC:
        raise BadQuery("body", "HRC; for the Assembly there is the command", votes.body, (Body.HRC.value,))
    return _or_bad_query(lambda: moves_kept(record, MovesAsked(votes, reference.strip() or None), spoken()))


@page(router, "/turns", "turns.html")
def turned(record: Opened, by: str = "", since: Since = "", until: Until = "") -> TurnsOfSubjects:
    """Subjects that went from adoption without a vote to votes, or back."""
    years = year_asked("from", since), year_asked("to", until)
    return _or_bad_query(lambda: turns_of_subjects(record, TurnsAsked(by.strip() or Subjects.SITUATION.value, *years)))
