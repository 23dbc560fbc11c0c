"""The texts whose sponsors are in the record, and who is said to have led them."""

import re
from dataclasses import dataclass
from functools import lru_cache

from onrecord.claims.texts.selecting import by_symbol, texts_meant
from onrecord.claims.typed import Texts
from onrecord.record.query_notes import whole
from onrecord.record.query_sponsorships import sponsorships
from onrecord.record.query_texts import CouncilText
from onrecord.record.store import Record
from onrecord.sources.facts_cooperation import Sponsorship

_LEAD = re.compile(r"\b(lead|led|first listed|initiative)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SponsoredText:
    """A text with its sponsors in the record, and those of them that its note names as the lead."""

    text: CouncilText
    rows: tuple[Sponsorship, ...]
    led_by: frozenset[str]

    @property
    def sponsors(self) -> frozenset[str]:
        """The states on its list."""
        return frozenset(row.state for row in self.rows)

    @property
    def main(self) -> frozenset[str]:
        """The states on its list as main sponsors."""
        return frozenset(row.state for row in self.rows if row.role == "main sponsor")

    @property
    def whole(self) -> bool:
        """Whether the list holds every main sponsor."""
        return "main sponsors" in self.rows[0].list_complete

    @property
    def cosponsors(self) -> str | None:
        """The number of co-sponsors as the source writes it."""
        return self.rows[0].cosponsors


@lru_cache(maxsize=16)
def sponsored_texts(record: Record) -> dict[str, SponsoredText]:
    """Return the texts whose sponsors are in the record, by symbol."""
    rows: dict[str, list[Sponsorship]] = {}
    for row in sponsorships(record):
        rows.setdefault(row.symbol, []).append(row)
    texts, notes = by_symbol(record), {row.symbol: row.note or "" for row in sponsorships(whole(record))}
    return {
        symbol: SponsoredText(texts[symbol], tuple(found), _led_by(record, found, notes[symbol]))
        for symbol, found in rows.items()
        if symbol in texts
    }


def _led_by(record: Record, rows: list[Sponsorship], note: str) -> frozenset[str]:
    if not _LEAD.search(note):
        return frozenset()
    return frozenset(row.state for row in rows if _leads(record, row.state, note))


def _leads(record: Record, state: str, note: str) -> bool:
    names = [n.name for n in record.gazetteer.names(state) if n.language == "en" and len(n.name) > 3]
    for name in names:
        found = re.search(rf"\b{re.escape(name)}\b", note)
        if found and _LEAD.search(note[found.end() : found.end() + 15]):
            return True
    return False


def with_sponsors(record: Record, texts: Texts) -> tuple[list[SponsoredText], list[CouncilText]]:
    """Return the texts of a description whose sponsors are in the record, and those whose sponsors are not."""
    known = sponsored_texts(record)
    found = texts_meant(record, texts) if texts.described or texts.period else list(_all(record))
    listed = [known[t.symbol] for t in found if t.symbol in known]
    return listed, [t for t in found if t.symbol not in known]


def _all(record: Record) -> list[CouncilText]:
    return [one.text for one in sponsored_texts(record).values()]


def put_forward(record: Record, state: str, texts: Texts) -> tuple[list[SponsoredText], list[SponsoredText]]:
    """Return the texts of which a state is a main sponsor, and those of them that no other state is named to lead."""
    listed, _ = with_sponsors(record, texts)
    main = [one for one in listed if state in one.main]
    return main, [one for one in main if not one.led_by - {state}]
