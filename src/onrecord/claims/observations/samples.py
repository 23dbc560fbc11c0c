"""Sentences about concluding observations that the record writes of itself, each with a false twin."""

from collections.abc import Iterator
from random import Random

from onrecord.claims.naming import capital, day, state_name
from onrecord.claims.observations.decide import BODY_NAMES
from onrecord.claims.relation import Sample
from onrecord.claims.treaties.named_states import plainly_named
from onrecord.record.query_standing import concluding_observations, states_with_observations
from onrecord.record.store import Record
from onrecord.vocabulary.dates import PartialDate


def samples(record: Record, chance: Random) -> Iterator[Sample]:
    """Yield sentences about random concluding observations, without end; the twin has another date, state or body."""
    rows = [
        o
        for s in states_with_observations(record)
        for o in concluding_observations(record, s)
        if o.symbol and o.document_date
    ]
    others = plainly_named(record)
    patterns = (
        "Concluding observations of {body}, {name}, {day} ({symbol}).",
        "{body} issued its concluding observations on {name} ({symbol}) on {day}.",
        "Concluding observations on {name}, {symbol}, {day}, para. 12.",
        "{symbol} of {day}, by {body}.",
        "The concluding observations of {body} on {name} have the symbol {symbol} and are dated {day}.",
    )
    while rows:
        one = chance.choice(rows)
        given = {"body": BODY_NAMES[one.treaty_body], "name": state_name(record, one.state), "symbol": one.symbol}
        on = PartialDate(str(one.document_date)).first
        pattern = chance.choice(patterns)
        wrong = dict(given)
        false = on
        slot = chance.choice([s for s in ("body", "name", "day") if f"{{{s}}}" in pattern])
        if slot == "day":
            false = on.replace(year=on.year - 1, day=min(on.day, 28))
        elif slot == "body":
            wrong["body"] = chance.choice([b for c, b in BODY_NAMES.items() if c not in {one.treaty_body, "SPT"}])
        else:
            wrong["name"] = state_name(record, chance.choice([s for s in others if s != one.state]))
        text, twin = pattern.format(day=day(on), **given), pattern.format(day=day(false), **wrong)
        yield Sample(capital(text), capital(twin), "concluding observations", "citation")
