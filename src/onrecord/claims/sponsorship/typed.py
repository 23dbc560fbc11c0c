"""The claims about sponsors of texts."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from onrecord.claims.typed import Claim, Form, Quantifier, Texts


class Role(StrEnum):
    """What a sentence says a state was to a text: one that put it forward, or any kind of sponsor."""

    MAIN = "put forward"
    ANY = "sponsored"
    CO = "co-sponsored"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sponsored(Claim):
    """States put texts forward or sponsored them, or did not."""

    relation: ClassVar[str] = "sponsorship"
    form: ClassVar[Form] = Form.QUANTIFIED

    states: tuple[str, ...]
    role: Role
    texts: Texts
    sponsored: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberSponsored(Claim):
    """A state put so many texts forward."""

    relation: ClassVar[str] = "sponsorship"
    form: ClassVar[Form] = Form.COUNT

    state: str
    role: Role
    texts: Texts
    n: int
    bound: Quantifier = Quantifier.EXACTLY


@dataclass(frozen=True, slots=True, kw_only=True)
class OnBehalf(Claim):
    """A state put texts forward on behalf of a group."""

    relation: ClassVar[str] = "sponsorship"
    form: ClassVar[Form] = Form.QUANTIFIED

    state: str
    group: str
    texts: Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberOfSponsors(Claim):
    """A text had so many co-sponsors."""

    relation: ClassVar[str] = "sponsorship"
    form: ClassVar[Form] = Form.COUNT

    texts: Texts
    n: int
    bound: Quantifier = Quantifier.EXACTLY


@dataclass(frozen=True, slots=True, kw_only=True)
class InitiativesAdopted(Claim):
    """All the texts that a state put forward were adopted; ``how`` says how, where the sentence does."""

    relation: ClassVar[str] = "sponsorship"
    form: ClassVar[Form] = Form.QUANTIFIED

    state: str
    texts: Texts
    how: str = ""
