"""How others rate a state, as text for a terminal."""

from rich.console import Console

from onrecord.publish.as_text import say_not_known, say_sentences, table
from onrecord.publish.views.standing import StandingOfState
from onrecord.publish.wording.standing import ranked_in_words
from onrecord.publish.written_dates import in_words


def show_standing(view: StandingOfState, out: Console) -> None:
    """Print how others rate a state."""
    say_sentences(view.sentences, out)
    if view.press_freedom:
        rows = table("RSF edition", "rank", "score", "method", "note", "source")
        for p in view.press_freedom:
            rank = ranked_in_words(p) if p.rank is not None else ""
            rows.add_row(str(p.edition), rank, p.score or "", p.method or "", p.note or "", p.source)
        out.print("\nPress freedom, RSF (figures of different methods are not compared):")
        out.print(rows)
    if view.freedom_house:
        rows = table("FH edition", "under review", "political rights", "civil liberties", "status")
        for f in view.freedom_house:
            figures = (f.political_rights or "", f.civil_liberties or "", f.status_words or "")
            rows.add_row(f.label, f.year_under_review or "", *figures)
        out.print(f"\nFreedom House (1 the most free, 7 the least; {view.freedom_house[0].source}):")
        out.print(rows)
    if view.concluding_observations:
        rows = table("committee", "report", "considered", "adopted", "document", "note", "source")
        for o in view.concluding_observations:
            document = o.document.symbol if o.document else "not in the record"
            days = (in_words(o.considered), in_words(o.adopted))
            rows.add_row(o.treaty_body, o.report_considered, *days, document, o.note or "", o.source)
        out.print("\nConcluding observations:")
        out.print(rows)
    say_not_known(view.not_known, out)
