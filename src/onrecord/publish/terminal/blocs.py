"""Blocs, defection, the outvoted and moves as text for a terminal."""

from rich.console import Console

from onrecord.publish.as_text import say_not_known, say_sentences, table
from onrecord.publish.sentences import percent
from onrecord.publish.views.blocs import Blocs
from onrecord.publish.views.defection import DefectionOfGroup, Defector
from onrecord.publish.views.moves import MovesOfStates
from onrecord.publish.views.outvoted import OutvotedState, OutvotedStates

SHOWN = 40
"""So many tests of moves are printed; the rest is in --csv and --json."""


def show_blocs(view: Blocs, out: Console) -> None:
    """Print the clusters with every state's silhouette."""
    say_sentences(view.sentences, out)
    out.print(f"\nDistance: 1 less {view.method}; average linkage; {view.draws} resamples of {view.drawn}.")
    tried = ", ".join(f"{number}: {width:.2f}" for number, width in view.by_number)
    out.print(f"Average silhouette by number of clusters: {tried}")
    out.print(f"The same number would be chosen in {percent(view.chosen_again)} of the resamples.")
    rows = table("cluster", "state", "silhouette", "agreement inside", "agreement with the rest")
    for cluster in view.clusters:
        for one in cluster.states:
            inside = "–" if one.agreement_inside is None else percent(one.agreement_inside)
            figures = (f"{one.silhouette:.2f}", inside, percent(one.agreement_outside))
            rows.add_row(str(cluster.number), one.state.name, *figures)
    out.print(rows)
    if view.left_out:
        names = ", ".join(f"{one.state.name} ({one.n})" for one in view.left_out)
        out.print(f"\nLeft out, with fewer than {view.minimum} votes in common with each of the others: {names}")
    say_not_known(view.not_known, out)


def show_defection(view: DefectionOfGroup, out: Console) -> None:
    """Print a group's members by how often they vote against its line."""
    say_sentences(view.sentences, out)
    rows = table("state", "against the line", "interval", "n", "against", "yes against no", "abstained", "absent")
    for one in view.members:
        counts = (one.n, one.against, one.opposite, one.abstained, one.absent)
        rows.add_row(one.state.name, *_share(one, view.minimum), *map(str, counts))
    out.print(f"\nLine of {view.group_name}: {view.line} of the members that voted yes, abstained or voted no.")
    out.print(rows)
    out.print(
        f"Left out: {view.few} with fewer than {view.fewest} members voting, {view.no_line} without a line,"
        f" {view.unsure} with positions missing."
    )
    say_not_known(view.not_known, out)


def _share(one: Defector | OutvotedState, minimum: int) -> tuple[str, str]:
    if one.share is None or one.low is None or one.high is None:
        return f"n under {minimum}", ""
    return percent(one.share), f"{percent(one.low)} to {percent(one.high)}"


def show_outvoted(view: OutvotedStates, out: Console) -> None:
    """Print every state by how often it was on the side with fewer votes."""
    say_sentences(view.sentences, out)
    rows = table("state", "outvoted", "interval", "n", "yes or no", "times", "alone", "absent")
    for one in view.states:
        counts = (one.n, one.took_sides, one.outvoted, one.alone, one.absent)
        rows.add_row(one.state.name, *_share(one, view.minimum), *map(str, counts))
    out.print("\nOutvoted: voted yes or no with fewer than voted otherwise. n: positions taken.")
    out.print(rows)
    say_not_known(view.not_known, out)


def show_moves(view: MovesOfStates, out: Console) -> None:
    """Print the changes least likely to be chance."""
    say_sentences(view.sentences, out)
    rows = table("state", "years", "agreement before", "after", "change beside all", "p", "adjusted")
    for one in view.moves[:SHOWN]:
        before = f"{percent(one.agreement_before)} (n = {one.n_before})"
        after = f"{percent(one.agreement_after)} (n = {one.n_after})"
        figures = (f"{100 * one.change:+.0f}", f"{one.p:.4f}", f"{one.adjusted:.3f}{' *' if one.called else ''}")
        rows.add_row(one.state.name, f"{one.year_before}–{one.year_after}", before, after, *figures)
    out.print(f"\nThe changes least likely to be chance, of {view.tested} (*: called at {view.called_at}):")
    out.print(rows)
    say_not_known(view.not_known, out)
