"""The footnotes of a printed document, told from its text; plain text has nothing but their numbers to tell them by."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from onrecord.sources.printed.lines import Line, Part

_NUMBERED = re.compile(r"\[?(?P<number>\d{1,3})\]?[.)]?\s+(?=[^\s\d,;.)])")
_LONE = re.compile(r"\[?(\d{1,3})\]?")
_MARK = re.compile(r"(?<=[^\W\d_]|[.,;:)”’\"\]])\[?(\d{1,3})\]?(?![\w.,/]*\d)")
_STOPPED = re.compile(r"[.…!?][’”\")]*$")
_SHORTENED = re.compile(r"\b(?:paras?|nos?|vol|art|arts|pp?|ed|eds|cf|ibid|suppl|sect|chap)\.$", re.IGNORECASE)


@dataclass(slots=True)
class Footnote:
    """A footnote: its number, its text and the line where it begins."""

    number: str
    line: Line
    text: str = ""


@dataclass(slots=True)
class Apart:
    """A document's footnotes and the lines of its text, both in order."""

    notes: list[Footnote] = field(default_factory=list)
    body: list[Line] = field(default_factory=list)


def footnotes_apart(lines: Iterable[Line]) -> Apart:
    """Return the footnotes and the text of a document.

    A line begins a footnote where it begins with the next number and the text before it bears that number as a mark;
    where there are no pages, so may one that looks like a page's header: "1 A/67/122.".
    A footnote goes on until the next one, and where nothing but the words tell, until its sentence has ended.
    """
    apart = Apart()
    marked: set[str] = set()
    open_note: Footnote | None = None
    for line in lines:
        begun = _begun(line, len(apart.notes) + 1, marked)
        if line.part is Part.HEADER and begun is None:
            continue
        if begun is not None:
            open_note = begun
            apart.notes.append(begun)
        elif open_note is not None and _goes_on(open_note, line):
            open_note.text = joined(open_note.text, line.text)
        else:
            open_note = None
            apart.body.append(line)
            marked.update(_MARK.findall(line.text))
    return apart


def _begun(line: Line, number: int, marked: set[str]) -> Footnote | None:
    if line.part is Part.HEADER and line.page is not None:
        return None
    match = _NUMBERED.match(line.text)
    lone = _LONE.fullmatch(line.text) if line.part is Part.FOOTNOTE else None
    if lone and lone[1] == str(number):
        return Footnote(lone[1], line)
    if match is None or match["number"] != str(number):
        return None
    if line.part is not Part.FOOTNOTE and str(number) not in marked:
        return None
    return Footnote(match["number"], line, line.text[match.end() :].strip())


def _goes_on(note: Footnote, line: Line) -> bool:
    if line.part is Part.FOOTNOTE:
        return True
    if note.line.part is Part.FOOTNOTE or line.row > note.line.row + 60 or not line.text:
        return False
    over = _STOPPED.search(note.text) and not _SHORTENED.search(note.text)
    return not over or note.text.count("(") > note.text.count(")")


def joined(text: str, more: str) -> str:
    """Return two lines as one; a symbol or address that is broken at a slash or hyphen gets no space."""
    return text + more if text.endswith(("/", "-")) else f"{text} {more}".strip()


def running_text(lines: Sequence[Line]) -> list[tuple[Line, str]]:
    """Return the text a line at a time, a line that ends within a symbol together with the next."""
    found: list[tuple[Line, str]] = []
    for line in lines:
        if found and found[-1][1].endswith("/"):
            found[-1] = (found[-1][0], found[-1][1] + line.text)
        else:
            found.append((line, line.text))
    return found
