"""What the record says to claims about who asked for a special session and how many did."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.claims.events.judging_lists import group_label, numbers_of, over, verdict_on
from onrecord.claims.events.typed import Counted, Described
from onrecord.claims.judging import C, R, S, U, all_of, bounded, by_readings, unknown
from onrecord.claims.naming import capital, joined, state_name
from onrecord.claims.special_sessions.selecting import Session, list_of, seat_of, sessions_meant
from onrecord.claims.special_sessions.typed import Asked, AskedByGroup, Supporters
from onrecord.claims.special_sessions.words import described_words, listing, session_label, session_row
from onrecord.claims.typed import Quantifier
from onrecord.measures.lists_of_states import Seat
from onrecord.record.store import Record
from onrecord.sources.facts_commitments import RequestRole
from onrecord.vocabulary.verdicts import Answer, Finding, Reason, Verdict

_BODIES = {"AG": "African Group", "EUE": "European Union", "oic": "OIC", "arab": "Arab Group", "nam": "NAM"}
"""How the table of special sessions writes the groups that asked for one."""


def asked(claim: Asked, record: Record) -> Finding:
    """Return whether those described stand behind the requests for the sessions meant."""
    sure, maybe = sessions_meant(record, claim.sessions, request=True)
    scope = f"lists of those that asked for or supported the request for {described_words(record, claim.sessions)}"
    if not sure and not maybe:
        return unknown(Reason.NOT_IN_THE_RECORD, _no_session(record, claim.sessions), scope)
    judged = [(s, *_of_session(claim, record, s)) for s in [*sure, *maybe]]
    quantifier, n = claim.sessions.quantifier, claim.sessions.n
    single = quantifier is Quantifier.THE and not claim.sessions.plural
    if single and len(judged) > 1 and claim.sessions.indefinite and any(v is S for _, v, _ in judged):
        return _finding(record, S, [j for j in judged if j[1] is S], scope, False, n)
    if single and len(judged) > 1:
        return _several(record, judged, scope)
    holds = [_turned(v) if quantifier is Quantifier.NONE else v for _, v, _ in judged]
    verdict = _sizes(claim.sessions, len(sure), len(maybe)) or over(
        Quantifier.ALL if quantifier is Quantifier.NONE else quantifier, _counted_n(claim.sessions), holds, not maybe
    )
    return _finding(record, verdict, judged, scope, quantifier is Quantifier.NONE, n)


def _counted_n(sessions: Described) -> int | None:
    return sessions.n if sessions.quantifier not in {Quantifier.NONE, Quantifier.SOME, Quantifier.THE} else None


def _sizes(sessions: Described, sure: int, maybe: int) -> Verdict | None:
    """Return refuted where the set has not the size that the sentence gives it."""
    if sessions.of is not None and not maybe and sessions.of != sure:
        return R
    return None


def _turned(verdict: Verdict) -> Verdict:
    return {S: R, R: S}.get(verdict, verdict)


def _of_session(claim: Asked, record: Record, session: Session) -> tuple[Verdict, str]:
    listed = list_of(record, session)
    if claim.began:
        listed = replace(listed, answer=lambda state: _began(record, session, state))
    holds = claim.asked
    verdict, group_says = verdict_on(record, claim.who, holds, listed)
    named = (*claim.who.states, *claim.who.examples, *claim.who.listed)
    said = " ".join(_says(record, session, state, listed.answer(state)) for state in named)
    if claim.seated is not None:
        seats = {seat_of(record, session, state) for state in named}
        wanted = Seat.MEMBER if claim.seated else Seat.OBSERVER
        verdict = all_of([verdict, S if seats == {wanted} else U if Seat.UNSURE in seats else R])
        said = f"{said} Its seat then: {', '.join(sorted(seat.value for seat in seats))}."
    return verdict, f"{said} {group_says and f'{session_label(session)}: {group_says}'}".strip()


def _began(record: Record, session: Session, state: str) -> bool | None:
    """Whether a state itself made the request; one that only supported it is not known not to have."""
    if state in session.roles:
        return True if RequestRole.REQUESTED in session.roles[state] else None
    return list_of(record, session).answer(state)


def _says(record: Record, session: Session, state: str, answer: bool | None) -> str:
    name = capital(state_name(record, state, session.day))
    if answer:
        return f"{name} {_did(session, state)} the request for {session_label(session)}."
    if answer is False:
        return f"{name} is not on the list for {session_label(session)}, {listing(session)}."
    return f"Whether {state_name(record, state, session.day)} supported {session_label(session)} is not in the record: {listing(session)}."  # fmt: skip  # noqa: E501


def _did(session: Session, state: str) -> str:
    roles = session.roles.get(state, frozenset())
    if roles == {RequestRole.REQUESTED, RequestRole.SUPPORTED}:
        return "made and supported"
    return "made or joined in making" if RequestRole.REQUESTED in roles else "supported"


def _several(record: Record, judged: Sequence[tuple[Session, Verdict, str]], scope: str) -> Finding:
    answers = {s.row.session: Answer(session_label(s), v, says) for s, v, says in judged}
    for_it = [session_row(record, s) for s, v, _ in judged if v is not R]
    against = [session_row(record, s) for s, v, _ in judged if v is R]
    return by_readings(answers, scope, for_it, against)


def _finding(record: Record, verdict: Verdict, judged, scope: str, turned: bool, n: int | None) -> Finding:
    against_it = S if turned else R
    for_it = tuple(session_row(record, s) for s, v, _ in judged if v is not against_it)
    against = tuple(session_row(record, s) for s, v, _ in judged if v is against_it)
    says = " ".join(text for _, _, text in judged)
    if n is not None and verdict is R and not against:
        says = f"{len(judged)} special sessions fit the description. {says}"
    reason = Reason.NOT_IN_THE_RECORD if verdict is U else None
    return Finding(verdict, says, scope, reason, len(judged), (), for_it, against)


def _no_session(record: Record, sessions: Described) -> str:
    return f"No special session in the record fits “{described_words(record, sessions)}”; all that were held are in it."


def asked_by_group(claim: AskedByGroup, record: Record) -> Finding:
    """Return whether a group is named among those that asked for a special session."""
    sure, maybe = sessions_meant(record, claim.sessions, request=True)
    label = "the European Union" if claim.group == "EUE" else group_label(claim.group)
    scope = f"who asked for {described_words(record, claim.sessions)}, as the source of the session says"
    name = _BODIES.get(claim.group)
    found = [s for s in [*sure, *maybe] if name and s.row.requested_by and name in s.row.requested_by]
    if found and (len(found) == len(sure) + len(maybe) or claim.sessions.quantifier is Quantifier.SOME):
        rows = tuple(session_row(record, s) for s in found)
        says = f"{capital(label)} is named among those that asked for {joined(session_label(s) for s in found)}."
        return Finding(S, says, scope, None, len(found), (), rows)
    says = f"The record does not say that {label} as a group asked for it."
    return unknown(Reason.NOT_IN_THE_RECORD, says, scope, [session_row(record, s) for s in [*sure, *maybe][:5]])


def supporters(claim: Supporters, record: Record) -> Finding:
    """Return whether as many states, members or observers stood behind a request as claimed."""
    sure, maybe = sessions_meant(record, claim.sessions, request=True)
    scope = f"supporters of the request for {described_words(record, claim.sessions)}: {claim.count.kind}"
    if not sure and not maybe:
        return unknown(Reason.NOT_IN_THE_RECORD, _no_session(record, claim.sessions), scope)
    judged = [(s, *_number(record, s, claim.count)) for s in [*sure, *maybe]]
    if claim.sessions.plural:
        verdict, chosen = all_of(v for _, v, _ in judged), judged
    else:
        chosen = next(
            ([j for j in judged if j[1] is v] for v in (S, C, U, R) if any(j[1] is v for j in judged)), judged
        )
        verdict = chosen[0][1]
    rows = tuple(session_row(record, s) for s, _, _ in chosen)
    says = " ".join(text for _, _, text in chosen[:4])
    reason = Reason.NOT_IN_THE_RECORD if verdict is U else None
    return Finding(
        verdict, says, scope, reason, len(chosen), (), () if verdict is R else rows, rows if verdict is R else ()
    )


def _number(record: Record, session: Session, count: Counted) -> tuple[Verdict, str]:
    """Compare a number with the source's count and with the list; where these differ one that fits is a conflict."""
    row, listed = session.row, session.listed
    held = {"members": len(listed.members), "observers": len(listed.observers)}
    by_source = {"members": row.n_members, "observers": row.n_observers, "states": row.n_supporting}[count.kind]
    by_list = held.get(count.kind, len(listed.members) + len(listed.observers))
    if by_source is None:
        return U, f"How many {count.kind} supported the request for {session_label(session)} is not in the record."
    whole = count.kind == "members" or bool(listed.observers)
    numbers = {by_source} | ({by_list} if by_list and whole and not listed.short else set())
    also = {row.n_members} if count.kind == "states" and row.n_members is not None else set()
    answers = {bounded(count.bound, n, n, count.n) for n in numbers}
    says = f"{session_label(session)}: {by_source} {count.kind} by the source's count, {listing(session)}."
    if answers == {R} and any(bounded(count.bound, n, n, count.n) is S for n in also):
        return C, f"{says} Of these {row.n_members} were members of the Council."
    if answers == {R} and count.n in numbers_of(row.note):
        return C, f"{says} The source also has: {row.note}."
    return (answers.pop() if len(answers) == 1 else C), says
