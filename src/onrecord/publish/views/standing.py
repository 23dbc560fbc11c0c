"""How others rate a state: its national institution, press freedom, Freedom House, treaty bodies' observations."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.measures.ratings import RSF_METHOD_CHANGED
from onrecord.publish.languages.words import gettext
from onrecord.publish.views.shared import Sentence, Sources, StateHead, state_head
from onrecord.publish.views.un_documents import UnDocument, un_document
from onrecord.publish.wording import standing as say
from onrecord.record.query_standing import (
    ANNUAL,
    concluding_observations,
    editions,
    nhri_statuses,
    nhri_years,
    ranked,
    ratings,
    states_with_observations,
)
from onrecord.record.store import Record
from onrecord.sources.facts_cooperation import ConcludingObservation, NhriStatus, Rating


@dataclass(frozen=True, slots=True)
class NhriLine:
    """The status of the national human rights institution in a year of the annual series, or a decision on it."""

    year: int
    date: str | None
    status: str
    status_words: str
    annual: bool
    event: str
    institution: str | None
    note: str | None
    confidence: int
    source: str
    source_url: str | None


@dataclass(frozen=True, slots=True)
class PressLine:
    """RSF's rank and score in one edition; ``of`` is how many states it ranked, none where not in the record.

    Lines with a different ``method`` are not to be compared; none while RSF had only used one.
    """

    edition: int
    rank: int | None
    of: int | None
    score: str | None
    method: str | None
    note: str | None
    confidence: int
    source: str
    source_url: str | None
    of_source: str | None
    of_source_url: str | None


@dataclass(frozen=True, slots=True)
class FreedomLine:
    """Freedom House's ratings in one edition, as printed; the year under review is apart from the edition."""

    edition: int
    label: str
    year_under_review: str | None
    political_rights: str | None
    civil_liberties: str | None
    status: str | None
    status_words: str | None
    note: str | None
    confidence: int
    source: str
    source_url: str | None


@dataclass(frozen=True, slots=True)
class ObservationLine:
    """A treaty body's concluding observations; no adoption where none were found."""

    treaty_body: str
    instrument: str
    report_considered: str
    considered: str | None
    adopted: str | None
    document_date: str | None
    document: UnDocument | None
    note: str | None
    confidence: int
    source: str
    source_url: str | None


@dataclass(frozen=True, slots=True)
class StandingOfState:
    """How others rate one state, body by body."""

    state: StateHead
    page: str
    sentences: tuple[Sentence, ...]
    national_institution: tuple[NhriLine, ...]
    press_freedom: tuple[PressLine, ...]
    freedom_house: tuple[FreedomLine, ...]
    concluding_observations: tuple[ObservationLine, ...]
    not_known: tuple[str, ...]


def standing_of_state(record: Record, asked: str) -> StandingOfState:
    """Return how others rate a state; NotInVocabulary for a state that the record does not know."""
    state = record.gazetteer.resolve(asked)
    head, page = state_head(record, state, record.as_of), f"/standing/{state.slug}"
    lines, found = _Lines(record), ratings(record, state.iso3)
    # The series has rows for years in which a state did not exist yet.
    held = [row for row in nhri_statuses(record, state.iso3) if state.existed(date(row.year, 12, 31))]
    nhri = tuple(lines.nhri(row) for row in held)
    press = tuple(lines.press(edition, rows) for edition, rows in _by_edition(found, "RSF-").items())
    house = tuple(lines.freedom(edition, rows) for edition, rows in _by_edition(found, "FH-").items())
    observed = tuple(lines.observation(row) for row in concluding_observations(record, state.iso3))
    return StandingOfState(
        state=head,
        page=page,
        sentences=tuple(say.of_state(head, page, nhri, press, house, observed)),
        national_institution=nhri,
        press_freedom=press,
        freedom_house=house,
        concluding_observations=observed,
        not_known=(
            say.nhri_coverage(nhri_years(record)) if nhri else say.nhri_missing(head),
            *_press_not_known(record, head, press),
            _house_not_known(record, head, house),
            _observations_not_known(record, head, observed),
        ),
    )


def _by_edition(found: Sequence[Rating], prefix: str) -> dict[int, dict[str, Rating]]:
    """Return ratings of one body by edition and kind, editions in order."""
    dealt: dict[int, dict[str, Rating]] = {}
    for row in found:
        if row.rating.startswith(prefix):
            dealt.setdefault(row.edition, {})[row.rating.removeprefix(prefix)] = row
    return dealt


def _press_not_known(record: Record, head: StateHead, press: Sequence[PressLine]) -> list[str]:
    if not press:
        return [say.press_missing(head)]
    ranks = {line.edition for line in press if line.rank is not None}
    known = editions(record, "RSF-rank")
    missing = [year for year in range(known[0], known[-1] + 1) if year not in ranks]
    said = say.press_coverage(head, missing, known[-1] >= RSF_METHOD_CHANGED)
    without = [line.edition for line in press if line.rank is not None and line.of is None]
    return [*said, say.numbers_missing(without)] if without else said


def _house_not_known(record: Record, head: StateHead, house: Sequence[FreedomLine]) -> str:
    known = editions(record, "FH-status")
    return say.house_coverage(known[0], known[-1]) if house else say.house_missing(head)


def _observations_not_known(record: Record, head: StateHead, observed: Sequence[ObservationLine]) -> str:
    states = [state_head(record, record.gazetteer.state(s)).running_name for s in states_with_observations(record)]
    return say.observations_coverage(head, states, bool(observed))


class _Lines:
    """Makes lines of rows."""

    def __init__(self, record: Record) -> None:
        self.sources, self.ranked = Sources(record), ranked(record)
        self.changed = RSF_METHOD_CHANGED in editions(record, "RSF-rank")

    def _method(self, edition: int) -> str | None:
        if not self.changed:
            return None
        return f"before {RSF_METHOD_CHANGED}" if edition < RSF_METHOD_CHANGED else f"from {RSF_METHOD_CHANGED}"

    def _source(self, source_id: str) -> tuple[str, str | None]:
        return self.sources.title(source_id), self.sources.url(source_id)

    def nhri(self, row: NhriStatus) -> NhriLine:
        annual = row.event.startswith(ANNUAL)
        event = "status in the annual series" if annual else row.event
        words = gettext(say.STATUS_WORDS[row.status])
        return NhriLine(row.year, row.date, row.status, words, annual, event, row.institution, row.note,
                        row.confidence, *self._source(row.source_id))  # fmt: skip

    def press(self, edition: int, rows: Mapping[str, Rating]) -> PressLine:
        rank, score, of = rows.get("rank"), rows.get("score"), self.ranked.get(edition)
        notes = [f"{what}: {row.note}" for what, row in (("rank", rank), ("score", score)) if row and row.note]
        of_source = self._source(of.source_id) if of else (None, None)
        return PressLine(
            edition,
            int(rank.value) if rank else None,
            int(of.value) if of else None,
            score.value if score else None,
            self._method(edition),
            "; ".join(notes) or None,
            min(row.confidence for row in rows.values()),
            *self._source(next(iter(rows.values())).source_id),
            *of_source,
        )

    def freedom(self, edition: int, rows: Mapping[str, Rating]) -> FreedomLine:
        first, status = next(iter(rows.values())), rows.get("status")
        note = first.note or ""
        label = note.removeprefix(_LABEL) if note.startswith(_LABEL) else str(edition)
        return FreedomLine(
            edition,
            label,
            first.year_under_review,
            rows["PR"].value if "PR" in rows else None,
            rows["CL"].value if "CL" in rows else None,
            status.value if status else None,
            say.freedom(status.value) if status else None,
            None if note.startswith(_LABEL) else first.note,
            first.confidence,
            *self._source(first.source_id),
        )

    def observation(self, row: ConcludingObservation) -> ObservationLine:
        return ObservationLine(
            treaty_body=row.treaty_body,
            instrument=row.instrument,
            report_considered=row.report_considered,
            considered=row.considered,
            adopted=row.adopted,
            document_date=row.document_date,
            document=un_document(row.symbol),
            note=row.note,
            confidence=row.confidence,
            source=self.sources.title(row.source_id),
            source_url=self.sources.url(row.source_id),
        )


_LABEL = "edition label: "
