"""Measures the checker on one core: sentences a second, beside a parser's time, and as the record grows tenfold.

The text is benchmarks/sentences.txt, two hundred sentences of claims, opinion and background. Each round takes all
that is compared in turn, so that a drift of the machine meets them all; figures are medians over the rounds, with
the lowest and highest. Nothing is asserted.

    python benchmarks/claims.py [--rounds 9] [--parser .venv-bench/bin/python]
"""

import argparse
import hashlib
import json
import os
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import duckdb

from onrecord.claims.check import Checker
from onrecord.record.schema import MANIFEST, TABLES
from onrecord.record.store import Record, shipped_record

HERE = Path(__file__).parent
TEXT = HERE / "sentences.txt"
TIMES = 10

_NEW_ID = "{column} || '-{k}'"
_EARLIER = "CAST({column} - INTERVAL ({k} * 40) YEAR AS DATE)"
_LATER_CYCLE = "{column} + {k} * 10"
GROWN: dict[str, dict[str, str]] = {
    "rollcall": {
        **dict.fromkeys(("rollcall_id", "text_id", "symbol", "slug", "session"), _NEW_ID),
        **dict.fromkeys(("date", "listed_date"), _EARLIER),
    },
    "vote": {"rollcall_id": _NEW_ID},
    "tally": {"rollcall_id": _NEW_ID},
    "text": {**dict.fromkeys(("text_id", "symbol", "slug", "session"), _NEW_ID), "decided_on": _EARLIER},
    "situation": {"text_id": _NEW_ID},
    "recommendation": {"rec_id": _NEW_ID, "cycle": _LATER_CYCLE, "review_date": _EARLIER},
    "upr_review": {"cycle": _LATER_CYCLE},
    "membership": dict.fromkeys(("term_start", "term_end", "election_date"), _EARLIER),
    "candidacy": {"election_date": _EARLIER},
    "rating": {"edition": "{column} - {k} * 60"},
}
"""The tables that time makes longer, and how a copy's rows differ from those that are there."""


def main() -> None:
    """Run the comparisons and print their figures."""
    asked = _asked()
    one_core()
    text = TEXT.read_text(encoding="utf-8")
    began = time.perf_counter()
    checker = Checker(Record().load())
    n = len(checker.check(text).sentences)
    first = time.perf_counter() - began
    own = rounds(asked.rounds, lambda: checker.check(text))["0"]
    print(f"Checking {n} sentences on one core ({asked.rounds} rounds)")
    print(f"  sentences a second        {spread([n / seconds for seconds in own])}")
    print(f"  opening and first reading, as a ratio to reading again  {first / statistics.median(own):.1f}")
    beside_parser(checker, text, asked)
    beside_tenfold(checker, text, asked.rounds)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=9, help="how often each is measured")
    parser.add_argument(
        "--parser", type=Path, default=HERE.parent / ".venv-bench/bin/python", help="the Python that has spaCy"
    )
    return parser.parse_args()


def one_core() -> None:
    """Keep this process, and those it starts, on one core, where the system can."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def rounds(times: int, *compared: Callable[[], object]) -> dict[str, list[float]]:
    """Return the seconds of each of the things compared, by its place, round by round after one unmeasured."""
    taken: dict[str, list[float]] = {str(k): [] for k in range(len(compared))}
    for number in range(times + 1):
        for k, work in enumerate(compared):
            began = time.perf_counter()
            work()
            if number:
                taken[str(k)].append(time.perf_counter() - began)
    return taken


def spread(values: Sequence[float]) -> str:
    """Return the median, lowest and highest of some values."""
    return f"median {statistics.median(values):7.2f}   lowest {min(values):7.2f}   highest {max(values):7.2f}"


def ratios(taken: dict[str, list[float]]) -> list[float]:
    """Return the first thing's time as a ratio to the second's, round by round."""
    return [a / b for a, b in zip(taken["0"], taken["1"], strict=True)]


def beside_parser(checker: Checker, text: str, asked: argparse.Namespace) -> None:
    """Print how long checking takes beside only parsing the same text; say so where there is no parser."""
    if not asked.parser.exists():
        print(f"  beside a parser: skipped, {asked.parser} is not there (`make bench` makes it where it can)")
        return
    command = [str(asked.parser), str(HERE / "spacy_parse.py"), str(TEXT)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as parser:
        asking, answers = parser.stdin, parser.stdout
        if asking is None or answers is None:
            raise SystemExit("the parser has no pipes")
        name = answers.readline().strip()

        def parse() -> None:
            print("parse", file=asking, flush=True)
            answers.readline()

        found = ratios(rounds(asked.rounds, lambda: checker.check(text), parse))
        asking.close()
    print(f"  as a ratio to {name}, only parsing  {spread(found)}")


def beside_tenfold(checker: Checker, text: str, times: int) -> None:
    """Print how long checking takes with a record ten times as long, beside the one there is."""
    with tempfile.TemporaryDirectory(prefix="onrecord-bench-") as folder:
        grow(shipped_record(), Path(folder), TIMES)
        larger = Checker(Record(Path(folder)))
        found = ratios(rounds(times, lambda: larger.check(text), lambda: checker.check(text)))
    print(f"  record {TIMES} times as long, as a ratio  {spread(found)}")


def grow(record: Path, folder: Path, times: int) -> None:
    """Write a record whose growing tables are ``times`` as long: each copy's rows under new ids and earlier dates."""
    manifest = json.loads((record / MANIFEST).read_text(encoding="utf-8"))
    with duckdb.connect() as connection:
        for name in TABLES:
            source, target = record / f"{name}.parquet", folder / f"{name}.parquet"
            copies = range(times) if name in GROWN else range(1)
            rows = " UNION ALL ".join(f"SELECT * {_changed(name, k)} FROM '{source}'" for k in copies)
            connection.execute(f"COPY ({rows}) TO '{target}' (FORMAT parquet)")
            (count,) = connection.execute(f"SELECT count(*) FROM '{target}'").fetchone() or (0,)
            sha256 = hashlib.sha256(target.read_bytes()).hexdigest()
            manifest["tables"][name] = {"rows": count, "sha256": sha256}
    (folder / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")


def _changed(name: str, k: int) -> str:
    """Return the part of a query that makes the ``k``-th copy's rows differ; the first is the record itself."""
    if k == 0:
        return ""
    return f"REPLACE ({', '.join(f'{rule.format(column=c, k=k)} AS {c}' for c, rule in GROWN[name].items())})"


if __name__ == "__main__":
    main()
