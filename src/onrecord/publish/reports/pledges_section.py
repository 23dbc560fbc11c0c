"""The pledges in a report: each clause with its computed status, the reason for it and its evidence."""

from collections.abc import Sequence

from onrecord.publish.reports.document import Bullets, Column, Finding, Note, Paragraph, Section, Table, Words
from onrecord.publish.reports.notes import cell, distinct, document_note, page_note, source_note
from onrecord.publish.views.pledges import EvidenceLine, NoPledge, PledgeLine, PledgesOfState
from onrecord.publish.written_dates import in_words

SHOWN = 4
"""How many rows of evidence a table shows for a clause; the others are on the clause's page."""


def pledges_section(name: str, page: str, view: PledgesOfState | None, heading: str, level: int = 1) -> Section:
    """Return the part of a report on pledges; the record holding none is not to say that none was made."""
    if view is None:
        text = (
            f"No pledge of {name} for this term is in the record, which holds the pledges of some candidacies only:"
            " one may have been made."
        )
        return Section(heading, (Paragraph((Words(text, (page_note("Pledges in the record", page),)),)),), level)
    blocks = [Finding(sentence, pledge_notes(view)) for sentence in view.sentences if view.pledges]
    table = [_table(view.pledges)] if view.pledges else []
    none = [Bullets(tuple(_none(one) for one in view.said_to_have_none))] if view.said_to_have_none else []
    return Section(heading, (*blocks, *table, *none), level)


def pledge_notes(view: PledgesOfState) -> tuple[Note, ...]:
    """Return the footnotes to the documents in which the pledges of a view stand."""
    return distinct(note for one in view.pledges for note in _where(one)[:1])


def _where(one: PledgeLine) -> tuple[Note, ...]:
    read = source_note(one.source, one.source_url, "Pledge read from")
    if one.document is None:
        return (read,)
    return document_note(one.document, one.document_url, one.paragraph and f"paragraph {one.paragraph}"), read


def _table(pledges: Sequence[PledgeLine]) -> Table:
    columns = (Column("Pledge, in our words", 2.1), Column("Status", 0.9), Column("Reason and evidence", 3))
    days = {_days(one) for one in pledges}
    shared = f"; {min(days)}" if len(days) == 1 else ""
    caption = f"Each clause, what was asked of the record, and its computed status{shared}"
    return Table(caption, columns, tuple(_row(one, not shared) for one in pledges))


def _row(one: PledgeLine, with_days: bool) -> tuple[Words, ...]:
    made = f"{one.pledge} ({one.pledge_id}{f'; {_days(one)}' if with_days else ''})"
    later = f"; done later, on {in_words(one.done_later)}" if one.done_later else ""
    return cell(made, _where(one)), cell(f"{one.status}{later}", strong=True), _reason(one)


def _days(one: PledgeLine) -> str:
    due = one.due if one.due.startswith("no ") else f"due {one.due}"
    return f"pledged {in_words(one.pledged_on)}, {due}"


def _reason(one: PledgeLine) -> Words:
    asked = f"{one.asked} " if one.asked else ""
    shown, rest = one.evidence[:SHOWN], one.evidence[SHOWN:]
    listed = "; ".join(row.text for row in shown)
    more = f"; and {len(rest)} more on its page" if rest else ""
    evidence = f" In the record: {listed}{more}." if shown else ""
    needed = f" One would look at: {one.needed}." if one.needed else ""
    whole = page_note("Every clause with its test, its indicator and all its evidence", one.page.split("#")[0])
    return cell(f"{asked}{one.why}{evidence}{needed}", [*(note for row in shown for note in _evidence(row)), whole])


def _evidence(row: EvidenceLine) -> tuple[Note, ...]:
    link = row.link or row.source_url
    return (source_note(row.source, link),)


def _none(one: NoPledge) -> Words:
    return Words(f"{one.term}: {one.said}", (source_note(one.source, one.source_url),))


def open_pledges(pledges: Sequence[PledgeLine], statuses: Sequence[str]) -> tuple[Words, ...]:
    """Return the clauses of some statuses as points of a list, each with its document."""
    chosen = [one for one in pledges if one.status in statuses]
    return tuple(Words(f"{one.pledge} – {one.status}. {one.why}{_later(one)}", _where(one)) for one in chosen)


def _later(one: PledgeLine) -> str:
    return f" It was done later, on {in_words(one.done_later)}." if one.done_later else ""
