"""The rows of a list: each with its date, title, result, link and citation, so that it can be read on its own."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import Any

from onrecord.publish.sentences import day
from onrecord.vocabulary.positions import Position

Row = Mapping[str, Any]
"""One row: its values by column."""

_KINDS = {
    "INTEGER": """
        yes no abstain absent votes amendments_and_motions without_a_vote seats candidates candidates_with_total
        candidates_in_group rank rank_otherwise rank_best rank_worst of ballots_valid un_members round cycle
        upr_session report_items rows rows_accepted rows_noted other_count other_supported other_noted action n
        n_members n_observers n_supporting members_listed observers_listed n_states states_listed days_to_join
        confidence first_year last_year members could same counted above below overlaps first_place last_place
        one_step opposite unknown doubtful year split cluster against abstained took_sides outvoted alone year_before
        year_after n_before n_after from_before to_before from_after to_after texts with_policy with_strong
        against_strong abstained_strong absent_strong they_vote_for_you_rank they_work_for_you_rank
    """,
    "DATE": "date from to as_at signed_on denounced_on denunciation_effect judged_on due_by held_to opened closed",
    "BOOLEAN": "position_doubtful led by_election member informed called changed to_votes",
    "DOUBLE": "identical_share three_point agreement share_yes point low high across_low across_high"
    " change_low change_high level cohesion members_counted"
    " agreement_index rice attina they_vote_for_you they_work_for_you"
    " share silhouette agreement_inside agreement_outside jaccard agreement_before agreement_after change difference"
    " p adjusted p_years",
}
_KIND_OF = {column: kind for kind, columns in _KINDS.items() for column in columns.split()}
"""The DuckDB type of every column that does not hold words."""


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a list under the name of its file.

    A column's name says what it holds; ``words`` are columns that hold words in this list where they hold numbers
    or days in others, as a date does that is only known to the month.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    words: tuple[str, ...] = ()

    @property
    def kinds(self) -> dict[str, str]:
        """The DuckDB type of each column."""
        return {c: "VARCHAR" if c in self.words else _KIND_OF.get(c, "VARCHAR") for c in self.columns}


def rows_of(name: str, columns: tuple[str, ...], rows: Iterable[Row], words: tuple[str, ...] = ()) -> Rows:
    """Return the rows of a list, each with its citation as its last column."""
    listed = Rows(name, (*columns, "citation"), (), words)
    kinds = listed.kinds
    found = ({column: _value(row.get(column), kinds[column]) for column in columns} for row in rows)
    return replace(listed, rows=tuple({**row, "citation": citation(row)} for row in found))


def _value(value: Any, kind: str) -> Any:
    """Return a value as its column holds it: in a column of words everything is words, and empty words are none."""
    if isinstance(value, Enum):
        value = value.value
    return str(value) or None if kind == "VARCHAR" and value is not None else value


def at_site(rows: Rows, base: str, as_of: date | None) -> Rows:
    """Return rows whose links are whole addresses: of the site at ``base``, and as of a day where one is asked."""
    return replace(rows, rows=tuple(_at_site(row, base, as_of) for row in rows.rows))


def _at_site(row: Row, base: str, as_of: date | None) -> Row:
    own = {name: _whole(row[name], base, as_of) for name in ("link", "document_url") if _is_own(row.get(name))}
    whole = {**row, **own}
    return {**whole, "citation": citation(whole)}


def _is_own(address: str | None) -> bool:
    return bool(address and address.startswith("/"))


def _whole(address: str, base: str, as_of: date | None) -> str:
    path, place, name = address.partition("#")
    query = f"{'&' if '?' in path else '?'}as-of={as_of}" if as_of else ""
    return f"{base}{path}{query}{place}{name}"


def citation(row: Row) -> str:
    """Return the words to cite a row by: what it says, the UN document, where it was read, its page."""
    about = _joined(row, "symbol", "title", "date")
    said = _position(row) if row.get("position") else _joined(row, "state", "result")
    where = _joined(row, "document", "document_place", "document_url")
    read = _joined(row, "source", "source_url")
    parts = (
        f"{about}{f': {said}' if said else ''}.",
        f"Document: {where}." if row.get("document_url") else "",
        f"Read from: {read}." if read else "",
        f"onrecord {row['link']}" if row.get("link") else "onrecord",
    )
    return " ".join(part for part in parts if part)


def _position(row: Row) -> str:
    """Return a state's position in words: Kazakhstan voted against; in doubt where the vote's sources leave doubt."""
    known = row["position"] in _VERBS
    doubt = "; the sources of this vote conflict" if row.get("position_doubtful") else ""
    return f"{row['state']} {_VERBS[row['position']]}{doubt}" if known else f"{row['state']}, {row['position']}"


_VERBS = {position.value: position.verb for position in Position}


def _joined(row: Row, *columns: str) -> str:
    return ", ".join(dict.fromkeys(_in_words(row[column]) for column in columns if row.get(column)))


def _in_words(value: Any) -> str:
    written = str(value).rstrip(".")
    return day(date.fromisoformat(written)) if _DAY.fullmatch(written) else written


_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
