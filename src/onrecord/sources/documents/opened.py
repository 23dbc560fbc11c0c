"""A document as a file, opened for a reader: its name, its first bytes, and its stream."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import BinaryIO

from onrecord.vocabulary.statements import Left, Statement
from onrecord.vocabulary.states import Gazetteer

HEAD = 65_536
"""How many first bytes a document's format is told by."""


@dataclass(frozen=True)
class Opened:
    """A file on disk, never in memory whole unless a reader must: UHRI's export has 400 MB.

    ``name`` is what the user called it, for messages; ``path`` is where its bytes are. ``told`` is called by readers
    with how many of the file's bytes are done, as often as they like.
    """

    path: Path
    name: str
    told: Callable[[int], None] = field(default=lambda done: None, compare=False)

    @cached_property
    def size(self) -> int:
        """The number of bytes."""
        return self.path.stat().st_size

    @cached_property
    def head(self) -> bytes:
        """The first bytes, at most ``HEAD``."""
        with self.path.open("rb") as file:
            return file.read(HEAD)

    def open(self) -> BinaryIO:
        """Return the bytes as a stream; who opens it closes it."""
        return self.path.open("rb")


Found = Statement | Left
"""What a reader yields, in the document's order."""


@dataclass(frozen=True, slots=True)
class Reader:
    """A format that can be read: what it is called, how it is recognised, how it is read.

    ``recognises`` returns whether a file is of this format, by its content alone, and never raises; ``read`` raises
    UnreadableDocument where a file is too damaged to go on.
    """

    name: str
    recognises: Callable[[Opened], bool]
    read: Callable[[Opened, Gazetteer], Iterator[Found]]
