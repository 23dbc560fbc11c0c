"""Sentences about joint statements that the record writes of itself, each with a twin in which one fact is changed."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from random import Random

from onrecord.claims.events.drawing import known_states, named, one_off, one_on
from onrecord.claims.events.typed import Side
from onrecord.claims.events.words import side_of
from onrecord.claims.naming import capital, day
from onrecord.claims.relation import Sample
from onrecord.claims.statements.selecting import Statement, known_statements, list_of
from onrecord.record.store import Record
from onrecord.sources.facts_commitments import ListComplete
from onrecord.vocabulary.periods import MONTHS

_RELATION = "joint statement"
_JOINED = (
    "{who} joined the joint {noun} {on} {topic} in {month}.",
    "In {month} {who} signed a joint {noun} {on} {topic}.",
    "{who} was one of the {n} States behind the joint {noun} {on} {topic} of {month}.",
    "{who} endorsed the joint {noun} {on} {topic} led by {lead} in {month}.",
    "The joint {noun} {on} {topic} of {month} was signed by {who}, among others.",
    "{who} associated itself with the joint {noun} {on} {topic} delivered by {lead} in {month}.",
)
_STAYED_AWAY = (
    "{who} did not join the joint {noun} {on} {topic} in {month}.",
    "{who} stayed away from the joint {noun} {on} {topic} of {month}.",
    "{who} did not sign the {month} joint {noun} {on} {topic}.",
    "{who} declined to sign the joint {noun} {on} {topic} led by {lead} in {month}.",
)
_COUNTED = (
    "{n} States joined the joint {noun} {on} {topic} in {month}.",
    "The joint {noun} {on} {topic} of {month} was signed by {n} States.",
    "In {month} {lead} led a joint {noun} {on} {topic} on behalf of {n} countries.",
    "A joint {noun} by {n} countries {on} {topic} was issued in {month}.",
)
_LED = (
    "{who} led the joint {noun} {on} {topic} in {month}.",
    "The joint {noun} {on} {topic} of {month} was delivered by {who}.",
    "In {month} {who} read out a joint {noun} {on} {topic}.",
    "{who} delivered the joint {noun} {on} {topic} in {month}.",
)
_MADE = (
    "The joint {noun} {on} {topic} was delivered on {day}.",
    "A joint {noun} {on} {topic} was made on {day}.",
    "On {day} a joint {noun} {on} {topic} was issued.",
    "The joint {noun} {on} {topic} was read out on {day}.",
)


def samples(record: Record, chance: Random) -> Iterator[Sample]:
    """Yield sentences about random joint statements, without end."""
    makers: tuple[Callable[[Record, Random], Sample | None], ...] = (_joined, _stayed_away, _counted, _led, _made)
    while True:
        found = chance.choice(makers)(record, chance)
        if found is not None:
            yield found


def _statement(record: Record, chance: Random) -> Statement | None:
    """Return a statement that its situation, side and month tell from every other."""
    found = known_statements(record)
    one = chance.choice(found)
    alike = [s for s in found if _key(s) == _key(one)]
    return (
        one if len(alike) == 1 and one.row.situation and one.row.date.first.month == one.row.date.last.month else None
    )


def _key(one: Statement) -> tuple[object, ...]:
    first = one.row.date.first
    return one.row.situation, first.year, first.month, side_of(one.row.subject_matter), one.letter


def _words(record: Record, one: Statement) -> dict[str, str]:
    first = one.row.date.first
    on = "in support of" if side_of(one.row.subject_matter) is Side.SUPPORT else "critical of"
    return {
        "topic": "Israel"
        if one.row.situation == "PSE"
        else record.subjects[str(one.row.situation)].label.split(" (")[0],
        "on": on,
        "noun": "letter" if one.letter else "statement",
        "month": f"{MONTHS[first.month - 1]} {first.year}",
        "n": str(one.row.n_states),
        "lead": named(record, one.row.led_by) if one.row.led_by else "",
    }


def _said(form: str, words: dict[str, str]) -> str:
    return capital(form.format(**words))


def _pair(record: Record, chance: Random, forms: tuple[str, ...], on: bool) -> Sample | None:
    one = _statement(record, chance)
    if one is None or one.row.list_complete is not ListComplete.FULL or not one.row.led_by:
        return None
    listed = list_of(record, one)
    true, false = one_on(record, listed, chance), one_off(record, listed, chance)
    if true is None or false is None:
        return None
    form, words = chance.choice(forms), _words(record, one)
    texts = [_said(form, words | {"who": named(record, s)}) for s in ((true, false) if on else (false, true))]
    return Sample(texts[0], texts[1], _RELATION, "quantified")


def _joined(record: Record, chance: Random) -> Sample | None:
    return _pair(record, chance, _JOINED, True)


def _stayed_away(record: Record, chance: Random) -> Sample | None:
    return _pair(record, chance, _STAYED_AWAY, False)


def _counted(record: Record, chance: Random) -> Sample | None:
    one = _statement(record, chance)
    n = one.row.n_states if one else None
    if one is None or n is None or one.row.list_complete is not ListComplete.FULL or not one.row.led_by:
        return None
    form, words = chance.choice(_COUNTED), _words(record, one)
    other = n + chance.choice([-4, -3, 3, 4, 9])
    return Sample(_said(form, words | {"n": str(n)}), _said(form, words | {"n": str(other)}), _RELATION, "count")


def _led(record: Record, chance: Random) -> Sample | None:
    one = _statement(record, chance)
    if one is None or not one.row.led_by or one.row.confidence < 2:
        return None
    others = [s for s in known_states(record) if s not in one.signed and s != one.row.situation]
    other = chance.choice(others)
    if "lead" in one.note.lower() or other in one.note or named(record, other).removeprefix("the ") in one.note:
        return None
    form, words = chance.choice(_LED), _words(record, one)
    texts = [_said(form, words | {"who": named(record, s)}) for s in (one.row.led_by, other)]
    return Sample(texts[0], texts[1], _RELATION, "value")


def _made(record: Record, chance: Random) -> Sample | None:
    one = _statement(record, chance)
    if one is None or one.row.date.first != one.row.date.last or one.row.confidence < 2:
        return None
    if any(word in one.note for word in ("day", "inferred", "date")):
        return None
    made = one.row.date.first
    other = made + timedelta(days=chance.choice([-4, -2, 2, 3, 6]))
    if other.month != made.month:
        return None
    form, words = chance.choice(_MADE), _words(record, one)
    return Sample(_said(form, words | {"day": day(made)}), _said(form, words | {"day": day(other)}), _RELATION, "value")
