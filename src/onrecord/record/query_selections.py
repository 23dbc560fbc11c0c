"""Questions about what votes can be selected and put together by: kinds of text, agenda items, texts voted on."""

from functools import lru_cache

import numpy as np

from onrecord.record.position_table import PositionTable
from onrecord.record.store import Record
from onrecord.vocabulary.rollcalls import Body


@lru_cache(maxsize=8)
def kinds_voted_on(record: Record, body: Body) -> tuple[str, ...]:
    """Return the kinds of text that a body's recorded votes were on, in alphabetical order."""
    sql = "SELECT DISTINCT kind FROM rollcall WHERE body = ? AND vote_taken ORDER BY kind"
    return tuple(kind for (kind,) in record.tuples(sql, [body.value]))


@lru_cache(maxsize=8)
def items_voted_under(record: Record, body: Body) -> tuple[str, ...]:
    """Return the agenda items that a body's recorded votes came under; the Assembly's are not in the record."""
    sql = "SELECT DISTINCT agenda_item FROM rollcall WHERE body = ? AND vote_taken AND agenda_item IS NOT NULL"
    found = [item for (item,) in record.tuples(sql, [body.value])]
    return tuple(sorted(found, key=lambda item: (len(item), item)))


def voted_on_one_text(record: Record, table: PositionTable) -> np.ndarray:
    """Return for each roll call of a table the number, from 0, of the text it was about; int64.

    An amendment or a motion is about the text it changes, where that is known; a roll call of the Assembly is about
    the text whose symbol it has. One whose text is not known stands by itself.
    """
    found = dict(record.tuples(_ABOUT, [table.selection.body.value]))
    texts = [found[one.rollcall_id] for one in table.rollcalls]
    numbers = {text: at for at, text in enumerate(dict.fromkeys(texts))}
    return np.array([numbers[text] for text in texts], dtype=np.int64)


_ABOUT = """
SELECT rollcall_id, coalesce(text.parent_id, rollcall.text_id, rollcall.symbol, rollcall_id)
FROM rollcall LEFT JOIN text USING (text_id) WHERE body = ?
"""
