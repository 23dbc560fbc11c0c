"""Sentences that the record writes of itself, in bulk: each must be supported, its twin refuted or conflicting."""

import multiprocessing
import os
import sys
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from random import Random
from typing import NamedTuple

from evaluation.figures import aligned, percent, share
from evaluation.lines import together
from onrecord.claims.check import Checker
from onrecord.claims.relation import Relation, Sample
from onrecord.claims.relations import relations
from onrecord.record.store import Record
from onrecord.vocabulary.verdicts import CheckedText, Verdict

SEED = 2024
"""The seed of the sentences drawn where none is given."""

_CHUNK = 100
_REFUTED = frozenset({Verdict.REFUTED, Verdict.CONFLICTING})
_KEPT = 50


class Chunk(NamedTuple):
    """So many sentences of one relation, the ``number``-th lot of them."""

    relation: str
    number: int
    size: int
    seed: int


@dataclass(frozen=True, slots=True)
class Failure:
    """A sentence, or its twin, with another verdict than it must have."""

    sample: Sample
    of_twin: bool
    verdict: Verdict
    says: tuple[str, ...]


@dataclass(slots=True)
class Tally:
    """How many sentences of each relation and form were checked and came out as they must.

    ``lacking`` are sentences that a relation was asked for and did not write.
    """

    sentences: Counter[tuple[str, str]] = field(default_factory=Counter)
    supported: Counter[tuple[str, str]] = field(default_factory=Counter)
    refuted: Counter[tuple[str, str]] = field(default_factory=Counter)
    lacking: Counter[str] = field(default_factory=Counter)
    texts: set[str] = field(default_factory=set)
    failures: list[Failure] = field(default_factory=list)

    def add(self, other: "Tally") -> None:
        """Add the counts of another lot."""
        self.sentences += other.sentences
        self.supported += other.supported
        self.refuted += other.refuted
        self.lacking += other.lacking
        self.texts |= other.texts
        self.failures += other.failures

    def measured(self) -> dict[str, float]:
        """Return the shares that floors are kept of; nothing where nothing was checked."""
        n = self.sentences.total()
        if n == 0:
            return {}
        return {"generated_supported": self.supported.total() / n, "twins_refuted": self.refuted.total() / n}


def chunks(n: int, seed: int, among: Sequence[Relation]) -> list[Chunk]:
    """Return lots of ``n`` sentences in all, as evenly from each relation as can be: the same for the same seed."""
    found = []
    for k, relation in enumerate(among):
        wanted = n // len(among) + (k < n % len(among))
        sizes = [_CHUNK] * (wanted // _CHUNK) + ([wanted % _CHUNK] if wanted % _CHUNK else [])
        found += [Chunk(relation.name, number, size, seed) for number, size in enumerate(sizes)]
    return sorted(found, key=lambda c: c.number)


def drawn(record: Record, chunk: Chunk) -> Iterator[Sample]:
    """Yield the sentences of a lot."""
    relation = next(r for r in relations() if r.name == chunk.relation)
    chance = Random(f"{chunk.seed}/{chunk.relation}/{chunk.number}")
    return islice(relation.samples(record, chance), chunk.size)


def tallied(checker: Checker, samples: Iterator[Sample]) -> Tally:
    """Return how sentences and their twins come out."""
    tally = Tally()
    for sample in samples:
        key = (sample.relation, sample.form)
        tally.sentences[key] += 1
        tally.texts.add(sample.text)
        text, twin = checker.check(sample.text), checker.check(sample.twin)
        verdict, of_twin = _verdict(text), _verdict(twin)
        tally.supported[key] += verdict is Verdict.SUPPORTED
        tally.refuted[key] += of_twin in _REFUTED
        if verdict is not Verdict.SUPPORTED:
            tally.failures.append(Failure(sample, False, verdict, _says(text)))
        if of_twin not in _REFUTED:
            tally.failures.append(Failure(sample, True, of_twin, _says(twin)))
    return tally


def _verdict(text: CheckedText) -> Verdict:
    return together(c.finding.verdict for c in text.claims)


def _says(text: CheckedText) -> tuple[str, ...]:
    return tuple(
        f"{c.finding.verdict} {c.finding.reason or ''} | {c.understood} | {c.finding.says}" for c in text.claims
    )


@dataclass(slots=True)
class _Worker:
    """What one process keeps between lots."""

    record: Record
    checker: Checker


_worker: list[_Worker] = []


def _begin(folder: Path | None) -> None:
    record = Record(folder).load()
    _worker.append(_Worker(record, Checker(record)))


def _lot(chunk: Chunk) -> Tally:
    worker = _worker[0]
    tally = tallied(worker.checker, drawn(worker.record, chunk))
    tally.lacking[chunk.relation] += chunk.size - tally.sentences.total()
    return tally


def generated(
    n: int,
    seed: int = SEED,
    only: Collection[str] = (),
    folder: Path | None = None,
    progress: Callable[[int, int], None] = lambda done, n: None,
) -> Tally:
    """Return how ``n`` sentences drawn from the record and as many twins come out, checked on all cores.

    ``only`` names the relations to draw from; none names all. The same ``n`` and ``seed`` draw the same sentences
    however many cores there are.
    """
    lots = chunks(n, seed, [r for r in relations() if not only or r.name in only])
    workers = max(1, min(os.cpu_count() or 1, len(lots)))
    whole = Tally()
    with multiprocessing.get_context("spawn").Pool(workers, _begin, (folder,)) as pool:
        for tally in pool.imap(_lot, lots):
            whole.add(tally)
            progress(whole.sentences.total(), n)
    return whole


def on_terminal(done: int, n: int) -> None:
    """Show on standard error how far it is, where that is a terminal."""
    if sys.stderr.isatty():
        end = "\n" if done >= n else ""
        print(f"\r{done:,} of {n:,} sentences and their twins", end=end, file=sys.stderr, flush=True)


def report(tally: Tally) -> str:
    """Return the table of generated sentences by relation and form, with the first failures."""
    rows: list[tuple[str, ...]] = [("", "sentences", "supported", "twins refuted")]
    for relation in sorted({r for r, _ in tally.sentences}):
        keys = sorted(k for k in tally.sentences if k[0] == relation)
        rows.append(_row(relation, tally, keys))
        rows += [_row(f"  {form}", tally, [(relation, form)]) for _, form in keys]
    rows.append(_row("all", tally, sorted(tally.sentences)))
    head = f"generated ({len(tally.texts):,} different sentences)"
    lacking = [f"  {name}: {n:,} sentences fewer than asked for" for name, n in sorted(tally.lacking.items()) if n]
    return "\n".join([head, aligned(rows), *lacking, *(_failure(f) for f in tally.failures[:_KEPT])])


def _row(name: str, tally: Tally, keys: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    n = sum(tally.sentences[k] for k in keys)
    supported, refuted = sum(tally.supported[k] for k in keys), sum(tally.refuted[k] for k in keys)
    return (name, f"{n:,}", percent(share(supported, n)), percent(share(refuted, n)))


def _failure(one: Failure) -> str:
    words = f"twin: {one.sample.twin}\n    of: {one.sample.text}" if one.of_twin else one.sample.text
    head = f"  {one.sample.relation}, {one.sample.form}: {one.verdict}: {words}"
    return "\n".join([head, *(f"    > {says}" for says in one.says)])
