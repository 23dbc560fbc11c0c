"""What documents say of themselves, of how many states a list has, and of other documents."""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CountSaid:
    """How many states a document says are in a list: "States members (20)"."""

    of: str
    n: int


@dataclass(frozen=True, slots=True)
class DocumentSaid:
    """What a document says of itself."""

    symbol: str | None = None
    title: str | None = None
    date: datetime.date | None = None
    language: str | None = None
    job_number: str | None = None


@dataclass(frozen=True, slots=True)
class ReferenceSaid:
    """A document cited in a footnote or in the text, with what the citation says of it.

    ``date`` is in ISO form; ``attributed`` are the paragraphs a citation ascribes to a state: ("95.42", "AUS").
    """

    footnote: str | None
    symbol: str | None
    cited: str
    date: str | None = None
    url: str | None = None
    paragraphs: tuple[str, ...] = ()
    attributed: tuple[tuple[str, str], ...] = ()
