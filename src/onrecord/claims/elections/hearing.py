"""One stretch of a sentence as it is heard: its states, dates, figures and ordinals, and what of it has been used."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from onrecord.claims.clauses import resolved
from onrecord.claims.context import Context
from onrecord.claims.elections.dates import Times, times
from onrecord.claims.elections.slots import Figure, Pair, figures, groups, pairs, states_at
from onrecord.claims.elections.stretch import Stretch
from onrecord.claims.elections.typed import Race
from onrecord.claims.mentions import Kind, Linked, Mention
from onrecord.vocabulary.periods import Period
from onrecord.vocabulary.verdicts import Filled

_RECENT = timedelta(days=14)
"""A text that speaks of "the election" within so many days of one means that one."""


@dataclass(slots=True)
class Hearing:
    """A stretch with what it holds; ``used`` are the places that a claim of it rests on."""

    stretch: Stretch
    context: Context
    times: Times
    figures: list[Figure]
    pairs: list[Pair]
    group_places: list[tuple[int, str]]
    subject: dict[int, str]
    used: set[int] = field(default_factory=set)
    filled: list[Filled] = field(default_factory=list)
    race: Race = field(default_factory=Race)
    earlier: Race | None = None

    @property
    def linked(self) -> Linked:
        """The sentence."""
        return self.stretch.linked

    @property
    def periods(self) -> list[Period]:
        """The days of elections that the stretch names."""
        return self.times.elections

    def fill(self, others: Sequence["Hearing"], context: Context, own_date_only: bool = False) -> None:
        """Settle which election is meant: the stretch's own date, else one near by."""
        self.used |= self.times.now
        if self.stretch.at < len(self.linked) and self.stretch.kind != "nominal":
            self.used.add(self.stretch.at)
        group = self._group() or _only_group(others if not self.group_places else ())
        period = self.periods[0] if self.periods else None
        if period is not None and not own_date_only:
            self.take_period(period)
        if period is None and not self.times.terms and not own_date_only:
            period = self._from_near(others, context)
        term = self.times.terms[0] if self.times.terms and period is None else None
        by = True if self.stretch.has("n.race.by_election") else None
        before = [h.race for h in others if h.stretch.last < self.stretch.first and h.race.dated]
        self.earlier = before[-1] if before else None
        self.race = Race(period=period, term=term, group=group, by_election=by)

    def _group(self) -> str | None:
        named = {g for _, g in self.group_places}
        if len(named) != 1:
            return None
        self.used |= {i for i, _ in self.group_places}
        return named.pop()

    def _from_near(self, others: Sequence["Hearing"], context: Context) -> Period | None:
        told = [(h.periods[0], "the same sentence") for h in others if h.periods]
        if not told and (only := self._only_date(context)) is not None:
            told = [(only, "the same sentence")]
        told += [(p, "the heading") for p in (context.heading,) if p]
        if context.election is not None:
            told.append((context.election, "an earlier sentence"))
        told += [(p, "an earlier sentence") for p in (context.period,) if p]
        if not told and context.as_of is not None:
            told.append((Period(context.as_of - _RECENT, context.as_of), "the day of the text"))
        if not told:
            return None
        period, source = told[0]
        self.filled.append(Filled("election", period.words, source))
        return period

    def take_period(self, period: Period) -> Period:
        """Use the dates that make up a day or year of the stretch, and return it."""
        self.used |= self.times.places_of(period)
        return period

    def take_periods(self) -> list[Period]:
        """Use all plain dates of the stretch, and return them."""
        return [self.take_period(p) for p in self.periods]

    def _only_date(self, context: Context) -> Period | None:
        """Return the one date of the sentence, where it has one only, and use it."""
        at = list(self.linked.of_kind(Kind.PERIOD))
        period = resolved(self.linked[at[0]], context) if len(at) == 1 else None
        if period is None or at[0] in self.times.at or period.precision == "span":
            return None
        self.used.add(at[0])
        return period

    def races(self) -> list[Race]:
        """Return the elections named: one, or each of several; or the time for which a never holds."""
        if not self.periods and self.times.spans and self.never():
            return [Race(period=self.take_date(self.times.spans[0]), group=self.race.group)]
        if len(self.periods) < 2:
            return [self.race]
        return [Race(period=p, group=self.race.group) for p in self.take_periods()]

    def span(self) -> Period | None:
        """Return the stretch of years that a number of elections is counted over."""
        return self.take_date(self.times.spans[0]) if self.times.spans else None

    def take_date(self, period: Period) -> Period:
        """Use the date that gives a period, and return it."""
        self.used |= {i for i, p in self.times.at.items() if p == period}
        return period

    def mark(self, *tags: str) -> bool:
        """Use all mentions with one of the tags; return whether there are any."""
        at = {i for i in self.stretch.places if self.linked[i].tagged(*tags)}
        self.used |= at
        return bool(at)

    def subjects(self) -> tuple[str, ...]:
        """Return the states the stretch is about: its own, those named after an active verb, or a pronoun's."""
        own = self.subject or ({} if self._own_counted() else self._after_verb())
        if own:
            self.used |= set(own)
            return tuple(dict.fromkeys(own.values()))
        alone = not any(m.kind is Kind.STATE for m in self.linked.mentions)
        first = 0 if self.stretch.inherited and alone else self.stretch.first
        if not any(self.linked[i].tagged("pronoun.it") for i in range(first, self.stretch.last + 1)):
            return ()
        known = self.context.subject or self.context.about
        if known is None:
            return ()
        self.filled.append(Filled("state", known, "the text"))
        return (known,)

    def _own_counted(self) -> bool:
        """Whether the subject is a number of states, with those named only examples or a list of them."""
        return any(f.of in {"states", "newcomers", "winners"} and max(f.places) < self.stretch.at for f in self.figures)

    def _after_verb(self) -> dict[int, str]:
        if self.stretch.at >= self.stretch.last:
            return {}
        places = tuple(self.list_from(self.stretch.at + 1))
        end = max(places, default=self.stretch.at)
        office = end < self.stretch.last and self.linked[end + 1].text.lower() == "as"
        return {} if office else states_at(self.stretch, places, self.context)

    def list_from(self, at: int) -> Iterator[int]:
        """Yield the places of the states listed from a place on: "A, B (105) and the C"."""
        for i in range(at, self.stretch.last + 1):
            m = self.linked[i]
            if m.kind is Kind.STATE:
                yield i
            elif not _between(m):
                return

    def objects(self) -> tuple[str, ...]:
        """Return the states listed right behind the verb."""
        found = states_at(self.stretch, tuple(self.list_from(self.stretch.at + 1)), self.context)
        self.used |= set(found)
        return tuple(dict.fromkeys(found.values()))

    def winners(self) -> tuple[str, ...]:
        """Return the states that seats went to."""
        return self.objects()

    def listed_after(self, at: int) -> tuple[str, ...]:
        """Return the states listed from a place on, and use them."""
        found = states_at(self.stretch, tuple(self.list_from(at)), self.context)
        self.used |= set(found)
        return tuple(dict.fromkeys(found.values()))

    def denied(self) -> bool:
        """Return whether the verb is negated."""
        near = range(max(self.stretch.first, self.stretch.at - 4), self.stretch.at)
        at = {i for i in near if self.linked[i].tagged("negation", "order.never") and not self._state_between(i)}
        paired = {i for i in self.stretch.before if self.linked[i].text.lower() in {"neither", "nor"}}
        self.used |= at | paired
        return bool(at | paired)

    def hedged(self) -> bool:
        """Return whether the verb is one of what did not quite happen: "was almost elected"."""
        near = range(max(self.stretch.first, self.stretch.at - 2), self.stretch.at)
        return any(self.linked[i].tagged("bound") for i in near)

    def _state_between(self, i: int) -> bool:
        return any(self.linked[k].kind is Kind.STATE for k in range(i, self.stretch.at))

    def never(self) -> bool:
        """Return whether the stretch says never."""
        return any(
            self.linked[i].text.lower().startswith("never") or self.linked[i].tagged("order.never")
            for i in self.stretch.places
        )


def _only_group(others: Sequence["Hearing"]) -> str | None:
    """Return the group that the rest of the sentence is about, where it names one only."""
    named = {g for h in others for _, g in h.group_places}
    return named.pop() if len(named) == 1 else None


def _between(m: Mention) -> bool:
    return (
        m.text in {",", "(", ")", "the", "The", "and", "&", "'s", "–", "-", ":"}
        or m.tagged("join.and")
        or m.kind is Kind.NUMBER
        or m.tagged("n.ballot", "elect.each")
    )


def hear(stretch: Stretch, context: Context, parts: Sequence[Stretch]) -> Hearing:
    """Return a stretch as it is heard; a pronoun before its state takes the state of the stretch behind it."""
    subject = stretch.subject
    if not subject and stretch.kind != "nominal":
        later = [p for p in parts if p.first > stretch.last and p.subject]
        leading = stretch.first == 0 and not any(stretch.linked[i].kind is Kind.GROUP for i in stretch.before)
        counted = any(stretch.linked[i].kind is Kind.NUMBER for i in stretch.before)
        if later and leading and not counted and not states_at(stretch, tuple(stretch.after), context):
            subject = later[0].subject
    found = states_at(stretch, subject, context)
    if stretch.inherited and any(stretch.linked[i].tagged("pronoun.it") for i in stretch.before) and not found:
        found = {}
    electing = stretch.kind.startswith("elect") or stretch.kind == "nominal"
    return Hearing(
        stretch=stretch,
        context=context,
        times=times(stretch, context, electing),
        figures=figures(stretch),
        pairs=pairs(stretch, context),
        group_places=list(groups(stretch)),
        subject=found,
    )
