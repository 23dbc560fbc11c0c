"""The lines of a text with their places: how wide they are set, and what each begins with."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import pairwise

from onrecord.claims.lexicon import table

_BREAK = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_STOP = re.compile(r"[.!?:;…][\"'”’»)\]]*(?:[\d¹²³⁰⁴-⁹*†]{1,3})?$")
_SIGN = re.compile(r"[•▪◦‣●○■□◆➢✓·\uf0b7\uf0a7]\s*(?=\S)|[-–—*](?=\s+\S)")
_LETTER = re.compile(r"\((?:[a-z]{1,2}|[ivx]{1,5}|\d{1,2})\)\s+(?=\S)|(?:[a-z]|[ivx]{1,5}|\d{1,2})\)\s+(?=\S)", re.I)
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3})*\.\s+(?=\S)|\d{1,3}(?:\.\d{1,3})+\s+(?=[A-Z])")
_NOTE = re.compile(
    r"(\d{1,3})\.?\s*(?=A/|E/|C[A-Z]{2,4}/|S/|http)|(\d{1,3})\s+(?=[^\W\d_a-z]|[\"“‘(]|see\b|ibid|supra|id\.|cf\b|available)"
)
_REFERENCE = re.compile(r"\d{1,3}\.?\s*(?:[ACES]\w{0,4}/|http|[Ss]ee\b|[Ii]bid|[Cc]f\b)")
_SIGNED_NOTE = re.compile(r"[¹²³⁰⁴-⁹]{1,3}\s*\S|\[(?:\d{1,3}|[ivx]{1,5})\]\s+\S|[*†‡]{1,3}\s*[A-Z“\"]")
_MONTH = re.compile(r"\d{1,3}\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\b")
_MARKER = re.compile(
    r"(?:[^\W\d_]|[”\"’)\]]|[^\W\d_)\]”\"’][.,;:?!]|\b(?:19|20)\d\d[.,;:])[”\"’)]?(\d{1,3})(?=[\s,;.)]|$)"
)
_STAR = re.compile(r"[^\W_][*†](?=[\s.,;)]|$)")


class Start(StrEnum):
    """What a line begins with."""

    PLAIN = "plain"
    SIGN = "bullet sign"
    LETTER = "letter or number in brackets"
    NUMBER = "number"
    NOTE = "footnote number"


@dataclass(frozen=True, slots=True)
class Line:
    """One line without the space around it; ``gap`` where an empty line, a new page or nothing is before it."""

    text: str
    start: int
    end: int
    gap: bool


@dataclass(frozen=True, slots=True)
class Setting:
    """How a text is set: the width of its lines, 0 where they are not broken to one, and its footnote numbers."""

    width: int
    notes: frozenset[int]
    stars: bool


def lines_of(text: str) -> list[Line]:
    """Return the lines of a text that are not empty."""
    found: list[Line] = []
    at, gap = 0, True
    for match in [*_BREAK.finditer(text), None]:
        end = match.start() if match else len(text)
        raw = text[at:end]
        inner = raw.strip().strip("\u200b\ufeff").strip()
        if inner:
            start = at + raw.index(inner)
            found.append(Line(inner, start, start + len(inner), gap))
        gap = not inner or bool(match and match[0] == "\f")
        at = match.end() if match else end
    return found


def setting_of(lines: list[Line]) -> Setting:
    """Return how the text of these lines is set."""
    notes = frozenset(int(m[1]) for line in lines for m in _MARKER.finditer(line.text))
    return Setting(_width(lines), notes, any(_STAR.search(line.text) for line in lines))


def _width(lines: list[Line]) -> int:
    """Where lines are broken to a width, many go on with a small letter and none is much wider than the rest."""
    pairs = [(a, b) for a, b in pairwise(lines) if not b.gap]
    if not pairs or sum(b.text[0].islower() for _, b in pairs) < 0.25 * len(pairs):
        return 0
    lengths = sorted(len(a.text) for a, _ in pairs)
    width = lengths[len(lengths) * 4 // 5]
    wide = sum(len(line.text) > 1.5 * width for line in lines)
    return width if 30 <= width <= 170 and wide <= 0.1 * len(lines) else 0


def is_full(line: Line, after: Line, width: int) -> bool:
    """Whether the first word of the line after would not have fitted into this one."""
    return width > 0 and len(line.text) + 1 + len(after.text.split(maxsplit=1)[0]) > 0.85 * width


def is_stopped(text: str) -> bool:
    """Whether a text ends with a mark that ends a sentence or a part of one."""
    return _STOP.search(text[-12:]) is not None


def goes_on(text: str) -> bool:
    """Whether the last word of a line asks for another one after it, or its last mark is a comma or hyphen."""
    if text[-1] in ",-–—(/&":
        return True
    word = text.rsplit(maxsplit=1)[-1]
    return word in _unfinished() or (word.rstrip(".").casefold() in _before_number() and word.endswith("."))


@cache
def _unfinished() -> frozenset[str]:
    return frozenset(table("sentences")["unfinished"])


@cache
def _before_number() -> frozenset[str]:
    entries = table("sentences")
    return frozenset([*entries["before_name"], *entries["before_number"]]) - {"no", "c", "n", "op"}


def start_of(line: Line, setting: Setting, last_note: int | None) -> Start:
    """Return what a line begins with; ``last_note`` is the number of the footnote just before it."""
    text = line.text
    if _is_note(line, setting, last_note):
        return Start.NOTE
    for pattern, start in ((_SIGN, Start.SIGN), (_LETTER, Start.LETTER), (_NUMBER, Start.NUMBER)):
        if pattern.match(text):
            return start
    return Start.PLAIN


def _is_note(line: Line, setting: Setting, last_note: int | None) -> bool:
    if _SIGNED_NOTE.match(line.text):
        return line.text[0] not in "*†‡" or setting.stars
    number = note_number(line)
    if number is None or _MONTH.match(line.text):
        return False
    if last_note is not None and number == last_note + 1:
        return True
    return number in setting.notes and (line.gap or _REFERENCE.match(line.text) is not None)


def note_number(line: Line) -> int | None:
    """Return the number that a line begins with as a footnote does."""
    match = _NOTE.match(line.text)
    return int(match[1] or match[2]) if match else None


def marker_length(text: str) -> int:
    """Return how many characters of a text are the bullet, letter or number it begins with."""
    match = _SIGN.match(text) or _LETTER.match(text) or _NUMBER.match(text)
    return match.end() if match else 0


def numbers_of(text: str) -> tuple[str, ...]:
    """Return the parts of the number a text begins with: ("124", "7") for "124.7 Ratify …"."""
    match = _NUMBER.match(text)
    return tuple(match[0].strip().rstrip(".").split(".")) if match else ()


def marker_kind(text: str) -> str:
    """Return the kind of the bullet, letter or number a text begins with, the same for all items of one list."""
    mark = text[: marker_length(text)].strip()
    mark = re.sub(r"\d+", "1", mark)
    return re.sub(r"[A-Za-z]+", lambda m: "i" if set(m[0].casefold()) <= set("ivx") else "a", mark)
