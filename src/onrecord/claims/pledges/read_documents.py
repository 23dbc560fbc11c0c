"""Reads claims about the documents that hold a state's pledges."""

from onrecord.claims.clauses import resolved
from onrecord.claims.context import Context, Read
from onrecord.claims.mentions import Kind, Linked
from onrecord.claims.phrases import states_of
from onrecord.claims.pledges.typed import PledgeDocument
from onrecord.vocabulary.verdicts import Filled

_NEAR = 6


def read_documents(linked: Linked, context: Context) -> list[Read]:
    """Return "the pledges of Kazakhstan are in A/67/122", "pledges annexed to the letter dated 6 June 2012"."""
    noun = next(linked.where("n.pledge"), None)
    if noun is None or any(m.tagged("v.keep") for m in linked.mentions):
        return []
    state, filled, used = _state(linked, context)
    symbols = list(linked.of_kind(Kind.SYMBOL))
    dates = [(i, p) for i in linked.of_kind(Kind.PERIOD) if (p := resolved(linked[i], context))]
    letter = next(linked.where("pledge.document"), None)
    if state is None or (not symbols and (letter is None or not dates)):
        return []
    dated = [(i, p) for i, p in dates if letter is not None and 0 < i - letter <= _NEAR]
    made = [(i, p) for i, p in dates if (i, p) not in dated]
    if len(dated) > 1 or len(made) > 1:
        return []
    claim = PledgeDocument(
        state=state,
        symbols=tuple(s for i in symbols for s in linked[i].value),
        period=dated[0][1] if dated and not symbols else None,
        made=made[0][1] if made else None,
    )
    if not claim.symbols and claim.period is None:
        return []
    places = frozenset({noun, *symbols, *used, *(i for i, _ in dates), *([letter] if letter is not None else [])})
    return [Read(claim, places, 0, len(linked) - 1, filled)]


def _state(linked: Linked, context: Context) -> tuple[str | None, tuple[Filled, ...], set[int]]:
    named = list(linked.of_kind(Kind.STATE))
    codes = tuple(dict.fromkeys(c for i in named for c in states_of(linked[i], context)))
    if len(codes) == 1:
        return codes[0], (), set(named)
    pronoun = next(linked.where("pronoun.it"), None)
    known = context.subject or context.about
    if codes or known is None or pronoun is None:
        return None, (), set()
    return known, (Filled("state", known, f"“{linked[pronoun].text}”"),), set()
