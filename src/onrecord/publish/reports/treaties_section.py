"""The treaties in a report: what was outstanding at the election, joined in the term, and outstanding at its end."""

from collections.abc import Iterator

from onrecord.measures.treaties import TreatyStatus
from onrecord.publish.reports.document import Block, Column, Finding, Note, Section, Table, Words
from onrecord.publish.reports.notes import cell, distinct, page_note, source_note
from onrecord.publish.reports.term_views import TermViews
from onrecord.publish.sentences import day
from onrecord.publish.views.shared import Sentence
from onrecord.publish.views.treaties import ActLine, TreatiesOfState, TreatyLine
from onrecord.publish.wording.treaties import scope


def treaties_section(views: TermViews) -> Section:
    """Return the part of a report on treaties over a term."""
    return Section("Treaties", tuple(_blocks(views)))


def term_findings(views: TermViews) -> list[Finding]:
    """Return what was joined during the term, in a sentence for each stretch of it."""
    now = views.treaties_now
    starts = {part.term_start for part in views.term.parts}
    said = zip(now.terms, now.sentences[1:], strict=True)
    return [
        Finding(sentence, distinct(act_note(a) for a in term.joined) or (depositary_note(now),))
        for term, sentence in said
        if term.term_start in starts
    ]


def _blocks(views: TermViews) -> Iterator[Block]:
    at_end, now = views.treaties, views.treaties_now
    for one in now.elections:
        if one.election_date == views.term.election:
            said = Sentence(one.text, one.counts.of_adopted_by_then, scope(), now.page)
            yield Finding(said, (depositary_note(now), source_note(one.source, one.source_url, "Election")))
    yield from term_findings(views)
    acts = [(what, a) for t in now.terms if t.term_start in {p.term_start for p in views.term.parts}
            for what, listed in (("joined", t.joined), ("signed", t.signed)) for a in listed]  # fmt: skip
    if acts:
        yield _acts(acts)
    yield Finding(at_end.sentences[0], _status_notes(at_end))
    if outstanding(at_end):
        yield outstanding_table(at_end)
    if now.as_at != at_end.as_at:
        yield Finding(now.sentences[0], _status_notes(now))


def outstanding(view: TreatiesOfState) -> list[TreatyLine]:
    """Return the treaties to which the state was not party on the day of the view."""
    return [one for one in view.treaties if one.status != TreatyStatus.PARTY]


def outstanding_table(view: TreatiesOfState) -> Table:
    """Return the treaties to which the state was not party, with what it had done towards each."""
    columns = (Column("Treaty", 4), Column("Short", 1), Column("Standing", 1.2), Column("Signed", 1.2))
    rows = tuple(
        (cell(t.title, (treaty_note(t),)), cell(t.instrument), cell(t.status), cell(t.signed_on and day(t.signed_on)))
        for t in outstanding(view)
    )
    return Table(f"Outstanding on {day(view.as_at)}", columns, rows)


def _acts(acts: list[tuple[str, ActLine]]) -> Table:
    columns = (Column("Treaty", 1), Column("Act", 1.5), Column("Date", 1.5), Column("Where compilations differ", 3))
    rows = tuple(
        (cell(a.instrument), cell(a.act, (act_note(a),)), cell(day(a.date)), cell(a.disagreement)) for _, a in acts
    )
    return Table("Acts during the term", columns, rows)


def _status_notes(view: TreatiesOfState) -> tuple[Note, ...]:
    return depositary_note(view), *(treaty_note(one) for one in outstanding(view))


def act_note(act: ActLine) -> Note:
    """Return the footnote to an act: the depositary's page of the treaty."""
    return Note(f"{act.instrument}: {act.source}", act.untc_url, publication=act.source)


def treaty_note(one: TreatyLine) -> Note:
    """Return the footnote to the depositary's page of a treaty."""
    return source_note("UN Treaty Collection, status of the treaty", one.untc_url, one.instrument)


def depositary_note(view: TreatiesOfState) -> Note:
    """Return the footnote to all of a state's acts, each of which leads to the depositary's page."""
    return page_note("Every act, each with the depositary's page in the UN Treaty Collection", view.page)


def left_to_join(view: TreatiesOfState) -> tuple[Words, ...]:
    """Return the treaties outstanding as points of a list."""
    return tuple(
        Words(f"{one.title} ({one.instrument}): {_so_far(one)}", (treaty_note(one),)) for one in outstanding(view)
    )


def _so_far(one: TreatyLine) -> str:
    signed = f"signed on {day(one.signed_on)}, not ratified" if one.signed_on else "no act in the record"
    return f"denounced on {day(one.denounced_on)}" if one.denounced_on else signed
