"""Runs every set against the checker, prints the figures, and holds them to their floors.

python -m evaluation.score [--sentences 2000] [--missed] [--raise | --lower REASON]
"""

import argparse
import sys
from collections.abc import Sequence
from datetime import date

from evaluation import documents, figures, floors, generated
from evaluation.lines import outcomes, sets
from onrecord.claims.check import Checker
from onrecord.record.store import Record, shipped_record

HOW = (
    "Make the checker reach its floors again; where a fall is right (a known answer was wrong, say), lower it with"
    ' `make evaluate LOWER="why"`, which writes the reason down.'
)
"""What to do about a figure under its floor."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the sets asked for; return 1 where a figure is worse than its floor."""
    asked = _asked(arguments)
    checker = Checker(Record(shipped_record()).load())
    measured = _lines(checker, asked.missed)
    _documents(checker)
    if asked.sentences:
        tally = generated.generated(asked.sentences, asked.seed, asked.relation, progress=generated.on_terminal)
        print(generated.report(tally), end="\n\n")
        if not asked.relation:
            measured["generated"] = tally.measured()
    if asked.raise_:
        print(f"{floors.raise_floors(measured)} floors raised")
    if asked.lower is not None:
        for fall in floors.lower_floors(measured, asked.lower, date.today()):
            print(f"lowered: {fall}")
    return _held(measured)


def _asked(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="evaluate", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--sentences", type=int, default=2000, help="how many sentences to draw; 0 draws none")
    parser.add_argument("--seed", type=int, default=generated.SEED, help="the seed they are drawn with")
    parser.add_argument("--relation", action="append", default=[], help="draw from this relation only; repeatable")
    parser.add_argument("--missed", action="store_true", help="list every line whose verdict is not right")
    parser.add_argument("--raise", dest="raise_", action="store_true", help="write the floors that became better")
    parser.add_argument("--lower", metavar="REASON", help="lower the floors that are not met, for this reason")
    return parser.parse_args(arguments)


def _lines(checker: Checker, missed: bool) -> dict[str, dict[str, float]]:
    found = {name: outcomes(checker, asked) for name, asked in sets().items()}
    for name, one in found.items():
        print(figures.report(name, one), end="\n\n")
        if missed:
            print(figures.missed(one), end="\n\n")
    return figures.as_floors(found)


def _documents(checker: Checker) -> None:
    """Report on whole documents. They are not part of the checkout, so no floor is kept of them."""
    folder = documents.beside()
    if folder is None:
        print("whole documents: skipped, there are none beside the checkout (ONRECORD_SHARED names their folder)\n")
        return
    found = {d.name: documents.checked(checker, d) for d in documents.documents(folder)}
    print(f"whole documents\n{documents.report(found)}", end="\n\n")


def _held(measured: floors.Measured) -> int:
    kept = {name: entry for name, entry in floors.read().items() if name in measured}
    fallen = list(floors.falls(measured, kept))
    for fall in fallen:
        print(fall, file=sys.stderr)
    if fallen:
        print(HOW, file=sys.stderr)
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
