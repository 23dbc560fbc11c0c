"""The words of a stretch that are weighed for a claim: ordinals, how often, the term, at whose expense."""

from collections.abc import Iterator, Sequence

from onrecord.claims.elections.hearing import Hearing
from onrecord.claims.elections.slots import Figure
from onrecord.claims.mentions import Kind, Mention
from onrecord.vocabulary.periods import Period

_ORDINAL_NOUNS = {
    "times": ("n.times.time",),
    "terms": ("n.term",),
    "session": ("elect.session",),
    "place": ("order.highest", "order.lowest", "n.ballot.total", "elect.last", "n.opening"),
}
_LENGTHS = {"one": 1, "two": 2, "three": 3}


def ordinal_of(one: Hearing, noun: str) -> int | None:
    """Return the ordinal of a noun, "fourth" in "a fourth time" or "its fourth consecutive term", and use it."""
    for i in one.stretch.places:
        value = _ordinal(one.linked[i])
        if value is None:
            continue
        end = _noun_behind(one, i, _ORDINAL_NOUNS[noun])
        if end is not None:
            one.used |= {i, end}
            return value
    return None


def ordinal_alone(one: Hearing) -> int | None:
    """Return the ordinal of "was its first", with no noun behind it, and use it."""
    for i in one.stretch.places:
        value = _ordinal(one.linked[i])
        owned = i > one.stretch.at and one.linked[i - 1].tagged("pronoun.it")
        after = one.linked[i + 1] if i < one.stretch.last else None
        if value is not None and owned and (after is None or after.kind is Kind.MARK or after.tagged("term.overall")):
            one.used.add(i)
            return value
    return None


def take_tally(one: Hearing) -> tuple[int, int] | None:
    """Return two numbers of votes given as one figure, the higher first, and use it."""
    for i in one.stretch.places:
        m = one.linked[i]
        if m.kind is not Kind.TALLY:
            continue
        given = m.value if isinstance(m.value, tuple) else (m.value.yes, m.value.no)
        numbers = sorted((n for n in given if n is not None), reverse=True)
        if len(numbers) == 2 and len(given) == 2:
            one.used.add(i)
            return numbers[0], numbers[1]
    return None


def _noun_behind(one: Hearing, i: int, tags: Sequence[str]) -> int | None:
    for k in range(i + 1, min(i + 5, one.stretch.last + 1)):
        m = one.linked[k]
        if m.tagged(*tags):
            return k
        passed = (
            m.kind in {Kind.SMALL, Kind.WORD}
            or m.tagged("term.consecutive", "order.highest", "order.lowest")
            or m.text == "-"
        )
        if not passed:
            return None
    return None


def take_times(one: Hearing, found: Sequence[Figure]) -> bool:
    """Return whether the stretch says how many times, and use it."""
    for figure in found:
        one.used |= figure.places
    if found or word_times(one) is not None:
        one.mark("n.times.twice", "n.times.thrice", "n.times.once", "elect.founded", "term.overall")
        return True
    return False


def word_times(one: Hearing) -> int | None:
    """Return how many times a single word says: twice, thrice, once."""
    words = (("n.times.twice", 2), ("n.times.thrice", 3), ("n.times.once", 1))
    again = {i for i in one.stretch.places if one.linked[i].tagged("order.again")}
    return next(
        (n for tag, n in words if any(one.linked[i].tagged(tag) for i in one.stretch.places if i not in again)),
        None,
    )


def take_first(one: Hearing) -> bool:
    """Return whether it was for the first time, and use the words that say so."""
    at = {i for i in one.stretch.places if one.linked[i].tagged("order.first") and "time" in one.linked[i].text.lower()}
    beside = {one.stretch.at - 1, one.stretch.at + 1} & set(one.stretch.places)
    at |= {i for i in beside if one.linked[i].text.lower() == "first"}
    one.used |= at
    return bool(at)


def take_again(one: Hearing) -> bool:
    """Return whether it was done again, and use the words that say so."""
    return one.mark("order.again")


def take_term(one: Hearing) -> tuple[Period | None, Period | None]:
    """Return the years in which the term begins and ends, and use its dates."""
    if not one.times.terms:
        return None, None
    first = one.times.terms[0]
    one.used |= {i for i in one.times.term_used if len(one.times.terms) == 1 or one.times.at[i] == first}
    return term_ends(first)


def take_term_length(one: Hearing) -> int | None:
    """Return the number of years of the term, and use it."""
    for i in one.stretch.places:
        for name, n in _LENGTHS.items():
            if one.linked[i].tagged(f"n.term.{name}"):
                one.used.add(i)
                return n
    return None


def take_consecutive(one: Hearing) -> bool:
    """Return whether terms are said to follow each other directly."""
    at = {i for i in one.stretch.places if one.linked[i].tagged("term.consecutive")}
    beside = {
        i for i in at if any(k in one.stretch.places and one.linked[k].tagged("n.term") for k in (i - 1, i + 1, i + 2))
    }
    one.used |= beside
    return bool(beside)


def at_expense(one: Hearing) -> Iterator[tuple[str, ...]]:
    """Yield the states at whose expense a seat was won."""
    for i in one.stretch.places:
        m = one.linked[i]
        if m.tagged("elect.at_expense") and i > one.stretch.at:
            found = one.listed_after(i + 1)
        elif m.tagged("elect.expense"):
            at = [k for k in range(i - 1, max(one.stretch.first, i - 4), -1) if one.linked[k].kind is Kind.STATE]
            found = one.listed_after(at[0]) if at else ()
        else:
            continue
        if found:
            one.used.add(i)
            yield found


def term_ends(term: Period) -> tuple[Period | None, Period | None]:
    """Return when a term begins and when it ends, each as the year or day that is said."""
    begin = _edge(term.first) if term.first else None
    end = _edge(term.last) if term.last else None
    return begin, end


def _edge(day) -> Period:
    whole = (day.month, day.day) in {(1, 1), (12, 31)}
    return Period.year_of(day.year) if whole else Period.day_of(day)


def _ordinal(m: Mention) -> int | None:
    if m.kind is Kind.ORDINAL:
        return m.value
    return 1 if m.tagged("order.first") and m.text.lower() in {"the first", "first"} else None
