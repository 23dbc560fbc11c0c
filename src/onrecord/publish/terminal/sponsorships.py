"""Sponsors of texts as text for a terminal and as CSV."""

from collections.abc import Iterator
from typing import Any

from rich.console import Console

from onrecord.publish.as_csv import rows_csv
from onrecord.publish.as_text import say_not_known, say_sentences, table
from onrecord.publish.views.sponsorships import SponsorshipList


def show_sponsorships(view: SponsorshipList, out: Console) -> None:
    """Print texts with their sponsors, as far as the lists go."""
    say_sentences(view.sentences, out)
    if view.texts:
        rows = table("adopted", "text", "title", "role", "joined", "sponsors listed", "list holds")
        for text in view.texts:
            names = ", ".join(sponsor.state.name for sponsor in text.sponsors)
            rows.add_row(
                str(text.adopted), text.symbol, text.title, text.own_role or "–", text.own_joined or "–",
                f"{len(text.sponsors)}: {names}", text.list_complete,
            )  # fmt: skip
        out.print(rows)
    say_not_known(view.not_known, out)


_COLUMNS = (
    "date", "symbol", "draft_symbol", "title", "session", "state", "iso3", "role", "joined", "result", "list_complete",
    "cosponsors_by_source", "document_url", "note", "source", "source_url", "page",
)  # fmt: skip


def sponsorships_csv(view: SponsorshipList) -> str:
    """Return sponsorships as CSV: a state's, one row for each text; else one row for each sponsor of each text."""
    return rows_csv(_COLUMNS, _rows(view))


def _rows(view: SponsorshipList) -> Iterator[dict[str, Any]]:
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
                "page": view.page,
            }
