"""What an annotation of the Universal Human Rights Index says, whichever of its two exports it stands in.

A value that the index is not known to use is told once, with the number of rows that have it: the export has a
quarter of a million rows, and a new word for a theme's field is one piece of news.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import blake2b
from html import unescape

from onrecord.sources.documents.opened import Found
from onrecord.sources.naming import NameRead, name_read
from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.places import Place
from onrecord.vocabulary.statements import Left, MechanismSaid, Statement, WhyLeft
from onrecord.vocabulary.states import Gazetteer
from onrecord.vocabulary.symbols import parse_symbol

KINDS = ("Concerns/Observations", "Recommendations")
"""What an annotation can be of."""

POSITIONS = ("Supported", "Noted", "Under consideration", "Supported/Noted")
"""The positions of a reviewed state, as the index writes them."""

MOST_ODDITIES = 500
"""How many different oddities are told one by one; a file with more has the rest told as one."""

_EARLIEST = date(1946, 1, 1)
_NUMBER = re.compile(
    r"(?P<closed>\d{1,3}(?:\.\d{1,3})*)[.)]\s*(?=\D)|(?P<open>\d{1,3}(?:\.\d{1,3})+)\s+(?=[^\Wa-z_\d]|[(\"'“‘\[])"
)
_BREAK = re.compile(r"<(?:/?(?:p|div|br|li|ul|ol|tr|td|table|h[1-6])\b[^<>]*|![^<>]*)>", re.I)
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>")
_LISTED = re.compile(r"(?:^|\s*[\n;]+)\s*-\s+")

Values = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Annotation:
    """A row of either export: texts as they stand there, every list as its values."""

    annotation: str | None
    kind: Values
    mechanism: Values
    symbol: str | None
    text: str
    countries: Values
    themes: Values
    persons: Values
    goals: Values
    regions: Values
    document: str | None
    published: str | date | None
    indexed: str | date | None
    upr_positions: Values
    upr_states: Values
    upr_regions: Values
    upr_cycle: str | None
    upr_session: str | None


def listed(text: str) -> Values:
    """Return the values of a cell that lists them, each on a line after a dash: "- CRC" is one."""
    return tuple(part for part in (piece.strip() for piece in _LISTED.split(text)) if part)


def plain(text: str) -> tuple[str | None, str]:
    """Return the number that opens a passage, if one does, and its words without it and without markup."""
    if "<" in text:
        text = _MARKUP.sub("", _BREAK.sub(" ", text))
    if "&" in text:
        text = unescape(text)
    words = " ".join(text.split())
    opening = _NUMBER.match(words)
    return (opening[opening.lastgroup or 0], words[opening.end() :]) if opening else (None, words)


class Annotations:
    """Says what rows say, and keeps what is told of the file as a whole: odd values, and which annotations came.

    ``called`` gives the name this export has for each field of an Annotation.
    """

    def __init__(self, gazetteer: Gazetteer, called: Mapping[str, str]) -> None:
        """Begin with nothing seen."""
        self._gazetteer = gazetteer
        self._called = called
        self._names: dict[str, NameRead] = {}
        self._dates: dict[str, date | None] = {}
        self._symbols: dict[str, str | None] = {}
        # Sixteen bytes an annotation: about 20 MB of memory for the 250,000 of the whole index.
        self._seen: set[bytes] = set()
        self._odd: dict[tuple[WhyLeft, str, str], list[int]] = {}

    def read(self, row: Annotation, n: int) -> Iterator[Found]:
        """Yield what a row says; ``n`` is its place among the rows."""
        if not row.annotation:
            place = Place(row=n, field=self._called["annotation"])
            yield Left(WhyLeft.NO_SUBJECT, place, row.text[:200], "an annotation's identifier")
            return
        number, words = plain(row.text)
        place = Place(paragraph=number, row=n)
        if not words:
            yield Left(WhyLeft.MISSING_FIELD, Place(row=n, field=self._called["text"]), row.text, "a passage")
        states: list[str] = []
        recommending: list[str] = []
        yield from self._states(row.countries, states, Place(None, number, n, self._called["countries"]))
        yield from self._states(row.upr_states, recommending, Place(None, number, n, self._called["upr_states"]))
        yield Statement(self._said(row, n, words, tuple(states), tuple(recommending)), place, row.text)
        yield from self._repeated(row.annotation, n)

    def odd(self, why: WhyLeft, field: str, printed: str, n: int) -> None:
        """Keep an oddity of a field to be told once, with how often it was met and where first."""
        key = (why, field, printed[:200])
        if key not in self._odd and len(self._odd) >= MOST_ODDITIES:
            key = (why, "fields and values beyond those told", "")
        self._odd.setdefault(key, [n, 0])[1] += 1

    def rest(self) -> Iterator[Left]:
        """Yield what was kept to be told once."""
        for (why, field, printed), (first, times) in self._odd.items():
            rows = f"in {times:,} row{'s' if times > 1 else ''}, this the first"
            yield Left(why, Place(row=first, field=field), printed, f"{_EXPECTED[why]} ({rows})")

    def _said(self, row: Annotation, n: int, words: str, states: Values, recommending: Values) -> MechanismSaid:
        self._enumerated("kind", row.kind, KINDS, n)
        self._enumerated("upr_positions", row.upr_positions, POSITIONS, n)
        return MechanismSaid(
            annotation=row.annotation or "",
            kind="; ".join(row.kind),
            mechanism="; ".join(row.mechanism),
            symbol=self._symbol(row.symbol, n),
            states=states,
            text=words,
            themes=row.themes,
            persons=row.persons,
            goals=row.goals,
            regions=row.regions,
            document=row.document,
            published=self._date(row.published, "published", n),
            indexed=self._date(row.indexed, "indexed", n),
            upr_positions=row.upr_positions,
            upr_recommended_by=recommending,
            upr_recommending_regions=row.upr_regions,
            upr_cycle=row.upr_cycle,
            upr_session=row.upr_session,
        )

    def _states(self, printed: Values, into: list[str], place: Place) -> Iterator[Left]:
        for text in printed:
            read = self._names.get(text)
            if read is None:
                # The index renames a state in all its rows: the name is today's, not that of the document's day.
                read = name_read(text, self._gazetteer)
                if len(text) < 200 and len(self._names) < 10_000:
                    self._names[text] = read
            if read.state is not None:
                into.append(read.state)
            if read.why is not None:
                yield Left(read.why, place, text, "a state", read.candidates)

    def _enumerated(self, field: str, values: Values, known: Values, n: int) -> None:
        for value in values:
            if value not in known:
                self.odd(WhyLeft.UNKNOWN_VALUE, self._called[field], value, n)

    def _symbol(self, written: str | None, n: int) -> str | None:
        if written is None:
            return None
        if written not in self._symbols:
            if len(self._symbols) > 50_000:
                self._symbols.clear()
            self._symbols[written] = _standard(written)
        if self._symbols[written] is None:
            # Symbols of before the treaty bodies' present ones (CCPR/CO/72/PRK) are kept as written.
            self.odd(WhyLeft.UNKNOWN_VALUE, self._called["symbol"], written, n)
        return self._symbols[written] or written

    def _date(self, written: str | date | None, field: str, n: int) -> date | None:
        if written is None or isinstance(written, date):
            return written
        if written not in self._dates:
            if len(self._dates) > 50_000:
                self._dates.clear()
            self._dates[written] = _day(written)
        if self._dates[written] is None:
            self.odd(WhyLeft.UNKNOWN_VALUE, self._called[field], written, n)
        return self._dates[written]

    def _repeated(self, annotation: str, n: int) -> Iterator[Left]:
        mark = blake2b(annotation.encode("utf-8", "surrogatepass"), digest_size=16).digest()
        if mark in self._seen:
            place = Place(row=n, field=self._called["annotation"])
            yield Left(WhyLeft.REPEATED, place, annotation, "an annotation of its own")
        self._seen.add(mark)


_EXPECTED = {
    WhyLeft.UNKNOWN_VALUE: "a value this field is known to have",
    WhyLeft.UNREAD_FIELD: "a field this reader knows",
    WhyLeft.MISSING_FIELD: "the field to be there",
    WhyLeft.REPEATED: "the field once",
}


def _standard(written: str) -> str | None:
    try:
        return parse_symbol(written).text
    except NotInVocabulary:
        return None


def _day(written: str) -> date | None:
    try:
        day = datetime.fromisoformat(written.strip()).date()
    except ValueError:
        return None
    # 0001-01-01 is how the index's software writes that there is no date.
    return day if day >= _EARLIEST else None
