"""A document read in a process of its own, with bounded time, memory and output: files come from anywhere.

The process writes lines: first {"reader": its format}, then statements as ``statement_lines`` writes them, and between
them {"done": bytes}, at the end {"end": statements}; or {"refused": [place, expected, found]}, or {"broke": …} where a
reader has a fault. Whatever becomes of it, ``read_apart`` ends: with all it found, or with UnreadableDocument.
"""

import contextlib
import json
import pickle
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from onrecord.sources.documents.opened import Found
from onrecord.sources.statement_lines import read_object
from onrecord.vocabulary.errors import UnreadableDocument
from onrecord.vocabulary.states import Gazetteer


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may take: bytes of the file, of memory and of output, seconds of processor and of waiting.

    ``memory`` is address space, and with ``processor`` bounded where the platform can; ``seconds`` counts only while
    we wait for the process, not while it waits for us.
    """

    size: int = 2_000_000_000
    memory: int = 1_500_000_000
    output: int = 8_000_000_000
    line: int = 20_000_000
    processor: int = 1_800
    seconds: float = 3_600.0


@dataclass(frozen=True, slots=True)
class Order:
    """What the process is to read, and within what."""

    path: str
    name: str
    limits: Limits
    gazetteer: Gazetteer


_WORKER = ("-I", "-B", "-m", "onrecord.sources.apart_worker")
_WHOLE = "the whole file"
_READABLE = "a document that can be read"
_LOOKED_AFTER = 0.1


def read_apart(
    path: Path,
    name: str,
    gazetteer: Gazetteer,
    limits: Limits | None = None,
    progress: Callable[[int], None] = lambda done: None,
    recognised: Callable[[str], None] = lambda reader: None,
) -> Generator[Found, None, None]:
    """Yield what a document says, read in a fresh process; UnreadableDocument says which limit it broke, if it did.

    ``recognised`` is told once what format it is read as, ``progress`` how many bytes of the file are done. Who stops
    listening ends the process.
    """
    limits = limits or Limits()
    _measured(path, name, limits)
    process = _started(name)
    watch = _Watch(process, limits.seconds)
    try:
        # The order goes from us to the process, never back: what comes back is read as lines, strictly.
        _send(process, pickle.dumps(Order(str(path.absolute()), name, limits, gazetteer)))
        yield from _found(_lines(process, watch, name, limits), name, _Told(progress, recognised))
    except _Died:
        _say_why(process, watch, name, limits)
    finally:
        watch.over.set()
        process.kill()
        process.wait()
        if process.stdout is not None:
            process.stdout.close()


class _Died(Exception):
    """The process ended before it had said so."""


class _Watch(threading.Thread):
    """Ends a process for which we have waited too long in all."""

    def __init__(self, process: subprocess.Popen[bytes], seconds: float) -> None:
        super().__init__(daemon=True)
        self.over, self.late = threading.Event(), False
        self._process, self._left, self._since = process, seconds, 0.0
        self.start()

    def __enter__(self) -> None:
        self._since = time.monotonic()

    def __exit__(self, *_: object) -> None:
        self._left -= time.monotonic() - self._since
        self._since = 0.0

    def run(self) -> None:
        while not self.over.wait(_LOOKED_AFTER):
            since = self._since
            if since and time.monotonic() - since > self._left:
                self.late = True
                self._process.kill()
                return


def _measured(path: Path, name: str, limits: Limits) -> None:
    try:
        size = path.stat().st_size
    except OSError as error:
        raise UnreadableDocument(name, _WHOLE, "a file", error.strerror or type(error).__name__) from None
    if size > limits.size:
        raise UnreadableDocument(name, _WHOLE, f"at most {limits.size:,} bytes", f"{size:,}")


def _started(name: str) -> subprocess.Popen[bytes]:
    pipe = subprocess.PIPE
    try:
        return subprocess.Popen([sys.executable, *_WORKER], stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL)
    except OSError as error:
        found = f"{type(error).__name__}: {error}"
        raise UnreadableDocument(name, _WHOLE, "a process to read it in", found) from None


def _send(process: subprocess.Popen[bytes], order: bytes) -> None:
    with contextlib.suppress(BrokenPipeError):
        if process.stdin is not None:
            with process.stdin as sent:
                sent.write(order)


def _lines(process: subprocess.Popen[bytes], watch: _Watch, name: str, limits: Limits) -> Iterator[bytes]:
    """Yield the whole lines that the process writes, within the limits of output."""
    total = 0
    while process.stdout is not None:
        with watch:
            line = process.stdout.readline(limits.line + 1)
        total += len(line)
        if len(line) > limits.line:
            _refuse(name, f"statements of at most {limits.line:,} bytes", "a longer one")
        if total > limits.output:
            _refuse(name, f"one that gives at most {limits.output:,} bytes of statements", "more")
        if not line.endswith(b"\n"):
            raise _Died
        yield line


@dataclass(frozen=True, slots=True)
class _Told:
    """Who is told of what is no statement."""

    progress: Callable[[int], None]
    recognised: Callable[[str], None]


def _found(lines: Iterator[bytes], name: str, listening: _Told) -> Iterator[Found]:
    n = 0
    for line in lines:
        told = _told(line, name)
        if "kind" in told or "left" in told:
            n += 1
            yield _statement(told, name)
        elif isinstance(told.get("done"), int):
            listening.progress(told["done"])
        elif n == 0 and isinstance(told.get("reader"), str):
            listening.recognised(told["reader"])
        elif told == {"end": n}:
            return
        else:
            _ended(told, name)


def _told(line: bytes, name: str) -> dict[str, Any]:
    try:
        told = json.loads(line.decode("ascii"))
    except (ValueError, RecursionError):
        told = None
    if not isinstance(told, dict):
        _refuse(name, _READABLE, "one at which the reader wrote what it should not")
    return told


def _statement(told: dict[str, Any], name: str) -> Found:
    try:
        return read_object(told)
    except UnreadableDocument as error:
        _refuse(name, _READABLE, f"one at which the reader wrote what it should not ({error})")


def _ended(told: dict[str, Any], name: str) -> NoReturn:
    """Raise what the process says has ended it."""
    match told:
        case {"refused": [str(place), str(expected), str(found)]}:
            raise UnreadableDocument(name, place, expected, found)
        case {"broke": str(fault)}:
            _refuse(name, _READABLE, f"one at which the reader has a fault ({fault})")
        case _:
            _refuse(name, _READABLE, "one at which the reader lost count of what it wrote")


def _refuse(name: str, expected: str, found: str) -> NoReturn:
    raise UnreadableDocument(name, _WHOLE, expected, found)


def _say_why(process: subprocess.Popen[bytes], watch: _Watch, name: str, limits: Limits) -> NoReturn:
    """Raise why a process ended that did not say so itself."""
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(timeout=5)
    status = process.returncode
    if watch.late:
        _refuse(name, f"one read within {limits.seconds:g} seconds", "more")
    if status == -getattr(signal, "SIGXCPU", 0) and status:
        _refuse(name, f"one read within {limits.processor:,} seconds of processor time", "more")
    if status is not None and status < 0:
        ended = f"one at which the reader was ended by {_signal(-status)}"
        _refuse(name, f"{_READABLE} within {limits.memory:,} bytes of memory", ended)
    _refuse(name, _READABLE, f"one at which the reader ended with status {status}")


def _signal(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"
