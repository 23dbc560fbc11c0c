"""The process that reads one document for ``read_apart``: bytes on standard input, JSON on standard output."""

import contextlib
import json
import sys
from dataclasses import asdict
from typing import Any

from onrecord.claims.documents import LARGEST, read_document
from onrecord.vocabulary.errors import UnreadableDocument

MOST_MEMORY = 1_500_000_000
"""The most bytes of address space the process may take, where the platform has such a limit."""


def _limit(seconds: float) -> None:
    """Bound memory, processor time and files of this process, on platforms that can."""
    try:
        import resource  # noqa: PLC0415 - absent on some platforms
    except ImportError:
        return
    for kind, most in (("RLIMIT_AS", MOST_MEMORY), ("RLIMIT_CPU", int(seconds) + 1), ("RLIMIT_FSIZE", 0)):
        with contextlib.suppress(AttributeError, ValueError, OSError):
            resource.setrlimit(getattr(resource, kind), (most, most))
    with contextlib.suppress(AttributeError, ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _reply(data: bytes, name: str) -> dict[str, Any]:
    try:
        return asdict(read_document(data, name))
    except UnreadableDocument as error:
        return {"refused": [error.place, error.expected, error.found]}
    except MemoryError:
        return {"refused": ["the whole file", f"one read within {MOST_MEMORY:,} bytes of memory", "more"]}


def main() -> None:
    """Read a document from standard input and write its text, or why it has none, as JSON to standard output."""
    _limit(float(sys.argv[2]))
    reply = _reply(sys.stdin.buffer.read(LARGEST + 1), sys.argv[1])
    sys.stdout.write(json.dumps(reply))


if __name__ == "__main__":
    main()
