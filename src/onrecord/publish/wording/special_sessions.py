"""Sentences on special sessions: who called them, and what a list of supporters lets one say of a state."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from onrecord.measures.lists_of_states import Answer, Conclusion, Count, Seat
from onrecord.publish.sentences import capital, day, joined, span
from onrecord.publish.views.shared import StateHead
from onrecord.publish.written_dates import at_a_time, in_words
from onrecord.sources.facts_commitments import ListComplete, RequestRole

if TYPE_CHECKING:
    from onrecord.publish.views.special_sessions import SpecialSessionLine, Supporter

SCOPE = "special sessions of the Human Rights Council in the record"
LIST_SCOPE = (
    "special sessions in the record, each by its own list of supporters; a list that is not complete says nothing"
)
LATER = "A State that joined after the list was drawn up would not be on it."


def held(lines: Sequence["SpecialSessionLine"], as_of: date | None) -> str:
    """Return how many special sessions are in the record and for how many the list of supporters is whole."""
    whole = [line for line in lines if line.list_complete is ListComplete.FULL]
    both = sum(line.observers_listed > 0 for line in whole)
    members = len(whole) - both + sum(line.list_complete is ListComplete.MEMBERS_ONLY for line in lines)
    until = f" as of {day(as_of)}" if as_of else ""
    return (
        f"The record has {len(lines)} special sessions of the Human Rights Council{until}: for {both} the list of"
        " States that supported the request is given whole, members and observers, for"
        f" {members} with the members only, for {len(lines) - both - members} in part or not at all."
    )


def over_all(head: StateHead, answers: Iterable[tuple[Answer, int]]) -> str:
    """Return on how many lists a state stands, on how many it does not, and of how many nothing can be said."""
    found = dict(answers)
    n = sum(found.values())
    not_listed = found[Answer.NOT_LISTED] + found[Answer.NOT_AMONG_MEMBERS]
    among = found[Answer.NOT_AMONG_MEMBERS]
    only = f" ({among} of them complete for members only, when it was a member)" if among else ""
    return (
        f"Of the {n} special sessions in the record, {head.running_name} is on the list of"
        f" {found[Answer.LISTED] or 'none'}, is not on the complete list of {not_listed or 'none'}{only}, and for"
        f" {found[Answer.NOT_IN_RECORD] or 'none'} what it did is not in the record."
    )


def called(line: "SpecialSessionLine") -> str:
    """Return what a special session was about, when it sat, and who asked for and supported it."""
    asked = f" It was asked for {at_a_time(line.request_date)}" if line.request_date else " It was asked for"
    by = f" by {_requesters(line.requested_by)}" if line.requested_by else " by States that are not in the record"
    undated = "" if line.request_date else "; the day of the request is not in the record"
    return (
        f"The {line.name} of the Human Rights Council ({line.session}) {_sat(line)}; its subject was:"
        f" {line.subject_matter}.{asked}{by}{undated}. {_supported(line)}"
    )


def _requesters(written: str) -> str:
    return joined(part.strip() for part in written.split(";"))


def _sat(line: "SpecialSessionLine") -> str:
    if line.opened and line.closed:
        return f"was held {span(line.opened, line.closed)}"
    if line.opened:
        return f"opened on {day(line.opened)}"
    if line.first_decision:
        return f"took its first decision in the record on {day(line.first_decision)}"
    return "was held on days that are not in the record"


def _supported(line: "SpecialSessionLine") -> str:
    if line.n_supporting is None:
        return "How many States supported the request is not in the record."
    kinds = [
        f"{n} {what}" for n, what in ((line.n_members, "members"), (line.n_observers, "observers")) if n is not None
    ]
    of_which = f" ({joined(kinds)})" if kinds else ""
    return f"{line.n_supporting} States supported the request by the source's count{of_which}; {_list(line)}."


def _list(line: "SpecialSessionLine") -> str:
    listed = _listed(line)
    return {
        ListComplete.FULL: f"the list is complete and holds {listed}",
        ListComplete.MEMBERS_ONLY: f"the list covers members only and holds {listed}",
        ListComplete.PARTIAL: f"the list in the record is partial and holds {listed}",
        ListComplete.NONE: "no list is in the record",
    }[line.list_complete]


def _listed(line: "SpecialSessionLine") -> str:
    if not line.members_listed and not line.observers_listed:
        return "no supporter by name"
    observers = f" and {_n(line.observers_listed, 'observer')}" if line.observers_listed else " and no observer"
    return f"{_n(line.members_listed, 'member')}{observers}"


def _n(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def scope_of(line: "SpecialSessionLine") -> str:
    """Return which list a sentence on a session rests on."""
    when = f"request of {in_words(line.request_date)}" if line.request_date else "day of the request not in the record"
    return f"list of supporters of {line.session}, {when}; list: {line.list_complete.value}; source: {line.source}"


def label(found: Conclusion, roles: Collection[RequestRole]) -> str:
    """Return what can be said of a state in a few words, for a table."""
    if found.answer is Answer.LISTED:
        return {
            (True, True): "requested and supported (listed)",
            (True, False): "requested (named)",
            (False, True): "supported (listed)",
        }[RequestRole.REQUESTED in roles, RequestRole.SUPPORTED in roles]
    return {
        Answer.NOT_LISTED: "did not support: the list is complete and does not hold it",
        Answer.NOT_AMONG_MEMBERS: (
            "not among the member supporters: the list covers members only, is complete for them and does not hold it,"
            " and it was a member"
        ),
        Answer.NOT_IN_RECORD: f"not in the record: {found.why.value}",
    }[found.answer]


def of_state(
    head: StateHead, line: "SpecialSessionLine", found: Conclusion, seat: Seat, roles: Collection[RequestRole]
) -> str:
    """Return what a session's list says of a state, with the list, its completeness and its date."""
    session = f"the request for the {line.name} ({line.session}, {line.subject_matter}; {_dated(line)})"
    name = capital(head.running_name)
    if found.answer is Answer.LISTED:
        asked, supported = RequestRole.REQUESTED in roles, RequestRole.SUPPORTED in roles
        did = "made and supported" if asked and supported else "made or joined in making" if asked else "supported"
        return f"{name} {did} {session}: it is named in the record's list. {capital(_list(line))}."
    seated = {
        Seat.MEMBER: ", then a member of the Council,",
        Seat.OBSERVER: ", then not a member of the Council,",
        Seat.UNSURE: "",
        Seat.NO_STATE: "",
    }[seat]
    if found.answer is Answer.NOT_LISTED:
        return (
            f"{name}{seated} did not support {session}: the list is complete ({_listed(line)}) and does not hold it."
            f" {LATER}"
        )
    if found.answer is Answer.NOT_AMONG_MEMBERS:
        return (
            f"{name}{seated} is not among the {line.members_listed} members that supported {session}: the list covers"
            f" members only, is complete for them, and does not hold it.{_unlisted(line)} {LATER}"
        )
    return f"Whether {head.running_name} supported {session} is not in the record: {found.why.value}.{_unlisted(line)}"


def _dated(line: "SpecialSessionLine") -> str:
    if line.request_date:
        return f"request of {in_words(line.request_date)}"
    if line.opened:
        return f"opened on {day(line.opened)}, day of the request not in the record"
    return "days not in the record"


def _unlisted(line: "SpecialSessionLine") -> str:
    """Return how many observers the source counts without naming them."""
    if line.list_complete is not ListComplete.MEMBERS_ONLY or not line.n_observers:
        return ""
    return f" The {line.n_observers} observers that the source counts are not named in it."


def disagreements(
    line: "SpecialSessionLine", counts: Iterable[Count], supporters: Iterable["Supporter"]
) -> Iterator[str]:
    """Yield where counts and rows, or the list and the record's memberships, differ; both are kept."""
    for count in counts:
        if count.agrees is False:
            yield f"{capital(count.what)}: the source counts {count.by_source}, and {count.listed} are found."
    for one in supporters:
        listed = {"member": Seat.MEMBER.value, "observer": Seat.OBSERVER.value}.get(one.seat or "")
        known = one.seat_by_membership in {Seat.MEMBER.value, Seat.OBSERVER.value}
        if listed and known and listed != one.seat_by_membership:
            yield (
                f"{capital(one.state.running_name)} is listed as {listed}; by the record's table of terms it was"
                f" {'a member of' if one.seat_by_membership == Seat.MEMBER.value else 'not a member of'} the Council."
            )


def not_known(line: "SpecialSessionLine") -> Iterator[str]:
    """Yield what the record does not know of a special session."""
    if not line.request_date:
        yield "The day of the request was not found in a source."
    if not line.requested_by:
        yield "Who asked for the session was not found in a source."
    yield {
        ListComplete.FULL: f"The list is that of its source. {LATER}",
        ListComplete.MEMBERS_ONLY: (
            "Which observers supported the request is not in the record: of a State that was not a member nothing can"
            " be concluded."
        ),
        ListComplete.PARTIAL: "The list is partial: of a State that is not on it nothing can be concluded.",
        ListComplete.NONE: "No list was found: of a State that is not named nothing can be concluded.",
    }[line.list_complete]
    if line.list_complete is ListComplete.FULL and not line.observers_listed:
        yield "The list holds members only: of a State that was not a member nothing can be concluded."
    if not line.outcome_texts:
        yield "The text with which the session ended is not in the record."


def list_not_known(sessions: Sequence["SpecialSessionLine"], as_of: date | None) -> Iterator[str]:
    """Yield what the record does not know of special sessions at large."""
    ordered = sorted(sessions, key=lambda s: int(s.session.removeprefix("S-")))
    open_lists = [s.session for s in ordered if s.list_complete in {ListComplete.PARTIAL, ListComplete.NONE}]
    if open_lists:
        yield f"No whole list of supporters was found for {joined(open_lists)}."
    members = [s.session for s in ordered if s.session not in open_lists and not s.observers_listed]
    if members:
        yield f"The lists of {joined(members)} hold members of the Council only."
    if as_of:
        yield "Sessions whose days are not in the record are left out as of a day."
    yield f"Lists are those of their sources. {LATER}"
