"""The full posterior, static and dynamic: minutes, R-hat, effective draws; points and spreads of the fast fit beside.

    python benchmarks/ideal_points_posterior.py [FOLDER] [--only static10]

Four chains, two at a time, from dispersed starts, every second one mirrored. Beside the minutes that passed stand those
that the processor worked, which other programs lengthen less. Spreads of the fast fit are those before simulation makes
intervals wider.
"""

import argparse
import os
import time
from pathlib import Path

import numpy as np

from onrecord.measures.ideal_points.cells import Cells
from onrecord.measures.ideal_points.convergence import Convergence
from onrecord.measures.ideal_points.dynamic_intervals import Spread, width
from onrecord.measures.ideal_points.fit import Fit, fit
from onrecord.measures.ideal_points.gibbs import Posterior, Sampling, posterior
from onrecord.measures.ideal_points.laplace import laplace
from onrecord.measures.ideal_points.means import mean_points
from onrecord.measures.ideal_points.options import Mode, Options

GOAL_RHAT, GOAL_DRAWS, GOAL_MINUTES, GOAL_SPREAD = 1.01, 400, 15, 0.15
WORST = 8


SAMPLINGS = {
    "static10": (Mode.STATIC, Sampling(warm_up=400, sweeps=6000, thin=2)),
    "dyn_merged": (Mode.DYNAMIC, Sampling(warm_up=300, sweeps=4200, thin=3)),
}


def main() -> None:
    """Run the section by itself."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    shared = Path(os.environ.get("ONRECORD_SHARED", "."))
    parser.add_argument("folder", nargs="?", type=Path, default=shared / "bench", help="where the data are")
    parser.add_argument("--only", choices=SAMPLINGS, help="one of the two panels")
    asked = parser.parse_args()
    for name in SAMPLINGS:
        if asked.only in (None, name):
            of_panel(asked.folder, name)


def section(folder: Path) -> None:
    """Print the figures of both panels, for ideal_points.py."""
    for name in SAMPLINGS:
        of_panel(folder, name)


def of_panel(folder: Path, name: str) -> None:
    """Print the figures of the full posterior of one file of data."""
    mode, sampling = SAMPLINGS[name]
    print(f"Full posterior of {name}, {mode} (load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors)")
    start = fit(panel(folder / f"{name}.npz"), Options(mode=mode))
    began, worked = time.monotonic(), time.process_time()
    drawn = posterior(start, sampling)
    minutes, worked = (time.monotonic() - began) / 60, (time.process_time() - worked) / 60
    print(f"{sampling.chains} chains of {sampling.warm_up} + {sampling.sweeps} sweeps, every {sampling.thin}. kept:")
    print(f"  {minutes:.1f} minutes (goal {GOAL_MINUTES}), {worked:.1f} minutes of the processor")
    print(f"  taken of items, paths and moves: {drawn.taken.mean(axis=0).round(2)}")
    converged("points", drawn.convergence)
    slowest(start, drawn.convergence)
    converged("slopes and cuts", drawn.convergence_of_items)
    beside_the_fit(start, drawn)
    beside_the_intervals(start, drawn)


def panel(path: Path) -> Cells:
    """Return the cells of a file of the benchmark."""
    with np.load(path) as held:
        columns = (held[name].astype(np.int32) for name in ("i", "j", "s"))
        return Cells(*columns, held["y"].astype(np.int8), tuple(map(str, held["cc"])), int(held["j"].max()) + 1)


def converged(what: str, found: Convergence) -> None:
    """Print R-hat and effective draws of one kind of quantity."""
    rhat, bulk, tail = (one[~np.isnan(one)] for one in (found.rhat, found.bulk, found.tail))
    print(
        f"  {what}: R-hat at most {rhat.max():.3f} (goal {GOAL_RHAT}; {(rhat > GOAL_RHAT).mean():.1%} above), effective"
        f" draws at least {bulk.min():.0f} bulk, {tail.min():.0f} tail (goal {GOAL_DRAWS};"
        f" {(np.minimum(bulk, tail) < GOAL_DRAWS).mean():.1%} below), median {np.median(bulk):.0f}"
    )


def slowest(start: Fit, found: Convergence) -> None:
    """Print which points mix worst."""
    nodes, worst = start.cells.nodes, np.argsort(found.bulk)[:WORST]
    named = (f"{start.cells.states[nodes.state[at]]} in {nodes.period[at]}: {found.bulk[at]:.0f}" for at in worst)
    print(f"  fewest effective draws (state code and session): {', '.join(named)}")


def beside_the_fit(start: Fit, drawn: Posterior) -> None:
    """Print how far the fit's points are from the means of the draws."""
    away = (start.theta - drawn.mean) / drawn.sd
    print(f"  fit and mean: r {np.corrcoef(start.theta, drawn.mean)[0, 1]:.4f}, apart by", end=" ")
    print(f"{np.abs(away).mean():.2f} posterior standard deviations on average, at most {np.abs(away).max():.2f}")
    low, high = drawn.interval(0.9)
    inside = (low <= start.theta) & (start.theta <= high)
    print(f"  {inside.mean():.1%} of the fit's points lie in the 90 % intervals of the draws")


def beside_the_intervals(start: Fit, drawn: Posterior) -> None:
    """Print the means and spreads that the fast intervals are made of beside those of the draws."""
    found = laplace(start)
    points, _ = mean_points(found)
    away = (points - drawn.mean) / drawn.sd
    print(f"  fast means apart by {np.sqrt((away**2).mean()):.2f} posterior standard deviations (root mean square)")
    spread = Spread(points, found.covariance)
    kinds = (("across", spread.across, drawn.interval(0.9)), ("within", spread.within, drawn.interval_within(0.9)))
    for kind, sd, (low, high) in kinds:
        ratio = 2 * width(0.9) * sd / (high - low)
        least, low_ten, median, high_ten, most = np.quantile(ratio, (0, 0.1, 0.5, 0.9, 1))
        print(
            f"  fast 90 % intervals {kind} periods before widening, as multiples of the draws': median {median:.3f},"
            f" 10 to 90 % {low_ten:.3f} to {high_ten:.3f}, all {least:.3f} to {most:.3f}"
        )
    ratio = spread.across / drawn.sd
    near, far = np.abs(ratio - 1) <= GOAL_SPREAD, np.abs(ratio - 1).max()
    print(
        f"  standard deviations: median {np.median(ratio):.3f} of the draws' (goal for static10 0.95 to 1.05),"
        f" {near.mean():.1%} within {GOAL_SPREAD:.0%} (goal all), farthest {far:.1%}"
    )


if __name__ == "__main__":
    main()
