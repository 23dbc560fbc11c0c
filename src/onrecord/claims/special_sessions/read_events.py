"""Reads how many special sessions were held, when one was held, and how one ended."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.claims.clauses import Clause
from onrecord.claims.context import Context, Read
from onrecord.claims.events.describing import Phrase, merged, stretch_of
from onrecord.claims.events.typed import Described
from onrecord.claims.events.voices import denial
from onrecord.claims.mentions import Kind
from onrecord.claims.numbers import VoteTally
from onrecord.claims.special_sessions.typed import Ended, Held, Moment, NumberOfSessions
from onrecord.claims.typed import Quantifier


def defined(sessions: Described) -> Described:
    """Leave out whose request it was: that only names it."""
    return replace(sessions, body=sessions.body if sessions.body == "HRC" else None, led_by=())


def grammar(clause: Clause) -> frozenset[int]:
    """Return the places of words that only carry a clause about sessions."""
    tags = ("include", "n.request", "n.member", "body", "agent", "n.session", "order.also", "q.generic", "v.session")
    return frozenset(i for i in clause.places if clause.linked[i].tagged(*tags))


_MOMENTS = {"held": Moment.HELD, "opened": Moment.OPENED, "closed": Moment.CLOSED}
_COUNTING = frozenset(
    {
        Quantifier.EXACTLY,
        Quantifier.AT_LEAST,
        Quantifier.AT_MOST,
        Quantifier.MORE_THAN,
        Quantifier.FEWER_THAN,
        Quantifier.ABOUT,
    }
)


def held_in(clause: Clause, mine: Sequence[Phrase], context: Context) -> Iterator[Read]:
    """Yield how many special sessions were held, or when one was."""
    linked, verb = clause.linked, clause.verb
    if denial(clause) or any(linked[i].kind is Kind.GROUP for i in clause.before):
        return
    moment = next((m for n, m in _MOMENTS.items() if verb.tagged(f"v.session.{n}")), None)
    for phrase in mine:
        described, more = merged(phrase, linked, clause.places, context)
        sessions = replace(defined(described), body=_council(clause, described))
        used = phrase.used | more | grammar(clause) | {clause.predicate}
        stretch = stretch_of(clause, phrase)
        counted = sessions.quantifier in _COUNTING and sessions.n is not None and sessions.plural
        if counted and sessions.n is not None:
            meant = replace(sessions, n=None, quantifier=Quantifier.THE)
            yield Read(NumberOfSessions(sessions=meant, n=sessions.n, bound=sessions.quantifier), used, *stretch)
        elif (
            moment
            and not _nth_of_a_year(clause, sessions)
            and not sessions.plural
            and (sessions.ordinal or sessions.topics or sessions.words)
            and sessions.period
        ):
            period = sessions.period
            meant = replace(sessions, period=None)
            yield Read(Held(sessions=meant, period=period, moment=moment), used, *stretch)


def _nth_of_a_year(clause: Clause, sessions: Described) -> bool:
    """Whether "its third session of 2014" may count within the year: then the number is not the session's own."""
    if sessions.ordinal is None or sessions.topics or sessions.words:
        return False
    dates = [i for i in clause.places if clause.linked[i].kind is Kind.PERIOD]
    yearly = sessions.period is not None and sessions.period.precision == "year"
    return len(dates) > 1 or (sessions.ordinal <= 6 and yearly)


def _council(clause: Clause, described: Described) -> str | None:
    linked = clause.linked
    here = any(linked[i].tagged("body.council") or "council" in linked[i].text.lower() for i in range(len(linked)))
    return "HRC" if here or described.body == "HRC" else None


def ended_in(clause: Clause, mine: Sequence[Phrase], context: Context) -> Iterator[Read]:
    """Yield with what text a special session ended."""
    linked = clause.linked
    symbols = [i for i in clause.places if linked[i].kind is Kind.SYMBOL]
    tallies = [i for i in clause.places if linked[i].kind is Kind.TALLY]
    how = {linked[i].under("how") for i in clause.places if linked[i].tagged("how")}
    phrase = mine[-1]
    if denial(clause) or len(symbols) > 1 or len(tallies) > 1 or not (symbols or tallies or how & {"vote", "without"}):
        return
    described, more = merged(phrase, linked, clause.places, context)
    claim = Ended(
        sessions=defined(described),
        symbol=linked[symbols[0]].value if symbols else (),
        by_vote="vote" in how,
        without_vote="without" in how,
        figures=_figures(linked[tallies[0]].value) if tallies else (),
    )
    used = phrase.used | more | grammar(clause) | {clause.predicate, *symbols, *tallies}
    used |= {i for i in clause.places if linked[i].tagged("how", "n.text")}
    yield Read(claim, used, *stretch_of(clause, phrase))


def _figures(value: VoteTally) -> tuple[int, ...]:
    return tuple(n for n in (value.yes, value.no, value.abstain) if n is not None)
