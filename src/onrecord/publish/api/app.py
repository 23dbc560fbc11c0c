"""Puts the API together: its addresses, its document, its errors, and leave for pages of any site to read it."""

import json
import re
from functools import cache
from typing import Any

from fastapi import FastAPI, Request, Response
from starlette.datastructures import MutableHeaders, State
from starlette.routing import Mount
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.publish.api import (
    check,
    entrance,
    looking_up,
    measures,
    pictures,
    problems,
    promises,
    states,
    tables,
    votes,
)
from onrecord.publish.api.answering import JSON, PREFIX
from onrecord.publish.api.document import document
from onrecord.publish.api.operations import Operation
from onrecord.publish.views.check import CheckRecord
from onrecord.publish.web.answers import tagged

_GROUPS = tuple(
    module.operations for module in (entrance, states, votes, promises, measures, looking_up, pictures, tables)
)


class MountedWhole(Mount):
    """A mount that takes every address under it, those with line ends too, which a plain one leaves to the site."""

    def __init__(self, path: str, app: ASGIApp) -> None:
        """Take the path and the application under it."""
        super().__init__(path, app)
        self.path_regex = re.compile(self.path_regex.pattern, re.DOTALL)


def mounted(state: State) -> Mount:
    """Return the API over the state of the site, which it shares, at its place on the site."""
    return MountedWhole(PREFIX, ReadFromAnywhere(create_api(state)))


def create_api(state: State) -> FastAPI:
    """Return the API over the state of the site."""
    api = FastAPI(title="onrecord", docs_url=None, redoc_url=None, openapi_url=None, redirect_slashes=False)
    api.state = state
    for group in _GROUPS:
        api.include_router(group.router)
    api.include_router(check.router)
    for method in ("GET", "HEAD"):
        api.add_api_route("/openapi.json", _document, methods=[method], response_model=None, include_in_schema=False)
    problems.add_to(api)
    return api


@cache
def openapi_document() -> dict[str, Any]:
    """Return the OpenAPI document of the API; it says nothing of the record, and so is made once."""
    described = Operation("/check", "check", check.GROUP, CheckRecord)
    groups = {group.group: group.about for group in _GROUPS} | {check.GROUP: check.ABOUT}
    operations = [*(one for group in _GROUPS for one in group.all), described]
    return document(create_api(State()), operations, groups)


def _document(request: Request) -> Response:
    return tagged(request, json.dumps(openapi_document(), ensure_ascii=False), JSON)


_MAY_READ = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Retry-After",
}
_MAY_ASK = {
    "Access-Control-Allow-Methods": "GET, HEAD, POST",
    "Access-Control-Allow-Headers": "Content-Type, If-None-Match",
    "Access-Control-Max-Age": "86400",
}


class ReadFromAnywhere:
    """Lets scripts of any site read the answers, which hold nothing that is not public; no credentials are taken.

    The leave stands on every answer, asked for or not, so that a cache never keeps one without it.
    """

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a browser's question beforehand; add the leave to every other answer."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        if scope["method"] == "OPTIONS":
            await Response(status_code=204, headers=_MAY_READ | _MAY_ASK)(scope, receive, send)
            return

        async def readable(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(_MAY_READ)
            await send(message)

        await self.app(scope, receive, readable)
