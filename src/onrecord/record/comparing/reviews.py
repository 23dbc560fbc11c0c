"""Recommendations of the Universal Periodic Review beside the record's: report by report, and by count."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cached_property

from onrecord.record.comparing.compared import Compared, ComparedCount, Relation, Rule, beside, new, not_compared
from onrecord.record.store import Record
from onrecord.vocabulary.statements import (
    RecommendationSaid,
    Statement,
    UprParagraphSaid,
    UprPositionSaid,
    UprResponse,
)

_FINAL = {UprResponse.SUPPORTED: "accepted", UprResponse.NOTED: "noted"}
"""The final responses under the names of the record's rows."""
_BEGINS = {
    UprResponse.SUPPORTED: ("supported",),
    UprResponse.SUPPORTED_IN_PART: ("supported in part",),
    UprResponse.NOTED: ("noted",),
    UprResponse.PENDING: ("pending", "to be examined"),
    UprResponse.VOLUNTARY_PLEDGE: ("voluntary pledge",),
}
"""How the record's words for a paragraph's position begin."""

_Key = tuple[str, int, str, str]


class Reviews:
    """Compares paragraphs as they come, and counts recommendations for the end."""

    def __init__(self, record: Record) -> None:
        """Take the record."""
        self._record = record
        self._made: Counter[_Key] = Counter()
        self._items: defaultdict[tuple[str, str], set[str]] = defaultdict(set)

    @cached_property
    def _slugs(self) -> dict[str, str]:
        return dict(self._record.tuples("SELECT iso3, slug FROM state"))

    @cached_property
    def _paragraphs(self) -> dict[tuple[str, str], tuple[int, int, str]]:
        rows = self._record.tuples(
            "SELECT report_symbol, paragraph, first_item, last_item, position FROM upr_paragraph"
        )
        return {(symbol, paragraph): tuple(rest) for symbol, paragraph, *rest in rows}

    def page(self, state: str) -> str:
        """Return the page of a state's reviews."""
        return f"/upr/{self._slugs.get(state, state)}"

    def paragraph(self, statement: Statement, said: UprParagraphSaid) -> Compared:
        """Compare a paragraph's items and position with the record's of the same report."""
        found = self._paragraphs.get((said.symbol or "", said.paragraph))
        if found is None:
            return new(statement, Rule.PARAGRAPH, self.page(said.state))
        first, last, position = found
        same = (said.first_item, said.last_item) == (first, last) and _same_position(said.response, position)
        says = f"{said.paragraph}.{first} to {said.paragraph}.{last}: {position}"
        return beside(statement, same, says, self.page(said.state), Rule.PARAGRAPH)

    def position(self, statement: Statement, said: UprPositionSaid) -> Compared:
        """Compare a position given in an addendum with that of the report's paragraph, where that is final."""
        paragraph, _, item = said.number.partition(".")
        report = (said.symbol or "").partition("/Add.")[0]
        found = self._paragraphs.get((report, paragraph))
        page = self.page(said.state)
        if found is None or not item.isdigit() or not found[0] <= int(item) <= found[1]:
            return new(statement, Rule.PARAGRAPH, page)
        if found[2].startswith(_BEGINS[UprResponse.PENDING]):
            return new(statement, Rule.PARAGRAPH, page)
        return beside(statement, _same_position(said.response, found[2]), found[2], page, Rule.PARAGRAPH)

    def recommendation(self, statement: Statement, said: RecommendationSaid) -> Compared | None:
        """Count a recommendation for the end; None, unless it cannot be counted with the record's."""
        if said.symbol is not None and said.number is not None:
            self._items[said.symbol, said.state].add(said.number)
            return None
        if said.response not in _FINAL:
            return not_compared(statement, Rule.NO_FINAL_RESPONSE, self.page(said.state))
        if said.session is None:
            return not_compared(statement, Rule.NO_SESSION, self.page(said.state))
        for by in said.recommended_by:
            self._made[said.state, said.session, by, _FINAL[said.response]] += 1
        return None

    def counts(self) -> Iterator[ComparedCount]:
        """Yield the counts over all that was told, each beside the record's."""
        yield from self._item_counts()
        if self._made:
            yield from self._recommendation_counts()

    def _item_counts(self) -> Iterator[ComparedCount]:
        reports = dict(self._record.tuples(
            "SELECT report_symbol, report_items FROM upr_review WHERE report_symbol IS NOT NULL"
        ))  # fmt: skip
        for (symbol, state), numbers in sorted(self._items.items()):
            yield _count(f"items of {symbol}", len(numbers), reports.get(symbol), self.page(state), Rule.ITEMS)

    def _recommendation_counts(self) -> Iterator[ComparedCount]:
        rows = self._record.tuples(
            "SELECT state, session, by_state, response, count(*) FROM recommendation WHERE by_state IS NOT NULL"
            " GROUP BY ALL"
        )
        known = {tuple(key): n for *key, n in rows}
        for key, n in sorted(self._made.items()):
            state, session, by, response = key
            of = f"{response} recommendations of {by} to {state} in session {session}"
            yield _count(of, n, known.get(key), self.page(state), Rule.RECOMMENDATIONS)


def _count(of: str, counted: int, has: int | None, page: str, rule: Rule) -> ComparedCount:
    if has is None:
        return ComparedCount(of, counted, Relation.NEW, None, page, rule)
    return ComparedCount(of, counted, Relation.SAME if counted == has else Relation.DIFFERS, has, page, rule)


def _same_position(told: UprResponse | None, has: str) -> bool:
    return told is None or has.startswith(_BEGINS[told])
