"""Votes that candidates received, and states that asked for special sessions: rows the record lacks."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from onrecord.record.from_documents.said import DocumentRead
from onrecord.record.from_documents.votes import DIFFERS, NOT_USED
from onrecord.sources.facts import Facts
from onrecord.sources.facts_commitments import Candidacy, ListComplete, OtherTotal, RequestRole, SessionRequest
from onrecord.sources.facts_read import ReadFinding
from onrecord.vocabulary.statements import BallotSaid


@dataclass(slots=True)
class Rows:
    """Rows added to one table, and findings."""

    added: list[Any] = field(default_factory=list)
    findings: list[ReadFinding] = field(default_factory=list)


def totals_layered(facts: Facts, documents: Iterable[DocumentRead]) -> Rows:
    """Return the votes that documents print for candidates of the record, each as another total beside the one used."""
    candidates = {(row.election_date, row.state): row for row in facts.carried["candidacy"]}
    found = Rows()
    for read in documents:
        for said, place in _deciding(read, candidates):
            candidate = candidates.get((said.date, said.state)) if said.date else None
            if candidate is None:
                expected = "a candidate of an election in the record"
                where = f"{read.name}, {place}"
                found.findings.append(_finding(NOT_USED, where, expected, _written(said), (read, said.state)))
            else:
                said_by = f"{read.name} ({read.document.short})"
                row = OtherTotal(candidate.election_date, said.state, said.votes, said_by, read.source_id)
                found.added.append(row)
    return found


def _deciding(read: DocumentRead, candidates: dict[tuple[date, str], Candidacy]) -> Iterable[tuple[BallotSaid, object]]:
    """Return each state's votes in the round in which the record gives its figures, or in its last."""
    chosen: dict[tuple[date | None, str], tuple[BallotSaid, object]] = {}
    for said, place in read.ballots:
        candidate = candidates.get((said.date, said.state)) if said.date else None
        before = chosen.get((said.date, said.state))
        wanted = candidate.rounds if candidate else None
        if before is None or (before[0].round != wanted and said.round >= before[0].round):
            chosen[said.date, said.state] = (said, place)
    return chosen.values()


def _written(said: BallotSaid) -> str:
    return f"{said.votes} votes, {said.date or 'of a day not told'}"


def requests_layered(facts: Facts, documents: Iterable[DocumentRead]) -> Rows:
    """Return the states that documents name as supporting a request and the record does not."""
    complete = {row.session: row.list_complete for row in facts.carried["special_session"]}
    known = {(row.session, row.state) for row in facts.carried["session_request"]}
    found = Rows()
    for read in documents:
        for said, place in read.requests:
            where = f"{read.name}, {place}: {said.session}"
            status = complete.get(said.session)
            if (said.session, said.state) in known:
                continue
            if status is ListComplete.FULL:
                expected, said_so = "a state on the whole list of those that asked", "a state that is not on it"
                found.findings.append(_finding(DIFFERS, where, expected, said_so, (read, said.state)))
            elif status is None or said.provisional:
                expected = "a final list of a special session of the record"
                found.findings.append(_finding(NOT_USED, where, expected, "another list", (read, said.state)))
            else:
                known.add((said.session, said.state))
                seat = said.seat.value if said.seat else None
                row = SessionRequest(said.session, said.state, RequestRole.SUPPORTED, seat, read.source_id)
                found.added.append(row)
    return found


def _finding(rule: str, place: str, expected: str, found: str, of: tuple[DocumentRead, str]) -> ReadFinding:
    read, state = of
    settled = "kept and shown, not used"
    return ReadFinding(rule, place, expected, found, settled, read.source_id, state=state)
