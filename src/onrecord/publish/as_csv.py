"""Rows as CSV that is safe in a spreadsheet and can be read back as it was."""

import csv
import io
import re
from collections.abc import Iterable, Mapping
from typing import Any

_GUARDED = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
"""How a text begins that a spreadsheet may take for a formula, or that looks guarded already."""


def rows_csv(columns: tuple[str, ...], rows: Iterable[Mapping[str, Any]]) -> str:
    """Return rows as CSV with a header: RFC 4180, nothing for none, text guarded."""
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({name: cell(row[name]) for name in columns} for row in rows)
    return out.getvalue()


def cell(value: Any) -> Any:
    """Return a value as its cell has it: TRUE or FALSE, as R and spreadsheets write them; text guarded."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    return guarded(value)


def guarded(value: Any) -> Any:
    """Return a cell that a spreadsheet reads as words: text that begins like a formula gets an apostrophe before it.

    Text that begins with apostrophes and then like a formula gets one more, so that ``unguarded`` gives back either.
    Numbers are left as they are, negative ones too.
    """
    return f"'{value}" if isinstance(value, str) and _GUARDED.match(value) else value


def unguarded(text: str) -> str:
    """Return the text of a guarded cell: without its first apostrophe if what follows begins like a formula."""
    return text[1:] if text.startswith("'") and _GUARDED.match(text) else text
