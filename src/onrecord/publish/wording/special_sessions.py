"""Sentences on special sessions: who called them, and what a list of supporters lets one say of a state."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from onrecord.measures.lists_of_states import Answer, Conclusion, Count, Seat
from onrecord.publish.languages.words import english, gettext, message, say, say_n
from onrecord.publish.languages.writing import day, joined, or_none
from onrecord.publish.sentences import capital, span
from onrecord.publish.views.shared import StateHead
from onrecord.publish.written_dates import at_a_time, in_words
from onrecord.sources.facts_commitments import ListComplete, RequestRole

if TYPE_CHECKING:
    from onrecord.publish.views.special_sessions import SpecialSessionLine, Supporter

SCOPE = message("special sessions of the Human Rights Council in the record")
LIST_SCOPE = message(
    "special sessions in the record, each by its own list of supporters; a list that is not complete says nothing"
)
LATER = message("A State that joined after the list was drawn up would not be on it.")


def held(lines: Sequence["SpecialSessionLine"], as_of: date | None) -> str:
    """Return how many special sessions are in the record and for how many the list of supporters is whole."""
    whole = [line for line in lines if line.list_complete is ListComplete.FULL]
    both = sum(line.observers_listed > 0 for line in whole)
    members = len(whole) - both + sum(line.list_complete is ListComplete.MEMBERS_ONLY for line in lines)
    return say(
        "The record has {number} special sessions of the Human Rights Council{until}: for {both} the list of States"
        " that supported the request is given whole, members and observers, for {members} with the members only, for"
        " {rest} in part or not at all.",
        number=len(lines),
        until=" " + say("as of {day}", day=day(as_of)) if as_of else "",
        both=both,
        members=members,
        rest=len(lines) - both - members,
    )


def over_all(head: StateHead, answers: Iterable[tuple[Answer, int]]) -> str:
    """Return on how many lists a state stands, on how many it does not, and of how many nothing can be said."""
    found = dict(answers)
    among = found[Answer.NOT_AMONG_MEMBERS]
    only = ""
    if among:
        only = " " + say("({number} of them complete for members only, when it was a member)", number=among)
    return say(
        "Of the {number} special sessions in the record, {name} is on the list of {listed}, is not on the complete list"
        " of {not_listed}{only}, and for {unknown} what it did is not in the record.",
        number=sum(found.values()),
        name=head.running_name,
        listed=or_none(found[Answer.LISTED]),
        not_listed=or_none(found[Answer.NOT_LISTED] + among),
        only=only,
        unknown=or_none(found[Answer.NOT_IN_RECORD]),
    )


def called(line: "SpecialSessionLine") -> str:
    """Return what a special session was about, when it sat, and who asked for and supported it."""
    said = say(
        "The {session} of the Human Rights Council ({number}) {sat}; its subject was: {subject}.",
        session=line.name,
        number=line.session,
        sat=_sat(line),
        subject=english(line.subject_matter),
    )
    return f"{said} {_asked(line)} {_supported(line)}"


def _asked(line: "SpecialSessionLine") -> str:
    by = english(_requesters(line.requested_by)) if line.requested_by else say("States that are not in the record")
    if line.request_date:
        return say("It was asked for {when} by {states}.", when=at_a_time(line.request_date), states=by)
    return say("It was asked for by {states}; the day of the request is not in the record.", states=by)


def _requesters(written: str) -> str:
    return joined(part.strip() for part in written.split(";"))


def _sat(line: "SpecialSessionLine") -> str:
    if line.opened and line.closed:
        return say("was held {when}", when=span(line.opened, line.closed))
    if line.opened:
        return say("opened on {day}", day=day(line.opened))
    if line.first_decision:
        return say("took its first decision in the record on {day}", day=day(line.first_decision))
    return say("was held on days that are not in the record")


def _supported(line: "SpecialSessionLine") -> str:
    if line.n_supporting is None:
        return say("How many States supported the request is not in the record.")
    kinds = []
    if line.n_members is not None:
        kinds.append(say("{number} members", number=line.n_members))
    if line.n_observers is not None:
        kinds.append(say("{number} observers", number=line.n_observers))
    return say(
        "{number} States supported the request by the source's count{of_which}; {list}.",
        number=line.n_supporting,
        of_which=f" ({joined(kinds)})" if kinds else "",
        list=_list(line),
    )


def _list(line: "SpecialSessionLine") -> str:
    return say(_LISTS[line.list_complete], listed=_listed(line))


_LISTS = {
    ListComplete.FULL: message("the list is complete and holds {listed}"),
    ListComplete.MEMBERS_ONLY: message("the list covers members only and holds {listed}"),
    ListComplete.PARTIAL: message("the list in the record is partial and holds {listed}"),
    ListComplete.NONE: message("no list is in the record"),
}


def _listed(line: "SpecialSessionLine") -> str:
    if not line.members_listed and not line.observers_listed:
        return say("no supporter by name")
    members = say_n("{n} member", "{n} members", line.members_listed)
    if not line.observers_listed:
        return say("{members} and no observer", members=members)
    observers = say_n("{n} observer", "{n} observers", line.observers_listed)
    return say("{members} and {observers}", members=members, observers=observers)


def scope_of(line: "SpecialSessionLine") -> str:
    """Return which list a sentence on a session rests on."""
    known = message("list of supporters of {session}, request of {day}; list: {list}; source: {source}")
    undated = message(
        "list of supporters of {session}, day of the request not in the record; list: {list}; source: {source}"
    )
    return say(
        known if line.request_date else undated,
        session=line.session,
        day=in_words(line.request_date),
        list=gettext(line.list_complete.value),
        source=english(line.source),
    )


def label(found: Conclusion, roles: Collection[RequestRole]) -> str:
    """Return what can be said of a state in a few words, for a table."""
    if found.answer is Answer.LISTED:
        return gettext(_ROLES[RequestRole.REQUESTED in roles, RequestRole.SUPPORTED in roles])
    if found.answer is Answer.NOT_LISTED:
        return say("did not support: the list is complete and does not hold it")
    if found.answer is Answer.NOT_AMONG_MEMBERS:
        return say(
            "not among the member supporters: the list covers members only, is complete for them and does not hold it,"
            " and it was a member"
        )
    return say("not in the record: {why}", why=gettext(found.why.value))


_ROLES = {
    (True, True): message("requested and supported (listed)"),
    (True, False): message("requested (named)"),
    (False, True): message("supported (listed)"),
}
_LISTED = {
    (True, True): message("{name} made and supported {request}: it is named in the record's list."),
    (True, False): message("{name} made or joined in making {request}: it is named in the record's list."),
    (False, True): message("{name} supported {request}: it is named in the record's list."),
}


def of_state(
    head: StateHead, line: "SpecialSessionLine", found: Conclusion, seat: Seat, roles: Collection[RequestRole]
) -> str:
    """Return what a session's list says of a state, with the list, its completeness and its date."""
    given = {"name": capital(head.running_name), "request": _request(line)}
    if found.answer is Answer.LISTED:
        words = _LISTED[RequestRole.REQUESTED in roles, RequestRole.SUPPORTED in roles]
        return f"{say(words, **given)} {capital(_list(line))}."
    if found.answer is Answer.NOT_LISTED:
        said = say(
            "{name}{seated} did not support {request}: the list is complete ({listed}) and does not hold it.",
            seated=_seated(seat),
            listed=_listed(line),
            **given,
        )
        return f"{said} {gettext(LATER)}"
    if found.answer is Answer.NOT_AMONG_MEMBERS:
        said = say(
            "{name}{seated} is not among the {number} members that supported {request}: the list covers members only,"
            " is complete for them, and does not hold it.",
            seated=_seated(seat),
            number=line.members_listed,
            **given,
        )
        return f"{said}{_unlisted(line)} {gettext(LATER)}"
    said = say(
        "Whether {name} supported {request} is not in the record: {why}.",
        name=head.running_name,
        request=given["request"],
        why=gettext(found.why.value),
    )
    return f"{said}{_unlisted(line)}"


def _request(line: "SpecialSessionLine") -> str:
    return say(
        "the request for the {session} ({number}, {subject}; {dated})",
        session=line.name,
        number=line.session,
        subject=english(line.subject_matter),
        dated=_dated(line),
    )


def _seated(seat: Seat) -> str:
    if seat is Seat.MEMBER:
        return say(", then a member of the Council,")
    return say(", then not a member of the Council,") if seat is Seat.OBSERVER else ""


def _dated(line: "SpecialSessionLine") -> str:
    if line.request_date:
        return say("request of {day}", day=in_words(line.request_date))
    if line.opened:
        return say("opened on {day}, day of the request not in the record", day=day(line.opened))
    return say("days not in the record")


def _unlisted(line: "SpecialSessionLine") -> str:
    """Return how many observers the source counts without naming them."""
    if line.list_complete is not ListComplete.MEMBERS_ONLY or not line.n_observers:
        return ""
    return " " + say("The {number} observers that the source counts are not named in it.", number=line.n_observers)


def disagreements(
    line: "SpecialSessionLine", counts: Iterable[Count], supporters: Iterable["Supporter"]
) -> Iterator[str]:
    """Yield where counts and rows, or the list and the record's memberships, differ; both are kept."""
    for count in counts:
        if count.agrees is False:
            yield say(
                "{what}: the source counts {counted}, and {listed} are found.",
                what=capital(gettext(count.what)),
                counted=count.by_source,
                listed=count.listed,
            )
    for one in supporters:
        listed = {"member": Seat.MEMBER.value, "observer": Seat.OBSERVER.value}.get(one.seat or "")
        known = one.seat_by_membership in {Seat.MEMBER.value, Seat.OBSERVER.value}
        if listed and known and listed != one.seat_by_membership:
            sat = one.seat_by_membership == Seat.MEMBER.value
            yield say(_A_MEMBER if sat else _NO_MEMBER, name=capital(one.state.running_name), listed=gettext(listed))


_A_MEMBER = message("{name} is listed as {listed}; by the record's table of terms it was a member of the Council.")
_NO_MEMBER = message("{name} is listed as {listed}; by the record's table of terms it was not a member of the Council.")


def not_known(line: "SpecialSessionLine") -> Iterator[str]:
    """Yield what the record does not know of a special session."""
    if not line.request_date:
        yield say("The day of the request was not found in a source.")
    if not line.requested_by:
        yield say("Who asked for the session was not found in a source.")
    yield _of_list(line.list_complete)
    if line.list_complete is ListComplete.FULL and not line.observers_listed:
        yield say("The list holds members only: of a State that was not a member nothing can be concluded.")
    if not line.outcome_texts:
        yield say("The text with which the session ended is not in the record.")


def _of_list(complete: ListComplete) -> str:
    if complete is ListComplete.FULL:
        return f"{say('The list is that of its source.')} {gettext(LATER)}"
    if complete is ListComplete.MEMBERS_ONLY:
        return say(
            "Which observers supported the request is not in the record: of a State that was not a member nothing can"
            " be concluded."
        )
    if complete is ListComplete.PARTIAL:
        return say("The list is partial: of a State that is not on it nothing can be concluded.")
    return say("No list was found: of a State that is not named nothing can be concluded.")


def list_not_known(sessions: Sequence["SpecialSessionLine"], as_of: date | None) -> Iterator[str]:
    """Yield what the record does not know of special sessions at large."""
    ordered = sorted(sessions, key=lambda s: int(s.session.removeprefix("S-")))
    open_lists = [s.session for s in ordered if s.list_complete in {ListComplete.PARTIAL, ListComplete.NONE}]
    if open_lists:
        yield say("No whole list of supporters was found for {sessions}.", sessions=joined(open_lists))
    members = [s.session for s in ordered if s.session not in open_lists and not s.observers_listed]
    if members:
        yield say("The lists of {sessions} hold members of the Council only.", sessions=joined(members))
    if as_of:
        yield say("Sessions whose days are not in the record are left out as of a day.")
    yield f"{say('Lists are those of their sources.')} {gettext(LATER)}"
