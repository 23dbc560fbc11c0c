"""Reads the terms that a sentence about something else names: "during its 2013–2015 term Kenya voted …"."""

from collections.abc import Iterator

from onrecord.claims.context import Context, Read
from onrecord.claims.elections.weighed import term_ends
from onrecord.claims.membership.typed import TermIs
from onrecord.claims.mentions import Kind, Linked, Mention
from onrecord.claims.phrases import states_of
from onrecord.vocabulary.periods import Period
from onrecord.vocabulary.verdicts import Filled

_POSSESSIVE = frozenset({"its", "their", "our", "your", "my"})


def named_terms(linked: Linked, context: Context, taken: frozenset[int]) -> Iterator[Read]:
    """Yield the terms named at places that no other claim on seats has used."""
    for i, m in enumerate(linked.mentions):
        if m.tagged("n.term") and i not in taken:
            found = _named(linked, context, i)
            if found is not None:
                yield found


def _named(linked: Linked, context: Context, i: int) -> Read | None:
    nth, before, years = _before(linked, context, i)
    after = _after(linked, context, i)
    span = before[1] if before else after[1] if after else None
    used = {i, *nth[1], *years[1], *(before[0] if before else ()), *(after[0] if after else ())}
    owner = _owner(linked, context, min(used), max(used))
    if owner is None or (nth[0] is None and span is None):
        return None
    begin, end = term_ends(span) if span else (None, None)
    state, at, filled = owner
    claim = TermIs(state=state, begin=begin, end=end, nth=nth[0], years=years[0])
    return Read(claim, frozenset(used | at), min(used), max(used), filled)


_Ordinal = tuple[int | None, frozenset[int]]
_Span = tuple[frozenset[int], Period]


def _before(linked: Linked, context: Context, i: int) -> tuple[_Ordinal, _Span | None, _Ordinal]:
    nth: _Ordinal = (None, frozenset())
    years: _Ordinal = (None, frozenset())
    span: _Span | None = None
    for name, n in (("one", 1), ("two", 2), ("three", 3)):
        if linked[i].tagged(f"n.term.{name}"):
            years = (n, frozenset({i}))
    for k in range(i - 1, max(-1, i - 4), -1):
        m = linked[k]
        if m.kind is Kind.ORDINAL:
            nth = (m.value, frozenset({k}))
        elif m.kind is Kind.PERIOD and (period := _range(m)):
            span = (frozenset({k}), period)
        elif m.kind is not Kind.MARK or m.text not in {"-", "–"}:
            break
    return nth, span, years


def _after(linked: Linked, context: Context, i: int) -> _Span | None:
    """Return the years right behind the noun: "term (2013–2015)", "term on the Council, from 2013 to 2015,"."""
    for k in range(i + 1, min(i + 6, len(linked))):
        m = linked[k]
        if m.kind is Kind.PERIOD:
            period = _range(m)
            return (frozenset({k}), period) if period else None
        if not (m.kind is Kind.SMALL or m.text in {"(", ","} or m.tagged("body.council", "foreign.none")):
            return None
    return None


def _range(m: Mention) -> Period | None:
    period = m.value.when if isinstance(m.value.when, Period) else None
    if period is None or period.first is None or period.last is None:
        return None
    return period if 0 < period.last.year - period.first.year <= 4 else None


def _owner(
    linked: Linked, context: Context, first: int, last: int
) -> tuple[str, frozenset[int], tuple[Filled, ...]] | None:
    """Return whose term it is: the state before "'s", or that of "its" in the sentence or around it."""
    before = range(first - 1, max(-1, first - 4), -1)
    for k in before:
        codes = states_of(linked[k], context)
        if codes and linked[k + 1].text in {"'s", "’s", "’", "'"}:
            return codes[0], frozenset({k}), ()
    if not any(linked[k].text.lower() in _POSSESSIVE for k in before[:2]):
        return None
    named = {c for m in linked.mentions for c in states_of(m, context)}
    lead = [k for k in range(len(linked)) if states_of(linked[k], context)]
    if lead and (len(named) == 1 or _subject_behind(linked, first, last, lead)):
        at = _subject_behind(linked, first, last, lead) or lead[0]
        return states_of(linked[at], context)[0], frozenset({at}), ()
    known = context.subject or context.about
    if known is None or lead:
        return None
    return known, frozenset(), (Filled("state", known, "the text"),)


def _subject_behind(linked: Linked, first: int, last: int, lead: list[int]) -> int | None:
    """Return the state that follows the opening phrase's comma: "During its term, Kenya …"."""
    if any(k < first for k in lead):
        return None
    at = lead[0]
    return at if at == last + 1 or linked[at - 1].text.lower() in {",", "the"} else None
