"""The claims about treaties."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from onrecord.claims.typed import Claim, Form, Quantifier, States
from onrecord.vocabulary.periods import Period


class Status(StrEnum):
    """Where a sentence says a state stands towards a treaty."""

    PARTY = "party"
    SIGNATORY = "signatory"
    SIGNED_ONLY = "signed but not ratified"
    LEFT = "no longer party"


class Act(StrEnum):
    """What a sentence says a state did towards a treaty; ``RATIFY`` and ``JOIN`` are any act of becoming party."""

    JOIN = "joined"
    RATIFY = "ratified"
    ACCEDE = "acceded to"
    SUCCEED = "succeeded to"
    SIGN = "signed"
    LEAVE = "denounced"


class Event(StrEnum):
    """What happened to a treaty itself."""

    ADOPTED = "was adopted"
    IN_FORCE = "entered into force"
    OPENED = "was opened for signature"


@dataclass(frozen=True, slots=True, kw_only=True)
class Treaties:
    """The treaties a sentence names or describes.

    ``kind`` is "named" with the ``codes``, or the set described: core, main, human rights, all, protocols; then
    ``codes`` are empty. ``quantifier`` with ``n`` says how many of them; ``of`` how many there are in all;
    ``excluded`` those taken out.
    """

    kind: str = "named"
    codes: tuple[str, ...] = ()
    quantifier: Quantifier = Quantifier.ALL
    n: int | None = None
    of: int | None = None
    excluded: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing(Claim):
    """States named stand so towards treaties, on a day or now; ``denied`` where they are said not to."""

    relation: ClassVar[str] = "treaty"
    form: ClassVar[Form] = Form.STATUS

    states: tuple[str, ...]
    treaties: Treaties
    status: Status = Status.PARTY
    denied: bool = False
    on: Period | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed(Claim):
    """States named joined, signed or left treaties in a period; ``denied`` where they are said not to have.

    ``term`` says that the years are those of a term on the Council, whose days are the record's.
    """

    relation: ClassVar[str] = "treaty"
    form: ClassVar[Form] = Form.VALUE

    states: tuple[str, ...]
    treaties: Treaties
    act: Act
    when: Period
    denied: bool = False
    term: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties(Claim):
    """Of a described set of states, how many or which stand so towards a treaty.

    ``few`` is "one of the few". ``parties`` says that the sentence counts parties, as the depositary does, and
    not states.
    """

    relation: ClassVar[str] = "treaty"
    form: ClassVar[Form] = Form.COUNT

    who: States
    treaties: Treaties
    status: Status = Status.PARTY
    denied: bool = False
    on: Period | None = None
    few: bool = False
    parties: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Claim):
    """A state was the first, the last or the so-manieth to join or sign a treaty, of all states or of a group."""

    relation: ClassVar[str] = "treaty"
    form: ClassVar[Form] = Form.FIRST

    state: str
    treaty: str
    act: Act
    place: int
    group: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MoreTreaties(Claim):
    """A state is party to more, fewer or as many treaties as another."""

    relation: ClassVar[str] = "treaty"
    form: ClassVar[Form] = Form.COMPARISON

    state: str
    other: str
    order: str
    treaties: Treaties
    on: Period | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Made(Claim):
    """A treaty was adopted, opened for signature or entered into force at a time."""

    relation: ClassVar[str] = "treaty"
    form: ClassVar[Form] = Form.VALUE

    treaty: str
    event: Event
    when: Period


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFollowed(Claim):
    """States joined or did not join treaties that the record does not follow."""

    relation: ClassVar[str] = "treaty"
    form: ClassVar[Form] = Form.STATUS

    states: tuple[str, ...]
    words: tuple[str, ...]
