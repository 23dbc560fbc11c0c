"""What the record says to claims about when a state sat, its terms, and how they began and ended."""

from collections.abc import Sequence
from datetime import date, timedelta

from onrecord.claims.elections.decide import Judged, finding
from onrecord.claims.elections.slates import covered, known_until, term_fits
from onrecord.claims.judging import C, R, S, U, bounded
from onrecord.claims.membership.terms import FOUNDED, KnownTerm, consecutive, known_to, spells, terms_of
from onrecord.claims.membership.typed import Came, NumberOfTerms, Sat, Sitting, TermIs
from onrecord.claims.membership.words import rows_of, terms_words
from onrecord.claims.naming import capital, many, state_name, when
from onrecord.record.store import Record
from onrecord.vocabulary.periods import Period
from onrecord.vocabulary.verdicts import Finding, Reason, Verdict

SCOPE = "every seat on the Human Rights Council since 19 June 2006"


def terms_said(record: Record, state: str) -> str:
    """Return a state's terms in a sentence."""
    terms = terms_of(record, state)
    if not terms:
        return f"{capital(state_name(record, state))} has never had a seat on the Council."
    return f"Terms of {state_name(record, state)} on the Council: {terms_words(terms)}."


def sat(claim: Sat, record: Record) -> Finding:
    """Return whether states had a seat in a period, or had none."""
    judged = [_sat(record, claim, state) for state in claim.states]
    unclear = claim.period is None and claim.how is not Sitting.NEVER
    return finding(judged, SCOPE, Reason.AMBIGUOUS if unclear else Reason.OUTSIDE_COVERAGE)


def _sat(record: Record, claim: Sat, state: str) -> Judged:
    terms = terms_of(record, state)
    rows, says = rows_of(record, terms), terms_said(record, state)
    if claim.how is Sitting.NEVER:
        return _never(record, claim, terms), says, rows
    period = claim.period or (Period.day_of(record.as_of) if record.as_of else None)
    if period is None:
        verdict = R if not terms and claim.how is not Sitting.NOT else U
        return verdict, f"{says} The day meant is not known.", rows
    near = [t for t in terms if t.within(period)]
    return _HOW[claim.how](record, state, period), says, rows_of(record, near) or rows


def _never(record: Record, claim: Sat, terms: Sequence[KnownTerm]) -> Verdict:
    if claim.period is None:
        return R if terms else S
    return R if any(t.within(claim.period) for t in terms) else S


def _some(record: Record, state: str, period: Period) -> Verdict:
    terms = terms_of(record, state)
    if any(t.within(period) for t in terms):
        return S
    if not terms and period.first is None:
        return R
    return R if _known(record, period) else U


def _known(record: Record, period: Period) -> bool:
    return period.last is not None and (period.first or FOUNDED) <= known_to(record) and period.last >= FOUNDED


def _whole(record: Record, state: str, period: Period) -> Verdict:
    first, last = max(period.first or FOUNDED, FOUNDED), period.last or record.as_of or known_to(record)
    if any(a <= first and last <= b for a, b in spells(record, state)):
        return S
    if _some(record, state, Period(first, max(first, last))) is S:
        return C if first.year == last.year or _from_year_to_year(record, state, first, last) else R
    return R if last <= known_to(record) else U


def _from_year_to_year(record: Record, state: str, first: date, last: date) -> bool:
    return any(a.year <= first.year and last.year <= b.year for a, b in spells(record, state))


def _not(record: Record, state: str, period: Period) -> Verdict:
    if _some(record, state, period) is not S:
        return S if _known(record, period) and (period.last or date.max) <= known_to(record) else U
    return R if _whole(record, state, period) is S else C


def _since(record: Record, state: str, period: Period) -> Verdict:
    start = period.first or FOUNDED
    found = [s for s in spells(record, state) if s[0] <= start <= s[1] or _same(s[0], start)]
    if not found:
        return R if start <= known_to(record) else U
    first, last = found[0]
    today = record.as_of
    if today is not None and last < today:
        return R
    begun = _same(first, start)
    if today is None and last < known_until(record):
        return C if begun else R
    return S if begun else C


def _same(actual: date, said: date) -> bool:
    """Whether a day fits one said to the year, the month or the day."""
    if (said.month, said.day) == (1, 1) or (said.month, said.day) == (12, 31):
        return actual.year == said.year
    month_edge = said.day == 1 or (said + timedelta(days=1)).day == 1
    return (actual.year, actual.month) == (said.year, said.month) if month_edge else abs((actual - said).days) <= 1


def _until(record: Record, state: str, period: Period) -> Verdict:
    end = period.last or period.first
    if end is None:
        return U
    found = spells(record, state)
    if any(_same(b, end) for _, b in found):
        return S
    if any(a <= end <= b for a, b in found):
        return R
    return R if end <= known_to(record) else U


def _spell(record: Record, state: str, period: Period) -> Verdict:
    if period.first is None or period.last is None:
        return _since(record, state, period) if period.first else _until(record, state, period)
    found = spells(record, state)
    if any(_same(a, period.first) and _same(b, period.last) for a, b in found):
        return S
    if any(term_fits(t.first, t.last, period) for t in terms_of(record, state)):
        return S
    if any(a <= period.first and period.last <= b for a, b in found):
        return C
    return R if period.first <= known_to(record) else U


_HOW = {
    Sitting.SOME: _some,
    Sitting.WHOLE: _whole,
    Sitting.NOT: _not,
    Sitting.SINCE: _since,
    Sitting.UNTIL: _until,
    Sitting.SPELL: _spell,
}


def term_is(claim: TermIs, record: Record) -> Finding:
    """Return whether a state has a term that begins, ends, counts and lasts as said."""
    terms = terms_of(record, claim.state)
    says = terms_said(record, claim.state)
    if not terms:
        verdict = R if covered(record, claim.elected or claim.begin) else U
        return finding([(verdict, says, ())], SCOPE, Reason.OUTSIDE_COVERAGE)
    verdicts = [(_term_fits(record, claim, t, terms), t) for t in terms]
    for wanted in (S, C):
        hits = [t for v, t in verdicts if v is wanted]
        if hits:
            return finding([(wanted, says, rows_of(record, hits))], SCOPE)
    told = claim.elected is not None and covered(record, claim.elected)
    beyond = not told and claim.begin and claim.begin.first and claim.begin.first > known_to(record)
    later = claim.nth is not None and claim.nth > len(terms) and _open_end(record, claim)
    verdict = U if beyond or later else R
    return finding([(verdict, says, rows_of(record, terms))], SCOPE, Reason.OUTSIDE_COVERAGE)


def _open_end(record: Record, claim: TermIs) -> bool:
    """Whether the term claimed may have been won after the last election that the record knows."""
    return record.as_of is not None and record.as_of > known_until(record) and claim.begin is None and claim.end is None


def _term_fits(record: Record, claim: TermIs, term: KnownTerm, terms: Sequence[KnownTerm]) -> Verdict:
    place = terms.index(term) + 1
    in_a_row = consecutive(record, term)
    nth = claim.nth is None or claim.nth == (in_a_row if claim.consecutive else place)
    if claim.consecutive and claim.nth is None and in_a_row < 2:
        return R
    fits = (
        nth
        and (claim.begin is None or _starts(term, claim.begin))
        and (claim.years is None or _lasts(term, claim.years))
        and (claim.during is None or term.within(claim.during))
        and (claim.elected is None or claim.elected.contains(term.elected_on))
    )
    if not fits:
        return R
    if claim.end is None or _ends(term.last, claim.end):
        return S
    if claim.elected is not None and _ends(term.scheduled, claim.end):
        return S
    # A term cut short: its scheduled end is not the day the state left.
    return C if _ends(term.scheduled, claim.end) else R


def _starts(term: KnownTerm, said: Period) -> bool:
    return any(said.contains(first) for first, _ in term.spans) or said.contains(term.first)


def _ends(actual: date, said: Period) -> bool:
    return said.contains(actual) or (said.contains(actual + timedelta(days=1)) and said.first == said.last)


def _lasts(term: KnownTerm, years: int) -> bool:
    days = (term.scheduled - term.first).days + 1
    extended = (term.first.month, term.scheduled.month) == (6, 12)
    return abs((days - (196 if extended else 0)) / 365.25 - years) < 0.2


def number_of_terms(claim: NumberOfTerms, record: Record) -> Finding:
    """Return how many terms a state had begun, or completed, by a day."""
    terms = terms_of(record, claim.state)
    by = claim.by.last if claim.by and claim.by.last else record.as_of or known_to(record)
    begun = [t for t in terms if t.first <= by]
    done = [t for t in begun if t.last < by]
    counted = done if claim.completed else begun
    verdict = bounded(claim.bound, len(counted), len(counted), claim.n)
    parts = sum(len(t.spans) for t in counted)
    if verdict is R and bounded(claim.bound, parts, parts, claim.n) is S:
        verdict = C
    if (
        verdict is R
        and not claim.completed
        and bounded(claim.bound, len(done), len(done), claim.n) is S
        and done != begun
    ):
        verdict = C
    if verdict is R and not claim.completed and len(terms) != len(begun) and claim.n == len(terms):
        verdict = C
    name = capital(state_name(record, claim.state))
    running = len(begun) - len(done)
    says = f"{name} had begun {many(len(begun), 'term')} by {by:%-d %B %Y}{f', {running} of them still running' if running else ''}: {terms_words(begun)}."  # noqa: E501
    return finding([(verdict, says, rows_of(record, begun))], SCOPE)


def came(claim: Came, record: Record) -> Finding:
    """Return whether a state took or gave up its seat in a period."""
    found = spells(record, claim.state)
    days = [b if claim.left else a for a, b in found]
    hits = [k for k, d in enumerate(days) if _falls(claim, d)]
    renewed = [t for t in terms_of(record, claim.state) if not claim.left and _falls(claim, t.first)]
    says = terms_said(record, claim.state)
    rows = rows_of(record, terms_of(record, claim.state))
    if hits:
        verdict = R if claim.again and not claim.left and hits[0] == 0 else S
    elif renewed:
        verdict = C
    else:
        verdict = R if (claim.period.first or FOUNDED) <= known_to(record) else U
    return finding([(verdict, says, rows)], f"{SCOPE}{when(claim.period)}", Reason.OUTSIDE_COVERAGE)


def _falls(claim: Came, on: date) -> bool:
    # "Left at the beginning of 2016" and "at the end of 2015" are the same moment.
    moment = claim.period.precision in {"day", "month"} and claim.period.first == on + timedelta(days=1)
    return claim.period.contains(on) or (claim.left and moment)
