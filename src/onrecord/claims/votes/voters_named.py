"""Where in a clause about a vote those who voted are named other than before the verb."""

from onrecord.claims.clauses import Clause
from onrecord.claims.mentions import Kind, Linked
from onrecord.claims.phrases import in_list, next_to


def vote_of_state(linked: Linked, at: int) -> range | None:
    """Return the places of "South Africa's vote" right after a verb of winning."""
    state = next_to(linked, at, 1)
    if state is None or linked[state].kind is not Kind.STATE:
        return None
    after = range(state + 1, min(state + 4, len(linked)))
    end = next(
        (i for i in after if linked[i].text.lower() in {"vote", "votes", "support", "backing", "approval"}), None
    )
    return range(state, end + 1) if end and linked[state + 1].text in {"'s", "’s", "'", "’"} else None


def copula_at(clause: Clause) -> int | None:
    """Return the place of "were" in "those that voted against the text were A and B"."""
    for i in clause.after:
        if clause.linked[i].text.lower() in {"were", "was", "are", "include", "included"}:
            after = next_to(clause.linked, i, 1)
            if after is not None and after <= clause.last and clause.linked[after].kind in {Kind.STATE, Kind.NUMBER}:
                return i
    return None


def agents_after(clause: Clause) -> frozenset[int]:
    """Return the places of the states after "by" in "was opposed by A and B", or of those whose vote a text won."""
    linked = clause.linked
    won = vote_of_state(linked, clause.predicate) if clause.verb.tagged("v.vote_won") else None
    if won:
        return frozenset(won)
    if not clause.verb.tagged("v.vote"):
        return frozenset()
    if clause.verb.tagged("v.voted_by"):
        return _undated(linked, clause.predicate, clause.last)
    for i in clause.after:
        if linked[i].text.lower() == "by":
            following = next_to(linked, i, 1)
            if following is not None and linked[following].kind in {Kind.STATE, Kind.GROUP, Kind.NUMBER}:
                return _undated(linked, clause.predicate, clause.last)
        if linked[i].kind is not Kind.SMALL and not linked[i].tagged("q.only", "bound"):
            break
    return frozenset()


def followers_of(clause: Clause) -> frozenset[int]:
    """Return the places of states that did the same: "…, as did India and Cuba"."""
    linked = clause.linked
    for i in clause.after:
        at = next_to(linked, i, 1)
        same = linked[i].text.lower().split()[-1] in {"did", "does"}
        if same and at is not None and at <= clause.last and linked[at].kind is Kind.STATE:
            return frozenset(in_list(linked, at, (Kind.STATE,), clause.last))
    return frozenset()


def named_behind(clause: Clause) -> frozenset[int]:
    """Return the places of the voters listed behind a colon: "twelve members opposed the text: Algeria, China, …"."""
    linked = clause.linked
    counted = any(linked[i].kind is Kind.NUMBER for i in clause.before)
    colon = next((i for i in clause.after if linked[i].text in {":", "—", "–"}), None)
    first = next_to(linked, colon, 1) if colon is not None and counted else None
    if first is None or first > clause.last or linked[first].kind is not Kind.STATE:
        return frozenset()
    found = [i for i in in_list(linked, first, (Kind.STATE,), clause.last) if linked[i].kind is Kind.STATE]
    return frozenset(found) if all(len(linked[i].value) == 1 for i in found) else frozenset()


def _undated(linked: Linked, at: int, last: int) -> frozenset[int]:
    """Return the places behind one, without the dates among them, which are the text's."""
    return frozenset(i for i in range(at + 1, last + 1) if linked[i].kind is not Kind.PERIOD)
