"""The command that opens the site."""

from threading import Thread
from typing import Annotated

import typer

from onrecord.publish.commands.options import RecordFolder, open_record


def register(app: typer.Typer) -> None:
    """Add the command ``serve``."""
    app.command()(serve)


def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on.")] = 8000,
    record: RecordFolder = None,
) -> None:
    """Open the site on the record."""
    import uvicorn

    from onrecord.publish.views.state_path import paths_made
    from onrecord.publish.web.app import create_app

    loaded = open_record(record).load()
    Thread(target=paths_made, args=(loaded,), daemon=True).start()
    typer.echo(f"onrecord on http://{host}:{port} (Ctrl-C stops it)", err=True)
    uvicorn.run(create_app(loaded), host=host, port=port, log_level="warning")
