"""A state's story in order: elections, terms, votes that shifted, treaties, visits, reviews, ratings."""

from dataclasses import dataclass

from onrecord.measures.constancy import shifts, usual_positions
from onrecord.publish import sentences
from onrecord.publish.languages.words import english, gettext, say
from onrecord.publish.views.shared import Sources, StateHead, situation_label
from onrecord.record.ballots import Ballot
from onrecord.record.query_timeline import EventRow, events
from onrecord.record.store import Record
from onrecord.vocabulary.dates import PartialDate


@dataclass(frozen=True, slots=True)
class Event:
    """One event: its date as precise as its source, what sort it is, what happened, where it is shown and sourced."""

    date: str
    year: int
    kind: str
    text: str
    page: str | None
    source: str | None
    source_url: str | None


_COUNTED = "counted from the record's votes"


def timeline(record: Record, head: StateHead, country: list[Ballot]) -> list[Event]:
    """Return a state's events, earliest first, with its shifts on country situations among them."""
    sources = Sources(record)
    happened = [_event(row, head, sources) for row in events(record, head.iso3)]
    return sorted(
        [*happened, *_shifts(record, head, country)], key=lambda e: (PartialDate(e.date).last, e.kind, e.text)
    )


def _event(row: EventRow, head: StateHead, sources: Sources) -> Event:
    text, page = told(row, head)
    return Event(
        row.date,
        PartialDate(row.date).first.year,
        row.kind,
        text,
        page,
        sources.title(row.source_id),
        sources.url(row.source_id),
    )


def told(row: EventRow, head: StateHead) -> tuple[str, str | None]:
    """Return what happened in words, and the page that shows it."""
    return _TOLD[row.kind](row, head)


def _shifts(record: Record, head: StateHead, country: list[Ballot]) -> list[Event]:
    years = sorted({ballot.date.year for ballot in country})
    usual = {y: usual_positions([b for b in country if b.date.year == y], head.iso3) for y in years}
    return [
        Event(str(year), year, "shift", sentences.shift(situation_label(record.subjects[one.subject]), one, year),
              f"{head.page}/{year}", _COUNTED, None)
        for year in years
        if year - 1 in usual
        for one in shifts(usual[year - 1], usual[year])
    ]  # fmt: skip


def _detail(row: EventRow) -> str:
    return row.detail or ""


def _election(row: EventRow, head: StateHead) -> tuple[str, str | None]:
    return say(
        "Election to the Human Rights Council ({kind}): {result}",
        kind=english(row.what),
        result=english(_detail(row)),
    ), f"/elections/{row.key}"


def _term(row: EventRow, head: StateHead) -> tuple[str, str | None]:
    ends = row.kind == "term ends"
    return (
        say("Term on the Council ends ({why})", why=gettext(_detail(row)))
        if ends
        else say("Term on the Council begins")
    ), None


def _treaty(row: EventRow, head: StateHead) -> tuple[str, str | None]:
    return f"{sentences.capital(gettext(_detail(row)))}: {row.what}", f"/treaties/{head.page.rsplit('/', 1)[-1]}"


def _visit(row: EventRow, head: StateHead) -> tuple[str, str | None]:
    return say(
        "Visit of the {mandate}: {status}", mandate=english(row.what), status=gettext(_detail(row))
    ), f"/visits/{head.page.rsplit('/', 1)[-1]}"


def _review(row: EventRow, head: StateHead) -> tuple[str, str | None]:
    counted = f": {english(row.detail)}" if row.detail else ""
    return say(
        "Universal Periodic Review, cycle {cycle}{counted}", cycle=row.what, counted=counted
    ), f"/upr/{head.page.rsplit('/', 1)[-1]}"


def _special_session(row: EventRow, head: StateHead) -> tuple[str, str | None]:
    return (
        say(
            "{did} special session {session}: {subject}",
            did=sentences.capital(gettext(_detail(row))),
            session=row.key,
            subject=english(row.what),
        ),
        f"/special-sessions/{row.key}",
    )


def _joint_statement(row: EventRow, head: StateHead) -> tuple[str, str | None]:
    return say(
        "{did} a joint statement: {subject}",
        did=sentences.capital(gettext(_detail(row))),
        subject=english(row.what),
    ), f"/joint-statements/{row.key}"


def _sponsorship(row: EventRow, head: StateHead) -> tuple[str, str | None]:
    return say(
        "{role} of {symbol}: {title}",
        role=sentences.capital(gettext(_detail(row))),
        symbol=row.key,
        title=english(row.what),
    ), f"/sponsorships?state={head.iso3}"


def _observations(row: EventRow, head: StateHead) -> tuple[str, str | None]:
    symbol = f", {row.key}" if row.key else ""
    return say(
        "Concluding observations of {body} on the {report} report{symbol}",
        body=row.what,
        report=english(_detail(row)),
        symbol=symbol,
    ), _standing(head)


def _rating(row: EventRow, head: StateHead) -> tuple[str, str | None]:
    return say("{body}: status {status}", body=english(row.what), status=english(_detail(row))), _standing(head)


def _institution(row: EventRow, head: StateHead) -> tuple[str, str | None]:
    return say("National human rights institution: status {status}", status=english(_detail(row))), _standing(head)


def _standing(head: StateHead) -> str:
    return f"/standing/{head.page.rsplit('/', 1)[-1]}"


def _self_report(row: EventRow, head: StateHead) -> tuple[str, str | None]:
    return say(
        "{who} says: {claim}", who=english(_detail(row)), claim=english(row.what)
    ), f"/self-reports/{head.page.rsplit('/', 1)[-1]}"


def _role(row: EventRow, head: StateHead) -> tuple[str, str | None]:
    return f"{english(_detail(row))}, {english(row.what)}", f"/self-reports/{head.page.rsplit('/', 1)[-1]}"


_TOLD = {
    "election": _election,
    "term begins": _term,
    "term ends": _term,
    "treaty": _treaty,
    "visit": _visit,
    "review": _review,
    "special session": _special_session,
    "joint statement": _joint_statement,
    "sponsorship": _sponsorship,
    "observations": _observations,
    "rating": _rating,
    "national institution": _institution,
    "self-report": _self_report,
    "role": _role,
}
