"""What the record holds, finding a thing in it, citing it, what is wrong with it, and by which rules it counts."""

from typing import Annotated

from fastapi import Query

from onrecord.publish.api.operations import Operations
from onrecord.publish.api.parameters import WORD, IdPath, Short
from onrecord.publish.views.citation import Citation, citation
from onrecord.publish.views.home import HomeRecord, home_record
from onrecord.publish.views.lists import DataRecord, data_record
from onrecord.publish.views.methods import MethodsRecord, methods_record
from onrecord.publish.views.search import SearchResult, search
from onrecord.publish.web.answers import Opened

operations = Operations("Looking up", "What the record holds, search, citations, coverage, audit, methods.")

Words = Annotated[Short, Query(description="Words to look for.", examples=["iran", "25/24"])]
Sort = Annotated[Short | None, WORD, Query(description="Only one kind of thing, in full.", examples=["texts"])]
Rule = Annotated[Short | None, WORD, Query(description="Only this rule of the audit.", examples=["agenda item"])]


@operations.one("/home")
def home(record: Opened) -> HomeRecord:
    """What the record holds, in figures drawn from it."""
    return home_record(record)


@operations.one("/search", example="q=myanmar")
def search_for(record: Opened, q: Words = "", kind: Sort = None) -> SearchResult:
    """What fits some words.

    States, pages, situations, sessions, elections, treaties, statements and texts, the first of each kind or all of
    one; ``exact`` is the one page that the words name.
    """
    return search(record, q, kind=kind)


@operations.one("/cite/{id:path}", page=lambda view: view.cite.page)
def cite(record: Opened, id: IdPath) -> Citation:
    """Where one thing stands.

    The words to cite it by, its UN document and the place in it, the source it was read from, and its page.
    """
    return citation(record, id)


@operations.one("/data", example="rule=agenda item")
def data(record: Opened, rule: Rule = None) -> DataRecord:
    """What is wrong or missing.

    The audit's findings by rule, what each table covers and whether it is complete, and the sources.
    """
    return data_record(record, rule)


@operations.one("/methods")
def methods(record: Opened) -> MethodsRecord:
    """Every rule, selection and measure under the name the record uses for it."""
    return methods_record(record)
