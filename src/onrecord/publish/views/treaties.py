"""A state and the UN human rights treaties: where it stood on a day, at each election, and over each term."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from onrecord.measures.treaties import Standing, TreatyStatus, joined_between, signed_between, standing
from onrecord.publish.languages.words import say as in_language
from onrecord.publish.sentences import day as in_words
from onrecord.publish.views.shared import Sentence, Sources, StateHead, state_head
from onrecord.publish.wording import treaties as say
from onrecord.record.query_treaties import (
    TREATIES_AS_AT,
    Election,
    acts_by_state,
    elections_of,
    instruments,
    treaties_known_to,
)
from onrecord.record.store import CouncilTerm, Record
from onrecord.sources.facts_commitments import Instrument, TreatyStep
from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.states import StateKind


@dataclass(frozen=True, slots=True)
class ActLine:
    """One act of a state towards a treaty, with where it stands and how compilations disagree on it."""

    instrument: str
    act: str
    date: date
    disagreement: str | None
    note: str | None
    confidence: int
    untc_url: str
    source: str
    source_url: str | None


@dataclass(frozen=True, slots=True)
class TreatyLine:
    """A state's standing towards one treaty on the day, with its acts; declarations apart."""

    instrument: str
    title: str
    page: str
    untc_url: str
    adopted: date
    in_force: date | None
    status: str
    act: str | None
    joined_on: date | None
    signed_on: date | None
    days_to_join: int | None
    rejoined: bool
    denounced_on: date | None
    denunciation_effect: date | None
    acts: tuple[ActLine, ...]
    declarations: tuple[ActLine, ...]


@dataclass(frozen=True, slots=True)
class TreatyCounts:
    """To how many treaties the state is party, of those adopted by the day and of all, and which the others are."""

    party: int
    of_adopted_by_then: int
    of_all: int
    signed_only: tuple[str, ...]
    no_act: tuple[str, ...]
    denounced: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ElectionLine:
    """Where the state stood on the day of an election to the Council in which it stood."""

    election_date: date
    standing: str
    elected: bool
    counts: TreatyCounts
    text: str
    source: str
    source_url: str | None


@dataclass(frozen=True, slots=True)
class TermTreaties:
    """What a state joined and signed during a term on the Council; days after the view's day are left out."""

    term: str
    term_start: date
    term_end: date | None
    end_reason: str | None
    joined: tuple[ActLine, ...]
    signed: tuple[ActLine, ...]
    text: str
    source: str
    source_url: str | None


@dataclass(frozen=True, slots=True)
class TreatiesOfState:
    """Everything the record says of a state and the treaties, as at a day."""

    state: StateHead
    page: str
    as_at: date
    counts: TreatyCounts
    sentences: tuple[Sentence, ...]
    treaties: tuple[TreatyLine, ...]
    elections: tuple[ElectionLine, ...]
    terms: tuple[TermTreaties, ...]
    not_known: tuple[str, ...]


_ROMAN = {"IV": 4}
"""The chapter of the UN Treaty Collection that holds the human rights treaties, as its addresses number it."""


def untc_url(chapter: str) -> str:
    """Return the address of a treaty's page in the UN Treaty Collection from its chapter and number, IV-11-b."""
    number = _ROMAN[chapter.split("-", maxsplit=1)[0]]
    words = urlencode({"src": "IND", "mtdsg_no": chapter, "chapter": number, "clang": "_en"})
    return f"https://treaties.un.org/Pages/ViewDetails.aspx?{words}"


def instrument_page(code: str) -> str:
    """Return the address of a treaty's page."""
    return f"/treaties/instruments/{code}"


def treaties_page(head: StateHead) -> str:
    """Return the address of a state's page on treaties."""
    return head.page.replace("/states/", "/treaties/", 1)


def treaties_of_state(record: Record, asked: str, on: date | None = None) -> TreatiesOfState:
    """Return a state's treaties, as at a day or as at the last day known.

    Raises NotInVocabulary for a state that is not known, or a day after the last day known or before the Council
    first met: for earlier days some acts of joining that were later denounced are not in the record.
    """
    last = treaties_known_to(record)
    first = record.seats.first_day
    if on and not first <= on <= last:
        raise NotInVocabulary("day", on.isoformat(), f"a day from {first}, when the Council first met, to {last}")
    as_at = on or last
    state = record.gazetteer.resolve(asked, as_at)
    head = state_head(record, state, as_at)
    mine = _Mine(record, head, as_at)
    return TreatiesOfState(
        state=head,
        page=treaties_page(head),
        as_at=as_at,
        counts=mine.counted(as_at),
        sentences=tuple(mine.sentences()),
        treaties=tuple(mine.lines()),
        elections=tuple(mine.elections()),
        terms=tuple(mine.terms()),
        not_known=tuple(mine.not_known(state.kind)),
    )


class _Mine:
    """One state's acts, up to the day asked."""

    def __init__(self, record: Record, head: StateHead, as_at: date) -> None:
        self.record, self.head, self.as_at = record, head, as_at
        self.all = instruments(record)
        self.steps = [s for s in acts_by_state(record).get(head.iso3, ()) if s.date <= as_at]
        self.acts = Acts(record, {i.instrument: i for i in self.all}, as_at)

    def on(self, day: date) -> dict[str, Standing]:
        """Return the standing towards each treaty adopted by a day."""
        return {i.instrument: standing(self._of(i.instrument), day) for i in self.all if i.adopted <= day}

    def _of(self, code: str) -> list[TreatyStep]:
        return [s for s in self.steps if s.instrument == code]

    def counted(self, day: date) -> TreatyCounts:
        """Return the counts and lists of treaties by standing on a day."""
        found = self.on(day)
        return TreatyCounts(
            party=len(_with(found, TreatyStatus.PARTY)),
            of_adopted_by_then=len(found),
            of_all=len(self.all),
            signed_only=_with(found, TreatyStatus.SIGNED_ONLY),
            no_act=_with(found, TreatyStatus.NONE),
            denounced=_with(found, TreatyStatus.DENOUNCED),
        )

    def sentences(self) -> list[Sentence]:
        page = treaties_page(self.head)
        found = self.on(self.as_at)
        lists = [_with(found, s) for s in (TreatyStatus.SIGNED_ONLY, TreatyStatus.NONE, TreatyStatus.DENOUNCED)]
        text = say.standing_of(self.head.running_name, self.as_at, self._counts(found), *lists)
        said = [Sentence(text, len(found), say.scope(), page)]
        return said + [Sentence(t.text, len(t.joined), say.scope(), page) for t in self.terms()]

    def _counts(self, found: Mapping[str, Standing]) -> tuple[int, int, int]:
        return len(_with(found, TreatyStatus.PARTY)), len(found), len(self.all)

    def lines(self) -> list[TreatyLine]:
        found = self.on(self.as_at)
        return [self._line(i, found[i.instrument]) for i in self.all if i.instrument in found]

    def _line(self, i: Instrument, found: Standing) -> TreatyLine:
        declared = {id(s) for s in found.declarations}
        joined = found.joined
        return TreatyLine(
            instrument=i.instrument,
            title=i.title,
            page=instrument_page(i.instrument),
            untc_url=untc_url(i.untc_chapter),
            adopted=i.adopted,
            in_force=i.in_force if i.in_force and i.in_force <= self.as_at else None,
            status=found.status,
            act=joined.act if joined else None,
            joined_on=joined.date if joined else None,
            signed_on=found.signed.date if found.signed else None,
            days_to_join=found.days_to_join,
            rejoined=found.rejoined,
            denounced_on=found.denounced.date if found.denounced else None,
            denunciation_effect=found.denunciation_effect,
            acts=tuple(self.acts.line(s) for s in self._of(i.instrument) if id(s) not in declared),
            declarations=tuple(self.acts.line(s) for s in found.declarations),
        )

    def elections(self) -> list[ElectionLine]:
        found = elections_of(self.record, self.head.iso3)
        return [self._election(e) for e in found if e.election_date <= self.as_at]

    def _election(self, election: Election) -> ElectionLine:
        found = self.on(election.election_date)
        left = [code for code, one in found.items() if one.status is not TreatyStatus.PARTY]
        text = say.at_election(self.head.running_name, election.election_date, self._counts(found), left)
        title, url = self.acts.sources.title(election.source_id), self.acts.sources.url(election.source_id)
        return ElectionLine(
            election_date=election.election_date,
            standing=election.standing,
            elected=election.elected,
            counts=self.counted(election.election_date),
            text=text,
            source=title,
            source_url=url,
        )

    def terms(self) -> list[TermTreaties]:
        terms = self.record.seats.terms(self.head.iso3)
        return [self._term(t) for t in terms if isinstance(t, CouncilTerm) and t.term_start <= self.as_at]

    def _term(self, term: CouncilTerm) -> TermTreaties:
        over = term.term_end <= self.as_at
        last = term.term_end if over else self.as_at
        joins = joined_between(self.steps, term.term_start, last)
        words = f"{term.term_start.year}–{term.term_end.year}"
        listed = [(s.instrument, s.date) for s in joins]
        return TermTreaties(
            term=words,
            term_start=term.term_start,
            term_end=term.term_end if over else None,
            end_reason=term.end_reason if over else None,
            joined=tuple(self.acts.line(s) for s in joins),
            signed=tuple(self.acts.line(s) for s in signed_between(self.steps, term.term_start, last)),
            text=say.in_term(self.head.running_name, words, listed, None if over else self.as_at),
            source=self.acts.sources.title(term.source_id),
            source_url=self.acts.sources.url(term.source_id),
        )

    def not_known(self, kind: StateKind) -> list[str]:
        said = [
            in_language("The acts are those on the depositary's pages as at {day}.", day=in_words(TREATIES_AS_AT))
            if self.as_at == TREATIES_AS_AT
            else in_language("Acts are counted to {day}; later ones are left out.", day=in_words(self.as_at)),
            in_language(
                "A treaty is counted from its adoption; days on which treaties were opened for signature are not in the"
                " record, nor reservations, nor declarations but for those listed here."
            ),
        ]
        if kind is StateKind.FORMER:
            said.append(
                in_language("Acts of former States stand under their successors on the depositary's pages, if at all.")
            )
        for code, one in self.on(self.as_at).items():
            if one.missing_act:
                said.append(
                    in_language("{code}: the act of joining that a denunciation ended is not in the record.", code=code)
                )
        return said


def _with(found: Mapping[str, Standing], status: TreatyStatus) -> tuple[str, ...]:
    return tuple(code for code, one in found.items() if one.status is status)


class Acts:
    """Turns acts into lines of a page, with their treaty's address and their source."""

    def __init__(self, record: Record, known: Mapping[str, Instrument], as_at: date) -> None:
        """Take the record, its treaties by code, and the day the page is as at."""
        self.sources, self.known = Sources(record), known
        self.told = as_at >= TREATIES_AS_AT

    def line(self, step: TreatyStep) -> ActLine:
        """Return an act as a line; what compilations and notes say of it only as at the last day known."""
        return ActLine(
            instrument=step.instrument,
            act=step.act,
            date=step.date,
            disagreement=say.disagreement(step.flag) if step.flag and self.told else None,
            note=step.note if self.told else None,
            confidence=step.confidence,
            untc_url=untc_url(self.known[step.instrument].untc_chapter),
            source=self.title(step.source_id),
            source_url=self.sources.url(step.source_id),
        )

    def title(self, source_id: str) -> str:
        """Return the source's title; the day its page was read only as at the last day known."""
        title = self.sources.title(source_id)
        return title.rstrip(" (") if self.told else re.split(r",? \(?page as at ", title)[0]
