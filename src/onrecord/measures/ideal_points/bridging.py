"""Which votes are one item voted on again: what ties the scale of one session to that of another.

The record holds titles of texts, not their words. Votes count as one item only where all of this holds, which leaves
out much that a reader would join and little that should not be:

- both are votes on a whole text (resolution, decision, text): the title of an amendment or a motion is the title of
  what it would change, not of itself;
- the titles are the same but for capitals, punctuation and spaces, and have at least three words of six
  letters or more; a catalogue's heading in capitals ("DISARMAMENT, NUCLEAR") is no title;
- each is the only vote of its session with this title and kind;
- situations and direction (RollCall.runs_against) are the same;
- no more than ``MOST_YEARS`` lie between one vote and the next: a text that comes back after a decade has changed.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.measures.same_words import AT_LEAST, known_words
from onrecord.record.position_table import RollCall

WHOLE_TEXTS = ("resolution", "decision", "text")
MOST_YEARS = 3

_NOT_LETTERS = re.compile(r"[\W_]+")

_Key = tuple[str, str, tuple[str, ...], bool]


@dataclass(frozen=True, slots=True)
class Bridging:
    """The item of each roll call, from 0 on in the order of first votes, and what was joined.

    ``bridges`` are the items of more than one vote, each with the places of its roll calls.
    """

    items: tuple[int, ...]
    bridges: tuple[tuple[int, ...], ...]

    @property
    def n(self) -> int:
        """How many items there are."""
        return max(self.items, default=-1) + 1


def bridging(rollcalls: Sequence[RollCall]) -> Bridging:
    """Return the items of roll calls that are in the order of their dates."""
    same_as: dict[int, int] = {}
    for places in _by_title(rollcalls).values():
        for before, after in pairwise(places):
            if rollcalls[after].date.year - rollcalls[before].date.year <= MOST_YEARS:
                same_as[after] = before
    items: list[int] = []
    n = 0
    for at in range(len(rollcalls)):
        items.append(items[same_as[at]] if at in same_as else n)
        n += at not in same_as
    return Bridging(tuple(items), _several(items))


def unbridged(rollcalls: Sequence[RollCall]) -> Bridging:
    """Return an item of its own for each roll call."""
    return Bridging(tuple(range(len(rollcalls))), ())


def _several(items: Iterable[int]) -> tuple[tuple[int, ...], ...]:
    places: dict[int, list[int]] = defaultdict(list)
    for at, item in enumerate(items):
        places[item].append(at)
    return tuple(tuple(found) for found in places.values() if len(found) > 1)


def _by_title(rollcalls: Sequence[RollCall]) -> dict[_Key, list[int]]:
    """Return the places of roll calls of one title, kind, situations and direction, one of each session at most."""
    found: dict[_Key, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for at, call in enumerate(rollcalls):
        if call.kind in WHOLE_TEXTS and _is_title(call.title):
            key = call.kind, normalised(call.title), call.situations, call.runs_against
            found[key][call.session].append(at)
    return {key: sorted(at for alone in of.values() if len(alone) == 1 for at in alone) for key, of in found.items()}


def _is_title(title: str) -> bool:
    return not title.isupper() and len(known_words(title)) >= AT_LEAST


def normalised(title: str) -> str:
    """Return a title's letters and digits in lower case, one space for all that stands between."""
    return _NOT_LETTERS.sub(" ", title.casefold()).strip()
