"""Sentences on what a state says of itself, and on what the record has beside it: never that a claim is true."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from onrecord.measures.treaties import TreatyStatus
from onrecord.publish.languages.words import message
from onrecord.publish.sentences import capital, day, joined
from onrecord.publish.views.shared import StateHead
from onrecord.publish.written_dates import in_words
from onrecord.record.ballots import Ballot
from onrecord.record.query_self_reports import Topic
from onrecord.sources.facts_cooperation import (
    ConcludingObservation,
    NhriStatus,
    Role,
    SelfReport,
    Sponsorship,
    UprReview,
    Visit,
)

UPR_NOT_KNOWN = (
    "Whether and how far recommendations were carried out is not in the record.",
    "Counts differ by unit: a recommendation made by several States is one numbered item and several rows.",
)
TREATIES_NOT_KNOWN = ("Reservations, and whether a treaty is kept, are not in the record.",)
VISITS_NOT_KNOWN = ("The list of visits is not known to be complete: a visit that is not on it may have taken place.",)
INSTITUTION_NOT_KNOWN = (
    "The record has the accreditation of national institutions under the Paris Principles; other bodies of a State are"
    " not in it.",
)
TREATY_BODIES_NOT_KNOWN = (
    "When each report was due and when it was handed in is not in the record.",
    "The list of concluding observations is not known to be complete.",
)
SPONSORSHIP_NOT_KNOWN = (
    "The record has the sponsors of a few texts only: a text that is not here may have been sponsored.",
    "Texts with the same words in their title are found by rule, and are to be read; there may be others.",
)
REFORMS_NOT_KNOWN = ("Laws, plans, institutions and practice at home are not in the record.",)
ROLES_NOT_KNOWN = ("The record does not have every role: one that is not here may have been held.",)
NOTHING = "The record has nothing on the matter of this claim."


def scope(topic: Topic, on: date) -> str:
    """Return what a sentence beside a claim counts, and to which day."""
    return f"the record on {_MATTERS[topic]}, as it was known on {day(on)}"


_MATTERS = {
    Topic.UPR: "the Universal Periodic Review",
    Topic.TREATIES: "UN human-rights treaties adopted by that day",
    Topic.VISITS: "visits and requests to visit",
    Topic.NATIONAL_INSTITUTION: "national institutions",
    Topic.TREATY_BODIES: "concluding observations of treaty bodies",
    Topic.SPONSORSHIP: "sponsors of texts",
    Topic.VOTES: "texts it sponsored",
    Topic.REFORMS: "reforms: nothing",
    Topic.ROLES: "roles",
    Topic.NONE: "this matter: nothing",
}


def heading(topic: Topic) -> str:
    """Return a topic as a heading."""
    return {
        Topic.UPR: message("Universal Periodic Review"),
        Topic.TREATIES: message("Treaties"),
        Topic.VISITS: message("Visits"),
        Topic.NATIONAL_INSTITUTION: message("National institution"),
        Topic.TREATY_BODIES: message("Treaty bodies"),
        Topic.SPONSORSHIP: message("Sponsorship"),
        Topic.VOTES: message("Votes"),
        Topic.REFORMS: message("Reforms"),
        Topic.ROLES: message("Roles"),
        Topic.NONE: message("Other matters"),
    }[topic]


def claims(head: StateHead, found: Sequence[SelfReport]) -> str:
    """Return how many claims of a state about itself are in the record, and from when."""
    if not found:
        return f"The record has no statement of {head.running_name} about itself; it may have made some."
    first, last = found[0].said_on, max(found, key=lambda claim: claim.said_on.last).said_on
    return (
        f"The record has {_n(len(found), 'statement')} of {head.running_name} about itself, the first of"
        f" {in_words(first)}, the last of {in_words(last)}. Each is a claim of its own, in our words; beside it stands"
        " what the record knew on that day."
    )


def claim(head: StateHead, one: SelfReport) -> str:
    """Return one claim with who made it, when and where."""
    return f"{in_words(one.said_on)}, {one.said_by} ({one.said_where}): {one.claim[:1].lower()}{one.claim[1:]}."


def upr_count(one: UprReview) -> str:
    """Return what became of the recommendations of a review, in the unit of its count."""
    supported = "not in the record" if one.supported is None else one.supported
    noted = "not in the record" if one.noted is None else one.noted
    return f"{one.recommendations} recommendations: {supported} supported, {noted} noted"


def upr(head: StateHead, on: date, reviews: Sequence[UprReview]) -> str:
    """Return the counts of a state's reviews in every unit, and that carrying out is not in the record."""
    if not reviews:
        return f"By {day(on)} the record has no review of {head.running_name}."
    return (
        f"By {day(on)} the record has {_n(len(reviews), 'review')} of {head.running_name}:"
        f" {'; '.join(_review(one) for one in reviews)}. How many recommendations were carried out is not in the"
        " record."
    )


def _review(one: UprReview) -> str:
    said = [f"cycle {one.cycle}, {in_words(one.review_date)}"]
    if one.recommendations is None:
        said.append("its outcome was not known by then")
    else:
        said.append(f"{upr_count(one)} (unit: {one.count_unit})")
    if one.report_items is not None:
        said.append(f"{one.report_items} numbered recommendations in {one.report_symbol}")
    return ", ".join(said)


def treaties(head: StateHead, on: date, found: Sequence[TreatyStatus]) -> str:
    """Return how many of the treaties of the day a state was party to."""
    party, signed = found.count(TreatyStatus.PARTY), found.count(TreatyStatus.SIGNED_ONLY)
    left, none = found.count(TreatyStatus.DENOUNCED), found.count(TreatyStatus.NONE)
    denounced = f", had left {left}" if left else ""
    return (
        f"On {day(on)} {head.running_name} was party to {party} of the {len(found)} UN human-rights treaties and"
        f" optional protocols in the record that had been adopted, had signed {signed or 'no'} more without"
        f" joining{denounced}, and {none or 'none'} {'has' if none == 1 else 'have'} no act of it in the record."
    )


def visits(head: StateHead, on: date, found: Sequence[Visit]) -> str:
    """Return how many visits were over by a day, and how many were asked for."""
    done = [one for one in found if one.status == "completed"]
    asked = len(found) - len(done)
    if not found:
        return f"By {day(on)} the record has no visit to {head.running_name}; visits may have taken place."
    return (
        f"By {day(on)} the record has {_n(len(done), 'visit')} to {head.running_name} that had been completed, and"
        f" {_n(asked, 'request') if asked else 'no request'} to visit."
    )


def institution(head: StateHead, on: date, found: Sequence[NhriStatus]) -> str:
    """Return the latest accreditation of a national institution known on a day."""
    if not found:
        return f"By {day(on)} the record has no accreditation of a national institution of {head.running_name}."
    last = found[-1]
    status = "no accreditation" if last.status == "none" else f"status {last.status}"
    return (
        f"By {day(on)} the latest entry on a national institution of {head.running_name} is {status}"
        f" ({in_words(last.date or str(last.year))}) under the Paris Principles."
    )


def treaty_bodies(head: StateHead, on: date, found: Sequence[ConcludingObservation]) -> str:
    """Return how many concluding observations on a state were adopted by a day, and by how many committees."""
    if not found:
        return f"By {day(on)} the record has no concluding observations on {head.running_name}; there may be some."
    bodies = len({one.treaty_body for one in found})
    return (
        f"By {day(on)} the record has {len(found)} concluding observations on reports of {head.running_name}, of"
        f" {_n(bodies, 'committee')}. When its reports were due, and what they show, is not in the record."
    )


def sponsorship(head: StateHead, on: date, found: Sequence[Sponsorship], earlier: int) -> str:
    """Return how many texts list a state as sponsor by a day, and that earlier texts may be on the same matter."""
    if not found:
        return _no_text(head, on)
    roles = joined(f"{role} of {n}" for role, n in _counted(one.role for one in found))
    before = (
        f" {_n(earlier, 'earlier resolution')} of the Council {'has' if earlier == 1 else 'have'} the words of one of"
        " their titles."
        if earlier
        else " No earlier resolution in the record has the words of one of their titles."
    )
    return (
        f"By {day(on)} the record has {head.running_name} as {roles} {'text' if len(found) == 1 else 'texts'}.{before}"
    )


def _no_text(head: StateHead, on: date) -> str:
    return (
        f"By {day(on)} the record has no text with {head.running_name} on its list of sponsors; it has the sponsors of"
        " few texts."
    )


def _counted(words: Iterable[str]) -> list[tuple[str, int]]:
    found = list(words)
    return [(word, found.count(word)) for word in dict.fromkeys(found)]


def votes(head: StateHead, on: date, n: int, voted: int, unvoted: int, amended: int) -> str:
    """Return how the texts that list a state as sponsor were adopted, as far as the record goes."""
    if not n:
        return _no_text(head, on)
    unknown = n - voted - unvoted
    return (
        f"Of the {_n(n, 'text')} adopted by {day(on)} that list {head.running_name} as sponsor in the record,"
        f" {voted or 'none'} {'has' if voted == 1 else 'have'} a recorded vote in the record,"
        f" {unvoted or 'none'} {'is' if unvoted == 1 else 'are'} listed as adopted without a vote, and for"
        f" {unknown or 'none'} how it was adopted is not in the record. On {amended or 'none'} of them amendments were"
        " put to a recorded vote."
    )


def votes_not_known(years: Iterable[int]) -> Iterator[str]:
    """Yield what the record does not know of how texts were adopted."""
    if listed := sorted(years):
        yield f"Texts adopted without a vote in {joined(map(str, listed))} are not in the record."
    yield "Adopted without a vote is not the same as unanimous."
    yield "Amendments are matched to a text by the words of their title, in the same session."


def vote(head: StateHead, ballot: Ballot) -> str:
    """Return the result of a vote and a state's position in it."""
    position = ballot.position(head.iso3)
    own = position.value if position else "position not in the record"
    doubt = " (in doubt)" if ballot.doubtful(head.iso3) else ""
    figures = ballot.tally or "figures not in the record"
    return f"{ballot.outcome or 'outcome not in the record'}, {figures}; {head.running_name}: {own}{doubt}"


def reforms(head: StateHead) -> str:
    """Return that reforms at home are not in the record."""
    where = head.running_name
    return f"Laws, plans, institutions and practice in {where} are not in the record: it can say neither yes nor no."


def roles(head: StateHead, on: date, found: Sequence[Role]) -> str:
    """Return how many roles of a state are known by a day, from other sources and on its word."""
    if not found:
        return f"By {day(on)} the record has no role of {head.running_name}."
    return f"By {day(on)} the record has {_n(len(found), 'role')} of {head.running_name}: {_by_basis(found)}."


def all_roles(head: StateHead, found: Sequence[Role]) -> str:
    """Return how many roles of a state are in the record, from other sources and on its word."""
    if not found:
        return f"The record has no role of {head.running_name}; it may have held some."
    return f"The record has {_n(len(found), 'role')} of {head.running_name}: {_by_basis(found)}."


def _by_basis(found: Sequence[Role]) -> str:
    facts = sum(one.basis == "fact" for one in found)
    rest = len(found) - facts
    return f"{facts or 'none'} by a source other than itself, {rest or 'none'} on its own word only"


def role_name(one: Role) -> str:
    """Return a role with its organisation, once."""
    return one.role if one.organisation in one.role else f"{one.role}, {one.organisation}"


def role_result(one: Role) -> str:
    """Return until when a role was held, and whether others than the state say so."""
    basis = "by a source other than itself" if one.basis == "fact" else "on its own word only"
    return f"{held(one.held_from, one.held_to)}; {basis}"


def role(head: StateHead, one: Role) -> str:
    """Return a role as a sentence, with its days and on whose word it rests."""
    said = "held this role" if one.basis == "fact" else "says that it held this role"
    return f"{capital(head.running_name)} {said}: {role_name(one)}, {held(one.held_from, one.held_to)}."


def held(since: str | None, until: str | None) -> str:
    """Return from when to when a role was held, as far as it is known."""
    if since and since == until:
        return f"in {in_words(since)}"
    first, _, last = (since or "").partition("/")
    between = f"from a day between {in_words(first)} and {in_words(last)}" if last else f"from {in_words(since)}"
    ended = in_words(until) if until else "a day not in the record"
    return f"{between if since else 'from a day not in the record'} to {ended}"


def _n(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def not_known(found: Sequence[SelfReport]) -> Iterator[str]:
    """Yield what the record does not know of claims and roles at large."""
    yield "The record does not have every statement of a State about itself, nor every role that it held."
    if found:
        yield "A claim is in our words and is no fact of the record; what stands beside it is."


def at_large(claims_held: int, states: int, held: Sequence[Role]) -> str:
    """Return how many claims and roles are in the record, of how many states."""
    holders = len({one.state for one in held})
    return (
        f"The record has {_n(claims_held, 'statement')} of {_n(states, 'State')} about themselves, and"
        f" {_n(len(held), 'role')} of {_n(holders, 'State')}, each with its source."
    )
