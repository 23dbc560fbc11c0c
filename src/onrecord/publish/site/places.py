"""Where an address of the site stands among the files of a copy, and how one file leads to another."""

import re
from dataclasses import dataclass
from html import escape
from posixpath import dirname, relpath
from urllib.parse import parse_qsl, quote, unquote, urlencode

KINDS = {
    ".atom": "application/atom+xml",
    ".bib": "application/x-bibtex",
    ".csv": "text/csv",
    ".ics": "text/calendar",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".parquet": "application/vnd.apache.parquet",
    ".ris": "application/x-research-info-systems",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".xml": "application/xml",
}
"""How the addresses of files end. Any other address is that of a page: symbols have dots too."""

NOT_HERE = "/live"
"""The page that says what needs the running program."""

_LIVE = re.compile(
    r"/(v1|mcp|check|cite|embed|oembed)(/|\.|$)|/(reports|briefs|letters)/|/(search|compare)\.json$|.*\.rows\.json$"
    r"|.*\.(docx|jsonl|pdf|png|xlsx|zip)$|/(?!data/).*\.parquet$"
    r"|/(?!charts/).*\.json$|/(votes|states/[^/]+)/.*\.csv$"
)
"""Addresses that only the running program answers: what depends on words that are sent, and other forms of what the
pages, the whole lists as CSV and the tables of the record hold already. With the JSON and CSV of single votes and of
states' years, a copy was three times the size, and held nothing more."""

_WITHOUT_QUERY = re.compile(r"/(joint-statements|special-sessions)/|/(compare|reports)$")
"""Pages that stand in a copy once: they hold what their query would pick out, or need the program to answer it."""

_READ_BY_SCRIPT = {"/search"}

LISTS = {"/votes": {"body", "start"}, "/upr/recommendations": {"start"}}
"""Long lists under filters: the whole list is written in stretches, a script of the copy filters it."""

_LONGEST_NAME = 120
_UNSAFE = re.compile(r"[^A-Za-z0-9.,=_-]")


@dataclass(frozen=True, slots=True)
class Target:
    """Where a link of the site leads in a copy: the address that is written, with the words a script reads there."""

    address: str
    script_query: str = ""


def target(address: str) -> Target:
    """Return where an address leads in a copy."""
    path, _, query = address.partition("?")
    path = path.rstrip("/") or "/"
    bare = without_language(path)
    given = [(name, value) for name, value in parse_qsl(query) if name != "as-of"]
    if _LIVE.match(bare):
        return Target(path.removesuffix(bare) + NOT_HERE)
    if _WITHOUT_QUERY.search(bare):
        return Target(path)
    page = bare.removesuffix(".csv")
    if page in _READ_BY_SCRIPT or (page in LISTS and not {name for name, _ in given} <= LISTS[page]):
        # Of a part of a long list the copy has no CSV, the page shows its rows.
        return Target(path.removesuffix(".csv"), urlencode(given))
    if suffix(bare) == ".csv":
        # A list as CSV is whole wherever the page that links to it begins.
        given = [(name, value) for name, value in given if name != "start"]
    return Target(f"{path}?{urlencode(given)}" if given else path)


def without_language(path: str) -> str:
    """Return a path without the language it begins with."""
    return re.sub(r"^/(fr|es|ru|ar|zh)(?=/|$)", "", path) or "/"


def suffix(path: str) -> str:
    """Return how a path ends if it is a file's, as ``.json``; nothing for a page's."""
    return next((end for end in KINDS if path.endswith(end)), "")


def place(address: str) -> str:
    """Return the file of an address: states/kazakhstan/index.html, votes/state=Cuba.csv."""
    path, _, query = address.partition("?")
    end = suffix(path)
    parts = [_name(unquote(part)) for part in path.removesuffix(end).split("/") if part]
    if query:
        parts.append(_name(",".join(f"{name}={value}" for name, value in parse_qsl(query))))
    return "/".join(parts) + end if end else "/".join([*parts, "index.html"])


def _name(words: str) -> str:
    """Return words as a name that every file system and host takes."""
    name = _UNSAFE.sub(lambda one: f"~{ord(one[0]):x}", words)
    if len(name) > _LONGEST_NAME:
        raise ValueError(f"the name of a file would have {len(name)} letters: {name}")
    return name


def link(source: str, address: str, anchor: str = "") -> str:
    """Return how the file ``source`` links to an address, ready for an attribute; nothing in it depends on the host."""
    goal = target(address)
    file = place(goal.address)
    query = f"?{goal.script_query}" if goal.script_query else ""
    return escape(f"{between(source, file)}{query}{anchor}")


def between(source: str, file: str) -> str:
    """Return the way from one file to another; to a page, to its folder."""
    way = relpath(file, dirname(source) or ".")
    way = f"{dirname(way)}/" if way.endswith("index.html") and dirname(way) else way
    return quote("./" if way == "index.html" else way, safe="/=,~")
