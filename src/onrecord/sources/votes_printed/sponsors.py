"""Sponsors as session reports tell of them: at introduction, those who joined, those who withdrew."""

import re
from collections.abc import Iterator

from onrecord.sources.documents.opened import Found
from onrecord.sources.naming import NameRead, names_in_list
from onrecord.sources.votes_printed.flow import Flow
from onrecord.sources.votes_printed.lists import names_at
from onrecord.vocabulary.statements import Left, SponsorRole, SponsorSaid, Statement, WhyLeft
from onrecord.vocabulary.states import Gazetteer
from onrecord.vocabulary.symbols import standard_symbol

_DRAFT = r"A/HRC/(?:S-|OM/)?\d{1,3}/L\.\s?\d{1,3}(?:/(?:Rev|Add|Corr)\.\d{1,2})*"
_NAMES = r"(?:[^.\[\]:]|\b(?:St|Dem|Rep)\.){1,6000}?"
_TOLD = re.compile(
    rf"(?P<symbol>{_DRAFT})"
    rf"|\bco-?\s?sponsored\s+by\s+(?P<co>{_NAMES})(?=\.\s|\.$|;\s|,?\s+and\s+sponsored\s+by\b)"
    rf"|(?<!co-)\bsponsored\s+by\s+(?P<main>{_NAMES})(?=,?\s+(?:and\s+)?co-?\s?sponsored\s+by\b|\.\s|\.$|;\s)"
    rf"|\bSubsequently,?\s+(?:the\s+representatives?\s+of\s+)?(?P<joined>{_NAMES})\s+(?:also\s+)?joined\s+(?:the|as)\s+(?:co-?)?sponsors?"
    rf"|\b(?:Subsequently,?\s+)?(?P<withdrew>(?<=\bSubsequently,\s){_NAMES})\s+withdrew\s+(?:its|their)\s+(?:co-?)?sponsorship",
    re.I,
)
_ROLES = {
    "main": SponsorRole.MAIN,
    "co": SponsorRole.CO,
    "joined": SponsorRole.JOINED,
    "withdrew": SponsorRole.WITHDREW,
}


def sponsors_in(flow: Flow, gazetteer: Gazetteer) -> Iterator[tuple[int, Found]]:
    """Yield the sponsors of the drafts a document introduces, each with its place in the text."""
    symbol: str | None = None
    for match in _TOLD.finditer(flow.text):
        if match["symbol"]:
            written = "".join(match["symbol"].split())
            symbol = standard_symbol(written) or written
            continue
        start, end = match.span(match.lastgroup or 0)
        if symbol is None:
            told = " ".join(match[0].split())[:200]
            yield start, Left(WhyLeft.NO_SUBJECT, flow.place(start), told, "the symbol of the draft that is sponsored")
            continue
        reads = names_in_list(flow.text[start:end], gazetteer, flow.day(start))
        for at, read in names_at(flow, start, end, reads):
            yield from ((at, found) for found in _said(symbol, _ROLES[match.lastgroup or "main"], read, flow, at))


def _said(symbol: str, role: SponsorRole, read: NameRead, flow: Flow, at: int) -> Iterator[Found]:
    place = flow.place(at)
    if read.why is not None:
        yield Left(read.why, place, read.printed, "a name of one state", read.candidates)
    if read.state is not None:
        yield Statement(SponsorSaid(symbol, read.state, role), place, read.printed)
