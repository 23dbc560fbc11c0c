"""From rows to a verdict: three values, quantifiers, readings that agree or do not."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from onrecord.claims.typed import Quantifier
from onrecord.vocabulary.verdicts import Answer, Evidence, Finding, Reason, Verdict

S, R, U, C = Verdict.SUPPORTED, Verdict.REFUTED, Verdict.NOT_ENOUGH_INFORMATION, Verdict.CONFLICTING


@dataclass(frozen=True, slots=True)
class Counted:
    """How many rows of a set have a property: yes, no, and not known; ``complete`` if no row of the set is missing."""

    hits: int
    misses: int
    unknown: int = 0
    complete: bool = True

    @property
    def n(self) -> int:
        """All rows of the set."""
        return self.hits + self.misses + self.unknown


def quantified(quantifier: Quantifier, counted: Counted, n: int | None = None) -> Verdict:
    """Return the verdict on "Q of the set have the property", by what is known of the set.

    A witness or counter-example in the record decides whether or not the set is complete; its absence decides
    only if it is. An empty set supports nothing.
    """
    if counted.n == 0:
        return U
    rule = _RULES.get(quantifier)
    if rule:
        return rule(counted)
    if n is not None:
        return bounded(quantifier, counted.hits, counted.hits + (0 if _closed(counted) else _more(counted)), n)
    return _meant_as_known(quantifier, counted)


def _meant_as_known(quantifier: Quantifier, counted: Counted) -> Verdict:
    """Return support where all agree, refutation where none does; a mixture is for the caller to show.

    A habit is supported by what is usual.
    """
    if quantifier is Quantifier.GENERIC and counted.hits > counted.misses:
        return S
    if counted.unknown:
        return U
    return S if not counted.misses else R if not counted.hits else C


def _closed(counted: Counted) -> bool:
    return counted.complete and not counted.unknown


def _more(counted: Counted) -> int:
    return counted.unknown if counted.complete else 10**9


def _whole(counted: Counted) -> Verdict:
    if counted.misses:
        return R
    return S if _closed(counted) else U


def _turned(counted: Counted) -> Counted:
    return Counted(counted.misses, counted.hits, counted.unknown, counted.complete)


def _else(counted: Counted) -> Verdict:
    return R if _closed(counted) else U


def _share(quantifier: Quantifier, counted: Counted) -> Verdict:
    low, high = Fraction(counted.hits, counted.n), Fraction(counted.hits + counted.unknown, counted.n)
    if quantifier is Quantifier.HALF:
        return (S if low == Fraction(1, 2) else R) if low == high else U
    return S if low > Fraction(1, 2) else R if high <= Fraction(1, 2) else U


_RULES = {
    Quantifier.ALL: _whole,
    Quantifier.NONE: lambda counted: _whole(_turned(counted)),
    Quantifier.SOME: lambda counted: S if counted.hits else _else(counted),
    Quantifier.MOST: lambda counted: _share(Quantifier.MOST, counted),
    Quantifier.HALF: lambda counted: _share(Quantifier.HALF, counted),
    Quantifier.MANY: lambda counted: S if counted.hits >= 2 else U,
}


def bounded(quantifier: Quantifier, least: int, most: int, n: int) -> Verdict:
    """Return the verdict on "Q n" where the true number lies between ``least`` and ``most``."""
    holds = _HOLDS.get(quantifier, _HOLDS[Quantifier.EXACTLY])
    answers = {holds(value, n) for value in {least, most, *(v for v in (n, n - 1, n + 1) if least <= v <= most)}}
    if len(answers) > 1:
        return U
    return S if answers == {True} else R


_HOLDS = {
    Quantifier.EXACTLY: lambda value, n: value == n,
    Quantifier.AT_LEAST: lambda value, n: value >= n,
    Quantifier.AT_MOST: lambda value, n: value <= n,
    Quantifier.MORE_THAN: lambda value, n: value > n,
    Quantifier.FEWER_THAN: lambda value, n: value < n,
    Quantifier.ABOUT: lambda value, n: abs(value - n) <= max(1, round(0.05 * n)),
}


def together(answers: Iterable[Answer]) -> Verdict:
    """Return the one verdict of several readings: theirs if they agree, else conflicting; unknown ones give way."""
    verdicts = {a.verdict for a in answers}
    if len(verdicts) == 1:
        return verdicts.pop()
    decided = verdicts - {U}
    if not decided:
        return U
    return C if len(decided) > 1 else (U if U in verdicts else decided.pop())


def all_of(verdicts: Iterable[Verdict]) -> Verdict:
    """Return the verdict of a claim that asserts several things at once: one refuted part refutes it."""
    found = set(verdicts)
    for verdict in (R, C, U):
        if verdict in found:
            return verdict
    return S if found else U


def unknown(reason: Reason, says: str, scope: str = "", evidence: Sequence[Evidence] = ()) -> Finding:
    """Return that the record does not say, and why."""
    return Finding(U, says, scope, reason, evidence=tuple(evidence))


def by_readings(
    answers: Mapping[str, Answer], scope: str, evidence: Sequence[Evidence], against: Sequence[Evidence] = ()
) -> Finding:
    """Return the finding of several readings: one if they agree, each one's answer if they do not."""
    listed = tuple(answers.values())
    verdict = together(listed)
    if len({a.verdict for a in listed}) == 1:
        says = listed[0].says
    else:
        says = " ".join(f"Read as “{a.reading}”: {a.verdict.label}. {a.says}" for a in listed)
    reason = Reason.AMBIGUOUS if verdict is U else None
    shown = listed if len(listed) > 1 else ()
    return Finding(verdict, says, scope, reason, listed[0].n, shown, tuple(evidence), tuple(against))
