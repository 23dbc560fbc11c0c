"""What documents say of the Universal Periodic Review and of the mechanisms of human rights."""

import datetime
from dataclasses import dataclass
from enum import StrEnum


class UprResponse(StrEnum):
    """The reviewed state's position on a recommendation, as documents and exports name it."""

    SUPPORTED = "supported"
    SUPPORTED_IN_PART = "supported in part"
    NOTED = "noted"
    PENDING = "pending"
    VOLUNTARY_PLEDGE = "voluntary pledge"


@dataclass(frozen=True, slots=True)
class RecommendationSaid:
    """A recommendation of the Universal Periodic Review: an item of a report, or a row of an export.

    ``number`` is the item as it is cited ("95.42"); an export has none and a row for each recommending state.
    ``recommended_by`` are the recommending states in the order printed; ``issues`` and
    ``persons`` are the themes and the persons affected, as the document labels them.
    """

    state: str
    symbol: str | None
    number: str | None
    text: str
    recommended_by: tuple[str, ...]
    response: UprResponse | None
    session: int | None = None
    action: int | None = None
    issues: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UprParagraphSaid:
    """A paragraph of a report that lists recommendations: its number, its first and last item, the position it gives.

    ``introduction`` are the words before the list: they may say more than the position ("already implemented").
    """

    state: str
    symbol: str | None
    paragraph: str
    first_item: int
    last_item: int
    response: UprResponse | None
    introduction: str


@dataclass(frozen=True, slots=True)
class UprPositionSaid:
    """The position on a recommendation given apart from it, as an addendum does."""

    state: str
    symbol: str | None
    number: str
    response: UprResponse


@dataclass(frozen=True, slots=True)
class MechanismSaid:
    """A passage of a human rights mechanism's document, as the Universal Human Rights Index annotates it.

    ``mechanism`` joins several bodies with "; "; ``published`` is the document's day, ``indexed`` the index's own.
    """

    annotation: str
    kind: str
    mechanism: str
    symbol: str | None
    states: tuple[str, ...]
    text: str
    themes: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    document: str | None = None
    published: datetime.date | None = None
    indexed: datetime.date | None = None
    upr_positions: tuple[str, ...] = ()
    upr_recommended_by: tuple[str, ...] = ()
    upr_recommending_regions: tuple[str, ...] = ()
    upr_cycle: str | None = None
    upr_session: str | None = None
