"""onrecord: what each state promised and did at the UN Human Rights Council, every fact with its source.

In Python and in notebooks: ``onrecord.votes``, ``.agreement``, ``.ideal_points`` and the other names of ``__all__``.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from onrecord.vocabulary.edition import EDITION

if TYPE_CHECKING:
    from onrecord.claims.check import check
    from onrecord.publish.notebook.agreement import agreement
    from onrecord.publish.notebook.blocs import blocs
    from onrecord.publish.notebook.cohesion import cohesion
    from onrecord.publish.notebook.ideal_points import ideal_points
    from onrecord.publish.notebook.selectivity import selectivity
    from onrecord.publish.notebook.votes import votes
    from onrecord.record.store import Record

__all__ = ["Record", "__version__", "agreement", "blocs", "check", "cohesion", "ideal_points", "selectivity", "votes"]

__version__ = EDITION

_STANDS_IN = {
    "Record": "onrecord.record.store",
    "agreement": "onrecord.publish.notebook.agreement",
    "blocs": "onrecord.publish.notebook.blocs",
    "check": "onrecord.claims.check",
    "cohesion": "onrecord.publish.notebook.cohesion",
    "ideal_points": "onrecord.publish.notebook.ideal_points",
    "selectivity": "onrecord.publish.notebook.selectivity",
    "votes": "onrecord.publish.notebook.votes",
}
"""The module of each name that is offered here."""


def __getattr__(name: str) -> Any:
    """Return a name when it is first asked for: the command line should start without numpy and the database."""
    if name in _STANDS_IN:
        return getattr(import_module(_STANDS_IN[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    """Return the names offered, for a notebook to complete."""
    return sorted(__all__)
