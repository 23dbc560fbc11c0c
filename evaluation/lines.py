"""Lines with known answers, and what the checker makes of each."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from onrecord.claims.check import Checker
from onrecord.vocabulary.dates import PartialDate
from onrecord.vocabulary.verdicts import CheckedClaim, Verdict

CLAIMS = Path(__file__).parent / "claims"
"""The folder of the sets."""

GIVEN = frozenset({Verdict.SUPPORTED, Verdict.REFUTED, Verdict.CONFLICTING})
"""The verdicts that say something."""

_WORST_FIRST = (Verdict.REFUTED, Verdict.CONFLICTING, Verdict.NOT_ENOUGH_INFORMATION)


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence with its known answer. ``accepted`` are all verdicts that count as right, the gold among them.

    ``twin`` says that it is another line with one fact changed; ``relation`` the part of the record it asks.
    """

    id: str
    text: str
    state: str | None
    day: date | None
    type: str
    relation: str
    gold: Verdict
    accepted: frozenset[Verdict]
    evidence: frozenset[str]
    why: str
    twin: bool = False

    @property
    def checkable(self) -> bool:
        """Whether the record has an answer to it."""
        return self.gold in GIVEN


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the checker made of a line: the verdict of its claims together, and the rows it gave."""

    line: Line
    verdict: Verdict
    rows: frozenset[str]
    claims: tuple[CheckedClaim, ...]

    @property
    def given(self) -> bool:
        """Whether the verdict says something."""
        return self.verdict in GIVEN

    @property
    def right(self) -> bool:
        """Whether the verdict is one that counts as right."""
        return self.verdict in self.line.accepted

    @property
    def swapped(self) -> bool:
        """Whether it is supported where refuted is true, or the reverse."""
        return {self.verdict, self.line.gold} == {Verdict.SUPPORTED, Verdict.REFUTED} and not self.right

    @property
    def false_alarm(self) -> bool:
        """Whether it gives a verdict on what the record cannot answer."""
        return self.given and not self.line.checkable and not self.right

    @property
    def cited(self) -> bool:
        """Whether a decisive row is among those given; true where the gold names none."""
        return not self.line.evidence or bool(self.line.evidence & self.rows)

    @property
    def all_cited(self) -> bool:
        """Whether every decisive row is among those given."""
        return self.line.evidence <= self.rows


def together(verdicts: Iterable[Verdict]) -> Verdict:
    """Return the verdict of several claims as one: the first of refuted, conflicting and not known that is there."""
    found = set(verdicts)
    for verdict in _WORST_FIRST:
        if verdict in found:
            return verdict
    return Verdict.SUPPORTED if found else Verdict.NOT_ENOUGH_INFORMATION


def rows_given(claims: Iterable[CheckedClaim]) -> frozenset[str]:
    """Return the ids of all rows that claims rest on or that speak against them."""
    return frozenset(e.id for c in claims for e in (*c.finding.evidence, *c.finding.counter_examples))


def lines(path: Path) -> Iterator[Line]:
    """Yield the lines of a set."""
    with path.open(encoding="utf-8") as handle:
        for row in map(json.loads, handle):
            gold = Verdict(row["gold"])
            yield Line(
                id=row["id"],
                text=row["text"],
                state=row.get("state"),
                day=PartialDate(row["doc_date"]).last if row.get("doc_date") else None,
                type=row["type"],
                relation=row.get("relation", "none"),
                gold=gold,
                accepted=frozenset({gold, *map(Verdict, row.get("also_accept", ()))}),
                evidence=frozenset(row.get("evidence", ())),
                why=row["why"],
                twin="of" in row,
            )


def sets() -> dict[str, list[Line]]:
    """Return every set of lines by its name, twins apart from the lines they were made of."""
    found: dict[str, list[Line]] = {}
    for path in sorted(CLAIMS.glob("*.jsonl")):
        for line in lines(path):
            found.setdefault(f"{path.stem}-twins" if line.twin else path.stem, []).append(line)
    return found


def outcomes(checker: Checker, asked: Sequence[Line]) -> list[Outcome]:
    """Return what the checker makes of each line."""
    return [outcome(checker, line) for line in asked]


def outcome(checker: Checker, line: Line) -> Outcome:
    """Return what the checker makes of one line, checked by itself as of its day."""
    claims = checker.check(line.text, line.state, line.day).claims
    return Outcome(line, together(c.finding.verdict for c in claims), rows_given(claims), claims)
