"""What the words of a search ask for: a state, a year, a topic, in whatever order they were written."""

import re
from dataclasses import dataclass

from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.states import State, normalise

TOPICS = {
    "pledges": ("pledges", "pledge", "promises", "commitments"),
    "treaties": ("treaties", "treaty", "ratifications", "ratification"),
    "upr": ("upr", "universal periodic review", "periodic review", "recommendations"),
    "visits": ("visits", "visit", "standing invitation", "special procedures"),
    "standing": ("ratings", "rating", "standing", "nhri", "press freedom"),
    "self-reports": ("self reports", "self report"),
    "sponsorships": ("sponsorships", "sponsorship", "sponsored", "sponsor"),
    "joint-statements": ("joint statements", "joint statement"),
    "special-sessions": ("special sessions", "special session"),
    "elections": ("elections", "election", "candidacies", "candidacy", "candidates", "candidate"),
    "scorecards": ("scorecards", "scorecard"),
    "votes": ("votes", "vote", "voting record", "positions"),
    "sessions": ("sessions", "session"),
    "situations": ("country situations", "situations", "situation"),
    "states": ("states", "members", "membership"),
    "charts": ("charts", "chart"),
    "methods": ("methods", "method", "how to cite"),
    "data": ("data", "coverage", "what is missing"),
    "check": ("check a text", "check", "fact check"),
}
"""The words by which a part of the site is asked for, by the part's address."""

_BY_WORDS = {words: topic for topic, forms in TOPICS.items() for words in forms}
_FORMS = "|".join(sorted(map(re.escape, _BY_WORDS), key=len, reverse=True))
_LINK = r"(?:of|by|on|for|from|about|in|to|concerning)"
_LEADING = re.compile(rf"(?P<topic>{_FORMS})\b(?:\s+{_LINK}\b)?\s*(?P<rest>.*)")
_TRAILING = re.compile(rf"(?P<rest>.*?)\s*\b(?P<topic>{_FORMS})")
_YEAR = re.compile(r"(?:(?P<first>(?:19|20)\d\d)\b\s*(?P<after>.*)|(?P<before>.*?)\s*\b(?P<last>(?:19|20)\d\d))")
_PAIR = re.compile(
    r"(?:compare\s+(?P<a>.+?)\s+(?:and|with|to)\s+(?P<b>.+)|(?P<c>.+?)\s+(?:vs|versus)\.?\s+(?P<d>.+))", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Asked:
    """Words taken apart: ``rest`` is what is left of them without topic and year, ``bare`` all of them."""

    words: str
    bare: str
    topic: str | None
    year: int | None
    rest: str
    states: tuple[State, ...]
    pair: tuple[str, str] | None

    @property
    def state(self) -> State | None:
        """The one state named, if one is."""
        return self.states[0] if len(self.states) == 1 else None


def asked_for(record: Record, words: str) -> Asked:
    """Return what words ask for; ``states`` are those they name exactly, several where a name is that of several."""
    bare = normalise(words)
    whole = named(record, words)
    topic, year, rest = (None, None, words) if whole else _taken_apart(words)
    states = whole or (named(record, rest) if rest and rest != words else ())
    pair = _PAIR.fullmatch(words)
    both = ((pair["a"] or pair["c"]), (pair["b"] or pair["d"])) if pair else None
    return Asked(words, bare, topic, year, rest, states, both)


def named(record: Record, words: str) -> tuple[State, ...]:
    """Return the states that words name exactly: one, several where the name is that of several, or none."""
    try:
        return (record.gazetteer.resolve(words),)
    except NotInVocabulary as error:
        if error.expected != "a name of one state only":
            return ()
        return tuple(record.gazetteer.resolve(one) for one in error.suggestions)


def _taken_apart(words: str) -> tuple[str | None, int | None, str]:
    """Return topic, year and what is left; the left words as they were written where nothing was taken away."""
    rest, topic, year = normalise(words), None, None
    for pattern in (_LEADING, _TRAILING):
        if topic is None and (found := pattern.fullmatch(rest)):
            topic, rest = _BY_WORDS[found["topic"]], found["rest"].strip()
    if found := _YEAR.fullmatch(rest):
        year = int(found["first"] or found["last"])
        rest = (found["after"] if found["first"] else found["before"]).strip()
        rest = re.sub(rf"\s+{_LINK}$|^{_LINK}\s+", "", rest)
        if topic is None:
            again = _taken_apart(rest) if rest else (None, None, rest)
            return again[0], year, again[2]
    return (topic, year, rest) if topic or year else (None, None, words)
