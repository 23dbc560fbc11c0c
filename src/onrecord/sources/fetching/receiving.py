"""One file as it comes in: written to a part, gone on with after a dropped line, put in its place only when whole."""

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import httpx

from onrecord.sources.fetching.answers import Answer, Fetched, Refused, Unchanged
from onrecord.sources.fetching.kept import Kept, beside, forget, hashed, note, noted, part_of
from onrecord.sources.looks import Form, form_of, looks_like

_RANGE = re.compile(r"bytes (\d{1,18})-(\d{1,18})/(\d{1,18}|\*)")
_HEAD = 65_536


@dataclass(frozen=True, slots=True)
class Wanted:
    """A document to fetch: its address, the file it is to become, the form it must have, the most bytes it may have.

    ``told`` is called with how many bytes have come, and how many the site announces, if it does.
    """

    url: str
    path: Path
    form: Form
    largest: int
    told: Callable[[int, int | None], None] = field(default=lambda come, of: None, compare=False)


@dataclass(frozen=True, slots=True)
class Again:
    """Something for which it is worth asking once more: why, and after how many seconds (None: as one sees fit)."""

    why: str
    wait: float | None = None


def conditions(wanted: Wanted) -> dict[str, str]:
    """Return the headers that ask for the rest of a file, or for a file only if it has changed."""
    part = _part(wanted)
    if part and part.same_if:
        return {"Range": f"bytes={part_of(wanted.path).stat().st_size}-", "If-Range": part.same_if}
    kept = noted(wanted.path)
    return kept.unchanged_if if kept and kept.asked == wanted.url else {}


def _part(wanted: Wanted) -> Kept | None:
    """Return the note on what has come of a file so far; None where nothing has, or nothing of use."""
    part = noted(part_of(wanted.path))
    empty = part is None or part_of(wanted.path).stat().st_size == 0
    return part if part and part.asked == wanted.url and not empty else None


def unchanged(wanted: Wanted) -> Answer | Again:
    """Return the answer where the site says that the kept file is still the right one, after a look at the file."""
    kept = noted(wanted.path)
    if kept and kept.sha256 and hashed(wanted.path).hexdigest() == kept.sha256:
        return Unchanged(wanted.path, kept.url, kept.sha256, kept.size or 0)
    beside(wanted.path).unlink(missing_ok=True)
    return Again("the file that was kept is not as it was fetched", 0.0)


def start_over(wanted: Wanted, why: str) -> Again:
    """Forget what has come of a file, and return that it is to be asked for anew."""
    forget(part_of(wanted.path))
    return Again(why, 0.0)


def receive(wanted: Wanted, response: httpx.Response, late: Iterator[bool]) -> Answer | Again:
    """Write what comes to the part and return what came of it; ``late`` says at each block whether time is up."""
    start = 0
    if response.status_code == 206:
        start = _going_on(wanted, response)
        if start == 0:
            return start_over(wanted, "the site gave another part of the file than was asked for")
    kept = _announced(wanted, response)
    if (kept.total or 0) > wanted.largest:
        return _too_large(wanted, kept.total or 0)
    stopped = _write(wanted, response, start, kept, late)
    return stopped or _finish(wanted, kept)


def _going_on(wanted: Wanted, response: httpx.Response) -> int:
    """Return the byte from which a partial answer goes on with our part; 0 where it does not fit it."""
    part = _part(wanted)
    match = _RANGE.fullmatch(response.headers.get("content-range", ""))
    if part is None or match is None or _encoded(response):
        return 0
    etag, total = response.headers.get("etag"), match[3]
    same = (etag is None or etag == part.etag) and (part.total is None or total in ("*", str(part.total)))
    have = part_of(wanted.path).stat().st_size
    return have if same and int(match[1]) == have else 0


def _announced(wanted: Wanted, response: httpx.Response) -> Kept:
    """Return what an answer's headers say of the file; of a packed answer nothing that a rest could be asked by."""
    headers = response.headers
    if response.status_code == 206:
        match = _RANGE.fullmatch(headers.get("content-range", ""))
        total = match[3] if match else ""
    else:
        total = "" if _encoded(response) else headers.get("content-length", "")
    counted = int(total) if total.isascii() and total.isdigit() and len(total) < 19 else None
    return Kept(wanted.url, str(response.url), headers.get("etag"), headers.get("last-modified"), counted)


def _encoded(response: httpx.Response) -> bool:
    """Whether an answer is packed although it was asked for as it is: its bytes cannot be counted."""
    return response.headers.get("content-encoding", "identity").strip().lower() not in ("", "identity")


def _write(
    wanted: Wanted, response: httpx.Response, start: int, kept: Kept, late: Iterator[bool]
) -> Answer | Again | None:
    part = part_of(wanted.path)
    part.parent.mkdir(parents=True, exist_ok=True)
    size = start
    with part.open("ab" if start else "wb") as file:
        note(part, replace(kept, etag=None, last_modified=None) if _encoded(response) else kept)
        for block in response.iter_bytes():
            size += len(block)
            if size > wanted.largest:
                break
            file.write(block)
            wanted.told(size, kept.total)
            if next(late):
                return Again("it came too slowly to be waited for any longer")
        file.flush()
        os.fsync(file.fileno())
    if size > wanted.largest:
        return _too_large(wanted, size)
    if kept.total is not None and size != kept.total:
        return start_over(wanted, f"{size:,} bytes came where the site announces {kept.total:,}")
    return None


def _too_large(wanted: Wanted, size: int) -> Refused:
    forget(part_of(wanted.path))
    return Refused(wanted.url, f"at most {wanted.largest:,} bytes", f"{size:,} or more")


def _finish(wanted: Wanted, kept: Kept) -> Answer:
    """Put a whole file in its place if it is what was asked for; one that lies there already is kept beside it."""
    part = part_of(wanted.path)
    with part.open("rb") as file:
        head = file.read(_HEAD)
    if form_of(head) is not wanted.form:
        forget(part)
        return Refused(kept.url, wanted.form.value, looks_like(head))
    sha256, size = hashed(part).hexdigest(), part.stat().st_size
    before = hashed(wanted.path).hexdigest() if wanted.path.exists() else None
    if before not in (None, sha256):
        wanted.path.replace(wanted.path.with_stem(f"{wanted.path.stem}.{before[:12]}"))
    part.replace(wanted.path)
    note(wanted.path, replace(kept, size=size, sha256=sha256))
    forget(part)
    return (Unchanged if before == sha256 else Fetched)(wanted.path, kept.url, sha256, size)
