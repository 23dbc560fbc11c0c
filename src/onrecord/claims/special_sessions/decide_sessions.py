"""What the record says to claims about the special sessions themselves: how many, when, on what, how they ended."""

import re
from dataclasses import replace
from datetime import timedelta

from onrecord.claims.events.typed import Described
from onrecord.claims.judging import C, R, S, U, all_of, bounded, unknown
from onrecord.claims.naming import joined
from onrecord.claims.special_sessions.selecting import Session, known_sessions, sessions_meant
from onrecord.claims.special_sessions.typed import Ended, Held, Moment, NumberOfSessions
from onrecord.claims.special_sessions.words import described_words, session_days, session_label, session_row
from onrecord.record.store import Record
from onrecord.vocabulary.periods import Period
from onrecord.vocabulary.verdicts import Answer, Finding, Reason, Verdict

_LONGEST = timedelta(days=14)
"""No special session took this long: one with only its last day in the record opened within it."""

_NO_BODY = "The sentence does not say whose special session it means."


def number_of_sessions(claim: NumberOfSessions, record: Record) -> Finding:
    """Return whether as many special sessions of a description were held as claimed."""
    readings = {"as described": sessions_meant(record, claim.sessions)}
    if any(t.subject == "ISR" for t in claim.sessions.topics):
        readings = {
            "on the occupied Palestinian territory": _of_topic(record, claim.sessions, "PSE"),
            "on the occupied territories or on Israel's acts in Lebanon": readings["as described"],
        }
    answers = []
    for name, (sure, maybe) in readings.items():
        verdict = bounded(claim.bound, len(sure), len(sure) + len(maybe), claim.n)
        answers.append(
            Answer(name, verdict, f"{len(sure)}{f' to {len(sure) + len(maybe)}' if maybe else ''}", len(sure))
        )
    verdicts = {a.verdict for a in answers}
    verdict = verdicts.pop() if len(verdicts) == 1 else C
    sure, maybe = list(readings.values())[-1]
    rows = tuple(session_row(record, s) for s in [*sure, *maybe])
    scope = f"special sessions of the Human Rights Council in the record, all {len(known_sessions(record))}; {described_words(record, claim.sessions)}"  # fmt: skip  # noqa: E501
    if (
        verdict is R
        and claim.sessions.body is None
        and not claim.sessions.topics
        and not _about_council(claim.sessions)
    ):
        return unknown(Reason.AMBIGUOUS, f"{_NO_BODY} {_count_says(sure)}", scope, rows)
    shown = tuple(answers) if len(answers) > 1 else ()
    reason = Reason.NOT_IN_THE_RECORD if verdict is U else None
    return Finding(verdict, _count_says(sure), scope, reason, len(sure), shown, () if verdict is R else rows, rows if verdict is R else ())  # fmt: skip  # noqa: E501


def _about_council(sessions: Described) -> bool:
    return sessions.body == "HRC"


def _of_topic(record: Record, sessions: Described, subject: str) -> tuple[list[Session], list[Session]]:
    topics = tuple(replace(t, subject=subject) if t.subject == "ISR" else t for t in sessions.topics)
    return sessions_meant(record, replace(sessions, topics=topics))


def _count_says(sure: list[Session]) -> str:
    if not sure:
        return "No special session in the record fits the description."
    named = joined(f"{session_label(s)}{session_days(s)}" for s in sure)
    return f"{len(sure)} special session{'s' * (len(sure) != 1)}: {named}."


def held(claim: Held, record: Record) -> Finding:
    """Return whether a special session of the description was held when the sentence says."""
    scope = f"days of special sessions of the Human Rights Council; {described_words(record, claim.sessions)}"
    sure, maybe = sessions_meant(record, claim.sessions)
    candidates = [*sure, *maybe]
    if not candidates:
        return _none(claim, record, scope)
    judged = [(s, _on_day(s, claim)) for s in candidates]
    best = next(v for v in (S, C, U, R) if any(j[1] is v for j in judged))
    chosen = [s for s, v in judged if v is best]
    if best is S and not any(s in sure for s in chosen):
        best = U
    rows = tuple(session_row(record, s) for s in chosen)
    says = " ".join(
        f"{session_label(s)}{session_days(s) or ' was held on days that are not in the record'}." for s in chosen[:5]
    )
    reason = Reason.NOT_IN_THE_RECORD if best is U else None
    if best is R and not _sure_of_body(claim.sessions):
        return unknown(Reason.AMBIGUOUS, f"{_NO_BODY} {says}", scope, rows)
    return Finding(best, says, scope, reason, len(chosen), (), () if best is R else rows, rows if best is R else ())


def _sure_of_body(sessions: Described) -> bool:
    return sessions.body == "HRC" or bool(sessions.topics and (sessions.ordinal or sessions.period))


def _on_day(session: Session, claim: Held) -> Verdict:
    if claim.period is None:
        return S
    if claim.moment is Moment.HELD:
        days = Period(session.earliest, session.latest)
        known = session.opened is not None or session.closed is not None
        return S if known and days.overlaps(claim.period) else R if not days.overlaps(claim.period) else U
    day = session.opened if claim.moment is Moment.OPENED else session.closed
    near = Period(session.earliest - _LONGEST, session.latest)
    if day is None and not near.overlaps(claim.period):
        return R
    return U if day is None else S if claim.period.contains(day) else R


def _none(claim: Held, record: Record, scope: str) -> Finding:
    """No session fits: all are in the record, so that none was held, where the words leave no doubt what is meant."""
    wider = replace(claim.sessions, period=None, ordinal=None)
    near = [*sessions_meant(record, wider)[0]][:6]
    rows = tuple(session_row(record, s) for s in near)
    says = "No special session in the record fits the description" + (f"; on its subject: {joined(session_label(s) + session_days(s) for s in near)}." if near and (wider.topics or wider.words) else ".")  # fmt: skip  # noqa: E501
    if (claim.sessions.words and not claim.sessions.topics) or not _sure_of_body(claim.sessions):
        return unknown(Reason.AMBIGUOUS, says, scope, rows)
    return Finding(
        R, says, scope, None, 0, (), (), rows or tuple(session_row(record, s) for s in known_sessions(record)[-5:])
    )


def ended(claim: Ended, record: Record) -> Finding:
    """Return whether a special session ended with the text claimed, by a vote or without one."""
    sure, maybe = sessions_meant(record, claim.sessions)
    scope = f"how {described_words(record, claim.sessions)} ended"
    found = [s for s in [*sure, *maybe] if s.row.outcome]
    if not found:
        return unknown(Reason.NOT_IN_THE_RECORD, "The outcome of such a special session is not in the record.", scope)
    judged = [(s, _ended(s, claim)) for s in found]
    best = next(v for v in (S, U, R) if any(j[1] is v for j in judged))
    rows = tuple(session_row(record, s) for s, v in judged if v is best)
    says = " ".join(f"{session_label(s)}: {s.row.outcome_symbol} {s.row.outcome}." for s, v in judged[:4] if v is best)
    reason = Reason.NOT_IN_THE_RECORD if best is U else None
    return Finding(best, says, scope, reason, len(rows), (), () if best is R else rows, rows if best is R else ())


def _ended(session: Session, claim: Ended) -> Verdict:
    row, parts = session.row, []
    voted = "by vote" in (row.outcome or "")
    figures = tuple(int(n) for n in re.findall(r"\d+", row.outcome or ""))
    if claim.symbol:
        parts.append(S if set(claim.symbol) & set(re.split(r";\s*", row.outcome_symbol or "")) else R)
    if claim.by_vote:
        parts.append(S if voted else R)
    if claim.without_vote:
        parts.append(S if not voted else R)
    if claim.figures:
        parts.append(S if figures[: len(claim.figures)] == claim.figures else R)
    return all_of(parts)
