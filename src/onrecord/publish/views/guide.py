"""The guide: the documents of docs/ as pages of the site, each with its headings and its links made ours."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import count, pairwise
from pathlib import Path
from posixpath import dirname, normpath

from markdown_it import MarkdownIt
from markdown_it.token import Token

from onrecord.publish.languages.words import message
from onrecord.vocabulary.errors import NotInVocabulary, RecordMissing


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading within a document, with its place on the page."""

    text: str
    place: str


@dataclass(frozen=True, slots=True)
class GuidePage:
    """One document: its title, its first sentence, its HTML, the headings in it.

    ``name`` is its file's in docs/ without the ending, with the folder of one that is not at the top: methods/rice.
    """

    name: str
    title: str
    opening: str
    html: str
    headings: tuple[Heading, ...]
    page: str


@dataclass(frozen=True, slots=True)
class GuideLine:
    """A document in the list of all."""

    name: str
    title: str
    opening: str
    page: str


@dataclass(frozen=True, slots=True)
class GuidePart:
    """Documents that belong together."""

    title: str
    documents: tuple[GuideLine, ...]


@dataclass(frozen=True, slots=True)
class Guide:
    """All documents: those for one kind of reader first."""

    parts: tuple[GuidePart, ...]
    page: str = "/guide"


STARTS = ("researcher", "journalist", "desk-officer", "political-scientist", "developer")
"""The documents that begin with a reader: start in five minutes."""

METHODS = "methods"
"""The document that lists the methods, and the folder of those that explain one each."""

_PLACE = re.compile(r"[^\w]+")


def docs_folder() -> Path:
    """Return the folder of documents: the wheel's own, or the checkout's. Raises RecordMissing if there is neither."""
    for folder in (Path(str(files("onrecord"))) / "docs", Path(__file__).parents[4] / "docs"):
        if (folder / "architecture.md").exists():
            return folder
    raise RecordMissing("docs: expected a folder of documents beside the code, found none; install onrecord anew")


def guide() -> Guide:
    """Return the list of documents."""
    names = _names()
    starts = [name for name in STARTS if name in names]
    rest = [name for name in names if name not in starts and "/" not in name]
    return Guide(
        (
            GuidePart(message("Start in five minutes"), tuple(_line(name) for name in starts)),
            GuidePart(message("All documents"), tuple(_line(name) for name in rest)),
            GuidePart(message("Methods, one page each"), method_pages()),
        )
    )


def method_pages() -> tuple[GuideLine, ...]:
    """Return the documents that explain one method each, by name."""
    return tuple(_line(name) for name in _names() if name.startswith(f"{METHODS}/"))


def guide_page(name: str) -> GuidePage:
    """Return one document; NotInVocabulary if there is none of that name."""
    if name not in _names():
        raise NotInVocabulary("document of the guide", name, "a document of the guide", _names())
    return _page(name)


def _names() -> tuple[str, ...]:
    folder = docs_folder()
    found = (*folder.glob("*.md"), *folder.glob(f"{METHODS}/*.md"))
    return tuple(sorted(path.relative_to(folder).with_suffix("").as_posix() for path in found))


def _line(name: str) -> GuideLine:
    found = _page(name)
    return GuideLine(name, found.title, found.opening, found.page)


@cache
def _page(name: str) -> GuidePage:
    text = (docs_folder() / f"{name}.md").read_text(encoding="utf-8")
    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = reader.parse(text)
    headings = tuple(_headings(tokens))
    for token in _all(tokens):
        _make_ours(token, dirname(name))
    title = _words(tokens[1])
    opening = next((_words(tokens[i + 1]) for i, t in enumerate(tokens) if t.type == "paragraph_open"), "")
    html = _reachable(reader.renderer.render(tokens[3:], reader.options, {}))
    return GuidePage(name, title, opening, html, headings, f"/guide/{name}")


def _reachable(html: str) -> str:
    """Return a document whose wide parts, which scroll by themselves, can be reached and scrolled by keyboard."""
    numbers = count(1)  # two regions of one name could not be told apart by ear
    framed = re.sub(
        "<table>",
        lambda _: f'<div class="scroll" role="region" tabindex="0" aria-label="Table {next(numbers)}"><table>',
        html,
    )
    return framed.replace("</table>", "</table></div>").replace("<pre>", '<pre tabindex="0">')


def _headings(tokens: list[Token]) -> list[Heading]:
    found = []
    for opening, words in pairwise(tokens):
        if opening.type == "heading_open" and opening.tag == "h2":
            heading = Heading(_words(words), _PLACE.sub("-", _words(words).casefold()).strip("-"))
            opening.attrSet("id", heading.place)
            found.append(heading)
    return found


def _words(inline: Token) -> str:
    return "".join(" " if part.type == "softbreak" else part.content for part in inline.children or ())


def _all(tokens: list[Token]) -> list[Token]:
    return [one for token in tokens for one in (token, *(token.children or ()))]


def _make_ours(token: Token, folder: str) -> None:
    """Turn links to other documents into links of the site; alignment of table cells into a class, not a style."""
    href = token.attrGet("href")
    if token.type == "link_open" and isinstance(href, str):
        token.attrSet("href", _address(href, folder))
    if token.type == "image":
        token.attrSet("src", re.sub(r"^(\.\./)?images/", "/guide/images/", str(token.attrGet("src"))))
    if token.type in {"td_open", "th_open"} and token.attrs.pop("style", None) == "text-align:right":
        token.attrSet("class", "num")


def _address(href: str, folder: str) -> str:
    """Return the address of what a document in a folder of docs/ links to: the page of a document, or what stands."""
    found = re.fullmatch(r"((?:\.\./)?[\w/-]+)\.md(#.*)?", href)
    return f"/guide/{normpath(f'{folder}/{found[1]}').lstrip('/')}{found[2] or ''}" if found else href
