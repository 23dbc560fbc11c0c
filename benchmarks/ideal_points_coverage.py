"""Measures what intervals of ideal points hold: simulated votes on the record's own pattern of seats and roll calls.

Of a panel of the record an estimate is made. In each round points and items are drawn, positions by the model wherever
the record has one, and the whole estimate is made anew with its intervals: the share that holds the drawn points is the
coverage, by stratum, of a nominal 90 %. Intervals are made wider by factors that simulation around an estimate finds:
each round's own, as if its votes were all there is, and those of the record's estimate, with which the record's points
are published. Truths are drawn in two ways: points and items together around the estimate ("as estimated"), and points
from the prior, a random walk that knows nothing of the real states ("free walk"), with the items of the estimate. For
the Council informed by the Assembly points are drawn around what the Assembly says.

    python benchmarks/ideal_points_coverage.py [--rounds 20] [--assembly-rounds 2] [--only council]
"""

import argparse
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from onrecord.measures.ideal_points.anchoring import anchored
from onrecord.measures.ideal_points.anchors import NEGATIVE, POSITIVE
from onrecord.measures.ideal_points.covered import Held, added, covered
from onrecord.measures.ideal_points.dynamic_intervals import Spread
from onrecord.measures.ideal_points.fit import fit
from onrecord.measures.ideal_points.laplace import Laplace, laplace
from onrecord.measures.ideal_points.means import mean_points
from onrecord.measures.ideal_points.options import Mode, Options
from onrecord.measures.ideal_points.panels import Panel, panel
from onrecord.measures.ideal_points.placing import Placed, placed_panel
from onrecord.measures.ideal_points.priors import AssemblyPoints, assembly_points, assembly_prior, predicted
from onrecord.measures.ideal_points.simulation import drawn_positions, drawn_truth
from onrecord.record.position_table import VoteSelection, position_table
from onrecord.record.store import Record
from onrecord.vocabulary.rollcalls import Body

LEVEL, LOW, HIGH = 0.9, 0.88, 0.92
YEARS = (2006, 2009, 2014, 2021, 2026)


@dataclass(frozen=True, eq=False)
class Case:
    """A panel of the record with its estimate, and a way to draw points for it."""

    name: str
    panel: Panel
    options: Options
    found: Laplace
    draw: Callable[[np.random.Generator], tuple[np.ndarray, np.ndarray]]
    known: AssemblyPoints | None = None


def main() -> None:
    """Print the coverage of each case by stratum."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--record", type=Path, help="a built record; without it the shipped one")
    parser.add_argument("--rounds", type=int, default=20, help="rounds of each case of the Council")
    parser.add_argument("--assembly-rounds", type=int, default=2, help="rounds of the Assembly's")
    parser.add_argument("--only", default="", help="words with which the cases' names begin")
    asked = parser.parse_args()
    coverage(Record(asked.record) if asked.record else Record(), asked.rounds, asked.assembly_rounds, asked.only)


def section(folder: Path) -> None:
    """Print the coverage with few rounds, for ideal_points.py: the votes are those of the record, not of a folder."""
    del folder
    print("Coverage of nominal 90 % intervals in simulation, on the record's own pattern of seats and roll calls")
    coverage(Record(), 4, 1, "")


def coverage(record: Record, rounds: int, assembly_rounds: int, only: str) -> None:
    """Print the coverage of the cases whose names begin with the words ``only``."""
    for body, times in ((council, rounds), (assembly, assembly_rounds)):
        for case in body(record):
            if case.name.startswith(only):
                printed(case, times)


def council(record: Record) -> Iterator[Case]:
    """Yield the Council's cases: all years on paths, plain and informed, and single years by themselves."""
    table = position_table(record, VoteSelection(Body.HRC))
    yield from cases("Council, paths over the years", panel(table, "year"), Options())
    known = assembly_points(position_table(record, VoteSelection(Body.GA, 2006, 2020)))
    yield from informed("Council, paths over the years, informed", panel(table, "year"), Options(), known)
    for year in YEARS:
        one = panel(table.columns(table.years == year), "year", static=True)
        yield from cases(f"Council, {year} by itself", one, Options(mode=Mode.STATIC))
        yield from informed(f"Council, {year} by itself, informed", one, Options(mode=Mode.STATIC), known)


def assembly(record: Record) -> Iterator[Case]:
    """Yield the Assembly's cases: all years on paths."""
    yield from cases(
        "Assembly, paths over the years", panel(position_table(record, VoteSelection(Body.GA)), "year"), Options()
    )


def cases(name: str, one: Panel, options: Options) -> Iterator[Case]:
    """Yield a panel with points drawn around its estimate, and with points of a walk that knows nothing of it."""
    found, points, items = estimated(one, options)
    yield Case(f"{name}, as estimated", one, options, found, lambda random: drawn_truth(found, points, items, random))
    yield Case(f"{name}, free walk", one, options, found, lambda random: (free_walk(found, random), items))


def informed(name: str, one: Panel, options: Options, known: AssemblyPoints) -> Iterator[Case]:
    """Yield a panel whose points are drawn around what the Assembly says; nothing where that is nothing."""
    found, points, items = estimated(one, options)
    years = np.array([one.years[int(period)] for period in found.chain.periods])
    of_node = years[found.chain.period_of(found.chain.place)]
    prediction = predicted(found, points, Spread(points, found.covariance).across, of_node, known)
    if prediction is None:
        return
    prior = assembly_prior(found, prediction, known, years)
    own = prior.mean[found.chain.place]

    def draw(random: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
        walked = own + walk(found, prior.start, np.concatenate([[0.0], np.cumsum(prior.steps)]), random)
        return (walked - walked.mean()) / walked.std(), items

    yield Case(f"{name}, around the Assembly", one, options, found, draw, known)


def estimated(one: Panel, options: Options) -> tuple[Laplace, np.ndarray, np.ndarray]:
    """Return the estimate that rounds start from."""
    found = laplace(anchored(fit(one.cells, options), POSITIVE, NEGATIVE))
    return found, *mean_points(found)


def free_walk(found: Laplace, random: np.random.Generator) -> np.ndarray:
    """Return points of walks from the prior, with mean 0 and standard deviation 1."""
    walked = walk(found, found.prior.start, np.concatenate([[0.0], np.cumsum(found.prior.steps)]), random)
    return (walked - walked.mean()) / walked.std()


def walk(found: Laplace, start: np.ndarray, time: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """Return walks around zero: ``time`` is the variance gone through by each period."""
    nodes = found.cells.nodes
    at = time[found.chain.period_of(found.chain.place)]
    points = np.empty(nodes.n)
    for first, last in zip(nodes.paths[:-1], nodes.paths[1:], strict=True):
        steps = np.concatenate([[start[nodes.state[first]]], np.diff(at[first:last])])
        points[first:last] = np.cumsum(random.standard_normal(last - first) * np.sqrt(steps))
    return points


def printed(case: Case, rounds: int, seed: int = 7) -> None:
    """Print the coverage of a case, with the factors that each round finds for itself and with those of the record."""
    random, began = np.random.default_rng(seed), time.perf_counter()
    factors = placed_panel(case.panel, case.options, LEVEL, case.known).widening
    own: Held = {}
    published: Held = {}
    for _ in range(rounds):
        placed, truth = one_round(case, random)
        own = added(own, covered(placed, truth, LEVEL))
        published = added(published, covered(replace(placed, widening=factors), truth, LEVEL))
    taken = (time.perf_counter() - began) / rounds
    cells = case.found.cells
    print(f"\n{case.name}: {cells.nodes.n} points, {cells.n} positions, {rounds} rounds of {taken:.1f} s")
    print(
        f"  factors of the record's estimate: within {factors.within_few:.2f} (few positions) and {factors.within:.2f},"
    )
    print(f"  across {factors.across_few:.2f} and {factors.across:.2f}; goal {LOW:.0%} to {HIGH:.0%}")
    for stratum, (_, n) in own.items():
        if n:
            print(f"  {stratum}, {n}: {share(own, stratum)} with own factors, {share(published, stratum)} with those")


def share(found: Held, stratum: str) -> str:
    """Return the share that intervals of a stratum hold, and whether that is the goal."""
    held, n = found[stratum]
    return f"{held / n:.1%} ({'met' if LOW <= held / n <= HIGH else 'not met'})"


def one_round(case: Case, random: np.random.Generator) -> tuple[Placed, np.ndarray]:
    """Return an estimate from simulated votes, and the points that they were drawn from."""
    truth, items = case.draw(random)
    drawn = drawn_positions(case.found.cells, truth, items, random)
    return placed_panel(replace(case.panel, cells=drawn), case.options, LEVEL, case.known), truth


if __name__ == "__main__":
    main()
