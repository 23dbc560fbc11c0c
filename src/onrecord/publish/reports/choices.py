"""What can be reported on: the states that held a seat, a state's terms, the elections with their groups."""

from dataclasses import dataclass
from datetime import date

from onrecord.publish.reports.terms import TermName, term_names
from onrecord.publish.views.shared import StateHead, state_head
from onrecord.publish.views.state import state_record
from onrecord.record.query_elections import candidacies
from onrecord.record.store import Record


@dataclass(frozen=True, slots=True)
class Choice:
    """A state that can be chosen."""

    iso3: str
    slug: str
    name: str


@dataclass(frozen=True, slots=True)
class ElectionChoice:
    """An election that there is a brief on, with the groups that had candidates."""

    date: date
    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReportChoices:
    """What can be reported on, and the terms of one state where one is chosen."""

    page: str
    state: StateHead | None
    letter: str | None
    terms: tuple[TermName, ...]
    states: tuple[Choice, ...]
    elections: tuple[ElectionChoice, ...]


def report_choices(record: Record, asked: str | None = None) -> ReportChoices:
    """Return what can be reported on; NotInVocabulary for a state that the record does not know."""
    state = record.gazetteer.resolve(asked) if asked else None
    head = state_head(record, state, record.as_of) if state else None
    return ReportChoices(
        page=f"/reports?state={state.slug}" if state else "/reports",
        state=head,
        letter=f"/letters/{state.slug}" if state else None,
        terms=term_names(record, state_record(record, state.iso3)) if state else (),
        states=tuple(_states(record)),
        elections=tuple(_elections(record)),
    )


def _states(record: Record) -> list[Choice]:
    gazetteer = record.gazetteer
    sat = (state for state in gazetteer.states if record.seats.terms(state.iso3))
    found = (Choice(state.iso3, state.slug, gazetteer.name(state.iso3, record.as_of)) for state in sat)
    return sorted(found, key=lambda one: one.name)


def _elections(record: Record) -> list[ElectionChoice]:
    groups: dict[date, set[str]] = {}
    for row in candidacies(record):
        if row.standing == "candidate":
            groups.setdefault(row.election_date, set()).add(row.regional_group)
    return [ElectionChoice(day, tuple(sorted(found))) for day, found in sorted(groups.items(), reverse=True)]
