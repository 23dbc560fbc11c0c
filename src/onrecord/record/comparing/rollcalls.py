"""The record's votes by the symbol of their text, and which of them a document's vote is."""

from collections import OrderedDict, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from onrecord.record.comparing.compared import Rule
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.rollcalls import Body
from onrecord.vocabulary.statements import TextSaid, VoteKey
from onrecord.vocabulary.symbols import SymbolKind, parse_symbol, standard_symbol

_REMEMBERED = 50_000
"""How many of a document's votes are kept in mind: more than any has, and no more than memory bears."""

_ROLLCALLS = (
    "SELECT body, symbol, rollcall_id, slug, date, date_precision, session, title, listed_title, agenda_item, outcome,"
    " listed_outcome, yes, no, abstain, absent FROM rollcall WHERE symbol IS NOT NULL ORDER BY rollcall_id"
)
_TEXTS = (
    "SELECT symbol, slug, decided_on, session, title, agenda_item, listed_agenda_item, outcome FROM text"
    " WHERE symbol IS NOT NULL"
)


@dataclass(frozen=True, slots=True)
class RollCall:
    """A vote as the record has it."""

    rollcall_id: str
    slug: str
    date: date
    date_precision: str
    session: str
    title: str
    listed_title: str
    agenda_item: str | None
    outcome: str | None
    listed_outcome: str | None
    yes: int | None
    no: int | None
    abstain: int | None
    absent: int | None

    @property
    def page(self) -> str:
        """The vote's page."""
        return f"/votes/{self.slug}"

    def may_be_on(self, day: date) -> bool:
        """Whether the vote may have been on a day, as precisely as the record has its own."""
        if self.date_precision == "month":
            return (self.date.year, self.date.month) == (day.year, day.month)
        return self.date == day


@dataclass(frozen=True, slots=True)
class CouncilText:
    """A text of the Council as the record has it, however it was decided."""

    slug: str
    decided_on: date | None
    session: str
    title: str
    agenda_item: str | None
    listed_agenda_item: str | None
    outcome: str

    @property
    def page(self) -> str:
        """The text's page."""
        return f"/votes/{self.slug}"


class RollCalls:
    """The record's votes and texts, and the days on which the document says its votes were."""

    def __init__(self, record: Record) -> None:
        """Take the record; each index is read when it is first asked."""
        self._record = record
        self._days: OrderedDict[VoteKey, date | None] = OrderedDict()
        self._taken: dict[str, VoteKey] = {}
        self._last: tuple[VoteKey, RollCall | Rule] | None = None

    @cached_property
    def _by_symbol(self) -> dict[tuple[str, str], list[RollCall]]:
        found: defaultdict[tuple[str, str], list[RollCall]] = defaultdict(list)
        for body, symbol, *rest in self._record.tuples(_ROLLCALLS):
            found[body, symbol].append(RollCall(*rest))
        return dict(found)

    @cached_property
    def _texts(self) -> dict[str, CouncilText]:
        return {symbol: CouncilText(*rest) for symbol, *rest in self._record.tuples(_TEXTS)}

    def text(self, symbol: str) -> CouncilText | None:
        """Return the Council's text of a symbol."""
        return self._texts.get(_standard(symbol))

    def told(self, said: TextSaid) -> None:
        """Keep in mind on what day the document says its vote was."""
        self._last, self._days[said.vote] = None, said.date
        while len(self._days) > _REMEMBERED:
            self._days.popitem(last=False)

    def same_vote(self, key: VoteKey) -> RollCall | Rule:
        """Return the record's vote that a document's vote is, or the rule by which it cannot be told."""
        # Statements of one vote stand together: two hundred positions ask for the same one.
        if self._last is None or self._last[0] != key:
            self._last = key, self._found(key)
        return self._last[1]

    def _found(self, key: VoteKey) -> RollCall | Rule:
        if key.body not in {body.value for body in Body}:
            return Rule.OTHER_BODY
        found = self._by_symbol.get((key.body, _standard(key.symbol)), [])
        if not found:
            return _why_none(key.symbol)
        day = self._days.get(key)
        fitting = found if day is None else [one for one in found if one.may_be_on(day)]
        if len(fitting) != 1:
            return Rule.SEVERAL if fitting else Rule.OTHER_DAY
        return self._free(fitting, key)

    def days(self, key: VoteKey) -> tuple[date, ...]:
        """Return the days of the record's votes on a symbol."""
        return tuple(one.date for one in self._by_symbol.get((key.body, _standard(key.symbol)), ()))

    def page(self, key: VoteKey) -> str | None:
        """Return the page of the first vote on a symbol."""
        return next((one.page for one in self._by_symbol.get((key.body, _standard(key.symbol)), ())), None)

    def _free(self, fitting: Iterable[RollCall], key: VoteKey) -> RollCall | Rule:
        """A vote of the record is one vote of the document: a second on the same symbol is another."""
        (one,) = fitting
        return one if self._taken.setdefault(one.rollcall_id, key) == key else Rule.TAKEN


@lru_cache(maxsize=4_096)
def _standard(symbol: str) -> str:
    return standard_symbol(symbol) or symbol


def _why_none(symbol: str) -> Rule:
    try:
        parsed = parse_symbol(symbol)
    except NotInVocabulary:
        return Rule.NO_SYMBOL
    return Rule.A_DRAFT if parsed.kind is SymbolKind.COUNCIL_DRAFT else Rule.NO_VOTE
