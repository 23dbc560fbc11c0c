"""The record as the tools ask it: opened once, also as known on a day, with its addresses made whole."""

from datetime import date
from functools import cached_property, lru_cache

from onrecord.claims.check import Checker
from onrecord.publish.assistants.answers import Figure, Source
from onrecord.publish.commands.options import day
from onrecord.publish.sentences import day as in_words
from onrecord.publish.views.shared import Sentence
from onrecord.record.coverage_of import council_votes_span
from onrecord.record.store import Record

DAYS = 4
"""As of how many days the record is kept open at a time."""


class Opened:
    """A record, whole or as known on a day, and what begins the addresses of its pages, where that is known."""

    def __init__(self, record: Record, site: str = "") -> None:
        """Take an opened record, and the address of the site, such as https://example.org."""
        self.record, self.site = record, site.rstrip("/")
        self._on = lru_cache(maxsize=DAYS)(self._opened_on)

    def on(self, as_of: str) -> "Opened":
        """Return the record as known on a day, itself for no day; NotInVocabulary for a day that is none."""
        return self._on(day(as_of.strip())) if as_of.strip() else self

    def _opened_on(self, known: date) -> "Opened":
        return Opened(Record(self.record.folder, known), self.site)

    @cached_property
    def checker(self) -> Checker:
        """The checker over the record, made once."""
        return Checker(self.record)

    @cached_property
    def note(self) -> str:
        """What every answer says of the record it was read from."""
        last = in_words(council_votes_span(self.record).last)
        if self.record.as_of:
            return f"onrecord as known on {in_words(self.record.as_of)}; votes to {last}"
        return f"onrecord, votes of the Human Rights Council to {last}"

    def address(self, page: str) -> str:
        """Return a page's whole address, with the day it is asked as of; without a site, the part after its name."""
        if self.record.as_of and "as-of=" not in page:
            path, place, anchor = page.partition("#")
            page = f"{path}{'&' if '?' in path else '?'}as-of={self.record.as_of}{place}{anchor}"
        return f"{self.site}{page}"

    def figure(self, said: Sentence) -> Figure:
        """Return a finding as an answer gives it."""
        return Figure(said.text, said.n, said.scope, self.address(said.page))


def sources(*found: tuple[str | None, str | None]) -> tuple[Source, ...]:
    """Return sources by title and address, each once; those without either are left out."""
    return tuple(Source(title or url or "", url) for title, url in dict.fromkeys(found) if title or url)
