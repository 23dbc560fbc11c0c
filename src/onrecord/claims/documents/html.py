"""The main text of a web page, block by block."""

from selectolax.lexbor import LexborNode

from onrecord.sources.printed.web_page import BLOCKS, main_part, walked

_APART = frozenset(
    ["p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote", "pre", "article", "section", "figure"]
)


def html_text(page: str, name: str) -> tuple[str | None, str]:
    """Return the title and the main text of a page: a line for each block, a bullet for each list item."""
    title, root = main_part(page, name)
    return title, _lines(root) if root else ""


def _lines(root: LexborNode) -> str:
    """Return the text below a node with its blocks on lines."""
    out = _Lines()
    for node, entered in walked(root):
        if entered:
            out.enter(node)
        else:
            out.leave(node)
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
        elif tag in BLOCKS:
            self._end(tag in _APART)
        if tag == "li":
            self._line.append("• ")
        self._pre += tag == "pre"

    def leave(self, node: LexborNode) -> None:
        """End the node's block."""
        tag = node.tag or ""
        if tag in BLOCKS:
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
