"""Counts over recommendations: a hand-worked case, and nothing changes when states are renamed."""

from dataclasses import replace

from onrecord.measures.upr import Action, by_action, by_key, responses
from onrecord.record.query_upr import RecommendationRow


def row(by: str | None, response: str | None, action: int = 4, issues: tuple[str, ...] = ("I06",)) -> RecommendationRow:
    return RecommendationRow("1", "KAZ", by, 1, 7, None, response, action, issues, "s")


ROWS = [
    row("USA", "accepted", 5),
    row("USA", "noted", 5, ("I06", "I07")),
    row("ESP", "accepted", 1),
    row(None, None, 4),
]


def test_responses_by_hand():
    found = responses(ROWS)
    assert (found.n, found.accepted, found.noted, found.unknown) == (4, 2, 1, 1)
    assert responses([]).n == 0


def test_every_category_has_its_place():
    found = by_action(ROWS)
    assert [found[action].n for action in Action] == [1, 0, 0, 1, 2]
    assert Action.SPECIFIC.label == "specific action"


def test_a_row_counts_under_each_of_its_issues():
    found = by_key(ROWS, lambda r: r.issues)
    assert {code: one.n for code, one in found.items()} == {"I06": 4, "I07": 1}
    assert next(iter(found)) == "I06"


def test_renaming_states_changes_nothing():
    renamed = [replace(r, by_state=f"X{r.by_state}") for r in ROWS]
    before, after = (sorted(one.n for one in by_key(rs, lambda r: (r.by_state,)).values()) for rs in (ROWS, renamed))
    assert before == after
