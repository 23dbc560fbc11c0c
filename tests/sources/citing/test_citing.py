"""Footnotes told from the text, and what one citation says."""

import pytest

from onrecord.record.store import Record
from onrecord.sources.citing.citations import Fault, footnote_read, pieces, symbols_in
from onrecord.sources.citing.footnotes import footnotes_apart
from onrecord.sources.printed.lines import Line, Part
from onrecord.vocabulary.statements import ReferenceSaid, WhyLeft


def lines(*texts: str, part: Part = Part.BODY) -> list[Line]:
    return [Line(text, row, part=part) for row, text in enumerate(texts, start=1)]


def test_a_footnote_has_the_next_number_and_a_mark_in_the_text() -> None:
    apart = footnotes_apart(lines("So it was.1 It is.2", "1 A/67/122.", "2 See A/RES/60/251,", "para 9.", "And on."))
    assert [(note.number, note.text) for note in apart.notes] == [
        ("1", "A/67/122."),
        ("2", "See A/RES/60/251, para 9."),
    ]
    assert [line.text for line in apart.body] == ["So it was.1 It is.2", "And on."]


def test_a_line_that_begins_with_a_number_is_no_footnote_without_a_mark() -> None:
    assert footnotes_apart(lines("In the year", "1 January was cold.")).notes == []
    assert footnotes_apart(lines("So it was.1", "2 cows were seen.")).notes == []


def test_footnotes_that_the_page_sets_apart_go_on_over_sentences() -> None:
    notes = footnotes_apart(
        [*lines("It was.1"), *lines("1", "First. Then", "more. A/67/122.", part=Part.FOOTNOTE)]
    ).notes
    assert [note.text for note in notes] == ["First. Then more. A/67/122."]


def test_semicolons_part_citations_but_not_within_brackets() -> None:
    assert pieces("A (one; two); B;") == ["A (one; two)", "B"]


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ("see A/HRC/14/10/Add.1.", ["A/HRC/14/10/Add.1"]),
        ("(CCPR/C/KAZ/CO/1), para. 8", ["CCPR/C/KAZ/CO/1"]),
        ("General Assembly resolution 60/251", ["A/RES/60/251"]),
        (
            "Human Rights Council resolution S-21/1 and Council decision 17/119",
            ["A/HRC/RES/S-21/1", "A/HRC/DEC/17/119"],
        ),
        ("Security Council resolution 1325 (2000)", ["S/RES/1325 (2000)"]),
        ("A/NONSENSE/4", [None]),
        ("https://undocs.org/en/A/RES/60/251", []),
    ],
)
def test_symbols(text: str, symbols: list[str | None]) -> None:
    assert [symbol for _, symbol in symbols_in(text)] == symbols


def test_a_citation_says_all_it_says(record: Record) -> None:
    paragraphs = "recommendations 95.1 (Chad), 95.3–5, and 95.9 (Mali)."
    text = f"Report, 3 March 2010 (A/HRC/14/10), at https://x.org/a.pdf, {paragraphs}"
    (said,) = footnote_read("7", text, record.gazetteer, None)
    assert isinstance(said, ReferenceSaid)
    assert (said.footnote, said.symbol, said.date, said.url) == (
        "7",
        "A/HRC/14/10",
        "2010-03-03",
        "https://x.org/a.pdf",
    )
    assert said.paragraphs == ("95.1", "95.3", "95.4", "95.5", "95.9")
    assert said.attributed == (("95.1", "TCD"), ("95.9", "MLI"))


def test_the_same_again_is_the_document_last_cited(record: Record) -> None:
    (said,) = footnote_read("8", "Ibid., para. 4.", record.gazetteer, "A/67/122")
    assert isinstance(said, ReferenceSaid)
    assert (said.symbol, said.paragraphs) == ("A/67/122", ("4",))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("He said so to the press.", WhyLeft.UNREAD_FIELD),
        ("A/NONSENSE/4", WhyLeft.UNKNOWN_VALUE),
        ("A/67/122, recommendation 95.1 (Freedonia)", WhyLeft.UNKNOWN_STATE),
        ("A/67/122 and A/68/1, para. 3", WhyLeft.NO_SUBJECT),
    ],
)
def test_what_a_citation_leaves_open_is_said(record: Record, text: str, why: WhyLeft) -> None:
    read = list(footnote_read("1", text, record.gazetteer, None))
    assert why in [each.why for each in read if isinstance(each, Fault)]
