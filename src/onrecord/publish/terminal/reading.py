"""Documents that were read, and those of the archive, as text for a terminal."""

from collections.abc import Iterable
from itertools import islice

from rich.console import Console

from onrecord.publish.as_text import table
from onrecord.publish.views.read_files import FileRead, FileUnread, ReadSummary
from onrecord.publish.views.readings import ComparedLine, DocumentHead, LeftGroup, ReadingView
from onrecord.publish.wording.statements import said
from onrecord.vocabulary.statements import Left, Statement

_LONGEST = 200


def show_file(one: FileRead, out: Console) -> None:
    """Print what was read in a file, and where it is kept."""
    out.print(f"{one.file}: {one.reading.document.reader}")
    if one.read_before:
        out.print("This file was read before; nothing changed.")
    show_reading(one.reading, out)
    kept = f"onrecord documents {one.reading.document.short}" if one.kept else "not kept"
    out.print(f"SHA-256 {one.reading.document.sha256} ({kept})\n")


def unread_words(one: FileUnread) -> str:
    """Return in one line why a file was not read."""
    return f"{one.file}, {one.place}: expected {one.expected}, found {one.found}"


def show_summary(view: ReadSummary, out: Console) -> None:
    """Print what became of all files."""
    before = f", {view.read_before:,} of them read before" if view.read_before else ""
    out.print(
        f"{view.files - len(view.unread):,} of {_n(view.files, 'file')} read{before}: "
        f"{_n(view.statements, 'statement')}, {view.left:,} left or doubted."
    )


def show_reading(view: ReadingView, out: Console) -> None:
    """Print what was read in a document: by kind, what was left, how it stands to the record."""
    head = view.document
    named = ": ".join(filter(None, (head.symbol, _cut(head.title or ""))))
    out.print(named or "It names no symbol or title of its own.")
    kinds = ", ".join(f"{one.n:,} {one.kind}" for one in view.kinds)
    out.print(f"{_n(view.statements, 'statement')}: {kinds or 'none'}.")
    if view.relations:
        out.print("Beside the record:")
        for line in view.relations:
            out.print(f"  {_counted(line.statements, line.counts)} {line.relation} ({line.rule})")
    _compared("Differs from the record", view.differing, view.differing_more, out)
    _compared("Not in the record", view.new, view.new_more, out)
    if view.left:
        out.print(f"Left or doubted ({view.left:,}):")
    for group in view.left_by_reason:
        _left(group, out)


def _counted(statements: int, counts: int) -> str:
    return " and ".join(_n(n, noun) for n, noun in ((statements, "statement"), (counts, "count")) if n)


def _n(n: int, noun: str) -> str:
    return f"{n:,} {noun}{'' if n == 1 else 's'}"


def _compared(heading: str, lines: tuple[ComparedLine, ...], more: int, out: Console) -> None:
    if not lines and not more:
        return
    out.print(f"{heading} ({len(lines) + more:,}):")
    for line in lines:
        has = f"; the record: {_cut(line.record_says)}" if line.record_says else ""
        page = f" [{line.page}]" if line.page else ""
        out.print(f"  {line.place}: {_cut(line.document_says)}{has}{page}")
    _more(more, out)


def _left(group: LeftGroup, out: Console) -> None:
    out.print(f"  {group.why} ({group.n:,}):")
    for line in group.shown:
        near = f" Nearest: {'; '.join(line.candidates)}." if line.candidates else ""
        out.print(f"    {line.place}: “{_cut(line.printed)}”; expected {line.expected}.{near}")
    _more(group.more, out, "    ")


def _more(more: int, out: Console, before: str = "  ") -> None:
    if more:
        out.print(f"{before}… and {more:,} more (--limit {more + 1_000:,} or --json shows them)")


def _cut(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"


def show_documents(heads: Iterable[DocumentHead], out: Console) -> None:
    """Print the documents of the archive, one a line."""
    rows = table("document", "symbol", "name", "read as", "bytes", "got")
    for head in heads:
        got = f"{head.retrieved}" if head.retrieved else ""
        rows.add_row(head.short, head.symbol or "", head.name, head.reader, f"{head.bytes:,}", got)
    out.print(rows)


def show_document(view: ReadingView, found: Iterable[Statement | Left], limit: int | None, out: Console) -> None:
    """Print all that is known of a document and, in its order, what it says."""
    head = view.document
    for name, value in (
        ("file", head.name),
        ("read as", f"{head.reader}, by onrecord {head.edition}"),
        ("from", head.url),
        ("got", head.retrieved),
        ("terms", head.licence),
        ("SHA-256", f"{head.sha256} ({head.bytes:,} bytes)"),
    ):
        if value is not None:
            out.print(f"{name}: {value}")
    show_reading(view, out)
    out.print("Says:")
    statements = (one for one in found if isinstance(one, Statement))
    for one in islice(statements, limit):
        out.print(f"  {one.place}: {said(one.says)}")
    _more(sum(1 for _ in statements), out)
