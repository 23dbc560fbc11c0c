"""Reads numbers of votes, ranks, comparisons and changes from a stretch about an election."""

from collections.abc import Iterator, Sequence

from onrecord.claims.elections.hearing import Hearing
from onrecord.claims.elections.slots import Figure
from onrecord.claims.elections.typed import Compared, Placed, Race, Than, Votes, VotesChanged
from onrecord.claims.mentions import Kind
from onrecord.claims.phrases import BOUNDS
from onrecord.claims.typed import Claim, Quantifier

_COUNTING = frozenset(
    {
        "won",
        "lost",
        "again",
        "kept",
        "returned",
        "polled",
        "went",
        "beat",
        "stood",
        "gave",
        "nominal",
        "placed",
        "top",
        "ahead",
        "trail",
    }
)
_BEFORE_FIGURES = frozenset({"with", "on", "(", "at"})


def totals(one: Hearing, kind: str) -> Iterator[Claim]:
    """Yield the votes that states are said to have received."""
    if kind in {"rose", "fell"}:
        yield from _changed(one, kind)
        return
    if len(one.periods) == 2 and one.stretch.has("order.than"):
        yield from _more_than_before(one)
        return
    if kind not in _COUNTING:
        return
    for pair in one.pairs:
        one.used |= pair.places
        yield Votes(state=pair.state, race=one.race, n=pair.n)
    yield from _of_subject(one, kind)


def _of_subject(one: Hearing, kind: str) -> Iterator[Claim]:
    paired = {p for pair in one.pairs for p in pair.places}
    found = [f for f in _figures(one, kind) if not f.places & paired]
    _use_majority(one)
    if not found:
        return
    states = one.objects() if kind == "gave" else one.subjects()
    each = any(one.linked[i].tagged("elect.each") for i in one.stretch.places)
    if one.stretch.has("elect.each") and _respective(one, states):
        yield from _one_each(one, states)
        return
    if not states or len(found) > 1 or (len(states) > 1 and not each):
        return
    figure = found[0]
    one.used |= figure.places
    one.mark("elect.each")
    for state in states:
        yield Votes(state=state, race=one.race, n=figure.n, bound=figure.bound, of=figure.whole)


def _respective(one: Hearing, states: Sequence[str]) -> list[int]:
    """Return the places of the numbers in "with 183 and 182 votes respectively", one for each state."""
    said = any(one.linked[i].text.lower() == "respectively" for i in one.stretch.places)
    numbers = [i for i in one.stretch.places if one.linked[i].kind is Kind.NUMBER and i not in one.used]
    return numbers if said and len(numbers) == len(states) > 1 else []


def _one_each(one: Hearing, states: Sequence[str]) -> Iterator[Claim]:
    numbers = _respective(one, states)
    one.used |= set(numbers)
    one.mark("elect.each", "n.ballot")
    for state, i in zip(states, numbers, strict=True):
        yield Votes(state=state, race=one.race, n=one.linked[i].value)


def _figures(one: Hearing, kind: str) -> list[Figure]:
    """Return the figures that are votes: with the word, with states that voted, or bare behind "with"."""
    behind = kind == "gave" or one.stretch.has("elect.behind_it") or "back" in _verb(one) or "support" in _verb(one)
    named = [
        f for f in one.figures if f.of in {"votes", "ballots"} or (f.of == "states" and (behind or by_whom(one, f)))
    ]
    plain = [f for f in named if f.of == "states" or not _margin(one, f)]
    return plain if named else list(_bare(one, kind))


def _margin(one: Hearing, figure: Figure) -> bool:
    """Whether a number of votes is what one lay behind or ahead by: "losing by two votes", "a two-vote margin"."""
    first, end = min(figure.places), max(figure.places)
    before = one.linked[first - 1] if first else None
    after = one.linked[end + 1] if end + 1 < len(one.linked) else None
    by = before is not None and before.text.lower().endswith("by") and one.stretch.kind != "elect.polled"
    return by or one.linked[first + 1].text == "-" or (after is not None and after.tagged("elect.margin"))


def by_whom(one: Hearing, figure: Figure) -> bool:
    """Return whether a number of states is that of those that voted: "elected by 183 states"."""
    first = min(figure.places)
    return any(one.linked[k].text.lower() == "by" for k in range(max(one.stretch.at, first - 2), first))


def _verb(one: Hearing) -> str:
    return one.linked[one.stretch.at].text.lower()


def _bare(one: Hearing, kind: str) -> Iterator[Figure]:
    taken = {p for f in one.figures for p in f.places}
    for i in one.stretch.places:
        m = one.linked[i]
        if m.kind is not Kind.NUMBER or i in taken or not 0 < m.value <= 193 or i == one.stretch.first:
            continue
        k = i - 1
        bound = one.linked[k].under("bound") if k > one.stretch.first else None
        before = one.linked[k - 1] if bound else one.linked[k]
        straight = kind == "polled" and (k == one.stretch.at or (bound and k - 1 == one.stretch.at))
        if before.text.lower() in _BEFORE_FIGURES or straight:
            places = {i, k} if bound else {i}
            yield Figure(m.value, "votes", BOUNDS[bound] if bound else Quantifier.EXACTLY, frozenset(places))


def _use_majority(one: Hearing) -> None:
    """Half the membership and one is what a candidate needs: a rule, not a claim about the election."""
    for i in one.stretch.places:
        m = one.linked[i]
        near = range(i + 1, min(i + 4, one.stretch.last + 1))
        if m.kind is Kind.NUMBER and m.value in {96, 97} and any(one.linked[k].tagged("n.ballot.share") for k in near):
            one.used.add(i)


def _changed(one: Hearing, kind: str) -> Iterator[Claim]:
    numbers = [i for i in one.stretch.places if one.linked[i].kind is Kind.NUMBER]
    states, periods = one.subjects(), list(one.times.all)
    if len(numbers) == len(periods) == 1 and one.earlier is not None:
        # "with 139 votes, down from 180 in 2016": the later number stands in the part before.
        races = [Race(period=periods[0]), one.earlier]
    elif len(numbers) == len(periods) == 2:
        races = [Race(period=p, group=one.race.group) for p in periods]
    else:
        return
    if len(states) != 1:
        return
    one.used |= {*numbers, *one.times.at}
    for i, race in zip(numbers, races, strict=False):
        yield Votes(state=states[0], race=race, n=one.linked[i].value)
    than = Than.MORE if kind == "rose" else Than.FEWER
    yield VotesChanged(state=states[0], before=races[0], after=races[1], than=than)


def _more_than_before(one: Hearing) -> Iterator[Claim]:
    """Yield "received more votes in 2012 than in 2006"."""
    order = next((n for n in ("more", "fewer") if one.stretch.has(f"order.{n}")), None)
    states = one.subjects()
    if order is None or len(states) != 1 or any(m.kind is Kind.NUMBER for m in one.linked.mentions):
        return
    after, before = (Race(period=p, group=one.race.group) for p in one.take_periods())
    one.mark(f"order.{order}", "order.than")
    yield VotesChanged(state=states[0], before=before, after=after, than=_THAN[order])


def ranks(one: Hearing, kind: str) -> Iterator[Claim]:
    """Yield the places by votes that states are said to have taken."""
    found = _rank(one, kind)
    if found is None:
        return
    place, lowest, used = found
    states = one.subjects()
    if len(states) != 1:
        return
    one.used |= used
    shared = one.mark("elect.tied")
    of = next((f for f in one.figures if f.of in {"candidates", "winners"}), None)
    elected_only = one.stretch.has("n.newcomer.winner") or (of is not None and of.of == "winners")
    if of:
        one.used |= of.places
    yield Placed(
        state=states[0],
        race=one.race,
        place=place,
        lowest=lowest,
        elected_only=elected_only,
        of=(of.whole or of.n) if of else None,
        with_total=one.stretch.has("n.candidate.with_total"),
        shared=shared,
        own_group=one.race.group is None and one.stretch.has("n.slate"),
    )


_Rank = tuple[int, bool, set[int]]
"""A place, whether it is counted from the lowest, and the places of the words that say so."""


def _rank(one: Hearing, kind: str) -> _Rank | None:
    if kind == "top":
        return 1, False, {one.stretch.at}
    if kind == "placed":
        return _finish(one)
    return _numbered(one) or _superlative(one) or _than_any(one)


def _numbered(one: Hearing) -> _Rank | None:
    """Return the rank of "rank 5 of the 18 candidates"."""
    found = next((f for f in one.figures if f.of == "candidates" and f.whole and _rank_before(one, f)), None)
    return (found.n, False, set(found.places)) if found else None


def _superlative(one: Hearing) -> _Rank | None:
    """Return the rank of "the fifth highest number of votes"."""
    linked = one.linked
    for i in one.stretch.places:
        if not linked[i].tagged("order.highest", "order.lowest"):
            continue
        ahead = any(linked[k].tagged("n.ballot") for k in range(i + 1, min(i + 5, one.stretch.last + 1)))
        behind = any(linked[k].tagged("n.ballot.total") for k in range(max(one.stretch.first, i - 8), i))
        if ahead or behind:
            place, at = _ordinal_before(one, i)
            return place, linked[i].tagged("order.lowest"), {i, *at}
    return None


def _than_any(one: Hearing) -> _Rank | None:
    """Return the rank of "more votes than any other candidate"."""
    for name, lowest in (("more", False), ("fewer", True)):
        if one.stretch.has(f"elect.{name}") and one.stretch.has("elect.any_other"):
            return 1, lowest, set(_tagged(one, f"elect.{name}", "elect.any_other", f"order.{name}", "order.than"))
    return None


def _rank_before(one: Hearing, figure: Figure) -> bool:
    """Whether "5 of the 18 candidates" is a rank: the word stands before it."""
    k = min(figure.places) - 1
    return k >= one.stretch.first and one.linked[k].tagged("elect.rank")


def _tagged(one: Hearing, *tags: str) -> list[int]:
    return [i for i in one.stretch.places if one.linked[i].tagged(*tags)]


def _ordinal_before(one: Hearing, i: int) -> tuple[int, set[int]]:
    for k in range(i - 1, max(one.stretch.first - 1, i - 4), -1):
        m = one.linked[k]
        if m.kind is Kind.ORDINAL:
            return m.value, {k}
        if not (m.text == "-" or m.tagged("elect.tied")):
            break
    return 1, set()


def _finish(one: Hearing) -> tuple[int, bool, set[int]] | None:
    for k in range(one.stretch.at + 1, min(one.stretch.at + 4, one.stretch.last + 1)):
        m = one.linked[k]
        if m.kind is Kind.ORDINAL:
            return m.value, False, {k}
        if m.tagged("elect.last", "order.last"):
            return 1, True, {k}
        if m.tagged("order.first"):
            return 1, False, {k}
    return None


_BY_VERB = {"elect.ahead": "ahead", "elect.trail": "behind"}
_THAN = {"more": Than.MORE, "fewer": Than.FEWER, "equal": Than.EQUAL, "ahead": Than.MORE, "behind": Than.FEWER}


def comparisons(one: Hearing) -> Iterator[Claim]:
    """Yield the comparisons of one state's votes with those of others."""
    for i in one.stretch.places:
        m = one.linked[i]
        name = next((n for n in _THAN if m.tagged(f"elect.{n}")), None) or _BY_VERB.get(
            one.stretch.kind if i == one.stretch.at else ""
        )
        if name is None or i <= one.stretch.first:
            continue
        others = one.listed_after(i + 1)
        states = one.subjects()
        if others and len(states) == 1 and states[0] not in others:
            by = (
                one.linked[i - 1].value if one.linked[i - 1].kind is Kind.NUMBER and name in {"more", "fewer"} else None
            )
            one.used |= {i, i - 1} if by is not None else {i}
            yield Compared(state=states[0], others=others, than=_THAN[name], race=one.race, by=by)
