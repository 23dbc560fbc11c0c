"""Joint statements as text for a terminal and as CSV."""

from typing import Any

from rich.console import Console

from onrecord.publish.as_csv import rows_csv
from onrecord.publish.as_text import say_not_known, say_sentences, table
from onrecord.publish.views.joint_statements import (
    Joiner,
    JointStatementLine,
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


_COLUMNS = (
    "statement", "date", "forum", "title", "situation", "led_by", "n_states", "listed", "list_complete", "state",
    "result", "why", "note", "source", "source_url", "page",
)  # fmt: skip


def joint_statements_csv(view: JointStatementList) -> str:
    """Return joint statements as CSV, one row each; with a state, the row says what its list lets one conclude."""
    return rows_csv(_COLUMNS, (_row(line) for line in view.statements))


def _row(line: JointStatementLine) -> dict[str, Any]:
    own = {name: getattr(line, name) for name in _COLUMNS if hasattr(line, name)}
    of = line.of_state
    return {
        **own,
        "title": line.subject_matter,
        "situation": line.situation.subject if line.situation else None,
        "led_by": line.led_by.name if line.led_by else None,
        "list_complete": line.list_complete.value,
        "state": of.state.name if of else None,
        "result": of.label if of else None,
        "why": of.why.value if of else None,
        "page": of.sentence.page if of else line.page,
    }


_JOINED = (
    "statement", "date", "forum", "title", "state", "iso3", "result", "led", "list_complete", "source",
    "source_url", "page",
)  # fmt: skip


def joint_statement_csv(view: JointStatementRecord) -> str:
    """Return the states that joined a statement as CSV, one row each; or the answer on one state asked for."""
    if view.of_state:
        return rows_csv(_COLUMNS, [_row(view.line)])
    return rows_csv(_JOINED, (_joined(view.line, one) for one in view.joined))


def _joined(line: JointStatementLine, one: Joiner) -> dict[str, Any]:
    return {
        "statement": line.statement,
        "date": line.date,
        "forum": line.forum,
        "title": line.subject_matter,
        "state": one.state.name,
        "iso3": one.state.iso3,
        "result": f"joined ({one.basis})",
        "led": one.led,
        "list_complete": line.list_complete.value,
        "source": one.source,
        "source_url": one.source_url,
        "page": line.page,
    }
