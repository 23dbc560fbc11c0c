"""Numbered lists: where an entry begins, what goes on, and numbers left out, repeated or of another paragraph."""

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.sources.printed.lines import Line
from onrecord.sources.upr.lists import Fault, entries


def read(*lines: str) -> list[tuple[str, str]]:
    return [(entry.number, entry.text) for entry in entries(Line(text, row) for row, text in enumerate(lines, start=1))]


def faults(*lines: str) -> dict[str, Fault]:
    found = entries(Line(text, row) for row, text in enumerate(lines, start=1))
    return {entry.number: entry.fault for entry in found if entry.fault}


def test_plain_items_stand_under_their_paragraph() -> None:
    assert read("95. These are supported:", "1. To do", "this (Chad);", "2. To do that (Mali).", "96. The rest:") == [
        ("95", "These are supported:"),
        ("95.1", "To do this (Chad);"),
        ("95.2", "To do that (Mali)."),
        ("96", "The rest:"),
    ]


def test_an_item_may_have_the_number_of_the_next_paragraph() -> None:
    items = [f"{n}. Item (Chad);" for n in range(1, 8)]
    numbers = [number for number, _ in read("5. Supported:", *items, "8. Last (Chad).", "6. The rest.", "7. All.")]
    assert numbers == ["5", *(f"5.{n}" for n in range(1, 9)), "6", "7"]


def test_a_number_within_a_sentence_begins_nothing() -> None:
    assert len(read("95. Supported:", "1. Heed articles 1 and", "2. of the law (Chad);", "2. Free them (Mali).")) == 3
    assert len(read("124. Supported:", "124.1 Act on recommendation", "124.2 of 2010 (Chad);")) == 2


def test_dotted_and_lettered_items() -> None:
    dotted = read("124. Supported:", "124.1 To do (Chad);", "124.2. To be (Mali);")
    assert [number for number, _ in dotted] == ["124", "124.1", "124.2"]
    lettered = read("60. Supported:", "(a) To do (Chad);", "(b) To be (Mali);")
    assert [number for number, _ in lettered] == ["60", "60 (a)", "60 (b)"]


def test_letters_within_a_numbered_item_are_its_text() -> None:
    assert len(read("95. Supported:", "1. To do:", "(a) this;", "(b) that (Chad);", "2. To be (Mali).")) == 3


def test_a_hyphen_at_the_end_of_a_line_is_kept() -> None:
    assert read("95. Supported:", "1. Enhance well-", "being (Chad);")[1][1] == "Enhance well-being (Chad);"


def test_gaps_repeats_and_strangers_are_said() -> None:
    assert faults("124. S:", "124.1 A (Chad);", "125.2 D (Togo);") == {"125.2": Fault.ELSEWHERE}
    assert faults("124. S:", "124.1 A (Chad);", "124.3 B (Mali);") == {"124.3": Fault.GAP}
    assert faults("95. S:", "1. A (Chad);", "1. B (Mali);") == {"95.1": Fault.REPEATED}
    assert faults("95. S:", "1. A (Chad);", "4. B (Mali);") == {"95.4": Fault.GAP}


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text(max_size=40), max_size=30))
def test_no_line_is_lost(texts: list[str]) -> None:
    lines = ["95. Supported:", *texts]
    found = list(entries(Line(text, row) for row, text in enumerate(lines, start=1)))
    assert sum(len(entry.parts) for entry in found) == len(lines)
