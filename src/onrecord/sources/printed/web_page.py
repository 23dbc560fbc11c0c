"""Web pages: their main part, walked node by node, and its lines."""

import re
from collections import Counter
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from onrecord.sources.printed.lines import Line, Part, Printed
from onrecord.vocabulary.errors import UnreadableDocument

DEEPEST = 1_000
"""How deep the elements of a page may be nested; parsing takes time with the square of it."""

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_NOT_NESTED = re.compile(
    r"area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|html|head|body"
    r"|p|li|d[td]|t[dhr]|tbody|thead|tfoot|option|optgroup|colgroup|r[pt]"
)
_DROPPED = (
    "script, style, nav, footer, aside, form, noscript, template, svg, iframe, button, select, object, head, dialog, "
    "[hidden], [aria-hidden=true], [role=navigation], [role=banner], [role=contentinfo], [role=search]"
)
BLOCKS = frozenset(
    [
        "address",
        "article",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "tr",
        "ul",
        "caption",
    ]
)
_LEAST = 200


_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])


def main_part(page: str, name: str) -> tuple[str | None, LexborNode | None]:
    """Return the title of a page and the part of it that holds its main text, menus and the like left out."""
    look_at_nesting(page, name)
    tree = LexborHTMLParser(page.replace("\0", ""))
    found = tree.css_first("title")
    title = " ".join(found.text(deep=True).split()) if found else ""
    for node in tree.css(_DROPPED):
        node.decompose()
    body = tree.body
    return title or None, _main(tree, body) if body else None


def walked(root: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
    """Yield every node below a node as it is entered (True) and left; walks without recursion, pages may be deep."""
    node: LexborNode | None = root
    inside = True
    while node is not None:
        if inside:
            yield node, True
            if node.child is not None and node.tag != "br":
                node = node.child
                continue
        yield node, False
        if node.mem_id == root.mem_id:
            break
        inside = node.next is not None
        node = node.next if inside else node.parent


def page_printed(page: str, name: str) -> Printed:
    """Return the lines of a page's main text: one for each paragraph, list item, table cell and forced line break."""
    title, root = main_part(page, name)
    return Printed(tuple(_PageLines().read(root)) if root else (), title)


class _PageLines:
    """The lines of a page while its nodes are walked; a table in a cell is told apart by a number of its own."""

    def __init__(self) -> None:
        self._line: list[str] = []
        self._row = 0
        self._tables = 0
        self._open: list[list[int]] = []
        self._bold = self._heading = 0

    def read(self, root: LexborNode) -> Iterator[Line]:
        for node, entered in walked(root):
            tag = node.tag or ""
            if tag == "-text":
                if entered:
                    self._line.append(node.text_content or "")
                continue
            if tag in BLOCKS or tag in ("br", "td", "th"):
                yield from self._ended()
            self._step(tag, entered)
        yield from self._ended()

    def _step(self, tag: str, entered: bool) -> None:
        step = 1 if entered else -1
        self._bold += step * (tag in ("b", "strong"))
        self._heading += step * (tag in _HEADINGS)
        if tag == "table":
            self._table(entered)
        elif entered and self._open and tag == "tr":
            self._open[-1][1:] = [self._open[-1][1] + 1, 0]
        elif entered and self._open and tag in ("td", "th"):
            self._open[-1][2] += 1

    def _table(self, entered: bool) -> None:
        if entered:
            self._tables += 1
            self._open.append([self._tables, 0, 0])
        elif self._open:
            self._open.pop()

    def _ended(self) -> Iterator[Line]:
        text = " ".join("".join(self._line).split())
        self._line = []
        if not text:
            return
        self._row += 1
        at = self._open[-1] if self._open and self._open[-1][2] else None
        part = Part.CELL if at else Part.HEADING if self._heading else Part.BODY
        yield Line(text, self._row, None, part, (at[0], at[1], at[2]) if at else None, bold=self._bold > 0)


def look_at_nesting(page: str, name: str) -> None:
    """Refuse a page nested deeper than pages are, before it is parsed."""
    opened: Counter[str] = Counter()
    depth = 0
    for match in _TAG.finditer(page):
        tag = match[2].casefold()
        if _NOT_NESTED.fullmatch(tag) or (match[1] and not opened[tag]):
            continue
        step = -1 if match[1] else 1
        opened[tag] += step
        depth += step
        if depth > DEEPEST:
            found = f"more, at character {match.start():,}"
            raise UnreadableDocument(name, "its elements", f"at most {DEEPEST:,} inside one another", found)


def _main(tree: LexborHTMLParser, body: LexborNode) -> LexborNode:
    """Return the part of the page marked as its main text, where one is and it has text."""
    for selector in ("main", "[role=main]", "article"):
        parts = tree.css(selector)
        if len(parts) == 1 and len(parts[0].text(deep=True).strip()) >= _LEAST:
            return parts[0]
    return body
