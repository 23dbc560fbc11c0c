"""Sponsors of texts as rows."""

from collections.abc import Iterator

from onrecord.publish.listed.rows import Row, Rows, rows_of
from onrecord.publish.views.sponsorships import SponsorshipList

_COLUMNS = (
    "date", "symbol", "draft_symbol", "title", "session", "state", "iso3", "role", "joined", "result", "list_complete",
    "cosponsors_by_source", "document_url", "note", "source", "source_url", "link",
)  # fmt: skip


def sponsorships_rows(view: SponsorshipList) -> Rows:
    """Return sponsorships: a state's, one row for each text; else one row for each sponsor of each text."""
    return rows_of("onrecord-sponsorships", _COLUMNS, _rows(view))


def _rows(view: SponsorshipList) -> Iterator[Row]:
    for text in view.texts:
        for sponsor in text.sponsors:
            if view.state and sponsor.state.iso3 != view.state.iso3:
                continue
            yield {
                "date": text.adopted,
                "symbol": text.symbol,
                "draft_symbol": text.draft_symbol,
                "title": text.title,
                "session": text.session,
                "state": sponsor.state.name,
                "iso3": sponsor.state.iso3,
                "role": sponsor.role,
                "joined": sponsor.joined,
                "result": f"{sponsor.role}, {sponsor.joined}",
                "list_complete": text.list_complete,
                "cosponsors_by_source": text.cosponsors,
                "document_url": text.url,
                "note": text.note,
                "source": sponsor.source,
                "source_url": sponsor.source_url,
                "link": view.page,
            }
