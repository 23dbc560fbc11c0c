"""A column's header and a cell of the depositary's table of participants: which acts, of which day."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from onrecord.vocabulary.statements import TreatyAct

ACTS = {
    "signature": TreatyAct.SIGNATURE,
    "definitive signature": TreatyAct.DEFINITIVE_SIGNATURE,
    "succession to signature": TreatyAct.SUCCESSION_TO_SIGNATURE,
    "ratification": TreatyAct.RATIFICATION,
    "accession": TreatyAct.ACCESSION,
    "succession": TreatyAct.SUCCESSION,
    "acceptance": TreatyAct.ACCEPTANCE,
    "approval": TreatyAct.APPROVAL,
    "formal confirmation": TreatyAct.FORMAL_CONFIRMATION,
    "act of formal confirmation": TreatyAct.FORMAL_CONFIRMATION,
    "denunciation": TreatyAct.DENUNCIATION,
}
"""The act each word of a header stands for."""

SIGNING = frozenset((TreatyAct.SIGNATURE, TreatyAct.SUCCESSION_TO_SIGNATURE))
"""The acts of a signatory; every other act but a denunciation makes a party."""

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("jan", "january"),
            ("feb", "february"),
            ("mar", "march"),
            ("apr", "april"),
            ("may",),
            ("jun", "june"),
            ("jul", "july"),
            ("aug", "august"),
            ("sep", "sept", "september"),
            ("oct", "october"),
            ("nov", "november"),
            ("dec", "december"),
        ),
        1,
    )
    for name in names
}
_HEADED = re.compile(r"(?P<word>[a-z][a-z ]*?)\s*(?:\(\s*(?P<letter>[a-z]{1,2})\s*\))?(?:\s+\d+)*", re.I)
_CELL = re.compile(
    r"(?P<opened>\[)?\s*(?P<day>\d{1,2})\s+(?P<month>[A-Za-z]{3,9})\.?\s+(?P<year>\d{4})"
    r"\s*(?P<letter>[A-Za-z]{1,2})?[\s,\d]*(?P<closed>\])?[\s,\d]*"
)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of acts: its header as printed, and the act of each letter; "" is a date without a letter."""

    header: str
    acts: Mapping[str, TreatyAct]
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dated:
    """A cell read: the day, the letter behind it, and whether it stands in brackets, which are ``whole`` or not."""

    day: date
    letter: str
    withdrawn: bool
    whole: bool


def column(header: str) -> Column | None:
    """Return the acts a header names: "Accession(a), Succession(d), Ratification"; None where it names none."""
    acts: dict[str, TreatyAct] = {}
    unknown: list[str] = []
    for part in header.split(","):
        words = " ".join(part.split())
        if not words or words.isdigit():
            continue
        headed = _HEADED.fullmatch(words)
        act = ACTS.get(headed["word"].casefold()) if headed else None
        if headed is None or act is None or (headed["letter"] or "") in acts:
            unknown.append(words)
        else:
            acts[headed["letter"] or ""] = act
    return Column(header, acts, tuple(unknown)) if acts else None


def dated(cell: str) -> Dated | None:
    """Return what a cell says: "26 Aug 1998 a", "[2 Oct 1990]", a footnote's number behind it; None if it cannot."""
    match = _CELL.fullmatch(" ".join(cell.split()))
    month = _MONTHS.get(match["month"].casefold()) if match else None
    if match is None or month is None:
        return None
    try:
        day = date(int(match["year"]), month, int(match["day"]))
    except ValueError:
        return None
    opened, closed = match["opened"] is not None, match["closed"] is not None
    return Dated(day, match["letter"] or "", opened or closed, opened == closed)
