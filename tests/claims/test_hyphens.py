"""Words that the end of a line divides."""

import pytest

from onrecord.claims.sentences.hyphens import keeps_hyphen, known_words


@pytest.mark.parametrize(
    ("left", "right", "known", "kept"),
    [
        ("govern", "ment", {"government"}, False),
        ("dele", "gation", set(), False),
        ("well", "being", set(), True),
        ("rights", "based", {"rights"}, True),
        ("co", "operation", {"cooperation"}, False),
        ("re", "election", {"re-election", "reelection"}, True),
        ("Asia", "Pacific", {"pacific"}, True),
        ("mid", "1990s", set(), True),
    ],
)
def test_hyphen_at_the_end_of_a_line(left, right, known, kept):
    assert keeps_hyphen(left, right, known) is kept


def test_parts_of_divided_words_are_no_words_of_the_text():
    assert known_words("in accord-\nance with the long-term plan") == {"in", "with", "the", "long-term", "plan"}
