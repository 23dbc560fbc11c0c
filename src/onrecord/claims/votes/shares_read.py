"""Reads claims about shares: on how many texts a state took a position, and how that stands beside others."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from onrecord.claims.context import Context, Read
from onrecord.claims.lexicon import table
from onrecord.claims.mentions import Kind, Linked
from onrecord.claims.typed import Claim, Texts
from onrecord.claims.votes.shares_amounts import amount_at, total_after
from onrecord.claims.votes.shares_heard import STANCES, Heard, heard, measured
from onrecord.claims.votes.shares_only import read_only_one
from onrecord.claims.votes.shares_typed import Difference, Measured, Median, MostOften, Ranked, Share
from onrecord.claims.votes.typed import Stance

_MODAL = frozenset(table("small")["modal"])


def read_shares(linked: Linked, context: Context) -> list[Read]:
    """Return the claims about shares, medians, ranks and differences that a sentence makes; none where it has none."""
    if not _asserts(linked):
        return []
    alone = read_only_one(linked, context)
    if alone or not _speaks_of_shares(linked):
        return alone
    one = heard(linked, context)
    if one is None:
        return []
    if any(part.over is None for part in one.parts):
        return []
    claims = [*_shares(one), *_medians(one), *_ranks(one), *_gaps(one), *_extremes(one)]
    return [Read(c, frozenset(one.used), 0, len(linked) - 1, tuple(one.filled)) for c in claims]


def _asserts(linked: Linked) -> bool:
    return not any(m.text.lower() in _MODAL or m.tagged("v.change") for m in linked.mentions)


def _speaks_of_shares(linked: Linked) -> bool:
    if any(linked.where("share.support", "share.median")) and any(
        linked.where("selection", "scope.country", "scope.item")
    ):
        return True
    votes = any(linked.where("v.vote"))
    country = any(linked.where("scope.country", "scope.item", "selection"))
    told = any(linked.where("selection", "share")) or any(linked.of_kind(Kind.SHARE))
    several = sum(1 for i in linked.where("v.vote") if amount_at(linked, i + 1, len(linked) - 1)) > 1
    counted = any(total_after(linked, i, len(linked) - 1)[0] for i in linked.of_kind(Kind.NUMBER)) or any(
        linked.where("q.half", "q.most")
    )
    in_five = any(_in_words(linked, i) for i in linked.of_kind(Kind.NUMBER))
    sole = any(linked.where("q.only")) and any(linked.where("q.all", "q.none")) and country
    return votes and (told or several or sole or (country and (counted or in_five)))


def _in_words(linked: Linked, i: int) -> bool:
    found = amount_at(linked, i, len(linked) - 1)
    return found is not None and found.part is not None


def _shares(one: Heard) -> Iterator[Claim]:
    for part in one.parts:
        if part.over is None or one.state is None:
            continue
        amount = part.amount
        if part.percent is not None and part.stance is Stance.NOT_YES:
            # "Did not vote in favour of the one text (0 per cent)" gives the share of support.
            yield Share(state=one.state, stance=Stance.YES, over=part.over, percent=part.percent)
            part.percent = None
        yield Share(
            state=one.state,
            stance=part.stance,
            over=part.over,
            n=amount.n,
            of=part.of,
            percent=amount.percent if amount.percent is not None else part.percent,
            part=amount.part,
            bound=amount.bound,
        )


def _main(one: Heard) -> Measured | None:
    """Return the texts that a median or rank is about: those of the amount of support, or those named alone."""
    parts = [p for p in one.parts if p.stance is Stance.YES and p.over] or [p for p in one.parts if p.over]
    if parts and parts[0].over is not None:
        return replace(parts[0].over, n=parts[0].of)
    if one.parts:
        return None
    return measured(one, _named(one.linked, 0, len(one.linked) - 1))


def _named(linked: Linked, first: int, last: int) -> list[int]:
    """Return the places that name texts where no amount of them is given."""
    tags = ("selection", "scope.country", "scope.item", "n.text")
    found = {i for i in range(first, last + 1) if linked[i].tagged(*tags)}
    return sorted(found | {i + 1 for i in found if linked[i].tagged("scope.item") and i < last})


def _medians(one: Heard) -> Iterator[Claim]:
    linked, over = one.linked, _main(one)
    start = next(linked.where("share.median"), None)
    if start is None or over is None:
        return
    group, told = None, False
    for i in range(start, len(linked)):
        m = linked[i]
        if m.tagged("v.rating.rank", "v.elect.placed", "rating.place"):
            return
        if m.kind is Kind.GROUP:
            group, told = m.value, True
            one.used.add(i)
        elif m.tagged("body.council") or (m.tagged("n.member.member") and group is None):
            told = True
        elif m.kind is Kind.SHARE and isinstance(m.value, Decimal) and told:
            one.used |= {i, start}
            yield Median(over=over, percent=m.value, group=group, state=one.state)
            group, told = None, False


def _ranks(one: Heard) -> Iterator[Claim]:
    linked, over = one.linked, _main(one)
    last = len(linked) - 1
    for i in linked.where("v.rating.rank", "v.elect.placed", "rating.place"):
        at = next(
            (k for k in range(i + 1, min(i + 3, last + 1)) if linked[k].kind in {Kind.NUMBER, Kind.ORDINAL}), None
        )
        if at is None or over is None or one.state is None:
            continue
        of, places = total_after(linked, at, last)
        shared = next((k for k in range(at, last) if linked[k].tagged("share.shared")), None)
        tied = linked[shared + 1].value if shared and linked[shared + 1].kind is Kind.NUMBER else None
        one.used |= {i, at, *places} | ({shared, shared + 1} if shared and tied is not None else set())
        yield Ranked(state=one.state, over=over, rank=linked[at].value, of=of, tied=tied)


def _gaps(one: Heard) -> Iterator[Claim]:
    linked = one.linked
    for i in linked.where("share.points"):
        sets = [p.over for p in one.parts if p.over] or _two_sets(one, i)
        if i < 1 or linked[i - 1].kind is not Kind.NUMBER or len(sets) != 2 or one.state is None:
            continue
        sign = -1 if i > 1 and linked[i - 2].text in {"-", "−", "–"} else 1
        one.used |= {i - 1, i}
        yield Difference(state=one.state, first=sets[0], second=sets[1], points=sign * linked[i - 1].value)


def _two_sets(one: Heard, last: int) -> list[Measured]:
    """Return the sets before and after "and" in "support for texts under item 7 and for other country texts"."""
    linked = one.linked
    named = _named(linked, 0, last)
    between = next((i for i in linked.where("join.and") if named and named[0] < i < named[-1]), None)
    if between is None:
        return []
    sides = (measured(one, _named(linked, 0, between)), measured(one, _named(linked, between, last)))
    return [side for side in sides if side is not None]


def _extremes(one: Heard) -> Iterator[Claim]:
    """Read "voted no more often than any other member", "the only member to vote against all country texts"."""
    linked = one.linked
    often = next(linked.where("share.often"), None)
    over = measured(one, _named(linked, 0, len(linked) - 1)) if often is not None else None
    verbs = [i for i in linked.where("v.vote") if linked[i].under("v.vote") in STANCES]
    if often is not None and len(verbs) == 1 and one.state is not None:
        stance = STANCES[linked[verbs[0]].under("v.vote") or "yes"]
        one.used |= {often, verbs[0]}
        over = over or Measured(texts=Texts(country=True, plural=True, period=one.period))
        yield MostOften(state=one.state, stance=stance, over=over, less=linked[often].tagged("share.often.less"))
