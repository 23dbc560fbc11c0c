"""Scorecards as text for a terminal and as CSV."""

from collections.abc import Iterator
from typing import Any

from rich.console import Console

from onrecord.publish.as_csv import rows_csv
from onrecord.publish.as_text import say_not_known, say_sentences, table
from onrecord.publish.views.scorecards import Scorecard, ScorecardList


def show_scorecard(view: Scorecard, out: Console) -> None:
    """Print the candidates side by side, one criterion a row."""
    say_sentences(view.sentences, out)
    out.print(f"\n{view.label}, election of {view.election}, as known that day (term {view.term}):")
    rows = table("criterion", *(head.name for head in view.candidates))
    for row in view.rows:
        rows.add_row(row.criterion, *(cell.words for cell in row.cells))
        rows.add_row("", *(f"({cell.remark})" if cell.remark else "" for cell in row.cells))
    out.print(rows)
    for row in view.rows:
        out.print(f"{row.criterion}: {row.question} ({row.source})")
    say_not_known(view.not_known, out)


def show_scorecards(view: ScorecardList, out: Console) -> None:
    """Print which scorecards can be asked for."""
    rows = table("election", "group", "candidates", "seats", "page")
    for one in view.scorecards:
        rows.add_row(str(one.election), one.regional_group, str(one.candidates), str(one.seats), one.page)
    out.print(rows)


_COLUMNS = (
    "date", "title", "area", "question", "iso3", "state", "result", "n", "of", "remark", "evidence_date", "evidence",
    "confidence", "link", "document_url", "source", "source_url", "criterion_source", "criterion_source_url",
)  # fmt: skip


def scorecard_csv(view: Scorecard) -> str:
    """Return a scorecard as CSV, one row for each cell and fact it rests on."""
    return rows_csv(_COLUMNS, _rows(view))


def _rows(view: Scorecard) -> Iterator[dict[str, Any]]:
    names = {head.iso3: head.name for head in view.candidates}
    for row in view.rows:
        for cell in row.cells:
            for fact in cell.evidence or (None,):
                yield {
                    "date": view.as_known_on,
                    "title": row.criterion,
                    "area": row.area,
                    "question": row.question,
                    "iso3": cell.iso3,
                    "state": names[cell.iso3],
                    "result": cell.words,
                    "n": cell.n,
                    "of": cell.of,
                    "remark": cell.remark,
                    "evidence_date": fact.date if fact else None,
                    "evidence": fact.text if fact else None,
                    "confidence": fact.confidence if fact else None,
                    "link": view.page,
                    "document_url": fact.link if fact else None,
                    "source": fact.source if fact else None,
                    "source_url": fact.source_url if fact else None,
                    "criterion_source": row.source,
                    "criterion_source_url": row.source_url,
                }
