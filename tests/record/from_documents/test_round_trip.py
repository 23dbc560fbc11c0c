"""An invented document all the way: written, read into an archive, laid over the facts, shown by the vote's view."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from onrecord.publish.views.lists import data_record
from onrecord.publish.views.vote import VoteRecord, vote_record
from onrecord.record.archive.corrections import UserCorrection, corrections_file, write_corrections
from onrecord.record.archive.document import Known
from onrecord.record.archive.documents import Archive
from onrecord.record.archive.layered import layer
from onrecord.record.build import build
from onrecord.record.from_documents.corrections import with_corrections
from onrecord.record.opened import users_record
from onrecord.record.schema import MANIFEST
from onrecord.record.store import Record
from onrecord.sources.documents.opened import Opened
from onrecord.sources.documents.voting_marcxml import READER
from onrecord.sources.facts import Facts, read_facts
from onrecord.vocabulary.errors import DamagedFact
from onrecord.vocabulary.positions import Position
from tests.sources.documents.writing_catalogues import VoteToWrite, marc, ohchr_fields, votes_of

CHANGED, NEW, FILLED = "A/HRC/RES/25/24", "A/HRC/RES/58/98", "A/HRC/15/L.35"
NEW_DAY = date(2025, 4, 3)
YES, NO, ABSTAIN = [Position.YES] * 25, [Position.NO] * 19, [Position.ABSTAIN] * 3


def _invented(record: Record) -> list[VoteToWrite]:
    """Three votes: one of the record with one position changed, one that it lacks, one of which it has no list."""
    votes = {vote.symbol: vote for vote in votes_of(record, "HRC")}
    changed = votes[CHANGED]
    yes = next(at for at, (_, position) in enumerate(changed.positions) if position is Position.YES)
    positions = list(changed.positions)
    positions[yes] = (positions[yes][0], Position.ABSTAIN)
    filled = votes[FILLED]
    members = sorted(record.seats.members(filled.held))
    noes = ["CHN", "CUB", "NGA", "RUS"]
    in_order = [*(state for state in members if state not in noes), *noes]
    listed = tuple(zip(in_order, [*YES, *ABSTAIN, *NO], strict=False))
    new = tuple(zip(sorted(record.seats.members(NEW_DAY)), [*YES, *NO, *ABSTAIN], strict=True))
    return [
        replace(changed, positions=tuple(positions), totals=None),
        VoteToWrite("999999", NEW, NEW_DAY, "58", "An invented text", "4", "INVENTED", None, new),
        replace(filled, positions=listed, totals=None, held=date(2010, 10, 1)),
    ]


def keep(archive: Archive, record: Record, data: bytes, folder: Path, name: str = "invented.xml") -> str:
    """Keep bytes as a document that was read; return the first digits of its hash."""
    path = folder / name
    path.write_bytes(data)

    def read(kept: Path, told) -> Iterator:
        told(READER.name)
        return READER.read(Opened(kept, name), record.gazetteer)

    return archive.keep(path, Known(name), "test", read, lambda found: None).short


@pytest.fixture(scope="module")
def home(record: Record, few_facts: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    data = marc(ohchr_fields(vote, record.gazetteer) for vote in _invented(record))
    keep(Archive(folder), record, data, folder)
    layer(folder, facts=few_facts)
    return folder


@pytest.fixture(scope="module")
def layered(home: Path) -> Record:
    return Record(users_record(home))


@pytest.fixture(scope="module")
def curated(few_facts: Path, tmp_path_factory: pytest.TempPathFactory) -> Record:
    out = tmp_path_factory.mktemp("curated") / "record"
    build(few_facts, out)
    return Record(out)


@pytest.fixture(scope="module")
def facts(few_facts: Path) -> Facts:
    return read_facts(few_facts)


def _positions(view: VoteRecord) -> dict[str, Position | None]:
    return {state.state.iso3: state.position for group in view.groups for state in group.states}


def test_a_position_that_differs_is_shown_and_not_used(layered: Record, curated: Record, home: Path) -> None:
    before, after = vote_record(curated, CHANGED), vote_record(layered, CHANGED)
    assert (after.yes, after.no, after.abstain) == (before.yes, before.no, before.abstain)
    assert _positions(after) == _positions(before)
    (differing,) = [one for one in after.findings if one.rule == "read document differs"]
    assert differing.found.startswith("abstain, at row 1")
    assert differing.expected.startswith("yes")
    assert differing.settled.startswith("kept and shown, not used")
    assert "invented.xml" in (differing.source or "")
    (witness,) = [one for one in after.witnesses if one.witness == "read document"]
    assert not witness.used
    assert after.status == "sources conflict"


def test_a_copy_of_the_catalogue_is_no_second_document(record: Record, few_facts: Path, tmp_path: Path) -> None:
    vote = next(vote for vote in votes_of(record, "HRC") if vote.symbol == CHANGED)
    keep(Archive(tmp_path), record, marc([ohchr_fields(vote, record.gazetteer)]), tmp_path)
    layer(tmp_path, facts=few_facts)
    view = vote_record(Record(users_record(tmp_path)), CHANGED)
    assert view.status == vote_record(record, CHANGED).status
    assert [one.used for one in view.witnesses if one.witness == "read document"] == [True]
    assert not [one for one in view.findings if one.rule.startswith("read document")]


def test_a_roll_call_the_record_lacks_is_its_own(layered: Record, curated: Record) -> None:
    view = vote_record(layered, NEW)
    assert view.rollcall_id == "hrc-res-58-98"
    assert (view.yes, view.no, view.abstain, view.status) == (25, 19, 3, "one witness")
    assert view.title == "An invented text"
    assert "document" in view.cite.source
    count = "SELECT count(*) FROM rollcall WHERE body = 'HRC'"
    assert layered.tuples(count)[0][0] == curated.tuples(count)[0][0] + 1


def test_a_list_fills_a_roll_call_without_one(layered: Record, curated: Record) -> None:
    assert len(_positions(vote_record(curated, FILLED))) == 4
    view = vote_record(layered, FILLED)
    assert (view.yes, view.no, view.abstain) == (25, 19, 3)
    assert view.positions_rule == "as a read document lists them"
    assert view.outcome == vote_record(curated, FILLED).outcome
    assert view.status == "agreed"
    assert sum(len(group.states) for group in view.groups) == 47


def test_what_the_documents_do_not_touch_is_as_it_was(layered: Record, curated: Record) -> None:
    touched = {vote_record(layered, one).rollcall_id for one in (CHANGED, NEW, FILLED)}
    sql = f"SELECT * FROM rollcall WHERE rollcall_id NOT IN {tuple(touched)} ORDER BY rollcall_id"
    assert layered.tuples(sql) == curated.tuples(sql)
    for table in ("membership", "treaty_act", "candidacy", "recommendation", "correction"):
        assert layered.manifest["tables"][table] == curated.manifest["tables"][table]


def test_the_page_of_the_data_says_whose_record_it_is(layered: Record, curated: Record) -> None:
    assert (data_record(layered).open.mine, data_record(layered).open.documents) == (True, 1)
    assert not data_record(curated).open.mine
    lines = [line for line in data_record(layered).audit.coverage if "laid over" in line.scope]
    assert [line.rows for line in lines] == [1]
    assert "rollcall 1" in lines[0].why


def test_two_builds_give_the_same_bytes(home: Path, few_facts: Path) -> None:
    mine = users_record(home)
    before = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in mine.iterdir()}
    layer(home, facts=few_facts)
    assert {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in mine.iterdir()} == before


def test_a_correction_is_applied_and_shown(home: Path, few_facts: Path, layered: Record, tmp_path: Path) -> None:
    view = vote_record(layered, NEW)
    state = view.groups[0].states[0]
    other = Position.NO if state.position is Position.YES else Position.YES
    file = corrections_file(tmp_path)
    row = UserCorrection(
        "u1", "hrc-res-58-98", state.state.iso3, other, "seen on the screen", "A. Reader", date(2026, 1, 2), None
    )
    write_corrections(file, (row,))
    out = tmp_path / "record"
    build(few_facts, out, archive=Archive(home), corrections=file)
    after = vote_record(Record(out), NEW)
    (shown,) = after.corrections
    assert (shown.applied, shown.basis, shown.corrected) == (True, "user", other.value)
    assert shown.reason == "seen on the screen (A. Reader, 2026-01-02)"
    (mine,) = [s for group in after.groups for s in group.states if s.state.iso3 == state.state.iso3]
    assert (mine.position, mine.listed, mine.rule) == (other, state.position, "user")
    assert json.loads((out / MANIFEST).read_text())["made_from"]["corrections"] == 1


@pytest.mark.parametrize(
    ("column", "value", "expected"),
    [
        ("rollcall_id", "hrc-res-99-1", "row 2, column rollcall_id"),
        ("state", "ATL", "row 2, column state"),
        ("position", "maybe", "row 2, column position"),
        ("position", "not a member", "row 2, column position"),
        ("reason", "", "row 2, column reason"),
        ("date", "yesterday", "row 2, column date"),
        ("document", "000000000000", "row 2, column document"),
    ],
)
def test_a_correction_that_does_not_hold_is_named_by_row_and_column(
    column: str, value: str, expected: str, facts: Facts, tmp_path: Path
) -> None:
    row = {
        "correction_id": "u1", "rollcall_id": "hrc-res-25-24", "state": "KAZ", "position": "yes",
        "reason": "why", "author": "who", "date": "2026-01-02", "document": "",
    }  # fmt: skip
    row[column] = value
    file = corrections_file(tmp_path)
    file.write_text(",".join(row) + "\n" + ",".join(row.values()) + "\n", encoding="utf-8")
    with pytest.raises(DamagedFact, match=expected):
        with_corrections(facts, file, Archive(tmp_path))
