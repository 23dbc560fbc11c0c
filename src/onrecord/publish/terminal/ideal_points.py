"""Ideal points as text for a terminal."""

from rich.console import Console

from onrecord.publish.as_text import say_not_known, say_sentences, table
from onrecord.publish.sentences import percent
from onrecord.publish.views.ideal_points import IdealPoints, PointOfState


def show_ideal_points(view: IdealPoints, out: Console) -> None:
    """Print the points, each with its intervals and n; the method, what was left out and what is not known."""
    say_sentences(view.sentences, out)
    out.print(f"\nMethod: {view.method}; {view.votes.words}")
    out.print(f"Seen: {view.positions:,} positions on {view.items:,} roll calls. Intervals hold {percent(view.level)}.")
    rows = table(
        "period", "state", "point", "beside the period's states", "beside other periods", "change since its first", "n"
    )
    for one in view.points:
        within, across = _interval(one.low, one.high), _interval(one.across_low, one.across_high)
        rows.add_row(one.period, one.state.name, _number(one), within, across, _change(one), str(one.n))
    out.print(rows)
    for reason, count in view.left_out:
        out.print(f"Left out: {reason}: {count:,}")
    say_not_known(view.not_known, out)


def _number(one: PointOfState) -> str:
    return f"{one.point:.2f}"


def _change(one: PointOfState) -> str:
    return f"{one.change.by:+.2f} ({_interval(one.change.low, one.change.high)})" if one.change else ""


def _interval(low: float, high: float) -> str:
    return f"{low:.2f} to {high:.2f}"
