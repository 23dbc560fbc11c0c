"""The relations that sentences are read for, and a claim of any type decided and said."""

from onrecord.claims.elections.relation import ELECTIONS
from onrecord.claims.membership.relation import MEMBERSHIP
from onrecord.claims.observations.relation import OBSERVATIONS
from onrecord.claims.pledges.relation import PLEDGES
from onrecord.claims.ratings.relation import RATINGS
from onrecord.claims.relation import Relation
from onrecord.claims.roles.relation import ROLES
from onrecord.claims.special_sessions.relation import SPECIAL_SESSIONS
from onrecord.claims.sponsorship.relation import SPONSORSHIP
from onrecord.claims.statements.relation import STATEMENTS
from onrecord.claims.texts.relation import TEXTS
from onrecord.claims.treaties.relation import TREATIES
from onrecord.claims.typed import Claim
from onrecord.claims.upr.relation import UPR
from onrecord.claims.visits.relation import VISITS
from onrecord.claims.votes.relation import VOTES
from onrecord.record.store import Record
from onrecord.vocabulary.verdicts import Finding

_RELATIONS = (
    VOTES,
    TREATIES,
    RATINGS,
    OBSERVATIONS,
    ELECTIONS,
    MEMBERSHIP,
    STATEMENTS,
    SPECIAL_SESSIONS,
    SPONSORSHIP,
    TEXTS,
    ROLES,
    UPR,
    VISITS,
    PLEDGES,
)


def relations() -> tuple[Relation, ...]:
    """Return every relation that sentences are read for."""
    return _RELATIONS


def decide(claim: Claim, record: Record) -> Finding:
    """Return what the record says to a claim of any type."""
    return _of(claim).decide[type(claim)](claim, record)


def say(claim: Claim, record: Record) -> str:
    """Return a claim of any type as a plain sentence."""
    return _of(claim).say[type(claim)](claim, record)


def _of(claim: Claim) -> Relation:
    return next(r for r in _RELATIONS if type(claim) in r.decide)
