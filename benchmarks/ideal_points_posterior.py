"""The full posterior of the dynamic model: minutes, R-hat, effective draws, and its points beside the fast fit's.

    python benchmarks/ideal_points_posterior.py [FOLDER] [--sweeps 3000] [--warm-up 300]

Four chains, two at a time, from dispersed starts, every second one mirrored. Beside the minutes that passed stand those
that the processor worked, which other programs lengthen less.
"""

import argparse
import os
import time
from pathlib import Path

import numpy as np

from onrecord.measures.ideal_points.cells import Cells
from onrecord.measures.ideal_points.convergence import Convergence
from onrecord.measures.ideal_points.fit import Fit, fit
from onrecord.measures.ideal_points.gibbs import Posterior, Sampling, posterior
from onrecord.measures.ideal_points.options import Mode, Options

GOAL_RHAT, GOAL_DRAWS, GOAL_MINUTES = 1.01, 400, 15
WORST = 8


def main() -> None:
    """Run the section by itself."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    shared = Path(os.environ.get("ONRECORD_SHARED", "."))
    parser.add_argument("folder", nargs="?", type=Path, default=shared / "bench", help="where the data are")
    parser.add_argument("--sweeps", type=int, default=3000, help="sweeps of each chain after its warm-up")
    parser.add_argument("--warm-up", type=int, default=300, help="sweeps before draws count")
    asked = parser.parse_args()
    section(asked.folder, Sampling(warm_up=asked.warm_up, sweeps=asked.sweeps))


def section(folder: Path, sampling: Sampling | None = None) -> None:
    """Print the figures of the full posterior of dyn_merged.npz."""
    sampling = sampling or Sampling(warm_up=300, sweeps=3000)
    print(f"Full posterior, dynamic (load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors)")
    start = fit(panel(folder / "dyn_merged.npz"), Options(mode=Mode.DYNAMIC))
    began, worked = time.monotonic(), time.process_time()
    drawn = posterior(start, sampling)
    minutes, worked = (time.monotonic() - began) / 60, (time.process_time() - worked) / 60
    print(f"{sampling.chains} chains of {sampling.warm_up} + {sampling.sweeps} sweeps, every {sampling.thin}. kept:")
    print(f"  {minutes:.1f} minutes (goal {GOAL_MINUTES}), {worked:.1f} minutes of the processor")
    print(f"  taken of items, stretches and moves: {drawn.taken.mean(axis=0).round(2)}")
    converged("points", drawn.convergence)
    slowest(start, drawn.convergence)
    converged("slopes and cuts", drawn.convergence_of_items)
    beside_the_fit(start, drawn)


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
    """Print how far the fit's points are from the means of the draws, and how wide the draws' intervals are."""
    away = (start.theta - drawn.mean) / drawn.sd
    print(f"  fit and mean: r {np.corrcoef(start.theta, drawn.mean)[0, 1]:.4f}, apart by", end=" ")
    print(f"{np.abs(away).mean():.2f} posterior standard deviations on average, at most {np.abs(away).max():.2f}")
    low, high = drawn.interval(0.9)
    inside = (low <= start.theta) & (start.theta <= high)
    within = np.subtract(*drawn.interval_within(0.9)[::-1])
    print(f"  {inside.mean():.1%} of the fit's points lie in the 90 % intervals of the draws")
    print(f"  width of these, median: {np.median(high - low):.3f} across sessions, {np.median(within):.3f} within")


if __name__ == "__main__":
    main()
