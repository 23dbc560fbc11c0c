"""Who a document says was elected, in its sentences."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from onrecord.sources.documents.elections.labels import BODIES, COUNCIL
from onrecord.sources.naming import names_in_list
from onrecord.sources.printed.lines import Part, Printed
from onrecord.vocabulary.places import Place
from onrecord.vocabulary.statements import Left
from onrecord.vocabulary.states import Gazetteer

_SENTENCES = (
    re.compile(
        r"\b(?:are|is|were|was|been)\s+(?:therefore\s+|duly\s+|declared\s+)*(?:re-?)?elected\b[^.:]{0,300}:\s*(?P<names>[^.:]{3,2500})"
    ),
    re.compile(r"\b(?:Assembly|ballot,?)\s+(?:today\s+)?(?:re-?)?elected\s+(?P<names>[A-Z][^.:]{3,2500})"),
    re.compile(
        r"\b(?:Those|States|members)\s+(?:newly\s+|re-?)?elected\s+(?:were|are)\s+(?P<names>[A-Z][^.:]{3,2500})"
    ),
)
_AFTER = re.compile(
    r"\s+(?:(?:was|were|is|are)\s+(?:re-?)?elected|to\s+(?:the|serve|be|three|a)|as\s+members?|for\s+(?:a|the|three)|by\s+secret)\b.*",
    re.S,
)


@dataclass
class Elected:
    """The states said to be elected, each with the place of the sentence, and what of the sentences was left."""

    states: dict[str, Place] = field(default_factory=dict)
    left: list[Left] = field(default_factory=list)


def elected_in(document: Printed, gazetteer: Gazetteer, on: date | None) -> Elected:
    """Return the states that the document's sentences say were elected to the Human Rights Council."""
    found = Elected()
    taken: set[int] = set()
    text, places = _prose(document)
    if COUNCIL not in text:
        return found
    for pattern in _SENTENCES:
        for match in pattern.finditer(text):
            start = match.start("names")
            if start not in taken and _of_the_council(text, match.start()):
                taken.add(start)
                place = next(place for at, place in reversed(places) if at <= start)
                _take(_AFTER.sub("", match["names"]), place, gazetteer, on, found)
    return found


def _of_the_council(text: str, at: int) -> bool:
    """Whether the body last named before a sentence, or in it, is the Council: a meeting may elect to several."""
    named = BODIES.findall(text, max(0, at - 3000), at + 300)
    before = BODIES.findall(text, max(0, at - 3000), at)
    return (before or named or [""])[-1 if before else 0] == COUNCIL or COUNCIL in named[len(before) :]


def _take(names: str, place: Place, gazetteer: Gazetteer, on: date | None, found: Elected) -> None:
    reads = names_in_list(names, gazetteer, on)
    if not any(read.state for read in reads):
        return
    for read in reads:
        if read.why is not None:
            found.left.append(Left(read.why, place, read.printed, "an elected state", read.candidates))
        if read.state is not None:
            found.states.setdefault(read.state, place)


def _prose(document: Printed) -> tuple[str, list[tuple[int, Place]]]:
    """Return the text of the lines, page headers left out, and where in it each line begins."""
    parts: list[str] = []
    places: list[tuple[int, Place]] = []
    length = 0
    for line in _kept(document):
        places.append((length, Place(page=line[1], row=line[2])))
        parts.append(line[0])
        length += len(line[0]) + 1
    return " ".join(parts), places or [(0, Place())]


def _kept(document: Printed) -> Iterator[tuple[str, int | None, int]]:
    for line in document.lines:
        if line.part not in (Part.HEADER, Part.FOOTNOTE):
            yield line.text, line.page, line.row
