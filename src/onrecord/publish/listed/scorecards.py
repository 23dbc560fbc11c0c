"""Scorecards as rows."""

from collections.abc import Iterator

from onrecord.publish.listed.rows import Row, Rows, rows_of
from onrecord.publish.views.scorecards import Scorecard, ScorecardLink, ScorecardList

_COLUMNS = (
    "date", "title", "area", "question", "iso3", "state", "result", "n", "of", "remark", "evidence_date", "evidence",
    "confidence", "link", "document_url", "source", "source_url", "criterion_source", "criterion_source_url",
)  # fmt: skip


def scorecards_rows(view: Scorecard | ScorecardList) -> Rows:
    """Return a scorecard, one row for each cell and fact it rests on; or those that can be asked for."""
    if isinstance(view, ScorecardList):
        return rows_of("onrecord-scorecards", _LIST, [_link(one) for one in view.scorecards])
    return rows_of(f"onrecord-scorecard-{view.election}-{view.regional_group}", _COLUMNS, _rows(view))


_LIST = ("date", "title", "regional_group", "by_election", "candidates", "seats", "link")


def _link(one: ScorecardLink) -> Row:
    return {
        "date": one.election,
        "title": f"Candidates of the {one.label}",
        "regional_group": one.regional_group,
        "by_election": one.by_election,
        "candidates": one.candidates,
        "seats": one.seats,
        "link": one.page,
    }


def _rows(view: Scorecard) -> Iterator[Row]:
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
