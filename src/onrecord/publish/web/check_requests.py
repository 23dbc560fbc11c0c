"""Reads what a reader sends to be checked: a form, a file, JSON or an address. Nothing of it is written to a disk."""

import json
from collections.abc import AsyncGenerator
from dataclasses import dataclass

from fastapi import Request
from python_multipart.exceptions import FormParserError
from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import FormParser, MultiPartException, MultiPartParser

from onrecord.publish.check_asked import Asked, asked_of, lines_as_sent, unpacked
from onrecord.vocabulary.errors import OnRecordError

LARGEST_FILE = 10_000_000
"""The largest file taken, in bytes."""

_LARGEST_BODY = LARGEST_FILE + 2_000_000


class NotTaken(OnRecordError):
    """Something sent to be checked that is not taken: too large, of another kind, or nothing at all."""

    def __init__(self, status: int, why: str, asked: Asked | None = None, suggestions: tuple[str, ...] = ()) -> None:
        """Say with which status and in which words, what else was asked, to be kept, and what may have been meant."""
        self.status, self.asked, self.suggestions = status, asked or Asked(""), suggestions
        super().__init__(why)


@dataclass(frozen=True, slots=True)
class Sent:
    """What a reader sent: what is asked, and the file to read the text from, if there is one."""

    asked: Asked
    file: bytes | None = None
    name: str = ""


async def sent(request: Request) -> Sent | None:
    """Return what a request asks to be checked, None where it asks nothing; NotTaken says what is wrong with it."""
    if request.method in {"GET", "HEAD"}:
        z = request.query_params.get("z")
        return Sent(unpacked(z)) if z else None
    kind = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if kind == "application/json":
        return Sent(_from_json(await _body(request)))
    if kind == "multipart/form-data":
        limits = {"max_files": 1, "max_fields": 9, "max_part_size": _LARGEST_BODY}
        return await _from_form(await _form(_Unspooled(request.headers, _limited(request), **limits)))
    if kind == "application/x-www-form-urlencoded":
        return await _from_form(await _form(FormParser(request.headers, _limited(request))))
    raise NotTaken(415, "It takes a form or JSON.")


class _Unspooled(MultiPartParser):
    """Reads a form in memory: what is larger than this would be written to a temporary file."""

    spool_max_size = _LARGEST_BODY


class _TooLarge(MultiPartException):
    """More than is taken; of the parser's own kind of error, on which it lets go of what it holds."""


_TOO_LARGE = f"The file is too large: it takes up to {LARGEST_FILE // 1_000_000} MB."


async def _limited(request: Request) -> AsyncGenerator[bytes, None]:
    taken = 0
    async for chunk in request.stream():
        taken += len(chunk)
        if taken > _LARGEST_BODY:
            raise _TooLarge(_TOO_LARGE)
        yield chunk


async def _body(request: Request) -> bytes:
    try:
        return b"".join([chunk async for chunk in _limited(request)])
    except _TooLarge as error:
        raise NotTaken(413, _TOO_LARGE) from error


async def _form(parser: MultiPartParser | FormParser) -> FormData:
    try:
        return await parser.parse()
    except _TooLarge as error:
        raise NotTaken(413, _TOO_LARGE) from error
    except (MultiPartException, FormParserError, KeyError, UnicodeError) as error:
        raise NotTaken(422, "The form could not be read: it arrived damaged.") from error


async def _from_form(form: FormData) -> Sent:
    try:
        words = {name: value for name, value in form.items() if isinstance(value, str)}
        # A file is taken under either name: programs send a text as one, too.
        upload = next((one for one in form.values() if isinstance(one, UploadFile) and one.filename), None)
        file = await upload.read() if upload else None
    finally:
        await form.close()
    asked = Asked(lines_as_sent(words.get("text", "")), words.get("about", "").strip(), words.get("as_of", "").strip())
    if file is None or upload is None:
        return Sent(asked)
    if len(file) > LARGEST_FILE:
        raise NotTaken(413, _TOO_LARGE, asked)
    if asked.text.strip():
        raise NotTaken(422, _BOTH, asked)
    return Sent(asked, file, upload.filename or "")


_BOTH = "There is a text and a file. It checks one at a time: empty the text or leave out the file."


def _from_json(body: bytes) -> Asked:
    try:
        return asked_of(json.loads(body))
    except (ValueError, RecursionError) as error:
        example = '{"text": "…", "about": "KAZ", "as_of": "2015"}'
        raise NotTaken(422, f"It takes JSON such as {example}: {error}") from error
