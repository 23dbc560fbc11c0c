"""Who did what a clause about a vote says."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.claims.clauses import Clause
from onrecord.claims.context import Context
from onrecord.claims.mentions import Kind, Linked
from onrecord.claims.phrases import StatesRead, states_in
from onrecord.claims.typed import States
from onrecord.claims.votes.heard import Heard
from onrecord.claims.votes.voters_named import agents_after, copula_at, followers_of, named_behind


def who_did(one: Heard, before: StatesRead | None, context: Context) -> tuple[StatesRead | None, StatesRead | None]:
    """Return who did what the clause says, and who is its subject for the clauses that follow."""
    clause = one.clause
    taken = one.front.used
    before_verb = [i for i in clause.before if i not in taken]
    if (
        clause.verb.text.lower() in {"abstention", "abstentions"}
        and clause.linked[clause.predicate - 1].kind is Kind.NUMBER
    ):
        before_verb = [clause.predicate - 1]
    nearer = _behind_with(clause.linked, _behind_colon(clause.linked, before_verb))
    own = states_in(clause.linked, nearer, context)
    own = own or states_in(clause.linked, before_verb, context)
    agents = agents_after(clause)
    if agents:
        own = states_in(clause.linked, sorted(agents), context)
    end = copula_at(clause)
    followers = states_in(clause.linked, sorted(followers_of(clause)), context) if followers_of(clause) else None
    if own is not None and followers is not None:
        states = replace(own.states, states=(*own.states.states, *followers.states.states))
        own = StatesRead(states, own.used | followers.used, own.filled)
    named = named_behind(clause)
    if own is not None and named and own.states.n is not None:
        found = states_in(clause.linked, sorted(named), context)
        listed = found.states.states if found else ()
        own = StatesRead(replace(own.states, listed=(*own.states.listed, *listed)), own.used | named, own.filled)
    if one.object.left:
        own = _with_complement(own, states_in(clause.linked, sorted(one.object.left), context))
    if end is not None:
        named = states_in(clause.linked, range(end + 1, clause.last + 1), context)
        own = _with_all(own, named) if _exhaustive(clause, end) else _with_complement(own, named)
    if own is None or not (own.states.states or own.states.described or own.states.examples or own.states.listed):
        inherited = replace(before, used=frozenset()) if before else None
        return inherited, before
    return own, own


def _behind_colon(linked: Linked, places: Sequence[int]) -> Sequence[int]:
    """Return the places behind the last colon or dash: "The vote was tense: Cuba opposed the text"."""
    last = max((i for i in places if linked[i].text in {":", ";", "—", "–"}), default=-1)
    behind = [i for i in places if i > last]
    # "Africa stood together: all of its members" means those of the group before the colon.
    return places if any(linked[i].tagged("pronoun.it") for i in behind) else behind


def _behind_with(linked: Linked, places: Sequence[int]) -> Sequence[int]:
    """Return the states right behind "with", where that is all there is: "…, and with Ukraine absent"."""
    last = max((i for i in places if linked[i].text.lower() == "with"), default=-1)
    behind = [i for i in places if i > last]
    plain = {Kind.STATE, Kind.GROUP, Kind.NUMBER, Kind.SMALL, Kind.MARK}
    alone = behind and all(linked[i].kind in plain or linked[i].tagged("join.and", "n.member", "q") for i in behind)
    return behind if last >= 0 and alone else places


def _exhaustive(clause: Clause, copula: int) -> bool:
    """Whether all who did it are named: "the only member to oppose it was Cuba"; not "among them were", "included"."""
    linked = clause.linked
    partly = linked[copula].text.lower().startswith("includ") or any(
        linked[i].tagged("include") or linked[i].text.lower() == "among" for i in clause.before
    )
    return not partly


def _with_all(own: StatesRead | None, named: StatesRead | None) -> StatesRead | None:
    """Return the subject with the states named as all it consists of."""
    if named is None or named.states.n is not None or (own is not None and own.states.states):
        return _with_complement(own, named)
    if own is None:
        return StatesRead(States(listed=named.states.states), named.used) if named.states.states else named
    found = (*named.states.states, *named.states.listed)
    states = replace(own.states, listed=(*own.states.listed, *found), examples=named.states.examples)
    return StatesRead(states, own.used | named.used, own.filled)


def _with_complement(own: StatesRead | None, complement: StatesRead | None) -> StatesRead | None:
    if own is None or complement is None:
        return complement or own
    found = (*complement.states.states, *complement.states.listed, *complement.states.examples)
    states = replace(own.states, examples=(*own.states.examples, *found))
    return StatesRead(states, own.used | complement.used, own.filled)
