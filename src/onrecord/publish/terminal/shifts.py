"""Turns of subjects, selectivity and shifts of support as text for a terminal."""

from rich.console import Console

from onrecord.publish.as_text import say_not_known, say_sentences, table
from onrecord.publish.sentences import percent
from onrecord.publish.views.selectivity import SelectivityOfState
from onrecord.publish.views.shifts import ShiftsOfState
from onrecord.publish.views.turns import RunOfYears, TurnsOfSubjects


def show_turns(view: TurnsOfSubjects, out: Console) -> None:
    """Print every turn of a subject."""
    say_sentences(view.sentences, out)
    rows = table("subject", "before", "after")
    for one in view.turns:
        rows.add_row(one.label, _run(one.before), _run(one.after))
    out.print("\nTurns, the latest first:")
    out.print(rows)
    say_not_known(view.not_known, out)


def _run(run: RunOfYears) -> str:
    years = str(run.first_year) if run.first_year == run.last_year else f"{run.first_year}–{run.last_year}"
    return f"{run.way}, {years} (n = {run.n})"


def show_selectivity(view: SelectivityOfState, out: Console) -> None:
    """Print support on both sides and the difference with its interval."""
    say_sentences(view.sentences, out)
    rows = table("votes", "n", "yes", "no", "abstain", "absent", "not in the record", "in favour")
    for one in (view.first, view.second):
        counts = (one.n, one.yes, one.no, one.abstain, one.absent, one.unknown)
        rows.add_row(one.votes.words, *map(str, counts), "–" if one.share is None else percent(one.share))
    out.print("\nSupport (n: known positions):")
    out.print(rows)
    say_not_known(view.not_known, out)


def show_shifts(view: ShiftsOfState, out: Console) -> None:
    """Print support by year, and the test of the likeliest change."""
    say_sentences(view.sentences, out)
    rows = table("year", "in favour", "yes", "n", "")
    after = {one.first_after for one in view.changes}
    for one in view.years:
        mark = "changed" if one.first_year in after else ""
        rows.add_row(str(one.first_year), percent(one.share), str(one.yes), str(one.n), mark)
    out.print("\nSupport by year:")
    out.print(rows)
    for one in (view.changes or (view.likeliest,)) if view.likeliest else ():
        called = "called" if one.called else "likeliest, not called"
        out.print(
            f"{one.last_before}/{one.first_after} ({called}): likelihood ratio {one.ratio:.1f}, p = {one.p:.4f} over"
            f" votes, {one.p_years:.4f} over whole years ({view.draws} permutations)."
        )
    say_not_known(view.not_known, out)
