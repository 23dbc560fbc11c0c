"""The pages of methods: each says formula, source and limits under the same headings, and its example runs."""

import doctest
import re
from pathlib import Path

import pytest

from onrecord.publish.views.guide import guide, guide_page, method_pages
from onrecord.publish.views.methods import methods_record
from onrecord.record.store import Record

DOCS = Path(__file__).parents[2] / "docs"
PAGES = {path.stem: path for path in sorted((DOCS / "methods").glob("*.md"))}
HEADINGS = ["Formula", "Source", "When not to use it", "What the choices change", "Worked example"]
AS_PRINTED = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS

_FENCE = re.compile(r"^```(?P<kind>[^\n]*)\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE)


def test_there_are_pages_of_methods():
    assert len(PAGES) >= 1


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_the_headings_of_every_method(name):
    shown = guide_page(f"methods/{name}")
    assert [heading.text for heading in shown.headings if heading.text in HEADINGS] == HEADINGS
    assert shown.opening.endswith((".", ":"))
    for heading in shown.headings:
        part = shown.html.split(f'id="{heading.place}"')[1].partition("<h2")[0]
        assert len(re.sub(r"<[^>]+>", " ", part).split()) > 8, f"{heading.text} says next to nothing"


@pytest.mark.parametrize("name", PAGES)
def test_the_worked_example_gives_what_the_page_prints(name):
    text = PAGES[name].read_text(encoding="utf-8")
    example = text.partition("## Worked example")[2].partition("\n## ")[0]
    assert any(fence["kind"] == "pycon" for fence in _FENCE.finditer(example)), "no example to run"
    run = _run(text, name)
    assert run.attempted
    assert run.failed == 0


def test_an_example_that_gives_something_else_is_found(capsys):
    assert _run("```pycon\n>>> 1 + 1\n3\n```\n", "wrong").failed == 1
    assert "Expected" in capsys.readouterr().out


def _run(text: str, name: str) -> doctest.TestResults:
    """Run the lines of a page's examples in order, in a namespace of their own."""
    fences = "\n".join(fence["text"] for fence in _FENCE.finditer(text) if fence["kind"] == "pycon")
    test = doctest.DocTestParser().get_doctest(fences, {}, name, name, 0)
    return doctest.DocTestRunner(verbose=False, optionflags=AS_PRINTED).run(test)


def test_each_page_is_reached_from_the_index_the_guide_and_the_methods():
    index = (DOCS / "methods.md").read_text(encoding="utf-8")
    assert [name for name in PAGES if f"](methods/{name}.md)" not in index] == []
    assert [one.name for one in method_pages()] == [f"methods/{name}" for name in PAGES]
    assert guide().parts[-1].documents == methods_record(Record()).pages == method_pages()
    assert [one.page for one in method_pages()] == [f"/guide/methods/{name}" for name in PAGES]
