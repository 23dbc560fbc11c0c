"""The table of positions: every cell against the votes as they are read one by one, and what a selection takes."""

from datetime import date

import numpy as np
import pytest

from onrecord.record.ballots import ballots
from onrecord.record.position_table import Code, VoteSelection, kinds_of, position_table
from onrecord.record.store import Record
from onrecord.vocabulary.positions import Position
from onrecord.vocabulary.rollcalls import Body
from onrecord.vocabulary.situations import Selection

CODES = {
    Position.YES: Code.YES,
    Position.ABSTAIN: Code.ABSTAIN,
    Position.NO: Code.NO,
    Position.ABSENT: Code.ABSENT,
    Position.NOT_A_MEMBER: Code.NOT_A_MEMBER,
    None: Code.UNKNOWN,
}


@pytest.mark.parametrize("year", [2006, 2014, 2021])
def test_every_cell_of_the_council_is_the_position_of_the_vote(record: Record, year: int) -> None:
    table = position_table(record, VoteSelection(Body.HRC, year, year))
    votes = ballots(record, "body = 'HRC' AND vote_taken AND year(date) = $year", {"year": year})
    assert [one.rollcall_id for one in table.rollcalls] == [one.rollcall_id for one in votes]
    for at, vote in enumerate(votes):
        assert [CODES[vote.position(state)] for state in table.states] == table.codes[:, at].tolist()
        doubted = [vote.doubtful(state) and state in vote.members for state in table.states]
        assert doubted == table.doubtful[:, at].tolist()
        assert (vote.kind, vote.agenda_item, vote.runs_against) == (
            table.rollcalls[at].kind, table.rollcalls[at].agenda_item, table.rollcalls[at].runs_against,
        )  # fmt: skip


def test_the_assembly_has_every_member_of_the_day(record: Record) -> None:
    table = position_table(record, VoteSelection(Body.GA, 2011, 2011))
    for at, call in enumerate(table.rollcalls):
        seated = {
            state for state, code in zip(table.states, table.codes[:, at], strict=True) if code != Code.NOT_A_MEMBER
        }
        assert seated == {one.iso3 for one in record.gazetteer.states if one.was_un_member(call.date)}
    # South Sudan became a member on 14 July 2011.
    row = table.codes[table.states.index("SSD")]
    first = min(call.date for call, code in zip(table.rollcalls, row, strict=True) if code != Code.NOT_A_MEMBER)
    assert first >= date(2011, 7, 14)


@pytest.mark.parametrize(
    "chosen",
    [
        VoteSelection(Body.HRC, 2012, 2016, items=("4",)),
        VoteSelection(Body.HRC, kinds=("amendment",)),
        VoteSelection(Body.HRC, situations=("SYR", "PRK")),
        VoteSelection(Body.HRC, named=Selection.ITEM_7),
        VoteSelection(Body.HRC, sessions=("25", "S-21")),
    ],
)
def test_a_selection_is_the_whole_table_narrowed(record: Record, chosen: VoteSelection) -> None:
    whole, part = position_table(record, VoteSelection(Body.HRC)), position_table(record, chosen)
    place = {one.rollcall_id: at for at, one in enumerate(whole.rollcalls)}
    narrowed = whole.columns(np.array([place[one.rollcall_id] for one in part.rollcalls]))
    assert (narrowed.states, narrowed.rollcalls) == (part.states, part.rollcalls)
    assert (narrowed.codes == part.codes).all()
    assert 0 < len(part.rollcalls) < len(whole.rollcalls)
    assert set(kinds_of(part)) <= set(kinds_of(whole))


def test_without_doubt_a_doubtful_position_is_not_in_the_record(record: Record) -> None:
    whole = position_table(record, VoteSelection(Body.HRC))
    sure = position_table(record, VoteSelection(Body.HRC, doubtful=False))
    assert whole.doubtful.any()
    assert (sure.codes[whole.doubtful] == Code.UNKNOWN).all()
    assert (sure.codes[~whole.doubtful] == whole.codes[~whole.doubtful]).all()


def test_where_no_vote_fits_the_table_is_empty(record: Record) -> None:
    table = position_table(record, VoteSelection(Body.HRC, situations=("XXX",)))
    assert (table.states, table.rollcalls, table.codes.shape) == ((), (), (0, 0))
