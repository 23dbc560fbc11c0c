"""The record's tables as they are, for those who load them whole."""

from typing import Annotated

from fastapi import Depends, Path, Request

from onrecord.publish.api.operations import Operations
from onrecord.publish.views.tables import TableList, TableOfRecord, table_list, table_of_record
from onrecord.publish.web.answers import Opened
from onrecord.publish.web.marking import AS_OF

operations = Operations("Tables", "The record's tables as they are, row by row.")

TablePath = Annotated[str, Path(description="A table by its name.", examples=["membership", "treaty_act"])]


def _columns(request: Request) -> dict[str, str]:
    return {name: words for name, words in request.query_params.items() if name not in {"start", "limit", AS_OF}}


Columns = Annotated[dict[str, str], Depends(_columns)]


def _to_data(view: object) -> str:
    return "/data"


@operations.many("/tables", rows="tables", page=_to_data)
def tables(record: Opened) -> TableList:
    """The tables of the record, with the meaning of every column."""
    return table_list(record)


@operations.many("/tables/{table}", rows="rows", example="state=KAZ&limit=5", page=_to_data, any_word=True)
def table_rows(record: Opened, start: int, limit: int, table: TablePath, columns: Columns) -> TableOfRecord:
    """The rows of one table, in its unique order.

    Any column can stand in the query with the value it must equal; an empty one asks for rows without a value. A
    filter is an equality and nothing more: what a figure needs is what the other addresses are for. How complete a
    table is stands in the table ``coverage``; a row that is not there does not mean no.
    """
    return table_of_record(record, table, columns, start, limit)
