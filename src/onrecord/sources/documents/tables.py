"""The tables of a web page as rows of cells, with the headings above them: what readers of saved pages share."""

from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from onrecord.sources.documents.opened import Opened
from onrecord.sources.printed import LARGEST
from onrecord.sources.printed.plain import declared, decoded
from onrecord.sources.printed.web_page import look_at_nesting
from onrecord.vocabulary.errors import UnreadableDocument

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "caption"))
_WIDEST = 40
_TALLEST = 1_000


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its table and its place in that, from 1; its cells, one that spans columns or rows standing in each.

    ``heads`` says that all its cells are header cells. ``own`` are the cells that stand in this row itself.
    """

    table: int
    row: int
    cells: tuple[str, ...]
    heads: bool
    own: int


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading or a table's caption."""

    text: str


def parsed(opened: Opened) -> tuple[str, LexborHTMLParser]:
    """Return a page's source and its tree, forms and all: the sites these pages come from keep them in one form."""
    if opened.size > LARGEST:
        raise UnreadableDocument(opened.name, "the whole file", f"at most {LARGEST:,} bytes", f"{opened.size:,}")
    with opened.open() as stream:
        data = stream.read()
    source = decoded(data, [], declared(data)).replace("\0", "")
    look_at_nesting(source, opened.name)
    tree = LexborHTMLParser(source)
    for node in tree.css("script, style, noscript, template"):
        node.decompose()
    return source, tree


def words(node: LexborNode) -> str:
    """Return a node's words with single spaces; where an element ends, words end."""
    return " ".join(node.text(deep=True, separator=" ").split())


def rows_and_headings(tree: LexborHTMLParser) -> Iterator[Row | Heading]:
    """Yield rows and headings in the page's order; rows that only hold other tables, for layout, are passed over."""
    if tree.body is None:
        return
    layout = {above.mem_id for table in tree.css("table") if (above := _row_above(table)) is not None}
    tables: dict[int, _Table] = {}
    for node in tree.body.traverse(include_text=False):
        if node.tag in _HEADINGS and (text := words(node)):
            yield Heading(text)
        elif node.tag == "tr" and node.mem_id not in layout:
            above = _above(node, "table")
            table = tables.setdefault(above.mem_id if above else 0, _Table(len(tables) + 1))
            yield table.row(node)


class _Table:
    """A table while its rows come: how many, and which cells reach down into the next ones."""

    def __init__(self, number: int) -> None:
        self.number, self.rows = number, 0
        self._down: dict[int, tuple[int, str]] = {}

    def row(self, node: LexborNode) -> Row:
        self.rows += 1
        cells: list[str] = []
        own = [child for child in node.iter() if child.tag in ("td", "th")]
        for child in own:
            self._fill(cells)
            text, wide, tall = words(child), _span(child, "colspan", _WIDEST), _span(child, "rowspan", _TALLEST)
            for _ in range(wide):
                if tall > 1:
                    self._down[len(cells)] = (tall - 1, text)
                cells.append(text)
        self._fill(cells)
        heads = bool(own) and all(child.tag == "th" for child in own)
        return Row(self.number, self.rows, tuple(cells), heads, len(own))

    def _fill(self, cells: list[str]) -> None:
        while len(cells) in self._down:
            left, text = self._down.pop(len(cells))
            if left > 1:
                self._down[len(cells)] = (left - 1, text)
            cells.append(text)


def _span(node: LexborNode, attribute: str, most: int) -> int:
    written = (node.attributes.get(attribute) or "1").strip()
    return min(max(int(written), 1), most) if written.isascii() and written.isdigit() and len(written) < 6 else 1


def _row_above(node: LexborNode) -> LexborNode | None:
    return _above(node, "tr")


def _above(node: LexborNode, tag: str) -> LexborNode | None:
    above = node.parent
    while above is not None and above.tag != tag:
        above = above.parent
    return above
