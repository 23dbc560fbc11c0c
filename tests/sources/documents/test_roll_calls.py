"""Roll calls in documents of every year and language: what is read, what is left, and what is refused."""

from contextlib import suppress
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.record.store import Record, shipped_record
from onrecord.sources.documents.opened import Found, Opened
from onrecord.sources.documents.roll_calls import READER
from onrecord.vocabulary.errors import OnRecordError, UnreadableDocument
from onrecord.vocabulary.positions import Position
from onrecord.vocabulary.rollcalls import Outcome
from onrecord.vocabulary.statements import (
    Left,
    OutcomeSaid,
    PositionSaid,
    SponsorRole,
    SponsorSaid,
    Statement,
    TallySaid,
    TextSaid,
    WhyLeft,
)
from onrecord.vocabulary.states import Gazetteer

RESOLUTION = """A/HRC/RES/58/3
Human Rights Council
Resolution adopted by the Human Rights Council
on 2 April 2025
58/3. Rights of some kind
Recalling Council resolution A/HRC/RES/49/1,
55th meeting
2 April 2025
[Adopted by a recorded vote of 4 to 2, with 1 abstention. The voting was as follows:3
In favour:
Angola, Bosnia and
Herzegovina, Hon-
duras and Kenya
A/HRC/RES/58/3 GE.25-11364
Against:
Czechia, Unites States of America
Abstaining:
Niger]
"""
REPORT = """Report of the Human Rights Council on its seventh session
217. At the 39th meeting, on 27 March 2008, the representative of Cuba introduced draft resolution A/HRC/7/L.9,
sponsored by Cuba and co-sponsored by Bolivia, the Sudan and Uganda. Subsequently, Algeria and Viet Nam joined the
sponsors.

218. A recorded vote was taken on the draft resolution. The draft resolution was adopted, by 2 votes to 1, with no
abstentions. The voting was as follows:
In favour: Angola, Azerbaijan;
Against: Canada.

219. At the same meeting, draft resolution A/HRC/7/L.10 was adopted without a vote.

220. Egypt introduced amendment A/HRC/7/L.20 to draft resolution A/HRC/7/L.11.

221. A recorded vote was taken on the amendment. The voting was as follows:
In favour:
Peru
Against:
Angola, Chad
Abstaining:
Cuba

222. The amendment was rejected by 1 vote to 2, with 1 abstention.

223. A recorded vote was taken on the draft resolution. The voting was as follows:
In favour:
Peru
Against:
Angola and Chad

Enhancement of rights
"""


@cache
def gazetteer() -> Gazetteer:
    return Record(shipped_record()).gazetteer


def opened(data: str | bytes, folder: Path) -> Opened:
    path = folder / "document"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return Opened(path, "document")


def read(data: str | bytes, folder: Path) -> list[Found]:
    return list(READER.read(opened(data, folder), gazetteer()))


def says(found: list[Found], kind: type) -> list:
    return [f.says for f in found if isinstance(f, Statement) and isinstance(f.says, kind)]


def left(found: list[Found]) -> list[tuple[WhyLeft, str]]:
    return [(f.why, f.printed) for f in found if isinstance(f, Left)]


def positions(found: list[Found]) -> dict[str, str]:
    """Each vote's positions as one line: "A/HRC/7/L.9 1": "AGO+ AZE+ CAN-"."""
    signs = {Position.YES: "+", Position.NO: "-", Position.ABSTAIN: "="}
    lines: dict[str, str] = {}
    for said in says(found, PositionSaid):
        key = f"{said.vote.symbol} {said.vote.ordinal}"
        lines[key] = f"{lines.get(key, '')} {said.state}{signs[said.position]}".strip()
    return lines


def test_a_resolution_is_read_with_its_footer(tmp_path: Path) -> None:
    found = read(RESOLUTION, tmp_path)
    assert positions(found) == {"A/HRC/RES/58/3 1": "AGO+ BIH+ HND+ KEN+ CZE- USA- NER="}
    assert [(t.yes, t.no, t.abstain) for t in says(found, TallySaid)] == [(4, 2, 1)]
    assert [o.outcome for o in says(found, OutcomeSaid)] == [Outcome.ADOPTED]
    assert [(t.date, t.meeting) for t in says(found, TextSaid)] == [(date(2025, 4, 2), "55")]
    assert left(found) == [(WhyLeft.SPELLING, "Unites States of America")]


def test_every_position_has_its_line(tmp_path: Path) -> None:
    rows = [f.place.row for f in read(RESOLUTION, tmp_path) if isinstance(f, Statement) and f.printed == "Kenya"]
    assert rows == [13]


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ("vote of 4 to 2", "vote of 5 to 2", WhyLeft.DISAGREES),
        ("Niger]", "Nigera]", WhyLeft.UNKNOWN_STATE),
        ("Niger]", "Niger", WhyLeft.CUT_SHORT),
        ("Niger]", "Kenya]", WhyLeft.DISAGREES),
        ("and Kenya", "and Angola", WhyLeft.REPEATED),
        ("Niger]", "Congo, Korea]", WhyLeft.UNCLEAR_STATE),
        ("In favour:", "In fabour", WhyLeft.DISAGREES),
    ],
)
def test_what_is_damaged_is_said(before: str, after: str, why: WhyLeft, tmp_path: Path) -> None:
    assert before in RESOLUTION
    assert why in {reason for reason, _ in left(read(RESOLUTION.replace(before, after), tmp_path))}


def test_lists_that_are_announced_and_missing_are_said(tmp_path: Path) -> None:
    found = read(RESOLUTION.split("In favour:", maxsplit=1)[0], tmp_path)
    assert WhyLeft.MISSING_FIELD in {why for why, _ in left(found)}


@pytest.mark.parametrize(
    ("footer", "tally"),
    [
        ("[Resolution adopted by a recorded vote of 30 votes to 15, with 2 abstentions.]", (30, 15, 2)),
        ("[Adopted by a recorded vote of 46 to none, with no abstentions.*]", None),
        ("[Adopted by a recorded vote of 46 to 1, with no abstentions.*]", (46, 1, 0)),
        ("[Adopted by a recorded vote of twenty-two votes to thirteen, with one abstention.]", (22, 13, 1)),
    ],
)
def test_footers_of_all_years(footer: str, tally: tuple[int, int, int] | None, tmp_path: Path) -> None:
    found = read(RESOLUTION.split("[", maxsplit=1)[0] + footer, tmp_path)
    assert [(t.yes, t.no, t.abstain) for t in says(found, TallySaid)] == [tally or (46, 0, 0)]


def test_adopted_without_a_vote(tmp_path: Path) -> None:
    found = read(RESOLUTION.split("[", maxsplit=1)[0] + "[Adopted without a vote.]", tmp_path)
    assert [o.outcome for o in says(found, OutcomeSaid)] == [Outcome.ADOPTED_WITHOUT_A_VOTE]
    assert not says(found, TallySaid)


def test_a_session_report_tells_its_votes_apart(tmp_path: Path) -> None:
    found = read(REPORT, tmp_path)
    assert positions(found) == {
        "A/HRC/7/L.9 1": "AGO+ AZE+ CAN-",
        "A/HRC/7/L.20 1": "PER+ AGO- TCD- CUB=",
        "A/HRC/7/L.11 1": "PER+ AGO- TCD-",
    }
    outcomes = {said.vote.symbol: said.outcome for said in says(found, OutcomeSaid)}
    assert outcomes == {
        "A/HRC/7/L.9": Outcome.ADOPTED,
        "A/HRC/7/L.10": Outcome.ADOPTED_WITHOUT_A_VOTE,
        "A/HRC/7/L.20": Outcome.REJECTED,
    }
    assert left(found) == []


def test_sponsors_at_each_stage(tmp_path: Path) -> None:
    told = [(said.symbol, said.state, said.role) for said in says(read(REPORT, tmp_path), SponsorSaid)]
    roles = [SponsorRole.MAIN, *[SponsorRole.CO] * 3, *[SponsorRole.JOINED] * 2]
    assert told == [
        ("A/HRC/7/L.9", s, r) for s, r in zip(["CUB", "BOL", "SDN", "UGA", "DZA", "VNM"], roles, strict=True)
    ]


def test_two_votes_on_one_text_have_ordinals(tmp_path: Path) -> None:
    again = REPORT + "\n224. A recorded vote was taken on A/HRC/7/L.11. The voting was as follows:\nIn favour:\nMali\n"
    assert positions(read(again, tmp_path))["A/HRC/7/L.11 2"] == "MLI+"


FRENCH = """<html><body><nav>Pour (3) : Mali</nav><main><h1>Le Conseil des droits de l'homme adopte une résolution</h1>
<p>Aux termes d'une résolution (A/HRC/49/L.5), adoptée par 2 voix contre 1, avec une abstention, il décide.</p>
<p>Les États suivants ont voté en faveur de la résolution (2) : Allemagne et États-Unis d'Amérique.</p>
<p>Les États suivants ont voté contre (2) : Chine.</p>
<p>Les États suivants se sont abstenus (1) : Inde.</p></main></body></html>"""


def test_a_french_release_keeps_both_witnesses(tmp_path: Path) -> None:
    found = read(FRENCH, tmp_path)
    assert positions(found) == {"A/HRC/49/L.5 1": "DEU+ USA+ CHN- IND="}
    assert [(t.yes, t.no, t.abstain) for t in says(found, TallySaid)] == [(2, 1, 1), (2, 2, 1)]
    assert [why for why, _ in left(found)] == [WhyLeft.DISAGREES, WhyLeft.DISAGREES]


def test_a_spanish_release(tmp_path: Path) -> None:
    page = """<html><body><h1>Consejo de Derechos Humanos</h1><p>La resolución A/HRC/49/L.5 fue aprobada por 2 votos a
    favor, 1 en contra y ninguna abstención.</p><p>A favor (2): Alemania y Estados Unidos de América.</p>
    <p>En contra (1): China.</p></body></html>"""
    found = read(page, tmp_path)
    assert positions(found) == {"A/HRC/49/L.5 1": "DEU+ USA+ CHN-"}
    assert left(found) == []


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00\x01\x02",
        b"PK\x03\x04broken",
        b"%PDF-1.4 broken",
        b"a,b\n1,2\n",
        "Human Rights Council".encode("utf-16"),
        b"rollcall_id,state,right,reason\nhrc-1,*,,(adopted without a vote) A/HRC/RES/56/18\n",
        b"# Notes on the Human Rights Council\n\nBehind `In favour:` and `Against:` stand names.\n",
        b"Of the Human Rights Council's texts 1,949 were adopted without a vote.\n12 abstaining: not against.\n",
        b"Human Rights Council: a letter\n\n1 See the Report of the Human Rights Council on its seventh session.\n",
        b"- Footers of the Human Rights Council: `[Adopted by a recorded vote of 21 to 5, with 21 abstentions.`\n",
    ],
)
def test_other_files_are_not_recognised(data: bytes, tmp_path: Path) -> None:
    assert READER.recognises(opened(data, tmp_path)) is False


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4 broken", b"PK\x03\x04broken", b"\n \n"])
def test_damaged_files_are_refused(data: bytes, tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument):
        read(data, tmp_path)


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252", "utf-8-sig"])
def test_odd_encodings_are_read(encoding: str, tmp_path: Path) -> None:
    text = RESOLUTION.replace("Angola", "Côte d’Ivoire")
    assert positions(read(text.encode(encoding), tmp_path))["A/HRC/RES/58/3 1"].startswith("CIV+ BIH+")


CHANGES = st.lists(st.tuples(st.integers(0, 2_000), st.binary(max_size=6)), max_size=8)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from([RESOLUTION, REPORT, FRENCH]), CHANGES)
def test_mutated_documents_raise_nothing_but_our_errors(tmp_path: Path, text: str, changes: list) -> None:
    data = bytearray(text.encode())
    for at, put in changes:
        data[at : at + len(put)] = put
    READER.recognises(opened(bytes(data), tmp_path))
    with suppress(OnRecordError):
        read(bytes(data), tmp_path)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=400))
def test_arbitrary_bytes_raise_nothing_but_our_errors(tmp_path: Path, data: bytes) -> None:
    READER.recognises(opened(data, tmp_path))
    with suppress(OnRecordError):
        read(data, tmp_path)
