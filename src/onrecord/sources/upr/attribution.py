"""Which states made a recommendation: those named in brackets, as a rule at its end."""

import re
from dataclasses import dataclass, field
from datetime import date

from onrecord.sources.naming import NameRead, names_in_list
from onrecord.vocabulary.statements import WhyLeft
from onrecord.vocabulary.states import Gazetteer

EXPECTED = "the recommending states in brackets at the end"

_TAIL = re.compile(r"\)(?P<tail>\s*(?:[;.,]\s*)*(?:\d{1,2}|\*{1,3})?\s*(?:[;.,]\s*)*(?:and|or)?\s*)$")
_STRAY = re.compile(r"\)[;.]\s*(?P<stray>[A-Z][^()]*)$")
_BETWEEN = re.compile(r"\)\s*(?:[;,/]|and)?\s*$")
_JOINED = re.compile(r"\s*(?:[/;,]|(?:and|or)\b)")
_ACRONYM = re.compile(r"[^a-z]+")


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something about the states of a recommendation that was left or read with a reservation."""

    why: WhyLeft
    printed: str
    candidates: tuple[str, ...] = ()


@dataclass(slots=True)
class Attributed:
    """A recommendation without its closing brackets, the states that made it in the order printed, and doubts."""

    text: str
    states: tuple[str, ...] = ()
    doubts: list[Doubt] = field(default_factory=list)


def attributed(printed: str, gazetteer: Gazetteer, on: date | None = None) -> Attributed:
    """Return a recommendation's text and the states that made it.

    The states stand in one or more brackets at the end ("(Hungary) (Spain);"). Where the item names others within,
    joined to what follows by a slash, comma or "or" ("ratify (Slovenia)/consider ratifying (Republic of Korea) the
    Convention"), these have recommended too. A bracket that names no state belongs to the text: "(CEDAW) (Chile)".
    """
    found = Attributed(_without_end(printed))
    reads = _closing(found, gazetteer, on) or _before_strays(found, gazetteer, on)
    inner = _within(found, gazetteer, on, alone=not reads)
    _take_states(found, inner + reads)
    if not reads and not inner and not found.doubts:
        found.doubts.append(Doubt(WhyLeft.MISSING_FIELD, printed[-80:]))
    return found


def _without_end(printed: str) -> str:
    """Return the item without what ends it: its full stop or semicolon, "and", the digit of a footnote."""
    tail = _TAIL.search(printed)
    return printed[: tail.start("tail")] if tail else printed.rstrip(" ;.")


def _closing(found: Attributed, gazetteer: Gazetteer, on: date | None) -> list[NameRead]:
    """Take the brackets with states off the end of the text and return the names in them."""
    reads: list[NameRead] = []
    while (at := _opening(found.text)) is not None:
        names = names_in_list(found.text[at + 1 : -1], gazetteer, on)
        if not _of_states(names, found.text[at + 1 : -1]):
            break
        reads = [*names, *reads]
        found.text = found.text[:at].rstrip()
        between = _BETWEEN.search(found.text)
        if between is None:
            break
        found.text = found.text[: between.start() + 1]
    return reads


def _before_strays(found: Attributed, gazetteer: Gazetteer, on: date | None) -> list[NameRead]:
    """Return the states of an item that is over before its text is: what follows is a heading, or a sentence apart."""
    stray = _STRAY.search(found.text)
    item = Attributed(found.text[: stray.start() + 1] if stray else "")
    reads = _closing(item, gazetteer, on)
    if stray and reads:
        found.doubts.append(Doubt(WhyLeft.UNREAD_FIELD, stray["stray"]))
        found.text = item.text
    return reads


def _opening(text: str) -> int | None:
    """Return where the bracket that the text ends with was opened; None where it does not end with one."""
    depth = 0
    for at in range(len(text) - 1, -1, -1) if text.endswith(")") else ():
        depth += (text[at] == ")") - (text[at] == "(")
        if depth == 0:
            return at
    return None


def _of_states(names: tuple[NameRead, ...], inside: str) -> bool:
    """Whether a bracket is one of states: it names one, or what may be one misspelt, and is no mere acronym."""
    if any(name.state for name in names):
        return True
    return not _ACRONYM.fullmatch(inside) and any(name.candidates for name in names)


def _within(found: Attributed, gazetteer: Gazetteer, on: date | None, alone: bool) -> list[NameRead]:
    """Return the states named in brackets within the text that recommended a part of it.

    With ``alone`` none stand at its end, so all of them did.
    """
    reads: list[NameRead] = []
    for match in re.finditer(r"\((?:[^()]|\([^()]*\))*\)", found.text):
        names = names_in_list(match[0][1:-1], gazetteer, on)
        if not names or not all(name.state for name in names):
            continue
        if alone or _JOINED.match(found.text, match.end()):
            reads += names
        else:
            found.doubts.append(Doubt(WhyLeft.UNKNOWN_VALUE, match[0]))
    return reads


def _take_states(found: Attributed, reads: list[NameRead]) -> None:
    states: list[str] = []
    for read in reads:
        if read.why is not None:
            found.doubts.append(Doubt(read.why, read.printed, read.candidates))
        if read.state is not None and read.state in states:
            found.doubts.append(Doubt(WhyLeft.REPEATED, read.printed))
        elif read.state is not None:
            states.append(read.state)
    found.states = tuple(states)
