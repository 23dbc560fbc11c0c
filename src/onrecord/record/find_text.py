"""Finds a text or vote by what a reader writes: roll-call id, symbol in full or short, page address."""

from dataclasses import dataclass
from datetime import date

from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.symbols import expand_symbol, standard_symbol


@dataclass(frozen=True, slots=True)
class TextRow:
    """A text of the Council, or a vote of the Assembly, with its roll call if it had one."""

    rollcall_id: str | None
    body: str
    text_id: str | None
    symbol: str | None
    slug: str
    title: str
    listed_title: str | None
    session: str
    date: date | None
    date_precision: str
    kind: str
    agenda_item: str | None
    item_basis: str | None
    catalogue_subject: str | None
    how_decided: str
    outcome: str | None
    apart: int
    note: str | None
    parent_id: str | None
    parent_rule: str | None
    source_id: str


_ALL = """
SELECT rollcall_id, coalesce(body, 'HRC') AS body, coalesce(t.text_id, r.text_id) AS text_id,
  coalesce(t.symbol, r.symbol) AS symbol, coalesce(r.slug, t.slug) AS slug, coalesce(r.title, t.title) AS title,
  listed_title, coalesce(r.session, t.session) AS session, coalesce(date, decided_on) AS date,
  coalesce(date_precision, 'day') AS date_precision, coalesce(r.kind, t.kind) AS kind,
  coalesce(r.agenda_item, t.agenda_item) AS agenda_item, item_basis, catalogue_subject,
  coalesce(how_decided, 'recorded vote') AS how_decided, coalesce(r.outcome, t.outcome) AS outcome,
  coalesce(apart, 0) AS apart, note, parent_id, parent_rule, coalesce(r.source_id, t.source_id) AS source_id
FROM text t FULL JOIN rollcall r ON r.text_id = t.text_id
"""


def find_text(record: Record, asked: str) -> TextRow:
    """Return the one text or vote that ``asked`` names.

    Takes a roll-call id, a document symbol in full ("A/HRC/RES/25/1") or short ("25/1", "S-21/1", "51/L.6"),
    or the last part of its page's address. Raises NotInVocabulary, with the votes that may have been meant,
    where none fits or several do.
    """
    wanted = asked.strip()
    symbols = [standard_symbol(wanted) or "", *expand_symbol(wanted)]
    for names in ([wanted], *([symbol] for symbol in symbols if symbol)):
        found = _named(record, names)
        if len(found) == 1:
            return found[0]
        if found:
            ids = tuple(row.rollcall_id or row.slug for row in found[:12])
            raise NotInVocabulary("vote", asked, f"one vote; {len(found)} were taken on this text", ids)
    raise NotInVocabulary("text or vote", asked, "a symbol or roll-call id in the record", _near(record, wanted))


def _named(record: Record, names: list[str]) -> list[TextRow]:
    sql = (
        f"SELECT * FROM ({_ALL}) WHERE list_contains($names, rollcall_id) OR list_contains($names, symbol)"
        " OR list_contains($names, slug) OR list_contains($names, text_id) ORDER BY date, rollcall_id"
    )
    return record.rows(TextRow, sql, {"names": names})


def _near(record: Record, wanted: str) -> tuple[str, ...]:
    """Return the symbols most like what was written, of the same session where it names one."""
    rows = record.tuples(
        "SELECT symbol FROM text WHERE symbol IS NOT NULL"
        " ORDER BY jaro_winkler_similarity(lower(symbol), lower($wanted)) DESC, symbol LIMIT 4",
        {"wanted": _full(wanted)},
    )
    return tuple(symbol for (symbol,) in rows)


def _full(wanted: str) -> str:
    return (*expand_symbol(wanted), wanted)[0]


def children(record: Record, text_id: str) -> list[str]:
    """Return the roll calls on amendments to a text and motions about it."""
    rows = record.tuples(
        "SELECT rollcall_id FROM rollcall JOIN text USING (text_id) WHERE parent_id = ? ORDER BY date, rollcall_id",
        [text_id],
    )
    return [rollcall_id for (rollcall_id,) in rows]
