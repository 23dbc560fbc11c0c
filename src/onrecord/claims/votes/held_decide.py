"""What the record says to claims about how many texts the Council decided, and how."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.claims.evidence import row as evidence_row
from onrecord.claims.judging import R, S, bounded, by_readings, unknown
from onrecord.claims.naming import many
from onrecord.claims.typed import Quantifier, Texts
from onrecord.claims.votes.decide import MOST_SHOWN, text_row
from onrecord.claims.votes.held_typed import Counted, Held, Sat
from onrecord.claims.votes.selecting import council_votes, votes_meant
from onrecord.claims.votes.shares_chosen import chosen, of_member, scope_words
from onrecord.claims.votes.words import vote_row
from onrecord.record.ballots import Ballot
from onrecord.record.query_sessions import sessions
from onrecord.record.query_texts import CouncilText, council_texts
from onrecord.record.store import Record
from onrecord.vocabulary.periods import Period
from onrecord.vocabulary.rollcalls import Outcome
from onrecord.vocabulary.verdicts import Answer, Evidence, Finding, Reason


def held(claim: Held, record: Record) -> Finding:
    """Return whether the Council decided as many texts in the way that is claimed."""
    if claim.what is Counted.UNVOTED:
        return _unvoted(claim, record)
    answers, rows = {}, {}
    for name, votes in _votes(claim, record).items():
        found = [b for b in of_member(record, votes, claim.state) if _counts(claim.what, b)]
        says = f"The record has {many(len(found), 'text')} {claim.what.value}: {scope_words(record, claim.over)}."
        answers[name] = Answer(name, bounded(claim.bound, len(found), len(found), claim.n), says, len(found))
        rows |= {b.rollcall_id: b for b in found}
    evidence = [vote_row(record, b) for b in list(rows.values())[:MOST_SHOWN]]
    return _settled(by_readings(answers, scope_words(record, claim.over), evidence))


def sat(claim: Sat, record: Record) -> Finding:
    """Return whether a session sat on the days claimed."""
    row = sessions(record).get(claim.session)
    scope = f"days of session {claim.session}"
    if row is None or row.opened is None or row.closed is None:
        return unknown(Reason.NOT_IN_THE_RECORD, f"The days of session {claim.session} are not in the record.", scope)
    says = f"Session {claim.session} sat {Period(row.opened, row.closed).words}."
    verdict = S if (row.opened, row.closed) == (claim.period.first, claim.period.last) else R
    rows = (evidence_row(record, f"sessions:{claim.session}", says, row.source_id),)
    return Finding(verdict, says, scope, None, 1, (), rows if verdict is S else (), rows if verdict is R else ())


def _settled(found: Finding) -> Finding:
    if found.verdict is not R:
        return found
    return Finding(R, found.says, found.scope, None, found.n, found.answers, (), found.evidence)


def _votes(claim: Held, record: Record) -> Mapping[str, Sequence[Ballot]]:
    texts = claim.over.texts
    if claim.what is Counted.APART:
        return {"amendments and motions": [b for b in council_votes(record) if _apart(b, texts)]}
    if claim.over.selection or texts.country:
        return chosen(record, claim.over)
    meant = votes_meant(record, replace(texts, quantifier=Quantifier.THE, n=None, of=None))
    # A situation named whole is meant whole: Palestine with the other occupied Arab territories.
    return dict(list(meant.items())[:1])


def _apart(ballot: Ballot, texts: Texts) -> bool:
    on_topic = not texts.topics or any(t.subject in ballot.subjects for t in texts.topics)
    at_session = not texts.sessions or ballot.session in texts.sessions
    return not ballot.final and on_topic and at_session and (ballot.vote_taken or bool(texts.topics))


def _counts(what: Counted, ballot: Ballot) -> bool:
    if what is Counted.ADOPTED:
        return ballot.outcome == Outcome.ADOPTED
    return ballot.outcome != Outcome.ADOPTED if what is Counted.REJECTED else True


def _unvoted(claim: Held, record: Record) -> Finding:
    """Count the texts decided without a vote that are in the record, which is what such a sentence speaks of."""
    found = [t for t in council_texts(record) if _without(t, claim.over.texts)]
    says = f"The record has {many(len(found), 'text')} decided without a vote; not all such texts are in it."
    answer = Answer("texts in the record", bounded(claim.bound, len(found), len(found), claim.n), says, len(found))
    rows: list[Evidence] = [text_row(record, t) for t in found[:MOST_SHOWN]]
    return _settled(by_readings({answer.reading: answer}, scope_words(record, claim.over), rows))


def _without(text: CouncilText, texts: Texts) -> bool:
    if texts.topics:
        return text.how_decided == "without a vote" and any(t.subject in text.subjects for t in texts.topics)
    # A text without a page is known from the sponsors' table alone, and is not among those a session lists.
    return bool(text.slug) and text.how_decided != "recorded vote" and text.session in texts.sessions
