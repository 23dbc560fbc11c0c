"""How long to wait: between two requests to one host, after "too many requests", after a failure."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC
from email.utils import parsedate_to_datetime
from threading import Lock

FIRST_WAIT = 2.0
"""Seconds to wait after the first failure; after each further one twice as long."""

LONGEST_WAIT = 600.0
"""The most seconds to wait for one thing; a host that asks for more is left for another day."""


@dataclass(frozen=True, slots=True)
class Clock:
    """The time of day in seconds since 1970, a time that only goes on, and a way to wait; tests bring their own."""

    now: Callable[[], float] = time.time
    passed: Callable[[], float] = time.monotonic
    wait: Callable[[float], None] = time.sleep


def asked_to_wait(headers: Mapping[str, str], now: float) -> float | None:
    """Return the seconds that a Retry-After header asks for, in seconds or as a date; None where it asks nothing."""
    written = headers.get("retry-after", "").strip()
    if written.isascii() and written.isdigit() and len(written) < 12:
        return float(written)
    try:
        until = parsedate_to_datetime(written)
        zoned = until if until.tzinfo else until.replace(tzinfo=UTC)
        return max(0.0, zoned.timestamp() - now)
    except (ValueError, OverflowError):
        return None


def back_off(tries: int) -> float:
    """Return the seconds to wait after so many failures in a row: 2, 4, 8 and on, but never above the longest wait."""
    return min(LONGEST_WAIT, FIRST_WAIT * 2.0 ** min(tries - 1, 20))


@dataclass
class Turns:
    """One request at a time to each host, and never sooner than its interval after the one before."""

    clock: Clock
    _last: dict[str, float] = field(default_factory=dict)
    _locks: dict[str, Lock] = field(default_factory=dict)
    _dealing: Lock = field(default_factory=Lock)

    def lock(self, host: str) -> Lock:
        """Return the lock that whoever asks a host holds meanwhile."""
        with self._dealing:
            return self._locks.setdefault(host, Lock())

    def come(self, host: str, interval: float) -> None:
        """Wait until a host may be asked again; whoever calls holds its lock."""
        if host in self._last:
            early = self._last[host] + interval - self.clock.passed()
            if early > 0:
                self.clock.wait(early)

    def done(self, host: str) -> None:
        """Note that a request to a host has just ended."""
        self._last[host] = self.clock.passed()
