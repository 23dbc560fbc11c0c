"""A state in the Universal Periodic Review: its reviews with every count under its unit, and what it recommends."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.measures import upr
from onrecord.publish.languages.words import gettext, message, say
from onrecord.publish.views.shared import Sentence, Sources, StateHead, state_head
from onrecord.publish.views.un_documents import UnDocument, un_document
from onrecord.publish.views.upr_parts import (
    ItemCount,
    OtherCount,
    Paragraph,
    RowCount,
    item_count,
    other_count,
    recommendations_page,
    row_count,
    sessions_in_words,
)
from onrecord.publish.wording import upr as sentences_upr
from onrecord.publish.written_dates import year_of
from onrecord.record.query_upr import (
    Asked,
    RecommendationRow,
    decided_together,
    issue_labels,
    last_days,
    paragraphs,
    recommendations,
    reviews,
)
from onrecord.record.store import Record
from onrecord.sources.facts_cooperation import UprParagraph, UprReview
from onrecord.vocabulary.states import RegionalGroup


@dataclass(frozen=True, slots=True)
class ReviewOfState:
    """One review: its days, its documents, and each count with the unit it is in.

    ``items`` are numbered items of the working group's report; ``rows`` are UPR Info's, one for each recommending
    state and action; ``other_count`` is another body's, in the unit it names. They are not to be compared.
    ``misplaced`` says in words why UPR Info's rows stand under a state that did not exist at the review.
    """

    cycle: int
    upr_session: int | None
    year: int | None
    review_date: str | None
    items: ItemCount | None
    rows: RowCount | None
    other_count: OtherCount | None
    report: UnDocument | None
    report_adopted: str | None
    outcome: UnDocument | None
    outcome_date: str | None
    misplaced: str | None
    note: str | None
    confidence: int
    source: str
    source_url: str | None


@dataclass(frozen=True, slots=True)
class CountLine:
    """Rows under one heading and what became of them."""

    code: str | None
    label: str
    n: int
    accepted: int
    noted: int
    unknown: int
    page: str | None


@dataclass(frozen=True, slots=True)
class PartnerLine:
    """Rows from, or to, one state; the state is none where the compilation does not know it."""

    state: StateHead | None
    name: str
    n: int
    accepted: int
    noted: int
    unknown: int
    page: str | None


@dataclass(frozen=True, slots=True)
class Breakdown:
    """Rows by action category, issue, regional group and state. A row counts under each of its issues."""

    n: int
    accepted: int
    noted: int
    unknown: int
    unit: str
    period: str
    partners_known: int
    actions: tuple[CountLine, ...]
    issues: tuple[CountLine, ...]
    groups: tuple[CountLine, ...]
    partners: tuple[PartnerLine, ...]
    page: str
    source: str
    source_url: str | None


@dataclass(frozen=True, slots=True)
class UprOfState:
    """Everything the record says of one state in the Universal Periodic Review."""

    state: StateHead
    page: str
    sentences: tuple[Sentence, ...]
    reviews: tuple[ReviewOfState, ...]
    received: Breakdown | None
    made: Breakdown | None
    not_known: tuple[str, ...]


def upr_of_state(record: Record, asked: str) -> UprOfState:
    """Return a state's reviews and recommendations; NotInVocabulary for a state that the record does not know."""
    state = record.gazetteer.resolve(asked)
    head = state_head(record, state, record.as_of)
    sources, page = Sources(record), f"/upr/{state.slug}"
    received, made = (
        recommendations(record, Asked(state=state.iso3)),
        recommendations(record, Asked(by_state=state.iso3)),
    )
    held = tuple(_Review(record, head, sources).of(row, received) for row in reviews(record, state.iso3))
    of_received = _Breaker(record, sources, received, "by_state", state.iso3).breakdown()
    of_made = _Breaker(record, sources, made, "state", state.iso3).breakdown()
    return UprOfState(
        state=head,
        page=page,
        sentences=tuple(sentences_upr.of_state(head, page, held, of_received, of_made)),
        reviews=held,
        received=of_received,
        made=of_made,
        not_known=tuple(_not_known(record, head, held, made)),
    )


class _Review:
    """One state's reviews, made from the rows of tables."""

    def __init__(self, record: Record, head: StateHead, sources: Sources) -> None:
        self.record, self.head, self.sources = record, head, sources
        self.paragraphs = paragraphs(record, head.iso3)

    def of(self, row: UprReview, received: Sequence[RecommendationRow]) -> ReviewOfState:
        mine = [r for r in received if r.cycle == row.cycle]
        return ReviewOfState(
            cycle=row.cycle,
            upr_session=row.upr_session,
            year=year_of(row.review_date),
            review_date=row.review_date,
            items=self._items(row),
            rows=row_count(upr.responses(mine), self.head.iso3, None, row.cycle) if mine else None,
            other_count=other_count(row),
            report=un_document(row.report_symbol),
            report_adopted=row.report_adopted,
            outcome=un_document(row.outcome_decision),
            outcome_date=row.outcome_date,
            misplaced=self._misplaced(row, mine),
            note=row.note,
            confidence=row.confidence,
            source=self.sources.title(row.source_id),
            source_url=self.sources.url(row.source_id),
        )

    def _items(self, row: UprReview) -> ItemCount | None:
        listed = self.paragraphs.get(row.report_symbol or "", ())
        return item_count(row, tuple(self._paragraph(one) for one in listed))

    def _paragraph(self, row: UprParagraph) -> Paragraph:
        n = row.last_item - row.first_item + 1
        # An addendum named in the words comes later than the report; as of a day they stay out.
        position = row.position if self.record.as_of is None else row.position.split(";")[0]
        source, url = self.sources.title(row.source_id), self.sources.url(row.source_id)
        return Paragraph(row.paragraph, row.first_item, row.last_item, n, position, source, url)

    def _misplaced(self, row: UprReview, mine: Sequence[RecommendationRow]) -> str | None:
        existed_from = self.record.gazetteer.state(self.head.iso3).existed_from
        last = last_days(self.record).get(row.upr_session or 0)
        if mine and last and existed_from and last < existed_from:
            return sentences_upr.misplaced(self.head, row, last, existed_from, self._together(row))
        beside = [(one, n) for one in self._decided_together(row) if (n := self._misplaced_rows(one))]
        return sentences_upr.beside(self.head, [(self._running(one), one, n) for one, n in beside]) if beside else None

    def _decided_together(self, row: UprReview) -> list[UprReview]:
        return decided_together(self.record, row.outcome_decision, self.head.iso3) if row.outcome_decision else []

    def _together(self, row: UprReview) -> list[tuple[str, str]]:
        return [(self._running(one), one.outcome_decision or "") for one in self._decided_together(row)]

    def _running(self, row: UprReview) -> str:
        return state_head(self.record, self.record.gazetteer.state(row.state)).running_name

    def _misplaced_rows(self, row: UprReview) -> int:
        last = last_days(self.record).get(row.upr_session or 0)
        if last is None or self.record.gazetteer.state(row.state).existed(last):
            return 0
        return len(recommendations(self.record, Asked(state=row.state, cycle=row.cycle)))


class _Breaker:
    """Breaks rows down; ``other`` is the column of the states at the other end, ``own`` the state whose rows."""

    def __init__(
        self, record: Record, sources: Sources, rows: Sequence[RecommendationRow], other: str, own: str
    ) -> None:
        self.record, self.sources, self.rows, self.other, self.own = record, sources, rows, other, own

    def breakdown(self) -> Breakdown | None:
        if not self.rows:
            return None
        total, partners = upr.responses(self.rows), upr.by_key(self.rows, lambda r: (getattr(r, self.other),))
        return Breakdown(
            total.n,
            total.accepted,
            total.noted,
            total.unknown,
            gettext(sentences_upr.ROW_UNIT),
            sessions_in_words(self.record),
            sum(iso3 is not None for iso3 in partners),
            tuple(
                self._line(str(a.value), a.label, one, action=a.value) for a, one in upr.by_action(self.rows).items()
            ),
            self._issues(),
            self._groups(),
            tuple(self._partner(iso3, one) for iso3, one in partners.items()),
            self._page(),
            self.sources.title(self.rows[0].source_id),
            self.sources.url(self.rows[0].source_id),
        )

    def _issues(self) -> tuple[CountLine, ...]:
        labels = issue_labels(self.record)
        found = upr.by_key(self.rows, lambda r: r.issues)
        return tuple(self._line(code, labels.get(code, code), one, issue=code) for code, one in found.items())

    def _groups(self) -> tuple[CountLine, ...]:
        found = upr.by_key(self.rows, lambda r: (self._group(r),))
        return tuple(CountLine(code, label, one.n, one.accepted, one.noted, one.unknown, None)
                     for (code, label), one in found.items())  # fmt: skip

    def _group(self, row: RecommendationRow) -> tuple[str | None, str]:
        iso3 = getattr(row, self.other)
        if iso3 is None:
            return None, "recommending state not known"
        on = row.review_date or last_days(self.record)[row.session]
        group = self.record.gazetteer.group(iso3, on)
        return (group.value, RegionalGroup(group).label) if group else (None, "no regional group in the record")

    def _partner(self, iso3: str | None, one: upr.Responses) -> PartnerLine:
        head = state_head(self.record, self.record.gazetteer.state(iso3), self.record.as_of) if iso3 else None
        page = self._page(**{"by" if self.other == "by_state" else "state": head.iso3}) if head else None
        name = head.name if head else "not known"
        return PartnerLine(head, name, one.n, one.accepted, one.noted, one.unknown, page)

    def _line(self, code: str, label: str, one: upr.Responses, **words: str | int) -> CountLine:
        return CountLine(code, label, one.n, one.accepted, one.noted, one.unknown, self._page(**words))

    def _page(self, **words: str | int) -> str:
        own = {"state" if self.other == "by_state" else "by": self.own}
        return recommendations_page(**own, **words)


def _not_known(
    record: Record, head: StateHead, held: Sequence[ReviewOfState], made: Sequence[RecommendationRow]
) -> list[str]:
    said = [sentences_upr.coverage(sessions_in_words(record))]
    bare = [r for r in held if not (r.items or r.rows or r.other_count)]
    if bare:
        said.append(sentences_upr.uncounted(bare))
    if not held:
        none = message("No review of {name} is in the record; that is not to say that there was none.")
        said.append(say(none, name=head.running_name))
    without = [r for r in held if r.rows and not r.items]
    if without:
        said.append(sentences_upr.without_items(without))
    said += sentences_upr.rows_not_known(held)
    early = sorted({r.state for r in made if not _existed(record, r)})
    if early:
        named = [state_head(record, record.gazetteer.state(iso3)).running_name for iso3 in early]
        said.append(sentences_upr.made_to_a_later_state(named))
    return said


def _existed(record: Record, row: RecommendationRow) -> bool:
    on: date | None = row.review_date or last_days(record).get(row.session)
    return on is None or record.gazetteer.state(row.state).existed(on)
