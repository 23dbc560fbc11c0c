"""The API for readers: each address with its words and an example to follow, drawn from the OpenAPI document."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from onrecord.publish.api.answering import PREFIX
from onrecord.publish.api.app import openapi_document
from onrecord.publish.api.problems import KINDS, ProblemKind


@dataclass(frozen=True, slots=True)
class Word:
    """A word that an address takes, in its path or its query, with its meaning and an example."""

    name: str
    place: str
    required: bool
    meaning: str
    example: str | None


@dataclass(frozen=True, slots=True)
class Address:
    """An address of the API: how it is asked, what it gives, its words, and an example; none where it takes a text."""

    method: str
    path: str
    summary: str
    description: str
    words: tuple[Word, ...]
    example: str | None


@dataclass(frozen=True, slots=True)
class Group:
    """The addresses on one matter."""

    name: str
    about: str
    addresses: tuple[Address, ...]


@dataclass(frozen=True, slots=True)
class Guide:
    """Every address of the API by matter, and every kind of error."""

    page: str
    document: str
    n: int
    groups: tuple[Group, ...]
    problems: tuple[ProblemKind, ...]


def guide() -> Guide:
    """Return the guide to the API."""
    described = openapi_document()
    addresses = [(one["tags"][0], _address(method, path, one)) for method, path, one in _operations(described)]
    groups = tuple(
        Group(tag["name"], tag["description"], tuple(one for name, one in addresses if name == tag["name"]))
        for tag in described["tags"]
    )
    return Guide("/api", f"{PREFIX}/openapi.json", len(addresses), groups, tuple(KINDS.values()))


def _operations(described: Mapping[str, Any]) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    for path, methods in described["paths"].items():
        for method, one in methods.items():
            yield method, path, one


def _address(method: str, path: str, one: Mapping[str, Any]) -> Address:
    return Address(
        method=method.upper(),
        path=f"{PREFIX}{path}",
        summary=one["summary"],
        description=one["description"],
        words=tuple(_word(word) for word in one.get("parameters", ())),
        example=one.get("x-example"),
    )


def _word(word: Mapping[str, Any]) -> Word:
    examples = word["schema"].get("examples", ())
    example = str(examples[0]) if examples else None
    return Word(word["name"], word["in"], word["required"], word["description"], example)
