"""A country situation: every text on it, and who voted how over the years, one strip for each member."""

from dataclasses import dataclass
from datetime import date

from onrecord.measures.support import count
from onrecord.publish import sentences
from onrecord.publish.languages.state_names import name_order
from onrecord.publish.languages.words import say
from onrecord.publish.views.findings import FindingLine, findings_of
from onrecord.publish.views.shared import (
    Sentence,
    SituationHead,
    Sources,
    StateHead,
    VoteLine,
    find_subject,
    situation_head,
    state_head,
    vote_line,
)
from onrecord.record.ballots import Ballot, ballots
from onrecord.record.store import Record
from onrecord.vocabulary.positions import Position


@dataclass(frozen=True, slots=True)
class Strip:
    """One state's positions on the situation's texts, in the order of ``votes``; None: not in the record."""

    state: StateHead
    n: int
    yes: int
    no: int
    abstain: int
    absent: int
    positions: tuple[Position | None, ...]
    doubtful: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class YearOfSituation:
    """How many texts on the situation were put to a vote in a year, and their figures added up."""

    year: int
    n: int
    yes: int
    no: int
    abstain: int
    absent: int


@dataclass(frozen=True, slots=True)
class UnvotedText:
    """A text on the situation decided without a vote."""

    symbol: str
    date: date | None
    title: str
    outcome: str
    page: str


@dataclass(frozen=True, slots=True)
class SituationRecord:
    """Everything the record says of the votes on one country situation."""

    situation: SituationHead
    kind: str
    note: str | None
    page: str
    sentences: tuple[Sentence, ...]
    votes: tuple[VoteLine, ...]
    years: tuple[YearOfSituation, ...]
    strips: tuple[Strip, ...]
    counted_apart: tuple[VoteLine, ...]
    without_a_vote: tuple[UnvotedText, ...]
    not_known: tuple[str, ...]
    findings: tuple[FindingLine, ...]


def situation_record(record: Record, asked: str) -> SituationRecord:
    """Return a situation by code, slug, label or state name; NotInVocabulary for one the record does not know."""
    subject = find_subject(record, asked)
    head = situation_head(subject)
    where = "text_id IN (SELECT text_id FROM situation WHERE subject = $subject)"
    found = ballots(record, where, {"subject": subject.subject})
    final = [b for b in found if b.final and b.vote_taken]
    apart = [b for b in found if not (b.final and b.vote_taken)]
    unvoted = _without_a_vote(record, subject.subject)
    sources = Sources(record)
    text = sentences.situation(head, final, apart, len(unvoted))
    return SituationRecord(
        situation=head,
        kind=subject.kind,
        note=subject.note,
        page=head.page,
        sentences=(
            Sentence(text, len(final), say("resolutions, decisions and drafts put to a recorded vote"), head.page),
        ),
        votes=tuple(vote_line(record, b, sources) for b in final),
        years=tuple(_years(final)),
        strips=tuple(_strips(record, final)),
        counted_apart=tuple(vote_line(record, b, sources) for b in apart),
        without_a_vote=tuple(unvoted),
        not_known=(
            say(
                "Texts adopted without a vote are listed for 2009 to 2022 only; decisions and President's statements"
                " adopted without a vote are not in the record."
            ),
            say("Rejected drafts and motions are in the record only where a source for the vote was found."),
        ),
        findings=tuple(findings_of(record, [b.rollcall_id for b in found])),
    )


def _years(final: list[Ballot]) -> list[YearOfSituation]:
    return [
        YearOfSituation(
            year,
            len(of_year := [b for b in final if b.date.year == year]),
            *(sum(getattr(b, column) or 0 for b in of_year) for column in ("yes", "no", "abstain", "absent")),
        )
        for year in sorted({b.date.year for b in final})
    ]


def _strips(record: Record, final: list[Ballot]) -> list[Strip]:
    members = sorted({state for b in final for state in b.members})
    last = {state: b.date for b in final for state in b.members}
    strips = [_strip(record, state, last[state], final) for state in members]
    return sorted(strips, key=lambda s: name_order(s.state.name))


def _strip(record: Record, state: str, on: date, final: list[Ballot]) -> Strip:
    c = count(final, state)
    head = state_head(record, record.gazetteer.state(state), on)
    positions = tuple(b.position(state) for b in final)
    return Strip(head, c.n, c.yes, c.no, c.abstain, c.absent, positions, tuple(b.doubtful(state) for b in final))


def _without_a_vote(record: Record, subject: str) -> list[UnvotedText]:
    rows = record.tuples(
        "SELECT symbol, decided_on, title, outcome, slug FROM text JOIN situation USING (text_id)"
        " WHERE subject = ? AND how_decided = 'without a vote' ORDER BY decided_on NULLS FIRST, symbol",
        [subject],
    )
    return [UnvotedText(symbol, day, title, outcome, f"/votes/{slug}") for symbol, day, title, outcome, slug in rows]
