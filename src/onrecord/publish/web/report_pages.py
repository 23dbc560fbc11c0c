"""Reports, briefs and letters: what there is; each as a page with its JSON twin, and as PDF, Word and HTML file."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

from fastapi import APIRouter, Request, Response

from onrecord.publish.languages.language import Language, speaking
from onrecord.publish.reports.calls import Calls
from onrecord.publish.reports.candidate_brief import candidate_brief
from onrecord.publish.reports.choices import ReportChoices, report_choices
from onrecord.publish.reports.document import Document, scope_words
from onrecord.publish.reports.formats import Format
from onrecord.publish.reports.letter import letter
from onrecord.publish.reports.term_report import term_report
from onrecord.publish.reports.written import written
from onrecord.publish.views.elections import find_election
from onrecord.publish.web.answers import BadQuery, Moved, Opened, page, tagged
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary

router = APIRouter()
_REPORT, _LETTER, _BRIEF = "/reports/{asked}/{term}", "/letters/{asked}", "/briefs/{election}"


def _with_data(record: Record, view: ReportChoices) -> dict[str, Any]:
    path, mark, words = view.page.partition("?")
    return {"forms": tuple(Format), "data": f"{path}.json{mark}{words}"}


@page(router, "/reports", "reports.html", more=_with_data)
def reports(record: Opened, state: str = "") -> ReportChoices:
    """What can be reported on."""
    with _asked_in_words():
        return report_choices(record, state or None)


def _for_page(record: Record, view: Document) -> dict[str, Any]:
    path, mark, words = view.page.partition("?")
    return {
        "calls": Calls(view),
        "scope_words": scope_words,
        "address": lambda address: address,
        "forms": tuple(Format),
        "at": lambda form: f"{path}.{form}{mark}{words}",
    }


@lru_cache(maxsize=32)
def _report(record: Record, asked: str, term: str) -> Document:
    with speaking(Language.EN):
        return term_report(record, asked, term)


@lru_cache(maxsize=32)
def _letter(record: Record, asked: str, term: str, election: str) -> Document:
    with speaking(Language.EN):
        return letter(record, asked, term or None, election or None)


@lru_cache(maxsize=8)
def _brief(record: Record, election: str, group: str, state: str) -> Document:
    with speaking(Language.EN):
        return candidate_brief(record, election, group or None, state or None)


@contextmanager
def _asked_in_words() -> Generator[None]:
    """Turn a word of the query that means nothing into BadQuery."""
    try:
        yield
    except NotInVocabulary as error:
        raise BadQuery(error.noun, error.expected, error.found, error.suggestions) from error


def _found_report(record: Record, asked: str, term: str) -> Document:
    slug = record.gazetteer.resolve(asked).slug
    if slug != asked:
        raise Moved(f"/reports/{slug}/{term}")
    found = _report(record, asked, term)
    if found.page != f"/reports/{asked}/{term}":
        raise Moved(found.page)
    return found


def _found_letter(record: Record, asked: str, term: str, election: str) -> Document:
    slug = record.gazetteer.resolve(asked).slug
    if slug != asked:
        raise Moved(f"/letters/{slug}")
    with _asked_in_words():
        return _letter(record, asked, term, election)


def _found_brief(record: Record, election: str, group: str, state: str) -> Document:
    day = find_election(record, election).isoformat()
    if day != election:
        raise Moved(f"/briefs/{day}")
    with _asked_in_words():
        return _brief(record, day, group, state)


def _file(request: Request, find: Callable[[], Document], form: Format) -> Response:
    try:
        document = find()
    except Moved as moved:
        raise Moved(f"{moved.address}.{form}") from None
    response = tagged(request, written(document, form, str(request.base_url).rstrip("/")), form.media_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{document.file_name}.{form}"'
    return response


def _files(form: Format) -> None:
    """Serve each kind of report as a file of one form."""

    def of_report(request: Request, record: Opened, asked: str, term: str) -> Response:
        return _file(request, lambda: _found_report(record, asked, term), form)

    def of_letter(request: Request, record: Opened, asked: str, term: str = "", election: str = "") -> Response:
        return _file(request, lambda: _found_letter(record, asked, term, election), form)

    def of_brief(request: Request, record: Opened, election: str, group: str = "", state: str = "") -> Response:
        return _file(request, lambda: _found_brief(record, election, group, state), form)

    for path, answer in ((_REPORT, of_report), (_LETTER, of_letter), (_BRIEF, of_brief)):
        router.add_api_route(f"{path}.{form}", answer, methods=["GET", "HEAD"], response_model=None)


for _form in Format:
    _files(_form)


@page(router, _REPORT, "report.html", more=_for_page)
def report_of_term(record: Opened, asked: str, term: str) -> Document:
    """The report of a state's term."""
    return _found_report(record, asked, term)


@page(router, _LETTER, "report.html", more=_for_page)
def letter_to_state(record: Opened, asked: str, term: str = "", election: str = "") -> Document:
    """The skeleton of a letter to a state."""
    return _found_letter(record, asked, term, election)


@page(router, _BRIEF, "report.html", more=_for_page)
def brief_on_election(record: Opened, election: str, group: str = "", state: str = "") -> Document:
    """The brief on the candidates of an election."""
    return _found_brief(record, election, group, state)
