"""Measures ideal points against their goals: speed, error, held-out positions, the published points, memory, growth.

The data are General Assembly votes of 1946 to 2019: static10.npz (sessions 65 to 74) and dyn_merged.npz (all), with
arrays i state, j item, s session, y position, hold the positions held out; and the points that Bailey, Strezhnev and
Voeten published in April 2020. Times are the least of several runs; beside them stands the time that the processor
worked, which other programs on the machine lengthen less, and the ratio to one pass of the exact likelihood in numpy
over the same positions. Sections of other files are run where the files are there.

    python benchmarks/ideal_points.py [FOLDER] [--runs 5] [--quick]
"""

import argparse
import csv
import importlib.util
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
from numba.core import event

from onrecord.measures.ideal_points.cells import Cells
from onrecord.measures.ideal_points.fit import Fit, fit
from onrecord.measures.ideal_points.heldout import Score, score
from onrecord.measures.ideal_points.likelihood import log_probability
from onrecord.measures.ideal_points.options import Mode, Options

PANELS = {"static10": Mode.STATIC, "dyn_merged": Mode.DYNAMIC}
GOAL_SECONDS = {"static10": 0.02, "dyn_merged": 0.35}
GOAL_HELD_OUT = -0.278
GOAL_ERROR, GOAL_R, GOAL_COMPILE = 0.01, 0.98, 2.0
RECORDED = {"static10": ("emIRT 0.0.15 binIRT", 1.51), "dyn_merged": ("emIRT 0.0.15 dynIRT", 8.47)}
"""Default settings, binary model, timed earlier on two shared cores of this kind: not measured in this run."""
SECTIONS = ("ideal_points_coverage", "ideal_points_posterior")


def main() -> None:
    """Run all sections and print their figures, each with its goal."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    shared = Path(os.environ.get("ONRECORD_SHARED", "."))
    parser.add_argument("folder", nargs="?", type=Path, default=shared / "bench", help="where the data are")
    parser.add_argument("--runs", type=int, default=5, help="runs of each timing")
    parser.add_argument("--quick", action="store_true", help="without R and the sections of other files")
    parser.add_argument("--child", choices=PANELS, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.child:
        print(json.dumps(one_process(asked.folder, asked.child)))
        return
    print(f"Load of the machine at the start: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    fits = {name: timings(asked.folder, name, asked.runs) for name in PANELS}
    held_out_positions(asked.folder)
    published_points(asked.folder, fits["dyn_merged"])
    growth(asked.folder)
    if not asked.quick:
        from ideal_points_r import side_by_side  # noqa: PLC0415 - a file beside this one

        side_by_side(asked.folder)
        further_sections(asked.folder)
    print(f"Load of the machine at the end: {os.getloadavg()[0]:.1f}")


def panel(folder: Path, name: str) -> tuple[Cells, np.ndarray]:
    """Return the cells of a file of data and the mask of those held out."""
    data = np.load(folder / f"{name}.npz")
    states = tuple(str(one) for one in data["cc"])
    state, item, period = (data[one].astype(np.int32) for one in "ijs")
    return Cells(state, item, period, data["y"].astype(np.int8), states, int(item.max()) + 1), data["hold"]


def again(cells: Cells) -> Cells:
    """Return the cells without what was computed of them, so that a run computes all."""
    return replace(cells)


def timed(what: Callable[[], object], runs: int) -> tuple[float, float]:
    """Return the least time by the clock and the least by the processor over some runs."""
    clock, worked = [], []
    for _ in range(runs):
        at, busy = time.perf_counter(), time.process_time()
        what()
        clock.append(time.perf_counter() - at)
        worked.append(time.process_time() - busy)
    return min(clock), min(worked)


def met(reached: bool) -> str:
    """Return the words for a goal reached or not."""
    return "met" if reached else "NOT MET"


def timings(folder: Path, name: str, runs: int) -> Fit:
    """Print the speed of a fit, cold and warm, its error and memory; return it."""
    cells, _ = panel(folder, name)
    options = Options(mode=PANELS[name])
    made = fit(again(cells), options)
    clock, worked = timed(lambda: fit(again(cells), options), runs)
    alone, _ = timed(lambda: fit(again(cells), replace(options, threads=1)), runs)
    tight = fit(cells, replace(options, tolerance=1e-9))
    error = float(np.abs(made.theta * np.sign(made.theta @ tight.theta) - tight.theta).max())
    ones = [np.ones(cells.n) for _ in range(4)]
    numpy_pass, _ = timed(lambda: log_probability(cells.position, ones[0], -ones[1], ones[2], ones[3]), 3)
    tool, recorded = RECORDED[name]
    goal = GOAL_SECONDS[name]
    print(f"\n{name}: {cells.items} items, {cells.n} positions, {made.cells.nodes.n} points, mode {options.mode}")
    print(f"  warm, two threads     {clock:.3f} s (goal {goal} s: {met(clock <= goal)}), {made.sweeps} sweeps")
    print(f"  warm, one thread      {alone:.3f} s; the processors worked {worked:.3f} s in the run of two threads")
    print(
        f"  ratios                {clock / numpy_pass:.1f} passes of the exact likelihood in numpy ({numpy_pass:.3f} s)"
    )
    print(f"                        {recorded / clock:.0f} times as fast as {tool} (recorded {recorded} s)")
    print(
        f"  error                 {error:.4f} sd at the point farthest from the optimum (tolerance 1e-9, {tight.sweeps}"
    )
    print(
        f"                        sweeps, gradient {tight.gradient:.0e}); goal {GOAL_ERROR}: {met(error <= GOAL_ERROR)}"
    )
    processes(folder, name)
    return tight


def processes(folder: Path, name: str) -> None:
    """Print what a new process needs: with nothing compiled, then with the code kept by the one before."""
    with tempfile.TemporaryDirectory() as cache:
        for state in ("cold", "cached"):
            run = [sys.executable, __file__, str(folder), "--child", name]
            environment = {**os.environ, "NUMBA_CACHE_DIR": cache}
            found = json.loads(subprocess.run(run, env=environment, check=True, capture_output=True).stdout)
            longest, seconds = found["longest"]
            first, warm = found["first"], found["warm"]
            print(f"  first fit, {state:6}     {first:.2f} s of a new process, {warm:.3f} s the second")
            if state == "cold":
                reached = f"goal {GOAL_COMPILE}: {met(seconds <= GOAL_COMPILE)}"
                print(f"                        longest compile step {seconds:.2f} s of the processor: {longest}")
                print(f"                        ({reached})")
        print(f"  peak memory           {found['memory']:.0f} MB, of which {found['before']:.0f} MB before the fit")


def one_process(folder: Path, name: str) -> dict[str, object]:
    """Return the times of a first and second fit in this process, the longest compile step and the peak memory."""
    cells, _ = panel(folder, name)
    options, before = Options(mode=PANELS[name]), peak_memory()
    steps = CompileSteps()
    with event.install_listener("numba:compile", steps):
        first, _ = timed(lambda: fit(again(cells), options), 1)
    warm, _ = timed(lambda: fit(again(cells), options), 3)
    longest = max(steps.made, key=lambda one: one[1], default=("none", 0.0))
    return {"first": first, "warm": warm, "longest": longest, "memory": peak_memory(), "before": before}


def peak_memory() -> float:
    """Return the most memory this process has held, in MB.

    Where the system tells it, of this program alone: ru_maxrss counts what the process that started it held as well.
    """
    status = Path("/proc/self/status")
    if status.exists():
        of = dict(line.split(":", 1) for line in status.read_text().splitlines())
        return int(of["VmHWM"].split()[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


class CompileSteps(event.Listener):
    """Which functions were compiled, and how long the processor worked on each without those compiled on its way."""

    def __init__(self) -> None:
        self.made: list[tuple[str, float]] = []
        self.running: list[list[float]] = []

    def on_start(self, event: event.Event) -> None:
        self.running.append([time.process_time(), 0.0])

    def on_end(self, event: event.Event) -> None:
        begun, within = self.running.pop()
        took = time.process_time() - begun
        self.made.append((event.data["dispatcher"].py_func.__name__, took - within))
        if self.running:
            self.running[-1][1] += took


def held_out_positions(folder: Path) -> None:
    """Print the held-out log-likelihood, accuracy and gain, and of the dynamic fit those of several walk variances."""
    print("\nheld-out positions (mean natural log-likelihood of three positions)")
    for name, mode in PANELS.items():
        cells, held = panel(folder, name)
        print(f"  {name}, {mode}: {scored(score(cells, held, Options(mode=mode)))}")
    cells, held = panel(folder, "dyn_merged")
    for variance in (0.01, 0.02, 0.05, 0.1, 0.2, 0.4):
        found = score(cells, held, Options(walk_variance=variance))
        reached = f"goal {GOAL_HELD_OUT}: {met(found.log_likelihood >= GOAL_HELD_OUT)}"
        print(f"  walk variance {variance}: {scored(found)}; {reached}")


def scored(found: Score) -> str:
    """Return a score in words."""
    return (
        f"{found.log_likelihood:.4f}, foretold {found.accuracy:.4f}; modal {found.modal_log_likelihood:.3f},"
        f" {found.modal_accuracy:.3f}; gain {found.gain:.3f}, errors avoided {found.error_reduction:.3f}, n {found.n}"
    )


def published_points(folder: Path, made: Fit) -> None:
    """Print the correlation with the published points within each session: median, least, each under 0.95."""
    published: dict[tuple[str, int], tuple[str, float]] = {}
    with (folder / "Idealpoint_All_Apr2020.csv").open(encoding="latin-1") as file:
        for row in csv.DictReader(file):
            published[row["ccode"], int(row["session"])] = row["iso3c"], float(row["IdealPoint"])
    pairs: dict[int, list[tuple[str, float, float]]] = defaultdict(list)
    nodes = made.cells.nodes
    for state, period, theta in zip(nodes.state.tolist(), nodes.period.tolist(), made.theta.tolist(), strict=True):
        if point := published.get((made.cells.states[state], period)):
            pairs[period].append((*point, theta))
    r = {session: alike(both) for session, both in sorted(pairs.items())}
    median, least = float(np.median(list(r.values()))), min(r, key=lambda one: r[one])
    print(
        f"\npublished points: r within a session, median {median:.3f} over {len(r)} sessions (goal {GOAL_R}:", end=" "
    )
    print(f"{met(median >= GOAL_R)}), least {r[least]:.3f} in session {least}")
    for session in (one for one in r if r[one] < 0.95):
        far, rest = farthest(pairs[session])
        print(
            f"  session {session}: {r[session]:.3f}, n {len(pairs[session])}; {alike(rest):.3f} without {' '.join(far)}"
        )


def alike(both: list[tuple[str, float, float]]) -> float:
    """Return the correlation of two series, whichever way the second is turned."""
    return abs(float(np.corrcoef([[one[1] for one in both], [one[2] for one in both]])[0, 1]))


def farthest(both: list[tuple[str, float, float]]) -> tuple[list[str], list[tuple[str, float, float]]]:
    """Return the twelve states farthest from the line of least squares between two series, and the other pairs."""
    x, y = np.array([one[1] for one in both]), np.array([one[2] for one in both])
    order = np.argsort(-np.abs(y - np.polyval(np.polyfit(x, y, 1), x)))
    return sorted(both[at][0] for at in order[:12]), [both[at] for at in order[12:]]


def growth(folder: Path) -> None:
    """Print how time grows when items double: every other item, then all."""
    cells, _ = panel(folder, "dyn_merged")
    half = cells.part(cells.item % 2 == 0)
    half = replace(half, item=(half.item // 2).astype(np.int32), items=(cells.items + 1) // 2)
    one, other = (timed(lambda c=c: fit(again(c), Options()), 3) for c in (half, cells))
    print(
        f"\ngrowth: {other[0] / one[0]:.2f} times the clock's time, {other[1] / one[1]:.2f} times the processor's,",
        end=" ",
    )
    print(f"for {cells.n / half.n:.2f} times the positions ({half.items} and {cells.items} items)")


def further_sections(folder: Path) -> None:
    """Run the sections of files beside this one, each by its function ``section``."""
    for name in SECTIONS:
        if importlib.util.find_spec(name) is None:
            print(f"\n{name}: no such file here")
        else:
            print()
            importlib.import_module(name).section(folder)


if __name__ == "__main__":
    main()
