"""Lists of states under a head: how far they go, and each name with its place."""

import re
from collections.abc import Iterator

from onrecord.sources.naming import NameRead, names_in_list
from onrecord.sources.printed.lines import Part
from onrecord.sources.votes_printed.flow import Flow
from onrecord.vocabulary.states import Gazetteer

LONGEST = 6_000
"""The most characters a list of states can have: all the UN's members have 3,000."""

_STOP = re.compile(r"\]|(?<!\bSt)(?<!\bDem)(?<!\bRep)\.(?=\s|$)|\n(?=\d{1,4}\.\s)|\n(?=\[)")
_OPEN = re.compile(r"(?:[,;:]|\b(?:and|et|y|of|the|de|Republic|Arab|United|State)|[-‐\xad])$")


def list_end(flow: Flow, start: int, most: int, gazetteer: Gazetteer) -> int:
    """Return where the list that begins at a place ends: at its stop or bracket, or with its paragraph."""
    most = min(most, start + LONGEST, len(flow.text))
    stop = _STOP.search(flow.text, start, most)
    end = stop.start() if stop else most
    row = flow.line_at(start)
    while row + 1 < len(flow.lines) and flow.starts[row + 1] < end:
        if flow.text[start : flow.starts[row + 1]].strip() and not _runs_on(flow, row, gazetteer):
            return flow.starts[row + 1] - 1
        row += 1
    return end


def _runs_on(flow: Flow, row: int, gazetteer: Gazetteer) -> bool:
    """Whether a list goes on in the next line: as set, as its last words ask, or because more names follow."""
    line, after = flow.lines[row], flow.lines[row + 1]
    if line.goes_on or _OPEN.search(line.text):
        return True
    if after.part is Part.HEADING or after.cell != line.cell:
        return False
    reads = names_in_list(after.text, gazetteer)
    return bool(reads) and sum(read.state is not None for read in reads) * 2 >= len(reads)


def names_at(flow: Flow, start: int, end: int, reads: tuple[NameRead, ...]) -> Iterator[tuple[int, NameRead]]:
    """Yield each name of a list with the place where it stands in the text."""
    at = start
    for read in reads:
        word = re.search(r"\w+", read.printed)
        found = flow.text.find(word[0], at, end) if word else -1
        at = found if found >= 0 else at
        yield at, read
        at += len(word[0]) if found >= 0 and word else 0
