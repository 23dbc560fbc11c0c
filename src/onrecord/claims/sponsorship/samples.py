"""Sentences about sponsors that the record writes of itself, each with a twin in which one fact is changed."""

from collections.abc import Callable, Iterator
from random import Random

from onrecord.claims.events.drawing import known_states, named
from onrecord.claims.naming import capital, day
from onrecord.claims.relation import Sample
from onrecord.claims.sponsorship.selecting import SponsoredText, sponsored_texts
from onrecord.record.store import Record

_RELATION = "sponsorship"
_SPONSORED = (
    "{who} was among the main sponsors of resolution {symbol}.",
    "{who} put forward resolution {symbol}, adopted on {day}.",
    "Resolution {symbol} was tabled by {who}.",
    "{who} was one of the main authors of resolution {symbol}.",
    "Resolution {symbol} was introduced by {who} and adopted on {day}.",
    "{who} was a main sponsor of resolution {symbol}.",
)
_COUNTED = (
    "Resolution {symbol} was co-sponsored by more than {n} States.",
    "Resolution {symbol} had more than {n} co-sponsors.",
    "More than {n} States co-sponsored resolution {symbol}.",
    "More than {n} countries joined as co-sponsors of resolution {symbol}.",
)


def samples(record: Record, chance: Random) -> Iterator[Sample]:
    """Yield sentences about the sponsors of random texts, without end."""
    makers: tuple[Callable[[Record, Random], Sample | None], ...] = (_sponsored, _sponsored, _counted)
    while True:
        found = chance.choice(makers)(record, chance)
        if found is not None:
            yield found


def _text(record: Record, chance: Random) -> SponsoredText:
    return chance.choice(list(sponsored_texts(record).values()))


def _said(form: str, one: SponsoredText, words: dict[str, str]) -> str:
    symbol = str(one.text.symbol).removeprefix("A/HRC/RES/")
    adopted = day(one.text.decided_on) if one.text.decided_on else ""
    return capital(form.format(symbol=symbol, day=adopted, **words))


def _sponsored(record: Record, chance: Random) -> Sample | None:
    one = _text(record, chance)
    true = chance.choice(sorted(one.main))
    false = chance.choice([s for s in known_states(record) if s not in one.sponsors])
    form = chance.choice(_SPONSORED)
    texts = [_said(form, one, {"who": named(record, s)}) for s in (true, false)]
    return Sample(texts[0], texts[1], _RELATION, "quantified")


def _counted(record: Record, chance: Random) -> Sample | None:
    one = _text(record, chance)
    if one.cosponsors is None or not one.cosponsors.startswith("more than "):
        return None
    n = int(one.cosponsors.removeprefix("more than "))
    form = chance.choice(_COUNTED)
    twin = form.replace("more than", "fewer than").replace("More than", "Fewer than")
    return Sample(
        _said(form, one, {"n": str(n)}), _said(twin, one, {"n": str(n - chance.choice([0, 5, 10]))}), _RELATION, "count"
    )
