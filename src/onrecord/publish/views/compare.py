"""Two states side by side: terms, shared votes, support, treaties, reviews, institutions, ratings."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

import numpy as np

from onrecord.measures.agreement.methods import IDENTICAL, MINIMUM, THREE_POINT, figures
from onrecord.measures.agreement.pair_tables import pair_tables
from onrecord.measures.agreement.shared_votes import open_to_both, opposites
from onrecord.measures.scorecard import latest_institution
from onrecord.measures.support import count
from onrecord.measures.treaties import parties
from onrecord.publish.languages.state_names import names_to_choose
from onrecord.publish.views.named_methods import known
from onrecord.publish.views.scorecard_cells import document_url
from onrecord.publish.views.shared import Sentence, Sources, StateHead, VoteLine, state_head, vote_line
from onrecord.publish.wording import compare as say
from onrecord.record import query_scorecards as query
from onrecord.record.ballots import Ballot, ballots
from onrecord.record.coverage_of import council_votes_span
from onrecord.record.position_table import Code, PositionTable, VoteSelection, position_table
from onrecord.record.query_treaties import acts_by_state, treaties_known_to
from onrecord.record.store import CouncilTerm, Record
from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.positions import Position
from onrecord.vocabulary.rollcalls import Body
from onrecord.vocabulary.situations import Selection
from onrecord.vocabulary.states import StateKind


@dataclass(frozen=True, slots=True)
class TermLine:
    """A term on the Council; its last day once it has passed."""

    years: str
    first_day: date
    last_day: date | None
    end_reason: str | None
    source: str
    source_url: str | None


@dataclass(frozen=True, slots=True)
class AgreementLine:
    """How the two agree over one sort of roll calls; shares are None under ``minimum`` roll calls."""

    what: str
    could: int
    n: int
    same: int
    one_step: int
    opposite: int
    absent: int
    unknown: int
    doubtful: int
    identical_share: float | None
    three_point: float | None
    minimum: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class OppositeLine:
    """A vote in which one was in favour and the other against."""

    vote: VoteLine
    a: Position
    b: Position


@dataclass(frozen=True, slots=True)
class SupportLine:
    """One state's support for country-situation texts; the share is None under ``minimum`` texts."""

    iso3: str
    what: str
    n: int
    yes: int
    no: int
    abstain: int
    absent: int
    unknown: int
    doubtful: int
    share_yes: float | None
    minimum: int


@dataclass(frozen=True, slots=True)
class Said:
    """What the record has of one state on one matter; ``value`` is None where it has nothing."""

    value: str | None
    day: str | None
    link: str | None
    source: str
    source_url: str | None
    confidence: int | None


@dataclass(frozen=True, slots=True)
class PairLine:
    """One matter with both states' facts."""

    what: str
    title: str
    a: Said
    b: Said


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two states side by side, in the order asked for."""

    kind: str
    page: str
    a: StateHead
    b: StateHead
    year: int | None
    sentences: tuple[Sentence, ...]
    terms_a: tuple[TermLine, ...]
    terms_b: tuple[TermLine, ...]
    agreement: tuple[AgreementLine, ...]
    opposite: tuple[OppositeLine, ...]
    support: tuple[SupportLine, ...]
    treaties: tuple[PairLine, ...]
    reviews: tuple[PairLine, ...]
    institutions: tuple[PairLine, ...]
    ratings: tuple[PairLine, ...]
    not_known: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CompareForm:
    """A form for two names, with the names to choose from."""

    kind: str
    page: str
    asked_a: str
    asked_b: str
    names: tuple[str, ...]


def compare_form(record: Record, a: str = "", b: str = "") -> CompareForm:
    """Return the form, with what was asked so far."""
    kinds = {StateKind.MEMBER, StateKind.OBSERVER}
    names = names_to_choose(record.gazetteer, [s for s in record.gazetteer.states if s.kind in kinds])
    return CompareForm("form", "/compare", a, b, tuple(names))


def comparison(record: Record, a: str, b: str, year: int | None = None) -> Comparison:
    """Return two states side by side; NotInVocabulary for no such state, the same one twice, or a year not covered."""
    on, span = date(year, 12, 31) if year else record.as_of, council_votes_span(record)
    one, two = record.gazetteer.resolve(a, on), record.gazetteer.resolve(b, on)
    if one.iso3 == two.iso3:
        raise NotInVocabulary("state", b, f"another state than {record.gazetteer.name(one.iso3, on)}")
    if year is not None and not span.first.year <= year <= span.last.year:
        raise NotInVocabulary("year", str(year), f"a year from {span.first.year} to {span.last.year}")
    words = {"a": one.slug, "b": two.slug} | ({"year": str(year)} if year else {})
    return _Pair(record, (state_head(record, one, on), state_head(record, two, on)), year).view(
        f"/compare?{urlencode(words)}"
    )


_COUNTED = ("could", "n", "absent", "unknown", "doubtful")
_STEPS = ("same", "one_step", "opposite")
"""The counts of a pair by how many steps the positions are apart."""


class _Pair:
    """Two states and all that is asked of both."""

    def __init__(self, record: Record, heads: tuple[StateHead, StateHead], year: int | None) -> None:
        self.record, self.heads, self.year = record, heads, year
        self.a, self.b = (head.iso3 for head in heads)
        self.states, self.sources = (self.a, self.b), Sources(record)
        self.council = self.votes()
        self.sorted = self.sorts()

    def votes(self) -> list[Ballot]:
        where = "body = 'HRC' AND vote_taken AND ($year IS NULL OR year(date) = $year)"
        return ballots(self.record, where, {"year": self.year}, self.states)

    def unplaced(self) -> int:
        country = [one for one in self.council if one.final and one.selected(Selection.VOTES_COUNT) is None]
        return len(open_to_both(country, self.a, self.b))

    def view(self, page: str) -> Comparison:
        lines, treaties, support = self.agreements(), self.treaties(), self.support()
        return Comparison(
            kind="comparison",
            page=page,
            a=self.heads[0],
            b=self.heads[1],
            year=self.year,
            sentences=tuple(say.of_pair(self.heads, self.year, lines, support, treaties, page)),
            terms_a=self.terms(self.a),
            terms_b=self.terms(self.b),
            agreement=lines,
            opposite=tuple(self.opposite_line(one) for one in opposites(self.council, self.a, self.b)),
            support=support,
            treaties=treaties,
            reviews=self.reviews(),
            institutions=(self.institutions(),),
            ratings=self.ratings(),
            not_known=tuple(say.not_known(self.year, lines, council_votes_span(self.record).last, self.unplaced())),
        )

    def terms(self, state: str) -> tuple[TermLine, ...]:
        held = [t for t in self.record.seats.terms(state) if isinstance(t, CouncilTerm)]
        return tuple(
            TermLine(
                years=f"since {t.term_start.year}" if t.running else f"{t.term_start.year}–{t.term_end.year}",
                first_day=t.term_start,
                last_day=None if t.running else t.term_end,
                end_reason=t.end_reason,
                source=self.sources.title(t.source_id),
                source_url=self.sources.url(t.source_id),
            )
            for t in held
        )

    def agreements(self) -> tuple[AgreementLine, ...]:
        table = position_table(self.record, VoteSelection(Body.HRC, self.year, self.year))
        place = {one.rollcall_id: at for at, one in enumerate(table.rollcalls)}
        of_council = [
            self.agreement_line(
                what, table.columns(np.array([place[one.rollcall_id] for one in votes], dtype=np.int64))
            )
            for what, votes in self.sorted.items()
        ]
        assembly = position_table(self.record, VoteSelection(Body.GA, self.year, self.year))
        return (*of_council, self.agreement_line(say.ASSEMBLY, assembly))

    def sorts(self) -> dict[str, list[Ballot]]:
        def those(test: Callable[[Ballot], bool | None]) -> list[Ballot]:
            return [one for one in self.council if test(one)]

        kinds = (
            self.council,
            those(lambda v: v.final and v.selected(Selection.VOTES_COUNT)),
            those(lambda v: v.final and v.selected(Selection.ITEM_7)),
            those(lambda v: v.final and not v.subjects),
            those(lambda v: not v.final),
        )
        return dict(zip([one for one in say.SORTS if one != say.ASSEMBLY], kinds, strict=True))

    def agreement_line(self, what: str, table: PositionTable) -> AgreementLine:
        found = pair_tables(table, [self.a])
        other, own = table.row(self.b), table.row(self.a)
        at = (0, other) if own is not None and other is not None else None
        counts = found.counts[at] if at else np.zeros((3, 3), dtype=np.int64)
        days = self.days_open(table)
        numbers = {name: int(getattr(found, name)[at]) if at else 0 for name in _COUNTED}
        steps = {name: int(found.apart(one)[at]) if at else 0 for one, name in enumerate(_STEPS)}
        return AgreementLine(
            what=what,
            **numbers,
            **steps,
            identical_share=known(figures(IDENTICAL, counts).value),
            three_point=known(figures(THREE_POINT, counts).value),
            minimum=MINIMUM,
            first=min(days, default=None),
            last=max(days, default=None),
        )

    def days_open(self, table: PositionTable) -> list[date]:
        rows = [row for state in self.states if (row := table.row(state)) is not None]
        if len(rows) < len(self.states):
            return []
        open_to = (table.codes[rows] != Code.NOT_A_MEMBER).all(axis=0)
        return [table.rollcalls[at].date for at in np.flatnonzero(open_to)]

    def opposite_line(self, one: Ballot) -> OppositeLine:
        a, b = one.position(self.a), one.position(self.b)
        return OppositeLine(vote_line(self.record, one, self.sources), a or Position.ABSENT, b or Position.ABSENT)

    def support(self) -> tuple[SupportLine, ...]:
        chosen = self.sorted[say.COUNTRY]
        shared = open_to_both(chosen, self.a, self.b)
        own = [self.support_line(state, say.OWN_TEXTS, chosen) for state in self.states]
        return (*own, *(self.support_line(state, say.SHARED_TEXTS, shared) for state in self.states))

    def support_line(self, state: str, what: str, votes: Sequence[Ballot]) -> SupportLine:
        found = count([one for one in votes if state in one.members], state)
        return SupportLine(
            iso3=state,
            what=what,
            n=found.n,
            yes=found.yes,
            no=found.no,
            abstain=found.abstain,
            absent=found.absent,
            unknown=found.unknown,
            doubtful=found.doubtful,
            share_yes=found.share_yes if found.n >= MINIMUM else None,
            minimum=MINIMUM,
        )

    def said(self, row: object | None, value: str | None, day: object = None, link: str | None = None) -> Said:
        if row is None:
            return Said(value, None, None, "", None, None)
        source_id: str = getattr(row, "source_id")  # noqa: B009 - rows of several tables
        confidence: int | None = getattr(row, "confidence", None)
        shown = str(day) if day else None
        return Said(value, shown, link, self.sources.title(source_id), self.sources.url(source_id), confidence)

    def treaties(self) -> tuple[PairLine, ...]:
        acts, on = acts_by_state(self.record), treaties_known_to(self.record)
        party = {state: parties(acts.get(state, ()), on) for state in self.states}

        def of(state: str, code: str) -> Said:
            step = party[state].get(code)
            return self.said(step, step.act if step else None, step.date if step else None)

        rows = query.instruments(self.record)
        return tuple(PairLine(t.instrument, t.title, of(self.a, t.instrument), of(self.b, t.instrument)) for t in rows)

    def reviews(self) -> tuple[PairLine, ...]:
        rows = {(row.state, row.cycle): row for row in query.reviews(self.record, self.states)}

        def of(state: str, cycle: int) -> Said:
            row = rows.get((state, cycle))
            link = document_url(row.report_symbol) if row else None
            return self.said(row, say.review(row) if row else None, row.outcome_date if row else None, link)

        cycles = sorted({cycle for _, cycle in rows})
        return tuple(PairLine(f"Cycle {c}", say.REVIEW_TITLE, of(self.a, c), of(self.b, c)) for c in cycles)

    def institutions(self) -> PairLine:
        rows = query.institutions(self.record, self.states)
        a, b = (latest_institution(rows, state) for state in self.states)
        return PairLine("National institution", say.INSTITUTION_TITLE, self.institution(a), self.institution(b))

    def institution(self, row: query.NhriRow | None) -> Said:
        return self.said(row, say.institution(row), row.date or row.year) if row else self.said(None, None)

    def ratings(self) -> tuple[PairLine, ...]:
        rows = query.ratings(self.record, self.states)
        ranked = query.ranked_in(self.record)
        found = []
        for code, title in say.RATINGS.items():
            by = {(row.state, row.edition): row for row in rows if row.rating == code}
            both = [edition for state, edition in by if state == self.a and (self.b, edition) in by]
            if both:
                edition = max(both)
                of = f" of {ranked[edition]}" if code == "RSF-rank" and edition in ranked else ""
                a, b = (by[state, edition] for state in self.states)
                sides = [self.said(row, f"{row.value}{of}", edition) for row in (a, b)]
                found.append(PairLine(f"{title}, {edition}", say.rated(a), *sides))
        return tuple(found)
