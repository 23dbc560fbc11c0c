"""The numbers of a sentence: counts, decimals, places in an order, shares, the figures of votes, paragraphs.

What is no number here: figures in document symbols and web addresses, figures glued to letters ("G20", "S-21"),
clock times, and footnote figures glued to the mark that ends a clause ("in 2010,6 the"). Years are counts; the
caller drops those that are dates.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from itertools import zip_longest

from onrecord.claims.numbers.counting_one import one_counts, one_is_none
from onrecord.claims.numbers.masking import without_symbols
from onrecord.claims.numbers.tallies import Figure, VoteTally, tallies
from onrecord.claims.numbers.words import (
    CARDINAL,
    FRACTION,
    ORDINAL,
    SCALES,
    cardinal_value,
    fraction_value,
    ordinal_value,
)
from onrecord.vocabulary.periods import MONTHS

__all__ = ["Number", "NumberKind", "VoteTally", "numbers"]


class NumberKind(StrEnum):
    """What a number says."""

    CARDINAL = "cardinal"
    DECIMAL = "decimal"
    ORDINAL = "ordinal"
    PERCENT = "percent"
    FRACTION = "fraction"
    TALLY = "tally"
    PARAGRAPH = "paragraph"


NumberValue = int | Decimal | Fraction | str | tuple[int, ...] | VoteTally


@dataclass(frozen=True, slots=True)
class Number:
    """A number with its place in the text.

    The value of a CARDINAL or ORDINAL is an int, of a DECIMAL or PERCENT a Decimal, of a FRACTION a Fraction, of a
    PARAGRAPH its writing ("95.42"), of a TALLY the figures in their order, or a VoteTally where words say that they
    are the columns of a vote.
    """

    start: int
    end: int
    kind: NumberKind
    value: NumberValue
    text: str


_FREE = (
    r"(?<![\w/¤])(?<![^\W\d_][-‑.,;])(?<!\d\.)(?<![)”’\"][.,;])(?<![)”])(?<!19\d\d[.,;])(?<!20\d\d[.,;])(?<!\d\s/\s)"
)
_CLOSED = r"(?![\w/])(?!\.\d)(?!\.(?-i:[a-z]))(?!\s?(?-i:[ap])\.?m\b)"
_PER_CENT = r"(?:%|[\s-]?per[\s-]?cent(?!\w)|\s%)"
_ATOM = re.compile(
    rf"(?=\d){_FREE}(?:(?P<tally>(?<!\d[-–‑])\d{{1,3}}(?:[-–‑]\d{{1,3}}){{1,3}}(?![-–‑:]\w)|\d{{1,3}}(?:\s[-–]\s\d{{1,3}}){{2,3}}"
    rf"|\d{{1,3}}(?::\d{{1,3}}){{1,2}}){_CLOSED}"
    r"|(?P<noted>(?:19|20)\d\d(?=[.,;]\d{1,2}(?![\d.%])))"
    r"|(?P<figure_ordinal>\d{1,4}(?:st|nd|rd|th))\b"
    rf"|(?P<comma_share>\d{{1,3}},\d{{1,2}}(?={_PER_CENT}))"
    rf"|(?P<figure>\d{{1,3}}(?:,\d{{3}}){{1,4}}(?:\.\d{{1,3}})?){_CLOSED}"
    rf"|(?P<spaced>\d{{1,3}}(?:[\u00a0\u2009\u202f]\d{{3}}){{1,4}}|\d{{1,3}}(?:\x20\d{{3}}){{1,3}}\x20000"
    rf"|(?<!\d )\d{{1,3}}\x20\d{{3}}(?!\x20?\d)){_CLOSED}"
    rf"|(?P<dotted>\d{{1,9}}(?:\.\d{{1,9}}){{1,4}}){_CLOSED}"
    rf"|(?P<plain>\d{{1,15}}){_CLOSED})"
    rf"|(?=[aefhnostz])(?<![\w-])(?:(?P<fraction>{FRACTION})|(?P<half>half)\b(?!-|\sa\sdozen)|(?P<ordinal>{ORDINAL})|(?P<words>{CARDINAL}))",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_SHARE_END = re.compile(_PER_CENT, re.IGNORECASE)
_SCALE_END = re.compile(r"[\s-](hundred|thousand|million|billion)\b", re.IGNORECASE)
_AND_A_HALF = re.compile(r"\sand\sa\shalf\b", re.IGNORECASE)

_RANGE_BEFORE = re.compile(
    r"\b(?:paras?|paragraphs?|pages?|pp?|items?|articles?|arts?|sessions?|ages?|aged|rules?|recommendations?|nos?"
    r"|numbers?|cycles?|sections?|chapters?|between|from|footnotes?|principles?)\.?\s$",
    re.IGNORECASE,
)
_RANGE_AFTER = re.compile(
    rf"{_PER_CENT}|\s(?:years?|months?|days?|weeks?|hours?|members?|states|countries|candidates|seats|times"
    r"|million|billion)\b|-[a-z]",
    re.IGNORECASE,
)
_TIME_BEFORE = re.compile(r"\b(?:at|until|till)\s$", re.IGNORECASE)
_NOT_THOUSANDS_BEFORE = re.compile(
    rf"\b(?:{'|'.join(MONTHS)}|sessions?|items?|articles?|paragraphs?|paras?\.?|rules?|cycles?|resolutions?)\s$",
    re.IGNORECASE,
)
_PARAGRAPH_BEFORE = re.compile(
    r"(?:§\s?|\b(?:paras?|paragraphs?|recommendations?|recs?|sections?|principles?|nos?|numbers?)\.?\s)$", re.IGNORECASE
)
_MEASURE_BEFORE = re.compile(
    r"(?:[$€£]\s?|\b(?:score[sd]?|scoring|rat(?:e|ed|es|ing)|averag(?:e|ed|es|ing)|mean|index|value|points?|USD|EUR|CHF)"
    r"(?:\s(?:of|at|is|was|as|to|by|with))?\s)$",
    re.IGNORECASE,
)
_MEASURE_AFTER = re.compile(
    rf"{_PER_CENT}|\s(?:points?|percentage|out\sof|times|years?|months?|per|on\sa|million|billion)\b", re.IGNORECASE
)
_NAMED_AFTER = re.compile(r"\s\([A-Z]")

_HALF_BEFORE = re.compile(r"\b(?:first|second|latter)\s$", re.IGNORECASE)
_SHARE_BEFORE = re.compile(
    r"\b(?:more|less|fewer)\sthan\s$|\b(?:over|under|nearly|almost|about|around|roughly|least|most|by|barely|exactly)\s$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"an?\s(?!half|quarter)", re.IGNORECASE)
_OF_AFTER = re.compile(r"\s(?:of|in)\b", re.IGNORECASE)
_NOT_AN_ORDER_BEFORE = re.compile(r"\bat\s$", re.IGNORECASE)
_NEW_SENTENCE = re.compile(r"(?:^|[.;:•])\s{0,3}$")
_NOT_AN_ORDER_AFTER = re.compile(
    r"\s(?:of\sall|and\sforemost|place\b(?!\s(?:in|on|of|among|with))|glance|sight|thoughts?\b|to\snone)"
    r"|-(?:hand|handed|class|rate|party|degree)\b",
    re.IGNORECASE,
)
_LOOK_BACK = 32

_TO_PERCENT = re.compile(r"\s(?:to|or)\s|\s?[–-]\s?")


def numbers(text: str) -> tuple[Number, ...]:
    """Return the numbers of a text in order, none overlapping, each in its longest reading.

    "One" is among them only where it counts something: see ``one_counts``.
    """
    masked = without_symbols(text)
    atoms = [number for match in _ATOM.finditer(masked) for number in _read(match)]
    atoms = _with_votes(masked, [replace(a, text=text[a.start : a.end]) for a in atoms])
    kept = [a for i, a in enumerate(atoms) if (not i or atoms[i - 1].end <= a.start) and _counts(masked, a)]
    return tuple(_shares_spread(text, kept))


def _before(match: re.Match[str]) -> str:
    return match.string[max(0, match.start() - _LOOK_BACK) : match.start()]


def _read(match: re.Match[str]) -> Sequence[Number]:
    return _READERS[match.lastgroup or ""](match)


def _figure(match: re.Match[str]) -> Sequence[Number]:
    plain = match[0].replace(",", "." if match.lastgroup == "comma_share" else "")
    return [_measured(match, Decimal(re.sub(r"[^\d.]", "", plain)))]


def _spaced(match: re.Match[str]) -> Sequence[Number]:
    apart = "\x20" in match[0] and _NOT_THOUSANDS_BEFORE.search(_before(match))
    return _in_a_row(match) if apart else _figure(match)


def _words(match: re.Match[str]) -> Sequence[Number]:
    return [_measured(match, Decimal(cardinal_value(match[0])))]


def _half(match: re.Match[str]) -> Sequence[Number]:
    of_a_period = _HALF_BEFORE.search(_before(match))
    return [] if of_a_period else [_number(match, NumberKind.FRACTION, Fraction(1, 2))]


def _figure_ordinal(match: re.Match[str]) -> Sequence[Number]:
    return [_number(match, NumberKind.ORDINAL, int(match[0][:-2]))]


def _number(match: re.Match[str], kind: NumberKind, value: NumberValue, end: int | None = None) -> Number:
    last = match.end() if end is None else end
    return Number(match.start(), last, kind, value, match.string[match.start() : last])


def _measured(match: re.Match[str], value: Decimal) -> Number:
    """Return a number with the unit behind it taken in: per cent, million, and a half."""
    end = match.end()
    if scale := _SCALE_END.match(match.string, end):
        value, end = value * SCALES[scale[1].lower()], scale.end()
    if half := _AND_A_HALF.match(match.string, end):
        value, end = value + Decimal("0.5"), half.end()
    if share := _SHARE_END.match(match.string, end):
        return _number(match, NumberKind.PERCENT, value, share.end())
    if value == value.to_integral_value():
        return _number(match, NumberKind.CARDINAL, int(value), end)
    return _number(match, NumberKind.DECIMAL, value, end)


def _dashed(match: re.Match[str]) -> Sequence[Number]:
    parts = _DIGITS.findall(match[0])
    clock = ":" in match[0] and _TIME_BEFORE.search(_before(match))
    if clock or any(p.startswith("0") and p != "0" for p in parts):
        return []
    if len(parts) == 2 and ":" not in match[0] and _is_range(match):
        return _in_a_row(match)
    return [_number(match, NumberKind.TALLY, tuple(int(p) for p in parts))]


def _is_range(match: re.Match[str]) -> bool:
    return bool(_RANGE_BEFORE.search(_before(match)) or _RANGE_AFTER.match(match.string, match.end()))


def _in_a_row(match: re.Match[str]) -> Sequence[Number]:
    parts = _DIGITS.finditer(match.string, match.start(), match.end())
    return [_measured(part, Decimal(part[0])) for part in parts]


def _dotted(match: re.Match[str]) -> Sequence[Number]:
    whole, *rest = match[0].split(".")
    before = _before(match)
    measured = _MEASURE_BEFORE.search(before) or _MEASURE_AFTER.match(match.string, match.end())
    cited = _PARAGRAPH_BEFORE.search(before) or _NAMED_AFTER.match(match.string, match.end())
    if len(rest) > 1 or (not measured and (cited or len(whole) > 1)):
        return [_number(match, NumberKind.PARAGRAPH, match[0])]
    return [_measured(match, Decimal(match[0]))]


def _fraction(match: re.Match[str]) -> Sequence[Number]:
    article = _ARTICLE.match(match[0])
    shared = _OF_AFTER.match(match.string, match.end()) or _SHARE_BEFORE.search(_before(match))
    if article and not shared:
        start, place = match.start() + article.end(), match[0][article.end() :]
        return [Number(start, match.end(), NumberKind.ORDINAL, ordinal_value(place), place)]
    return [_number(match, NumberKind.FRACTION, Fraction(*fraction_value(match[0])))]


def _ordinal(match: re.Match[str]) -> Sequence[Number]:
    """Return a place in an order; none for "at first", "first of all", "second-hand" and the "First," of a list."""
    listed = match.string.startswith(",", match.end()) and _NEW_SENTENCE.search(_before(match))
    if listed or _NOT_AN_ORDER_AFTER.match(match.string, match.end()) or _NOT_AN_ORDER_BEFORE.search(_before(match)):
        return []
    return [_number(match, NumberKind.ORDINAL, ordinal_value(match[0]))]


_READERS: Mapping[str, Callable[[re.Match[str]], Sequence[Number]]] = {
    "tally": _dashed,
    "noted": _figure,
    "figure_ordinal": _figure_ordinal,
    "comma_share": _figure,
    "figure": _figure,
    "spaced": _spaced,
    "dotted": _dotted,
    "plain": _figure,
    "fraction": _fraction,
    "half": _half,
    "ordinal": _ordinal,
    "words": _words,
}


def _with_votes(text: str, atoms: Sequence[Number]) -> list[Number]:
    """Return the numbers with the columns of one vote put together."""
    figures = [
        Figure(a.start, a.end, a.value)
        for a in atoms
        if a.kind is NumberKind.CARDINAL
        and isinstance(a.value, int)
        and not (_is_one(a) and one_is_none(text, a.start))
    ]
    pairs = [
        (a.start, a.end, a.value[0], a.value[1]) for a in atoms if isinstance(a.value, tuple) and len(a.value) == 2
    ]
    votes = tallies(text, figures, pairs)
    if not votes:
        return list(atoms)
    apart = [a for a in atoms if not any(v.start < a.end and a.start < v.end for v in votes)]
    together = [Number(v.start, v.end, NumberKind.TALLY, v.value, text[v.start : v.end]) for v in votes]
    return sorted([*apart, *together], key=lambda n: n.start)


def _is_one(number: Number) -> bool:
    return number.text.lower() == "one"


def _counts(text: str, number: Number) -> bool:
    return not _is_one(number) or one_counts(text, number.start, number.end)


def _shares_spread(text: str, found: Sequence[Number]) -> Iterator[Number]:
    """Yield the numbers, with the first of "10 to 20 per cent" a share as the second is."""
    for number, following in zip_longest(found, found[1:]):
        shared = following is not None and following.kind is NumberKind.PERCENT
        if shared and isinstance(number.value, int) and number.kind is NumberKind.CARDINAL:
            between = text[number.end : following.start]
            after_between = text[: number.start].lower().endswith("between ")
            if _TO_PERCENT.fullmatch(between) or (between == " and " and after_between):
                yield replace(number, kind=NumberKind.PERCENT, value=Decimal(number.value))
                continue
        yield number
