"""Documents that other documents cite: each with its date and address, and the citations that misdate one."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from onrecord.record.store import Record
from onrecord.vocabulary.dates import PartialDate
from onrecord.vocabulary.statements import DocumentSaid, Left, ReferenceSaid, Statement, WhyLeft
from onrecord.vocabulary.symbols import parse_symbol

_DATES = """
    SELECT symbol, document_date, adopted, considered FROM concluding_observation WHERE symbol IS NOT NULL
    UNION ALL
    SELECT DISTINCT symbol, NULL, CAST(decided_on AS VARCHAR), NULL FROM text WHERE decided_on IS NOT NULL
    UNION ALL
    SELECT DISTINCT report_symbol, NULL, report_adopted, NULL FROM upr_review
    WHERE report_symbol IS NOT NULL AND report_adopted IS NOT NULL
    UNION ALL
    SELECT DISTINCT document_symbol, NULL, pledged_on, NULL FROM pledge
    WHERE document_symbol IS NOT NULL AND basis = 'HRC candidacy'
    ORDER BY ALL
"""


@dataclass(frozen=True, slots=True)
class KnownDates:
    """The date a document bears, where it is known, and other days it may be cited by: of its adoption or its note."""

    borne: PartialDate | None = None
    others: tuple[PartialDate, ...] = ()

    def has(self, cited: PartialDate) -> bool:
        """Whether a cited date may be one of these, as precise as both are."""
        known = (*self.others, self.borne) if self.borne else self.others
        return any(cited.first <= each.last and each.first <= cited.last for each in known)


@dataclass(frozen=True, slots=True)
class CitedDocument:
    """A document as a citation resolves it.

    ``date`` is the one the document bears, as far as it is known, else the one it is cited by; ``known`` are other
    days the record has of it. ``address`` is the citation's own, else where the United Nations keep the document.
    """

    reference: ReferenceSaid
    symbol: str | None
    date: PartialDate | None
    address: str | None
    known: KnownDates


def known_dates(record: Record) -> dict[str, KnownDates]:
    """Return the dates that the record has of documents, by symbol."""
    found: dict[str, KnownDates] = {}
    for symbol, borne, *others in record.tuples(_DATES):
        known = found.get(symbol, KnownDates())
        more = tuple(PartialDate(other) for other in others if other)
        found[symbol] = KnownDates(PartialDate(borne) if borne else known.borne, (*known.others, *more))
    return found


def with_dates_of(known: Mapping[str, KnownDates], read: Iterable[Statement | Left]) -> dict[str, KnownDates]:
    """Return known dates, and those that documents which were read bear on their first page."""
    found = dict(known)
    for each in read:
        if isinstance(each, Statement) and isinstance(each.says, DocumentSaid) and each.says.symbol and each.says.date:
            before = found.get(each.says.symbol, KnownDates())
            found[each.says.symbol] = KnownDates(PartialDate(each.says.date.isoformat()), before.others)
    return found


def cited_documents(
    read: Iterable[Statement | Left], known: Mapping[str, KnownDates]
) -> Iterator[CitedDocument | Left]:
    """Yield each citation resolved, and after it a Left where its date is none of the document's.

    A document whose own date is not known is not held against the citation: reports are cited by the day they were
    issued, resolutions by the day of their adoption.
    """
    for each in read:
        if not isinstance(each, Statement) or not isinstance(each.says, ReferenceSaid):
            continue
        reference = each.says
        dates = known.get(reference.symbol or "", KnownDates())
        cited = PartialDate(reference.date) if reference.date else None
        yield CitedDocument(reference, reference.symbol, dates.borne or cited, _address(reference), dates)
        if cited and dates.borne and not dates.has(cited):
            expected = f"{reference.symbol} bears the date {dates.borne}"
            yield Left(WhyLeft.DISAGREES, each.place, reference.date or "", expected)


def _address(reference: ReferenceSaid) -> str | None:
    return reference.url or (parse_symbol(reference.symbol).url if reference.symbol else None)
