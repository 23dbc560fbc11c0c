"""Archives looked at before anything in them is unpacked: Word and Excel files are ZIP archives."""

import zipfile

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

_DAMAGED = (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, EOFError)


def parts_of(opened: Opened) -> tuple[str, ...]:
    """Return the names of the parts of an archive, none for a file of another form.

    UnreadableDocument for an archive that is damaged, or whose parts would unpack to more than is safe to read. The
    sizes are those the archive states; who unpacks holds it to them.
    """
    if form_of(opened.head) is not Form.ZIP:
        return ()
    try:
        with opened.open() as file, zipfile.ZipFile(file) as packed:
            parts = packed.infolist()
    except _DAMAGED as error:
        found = f"a damaged one ({type(error).__name__})"
        raise UnreadableDocument(opened.name, "the archive", "a whole ZIP archive", found) from None
    _measure(parts, opened)
    return tuple(part.filename for part in parts)


def _measure(parts: list[zipfile.ZipInfo], opened: Opened) -> None:
    size = sum(part.file_size for part in parts)
    for most, found, of in (
        (MOST_PARTS, len(parts), "parts"),
        (MOST_UNPACKED, size, "bytes unpacked"),
        (max(SMALL, MOST_RATIO * opened.size), size, "bytes unpacked, for its size"),
    ):
        if found > most:
            raise UnreadableDocument(opened.name, "the archive", f"at most {most:,} {of}", f"{found:,}")
