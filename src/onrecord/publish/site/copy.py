"""Makes a copy of the whole site: beside its place, by several processes, then moved there whole."""

import json
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass
from datetime import date
from multiprocessing import get_context
from pathlib import Path

from onrecord.publish.site.list_data import stretches, written_lists
from onrecord.publish.site.making import ROWS, Asked, Made, Maker, begin, make_all, not_found
from onrecord.publish.site.places import NOT_HERE
from onrecord.publish.site.search_index import written_index
from onrecord.publish.web.site_map import robots, site_map
from onrecord.publish.web.static_files import FOLDER
from onrecord.vocabulary.errors import OnRecordError

MARK = "onrecord-copy.json"
"""The file by which a folder is known to be a copy that another may take the place of."""

AT_ONCE = 8
"""Addresses given to a process at a time."""

BEGINNINGS = ("/", "/votes?body=GA", "/upr/recommendations", NOT_HERE)
"""Where following links begins: all else is led to from there."""

LIVE_ONLY_FILES = ("htmx.min.js", "htmx-LICENSE.txt", "check.js")
"""Static files that nothing in a copy asks for."""


class CopyFailed(OnRecordError):
    """A copy could not be made whole; nothing was put in its place."""


@dataclass(frozen=True, slots=True)
class Copy:
    """What was made: its last day, its languages, how many pages and files, and their bytes."""

    last_day: date
    languages: tuple[str, ...]
    pages: int
    files: int
    bytes: int


def copy_site(
    folder: Path,
    asked: Asked,
    processes: int = 0,
    within: Callable[[str], bool] = lambda address: True,
    progress: Callable[[int, int], None] = lambda done, known: None,
) -> Copy:
    """Write the whole site into ``folder`` and return what was written; CopyFailed leaves what stood there.

    ``within`` narrows the copy to some addresses; links to the others then lead nowhere. ``progress`` is told how many
    addresses are done and how many are known so far.
    """
    _check_free(folder)
    shutil.rmtree(asked.folder, ignore_errors=True)
    asked.folder.mkdir(parents=True)
    try:
        maker = Maker(asked)
        _follow(asked, _beginnings(maker), processes or os.cpu_count() or 1, within, progress)
        _write_beside(asked, maker)
        copy = _sealed(asked, maker.last_day)
        _move(asked.folder, folder)
    finally:
        shutil.rmtree(asked.folder, ignore_errors=True)
    return copy


def _check_free(folder: Path) -> None:
    if folder.exists() and (not folder.is_dir() or (any(folder.iterdir()) and not (folder / MARK).exists())):
        raise CopyFailed(f"{folder}: expected an empty folder or an earlier copy ({MARK}), found something else")


def _beginnings(maker: Maker) -> list[str]:
    """Return where following links begins, in every language."""
    languages = maker.asked.languages
    homes = [f"{language.prefix}{one}".removesuffix("/") or "/" for language in languages for one in BEGINNINGS]
    return [*homes, *stretches(maker.app.state.site.record, languages)]


def _follow(
    asked: Asked,
    beginnings: Iterable[str],
    processes: int,
    within: Callable[[str], bool],
    progress: Callable[[int, int], None],
) -> None:
    """Write every address that the site leads to; CopyFailed names those that have no answer."""
    known: set[str] = set()
    waiting: list[str] = []
    faults: list[Made] = []
    done = 0

    def found(addresses: Iterable[str]) -> None:
        new = sorted(one for one in addresses if one not in known and within(one))
        known.update(new)
        waiting.extend(new)

    found(beginnings)
    with ProcessPoolExecutor(processes, get_context("spawn"), begin, (asked,)) as pool:
        running: set[Future[list[Made]]] = set()
        while waiting or running:
            while waiting and len(running) < 3 * processes:
                running.add(pool.submit(make_all, tuple(waiting[:AT_ONCE])))
                del waiting[:AT_ONCE]
            finished, running = wait(running, return_when=FIRST_COMPLETED)
            for made in (one for future in finished for one in future.result()):
                done += 1
                found(made.leads_to)
                faults.extend([made] if made.fault else [])
            progress(done, len(known))
    if faults:
        some = "; ".join(f"{made.address}: {made.fault}" for made in sorted(faults, key=lambda m: m.address)[:5])
        raise CopyFailed(f"{len(faults)} addresses that pages lead to have no answer, as {some}")


def _write_beside(asked: Asked, maker: Maker) -> None:
    """Write what is no answer of the site: the lists' data, the index, the static files, the page for no page."""
    record = maker.app.state.site.record
    for name, content in (*written_lists(maker), *written_index(record, asked.languages)):
        file = asked.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    shutil.rmtree(asked.folder / ROWS, ignore_errors=True)
    shutil.copytree(FOLDER, asked.folder / "static", ignore=shutil.ignore_patterns(*LIVE_ONLY_FILES))
    (asked.folder / "404.html").write_text(not_found(maker), encoding="utf-8")
    pages = sorted(file.relative_to(asked.folder).as_posix() for file in asked.folder.rglob("index.html"))
    (asked.folder / "robots.txt").write_text(robots(asked.base), encoding="utf-8")
    if asked.base:
        (asked.folder / "sitemap.xml").write_text(site_map(asked.base, _addresses(pages)), encoding="utf-8")


def _addresses(pages: list[str]) -> Iterator[str]:
    """Yield the addresses of pages as a host serves them, but for stretches of lists."""
    return ("/" + page.removesuffix("index.html") for page in pages if "=" not in page and not page.startswith("live/"))


def _sealed(asked: Asked, last_day: date) -> Copy:
    """Put the mark of a copy on the folder, with what it holds; return that."""
    files = [file for file in asked.folder.rglob("*") if file.is_file()]
    size = sum(file.stat().st_size for file in files)
    pages = sum(file.name == "index.html" for file in files)
    languages = tuple(one.value for one in asked.languages)
    copy = Copy(last_day, languages, pages, len(files), size)
    said = {"record_to": f"{last_day}", "languages": languages, "pages": pages, "files": len(files), "bytes": size}
    (asked.folder / MARK).write_text(json.dumps(said, indent=2) + "\n", encoding="utf-8")
    return copy


def _move(made: Path, folder: Path) -> None:
    """Put what was made in its place; an earlier copy is gone only once the new one stands."""
    before = made.with_name(f"{made.name}-before")
    if folder.exists():
        folder.rename(before)
    made.rename(folder)
    shutil.rmtree(before, ignore_errors=True)
