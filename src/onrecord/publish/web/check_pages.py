"""The page that checks a text, its JSON twin and its exports. The text is answered and forgotten."""

import json
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import Annotated

import anyio
import anyio.to_thread
from fastapi import APIRouter, Depends, Request, Response
from starlette.responses import RedirectResponse

from onrecord.claims.check import Checker
from onrecord.claims.documents import read_apart
from onrecord.publish.as_json import as_json
from onrecord.publish.check_asked import LONGEST_TEXT, Asked
from onrecord.publish.claim_review import claim_reviews
from onrecord.publish.views.check import CheckRecord, Checks, check, check_form, check_record
from onrecord.publish.web.answers import Opened, rendered, wants_json
from onrecord.publish.web.check_export import export_page
from onrecord.publish.web.check_marking import blocks, slots
from onrecord.publish.web.check_requests import LARGEST_FILE, NotTaken, Sent, sent
from onrecord.publish.web.errors import problem
from onrecord.publish.wording import check as say
from onrecord.record.coverage_of import council_votes_span
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary, UnreadableDocument

router = APIRouter()

SECONDS = 20.0
"""How long a text is checked at most; the sentences not reached by then are named as such."""

AT_ONCE = 4
"""How many texts are checked at a time."""

WAITING = 40
"""How many more may wait for their turn."""


@lru_cache(maxsize=4)
def _checker_of(record: Record) -> Checks:
    return Checker(record)


def checker(record: Opened) -> Checks:
    """Return the checker over the record of the page, made once."""
    return _checker_of(record)


_Show = Callable[[Request, Record, CheckRecord, Asked], Response]


def _serve(path: str, show: _Show, unasked: Callable[[Request, Record], Response]) -> None:
    """Answer at ``path`` with a checked text, however it was sent; ``unasked`` where none was."""

    async def answer(request: Request, record: Opened, checks: Annotated[Checks, Depends(checker)]) -> Response:
        try:
            asked = await sent(request)
            if asked is None:
                return unasked(request, record)
            # Laying out a long text takes a while, too: both are done beside the server, not in it.
            response = await beside(request, lambda: shown(request, record, checks, asked, show))
        except (NotTaken, NotInVocabulary) as error:
            response = _refused(request, record, error)
        return forgotten(response)

    router.add_api_route(path, answer, methods=["GET", "HEAD", "POST"], response_model=None)


def forgotten(response: Response) -> Response:
    """Return an answer that nobody is to keep: neither caches nor search engines."""
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    if "ETag" in response.headers:
        del response.headers["ETag"]
    return response


async def beside(request: Request, work: Callable[[], Response]) -> Response:
    """Return what work returns, done beside the server; NotTaken where too many texts are being checked."""
    state = request.app.state
    if not hasattr(state, "checking"):
        state.checking = anyio.CapacityLimiter(AT_ONCE)
    if state.checking.statistics().tasks_waiting >= WAITING:
        raise NotTaken(503, "Too many texts are being checked at this moment. Please try again in a minute.")
    return await anyio.to_thread.run_sync(work, limiter=state.checking)


def shown(request: Request, record: Record, checks: Checks, given: Sent, show: _Show) -> Response:
    """Return what was sent, checked and shown; NotTaken where there is no text, too much of one, or no such state."""
    asked, notes = _read(given)
    try:
        view = check_record(record, check(record, checks, asked, seconds=SECONDS), asked)
    except NotInVocabulary as error:
        raise NotTaken(422, _in_words(error), asked, error.suggestions) from error
    return show(request, record, replace(view, notes=(*notes, *view.notes)), asked)


def _read(given: Sent) -> tuple[Asked, tuple[str, ...]]:
    """Return what is asked with its text, from the file where there is one, and notes on how that was read."""
    asked, notes = given.asked, ()
    if given.file is not None:
        try:
            document = read_apart(given.file, given.name)
        except UnreadableDocument as error:
            raise NotTaken(415, str(error), asked) from error
        asked, notes = replace(asked, text=document.text), document.notes
    if not asked.text.strip():
        raise NotTaken(422, "There is no text to check: paste one, or choose a file that has text.", asked)
    if len(asked.text) > LONGEST_TEXT:
        why = f"The text is too long: {len(asked.text):,} characters, where this page takes {LONGEST_TEXT:,}."
        raise NotTaken(413, f"{why} The command line has no such limit.", replace(asked, text=""))
    return asked, notes


def _refused(request: Request, record: Record, error: NotTaken | NotInVocabulary) -> Response:
    words, status, asked, suggestions = str(error), 422, Asked(""), error.suggestions
    if isinstance(error, NotTaken):
        status, asked = error.status, error.asked
    else:
        words = _in_words(error)
    if wants_json(request):
        what = problem("not taken", "text", "", words, suggestions)
        return _json(json.dumps(what, ensure_ascii=False, indent=2) + "\n", status)
    return _form_page(request, record, asked, status, words, suggestions)


def _in_words(error: NotInVocabulary) -> str:
    return f"“{error.found}” is not a {error.noun} the record knows. It takes {error.expected}."


def _form_page(
    request: Request,
    record: Record,
    asked: Asked = Asked(""),  # noqa: B008  (a frozen value)
    status: int = 200,
    words: str | None = None,
    suggestions: tuple[str, ...] = (),
) -> Response:
    view = check_form(record, asked, words, suggestions)
    return rendered(request, "check.html", view, status, say=say, largest=LARGEST_FILE, longest=LONGEST_TEXT)


def _form(request: Request, record: Record) -> Response:
    return _form_page(request, record, Asked(say.EXAMPLE if "example" in request.query_params else ""))


def _page(request: Request, record: Record, view: CheckRecord, asked: Asked) -> Response:
    form, laid = check_form(record, asked), blocks(view)
    return rendered(request, "check_result.html", view, asked=asked, form=form, blocks=laid, slots=slots, say=say)


def _json(text: str, status: int = 200) -> Response:
    return Response(text, status, media_type="application/json; charset=utf-8")


def _twin(request: Request, record: Record, view: CheckRecord, asked: Asked) -> Response:
    return _json(as_json(view))


def _explained(request: Request, record: Record) -> Response:
    return _json(as_json(say.HOW_TO_ASK))


def _alone(request: Request, record: Record, view: CheckRecord, asked: Asked) -> Response:
    text = export_page(view, council_votes_span(record).last, str(request.base_url).rstrip("/"))
    return _saved(text, "onrecord-check.html", "text/html; charset=utf-8")


def _reviews(request: Request, record: Record, view: CheckRecord, asked: Asked) -> Response:
    text = claim_reviews(view, council_votes_span(record).last, str(request.base_url).rstrip("/"))
    return _saved(text, "onrecord-claim-review.jsonld", "application/ld+json")


def _saved(text: str, name: str, kind: str) -> Response:
    return Response(text, headers={"Content-Disposition": f'attachment; filename="{name}"'}, media_type=kind)


def _to_form(request: Request, record: Record) -> Response:
    return RedirectResponse("/check", 303)


def _embedded(request: Request, record: Record, view: CheckRecord, asked: Asked) -> Response:
    return rendered(request, "embed_check.html", view, say=say)


_serve("/check", _page, _form)
_serve("/check.json", _twin, _explained)
_serve("/check.html", _alone, _to_form)
_serve("/check.jsonld", _reviews, _to_form)
_serve("/embed/check", _embedded, _to_form)
