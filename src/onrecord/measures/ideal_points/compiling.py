"""How the loops of ideal points are compiled: to machine code at the first call, kept for later processes.

The code is kept in the package's folder where that can be written to, else in the user's cache folder (or the one
that NUMBA_CACHE_DIR names). Where no folder can be written to, each process compiles for itself.
"""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from numba import njit

FASTMATH = {"reassoc", "contract", "arcp", "nsz"}
"""What the compiler may take for granted of sums and products; infinities and what is not a number stay exact."""


def compiled(loop: Callable[..., Any]) -> Callable[..., Any]:
    """Return a function of numbers and arrays as machine code that runs beside other threads.

    Sums may be taken in another order than written, so that several cells are worked on at once; a division by zero
    gives infinity, as in numpy.
    """
    machine = njit(nogil=True, fastmath=FASTMATH, error_model="numpy")(loop)
    # Where numba finds no folder to keep the code in it raises RuntimeError, and the function stays as it is.
    with suppress(RuntimeError):
        machine.enable_caching()
    return machine


def inlined(formula: Callable[..., Any]) -> Callable[..., Any]:
    """Return a formula that is written out in each compiled loop that uses it.

    What is too long for the compiler to do so by itself stays a call, and a loop with a call works on one cell at a
    time.
    """
    return njit(inline="always", nogil=True, fastmath=FASTMATH, error_model="numpy")(formula)
