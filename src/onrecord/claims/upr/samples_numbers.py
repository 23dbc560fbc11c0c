"""Sentences about numbers and shares of recommendations, and about what became of them."""

from functools import lru_cache
from random import Random

from onrecord.claims.naming import state_name
from onrecord.claims.relation import Sample
from onrecord.claims.upr.decide_numbers import counts
from onrecord.claims.upr.decide_ranks import totals
from onrecord.claims.upr.samples_reviews import all_reviews, pair, plain
from onrecord.claims.upr.selecting import rows_by, rows_to
from onrecord.claims.upr.typed import Response, Which
from onrecord.claims.upr.words import ordinal
from onrecord.record.query_upr import UPR_INFO
from onrecord.record.store import Record
from onrecord.sources.facts_cooperation import UprReview

_KIND = "upr recommendations"
_ISSUES = {
    "I06": "the death penalty", "I50": "torture", "I54": "women's rights", "I46": "children",
    "I47": "sexual orientation",
    "I33": "minorities", "I17": "freedom of expression", "I51": "trafficking", "I22": "human rights defenders",
}  # fmt: skip


@lru_cache(maxsize=4)
def counted(record: Record) -> tuple[UprReview, ...]:
    """Return the reviews with UPR Info's count."""
    return tuple(r for r in all_reviews(record) if r.count_unit == UPR_INFO and r.recommendations)


def _away(record: Record, one: UprReview, response: Response | None, chance: Random) -> int:
    """Return a number that is right in no unit."""
    known = {n for c in counts(record, one, response) if c.known for n in (c.least,)}
    most = max(known)
    return next(n for n in (most + chance.randint(5, 40) + k for k in range(100)) if n not in known)


def numbers(record: Record, chance: Random) -> Sample:
    """Return a sentence with the number of recommendations a state received."""
    one = chance.choice(counted(record))
    patterns = (
        "{state} received {n} recommendations at its {nth} Universal Periodic Review.",
        "The {nth} UPR of {state} resulted in {n} recommendations.",
        "At its {nth} UPR, {state} was given {n} recommendations.",
        "A total of {n} recommendations were made to {state} during its {nth} UPR.",
        "{state}'s {nth} Universal Periodic Review produced {n} recommendations.",
    )
    right = {"state": state_name(record, one.state), "nth": ordinal(one.cycle), "n": one.recommendations}
    return pair(chance, patterns, right, {"n": _away(record, one, None, chance)}, (_KIND, "count"))


def responses(record: Record, chance: Random) -> Sample | None:
    """Return a sentence with the number of recommendations accepted or noted."""
    one = chance.choice(counted(record))
    response = chance.choice((Response.ACCEPTED, Response.NOTED))
    n = one.supported if response is Response.ACCEPTED else one.noted
    if not n:
        return None
    verbs = ("accepted", "supported", "endorsed") if response is Response.ACCEPTED else ("noted", "rejected")
    patterns = (
        "{state} {verb} {n} recommendations at its {nth} Universal Periodic Review.",
        "Of the {all} recommendations of its {nth} UPR, {state} {verb} {n}.",
        "At its {nth} UPR, {state} {verb} {n} of the {all} recommendations.",
        "{n} recommendations were {verb} by {state} at its {nth} UPR.",
    )
    right = {"state": state_name(record, one.state), "nth": ordinal(one.cycle), "n": n, "all": one.recommendations}
    wrong = {"n": _away(record, one, response, chance)}
    return pair(chance, patterns, {**right, "verb": chance.choice(verbs)}, wrong, (_KIND, "count"))


def shares(record: Record, chance: Random) -> Sample | None:
    """Return a sentence with the share of recommendations accepted."""
    one = chance.choice(counted(record))
    share = round(100 * (one.supported or 0) / (one.recommendations or 1))
    if share < 20:
        return None
    patterns = (
        "{state} accepted {share} per cent of the recommendations it received at its {nth} UPR.",
        "At its {nth} Universal Periodic Review {state} supported {share} percent of recommendations.",
        "{state} endorsed {share}% of the recommendations made during its {nth} UPR.",
        "At its {nth} UPR, {share} per cent of recommendations were accepted by {state}.",
    )
    right = {"state": state_name(record, one.state), "nth": ordinal(one.cycle), "share": share}
    return pair(chance, patterns, right, {"share": share - chance.randint(8, 15)}, (_KIND, "quantified"))


def made(record: Record, chance: Random) -> Sample:
    """Return a sentence with the number of recommendations a state made in the first cycle."""
    found = totals(record, Which(cycle=1), made=True)
    state = chance.choice([s for s in sorted(found) if plain(record, s)])
    n = found[state]
    patterns = (
        "{state} made {n} recommendation{s} in the first cycle of the Universal Periodic Review.",
        "In the first UPR cycle, {state} put forward {n} recommendation{s}.",
        "{state} issued {n} recommendation{s} during the first cycle of the UPR.",
        "During the first cycle of the Universal Periodic Review, {n} recommendation{s} came from {state}.",
    )
    right = {"state": state_name(record, state), "n": n, "s": "s" * (n != 1)}
    return pair(chance, patterns[:3], right, {"n": n + chance.randint(2, 30), "s": "s"}, (_KIND, "count"))


def to_each(record: Record, chance: Random) -> Sample | None:
    """Return a sentence on recommendations of one state to another, or on one issue, and what became of them."""
    one = chance.choice(counted(record))
    rows = rows_to(record, one.state, one.cycle)
    issue = chance.choice(sorted(_ISSUES))
    mine = [r for r in rows if issue in r.issues]
    found = {r.response for r in mine}
    if len(found) != 1 or None in found:
        return None
    accepted = found == {"accepted"}
    yes, no = ("accepted", "rejected") if accepted else ("rejected", "accepted")
    patterns = (
        "At its {nth} UPR, {state} {verb} all recommendations on {issue}.",
        "{state} {verb} the recommendations on {issue} at its {nth} Universal Periodic Review.",
        "{state} {verb} all the UPR recommendations on {issue} at its {nth} review.",
        "All recommendations on {issue} were {verb} by {state} at its {nth} UPR.",
    )
    right = {"state": state_name(record, one.state), "nth": ordinal(one.cycle), "issue": _ISSUES[issue], "verb": yes}
    return pair(chance, patterns, right, {"verb": no}, (_KIND, "quantified"))


def between(record: Record, chance: Random) -> Sample | None:
    """Return a sentence that one state recommended something to another, and a twin with one that did not."""
    one = chance.choice(counted(record))
    rows = rows_to(record, one.state, one.cycle)
    authors = {r.by_state for r in rows}
    others = sorted({r.by_state or "" for r in rows_by(record, "FRA")} | set(totals(record, Which(), made=True)))
    free = [s for s in others if s and s not in authors and s != one.state and plain(record, s)]
    if None in authors or not free or not authors:
        return None
    patterns = (
        "{by} made recommendations to {state} at its {nth} UPR.",
        "At its {nth} Universal Periodic Review, {state} received recommendations from {by}.",
        "{by} put forward recommendations to {state} at its {nth} UPR.",
        "Recommendations were made to {state} by {by} at its {nth} UPR.",
    )
    by = chance.choice(sorted(a for a in authors if a and plain(record, a)))
    right = {"state": state_name(record, one.state), "nth": ordinal(one.cycle), "by": state_name(record, by)}
    return pair(chance, patterns, right, {"by": state_name(record, chance.choice(free))}, (_KIND, "quantified"))


def ranks(record: Record, chance: Random) -> Sample | None:
    """Return a sentence about the state with the most recommendations, of the first cycle or of a session."""
    which = chance.choice((Which(cycle=1), Which(session=chance.randint(1, 20))))
    by = chance.random() < 0.5
    found = sorted(totals(record, which, by).items(), key=lambda item: -item[1])
    if found[0][1] == found[1][1] or not all(plain(record, s) for s, _ in found[:12]):
        return None
    where = "in the first cycle of the UPR" if which.cycle else f"at session {which.session} of the UPR Working Group"
    verb = "made" if by else "received"
    patterns = (
        "{state} {verb} the most recommendations of all states {where}.",
        "{state} {verb} the highest number of recommendations {where}.",
        "{where_}, {state} {verb} the most recommendations.",
        "{state} {verb} more recommendations than any other state {where}.",
    )
    right = {"state": state_name(record, found[0][0]), "verb": verb, "where": where, "where_": where}
    wrong = {"state": state_name(record, chance.choice(found[1:12])[0])}
    return pair(chance, patterns, right, wrong, (_KIND, "rank"))
