"""The sentences that the pages write about votes are read back, and the record supports them."""

from itertools import product
from random import Random

import pytest

from onrecord.claims.check import Checker
from onrecord.claims.votes.relation import VOTES
from onrecord.publish import sentences
from onrecord.publish.views.session import session_record
from onrecord.publish.views.situation import situation_record
from onrecord.publish.views.state import state_record
from onrecord.publish.views.state_year import state_year
from onrecord.publish.views.vote import vote_record
from onrecord.record.ballots import ballots
from onrecord.record.store import Record
from onrecord.vocabulary.rollcalls import Status

OURS = {t.__name__ for t in VOTES.decide}
NOT_KNOWN = ("is not in the record", "are not in the record", "has no recorded vote", "in doubt", "Sources conflict")
HOW_SURE = ("Chance alone could make", "It is larger than chance alone")
"""What is said of a difference's interval: no typed claim is about it."""


@pytest.fixture(scope="module")
def record() -> Record:
    return Record().load()


@pytest.fixture(scope="module")
def checker(record: Record) -> Checker:
    return Checker(record)


@pytest.fixture(scope="module")
def members(record: Record) -> list[str]:
    """States that have sat and are named in one way only: "Congo" is two states' name, and is not read."""
    return sorted(s.iso3 for s in record.gazetteer.states if record.seats.terms(s.iso3) and s.iso3 != "COG")


def verdicts(checker: Checker, text: str) -> set[str]:
    """Return the verdicts on the claims about votes of each sentence that says something is so; "unread" for none."""
    found: set[str] = set()
    for sentence in checker.check(text).sentences:
        if any(words in sentence.text for words in (*NOT_KNOWN, *HOW_SURE)):
            continue
        said = {c.finding.verdict.value for c in sentence.claims if c.typed["type"] in OURS}
        found |= said or {"unread"}
    return found


def test_state_years(record: Record, checker: Checker, members: list[str]) -> None:
    pairs = sorted(product(members, range(2007, 2026)))
    for state, year in Random(1).sample(pairs, 70):
        view = state_year(record, state, year)
        doubtful = any(f.doubtful for f in view.figures)
        for sentence in view.sentences if view.figures else ():
            assert verdicts(checker, sentence.text) <= {"supported", *(["conflicting"] * doubtful)}, sentence.text


def test_states(record: Record, checker: Checker, members: list[str]) -> None:
    for state in Random(2).sample(members, 12):
        for sentence in state_record(record, state).sentences[1:]:
            doubted = ["conflicting"] * ("in doubt" in sentence.text)
            assert verdicts(checker, sentence.text) <= {"supported", *doubted}, sentence.text


def test_votes(record: Record, checker: Checker) -> None:
    found = [b for b in ballots(record, "body = 'HRC'", {}, ()) if b.symbol and " " not in b.symbol]
    for ballot in Random(3).sample(found, 60):
        (sentence,) = vote_record(record, ballot.slug).sentences
        doubted = ["conflicting"] * (ballot.status is Status.CONFLICT)
        assert verdicts(checker, sentence.text) <= {"supported", *doubted}, sentence.text


def test_positions(record: Record, checker: Checker, members: list[str]) -> None:
    found = [b for b in ballots(record, "body = 'HRC'", {}) if b.symbol and " " not in b.symbol and b.vote_taken]
    for ballot in Random(4).sample(found, 60):
        state = Random(ballot.rollcall_id).choice(sorted(set(ballot.casts) & set(members)))
        text = sentences.position(record.gazetteer.name(state), ballot, state)
        doubted = ["conflicting"] * ballot.doubtful(state)
        assert verdicts(checker, text) <= {"supported", *doubted}, text


def test_situations(record: Record, checker: Checker) -> None:
    for subject in sorted(record.subjects):
        for sentence in situation_record(record, subject).sentences:
            assert verdicts(checker, sentence.text) <= {"supported"}, sentence.text


def test_sessions(record: Record, checker: Checker) -> None:
    names = sorted(session for (session,) in record.tuples("SELECT session FROM session"))
    for session in Random(6).sample(names, 30):
        for sentence in session_record(record, session).sentences:
            assert verdicts(checker, sentence.text) <= {"supported"}, sentence.text
