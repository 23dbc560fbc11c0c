"""Scorecards as text for a terminal."""

from rich.console import Console

from onrecord.publish.as_text import say_not_known, say_sentences, table
from onrecord.publish.views.scorecards import Scorecard


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
