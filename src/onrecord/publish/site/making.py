"""One process of those that make a copy: asks the site for addresses and writes the answers as files."""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from fastapi import FastAPI

from onrecord.publish import sentences
from onrecord.publish.languages.language import Language, speaking
from onrecord.publish.site.asking import Answer, answer
from onrecord.publish.site.list_rows import rows_of
from onrecord.publish.site.pages import copied
from onrecord.publish.site.places import KINDS, LISTS, between, place, suffix, target, without_language

ROWS = ".rows"
"""Folder of a copy in the making for what the lists' data are put together from."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a copy is made from and as: the record's folder, the languages, where it will be, where it is written."""

    record: Path
    languages: tuple[Language, ...]
    base: str
    folder: Path


@dataclass(frozen=True, slots=True)
class Made:
    """What became of an address: the bytes written, the addresses its page leads to; or why there is none."""

    address: str
    bytes: int = 0
    leads_to: frozenset[str] = frozenset()
    fault: str = ""


class Maker:
    """The site, opened once in a process, and what it is asked for."""

    def __init__(self, asked: Asked) -> None:
        """Open the record and put the site on it."""
        self.asked = asked
        self.app = copy_app(asked)
        self.last_day: date = self.app.state.site.last_day

    def make(self, address: str) -> Made:
        """Write the answer at an address; where there is none, the fault is returned: all are told at the end."""
        found = answer(self.app, address, self.asked.base)
        if found.location.startswith("/"):
            return self._moved(address, found)
        expected = KINDS.get(suffix(address.partition("?")[0]), "text/html")
        if found.status != 200 or found.kind != expected:
            return Made(address, fault=f"{found.status} {found.kind}, expected 200 {expected}")
        if expected == "text/html":
            return self._page(address, found)
        return Made(address, self._write(place(address), found.body))

    def _page(self, address: str, page: Answer) -> Made:
        path = address.partition("?")[0]
        source = place(address)
        with speaking(language_of(path)):
            day = sentences.day(self.last_day)
            text, found = copied(page.body.decode(), source, day)
            if without_language(path) in LISTS:
                self._keep_rows(address, copied(page.body.decode(), place(path), day)[0])
        return Made(address, self._write(source, text.encode()), frozenset(found))

    def _keep_rows(self, address: str, text: str) -> None:
        """Keep the rows of a stretch of a list, with their links as on the list's first page."""
        kept = self.asked.folder / ROWS / f"{place(address).replace('/', '~')}.json"
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(json.dumps([place(address), rows_of(text)], ensure_ascii=False), encoding="utf-8")

    def _moved(self, address: str, moved: Answer) -> Made:
        goal = target(moved.location).address
        way = between(place(address), place(goal))
        head = f'<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0; url={way}">'
        text = f'{head}<title>onrecord</title><a href="{way}">{goal}</a>\n'
        return Made(address, self._write(place(address), text.encode()), frozenset({goal}))

    def _write(self, name: str, body: bytes) -> int:
        file = self.asked.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(body)
        return len(body)


def copy_app(asked: Asked) -> FastAPI:
    """Return the site as a copy needs it: with the pages about the copy, leading only to languages that are in it."""
    from onrecord.publish.web import copy_pages  # noqa: PLC0415  (starts a web framework)
    from onrecord.publish.web.app import create_app  # noqa: PLC0415
    from onrecord.record.store import Record  # noqa: PLC0415

    app = create_app(Record(asked.record).load(), kept_bytes=0)
    app.include_router(copy_pages.router)
    app.state.site.languages = asked.languages
    return app


def language_of(path: str) -> Language:
    """Return the language an address begins with."""
    first = path.lstrip("/").partition("/")[0]
    return next((one for one in Language if one.prefix == f"/{first}"), Language.EN)


_maker: list[Maker] = []


def begin(asked: Asked) -> None:
    """Open the site in a process that has just started."""
    _maker[:] = [Maker(asked)]


def make_all(addresses: tuple[str, ...]) -> list[Made]:
    """Write the answers at some addresses in this process."""
    return [_maker[0].make(address) for address in addresses]


def not_found(maker: Maker) -> str:
    """Return the page that a host shows where there is none: as it is shown anywhere, its links begin at the root."""
    found = answer(maker.app, "/404", maker.asked.base)
    root = urlsplit(maker.asked.base).path.rstrip("/") + "/"
    return copied(found.body.decode(), "index.html", sentences.day(maker.last_day), root)[0]
