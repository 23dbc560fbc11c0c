"""Subjects whose resolutions went from adoption without a vote to adoption by vote, or back.

The way of a year is that of all resolutions of a subject in it: all without a vote, all by vote, or both. A turn is a
change of the way between two years of the subject that follow one another among those with a resolution. Only adopted
resolutions are counted, and only in years for which the record has the texts adopted without a vote: a decision or a
rejected draft has no counterpart there. Adoption without a vote is no proof of unanimity, and who calls for a vote may
be one state.

A subject is a country situation, or the resolutions whose titles have the same words (``measures.same_words``): texts
renamed from one year to the next are then missed.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby, pairwise

from onrecord.measures.same_words import AT_LEAST, known_words
from onrecord.record.query_texts import CouncilText

BY_VOTE, WITHOUT_A_VOTE = "recorded vote", "without a vote"


class Way(StrEnum):
    """How the resolutions of a subject were adopted in a year."""

    WITHOUT_A_VOTE = "without a vote"
    BOTH = "some by vote"
    BY_VOTE = "by vote"


class Subjects(StrEnum):
    """What makes resolutions one subject."""

    SITUATION = "situation"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class Run:
    """Years of a subject with the same way: ``by_vote`` resolutions and ``without`` a vote, with their texts' ids."""

    way: Way
    first: int
    last: int
    by_vote: int
    without: int
    texts: tuple[str, ...]

    @property
    def n(self) -> int:
        """The resolutions of the run."""
        return self.by_vote + self.without


@dataclass(frozen=True, slots=True)
class Turn:
    """A subject from one run to the next. ``subject`` is a situation's code, or the latest title of the texts."""

    subject: str
    before: Run
    after: Run

    @property
    def to_votes(self) -> bool:
        """Whether it turned towards votes: more of the ways after than before are by vote."""
        order = list(Way)
        return order.index(self.after.way) > order.index(self.before.way)


@dataclass(frozen=True, slots=True)
class Turns:
    """The turns of all subjects, the latest first; ``subjects`` had resolutions in two or more years, ``n`` in all."""

    turns: tuple[Turn, ...]
    subjects: int
    n: int
    undated: int


def turns(texts: Iterable[CouncilText], years: Collection[int], by: Subjects = Subjects.SITUATION) -> Turns:
    """Return the turns among texts adopted in ``years``, those for which texts without a vote are in the record."""
    adopted = [one for one in texts if one.kind == "resolution" and one.outcome.startswith("adopted")]
    dated = [one for one in adopted if one.decided_on]
    counted = [one for one in dated if one.decided_on and one.decided_on.year in years]
    series = {key: found for key, found in _series(counted, _KEYS[by]).items() if len({_year(t) for t in found}) > 1}
    found = [Turn(_label(key, texts, by), *pair) for key, texts in series.items() for pair in pairwise(_runs(texts))]
    found.sort(key=lambda one: (-one.after.first, one.subject))
    return Turns(tuple(found), len(series), sum(map(len, series.values())), len(adopted) - len(dated))


def _by_situation(text: CouncilText) -> Iterator[str]:
    yield from text.subjects


def _by_title(text: CouncilText) -> Iterator[str]:
    words = known_words(text.title)
    yield " ".join(sorted(words)) if len(words) >= AT_LEAST else text.title.casefold()


_KEYS: dict[Subjects, Callable[[CouncilText], Iterator[str]]] = {
    Subjects.SITUATION: _by_situation,
    Subjects.TITLE: _by_title,
}


def _series(texts: Iterable[CouncilText], keys: Callable[[CouncilText], Iterator[str]]) -> dict[str, list[CouncilText]]:
    found: dict[str, list[CouncilText]] = defaultdict(list)
    for text in texts:
        for key in keys(text):
            found[key].append(text)
    return dict(sorted(found.items()))


def _year(text: CouncilText) -> int:
    return text.decided_on.year if text.decided_on else 0


def _label(key: str, texts: list[CouncilText], by: Subjects) -> str:
    return key if by is Subjects.SITUATION else max(texts, key=lambda one: (_year(one), one.text_id)).title


def _runs(texts: list[CouncilText]) -> Iterator[Run]:
    """Yield the runs of years with the same way, in order."""
    years: dict[int, list[CouncilText]] = defaultdict(list)
    for text in sorted(texts, key=lambda one: (_year(one), one.text_id)):
        years[_year(text)].append(text)
    for way, same in groupby(years.items(), key=lambda item: _way(item[1])):
        held = list(same)
        of_run = [text for _, found in held for text in found]
        by_vote = sum(one.how_decided == BY_VOTE for one in of_run)
        ids = tuple(one.text_id for one in of_run)
        yield Run(way, held[0][0], held[-1][0], by_vote, len(of_run) - by_vote, ids)


def _way(texts: list[CouncilText]) -> Way:
    by_vote = {one.how_decided == BY_VOTE for one in texts}
    return Way.BOTH if len(by_vote) > 1 else Way.BY_VOTE if by_vote == {True} else Way.WITHOUT_A_VOTE
