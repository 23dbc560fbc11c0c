"""Sentences on joint statements: who made them, and what a list lets one say of a state."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from onrecord.measures.lists_of_states import Answer, Conclusion
from onrecord.publish.languages.words import english, gettext, message, say, say_n
from onrecord.publish.languages.writing import day, or_none
from onrecord.publish.sentences import capital, ordinal
from onrecord.publish.views.shared import SituationHead, StateHead
from onrecord.publish.written_dates import at_a_time, in_words
from onrecord.sources.facts_commitments import ListComplete

if TYPE_CHECKING:
    from onrecord.publish.views.joint_statements import JointStatementLine

SCOPE = message("joint statements and letters in the record")
LIST_SCOPE = message(
    "joint statements in the record, each by its own list of States; a list that is not complete says nothing"
)
LATER = message("A State that joined after the list was drawn up would not be on it.")
_COUNCIL = re.compile(r"HRC(\d+)")
_THIRD_COMMITTEE = re.compile(r"UNGA(\d+) Third Committee")


def forum(written: str) -> str:
    """Return where a statement was made, in words: the 22nd session of the Human Rights Council."""
    if found := _COUNCIL.fullmatch(written):
        return say("the {ordinal} session of the Human Rights Council", ordinal=ordinal(int(found[1])))
    if found := _THIRD_COMMITTEE.fullmatch(written):
        return say("the Third Committee of the General Assembly, {ordinal} session", ordinal=ordinal(int(found[1])))
    return english(
        re.sub(
            r"HRC(\d+)",
            lambda m: f"{ordinal(int(m[1]))} session",
            written.replace("HRC President", "the Council's President"),
        )
    )


def held(lines: Sequence["JointStatementLine"], on: SituationHead | None, as_of: date | None) -> str:
    """Return how many joint statements are in the record and for how many the list of states is whole."""
    until = " " + say("as of {day}", day=day(as_of)) if as_of else ""
    n, full = len(lines), sum(line.list_complete is ListComplete.FULL for line in lines)
    if not n:
        return say(
            "The record has no joint statement{about}{until}; one may have been made.", about=_about(on), until=until
        )
    partial = sum(line.list_complete is ListComplete.PARTIAL for line in lines)
    return say(
        "The record has {statements}{until}: for {full} the list of States that joined is given whole, for {partial} in"
        " part, for {none} no list was found.",
        statements=_statements(n, on),
        until=until,
        full=or_none(full),
        partial=or_none(partial),
        none=or_none(n - full - partial),
    )


def _about(on: SituationHead | None) -> str:
    return " " + say("on {situation}", situation=on.label) if on else ""


def _statements(n: int, on: SituationHead | None) -> str:
    return say_n("{n} joint statement{about}", "{n} joint statements{about}", n, about=_about(on))


def over_all(head: StateHead, on: SituationHead | None, answers: Iterable[tuple[Answer, int]]) -> str:
    """Return which statements a state joined, which not, and of how many nothing can be said."""
    found = dict(answers)
    return say(
        "Of the {statements} in the record, {name} is named among those that joined {joined}, is not on the complete"
        " list of {not_joined}, and for {unknown} whether it joined is not in the record.",
        statements=_statements(sum(found.values()), on),
        name=head.running_name,
        joined=or_none(found[Answer.LISTED]),
        not_joined=or_none(found[Answer.NOT_LISTED]),
        unknown=or_none(found[Answer.NOT_IN_RECORD]),
    )


def made(line: "JointStatementLine") -> str:
    """Return what a statement was about, where and when it was made, who led it and how many joined."""
    led = (
        say(", led by {state}", state=line.led_by.running_name)
        if line.led_by
        else say("; which State led it is not in the record")
    )
    given = {"subject": english(line.subject_matter), "when": at_a_time(line.date), "forum": line.forum_in_words}
    statement = message("A joint statement on “{subject}” was made {when} ({forum}{led}).")
    letter = message("A joint letter on “{subject}” was made {when} ({forum}{led}).")
    said = say(letter if _is_letter(line) else statement, led=led, **given)
    return f"{said} {_counted(line)}; {_list(line)}."


def _counted(line: "JointStatementLine") -> str:
    if line.n_states is None:
        return say("How many States joined it is not in the record")
    return say_n(
        "{n} State joined it by the source's count", "{n} States joined it by the source's count", line.n_states
    )


def _is_letter(line: "JointStatementLine") -> bool:
    return line.forum.startswith("letter")


def _list(line: "JointStatementLine") -> str:
    if not line.listed:
        return say("no list was found")
    if line.list_complete is ListComplete.NONE:
        return say_n("no list was found; {n} is named", "no list was found; {n} are named", line.listed)
    return say(_LISTS[line.list_complete], number=line.listed)


_LISTS = {
    ListComplete.FULL: message("the list is complete and holds {number}"),
    ListComplete.MEMBERS_ONLY: message("the list covers members of the Council only and holds {number}"),
    ListComplete.PARTIAL: message("the list in the record is partial and holds {number}"),
}


def scope_of(line: "JointStatementLine") -> str:
    """Return which list a sentence on a statement rests on."""
    return say(
        "States listed for the statement of {day}; list: {list}; source: {source}",
        day=in_words(line.date),
        list=gettext(line.list_complete.value),
        source=english(line.source),
    )


def label(found: Conclusion, basis: str | None) -> str:
    """Return what can be said of a state in a few words, for a table."""
    if found.answer is Answer.LISTED:
        return say("joined ({basis})", basis=english(str(basis)))
    if found.answer is Answer.NOT_LISTED:
        return say("did not join: the list is complete and does not hold it")
    return say("not in the record: {why}", why=gettext(found.why.value))


def of_state(head: StateHead, line: "JointStatementLine", found: Conclusion, basis: str | None) -> str:
    """Return what a statement's list says of a state, with the list, its completeness and its date."""
    statement = message("the joint statement on “{subject}” ({forum}, {day})")
    letter = message("the joint letter on “{subject}” ({forum}, {day})")
    what = say(
        letter if _is_letter(line) else statement,
        subject=english(line.subject_matter),
        forum=line.forum_in_words,
        day=in_words(line.date),
    )
    name = capital(head.running_name)
    if found.answer is Answer.LISTED:
        joined, led = message("{name} joined {statement}: {basis}."), message("{name} led {statement}: {basis}.")
        own = line.led_by is not None and line.led_by.iso3 == head.iso3
        said = say(led if own else joined, name=name, statement=what, basis=english(str(basis)))
        return f"{said} {capital(_list(line))}."
    if found.answer is Answer.NOT_LISTED:
        said = say(
            "{name} did not join {statement}: the list of {number} States is complete and does not hold it.",
            name=name,
            statement=what,
            number=line.listed,
        )
        return f"{said} {gettext(LATER)}"
    return say(
        "Whether {name} joined {statement} is not in the record: {why}{counted}.",
        name=head.running_name,
        statement=what,
        why=gettext(found.why.value),
        counted=_source_counts(line),
    )


def _source_counts(line: "JointStatementLine") -> str:
    if line.n_states is None:
        return ""
    return say_n("; the source counts {n} State", "; the source counts {n} States", line.n_states)


def not_known(line: "JointStatementLine") -> Iterator[str]:
    """Yield what the record does not know of a joint statement."""
    if line.list_complete is ListComplete.FULL:
        yield f"{say('The list is that of its source.')} {gettext(LATER)}"
    else:
        yield say("The list is not complete: of a State that is not named nothing can be concluded.")
    if not line.led_by:
        yield say("Which State led the statement was not found in a source.")
    if line.confidence == 1:
        yield say("The row on this statement was seen in one source only, or is partial or disputed.")


def list_not_known() -> Iterator[str]:
    """Yield what the record does not know of joint statements at large."""
    yield say("The record does not have every joint statement: one that is not here may have been made.")
    yield f"{say('Lists are those of their sources.')} {gettext(LATER)}"
