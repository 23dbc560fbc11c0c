"""Coverage, accuracy, swaps, evidence and false alarms of a set, whole and by type and relation."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from evaluation.lines import Outcome

_HEADS = ("", "lines", "checkable", "coverage", "accuracy", "swaps", "evidence", "all rows", "false alarms")


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of some lines. A share of nothing is None.

    ``coverage``: checkable lines given a verdict; ``accuracy``: right ones among those; ``swaps``: supported where
    refuted is true or the reverse, as a share of the checkable; ``evidence``: right verdicts with a decisive row
    among those given, ``all_rows`` with every one; ``false_alarms``: lines that the record cannot answer and that
    got a verdict.
    """

    lines: int
    checkable: int
    coverage: float | None
    accuracy: float | None
    swaps: float | None
    evidence: float | None
    all_rows: float | None
    false_alarms: float | None

    def floored(self) -> dict[str, float]:
        """Return the figures that floors are kept of, under the names that floors have."""
        named = {
            "coverage": self.coverage,
            "accuracy": self.accuracy,
            "swaps_most": self.swaps,
            "evidence": self.evidence,
            "all_rows": self.all_rows,
            "false_alarms_most": self.false_alarms,
        }
        return {name: value for name, value in named.items() if value is not None}


def figures(found: Sequence[Outcome]) -> Figures:
    """Return the figures of some outcomes."""
    checkable = [o for o in found if o.line.checkable]
    given = [o for o in checkable if o.given]
    right = [o for o in given if o.right]
    beyond = [o for o in found if not o.line.checkable]
    return Figures(
        lines=len(found),
        checkable=len(checkable),
        coverage=share(len(given), len(checkable)),
        accuracy=share(len(right), len(given)),
        swaps=share(sum(o.swapped for o in checkable), len(checkable)),
        evidence=share(sum(o.cited for o in right), len(right)),
        all_rows=share(sum(o.all_cited for o in right), len(right)),
        false_alarms=share(sum(o.false_alarm for o in beyond), len(beyond)),
    )


def share(part: int, whole: int) -> float | None:
    """Return a part of a whole, None where the whole is nothing."""
    return part / whole if whole else None


def grouped(found: Iterable[Outcome], key: Callable[[Outcome], str]) -> dict[str, Figures]:
    """Return the figures of outcomes by group, in the order of their names."""
    groups: dict[str, list[Outcome]] = {}
    for one in found:
        groups.setdefault(key(one), []).append(one)
    return {name: figures(groups[name]) for name in sorted(groups)}


def report(name: str, found: Sequence[Outcome]) -> str:
    """Return the table of a set: whole, by claim type, by relation."""
    rows = [_row("all", figures(found))]
    rows += [("by type",), *(_row(f"  {n}", f) for n, f in grouped(found, lambda o: o.line.type).items())]
    rows += [("by relation",), *(_row(f"  {n}", f) for n, f in grouped(found, lambda o: o.line.relation).items())]
    return f"{name}\n{aligned((_HEADS, *rows))}"


def _row(name: str, one: Figures) -> tuple[str, ...]:
    shares = (one.coverage, one.accuracy, one.swaps, one.evidence, one.all_rows, one.false_alarms)
    return (name, str(one.lines), str(one.checkable), *(percent(s) for s in shares))


def percent(value: float | None) -> str:
    """Return a share as a percentage, a dash for none."""
    return "–" if value is None else f"{100 * value:.1f} %"


def aligned(rows: Sequence[Sequence[str]]) -> str:
    """Return rows as a plain table: the first column to the left, the others to the right."""
    widths = [max(len(r[k]) for r in rows if k < len(r)) for k in range(max(map(len, rows)))]
    return "\n".join(
        "  ".join(
            cell.ljust(w) if k == 0 else cell.rjust(w) for k, (cell, w) in enumerate(zip(r, widths, strict=False))
        )
        for r in rows
    )


def missed(found: Iterable[Outcome]) -> str:
    """Return every line whose verdict does not count as right, with what was understood of it."""
    return "\n\n".join(_missed(o) for o in found if not o.right)


def _missed(one: Outcome) -> str:
    line = one.line
    others = ", ".join(sorted(line.accepted - {line.gold}))
    head = f"{line.id}: got {one.verdict}, gold {line.gold}{f' (or {others})' if others else ''}"
    told = [
        f"   > {c.finding.verdict} {c.finding.reason or ''} | {c.understood} | {c.finding.says}" for c in one.claims
    ]
    return "\n".join([head, f"   {line.text}", f"   why: {line.why}", *told])


def as_floors(found: Mapping[str, Sequence[Outcome]]) -> dict[str, dict[str, float]]:
    """Return the figures of every set that floors are kept of."""
    return {name: figures(one).floored() for name, one in found.items()}
