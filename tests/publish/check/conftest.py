"""A text with every verdict in it, checked by hand, for the tests of the checker's front doors."""

from datetime import date
from html.parser import HTMLParser

import pytest

from onrecord.publish.check_asked import Asked
from onrecord.publish.views.check import check_record
from onrecord.publish.web import check_pages
from onrecord.publish.web.app import create_app
from onrecord.vocabulary.verdicts import (
    Answer,
    CheckedClaim,
    CheckedSentence,
    CheckedText,
    Evidence,
    Filled,
    Finding,
    Nothing,
    Reason,
    Verdict,
)

HEADING = "The year 2014 at the Council"
BOTH = "Kazakhstan voted for the resolution on Belarus and abstained on Sri Lanka."
ALL = "It abstained on all the texts on Syria, the ministry said."
OPINION = "This was a regrettable <script>alert(1)</script> choice."
VISITS = "No rapporteur on food ever visited it."
UNREAD = "Its delegation sat under item 7 with 12 others."
TEXT = f"{HEADING}\n\n{BOTH} {ALL} {OPINION}\n\n{VISITS} {UNREAD}\n"

BELARUS = Evidence(
    "hrc-res-26-25/KAZ", "Kazakhstan voted against A/HRC/RES/26/25.", "A/HRC/RES/26/25",
    "https://undocs.org/en/A/HRC/RES/26/25", "/votes/A-HRC-RES-26-25",
)  # fmt: skip
LANKA = Evidence("hrc-res-25-1/KAZ", "Kazakhstan abstained on A/HRC/RES/25/1.", "A/HRC/RES/25/1")
FORGED = Evidence("x", "A row with an address of another kind.", "a source", "javascript:alert(1)")


def _claim(words: str, finding: Finding, understood: str, **more) -> CheckedClaim:
    start = TEXT.index(words)
    typed = {"state": "KAZ", "period": {"from": date(2014, 1, 1), "to": date(2014, 12, 31)}, "empty": None}
    return CheckedClaim(words, start, start + len(words), understood, "vote", "position", typed, finding, **more)


CLAIMS = {
    BOTH: (
        _claim(
            "Kazakhstan voted for the resolution on Belarus",
            Finding(Verdict.REFUTED, "Kazakhstan voted against it.", "whole texts in 2014", n=1,
                    evidence=(LANKA,), counter_examples=(BELARUS,)),
            "Kazakhstan voted for A/HRC/RES/26/25",
        ),
        _claim(
            "abstained on Sri Lanka",
            Finding(Verdict.SUPPORTED, "Kazakhstan abstained on it.", n=1, evidence=(LANKA, FORGED)),
            "Kazakhstan abstained on A/HRC/RES/25/1",
            filled=(Filled("year", "2014", "the heading"), Filled("state", "KAZ", "“it”")),
        ),
    ),
    ALL: (
        _claim(
            "It abstained on all the texts on Syria",
            Finding(Verdict.CONFLICTING, "The answer depends on the reading.", answers=(
                Answer("whole texts", Verdict.SUPPORTED, "3 of 3 are abstentions.", 3),
                Answer("with amendments", Verdict.REFUTED, "3 of 4 are abstentions.", 4),
            )),
            "Kazakhstan abstained on every text on Syria in 2014", said_by="the ministry",
        ),
        _claim(ALL, Finding(Verdict.SUPPORTED, "It did.", evidence=(LANKA,)), "Kazakhstan abstained on a text"),
    ),
    VISITS: (
        _claim(
            VISITS,
            Finding(Verdict.NOT_ENOUGH_INFORMATION, "The list is not complete.", reason=Reason.OUTSIDE_COVERAGE),
            "Kazakhstan received no visit", unused=("ever",),
        ),
    ),
}  # fmt: skip
NOTHING = {HEADING: Nothing.HEADING, OPINION: Nothing.OPINION, UNREAD: Nothing.NOT_READ}


class Prepared:
    """Gives the same answer to its own text, and finds nothing in any other; notes what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple] = []

    def check(self, text, about=None, as_of=None, seconds=None, progress=None) -> CheckedText:
        self.asked.append((text, about, as_of, seconds))
        if text != TEXT:
            only = CheckedSentence(text, 0, len(text), nothing=Nothing.OPINION)
            return CheckedText(text, (only,), about, "given", as_of, "given")
        sentences = tuple(
            CheckedSentence(s, TEXT.index(s), TEXT.index(s) + len(s), CLAIMS.get(s, ()), NOTHING.get(s), "why not")
            for s in (HEADING, BOTH, ALL, OPINION, VISITS, UNREAD)
        )
        return CheckedText(
            TEXT, sentences, "KAZ", "the state named most", date(2014, 12, 31), "the heading", "to 2026", ("One note.",)
        )


@pytest.fixture
def text() -> str:
    """The text that the prepared checker knows."""
    return TEXT


@pytest.fixture
def prepared() -> Prepared:
    return Prepared()


@pytest.fixture
def view(record, prepared):
    return check_record(record, prepared.check(TEXT), Asked(TEXT))


@pytest.fixture
def client(record, prepared):
    from starlette.testclient import TestClient

    app = create_app(record)
    app.dependency_overrides[check_pages.checker] = lambda: prepared
    with TestClient(app, follow_redirects=False) as one:
        yield one


class Words(HTMLParser):
    """The words of a page, its element ids, links and scripts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids, self.links, self.tags, self.marked, self._in_mark = [], [], [], [], 0
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.tags.append((tag, given))
        self.ids += [given["id"]] if "id" in given else []
        self.links += [given["href"]] if tag == "a" else []
        self._in_mark += tag == "mark"

    def handle_endtag(self, tag):
        self._in_mark -= tag == "mark"

    def handle_data(self, data):
        if self._in_mark:
            self.marked.append(data)


@pytest.fixture
def parsed() -> type[Words]:
    """Reads a page."""
    return Words
