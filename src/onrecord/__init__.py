"""onrecord: what each state promised and did at the UN Human Rights Council, every fact with its source."""

from typing import TYPE_CHECKING, Any

from onrecord.vocabulary.edition import EDITION

if TYPE_CHECKING:
    from onrecord.claims.check import check

__all__ = ["__version__", "check"]

__version__ = EDITION


def __getattr__(name: str) -> Any:
    """Return ``check`` when it is first asked for: the command line should start without it."""
    if name == "check":
        from onrecord.claims.check import check as found  # noqa: PLC0415

        return found
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
