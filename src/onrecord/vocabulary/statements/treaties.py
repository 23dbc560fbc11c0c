"""What documents say of treaties: acts, totals, declarations."""

import datetime
from dataclasses import dataclass
from enum import StrEnum


class TreatyAct(StrEnum):
    """What a state did towards a treaty."""

    SIGNATURE = "signature"
    DEFINITIVE_SIGNATURE = "definitive signature"
    RATIFICATION = "ratification"
    ACCESSION = "accession"
    SUCCESSION = "succession"
    SUCCESSION_TO_SIGNATURE = "succession to signature"
    ACCEPTANCE = "acceptance"
    APPROVAL = "approval"
    FORMAL_CONFIRMATION = "formal confirmation"
    DENUNCIATION = "denunciation"


@dataclass(frozen=True, slots=True)
class TreatySaid:
    """What the depositary prints of a treaty itself; dates and numbers stand in words as printed."""

    treaty: str
    title: str | None = None
    concluded: str | None = None
    in_force: str | None = None
    registered: str | None = None
    text_at: str | None = None


@dataclass(frozen=True, slots=True)
class TreatyActSaid:
    """An act of a state towards a treaty; ``treaty`` is its number with the depositary ("IV-4") or its title.

    ``withdrawn`` is true where the depositary prints it in brackets: the act no longer stands.
    """

    treaty: str
    state: str
    act: TreatyAct
    date: datetime.date
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class TreatyTotalsSaid:
    """How many signatories and parties the depositary counts."""

    treaty: str
    signatories: int | None
    parties: int | None


@dataclass(frozen=True, slots=True)
class DeclarationSaid:
    """A declaration or reservation of a state to a treaty; ``section`` is the part of the page, as the page says."""

    treaty: str
    state: str
    text: str
    section: str | None = None
