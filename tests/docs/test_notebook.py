"""The guide to notebooks: its examples give what it prints, and every name it lists is there."""

import doctest
import re
from pathlib import Path

import onrecord

TEXT = (Path(__file__).parents[2] / "docs" / "notebook.md").read_text(encoding="utf-8")

_EXAMPLE = re.compile(r"^```pycon\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def test_the_examples_give_what_the_page_prints():
    examples = "\n".join(_EXAMPLE.findall(TEXT))
    test = doctest.DocTestParser().get_doctest(examples, {}, "notebook", "notebook", 0)
    run = doctest.DocTestRunner(verbose=False, optionflags=doctest.NORMALIZE_WHITESPACE).run(test)
    assert run.attempted > 10
    assert run.failed == 0


def test_every_question_that_can_be_asked_is_listed():
    listed = set(re.findall(r"^\| `onrecord\.(\w+)\(", TEXT, re.MULTILINE))
    assert listed == set(onrecord.__all__) - {"__version__", "Record"}
