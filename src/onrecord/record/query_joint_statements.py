"""Questions about joint statements: what they were about, who led and who joined them, how whole the lists are."""

from dataclasses import replace

from onrecord.record.store import Record
from onrecord.sources.facts_commitments import JointStatement, ListComplete, Signature
from onrecord.vocabulary.dates import PartialDate


def joint_statements(record: Record) -> list[JointStatement]:
    """Return every joint statement, the earliest first."""
    return record.rows(_joint_statement, "SELECT * FROM joint_statement ORDER BY date, statement")


def _joint_statement(*values) -> JointStatement:
    row = JointStatement(*values)
    return replace(row, date=PartialDate(row.date), list_complete=ListComplete(row.list_complete))


def signatures(record: Record) -> list[Signature]:
    """Return every state known to have joined a joint statement, by statement and state."""
    return record.rows(Signature, "SELECT * FROM signature ORDER BY statement, state")
