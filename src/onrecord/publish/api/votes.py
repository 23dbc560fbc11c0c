"""Votes, the situations they are on, the sessions they were taken at, and what states joined beside voting."""

from typing import Annotated

from fastapi import Query

from onrecord.publish.api.operations import Operations
from onrecord.publish.api.parameters import (
    WORD,
    SessionPath,
    Short,
    SituationPath,
    SituationWord,
    SpecialSessionPath,
    StatementPath,
    StateWord,
    VotePath,
    Year,
)
from onrecord.publish.views.joint_statements import (
    JointStatementList,
    JointStatementRecord,
    joint_statement_list,
    joint_statement_record,
)
from onrecord.publish.views.lists import SessionList, SituationList, session_list, situation_list
from onrecord.publish.views.session import SessionRecord, session_record
from onrecord.publish.views.situation import SituationRecord, situation_record
from onrecord.publish.views.special_sessions import (
    SpecialSessionList,
    SpecialSessionRecord,
    special_session_list,
    special_session_record,
)
from onrecord.publish.views.sponsorships import SponsorshipList, sponsorship_list
from onrecord.publish.views.vote import VoteRecord
from onrecord.publish.views.votes import Filters, VoteList, vote_list
from onrecord.publish.web.answers import BadQuery, Opened
from onrecord.publish.web.vote_pages import vote_at
from onrecord.vocabulary.positions import Position
from onrecord.vocabulary.rollcalls import Body, Status

operations = Operations("Votes", "Recorded votes, texts, situations, sessions, and what states joined or sponsored.")

SessionWord = Annotated[
    Short | None, WORD, Query(description="A session: 25, S-21; of the Assembly: 71.", examples=["S-21"])
]
Item = Annotated[Short | None, WORD, Query(description="An agenda item, 1 to 10.", examples=["4"])]
Kind = Annotated[
    Short | None,
    WORD,
    Query(
        description="resolution, decision, draft, amendment or motion; text for the Assembly.",
        examples=["resolution"],
    ),
]
PositionWord = Annotated[
    Position | None, WORD, Query(description="Only votes on which the state took this position.", examples=["no"])
]
StatusWord = Annotated[
    Status | None, WORD, Query(description="How well the vote is attested.", examples=["sources conflict"])
]
Words = Annotated[
    Short | None,
    WORD,
    Query(description="Words of the title, as they follow one another.", examples=["cultural rights"]),
]
BodyWord = Annotated[
    Body, Query(description="HRC for the Human Rights Council, GA for the General Assembly.", examples=["HRC"])
]
Symbol = Annotated[
    Short | None, WORD, Query(description="A document symbol; not along with a state.", examples=["22/1"])
]


@operations.many("/votes", rows="votes", example="state=KAZ&position=no&limit=5")
def votes(  # noqa: PLR0913, PLR0917 - one parameter for each filter
    record: Opened,
    start: int,
    limit: int,
    state: StateWord = None,
    year: Year = None,
    situation: SituationWord = None,
    session: SessionWord = None,
    item: Item = None,
    kind: Kind = None,
    position: PositionWord = None,
    status: StatusWord = None,
    words: Words = None,
    body: BodyWord = Body.HRC,
) -> VoteList:
    """Recorded votes.

    Votes, the latest first, narrowed by filters. With a state, the list holds the votes in which it could take part,
    each with its position, and ``about.counts`` says how often it took each; a position needs a state.
    """
    filters = Filters(state, year, situation, session, item, kind, position, status, words, body)
    return vote_list(record, filters, start, limit)


@operations.one("/votes/{vote:path}")
def vote(record: Opened, vote: VotePath) -> VoteRecord:
    """One vote, or a text decided without one.

    The figures of every witness and which of them is used by which rule, every state's position beside what is
    listed, corrections, situations, and what is in doubt.
    """
    return vote_at(record, vote)


@operations.many("/situations", rows="situations")
def situations(record: Opened) -> SituationList:
    """Country situations.

    Every situation on which the record has a text, most votes first.
    """
    return situation_list(record)


@operations.one("/situations/{situation}")
def situation(record: Opened, situation: SituationPath) -> SituationRecord:
    """One country situation.

    Every text on it, and every member's position on each over the years.
    """
    return situation_record(record, situation)


@operations.many("/sessions", rows="sessions")
def sessions(record: Opened) -> SessionList:
    """Sessions of the Council, the latest first."""
    return session_list(record)


@operations.one("/sessions/{session}")
def session(record: Opened, session: SessionPath) -> SessionRecord:
    """One session: its days, its votes, its amendments, and what it adopted without a vote."""
    return session_record(record, session)


@operations.many("/special-sessions", rows="sessions", example="state=KAZ")
def special_sessions(record: Opened, state: StateWord = None) -> SpecialSessionList:
    """Special sessions and who asked for them.

    With a state, each says what its list of supporters says of that state, and why.
    """
    return special_session_list(record, state)


@operations.one("/special-sessions/{session}", example="state=KAZ")
def special_session(record: Opened, session: SpecialSessionPath, state: StateWord = None) -> SpecialSessionRecord:
    """One special session: who requested and who supported it."""
    return special_session_record(record, session, state)


@operations.many("/joint-statements", rows="statements", example="state=KAZ")
def joint_statements(record: Opened, state: StateWord = None, situation: SituationWord = None) -> JointStatementList:
    """Joint statements.

    With a state, each says whether that state joined it, so far as its list is complete.
    """
    return joint_statement_list(record, state, situation)


@operations.one("/joint-statements/{statement}", example="state=KAZ")
def joint_statement(record: Opened, statement: StatementPath, state: StateWord = None) -> JointStatementRecord:
    """One joint statement: who led and who joined it."""
    return joint_statement_record(record, statement, state)


@operations.many("/sponsorships", rows="texts")
def sponsorships(record: Opened, state: StateWord = None, symbol: Symbol = None) -> SponsorshipList:
    """Sponsors of texts.

    The texts whose sponsors are in the record, of a state or of one symbol. With a state, ``about.others`` are the
    texts on whose list it is not found.
    """
    if state and symbol:
        raise BadQuery("symbol", "a state or a symbol, not both", symbol)
    return sponsorship_list(record, state or symbol)
