"""Makes a drawn SVG fit to be kept: exact in size, light, titled, and as wide in any typeface as in its own."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from onrecord.publish.charts.chart import Chart
from onrecord.publish.charts.letters import width
from onrecord.publish.charts.picture import FAMILIES, MARGIN, size

_SVG = "http://www.w3.org/2000/svg"
_INHERITED = (
    "fill", "font-family", "font-size", "font-style", "font-weight", "stroke", "stroke-width", "text-anchor",
)  # fmt: skip
_IDLE = ("aria-hidden", "aria-label", "aria-roledescription", "class", "pointer-events", "role", "version")
"""Attributes that say nothing in a picture whose words stand in its title, its description and its table."""

_SHORT = 4
"""Letters of a text whose width need not be fixed: a number or a mark has room in any typeface."""

_PLACES = {"d", "transform", "x", "x2", "y", "y2"}
_LONG = re.compile(r"-?\d+\.\d{2,}")
"""Places finer than a tenth of a unit, which no eye sees."""

_MOVED = re.compile(r"translate\(([-\d.]+),([-\d.]+)\)")


def tidied(svg: str, chart: Chart, base: str = "") -> str:
    """Return a chart's SVG cut to its frame, with its title and description, without what no reader sees.

    Each longer text is given the width it has in the typeface of pictures: where another one stands in for it, its
    letters are narrowed or widened, and nothing runs over.
    """
    ElementTree.register_namespace("", _SVG)
    root = ElementTree.fromstring(svg)
    _cut(root, chart, base)
    for parent in list(root.iter()):
        for child in list(parent):
            _split(parent, child)
    for element in list(root.iter()):
        _lighten(element)
    _share(root)
    _name(root, chart)
    return ElementTree.tostring(root, encoding="unicode")


def _cut(root: ElementTree.Element, chart: Chart, base: str) -> None:
    """Show the frame alone: what the drawing engine leaves around it rests on a guess of how wide words are."""
    frame, origin = size(chart, base), root.find(f"{{{_SVG}}}g")
    moved = _MOVED.search(origin.get("transform", "")) if origin is not None else None
    if frame is None or moved is None:
        return
    left, top = float(moved[1]) - chart.room.left - MARGIN, float(moved[2]) - MARGIN
    root.set("width", str(frame[0]))
    root.set("height", str(frame[1]))
    root.set("viewBox", f"{left:g} {top:g} {frame[0]} {frame[1]}")
    for paper in root.findall(f"{{{_SVG}}}rect"):
        paper.attrib.update({"x": f"{left:g}", "y": f"{top:g}", "width": str(frame[0]), "height": str(frame[1])})


def _split(parent: ElementTree.Element, text: ElementTree.Element) -> None:
    """Make each line of a text one of its own, as only those can be given a width everywhere."""
    spans = list(text) if text.tag == f"{{{_SVG}}}text" else []
    if not spans:
        return
    place, down = list(parent).index(text), 0.0
    parent.remove(text)
    for i, span in enumerate(spans):
        down += float(span.get("dy", 0))
        line = ElementTree.Element(text.tag, dict(text.attrib))
        line.text = span.text
        if down:
            line.set("y", f"{down:g}")
        parent.insert(place + i, line)


def _lighten(element: ElementTree.Element) -> None:
    for name in _IDLE:
        element.attrib.pop(name, None)
    for name in _PLACES & element.attrib.keys():
        element.set(name, _LONG.sub(lambda number: f"{float(number[0]):.1f}", element.attrib[name]))
    if element.get("opacity") == "1":
        del element.attrib["opacity"]
    for child in [c for c in element if _unseen(c)]:
        element.remove(child)
    if element.tag == f"{{{_SVG}}}text":
        _fix(element)


def _unseen(element: ElementTree.Element) -> bool:
    if element.get("display") == "none" or element.get("opacity") == "0" or element.get("d") == "":
        return True
    return element.get("class") == "background" and not {"fill", "stroke"} & element.attrib.keys()


def _fix(text: ElementTree.Element) -> None:
    words, letters = text.text or "", float(text.get("font-size", "11").removesuffix("px"))
    text.set("font-size", f"{letters:g}")
    if len(words) > _SHORT:
        text.set("textLength", f"{width(words, letters, text.get('font-weight') in {'600', 'bold'}):.1f}")
        text.set("lengthAdjust", "spacingAndGlyphs")


def _share(root: ElementTree.Element) -> None:
    """Say once, on their group, what all the marks of a group have alike."""
    root.set("font-family", FAMILIES)
    for group in _groups(root):
        marks = list(group)
        for name in _INHERITED:
            values = {mark.get(name) for mark in marks}
            if name == "font-family" and values <= {None, FAMILIES}:
                _drop(marks, name)
            elif len(marks) > 1 and len(values) == 1 and None not in values:
                group.set(name, marks[0].get(name, ""))
                _drop(marks, name)


def _drop(marks: list[ElementTree.Element], name: str) -> None:
    for mark in marks:
        mark.attrib.pop(name, None)


def _groups(root: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """Yield the groups that hold marks and no other groups."""
    for group in root.iter(f"{{{_SVG}}}g"):
        if len(group) and all(mark.tag != group.tag for mark in group):
            yield group


def _name(root: ElementTree.Element, chart: Chart) -> None:
    """Give the picture its name and description, for readers who do not see it."""
    for place, (tag, words) in enumerate((("title", chart.title), ("desc", chart.alt))):
        element = ElementTree.Element(f"{{{_SVG}}}{tag}")
        element.text = words
        root.insert(place, element)
    root.set("role", "img")
