"""How an address of the API is made of a function that returns a view: its words, its envelope, its description."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from inspect import Parameter, Signature, signature
from types import FunctionType
from typing import Any, get_args

from fastapi import APIRouter, Request, Response, params

from onrecord.publish.api.answering import Said, Stretch, answer, around, mirrored
from onrecord.publish.api.parameters import AsOf, Limit, Start
from onrecord.publish.api.problems import UnknownWord
from onrecord.publish.web.answers import BadQuery
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary

AT_A_TIME = 100
"""Rows of a list in one answer, where the address does not say how many."""

View = FunctionType
Page = Callable[[Any], str | None]


@dataclass(frozen=True, slots=True)
class Operation:
    """One address of the API: the view it gives, and for a list the field of the view that holds its rows.

    ``example`` is the query with which the address is shown at work; ``page`` says where readers find the same,
    which is at the address without /v1 unless the view or this says otherwise. With ``any_word`` the function itself
    looks at the words of the query that the others leave.
    """

    path: str
    name: str
    group: str
    view: Any
    rows: str | None = None
    left_out: tuple[str, ...] = ()
    example: str = ""
    page: Page | None = None
    any_word: bool = False


class Operations:
    """The addresses of one group, in the order in which they are described."""

    def __init__(self, group: str, about: str) -> None:
        """Begin a group under a name, with a sentence on what it is about."""
        self.group, self.about = group, about
        self.router = APIRouter()
        self.all: list[Operation] = []

    def one(self, path: str, **more: Any) -> Callable[[View], View]:
        """Return a decorator that serves the view a function returns; ``more`` are fields of Operation."""
        return lambda view: self._register(view, Operation(path, "", self.group, None, **more))

    def many(self, path: str, rows: str, left_out: Sequence[str] = (), **more: Any) -> Callable[[View], View]:
        """Return a decorator that serves the ``rows`` of the view a function returns, a stretch at a time.

        What else the view says stands beside them, but for what is ``left_out``. A function that takes ``start`` and
        ``limit`` returns the stretch itself, and in ``n`` how many rows there are.
        """
        made = Operation(path, "", self.group, None, rows, (rows, *left_out), **more)
        return lambda view: self._register(view, made)

    def _register(self, view: View, made: Operation) -> View:
        own = signature(view)
        operation = replace(made, path=made.path.replace(":path", ""), name=view.__name__, view=own.return_annotation)
        self.all.append(operation)
        added = {"as_of": _parameter("as_of", AsOf)}
        if made.rows:
            added |= {"start": _parameter("start", Start, 0), "limit": _parameter("limit", Limit, AT_A_TIME)}
        parameters = {name: _by_name(one) for name, one in own.parameters.items()} | added
        whole = own.replace(parameters=list(parameters.values()))
        self._route(made.path, _served(view, operation, whole), whole, view)
        return view

    def _route(self, path: str, served: Callable[..., Response], whole: Signature, view: View) -> None:
        first = Parameter("request", Parameter.KEYWORD_ONLY, annotation=Request)
        parameters = sorted([first, *whole.parameters.values()], key=lambda one: one.default is not Parameter.empty)
        setattr(served, "__signature__", whole.replace(parameters=parameters))  # noqa: B010  (not typed to have one)
        summary, description = described(view)
        for method in ("GET", "HEAD"):
            self.router.add_api_route(
                path,
                served,
                methods=[method],
                response_model=None,
                operation_id=view.__name__,
                include_in_schema=method == "GET",
                tags=[self.group],
                summary=summary,
                description=description,
            )


def described(view: View) -> tuple[str, str]:
    """Return the first line of a function's docstring, and the rest of it in words for readers."""
    first, _, rest = (view.__doc__ or "").replace("``", "").partition("\n\n")
    return first.strip(), " ".join((rest or first).split())


def _by_name(one: Parameter) -> Parameter:
    return one.replace(kind=Parameter.KEYWORD_ONLY)


def _parameter(name: str, annotation: Any, default: Any = None) -> Parameter:
    return Parameter(name, Parameter.KEYWORD_ONLY, default=default, annotation=annotation)


def words_of(whole: Signature) -> frozenset[str]:
    """Return the words that a query may have, by the annotations of a function."""
    found = set()
    for one in whole.parameters.values():
        for mark in get_args(one.annotation)[1:]:
            if isinstance(mark, params.Query):
                found.add(mark.alias or one.name)
    return frozenset(found)


def check_words(request: Request, known: frozenset[str] | None) -> None:
    """Raise UnknownWord for a word of the query that is not among those known, if any will not do; or given twice."""
    seen: set[str] = set()
    for name, _ in request.query_params.multi_items():
        if known is not None and name not in known:
            raise UnknownWord("parameter", f"one of {', '.join(sorted(known))}", name, tuple(sorted(known)))
        if name in seen:
            raise UnknownWord("parameter", "each word of the query once", f"{name} twice")
        seen.add(name)


def _served(view: View, operation: Operation, whole: Signature) -> Callable[..., Response]:
    known = None if operation.any_word else words_of(whole)
    own = set(signature(view).parameters)

    def served(request: Request, **given: Any) -> Response:
        check_words(request, known)
        found = asked_of_record(request, lambda: view(**{name: given[name] for name in own}))
        record: Record = given["record"]
        said = _said(request, operation, found, given, "start" in own)
        return answer(request, record, said)

    return served


def asked_of_record(request: Request, ask: Callable[[], Any]) -> Any:
    """Return what is asked; a word of the query that the record does not know is a bad query, not a missing page."""
    try:
        return ask()
    except NotInVocabulary as error:
        in_path = {str(value) for value in request.path_params.values()}
        in_query = {word.strip() for pair in request.query_params.multi_items() for word in pair}
        if not in_path or (error.found.strip() in in_query - in_path):
            raise BadQuery(error.noun, error.expected, error.found, error.suggestions) from error
        raise


def _said(request: Request, operation: Operation, view: Any, given: dict[str, Any], cut: bool) -> Said:
    page = operation.page(view) if operation.page else mirrored(request)
    if operation.rows is None:
        return Said(view, page=page if operation.page else getattr(view, "page", page))
    rows: Sequence[Any] = getattr(view, operation.rows)
    n = view.n if cut else len(rows)
    start, limit = given["start"], given["limit"]
    shown = rows if cut else rows[start : start + limit]
    return Said(shown, around(view, operation.left_out), Stretch(n, start, limit), page)
