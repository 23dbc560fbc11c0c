"""Joint statements as rows: those that filters leave, and the states that joined one."""

from onrecord.publish.listed.rows import Row, Rows, rows_of
from onrecord.publish.views.joint_statements import (
    Joiner,
    JointStatementLine,
    JointStatementList,
    JointStatementRecord,
)

_COLUMNS = (
    "statement", "date", "forum", "title", "situation", "led_by", "n_states", "states_listed", "list_complete", "state",
    "result", "why", "note", "source", "source_url", "link",
)  # fmt: skip


def joint_statements_rows(view: JointStatementList) -> Rows:
    """Return joint statements, one row each; with a state, the row says what its list lets one conclude."""
    return rows_of("onrecord-joint-statements", _COLUMNS, [_row(line) for line in view.statements], ("date",))


def _row(line: JointStatementLine) -> Row:
    own = {name: getattr(line, name) for name in _COLUMNS if hasattr(line, name)}
    of = line.of_state
    return {
        **own,
        "title": line.subject_matter,
        "states_listed": line.listed,
        "situation": line.situation.subject if line.situation else None,
        "led_by": line.led_by.name if line.led_by else None,
        "list_complete": line.list_complete.value,
        "state": of.state.name if of else None,
        "result": of.label if of else None,
        "why": of.why.value if of else None,
        "link": of.sentence.page if of else line.page,
    }


_JOINED = (
    "statement", "date", "forum", "title", "state", "iso3", "result", "led", "list_complete", "source",
    "source_url", "link",
)  # fmt: skip


def joint_statement_rows(view: JointStatementRecord) -> Rows:
    """Return the states that joined a statement, one row each; or the answer on one state asked for."""
    name = f"onrecord-joint-statement-{view.line.statement}"
    if view.of_state:
        return rows_of(name, _COLUMNS, [_row(view.line)], ("date",))
    return rows_of(name, _JOINED, [_joined(view.line, one) for one in view.joined], ("date",))


def _joined(line: JointStatementLine, one: Joiner) -> Row:
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
        "link": line.page,
    }
