"""The claim about roles that states held."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from onrecord.claims.typed import Claim, Form
from onrecord.vocabulary.periods import Period


class Post(StrEnum):
    """What a state is said to have been."""

    CHAIR = "chair"
    VICE = "vice-president"
    COORDINATOR = "coordinator"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldRole(Claim):
    """A state held a role in an organisation or in the Council, at a time where one is given."""

    relation: ClassVar[str] = "role"
    form: ClassVar[Form] = Form.STATUS

    state: str
    post: Post
    organisation: str
    period: Period | None = None
    rapporteur: bool = False
