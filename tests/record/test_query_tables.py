"""Rows of a table come whole and in order, narrowed by what a column equals; what means nothing is refused."""

import pytest

from onrecord.record.query_tables import known_table, table_rows
from onrecord.record.schema import TABLES
from onrecord.vocabulary.errors import NotInVocabulary


@pytest.mark.parametrize("table", sorted(TABLES))
def test_every_table_gives_its_rows_with_every_column(record, table):
    found = table_rows(record, table, {}, 0, 3)
    assert found.n == record.manifest["tables"][table]["rows"]
    assert all(list(row) == list(TABLES[table].columns) for row in found.rows)


def test_rows_are_in_the_table_s_unique_order(record):
    rows = table_rows(record, "membership", {}, 0, 1000).rows
    keys = [(row["state"], row["term_start"]) for row in rows]
    assert keys == sorted(keys)
    later = table_rows(record, "membership", {}, 10, 5).rows
    assert later == rows[10:15]


@pytest.mark.parametrize(
    ("table", "equal", "sql"),
    [
        ("rollcall", {"body": "HRC", "vote_taken": "false"}, "body = 'HRC' AND NOT vote_taken"),
        ("rollcall", {"date": "2014-03-28", "yes": "21"}, "date = '2014-03-28' AND yes = 21"),
        ("rollcall", {"severity": ""}, "severity IS NULL"),
        ("vote", {"state": "KAZ", "position": "no"}, "state = 'KAZ' AND position = 'no'"),
        ("vote", {"state": "KAZ'; DROP TABLE vote"}, "false"),
    ],
)
def test_columns_are_held_to_what_is_written(record, table, equal, sql):
    ((n,),) = record.tuples(f"SELECT count(*) FROM {table} WHERE {sql}")
    found = table_rows(record, table, equal, 0, 5)
    assert found.n == n
    assert len(found.rows) == min(n, 5)


@pytest.mark.parametrize(
    ("table", "equal", "noun"),
    [
        ("rollcall", {"colour": "red"}, "column"),
        ("rollcall", {'date" OR 1=1 --': "x"}, "column"),
        ("rollcall", {"date": "28 March"}, "date"),
        ("rollcall", {"yes": "١"}, "yes"),
        ("rollcall", {"yes": "99999999999"}, "yes"),
        ("rollcall", {"vote_taken": "perhaps"}, "vote_taken"),
    ],
)
def test_what_means_nothing_is_refused(record, table, equal, noun):
    with pytest.raises(NotInVocabulary) as error:
        table_rows(record, table, equal, 0, 5)
    assert error.value.noun == noun


def test_a_table_there_is_not_is_refused():
    with pytest.raises(NotInVocabulary, match="votes"):
        known_table("votes")
