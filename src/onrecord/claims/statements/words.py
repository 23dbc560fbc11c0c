"""How joint statements read in a sentence."""

from onrecord.claims.events.typed import Described
from onrecord.claims.events.words import described_as
from onrecord.claims.evidence import row
from onrecord.claims.naming import day, state_name
from onrecord.claims.statements.selecting import Statement
from onrecord.record.store import Record
from onrecord.sources.facts_commitments import ListComplete
from onrecord.vocabulary.periods import Period
from onrecord.vocabulary.verdicts import Evidence


def statement_label(one: Statement) -> str:
    """Return "the joint statement “…” of 7 March 2014 (HRC25)"."""
    kind = "letter" if one.letter else "statement"
    return f"the joint {kind} “{one.row.subject_matter}” of {days(one.days)} ({one.row.forum})"


def days(period: Period) -> str:
    """Return the days of a statement: "7 March 2014", "March 2014"."""
    if period.first == period.last and period.first:
        return day(period.first)
    return period.words.removeprefix("in ").removeprefix("from ")


def listing(one: Statement) -> str:
    """Return how whole a statement's list is: "a complete list of 27 States"."""
    n = len(one.signed)
    return {
        ListComplete.FULL: f"a complete list of {n} States",
        ListComplete.MEMBERS_ONLY: f"a list of {n} members of the Council only",
        ListComplete.PARTIAL: f"a partial list of {n} States",
        ListComplete.NONE: "no list of those that joined was found",
    }[one.row.list_complete]


def statement_row(record: Record, one: Statement) -> Evidence:
    """Return a joint statement as evidence."""
    led = f"; led by {state_name(record, one.row.led_by)}" if one.row.led_by else ""
    n = f"; {one.row.n_states} States by the source's count" if one.row.n_states is not None else ""
    says = f"{statement_label(one)}{led}{n}; {listing(one)}"
    page = f"/joint-statements/{one.row.statement}"
    return row(record, f"joint_statements:{one.row.statement}", says, one.row.source_id, None, page)


def signature_row(record: Record, one: Statement, state: str) -> Evidence:
    """Return a state's place on a statement's list as evidence."""
    says = f"{state_name(record, state)} is on the list of {statement_label(one)}"
    page = f"/joint-statements/{one.row.statement}"
    return row(record, f"joint_statement_signatories:{one.row.statement}/{state}", says, one.row.source_id, None, page)


def described_words(record: Record, statements: Described) -> str:
    """Return joint statements as a sentence names them."""
    return described_as(record, statements, "joint letter" if statements.letter else "joint statement")
