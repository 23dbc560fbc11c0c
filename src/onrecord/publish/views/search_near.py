"""What may have been meant by words that fit nothing: near names and near words. It is offered, never taken."""

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlencode

from onrecord.publish.views.search_asked import Asked
from onrecord.record.query_joint_statements import joint_statements
from onrecord.record.query_special_sessions import special_sessions
from onrecord.record.query_texts import council_texts
from onrecord.record.query_treaties import instruments
from onrecord.record.store import Record
from onrecord.vocabulary.states import normalise

LIKELY = 85.0
"""Likeness (0 to 100) from which a state's name is offered for what was written."""

NEAR = 0.75
"""Likeness (0 to 1, by letters put in, left out, changed or swapped) from which a word is offered for another."""

SHORTEST = 4
"""Words of fewer letters are like too many others."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Words that may have been meant, with the search for them."""

    words: str
    page: str


def near_states(record: Record, asked: Asked, limit: int = 4) -> list[Suggestion]:
    """Return the search with the name of each state that is like the words, where they name none exactly."""
    if asked.states or len(normalise(asked.rest)) < SHORTEST:
        return []
    likely = [state for state, _, score in record.gazetteer.candidates(asked.rest, limit) if score >= LIKELY]
    given = normalise(asked.words)
    return [_suggestion(_put(given, asked, record.gazetteer.name(state.iso3))) for state in likely]


def _put(given: str, asked: Asked, name: str) -> str:
    """Return the words with a name in the place of what was written for it."""
    rest = normalise(asked.rest)
    return name if rest == given or rest not in given else given.replace(rest, name, 1)


def near_words(record: Record, words: str) -> Suggestion | None:
    """Return the search with every word that the record's titles do not have put right; None if none can be."""
    held = _vocabulary(record)
    given = normalise(words).split()
    put_right = [_nearest(word, held) for word in given]
    return _suggestion(" ".join(put_right)) if put_right != given else None


def _suggestion(words: str) -> Suggestion:
    return Suggestion(words, f"/search?{urlencode({'q': words})}")


def _nearest(word: str, held: Counter[str]) -> str:
    if len(word) < SHORTEST or not word.isalpha() or word in held or any(one.startswith(word) for one in held):
        return word
    from rapidfuzz import process  # noqa: PLC0415  (slow to import, rarely needed)
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    found = process.extract(word, held.keys(), scorer=OSA.normalized_similarity, limit=5, score_cutoff=NEAR)
    return max(found, key=lambda one: (round(one[1], 2), held[one[0]], one[0]))[0] if found else word


@lru_cache(maxsize=8)
def _vocabulary(record: Record) -> Counter[str]:
    """Return the words of the record's titles and labels, with how often each stands in them."""
    titles = [text.title for text in council_texts(record)]
    titles += [subject.label for subject in record.subjects.values()]
    titles += [one.title for one in instruments(record)]
    titles += [one.subject_matter for one in (*special_sessions(record), *joint_statements(record))]
    return Counter(word for title in titles for word in normalise(title).split())
