"""What a stretch about elections or seats holds: dates, numbers and ordinals, each by what it is of."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from onrecord.claims.clauses import resolved
from onrecord.claims.context import Context
from onrecord.claims.elections.stretches import Stretch
from onrecord.claims.mentions import Kind, Linked, Mention
from onrecord.claims.periods import Relative
from onrecord.claims.phrases import BOUNDS, states_of
from onrecord.claims.typed import Quantifier
from onrecord.vocabulary.periods import Period
from onrecord.vocabulary.states import RegionalGroup

_GROUPS = frozenset(g.value for g in RegionalGroup)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it is of, its bound, and the places it takes."""

    n: int
    of: str
    bound: Quantifier
    places: frozenset[int]
    group: str | None = None
    whole: int | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """A state with the votes beside it: "Armenia (144)"."""

    state: str
    n: int
    places: frozenset[int]


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
    used: set[int] = field(default_factory=set)
    election_at: dict[int, Period] = field(default_factory=dict)
    term_used: set[int] = field(default_factory=set)
    now: set[int] = field(default_factory=set)
    throughout: bool = False

    def places_of(self, period: Period) -> set[int]:
        """Return the places of the dates that make up one day or year: "on 5 March", "in 2014"."""
        return {i for i, p in self.election_at.items() if p.within(period) or period.within(p)}


NOUNS = {
    "votes": ("n.ballot.votes", "n.ballot.total"),
    "ballots": ("n.ballot.valid",),
    "candidates": ("n.candidate.candidate", "n.candidate.with_total"),
    "seats": ("n.seat", "n.opening"),
    "newcomers": ("n.newcomer.newcomer",),
    "new": ("n.newcomer.new",),
    "winners": ("n.newcomer.winner",),
    "losers": ("n.newcomer.loser",),
    "incumbents": ("n.newcomer.incumbent",),
    "terms": ("n.term",),
    "times": ("n.times.time",),
    "groups": ("n.slate",),
    "states": ("n.member",),
}
"""What numbers are of, by the noun behind them."""


def _of(m: Mention) -> str:
    return next((name for name, tags in NOUNS.items() if m.tagged(*tags)), "")


def figures(stretch: Stretch) -> list[Figure]:
    """Return the numbers of a stretch that stand before a noun, with it; "183 of 193 states" is one."""
    linked, found = stretch.linked, {}
    for i in reversed(stretch.places):
        if linked[i].kind is not Kind.NUMBER:
            continue
        part = _part_of(linked, i, stretch.last)
        if part in found:
            whole = found.pop(part)
            bound, places = _bound(linked, i, {i, *whole.places})
            found[i] = replace(whole, n=linked[i].value, whole=whole.n, bound=bound, places=places)
        elif (figure := _figure(linked, i, stretch.last)) is not None:
            found[i] = figure
    return [found[i] for i in sorted(found)]


def _part_of(linked: Linked, i: int, last: int) -> int | None:
    """Return the place of the second number in "183 of the 193", "183 out of 193"."""
    k, of = i + 1, False
    while k <= last and linked[k].text.lower() in {"of", "the", "out", "un", "all", "un's"}:
        of = of or linked[k].text.lower() == "of"
        k += 1
    return k if of and k <= last and linked[k].kind is Kind.NUMBER else None


def _figure(linked: Linked, i: int, last: int) -> Figure | None:
    places, group, elected = {i}, None, False
    for k in range(i + 1, min(i + 8, last + 1)):
        m = linked[k]
        of = _of(m)
        if m.kind is Kind.GROUP and m.value in _GROUPS:
            group = m.value
            places.add(k)
            continue
        if of:
            following = linked[k + 1] if k + 1 <= last else None
            if of == "states" and following is not None and _of(following) in {"newcomers"}:
                continue
            places.add(k)
            of = "winners" if elected and of in {"states", "candidates"} else of
            return Figure(linked[i].value, of, *_bound(linked, i, places), group)
        if m.kind in {Kind.NUMBER, Kind.STATE, Kind.PERIOD, Kind.ORDINAL, Kind.SHARE} or (
            m.kind is Kind.MARK and m.text != "-"
        ):
            return None
        if m.text.lower() in {"elected", "successful"} and k + 1 <= last:
            elected = True
            continue
        if m.tagged("v.elect", "v.member.is", "v.vote", "v.member.leave") and not m.tagged(
            "contest", "n.race", "elect"
        ):
            return None
    return None


def _bound(linked: Linked, i: int, places: set[int]) -> tuple[Quantifier, frozenset[int]]:
    for k in (i - 1, i - 2):
        name = linked[k].under("bound") if k >= 0 else None
        if name and (k == i - 1 or linked[i - 1].kind is Kind.SMALL):
            return BOUNDS[name], frozenset(places | {k})
    return Quantifier.EXACTLY, frozenset(places)


def pairs(stretch: Stretch, context: Context) -> list[Pair]:
    """Return the states of a stretch that have their votes right beside them: "A polled 172, B 159 and C (105)"."""
    linked = stretch.linked
    return [p for i in stretch.places if linked[i].kind is Kind.STATE and (p := _pair(linked, i, stretch, context))]


_BESIDE = frozenset({"(", ":", "–", "-", "with", "on", "—", "at", ","})


def _pair(linked: Linked, i: int, stretch: Stretch, context: Context) -> Pair | None:
    codes = states_of(linked[i], context)
    places, k = {i}, i + 1
    while k <= stretch.last and (
        linked[k].text.lower() in _BESIDE or linked[k].tagged("v.elect.polled", "v.elect.get")
    ):
        if linked[k].text == "," or (
            linked[k].text == "(" and k + 1 <= stretch.last and linked[k + 1].kind is not Kind.NUMBER
        ):
            return None
        places.add(k)
        k += 1
    if not codes or k > stretch.last or linked[k].kind is not Kind.NUMBER or linked[k].value > 193:
        return None
    places.add(k)
    following = linked[k + 1] if k + 1 <= stretch.last else None
    if following is not None and _of(following) not in {"", "votes"}:
        return None
    if following is not None and following.text.lower() == "of":
        return None
    if following is not None and _of(following) == "votes":
        places.add(k + 1)
    return Pair(codes[0], linked[k].value, frozenset(places))


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
            got.used.add(i)
            got.now.add(i)
            continue
        period = resolved(m, context, got.all[-1] if got.all else None)
        if period is None:
            continue
        got.used.add(i)
        got.all.append(period)
        got.throughout = got.throughout or m.text.lower().startswith(("throughout", "all of", "all through"))
        _sort(stretch, i, period, got, electing)
    return got


def _now(m: Mention) -> bool:
    when = m.value.when
    return isinstance(when, Relative) and (when.unit, when.offset, when.anchor) == ("day", 0, "document")


def _cited(linked: Linked, i: int) -> bool:
    """Whether a date is that of a publication named with it: "(Reuters, 15 October 2025)"."""
    named = False
    for k in range(i - 1, max(-1, i - 8), -1):
        m = linked[k]
        if m.text == "(":
            return named
        named = named or m.kind is Kind.NAME
        if m.kind is Kind.STATE or m.tagged("v.elect", "v.member", "n.term"):
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


def groups(stretch: Stretch) -> Iterator[tuple[int, str]]:
    """Yield the regional groups of a stretch with their places."""
    for i in stretch.places:
        m = stretch.linked[i]
        if m.kind is Kind.GROUP and m.value in _GROUPS:
            yield i, m.value


def states_at(stretch: Stretch, places: Iterator[int] | range | tuple[int, ...], context: Context) -> dict[int, str]:
    """Return the states named at places, by place; a name that fits several only where the context decides."""
    linked = stretch.linked
    found = {}
    for i in places:
        codes = states_of(linked[i], context)
        if codes:
            found[i] = codes[0]
    return found
