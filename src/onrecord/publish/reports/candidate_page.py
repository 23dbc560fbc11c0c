"""One candidate in a brief: terms and votes as a member, pledges, treaties, reviews, ratings, what is not known."""

from collections.abc import Iterator, Sequence

from onrecord.publish.reports.cooperation_sections import requests, review_findings
from onrecord.publish.reports.document import Block, Bullets, Column, Finding, Note, Paragraph, Section, Table, Words
from onrecord.publish.reports.notes import cell, distinct, page_note, source_note
from onrecord.publish.reports.pledges_section import pledges_section
from onrecord.publish.reports.term_report import candidate_notes
from onrecord.publish.reports.treaties_section import depositary_note
from onrecord.publish.sentences import capital, day, percent
from onrecord.publish.views.elections import Candidate
from onrecord.publish.views.pledges import pledges_of_state, pledges_page
from onrecord.publish.views.scorecard_cells import Cell, Evidence
from onrecord.publish.views.scorecards import Scorecard
from onrecord.publish.views.standing import standing_of_state
from onrecord.publish.views.state import StateRecord, TermLine, YearLine, state_record
from onrecord.publish.views.treaties import treaties_of_state
from onrecord.publish.views.upr import upr_of_state
from onrecord.publish.views.visits import visits_of_state
from onrecord.record.store import Record

SHOWN = 3
"""How many facts are footnoted to an answer; the scorecard's page has them all."""


def candidate_section(known: Record, candidate: Candidate, card: Scorecard) -> Iterator[Section]:
    """Return the part of a brief on one candidate, from the record as known on the day of the election."""
    iso3 = candidate.state.iso3
    opening = Finding(candidate.sentence, candidate_notes(candidate))
    state = state_record(known, iso3)
    yield Section(candidate.state.name, (opening, *_terms(state), _answers(iso3, card)), new_page=True)
    yield from _pledges(known, candidate)
    yield Section("Cooperation and ratings", tuple(_cooperation(known, candidate)), level=2)
    yield Section("Not in the record, which is not a no", (_unanswered(iso3, card),), level=2)


def _terms(state: StateRecord) -> Iterator[Block]:
    note = page_note("Its whole voting record, each vote with its UN document", state.page)
    if not state.terms:
        text = f"{capital(state.state.running_name)} had held no seat on the Council, and had no vote to cast."
        yield Paragraph((Words(text, (note,)),))
        return
    yield Bullets(tuple(_term(term) for term in state.terms))
    sat = [line for line in state.years if line.n]
    if sat:
        yield Finding(state.sentences[-1], (note,))
        yield _years(sat, note)


def _term(term: TermLine) -> Words:
    end = f"to {day(term.term_end)}" if term.term_end else "running"
    ended = f", {term.end_reason}" if term.end_reason not in {None, "expired"} else ""
    text = f"Member from {day(term.term_start)} {end}{ended}"
    return Words(text, (source_note(term.source, term.source_url, "Membership"),))


def _years(sat: Sequence[YearLine], note: Note) -> Table:
    columns = (
        Column("Year", 0.7), Column("Seat", 2), Column("n", 0.6, True), Column("In favour", 0.9, True),
        Column("Against", 0.9, True), Column("Abstained", 0.9, True), Column("Absent", 0.9, True),
        Column("Share in favour", 1.1, True),
    )  # fmt: skip
    rows = tuple(
        (cell(y.year, (note,)), cell(y.status), *(cell(n) for n in (y.n, y.yes, y.no, y.abstain, y.absent)), _share(y))
        for y in sat
    )
    return Table("Votes on country situations as a member, without agenda item 7", columns, rows)


def _share(line: YearLine) -> Words:
    return cell(f"{percent(line.share_yes)}{'†' * bool(line.doubtful)}" if line.share_yes is not None else None)


def _answers(iso3: str, card: Scorecard) -> Table:
    columns = (Column("Criterion", 1.5), Column("Answer on the day of the election", 2), Column("Remark", 2.5))
    found = [(row, one) for row in card.rows for one in row.cells if one.iso3 == iso3 and one.value is not None]
    rows = tuple(
        (cell(row.criterion), cell(one.words, _evidence(one, card), strong=True), cell(one.remark))
        for row, one in found
    )
    return Table("What the record answers, by the criteria of the scorecard", columns, rows)


def _evidence(one: Cell, card: Scorecard) -> tuple[Note, ...]:
    whole = page_note("Every answer with its evidence", card.page)
    return distinct([*(_fact(fact) for fact in one.evidence[:SHOWN]), whole])


def _fact(fact: Evidence) -> Note:
    if fact.link and fact.link.startswith("/"):
        return page_note(f"{fact.text}: {fact.source}", fact.link)
    return source_note(fact.source, fact.link or fact.source_url, fact.text)


def _pledges(known: Record, candidate: Candidate) -> Iterator[Section]:
    view = pledges_of_state(known, candidate.state.iso3)
    page = pledges_page(candidate.state)
    chosen = view if view.pledges or view.said_to_have_none else None
    yield pledges_section(candidate.state.running_name, page, chosen, "Pledges, with their status on that day", level=2)


def _cooperation(known: Record, candidate: Candidate) -> Iterator[Block]:
    iso3 = candidate.state.iso3
    treaties = treaties_of_state(known, iso3)
    yield Finding(treaties.sentences[0], (depositary_note(treaties),))
    upr = upr_of_state(known, iso3)
    yield from review_findings(upr, upr.reviews[-2:])
    for one, said in requests(visits_of_state(known, iso3)):
        if one.answered_on is None:
            yield Finding(said, (source_note(one.source, one.source_url),))
    standing = standing_of_state(known, iso3)
    rated = page_note("How others rate it, year by year, each with its source", standing.page)
    yield from (Finding(sentence, (rated,)) for sentence in standing.sentences)


def _unanswered(iso3: str, card: Scorecard) -> Block:
    found = [(row, one) for row in card.rows for one in row.cells if one.iso3 == iso3 and one.value is None]
    note = page_note("Every answer with its evidence", card.page)
    items = tuple(Words(f"{row.question} {_because(one)}", (note,)) for row, one in found)
    return Bullets(items) if items else Paragraph((Words("Every criterion of the scorecard is answered.", (note,)),))


def _because(one: Cell) -> str:
    return f"Not in the record: {one.remark}." if one.remark else "Not in the record."
