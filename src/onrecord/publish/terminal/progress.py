"""How far a long piece of work is, on one line of standard error, for a reader who waits at a terminal."""

import sys
import time
from typing import TextIO


class Progress:
    """Says "checked 40 of 212 sentences" from the second second on, if standard error is a terminal."""

    def __init__(self, noun: str = "", to: TextIO | None = None) -> None:
        """Say what is counted, and where to write."""
        self._noun, self._to = noun, to or sys.stderr
        self.begun = time.monotonic()
        self._last = 0.0
        self._written = False

    def at(self, done: int, of: int | None = None) -> None:
        """Say how much is done, at most a few times a second."""
        total = f" of {of}" if of is not None else ""
        self.say(f"checked {done}{total} {self._noun}")

    def say(self, words: str) -> None:
        """Say how far the work is in words, at most a few times a second."""
        now = time.monotonic()
        if not self._to.isatty() or now < self.begun + 1 or now < self._last + 0.25:
            return
        self._to.write(f"\r\x1b[K{words}")
        self._to.flush()
        self._last, self._written = now, True

    def end(self) -> None:
        """Clear the line."""
        if self._written:
            self._to.write("\r\x1b[K")
            self._to.flush()
            self._written = False
