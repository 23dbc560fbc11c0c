"""Cooperation with the UN's mechanisms in a report: the Universal Periodic Review, visits, standing invitations."""

from collections.abc import Iterator, Sequence

from onrecord.publish.reports.document import Block, Column, Finding, Note, Paragraph, Section, Table, Words
from onrecord.publish.reports.notes import cell, distinct, document_note, page_note, source_note
from onrecord.publish.reports.term_views import TermViews, span
from onrecord.publish.sentences import day
from onrecord.publish.views.shared import Sentence
from onrecord.publish.views.upr import ReviewOfState, UprOfState
from onrecord.publish.views.visits import InvitationLine, RequestLine, VisitLine, VisitsOfState
from onrecord.publish.written_dates import in_words, year_of


def upr_section(views: TermViews) -> Section:
    """Return the part of a report on the reviews of the cycles near the term."""
    near = reviews_near(views)
    if not near:
        text = f"No review of {views.name} near the term is in the record; that is not to say that there was none."
        blocks: tuple[Block, ...] = (Paragraph((Words(text, (page_note("Reviews in the record", views.upr.page),)),)),)
    else:
        blocks = (*review_findings(views.upr, near), _reviews(near))
    return Section("Universal Periodic Review", blocks)


def reviews_near(views: TermViews) -> list[ReviewOfState]:
    """Return the reviews held in the years of the term, the last before them and the first after."""
    first, last = views.term.first_day.year, views.term.last_day.year
    dated = [(year, one) for one in views.upr.reviews if (year := _year(one)) is not None]
    before, after = [r for y, r in dated if y < first], [r for y, r in dated if y > last]
    return [*before[-1:], *(r for y, r in dated if first <= y <= last), *after[:1]]


def _year(one: ReviewOfState) -> int | None:
    return one.year or year_of(one.report_adopted) or year_of(one.outcome_date)


def review_findings(view: UprOfState, chosen: Sequence[ReviewOfState]) -> list[Finding]:
    """Return what was counted at some of a state's reviews, each with its documents."""
    counted = [one for one in view.reviews if one.items or one.rows or one.other_count]
    said = dict(zip((one.cycle for one in counted), view.sentences, strict=False))
    return [Finding(said[one.cycle], review_notes(one)) for one in chosen if one.cycle in said]


def review_notes(one: ReviewOfState) -> tuple[Note, ...]:
    """Return the footnotes of a review: the working group's report, the decision on the outcome, the source."""
    documents = [
        document_note(found.symbol, found.url, place)
        for found, place in ((one.report, "report of the working group"), (one.outcome, "decision on the outcome"))
        if found
    ]
    return distinct((*documents, source_note(one.source, one.source_url)))


_REVIEW = (
    Column("Cycle", 0.5, True), Column("Reviewed", 1.5), Column("Items of the report", 0.8, True),
    Column("UPR Info's rows", 1.5), Column("Another count, in its unit", 2.2), Column("Outcome", 1.3),
)  # fmt: skip


def _reviews(near: Sequence[ReviewOfState]) -> Table:
    caption = "Reviews near the term, each count under its own unit: the units are not to be compared"
    return Table(caption, _REVIEW, tuple(_review(one) for one in near))


def _review(one: ReviewOfState) -> tuple[Words, ...]:
    rows = one.rows and f"{one.rows.n}: {one.rows.accepted} accepted, {one.rows.noted} noted{_open(one.rows.unknown)}"
    return (
        cell(one.cycle),
        cell(in_words(one.review_date), review_notes(one)),
        cell(one.items.n if one.items else "not in the record"),
        cell(rows or "not in the record"),
        cell(_other(one) or "not in the record"),
        cell(one.outcome.symbol if one.outcome else "not in the record"),
    )


def _open(unknown: int) -> str:
    return f", {unknown} not known" if unknown else ""


def _other(one: ReviewOfState) -> str | None:
    other = one.other_count
    if other is None:
        return None
    parts = [f"{n} {what}" for n, what in ((other.supported, "supported"), (other.noted, "noted")) if n is not None]
    became = f" ({', '.join(parts)})" if parts else ""
    return f"{other.n}{became}; {other.unit}"


def visits_section(views: TermViews) -> Section:
    """Return the part of a report on visits in the term, requests for visits and the standing invitation."""
    return Section("Visits and standing invitation", tuple(_visits(views)))


def _visits(views: TermViews) -> Iterator[Block]:
    view, whole = views.visits, page_note("All visits, requests and invitations in the record", views.visits.page)
    made = [v for v in view.visits if views.within(v.opened)]
    if made:
        yield _table(made)
    else:
        text = "No visit in the term is in the record. The list of visits is not complete: there may have been some."
        yield Paragraph((Words(text, (whole,)),))
    for one, said in requests(view):
        if one.known_by <= views.term.last_day:
            yield Finding(said, (source_note(one.source, one.source_url),))
    invited = [(line, said) for line, said in invitations(view) if _by(line, views)]
    for line, said in invited:
        yield Finding(said, (source_note(line.source, line.source_url),))
    if not invited:
        text = (
            f"No standing invitation of {views.name} by the end of the term is in the record; the lists are not"
            " complete, so that is not to say that there was none."
        )
        yield Paragraph((Words(text, (whole,)),))


def _by(line: InvitationLine, views: TermViews) -> bool:
    days = span(line.date)
    return days is not None and days[0] <= views.term.last_day


def requests(view: VisitsOfState) -> list[tuple[RequestLine, Sentence]]:
    """Return the requests for visits, each with its sentence."""
    return list(zip(view.requests, view.sentences[1:], strict=False))


def invitations(view: VisitsOfState) -> list[tuple[InvitationLine, Sentence]]:
    """Return what sources say of a standing invitation, each with its sentence."""
    said = view.sentences[1 + len(view.requests) :]
    return list(zip(view.invitations, said, strict=False))


def _table(made: Sequence[VisitLine]) -> Table:
    columns = (Column("From", 1), Column("To", 1), Column("Who", 3), Column("Holder", 1.4), Column("Status", 0.9))
    rows = tuple(
        (cell(day(v.opened)), cell(v.closed and day(v.closed)), cell(v.mandate, visit_notes(v)), cell(v.holder),
         cell(v.status))
        for v in made
    )  # fmt: skip
    return Table("Visits in the term that are in the record; the list is not complete", columns, rows)


def visit_notes(one: VisitLine) -> tuple[Note, ...]:
    """Return the footnotes of a visit: its report, where one is known, and the source of its days."""
    report = (document_note(one.report.symbol, one.report.url, "report on the visit"),) if one.report else ()
    return *report, source_note(one.source, one.source_url)
