"""Which roll call of the record a vote in a document is: by symbol and day, by its figures where there are several."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from onrecord.record.from_documents.said import DocumentRead, VoteSaid
from onrecord.record.witnesses import Case, counted
from onrecord.sources.facts import Facts
from onrecord.sources.facts_rows import CorrectedField
from onrecord.vocabulary.rollcalls import ListStatus, Witness
from onrecord.vocabulary.symbols import Symbol, SymbolKind, parse_symbol, standard_symbol
from onrecord.vocabulary.texts import TextKind

_LATER = 60
"""Days after its document by which an amendment is voted on: the catalogue gives it the day of the document."""


@dataclass(frozen=True, slots=True)
class Known:
    """A roll call of the record: its days and figures by every account, and whether it is the vote on its text."""

    rollcall_id: str
    own: bool
    kind: TextKind
    days: frozenset[date]
    figures: frozenset[tuple[int, int, int]]

    def on(self, day: date | None) -> bool:
        """Return whether the vote can have been on a day."""
        if day is None or day in self.days:
            return True
        return self.kind is TextKind.AMENDMENT and 0 <= (day - min(self.days)).days <= _LATER


class KnownVotes:
    """The roll calls of the record by symbol, and the drafts of texts by the symbols the texts got."""

    def __init__(self, facts: Facts, cases: Iterable[Case], documents: Iterable[DocumentRead]) -> None:
        """Index what the facts know; documents tell besides which draft became which text."""
        self._by_symbol: dict[str, list[Known]] = defaultdict(list)
        self._texts = _texts_of_drafts(facts, documents)
        for case in cases:
            symbol = standard_symbol(case.symbol) or standard_symbol(case.on_symbol)
            if symbol:
                self._by_symbol[symbol].append(_known(case, own=case.symbol is not None))

    def symbol(self, vote: VoteSaid) -> str | None:
        """Return the standard symbol of the text voted on, that of the text where a draft became one."""
        standard = standard_symbol(vote.key.symbol)
        if standard is None or standard in self._by_symbol:
            return standard
        return self._texts.get(standard, standard)

    def of(self, symbol: str) -> list[Known]:
        """Return the roll calls on a symbol."""
        return self._by_symbol.get(symbol, [])

    def add(self, symbol: str, known: Known) -> None:
        """Add a roll call that a document told of."""
        self._by_symbol[symbol].append(known)


def _known(case: Case, own: bool) -> Known:
    corrected = case.corrected(CorrectedField.DATE)
    days = {case.date, *(account.date for account in case.second_accounts)}
    days |= {date.fromisoformat(corrected.corrected)} if corrected else set()
    figures = {tally.cast for tally in case.tallies}
    if case.list_status is ListStatus.FULL:
        figures.add(counted(case.listed, Witness.POSITIONS, case.source_id).cast)
    return Known(case.rollcall_id, own, case.kind, frozenset(days), frozenset(figures))


def _texts_of_drafts(facts: Facts, documents: Iterable[DocumentRead]) -> dict[str, str]:
    """Return the text each draft became, where all that say so agree."""
    said: dict[str, set[str]] = defaultdict(set)
    for row in facts.carried["sponsorship"]:
        _say(said, row.symbol, row.draft_symbol)
    for read in documents:
        for vote in read.votes.values():
            _say(said, vote.key.symbol, vote.text.draft_symbol if vote.text else None)
    return {draft: next(iter(texts)) for draft, texts in said.items() if len(texts) == 1}


def _say(said: dict[str, set[str]], text: str, draft: str | None) -> None:
    final, before = standard_symbol(text), standard_symbol(draft)
    if final and before and final != before and symbol_of(final).kind is SymbolKind.COUNCIL_TEXT:
        said[before].add(final)


def symbol_of(standard: str) -> Symbol:
    """Return the parts of a symbol in standard form."""
    return parse_symbol(standard)


FURTHER = "a further vote"
APART = "votes on one symbol that cannot be told apart"
OTHER_DAY = "another day than the record's vote on this symbol"
Identity = Known | str | None
"""A roll call of the record; None for a vote on a text of which it has none; FURTHER; or why it cannot be told."""


def identify(votes: list[VoteSaid], known: list[Known], ordered: bool) -> list[Identity]:
    """Return what each of a document's votes on one symbol is.

    Figures that one roll call alone has tell which it is. Of votes that remain, one alone is the vote on the text; of
    several in the order in which they were taken (``ordered``) it is the last: parts and amendments are voted on
    before the whole. In a catalogue their order tells nothing.
    """
    found: list[Identity] = [None] * len(votes)
    taken = _by_figures(votes, known, found)
    rest = [at for at in range(len(votes)) if found[at] is None]
    if not rest:
        return found
    own = next((one for one in known if one.own), None)
    whole = None if own and own.rollcall_id in taken else _whole(votes, rest, own, ordered)
    lost = own is not None and own.rollcall_id not in taken and whole is None
    for at in rest:
        if at == whole:
            found[at] = own
        elif lost or (whole is None and own is None):
            found[at] = OTHER_DAY if len(votes) == 1 else APART
        else:
            found[at] = FURTHER
    return found


def _by_figures(votes: list[VoteSaid], known: list[Known], found: list[Identity]) -> set[str]:
    taken: set[str] = set()
    for at, vote in enumerate(votes):
        cast = vote.cast()
        fitting = [one for one in known if cast in one.figures and one.on(_day(vote)) and one.rollcall_id not in taken]
        if len(fitting) == 1:
            found[at] = fitting[0]
            taken.add(fitting[0].rollcall_id)
    return taken


def _whole(votes: list[VoteSaid], rest: list[int], own: Known | None, ordered: bool) -> int | None:
    """Return which of the votes left is the vote on the text as a whole."""
    fitting = [at for at in rest if own is None or own.on(_day(votes[at]))]
    if len(fitting) == 1 and (own is not None or len(votes) == 1):
        return fitting[0]
    return fitting[-1] if fitting and ordered else None


def _day(vote: VoteSaid) -> date | None:
    return vote.text.date if vote.text else None
