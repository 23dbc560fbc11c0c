"""What a citation says: the document's symbol, its date and address, the paragraphs, and states named with them."""

import re
from calendar import month_name
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.sources.naming import name_read
from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.statements import ReferenceSaid, WhyLeft
from onrecord.vocabulary.states import Gazetteer
from onrecord.vocabulary.symbols import parse_symbol

_SYMBOL = re.compile(
    r"(?<![\w/])(?:(?:A|S|E|HRI)/|(?:CCPR|CERD|CEDAW|CRC|CAT|CRPD|CMW|CED)/(?:C|OP)/)[A-Z0-9][\w./-]*(?:\s?\([IVXL\d-]+\))?"
)
_IN_WORDS = re.compile(
    r"\b(?P<body>General Assembly|(?:Human Rights )?Council|Security Council)\s+(?P<kind>resolution|decision)\s+"
    r"(?P<number>(?:S-|ES-)?\d+/\d+[A-Z]?|\d{1,4}\s\(\d{4}\)|\d{1,4}\s?[A-Z]?\s?\([IVXL]+\))"
)
_PREFIXES = {
    ("General Assembly", "resolution"): "A/RES/",
    ("General Assembly", "decision"): "A/DEC/",
    ("Human Rights Council", "resolution"): "A/HRC/RES/",
    ("Human Rights Council", "decision"): "A/HRC/DEC/",
    ("Council", "resolution"): "A/HRC/RES/",
    ("Council", "decision"): "A/HRC/DEC/",
    ("Security Council", "resolution"): "S/RES/",
}
_MONTHS = {name.casefold(): number for number, name in enumerate(month_name) if name}
_DATE = re.compile(rf"\b(?:(\d{{1,2}})\s+)?({'|'.join(month_name[1:])})\s+(\d{{4}})\b", re.IGNORECASE)
_URL = re.compile(r"https?://[^\s<>\"”]+")
_NAMED = re.compile(
    r"\b(?:paras?\b\.?|paragraphs?|recommendations?|§+)\s*(?:(?:nos?|numbers?)\b\.?\s*)?(?=\d)", re.IGNORECASE
)
_NUMBER = re.compile(
    r"(?P<first>\d{1,4}(?:\.\d{1,3})?(?:\s\([a-z]{1,2}\))?)(?![\w/])"
    r"(?:\s?(?:to|[-–—])\s?(?P<last>\d{1,4}(?:\.\d{1,3})?)(?![\w/]))?"
    r"(?:\s*\((?P<state>[A-Z][^()]*(?:\([^()]*\)[^()]*)*)\))?(?P<and>\s*(?:,\s*and\b|[,;&]|\band\b)\s*(?=\d))?"
)
_IBID = re.compile(r"\s*ibid\b", re.IGNORECASE)
_MOST = 200


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in a citation that could not be read."""

    why: WhyLeft
    printed: str
    expected: str
    candidates: tuple[str, ...] = ()


Read = ReferenceSaid | Fault


def pieces(text: str) -> list[str]:
    """Return the citations of a footnote: what stands between semicolons that no bracket holds."""
    found, depth, start = [], 0, 0
    for at, char in enumerate(text):
        depth = max(0, depth + (char in "([") - (char in ")]"))
        if char == ";" and not depth:
            found.append(text[start:at])
            start = at + 1
    return [piece.strip() for piece in (*found, text[start:]) if piece.strip()]


def footnote_read(number: str, text: str, gazetteer: Gazetteer, before: str | None) -> Iterator[Read]:
    """Yield what each citation of a footnote says; ``before`` is the symbol last cited, which "ibid." means."""
    cites = False
    for piece in pieces(text):
        for read in _piece(number, piece, gazetteer, before):
            cites = cites or isinstance(read, ReferenceSaid)
            before = read.symbol if isinstance(read, ReferenceSaid) and read.symbol else before
            yield read
    if not cites:
        yield Fault(WhyLeft.UNREAD_FIELD, text, "a citation with a symbol or an address")


def cited_in(text: str) -> Iterator[Read]:
    """Yield the documents cited in running text by their symbols, or as a resolution or decision of a body."""
    for printed, symbol in symbols_in(text):
        yield ReferenceSaid(None, symbol, printed) if symbol else _no_symbol(printed)


def symbols_in(text: str) -> list[tuple[str, str | None]]:
    """Return what looks like a symbol or names a resolution, as printed, with its standard form or None."""
    without_urls = _URL.sub(_blank, text)
    found = ((match.start(), match[0].rstrip(".-/")) for match in _SYMBOL.finditer(without_urls))
    hits = [(at, symbol, symbol) for at, symbol in found]
    for match in _IN_WORDS.finditer(text):
        prefix = _PREFIXES.get((match["body"], match["kind"]))
        if prefix is not None:
            hits.append((match.start(), match[0], prefix + match["number"]))
    return [(printed, _standard(symbol)) for _, printed, symbol in sorted(hits)]


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _standard(written: str) -> str | None:
    try:
        return parse_symbol(written).text
    except NotInVocabulary:
        return None


def _no_symbol(printed: str) -> Fault:
    return Fault(WhyLeft.UNKNOWN_VALUE, printed, "a UN document symbol of a known form")


def _piece(number: str, piece: str, gazetteer: Gazetteer, before: str | None) -> Iterator[Read]:
    found = symbols_in(piece)
    yield from (_no_symbol(printed) for printed, symbol in found if symbol is None)
    symbols = list(dict.fromkeys(symbol for _, symbol in found if symbol))
    if not symbols and before and _IBID.match(piece):
        symbols = [before]
    url = _URL.search(piece)
    address = url[0].rstrip(".,;)") if url else None
    if not symbols and address is None:
        return
    paragraphs, attributed, faults = _paragraphs(piece, gazetteer)
    yield from faults
    alone = len(symbols) < 2
    for symbol in symbols or [None]:
        yield ReferenceSaid(
            number,
            symbol,
            piece,
            _date(piece) if alone else None,
            address if alone else None,
            paragraphs if alone else (),
            attributed if alone else (),
        )
    if not alone and (paragraphs or _date(piece) or address):
        yield Fault(WhyLeft.NO_SUBJECT, piece, "one document, where a date, an address or paragraphs are given")


def _date(text: str) -> str | None:
    """Return the one date that a citation gives, in ISO form; None where it gives none or several."""
    found = {_iso(*match) for match in _DATE.findall(text)}
    return found.pop() if len(found) == 1 else None


def _iso(day: str, month: str, year: str) -> str:
    written = f"{year}-{_MONTHS[month.casefold()]:02d}"
    return f"{written}-{int(day):02d}" if day else written


def _paragraphs(
    text: str, gazetteer: Gazetteer
) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...], tuple[Fault, ...]]:
    """Return the paragraphs or recommendations a citation names, those it ascribes to a state, and faults."""
    numbers: list[str] = []
    ascribed: list[tuple[str, str]] = []
    faults: list[Fault] = []
    for named in _NAMED.finditer(text):
        at = named.end()
        while match := _NUMBER.match(text, at):
            numbers += _numbers(match["first"], match["last"])
            if match["state"]:
                read = name_read(match["state"], gazetteer)
                if read.state:
                    ascribed.append((match["first"], read.state))
                if read.why is not None:
                    faults.append(Fault(read.why, match["state"], "the recommending state", read.candidates))
            at = match.end()
            if match["and"] is None:
                break
    return tuple(dict.fromkeys(numbers)), tuple(ascribed), tuple(faults)


def _numbers(first: str, last: str | None) -> list[str]:
    """Return the numbers of a range written out; of one that is none, its two ends."""
    if last is None:
        return [first]
    head, _, start = first.rpartition(".")
    head_of_last, _, end = last.rpartition(".")
    same = start.isdigit() and head_of_last in ("", head)
    if not same or not int(start) < int(end) <= int(start) + _MOST:
        return [first, last]
    return [f"{head}.{n}" if head else str(n) for n in range(int(start), int(end) + 1)]
