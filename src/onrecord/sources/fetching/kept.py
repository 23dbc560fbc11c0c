"""What is kept beside a fetched file: where it came from, its hash, and what the site calls this state of it."""

import hashlib
import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path

_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Kept:
    """A file as fetched: asked for at ``asked``, come from ``url``, with ETag and Last-Modified as the site gave them.

    ``size`` and ``sha256`` are None for a part, whose end has not come yet; ``total`` is what the site says the whole
    file has.
    """

    asked: str
    url: str
    etag: str | None
    last_modified: str | None
    total: int | None = None
    size: int | None = None
    sha256: str | None = None

    @property
    def unchanged_if(self) -> dict[str, str]:
        """The headers that ask for a file only if it is another one by now."""
        asked = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in asked.items() if value}

    @property
    def same_if(self) -> str | None:
        """What a site must still say of the file for a rest to be the rest of this part; None where nothing will do.

        A weak ETag names files that mean the same, not files of the same bytes (RFC 9110, section 13.1.5).
        """
        return self.etag if self.etag and not self.etag.startswith("W/") else self.last_modified


def beside(path: Path) -> Path:
    """Return where the note on a fetched file lies."""
    return path.with_name(path.name + ".kept.json")


def part_of(path: Path) -> Path:
    """Return where a file lies while it comes in."""
    return path.with_name(path.name + ".part")


def note(path: Path, kept: Kept) -> None:
    """Write the note on a file beside it, whole or not at all."""
    written = path.with_name(path.name + ".kept.new")
    written.write_text(json.dumps(asdict(kept), indent=1), encoding="utf-8")
    written.replace(beside(path))


def noted(path: Path) -> Kept | None:
    """Return the note on a file that is there; None where either is missing or the note does not fit the file."""
    try:
        told = json.loads(beside(path).read_text(encoding="utf-8"))
        size = path.stat().st_size
    except (OSError, ValueError):
        return None
    names = {part.name for part in fields(Kept)}
    if not isinstance(told, dict) or set(told) != names or not all(map(_is_word, told.values())):
        return None
    kept = Kept(**told)
    return kept if kept.size in (None, size) else None


def _is_word(value: object) -> bool:
    return value is None or isinstance(value, str | int)


def forget(path: Path) -> None:
    """Remove a file and the note on it."""
    path.unlink(missing_ok=True)
    beside(path).unlink(missing_ok=True)


def hashed(path: Path) -> "hashlib._Hash":
    """Return the SHA-256 of a file's bytes so far, to be gone on with."""
    sha = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            sha.update(block)
    return sha
