"""Measures the site under load on loopback, with and without kept answers, beside Datasette on the same tables.

Each server runs in a process of its own and is asked by wrk, one after the other in each round, so that a drift of the
machine meets them all. Printed are requests a second and the 99th percentile of the time an answer takes, medians over
the rounds, and the ratio to Datasette in the same round with its lowest and highest. Then states' pages are asked in
turn for a while, with room for a part of them only, and the memory of the process is read. Nothing is asserted.

    python benchmarks/load.py [--rounds 5] [--seconds 4] [--datasette .venv-bench/bin/datasette]
"""

import argparse
import http.client
import os
import re
import shutil
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from onrecord.record.schema import TABLES
from onrecord.record.store import Record, shipped_record

CONNECTIONS = 8
TABLES_SHOWN = ("state", "rollcall", "vote", "text", "situation", "source")
INDEXES = (("vote", "state, rollcall_id"), ("vote", "rollcall_id"), ("rollcall", "date"), ("state", "iso3"))
PAGES = (
    ("a state's page", "/states/kazakhstan", "/record/vote?state=KAZ&_sort_desc=rollcall_id"),
    ("its JSON", "/states/kazakhstan.json", "/record/vote.json?state=KAZ&_sort_desc=rollcall_id&_size=100"),
    ("a vote's page", "/votes/A-HRC-RES-25-24", "/record/vote?rollcall_id={rollcall}"),
    ("its JSON", "/votes/A-HRC-RES-25-24.json", "/record/vote.json?rollcall_id={rollcall}&_size=100"),
)
"""What is asked of the site, and the nearest of Datasette: the same positions, without figures or doubts."""

LEANER = ("--setting", "suggest_facets", "off", "--setting", "allow_facet", "off")
"""Datasette without its offers to count by column, which the site's pages do not have either."""

ROOM_FOR_A_PART = 8_000_000
SERVE = (
    "import sys, uvicorn; from onrecord.publish.web.app import create_app;"
    "uvicorn.run(create_app(kept_bytes=int(sys.argv[2])), port=int(sys.argv[1]), log_level='error')"
)


@dataclass(frozen=True, slots=True)
class Load:
    """What one run of wrk found."""

    a_second: float
    p99: float


def main() -> None:
    """Run the comparisons and print their figures."""
    asked = _asked()
    if shutil.which("wrk") is None:
        print("Load: skipped, wrk is not on this machine.")
        return
    with ExitStack() as stack:
        kept, made = (stack.enter_context(site(room)) for room in (64_000_000, 0))
        other = stack.enter_context(datasette(asked.datasette)) if asked.datasette else None
        print(f"Load on loopback: {CONNECTIONS} connections, {asked.rounds} rounds of {asked.seconds} s each")
        rollcall = Record().tuples("SELECT rollcall_id FROM rollcall WHERE slug = 'A-HRC-RES-25-24'")[0][0]
        for name, page, theirs in PAGES:
            compare(name, (kept, made, other), (page, page, theirs.format(rollcall=rollcall)), asked)
    print(f"Memory while all states' pages are asked in turn, with room for {ROOM_FOR_A_PART / 1e6:.0f} MB of answers")
    with site(ROOM_FOR_A_PART) as bounded:
        memory(bounded, asked.seconds)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5, help="rounds for each address")
    parser.add_argument("--seconds", type=int, default=4, help="seconds for each server in a round")
    parser.add_argument("--datasette", type=Path, help="the datasette program to compare with")
    asked = parser.parse_args()
    if asked.datasette and not asked.datasette.exists():
        print(f"Datasette: skipped, there is none at {asked.datasette}.")
        asked.datasette = None
    return asked


def compare(name: str, servers: Sequence["Server | None"], addresses: Sequence[str], asked: argparse.Namespace) -> None:
    """Ask each server for its address in turn, round by round, and print what was found."""
    found: list[list[Load]] = [[] for _ in servers]
    for server, address in zip(servers, addresses, strict=True):
        if server:
            server.get(address)
    for _ in range(asked.rounds):
        for server, address, loads in zip(servers, addresses, found, strict=True):
            if server:
                loads.append(wrk(f"{server.url}{address}", asked.seconds))
    print(f"  {name}: {addresses[0]}")
    for label, loads in zip(("answers kept", "made each time", "Datasette"), found, strict=True):
        if loads:
            print(f"    {label:15} {written(loads, found[2])}")


def written(loads: Sequence[Load], beside: Sequence[Load]) -> str:
    """Return the medians, and the ratio to the other server's rounds."""
    a_second, p99 = (statistics.median(getattr(load, name) for load in loads) for name in ("a_second", "p99"))
    said = f"{a_second:8,.0f} requests/s   p99 {p99:8.2f} ms"
    if not beside or loads is beside:
        return said
    ratios = [one.a_second / other.a_second for one, other in zip(loads, beside, strict=True)]
    slower = statistics.median(one.p99 / other.p99 for one, other in zip(loads, beside, strict=True))
    spread = f"{min(ratios):.2f} to {max(ratios):.2f}"
    return f"{said}   {statistics.median(ratios):6.2f} x the requests ({spread}), {slower:.2f} x the p99"


def memory(server: "Server", seconds: int) -> None:
    """Ask for the pages of all states in turn, three times over, and print the memory after each."""
    pages = [f"/states/{slug}" for (slug,) in Record().tuples("SELECT slug FROM state ORDER BY slug")]
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "turn.lua"
        listed = ", ".join(f'"{page}"' for page in pages)
        script.write_text(
            f"local pages = {{{listed}}}\nlocal i = 0\n"
            "request = function() i = i % #pages + 1; return wrk.format('GET', pages[i]) end\n"
        )
        for page in pages:
            server.get(page)
        print(f"    start   {server.memory()}")
        for when in ("middle", "end"):
            load = wrk(server.url, 5 * seconds, "-s", str(script))
            print(f"    {when:7} {server.memory()}   {load.a_second:,.0f} requests/s, p99 {load.p99:.1f} ms")


def wrk(url: str, seconds: int, *more: str) -> Load:
    """Return what wrk finds at an address; the run ends where answers are not 200."""
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--timeout", "30s", "--latency", *more, url]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    if "Non-2xx" in said:
        raise SystemExit(f"{url}: answers other than 200\n{said}")
    p99 = re.search(r"99%\s+([\d.]+)(us|ms|s)\b", said)
    a_second = re.search(r"Requests/sec:\s+([\d.]+)", said)
    if p99 is None or a_second is None:
        raise SystemExit(f"{url}: wrk said nothing that is understood\n{said}")
    return Load(float(a_second[1]), float(p99[1]) * {"us": 0.001, "ms": 1, "s": 1000}[p99[2]])


@dataclass(frozen=True, slots=True)
class Server:
    """A server that runs: its port and its process."""

    port: int
    process: int

    @property
    def url(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    def get(self, address: str) -> None:
        """Fetch an address once; the run ends where the answer is not 200."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request("GET", address)
        answer = connection.getresponse()
        answer.read()
        connection.close()
        if answer.status != http.HTTPStatus.OK:
            raise SystemExit(f"{address}: {answer.status}")

    def memory(self) -> str:
        """Return the memory that the process holds, as the system counts it; "not known" where it does not."""
        status = Path(f"/proc/{self.process}/status")
        held = re.search(r"VmRSS:\s+(\d+) kB", status.read_text()) if status.exists() else None
        return f"{int(held[1]) / 1000:,.0f} MB" if held else "not known"


@contextmanager
def site(room: int) -> Generator[Server]:
    """Serve the site with some room for kept answers."""
    port = free_port()
    with running([sys.executable, "-c", SERVE, str(port), str(room)], port, "/methods") as server:
        yield server


@contextmanager
def datasette(program: Path) -> Generator[Server]:
    """Serve the record's tables as SQLite with Datasette."""
    with tempfile.TemporaryDirectory() as folder:
        file, port = Path(folder) / "record.db", free_port()
        write_sqlite(file)
        with running([str(program), "serve", "-i", str(file), "-p", str(port), *LEANER], port, "/record") as server:
            yield server


def write_sqlite(file: Path) -> None:
    """Write the tables that the compared pages read as SQLite, indexed for what is asked."""
    record = Record(shipped_record())
    with sqlite3.connect(file) as database:
        for name in TABLES_SHOWN:
            columns = list(TABLES[name].columns)
            database.execute(f"CREATE TABLE {name} ({', '.join(columns)})")
            rows = ([str(v) if hasattr(v, "isoformat") else v for v in row] for row in record.stream(f"FROM {name}"))
            database.executemany(f"INSERT INTO {name} VALUES ({', '.join('?' * len(columns))})", rows)
        for number, (table, columns) in enumerate(INDEXES):
            database.execute(f"CREATE INDEX own_{number} ON {table} ({columns})")
    database.close()


@contextmanager
def running(command: list[str], port: int, first: str) -> Generator[Server]:
    """Run a server until the block ends; ready once it answers at ``first``."""
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, "PYTHONUNBUFFERED": "1"}
    ) as process:
        server = Server(port, process.pid)
        try:
            for _ in range(600):
                if process.poll() is not None:
                    raise SystemExit(f"{command[0]}: ended with {process.returncode}")
                try:
                    server.get(first)
                    break
                except OSError:
                    time.sleep(0.1)
            yield server
        finally:
            process.terminate()


def free_port() -> int:
    """Return a port of loopback that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


if __name__ == "__main__":
    main()
