"""What can come of asking for a document: five answers, each with what to tell the person who asked."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Fetched:
    """The document came: where it lies, its SHA-256 and size, the address it came from in the end."""

    path: Path
    url: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Unchanged:
    """The document that is kept is still the one that stands there."""

    path: Path
    url: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class NeedsAPerson:
    """The site lets persons in and programs not: ``why``, and the address to open in a browser."""

    url: str
    why: str


@dataclass(frozen=True, slots=True)
class Refused:
    """What came is not what was asked for, and was not kept: what was expected, what was found."""

    url: str
    expected: str
    found: str


@dataclass(frozen=True, slots=True)
class Failed:
    """The document could not be got: why, after how many tries, and how many bytes are kept to go on from."""

    url: str
    why: str
    tries: int
    kept: int = 0


Answer = Fetched | Unchanged | NeedsAPerson | Refused | Failed
"""All that can come of asking for a document."""
