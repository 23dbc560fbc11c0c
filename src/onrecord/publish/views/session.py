"""A session of the Council: when it sat, what it voted on, what it adopted without a vote."""

from dataclasses import dataclass
from datetime import date

from onrecord.publish import sentences
from onrecord.publish.languages.words import message, say
from onrecord.publish.views.findings import FindingLine, findings_of
from onrecord.publish.views.shared import (
    Sentence,
    SituationHead,
    Sources,
    VoteLine,
    situation_head,
    situation_label,
    vote_line,
)
from onrecord.publish.views.votes import known_session
from onrecord.record.ballots import ballots
from onrecord.record.store import Record


@dataclass(frozen=True, slots=True)
class TextOfSession:
    """A text of the session decided without a vote."""

    symbol: str
    date: date | None
    title: str
    kind: str
    outcome: str
    situation_labels: tuple[str, ...]
    page: str


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """Everything the record says of one session."""

    session: str
    name: str
    kind: str
    page: str
    opened: date | None
    closed: date | None
    first_decision: date | None
    last_decision: date | None
    confidence: int
    source: str
    source_url: str | None
    sentences: tuple[Sentence, ...]
    situations: tuple[SituationHead, ...]
    votes: tuple[VoteLine, ...]
    amendments_and_motions: tuple[VoteLine, ...]
    without_a_vote: tuple[TextOfSession, ...]
    previous: str | None
    following: str | None
    not_known: tuple[str, ...]
    findings: tuple[FindingLine, ...]


_SESSIONS = {
    "": message("{ordinal} session"),
    "S": message("{ordinal} special session"),
    "OM": message("{ordinal} organizational session"),
}
"""Sessions by what stands before their number."""


def session_name(session: str) -> str:
    """Return a session's name in running text: 25th session, 21st special session."""
    number = int(session.rsplit("-", 1)[-1])
    kind = session.rpartition("-")[0]
    return say(_SESSIONS.get(kind, _SESSIONS[""]), ordinal=sentences.ordinal(number))


def session_record(record: Record, asked: str) -> SessionRecord:
    """Return a session by its number, or S-n; NotInVocabulary for one the record does not have."""
    session = known_session(record, asked)
    ((*row, source_id),) = record.tuples("SELECT * FROM session WHERE session = ?", [session])
    _, kind, opened, closed, first, last, confidence = row
    found = ballots(record, "body = 'HRC' AND session = $session", {"session": session})
    voted = [b for b in found if b.final and b.vote_taken]
    apart = [b for b in found if not b.final and b.vote_taken]
    unvoted = _without_a_vote(record, session)
    sources, page = Sources(record), f"/sessions/{session}"
    subjects = sorted({s for b in voted for s in b.subjects})
    before, after = _neighbours(record, session)
    text = sentences.session(session_name(session), (opened, closed), len(voted), len(apart), len(unvoted))
    return SessionRecord(
        session=session,
        name=session_name(session),
        kind=kind,
        page=page,
        opened=opened,
        closed=closed,
        first_decision=first,
        last_decision=last,
        confidence=confidence,
        source=sources.title(source_id),
        source_url=sources.url(source_id),
        sentences=(Sentence(text, len(voted), say("texts put to a recorded vote"), page),),
        situations=tuple(situation_head(record.subjects[s]) for s in subjects),
        votes=tuple(vote_line(record, b, sources) for b in voted),
        amendments_and_motions=tuple(vote_line(record, b, sources) for b in apart),
        without_a_vote=tuple(unvoted),
        previous=before,
        following=after,
        not_known=tuple(_not_known(opened, closed, unvoted)),
        findings=tuple(findings_of(record, [b.rollcall_id for b in found], [t.symbol for t in unvoted])),
    )


def _without_a_vote(record: Record, session: str) -> list[TextOfSession]:
    rows = record.tuples(
        "SELECT symbol, decided_on, title, kind, outcome, slug,"
        " list(subject ORDER BY subject) FILTER (subject IS NOT NULL)"
        " FROM text JOIN situation USING (text_id) WHERE session = ? AND how_decided <> 'recorded vote'"
        " GROUP BY ALL ORDER BY decided_on NULLS FIRST, symbol",
        [session],
    )
    return [
        TextOfSession(
            symbol,
            day,
            title,
            kind,
            outcome,
            tuple(situation_label(record.subjects[s]) for s in subjects or ()),
            f"/votes/{slug}",
        )
        for symbol, day, title, kind, outcome, slug, subjects in rows
    ]


def _neighbours(record: Record, session: str) -> tuple[str | None, str | None]:
    order = sorted((s for (s,) in record.tuples("SELECT session FROM session")), key=_order)
    same = [s for s in order if _order(s)[0] == _order(session)[0]]
    at = same.index(session)
    return (same[at - 1] if at else None), (same[at + 1] if at + 1 < len(same) else None)


def _order(session: str) -> tuple[str, int]:
    prefix, _, number = session.rpartition("-")
    return prefix, int(number)


def _not_known(opened: date | None, closed: date | None, unvoted: list[TextOfSession]) -> list[str]:
    said = []
    if opened is None or closed is None:
        said.append(say("The days on which the session opened and closed were not found in a source."))
    if not unvoted:
        said.append(
            say("No text adopted without a vote is in the record for this session; some may have been adopted.")
        )
    said.append(say("Decisions and President's statements adopted without a vote are not in the record."))
    return said
