"""The texts before the Council: those put to a vote, those adopted without one, and motions about them."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from onrecord.record.reconcile import Reconciled
from onrecord.sources.facts import Facts
from onrecord.sources.facts_rows import AdoptedWithoutVote
from onrecord.vocabulary.rollcalls import Outcome
from onrecord.vocabulary.symbols import Symbol, parse_symbol, standard_symbol
from onrecord.vocabulary.texts import Text, TextKind

_KINDS = {"RES": TextKind.RESOLUTION, "DEC": TextKind.DECISION}


def voted_texts(rollcalls: Iterable[Reconciled]) -> list[Text]:
    """Return the text or motion of each roll call, with the readings used."""
    return [
        Text(
            text_id=text_id(r),
            session=r.case.session,
            decided_on=r.date,
            kind=r.kind,
            title=r.title,
            agenda_item=r.agenda_item,
            catalogue_subject=r.case.catalogue_subject,
            on=_on(r),
        )
        for r in rollcalls
    ]


def text_id(rollcall: Reconciled) -> str:
    """Return the standard symbol of the text voted on, or the roll call's id where it has none of its own."""
    return standard_symbol(rollcall.case.symbol) or rollcall.case.rollcall_id


def _on(rollcall: Reconciled) -> str | None:
    accounts = [account.on_symbol for account in rollcall.case.second_accounts if account.on_symbol]
    on = rollcall.case.on_symbol or (accounts[0] if accounts else None)
    return None if on == rollcall.case.symbol else on


def unvoted_texts(facts: Facts, voted: Sequence[Text]) -> list[Text]:
    """Return the texts adopted without a vote that are not among the voted ones already."""
    known = {text.text_id for text in voted}
    return [_unvoted(row) for row in facts.adopted_without_vote if row.symbol not in known]


def _unvoted(row: AdoptedWithoutVote) -> Text:
    symbol = parse_symbol(row.symbol)
    return Text(
        text_id=symbol.text,
        session=symbol.session or "",
        decided_on=row.date,
        kind=_KINDS[symbol.text.split("/")[2]],
        title=row.title,
        agenda_item=None,
        catalogue_subject=None,
    )


def slugs(ids: Iterable[tuple[str, str | None]]) -> dict[str, str]:
    """Return a part of an address for each (id, symbol): the symbol's where it is the only one, else the id's."""
    pairs = list(ids)
    shared = Counter(symbol for _, symbol in pairs if symbol)
    return {one: _slug(one, symbol if symbol and shared[symbol] == 1 else None) for one, symbol in pairs}


def _slug(one: str, symbol: str | None) -> str:
    if symbol is None:
        return re.sub(r"[^A-Za-z0-9.]+", "-", one)
    parsed: Symbol = parse_symbol(symbol)
    return parsed.slug


def how_decided(rollcall: Reconciled) -> str:
    """Return whether a text was put to a recorded vote, adopted without one, or not put at all."""
    if rollcall.vote_taken:
        return "recorded vote"
    return {
        Outcome.ADOPTED_WITHOUT_A_VOTE: "without a vote",
        Outcome.ACCEPTED_BY_SPONSOR: "without a vote",
    }.get(rollcall.outcome, "not put to the vote")
