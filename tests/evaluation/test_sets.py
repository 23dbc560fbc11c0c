from collections import Counter

from evaluation.lines import CLAIMS, GIVEN, sets

FIELDS = {"id", "text", "type", "relation", "gold", "evidence", "why"}


def test_every_line_has_its_fields_and_an_id_of_its_own() -> None:
    found = sets()
    assert {name: len(lines) for name, lines in found.items()} == {
        "background": 60,
        "dev": 70,
        "dev-twins": 44,
        "documents": 148,
    }
    ids = Counter(line.id for lines in found.values() for line in lines)
    assert ids.most_common(1)[0][1] == 1
    assert all(line.text.strip() and line.why.strip() for lines in found.values() for line in lines)


def test_twins_take_state_and_day_from_the_line_they_were_made_of() -> None:
    found = sets()
    originals = {line.id: line for line in found["dev"]}
    for twin in found["dev-twins"]:
        original = originals[twin.id.rsplit("-p", 1)[0]]
        assert (twin.state, twin.day) == (original.state, original.day)
        assert twin.text != original.text


def test_background_lines_have_no_answer_in_the_record() -> None:
    assert not [line for line in sets()["background"] if line.gold in GIVEN or line.evidence]


def test_the_folder_says_what_its_sets_are() -> None:
    told = (CLAIMS.parent / "README.md").read_text(encoding="utf-8")
    assert all(f"claims/{path.name}" in told for path in CLAIMS.glob("*.jsonl"))
