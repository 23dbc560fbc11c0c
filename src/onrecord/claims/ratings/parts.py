"""Cuts a sentence about ratings into the parts that each speak of one finding, with its states and its edition."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from onrecord.claims.clauses import resolved
from onrecord.claims.context import Context, Read
from onrecord.claims.mentions import Kind, Linked
from onrecord.claims.phrases import states_of
from onrecord.claims.typed import Claim
from onrecord.vocabulary.periods import Period
from onrecord.vocabulary.verdicts import Filled


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a sentence: its places, the states it names (place and code), the period it names.

    ``book`` says that the period stands beside "edition", "report", "index". ``edition_at`` is None where the dates
    of the part cannot be told.
    """

    linked: Linked
    first: int
    last: int
    states: tuple[tuple[int, str], ...]
    edition: Period | None
    edition_at: frozenset[int] | None
    periods: tuple[tuple[int, Period], ...]
    book: bool
    bodies: frozenset[str]
    hidden: frozenset[int] = frozenset()
    filled: tuple[Filled, ...] = field(default=())

    @property
    def places(self) -> range:
        """All its places."""
        return range(self.first, self.last + 1)

    def tagged(self, *prefixes: str) -> list[int]:
        """Return its places tagged under one of the prefixes."""
        return [i for i in self.places if i not in self.hidden and self.linked[i].tagged(*prefixes)]

    def numbers(self) -> list[tuple[int, int]]:
        """Return its numbers and ordinals, with their places."""
        kinds = {Kind.NUMBER, Kind.ORDINAL}
        return [
            (i, self.linked[i].value)
            for i in self.places
            if self.linked[i].kind in kinds and isinstance(self.linked[i].value, int) and i not in self.hidden
        ]

    def is_total(self, i: int) -> bool:
        """Whether a number says of how many: "154 of 179", "out of 180 countries", "among 180 countries"."""
        before = [self.linked[k].text.lower() for k in range(max(0, i - 2), i)]
        of = {"of", "out of", "among", "of the", "out of the", "among the", "out of a total of"}
        return bool(before) and (before[-1] in of or (before[-1] == "the" and before[0] in of))

    def two_editions(self) -> tuple[Period | None, Period | None]:
        """Return the later and the earlier edition where two are named; the one named else."""
        closed = [p for _, p in self.periods]
        if len(closed) == 2 and all(p.first and p.last for p in closed):
            earlier, later = sorted(closed, key=lambda p: p.first or date.min)
            return later, earlier
        since = next((p for p in closed if p.last is None and p.first is not None), None)
        if since is not None and since.first is not None:
            return None, Period.year_of(since.first.year)
        if len(closed) == 1 and closed[0].first and closed[0].last and self._is_stretch(self.periods[0][0]):
            return Period.year_of(closed[0].last.year), Period.year_of(closed[0].first.year)
        return (closed[0] if closed else None), None

    def _is_stretch(self, i: int) -> bool:
        """Whether a date runs from one year to another, and is not an edition of two years ("2011/2012")."""
        period, words = self.linked[i].value.when, self.linked[i].text.lower().split()
        years = period.last.year - period.first.year
        return years > 1 or (years == 1 and bool({"and", "to", "until"} & set(words)))

    def read(self, claim: Claim, places: Iterable[int]) -> Read:
        """Return a claim of this part with the places it used besides the states, dates and bodies."""
        bodies = [i for i in self.places if self.linked[i].kind in {Kind.RATING}]
        used = {*places, *(i for i, _ in self.states), *(i for i, _ in self.periods), *bodies, *self.hidden}
        pronouns = [i for i in self.places if self.linked[i].tagged("order.still", "order.last")]
        return Read(claim, frozenset(used | set(pronouns)), self.first, self.last, self.filled)


def parts_of(linked: Linked, context: Context) -> list[Part]:
    """Return the parts of a sentence, cut at semicolons and before "while"; each inherits the state before it."""
    cuts = [0]
    for i in range(1, len(linked)):
        if linked[i].text == ";" or (linked[i].tagged("join.while") and linked[i - 1].text == ","):
            cuts.append(i)
    ends = [*(c - 1 for c in cuts[1:]), len(linked) - 1]
    found: list[Part] = []
    for first, last in zip(cuts, ends, strict=True):
        found.append(_part(linked, first, last, context, found[-1] if found else None))
    return found


def _part(linked: Linked, first: int, last: int, context: Context, before: Part | None) -> Part:
    places = range(first, last + 1)
    hidden = _brackets(linked, places)
    states = [(i, c) for i in places if i not in hidden for c in states_of(linked[i], context)]
    filled: tuple[Filled, ...] = ()
    if not states and before is not None:
        states = list(before.states)
    elif not states:
        states, filled = _pronoun(linked, places, context)
    periods = [
        (i, p)
        for i in places
        if linked[i].kind is Kind.PERIOD and i not in hidden and (p := resolved(linked[i], context))
    ]
    edition, at = _edition(linked, [i for i in places if linked[i].kind is Kind.PERIOD and i not in hidden], periods)
    if edition is None and at == frozenset() and context.heading is not None and context.heading.year:
        edition = context.heading
        filled = (*filled, Filled("edition", edition.words, "the heading"))
    elif edition is None and at == frozenset():
        filled = (*filled, Filled("edition", "the latest", "the day of the text"))
    book = any(_beside_book(linked, i) for i, _ in periods)
    bodies = frozenset(linked[i].value for i in places if linked[i].kind is Kind.RATING)
    return Part(linked, first, last, tuple(states), edition, at, tuple(periods), book, bodies, hidden, filled)


def _edition(
    linked: Linked, at: list[int], periods: list[tuple[int, Period]]
) -> tuple[Period | None, frozenset[int] | None]:
    """Return the one period of a part; no place where it has none, None where there are several or one is not told."""
    if not at:
        return None, frozenset()
    if len(periods) != len(at) or len({p for _, p in periods}) != 1:
        return None, None
    return periods[0][1], frozenset(at)


def _brackets(linked: Linked, places: range) -> frozenset[int]:
    """Return the places of brackets that explain a scale or name the year under review."""
    hidden: set[int] = set()
    for i in places:
        if linked[i].text == "(":
            closing = next((k for k in range(i, places.stop) if linked[k].text == ")"), None)
            inside = linked.words(i, closing).lower() if closing else ""
            if closing and any(
                w in inside
                for w in (
                    "most free",
                    "under review",
                    "least free",
                    "being the",
                    "the best",
                    "the worst",
                    "in the record",
                    "annual series",
                    "accreditation",
                )
            ):
                hidden |= set(range(i, closing + 1))
    return frozenset(hidden)


def _pronoun(linked: Linked, places: range, context: Context) -> tuple[list[tuple[int, str]], tuple[Filled, ...]]:
    known = context.subject or context.about
    at = next((i for i in places if linked[i].tagged("pronoun.it")), None)
    if known is None or at is None:
        return [], ()
    return [(at, known)], (Filled("state", known, f"“{linked[at].text}”"),)


def _beside_book(linked: Linked, i: int) -> bool:
    """Whether a year names an edition: "the 2012 report", "in its 2012 index", "the edition of 2012", "World 2012"."""
    near = [linked[k] for k in (i - 2, i - 1, i + 1, i + 2) if 0 <= k < len(linked)]
    return any(m.tagged("rating.edition") or m.kind is Kind.RATING for m in near)
