"""Which text a vote of a document is about: its own symbol, a heading, or the draft last put before the Council."""

import re
from dataclasses import dataclass
from datetime import date

from onrecord.sources.printed.lines import Line, Part
from onrecord.sources.votes_printed.flow import Flow, days_in
from onrecord.vocabulary.symbols import standard_symbol

_DRAFT = re.compile(
    r"A\s?/\s?HRC\s?/\s?(?:S-|OM/)?\d{1,3}\s?/\s?L\.\s?\d{1,3}(?:\s?/\s?(?:Rev|Add|Corr)\.\s?\d{1,2})*", re.I
)
_TEXT = re.compile(r"A/HRC/(?:RES|DEC|PRST)/(?:S-|OM/)?\d{1,3}/\d{1,3}[A-Z]?(?![\d/])", re.I)
_HEADING = re.compile(r"^(?P<short>(?:S-)?\d{1,2}/\d{1,3})\.?[ \t\n]+(?=[A-Z“\"])", re.M)
_AMENDMENT = re.compile(r"\bamendments?\b[^.;]{0,60}$", re.I)
_PROPOSAL = re.compile(
    r"\b(?:draft\s+(?:resolution|decision|text|proposal)s?|projets?\s+de|proyectos?\s+de)\b[^.;]{0,60}$",
    re.I,
)
_MEETING = re.compile(
    r"\b(?P<meeting>\d{1,3})(?:st|nd|rd|th)\s+(?:\([^)]{1,30}\)\s+)?meeting(?:,|\s)*(?:on\s+)?"
    r"(?P<day>\d{1,2}\s+\w+\s+\d{4})",
    re.I,
)
_TITLED = re.compile(
    r"(?<!draft )\b(?:resolution|decision|text|texte|décision|résolution|resolución|decisión)"
    r"\s*(?:\((?P<symbol>[^)]{5,60})\))?\s*"
    r"(?:entitled|intitulée?|titulad[oa]|on|sur|relative\s+(?:à|aux?)|sobre)\s+(?P<title>[^.;]{8,200}?)"
    r"(?:,|\.|;|\s+(?:was|by a vote)\b)",
    re.I,
)
_FIRST_DECISION = 101
_OUT_OF_SIGHT = 200_000


@dataclass(frozen=True, slots=True)
class Subject:
    """A text as a document names it: its symbol or what stands in its place, and whether it is an amendment."""

    at: int
    symbol: str
    amendment: bool = False
    written: str = ""


@dataclass(frozen=True)
class Subjects:
    """The texts a document names, by place; ``own`` is the symbol of a document that is one text."""

    own: str | None
    drafts: tuple[Subject, ...]
    headings: tuple[Subject, ...]
    titles: tuple[Subject, ...]

    def at(self, start: int, sentence: str, begins: int, bracketed: bool) -> Subject | None:
        """Return the text a vote at a place is about; None where it cannot be told."""
        if self.own:
            return Subject(0, self.own, written=self.own)
        if bracketed and (heading := _last(self.headings, start)):
            return heading
        within = [draft for draft in self.drafts if begins <= draft.at < start]
        if within:
            return within[0]
        if titled := [title for title in self.titles if begins <= title.at < start]:
            return titled[-1]
        before = [draft for draft in self.drafts if start - _OUT_OF_SIGHT < draft.at < start]
        wanted = self._wanted(before, sentence)
        return wanted or (before[-1] if before else None) or _last(self.titles, start) or _last(self.headings, start)

    @staticmethod
    def _wanted(before: list[Subject], sentence: str) -> Subject | None:
        """Return the last amendment where a sentence speaks of one, the last draft where it speaks of a draft."""
        if not (re.search(r"\bamendments?\b", sentence, re.I) or re.search(r"\bdraft\s+(?:res|dec)", sentence, re.I)):
            return None
        amendment = re.search(r"\bdraft\s+(?:resolution|decision)", sentence, re.I) is None
        return next((draft for draft in reversed(before) if draft.amendment is amendment), None)


def _last(found: tuple[Subject, ...], start: int) -> Subject | None:
    return next((subject for subject in reversed(found) if start - _OUT_OF_SIGHT < subject.at < start), None)


def subjects_of(flow: Flow, lines: tuple[Line, ...]) -> Subjects:
    """Return the texts that a document names."""
    drafts = tuple(_draft(match, flow.text) for match in _DRAFT.finditer(flow.text))
    headings = tuple(_heading(match) for match in _HEADING.finditer(flow.text) if _is_heading(match, flow))
    titles = tuple(_titled(match) for match in _TITLED.finditer(flow.text))
    return Subjects(own_symbol(flow, lines), drafts, headings, titles)


def _draft(match: re.Match[str], text: str) -> Subject:
    before = text[max(0, match.start() - 120) : match.start()]
    amendment, proposal = _AMENDMENT.search(before), _PROPOSAL.search(before)
    nearer = amendment is not None and (proposal is None or amendment.start() > proposal.start())
    written = "".join(match[0].split())
    return Subject(match.start(), standard_symbol(written) or written, nearer, match[0])


def _is_heading(match: re.Match[str], flow: Flow) -> bool:
    return flow.lines[flow.line_at(match.start())].part is not Part.CELL


def _heading(match: re.Match[str]) -> Subject:
    number = int(match["short"].rpartition("/")[2])
    kind = "DEC" if number >= _FIRST_DECISION else "RES"
    return Subject(match.start(), f"A/HRC/{kind}/{match['short']}", written=match["short"])


def _titled(match: re.Match[str]) -> Subject:
    symbol = standard_symbol(match["symbol"]) if match["symbol"] else None
    title = " ".join(match["title"].split())
    return Subject(match.start(), symbol or title, written=title)


def own_symbol(flow: Flow, lines: tuple[Line, ...]) -> str | None:
    """Return the symbol of a document that is one resolution or decision: the one its first lines or headers bear.

    A compilation names many and bears none of them; a report that cites one is not one.
    """
    edges = {found.upper() for line in lines if line.part is Part.HEADER for found in _TEXT.findall(line.text)}
    if len(edges) == 1:
        return standard_symbol(edges.pop())
    first = " ".join(line.text for line in lines[:12])
    if re.search(r"\breport of the\b|press release|meeting summary", first, re.I):
        return None
    found = _TEXT.search(first)
    return standard_symbol(found[0]) if found else None


def meeting_before(flow: Flow, at: int) -> tuple[str, date] | None:
    """Return the meeting and day that a document gives last before a place."""
    found = None
    for match in _MEETING.finditer(flow.text, max(0, at - 20_000), at):
        days = days_in(match["day"])
        found = (match["meeting"], days[0][1]) if days else found
    return found


def sentence_start(text: str, at: int) -> int:
    """Return where the sentence around a place begins; stops inside symbols and numbers are none."""
    window = text[max(0, at - 1_500) : at]
    stops = [
        m.end() for m in re.finditer(r"(?<![A-Z]/L)(?<!\bMr)[.!?\]][\s\d]*\s+(?=[A-Z\[“])|\n(?=\d{1,4}\.\s)|\[", window)
    ]
    return at - len(window) + (stops[-1] if stops else 0)
