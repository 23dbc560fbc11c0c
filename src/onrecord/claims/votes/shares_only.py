"""Reads that a state was the only member to take a position on all, or on none, of a set of texts."""

from dataclasses import replace

from onrecord.claims.clauses import period_of
from onrecord.claims.context import Context, Read
from onrecord.claims.mentions import Linked
from onrecord.claims.phrases import states_in, texts_in
from onrecord.claims.typed import Quantifier
from onrecord.claims.votes.shares_amounts import Amount, amount_at
from onrecord.claims.votes.shares_typed import Measured, OnlyOne
from onrecord.claims.votes.typed import Stance
from onrecord.vocabulary.situations import Selection

SELECTIONS = {
    "votes_count": Selection.VOTES_COUNT,
    "all": Selection.ALL,
    "your_hrc": Selection.YOUR_HRC,
    "item_7": Selection.ITEM_7,
}
"""The named selections by their tags in the lexicon."""

_STANCES = {"yes": Stance.YES, "no": Stance.NO, "abstain": Stance.ABSTAIN, "absent": Stance.ABSENT}


def read_only_one(linked: Linked, context: Context) -> list[Read]:
    """Return the claim of "A was the only member to vote against all country resolutions in 2019", if it is one."""
    verbs = [i for i in linked.where("v.vote") if linked[i].under("v.vote") in _STANCES]
    only = next(linked.where("q.only"), None)
    if len(verbs) != 1 or only is None:
        return []
    at, last = verbs[0], len(linked) - 1
    amount = amount_at(linked, at + 1, last)
    quantifier = _share(amount)
    member = only + 1 < at and linked[only + 1].tagged("n.member")
    who = states_in(linked, [i for i in range(at) if i != only and not linked[i].tagged("n.member")], context)
    if amount is None or quantifier is None or not member or who is None or len(who.states.states) != 1:
        return []
    period, dates = period_of(linked, range(len(linked)), context)
    found = texts_in(linked, range(amount.end, last + 1), context)
    period = period or context.heading or context.period
    texts = replace(found.texts, quantifier=Quantifier.THE, n=None, of=None, plural=True, period=period)
    named = list(linked.where("selection"))
    if not texts.described or len(named) > 1:
        return []
    selection = SELECTIONS[linked[named[0]].under("selection") or "all"] if named else None
    claim = OnlyOne(
        state=who.states.states[0],
        stance=_STANCES[linked[at].under("v.vote") or "yes"],
        over=Measured(texts=texts, selection=selection),
        quantifier=quantifier,
    )
    used = frozenset({only, only + 1, at}) | who.used | dates | amount.places | found.used | frozenset(named)
    return [Read(claim, used, 0, last)]


def _share(amount: Amount | None) -> Quantifier | None:
    if amount is None:
        return None
    if amount.quantifier is Quantifier.ALL:
        return Quantifier.ALL
    return Quantifier.NONE if amount.n == 0 and amount.of is None else None
