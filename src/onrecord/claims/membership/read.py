"""Reads claims about seats on the Council: who sat when, whose term ended, who follows whom, who left early."""

from collections.abc import Iterator, Sequence

from onrecord.claims.elections.hearing import Hearing
from onrecord.claims.elections.typed import FromGroup, Number, OnlyNth, Race, What
from onrecord.claims.elections.weighed import (
    ordinal_of,
    take_consecutive,
    take_term,
    take_term_length,
    term_ends,
)
from onrecord.claims.membership.read_changes import changes, plain_period
from onrecord.claims.membership.read_sets import sets
from onrecord.claims.membership.terms import FOUNDED
from onrecord.claims.membership.typed import NumberOfTerms, Sat, Sitting, TermIs, Together
from onrecord.claims.typed import Claim
from onrecord.vocabulary.periods import Period


def claims_of(one: Hearing, before: Sequence[Hearing], later: Sequence[Hearing]) -> Iterator[Claim]:
    """Yield the claims about seats and terms that one stretch makes, with those before and behind it."""
    kind = one.stretch.kind.removeprefix("member.")
    yield from sets(one, kind)
    if kind == "is":
        yield from _sat(one)
    else:
        yield from changes(one, kind, later)
    yield from _terms(one, kind, [*before, *later])


def _spells(one: Hearing) -> list[Period]:
    """Return the ranges of years of a stretch, or their open ends, and use them."""
    found = one.times.spans or ([] if one.stretch.has("n.term") else one.times.terms)
    if found is one.times.terms and len(found) == 1:
        one.used |= one.times.term_used
    return [one.take_date(p) for p in found]


def _sat(one: Hearing) -> Iterator[Claim]:
    states = one.subjects()
    if any(f.of == "terms" for f in one.figures) and "member" not in one.linked[one.stretch.at].text.lower():
        return
    if not states or one.stretch.has("v.member.consist") or _partly_counted(one):
        return
    group = one.race.group
    if group and "belong" in one.linked[one.stretch.at].text.lower():
        yield FromGroup(states=states, group=group)
        return
    others = _alongside(one)
    how, periods = _how(one)
    if _to_come(one) and None in periods:
        return
    if others:
        yield Together(states=(*states, *others), period=periods[0])
    elif how is not None and not _only_a_term(one, how, periods):
        for period in periods:
            yield Sat(states=states, how=how, period=period)
    if group:
        yield FromGroup(states=states, group=group)


def _only_a_term(one: Hearing, how: Sitting, periods: Sequence[Period | None]) -> bool:
    """Whether nothing but a term is spoken of: "is serving its second term"."""
    counted = one.stretch.has("n.term") or any(f.of == "terms" for f in one.figures)
    undated = all(p is None or p.first is None for p in periods)
    return how is Sitting.SOME and undated and counted


def _partly_counted(one: Hearing) -> bool:
    return any(f.of == "states" and f.whole is not None for f in one.figures)


def _alongside(one: Hearing) -> tuple[str, ...]:
    for i in one.stretch.places:
        if one.linked[i].tagged("term.same_time"):
            found = one.listed_after(i + 1)
            if found:
                one.used.add(i)
                return found
    return ()


_How = tuple[Sitting | None, Sequence[Period | None]]


def _how(one: Hearing) -> _How:
    inside = one.linked[one.stretch.at].text.lower().split()
    denied = one.denied() or bool({"not", "no"} & set(inside))
    if one.never() or "never" in inside:
        one.mark("order.never")
        founded = one.mark("elect.founded")
        return Sitting.NEVER, [None if founded else plain_period(one)]
    if not denied and one.mark("elect.founded"):
        return Sitting.SINCE, [Period(FOUNDED, None)]
    return _bounded(one, denied) or _in_years(one, denied)


def _bounded(one: Hearing, denied: bool) -> _How | None:
    """Return how a seat was held with one end of the time given: since, until, by; or with both, from and to."""
    ends = ((Sitting.SINCE, one.times.since), (Sitting.UNTIL, one.times.until), (Sitting.SOME, one.times.by))
    for how, period in ends:
        if period is not None and (how is Sitting.SOME or not denied):
            return (Sitting.NOT if denied else how), [one.take_date(period)]
    found = _spells(one)
    if not found:
        return None
    return (Sitting.NOT if denied else _of_spell(one, found[0])), found


def _in_years(one: Hearing, denied: bool) -> _How:
    periods: Sequence[Period | None] = one.take_periods() or [_ever(one)]
    if denied and not one.periods and periods[0] is not None:
        return Sitting.NEVER, [None]
    if denied:
        return Sitting.NOT, periods
    whole = one.mark("term.throughout") or one.times.throughout
    return (Sitting.WHOLE if whole else Sitting.SOME), periods


_PAST = frozenset({"was", "were", "been", "had", "sat", "served", "held", "occupied", "has", "have"})


def _to_come(one: Hearing) -> bool:
    """Whether the seat is spoken of as one to come: "who will hold seats"."""
    near = range(max(one.stretch.first, one.stretch.at - 3), one.stretch.at)
    return any(one.linked[i].text.lower() in {"will", "shall"} for i in near)


def _ever(one: Hearing) -> Period | None:
    """Return all the time up to the text, where the verb is of the past; None means the day of the text."""
    words = one.linked[one.stretch.at].text.lower().split()
    return Period(None, one.context.as_of) if words[0] in _PAST else None


def _of_spell(one: Hearing, spell: Period) -> Sitting:
    if one.mark("term.throughout"):
        return Sitting.WHOLE
    if spell.last is None:
        return Sitting.SINCE
    return Sitting.UNTIL if spell.first is None else Sitting.SPELL


def _terms(one: Hearing, kind: str, others: Sequence[Hearing]) -> Iterator[Claim]:
    counted = next((f for f in one.figures if f.of == "terms" and f.whole is None), None)
    if counted is not None and kind not in {"barred", "eligible"}:
        yield from _number(one, counted, others)
        return
    if kind == "succeed" or not (one.stretch.has("n.term") or kind in {"term_end", "term_begin"}):
        return
    winners = next((f for f in one.figures if f.of == "winners"), None)
    if winners is not None:
        yield from _of_those_elected(one, winners)
        return
    yield from _term(one, kind)


def _number(one: Hearing, counted, others: Sequence[Hearing]) -> Iterator[Claim]:
    states = one.subjects()
    in_a_row = take_consecutive(one)
    if len(states) != 1 or one.denied():
        return
    one.used |= counted.places
    one.mark("term.behind", "term.overall", "elect.founded")
    completed = one.mark("term.completed")
    by = one.times.by or plain_period(one) or next((h.periods[0] for h in others if h.periods), None)
    if one.times.by is not None:
        one.take_date(one.times.by)
    if in_a_row:
        over = by if one.stretch.kind == "member.term_end" else None
        during = None if over else by
        yield TermIs(state=states[0], nth=counted.n, consecutive=True, end=over, during=during)
    else:
        yield NumberOfTerms(state=states[0], n=counted.n, bound=counted.bound, by=by, completed=completed)
    for term in (*one.times.terms, *one.times.spans):
        begin, end = term_ends(one.take_date(term))
        yield TermIs(state=states[0], begin=begin, end=end)


def _of_those_elected(one: Hearing, winners) -> Iterator[Claim]:
    nth = ordinal_of(one, "terms")
    only = one.mark("q.only")
    race = Race(period=one.race.period)
    states = tuple(one.subject.values()) or one.objects()
    if nth is None or race.period is None or not states:
        return
    one.take_period(race.period)
    one.used |= winners.places | set(one.subject)
    _use_count(one, len(states))
    yield Number(what=What.ELECTED, race=race, n=winners.n, bound=winners.bound)
    yield OnlyNth(race=race, n=nth, states=states, whole=only)


def _use_count(one: Hearing, n: int) -> None:
    """Use the number that counts the states named beside it: "just two, A and B"."""
    for i in one.stretch.places:
        if one.linked[i].kind.value == "number" and i not in one.used and one.linked[i].value == n:
            one.used.add(i)


def _term(one: Hearing, kind: str) -> Iterator[Claim]:
    states = one.subjects()
    if not states or one.denied():
        return
    if len(one.times.terms) > 1:
        ends = [term_ends(one.take_date(term)) for term in one.times.terms]
        yield from (TermIs(state=state, begin=begin, end=end) for state in states for begin, end in ends)
        return
    nth, years, in_a_row = ordinal_of(one, "terms"), take_term_length(one), take_consecutive(one)
    begin, end = take_term(one)
    if kind == "term_end" and end is not None and (told := plain_period(one)) is not None:
        yield from (TermIs(state=state, nth=nth, end=told) for state in states)
    elif kind == "term_end":
        end = end or plain_period(one) or _until(one)
    elif kind == "term_begin":
        begin = begin or plain_period(one)
    if not any((nth, years, begin, end, in_a_row)):
        return
    one.mark("term.current", "term.overall")
    during = _during(one, kind) if begin is None or end is None else None
    for state in states:
        yield TermIs(state=state, begin=begin, end=end, nth=nth, years=years, during=during, consecutive=in_a_row)


def _during(one: Hearing, kind: str) -> Period | None:
    """Return the day on which the term is said to run: a plain date, or that of the text for "is serving"."""
    if kind in {"term_end", "term_begin"}:
        return None
    period = plain_period(one)
    day = one.context.as_of
    if period is None and kind in {"is", "term_have"} and _present(one) and not one.times.terms and day:
        return Period.day_of(day)
    return period


def _present(one: Hearing) -> bool:
    """Whether the verb speaks of the day of the text: "is serving its second term"."""
    words = {one.linked[i].text.lower() for i in range(max(0, one.stretch.at - 2), one.stretch.at + 1)}
    return any(w.split()[0] in {"is", "are"} for w in words if w)


def _until(one: Hearing) -> Period | None:
    if one.times.until is None or one.times.until.last is None:
        return None
    one.take_date(one.times.until)
    last = one.times.until.last
    return Period.year_of(last.year) if (last.month, last.day) == (12, 31) else Period.day_of(last)
