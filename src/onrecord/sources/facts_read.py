"""Rows that the user's own documents add to the facts: further witnesses beside what is curated."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from onrecord.sources.facts_rows import AddedRollCall, SourceRow

DOCUMENT = "doc-"
"""How the source_id of a document of the user's archive begins."""

LIBRARY_CATALOGUE = "the library's catalogue"
"""The publication that the curated roll calls were read from; a copy of it is no second document."""


def of_document(source_id: str) -> bool:
    """Return whether a row rests on a document of the user's archive."""
    return source_id.startswith(DOCUMENT)


@dataclass(frozen=True, slots=True)
class ReadRollCall(AddedRollCall):
    """What one document says of a vote: totals as printed, positions as listed, each with its place in the document.

    ``publication`` is what the document is a copy of: its symbol, the library's catalogue, or itself. Two copies of one
    publication are one witness.
    """

    publication: str
    places: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ReadFinding:
    """Something a document says that is kept and shown, but not used: where, what the record has, what became of it."""

    rule: str
    place: str
    expected: str
    found: str
    settled: str
    source_id: str
    rollcall_id: str | None = None
    state: str | None = None


@dataclass(frozen=True, slots=True)
class FromDocuments:
    """What documents have added: their sources, rows by table, and what they say that became no row, by its kind."""

    documents: tuple[SourceRow, ...] = ()
    findings: tuple[ReadFinding, ...] = ()
    rows: Mapping[str, int] = field(default_factory=dict)
    not_layered: Mapping[str, int] = field(default_factory=dict)
