"""The compiled loops over cells on several threads: each works on its own range of calls or points."""

from collections.abc import Callable, Generator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import cache
from typing import Any

from threadpoolctl import ThreadpoolController

from onrecord.measures.ideal_points.layout import Sorted

Share = Callable[..., None]
"""Of a loop, the sorted cells it goes over, and the loop's further arguments."""


@cache
def _linear_algebra() -> ThreadpoolController:
    """Return what holds the threads of numpy's linear algebra."""
    return ThreadpoolController()


@contextmanager
def calm() -> Generator[None]:
    """Give numpy's linear algebra one thread for a while, or for all calls of a function.

    Its others would wait for the next small system at full speed, on the processors that the loops need; and of systems
    as small as a period's they make none faster: the intervals of the Assembly take half the time without them.
    """
    with _linear_algebra().limit(limits=1, user_api="blas"):
        yield


@contextmanager
def sharing(threads: int) -> Generator[Share]:
    """Give what runs a loop over all owners of some cells: the first range here, the others on threads of their own."""
    with calm(), ThreadPoolExecutor(threads) as pool:

        def share(loop: Callable[..., Any], cells: Sorted, *arguments: object) -> None:
            others = [pool.submit(loop, one, cells.begins, cells.of_cell, *arguments) for one in cells.ranges[1:]]
            loop(cells.ranges[0], cells.begins, cells.of_cell, *arguments)
            for one in others:
                one.result()

        yield share
