"""What the record says to numbers of recommendations: each under its unit, which are never mixed silently."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from onrecord.claims.judging import C, R, S, U, bounded, unknown
from onrecord.claims.naming import capital, state_name
from onrecord.claims.typed import Quantifier
from onrecord.claims.upr.selecting import meant, paragraphs_of, reviews_by_state, rows_to
from onrecord.claims.upr.typed import ComparedReviews, NumberReceived, Response, ShareAccepted, Which
from onrecord.claims.upr.words import review_rows, review_words
from onrecord.record.query_upr import UPR_INFO
from onrecord.record.store import Record
from onrecord.sources.facts_cooperation import UprReview
from onrecord.vocabulary.verdicts import Answer, Finding, Reason, Verdict

ITEMS = "numbered items of the working group's report"
ROWS = "UPR Info's rows, one for each recommending state and action"
_ENDLESS = 10**6
_SCOPE = "recommendations of one review; numbers of items, of UPR Info's rows and other counts are kept apart"


@dataclass(frozen=True, slots=True)
class Count:
    """A number in one unit: it lies between ``least`` and ``most``; ``total`` is that of all recommendations."""

    unit: str
    least: int
    most: int
    total: int | None

    @property
    def known(self) -> bool:
        """Whether the number itself is known."""
        return self.least == self.most

    @property
    def words(self) -> str:
        """The number as far as it is known."""
        if self.known:
            return str(self.least)
        return "not known" if self.most >= _ENDLESS else f"between {self.least} and {self.most}"


def counts(record: Record, review: UprReview, response: Response | None) -> list[Count]:
    """Return how many recommendations a review had, or how many were accepted or noted, in each unit."""
    found = [_items(record, review, response)]
    if review.recommendations is not None:
        given = {None: review.recommendations, Response.ACCEPTED: review.supported, Response.NOTED: review.noted}[
            response
        ]
        unit = ROWS if review.count_unit == UPR_INFO else f"count by “{review.count_unit}”"
        if given is not None:
            found.append(Count(unit, given, given, review.recommendations))
    elif rows := rows_to(record, review.state, review.cycle):
        hits = len(rows) if response is None else sum(r.response == response for r in rows)
        if response is None or all(r.response for r in rows):
            found.append(Count(ROWS, hits, hits, len(rows)))
    return found


def _items(record: Record, review: UprReview, response: Response | None) -> Count:
    n = review.report_items
    if n is None:
        return Count(ITEMS, 0, _ENDLESS, None)
    if response is None:
        return Count(ITEMS, n, n, n)
    listed = paragraphs_of(record, review.state, review.report_symbol) if review.report_symbol else ()
    mine = sum(p.last_item - p.first_item + 1 for p in listed if p.position.startswith(_BEGINS[response]))
    other = sum(p.last_item - p.first_item + 1 for p in listed if p.position.startswith(_BEGINS[_OTHER[response]]))
    return Count(ITEMS, mine, n - other, n)


_BEGINS = {Response.ACCEPTED: "supported", Response.NOTED: "noted"}
_OTHER = {Response.ACCEPTED: Response.NOTED, Response.NOTED: Response.ACCEPTED}


def number_received(claim: NumberReceived, record: Record) -> Finding:
    """Return whether so many recommendations were received, accepted or noted, in any unit the record knows."""

    def judge(count: Count) -> Verdict:
        return bounded(claim.bound, count.least, count.most, claim.n)

    loose = claim.bound in {Quantifier.EXACTLY, Quantifier.ABOUT}
    return _over_reviews(claim.state, claim.which, claim.response, record, _Judge(judge, loose))


def share_accepted(claim: ShareAccepted, record: Record) -> Finding:
    """Return whether a share of the recommendations was accepted or noted."""

    def judge(count: Count) -> Verdict:
        return _share(claim, count)

    loose = claim.share is not None and claim.quantifier in {Quantifier.EXACTLY, Quantifier.ABOUT}
    # Whether all, none or most were accepted is the same in every unit: one that is counted tells.
    judged = _Judge(judge, loose, counted_only=claim.share is None)
    return _over_reviews(claim.state, claim.which, claim.response, record, judged)


@dataclass(frozen=True, slots=True)
class _Judge:
    """How a number is judged in one unit, whether one unit that fits is enough, and whether only counted units tell."""

    by_unit: Callable[[Count], Verdict]
    one_is_enough: bool
    counted_only: bool = False


def _over_reviews(state: str, which: Which, response: Response | None, record: Record, judge: _Judge) -> Finding:
    """Return the finding over the reviews that can be meant: one that fits supports, where it is left open which."""
    found = meant(record, state, which)
    if not found:
        known = reviews_by_state(record).get(state, ())
        says = f"No such review of {state_name(record, state)} with a number of recommendations is in the record."
        return unknown(Reason.OUTSIDE_COVERAGE, says, _SCOPE, review_rows(record, known))
    judged = [(r, *_of_review(counts(record, r, response), judge)) for r in found]
    hits = [r for r, verdict, _ in judged if verdict is S]
    if hits:
        return Finding(S, _says(record, hits), _SCOPE, None, len(hits), _shown(judged, S), review_rows(record, hits))
    verdict = _all_against([v for _, v, _ in judged])
    if not which.said and len(found) > 1:
        says = f"Which review is meant is open, and none fits. {_says(record, found)}"
        return unknown(Reason.AMBIGUOUS, says, _SCOPE, review_rows(record, found))
    if verdict is U:
        return unknown(Reason.OUTSIDE_COVERAGE, _says(record, found), _SCOPE, review_rows(record, found))
    rows = review_rows(record, found)
    return Finding(verdict, _says(record, found), _SCOPE, None, len(found), _shown(judged, verdict), (), rows)


def _all_against(verdicts: Sequence[Verdict]) -> Verdict:
    if U in verdicts:
        return U
    return C if C in verdicts else R


def _shown(judged: Sequence[tuple[UprReview, Verdict, list[Answer]]], verdict: Verdict) -> tuple[Answer, ...]:
    """Return the answer in each unit, where units differ."""
    answers = [a for _, v, listed in judged if v is verdict for a in listed]
    return tuple(answers) if len({a.verdict for a in answers}) > 1 else ()


def _of_review(found: Sequence[Count], judge: _Judge) -> tuple[Verdict, list[Answer]]:
    """Return the verdict over the units of one review, with each unit's answer.

    A number is right if it is right in one unit; it is wrong where no unit that can be counted gives it, and in
    dispute where one gives another number and a second is not known.
    """
    units = [c for c in found if c.known or not judge.counted_only] or found
    answers = [Answer(c.unit, judge.by_unit(c), f"{c.words} by {c.unit}", c.least if c.known else None) for c in units]
    verdicts = [a.verdict for a in answers]
    if S in verdicts and (judge.one_is_enough or R not in verdicts):
        return S, answers
    if R not in verdicts:
        return U, answers
    return (C if S in verdicts or U in verdicts else R), answers


def _says(record: Record, found: Sequence[UprReview]) -> str:
    return capital("; ".join(review_words(record, r) for r in found)) + "."


_NEAR = Fraction(3, 100)


def _share(claim: ShareAccepted, count: Count) -> Verdict:
    if not count.total:
        return U
    answers = {_holds(claim, Fraction(n, count.total)) for n in {count.least, count.most}}
    if len(answers) > 1 or not count.known:
        return R if answers == {R} and not _between(claim, count) else U
    return answers.pop()


def _between(claim: ShareAccepted, count: Count) -> bool:
    """Return whether the share claimed lies between the bounds of a number not known."""
    if claim.share is None or not count.total:
        return True
    wanted = _fraction(claim.share)
    return Fraction(count.least, count.total) <= wanted <= Fraction(count.most, count.total)


def _fraction(share: Decimal | Fraction) -> Fraction:
    return share if isinstance(share, Fraction) else Fraction(share) / 100


def _holds(claim: ShareAccepted, actual: Fraction) -> Verdict:
    if claim.share is None:
        return _quantified(claim.quantifier, actual)
    wanted = _fraction(claim.share)
    if claim.quantifier in {Quantifier.AT_LEAST, Quantifier.MORE_THAN}:
        return S if actual > wanted or (actual == wanted and claim.quantifier is Quantifier.AT_LEAST) else R
    if claim.quantifier in {Quantifier.AT_MOST, Quantifier.FEWER_THAN}:
        return S if actual < wanted or (actual == wanted and claim.quantifier is Quantifier.AT_MOST) else R
    if isinstance(claim.share, Fraction) or claim.quantifier is Quantifier.ABOUT:
        return S if abs(actual - wanted) <= _NEAR else R if abs(actual - wanted) > 2 * _NEAR else U
    return S if _as_printed(actual, claim.share) else R


def _as_printed(actual: Fraction, share: Decimal) -> bool:
    """Return whether a share comes to a printed per cent, rounded or cut off."""
    places = max(0, -int(share.as_tuple().exponent))
    unit = Fraction(1, 10**places)
    wanted, given = Fraction(share), actual * 100
    return wanted <= given < wanted + unit or abs(given - wanted) <= unit / 2


def _quantified(quantifier: Quantifier, actual: Fraction) -> Verdict:
    if quantifier is Quantifier.ALL:
        return S if actual == 1 else R
    if quantifier is Quantifier.NONE:
        return S if actual == 0 else R
    if quantifier is Quantifier.MOST:
        return S if actual > Fraction(1, 2) else R if actual < Fraction(1, 2) - 2 * _NEAR else U
    if quantifier is Quantifier.HALF:
        return S if abs(actual - Fraction(1, 2)) <= _NEAR else R if abs(actual - Fraction(1, 2)) > 2 * _NEAR else U
    return S if actual > 0 else R


def compared(claim: ComparedReviews, record: Record) -> Finding:
    """Return whether one review had more, fewer or as many recommendations than another, in every unit of both."""
    sides = [meant(record, claim.state, claim.which), meant(record, claim.other, claim.other_which)]
    rows = review_rows(record, [r for side in sides for r in side])
    if any(len(side) != 1 for side in sides):
        says = "Which reviews are compared, or their numbers, is not in the record."
        return unknown(Reason.OUTSIDE_COVERAGE, says, _SCOPE, rows)
    (left,), (right,) = sides
    verdicts = set(_compared(record, claim, left, right))
    says = _says(record, [left, right])
    if not verdicts:
        return unknown(Reason.OUTSIDE_COVERAGE, says, _SCOPE, rows)
    verdict = verdicts.pop() if len(verdicts) == 1 else C
    return Finding(verdict, says, _SCOPE, None, 2, (), rows if verdict is S else (), () if verdict is S else rows)


def _compared(record: Record, claim: ComparedReviews, left: UprReview, right: UprReview) -> list[Verdict]:
    first = {c.unit: c.least for c in counts(record, left, claim.response) if c.known}
    second = {c.unit: c.least for c in counts(record, right, claim.response) if c.known}
    pairs = [(first[unit], second[unit]) for unit in first if unit in second]
    if not pairs and first and second:
        pairs = [(a, b) for a in first.values() for b in second.values() if abs(a - b) > max(a, b) // 4]
    return [S if (a > b) - (a < b) == claim.sign else R for a, b in pairs]
