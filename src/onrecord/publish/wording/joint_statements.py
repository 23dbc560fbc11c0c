"""Sentences on joint statements: who made them, and what a list lets one say of a state."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from onrecord.measures.lists_of_states import Answer, Conclusion
from onrecord.publish.sentences import capital, day, ordinal
from onrecord.publish.views.shared import SituationHead, StateHead
from onrecord.publish.written_dates import at_a_time, in_words
from onrecord.sources.facts_commitments import ListComplete

if TYPE_CHECKING:
    from onrecord.publish.views.joint_statements import JointStatementLine

SCOPE = "joint statements and letters in the record"
LIST_SCOPE = "joint statements in the record, each by its own list of States; a list that is not complete says nothing"
LATER = "A State that joined after the list was drawn up would not be on it."
_COUNCIL = re.compile(r"HRC(\d+)")
_THIRD_COMMITTEE = re.compile(r"UNGA(\d+) Third Committee")


def forum(written: str) -> str:
    """Return where a statement was made, in words: the 22nd session of the Human Rights Council."""
    if found := _COUNCIL.fullmatch(written):
        return f"the {ordinal(int(found[1]))} session of the Human Rights Council"
    if found := _THIRD_COMMITTEE.fullmatch(written):
        return f"the Third Committee of the General Assembly, {ordinal(int(found[1]))} session"
    return re.sub(
        r"HRC(\d+)",
        lambda m: f"{ordinal(int(m[1]))} session",
        written.replace("HRC President", "the Council's President"),
    )


def held(lines: Sequence["JointStatementLine"], on: SituationHead | None, as_of: date | None) -> str:
    """Return how many joint statements are in the record and for how many the list of states is whole."""
    about = f" on {on.label}" if on else ""
    until = f" as of {day(as_of)}" if as_of else ""
    n, full = len(lines), sum(line.list_complete is ListComplete.FULL for line in lines)
    if not n:
        return f"The record has no joint statement{about}{until}; one may have been made."
    partial = sum(line.list_complete is ListComplete.PARTIAL for line in lines)
    return (
        f"The record has {_n(n, 'joint statement')}{about}{until}: for {full or 'none'} the list of States that joined"
        f" is given whole, for {partial or 'none'} in part, for {n - full - partial or 'none'} no list was found."
    )


def over_all(head: StateHead, on: SituationHead | None, answers: Iterable[tuple[Answer, int]]) -> str:
    """Return which statements a state joined, which not, and of how many nothing can be said."""
    found = dict(answers)
    about = f" on {on.label}" if on else ""
    return (
        f"Of the {_n(sum(found.values()), 'joint statement')}{about} in the record, {head.running_name} is named among"
        f" those that joined {found[Answer.LISTED] or 'none'}, is not on the complete list of"
        f" {found[Answer.NOT_LISTED] or 'none'}, and for {found[Answer.NOT_IN_RECORD] or 'none'} whether it joined is"
        " not in the record."
    )


def made(line: "JointStatementLine") -> str:
    """Return what a statement was about, where and when it was made, who led it and how many joined."""
    led = f", led by {line.led_by.running_name}" if line.led_by else "; which State led it is not in the record"
    counted = (
        f"{_n(line.n_states, 'State')} joined it by the source's count"
        if line.n_states is not None
        else "How many States joined it is not in the record"
    )
    return (
        f"A {_kind(line)} on “{line.subject_matter}” was made {at_a_time(line.date)} ({line.forum_in_words}{led})."
        f" {counted}; {_list(line)}."
    )


def _kind(line: "JointStatementLine") -> str:
    return "joint letter" if line.forum.startswith("letter") else "joint statement"


def _list(line: "JointStatementLine") -> str:
    if not line.listed:
        return "no list was found"
    return {
        ListComplete.FULL: f"the list is complete and holds {line.listed}",
        ListComplete.MEMBERS_ONLY: f"the list covers members of the Council only and holds {line.listed}",
        ListComplete.PARTIAL: f"the list in the record is partial and holds {line.listed}",
        ListComplete.NONE: f"no list was found; {line.listed} {'is' if line.listed == 1 else 'are'} named",
    }[line.list_complete]


def _n(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def scope_of(line: "JointStatementLine") -> str:
    """Return which list a sentence on a statement rests on."""
    made_on, complete = in_words(line.date), line.list_complete.value
    return f"States listed for the statement of {made_on}; list: {complete}; source: {line.source}"


def label(found: Conclusion, basis: str | None) -> str:
    """Return what can be said of a state in a few words, for a table."""
    if found.answer is Answer.LISTED:
        return f"joined ({basis})"
    if found.answer is Answer.NOT_LISTED:
        return "did not join: the list is complete and does not hold it"
    return f"not in the record: {found.why.value}"


def of_state(head: StateHead, line: "JointStatementLine", found: Conclusion, basis: str | None) -> str:
    """Return what a statement's list says of a state, with the list, its completeness and its date."""
    statement = f"the {_kind(line)} on “{line.subject_matter}” ({line.forum_in_words}, {in_words(line.date)})"
    name = capital(head.running_name)
    if found.answer is Answer.LISTED:
        did = "led" if line.led_by and line.led_by.iso3 == head.iso3 else "joined"
        return f"{name} {did} {statement}: {basis}. {capital(_list(line))}."
    if found.answer is Answer.NOT_LISTED:
        listed = f"the list of {line.listed} States is complete and does not hold it"
        return f"{name} did not join {statement}: {listed}. {LATER}"
    counted = f"; the source counts {_n(line.n_states, 'State')}" if line.n_states is not None else ""
    return f"Whether {head.running_name} joined {statement} is not in the record: {found.why.value}{counted}."


def not_known(line: "JointStatementLine") -> Iterator[str]:
    """Yield what the record does not know of a joint statement."""
    if line.list_complete is ListComplete.FULL:
        yield f"The list is that of its source. {LATER}"
    else:
        yield "The list is not complete: of a State that is not named nothing can be concluded."
    if not line.led_by:
        yield "Which State led the statement was not found in a source."
    if line.confidence == 1:
        yield "The row on this statement was seen in one source only, or is partial or disputed."


def list_not_known() -> Iterator[str]:
    """Yield what the record does not know of joint statements at large."""
    yield "The record does not have every joint statement: one that is not here may have been made."
    yield f"Lists are those of their sources. {LATER}"
