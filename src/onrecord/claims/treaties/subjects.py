"""Reads whose act or standing a clause about treaties speaks of."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from onrecord.claims.context import Context
from onrecord.claims.mentions import Kind, Linked
from onrecord.claims.phrases import in_list, next_to, states_in, states_of
from onrecord.claims.typed import Quantifier, States
from onrecord.vocabulary.verdicts import Filled

_AGAINST = frozenset(
    [
        "unlike",
        "in",
        "on",
        "to",
        "from",
        "with",
        "about",
        "over",
        "than",
        "against",
        "for",
        "beside",
        "besides",
        "toward",
        "towards",
        "despite",
        "like",
        "alongside",
        "visiting",
        "visited",
    ]
)
"""Words before a state that make it something else than the one who acts."""


@dataclass(frozen=True, slots=True)
class Who:
    """Who acts: named states, or a set of states; the places used, and what was filled in from around."""

    states: States
    used: frozenset[int] = frozenset()
    filled: tuple[Filled, ...] = ()
    few: bool = False

    @property
    def described(self) -> bool:
        """Whether it is a set of states and not states by name."""
        return self.few or self.states.described or bool(self.states.listed or self.states.examples)


def subject_before(linked: Linked, places: Iterable[int], context: Context) -> Who | None:
    """Return the subject among the words before a predicate; None where they name none that can be told."""
    order = list(places)
    if _members_of_a_state(linked, order):
        return UNREAD
    if _counted(linked, order):
        return _set(linked, order, context)
    run = _last_run(linked, order)
    if run:
        states = tuple(dict.fromkeys(c for k in run for c in states_of(linked[k], context)))
        return Who(States(states=states), frozenset(run)) if states else None
    return _pronoun(linked, order, context)


UNREAD = Who(States())
"""A subject that is there and was not understood: nothing is claimed of it."""


def _members_of_a_state(linked: Linked, order: list[int]) -> bool:
    """Whether "EU member states" stands there, or "no" before a state's name."""
    return any(
        linked[i].kind is Kind.STATE
        and (
            (i + 1 in order and linked[i + 1].tagged("n.member.member"))
            or (i - 1 in order and linked[i - 1].tagged("q.no"))
        )
        for i in order
    )


def _counted(linked: Linked, order: list[int]) -> bool:
    """Whether a set of states is described: a group, or a number or quantifier beside "states"."""
    return any(
        linked[i].kind is Kind.GROUP or (linked[i].tagged("n.member") and _quantified(linked, i, order)) for i in order
    )


def _quantified(linked: Linked, i: int, order: list[int]) -> bool:
    near = [k for k in range(i - 5, i) if k in order]
    if not any(word.endswith("s") for word in linked[i].text.lower().split()):
        return any(linked[k].tagged("q.only", "q.no", "q.none") for k in near)
    return any(
        linked[k].kind is Kind.NUMBER or linked[k].tagged("q", "treaty.few", "include.one_of") or _bounds(linked, k)
        for k in near
    )


def _bounds(linked: Linked, k: int) -> bool:
    return linked[k].tagged("bound") and linked[k + 1].kind is Kind.NUMBER


def _set(linked: Linked, order: list[int], context: Context) -> Who | None:
    few = [i for i in order if linked[i].tagged("treaty.few")]
    places = [i for i in order if i not in few and not linked[i].tagged("pronoun")]
    read = states_in(linked, places, context)
    if read is None:
        return None
    states = read.states
    one_of = any(linked[i].tagged("include.one_of") for i in order) or few
    if one_of and states.listed:
        # "A is one of only ten states": A is one of them, not all of them.
        states = replace(states, examples=(*states.examples, *states.listed), listed=())
    if few and states.states:
        states = replace(states, examples=states.states, states=())
    if states.n is not None and states.of is not None and states.n > states.of:
        # "Of the 54 African states, 52 are party": the whole comes first.
        states = replace(states, n=states.of, of=states.n)
    used = read.used | {i for i in order if linked[i].tagged("include.one_of", "treaty.few")} | _only(linked, order)
    return Who(states, frozenset(used), (), bool(few))


def _only(linked: Linked, order: list[int]) -> set[int]:
    return {i for i in order if linked[i].tagged("q.only") and i + 1 in order and linked[i + 1].kind is Kind.NUMBER}


def _last_run(linked: Linked, order: list[int]) -> list[int]:
    """Return the places of the last list of states before the predicate; none where a word makes it no subject."""
    at = [i for i in order if linked[i].kind is Kind.STATE]
    if not at:
        return []
    last = max(order)
    starts = [i for i in at if at[-1] in in_list(linked, i, (Kind.STATE,), last)]
    start = starts[0]
    before = next_to(linked, start, -1, (Kind.ADDRESS,))
    while (
        before is not None
        and before in order
        and linked[before].text.lower() in {"the", "both", "republic of", "of", "of the", "government"}
    ):
        before -= 1
    if before is not None and before >= 0 and before in order and linked[before].text.lower() in _AGAINST:
        return []
    return [i for i in at if i >= start]


def _pronoun(linked: Linked, order: list[int], context: Context) -> Who | None:
    found = next((i for i in reversed(order) if linked[i].tagged("pronoun.it")), None)
    known = context.subject or context.about
    if found is None or known is None:
        return None
    filled = Filled("state", known, f"“{linked[found].text}”")
    return Who(States(states=(known,)), frozenset({found}), (filled,))


def subject_from_context(context: Context) -> Who | None:
    """Return the state that the text is about, for a sentence that names none: "Party to the Convention since 1994"."""
    known = context.about or context.subject
    if known is None:
        return None
    return Who(States(states=(known,)), frozenset(), (Filled("state", known, "the text"),))


def agent_after(linked: Linked, places: Iterable[int], context: Context) -> Who | None:
    """Return the states after "by" or "of" in "ratified by A and B", "ratification by A"."""
    order = list(places)
    ready = bool(order) and linked[order[0] - 1].text.lower().endswith(" by")
    for i in [order[0] - 1, *order] if ready else order:
        if linked[i].text.lower() not in {"by", "by all", "by the"} and not linked[i].text.lower().endswith(" by"):
            continue
        rest = [k for k in order if k > i]
        end = next((k for k in rest if linked[k].kind in {Kind.PERIOD, Kind.TREATY} or linked[k].text in ",;"), None)
        inside = [k for k in rest if end is None or k < end or linked[k].kind is Kind.STATE]
        if _counted(linked, inside):
            return _set(linked, inside, context)
        run = [k for k in inside if linked[k].kind is Kind.STATE]
        states = tuple(dict.fromkeys(c for k in run for c in states_of(linked[k], context)))
        return Who(States(states=states), frozenset(run)) if states else None
    return None


QUANTIFIED = (Quantifier.ALL, Quantifier.NONE, Quantifier.MOST, Quantifier.SOME, Quantifier.MANY, Quantifier.HALF)
"""Quantifiers that a described set of states may carry."""


def with_complement(linked: Linked, who: Who, places: Iterable[int], context: Context) -> Who:
    """Return a described set with the states that the sentence then names: "the states not party are A and B"."""
    order = list(places)
    at = [i for i in order if linked[i].kind is Kind.STATE]
    if not at or who.states.states or who.states.listed or who.states.examples:
        return who
    run = [k for k in in_list(linked, at[0], (Kind.STATE,), max(order)) if linked[k].kind is Kind.STATE]
    verb = next((i for i in range(at[0] - 1, order[0] - 1, -1) if linked[i].text.lower() != "the"), None)
    if verb is None or run != at:
        return who
    word = linked[verb].text.lower()
    states = tuple(dict.fromkeys(c for k in run for c in states_of(linked[k], context)))
    if word in {"is", "are", "was", "were", ":", "namely"}:
        return replace(who, states=replace(who.states, listed=states), used=who.used | set(run) | {verb})
    if linked[verb].tagged("include"):
        return replace(who, states=replace(who.states, examples=states), used=who.used | set(run) | {verb})
    return who
