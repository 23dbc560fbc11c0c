"""All treaties and all states: how many are party to each, and one treaty with its parties."""

from dataclasses import dataclass
from datetime import date

from onrecord.measures.treaties import Standing, TreatyStatus, standing, tally
from onrecord.publish.languages.state_names import name_order
from onrecord.publish.languages.words import say as in_language
from onrecord.publish.sentences import day as in_words
from onrecord.publish.views.shared import Sentence, StateHead, state_head
from onrecord.publish.views.treaties import ActLine, Acts, instrument_page, treaties_page, untc_url
from onrecord.publish.wording import treaties as say
from onrecord.record.query_treaties import TREATIES_AS_AT, acts_by_state, instruments, treaties_known_to
from onrecord.record.store import Record
from onrecord.sources.facts_commitments import Instrument
from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.states import RegionalGroup, State, StateKind
from onrecord.vocabulary.symbols import parse_symbol


@dataclass(frozen=True, slots=True)
class InstrumentLine:
    """A treaty with how many are party to it by their acts, beside the depositary's own counts."""

    instrument: str
    title: str
    page: str
    untc_url: str
    adopted: date
    adopting_resolution: str
    resolution_url: str | None
    in_force: date | None
    complaint_procedure: str
    complaint_note: str | None
    un_treaty_series: str | None
    parties: int
    signed_only: int
    denounced: int
    signatories: int
    printed_parties: int | None
    printed_signatories: int | None
    source: str
    source_url: str | None


@dataclass(frozen=True, slots=True)
class Cell:
    """A state's standing towards one treaty: status, and the day it joined or signed."""

    instrument: str
    status: str
    act: str | None
    date: date | None


@dataclass(frozen=True, slots=True)
class StateLine:
    """A state's standings towards all treaties, in their order."""

    state: StateHead
    treaties_page: str
    party: int
    signed_only: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class TreatyMatrix:
    """All treaties, and all states by treaty, as at a day."""

    page: str
    as_at: date
    region: str | None
    n_instruments: int
    n_states: int
    sentences: tuple[Sentence, ...]
    instruments: tuple[InstrumentLine, ...]
    states: tuple[StateLine, ...]
    not_known: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartyLine:
    """A state with the act that gives its standing."""

    state: StateHead
    treaties_page: str
    status: str
    joined: ActLine | None
    signed: ActLine | None
    denounced: ActLine | None
    days_to_join: int | None
    rejoined: bool


@dataclass(frozen=True, slots=True)
class InstrumentRecord:
    """One treaty with every state's standing towards it, as at a day."""

    instrument: InstrumentLine
    page: str
    as_at: date
    sentences: tuple[Sentence, ...]
    parties: tuple[PartyLine, ...]
    signed_only: tuple[PartyLine, ...]
    denounced: tuple[PartyLine, ...]
    members_without_act: tuple[StateHead, ...]
    not_known: tuple[str, ...]


class _All:
    """Every state's acts as at the last day known."""

    def __init__(self, record: Record) -> None:
        self.record, self.as_at = record, treaties_known_to(record)
        self.instruments = instruments(record)
        self.by_code = {i.instrument: i for i in self.instruments}
        self.acts = Acts(record, self.by_code, self.as_at)
        self.members = {
            s.iso3 for s in record.gazetteer.states if s.kind is StateKind.MEMBER and _admitted(s, self.as_at)
        }
        self.heads = {
            s.iso3: state_head(record, s, self.as_at)
            for s in record.gazetteer.states
            if s.iso3 in acts_by_state(record) or s.iso3 in self.members
        }

    def standings(self, code: str) -> dict[str, Standing]:
        acts = acts_by_state(self.record)
        return {
            state: standing([s for s in acts.get(state, ()) if s.instrument == code], self.as_at)
            for state in self.heads
        }

    def line(self, i: Instrument, found: dict[str, Standing]) -> InstrumentLine:
        counted, symbol = tally(found.values()), _symbol(i.adopting_resolution)
        return InstrumentLine(
            instrument=i.instrument,
            title=i.title,
            page=instrument_page(i.instrument),
            untc_url=untc_url(i.untc_chapter),
            adopted=i.adopted,
            adopting_resolution=i.adopting_resolution,
            resolution_url=symbol,
            in_force=i.in_force,
            complaint_procedure=i.complaint_procedure,
            complaint_note=i.complaint_note,
            un_treaty_series=i.un_treaty_series,
            parties=counted.party,
            signed_only=counted.signed_only,
            denounced=counted.denounced,
            signatories=sum(s.signed is not None for s in found.values()),
            printed_parties=i.parties,
            printed_signatories=i.signatories,
            source=self.acts.title(i.source_id),
            source_url=self.acts.sources.url(i.source_id),
        )


def _admitted(state: State, on: date) -> bool:
    return state.un_member_from is not None and state.un_member_from <= on


def _symbol(written: str) -> str | None:
    try:
        return parse_symbol(written.replace(" ", "")).url
    except NotInVocabulary:
        return None


def treaty_matrix(record: Record, region: str | None = None) -> TreatyMatrix:
    """Return all treaties by all states, or those of one regional group; NotInVocabulary for no such group."""
    everything = _All(record)
    chosen = _region(region) if region else None
    found = {i.instrument: everything.standings(i.instrument) for i in everything.instruments}
    states = [
        _state_line(everything, found, head)
        for head in sorted(everything.heads.values(), key=lambda h: name_order(h.name))
        if chosen is None or head.regional_group == chosen
    ]
    n = len(everything.instruments)
    every = sum(line.party == n for line in states if line.state.iso3 in everything.members)
    members = sum(line.state.iso3 in everything.members for line in states)
    text = say.many(_whose(chosen), members, every, everything.as_at, n)
    return TreatyMatrix(
        page="/treaties",
        as_at=everything.as_at,
        region=chosen,
        n_instruments=n,
        n_states=len(states),
        sentences=(Sentence(text, members, say.scope(), "/treaties"),),
        instruments=tuple(everything.line(i, found[i.instrument]) for i in everything.instruments),
        states=tuple(states),
        not_known=tuple(_not_known(everything.as_at)),
    )


def _whose(region: RegionalGroup | None) -> str:
    return f"members of the UN in the {region.label}" if region else "members of the UN"


def _region(asked: str) -> RegionalGroup:
    for group in RegionalGroup:
        if asked.casefold() in {group.value.casefold(), group.label.casefold()}:
            return group
    raise NotInVocabulary("regional group", asked, "one of " + ", ".join(RegionalGroup))


def _state_line(everything: _All, found: dict[str, dict[str, Standing]], head: StateHead) -> StateLine:
    mine = {code: by_state[head.iso3] for code, by_state in found.items()}
    counted = tally(mine.values())
    cells = tuple(_cell(code, one) for code, one in mine.items())
    return StateLine(head, treaties_page(head), counted.party, counted.signed_only, cells)


def _cell(code: str, one: Standing) -> Cell:
    step = {
        TreatyStatus.PARTY: one.joined,
        TreatyStatus.SIGNED_ONLY: one.signed,
        TreatyStatus.DENOUNCED: one.denounced,
        TreatyStatus.NONE: None,
    }[one.status]
    return Cell(code, one.status, step.act if step else None, step.date if step else None)


def instrument_record(record: Record, asked: str) -> InstrumentRecord:
    """Return one treaty with all its parties; NotInVocabulary for a code the record does not have."""
    everything = _All(record)
    i = everything.by_code.get(asked.strip().upper())
    if i is None:
        raise NotInVocabulary("treaty", asked, "a treaty such as CRPD", tuple(everything.by_code))
    found = everything.standings(i.instrument)
    lines = [_party(everything, state, one) for state, one in found.items()]
    line = everything.line(i, found)
    return InstrumentRecord(
        instrument=line,
        page=line.page,
        as_at=everything.as_at,
        sentences=tuple(_sentences(line, everything.as_at)),
        parties=tuple(sorted((p for p in lines if p.status == TreatyStatus.PARTY), key=_joined)),
        signed_only=tuple(sorted((p for p in lines if p.status == TreatyStatus.SIGNED_ONLY), key=_signed)),
        denounced=tuple(p for p in lines if p.status == TreatyStatus.DENOUNCED),
        members_without_act=tuple(
            everything.heads[state]
            for state, one in sorted(found.items(), key=lambda item: name_order(everything.heads[item[0]].name))
            if one.status is TreatyStatus.NONE and state in everything.members
        ),
        not_known=tuple(_not_known(everything.as_at)),
    )


def _party(everything: _All, state: str, one: Standing) -> PartyLine:
    head = everything.heads[state]
    acts = [everything.acts.line(s) if s else None for s in (one.joined, one.signed, one.denounced)]
    return PartyLine(head, treaties_page(head), one.status, *acts, one.days_to_join, one.rejoined)


def _joined(line: PartyLine) -> tuple[date, str]:
    return (line.joined.date if line.joined else date.min), line.state.name


def _signed(line: PartyLine) -> tuple[date, str]:
    return (line.signed.date if line.signed else date.min), line.state.name


def _sentences(line: InstrumentLine, as_at: date) -> list[Sentence]:
    counts = (line.parties, line.signed_only, line.denounced)
    text = say.of_instrument(line.title, line.instrument, as_at, counts)
    said = [Sentence(text, line.parties, say.scope(), line.page)]
    if line.printed_parties is not None and line.printed_signatories is not None and as_at == TREATIES_AS_AT:
        ours, printed = (line.parties, line.signatories), (line.printed_parties, line.printed_signatories)
        text = say.printed_counts(line.instrument, as_at, ours, printed)
        said.append(Sentence(text, line.printed_parties, in_language("the depositary's own counts"), line.page))
    return said


def _not_known(as_at: date) -> list[str]:
    return [
        in_language("The acts are known to {day}.", day=in_words(as_at)),
        in_language("Reservations are not in the record, and declarations only where a State's page lists them."),
        in_language(
            "Parties that are not members of the United Nations (the European Union, the Holy See, Palestine, the Cook"
            " Islands, Niue) are counted among the parties."
        ),
    ]
