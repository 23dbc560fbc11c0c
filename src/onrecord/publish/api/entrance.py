"""Where a program begins: the addresses there are, and what each kind of error means."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Path

from onrecord.publish.api.answering import PREFIX
from onrecord.publish.api.operations import Operations
from onrecord.publish.api.problems import KINDS, ProblemKind
from onrecord.publish.web.answers import Opened
from onrecord.vocabulary.errors import NotInVocabulary

operations = Operations("Entrance", "Where to begin, and what each kind of error means.")

NamePath = Annotated[str, Path(description="The name of a kind of error.", examples=["not-in-the-record"])]


@dataclass(frozen=True, slots=True)
class Entrance:
    """Where to begin: the document that describes every address, and some of the addresses by what they hold."""

    document: str
    guide: str
    addresses: dict[str, str]


@dataclass(frozen=True, slots=True)
class KindsOfProblems:
    """Every kind of error."""

    kinds: tuple[ProblemKind, ...]


def _guide(view: object) -> str:
    return "/api"


@operations.one("/", page=_guide)
def entrance(record: Opened) -> Entrance:
    """Where to begin."""
    return Entrance(f"{PREFIX}/openapi.json", "/api", dict(_BEGIN))


_BEGIN = {
    name: f"{PREFIX}/{name}"
    for name in ("states", "votes", "situations", "sessions", "elections", "treaties", "pledges", "upr", "tables")
}


@operations.many("/problems", rows="kinds", page=_guide)
def problems(record: Opened) -> KindsOfProblems:
    """The kinds of errors, with their statuses."""
    return KindsOfProblems(tuple(KINDS.values()))


@operations.one("/problems/{name}", page=_guide)
def problem(record: Opened, name: NamePath) -> ProblemKind:
    """What one kind of error means; the ``type`` of an error leads here."""
    if name not in KINDS:
        raise NotInVocabulary("kind of error", name, "a kind of error", tuple(KINDS))
    return KINDS[name]
