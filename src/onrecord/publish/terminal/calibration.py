"""The outcome of simulation-based calibration as text for a terminal."""

from rich.console import Console

from onrecord.publish.as_text import table
from onrecord.publish.views.calibration import CalibrationView


def show_calibration(view: CalibrationView, out: Console) -> None:
    """Print whether the sampler passed, the statistic of each quantity, and what was simulated."""
    out.print(
        f"{'Passed' if view.passed else 'Not passed'}: the smallest p value, of “{view.worst}”, times the"
        f" {len(view.quantities)} quantities is {view.p:.3f}; under {view.level} counts as not passed."
    )
    out.print(
        f"Simulated: {view.replications} panels of {view.states} states and {view.items} items in {view.periods}"
        f" periods ({view.mode}), {view.draws} draws from each posterior, seed {view.seed}."
    )
    rows = table("quantity", "γ", "p", "mean rank")
    for one in view.quantities:
        mean = sum(one.ranks) / len(one.ranks) / view.draws
        rows.add_row(one.name, f"{one.statistic:.4f}", f"{one.p:.4f}", f"{mean:.2f}")
    out.print(rows)
    out.print("γ: twice the smallest tail of the ranks' distribution. The mean rank is 0.5 if ranks are uniform.")
