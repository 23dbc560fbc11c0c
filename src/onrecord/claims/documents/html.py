"""The main text of a web page, block by block."""

import re
from collections import Counter

from selectolax.lexbor import LexborHTMLParser, LexborNode

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
_BLOCKS = frozenset(
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
_APART = frozenset(
    ["p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote", "pre", "article", "section", "figure"]
)
_LEAST = 200


def html_text(page: str, name: str) -> tuple[str | None, str]:
    """Return the title and the main text of a page: a line for each block, a bullet for each list item."""
    _look_at_nesting(page, name)
    tree = LexborHTMLParser(page.replace("\0", ""))
    found = tree.css_first("title")
    title = " ".join(found.text(deep=True).split()) if found else ""
    for node in tree.css(_DROPPED):
        node.decompose()
    body = tree.body
    return title or None, _lines(_main(tree, body)) if body else ""


def _look_at_nesting(page: str, name: str) -> None:
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


def _lines(root: LexborNode) -> str:
    """Return the text below a node with its blocks on lines; walks without recursion, pages may be deep."""
    out = _Lines()
    node: LexborNode | None = root
    inside = True
    while node is not None:
        if inside:
            out.enter(node)
            if node.child is not None and node.tag != "br":
                node = node.child
                continue
        out.leave(node)
        if node.mem_id == root.mem_id:
            break
        inside = node.next is not None
        node = node.next if inside else node.parent
    return out.text()


class _Lines:
    """The lines of a page while its nodes are walked."""

    def __init__(self) -> None:
        self._done: list[str] = []
        self._line: list[str] = []
        self._pre = 0

    def enter(self, node: LexborNode) -> None:
        """Take a node's own text, or begin its block."""
        tag = node.tag or ""
        if tag == "-text":
            self._take(node.text_content or "")
        elif tag == "br":
            self._end()
        elif tag in ("td", "th"):
            self._cell()
        elif tag in _BLOCKS:
            self._end(tag in _APART)
        if tag == "li":
            self._line.append("• ")
        self._pre += tag == "pre"

    def leave(self, node: LexborNode) -> None:
        """End the node's block."""
        tag = node.tag or ""
        if tag in _BLOCKS:
            self._end(tag in _APART)
        self._pre -= tag == "pre"

    def _take(self, text: str) -> None:
        if not self._pre:
            self._line.append(text)
            return
        for at, line in enumerate(text.split("\n")):
            if at:
                self._end()
            self._line.append(line)

    def _cell(self) -> None:
        if "".join(self._line).strip():
            self._line.append(" | ")

    def _end(self, apart: bool = False) -> None:
        line = " ".join("".join(self._line).split())
        if line == "•":
            return
        self._line = []
        if line:
            self._done.append(line)
        if apart and self._done and self._done[-1]:
            self._done.append("")

    def text(self) -> str:
        """Return all lines."""
        self._end()
        return "\n".join(self._done).strip() + "\n"
