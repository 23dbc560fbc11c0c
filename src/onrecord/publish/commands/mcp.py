"""The command that answers assistants over the Model Context Protocol."""

from typing import Annotated

import typer

from onrecord.publish.commands.options import RecordFolder, open_record


def register(app: typer.Typer) -> None:
    """Add the command ``mcp``."""
    app.command()(mcp)


def mcp(
    http: Annotated[
        bool, typer.Option("--http", help="Listen for streamable HTTP at /mcp; standard input and output if not given.")
    ] = False,
    host: Annotated[str, typer.Option(help="Address to listen on; with --http.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on; with --http.")] = 8001,
    site: Annotated[str, typer.Option(help="Address of the site, for links in answers: https://example.org.")] = "",
    record: RecordFolder = None,
) -> None:
    """Answer assistants: find, profile, compare, votes, check, cite and page, over the Model Context Protocol."""
    from onrecord.publish.assistants.server import serve_http, serve_stdio

    loaded = open_record(record).load()
    if http:
        shown = f"[{host}]" if ":" in host else host
        serve_http(loaded, host, port, site, lambda at: typer.echo(_listening(shown, at), err=True))
    else:
        serve_stdio(loaded, site)


def _listening(host: str, port: int) -> str:
    return f"onrecord for assistants on http://{host}:{port}/mcp (Ctrl-C stops it)"
