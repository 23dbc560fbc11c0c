"""Parents of amendments, by hand-worked cases with titles as the catalogue prints them."""

import csv
from pathlib import Path

from onrecord.record.parents import (
    DECIDED_BY_SUBJECT,
    EQUAL,
    NAMED,
    NEARLY_EQUAL,
    NO_PARENT,
    SHORTENED,
    Parent,
    normalised,
    parents,
)
from onrecord.vocabulary.texts import Text, TextKind

FACTS = Path(__file__).parents[2] / "facts"
READ_BY_EYE = {
    ("15", "15/27", "the situation of human rights in the sudan"),
    ("25", "25/18", "special rapporteur on the situation of human rights defenders"),
    (
        "29",
        "29/22",
        "protection of the family the contribution of the family to the realization of the right",
    ),
    ("31", "31/32", "protecting human rights defenders addressing economic social and cultural rights"),
    (
        "32",
        "32/23",
        "protection of the family the role of the family in supporting the protection and promotion",
    ),
    ("47", "47/24", "human rights and climate change"),
}
"""Session, parent and (start of the) title of every match by likeness, read by eye in November 2026."""

BELARUS = "Situation of human rights in Belarus in the run-up to the 2020 election and in its aftermath"


def text(text_id: str, title: str, kind: TextKind = TextKind.RESOLUTION, **others: str) -> Text:
    session = others.pop("session", "46")
    return Text(text_id, session, None, kind, title, None, others.pop("subject", None), others.pop("on", None))


def amendment(title: str, **others: str) -> Text:
    return text("L.1", title, TextKind.AMENDMENT, **others)


def test_finds_the_text_of_the_same_title_in_the_same_session() -> None:
    found = parents([amendment(BELARUS), text("46/20", BELARUS), text("49/26", BELARUS, session="49")])
    assert found == {"L.1": Parent("L.1", "46/20", EQUAL)}


def test_strips_what_the_catalogue_glued_to_a_title() -> None:
    glued = BELARUS + "amendment /Human Rights Council at its 46th session"
    assert normalised(glued) == normalised(BELARUS)
    assert parents([amendment(glued), text("46/20", BELARUS)])["L.1"].parent_id == "46/20"
    adopted = "The use of mercenariesresolution /adopted by the Human Rights Council at its 54th session"
    assert normalised(adopted) == "the use of mercenaries"


def test_counts_neither_case_nor_punctuation() -> None:
    found = parents(
        [
            amendment("Civil society space - Creating and maintaining, in law"),
            text("24/21", "Civil society space: creating and maintaining in law"),
        ]
    )
    assert found["L.1"] == Parent("L.1", "24/21", EQUAL)


def test_reads_the_english_title_in_brackets_after_a_french_one() -> None:
    french = text("38/6", "Élimination des mutilations [Elimination of female genital mutilation]")
    found = parents([amendment("Elimination of female genital mutilation"), french])
    assert found["L.1"] == Parent("L.1", "38/6", EQUAL)


def test_names_the_rule_for_a_nearly_equal_title() -> None:
    found = parents([amendment("Human rights and climate change"), text("47/24", "Human rights and climate changes")])
    assert found["L.1"] == Parent("L.1", "47/24", NEARLY_EQUAL)


def test_does_not_take_another_state_s_text_for_nearly_equal() -> None:
    found = parents(
        [amendment("Situation of human rights in Burundi"), text("1", "Situation of human rights in Belarus")]
    )
    assert found["L.1"] == Parent("L.1", None, NO_PARENT)


def test_does_not_take_one_word_for_another_of_nearly_the_same_letters() -> None:
    found = parents([amendment("Human rights in Iran"), text("1", "Human rights in Iraq")])
    assert found["L.1"].parent_id is None


def test_recognises_a_draft_retitled_on_adoption() -> None:
    found = parents(
        [
            amendment("Protecting human rights defenders addressing economic, social and cultural rights"),
            text(
                "31/32",
                "Protecting human rights defenders, whether individuals, groups or organs of society,"
                " addressing economic, social and cultural rights",
            ),
        ]
    )
    assert found["L.1"] == Parent("L.1", "31/32", SHORTENED)


def test_lets_the_catalogue_subject_decide_between_two_texts_of_one_title() -> None:
    title = "Human rights situation in the Occupied Palestinian Territory, including East Jerusalem"
    two = [text("34/30", title, subject="JERUSALEM"), text("34/31", title, subject="SETTLEMENT POLICY")]
    assert parents([amendment(title), *two])["L.1"] == Parent("L.1", None, NO_PARENT)
    decided = parents([amendment(title, subject="SETTLEMENT POLICY"), *two])["L.1"]
    assert decided == Parent("L.1", "34/31", DECIDED_BY_SUBJECT)


def test_prefers_the_text_the_source_names() -> None:
    motion = text("m", "Motion to adjourn the debate", TextKind.MOTION, on="25/1")
    assert parents([motion, text("25/1", "Sri Lanka")])["m"] == Parent("m", "25/1", NAMED)


def test_follows_a_motion_on_an_amendment_to_the_text_amended() -> None:
    family = amendment("Protection of the family")
    motion = text("m", "No-action motion", TextKind.MOTION, on="L.1")
    found = parents([motion, family, text("26/11", "Protection of the family")])
    assert found["m"] == Parent("m", "26/11", NAMED)


def test_gives_texts_voted_on_as_a_whole_no_parent_row() -> None:
    assert parents([text("46/20", BELARUS), text("L.9", BELARUS, TextKind.DRAFT)]) == {}


def listed_texts() -> list[Text]:
    texts = []
    for name in ("rollcalls.csv", "rollcalls_added.csv", "adopted_without_vote.csv"):
        with (FACTS / "hrc" / name).open(encoding="utf-8", newline="") as handle:
            for row in csv.DictReader(handle):
                session = row.get("session") or row["symbol"].split("/")[3]
                kind = TextKind(row.get("kind") or "resolution")
                texts.append(text(row["symbol"] or row["rollcall_id"], row["title"], kind, session=session))
    return texts


def test_every_match_by_likeness_in_the_record_was_read_by_eye() -> None:
    texts = listed_texts()
    titles = {one.text_id: (one.session, normalised(one.title)) for one in texts}
    found = {
        (*titles[parent.text_id], (parent.parent_id or "").removeprefix("A/HRC/RES/"))
        for parent in parents(texts).values()
        if parent.rule in (NEARLY_EQUAL, SHORTENED)
    }
    unread = [
        match
        for match in found
        if not any(
            match[0] == session and match[2] == symbol and match[1].startswith(title)
            for session, symbol, title in READ_BY_EYE
        )
    ]
    assert not unread
