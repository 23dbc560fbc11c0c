"""What a checked text says and what the record answers: verdicts, readings, the rows they rest on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any


class Verdict(StrEnum):
    """What the record says to a claim."""

    SUPPORTED = "supported"
    REFUTED = "refuted"
    NOT_ENOUGH_INFORMATION = "not-enough-information"
    CONFLICTING = "conflicting"

    @property
    def label(self) -> str:
        """The verdict in words: "not enough information"."""
        return self.value.replace("-", " ")


class Reason(StrEnum):
    """Why the record gives no answer to a claim."""

    NOT_IN_THE_RECORD = "not in the record"
    OUTSIDE_COVERAGE = "outside coverage"
    NOT_CHECKABLE = "not checkable"
    AMBIGUOUS = "ambiguous"
    NOT_READ = "not read"
    CIRCULAR = "its only source is the text itself"


class Nothing(StrEnum):
    """Why a sentence holds no claim about the record."""

    HEADING = "heading"
    OPINION = "opinion or background"
    APPEAL = "appeal"
    QUOTATION = "quotation"
    FORMALITY = "formality"
    QUESTION = "question"
    NOT_READ = "not read"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One row of the record that an answer rests on.

    ``id`` is the row's permanent name ("hrc-res-25-24", "membership:KAZ/2013-01-01"); ``says`` is the row in
    words, ``cite`` the document or publication it comes from, ``url`` that document's address, ``page`` the
    row's page on this site, ``source_id`` its source in the record.
    """

    id: str
    says: str
    cite: str
    url: str | None = None
    page: str | None = None
    source_id: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer under one reading of what a claim leaves open."""

    reading: str
    verdict: Verdict
    says: str
    n: int | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What the record says to one typed claim.

    ``says`` is the answer in a sentence that can be printed, ``scope`` what was taken to be asked (period,
    selection, unit), ``n`` how many rows were counted, ``answers`` each reading tried where the claim leaves
    something open. ``evidence`` are the rows relied on, ``counter_examples`` those that speak against it.
    """

    verdict: Verdict
    says: str
    scope: str = ""
    reason: Reason | None = None
    n: int | None = None
    answers: tuple[Answer, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    counter_examples: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Filled:
    """A slot of a claim that its own words leave open, with where the filling comes from."""

    slot: str
    value: str
    source: str


@dataclass(frozen=True, slots=True)
class CheckedClaim:
    """One claim of a sentence as it was understood, with what the record says.

    ``text`` are the words it was read from, ``start`` and ``end`` their place in the document's text,
    ``understood`` the claim in plain words, ``typed`` its fields. ``relation`` names the table it is about,
    ``form`` the kind of statement. ``said_by`` is whom the text has say so, ``unused`` the words that were
    left aside, ``proposed_by`` the model that proposed the claim, where one did.
    """

    text: str
    start: int
    end: int
    understood: str
    relation: str
    form: str
    typed: Mapping[str, Any]
    finding: Finding
    filled: tuple[Filled, ...] = ()
    said_by: str | None = None
    unused: tuple[str, ...] = ()
    proposed_by: str | None = None


@dataclass(frozen=True, slots=True)
class CheckedSentence:
    """One sentence with its place in the document's text, its claims, or why it has none."""

    text: str
    start: int
    end: int
    claims: tuple[CheckedClaim, ...] = ()
    nothing: Nothing | None = None
    nothing_why: str = ""


@dataclass(frozen=True, slots=True)
class CheckedText:
    """A whole text, checked. ``about`` and ``as_of`` say where they come from: given, or read from where."""

    text: str
    sentences: tuple[CheckedSentence, ...]
    about: str | None = None
    about_from: str = ""
    as_of: date | None = None
    as_of_from: str = ""
    record: str = ""
    notes: tuple[str, ...] = field(default=())

    @property
    def claims(self) -> tuple[CheckedClaim, ...]:
        """Every claim of the text in its order."""
        return tuple(claim for sentence in self.sentences for claim in sentence.claims)
