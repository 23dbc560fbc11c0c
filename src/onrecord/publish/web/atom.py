"""A feed written as Atom (RFC 4287): each entry with a permanent id, its day, a sentence, its page and its document."""

from datetime import date
from xml.etree import ElementTree

from onrecord.publish.languages.language import spoken
from onrecord.publish.languages.words import unmarked
from onrecord.publish.views.feeds import Entry, Feed

ATOM = "application/atom+xml"
"""The media type of a feed."""

_NAMESPACE = "http://www.w3.org/2005/Atom"
"""The name of the language. Nothing is loaded from there."""


def atom(feed: Feed, base: str = "") -> bytes:
    """Return a feed as Atom; ``base`` begins the addresses of our pages, such as https://example.org."""
    site = f"{base}{spoken().prefix}"
    root = ElementTree.Element("feed", {"xmlns": _NAMESPACE, "xml:lang": spoken().value})
    _said(root, id=feed.id, title=feed.title, subtitle=feed.subtitle, updated=_moment(feed.updated))
    _author(root, base)
    _link(root, "self", f"{site}{feed.path}", ATOM)
    _link(root, "alternate", f"{site}{feed.page}", "text/html")
    for entry in feed.entries:
        _entry(ElementTree.SubElement(root, "entry"), entry, site)
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"


def _entry(element: ElementTree.Element, entry: Entry, site: str) -> None:
    day = _moment(entry.day)
    source = f" Source: {entry.source}." if entry.source else ""
    _said(element, id=entry.id, title=entry.title, updated=day, published=day, summary=f"{entry.text}{source}")
    ElementTree.SubElement(element, "category", {"term": entry.kind})
    _link(element, "alternate", f"{site}{entry.page}", "text/html")
    if entry.document and entry.document.url:
        _link(element, "related", entry.document.url)
    if entry.source_url:
        _link(element, "via", entry.source_url)


def _said(element: ElementTree.Element, **words: str) -> None:
    for name, text in words.items():
        ElementTree.SubElement(element, name).text = "".join(filter(_writable, unmarked(text)))


def _writable(letter: str) -> bool:
    """Whether XML can hold a letter: of the control characters it holds three."""
    return letter in "\t\n\r" or letter >= " "


def _author(element: ElementTree.Element, base: str) -> None:
    author = ElementTree.SubElement(element, "author")
    ElementTree.SubElement(author, "name").text = "onrecord"
    if base:
        ElementTree.SubElement(author, "uri").text = base


def _link(element: ElementTree.Element, rel: str, href: str, kind: str | None = None) -> None:
    ElementTree.SubElement(element, "link", {"rel": rel, "href": href} | ({"type": kind} if kind else {}))


def _moment(day: date) -> str:
    """Return the first moment of a day: a feed has no coarser measure of time."""
    return f"{day.isoformat()}T00:00:00Z"
