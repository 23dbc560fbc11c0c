"""Scorecards as text for a terminal."""

from rich.console import Console

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
