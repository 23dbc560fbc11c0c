"""Parts that the views of the Universal Periodic Review share: counts under their units, documents, addresses."""

from dataclasses import dataclass
from urllib.parse import urlencode

from onrecord.measures.upr import Responses
from onrecord.publish.languages.words import gettext
from onrecord.publish.wording import upr as sentences_upr
from onrecord.record.query_upr import UPR_INFO, RowsOfReview, sessions_covered
from onrecord.record.store import Record
from onrecord.sources.facts_cooperation import UprReview


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the report that lists recommendations; item numbers begin anew in each paragraph."""

    paragraph: str
    first_item: int
    last_item: int
    n: int
    position: str
    source: str
    source_url: str | None


@dataclass(frozen=True, slots=True)
class ItemCount:
    """Numbered items of the working group's report; the paragraphs are empty where they are not in the record."""

    n: int
    unit: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class RowCount:
    """Rows of UPR Info, one for each recommending state and action; ``unknown``: no final response by the day."""

    n: int
    accepted: int
    noted: int
    unknown: int
    unit: str
    page: str


@dataclass(frozen=True, slots=True)
class OtherCount:
    """Another body's count, in the unit as its source names it."""

    n: int
    supported: int | None
    noted: int | None
    unit: str


def item_count(row: UprReview, listed: tuple[Paragraph, ...] = ()) -> ItemCount | None:
    """Return the numbered items of a review's report; None where their number is not in the record."""
    return ItemCount(row.report_items, gettext(sentences_upr.ITEM_UNIT), listed) if row.report_items else None


def other_count(row: UprReview) -> OtherCount | None:
    """Return a count that is not UPR Info's, in the unit its source names; None where there is none, or no unit."""
    if row.recommendations is None or row.count_unit in {None, UPR_INFO}:
        return None
    return OtherCount(row.recommendations, row.supported, row.noted, row.count_unit or "")


def row_count(found: Responses | RowsOfReview, state: str | None, by: str | None, cycle: int | None) -> RowCount:
    """Return a count of rows with the address of their list."""
    page = recommendations_page(state=state, by=by, cycle=cycle)
    return RowCount(found.n, found.accepted, found.noted, found.unknown, gettext(sentences_upr.ROW_UNIT), page)


def recommendations_page(**words: str | int | None) -> str:
    """Return the address of the list of recommendations that the words leave."""
    given = {name: str(word) for name, word in words.items() if word is not None}
    return f"/upr/recommendations?{urlencode(given)}" if given else "/upr/recommendations"


def sessions_in_words(record: Record) -> str:
    """Return which sessions' recommendations are in the record: sessions 1 to 20 (7 April 2008 to 5 November 2014)."""
    return sentences_upr.sessions(sessions_covered(record))
