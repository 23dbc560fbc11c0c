"""The dates of a stretch about elections or seats, each by what it is of: an election, a term, a time of sitting."""

from dataclasses import dataclass, field

from onrecord.claims.clauses import resolved
from onrecord.claims.context import Context
from onrecord.claims.elections.stretch import Stretch
from onrecord.claims.mentions import Kind, Linked, Mention
from onrecord.claims.periods import Relative
from onrecord.vocabulary.periods import Period


@dataclass(slots=True)
class Times:
    """The dates of a stretch by what they are of."""

    elections: list[Period] = field(default_factory=list)
    terms: list[Period] = field(default_factory=list)
    since: Period | None = None
    until: Period | None = None
    by: Period | None = None
    spans: list[Period] = field(default_factory=list)
    all: list[Period] = field(default_factory=list)
    election_at: dict[int, Period] = field(default_factory=dict)
    term_used: set[int] = field(default_factory=set)
    now: set[int] = field(default_factory=set)
    at: dict[int, Period] = field(default_factory=dict)
    throughout: bool = False

    def places_of(self, period: Period) -> set[int]:
        """Return the places of the dates that make up one day or year: "on 5 March", "in 2014"."""
        return {i for i, p in self.election_at.items() if p.within(period) or period.within(p)}


_TERM_WORDS = (
    "n.term",
    "v.member.term_begin",
    "v.member.term_run",
    "v.member.term_end",
    "v.member.is",
    "v.member.term_have",
)


def times(stretch: Stretch, context: Context, electing: bool) -> Times:
    """Return the dates of a stretch; ``electing`` says that a plain date in it is that of an election."""
    got = Times()
    for i in stretch.places:
        m = stretch.linked[i]
        if m.kind is not Kind.PERIOD:
            continue
        if _now(m) or _cited(stretch.linked, i):
            got.now.add(i)
            continue
        period = resolved(m, context, got.all[-1] if got.all else None)
        if period is None or _loose(m):
            continue
        got.at[i] = period
        got.all.append(period)
        got.throughout = got.throughout or m.text.lower().startswith(("throughout", "all of", "all through"))
        _sort(stretch, i, period, got, electing)
    return got


def _now(m: Mention) -> bool:
    when = m.value.when
    return isinstance(when, Relative) and (when.unit, when.offset, when.anchor) == ("day", 0, "document")


def _loose(m: Mention) -> bool:
    """Whether a time is told by its length from now ("in the next three years"), which dates no term to the day."""
    return isinstance(m.value.when, Relative) and m.value.when.through


def _cited(linked: Linked, i: int) -> bool:
    """Whether a date is that of a publication named with it: "(Reuters, 15 October 2025)"."""
    named, depth = False, 0
    for k in range(i - 1, max(-1, i - 10), -1):
        m = linked[k]
        depth += (m.text == ")") - (m.text == "(")
        if depth < 0:
            return named
        named = named or m.kind is Kind.NAME
        if depth == 0 and (m.kind is Kind.STATE or m.tagged("v.elect", "v.member", "n.term")):
            return False
    return False


def _sort(stretch: Stretch, i: int, period: Period, got: Times, electing: bool) -> None:
    lead = stretch.linked[i].value.lead
    of_term = term_near(stretch, i)
    many_years = period.first and period.last and 0 < period.last.year - period.first.year <= 4
    if period.first is None and lead in {"by", "before"} and not electing:
        got.by = period
    elif of_term and (period.first is None or period.last is None):
        _close(got.terms, period)
        got.term_used.add(i)
    elif (many_years or (of_term and period.precision == "span")) and lead != "between" and (of_term or electing):
        got.terms.append(period)
        got.term_used.add(i)
    elif period.last is None and lead == "since":
        got.since = period
    elif period.first is None and not electing and lead == "until":
        got.until = period
    elif many_years or period.precision == "span":
        got.spans.append(period)
    else:
        got.elections = _added(got.elections, period)
        got.election_at[i] = period


def _close(terms: list[Period], period: Period) -> None:
    """Take the one end of a term that is given with the other, where that stands open: "from May 2022", "to 2023"."""
    last = terms[-1] if terms else None
    if last is not None and last.first is not None and last.last is None and period.first is None:
        terms[-1] = Period(last.first, period.last)
    else:
        terms.append(period)


def _added(known: list[Period], period: Period) -> list[Period]:
    """Return dates with one more; of two that lie in each other ("on 5 March", "in 2014") the narrower stays."""
    if any(k.within(period) for k in known):
        return known
    return [*(k for k in known if not period.within(k)), period]


def term_near(stretch: Stretch, i: int) -> bool:
    """Return whether a date is that of a term: "the 2013–2015 term", "a term beginning on …", "to sit until …"."""
    linked = stretch.linked
    following = next(
        (linked[k] for k in range(i + 1, min(i + 3, stretch.last + 1)) if linked[k].text not in {")", "three"}), None
    )
    if following is not None and following.tagged("n.term"):
        return True
    for k in range(i - 1, max(stretch.first - 1, i - 7), -1):
        m = linked[k]
        if m.tagged(*_TERM_WORDS):
            return True
        if m.kind in {Kind.STATE, Kind.PERIOD} or m.tagged("v.elect") or m.text in {",", ";"}:
            return False
    return False
