"""Joint statements of states: who led and who joined them, and what each list says of one state."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.measures.lists_of_states import Answer, Conclusion, Count, Why, count_of_statement, of_statement, tally
from onrecord.publish.languages.state_names import name_order
from onrecord.publish.languages.words import gettext
from onrecord.publish.views.shared import (
    Sentence,
    SituationHead,
    Sources,
    StateHead,
    find_subject,
    situation_head,
    state_head,
)
from onrecord.publish.wording import joint_statements as say
from onrecord.publish.written_dates import in_words
from onrecord.record.query_joint_statements import joint_statements, signatures
from onrecord.record.store import Record
from onrecord.sources.facts_commitments import JointStatement, ListComplete, Signature
from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.states import State


@dataclass(frozen=True, slots=True)
class StateOnStatement:
    """What a statement's list says of one state, as a label and as a sentence to print."""

    state: StateHead
    answer: Answer
    why: Why
    label: str
    basis: str | None
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class Joiner:
    """A state that joined a statement, and how that is known."""

    state: StateHead
    basis: str
    led: bool
    source: str
    source_url: str | None


@dataclass(frozen=True, slots=True)
class JointStatementLine:
    """A joint statement in a list; ``of_state`` where the list is about a state."""

    statement: str
    page: str
    forum: str
    forum_in_words: str
    date: str
    date_in_words: str
    subject_matter: str
    situation: SituationHead | None
    led_by: StateHead | None
    n_states: int | None
    listed: int
    list_complete: ListComplete
    of_state: StateOnStatement | None
    confidence: int
    source: str
    source_url: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class JointStatementList:
    """Joint statements in the record, the latest first, narrowed by filters."""

    page: str
    state: StateHead | None
    situation: SituationHead | None
    n: int
    sentences: tuple[Sentence, ...]
    answers: tuple[tuple[Answer, int], ...]
    statements: tuple[JointStatementLine, ...]
    situations: tuple[SituationHead, ...]
    not_known: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class JointStatementRecord:
    """Everything the record says of one joint statement."""

    line: JointStatementLine
    page: str
    sentences: tuple[Sentence, ...]
    of_state: StateOnStatement | None
    count: Count
    joined: tuple[Joiner, ...]
    not_known: tuple[str, ...]


PATH = "/joint-statements"
"""Where the pages of joint statements stand."""


class _Statements:
    """The record's joint statements with their lists, read once for a view."""

    def __init__(self, record: Record) -> None:
        self.record, self.sources = record, Sources(record)
        self.statements = joint_statements(record)
        self._rows: dict[str, list[Signature]] = {}
        for row in signatures(record):
            self._rows.setdefault(row.statement, []).append(row)

    def rows(self, one: JointStatement) -> Sequence[Signature]:
        return self._rows.get(one.statement, ())


def joint_statement_list(record: Record, asked: str | None = None, about: str | None = None) -> JointStatementList:
    """Return the joint statements, on one situation or all, with what each says of a state where one is asked for."""
    found = _Statements(record)
    state = record.gazetteer.resolve(asked) if asked else None
    head = state_head(record, state, record.as_of) if state else None
    subject = find_subject(record, about) if about else None
    chosen = [one for one in found.statements if subject is None or one.situation == subject.subject]
    lines = tuple(_line(found, one, state) for one in reversed(chosen))
    answers = tally(Conclusion(line.of_state.answer, line.of_state.why) for line in lines if line.of_state)
    words = [f"{name}={of.slug}" for name, of in (("state", state), ("situation", subject)) if of]
    page = f"{PATH}?{'&'.join(words)}" if words else PATH
    on = situation_head(subject) if subject else None
    said = [Sentence(say.held(lines, on, record.as_of), len(lines), gettext(say.SCOPE), page)]
    if head and lines:
        said.insert(0, Sentence(say.over_all(head, on, answers), len(lines), gettext(say.LIST_SCOPE), page))
    subjects = sorted({one.situation for one in found.statements if one.situation})
    return JointStatementList(
        page=page,
        state=head,
        situation=on,
        n=len(lines),
        sentences=tuple(said),
        answers=tuple((a, n) for a, n in answers if a is not Answer.NOT_AMONG_MEMBERS) if head else (),
        statements=lines,
        situations=tuple(situation_head(record.subjects[code]) for code in subjects),
        not_known=tuple(say.list_not_known()),
    )


def joint_statement_record(record: Record, asked: str, of: str | None = None) -> JointStatementRecord:
    """Return one joint statement by its id; NotInVocabulary for one the record does not have."""
    found = _Statements(record)
    one = _known(found, asked)
    line = _line(found, one, record.gazetteer.resolve(of) if of else None)
    main = Sentence(say.made(line), line.listed, say.scope_of(line), line.page)
    return JointStatementRecord(
        line=line,
        page=line.page,
        sentences=(line.of_state.sentence, main) if line.of_state else (main,),
        of_state=line.of_state,
        count=count_of_statement(one.list_complete, one.n_states, line.listed),
        joined=_joined(found, one),
        not_known=tuple(say.not_known(line)),
    )


def _known(found: _Statements, asked: str) -> JointStatement:
    wanted = asked.strip().upper()
    for one in found.statements:
        if one.statement == wanted:
            return one
    near = tuple(one.statement for one in found.statements if wanted[:3] and one.statement.startswith(wanted[:3]))
    raise NotInVocabulary("joint statement", asked, "the id of a joint statement, such as BHR-2013-HRC22", near[:5])


def _line(found: _Statements, one: JointStatement, state: State | None) -> JointStatementLine:
    record, rows = found.record, found.rows(one)
    line = JointStatementLine(
        statement=one.statement,
        page=f"{PATH}/{one.statement}",
        forum=one.forum,
        forum_in_words=say.forum(one.forum),
        date=one.date,
        date_in_words=in_words(one.date),
        subject_matter=one.subject_matter,
        situation=situation_head(record.subjects[one.situation]) if one.situation else None,
        led_by=_head(record, one.led_by, one) if one.led_by else None,
        n_states=one.n_states,
        listed=len(rows),
        list_complete=one.list_complete,
        of_state=None,
        confidence=one.confidence,
        source=found.sources.title(one.source_id),
        source_url=found.sources.url(one.source_id),
        note=one.note,
    )
    return _with_state(found, one, line, state) if state else line


def _with_state(found: _Statements, one: JointStatement, line: JointStatementLine, state: State) -> JointStatementLine:
    basis = next((row.basis for row in found.rows(one) if row.state == state.iso3), None)
    existed = state.existed(one.date.first) and state.existed(one.date.last)
    said = of_statement(basis is not None, existed, one.list_complete, one.n_states, line.listed)
    head = _head(found.record, state.iso3, one)
    text = say.of_state(head, line, said, basis)
    sentence = Sentence(text, line.listed, say.scope_of(line), f"{line.page}?state={state.slug}")
    return replace(
        line, of_state=StateOnStatement(head, said.answer, said.why, say.label(said, basis), basis, sentence)
    )


def _joined(found: _Statements, one: JointStatement) -> tuple[Joiner, ...]:
    joiners = [
        Joiner(
            state=_head(found.record, row.state, one),
            basis=row.basis,
            led=row.state == one.led_by,
            source=found.sources.title(row.source_id),
            source_url=found.sources.url(row.source_id),
        )
        for row in found.rows(one)
    ]
    return tuple(sorted(joiners, key=lambda joiner: name_order(joiner.state.name)))


def _head(record: Record, iso3: str, one: JointStatement) -> StateHead:
    return state_head(record, record.gazetteer.state(iso3), one.date.last)
