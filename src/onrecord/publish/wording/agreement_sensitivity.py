"""Sentences on what becomes of a ranking by agreement where it is made otherwise."""

from collections.abc import Callable, Iterator

from onrecord.measures.agreement.sensitivity import Changed, Effect, Sensitivity
from onrecord.publish.languages.words import gettext, message, say
from onrecord.publish.languages.writing import number
from onrecord.publish.views.shared import Sentence
from onrecord.publish.wording.agreement import Asked, of_variant, ranked

_VERDICTS = {
    Effect.SAME: message(
        "The ranking of other states by their agreement with {name} is the same in all {n} other ways of making it."
    ),
    Effect.MIDDLE: message(
        "Which states are nearest to {name} and farthest from it is the same in all {n} other ways of making the"
        " ranking; other ranks change."
    ),
    Effect.ENDS: message(
        "Which states are nearest to {name} or farthest from it depends on how the ranking is made: {k} of {n} other"
        " ways name others."
    ),
}


def verdict(asked: Asked, found: Sensitivity, names: Callable[[tuple[str, ...]], list[str]]) -> Iterator[Sentence]:
    """Yield the verdict on a ranking, then what each change does to who stands at its ends."""
    tried = [one for one in found.variants if one.n > 1]
    if not tried:
        text = say("Too few other states have a figure to rank them beside {name}.", name=asked.head.running_name)
        yield Sentence(text, 0, ranked(asked), asked.page)
        return
    changing = sum(one.effect is Effect.ENDS for one in tried)
    given = {"name": asked.head.running_name, "n": number(len(tried)), "k": number(changing)}
    yield Sentence(say(_VERDICTS[found.effect], **given), max(one.n for one in tried), ranked(asked), asked.page)
    for one in tried:
        if one.changed is not Changed.METHOD:
            yield Sentence(of_variant(one, names), one.n, ranked(asked), asked.page)
    yield from _untried(asked, found)


def _untried(asked: Asked, found: Sensitivity) -> Iterator[Sentence]:
    for one in found.not_tried:
        text = say("{changed}: these votes hold nothing to count so.", changed=gettext(_TITLES[one]))
        yield Sentence(text, 0, ranked(asked), asked.page)


_TITLES = {
    Changed.ABSENCE: message("Absences counted as abstentions"),
    Changed.AMENDMENTS: message("Amendments left out"),
    Changed.DOUBT: message("Positions in doubt left out"),
}
