"""Situations and the named selections of country texts."""

from dataclasses import FrozenInstanceError

import pytest

from onrecord.vocabulary.situations import PALESTINE, Selection, Subject, SubjectKind, in_selection


def test_a_subject_is_frozen() -> None:
    subject = Subject("SYR", "syria", "Syria", SubjectKind.STATE)
    with pytest.raises(FrozenInstanceError):
        setattr(subject, "slug", "x")  # noqa: B010
    assert subject.note is None
    assert PALESTINE == "PSE"


@pytest.mark.parametrize("selection", Selection)
def test_every_selection_says_whose_it_is_and_what_it_takes(selection: Selection) -> None:
    assert selection.label
    assert selection.source
    assert selection.definition.endswith(".")


@pytest.mark.parametrize(
    ("session", "item", "expected"),
    [
        ("25", "1", (True, True, False, False)),
        ("25", "2", (True, True, True, False)),
        ("25", "3", (True, False, False, False)),
        ("25", "4", (True, True, True, False)),
        ("25", "7", (True, False, True, True)),
        ("25", "10", (True, True, True, False)),
        ("25", None, (True, None, None, None)),
        ("S-21", None, (True, True, False, False)),
        ("S-30", "7", (True, True, False, False)),
        ("2", "2", (True, None, None, None)),
        ("6", "4", (True, True, True, False)),
    ],
)
def test_selects_by_session_and_agenda_item(session: str, item: str | None, expected: tuple[bool | None, ...]) -> None:
    order = (Selection.ALL, Selection.VOTES_COUNT, Selection.YOUR_HRC, Selection.ITEM_7)
    assert tuple(in_selection(selection, session, item) for selection in order) == expected
