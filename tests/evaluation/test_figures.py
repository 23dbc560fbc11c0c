import pytest

from evaluation import figures
from evaluation.lines import together
from onrecord.vocabulary.verdicts import Verdict

S, R = Verdict.SUPPORTED, Verdict.REFUTED
U, C = Verdict.NOT_ENOUGH_INFORMATION, Verdict.CONFLICTING


@pytest.mark.parametrize(
    ("verdicts", "expected"),
    [((S, S), S), ((S, R), R), ((C, R), R), ((S, C), C), ((C, U), C), ((S, U), U), ((U, R), R), ((), U)],
)
def test_claims_of_a_sentence_make_one_verdict(verdicts, expected) -> None:
    assert together(verdicts) is expected


def test_coverage_counts_only_what_the_record_can_answer(made) -> None:
    found = figures.figures([made(S, S), made(R, U), made(C, C), made(R, S), made(U, U), made(U, S)])
    assert (found.lines, found.checkable, found.coverage) == (6, 4, 0.75)
    assert found.accuracy == pytest.approx(2 / 3)
    assert found.swaps == 0.25
    assert found.false_alarms == 0.5


def test_an_accepted_verdict_is_neither_a_swap_nor_a_false_alarm(made) -> None:
    found = figures.figures([made(R, S, also=(S,)), made(U, S, also=(S,))])
    assert (found.accuracy, found.swaps, found.false_alarms) == (1.0, 0.0, 0.0)


def test_evidence_is_asked_of_right_verdicts_only(made) -> None:
    both = ("hrc-res-25-1", "hrc-res-25-24")
    found = figures.figures(
        [
            made(S, S, rows=("hrc-res-25-1",)),
            made(S, S, rows=("hrc-res-25-1",), evidence=both),
            made(S, S, rows=("hrc-res-25-9",)),
            made(S, S, evidence=()),
            made(S, R, rows=("hrc-res-25-9",)),
        ]
    )
    assert found.evidence == 0.75
    assert found.all_rows == 0.5


def test_a_share_of_nothing_is_no_figure(made) -> None:
    found = figures.figures([made(U, U)])
    assert found.coverage is found.accuracy is found.evidence is None
    assert found.floored() == {"false_alarms_most": 0.0}


def test_the_report_has_a_line_for_each_type_and_relation(made) -> None:
    told = figures.report("set", [made(S, S, about=("rank", "elections")), made(S, U, about=("vote", "votes"))])
    assert [line.split()[0] for line in told.splitlines()[2:]] == [
        "all",
        "by",
        "rank",
        "vote",
        "by",
        "elections",
        "votes",
    ]
    assert "50.0 %" in told.splitlines()[2]


def test_what_is_missed_is_listed_with_the_reason_for_its_answer(made) -> None:
    told = figures.missed([made(S, S), made(R, S, also=(C,))])
    assert told.splitlines()[0] == "L1: got supported, gold refuted (or conflicting)"
    assert "why: the row says so" in told
