"""The coding of texts by situation: hand-worked cases, and the facts it works on."""

import csv
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from onrecord.record.parents import Parent, parents
from onrecord.record.rows import Prepared
from onrecord.record.situations import Coding, CodingRule, code, subjects_named
from onrecord.sources.facts import read_facts
from onrecord.vocabulary.texts import Text, TextKind

FACTS = Path(__file__).parents[2] / "facts"


@dataclass(frozen=True, slots=True)
class Term:
    term: str
    subject: str


@dataclass(frozen=True, slots=True)
class Reading:
    text_id: str
    subjects: str
    agrees: str = "yes"
    note: str | None = None


TERMS = (
    Term("Syrian Arab Republic", "SYR"),
    Term("Syria", "SYR"),
    Term("occupied Syrian Golan", "PSE"),
    Term("Occupied Palestinian Territory", "PSE"),
    Term("State of Palestine", "PSE"),
    Term("Sudan", "SDN"),
    Term("South Sudan", "SSD"),
    Term("Guinea", "GIN"),
    Term("Republic of Guinea", "GIN"),
    Term("Guinea-Bissau", "GNB"),
    Term("Israel", "PSE"),
    Term("Lebanon", "LBN"),
    Term("Côte d'Ivoire", "CIV"),
    Term("Cuba", "CUB"),
    Term("Sri Lanka", "LKA"),
)


def text(title: str, item: str | None = None, subject: str | None = None, session: str = "25") -> Text:
    return Text("t", session, None, TextKind.RESOLUTION, title, item, subject)


def coded(title: str, item: str | None = None, subject: str | None = None, session: str = "25") -> Coding:
    special = {"S-2": "LBN", "S-10": None, "S-11": "LKA"}
    (row,) = code([text(title, item, subject, session)], {}, TERMS, [], special)
    return row


@pytest.mark.parametrize(
    ("words", "subjects"),
    [
        ("Human rights in the occupied Syrian Golan", ("PSE",)),
        ("Situation of human rights in the Syrian Arab Republic", ("SYR",)),
        ("settlements in the Occupied Palestinian Territory and in the occupied Syrian Golan", ("PSE",)),
        ("Situation of human rights in South Sudan", ("SSD",)),
        ("the conflict in the Sudan, and South Sudan", ("SDN", "SSD")),
        ("cooperation with the Republic of Guinea-Bissau", ("GNB",)),
        ("Assistance to Cote d’Ivoire", ("CIV",)),
        ("CÔTE D'IVOIRE", ("CIV",)),
        ("caused by Israeli military operations", ()),
        ("the human rights of Sudanese refugees", ()),
        ("", ()),
    ],
)
def test_finds_whole_words_and_the_longest_term(words: str, subjects: tuple[str, ...]) -> None:
    assert subjects_named(words, TERMS) == subjects


def test_quotes_the_words_of_the_title_the_coding_rests_on() -> None:
    row = coded("Human rights in the occupied Syrian Golan", "7", "GOLAN HEIGHTS")
    assert (row.subject, row.rule) == ("PSE", CodingRule.TITLE)
    assert row.basis == 'title: "occupied Syrian Golan"'
    assert not row.read_by_eye


def test_takes_the_subject_of_a_special_session_where_the_title_names_nothing_else() -> None:
    title = "The grave situation of human rights in Lebanon caused by Israeli military operations"
    assert coded(title, session="S-2").rule == CodingRule.SPECIAL_SESSION
    assert coded("Deteriorating situation", session="S-2").subject == "LBN"
    disagreeing = coded("Situation of human rights in the Sudan", session="S-2")
    assert (disagreeing.subject, disagreeing.rule) == ("SDN", CodingRule.TITLE)
    assert coded("The impact of the economic crisis", session="S-10").subject is None


def test_takes_the_catalogue_heading_only_under_items_for_situations() -> None:
    title = "Implementation of Human Rights Council resolution 31/36"
    assert coded(title, "2", "ISRAEL - SETTLEMENT POLICY").rule == CodingRule.CATALOGUE
    assert coded(title, None, "ISRAEL").subject == "PSE"
    assert coded("Effects of foreign debt", "3", "SUDAN").rule == CodingRule.NONE


def test_takes_agenda_item_7_for_palestine_from_the_sixth_session_on() -> None:
    row = coded("Follow-up to the report of the Committee of independent experts", "7")
    assert (row.subject, row.rule, row.basis) == ("PSE", CodingRule.AGENDA_ITEM, "agenda item: 7")
    assert coded("Follow-up", "7", session="4").subject is None


def test_gives_a_text_that_concerns_none_exactly_one_row() -> None:
    row = coded("The right to development", "3", "RIGHT TO DEVELOPMENT")
    assert (row.subject, row.rule, row.note) == (None, CodingRule.NONE, None)


def test_gives_one_row_per_situation() -> None:
    rows = code([text("The Sudan and South Sudan", "10")], {}, TERMS, [], {})
    assert [row.subject for row in rows] == ["SDN", "SSD"]


def test_gives_an_amendment_its_parent_s_coding_even_where_that_was_read_by_eye() -> None:
    parent = Text("p", "2", None, TextKind.DECISION, "Implementation of resolution 60/251", "2", None)
    amendment = Text("a", "2", None, TextKind.AMENDMENT, "Implementation of resolution 60/251", "2", None)
    rows = code([amendment, parent], {"a": Parent("a", "p", "title equal")}, TERMS, [Reading("p", "SDN", "no")], {})
    assert [(row.text_id, row.subject, row.rule) for row in rows] == [
        ("a", "SDN", CodingRule.PARENT),
        ("p", "SDN", CodingRule.BY_EYE),
    ]
    assert rows[0].basis == "parent text: p"


def test_codes_an_amendment_without_a_parent_by_its_own_title() -> None:
    amendment = Text("a", "53", None, TextKind.AMENDMENT, "Situation of human rights in the Sudan", None, None)
    (row,) = code([amendment], {"a": Parent("a", None, "no parent text in the record")}, TERMS, [], {})
    assert (row.subject, row.rule) == ("SDN", CodingRule.TITLE)


def test_lets_a_reading_override_and_keeps_what_the_rules_said() -> None:
    moved = text("Motion (Cuba) to close the debate on Sri Lanka", session="S-11")
    (row,) = code([moved], {}, TERMS, [Reading("t", "LKA", "no", "Cuba moved it")], {"S-11": "LKA"})
    assert (row.subject, row.rule, row.read_by_eye) == ("LKA", CodingRule.BY_EYE, True)
    assert row.note == 'Cuba moved it; by rule \'title\': CUB LKA (title: "Cuba", "Sri Lanka")'


def test_keeps_the_rule_where_a_reading_agrees() -> None:
    (row,) = code([text("The Sudan")], {}, TERMS, [Reading("t", "SDN", "yes", "as titled")], {})
    assert (row.rule, row.read_by_eye, row.note) == (CodingRule.TITLE, True, "as titled")
    (none,) = code([text("The right to food", "3")], {}, TERMS, [Reading("t", "none")], {})
    assert (none.subject, none.rule, none.read_by_eye) == (None, CodingRule.NONE, True)


def rows_of(name: str) -> list[dict[str, str]]:
    with (FACTS / name).open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def twice(values: list[str]) -> list[str]:
    return [value for value, count in Counter(values).items() if count > 1]


@cache
def prepared() -> Prepared:
    return Prepared(read_facts(FACTS))


def test_subjects_are_listed_once_with_slugs_of_their_own() -> None:
    subjects = rows_of("situations/subjects.csv")
    assert not twice([row["subject"] for row in subjects])
    assert not twice([row["slug"] for row in subjects])
    assert {row["kind"] for row in subjects} == {"state", "territory"}
    assert all(row["label"].strip() for row in subjects)


def test_terms_are_listed_once_and_name_known_subjects() -> None:
    known = {row["subject"] for row in rows_of("situations/subjects.csv")}
    terms = rows_of("situations/terms.csv")
    assert not twice([row["term"].casefold() for row in terms])
    assert {row["subject"] for row in terms} <= known


def test_readings_are_one_per_text_and_name_known_subjects() -> None:
    known = {row["subject"] for row in rows_of("situations/subjects.csv")} | {"none"}
    readings = rows_of("situations/readings.csv")
    assert not twice([row["text_id"] for row in readings])
    assert {subject for row in readings for subject in row["subjects"].split()} <= known
    assert all(row["note"] for row in readings if row["agrees"] == "no")


def test_every_text_was_read_and_agrees_says_whether_the_rules_concur() -> None:
    facts, texts = prepared().facts, prepared().texts
    special = {s.session: s.subject for s in facts.sessions if s.session.startswith("S-")}
    by_rule: dict[str, set[str]] = {}
    for row in code(texts, parents(texts), facts.terms, [], special):
        by_rule.setdefault(row.text_id, set()).add(row.subject or "none")
    readings = {row.text_id: row for row in facts.readings}
    assert set(by_rule) == set(readings)
    wrong = [
        text_id
        for text_id, row in readings.items()
        if (set(row.subjects.split()) == by_rule[text_id]) != (row.agrees == "yes")
    ]
    assert not wrong


@pytest.mark.parametrize(
    ("subject", "symbols"),
    [
        ("LKA", "25/1 22/1"),
        ("SYR", "25/23 26/23 27/16 22/24 23/26 24/22 23/1"),
        ("IRN", "25/24 22/23"),
        ("PRK", "25/25"),
        ("BLR", "26/25 23/15"),
        ("UKR", "26/30"),
        ("PSE", "25/27 25/28 25/29 25/30 25/31 S-21/1"),
    ],
)
def test_texts_of_2013_and_2014_come_out_as_known(subject: str, symbols: str) -> None:
    readings = {row["text_id"]: row["subjects"] for row in rows_of("situations/readings.csv")}
    assert {readings[f"A/HRC/RES/{symbol}"] for symbol in symbols.split()} == {subject}


def test_sessions_hold_every_vote_of_theirs() -> None:
    sessions = {row["session"]: row for row in rows_of("hrc/sessions.csv")}
    assert not twice([row["session"] for row in rows_of("hrc/sessions.csv")])
    outside = [
        row["rollcall_id"]
        for row in rows_of("hrc/rollcalls.csv")
        if not (
            sessions[row["session"]]["opened"] <= row["date"] <= sessions[row["session"]]["closed"]
            and sessions[row["session"]]["closed"]
        )
    ]
    assert not outside


def test_sessions_items_and_item_readings_cite_listed_sources() -> None:
    sources = {row["source_id"] for path in FACTS.rglob("sources*.csv") for row in rows_of(str(path))}
    items = {row["item"] for row in rows_of("hrc/agenda_items.csv")}
    readings = rows_of("hrc/agenda_item_readings.csv")
    cited = [*rows_of("hrc/sessions.csv"), *rows_of("hrc/agenda_items.csv"), *readings]
    assert {row["source_id"] for row in cited} <= sources
    assert items == {str(number) for number in range(1, 11)}
    assert {row["agenda_item"] for row in readings} <= items
    assert not twice([row["text_id"] for row in readings])
    assert {row["text_id"] for row in readings} <= {text.text_id for text in prepared().texts}
