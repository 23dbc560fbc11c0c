"""Measures the front doors as ratios, in one run on one machine.

The command line beside bare Python's start; the pages beside an empty page served by the same framework and
server on loopback. Each pair is taken in turn, so that a drift of the machine meets both; the ratio printed is
the median of the pairs' ratios, with the lowest and highest.

    python benchmarks/doors.py [--runs 15] [--requests 200]
"""

import argparse
import http.client
import socket
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import uvicorn
from fastapi import FastAPI
from fastapi.responses import HTMLResponse

from onrecord.publish.web.app import create_app
from onrecord.record.store import Record

COMMANDS = (
    ["--version"],
    ["state", "KAZ", "--year", "2014", "--json"],
    ["vote", "25/24", "--json"],
    ["votes", "--state", "KAZ", "--csv"],
)
PAGES = ("/", "/states/kazakhstan", "/states/kazakhstan/2014", "/votes/A-HRC-RES-25-24", "/situations/syria", "/data")


def main() -> None:
    """Run both comparisons and print their ratios."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--runs", type=int, default=15, help="pairs of runs for each command")
    parser.add_argument("--requests", type=int, default=200, help="pairs of requests for each page")
    asked = parser.parse_args()
    print(f"Command line, as a ratio to `python -c pass` ({asked.runs} pairs each)")
    for command in COMMANDS:
        ratios = pairs(lambda c=command: run_onrecord(c), run_bare_python, asked.runs)
        print(f"  onrecord {' '.join(command):32} {written(ratios)}")
    site, empty = serve(create_app(Record().load())), serve(empty_app())
    print(f"Pages, as a ratio to an empty page ({asked.requests} pairs each)")
    for page in PAGES:
        ratios = pairs(lambda p=page: get(site, p), lambda: get(empty, "/"), asked.requests)
        print(f"  {page:41} {written(ratios)}")


def pairs(one: Callable[[], None], other: Callable[[], None], times: int) -> list[float]:
    """Return the ratio of the time of ``one`` to that of ``other``, pair by pair, after a warm-up of each."""
    one(), other()
    return [timed(one) / timed(other) for _ in range(times)]


def timed(what: Callable[[], None]) -> float:
    """Return the seconds a call takes."""
    start = time.perf_counter()
    what()
    return time.perf_counter() - start


def written(ratios: list[float]) -> str:
    """Return the median, lowest and highest ratio."""
    return f"median {statistics.median(ratios):6.2f}   lowest {min(ratios):6.2f}   highest {max(ratios):6.2f}"


def run_onrecord(arguments: list[str]) -> None:
    """Run the command line once, its output thrown away."""
    command = Path(sys.executable).parent / "onrecord"
    subprocess.run([command, *arguments], check=True, stdout=subprocess.DEVNULL)


def run_bare_python() -> None:
    """Start Python and do nothing."""
    subprocess.run([sys.executable, "-c", "pass"], check=True)


def empty_app() -> FastAPI:
    """Return a site of one empty page."""
    app = FastAPI(openapi_url=None)

    @app.get("/", response_class=HTMLResponse)
    def page() -> str:
        return "<!doctype html><title>empty</title>"

    return app


def serve(app: FastAPI) -> int:
    """Serve an application on a free port of loopback until the process ends; return the port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="error"))
    threading.Thread(target=server.run, daemon=True).start()
    while not server.started:
        time.sleep(0.01)
    return port


def get(port: int, page: str) -> None:
    """Fetch a page whole."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("GET", page)
    response = connection.getresponse()
    response.read()
    connection.close()
    if response.status != http.HTTPStatus.OK:
        raise SystemExit(f"{page}: {response.status}")


if __name__ == "__main__":
    main()
