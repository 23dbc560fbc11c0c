"""The rows of facts/ on reviews, visits, national institutions, ratings, observations and sponsorship."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated

from onrecord.sources.facts_commitments import CONFIDENCE, NOTE, SOURCE
from onrecord.vocabulary.dates import PartialDate


@dataclass(frozen=True, slots=True)
class UprReview:
    """One state's review in one cycle of the Universal Periodic Review. No count stands without its unit."""

    state: Annotated[str, "the state under review"]
    cycle: Annotated[int, "cycle of the review"]
    upr_session: Annotated[int | None, "session of the working group"]
    review_date: Annotated[PartialDate | None, "day of the review"]
    recommendations: Annotated[int | None, "recommendations, in the unit named"]
    supported: Annotated[int | None, "of which supported, in the unit named"]
    noted: Annotated[int | None, "of which noted, in the unit named"]
    count_unit: Annotated[str | None, "whose count it is, and of what"]
    report_items: Annotated[int | None, "numbered recommendations in the working group's report"]
    report_symbol: Annotated[str | None, "symbol of the working group's report"]
    report_adopted: Annotated[PartialDate | None, "day on which the working group adopted its report"]
    outcome_decision: Annotated[str | None, "the Council's decision on the outcome"]
    outcome_date: Annotated[PartialDate | None, "day of that decision"]
    note: Annotated[str | None, NOTE]
    confidence: Annotated[int, CONFIDENCE]
    source_id: Annotated[str, SOURCE]


class UprResponse(StrEnum):
    """A state's final response to a recommendation."""

    ACCEPTED = "accepted"
    NOTED = "noted"


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One recommendation made by one state to another: one row for each recommending state, UPR Info's unit."""

    rec_id: Annotated[str, "permanent id"]
    state: Annotated[str, "the state under review"]
    by_state: Annotated[str | None, "the recommending state; none where the compilation does not know it"]
    cycle: Annotated[int, "cycle of the review"]
    session: Annotated[int, "session of the working group"]
    review_date: Annotated[date | None, "day of the review; none where the compilation gives none"]
    response: Annotated[UprResponse, "accepted or noted, in the end"]
    action: Annotated[int, "action category 1 minimal to 5 specific (McMahon)"]
    issues: Annotated[str | None, "issues it is about, by code"]
    source_id: Annotated[str, SOURCE]


@dataclass(frozen=True, slots=True)
class UprIssue:
    """An issue by which recommendations are sorted."""

    issue: Annotated[str, "code"]
    label: Annotated[str, "the issue"]
    source_id: Annotated[str, SOURCE]


@dataclass(frozen=True, slots=True)
class UprParagraph:
    """A paragraph of a working group's report that lists recommendations, with how many and what became of them."""

    report_symbol: Annotated[str, "the report"]
    state: Annotated[str, "the state under review"]
    paragraph: Annotated[str, "paragraph"]
    first_item: Annotated[int, "number of its first recommendation"]
    last_item: Annotated[int, "number of its last recommendation"]
    position: Annotated[str, "what the report says of them"]
    source_id: Annotated[str, SOURCE]


@dataclass(frozen=True, slots=True)
class Visit:
    """A visit to a state by a special procedure, the High Commissioner or a treaty body."""

    state: Annotated[str, "the state visited"]
    mandate: Annotated[str, "who visited"]
    holder: Annotated[str | None, "the person who held the mandate"]
    opened: Annotated[date, "first day; for a request, the day by which it is known"]
    closed: Annotated[date | None, "last day"]
    status: Annotated[str, "completed, requested …, as the source says"]
    kind: Annotated[str, "special procedure, High Commissioner or treaty body"]
    report_symbol: Annotated[str | None, "symbol of the report on the visit, where seen"]
    note: Annotated[str | None, NOTE]
    confidence: Annotated[int, CONFIDENCE]
    source_id: Annotated[str, SOURCE]


@dataclass(frozen=True, slots=True)
class StandingInvitation:
    """What a source says, on a day, of standing invitations to all thematic special procedures."""

    state: Annotated[str | None, "the state; none for a count of states"]
    date: Annotated[PartialDate, "day or month"]
    date_meaning: Annotated[str, "on or before, exact, year, session, or count"]
    event: Annotated[str, "what the source says"]
    note: Annotated[str | None, NOTE]
    confidence: Annotated[int, CONFIDENCE]
    source_id: Annotated[str, SOURCE]


@dataclass(frozen=True, slots=True)
class NhriStatus:
    """Accreditation of a national human rights institution under the Paris Principles."""

    state: Annotated[str, "the state"]
    institution: Annotated[str | None, "the institution, where named"]
    status: Annotated[str, "A, B or none"]
    year: Annotated[int, "year of the status"]
    date: Annotated[PartialDate | None, "month of the decision, where known"]
    event: Annotated[str, "status at year, or the decision"]
    note: Annotated[str | None, NOTE]
    confidence: Annotated[int, CONFIDENCE]
    source_id: Annotated[str, SOURCE]


@dataclass(frozen=True, slots=True)
class Rating:
    """A rating of a state by an outside body in one edition."""

    state: Annotated[str | None, "the state; none for the number of states ranked"]
    rating: Annotated[str, "RSF-rank, RSF-score, RSF-n-countries, FH-PR, FH-CL or FH-status"]
    edition: Annotated[int, "year of the edition"]
    value: Annotated[str, "value as published"]
    year_under_review: Annotated[str | None, "year or months that it rates"]
    note: Annotated[str | None, NOTE]
    confidence: Annotated[int, CONFIDENCE]
    source_id: Annotated[str, SOURCE]


@dataclass(frozen=True, slots=True)
class ConcludingObservation:
    """A treaty body's concluding observations on a state's report."""

    state: Annotated[str, "the state"]
    treaty_body: Annotated[str, "the committee"]
    instrument: Annotated[str, "the treaty"]
    symbol: Annotated[str | None, "symbol of the document, where seen"]
    report_considered: Annotated[str, "which report it was"]
    considered: Annotated[PartialDate | None, "days on which the report was considered"]
    adopted: Annotated[PartialDate | None, "day, month or session of adoption"]
    document_date: Annotated[PartialDate | None, "date the document bears"]
    note: Annotated[str | None, NOTE]
    confidence: Annotated[int, CONFIDENCE]
    source_id: Annotated[str, SOURCE]


@dataclass(frozen=True, slots=True)
class Sponsorship:
    """A state's sponsorship of a text: its role, when it joined, and how complete the list is."""

    symbol: Annotated[str, "the text"]
    draft_symbol: Annotated[str | None, "its draft"]
    title: Annotated[str, "subject of the text"]
    session: Annotated[str, "session"]
    adopted: Annotated[date, "day of adoption"]
    state: Annotated[str, "the state"]
    role: Annotated[str, "main sponsor or co-sponsor"]
    joined: Annotated[str, "on tabling, or later"]
    list_complete: Annotated[str, "which sponsors the list holds"]
    cosponsors: Annotated[str | None, "co-sponsors by the source's count"]
    note: Annotated[str | None, NOTE]
    confidence: Annotated[int, CONFIDENCE]
    source_id: Annotated[str, SOURCE]


@dataclass(frozen=True, slots=True)
class SelfReport:
    """What a state says of itself: a claim, apart from facts."""

    claim_id: Annotated[str, "permanent id"]
    state: Annotated[str, "the state"]
    said_by: Annotated[str, "who said it"]
    said_on: Annotated[PartialDate, "when"]
    said_where: Annotated[str, "where"]
    claim: Annotated[str, "what is claimed, in our words"]
    topic: Annotated[str, "what the record has beside it: upr, treaties, visits, national institution, roles, none"]
    source_id: Annotated[str, SOURCE]


@dataclass(frozen=True, slots=True)
class Role:
    """A chair, bureau seat or vice-presidency held by a state."""

    role_id: Annotated[str, "permanent id"]
    state: Annotated[str, "the state"]
    organisation: Annotated[str, "the organisation or body"]
    role: Annotated[str, "the role"]
    held_from: Annotated[PartialDate | None, "from when"]
    held_to: Annotated[PartialDate | None, "to when"]
    basis: Annotated[str, "fact where sourced independently, claim where only the state says so"]
    note: Annotated[str | None, NOTE]
    source_id: Annotated[str, SOURCE]
