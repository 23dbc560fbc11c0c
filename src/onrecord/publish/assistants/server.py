"""The server: its tools and what there is to read, and how it says what is wrong with a question."""

import contextlib
import re
from collections.abc import Callable
from typing import Any

from mcp.server.mcpserver import Context, MCPServer
from mcp.server.mcpserver.exceptions import ToolError, UnexpectedToolError
from mcp.server.mcpserver.resources import FunctionResource
from mcp.types import CallToolResult, InputRequiredResult, ToolAnnotations
from pydantic import ValidationError

from onrecord import __version__
from onrecord.publish.assistants.instructions import INSTRUCTIONS
from onrecord.publish.assistants.opened import Opened
from onrecord.publish.assistants.resources import Reading, readings
from onrecord.publish.assistants.tools import Tools
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary, OnRecordError

LONGEST_MESSAGE = 600
"""The longest message on what is wrong, in characters."""


def server_over(record: Record, site: str = "") -> MCPServer:
    """Return the server over a record; ``site`` begins the addresses in its answers, such as https://example.org."""
    opened = Opened(record, site)
    server = _Server(
        "onrecord",
        title="onrecord: states at the UN Human Rights Council",
        instructions=INSTRUCTIONS,
        version=__version__,
        website_url=site or None,
        log_level="ERROR",
        subscriptions=False,
    )
    for tool in Tools(opened).all():
        server.add_tool(tool, annotations=ToolAnnotations(read_only_hint=True, open_world_hint=False))
    for one in readings(opened):
        server.add_resource(_resource(one))
    return server


def _resource(one: Reading) -> FunctionResource:
    return FunctionResource.from_function(
        fn=lambda: one.text, uri=one.uri, name=one.name, description=one.description, mime_type=one.media_type
    )


class _Server(MCPServer):
    """A server that says what is wrong with a question in one line, as every front door of the record does."""

    async def call_tool(
        self, name: str, arguments: dict[str, Any], context: Context | None = None
    ) -> CallToolResult | InputRequiredResult:
        """Answer a tool's call; ToolError with one line for what the asker can put right."""
        try:
            self._check_names(name, arguments)
            return await super().call_tool(name, arguments, context)
        except OnRecordError as error:
            raise ToolError(_one_line(str(error))) from error
        except UnexpectedToolError as error:
            if isinstance(error.__cause__, OnRecordError):
                raise ToolError(_one_line(str(error.__cause__))) from error
            raise
        except ToolError as error:
            if isinstance(error.__cause__, ValidationError):
                raise ToolError(_one_line(_first(error.__cause__))) from error
            raise

    def _check_names(self, name: str, arguments: dict[str, Any]) -> None:
        tool = self._tool_manager.get_tool(name)
        known = tuple(tool.parameters.get("properties", {})) if tool else None
        if known is None:
            tools = tuple(one.name for one in self._tool_manager.list_tools())
            raise NotInVocabulary("tool", name[:60], f"one of {', '.join(tools)}", tools)
        for one in arguments:
            if one not in known:
                raise NotInVocabulary("argument", one[:60], f"one of {', '.join(known)}", known)


def _first(error: ValidationError) -> str:
    first = error.errors(include_url=False)[0]
    found = repr(first["input"]) if first["type"] != "missing" else "nothing"
    short = found if len(found) <= 60 else f"{found[:60]}…"
    return f"{'.'.join(map(str, first['loc']))}: {first['msg'][:1].lower()}{first['msg'][1:]}, found {short}"


def _one_line(message: str) -> str:
    """Return a message on one line, without control characters, and of a length that an answer can bear."""
    line = " ".join(re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+", " ", message).split())
    return line if len(line) <= LONGEST_MESSAGE else f"{line[:LONGEST_MESSAGE]}…"


def serve_stdio(record: Record, site: str = "") -> None:
    """Answer an assistant over standard input and output until it closes them."""
    with contextlib.suppress(BrokenPipeError):  # an assistant that went away wants no answer
        server_over(record, site).run("stdio")


def serve_http(record: Record, host: str, port: int, site: str, ready: Callable[[int], None]) -> None:
    """Answer assistants over streamable HTTP at /mcp; each question stands alone, so that nothing is kept of it.

    ``ready`` is told the port on which the server listens.
    """
    import socket  # noqa: PLC0415

    import uvicorn  # noqa: PLC0415

    app = server_over(record, site).streamable_http_app(host=host, stateless_http=True, json_response=True)
    server = uvicorn.Server(uvicorn.Config(app, host=host, port=port, log_level="warning"))
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        ready(listening.getsockname()[1])
        server.run(sockets=[listening])
