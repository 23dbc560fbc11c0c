"""Lays the claims of a checked text over its words: blocks, sentences, and pieces that one claim or several cover."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from onrecord.publish.views.check import CheckRecord, ClaimLine, SentenceLine
from onrecord.vocabulary.verdicts import Nothing, Verdict


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that the same claims cover; ``claim`` is the one they are marked with, ``ends`` those that end here."""

    text: str
    claim: ClaimLine | None
    ends: tuple[ClaimLine, ...]

    @property
    def parts(self) -> tuple[str, str]:
        """Its words, and the last of them where claims end: their numbers must not begin a line without it."""
        last = _LAST_WORD.search(self.text) if self.ends else None
        return (self.text[: last.start()], last[0]) if last else (self.text, "")


_LAST_WORD = re.compile(r"(?<!\S)\S{1,24}\s*\Z")


@dataclass(frozen=True, slots=True)
class MarkedSentence:
    """A sentence in its pieces with its claims; or words between sentences, of which ``line`` is None."""

    line: SentenceLine | None
    pieces: tuple[Piece, ...]
    claims: tuple[ClaimLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """Sentences between two line ends of the text, with the words between them."""

    sentences: tuple[MarkedSentence, ...]

    @property
    def heading(self) -> bool:
        """Whether it is nothing but a heading."""
        lines = [one.line for one in self.sentences if one.line]
        return bool(lines) and all(line.nothing is Nothing.HEADING for line in lines)

    @property
    def claims(self) -> tuple[ClaimLine, ...]:
        """The claims of its sentences."""
        return tuple(claim for one in self.sentences for claim in one.claims)

    @property
    def not_read(self) -> bool:
        """Whether a sentence of it was not understood."""
        return any(one.line.nothing is Nothing.NOT_READ for one in self.sentences if one.line)


def blocks(view: CheckRecord) -> list[Block]:
    """Return a checked text as blocks of marked sentences; no word of the text is left out."""
    made: list[list[MarkedSentence]] = [[]]
    for one in _in_order(view):
        if isinstance(one, str):
            # A line end within a sentence is a matter of width; one between two sentences ends a block.
            first, *rest = one.split("\n")
            made[-1].append(_plain(first))
            made.extend([_plain(line)] for line in rest)
        else:
            made[-1].append(one)
    return [Block(tuple(block)) for block in made if any(p.text.strip() for one in block for p in one.pieces)]


def _in_order(view: CheckRecord) -> Iterator[MarkedSentence | str]:
    """Yield each sentence, and before it and at the end the words that belong to none: blanks, what was not reached."""
    claims, at = {claim.number: claim for claim in view.claims}, 0
    for line in view.sentences:
        own = tuple(claims[number] for number in line.claims)
        yield view.text[at : line.start]
        yield MarkedSentence(line, _pieces(view.text, line, own), own)
        at = line.end
    yield view.text[at:]


def _plain(words: str) -> MarkedSentence:
    return MarkedSentence(None, (Piece(words, None, ()),))


def _pieces(text: str, line: SentenceLine, claims: Sequence[ClaimLine]) -> tuple[Piece, ...]:
    inside = [edge for claim in claims for edge in (claim.start, claim.end) if line.start < edge < line.end]
    edges = sorted({line.start, *inside, line.end})
    last = {claim.number: line.end if _overlap(claims) else min(claim.end, line.end) for claim in claims}
    return tuple(
        Piece(text[start:end], _over(claims, start, end), tuple(c for c in claims if start < last[c.number] <= end))
        for start, end in pairwise(edges)
    )


def _over(claims: Sequence[ClaimLine], start: int, end: int) -> ClaimLine | None:
    """Return the claim that words are marked with: of those that cover them the shortest, then the gravest."""
    covering = [claim for claim in claims if claim.start <= start and end <= claim.end]
    return min(covering, key=lambda claim: (claim.end - claim.start, _GRAVEST.index(claim.verdict)), default=None)


def _overlap(claims: Sequence[ClaimLine]) -> bool:
    return any(a.start < b.end and b.start < a.end for a, b in combinations(claims, 2))


_GRAVEST = (Verdict.REFUTED, Verdict.CONFLICTING, Verdict.NOT_ENOUGH_INFORMATION, Verdict.SUPPORTED)


def slots(typed: dict[str, object]) -> list[tuple[str, str]]:
    """Return the fields of a typed claim that say something, as words."""
    return [(_SPACES.sub(" ", name), _value(value)) for name, value in typed.items() if value not in (None, "", [], {})]


_SPACES = re.compile(r"_+")


def _value(value: object) -> str:
    if isinstance(value, dict):
        return "; ".join(f"{name}: {_value(inner)}" for name, inner in value.items() if inner not in (None, "", [], {}))
    if isinstance(value, (list, tuple)):
        return ", ".join(_value(inner) for inner in value)
    return {True: "yes", False: "no"}.get(value, str(value)) if isinstance(value, bool) else str(value)
