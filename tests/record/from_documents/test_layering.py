"""Statements laid over the facts without a build: what is added, what is a finding, what is not told apart."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from onrecord.record.archive.document import KeptDocument
from onrecord.record.from_documents.layering import with_read
from onrecord.record.from_documents.said import NOT_LAYERED, DocumentRead, document_read
from onrecord.record.witnesses import cases
from onrecord.sources.documents.voting_marcxml import READER
from onrecord.sources.facts import Facts, read_facts
from onrecord.vocabulary.places import Place
from onrecord.vocabulary.positions import Position
from onrecord.vocabulary.rollcalls import ListStatus, Outcome, Witness
from onrecord.vocabulary.statements import (
    BallotSaid,
    DocumentSaid,
    OutcomeSaid,
    PositionSaid,
    Says,
    Seat,
    SessionRequestSaid,
    Statement,
    TallySaid,
    TextSaid,
    TreatyAct,
    TreatyActSaid,
    VisitSaid,
    VoteKey,
)

KNOWN, DAY = "A/HRC/RES/25/24", date(2014, 3, 28)


@pytest.fixture(scope="module")
def facts(few_facts: Path) -> Facts:
    return read_facts(few_facts)


def read(*says: Says, name: str = "a.pdf", reader: str = "printed", sha: str = "a" * 64) -> DocumentRead:
    """Return a document that says some things, one a line."""
    symbol = next((one.symbol for one in says if isinstance(one, DocumentSaid)), None)
    kept = KeptDocument(sha, 1, name, None, None, None, symbol, None, reader, "test", len(says), 0)
    return document_read(kept, (Statement(one, Place(row=n), "…") for n, one in enumerate(says, start=1)))


def vote(
    symbol: str, day: date | None, figures: tuple[int, int, int], ordinal: int = 1, title: str = "T"
) -> list[Says]:
    key = VoteKey("HRC", symbol, ordinal)
    return [TextSaid(key, title=title, date=day), TallySaid(key, *figures)]


def figures_of(facts: Facts, symbol: str) -> tuple[int, int, int]:
    (positions,) = [
        row for row in facts.positions if row.rollcall_id == f"hrc-res-{symbol.rpartition('RES/')[2]}".replace("/", "-")
    ]
    return len(positions.yes), len(positions.no), len(positions.abstain)


def rules(facts: Facts) -> list[str]:
    return [one.rule for one in facts.read.findings]


def test_every_kind_of_statement_has_a_place_or_is_counted() -> None:
    layered = {
        TextSaid,
        OutcomeSaid,
        TallySaid,
        PositionSaid,
        TreatyActSaid,
        BallotSaid,
        SessionRequestSaid,
        DocumentSaid,
    }
    assert layered | NOT_LAYERED.keys() == set(Says.__args__)
    assert not layered & NOT_LAYERED.keys()


def test_a_printed_document_with_the_same_totals_makes_a_vote_agreed(facts: Facts) -> None:
    figures = figures_of(facts, KNOWN)
    (account,) = with_read(facts, [read(*vote(KNOWN, None, figures))]).added[len(facts.added) :]
    assert account.same_vote_as == "hrc-res-25-24"


def test_two_copies_of_one_document_are_one_witness(facts: Facts) -> None:
    says = [DocumentSaid("A/HRC/25/2"), *vote(KNOWN, DAY, (1, 2, 3))]
    documents = [read(*says), read(*says, name="a.docx", sha="b" * 64)]
    (case,) = [one for one in cases(with_read(facts, documents)) if one.symbol == KNOWN]
    tallies = [tally for tally in case.tallies if tally.witness is Witness.READ_DOCUMENT]
    assert [tally.echo for tally in tallies] == [False, True]
    assert len([tally for tally in case.deciding if tally.witness is Witness.READ_DOCUMENT]) == 1


def test_a_vote_on_another_day_is_not_used_and_said_so(facts: Facts) -> None:
    found = with_read(facts, [read(*vote(KNOWN, date(2014, 6, 1), (1, 2, 3)))])
    assert found.added == facts.added
    assert rules(found) == ["read document not used"]
    assert "2014-06-01" in found.read.findings[0].found


def test_several_votes_on_one_text_are_told_apart_by_their_figures(facts: Facts) -> None:
    figures = figures_of(facts, KNOWN)
    found = with_read(facts, [read(*vote(KNOWN, DAY, figures), *vote(KNOWN, DAY, (9, 9, 9), ordinal=2))])
    own, further = found.added[len(facts.added) :]
    assert (own.same_vote_as, further.same_vote_as) == ("hrc-res-25-24", None)
    assert (further.symbol, further.on_symbol, further.kind.value) == (None, KNOWN, "motion")


def test_a_catalogue_s_two_votes_on_a_new_text_are_not_told_apart(facts: Facts) -> None:
    symbol = "A/HRC/RES/58/98"
    says = [*vote(symbol, date(2025, 4, 3), (1, 2, 3)), *vote(symbol, date(2025, 4, 3), (4, 5, 6), ordinal=2)]
    found = with_read(facts, [read(*says, reader=READER.name)])
    assert found.added == facts.added
    assert rules(found) == ["read document not used"] * 2


@pytest.mark.parametrize(
    ("says", "expected"),
    [
        (vote("A/HRC/RES/58/98", None, (1, 2, 3)), "the day of the vote"),
        (vote("A/HRC/RES/99/1", date(2025, 4, 3), (1, 2, 3)), "a session of the record"),
        (vote("a resolution on something", DAY, (1, 2, 3)), "the symbol of a text of the Council"),
        (vote("A/HRC/58/L.98", date(2025, 4, 3), (3, 2, 1)), "the symbol of the text that the draft became"),
        ([TextSaid(VoteKey("HRC", "A/HRC/RES/58/98"), date=date(2025, 4, 3))], "totals or positions"),
    ],
)
def test_what_lacks_something_becomes_no_roll_call(facts: Facts, says: list[Says], expected: str) -> None:
    found = with_read(facts, [read(*says)])
    assert found.added == facts.added
    assert [one.expected for one in found.read.findings] == [expected]


def test_a_draft_that_another_document_says_became_a_text_is_that_text(facts: Facts) -> None:
    key = VoteKey("HRC", KNOWN)
    catalogue = read(TextSaid(key, draft_symbol="A/HRC/25/L.33"), reader=READER.name, sha="b" * 64)
    printed = read(*vote("A/HRC/25/L.33", DAY, (1, 2, 3)))
    accounts = with_read(facts, [printed, catalogue]).added[len(facts.added) :]
    assert {account.same_vote_as for account in accounts} == {"hrc-res-25-24"}


def test_a_state_listed_twice_has_no_position_and_the_list_is_not_whole(facts: Facts) -> None:
    key = VoteKey("HRC", KNOWN)
    listed = [PositionSaid(key, "KAZ", position) for position in (Position.YES, Position.NO)]
    found = with_read(facts, [read(*vote(KNOWN, DAY, (1, 0, 0)), *listed)])
    (account,) = found.added[len(facts.added) :]
    assert account.list_status is ListStatus.NONE
    assert [one.state for one in found.read.findings] == ["KAZ"]


def test_a_text_that_a_document_has_as_decided_without_a_vote_differs(facts: Facts) -> None:
    found = with_read(facts, [read(OutcomeSaid(VoteKey("HRC", KNOWN), Outcome.ADOPTED_WITHOUT_A_VOTE))])
    assert [(one.rule, one.rollcall_id) for one in found.read.findings] == [("read document differs", "hrc-res-25-24")]


def test_a_treaty_act_is_added_and_another_day_is_a_finding(facts: Facts) -> None:
    acts = facts.carried["treaty_act"]
    joined = next(row for row in acts if row.act == "ratification" and row.instrument == "CAT")
    without = {row.state for row in acts if row.instrument == "CAT"}
    new = next(row.iso3 for row in facts.states if row.iso3 not in without)
    later = date(2026, 9, 1)
    found = with_read(
        facts,
        [
            read(
                TreatyActSaid("IV-9", new, TreatyAct.ACCESSION, later),
                TreatyActSaid("IV-9", joined.state, TreatyAct.ACCESSION, later),
                TreatyActSaid("IV-9", joined.state, TreatyAct.RATIFICATION, joined.date),
                TreatyActSaid("IV-9", new, TreatyAct.SIGNATURE, later, withdrawn=True),
                TreatyActSaid("XXVII-7", new, TreatyAct.SIGNATURE, later),
            )
        ],
    )
    (row,) = found.carried["treaty_act"][len(acts) :]
    assert (row.state, row.act, row.date, row.source_id) == (new, "accession", later, f"doc-{'a' * 12}")
    assert rules(found) == ["read document differs", "read document not used"]
    assert found.read.not_layered == {"acts towards treaties that the record does not have": 1}


def test_ballots_become_other_totals_and_requests_rows(facts: Facts) -> None:
    candidate = next(row for row in facts.carried["candidacy"] if row.votes)
    day = candidate.election_date
    partial = next(row.session for row in facts.carried["special_session"] if row.list_complete != "full")
    full = next(row.session for row in facts.carried["special_session"] if row.list_complete == "full")
    listed = {(row.session, row.state) for row in facts.carried["session_request"]}
    state = next(row.iso3 for row in facts.states if not {(partial, row.iso3), (full, row.iso3)} & listed)
    found = with_read(
        facts,
        [
            read(
                BallotSaid(day, None, candidate.state, 1, None),
                BallotSaid(date(1999, 1, 1), None, candidate.state, 5, None),
                SessionRequestSaid(partial, state, Seat.OBSERVER),
                SessionRequestSaid(full, state, Seat.OBSERVER),
                VisitSaid(state, "a mandate", None),  # ty: ignore[invalid-argument-type]
            )
        ],
    )
    (total,) = found.carried["other_total"][len(facts.carried["other_total"]) :]
    assert (total.election_date, total.state, total.votes) == (day, candidate.state, 1)
    (request,) = found.carried["session_request"][len(facts.carried["session_request"]) :]
    assert (request.session, request.state, request.seat) == (partial, state, "observer")
    assert sorted(rules(found)) == ["read document differs", "read document not used"]
    assert found.read.not_layered == {"visits": 1}


def test_nothing_read_changes_nothing(facts: Facts) -> None:
    assert replace(with_read(facts, []), read=facts.read) == facts
