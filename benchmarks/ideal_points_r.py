"""The R packages MCMCpack and pscl on the same positions as the fast fit, in the same run on the same machine.

Both fit two positions (yes v. not yes) with one point for each state, so the fast fit is given the same coding. Each
is asked for the draws that its users ask for at least: MCMCpack's MCMCirt1d 1,000 after 200, pscl's ideal 1,000 with
200 discarded. Time is that for which the processor worked on the sampler's call, without reading the data, so that
other programs on the machine change little of the ratio.
"""

import shutil
import subprocess
import tempfile
from pathlib import Path

import numpy as np
from ideal_points import again, panel, timed

from onrecord.measures.ideal_points.cells import YES, Cells
from onrecord.measures.ideal_points.codings import Coding, coded
from onrecord.measures.ideal_points.fit import fit
from onrecord.measures.ideal_points.options import Mode, Options

MCMCPACK = """
library(MCMCpack)
took <- system.time(drawn <- MCMCirt1d(votes, burnin = 200, mcmc = 1000, seed = 1, verbose = 0, store.item = TRUE,
  theta.start = start, AB0 = 0.25))[["user.self"]]
mean <- colMeans(drawn)
theta <- mean[grepl("^theta", names(mean))]
"""
PSCL = """
library(pscl)
took <- system.time(drawn <- ideal(rollcall(votes, yea = 1, nay = 0, missing = NA), maxiter = 1000, burnin = 200,
  thin = 10, store.item = TRUE, normalize = TRUE))[["user.self"]]
theta <- drawn$xbar[, 1]
"""
AROUND = """
suppressPackageStartupMessages({{
votes <- as.matrix(read.csv("votes.csv", header = FALSE))
rownames(votes) <- paste0("s", seq_len(nrow(votes)))
colnames(votes) <- paste0("v", seq_len(ncol(votes)))
start <- scan("start.csv", quiet = TRUE)
sink("said.txt")
{run}
sink()
}})
write.table(theta, "theta.csv", row.names = FALSE, col.names = FALSE)
cat(took)
"""


def side_by_side(folder: Path) -> None:
    """Print the time of each R package and its ratio to the fast fit, and how alike their points are."""
    print("\nR packages side by side, static10, yes v. not yes")
    if shutil.which("Rscript") is None:
        print("  no Rscript on this machine: not compared")
        return
    cells, _ = panel(folder, "static10")
    binary = coded(cells.static(), Coding.YES_OR_NOT)
    options = Options(mode=Mode.STATIC)
    _, worked = timed(lambda: fit(again(binary), options), 5)
    made = fit(binary, options)
    print(f"  fast fit              {worked:.3f} s of the processor")
    with tempfile.TemporaryDirectory() as place:
        written(Path(place), binary, made.theta)
        for name, run in (("MCMCpack", MCMCPACK), ("pscl", PSCL)):
            print(f"  {name:20}  {compared(Path(place), run, made.theta, worked)}")


def written(place: Path, cells: Cells, theta: np.ndarray) -> None:
    """Write the votes (1 yes, 0 not, NA not observed) of states that vote, and where the samplers begin."""
    votes = np.full((len(cells.states), cells.items), "NA", dtype="<U2")
    votes[cells.state, cells.item] = np.where(cells.position == YES, "1", "0")
    np.savetxt(place / "votes.csv", votes[cells.nodes.state], fmt="%s", delimiter=",")
    np.savetxt(place / "start.csv", np.sign(theta))


def compared(place: Path, run: str, theta: np.ndarray, worked: float) -> str:
    """Return the time of a package, as a ratio to the fast fit's, and r of its points; or that it failed."""
    (place / "run.R").write_text(AROUND.format(run=run))
    ran = subprocess.run(["Rscript", "run.R"], cwd=place, capture_output=True, text=True, check=False)
    if ran.returncode:
        return f"failed: {ran.stderr.strip().splitlines()[-1]}"
    took = float(ran.stdout)
    r = abs(np.corrcoef(theta, np.loadtxt(place / "theta.csv"))[0, 1])
    ratio = f"{took:.1f} s of the processor, {took / worked:.0f} times the fast fit's"
    return f"{ratio}; r of its points with the fast fit's {r:.4f}"
