"""One document of an archive: what is known of it before it is read, what after, and how that is written down."""

import json
import re
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any, get_type_hints

from onrecord.record.archive.disk import write_whole
from onrecord.vocabulary.statements import DocumentSaid, Left, Statement

Found = Statement | Left
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a file beside its bytes: where it comes from, when it was got, under what terms."""

    name: str
    url: str | None = None
    retrieved: date | None = None
    licence: str | None = None


@dataclass(frozen=True, slots=True)
class KeptDocument:
    """A document of the archive: what it is known by, and how much was read in it.

    ``reader`` is the format it was read as, ``edition`` the edition of the readers; ``statements`` and ``left`` count
    what was read and what was left.
    """

    sha256: str
    bytes: int
    name: str
    url: str | None
    retrieved: date | None
    licence: str | None
    symbol: str | None
    title: str | None
    reader: str
    edition: str
    statements: int
    left: int

    @property
    def short(self) -> str:
        """The first digits of the hash, by which a person names the document."""
        return self.sha256[:12]


class Becoming:
    """What becomes known of a document while it is read."""

    def __init__(self, known: Known, edition: str, sha256: str, size: int) -> None:
        """Take what is known of a file, the edition of the readers, and the file's hash and size."""
        self._known, self._edition, self._sha256, self._size = known, edition, sha256, size
        self._reader, self._said = "", DocumentSaid()
        self._statements = self._left = 0

    def recognised(self, reader: str) -> None:
        """Note the format that it is read as."""
        self._reader = reader

    def found(self, one: Found) -> None:
        """Count a finding; the first that says something of the document itself gives symbol and title."""
        if isinstance(one, Left):
            self._left += 1
            return
        self._statements += 1
        if isinstance(one.says, DocumentSaid) and self._said == DocumentSaid():
            self._said = one.says

    def document(self) -> KeptDocument:
        """Return the document as it is kept, now that all of it is read."""
        return KeptDocument(
            sha256=self._sha256,
            bytes=self._size,
            **asdict(self._known),
            symbol=self._said.symbol,
            title=self._said.title,
            reader=self._reader,
            edition=self._edition,
            statements=self._statements,
            left=self._left,
        )


def write_about(file: Path, document: KeptDocument) -> None:
    """Write down what is known of a document."""
    retrieved = document.retrieved.isoformat() if document.retrieved else None
    shown: dict[str, Any] = {**asdict(document), "retrieved": retrieved}
    write_whole(file, json.dumps(shown, indent=1, ensure_ascii=False) + "\n")


def read_about(file: Path) -> KeptDocument | None:
    """Return what is written down of a document; None where nothing is, or not what ``write_about`` writes."""
    try:
        told = json.loads(file.read_text(encoding="utf-8"))
        told["retrieved"] = date.fromisoformat(told["retrieved"]) if told["retrieved"] else None
        document = KeptDocument(**told)
    except (OSError, KeyError, TypeError, ValueError, RecursionError):
        return None
    hints = get_type_hints(KeptDocument)
    typed = all(isinstance(getattr(document, name), kind) for name, kind in hints.items())
    return document if typed and _SHA256.fullmatch(document.sha256) else None
