"""How far every state votes with a stated policy that a user wrote down: two published scores, and how they rank."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from onrecord.measures.agreement.methods import MINIMUM
from onrecord.measures.stated_policy import SCORINGS, Answer, Band, Counted, Scoring, answer, band, counted
from onrecord.publish.languages.state_names import name_order
from onrecord.publish.views.shared import Sentence, StateHead, state_head
from onrecord.publish.wording import policy as say
from onrecord.record.find_text import TextRow, find_text
from onrecord.record.position_table import Code, PositionTable, VoteSelection, position_table
from onrecord.record.store import Record
from onrecord.sources.policy_csv import read_policy
from onrecord.vocabulary.errors import NotInVocabulary, UnreadableDocument
from onrecord.vocabulary.positions import Position
from onrecord.vocabulary.rollcalls import Body
from onrecord.vocabulary.stated_policies import PolicyText, Side, Weight
from onrecord.vocabulary.symbols import parse_symbol

_POSITIONS = {
    Code.YES: Position.YES,
    Code.ABSTAIN: Position.ABSTAIN,
    Code.NO: Position.NO,
    Code.ABSENT: Position.ABSENT,
}


@dataclass(frozen=True, slots=True)
class TextOfPolicy:
    """One text of the policy and the recorded vote on it; ``document_url`` is the UN document's address."""

    rollcall_id: str
    body: Body
    symbol: str | None
    title: str
    date: date
    outcome: str | None
    side: Side
    weight: Weight
    document_url: str | None
    page: str


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """One score of a state: from 0 to 1, in words, and its ``rank`` among the ``of`` states that have one."""

    method: str
    score: float | None
    band: Band
    rank: int | None
    of: int


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """A state's position on one text of the policy, None where the record has none, and how it stands to it."""

    rollcall_id: str
    position: Position | None
    answer: Answer | None
    doubtful: bool


@dataclass(frozen=True, slots=True)
class PolicyOfState:
    """One state: it could vote on ``could`` texts, ``n`` of its positions are in the record, ``unknown`` are not."""

    state: StateHead
    could: int
    n: int
    unknown: int
    doubtful: int
    counted: Counted
    scores: tuple[ScoreLine, ...]
    answers: tuple[AnswerLine, ...]


@dataclass(frozen=True, slots=True)
class ScoringLine:
    """A way of scoring by its name: whose it is and how it counts."""

    name: str
    label: str
    source: str
    formula: str


@dataclass(frozen=True, slots=True)
class PolicyAgreement:
    """Every state that could vote on a text of the policy, the highest first score first.

    ``tau`` is Kendall's tau-b between the two rankings over ``ranked`` states with both scores.
    """

    file: str
    page: str
    minimum: int
    texts: tuple[TextOfPolicy, ...]
    methods: tuple[ScoringLine, ...]
    ranked: int
    tau: float | None
    sentences: tuple[Sentence, ...]
    states: tuple[PolicyOfState, ...]
    not_known: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Vote:
    """A row of the policy and the recorded vote that it names."""

    asked: PolicyText
    row: TextRow
    rollcall_id: str
    date: date


PAGE = "/guide/methods/stated-policy"
"""Where it is said how a policy is counted: the file is the user's, and no page shows it."""


def policy_agreement(record: Record, file: str, content: bytes) -> PolicyAgreement:
    """Return how far every state votes with the policy that a CSV file states.

    Raises UnreadableDocument, with file, row and column, for a file that cannot be read, and for a row that names no
    single recorded vote.
    """
    votes = [_vote(record, file, one) for one in read_policy(file, content)]
    _check_apart(file, votes)
    states = _ranked(_states(record, votes))
    tau, ranked = _tau(states)
    return PolicyAgreement(
        file=file,
        page=PAGE,
        minimum=MINIMUM,
        texts=tuple(map(_text, votes)),
        methods=tuple(ScoringLine(one.name, one.label, one.source, one.formula) for one in SCORINGS),
        ranked=ranked,
        tau=tau,
        sentences=tuple(say.of_policy(file, len(votes), states, ranked, tau)),
        states=tuple(states),
        not_known=tuple(say.not_known(any(one.row.body == Body.GA for one in votes))),
    )


def _vote(record: Record, file: str, one: PolicyText) -> _Vote:
    """Return the recorded vote that a row names."""
    place = f"row {one.row}, column symbol"
    try:
        found = find_text(record, one.symbol)
    except NotInVocabulary as error:
        near = f"; did you mean {', '.join(error.suggestions)}" if error.suggestions else ""
        raise UnreadableDocument(file, place, error.expected, f"{one.symbol}{near}") from error
    if found.rollcall_id is None or found.date is None or found.how_decided != "recorded vote":
        raise UnreadableDocument(
            file, place, "a text put to a recorded vote", f"{one.symbol}, decided: {found.how_decided}"
        )
    return _Vote(one, found, found.rollcall_id, found.date)


def _check_apart(file: str, votes: Sequence[_Vote]) -> None:
    seen: dict[str, PolicyText] = {}
    for one in votes:
        if one.rollcall_id in seen:
            before = seen[one.rollcall_id]
            raise UnreadableDocument(
                file, f"row {one.asked.row}, column symbol", "a vote that no other row names",
                f"{one.asked.symbol}, the vote of row {before.row} ({before.symbol})",
            )  # fmt: skip
        seen[one.rollcall_id] = one.asked


def _text(one: _Vote) -> TextOfPolicy:
    row, asked = one.row, one.asked
    url = parse_symbol(row.symbol).url if row.symbol else None
    return TextOfPolicy(
        one.rollcall_id, Body(row.body), row.symbol, row.title, one.date, row.outcome, asked.side, asked.weight, url,
        f"/votes/{row.slug}",
    )  # fmt: skip


def _states(record: Record, votes: Sequence[_Vote]) -> list[PolicyOfState]:
    """Return every state with its answers, texts in the policy's order; each body has a table of its own."""
    tables = {body: position_table(record, VoteSelection(Body(body))) for body in {one.row.body for one in votes}}
    column = {one.rollcall_id: (table, at) for table in tables.values() for at, one in enumerate(table.rollcalls)}
    answers: dict[str, list[AnswerLine]] = {}
    for one in votes:
        table, at = column[one.rollcall_id]
        for state, line in _answers(table, at, one.asked.side):
            answers.setdefault(state, []).append(line)
    weights = {one.rollcall_id: one.asked.weight for one in votes}
    last = max(one.date for one in votes)
    return [_state(record, state, lines, weights, last) for state, lines in answers.items()]


def _answers(table: PositionTable, at: int, side: Side) -> list[tuple[str, AnswerLine]]:
    call = table.rollcalls[at].rollcall_id
    lines = []
    for row in np.flatnonzero(table.codes[:, at] != Code.NOT_A_MEMBER):
        position = _POSITIONS.get(Code(table.codes[row, at]))
        given = answer(side, position) if position else None
        lines.append((table.states[row], AnswerLine(call, position, given, bool(table.doubtful[row, at]))))
    return lines


def _state(
    record: Record, state: str, lines: list[AnswerLine], weights: dict[str, Weight], last: date
) -> PolicyOfState:
    known = [(line.answer, weights[line.rollcall_id]) for line in lines if line.answer]
    found = counted(known)
    return PolicyOfState(
        state=state_head(record, record.gazetteer.state(state), last),
        could=len(lines),
        n=found.n,
        unknown=len(lines) - found.n,
        doubtful=sum(line.doubtful for line in lines),
        counted=found,
        scores=tuple(_score(one, found) for one in SCORINGS),
        answers=tuple(lines),
    )


def _score(scoring: Scoring, found: Counted) -> ScoreLine:
    words = band(scoring, found)
    return ScoreLine(scoring.name, scoring.score(found) if words is not Band.NOT_ENOUGH else None, words, None, 0)


def _ranked(states: list[PolicyOfState]) -> list[PolicyOfState]:
    """Return the states with their ranks, the highest first score first; equal scores share the better rank."""
    scores = [[one.scores[at].score for one in states] for at in range(len(SCORINGS))]
    given = [[score for score in column if score is not None] for column in scores]

    def rank(at: int, line: ScoreLine) -> ScoreLine:
        mine = line.score
        if mine is None:
            return replace(line, of=len(given[at]))
        return replace(line, rank=1 + sum(score > mine + 1e-12 for score in given[at]), of=len(given[at]))

    ranked = [replace(one, scores=tuple(rank(at, line) for at, line in enumerate(one.scores))) for one in states]
    return sorted(ranked, key=_in_order)


def _in_order(one: PolicyOfState) -> tuple[int, int, str]:
    first = one.scores[0].rank
    return first or len(one.answers) + 10_000, -one.n, name_order(one.state.name)


def _tau(states: Sequence[PolicyOfState]) -> tuple[float | None, int]:
    from scipy.stats import kendalltau  # noqa: PLC0415 - takes long to import

    ranks = [[line.rank for line in one.scores] for one in states]
    both = [pair for pair in ranks if None not in pair]
    if len(both) < 2 or any(len({pair[at] for pair in both}) < 2 for at in range(2)):
        return None, len(both)
    return float(kendalltau([a for a, _ in both], [b for _, b in both]).statistic), len(both)
