"""The process that reads one document for ``read_apart``: an order on standard input, lines on standard output."""

import contextlib
import json
import os
import pickle
import sys
import time
import traceback
from pathlib import Path
from types import TracebackType
from typing import Any

from onrecord.sources.apart import Limits, Order
from onrecord.sources.documents.formats import reader_of
from onrecord.sources.documents.opened import Opened
from onrecord.sources.statement_lines import line_of
from onrecord.vocabulary.errors import UnreadableDocument

_TOLD_EVERY = 0.2
_BUFFER = 1 << 18


class Lines:
    """The lines that go back, written through a copy of standard output: what a library prints goes nowhere."""

    def __init__(self) -> None:
        """Take standard output over."""
        self._to = os.dup(1)
        self._file = os.fdopen(self._to, "wb", _BUFFER)
        self._told = 0.0
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.close(nowhere)

    def write(self, line: str) -> None:
        """Write one line."""
        self._file.write(line.encode("ascii") + b"\n")

    def done(self, done: int) -> None:
        """Tell how many bytes of the document are done, a few times a second at most."""
        now = time.monotonic()
        if now - self._told > _TOLD_EVERY:
            self._told = now
            self.last({"done": done})

    def last(self, told: dict[str, Any]) -> None:
        """Write one object as a line, and all that is still held back before it."""
        self.write(json.dumps(told))
        self._file.flush()

    def out_of_memory(self, line: bytes) -> None:
        """Write a line made beforehand, with next to no memory."""
        self._file.flush()
        os.write(self._to, line)

    def broke(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Tell where a reader has a fault; takes the place of ``sys.excepthook``."""
        at = traceback.extract_tb(trace)[-1:]
        place = "".join(f", {Path(frame.filename).name}, line {frame.lineno}" for frame in at)
        self.last({"broke": f"{kind.__name__}: {str(error)[:300]}{place}"})


def limit(limits: Limits) -> None:
    """Bound memory, processor time and files of this process, on platforms that can."""
    try:
        import resource  # noqa: PLC0415 - absent on some platforms
    except ImportError:
        return
    for kind, soft, hard in (
        ("RLIMIT_AS", limits.memory, limits.memory),
        ("RLIMIT_CPU", limits.processor, limits.processor + 1),
        ("RLIMIT_FSIZE", 0, 0),
        ("RLIMIT_CORE", 0, 0),
    ):
        with contextlib.suppress(AttributeError, ValueError, OSError):
            resource.setrlimit(getattr(resource, kind), (soft, hard))


def _read(order: Order, lines: Lines) -> None:
    opened = Opened(Path(order.path), order.name, lines.done)
    n = 0
    try:
        reader = reader_of(opened)
        lines.last({"reader": reader.name})
        for n, found in enumerate(reader.read(opened, order.gazetteer), start=1):  # noqa: B007
            lines.write(line_of(found))
    except UnreadableDocument as error:
        lines.last({"refused": [error.place, error.expected, error.found]})
    else:
        lines.last({"end": n})


def main() -> None:
    """Read the document that is ordered on standard input, and write what it says."""
    order: Order = pickle.load(sys.stdin.buffer)
    lines = Lines()
    sys.excepthook = lines.broke
    expected = f"one read within {order.limits.memory:,} bytes of memory"
    too_much = json.dumps({"refused": ["the whole file", expected, "more"]}).encode("ascii") + b"\n"
    limit(order.limits)
    try:
        _read(order, lines)
    except MemoryError:
        lines.out_of_memory(too_much)


if __name__ == "__main__":
    main()
