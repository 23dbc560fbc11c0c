"""A model may propose; the schema, the sentence and the record decide. The model is a local stand-in server."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import httpx
import pytest

from onrecord.claims.check import Checker
from onrecord.claims.context import Context
from onrecord.claims.propose import Endpoint, Proposer, schema
from onrecord.vocabulary.errors import ProposerFailed
from onrecord.vocabulary.verdicts import Verdict

SENTENCE = "Astana gave the thumbs down when Minsk was on the table in June 2013."
TEXTS = {"topics": [{"subject": "BLR"}], "period": {"first": "2013-06-01", "last": "2013-06-30"}}
RIGHT = {"type": "Positions", "states": ["KAZ"], "stance": "against", "texts": TEXTS}


class StandIn:
    """A server that answers every question with what it is told to, and keeps what it was asked."""

    def __init__(self) -> None:
        self.answer: object = {"claims": []}
        self.status = 200
        self.asked: list[dict] = []
        self.keys: list[str | None] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                outer.asked.append(json.loads(body))
                outer.keys.append(self.headers.get("Authorization"))
                content = outer.answer if isinstance(outer.answer, str) else json.dumps(outer.answer)
                answer = json.dumps({"choices": [{"message": {"content": content}}]}).encode()
                self.send_response(outer.status)
                self.end_headers()
                self.wfile.write(answer)

            def log_message(self, format: str, *args: object) -> None:
                pass

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/v1"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


@pytest.fixture
def server() -> Iterator[StandIn]:
    one = StandIn()
    yield one
    one.server.shutdown()
    one.server.server_close()


@pytest.fixture
def asking(server: StandIn, checker: Checker) -> Iterator[Checker]:
    record = checker.record
    states = frozenset(s.iso3 for s in record.gazetteer.states)
    with httpx.Client(timeout=5) as client:
        yield Checker(record, Proposer(Endpoint(server.url, "stand-in", "secret"), states, client))


def test_without_a_proposer_the_sentence_is_not_read(checker: Checker) -> None:
    assert not any(c.finding.verdict is Verdict.SUPPORTED for c in checker.check(SENTENCE).claims)


def test_a_proposal_is_decided_by_the_record_and_marked(server: StandIn, asking: Checker) -> None:
    server.answer = {"claims": [RIGHT]}
    (claim,) = asking.check(SENTENCE).claims
    assert (claim.finding.verdict, claim.proposed_by) == (Verdict.SUPPORTED, "stand-in")
    assert [row.id for row in claim.finding.evidence] == ["hrc-res-23-15"]
    server.answer = {"claims": [{**RIGHT, "stance": "in favour"}]}
    (claim,) = asking.check(SENTENCE).claims
    assert claim.finding.verdict is Verdict.REFUTED


def test_the_question_has_the_schema_the_sentence_and_the_key(server: StandIn, asking: Checker) -> None:
    asking.check(SENTENCE, about="Kazakhstan")
    (asked,) = server.asked
    assert asked["response_format"]["json_schema"]["schema"] == schema()
    assert SENTENCE in asked["messages"][1]["content"]
    assert "KAZ" in asked["messages"][1]["content"]
    assert server.keys == ["Bearer secret"]


@pytest.mark.parametrize(
    ("item", "why"),
    [
        ({**RIGHT, "states": ["FRA"]}, "FRA"),
        ({**RIGHT, "texts": {**TEXTS, "period": {"first": "2014-01-01", "last": "2014-12-31"}}}, "2014"),
        ({**RIGHT, "texts": {**TEXTS, "n": 17}}, "17"),
        ({**RIGHT, "stance": "furious"}, "stance"),
        ({**RIGHT, "verdict": "supported"}, "verdict"),
        ({"type": "Opinion"}, "type"),
        ("a claim", "type"),
    ],
)
def test_what_the_sentence_or_the_schema_does_not_have_is_left_out(
    server: StandIn, asking: Checker, item: object, why: str
) -> None:
    server.answer = {"claims": [item]}
    checked = asking.check(SENTENCE)
    assert not any(claim.proposed_by for claim in checked.claims)
    assert why in " ".join(checked.notes)


@pytest.mark.parametrize(("answer", "status"), [("not JSON", 200), ({"nothing": 1}, 200), ({"claims": []}, 500)])
def test_a_server_that_fails_is_named_and_not_asked_again(
    server: StandIn, asking: Checker, answer: object, status: int
) -> None:
    server.answer, server.status = answer, status
    checked = asking.check(f"{SENTENCE} {SENTENCE}")
    assert server.url in checked.notes[0]
    assert len(server.asked) == 1


def test_no_server_at_all_is_an_error_with_its_address(checker: Checker) -> None:
    record = checker.record
    with httpx.Client(timeout=1) as client:
        nobody = Proposer(Endpoint("http://127.0.0.1:9/v1", "none"), frozenset({"KAZ"}), client)
        checked = Checker(record, nobody).check(SENTENCE)
        assert "127.0.0.1:9" in checked.notes[0]
        with pytest.raises(ProposerFailed, match=r"127\.0\.0\.1:9"):
            nobody.propose(checker.link(SENTENCE), Context())


def test_sentences_that_were_read_are_not_sent(server: StandIn, asking: Checker) -> None:
    asking.check("Kazakhstan voted against the resolution on Belarus in June 2013.")
    assert server.asked == []
