"""The joint statements that a sentence means, with what their lists say."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.claims.events.judging_lists import ListOfStates, codes_of_states
from onrecord.claims.events.matching_words import concerns, days_of, holds_exactly, holds_title, holds_words
from onrecord.claims.events.typed import Described
from onrecord.claims.events.words import side_of
from onrecord.measures.lists_of_states import Answer, of_statement
from onrecord.record.query_joint_statements import joint_statements, signatures
from onrecord.record.query_notes import whole
from onrecord.record.store import Record
from onrecord.sources.facts_commitments import JointStatement
from onrecord.vocabulary.periods import Period


@dataclass(frozen=True, slots=True)
class Statement:
    """A joint statement with the states known to have joined it and what is noted on it, which only raises doubts."""

    row: JointStatement
    signed: frozenset[str]
    note: str

    @property
    def days(self) -> Period:
        """The days on which it may have been made."""
        return days_of(self.row.date)

    @property
    def session(self) -> str | None:
        """The Council's session at which it was made, or to whose President it was sent."""
        found = re.search(r"(?:HRC|UNGA)(\d+)", self.row.forum)
        return found[1] if found else None

    @property
    def letter(self) -> bool:
        """Whether it was a letter."""
        return self.row.forum.startswith("letter")

    @property
    def body(self) -> str | None:
        """The body before which it was made."""
        if self.row.forum.startswith("UNGA"):
            return "GA"
        return "HRC" if "HRC" in self.row.forum else None


@lru_cache(maxsize=16)
def known_statements(record: Record) -> tuple[Statement, ...]:
    """Return every joint statement in the record, the earliest first."""
    joined: dict[str, set[str]] = {}
    for row in signatures(record):
        joined.setdefault(row.statement, set()).add(row.state)
    notes = {s.statement: s.note or "" for s in joint_statements(whole(record))}
    return tuple(
        Statement(s, frozenset(joined.get(s.statement, ())), notes[s.statement]) for s in joint_statements(record)
    )


def list_of(record: Record, one: Statement) -> ListOfStates:
    """Return a statement's list of those that joined as a list of states."""
    row, first, last = one.row, one.row.date.first, one.row.date.last

    def answer(state: str) -> bool | None:
        # Lists hold states: what the European Union joined as such they do not say.
        if state not in codes_of_states(record) or state == "EUE":
            return None
        known = record.gazetteer.state(state)
        existed = known.existed(first) and known.existed(last)
        found = of_statement(state in one.signed, existed, row.list_complete, row.n_states, len(one.signed)).answer
        return {Answer.LISTED: True, Answer.NOT_LISTED: False}.get(found)

    seats = record.seats.members(first) & record.seats.members(last)
    return ListOfStates(row.statement, answer, last, frozenset(seats))


def statements_meant(record: Record, asked: Described, by_lead: bool = True) -> list[Statement]:
    """Return the statements that a description means; ``by_lead`` says whether who led them restricts."""
    fitting = [s for s in known_statements(record) if _fits(s, asked, by_lead)]
    narrow = [s for s in fitting if _narrow(s, asked)]
    found = narrow or ([] if any(t.title for t in asked.topics) and not _alone(asked) else fitting)
    same = [s for s in found if s.letter is asked.letter]
    closest = _closest(same or found, asked)
    counted = [s for s in closest if asked.signed_by is not None and s.row.n_states == asked.signed_by]
    return counted or closest


def _alone(asked: Described) -> bool:
    """Whether the parts of a situation only name it: there is a date or session to tell which statement is meant."""
    return asked.period is not None or bool(asked.sessions)


def _closest(found: Sequence[Statement], asked: Described) -> list[Statement]:
    """Leave out statements that hold fewer of the parts named than another does."""
    parts = [part for t in asked.topics for part in t.title]
    if not parts or asked.plural:
        return list(found)
    held = {s.row.statement: sum(holds_title(s.row.subject_matter, (part,)) for part in parts) for s in found}
    most = max(held.values(), default=0)
    return [s for s in found if held[s.row.statement] == most]


def _fits(one: Statement, asked: Described, by_lead: bool) -> bool:
    row = one.row
    if asked.quoted and holds_exactly(row.subject_matter, asked.quoted):
        return (asked.period is None or one.days.overlaps(asked.period)) and (
            not asked.sessions or one.session in asked.sessions
        )
    return (
        not asked.quoted
        and _on_topic(one, asked)
        and (not asked.beside or any(code in {row.situation, row.led_by} for code in asked.beside))
        and (bool(asked.topics) or holds_words(row.subject_matter, asked.words))
        and (asked.period is None or one.days.overlaps(asked.period))
        and (not asked.sessions or one.session in asked.sessions)
        and (asked.body is None or one.body == asked.body)
        and (asked.side is None or side_of(row.subject_matter) is asked.side)
        and (not asked.led_by or not by_lead or row.led_by in asked.led_by)
    )


def _on_topic(one: Statement, asked: Described) -> bool:
    return not asked.topics or any(concerns(one.row.situation, one.row.subject_matter, t) for t in asked.topics)


def _narrow(one: Statement, asked: Described) -> bool:
    titles = [t for t in asked.topics if t.title]
    return not titles or any(holds_title(one.row.subject_matter, t.title) for t in titles)
