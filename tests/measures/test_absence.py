"""Absences left out or read as abstentions: nothing else of the table changes."""

import numpy as np

from onrecord.measures.absence import Absence, coded
from onrecord.record.position_table import Code, VoteSelection, position_table
from onrecord.vocabulary.rollcalls import Body


def test_left_out_is_the_table_as_it_is(record) -> None:
    table = position_table(record, VoteSelection(first_year=2011, last_year=2011))
    assert coded(table, Absence.LEFT_OUT) is table


def test_only_listed_absences_become_abstentions(record) -> None:
    table = position_table(record, VoteSelection(first_year=2007, last_year=2012))
    found = coded(table, Absence.ABSTENTION)
    changed = found.codes != table.codes
    assert changed.sum() == (table.codes == Code.ABSENT).sum() > 50
    assert set(table.codes[changed]) == {Code.ABSENT}
    assert set(found.codes[changed]) == {Code.ABSTAIN}
    assert (found.states, found.rollcalls, found.codes.dtype) == (table.states, table.rollcalls, np.int8)


def test_what_is_not_in_the_record_stays_so(record) -> None:
    table = position_table(record, VoteSelection(Body.GA, first_year=1980, last_year=1980))
    found = coded(table, Absence.ABSTENTION)
    unknown = table.codes == Code.UNKNOWN
    assert unknown.any()
    assert (found.codes[unknown] == Code.UNKNOWN).all()
