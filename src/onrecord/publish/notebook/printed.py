"""A table as a notebook and a terminal show it: its title, its first rows, and what they rest on."""

from html import escape
from typing import Any

from onrecord.publish.listed.rows import Row, Rows
from onrecord.publish.notebook.table import About

MOST = 20
"""So many rows are shown; how many there are is said."""

_WIDEST = 48
"""A cell of text is cut after so many characters; the table itself has it whole."""


def as_html(rows: Rows, about: About) -> str:
    """Return the first rows as an HTML table with its caption and what it rests on, every word escaped."""
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in about.shown)
    body = "".join(f"<tr>{_html_cells(row, about.shown)}</tr>" for row in rows.rows[:MOST])
    said = "".join(f"<dt>{escape(heading)}</dt><dd>{escape(words)}</dd>" for heading, words in _below(rows, about))
    return (
        f'<div class="onrecord"><table><caption>{escape(about.title)}</caption><thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table><dl>{said}</dl></div>"
    )


def _html_cells(row: Row, shown: tuple[str, ...]) -> str:
    return "".join(f"<td>{_html_cell(row, name)}</td>" for name in shown)


def _html_cell(row: Row, name: str) -> str:
    words = escape(cell(row[name]))
    address = row.get("document_url") if name == "symbol" else None
    whole = isinstance(address, str) and address.startswith("https://")
    return f'<a href="{escape(str(address))}">{words}</a>' if whole else words


def as_words(rows: Rows, about: About) -> str:
    """Return the first rows as columns of plain text, with the title above and what they rest on below."""
    cells = [[_short(cell(row[name])) for name in about.shown] for row in rows.rows[:MOST]]
    widths = [max(map(len, column)) for column in zip(about.shown, *cells, strict=True)]
    lines = ["  ".join(map(str.ljust, line, widths)).rstrip() for line in (about.shown, *cells)]
    said = [f"{heading}: {words}" for heading, words in _below(rows, about)]
    return "\n".join([about.title, *lines, *said])


def _below(rows: Rows, about: About) -> tuple[tuple[str, str], ...]:
    there = len(rows.rows)
    count = f"the first {MOST} of {there:,}" if there > MOST else f"{there:,}"
    return (("Rows", count), *about.lines())


def cell(value: Any) -> str:
    """Return a value as it is printed: three places after the point, a dash for what is missing."""
    if value is None:
        return "–"
    return f"{value:.3f}" if isinstance(value, float) else str(value)


def _short(words: str) -> str:
    return words if len(words) <= _WIDEST else f"{words[: _WIDEST - 1]}…"
