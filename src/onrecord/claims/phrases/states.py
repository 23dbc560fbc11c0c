"""Reads sets of states: named, counted, of a group, listed, with examples and exceptions."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from onrecord.claims.context import Context
from onrecord.claims.mentions import Kind, Linked, Mention
from onrecord.claims.phrases.lists import (
    QUANTIFIERS,
    bound_before,
    in_list,
    next_to,
    owner,
    states_of,
)
from onrecord.claims.typed import Quantifier, States


@dataclass(slots=True)
class _States:
    states: list[str] = field(default_factory=list)
    listed: list[str] = field(default_factory=list)
    examples: list[str] = field(default_factory=list)
    excluded: list[str] = field(default_factory=list)
    group: str | None = None
    members: bool = False
    quantifier: Quantifier | None = None
    n: int | None = None
    of: int | None = None
    used: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class StatesRead:
    """A set of states read from a sentence, the places used, and whether a pronoun or nothing named it."""

    states: States
    used: frozenset[int]
    filled: str | None = None


def states_in(linked: Linked, places: Sequence[int], context: Context) -> StatesRead | None:
    """Return the set of states that the words at these places describe, None where they name none."""
    got = _States()
    aside = _appositions(linked, places)
    inside = frozenset(places)
    pronoun: int | None = None
    for i in places:
        if i in got.used or i in aside:
            continue
        m = linked[i]
        if m.kind is Kind.STATE and _excepted(linked, i, got):
            _take_excluded(linked, _before_article(linked, i), inside, context, got)
        elif m.kind is Kind.STATE:
            _take_state(linked, i, inside, context, got)
        elif m.kind is Kind.GROUP:
            _take_group(m, i, got)
        elif m.kind is Kind.NUMBER:
            _take_count(linked, i, inside, got)
        elif m.tagged("except.but"):
            _take_excluded(linked, i, inside, context, got)
        elif m.tagged("q"):
            _take_quantifier(m, i, got)
        elif m.tagged("n.member"):
            got.members = got.members or m.tagged("n.member.member")
            got.used.add(i)
        elif m.tagged("pronoun.it"):
            pronoun = i
    return _states_read(linked, inside, got, pronoun, context)


def _excepted(linked: Linked, i: int, got: _States) -> bool:
    """Whether "but" before a state takes it out of "all"."""
    return (
        got.quantifier in {Quantifier.ALL, Quantifier.NONE} and linked[_before_article(linked, i)].text.lower() == "but"
    )


def _before_article(linked: Linked, i: int) -> int:
    """Return the place before a state and its article."""
    return max(0, i - 2 if i > 0 and linked[i - 1].text.lower() == "the" else i - 1)


def _appositions(linked: Linked, places: Sequence[int]) -> frozenset[int]:
    """Return the places of asides between commas that add a remark on a state: ", once close to Colombo,"."""
    commas = [i for i in places if linked[i].text == ","]
    aside: set[int] = set()
    for a, b in pairwise(commas):
        inner = range(a + 1, b)
        if not inner or any(_matters(linked[i]) for i in inner):
            continue
        first = next((linked[i] for i in inner if linked[i].text.lower() != "the"), linked[a + 1])
        if first.kind not in {Kind.STATE, Kind.GROUP, Kind.SUBJECT, Kind.NUMBER} and not first.tagged(
            "join", "include"
        ):
            aside.update(inner)
    return frozenset(aside)


def aside_of_states(linked: Linked, inside: frozenset[int]) -> frozenset[int]:
    """Return the asides of a subject, which are accounted for though nothing rests on them."""
    return frozenset(i for i in _appositions(linked, sorted(inside)) if linked[i].kind is not Kind.PERIOD)


def _matters(m: Mention) -> bool:
    return m.kind in {Kind.NUMBER, Kind.GROUP} or m.predicate or m.tagged("negation", "except", "q")


def _states_read(
    linked: Linked, inside: frozenset[int], got: _States, pronoun: int | None, context: Context
) -> StatesRead | None:
    if got.states and got.quantifier is Quantifier.ALL and not _set_described(linked, inside, got):
        # "Cuba and Chile both voted": nothing is counted.
        got.quantifier = None
    counted = got.n is not None or got.group is not None or got.quantifier is not None
    if got.states and got.n is not None and _others_follow(linked, inside):
        got.n += len(set(got.states))
        got.examples += got.states
        got.states = []
    if got.states and counted:
        among = any(linked[i].tagged("include.one_of", "include.among") for i in inside)
        belongs = among and not any(linked[i].text.lower() == "namely" for i in inside)
        (got.examples if belongs else got.listed).extend(got.states)
        got.states = []
    filled = None
    if not got.states and not counted and not got.members and not got.listed and not got.examples:
        if pronoun is None:
            return None
        known = context.subject or context.about
        if known is None:
            return None
        got.states, filled = [known], linked[pronoun].text
        got.used.add(pronoun)
    got.used |= aside_of_states(linked, inside)
    states = States(
        states=tuple(dict.fromkeys(got.states)),
        group=got.group,
        members=got.members,
        quantifier=got.quantifier,
        n=got.n,
        of=got.of,
        listed=tuple(dict.fromkeys(got.listed)),
        examples=tuple(dict.fromkeys(got.examples)),
        excluded=tuple(dict.fromkeys(got.excluded)),
    )
    return StatesRead(states, frozenset(got.used), filled)


def _set_described(linked: Linked, inside: frozenset[int], got: _States) -> bool:
    described = got.n is not None or got.group is not None or got.members or bool(got.excluded)
    return described or any(linked[i].tagged("n.member") for i in inside)


def _others_follow(linked: Linked, inside: frozenset[int]) -> bool:
    """Whether a number counts states beside those named: "Japan and 13 other countries"."""
    numbers = [i for i in inside if linked[i].kind is Kind.NUMBER and i + 1 < len(linked)]
    if any(linked[i].text.lower() == "joined" for i in inside):
        return True
    return any(linked[i + 1].text.lower().split()[0] in {"other", "others", "further", "more"} for i in numbers)


def _take_state(linked: Linked, i: int, inside: frozenset[int], context: Context, got: _States) -> None:
    codes = states_of(linked[i], context)
    if not codes or owner(linked, i, inside):
        return
    after = next_to(linked, i, 1)
    got.used.add(i)
    if after in inside and after is not None and linked[after].text.lower() == "among them":
        got.examples += codes
        got.used.add(after)
    else:
        got.states += codes


def _take_group(m: Mention, i: int, got: _States) -> None:
    if got.group not in {None, m.value}:
        return
    got.group = m.value
    got.used.add(i)


def _take_count(linked: Linked, i: int, inside: frozenset[int], got: _States) -> None:
    m = linked[i]
    bound, at = bound_before(linked, i, inside)
    got.used |= at
    if got.n is None and got.of is None and _of_a_whole(linked, i):
        got.of = m.value
    elif got.n is None and got.quantifier in {None, Quantifier.ONLY}:
        got.n = m.value
        got.quantifier = bound or got.quantifier
    elif got.of is None:
        got.of = m.value
    else:
        return
    got.used.add(i)


def _of_a_whole(linked: Linked, i: int) -> bool:
    """Whether a number is what a share is taken of, though it stands first: "of the 47 members, 22 voted"."""
    here = i - 1
    while here > 0 and linked[here].text.lower() in {"the", "all", "its"}:
        here -= 1
    before = linked[here - 1] if here > 0 else None
    return here >= 0 and linked[here].text.lower() == "of" and (before is None or before.text in {",", ";", ":"})


def _take_excluded(linked: Linked, i: int, inside: frozenset[int], context: Context, got: _States) -> None:
    first = next_to(linked, i, 1)
    if first is None or first not in inside or linked[first].kind is not Kind.STATE:
        return
    for k in in_list(linked, first, (Kind.STATE,), max(inside)):
        got.excluded += states_of(linked[k], context)
        got.used.add(k)
    got.used.add(i)
    if got.quantifier is None and linked[i].text.lower() == "all but":
        got.quantifier = Quantifier.ALL


def _take_quantifier(m: Mention, i: int, got: _States) -> None:
    found = QUANTIFIERS.get(m.under("q") or "")
    if found and got.quantifier is None:
        got.quantifier = found
        got.used.add(i)
