from collections.abc import Iterator
from random import Random

import pytest

from evaluation import generated
from onrecord.claims.check import Checker
from onrecord.claims.relation import Relation, Sample
from onrecord.record.store import Record

HELD = "Peru voted for resolution 25/1."
FALSE = "Peru voted against resolution 25/1."


def _samples(record: Record, chance: Random) -> Iterator[Sample]:
    while True:
        yield Sample(str(chance.random()), "", "r", "value")


def _relation(name: str) -> Relation:
    return Relation(name=name, read=lambda linked, context: [], decide={}, say={}, samples=_samples)


def test_lots_share_the_sentences_evenly_and_make_up_the_number() -> None:
    found = generated.chunks(1001, 7, [_relation("a"), _relation("b")])
    assert sum(c.size for c in found) == 1001
    assert {name: sum(c.size for c in found if c.relation == name) for name in "ab"} == {"a": 501, "b": 500}
    assert len({(c.relation, c.number) for c in found}) == len(found)


def test_the_same_lot_has_the_same_sentences_and_another_lot_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(generated, "relations", lambda: (_relation("a"),))
    record = Record()

    def texts(lot: generated.Chunk) -> list[str]:
        return [s.text for s in generated.drawn(record, lot)]

    lot = generated.Chunk("a", 0, 5, 7)
    assert len(texts(lot)) == 5
    assert texts(lot) == texts(lot)
    assert texts(lot) != texts(lot._replace(number=1))
    assert texts(lot) != texts(lot._replace(seed=8))


def test_a_sentence_must_be_supported_and_its_twin_refuted(checker: Checker) -> None:
    tally = generated.tallied(
        checker, iter([Sample(HELD, FALSE, "votes", "value"), Sample(FALSE, HELD, "votes", "rank")])
    )
    assert tally.measured() == {"generated_supported": 0.5, "twins_refuted": 0.5}
    assert [(f.of_twin, f.verdict) for f in tally.failures] == [(False, "refuted"), (True, "supported")]
    told = generated.report(tally)
    assert "2 different sentences" in told
    assert [line.split()[0] for line in told.splitlines()[2:6]] == ["votes", "rank", "value", "all"]
    assert f"twin: {HELD}" in told


def test_two_lots_add_up(checker: Checker) -> None:
    whole = generated.Tally()
    for _ in range(2):
        whole.add(generated.tallied(checker, iter([Sample(HELD, FALSE, "votes", "value")])))
    assert (whole.sentences.total(), len(whole.texts)) == (2, 1)
    assert whole.measured() == {"generated_supported": 1.0, "twins_refuted": 1.0}
    assert generated.Tally().measured() == {}
