"""What is said at a terminal while work goes on that cannot say how far it is."""

import io
import time

import pytest

from onrecord.publish.terminal.waiting import Waiting


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def fail_slowly(out: io.StringIO) -> None:
    with Waiting("estimating", out):
        time.sleep(1.3)
        raise ValueError("no")


def test_short_work_says_nothing() -> None:
    out = Terminal()
    with Waiting("estimating", out):
        pass
    assert out.getvalue() == ""


def test_long_work_says_for_how_long_and_clears_its_line_even_where_it_fails() -> None:
    out = Terminal()
    with pytest.raises(ValueError, match="no"):
        fail_slowly(out)
    assert "estimating, 2 seconds" in out.getvalue()
    assert out.getvalue().endswith("\r\x1b[K")


def test_nothing_is_said_where_nobody_looks() -> None:
    out = io.StringIO()
    with Waiting("estimating", out):
        time.sleep(1.2)
    assert out.getvalue() == ""
