"""Lists of the Universal Periodic Review: all reviews, and recommendations row by row under filters."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.measures.upr import Action, responses
from onrecord.publish.languages.state_names import name_order
from onrecord.publish.languages.words import gettext, say
from onrecord.publish.views.shared import Sentence, Sources, StateHead, state_head
from onrecord.publish.views.un_documents import UnDocument, un_document
from onrecord.publish.views.upr_parts import (
    ItemCount,
    OtherCount,
    RowCount,
    item_count,
    other_count,
    recommendations_page,
    row_count,
    sessions_in_words,
)
from onrecord.publish.wording import upr as sentences_upr
from onrecord.record.query_upr import (
    Asked,
    RecommendationRow,
    issue_labels,
    recommendations,
    reviews,
    rows_of_reviews,
)
from onrecord.record.store import Record
from onrecord.sources.facts_cooperation import UprResponse, UprReview
from onrecord.vocabulary.errors import NotInVocabulary


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """One review in a list: each count with its unit."""

    state: StateHead
    cycle: int
    upr_session: int | None
    review_date: str | None
    items: ItemCount | None
    rows: RowCount | None
    other_count: OtherCount | None
    report: UnDocument | None
    outcome: UnDocument | None
    outcome_date: str | None
    note: str | None
    source: str
    source_url: str | None
    page: str


@dataclass(frozen=True, slots=True)
class UprList:
    """All reviews in the record, or those of one cycle."""

    page: str
    cycle: int | None
    cycles: tuple[int, ...]
    n: int
    sentences: tuple[Sentence, ...]
    reviews: tuple[ReviewLine, ...]
    not_known: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RecommendationFilters:
    """Which recommendations a list shows, as asked; ``state`` is the state under review."""

    state: str | None = None
    by: str | None = None
    cycle: int | None = None
    issue: str | None = None
    action: int | None = None
    response: str | None = None


@dataclass(frozen=True, slots=True)
class RecommendationLine:
    """One row of UPR Info: who recommended to whom, when, about what, and what became of it."""

    rec_id: str
    state: StateHead
    by: StateHead | None
    by_name: str
    cycle: int
    upr_session: int
    review_date: date | None
    response: str | None
    action: int
    action_label: str
    issues: tuple[str, ...]
    issue_labels: tuple[str, ...]
    report: UnDocument | None
    source: str
    source_url: str | None
    page: str


@dataclass(frozen=True, slots=True)
class RecommendationList:
    """Recommendations that the filters leave, in one stretch of the list; counts are over the whole of it."""

    page: str
    filters: RecommendationFilters
    sentences: tuple[Sentence, ...]
    n: int
    accepted: int
    noted: int
    unknown: int
    unit: str
    start: int
    recommendations: tuple[RecommendationLine, ...]
    not_known: tuple[str, ...]


def upr_list(record: Record, cycle: int | None = None) -> UprList:
    """Return all reviews by state and cycle, or those of one cycle; NotInVocabulary for a cycle not in the record."""
    found = reviews(record)
    cycles = tuple(sorted({row.cycle for row in found}))
    if cycle is not None and cycle not in cycles:
        raise NotInVocabulary("cycle", str(cycle), f"one of {', '.join(map(str, cycles))}")
    lines = sorted(_review_lines(record, [r for r in found if cycle in {None, r.cycle}]), key=_by_name)
    page = "/upr" if cycle is None else f"/upr?cycle={cycle}"
    states, with_rows = len({r.state.iso3 for r in lines}), sum(bool(r.rows) for r in lines)
    text = sentences_upr.reviews_listed(len(lines), states, with_rows, sum(bool(r.items) for r in lines))
    scope = say("reviews")
    if cycle is not None:
        scope = say("reviews of {cycle}", cycle=sentences_upr.cycle_in_words(cycle))
    return UprList(
        page=page,
        cycle=cycle,
        cycles=cycles,
        n=len(lines),
        sentences=(Sentence(text, len(lines), scope, page),),
        reviews=tuple(lines),
        not_known=(
            sentences_upr.coverage(sessions_in_words(record)),
            say(
                "Reviews of cycles 3 and 4 are in the record mostly through the Council's decision on the outcome; a"
                " review that is not listed may have been held."
            ),
        ),
    )


def _by_name(line: ReviewLine) -> tuple[str, int]:
    return name_order(line.state.name), line.cycle


def _review_lines(record: Record, found: list[UprReview]) -> list[ReviewLine]:
    sources, counted = Sources(record), rows_of_reviews(record)
    lines = []
    for row in found:
        head = state_head(record, record.gazetteer.state(row.state), record.as_of)
        mine = counted.get((row.state, row.cycle))
        lines.append(
            ReviewLine(
                state=head,
                cycle=row.cycle,
                upr_session=row.upr_session,
                review_date=row.review_date,
                items=item_count(row),
                rows=row_count(mine, row.state, None, row.cycle) if mine else None,
                other_count=other_count(row),
                report=un_document(row.report_symbol),
                outcome=un_document(row.outcome_decision),
                outcome_date=row.outcome_date,
                note=row.note,
                source=sources.title(row.source_id),
                source_url=sources.url(row.source_id),
                page=head.page.replace("/states/", "/upr/"),
            )
        )
    return lines


def recommendation_list(
    record: Record, filters: RecommendationFilters, start: int = 0, limit: int | None = None
) -> RecommendationList:
    """Return the recommendations that filters leave, from ``start`` on; NotInVocabulary for a word not known."""
    asked = _asked(record, filters)
    found = recommendations(record, asked)
    counted = responses(found)
    shown = found[start : None if limit is None else start + limit]
    # A page names states by their codes, so that two ways of asking have one address.
    canonical = {"state": asked.state, "by": asked.by_state, "cycle": asked.cycle, "issue": asked.issue,
                 "action": asked.action, "response": asked.response}  # fmt: skip
    page = recommendations_page(**canonical)
    became = sentences_upr.became(counted.accepted, counted.noted, counted.unknown)
    text = sentences_upr.listed(counted.n, _told(record, asked), sessions_in_words(record), became)
    return RecommendationList(
        page=page,
        filters=RecommendationFilters(**canonical),
        sentences=(Sentence(text, counted.n, gettext(sentences_upr.ROW_UNIT), page),),
        n=counted.n,
        accepted=counted.accepted,
        noted=counted.noted,
        unknown=counted.unknown,
        unit=gettext(sentences_upr.ROW_UNIT),
        start=start,
        recommendations=_Lines(record, page).of(shown),
        not_known=tuple(_not_known(record, asked)),
    )


def _not_known(record: Record, asked: Asked) -> list[str]:
    said = [sentences_upr.coverage(sessions_in_words(record))]
    if asked.by_state:
        said.append(say("Rows whose recommending state the compilation does not know are not among these."))
    return said


def _asked(record: Record, filters: RecommendationFilters) -> Asked:
    resolve = record.gazetteer.resolve
    _one_of("issue", filters.issue, tuple(issue_labels(record)))
    _one_of("action category", filters.action, tuple(a.value for a in Action))
    _one_of("response", filters.response, tuple(r.value for r in UprResponse))
    return Asked(
        state=resolve(filters.state).iso3 if filters.state else None,
        by_state=resolve(filters.by).iso3 if filters.by else None,
        cycle=filters.cycle,
        issue=filters.issue,
        action=filters.action,
        response=filters.response,
    )


def _one_of(noun: str, found: str | int | None, known: tuple[str | int, ...]) -> None:
    if found is not None and found not in known:
        raise NotInVocabulary(noun, str(found), f"one of {', '.join(map(str, known))}")


def _told(record: Record, asked: Asked) -> str:
    running = [
        state_head(record, record.gazetteer.state(iso3)).running_name if iso3 else None
        for iso3 in (asked.state, asked.by_state)
    ]
    others = [
        *([sentences_upr.cycle_in_words(asked.cycle)] if asked.cycle else []),
        *([f"issue “{issue_labels(record)[asked.issue]}”"] if asked.issue else []),
        *([f"action category {asked.action} ({Action(asked.action).label})"] if asked.action else []),
        *([asked.response] if asked.response else []),
    ]
    return sentences_upr.told(running[0], running[1], others)


class _Lines:
    """Makes lines of rows; states, reports and labels are read once."""

    def __init__(self, record: Record, page: str) -> None:
        self.record, self.page, self.sources = record, page, Sources(record)
        self.labels, self.heads = issue_labels(record), dict[str, StateHead]()
        self.reports = {(r.state, r.cycle): un_document(r.report_symbol) for r in reviews(record)}

    def of(self, rows: Sequence[RecommendationRow]) -> tuple[RecommendationLine, ...]:
        return tuple(self._line(row) for row in rows)

    def _head(self, iso3: str) -> StateHead:
        if iso3 not in self.heads:
            self.heads[iso3] = state_head(self.record, self.record.gazetteer.state(iso3), self.record.as_of)
        return self.heads[iso3]

    def _line(self, row: RecommendationRow) -> RecommendationLine:
        by = self._head(row.by_state) if row.by_state else None
        return RecommendationLine(
            rec_id=row.rec_id,
            state=self._head(row.state),
            by=by,
            by_name=by.name if by else "not known",
            cycle=row.cycle,
            upr_session=row.session,
            review_date=row.review_date,
            response=row.response,
            action=row.action,
            action_label=Action(row.action).label,
            issues=row.issues,
            issue_labels=tuple(self.labels[code] for code in row.issues),
            report=self.reports.get((row.state, row.cycle)),
            source=self.sources.title(row.source_id),
            source_url=self.sources.url(row.source_id),
            page=f"{self.page}#r{row.rec_id}",
        )
