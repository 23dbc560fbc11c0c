"""How others rate a state, and what it says of itself, in a report of a term."""

from collections.abc import Iterable, Sequence

from onrecord.publish.reports.document import Block, Column, Note, Paragraph, Section, Table, Words
from onrecord.publish.reports.notes import cell, document_note, page_note, source_note
from onrecord.publish.reports.term_views import TermViews, span
from onrecord.publish.views.beside_claims import Beside, BesideRow
from onrecord.publish.views.self_reports import ClaimsOnTopic
from onrecord.publish.views.standing import FreedomLine, NhriLine, ObservationLine, PressLine, StandingOfState
from onrecord.publish.wording.standing import ranked_in_words
from onrecord.publish.written_dates import in_words


def ratings_section(views: TermViews) -> Section:
    """Return the part of a report on how others rated the state in the years of the term."""
    view, years = views.standing, range(views.term.first_day.year, views.term.last_day.year + 1)
    blocks: list[Block] = [_by_year(view, years)]
    blocks += [_decision(line) for line in view.national_institution if not line.annual and line.year in years]
    observed = [line for line in view.concluding_observations if views.within(line.adopted)]
    if observed:
        blocks.append(_observations(observed))
    return Section("How others rate it", tuple(blocks))


def _by_year(view: StandingOfState, years: Iterable[int]) -> Table:
    columns = (
        Column("Year", 0.5), Column("National institution, annual series", 1.5),
        Column("RSF, edition of the year", 1.7), Column("Freedom House, edition of the year", 2.6),
    )  # fmt: skip
    nhri = {line.year: line for line in view.national_institution if line.annual}
    press = {line.edition: line for line in view.press_freedom}
    house = {line.edition: line for line in view.freedom_house}
    whole = page_note("All ratings in the record, each with its source", view.page)
    rows = tuple(
        (cell(y, (whole,)), _institution(nhri.get(y)), _press(press.get(y)), _house(house.get(y))) for y in years
    )
    caption = (
        "Ratings by year. RSF's ranks before and from 2022 are not to be compared; Freedom House rates from 1, the most"
        " free, to 7, mostly on the year before the edition"
    )
    return Table(caption, columns, rows)


def _institution(line: NhriLine | None) -> Words:
    if line is None:
        return cell("not in the record")
    return cell(line.status_words, (source_note(line.source, line.source_url),))


def _press(line: PressLine | None) -> Words:
    if line is None or line.rank is None:
        return cell("not in the record")
    of = (source_note(line.of_source, line.of_source_url),) if line.of_source else ()
    return cell(f"rank {ranked_in_words(line)}", (source_note(line.source, line.source_url), *of))


def _house(line: FreedomLine | None) -> Words:
    if line is None:
        return cell("not in the record")
    under = f" (under review: {line.year_under_review})" if line.year_under_review else ""
    rights = f"political rights {line.political_rights}" if line.political_rights else None
    liberties = f"civil liberties {line.civil_liberties}" if line.civil_liberties else None
    said = ", ".join(part for part in (rights, liberties, line.status_words) if part)
    return cell(f"{said}{under}", (source_note(line.source, line.source_url),))


def _decision(line: NhriLine) -> Paragraph:
    who = f" ({line.institution})" if line.institution else ""
    text = f"National institution{who}, {in_words(line.date or str(line.year))}: {line.event}, {line.status_words}."
    return Paragraph((Words(text, (source_note(line.source, line.source_url),)),))


def _observations(lines: Sequence[ObservationLine]) -> Table:
    columns = (
        Column("Treaty body", 1),
        Column("Report considered", 2.4),
        Column("Adopted", 1.4),
        Column("Document", 1.8),
    )
    rows = tuple(
        (cell(o.treaty_body, _observation_notes(o)), cell(o.report_considered), cell(in_words(o.adopted)),
         cell(o.document.symbol if o.document else "not in the record"))
        for o in lines
    )  # fmt: skip
    return Table("Concluding observations adopted in the term that are in the record", columns, rows)


def _observation_notes(one: ObservationLine) -> tuple[Note, ...]:
    found = (document_note(one.document.symbol, one.document.url),) if one.document else ()
    return *found, source_note(one.source, one.source_url)


def self_reports_section(views: TermViews) -> Section:
    """Return the part of a report on what the state has said of itself since its last term, beside the record."""
    view = views.self_reports
    topics = [topic for topic in view.topics if _since_last_term(views, topic)]
    note = page_note("Everything the State has said of itself in the record", view.page)
    if not topics:
        text = f"Nothing that {views.name} said of itself before or in the term is in the record."
        return Section(_SELF, (Paragraph((Words(text, (note,)),)),))
    text = (
        "Statements of the State about itself, from the end of its last term to the end of this one, each beside what"
        " the record knew on the day it was made. The record does not judge them."
    )
    return Section(_SELF, (Paragraph((Words(text, (note,)),)), _claims(topics)))


_SELF = "What it says of itself, beside the record"


def _since_last_term(views: TermViews, topic: ClaimsOnTopic) -> bool:
    said = span(topic.said_on)
    earlier = [t.term_end for t in views.state.terms if t.term_end and t.term_end < views.term.first_day]
    after_last = said is not None and (not earlier or said[1] > max(earlier))
    return after_last and said is not None and said[0] <= views.term.last_day


def _claims(topics: Sequence[ClaimsOnTopic]) -> Table:
    columns = (
        Column("Said on", 0.9),
        Column("What it said, in our words", 2.6),
        Column("What the record knew that day", 2.8),
    )
    rows = tuple(_topic(topic) for topic in topics)
    return Table("Statements of the State beside the record", columns, rows)


def _topic(topic: ClaimsOnTopic) -> tuple[Words, ...]:
    said = " ".join(f"{claim.claim[:1].upper()}{claim.claim[1:]}." for claim in topic.claims)
    notes = [source_note(c.source, c.source_url, c.said_where) for c in topic.claims]
    knew = " ".join(f"{s.text} (n = {s.n})" for s in topic.beside.sentences)
    return cell(topic.said_on_in_words), cell(said, notes), cell(knew, _beside_notes(topic.beside))


SHOWN = 3
"""How many rows beside a claim are footnoted; the page has them all."""


def _beside_notes(beside: Beside) -> list[Note]:
    whole = [page_note("Every row beside the claim, with its source", s.page) for s in beside.sentences[:1]]
    return [*(_row_note(row) for row in beside.rows[:SHOWN]), *whole]


def _row_note(row: BesideRow) -> Note:
    if row.document:
        return document_note(row.document, row.document_url)
    return source_note(row.source, row.source_url)
