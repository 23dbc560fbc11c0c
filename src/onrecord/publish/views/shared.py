"""Parts that several views share: citations, states, situations and lines of votes."""

import re
from dataclasses import dataclass
from datetime import date

from onrecord.publish.languages.grammar import within_sentence
from onrecord.publish.languages.state_names import state_name
from onrecord.publish.languages.words import gettext, message
from onrecord.record.ballots import Ballot
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.positions import Position
from onrecord.vocabulary.rollcalls import Body
from onrecord.vocabulary.situations import Selection, Subject
from onrecord.vocabulary.states import State
from onrecord.vocabulary.symbols import parse_symbol


@dataclass(frozen=True, slots=True)
class Cite:
    """Where a fact stands: the UN document and the place in it, the source it was read from, its page here."""

    document: str | None
    url: str | None
    place: str
    source: str
    source_url: str | None
    page: str


@dataclass(frozen=True, slots=True)
class StateHead:
    """A state as a page names it, under the name of the day; ``running_name`` is its name within a sentence."""

    iso3: str
    name: str
    running_name: str
    formal_name: str | None
    page: str
    regional_group: str | None


@dataclass(frozen=True, slots=True)
class SituationHead:
    """A country situation as a page names it."""

    subject: str
    label: str
    page: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A finding ready to be printed, with its n, its scope and the page that shows its evidence."""

    text: str
    n: int
    scope: str
    page: str


@dataclass(frozen=True, slots=True)
class VoteLine:
    """One vote in a list, with a state's position where the list is about a state."""

    rollcall_id: str
    body: Body
    symbol: str | None
    date: date
    date_precision: str
    session: str
    title: str
    situations: tuple[str, ...]
    situation_labels: tuple[str, ...]
    agenda_item: str | None
    kind: str
    outcome: str | None
    position: Position | None
    position_doubtful: bool
    yes: int | None
    no: int | None
    abstain: int | None
    absent: int | None
    status: str
    severity: str | None
    reading: str
    selections: tuple[str, ...]
    runs_against: bool
    page: str
    cite: Cite


class Sources:
    """The publications of the record by id, read once for a view."""

    def __init__(self, record: Record) -> None:
        """Read the table of sources."""
        rows = record.tuples("SELECT * FROM source")
        self._rows = {one: (_without_later_days(title, record.as_of), url) for one, title, url in rows}

    def title(self, source_id: str | None) -> str:
        """Return publisher and title."""
        return self._rows.get(source_id or "", ("", None))[0]

    def url(self, source_id: str | None) -> str | None:
        """Return the address, if it has one."""
        return self._rows.get(source_id or "", ("", None))[1]


def _without_later_days(title: str, as_of: date | None) -> str:
    """Return a publication's title; as of a day, without the later day on which we read it."""
    if as_of is None:
        return title
    return _DAY.sub(lambda found: found[0] if found[0] <= as_of.isoformat() else "a later day", title)


_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def state_head(record: Record, state: State, on: date | None = None) -> StateHead:
    """Return a state under the name and in the group of a day (today's without one)."""
    gazetteer = record.gazetteer
    group = gazetteer.group(state.iso3, on) if on else None
    name = state_name(gazetteer, state.iso3, on)
    running = within_sentence(name)
    return StateHead(state.iso3, name, running, gazetteer.formal_name(state.iso3, on), f"/states/{state.slug}", group)


def situation_head(subject: Subject) -> SituationHead:
    """Return a situation as a page names it."""
    return SituationHead(subject.subject, situation_label(subject), f"/situations/{subject.slug}")


def situation_label(subject: Subject) -> str:
    """Return what a situation is called in the language spoken."""
    return gettext(subject.label)


def find_subject(record: Record, asked: str) -> Subject:
    """Return the situation that a code, slug, label or state name stands for; NotInVocabulary if none does."""
    wanted = asked.strip().casefold()
    for subject in record.subjects.values():
        if wanted in {subject.subject.casefold(), subject.slug, subject.label.casefold()}:
            return subject
    try:
        return record.subjects[record.gazetteer.resolve(asked).iso3]
    except (NotInVocabulary, KeyError) as error:
        near = tuple(s.label for s in record.subjects.values() if wanted[:3] and s.slug.startswith(wanted[:3]))
        raise NotInVocabulary("situation", asked, "a country situation such as syria or SYR", near[:5]) from error


_PLACES = {
    "resolution": message("the voting note printed at the end of the text"),
    "decision": message("the voting note printed at the end of the text"),
    "draft": message("the draft; the vote is in the report of the session"),
    "amendment": message("the amendment; the vote is in the report of the session"),
    "motion": message("the text the motion is about; the vote is in the report of the session"),
}


def cite(ballot: Ballot, sources: Sources) -> Cite:
    """Return where a vote stands: its UN document and place, and the source its positions were read from."""
    url = parse_symbol(ballot.symbol).url if ballot.symbol else None
    place = _PLACES.get(ballot.kind, message("the record of the meeting"))
    source, source_url = sources.title(ballot.source_id), sources.url(ballot.source_id)
    return Cite(ballot.symbol, url, place, source, source_url, vote_page(ballot))


def vote_page(ballot: Ballot) -> str:
    """Return the address of a vote's page."""
    return f"/votes/{ballot.slug}"


def vote_line(record: Record, ballot: Ballot, sources: Sources, state: str | None = None) -> VoteLine:
    """Return a vote as a line of a list; ``state`` brings its position along."""
    labels = tuple(situation_label(record.subjects[subject]) for subject in ballot.subjects)
    return VoteLine(
        rollcall_id=ballot.rollcall_id,
        body=ballot.body,
        symbol=ballot.symbol,
        date=ballot.date,
        date_precision=ballot.date_precision,
        session=ballot.session,
        title=ballot.title,
        situations=ballot.subjects,
        situation_labels=labels,
        agenda_item=ballot.agenda_item,
        kind=ballot.kind,
        outcome=ballot.outcome,
        position=ballot.position(state) if state else None,
        position_doubtful=ballot.doubtful(state) if state else False,
        yes=ballot.yes,
        no=ballot.no,
        abstain=ballot.abstain,
        absent=ballot.absent,
        status=ballot.status,
        severity=ballot.severity,
        reading=ballot.tally_rule,
        selections=tuple(s.value for s in Selection if ballot.selected(s)),
        runs_against=ballot.runs_against,
        page=vote_page(ballot),
        cite=cite(ballot, sources),
    )
