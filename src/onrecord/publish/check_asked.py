"""What is asked of the checker: a text, whom it is about, its day; and an address that carries all of it."""

import json
import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from onrecord.vocabulary.dates import PartialDate
from onrecord.vocabulary.errors import NotInVocabulary

LONGEST_TEXT = 200_000
"""The longest text the page takes, in characters."""

LONGEST_ADDRESS = 6000
"""The longest address that is given out, in characters: longer ones are cut by some mail programs and servers."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A text to be checked, with the state it is about and its day as the reader wrote them; empty where not given."""

    text: str
    about: str = ""
    as_of: str = ""

    @property
    def day(self) -> date | None:
        """The last day that the text's date can mean: 2014-12-31 for 2014. NotInVocabulary if it is no date."""
        return last_day(self.as_of) if self.as_of else None


def last_day(written: str) -> date:
    """Return the last day a date can mean: "2014", "2015-03" or "2015-03-24"; NotInVocabulary if it is none."""
    try:
        return PartialDate(written.strip()).last
    except ValueError as error:
        raise NotInVocabulary("day of the text", written, "a date as 2014, 2015-03 or 2015-03-24") from error


def lines_as_sent(text: str) -> str:
    """Return a text with one kind of line end: browsers send CR LF whatever was typed, and offsets must not move."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def address(asked: Asked) -> str | None:
    """Return the page of the result, the text packed in its query; None where it would be too long to share."""
    made = f"/check?{urlencode({'z': packed(asked)})}"
    return made if len(made) <= LONGEST_ADDRESS else None


def packed(asked: Asked) -> str:
    """Return what is asked as base64url of deflated JSON."""
    given = {name: getattr(asked, name) for name in ("text", "about", "as_of") if getattr(asked, name)}
    words = json.dumps(given, ensure_ascii=False, separators=(",", ":")).encode()
    squeezed = zlib.compressobj(9, wbits=-zlib.MAX_WBITS)
    return urlsafe_b64encode(squeezed.compress(words) + squeezed.flush()).decode().rstrip("=")


def unpacked(z: str) -> Asked:
    """Return what an address asks; NotInVocabulary for one that was cut, changed or made too long."""
    try:
        deflated = urlsafe_b64decode(z.encode("ascii") + b"=" * (-len(z) % 4))
        # A few bytes can swell to gigabytes: no more is unpacked than the longest text may have.
        opened = zlib.decompressobj(wbits=-zlib.MAX_WBITS)
        words = opened.decompress(deflated, 4 * LONGEST_TEXT)
        if not opened.eof:
            raise ValueError("cut")
        return asked_of(json.loads(words))
    except (ValueError, zlib.error, RecursionError) as error:
        raise NotInVocabulary("address", _short(z), "the address of a result, whole and unchanged") from error


def asked_of(given: object) -> Asked:
    """Return what an object of JSON asks; ValueError says what is missing or of the wrong kind."""
    if not isinstance(given, dict):
        raise ValueError('an object such as {"text": "…"}')
    values = [given.get(name) or "" for name in ("text", "about", "as_of")]
    if not isinstance(given.get("text"), str):
        raise ValueError('a "text" of type string')
    if not all(isinstance(value, str) for value in values):
        raise ValueError('"about" and "as_of" of type string')
    for value in values:
        _check_writable(value)
    return Asked(lines_as_sent(values[0]), values[1].strip(), values[2].strip())


def _check_writable(value: str) -> None:
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise ValueError("text in Unicode without lone surrogates") from error


def _short(z: str) -> str:
    return z if len(z) <= 40 else f"{z[:40]}…"
