"""A state's year on country situations: what it voted, and how that compares."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.measures.constancy import Usual, shifts, usual_positions
from onrecord.measures.selectivity import selectivity
from onrecord.measures.support import Counted, Standing, count, standing
from onrecord.publish import sentences
from onrecord.publish.languages.words import message, say
from onrecord.publish.views.findings import FindingLine, findings_of
from onrecord.publish.views.shared import (
    Sentence,
    SituationHead,
    Sources,
    StateHead,
    VoteLine,
    situation_head,
    situation_label,
    state_head,
    vote_line,
)
from onrecord.record.ballots import Ballot, of_year
from onrecord.record.coverage_of import Span, council_votes_span, years_without_vote_lists
from onrecord.record.store import CouncilTerm, Record
from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.positions import Position
from onrecord.vocabulary.situations import Selection


@dataclass(frozen=True, slots=True)
class Membership:
    """Whether the state sat on the Council in the year: member, member for part of the year, not a member."""

    status: str
    terms: tuple[CouncilTerm, ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class SelectionFigures:
    """A state's positions over one named selection of texts, beside the Council's."""

    selection: str
    label: str
    definition: str
    source: str
    n: int
    yes: int
    no: int
    abstain: int
    absent: int
    unknown: int
    doubtful: int
    share_yes: float | None
    share_passive: float | None
    standing: Standing | None


@dataclass(frozen=True, slots=True)
class SituationLine:
    """A state's positions on one situation in the year."""

    situation: SituationHead
    n: int
    positions: tuple[tuple[Position, int], ...]
    usual: tuple[Position, ...]
    consistency: float | None


@dataclass(frozen=True, slots=True)
class ShiftLine:
    """A change of a state's usual position on a situation against the year before."""

    situation: SituationHead
    before_year: int
    before: tuple[Position, ...]
    before_n: int
    after_year: int
    after: tuple[Position, ...]
    after_n: int
    text: str


@dataclass(frozen=True, slots=True)
class SelectivityFigures:
    """Support under item 7 beside support for other country situations, in shares with their n.

    ``low`` and ``high`` are the ends of the difference's interval at 95 per cent (Newcombe); ``beyond_noise`` says that
    it leaves out nought, ``small`` that one side has fewer than 20 texts.
    """

    item_7_yes: int
    item_7_n: int
    rest_yes: int
    rest_n: int
    difference: float | None
    low: float | None
    high: float | None
    beyond_noise: bool | None
    small: bool


@dataclass(frozen=True, slots=True)
class CountedApart:
    """Votes that are not votes on country-situation texts as a whole, counted apart."""

    what: str
    n: int
    yes: int
    no: int
    abstain: int
    absent: int
    unknown: int


@dataclass(frozen=True, slots=True)
class UnvotedLine:
    """A text on a country situation adopted without a vote."""

    symbol: str
    date: date | None
    title: str
    situation_labels: tuple[str, ...]
    page: str


@dataclass(frozen=True, slots=True)
class StateYear:
    """Everything the record says of one state's votes on country situations in one calendar year."""

    state: StateHead
    year: int
    page: str
    membership: Membership
    sentences: tuple[Sentence, ...]
    country_situations: tuple[VoteLine, ...]
    figures: tuple[SelectionFigures, ...]
    selectivity: SelectivityFigures | None
    situations: tuple[SituationLine, ...]
    shifts: tuple[ShiftLine, ...]
    counted_apart: tuple[CountedApart, ...]
    without_a_vote: tuple[UnvotedLine, ...]
    without_a_vote_total: int | None
    not_known: tuple[str, ...]
    findings: tuple[FindingLine, ...]


def state_year(record: Record, asked: str, year: int) -> StateYear:
    """Return a state's year; NotInVocabulary for a state or a year that the record cannot know."""
    span = council_votes_span(record)
    if not span.first.year <= year <= span.last.year:
        raise NotInVocabulary("year", str(year), f"a year from {span.first.year} to {span.last.year}")
    state = record.gazetteer.resolve(asked, date(year, 12, 31))
    head = state_head(record, state, date(year, 12, 31))
    membership = _membership(record, head, year, span)
    votes = of_year(record, year)
    mine = _Mine(record, head, votes) if membership.terms else _Mine(record, head, ())
    before = usual_positions(_country(of_year(record, year - 1)), state.iso3) if membership.terms else {}
    figures = tuple(mine.figures(selection) for selection in Selection) if membership.terms else ()
    changed = tuple(mine.shifts(before, year))
    unvoted = _without_a_vote(record, year)
    page = f"{head.page}/{year}"
    return StateYear(
        state=head,
        year=year,
        page=page,
        membership=membership,
        sentences=tuple(
            sentences.of_year(head, year, page, figures, changed) if figures else [_not_a_member(membership, page)]
        ),
        country_situations=tuple(mine.lines()),
        figures=figures,
        selectivity=mine.selectivity() if figures else None,
        situations=tuple(mine.situations()),
        shifts=changed,
        counted_apart=tuple(mine.apart()) if figures else (),
        without_a_vote=tuple(unvoted),
        without_a_vote_total=_without_a_vote_total(record, year),
        not_known=tuple(_not_known(record, year, span, mine)),
        findings=tuple(findings_of(record, [b.rollcall_id for b in mine.country])),
    )


def _country(ballots: Sequence[Ballot]) -> list[Ballot]:
    return [b for b in ballots if b.subjects and b.final and b.vote_taken]


def _membership(record: Record, head: StateHead, year: int, span: Span) -> Membership:
    first, last = max(date(year, 1, 1), record.seats.first_day), min(date(year, 12, 31), span.last)
    all_terms = [t for t in record.seats.terms(head.iso3) if isinstance(t, CouncilTerm)]
    terms = tuple(t for t in all_terms if t.term_start <= date(year, 12, 31) and t.term_end >= date(year, 1, 1))
    if not terms:
        return Membership("not a member", (), sentences.not_a_member(head, year, all_terms))
    held = sum((min(t.term_end, last) - max(t.term_start, first)).days + 1 for t in terms if t.term_start <= last)
    whole = held >= (last - first).days + 1
    status = message("member") if whole else message("member for part of the year")
    return Membership(status, terms, sentences.membership(head, year, status, terms))


def _not_a_member(membership: Membership, page: str) -> Sentence:
    return Sentence(membership.sentence, 0, say("membership of the Human Rights Council"), page)


class _Mine:
    """One state's side of a year's votes."""

    def __init__(self, record: Record, head: StateHead, votes: Sequence[Ballot]) -> None:
        self.record, self.head, self.state = record, head, head.iso3
        self.votes = [b for b in votes if self.state in b.members and b.vote_taken]
        self.country = _country(self.votes)
        self.sources = Sources(record)

    def lines(self) -> list[VoteLine]:
        return [vote_line(self.record, b, self.sources, self.state) for b in self.country]

    def chosen(self, selection: Selection) -> list[Ballot]:
        return [b for b in self.country if b.selected(selection)]

    def figures(self, selection: Selection) -> SelectionFigures:
        chosen = self.chosen(selection)
        counted = count(chosen, self.state)
        return SelectionFigures(
            selection=selection.value,
            label=selection.label,
            definition=selection.definition,
            source=selection.source,
            n=counted.n,
            yes=counted.yes,
            no=counted.no,
            abstain=counted.abstain,
            absent=counted.absent,
            unknown=counted.unknown,
            doubtful=counted.doubtful,
            share_yes=counted.share_yes,
            share_passive=counted.share_passive,
            standing=standing(chosen, self.state, self._groups(chosen)),
        )

    def _groups(self, ballots: Sequence[Ballot]) -> dict[str, str | None]:
        days = {state: b.date for b in ballots for state in b.members}
        return {state: self.record.gazetteer.group(state, day) for state, day in days.items()}

    def selectivity(self) -> SelectivityFigures:
        both = selectivity(self.chosen(Selection.ITEM_7), self.chosen(Selection.VOTES_COUNT), self.state)
        ends = (both.interval.low, both.interval.high) if both.interval else (None, None)
        counts = (both.first.yes, both.first.n, both.second.yes, both.second.n)
        return SelectivityFigures(*counts, both.difference, *ends, both.beyond_noise, both.small)

    def usual(self) -> dict[str, Usual]:
        return usual_positions(self.country, self.state)

    def situations(self) -> list[SituationLine]:
        return [
            SituationLine(
                situation_head(self.record.subjects[subject]), one.n, one.counts, one.positions, one.consistency
            )
            for subject, one in self.usual().items()
        ]

    def shifts(self, before: dict[str, Usual], year: int) -> list[ShiftLine]:
        return [
            ShiftLine(
                situation=situation_head(self.record.subjects[shift.subject]),
                before_year=year - 1,
                before=shift.before.positions,
                before_n=shift.before.n,
                after_year=year,
                after=shift.after.positions,
                after_n=shift.after.n,
                text=sentences.shift(situation_label(self.record.subjects[shift.subject]), shift, year),
            )
            for shift in shifts(before, self.usual())
        ]

    def apart(self) -> list[CountedApart]:
        kinds = {
            message("amendments to country-situation texts"): [
                b for b in self.votes if b.subjects and b.kind == "amendment"
            ],
            message("motions and separate votes on country-situation texts"): [
                b for b in self.votes if b.subjects and b.kind == "motion"
            ],
            message("thematic texts"): [b for b in self.votes if not b.subjects and b.final],
            message("amendments and motions on thematic texts"): [
                b for b in self.votes if not b.subjects and not b.final
            ],
        }
        return [_apart(what, count(ballots, self.state)) for what, ballots in kinds.items()]


def _apart(what: str, counted: Counted) -> CountedApart:
    return CountedApart(what, counted.n, counted.yes, counted.no, counted.abstain, counted.absent, counted.unknown)


def _without_a_vote(record: Record, year: int) -> list[UnvotedLine]:
    rows = record.tuples(
        "SELECT symbol, decided_on, title, list(subject ORDER BY subject), slug"
        " FROM text JOIN situation USING (text_id)"
        f" WHERE {_UNVOTED} AND subject IS NOT NULL GROUP BY ALL ORDER BY decided_on NULLS FIRST, symbol",
        {"year": year},
    )
    return [
        UnvotedLine(symbol, day, title, tuple(situation_label(record.subjects[s]) for s in subjects), f"/votes/{slug}")
        for symbol, day, title, subjects, slug in rows
    ]


_UNVOTED = (
    "how_decided = 'without a vote' AND kind IN ('resolution', 'decision')"
    " AND (year(decided_on) = $year OR (decided_on IS NULL AND session IN"
    " (SELECT session FROM session WHERE year(closed) = $year)))"
)


def _without_a_vote_total(record: Record, year: int) -> int | None:
    if year in years_without_vote_lists(record):
        return None
    ((n,),) = record.tuples(f"SELECT count(*) FROM text WHERE {_UNVOTED}", {"year": year})
    return n


def _not_known(record: Record, year: int, span: Span, mine: "_Mine") -> list[str]:
    said = []
    if year == span.last.year:
        end = sentences.day(span.last)
        said.append(
            say("The record's roll calls end on {day}; later votes of {year} are not in it.", day=end, year=year)
        )
    if year in years_without_vote_lists(record):
        said.append(say("Texts adopted without a vote in {year} are not in the record.", year=year))
    else:
        said.append(say("Decisions and President's statements adopted without a vote are not in the record."))
    unknown = count(mine.country, mine.state).unknown
    if unknown:
        missing = message("The position on {number} of these texts is not in the record; it is not counted as absence.")
        said.append(say(missing, number=unknown))
    unplaced = sum(b.selected(Selection.VOTES_COUNT) is None for b in mine.country)
    if unplaced:
        said.append(
            say(
                "{number} of these texts cannot be placed in a selection by agenda item: their item is not in the"
                " record, or dates from before the agenda of June 2007.",
                number=unplaced,
            )
        )
    against = [b.symbol or b.rollcall_id for b in mine.country if b.runs_against]
    if against:
        said.append(
            say(
                "On {texts} a yes runs against the situation's usual texts; usual positions and shifts leave it out,"
                " shares of support count it as cast.",
                texts=sentences.joined(against),
            )
        )
    said.append(say("Rejected drafts and motions are in the record only where a source for the vote was found."))
    return said
