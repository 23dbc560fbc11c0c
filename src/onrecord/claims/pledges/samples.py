"""Sentences about pledges that the record writes of itself, each with a twin in which one fact is changed."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from random import Random

from onrecord.claims.naming import capital, state_name
from onrecord.claims.pledges.clauses_known import CANDIDACY, Clause, clauses_by_state
from onrecord.claims.pledges.judged import judged
from onrecord.claims.relation import Sample
from onrecord.measures.judgement import PledgeStatus
from onrecord.record.query_treaties import instruments
from onrecord.record.store import Record

_RELATION = "pledge"


@lru_cache(maxsize=4)
def _simple(record: Record) -> tuple[tuple[Clause, str], ...]:
    """Return the pledges that name one treaty, each with its act in words: "ratify the Convention …"."""
    found = []
    titles = {i.instrument: i.title for i in instruments(record)}
    # A title that is part of a longer one ("the second Optional Protocol to …") may be read as either.
    names = {code: t for code, t in titles.items() if not any(t in other and t != other for other in titles.values())}
    for rows in clauses_by_state(record).values():
        for one in rows:
            words = _in_words(one, names)
            if words and not one.recommended:
                found.append((one, words))
    return tuple(found)


def _in_words(one: Clause, names: Mapping[str, str]) -> str | None:
    code, written = one.pledge.indicator_of or "", one.pledge.pledge
    if (
        code not in names
        or code not in written
        or re.search(r"[(;,\d]|within|this year|needed", written.replace(code, ""))
    ):
        return None
    return (written[:1].lower() + written[1:]).replace(code, f"the {names[code]}")


def samples(record: Record, chance: Random) -> Iterator[Sample]:
    """Yield sentences about random pledges, without end."""
    writers = (_made, _month, _kept, _document)
    while True:
        sample = chance.choice(writers)(record, chance)
        if sample is not None:
            yield sample


def _made(record: Record, chance: Random) -> Sample:
    one, act = chance.choice(_simple(record))
    state = state_name(record, one.pledge.state)
    year = one.days.first.year if one.days.first else ""
    patterns = (
        ("{state} pledged to {act}.", "{state} has never pledged to {act}."),
        ("In {year}, {state} pledged to {act}.", "{state} never pledged to {act}."),
        ("In {year} {state} made a commitment to {act}.", "{state} never made a commitment to {act}."),
        ("{state} committed itself to {act} in {year}.", "{state} has not committed itself to {act}."),
    )
    text, twin = (capital(p.format(state=state, act=act, year=year)) for p in chance.choice(patterns))
    return Sample(text, twin, _RELATION, "value")


def _month(record: Record, chance: Random) -> Sample | None:
    one, act = chance.choice(_simple(record))
    day = one.days.first
    if day is None or one.days.first != one.days.last:
        return None
    other = day.replace(day=1, month=day.month % 12 + 1)
    patterns = (
        "In {month}, {state} pledged to {act}.",
        "{state} promised in {month} to {act}.",
        "In {month} {state} undertook to {act}.",
        "In {month} {state} vowed to {act}.",
    )
    pattern, state = chance.choice(patterns), state_name(record, one.pledge.state)
    texts = (capital(pattern.format(state=state, act=act, month=f"{d:%B %Y}")) for d in (day, other))
    return Sample(next(texts), next(texts), _RELATION, "value")


def _kept(record: Record, chance: Random) -> Sample | None:
    one, act = chance.choice(_simple(record))
    status = judged(record, one).status
    if status not in {PledgeStatus.KEPT, PledgeStatus.NOT_KEPT}:
        return None
    patterns = (
        ("{state} kept its pledge to {act}.", "{state} broke its pledge to {act}."),
        ("{state} fulfilled its pledge to {act}.", "{state} failed to fulfil its pledge to {act}."),
        ("{state} honoured its commitment to {act}.", "{state} has not honoured its commitment to {act}."),
        ("{state} delivered on its promise to {act}.", "{state} failed to deliver on its promise to {act}."),
    )
    state = state_name(record, one.pledge.state)
    kept, broken = (capital(p.format(state=state, act=act)) for p in chance.choice(patterns))
    text, twin = (kept, broken) if status is PledgeStatus.KEPT else (broken, kept)
    return Sample(text, twin, _RELATION, "status at a date")


def _document(record: Record, chance: Random) -> Sample | None:
    known = [
        c for rows in clauses_by_state(record).values() for c in rows
        if c.pledge.basis == CANDIDACY and c.pledge.document_symbol
    ]  # fmt: skip
    one = chance.choice(known)
    symbol = one.pledge.document_symbol or ""
    head, number = symbol.rsplit("/", 1)
    year = one.days.first.year if one.days.first else ""
    patterns = (
        "The election pledges of {state} of {year} are in {symbol}.",
        "In {year} {state} submitted its voluntary pledges in document {symbol}.",
        "The pledges that {state} made in {year} are contained in {symbol}.",
        "{state}'s voluntary pledges and commitments of {year} were issued as {symbol}.",
    )
    pattern, state = chance.choice(patterns), state_name(record, one.pledge.state)
    others = (symbol, f"{head}/{int(number) + chance.randint(3, 60)}")
    texts = (capital(pattern.format(state=state, symbol=s, year=year)) for s in others)
    return Sample(next(texts), next(texts), _RELATION, "citation")
