"""Which text an amendment or motion is about.

The catalogue lists an amendment under the title of the draft it amends, not under its symbol, so the
parent is found by title within the session. Every match by near-equal title was read by eye; no parent
is guessed: an amendment to a draft that was withdrawn, or adopted without a vote after 2022 (outside the
list of such texts), has none in the record. A test pins the matches by likeness that were read by eye, so
that a new one cannot pass unread.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz

from onrecord.vocabulary.texts import FINAL_KINDS, Text, TextKind

NAMED = "named by the source"
EQUAL = "title equal"
DECIDED_BY_SUBJECT = "title equal, catalogue subject decides"
NEARLY_EQUAL = "title nearly equal"
SHORTENED = "title shortened"
NO_PARENT = "no parent text in the record"

NEARLY_EQUAL_FROM = 86.0
"""Least similarity (rapidfuzz ratio, 0 to 100) of two titles counted as nearly equal."""

SHORTENED_FROM = 6
"""Least number of distinct words a title must have to be counted as a longer title shortened."""

_GLUED = re.compile(
    r"\s*(?:(?:amendments?|resolution|decision)\s*/\s*(?:adopted by the\s+)?human rights council"
    r"|:\s*amendments?\b).*$",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\[([^\]]+)\]\s*$")


@dataclass(frozen=True, slots=True)
class Parent:
    """The text that ``text_id`` would amend or is a motion about; ``parent_id`` is None where not found."""

    text_id: str
    parent_id: str | None
    rule: str


def parents(texts: Sequence[Text]) -> dict[str, Parent]:
    """Return the parent of every amendment and motion, by text id.

    ``texts`` holds the texts voted on and those adopted without a vote. Candidates are the resolutions,
    decisions and drafts of the same session; the rule that found the parent, or found none, is named.
    """
    finals: dict[str, list[Text]] = {}
    for text in texts:
        if text.kind in FINAL_KINDS:
            finals.setdefault(text.session, []).append(text)
    apart = {text.text_id: text for text in texts if text.kind in (TextKind.AMENDMENT, TextKind.MOTION)}
    return {
        text_id: _parent(text, apart.get(text.on or ""), finals.get(text.session, []))
        for text_id, text in apart.items()
    }


@cache
def normalised(title: str) -> str:
    """Return a title without case, accents, punctuation and the catalogue's glued-on ending."""
    plain = unicodedata.normalize("NFKD", _GLUED.sub("", title))
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", letters.casefold()))


def _parent(text: Text, amendment: Text | None, finals: Sequence[Text]) -> Parent:
    """Return the parent of ``text``; a motion on an ``amendment`` is about what the amendment amends."""
    if amendment is not None:
        return Parent(text.text_id, _parent(amendment, None, finals).parent_id, NAMED)
    if any(other.text_id == text.on for other in finals):
        return Parent(text.text_id, text.on, NAMED)
    equal = [other for other in finals if normalised(text.title) in _titles(other)]
    return _among_equals(text, equal) if equal else _by_likeness(text, finals)


def _by_likeness(text: Text, finals: Sequence[Text]) -> Parent:
    near = [other for other in finals if _nearly_equal(text, other)]
    longer = [other for other in finals if _shortens(text, other)]
    for found, rule in ((near, NEARLY_EQUAL), (longer, SHORTENED)):
        if len(found) == 1:
            return Parent(text.text_id, found[0].text_id, rule)
    return Parent(text.text_id, None, NO_PARENT)


def _among_equals(text: Text, equal: Sequence[Text]) -> Parent:
    if len(equal) == 1:
        return Parent(text.text_id, equal[0].text_id, EQUAL)
    same = [other for other in equal if text.catalogue_subject == other.catalogue_subject]
    if text.catalogue_subject and len(same) == 1:
        return Parent(text.text_id, same[0].text_id, DECIDED_BY_SUBJECT)
    return Parent(text.text_id, None, NO_PARENT)


def _titles(text: Text) -> set[str]:
    """Return the title normalised, and the English one in brackets after a French title."""
    english = _BRACKETED.search(text.title)
    return {normalised(text.title)} | ({normalised(english[1])} if english else set())


def _nearly_equal(text: Text, other: Text) -> bool:
    """Return whether two titles differ by words left out or a plural, and by no word for another.

    The second test matters: "human rights in Burundi" is as like "human rights in Belarus" as a title can be.
    """
    wanted = normalised(text.title)
    return any(
        fuzz.ratio(wanted, title) >= NEARLY_EQUAL_FROM
        and (_words_stand_in(wanted, title) or _words_stand_in(title, wanted))
        for title in _titles(other)
    )


def _words_stand_in(title: str, other: str) -> bool:
    """Return whether every word of a title stands in the other, a plural for a singular allowed."""
    return {word.removesuffix("s") for word in title.split()} <= {word.removesuffix("s") for word in other.split()}


def _shortens(text: Text, other: Text) -> bool:
    """Return whether every word of the title stands in the other's: drafts are retitled on adoption."""
    words = set(normalised(text.title).split())
    return len(words) >= SHORTENED_FROM and words <= set(normalised(other.title).split())
