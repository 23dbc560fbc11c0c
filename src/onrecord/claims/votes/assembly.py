"""Which votes of the General Assembly a description means: by symbol, by the words of the title, by date."""

import re
from collections.abc import Sequence
from functools import lru_cache

from onrecord.claims.typed import Texts
from onrecord.claims.votes.selecting import assembly_votes, in_period, title_has, titled
from onrecord.record.ballots import Ballot, ballots
from onrecord.record.store import Record


def assembly_meant(record: Record, texts: Texts, states: Sequence[str]) -> dict[str, tuple[Ballot, ...]]:
    """Return the Assembly's votes described, with the positions of the first state.

    The Assembly's texts are not coded by situation: a situation is looked for by its names in the title, beside
    the words "human rights", so that a text with a general title is not found.
    """
    if not states:
        return {"votes of the General Assembly": ()}
    found = [b for b in assembly_votes(record, states[0]) if _fits(record, b, texts)]
    return {"votes of the General Assembly": tuple(found)}


def assembly_figures(record: Record, texts: Texts) -> list[Ballot]:
    """Return the Assembly's votes, without positions, on texts that a description names by symbol or title."""
    wanted = {form for forms in texts.symbols for form in forms}
    if wanted:
        found = [b for form in wanted for b in _by_symbol(record).get(form, ())]
        return [b for b in found if in_period(b, texts)]
    if not (texts.topics or texts.title):
        return []
    return [b for b in _figures(record) if _fits(record, b, texts)]


@lru_cache(maxsize=16)
def _figures(record: Record) -> tuple[Ballot, ...]:
    return tuple(ballots(record, "body = 'GA'", {}, ()))


@lru_cache(maxsize=16)
def _by_symbol(record: Record) -> dict[str, tuple[Ballot, ...]]:
    found: dict[str, list[Ballot]] = {}
    for ballot in _figures(record):
        if ballot.symbol:
            found.setdefault(ballot.symbol, []).append(ballot)
    return {symbol: tuple(votes) for symbol, votes in found.items()}


def _fits(record: Record, ballot: Ballot, texts: Texts) -> bool:
    wanted = {form for forms in texts.symbols for form in forms}
    if wanted:
        return ballot.symbol in wanted
    if not (texts.topics or texts.title):
        return False
    return (
        in_period(ballot, texts)
        and (not texts.topics or any(_named(record, ballot.title, t.subject, t.title) for t in texts.topics))
        and title_has(ballot.title, texts.title)
    )


def _named(record: Record, title: str, subject: str, parts: Sequence[str]) -> bool:
    if parts:
        return titled(title, parts)
    if not re.search(r"human\s+rights", title, re.IGNORECASE):
        return False
    if subject not in {s.iso3 for s in record.gazetteer.states}:
        return False
    names = (n.name for n in record.gazetteer.names(subject) if n.language == "en" and len(n.name) > 3)
    return any(re.search(rf"\b{re.escape(name)}\b", title, re.IGNORECASE) for name in names)
