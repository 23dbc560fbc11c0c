"""Joint statements as text for a terminal."""

from rich.console import Console

from onrecord.publish.as_text import say_not_known, say_sentences, table
from onrecord.publish.views.joint_statements import (
    JointStatementList,
    JointStatementRecord,
)


def show_joint_statements(view: JointStatementList, out: Console) -> None:
    """Print joint statements, with what each list says of a state where one is asked for."""
    say_sentences(view.sentences, out)
    rows = table(
        "date", "id", "subject", "led by", "source", "listed", "list", *(["of the state"] if view.state else [])
    )
    for line in view.statements:
        cells = [line.of_state.label] if line.of_state else []
        rows.add_row(
            line.date, line.statement, line.subject_matter, line.led_by.name if line.led_by else "–",
            "–" if line.n_states is None else str(line.n_states), str(line.listed), line.list_complete.value, *cells,
        )  # fmt: skip
    out.print(rows)
    say_not_known(view.not_known, out)


def show_joint_statement(view: JointStatementRecord, out: Console) -> None:
    """Print one joint statement with the states that joined it."""
    say_sentences(view.sentences, out)
    by_source = "–" if view.count.by_source is None else view.count.by_source
    differ = " (they differ; both are kept)" if view.count.agrees is False else ""
    out.print(f"States by the source's count: {by_source}; listed: {view.count.listed}{differ}")
    if view.joined:
        out.print(f"Joined ({len(view.joined)}): {', '.join(one.state.name for one in view.joined)}")
    if view.line.note:
        out.print(f"Note: {view.line.note}")
    say_not_known(view.not_known, out)
    out.print(f"Read from: {view.line.source} {view.line.source_url or ''}")
