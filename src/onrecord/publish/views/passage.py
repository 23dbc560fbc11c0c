"""A passage of a document that was read: what was read there, the lines around it, and how it is cited."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from onrecord.publish.views.cited_as import CitedAs, cited_as
from onrecord.publish.views.readings import DocumentHead, document_head
from onrecord.publish.wording.statements import said
from onrecord.record.archive.document import KeptDocument
from onrecord.record.archive.documents import Archive
from onrecord.sources.documents.opened import Opened
from onrecord.sources.passages import PassageLine, passage
from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.places import Place
from onrecord.vocabulary.statements import Left, Statement


@dataclass(frozen=True, slots=True)
class SaidThere:
    """A statement of the passage, in words and as printed, with how it is cited; None for what was left there."""

    says: str
    printed: str
    cited_as: CitedAs | None


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage: the words to cite it by, where it stands, what was read there, and the lines around it."""

    text: str
    document: DocumentHead
    place: str
    url: str | None
    said: tuple[SaidThere, ...]
    more: int
    lines: tuple[PassageLine, ...]


MOST = 20
"""How many statements of one place are shown: a record of a vote has one for each state."""

_PARTS = re.compile(r"(?P<name>page|paragraph|row)\s+(?P<value>[\w.]+)\s*,?\s*", re.IGNORECASE)


def document_passage(archive: Archive, named: str, at: str) -> Passage:
    """Return a passage of a document: ``at`` is an item's number ("95.42") or a place as statements name it.

    NotInVocabulary for a document that was not read, and for a place where nothing stands.
    """
    document = archive.document(named)
    asked = _place(at)
    there = list(_there(archive, document, at.strip(), asked))
    first = there[0] if there else None
    where = first.place if first else asked
    if where is None:
        raise NotInVocabulary("place", at, _EXPECTED, _near(archive, document, at))
    opened = Opened(archive.bytes_of(document), document.name)
    lines = passage(opened, where, first.printed if first else "")
    if not there and not lines:
        raise NotInVocabulary("place", at, _EXPECTED, _near(archive, document, at))
    found = tuple(_said(one, document) for one in there[:MOST])
    printed = first.printed if first else " ".join(line.text for line in lines if line.asked)
    head, url = document_head(document), next((one.cited_as.url for one in found if one.cited_as), document.url)
    return Passage(_words(head, where, printed, url), head, str(where), url, found, max(0, len(there) - MOST), lines)


_EXPECTED = 'an item as "95.42", or a place as "page 18, row 777", at which something stands in the document'


def _place(at: str) -> Place | None:
    """Return the place that words name, "page 18, row 777"; None where they name none."""
    parts = {match["name"].casefold(): match["value"] for match in _PARTS.finditer(at)}
    rest = _PARTS.sub("", at).strip(" ,")
    numbers = {name: parts[name] for name in ("page", "row") if name in parts}
    if not parts or not all(number.isascii() and number.isdigit() for number in numbers.values()):
        return None
    page, row = (int(numbers[name]) if name in numbers else None for name in ("page", "row"))
    return Place(page, parts.get("paragraph"), row, rest or None)


def _there(archive: Archive, document: KeptDocument, at: str, asked: Place | None) -> Iterator[Statement | Left]:
    """Yield what was read at a place, or of an item, in the document's order."""
    for one in archive.statements(document):
        if _is_at(one.place, asked) if asked else _is_called(one, document, at):
            yield one


def _is_called(one: Statement | Left, document: KeptDocument, at: str) -> bool:
    called = {one.place.paragraph, one.place.field, str(one.place)}
    return at in called or (isinstance(one, Statement) and at == cited_as(one, document).item)


def _is_at(place: Place, asked: Place) -> bool:
    pairs = (
        (place.page, asked.page), (place.paragraph, asked.paragraph), (place.row, asked.row), (place.field, asked.field)
    )  # fmt: skip
    return all(wanted is None or has == wanted for has, wanted in pairs)


def _near(archive: Archive, document: KeptDocument, at: str) -> tuple[str, ...]:
    """Return a few places of the document that begin as the one asked for does, else its first."""
    places = dict.fromkeys(one.place.paragraph or str(one.place) for one in archive.statements(document))
    fitting = [one for one in places if one.startswith(at.partition(".")[0])]
    return tuple(islice(fitting or places, 5))


def _said(one: Statement | Left, document: KeptDocument) -> SaidThere:
    if isinstance(one, Left):
        return SaidThere(f"left: {one.why}; expected {one.expected}", one.printed, None)
    return SaidThere(said(one.says), one.printed, cited_as(one, document))


def _words(head: DocumentHead, where: Place, printed: str, url: str | None) -> str:
    """Return the words to cite a passage by: document, place, what is printed there, address, hash."""
    address = f" {url}." if url else ""
    got = f" Got on {head.retrieved}." if head.retrieved else ""
    return f"{head.symbol or head.name}, {where}: “{' '.join(printed.split())}”.{address}{got} SHA-256 {head.sha256}."
