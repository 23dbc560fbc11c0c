"""The front page: what the record holds today, in figures drawn from the record itself."""

from dataclasses import dataclass
from datetime import date

from onrecord.publish import sentences
from onrecord.publish.languages.words import say
from onrecord.publish.languages.writing import number
from onrecord.publish.views.lists import (
    GroupOfStates,
    SessionLine,
    SituationCount,
    members_by_group,
    session_lines,
    situation_counts,
)
from onrecord.publish.views.shared import Sentence, Sources, VoteLine, vote_line
from onrecord.record.ballots import ballots
from onrecord.record.coverage_of import council_votes_span
from onrecord.record.store import Record
from onrecord.vocabulary.rollcalls import Status


@dataclass(frozen=True, slots=True)
class HomeRecord:
    """What the record holds: roll calls by status, the latest session, the members, the leading situations.

    ``votes_n`` votes were taken; ``no_vote_taken`` more are listed by the catalogue as votes and were none.
    ``by_status`` counts both.
    """

    page: str
    sentences: tuple[Sentence, ...]
    votes_n: int
    no_vote_taken: int
    votes_from: date
    votes_to: date
    by_status: tuple[tuple[str, int], ...]
    latest_session: SessionLine
    latest_votes: tuple[VoteLine, ...]
    members_on: date
    members: tuple[GroupOfStates, ...]
    situations: tuple[SituationCount, ...]
    situations_n: int


LEADING = 12
"""How many situations the front page lists."""


def home_record(record: Record) -> HomeRecord:
    """Return what the record holds, as of the day of its last roll call."""
    span = council_votes_span(record)
    counts = dict(record.tuples("SELECT status, count(*) FROM rollcall WHERE body = 'HRC' GROUP BY status"))
    by_status = tuple((status.value, counts.get(status.value, 0)) for status in Status)
    ((untaken,),) = record.tuples("SELECT count(*) FROM rollcall WHERE body = 'HRC' AND NOT vote_taken")
    taken = sum(counts.values()) - untaken
    situations = [s for s in situation_counts(record) if s.votes]
    latest, votes = _latest(record, span.last)
    return HomeRecord(
        page="/",
        sentences=(_held(taken, counts.get(Status.CONFLICT.value, 0), span.first, span.last),),
        votes_n=taken,
        no_vote_taken=untaken,
        votes_from=span.first,
        votes_to=span.last,
        by_status=by_status,
        latest_session=latest,
        latest_votes=tuple(votes),
        members_on=span.last,
        members=tuple(members_by_group(record, span.last)),
        situations=tuple(situations[:LEADING]),
        situations_n=len(situations),
    )


def _held(n: int, conflicts: int, first: date, last: date) -> Sentence:
    text = say(
        "The record holds {votes} recorded votes of the UN Human Rights Council, {span}; the sources of {conflicts} of"
        " them contradict each other, and each page says where.",
        votes=number(n),
        span=sentences.span(first, last),
        conflicts=conflicts,
    )
    return Sentence(text, n, say("recorded votes on resolutions, decisions, drafts, amendments and motions"), "/")


def _latest(record: Record, last: date) -> tuple[SessionLine, list[VoteLine]]:
    ((session,),) = record.tuples(
        "SELECT session FROM rollcall WHERE body = 'HRC' AND date = ? ORDER BY rollcall_id LIMIT 1", [last]
    )
    sources = Sources(record)
    found = ballots(record, "body = 'HRC' AND session = $session", {"session": session})
    line = next(s for s in session_lines(record) if s.session == session)
    return line, [vote_line(record, b, sources) for b in found if b.final and b.vote_taken and b.subjects]
