"""Clusters worked by hand, held to brute force and to what relabelling must not change; and whether they are stable."""

import numpy as np
import pytest

from onrecord.measures.agreement.methods import IDENTICAL, KAPPA, THREE_POINT
from onrecord.measures.blocs.clustering import clustering, comparable, cut, merged, silhouettes
from onrecord.measures.blocs.pairs import Pairs
from onrecord.measures.blocs.stability import Stability, default_drawn, stabilities, stability
from onrecord.measures.resampling import Bootstrap, Drawn
from onrecord.record.position_table import VoteSelection, position_table
from onrecord.vocabulary.errors import NotInVocabulary
from tests.measures.agreement.tables import table_of

TWO_BLOCS = {"AAA": "y" * 30, "BBB": "y" * 29 + "a", "CCC": "y" * 28 + "aa", "DDD": "n" * 30, "EEE": "n" * 29 + "a"}


@pytest.fixture(scope="module")
def year(record):
    return position_table(record, VoteSelection(first_year=2014, last_year=2014))


def noise(states: int, calls: int, seed: int = 1):
    rng = np.random.default_rng(seed)
    return table_of({f"S{at:02}": "".join(rng.choice(list("yan"), calls)) for at in range(states)})


def test_agreement_of_pairs_is_counted_as_by_hand():
    table = table_of({"AAA": "yyan?", "BBB": "yanno", "CCC": "nnnnn"})
    pairs = Pairs(table)
    assert pairs.n()[0].tolist() == [4, 4, 4]
    assert pairs.agreement(THREE_POINT)[0, 1] == pytest.approx((1 + 0.5 + 0.5 + 1) / 4)
    assert pairs.agreement(IDENTICAL)[0, 1] == pytest.approx(2 / 4)
    assert pairs.agreement(IDENTICAL, np.array([3, 0, 0, 0, 1.0]))[0, 1] == 1.0
    assert np.isnan(pairs.agreement(IDENTICAL, np.array([0, 0, 0, 0, 1.0]))[0, 1])


def test_two_blocs_are_found():
    found = clustering(table_of(TWO_BLOCS))
    assert found is not None
    assert [found.members(at) for at in range(found.number)] == [("AAA", "BBB", "CCC"), ("DDD", "EEE")]
    assert found.structured
    inside, outside = found.agreement_by_cluster()[0]
    assert inside == pytest.approx((59 / 60 + 58 / 60) / 2)
    assert outside == pytest.approx((0 + 0.5 / 30) / 2)


def test_silhouettes_are_those_of_the_definition(year):
    found = clustering(year)
    assert found is not None
    away = 1 - found.agreement
    for at in range(0, len(found.states), 7):
        own = [o for o in range(len(found.states)) if found.labels[o] == found.labels[at] and o != at]
        rest = [o for o in range(len(found.states)) if found.labels[o] != found.labels[at]]
        a, b = away[at, own].mean(), away[at, rest].mean()
        assert found.widths[at] == pytest.approx((b - a) / max(a, b))


def test_a_state_alone_has_a_silhouette_of_nought():
    away = np.array([[0, 0.1, 0.9], [0.1, 0, 0.9], [0.9, 0.9, 0]])
    assert silhouettes(away, cut(merged(away), 2)).tolist() == pytest.approx([8 / 9, 8 / 9, 0])


def test_names_and_order_of_votes_change_nothing():
    renamed = {f"Z{name}": word[::-1] for name, word in TWO_BLOCS.items()}
    one, other = clustering(table_of(TWO_BLOCS)), clustering(table_of(renamed))
    assert one is not None
    assert other is not None
    assert [f"Z{state}" for state in one.states] == list(other.states)
    assert one.labels.tolist() == other.labels.tolist()


def test_states_that_share_too_few_votes_are_left_out_and_named():
    rows = {**TWO_BLOCS, "FFF": "y" * 19 + "-" * 11}
    found = clustering(table_of(rows))
    assert found is not None
    assert found.left_out == (("FFF", 19),)
    assert (found.n >= 20).all()
    assert comparable(np.array([[30, 5], [5, 8]]), 20).tolist() == [0]


def test_fewer_than_four_states_are_not_clustered():
    assert clustering(table_of({name: TWO_BLOCS[name] for name in ("AAA", "BBB", "DDD")})) is None
    assert clustering(table_of({name: word[:19] for name, word in TWO_BLOCS.items()})) is None


def test_what_is_not_to_be_had_is_refused():
    with pytest.raises(NotInVocabulary, match="number of clusters"):
        clustering(table_of(TWO_BLOCS), number=9)
    with pytest.raises(NotInVocabulary, match="kappa"):
        clustering(table_of(TWO_BLOCS), KAPPA)


def test_votes_without_blocs_show_no_structure_and_hold_no_cluster():
    table = noise(20, 40)
    found = clustering(table)
    assert found is not None
    assert not found.structured
    held = stabilities(table, found, bootstrap=Bootstrap(Drawn.ROLL_CALLS, 60))
    assert stability(float(held.jaccard.min())) is Stability.UNSTABLE


def test_clear_blocs_are_highly_stable_and_the_same_each_time():
    table = table_of(TWO_BLOCS)
    found = clustering(table)
    assert found is not None
    how = Bootstrap(Drawn.ROLL_CALLS, 50)
    one, other = (stabilities(table, found, bootstrap=how) for _ in range(2))
    assert one.jaccard.tolist() == other.jaccard.tolist() == [1.0, 1.0]
    assert one.together[0].tolist() == [1, 1, 1, 0, 0]


def test_sessions_are_drawn_where_there_are_enough(year):
    assert default_drawn(year) is Drawn.ROLL_CALLS
    assert default_drawn(table_of({"AAA": "yyyyy"}, sessions="abcde")) is Drawn.SESSIONS


@pytest.mark.parametrize(
    ("jaccard", "word"), [(0.85, "highly stable"), (0.75, "stable"), (0.6, Stability.PATTERN), (0.599, "unstable")]
)
def test_the_thresholds_are_those_published(jaccard, word):
    assert stability(jaccard) == word


def test_the_council_of_2014_by_texts_and_with_amendments(record, year):
    texts = clustering(position_table(record, VoteSelection(first_year=2014, last_year=2014, kinds=("resolution",))))
    with_amendments = clustering(year)
    assert texts is not None
    assert with_amendments is not None
    assert {"USA", "GBR", "FRA", "JPN"} <= set(texts.members(1))
    assert "KAZ" in with_amendments.members(1)
    assert [len(one.members(at)) for one in (texts, with_amendments) for at in (0, 1)] == [33, 14, 26, 21]
