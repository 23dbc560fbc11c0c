"""Reports of four terms, a brief and a letter, made once: two of one state, one interrupted, one of a small state."""

from collections.abc import Callable

import pytest

from onrecord.publish.reports.candidate_brief import candidate_brief
from onrecord.publish.reports.document import Document
from onrecord.publish.reports.letter import letter
from onrecord.publish.reports.term_report import term_report
from onrecord.record.store import Record

TERMS = (("KAZ", "2013-2015"), ("KAZ", "2022-2024"), ("LBY", "2010-2013"), ("MHL", "2020-2022"))

Made = Callable[[str], Document]


@pytest.fixture(scope="session")
def made(record: Record) -> Made:
    """A report by its name: "KAZ 2013-2015", "brief" or "letter"."""
    found: dict[str, Document] = {}

    def one(name: str) -> Document:
        if name not in found:
            found[name] = _make(record, name)
        return found[name]

    return one


def _make(record: Record, name: str) -> Document:
    if name == "brief":
        return candidate_brief(record, "2021-10-14", "EEG")
    if name == "letter":
        return letter(record, "KAZ", "2013-2015")
    state, term = name.split()
    return term_report(record, state, term)
