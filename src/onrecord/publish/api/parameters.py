"""The words an address of the API takes: each with its meaning, its limits and examples, as the document gives them."""

from datetime import date
from typing import Annotated

from fastapi import Path, Query
from pydantic import BeforeValidator, Field

LARGEST_LIMIT = 1000
"""The most rows in one answer."""

FARTHEST_START = 10_000_000
"""Where an answer can begin at most; no list is as long."""


def _whole_number(written: object) -> object:
    """Return digits as they are; ValueError for anything else that a looser reader would take for a number."""
    if not isinstance(written, str):
        return written
    digits = written.strip()
    if not digits:
        return None
    if not (digits.isascii() and digits.isdigit() and len(digits) < 10):
        raise ValueError("expected a whole number in digits")
    return digits


def _trimmed(written: object) -> object:
    """Return a word without the spaces around it; none where nothing is left, since an empty form is no filter."""
    return written.strip() or None if isinstance(written, str) else written


WHOLE, WORD = BeforeValidator(_whole_number), BeforeValidator(_trimmed)

Short = Annotated[str, Field(max_length=300)]
"""Words of a reader: nothing that the record knows has a longer name."""

AsOf = Annotated[
    str | None,
    Query(
        alias="as-of",
        description="Only what was known on this day, from 2006-06-30 on; later reports are left out.",
        examples=["2025-12-31"],
        json_schema_extra={"format": "date"},
    ),
]
Start = Annotated[
    Annotated[int, Field(ge=0, le=FARTHEST_START)],
    WHOLE,
    Query(description="How many rows come before the first one given.", examples=[0]),
]
Limit = Annotated[
    Annotated[int, Field(ge=1, le=LARGEST_LIMIT)],
    WHOLE,
    Query(description="At most how many rows are given.", examples=[2]),
]

StatePath = Annotated[
    str,
    Path(
        description="A state: the word of its page's address, its ISO 3166-1 code, or a name it has or had.",
        examples=["kazakhstan", "KAZ", "Viet Nam"],
    ),
]
YearPath = Annotated[int, WHOLE, Path(description="A calendar year from 2006 on.", examples=[2014])]
VotePath = Annotated[
    str,
    Path(
        description="A vote or text: its symbol in full or short, the word of its page's address, or a roll call's id.",
        examples=["A-HRC-RES-25-24", "25/24", "A/HRC/RES/S-21/1"],
    ),
]
SituationPath = Annotated[
    str,
    Path(
        description="A country situation: the word of its page's address, a code, or a name.",
        examples=["syria", "MMR", "palestine"],
    ),
]
SessionPath = Annotated[
    str,
    Path(description="A session of the Council: 25 for a regular one, S-21 for a special one.", examples=["25"]),
]
ElectionPath = Annotated[
    str,
    Path(
        description="An election by its day, or by its month or year if that had only one.",
        examples=["2012-11-12", "2021"],
    ),
]
GroupPath = Annotated[str, Path(description="A regional group: AG, APG, EEG, GRULAC or WEOG.", examples=["APG"])]
InstrumentPath = Annotated[
    str, Path(description="A treaty by its code, as the list of treaties gives it.", examples=["CEDAW", "CAT"])
]
StatementPath = Annotated[
    str,
    Path(description="A joint statement by its id, as the list of statements gives it.", examples=["BHR-2013-HRC22"]),
]
SpecialSessionPath = Annotated[str, Path(description="A special session: S-20.", examples=["S-20"])]
IdPath = Annotated[
    str,
    Path(
        description="A vote, a text, VOTE/STATE, a correction, a finding or a source.",
        examples=["25/24/KAZ", "c001", "A/HRC/RES/S-21/1"],
    ),
]

StateWord = Annotated[Short | None, WORD, Query(description="A state by name, code or page address.", examples=["KAZ"])]
SituationWord = Annotated[
    Short | None,
    WORD,
    Query(description="A country situation by name, code or page address.", examples=["syria"]),
]
Year = Annotated[
    Annotated[int, Field(ge=1946, le=2100)] | None, WHOLE, Query(description="A calendar year.", examples=[2014])
]


Day = Annotated[
    date | None,
    WORD,
    Query(description="The standing on a day, as YYYY-MM-DD.", examples=["2012-07-31"]),
]
Cycle = Annotated[
    Annotated[int, Field(ge=1, le=100)] | None,
    WHOLE,
    Query(description="A cycle of the Universal Periodic Review.", examples=[2]),
]
ElectionWord = Annotated[
    Short | None, WORD, Query(description="An election by its day, month or year.", examples=["2021"])
]
GroupWord = Annotated[
    Short | None,
    WORD,
    Query(description="A regional group: AG, APG, EEG, GRULAC or WEOG.", examples=["APG"]),
]
