"""Turns from consensus to votes and back: worked by hand, and held to the record's texts."""

from datetime import date
from typing import Any

import pytest

from onrecord.measures.consensus import Subjects, Way, turns
from onrecord.record.query_texts import CouncilText, council_texts


def text(number: int, year: int | None, how: str, subjects: tuple[str, ...] = ("ERI",), **more) -> CouncilText:
    fields: dict[str, Any] = {
        "text_id": f"t{number}", "symbol": None, "slug": "s", "session": "1",
        "decided_on": date(year, 6, 1) if year else None, "kind": "resolution", "title": "Right to privacy online",
        "agenda_item": "4", "how_decided": how, "outcome": "adopted", "source_id": "s", "subjects": subjects,
    }  # fmt: skip
    return CouncilText(**{**fields, **more})


VOTE, NONE = "recorded vote", "without a vote"
YEARS = range(2010, 2016)


def test_runs_and_turns_are_those_by_hand():
    texts = [text(1, 2010, NONE), text(2, 2011, NONE), text(3, 2013, VOTE), text(4, 2014, VOTE), text(5, 2014, NONE)]
    found = turns(texts, YEARS)
    assert (found.subjects, found.n, found.undated) == (1, 5, 0)
    latest, first = found.turns
    assert (first.before.way, first.before.first, first.before.last, first.before.n) == (NONE, 2010, 2011, 2)
    assert (first.after.way, first.after.first, first.to_votes) == (Way.BY_VOTE, 2013, True)
    assert (latest.after.way, latest.after.by_vote, latest.after.without, latest.to_votes) == (Way.BOTH, 1, 1, False)
    assert latest.after.texts == ("t4", "t5")


@pytest.mark.parametrize(
    "left_out",
    [
        {"kind": "amendment"},
        {"kind": "decision"},
        {"outcome": "rejected"},
        {"decided_on": date(2009, 1, 1)},
        {"decided_on": None},
        {"subjects": ()},
    ],
)
def test_what_has_no_counterpart_is_not_counted(left_out):
    found = turns([text(1, 2010, NONE), text(2, 2011, VOTE, **left_out)], YEARS)
    assert (found.turns, found.subjects) == ((), 0)
    assert found.undated == (1 if left_out.get("decided_on", 1) is None else 0)


def test_by_title_a_renamed_text_is_another_subject():
    texts = [
        text(1, 2010, NONE, title="Arbitrary detention of migrants"),
        text(2, 2011, VOTE, title="Migrants: arbitrary detention"),
        text(3, 2012, NONE, title="Detention"),
    ]
    found = turns(texts, YEARS, Subjects.TITLE)
    assert [one.subject for one in found.turns] == ["Migrants: arbitrary detention"]


def test_a_text_on_two_situations_counts_in_both():
    texts = [text(1, 2010, NONE, ("ERI", "SDN")), text(2, 2011, VOTE, ("ERI",)), text(3, 2012, VOTE, ("SDN",))]
    assert [one.subject for one in turns(texts, YEARS).turns] == ["SDN", "ERI"]


def test_in_the_record_the_runs_hold_what_the_texts_say(record):
    texts = council_texts(record)
    found = turns(texts, range(2009, 2023))
    how = {one.text_id: one.how_decided for one in texts}
    assert len(found.turns) > 10
    for one in found.turns:
        for run in (one.before, one.after):
            assert [how[each] for each in run.texts].count(VOTE) == run.by_vote
            assert run.n == len(run.texts)
        assert one.before.last < one.after.first
        assert one.before.way is not one.after.way
