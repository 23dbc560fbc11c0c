"""Texts before the Council or the Assembly, and the roll calls taken on them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class TextKind(StrEnum):
    """What kind of text, or question about a text, was decided."""

    RESOLUTION = "resolution"
    DECISION = "decision"
    DRAFT = "draft"
    AMENDMENT = "amendment"
    MOTION = "motion"


FINAL_KINDS = (TextKind.RESOLUTION, TextKind.DECISION, TextKind.DRAFT)
"""Texts voted on as a whole. Amendments and motions (closure, no action, a separate paragraph) are apart."""


@dataclass(frozen=True, slots=True)
class Text:
    """One text or motion, as its source lists it.

    ``text_id`` is the document symbol, or the roll-call id where a motion has no symbol of its own.
    ``agenda_item`` is None where the source gives none (special sessions have no agenda items).
    ``on`` is the symbol of the draft that an amendment or motion is about, where its source says so.
    """

    text_id: str
    session: str
    decided_on: date | None
    kind: TextKind
    title: str
    agenda_item: str | None
    catalogue_subject: str | None
    on: str | None = None
