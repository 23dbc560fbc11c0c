"""Says at a terminal that work goes on which cannot say how far it is."""

from contextlib import AbstractContextManager
from threading import Event, Thread
from types import TracebackType
from typing import TextIO

from onrecord.publish.terminal.progress import Progress


class Waiting(AbstractContextManager["Waiting"]):
    """Says what is being done and for how many seconds, from the second second on, until the block ends."""

    def __init__(self, words: str, to: TextIO | None = None) -> None:
        """Say in words what is being done, and where to write."""
        self._words, self._progress, self._ended = words, Progress(to=to), Event()
        self._thread = Thread(target=self._say, daemon=True)

    def __enter__(self) -> "Waiting":
        """Begin to count."""
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Clear the line, whether the work was done or failed."""
        self._ended.set()
        self._thread.join()
        self._progress.end()

    def _say(self) -> None:
        seconds = 1
        while not self._ended.wait(1):
            seconds += 1
            self._progress.say(f"{self._words}, {seconds} seconds")
