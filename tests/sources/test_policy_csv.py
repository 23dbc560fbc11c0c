"""A stated policy read from CSV: what is taken, and what is refused with file, row and column."""

import pytest

from onrecord.sources.policy_csv import read_policy
from onrecord.vocabulary.errors import UnreadableDocument
from onrecord.vocabulary.stated_policies import PolicyText, Side, Weight

HEAD = "symbol,direction,weight\n"


def test_a_policy_as_a_spreadsheet_writes_it():
    text = "\ufeffSymbol,Direction,Weight\r\n25/1, For ,strong\r\n,,\r\nA/HRC/32/L.35,against,\r\n"
    assert read_policy("p.csv", text.encode()) == (
        PolicyText("25/1", Side.FOR, Weight.STRONG, 2),
        PolicyText("A/HRC/32/L.35", Side.AGAINST, Weight.NORMAL, 4),
    )


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "p.csv, row 1: expected the columns symbol,direction,weight, found nothing"),
        (b"symbol;direction;weight\n", "found symbol;direction;weight"),
        (HEAD.encode(), "p.csv, row 2: expected a text of the policy, found no row"),
        (f"{HEAD}25/1,yes,\n".encode(), "row 2, column direction: expected one of for, against, found yes"),
        (f"{HEAD}25/1,for,heavy\n".encode(), "row 2, column weight: expected one of normal, strong, found heavy"),
        (f"{HEAD}25/1,for\n".encode(), "row 2: expected 3 cells, found 2"),
        (f"{HEAD},for,\n".encode(), "row 2, column symbol: expected a symbol or roll-call id, found nothing"),
        (f"{HEAD}25/1,for,\n25/1,for,\n".encode(), "row 3, column symbol: .* found 25/1, which row 2 has"),
        (f'{HEAD}"25/1,for,\n'.encode(), "row 2: expected a line of CSV"),
        (b"symbol,direction,weight\n25/1,f\xf6r,\n", "byte 30: expected text in UTF-8"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_place(content, said):
    with pytest.raises(UnreadableDocument, match=said):
        read_policy("p.csv", content)
