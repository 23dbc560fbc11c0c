"""Reads what recommendations are about: issues by their names, treaties, and what no name of the lexicon covers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from onrecord.claims.lexicon import Token, key_of, table, tokens
from onrecord.claims.matching import WordList
from onrecord.claims.mentions import Kind, Linked, Mention

_LEADS = frozenset(
    {
        "on", "to", "that", "regarding", "concerning", "for", "about", "urging", "asking", "calling", "aimed", "aiming",
        "relating", "addressing", "covering",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class About:
    """What recommendations are about; ``whole`` says that issues and treaties stand for all of the words."""

    words: str
    issues: tuple[str, ...]
    treaties: tuple[str, ...]
    whole: bool
    used: frozenset[int]


@cache
def _issues() -> WordList:
    return WordList((form, code) for code, forms in table("upr_issues").items() for form in forms)


@cache
def _light() -> frozenset[str]:
    return frozenset(key_of(word) for word in [*table("upr_words")["light"], *table("pledge_words")["light"]])


def lead_of(linked: Linked, noun: int, last: int, taken: frozenset[int]) -> int | None:
    """Return the place of the word that leads to what recommendations are about; None where nothing does."""
    for i in range(noun + 1, last + 1):
        word = linked[i].text.lower().split()[0]
        following = linked[i + 1] if i < last else None
        if i in taken:
            continue
        whole = " " in linked[i].text and word in _LEADS
        leads = word in _LEADS or linked[i].tagged("about")
        if whole or (leads and following is not None and i + 1 not in taken):
            if following is None:
                return i
            return None if following.kind is Kind.STATE and word == "to" else i
        if linked[i].kind is Kind.MARK and linked[i].text in ".;:":
            return None
    return None


def parts(linked: Linked, lead: int, last: int, taken: frozenset[int]) -> Iterator[About]:
    """Yield what recommendations are about, each of several things apart."""
    first = lead if " " in linked[lead].text else lead + 1
    for places in _split(linked, first, last):
        kept = [i for i in places if i not in taken]
        while kept and _trails(linked[kept[-1]]):
            kept.pop()
        if kept:
            yield _about(linked, linked[lead].text.split()[0].lower(), kept)


def _trails(m: Mention) -> bool:
    """Whether a word is left over from what follows: "… on torture | at its" second review."""
    return m.kind in {Kind.MARK, Kind.SMALL} or m.tagged("pronoun.it")


def _split(linked: Linked, first: int, last: int) -> list[list[int]]:
    """Cut a stretch at "including", and where "and to …", "and on …", "and establishing …" begin another thing."""
    found: list[list[int]] = [[]]
    examples = False
    for i in range(first, last + 1):
        if linked[i].tagged("include") and linked[i].text.lower() not in {"like", "in addition to"}:
            examples = True
            found.append([])
        elif _begins(linked, i, last, examples):
            found.append([])
        else:
            found[-1].append(i)
    return found


def _begins(linked: Linked, i: int, last: int, examples: bool) -> bool:
    if not (linked[i].tagged("join.and") or linked[i].text == ",") or i + 1 > last:
        return False
    following = linked[i + 1].text.lower()
    return following in {"to", "on", "that"} or (examples and following.endswith("ing"))


def _about(linked: Linked, lead: str, places: Sequence[int]) -> About:
    start, end = linked[places[0]].start, linked[places[-1]].end
    covered = [(m.start, m.end, m.value) for m in _issues().find(linked.text) if start <= m.start and m.end <= end]
    treaties = [linked[i].value for i in places if linked[i].kind is Kind.TREATY]
    left = [i for i in places if not _accounted(linked, i, covered)]
    issues = tuple(dict.fromkeys(code for _, _, code in covered))
    words = _worded(lead, re.sub(r"[.,;:]+\d*$", "", linked.text[start:end]))
    hard = {i for i in places if linked[i].kind in {Kind.TREATY, Kind.SUBJECT, Kind.MANDATE, Kind.PARAGRAPH}}
    soft = {i for i in places if linked[i].kind not in {Kind.NUMBER, Kind.STATE, Kind.PERIOD, Kind.ORDINAL, Kind.SHARE}}
    used = frozenset(i for i in hard | soft if not linked[i].tagged("negation", "except"))
    return About(words, () if treaties else issues, tuple(dict.fromkeys(treaties)), not left, used)


def _worded(lead: str, words: str) -> str:
    """Return a content with the word that leads to it: "to ratify …", "on torture"."""
    first = words.split(maxsplit=1)[0].lower() if words else ""
    if first in {"to", "on", "that"}:
        return words
    return f"{'on' if first.endswith('ing') else lead} {words}"


def _accounted(linked: Linked, i: int, covered: Sequence[tuple[int, int, str]]) -> bool:
    """Whether every word of a mention is part of an issue's name or adds nothing."""
    m = linked[i]
    if m.kind in {Kind.SMALL, Kind.MARK, Kind.TREATY}:
        return True
    return all(_word_accounted(t, m.start, covered) for t in tokens(m.text))


def _word_accounted(token: Token, offset: int, covered: Sequence[tuple[int, int, str]]) -> bool:
    inside = any(a <= offset + token.start and offset + token.end <= b for a, b, _ in covered)
    return inside or token.key in _light() or token.key in _LEADS or not token.text[0].isalnum()
