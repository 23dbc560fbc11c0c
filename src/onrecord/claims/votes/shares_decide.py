"""What the record says to claims about shares: how often a state took a position, and on how many texts."""

from collections.abc import Callable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from onrecord.claims.judging import C, R, S, U, all_of, bounded, by_readings, unknown
from onrecord.claims.naming import capital, many, state_name
from onrecord.claims.typed import Quantifier, Texts, Topic
from onrecord.claims.votes.decide import MOST_SHOWN
from onrecord.claims.votes.shares_chosen import chosen, of_member, scope_words
from onrecord.claims.votes.shares_typed import Measured, Share, Usual
from onrecord.claims.votes.words import TOOK, topic_label, vote_row
from onrecord.measures.constancy import usual_positions
from onrecord.record.ballots import Ballot
from onrecord.record.store import Record
from onrecord.vocabulary.positions import LISTED, Position
from onrecord.vocabulary.verdicts import Answer, Evidence, Finding, Reason, Verdict

NEAR, FAR = Fraction(2, 100), Fraction(5, 100)
"""A fraction in words holds if the share is within two points of it, and not if it is more than five away."""


def share(claim: Share, record: Record) -> Finding:
    """Return whether a state took the position on as many of the texts, or on the share of them, that is claimed."""
    answers: dict[str, Answer] = {}
    counted: dict[str, Sequence[Ballot]] = {}
    for name, votes in chosen(record, claim.over).items():
        mine = of_member(record, votes, claim.state)
        for stance, allowed in claim.stance.readings.items():
            reading = f"{name}; {stance}" if len(claim.stance.readings) > 1 else name
            answers[reading], counted[reading] = _share_answer(claim, record, mine, allowed, reading), mine
    meant = _told_apart(claim, answers)
    rows = list({b.rollcall_id: b for reading in meant for b in counted[reading]}.values())
    if not any(counted.values()):
        return _not_a_member(claim, record)
    if all(a.verdict is U for a in meant.values()):
        reason = Reason.AMBIGUOUS if any(a.n for a in meant.values()) else Reason.NOT_IN_THE_RECORD
        return unknown(reason, next(iter(meant.values())).says, scope_words(record, claim.over))
    evidence = [vote_row(record, b, (claim.state,)) for b in rows[:MOST_SHOWN]]
    return _with_rows(by_readings(meant, scope_words(record, claim.over), evidence))


def _not_a_member(claim: Share, record: Record) -> Finding:
    says = f"{capital(state_name(record, claim.state))} was a member at no vote of this kind in the record."
    return unknown(Reason.NOT_IN_THE_RECORD, says, scope_words(record, claim.over))


def _with_rows(found: Finding) -> Finding:
    """Give the rows as counter-examples where they refute."""
    if found.verdict is not R:
        return found
    return Finding(R, found.says, found.scope, None, found.n, found.answers, (), found.evidence)


def _told_apart(claim: Share, answers: dict[str, Answer]) -> dict[str, Answer]:
    """Return the readings in which there are as many texts as the sentence says, where any has: they are meant."""
    if claim.of is None or len(answers) == 1:
        return answers
    fitting = {name: a for name, a in answers.items() if a.n == claim.of}
    return fitting or {name: _own_choice(a) for name, a in answers.items()}


def _own_choice(answer: Answer) -> Answer:
    """Return that a sentence may count over a choice of texts of its own, as none of the named ones has as many."""
    says = f"No named selection of country texts has as many texts as the sentence says. {answer.says}"
    return Answer(answer.reading, U, says, answer.n)


def _share_answer(
    claim: Share, record: Record, votes: Sequence[Ballot], allowed: frozenset[Position], reading: str
) -> Answer:
    listed = [b for b in votes if b.position(claim.state) in LISTED]
    missing = len(votes) - len(listed)
    hits = [b for b in listed if b.position(claim.state) in allowed]
    name = capital(state_name(record, claim.state))
    if not listed:
        return Answer(reading, U, f"{name} has no position on such a text in the record.", 0)
    doubted = [b for b in listed if b.doubtful(claim.state)]
    least = len([b for b in hits if b not in doubted])
    most = len(hits) + len([b for b in doubted if b not in hits])
    verdict = _judged(claim, len(hits), len(listed), missing)
    if doubted and len({_judged(claim, k, len(listed), missing) for k in (least, len(hits), most)}) > 1:
        verdict = C
    did = " or ".join(sorted({TOOK[p] for p in allowed}))
    says = f"{name} {did} on {len(hits)} of {many(len(listed), 'text')} ({_percent(len(hits), len(listed))} per cent)."
    if missing:
        says += f" Its position on {missing} more is not in the record."
    return Answer(reading, verdict, says, len(listed))


def _percent(hits: int, of: int) -> Decimal:
    return rounded(Fraction(100 * hits, of), Decimal(1))


def rounded(value: Fraction, unit: Decimal) -> Decimal:
    """Return a value rounded to a unit of decimals, halves up."""
    return (Decimal(value.numerator) / Decimal(value.denominator)).quantize(unit, ROUND_HALF_UP)


def _judged(claim: Share, hits: int, of: int, missing: int) -> Verdict:
    parts = []
    if claim.of is not None:
        parts.append(S if claim.of == of else U if missing and claim.of == of + missing else R)
    if claim.n is not None:
        parts.append(bounded(claim.bound, hits, hits, claim.n))
    if claim.percent is not None:
        parts.append(same_percent(Fraction(100 * hits, of), claim.percent, claim.bound if claim.n is None else _EXACT))
    if claim.part is not None:
        parts.append(_near(Fraction(hits, of), claim.part, claim.bound))
    if claim.n is None and claim.percent is None and claim.part is None:
        parts.append(S if hits == of else R)
    return all_of(parts)


_EXACT = Quantifier.EXACTLY
_BEYOND: dict[Quantifier, Callable[[Fraction, Fraction], bool]] = {
    Quantifier.AT_LEAST: lambda value, p: value >= p,
    Quantifier.AT_MOST: lambda value, p: value <= p,
    Quantifier.MORE_THAN: lambda value, p: value > p,
    Quantifier.FEWER_THAN: lambda value, p: value < p,
}


def same_percent(value: Fraction, stated: Decimal, bound: Quantifier = Quantifier.EXACTLY) -> Verdict:
    """Return whether a number of per cent is the one stated, at the decimals it is stated with."""
    if bound in _BEYOND:
        return S if _BEYOND[bound](value, Fraction(stated)) else R
    unit = Decimal(1).scaleb(min(0, int(stated.as_tuple().exponent)))
    if bound is Quantifier.ABOUT:
        return S if abs(value - Fraction(stated)) <= 3 else R
    return S if rounded(value, unit) == stated else R


def _near(value: Fraction, stated: Fraction, bound: Quantifier) -> Verdict:
    if bound in _BEYOND:
        return S if _BEYOND[bound](value, stated) else R
    away = abs(value - stated)
    return S if away <= NEAR else R if away > FAR else U


def usual(claim: Usual, record: Record) -> Finding:
    """Return whether a state's most frequent position on a situation in a year is the one claimed."""
    over = Measured(texts=_of_situation(claim))
    votes = [b for votes in list(chosen(record, over).values())[:1] for b in of_member(record, votes, claim.state)]
    found = usual_positions(votes, claim.state).get(claim.subject)
    label = topic_label(record, claim.subject)
    scope = f"recorded votes on {label} {claim.period.words}, texts against the grain of the situation left out"
    name = capital(state_name(record, claim.state))
    if found is None:
        return unknown(Reason.NOT_IN_THE_RECORD, f"{name} has no position on {label} {claim.period.words}.", scope)
    rows = tuple(vote_row(record, b, (claim.state,)) for b in votes[:MOST_SHOWN])
    took = " and ".join(TOOK[p] for p in found.positions)
    says = f"{name} most often {took} on {label} {claim.period.words} ({many(found.n, 'text')})."
    same = set(found.positions) == set(claim.positions)
    verdict = all_of([S if same else R, S if claim.n in {None, found.n} else R])
    if any(b.doubtful(claim.state) for b in votes):
        verdict = C
    return _finding(verdict, says, scope, found.n, rows)


def _of_situation(claim: Usual) -> Texts:
    return Texts(topics=(Topic(claim.subject),), period=claim.period, plural=True)


def _finding(verdict: Verdict, says: str, scope: str, n: int, rows: tuple[Evidence, ...]) -> Finding:
    against = verdict is R
    return Finding(verdict, says, scope, None, n, (), () if against else rows, rows if against else ())
