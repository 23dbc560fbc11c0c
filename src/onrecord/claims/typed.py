"""What every typed claim has in common, and the sets of texts and of states that claims speak of."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from enum import StrEnum
from typing import Any, ClassVar

from onrecord.vocabulary.periods import Period


class Form(StrEnum):
    """The kinds of statement that sentences about the record make."""

    QUANTIFIED = "quantified"
    VALUE = "value"
    RANK = "rank"
    COUNT = "count"
    FIRST = "first or last"
    CHANGE = "change"
    COMPARISON = "comparison"
    STATUS = "status at a date"
    CITATION = "citation"


class Quantifier(StrEnum):
    """How many of a set are meant. ``THE`` is one text or several meant as known, ``GENERIC`` a habit."""

    ALL = "all"
    NONE = "none"
    MOST = "most"
    HALF = "half"
    SOME = "some"
    MANY = "many"
    ONLY = "only"
    THE = "the"
    GENERIC = "generic"
    EXACTLY = "exactly"
    AT_LEAST = "at least"
    AT_MOST = "at most"
    MORE_THAN = "more than"
    FEWER_THAN = "fewer than"
    ABOUT = "about"


class Claim:
    """A typed claim. ``relation`` names the part of the record it asks, ``form`` the kind of statement."""

    __slots__ = ()
    relation: ClassVar[str]
    form: ClassVar[Form]


def as_fields(claim: Any) -> Mapping[str, Any]:
    """Return a claim's fields that say something, as plain values for JSON."""
    said = {f.name: _plain(getattr(claim, f.name)) for f in fields(claim)}
    return {name: value for name, value in said.items() if value not in (None, (), [], {}, "", False)}


def _plain(value: Any) -> Any:
    if isinstance(value, Period):
        return {"first": value.first and value.first.isoformat(), "last": value.last and value.last.isoformat()}
    if is_dataclass(value) and not isinstance(value, type):
        return as_fields(value)
    if isinstance(value, tuple | list | frozenset):
        return [_plain(v) for v in value]
    if isinstance(value, date):
        return value.isoformat()
    return value.value if isinstance(value, StrEnum) else value


@dataclass(frozen=True, slots=True)
class Topic:
    """A situation, narrowed by words its texts' titles must hold where the sentence names a part of it."""

    subject: str
    title: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """A set of texts as a sentence describes it. What is None or empty does not restrict it.

    ``symbols`` are the symbols named, each with the forms it may stand for. ``country`` asks for texts on country
    situations of any state. ``noun`` is what the sentence calls them. ``n`` and ``of`` are numbers beside the
    quantifier: "five (n) of the eight (of) resolutions".
    """

    topics: tuple[Topic, ...] = ()
    country: bool = False
    items: tuple[str, ...] = ()
    noun: str = ""
    period: Period | None = None
    sessions: tuple[str, ...] = ()
    symbols: tuple[tuple[str, ...], ...] = ()
    title: tuple[str, ...] = ()
    renewing: bool = False
    excluded: tuple[Topic, ...] = ()
    body: str | None = None
    quantifier: Quantifier = Quantifier.THE
    n: int | None = None
    of: int | None = None
    plural: bool = False

    @property
    def described(self) -> bool:
        """Whether anything says which texts are meant."""
        return bool(self.topics or self.country or self.items or self.symbols or self.title or self.sessions)


@dataclass(frozen=True, slots=True, kw_only=True)
class States:
    """A set of states as a sentence describes it.

    ``states`` are named ones; ``group`` the group meant where a set is described; ``members`` whether it is the
    Council's members. ``listed`` are states named as what the set consists of ("namely A and B"), ``examples``
    states named as belonging to it ("A among them"), ``excluded`` states taken out ("all but A").
    """

    states: tuple[str, ...] = ()
    group: str | None = None
    members: bool = False
    quantifier: Quantifier | None = None
    n: int | None = None
    of: int | None = None
    listed: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()

    @property
    def described(self) -> bool:
        """Whether it is a set that is described or counted, not states that are named."""
        return self.group is not None or self.n is not None or self.quantifier is not None or self.members
