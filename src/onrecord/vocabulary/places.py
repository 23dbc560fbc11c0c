"""Where in a document something stands, and the document itself."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a document, as exactly as its format allows; every part counts from 1.

    ``page`` is the page as the file counts it, ``paragraph`` the number printed in the document ("95.42"), ``row`` a
    line of a text, a row of a table or a record of a file, ``field`` a column, tag or key as the document calls it.
    """

    page: int | None = None
    paragraph: str | None = None
    row: int | None = None
    field: str | None = None

    def __str__(self) -> str:
        """The place in words: "page 18, paragraph 95.42", "row 12, 967 d"."""
        parts = [
            f"page {self.page}" if self.page is not None else "",
            f"paragraph {self.paragraph}" if self.paragraph is not None else "",
            f"row {self.row}" if self.row is not None else "",
            self.field or "",
        ]
        return ", ".join(part for part in parts if part) or "the whole document"
