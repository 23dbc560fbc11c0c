"""States as printed documents name them: one name, or a printed list of names, read exactly or left with candidates.

A name is the gazetteer's or it is none: Niger is never Nigeria, Northern Ireland never Ireland. What a printer does to
a name (a broken word, a listed misprint) is undone and said; what nobody has seen before is left.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from onrecord.sources.naming_un import FRENCH, MISPRINTS, SPANISH
from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.statements import WhyLeft
from onrecord.vocabulary.states import Gazetteer, NameKind, StateKind, normalise

MOST_CANDIDATES = 3
"""How many states are named beside a name that could not be read."""

LONGEST = 200
"""The most characters looked at as one name."""


@dataclass(frozen=True, slots=True)
class NameRead:
    """A name as printed and the state it names, by ISO 3166 alpha-3 code.

    ``why`` is None where the name is a known one; with a state it says with what reservation it was read, without one
    why it was not. ``candidates`` are names that may be meant; ``mark`` is what the printer stuck to the name, such as
    the asterisk of a state that is not a member.
    """

    printed: str
    state: str | None
    why: WhyLeft | None = None
    candidates: tuple[str, ...] = ()
    mark: str = ""


_MARKS = r"[*†‡]+|[¹²³⁰⁴-⁹]+|\[?\d{1,3}\]?(?![\w./])|(?<=\s)[a-e]/"
_MARKED = re.compile(rf"^(?P<name>.*?[^\W\d_][)’'.]?)\s*(?P<mark>(?:(?:{_MARKS})[\s,]*)+)$")
_MARK_AFTER_COMMA = re.compile(rf"(?P<comma>[,;])\s?(?P<mark>{_MARKS})(?=[\s,;.]|$)")
_ON_BEHALF = re.compile(r"\s*\((?:also )?(?:on behalf of|au nom d|en nombre d|in its capacity)[^()]*\)?", re.I)
_ENDS = " \t\r\n.,;:]•"
_DIVIDED = re.compile(r"[-‐\xad]\s*\n\s*")
_SOFT = "\xad"
_PAGE_FURNITURE = re.compile(
    r"(?:\b\d{1,4}\s+)?(?:\b[AES]/[A-Z0-9][\w.]*(?:/[\w.()-]+)+|\bGE\.\d\d-\d{3,6}|\b\d{2}-\d{5}\b|\*\d{7}\*|\(E\))"
    r"(?:\s+\d{1,4}\b(?!\s*[^\W\d_]{3,}\s+\d))?"
)
_AND = re.compile(r"(?:^|\s+)(?:and|et|y|e|&)\s+(?=\S)")
_FIRST_AND = re.compile(r"^(?:and|et|y|e|as well as|ainsi que|así como)\s+")
_ARTICLE = re.compile(r"^(?:(?:les|le|la|los|las|el)\s+|[ld]['’‘ʼ`´]\s*)", re.I)
_NONE = re.compile(r"(?:none|nil|aucune?|néant|ningun[oa]?|[-–—]+|0)[.\s]*", re.I)


def name_read(text: str, gazetteer: Gazetteer, on: date | None = None) -> NameRead:
    """Return the state a printed name means on a day, or why it could not be told; never raises."""
    printed = " ".join(text.replace(_SOFT, "-").split())
    bare, mark = _unmarked(_ON_BEHALF.sub("", _DIVIDED.sub(_SOFT, text)))
    read = _known(bare[:LONGEST], gazetteer, on)
    near = _near(bare[:LONGEST].replace(_SOFT, ""), gazetteer) if read.why is WhyLeft.UNKNOWN_STATE else read.candidates
    return replace(read, printed=printed, mark=mark, candidates=near)


def names_in_list(text: str, gazetteer: Gazetteer, on: date | None = None) -> tuple[NameRead, ...]:
    """Return the names of a printed list in its order, each with its state; lines may be divided by line breaks.

    The longest known name is taken first, so that "Bosnia and Herzegovina" is one and "Northern Ireland" none;
    page headers and job numbers that stand inside the list are no names.
    """
    text = _MARK_AFTER_COMMA.sub(r"\g<mark>\g<comma>", _without_furniture(text))
    if _NONE.fullmatch(text.strip()):
        return ()
    found: list[NameRead] = []
    for group in _groups(_pieces(text), gazetteer, on):
        found += _names_joined(group, gazetteer, on)
    return tuple(found)


def _without_furniture(text: str) -> str:
    text = _PAGE_FURNITURE.sub(" ", text)
    text = re.sub(r"([-‐\xad])[ \t]*\n\s*\n\s*", "\\1\n", text)
    return " ".join(_DIVIDED.sub(_SOFT, text).split())


def _unmarked(text: str) -> tuple[str, str]:
    """Return a name without the footnote marks and stops that stick to it, and the marks."""
    text = " ".join(text.split()).strip(_ENDS)
    leading = re.match(r"[*†‡]+\s*", text)
    text = text[leading.end() :] if leading else text
    match = _MARKED.match(text) if len(text) <= LONGEST else None
    if match is None:
        return text, leading[0].strip() if leading else ""
    return match["name"].strip(_ENDS), "".join(match["mark"].split()).strip(",")


def _pieces(text: str) -> list[str]:
    """Return what stands between the commas and semicolons of a list, those inside brackets left alone."""
    pieces, start, depth = [], 0, 0
    for match in re.finditer(r"[()]|\s*[,;]\s*", text):
        if match[0] in "()":
            depth = max(0, depth + (1 if match[0] == "(" else -1))
        elif not depth or match.end() - start > LONGEST:
            pieces.append(text[start : match.start()])
            start, depth = match.end(), 0
    return [piece for piece in (*pieces, text[start:]) if piece.strip(_ENDS)]


def _groups(pieces: list[str], gazetteer: Gazetteer, on: date | None) -> Iterator[str]:
    """Join again what is one inverted name: "Venezuela, Bolivarian Republic of"."""
    left = pieces[::-1]
    while left:
        piece = left.pop()
        for end in [*(m.start() for m in _AND.finditer(left[-1]) if m.start()), len(left[-1])] if left else ():
            pair = f"{piece}, {left[-1][:end]}"
            if _is_known(_FIRST_AND.sub("", pair.strip()), gazetteer, on):
                rest = left.pop()[end:]
                left += [rest] if rest.strip(_ENDS) else []
                piece = pair
                break
        yield piece


def _is_known(text: str, gazetteer: Gazetteer, on: date | None) -> bool:
    read = _known(_unmarked(text)[0], gazetteer, on)
    return read.state is not None and read.why is None


def _names_joined(piece: str, gazetteer: Gazetteer, on: date | None) -> list[NameRead]:
    """Return the names of a piece that commas do not divide, at its "and"s where these do not belong to a name."""
    piece = _FIRST_AND.sub("", piece.strip())
    whole = name_read(piece, gazetteer, on)
    parts = _AND.split(piece)
    if len(parts) == 1:
        return [whole] if whole.state else _run_together(piece, whole, gazetteer, on)
    cuts = [0, *(m.start() for m in _AND.finditer(piece)), len(piece)]
    if whole.state and whole.why is not WhyLeft.UNCLEAR_STATE:
        return [_unless_two(whole, parts, gazetteer, on)] if len(parts) == 2 else [whole]
    return list(_longest_first(piece, cuts, gazetteer, on))


def _unless_two(whole: NameRead, parts: list[str], gazetteer: Gazetteer, on: date | None) -> NameRead:
    """A former state whose name is that of two others may be those two; without a day it is not clear which."""
    state = gazetteer.state(whole.state or "")
    both = tuple(_known(_unmarked(part)[0], gazetteer, on).state for part in parts)
    if state.kind is not StateKind.FORMER or None in both or (on is not None and state.existed(on)):
        return whole
    names = (gazetteer.name(state.iso3), *(gazetteer.name(iso3) for iso3 in both if iso3))
    return NameRead(whole.printed, None, WhyLeft.UNCLEAR_STATE, names, whole.mark)


def _longest_first(piece: str, cuts: list[int], gazetteer: Gazetteer, on: date | None) -> Iterator[NameRead]:
    at = 0
    while at < len(cuts) - 1:
        for end in range(min(len(cuts) - 1, at + 4), at, -1):
            read = name_read(_FIRST_AND.sub("", piece[cuts[at] : cuts[end]].strip()), gazetteer, on)
            if read.state or end == at + 1:
                break
        words = _FIRST_AND.sub("", piece[cuts[at] : cuts[end]].strip())
        yield from [read] if read.state else _run_together(words, read, gazetteer, on)
        at = end


def _run_together(piece: str, whole: NameRead, gazetteer: Gazetteer, on: date | None) -> list[NameRead]:
    """Return the names of a piece between which the comma is lost, if every word of it belongs to one."""
    words = piece.split()
    if not 1 < len(words) <= 16 or whole.why is WhyLeft.UNCLEAR_STATE:
        return [whole]
    cut = _cut(words, lambda name: _is_known(name, gazetteer, on))
    reads = [name_read(name, gazetteer, on) for name in cut]
    return [replace(read, why=WhyLeft.SPELLING, candidates=_own_name(read, gazetteer, on)) for read in reads] or [whole]


def _cut(words: list[str], known: Callable[[str], bool]) -> list[str]:
    """Return words cut into known names, the longest first, or nothing where some word is left over."""
    names: list[str] = []
    at = 0
    while at < len(words):
        ends = (end for end in range(len(words), at, -1) if known(" ".join(words[at:end])))
        end = next(ends, None)
        if end is None:
            return []
        names.append(" ".join(words[at:end]))
        at = end
    return names


def _own_name(read: NameRead, gazetteer: Gazetteer, on: date | None) -> tuple[str, ...]:
    return (gazetteer.name(read.state, on),) if read.state else ()


@lru_cache(maxsize=16_384)
def _known(bare: str, gazetteer: Gazetteer, on: date | None) -> NameRead:
    """Return a bare name's state: as it stands, without the hyphen of its line, or with a misprint undone."""
    spellings = [bare.replace(_SOFT, "-"), bare.replace(_SOFT, "")] if _SOFT in bare else [bare]
    for spelling in spellings:
        state = _exactly(spelling, gazetteer, on)
        if state is not None:
            return NameRead(bare, state)
    index = _index(gazetteer)
    unclear = index.fitting(spellings[-1])
    if len(unclear) > 1:
        return NameRead(bare, None, WhyLeft.UNCLEAR_STATE, tuple(gazetteer.formal_name(i) or i for i in unclear))
    name = index.repaired(spellings[-1])
    found = _exactly(name, gazetteer, on) if name else None
    if name and found:
        return NameRead(bare, found, WhyLeft.SPELLING, (name,))
    return NameRead(bare, None, WhyLeft.UNKNOWN_STATE)


def _exactly(text: str, gazetteer: Gazetteer, on: date | None) -> str | None:
    """Return the state of a name in the gazetteer or in a UN document of another language; no code, no adjective."""
    index = _index(gazetteer)
    for name in (text, _ARTICLE.sub("", text)):
        key = normalise(name)
        if key in index.un:
            return index.un[key]
        if key in index.names:
            return _of_the_day(name, gazetteer, on)
    return None


def _of_the_day(name: str, gazetteer: Gazetteer, on: date | None) -> str | None:
    try:
        return gazetteer.resolve_un(name, on).iso3
    except NotInVocabulary:
        return None


@lru_cache(maxsize=4_096)
def _near(text: str, gazetteer: Gazetteer) -> tuple[str, ...]:
    found = (state.iso3 for state, _, score in gazetteer.candidates(text, MOST_CANDIDATES) if score >= 80)
    return tuple(dict.fromkeys(gazetteer.name(iso3) for iso3 in found))


class _Index:
    """The gazetteer's names by how they look when their spaces are lost, and what more UN documents call states."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.names: defaultdict[str, set[str]] = defaultdict(set)
        self._squeezed: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
        codes = {state.iso3 for state in gazetteer.states}
        self.un = {normalise(n): iso3 for n, iso3 in (FRENCH | SPANISH).items() if iso3 in codes}
        for iso3 in codes:
            for name in gazetteer.names(iso3):
                key = normalise(name.name)
                if name.kind is NameKind.DEMONYM:
                    continue
                self.names[key].add(iso3)
                self._squeezed[key.replace(" ", "")].add((iso3, name.name))
        for misprint, name in MISPRINTS.items():
            self._squeezed[normalise(misprint).replace(" ", "")] = {("", name)}

    def fitting(self, text: str) -> tuple[str, ...]:
        """Return the states that all have a name."""
        return tuple(sorted(self.names.get(normalise(text), ())))

    def repaired(self, text: str) -> str | None:
        """Return the one name that a broken word or a listed misprint stands for."""
        found = self._squeezed.get(normalise(text).replace(" ", ""), set())
        one = len({iso3 for iso3, _ in found}) == 1 or len({normalise(name) for _, name in found}) == 1
        return min(name for _, name in found) if one else None


@lru_cache(maxsize=4)
def _index(gazetteer: Gazetteer) -> _Index:
    return _Index(gazetteer)
