"""How wide words are in the typeface of pictures, read from its file, so that lines break where they are full."""

import struct
from functools import cache
from itertools import pairwise

from onrecord.publish.typefaces import FOLDER

_FILES = {False: "SourceSans3-Regular.ttf", True: "SourceSans3-Semibold.ttf"}
_CHARACTERS = 12
"""The format of a typeface's table of characters that reaches all of Unicode."""


def width(text: str, size: float, strong: bool = False) -> float:
    """Return the width of a text at a size, in units of the picture; letters the typeface lacks count as one em."""
    letters = _widths(strong)
    return sum(letters.get(ord(letter), 1.0) for letter in text) * size


def lines(text: str, size: float, room: float, strong: bool = False) -> list[str]:
    """Return a text broken between words into lines no wider than ``room``; a longer word has a line of its own."""
    words = text.split()
    starts, used = [0], 0.0
    for i, word in enumerate(words):
        wide = width(word, size, strong)
        if i > starts[-1] and used + width(" ", size, strong) + wide > room:
            starts.append(i)
            used = wide
        else:
            used += wide + (width(" ", size, strong) if i > starts[-1] else 0)
    return [" ".join(words[a:b]) for a, b in pairwise([*starts, len(words)])] if words else []


@cache
def _widths(strong: bool) -> dict[int, float]:
    """Return the advance of every character in ems."""
    font = (FOLDER / _FILES[strong]).read_bytes()
    tables = _tables(font)
    (units,) = struct.unpack_from(">H", font, tables["head"] + 18)
    (measured,) = struct.unpack_from(">H", font, tables["hhea"] + 34)
    advances = [struct.unpack_from(">H", font, tables["hmtx"] + 4 * i)[0] / units for i in range(measured)]
    return {char: advances[min(glyph, measured - 1)] for char, glyph in _glyphs(font, tables["cmap"]).items()}


def _tables(font: bytes) -> dict[str, int]:
    """Return where each table of a TrueType file begins."""
    (number,) = struct.unpack_from(">H", font, 4)
    found = (struct.unpack_from(">4s4xI", font, 12 + 16 * i) for i in range(number))
    return {tag.decode("ascii"): offset for tag, offset in found}


def _glyphs(font: bytes, start: int) -> dict[int, int]:
    """Return the glyph of each character, from the file's table of all characters."""
    (number,) = struct.unpack_from(">H", font, start + 2)
    offsets = [start + struct.unpack_from(">I", font, start + 8 + 8 * i)[0] for i in range(number)]
    table = next(o for o in offsets if struct.unpack_from(">H", font, o)[0] == _CHARACTERS)
    (groups,) = struct.unpack_from(">I", font, table + 12)
    found: dict[int, int] = {}
    for i in range(groups):
        first, last, glyph = struct.unpack_from(">III", font, table + 16 + 12 * i)
        found.update({char: glyph + char - first for char in range(first, last + 1)})
    return found
