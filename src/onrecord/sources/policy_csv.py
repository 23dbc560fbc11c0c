"""Reads a stated policy from a CSV file of a user: symbol, direction (for, against), weight (normal, strong)."""

import csv
import io
from collections.abc import Iterator
from enum import StrEnum
from typing import TypeVar

from onrecord.vocabulary.errors import UnreadableDocument
from onrecord.vocabulary.stated_policies import PolicyText, Side, Weight

COLUMNS = ("symbol", "direction", "weight")
_Word = TypeVar("_Word", bound=StrEnum)


def read_policy(name: str, content: bytes) -> tuple[PolicyText, ...]:
    """Return the texts of a policy in the file's order.

    A weight that is left empty is normal. Raises UnreadableDocument, with file, row and column, for text that is not
    UTF-8, other columns, an empty symbol, a word that is none of those listed, a symbol written twice, or no row.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableDocument(name, f"byte {error.start}", "text in UTF-8", repr(content[error.start])) from error
    found = tuple(_rows(name, text))
    if not found:
        raise UnreadableDocument(name, "row 2", "a text of the policy", "no row")
    return found


def _rows(name: str, text: str) -> Iterator[PolicyText]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    seen: dict[str, int] = {}
    try:
        _check_header(name, next(reader, []))
        for at, cells in enumerate(reader, start=2):
            if any(cell.strip() for cell in cells):
                one = _text(name, at, cells)
                _check_new(name, one, seen)
                yield one
    except csv.Error as error:
        raise UnreadableDocument(name, f"row {reader.line_num}", "a line of CSV", str(error)) from error


def _check_header(name: str, found: list[str]) -> None:
    if tuple(cell.strip().casefold() for cell in found) != COLUMNS:
        raise UnreadableDocument(name, "row 1", f"the columns {','.join(COLUMNS)}", ",".join(found) or "nothing")


def _check_new(name: str, one: PolicyText, seen: dict[str, int]) -> None:
    if one.symbol in seen:
        before = f"{one.symbol}, which row {seen[one.symbol]} has"
        raise UnreadableDocument(name, f"row {one.row}, column symbol", "a text that no other row names", before)
    seen[one.symbol] = one.row


def _text(name: str, row: int, cells: list[str]) -> PolicyText:
    if len(cells) != len(COLUMNS):
        raise UnreadableDocument(name, f"row {row}", f"{len(COLUMNS)} cells", f"{len(cells)}")
    symbol, side, weight = (cell.strip() for cell in cells)
    if not symbol:
        raise UnreadableDocument(name, f"row {row}, column symbol", "a symbol or roll-call id", "nothing")
    place = f"row {row}, column"
    return PolicyText(
        symbol,
        _word(name, f"{place} direction", Side, side),
        _word(name, f"{place} weight", Weight, weight or Weight.NORMAL),
        row,
    )


def _word(name: str, place: str, words: type[_Word], found: str) -> _Word:
    if found.casefold() not in set(words):
        raise UnreadableDocument(name, place, f"one of {', '.join(words)}", found or "nothing")
    return words(found.casefold())
