"""The command answers the official client over standard input and output, and over streamable HTTP, again and again."""

import asyncio
import json
import re
import subprocess
import sys
from contextlib import contextmanager
from typing import Any

from mcp import Client, StdioServerParameters
from mcp.types import TextContent

COMMAND = [sys.executable, "-c", "from onrecord.publish.cli import main; main()", "mcp"]

HOSTILE: list[tuple[str, dict[str, Any]]] = [
    ("profile", {"state": "Atlantis"}),
    ("find", {"words": "x" * 1_000_000}),
    ("profile", {"state": {"$ne": None}}),
    ("votes", {"limit": -1}),
    ("nothing", {}),
]


async def session(server: Any) -> None:
    async with Client(server) as client:
        tools = (await client.list_tools()).tools
        assert len(tools) == 7
        assert "Missing is not zero" in (client.instructions or "")
        for tool, arguments in HOSTILE:
            assert (await client.call_tool(tool, arguments)).is_error
            found = await client.call_tool("cite", {"id": "25/24/KAZ"})
            assert found.structured_content
            assert found.structured_content["text"].startswith("Kazakhstan voted against A/HRC/RES/25/24")
        page = await client.call_tool("page", {"address": "/states/ghana", "part": "state"})
        (block,) = page.content
        assert isinstance(block, TextContent)
        assert '"iso3":"GHA"' in block.text
        assert (await client.read_resource("onrecord://how-to-cite")).contents


def test_over_standard_input_and_output():
    asyncio.run(session(StdioServerParameters(command=COMMAND[0], args=COMMAND[1:])))


@contextmanager
def listening():
    with subprocess.Popen([*COMMAND, "--http", "--port", "0"], stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stderr
            line = process.stderr.readline()
            found = re.search(r"http://127\.0\.0\.1:\d+/mcp", line)
            assert found, line
            yield found[0]
        finally:
            process.terminate()
            process.communicate(timeout=20)


def test_over_http_with_several_clients_at_a_time():
    async def several(url: str) -> None:
        await asyncio.gather(*(session(url) for _ in range(3)))

    with listening() as url:
        asyncio.run(several(url))
        _damaged_requests(url)
        asyncio.run(session(url))


def _damaged_requests(url: str) -> None:
    import httpx

    headers = {"Content-Type": "application/json", "Accept": "application/json, text/event-stream"}
    for body in (b"", b"{", b"\x00\xff", b"[]", json.dumps({"jsonrpc": "2.0", "id": 1, "method": "none"}).encode()):
        response = httpx.post(url, content=body, headers=headers)
        assert response.status_code < 500
        assert "Traceback" not in response.text
    from_elsewhere = httpx.post(url, content=b"{}", headers={**headers, "Origin": "https://evil.example"})
    assert from_elsewhere.status_code == 403


DAMAGED = ("\n", "{\n", "\x00\n", "[]\n", '{"jsonrpc":"2.0","id":1,"method":"none"}\n')


def test_damaged_lines_do_not_end_the_server():
    ask = {"jsonrpc": "2.0", "id": 7, "method": "ping"}
    begin = {
        "jsonrpc": "2.0", "id": 6, "method": "initialize",
        "params": {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "t", "version": "0"}},
    }  # fmt: skip
    with subprocess.Popen(COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write("".join([json.dumps(begin), "\n", *DAMAGED, json.dumps(ask), "\n"]))
        process.stdin.flush()
        answered = (json.loads(one) for one in process.stdout)
        assert next(one for one in answered if one.get("id") == 7)["result"] == {}
        process.stdin.close()
        assert process.wait(timeout=120) == 0
