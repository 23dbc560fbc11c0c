"""The work list, an answer, and what a document changes, as text for a terminal."""

from collections.abc import Iterable

from rich.console import Console
from rich.markup import escape

from onrecord.publish.views.readings import ComparedLine, ReadingView
from onrecord.publish.views.worklist import QuestionLine, SettledLine, Worklist

_LONGEST = 200


def show_worklist(view: Worklist, out: Console) -> None:
    """Print the open questions, each with its id and what may be answered, then what is settled."""
    out.print(f"{view.n:,} questions are open{_kinds(view)}.")
    for question in view.questions:
        _question(question, out)
    if view.more:
        out.print(f"{view.more:,} more; --limit shows more of them, a document's name or --kind fewer.")
    if view.settled:
        out.print(f"{len(view.settled):,} are settled:")
    for line in view.settled:
        show_settled(line, out)


def _kinds(view: Worklist) -> str:
    return f": {', '.join(f'{one.n:,} {one.kind}' for one in view.by_kind)}" if view.by_kind else ""


def _question(line: QuestionLine, out: Console) -> None:
    out.print(f"{line.question_id}  {line.kind}, {escape(line.document_name)}, {line.place}")
    out.print(f"    printed: {_cut(line.printed)}")
    out.print(f"    expected: {_cut(line.expected)}")
    if line.record_says is not None:
        out.print(f"    the record says: {_cut(line.record_says)}{f' ({line.page})' if line.page else ''}")
    for one in line.candidates:
        out.print(f"    {one.number}. {escape(one.name)}{f' ({one.state})' if one.state else ''}")
    out.print(f"    answer: {line.answers}")


def show_settled(line: SettledLine, out: Console) -> None:
    """Print one answer: what was settled how, by whom and why."""
    why = f": {escape(line.reason)}" if line.reason else ""
    out.print(
        f"{line.question_id}  {_cut(line.printed or '')} – {line.answer}, {escape(line.author)}, {line.date}{why}"
    )
    if line.makes_a_statement:
        out.print("    the statement that had been left is made when the document is read back")


def show_undone(line: SettledLine, out: Console) -> None:
    """Print which answer was taken back."""
    out.print(f"{line.question_id} is open again; it had been settled by {escape(line.author)}: {escape(line.answer)}")


def show_document_diff(view: ReadingView, out: Console) -> None:
    """Print what a document has that the record has otherwise or not at all."""
    head = view.document
    out.print(f"{escape(head.symbol or head.name)} ({head.short}), {head.reader}: {view.statements:,} statements")
    for line in view.relations:
        counts = f", {line.counts:,} counts" if line.counts else ""
        out.print(f"  {line.relation}: {line.statements:,}{counts} ({line.rule})")
    _lines("Differs from the record:", view.differing, view.differing_more, out)
    _lines("Not in the record:", view.new, view.new_more, out)


def _lines(heading: str, lines: Iterable[ComparedLine], more: int, out: Console) -> None:
    shown = list(lines)
    if shown or more:
        out.print(heading)
    for line in shown:
        says = f"; the record: {_cut(line.record_says)}" if line.record_says is not None else ""
        what = f"{_cut(line.printed)}: {line.document_says}" if line.kind == "counts" else _cut(line.document_says)
        page = f" ({line.page})" if line.page else ""
        out.print(f"  {line.place}: the document: {what}{says}{page}")
    if more:
        out.print(f"  and {more:,} more; --limit shows more of them.")


def _cut(text: str) -> str:
    words = " ".join(text.split())
    return escape(words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…")
