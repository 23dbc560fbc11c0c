"""The clauses of commitments in the record, by state, with what they are about and who recommended them."""

import re
from dataclasses import dataclass
from functools import lru_cache

from onrecord.claims.evidence import row
from onrecord.claims.naming import day, state_name
from onrecord.claims.pledges.content import Content, content_of
from onrecord.record.query_pledges import pledges
from onrecord.record.store import Record
from onrecord.sources.facts_commitments import Pledge
from onrecord.vocabulary.dates import PartialDate
from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.periods import Period
from onrecord.vocabulary.verdicts import Evidence

_TREATY = re.compile(r"[A-Z]{3,}(?:-[A-Z0-9]+)*")
RECOMMENDED = "UPR recommendation supported"
CANDIDACY = "HRC candidacy"
_NONE = "none"


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause with its content, the days it can have been made on, and the states that recommended it.

    ``closed`` says that the states named are all there are.
    """

    pledge: Pledge
    content: Content
    days: Period
    by: tuple[str, ...]
    closed: bool

    @property
    def recommended(self) -> bool:
        """Whether it is a recommendation that the state supported, not a pledge of its own."""
        return self.pledge.basis == RECOMMENDED


@lru_cache(maxsize=16)
def clauses_by_state(record: Record) -> dict[str, tuple[Clause, ...]]:
    """Return the clauses of each state in the record; rows that say that there was none are left out."""
    found: dict[str, list[Clause]] = {}
    for one in pledges(record):
        if one.theme != _NONE:
            found.setdefault(one.state, []).append(_clause(record, one))
    return {state: tuple(rows) for state, rows in found.items()}


def _clause(record: Record, one: Pledge) -> Clause:
    given = PartialDate(one.pledged_on)
    codes = tuple(_TREATY.findall(one.indicator_of or "")) if one.theme in {"treaty", "death penalty"} else ()
    named = tuple(c for c in codes if c.split("-")[0] in one.pledge or "protocol" in one.pledge)
    by, closed = _authors(record, one.pledge) if one.basis == RECOMMENDED else ((), False)
    return Clause(one, content_of(one.pledge, named), Period(given.first, given.last), by, closed)


def _authors(record: Record, written: str) -> tuple[tuple[str, ...], bool]:
    """Return the states in the brackets at the end of a clause, and whether no others are hinted at."""
    match = re.search(r"\(([^)]*)\)$", written)
    if match is None:
        return (), False
    closed = not match[1].endswith("and others")
    names = re.split(r",\s*", match[1].removesuffix("and others").strip())
    return tuple(code for name in names if (code := _state(record, name))), closed


def _state(record: Record, name: str) -> str | None:
    try:
        return record.gazetteer.resolve(name).iso3
    except NotInVocabulary:
        return None


def clause_row(record: Record, one: Clause) -> Evidence:
    """Return a clause as evidence."""
    pledge = one.pledge
    paragraph = f", paragraph {pledge.paragraph}" if pledge.paragraph else ""
    basis = f"{pledge.basis}, {pledge.term}{paragraph}, {made_on(one)}"
    says = f"{state_name(record, pledge.state)}, {basis}: “{pledge.pledge}”"
    page = f"/pledges/{record.gazetteer.state(pledge.state).slug}#{pledge.pledge_id}"
    return row(record, f"pledges:{pledge.pledge_id}", says, pledge.source_id, pledge.document_symbol, page)


def made_on(one: Clause) -> str:
    """Return when a clause was made, as precisely as it is known."""
    written = one.pledge.pledged_on
    first = PartialDate(written).first
    return str(first.year) if len(written) == 4 else f"{first:%B %Y}" if len(written) == 7 else day(first)
