"""The Council's texts however they were decided, and the publications of the record."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from onrecord.record.store import Record


@dataclass(frozen=True, slots=True)
class CouncilText:
    """One text of the Council with the situations it concerns; amendments and motions included."""

    text_id: str
    symbol: str | None
    slug: str
    session: str
    decided_on: date | None
    kind: str
    title: str
    agenda_item: str | None
    how_decided: str
    outcome: str
    source_id: str
    subjects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Publication:
    """A publication that rows are cited to."""

    title: str
    url: str | None


_TEXTS = """
SELECT text.text_id, symbol, slug, session, decided_on, kind, title, agenda_item, how_decided, outcome, source_id,
  list(subject ORDER BY subject) FILTER (subject IS NOT NULL)
FROM text LEFT JOIN situation ON situation.text_id = text.text_id GROUP BY ALL
UNION ALL
SELECT DISTINCT ON (symbol) symbol, symbol, '', session, adopted, 'resolution', title, NULL, 'without a vote',
  'adopted without a vote', source_id, NULL
FROM sponsorship WHERE symbol NOT IN (SELECT symbol FROM text WHERE symbol IS NOT NULL)
ORDER BY decided_on NULLS LAST, text_id
"""


@lru_cache(maxsize=32)
def council_texts(record: Record) -> tuple[CouncilText, ...]:
    """Return every text of the Council in the order of its day; those without a day last.

    A text that only the table of sponsors has was adopted, and the collection of votes has none on it: it stands
    here as adopted without a vote, with an empty slug, as it has no page.
    """
    return tuple(CouncilText(*rest, tuple(subjects or ())) for *rest, subjects in record.tuples(_TEXTS))


@lru_cache(maxsize=32)
def publications(record: Record) -> dict[str, Publication]:
    """Return the publications of the record by id."""
    return {one: Publication(title, url) for one, title, url in record.tuples("SELECT * FROM source")}
