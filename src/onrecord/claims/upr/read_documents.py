"""Reads claims about the documents of a review: the working group's report, its addendum, the Council's decision."""

from collections.abc import Sequence

from onrecord.claims.clauses import resolved
from onrecord.claims.context import Context, Read
from onrecord.claims.mentions import Kind, Linked
from onrecord.claims.phrases import states_of
from onrecord.claims.upr.decide_documents import ADDENDUM, ADOPTED, OUTCOME, REPORT
from onrecord.claims.upr.scope import which_in
from onrecord.claims.upr.typed import ReviewDocument, Which
from onrecord.vocabulary.periods import Period
from onrecord.vocabulary.verdicts import Filled


def read_documents(linked: Linked, context: Context) -> list[Read]:
    """Return the claims about the documents of reviews that a sentence makes."""
    symbols = list(linked.of_kind(Kind.SYMBOL))
    kind, noun = _kind(linked, symbols)
    if kind is None or noun is None or next(linked.where("n.recommendation"), None) is not None:
        return []
    state, filled, used = _state(linked, context)
    if state is None:
        return []
    scope = which_in(linked, range(len(linked)), context)
    dates = [(i, p) for i in linked.of_kind(Kind.PERIOD) if (p := resolved(linked[i], context))]
    which = Which(cycle=scope.which.cycle, last=scope.which.last, session=scope.which.session)
    own, period, placed = _dates(linked, dates, symbols, noun)
    if own is not None and not which.said:
        which = Which(period=own)
    used |= {noun, *symbols, *scope.used, *placed, *_footnote(linked)}
    used -= {i for i, _ in dates if i not in placed}
    named = tuple(s for i in symbols for s in _of_kind(linked[i].value, kind))
    if not named and period is None:
        return []
    ends = (0, len(linked) - 1)
    reads = []
    if named:
        reads.append(
            Read(ReviewDocument(state=state, kind=kind, which=which, symbols=named), frozenset(used), *ends, filled)
        )
    if period is not None:
        symbols_known = () if which.said else named
        dated = ReviewDocument(state=state, kind=kind, which=which, symbols=symbols_known, period=period)
        reads.append(Read(dated, frozenset(used), *ends, filled))
    return reads


def _footnote(linked: Linked) -> set[int]:
    """Return the place of the number that a footnote begins with."""
    return {0} if linked[0].kind is Kind.NUMBER and linked[0].text.isdigit() else set()


def _kind(linked: Linked, symbols: Sequence[int]) -> tuple[str | None, int | None]:
    adopts = any(m.tagged("v.upr.decided", "v.upr.accepted") and "adopt" in m.text.lower() for m in linked.mentions)
    addendum = next(linked.where("upr.addendum"), None)
    if addendum is not None or any("Add." in s for i in symbols for s in linked[i].value):
        return ADDENDUM, addendum if addendum is not None else symbols[0]
    outcome = next(linked.where("upr.outcome"), None)
    if outcome is not None and (adopts or symbols):
        return OUTCOME, outcome
    report = next(linked.where("upr.report"), None)
    if report is None or _other_report(linked, report):
        return None, None
    if adopts and not symbols:
        return ADOPTED, report
    return (REPORT, report) if symbols else (None, None)


def _other_report(linked: Linked, at: int) -> bool:
    """Whether a report is the state's own, or another body's: "its national report"."""
    before = [linked[k].text.lower() for k in range(max(0, at - 2), at)]
    return bool({"national", "shadow", "stakeholder", "mid-term", "midterm", "interim"} & set(before))


def _of_kind(values: Sequence[str], kind: str) -> tuple[str, ...]:
    """Return the symbols a written one can stand for, of the kind of document meant."""
    if kind == OUTCOME:
        return tuple(v for v in values if "/DEC/" in v)
    return tuple(v for v in values if "/RES/" not in v and "/DEC/" not in v)


def _state(linked: Linked, context: Context) -> tuple[str | None, tuple[Filled, ...], set[int]]:
    named = list(linked.of_kind(Kind.STATE))
    codes = tuple(dict.fromkeys(c for i in named for c in states_of(linked[i], context)))
    if len(codes) == 1:
        return codes[0], (), set(named)
    pronoun = next(linked.where("pronoun.it"), None)
    known = context.subject or context.about
    if codes or known is None:
        return None, (), set()
    words = f"“{linked[pronoun].text}”" if pronoun is not None else "the text"
    return known, (Filled("state", known, words),), set()


def _dates(
    linked: Linked, dates: Sequence[tuple[int, Period]], symbols: Sequence[int], noun: int
) -> tuple[Period | None, Period | None, set[int]]:
    """Return the date of the review and that of the document: a bare year at the review's noun is the review's."""
    own = period = None
    placed = set()
    for i, found in dates:
        near = any(linked[k].tagged("n.review") for k in range(max(0, i - 4), min(len(linked), i + 3)))
        if near and found.precision in {"year", "month"} and own is None and (len(dates) > 1 or bool(symbols)):
            own = found
        elif period is None:
            period = found
        else:
            continue
        placed.add(i)
    return own, period, placed
