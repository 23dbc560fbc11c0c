"""Special sessions as text for a terminal."""

from rich.console import Console

from onrecord.publish.as_text import say_not_known, say_sentences, table
from onrecord.publish.views.special_sessions import (
    SpecialSessionList,
    SpecialSessionRecord,
)


def show_special_sessions(view: SpecialSessionList, out: Console) -> None:
    """Print all special sessions, with what each list says of a state where one is asked for."""
    say_sentences(view.sentences, out)
    rows = table(
        "session", "opened", "subject", "members", "observers", "list", *(["of the state"] if view.state else [])
    )
    for line in view.sessions:
        cells = [line.of_state.label] if line.of_state else []
        rows.add_row(
            line.session, str(line.opened or "–"), line.subject_matter, _figure(line.n_members),
            _figure(line.n_observers), line.list_complete.value, *cells,
        )  # fmt: skip
    out.print(rows)
    say_not_known(view.not_known, out)


def show_special_session(view: SpecialSessionRecord, out: Console) -> None:
    """Print how one special session came about."""
    say_sentences(view.sentences, out)
    counts = table("", "the source counts", "listed")
    for count in view.counts:
        mark = " (differ; both kept)" if count.agrees is False else ""
        counts.add_row(count.what, _figure(count.by_source), f"{count.listed}{mark}")
    out.print(counts)
    for label, states in (("Asked for by", view.requested), ("Members", view.members), ("Observers", view.observers)):
        if states:
            out.print(f"{label} ({len(states)}): {', '.join(one.state.name for one in states)}")
    for line in view.disagreements:
        out.print(f"Differs: {line}")
    if view.line.note:
        out.print(f"Note: {view.line.note}")
    for text in view.line.outcome_texts:
        out.print(f"Outcome: {text.symbol} {view.line.outcome or ''} {text.url}")
    say_not_known(view.not_known, out)
    out.print(f"Read from: {view.line.source} {view.line.source_url or ''}")


def _figure(value: int | None) -> str:
    return "–" if value is None else str(value)
