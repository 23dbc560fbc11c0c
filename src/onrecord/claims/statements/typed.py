"""The claims about joint statements."""

from dataclasses import dataclass
from typing import ClassVar

from onrecord.claims.events.typed import Counted, Described
from onrecord.claims.typed import Claim, Form, States


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined(Claim):
    """States joined joint statements, or did not."""

    relation: ClassVar[str] = "joint statement"
    form: ClassVar[Form] = Form.QUANTIFIED

    who: States
    statements: Described
    joined: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatories(Claim):
    """So many states joined a joint statement."""

    relation: ClassVar[str] = "joint statement"
    form: ClassVar[Form] = Form.COUNT

    statements: Described
    count: Counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Led(Claim):
    """A state led a joint statement, or did not."""

    relation: ClassVar[str] = "joint statement"
    form: ClassVar[Form] = Form.VALUE

    state: str
    statements: Described
    led: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Made(Claim):
    """There was a joint statement of a description."""

    relation: ClassVar[str] = "joint statement"
    form: ClassVar[Form] = Form.VALUE

    statements: Described
