"""The claims about ratings."""

from dataclasses import dataclass
from typing import ClassVar

from onrecord.claims.typed import Claim, Form
from onrecord.vocabulary.periods import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked(Claim):
    """Reporters Without Borders ranked a state so in an edition, or in the latest; ``of`` is how many it ranked.

    ``last`` says that none was ranked below it.
    """

    relation: ClassVar[str] = "rating"
    form: ClassVar[Form] = Form.RANK

    state: str
    rank: int | None = None
    of: int | None = None
    edition: Period | None = None
    last: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RankMoved(Claim):
    """A state's rank rose or fell from one edition to another, by so many places, from one rank to another."""

    relation: ClassVar[str] = "rating"
    form: ClassVar[Form] = Form.CHANGE

    state: str
    up: bool
    by: int | None = None
    before: int | None = None
    after: int | None = None
    edition: Period | None = None
    since: Period | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RankedBeside(Claim):
    """A state was ranked above or below another in an edition."""

    relation: ClassVar[str] = "rating"
    form: ClassVar[Form] = Form.COMPARISON

    state: str
    other: str
    above: bool
    edition: Period | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Free(Claim):
    """Freedom House gave states a status and ratings; ``book`` says that the year named is the edition's.

    ``since`` is true where the status is said to have held in every edition of the period.
    """

    relation: ClassVar[str] = "rating"
    form: ClassVar[Form] = Form.VALUE

    states: tuple[str, ...]
    status: str | None = None
    political_rights: int | None = None
    civil_liberties: int | None = None
    edition: Period | None = None
    book: bool = False
    since: bool = False
    denied: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FreeMoved(Claim):
    """Freedom House changed a state's status to another."""

    relation: ClassVar[str] = "rating"
    form: ClassVar[Form] = Form.CHANGE

    state: str
    before: str | None = None
    after: str | None = None
    up: bool | None = None
    edition: Period | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored(Claim):
    """A score or an average of Freedom House or Reporters Without Borders that the record does not follow."""

    relation: ClassVar[str] = "rating"
    form: ClassVar[Form] = Form.VALUE

    state: str
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Accredited(Claim):
    """A state's national human rights institution had, or was given, a status under the Paris Principles.

    ``granted`` says that the status was decided on in the period, not only held; ``since`` that it held in all of it.
    """

    relation: ClassVar[str] = "national institution"
    form: ClassVar[Form] = Form.STATUS

    state: str
    status: str
    when: Period | None = None
    denied: bool = False
    since: bool = False
    granted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AccreditationMoved(Claim):
    """A state's national institution was moved up or down, to a status where it is named."""

    relation: ClassVar[str] = "national institution"
    form: ClassVar[Form] = Form.CHANGE

    state: str
    up: bool
    before: str | None = None
    after: str | None = None
    when: Period | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Institution(Claim):
    """A state has a national institution of this name, or of any."""

    relation: ClassVar[str] = "national institution"
    form: ClassVar[Form] = Form.QUANTIFIED

    state: str
    name: str = ""
    when: Period | None = None
