"""What the record says to claims about roles: a row supports, another state in the same single post refutes."""

from functools import lru_cache

from onrecord.claims.evidence import row
from onrecord.claims.judging import R, S, unknown
from onrecord.claims.naming import capital, joined, state_name
from onrecord.claims.roles.typed import HeldRole, Post
from onrecord.record.query_self_reports import roles
from onrecord.record.store import Record
from onrecord.sources.facts_cooperation import Role
from onrecord.vocabulary.dates import PartialDate
from onrecord.vocabulary.periods import Period
from onrecord.vocabulary.verdicts import Evidence, Finding, Reason

ORGANISATIONS = {
    "HRC": "Human Rights Council",
    "osce": "Organization for Security and Co-operation in Europe",
    "oic": "Organisation of Islamic Cooperation",
    "sco": "Shanghai Cooperation Organization",
    "csto": "Collective Security Treaty Organization",
    "APG": "Asia-Pacific Group in Geneva",
}
"""The organisations whose roles the record has, by the code under which sentences name them."""
_WORDS = {Post.CHAIR: ("chair", "president"), Post.VICE: ("vice",), Post.COORDINATOR: ("coordinator",)}


@lru_cache(maxsize=16)
def known_roles(record: Record) -> tuple[Role, ...]:
    """Return the roles in the record that rest on more than a state's own word."""
    return tuple(one for one in roles(record, None, record.as_of) if one.basis == "fact")


def held_role(claim: HeldRole, record: Record) -> Finding:
    """Return whether the record has the role, or another state in the one seat of a president or chair."""
    label = ORGANISATIONS.get(claim.organisation, claim.organisation)
    scope = f"{claim.post.value} of the {label}; the record has a few organisations' roles only"
    posts = [one for one in known_roles(record) if one.organisation == label and _is(one, claim)]
    own = [one for one in posts if one.state == claim.state and _overlaps(one, claim.period)]
    if own:
        rows = tuple(role_row(record, one) for one in own)
        return Finding(S, f"{joined(e.says for e in rows)}.", scope, None, len(own), (), rows)
    others = [one for one in posts if claim.period is not None and _covers(one, claim.period)]
    if claim.post is Post.CHAIR and others:
        rows = tuple(role_row(record, one) for one in others)
        return Finding(R, f"{joined(e.says for e in rows)}.", scope, None, len(others), (), (), rows)
    name = state_name(record, claim.state)
    return unknown(Reason.NOT_IN_THE_RECORD, f"The record does not have {name} in this role then.", scope)


def _is(one: Role, claim: HeldRole) -> bool:
    name = one.role.lower()
    if claim.rapporteur and "rapporteur" not in name:
        return False
    fits = any(name.startswith(word) or f" {word}" in f" {name}" for word in _WORDS[claim.post])
    return fits and (claim.post is Post.VICE or "vice" not in name)


def days_of(one: Role) -> Period:
    """Return the days on which a role was held, as wide as its dates leave open."""
    start = PartialDate(one.held_from).first if one.held_from else None
    return Period(start, PartialDate(one.held_to).last if one.held_to else None)


def _sure_days(one: Role) -> Period | None:
    if one.held_from is None or one.held_to is None:
        return None
    start, end = PartialDate(one.held_from).last, PartialDate(one.held_to).first
    return Period(start, end) if start <= end else None


def _overlaps(one: Role, period: Period | None) -> bool:
    return period is None or days_of(one).overlaps(period)


def _covers(one: Role, period: Period) -> bool:
    sure = _sure_days(one)
    return sure is not None and period.within(sure)


def role_row(record: Record, one: Role) -> Evidence:
    """Return a role as evidence."""
    held = [p for p in (one.held_from, one.held_to) if p]
    when = " to ".join(str(p) for p in held)
    says = f"{capital(state_name(record, one.state))}: {one.role} ({one.organisation}), {when}"
    return row(record, f"roles:{one.role_id}", says, one.source_id)
