"""Reads claims about chairs, presidencies and bureau seats that states held."""

from collections.abc import Iterator

from onrecord.claims.clauses import Clause, clauses_at, period_of
from onrecord.claims.context import Context, Mood, Read
from onrecord.claims.events.own_words import with_own_words
from onrecord.claims.events.voices import denial
from onrecord.claims.mentions import Kind, Linked
from onrecord.claims.phrases import StatesRead, states_in, states_of
from onrecord.claims.roles.decide import ORGANISATIONS
from onrecord.claims.roles.typed import HeldRole, Post
from onrecord.claims.typed import States
from onrecord.vocabulary.verdicts import Filled

_FOREIGN = (
    "n.statement",
    "n.text.resolution",
    "n.session.special",
    "n.recommendation",
    "n.treaty",
    "n.candidate",
    "n.visit",
)


def read(linked: Linked, context: Context) -> list[Read]:
    """Return the claims about roles that a sentence makes."""
    linked = with_own_words(linked, "roles", "v")
    verbs = list(linked.where("v.role"))
    if not verbs or context.mood is not Mood.ASSERTED:
        return []
    said: list[Read] = []
    for clause in clauses_at(linked, verbs):
        said += _of_clause(
            clause, context, said[-1].claim.state if said and isinstance(said[-1].claim, HeldRole) else None
        )
    return said


def _of_clause(clause: Clause, context: Context, before: str | None) -> Iterator[Read]:
    linked, verb = clause.linked, clause.verb
    if any(linked[i].tagged(*_FOREIGN) for i in clause.places) or denial(clause):
        return
    organisation = _organisation(clause)
    if organisation is None:
        return
    owner = clause.predicate - 2
    who = states_in(linked, clause.before, context)
    if who is None or len(who.states.states) != 1:
        who = _possessor(clause, owner, context)
    if who is None and before is not None:
        who = StatesRead(States(states=(before,)), frozenset(), None)
    if who is None:
        return
    post = _post(linked, clause)
    if post is Post.CHAIR and verb.text.lower().split()[0] in {
        "lead",
        "leads",
        "led",
        "leading",
        "head",
        "heads",
        "headed",
    }:
        return
    period, dates = period_of(linked, list(clause.places), context)
    states = who.states.states
    filled = (Filled("state", ", ".join(states), f"“{who.filled}”"),) if who.filled else ()
    codes, at = organisation
    rapporteur = verb.tagged("v.role.rapporteur")
    used = (
        who.used
        | at
        | dates
        | {clause.predicate}
        | frozenset(i for i in clause.places if linked[i].tagged("v.role", "body"))
    )
    for code in codes:
        claim = HeldRole(state=states[0], post=post, organisation=code, period=period, rapporteur=rapporteur)
        yield Read(claim, used, clause.first, clause.last, filled)


def _possessor(clause: Clause, owner: int, context: Context):
    """Return the state of "Kazakhstan's chairmanship of the OSCE" where a verb cut it off."""
    linked = clause.linked
    if owner < 0 or linked[owner].kind is not Kind.STATE or not states_of(linked[owner], context):
        return None
    return states_in(linked, [owner], context)


def _post(linked: Linked, clause: Clause) -> Post:
    near = [clause.verb, *(linked[i] for i in range(max(clause.first, clause.predicate - 2), clause.predicate))]
    if any(m.tagged("v.role.vice", "v.role.rapporteur") or "vice" in m.text.lower() for m in near):
        return Post.VICE
    return Post.COORDINATOR if clause.verb.tagged("v.role.coordinate") else Post.CHAIR


def _organisation(clause: Clause) -> tuple[tuple[str, ...], frozenset[int]] | None:
    """Return the organisation a role was held in: what follows the verb, else what stands right before it."""
    linked, at = clause.linked, clause.predicate
    for i in clause.after[:4]:
        found = _code(linked, i)
        if found is not None:
            return _listed(clause, i)
        if linked[i].kind is not Kind.SMALL and linked[i].text.lower() not in {"un", "united nations"}:
            break
    before = next((i for i in reversed(clause.before) if linked[i].text not in {"'s", "’s", "’"}), None)
    found = _code(linked, before) if before is not None and at - before <= 2 else None
    return ((found,), frozenset({before})) if found is not None and before is not None else None


def _listed(clause: Clause, first: int) -> tuple[tuple[str, ...], frozenset[int]]:
    """Return the organisations of a list: "the OSCE, the SCO and the OIC", short forms in brackets taken in."""
    linked, codes, used = clause.linked, [], set()
    for i in range(first, clause.last + 1):
        found = _code(linked, i)
        if found is not None:
            codes.append(found)
            used.add(i)
        elif linked[i].kind not in {Kind.SMALL, Kind.MARK} and not linked[i].tagged("join.and"):
            break
    return tuple(dict.fromkeys(codes)), frozenset(used)


def _code(linked: Linked, i: int) -> str | None:
    if linked[i].kind is Kind.GROUP and linked[i].value in ORGANISATIONS:
        return linked[i].value
    return "HRC" if linked[i].tagged("body.council") else None
