"""Reads from a stretch about an election who all were elected or stood, how many, and where there was a contest."""

from collections.abc import Iterator
from dataclasses import replace

from onrecord.claims.elections.hearing import Hearing
from onrecord.claims.elections.read_totals import by_whom
from onrecord.claims.elections.slots import Figure
from onrecord.claims.elections.typed import Contest, Listed, Number, Race, What
from onrecord.claims.mentions import Kind, Mention
from onrecord.claims.typed import Claim

_COUNTED = {
    "candidates": What.CANDIDATES,
    "seats": What.SEATS,
    "newcomers": What.NEWCOMERS,
    "new": What.NEW,
    "winners": What.ELECTED,
    "losers": What.LOSERS,
}
_BY_VERB = {
    "won": What.ELECTED,
    "again": What.REELECTED,
    "kept": What.REELECTED,
    "stood": What.CANDIDATES,
    "lost": What.LOSERS,
}
_SINGULAR = frozenset({"newcomer", "new member", "winner", "loser", "first-timer", "debutant"})
_COPULAS = frozenset({"were", "are", "was", "is", ":", "—", "–"})


def numbers(one: Hearing, kind: str) -> Iterator[Claim]:
    """Yield how many candidates, seats, winners or newcomers there are said to be."""
    for figure in one.figures:
        what = _what(one, figure, kind)
        if what is None:
            continue
        if figure.part:
            one.used |= figure.places if figure.n == len(one.subject) else frozenset()
            continue
        one.used |= figure.places
        race = race_of(one) if figure.group is None else replace(race_of(one), group=figure.group)
        yield Number(what=what, race=race, n=figure.n, bound=figure.bound)


def race_of(one: Hearing) -> Race:
    """Return the election meant with the term its seats are said to be for."""
    if not one.times.terms or one.race.term is not None:
        one.used |= one.times.term_used if len(one.times.terms) == 1 else frozenset()
        return one.race
    return replace(one.race, term=one.take_date(one.times.terms[0]))


def _what(one: Hearing, figure: Figure, kind: str) -> What | None:
    if figure.whole is not None or by_whom(one, figure) or _narrowed(one, figure):
        return None
    unnamed = one.stretch.has("n.slate") and one.race.group is None and figure.group is None
    if unnamed and figure.of != "groups" and not one.stretch.has("contest"):
        return None
    if figure.of == "states":
        return None if figure.n == 1 or one.stretch.has("elect.behind_it") else _BY_VERB.get(kind)
    return _COUNTED.get(figure.of)


def _narrowed(one: Hearing, figure: Figure) -> bool:
    """Whether a clause behind the noun chooses among them: "9 candidates that may have had more votes"."""
    end = max(figure.places)
    after = one.linked[end + 1] if end < one.stretch.last else None
    chosen = after is not None and after.tagged("join.which") and figure.of != "states"
    return chosen or one.linked[end].tagged("n.candidate.with_total")


def listed(one: Hearing, kind: str) -> Iterator[Claim]:
    """Yield that those elected, standing or new were the states listed."""
    what, at = _list_of(one, kind)
    if what is not None and _among(one, at):
        yield from _one_of(one, what)
        return
    before = _named_before(one, at) if what is not None and kind == "nominal" else ()
    if what is not None and before:
        yield Listed(what=what, race=race_of(one), states=before, whole=True)
        return
    if what is None or (one.stretch.has("include") and not _namely(one)):
        return
    start = _list_begins(one, at)
    if start is None:
        return
    states = one.listed_after(start)
    if len(states) < 2 and kind != "nominal":
        return
    if states:
        yield Listed(what=what, race=race_of(one), states=states, whole=True)


def _among(one: Hearing, at: int) -> bool:
    return any(one.linked[k].tagged("include.one_of", "term.one_of") for k in range(max(one.stretch.first, at - 3), at))


def _one_of(one: Hearing, what: What) -> Iterator[Claim]:
    """Yield that states are among those elected or new."""
    states = one.subjects() if one.subject else ()
    if states and not one.denied():
        yield Listed(what=what, race=one.race, states=states, whole=False)


def _named_before(one: Hearing, at: int) -> tuple[str, ...]:
    """Return the states of "A and B were the newcomers", and use them."""
    be = next((k for k in range(at, one.stretch.first, -1) if one.linked[k].text.lower() in _COPULAS), None)
    if be is None or one.linked[be + 1].text.lower() != "the" or not all(map(_plain, one.linked.mentions[be + 1 : at])):
        return ()
    return one.subjects() if any(i < be for i in one.subject) else ()


def _plain(m: Mention) -> bool:
    return m.text.lower() == "the" or m.kind in {Kind.NUMBER, Kind.GROUP, Kind.WORD} or m.tagged("v.elect.won")


def _namely(one: Hearing) -> bool:
    return any(one.linked[i].text.lower() == "namely" for i in one.stretch.places)


def _list_of(one: Hearing, kind: str) -> tuple[What | None, int]:
    for figure in one.figures:
        what = _COUNTED.get(figure.of) or (_BY_VERB.get(kind) if figure.of == "states" else None)
        if what is What.SEATS:
            if kind == "went" and one.race.group:
                return What.ELECTED, one.stretch.at
            continue
        if what is not None and figure.whole is None and not _partial(one, figure):
            return what, max(figure.places)
    nouns = (
        ("n.newcomer.newcomer", What.NEWCOMERS),
        ("n.newcomer.new", What.NEW),
        ("n.newcomer.winner", What.ELECTED),
        ("n.newcomer.loser", What.LOSERS),
    )
    for tag, what in nouns:
        for i in one.stretch.places:
            if one.linked[i].tagged(tag) and one.linked[i].text.lower() not in _SINGULAR:
                return what, i
    return None, 0


def _partial(one: Hearing, figure: Figure) -> bool:
    first = min(figure.places)
    return any(one.linked[k].tagged("include.one_of", "term.one_of") for k in range(max(0, first - 2), first))


def _list_begins(one: Hearing, at: int) -> int | None:
    """Return where a full list begins: behind "were", a colon or "namely"."""
    for k in range(at + 1, one.stretch.last + 1):
        m = one.linked[k]
        if m.kind is Kind.STATE:
            before = [one.linked[j] for j in range(max(at, k - 3), k)]
            told = any(b.text.lower() in _COPULAS or b.text.lower() == "namely" for b in before)
            return k if told or (one.stretch.at == at and k - at <= 2) else None
    return None


def contests(one: Hearing) -> Iterator[Claim]:
    """Yield whether groups, or the whole election, were contested."""
    said = [i for i in one.stretch.places if one.linked[i].tagged("contest")]
    if not said or one.race.period is None:
        return
    contested = one.linked[said[0]].tagged("contest.open")
    denied = {k for k in range(max(0, said[0] - 3), said[0]) if one.linked[k].tagged("negation")}
    contested = contested is not bool(denied)
    one.used |= {*said, *denied}
    named = tuple(dict.fromkeys(g for _, g in one.group_places))
    yield from _contest(one, named, contested)


def _contest(one: Hearing, named: tuple[str, ...], contested: bool) -> Iterator[Claim]:
    race = replace(one.race, group=None)
    counted = next((f for f in one.figures if f.of == "groups"), None)
    states = one.subjects() if not named else ()
    excepted = one.stretch.has("except") and len(named) == 1
    only = one.mark("q.only", "except.but")
    one.used |= {i for i, _ in one.group_places}
    if excepted:
        yield Contest(groups=named, race=race, contested=not contested, only=True)
    elif counted and not named:
        one.used |= counted.places
        yield Contest(groups=(), race=race, contested=contested, n=counted.n)
    elif len(states) == 1 and only:
        return
    elif len(states) == 1:
        yield Contest(groups=(), race=race, contested=contested, state=states[0])
    elif named or one.mark("q.all") or one.stretch.has("n.race"):
        yield Contest(groups=named, race=race, contested=contested, only=only)
