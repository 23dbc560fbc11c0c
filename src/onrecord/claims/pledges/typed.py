"""The claims about pledges."""

from dataclasses import dataclass
from typing import ClassVar

from onrecord.claims.typed import Claim, Form
from onrecord.vocabulary.periods import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Pledged(Claim):
    """A state committed itself to something: ``about`` in the sentence's words, ``things`` and ``weaker`` as weighed.

    ``never`` claims that it did not; ``upr`` that it was done in the Universal Periodic Review. ``loose`` says that
    the period may be the time by which it was to be done.
    """

    relation: ClassVar[str] = "pledge"
    form: ClassVar[Form] = Form.VALUE

    state: str
    about: str
    things: tuple[str, ...]
    weaker: tuple[str, ...] = ()
    period: Period | None = None
    loose: bool = False
    never: bool = False
    upr: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PledgeKept(Claim):
    """A state kept, or did not keep, a commitment."""

    relation: ClassVar[str] = "pledge"
    form: ClassVar[Form] = Form.STATUS

    state: str
    about: str
    things: tuple[str, ...]
    weaker: tuple[str, ...] = ()
    period: Period | None = None
    kept: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class PledgeDocument(Claim):
    """The document that holds a state's pledges, by its symbol or by its date."""

    relation: ClassVar[str] = "pledge"
    form: ClassVar[Form] = Form.CITATION

    state: str
    symbols: tuple[str, ...] = ()
    period: Period | None = None
    made: Period | None = None
