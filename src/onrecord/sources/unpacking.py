"""Archives looked at before anything in them is unpacked: Word and Excel files are ZIP archives."""

import io
import zipfile
import zlib
from collections.abc import Generator
from contextlib import contextmanager
from typing import BinaryIO

from onrecord.sources.documents.opened import Opened
from onrecord.sources.looks import Form, form_of
from onrecord.vocabulary.errors import UnreadableDocument

MOST_UNPACKED = 2_000_000_000
"""The most bytes all parts of an archive may unpack to: a workbook of the whole Human Rights Index has about half."""

MOST_PARTS = 2_000
"""The most parts an archive may have."""

MOST_RATIO = 250
"""How many times its size an archive may unpack to; tables of words come to some 40, a bomb to 1,000 and more."""

SMALL = 20_000_000
"""Up to how many unpacked bytes the ratio is not looked at: a small table of one value may well be packed tightly."""

_DAMAGED = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, KeyError)
"""What zipfile raises on files that are no archive, or a damaged one."""


def parts_of(opened: Opened) -> tuple[str, ...]:
    """Return the names of the parts of an archive, none for a file of another form.

    UnreadableDocument for an archive that is damaged, or whose parts would unpack to more than is safe to read.
    """
    if form_of(opened.head) is not Form.ZIP:
        return ()
    with opened.open() as file, unpacked(file, opened.name, MOST_UNPACKED) as packed:
        return tuple(packed.namelist())


@contextmanager
def unpacked(file: BinaryIO, name: str, most: int) -> Generator[zipfile.ZipFile]:
    """Give an archive to look into, measured; ``most`` is how many bytes its parts may unpack to.

    UnreadableDocument where it is damaged or too much, also for damage that is met inside. The sizes are those the
    archive states; zipfile unpacks no part beyond the size it states.
    """
    try:
        with zipfile.ZipFile(file) as packed:
            _measure(packed.infolist(), file.seek(0, io.SEEK_END), name, most)
            yield packed
    except _DAMAGED as error:
        found = f"a damaged archive ({type(error).__name__})"
        raise UnreadableDocument(name, "the archive", "a whole ZIP archive", found) from None


def _measure(parts: list[zipfile.ZipInfo], packed: int, name: str, most: int) -> None:
    size = sum(part.file_size for part in parts)
    for at_most, found, of in (
        (MOST_PARTS, len(parts), "parts"),
        (most, size, "bytes unpacked"),
        (max(SMALL, MOST_RATIO * packed), size, "bytes unpacked, for its size"),
    ):
        if found > at_most:
            raise UnreadableDocument(name, "the archive", f"at most {at_most:,} {of}", f"{found:,}")
