"""Moves: what is called is so, and where nothing changed little is called."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from onrecord.measures.blocs.moves import agreements, moves
from onrecord.record.position_table import VoteSelection, position_table
from onrecord.record.query_selections import voted_on_one_text
from onrecord.vocabulary.rollcalls import Body
from tests.measures.agreement.tables import LETTERS, table_of


def in_two_years(rows: dict[str, str]):
    """Return a table whose first half is of 2014 and whose second half is of 2015."""
    table = table_of(rows)
    half = len(table.rollcalls) // 2
    calls = [replace(call, date=date(2014 + (at >= half), 3, 1)) for at, call in enumerate(table.rollcalls)]
    return replace(table, rollcalls=tuple(calls))


def voting(rng: np.random.Generator, states: int, texts: int, each: int = 1) -> dict[str, str]:
    """Return words of states that vote with the odds of their own and of the text, in both years alike."""
    leaning, hard = rng.normal(size=states), np.repeat(rng.normal(size=texts), each)
    moods = np.repeat(rng.normal(size=(states, texts)), each, axis=1)
    drawn = leaning[:, None] - hard + moods
    return {
        f"S{at:02}": "".join("n" if x < -0.5 else "a" if x < 0.3 else "y" for x in row) for at, row in enumerate(drawn)
    }


def codes(*words: str) -> np.ndarray:
    return np.array([[LETTERS[letter] for letter in word] for word in words], dtype=np.int8)


def test_agreement_with_the_body_and_with_a_state_is_that_by_hand():
    table = codes("yya", "ynn", "nno", "y-y")
    with_all = agreements(table, None)
    assert with_all[0].tolist() == pytest.approx([(1 + 0 + 1) / 3, 0, (0.5 + 0.5) / 2])
    assert np.isnan(with_all[2, 2])
    assert np.isnan(with_all[3, 1])
    assert agreements(table[1:], table[0])[0].tolist() == pytest.approx([1, 0, 0.5])


def test_a_state_that_turns_round_is_called_and_the_others_are_not():
    rng = np.random.default_rng(3)
    rows = voting(rng, 30, 80)
    turned = str.maketrans("yn", "ny")
    rows["S00"] = rows["S01"][:40] + rows["S01"][40:].translate(turned)
    found = moves(in_two_years(rows), np.arange(80), "S01", draws=499)
    assert [one.state for one in found.tests if one.called] == ["S00"]
    assert found.tests[0].agreement_before == 1
    assert found.tests[0].change < -0.5


def test_what_the_agenda_changes_for_all_is_no_move():
    rng = np.random.default_rng(4)
    early, late = voting(rng, 10, 40), {f"S{at:02}": "y" * 40 for at in range(10)}
    found = moves(in_two_years({s: early[s] + late[s] for s in early}), np.arange(80), draws=499)
    assert min(one.agreement_after for one in found.tests) == 1
    assert sum(one.called for one in found.tests) <= 1


@pytest.mark.parametrize("each", [1, 5])
def test_false_alarms_are_rare_also_where_texts_bring_amendments(each):
    """Of 60 selections in which nothing changed, five per cent may call something; 9 of 60 is beyond chance."""
    rng = np.random.default_rng(each)
    texts = np.repeat(np.arange(60), each)
    tables = [in_two_years(voting(rng, 8, 60, each)) for _ in range(60)]
    alarms = [any(one.called for one in moves(table, texts, draws=199).tests) for table in tables]
    assert sum(alarms) < 9
    if each > 1:
        single = np.arange(len(texts))
        singly = [any(one.called for one in moves(table, single, draws=199).tests) for table in tables]
        assert sum(singly) > 2 * sum(alarms) + 9


def test_states_with_too_few_votes_in_a_year_are_counted_and_not_tested():
    rows = {"AAA": "y" * 60, "BBB": "n" * 60, "CCC": "y" * 10 + "o" * 20 + "y" * 30, "DDD": "y" * 30 + "-" * 30}
    found = moves(in_two_years(rows), np.arange(60), draws=99)
    assert {one.state for one in found.tests} == {"AAA", "BBB"}
    assert found.too_few == 1


def test_years_far_apart_and_a_state_that_never_voted():
    table = in_two_years({"AAA": "yyyy", "BBB": "ynyn"})
    assert moves(table, np.arange(4), draws=9).tests == ()
    with pytest.raises(ValueError, match="ZZZ"):
        moves(table, np.arange(4), "ZZZ", draws=9)


def test_the_reference_is_not_tested_and_the_seed_settles_the_rest(record):
    table = position_table(record, VoteSelection(Body.GA, 2008, 2009))
    texts = voted_on_one_text(record, table)
    one, other = (moves(table, texts, "USA", draws=299) for _ in range(2))
    assert one == other
    assert "USA" not in {move.state for move in one.tests}
    assert (one.tests[0].state, one.tests[0].called) == ("NRU", True)


def test_amendments_are_put_with_the_text_they_change(record):
    table = position_table(record, VoteSelection(first_year=2016, last_year=2016))
    texts = voted_on_one_text(record, table)
    kinds = np.array([one.kind for one in table.rollcalls])
    assert len(set(texts.tolist())) < len(texts)
    shared = [text for text in set(texts.tolist()) if (kinds[texts == text] == "amendment").sum() > 1]
    assert shared
