"""What lists of states say to "these states are, or are not, behind it": named states, groups, numbers of them."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from onrecord.claims.judging import C, Counted, R, S, U, all_of, bounded, quantified
from onrecord.claims.lexicon import table
from onrecord.claims.typed import Quantifier, States
from onrecord.record.store import Record
from onrecord.vocabulary.states import RegionalGroup
from onrecord.vocabulary.verdicts import Verdict

_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ListOfStates:
    """One list: what it says of a state (None: nothing), its day, and the Council's members on that day."""

    name: str
    answer: Callable[[str], bool | None]
    day: date | None
    seats: frozenset[str]


def group_label(group: str) -> str:
    """Return a group's name."""
    if group in RegionalGroup.__members__:
        return RegionalGroup(group).label
    return next(g["label"] for g in table("groups")["group"] if g["id"] == group)


def states_of_group(record: Record, group: str, day: date | None) -> frozenset[str] | None:
    """Return the states of a group on a day; None where the record has no list of them."""
    if group in RegionalGroup.__members__:
        if day is None:
            return None
        on = day
        found = (s.iso3 for s in record.gazetteer.states if s.existed(on) and s.was_un_member(on))
        return frozenset(code for code in found if record.gazetteer.group(code, on) == group)
    entry = next(g for g in table("groups")["group"] if g["id"] == group)
    return frozenset(entry["members"]) if entry.get("members") else None


def pool(record: Record, who: States, listed: ListOfStates) -> frozenset[str] | None:
    """Return the states that a described set means on a list's day; None where the record cannot say."""
    if who.group is None:
        return listed.seats if who.members else None
    found = states_of_group(record, who.group, listed.day)
    if found is None:
        return None
    return found & listed.seats if who.members else found


def verdict_on(record: Record, who: States, holds: bool, listed: ListOfStates) -> tuple[Verdict, str]:
    """Return whether those described are on a list (``holds``) or are not, with the answer in words."""
    named = (*who.states, *who.examples, *who.listed)
    if who.group == RegionalGroup.APG:
        return _of_asia(record, who, holds, listed, named)
    if who.group is not None or who.members:
        return _of_set(record, who, holds, listed, named)
    parts = [_truth(listed.answer(state), holds) for state in named]
    return all_of(parts), ""


def _of_asia(
    record: Record, who: States, holds: bool, listed: ListOfStates, named: Sequence[str]
) -> tuple[Verdict, str]:
    """Return the answer for the Asia-Pacific States; conflicting where without the Pacific islands it would differ."""
    islands = tuple(sorted((states_of_group(record, "pacific-islands", listed.day) or frozenset()) - set(named)))
    verdict, says = _of_set(record, who, holds, listed, named)
    counted = who.n is not None and who.quantifier in {Quantifier.ALL, Quantifier.NONE}
    if counted or who.of is not None:
        return verdict, says
    without, other = _of_set(record, who, holds, listed, named, frozenset(islands))
    if verdict is without:
        return verdict, says
    return C, f"The Asia-Pacific States: {says} Without the Pacific islands: {other}"


def _truth(answer: bool | None, holds: bool) -> Verdict:
    return U if answer is None else S if answer is holds else R


def _of_set(
    record: Record, who: States, holds: bool, listed: ListOfStates, named: Sequence[str], apart: frozenset[str] = _NONE
) -> tuple[Verdict, str]:
    states = (pool(record, who, listed) or _NONE) - apart
    if not states:
        return U, "The record has no list of these States."
    asked = states - set(who.excluded)
    answers = {state: listed.answer(state) for state in asked}
    found = [state for state, on in answers.items() if on]
    parts = [_number(who, answers, holds, len(states))]
    if who.quantifier is Quantifier.ONLY and named:
        parts = [_exactly(answers, set(named))]
    else:
        parts += [_truth(listed.answer(state), holds) for state in named]
    parts += [_truth(listed.answer(state), not holds) for state in who.excluded]
    names = ", ".join(sorted(record.gazetteer.name(state, listed.day) for state in found)) or "none"
    unknown = sum(on is None for on in answers.values())
    more = f"; of {unknown} the record does not say" if unknown else ""
    return all_of(parts), f"{len(found)} of {len(states)} are on the list ({names}){more}."


def _exactly(answers: Mapping[str, bool | None], named: set[str]) -> Verdict:
    sure = {state for state, on in answers.items() if on}
    if sure - named or any(answers.get(state) is False for state in named):
        return R
    return U if None in answers.values() else S if sure == named else R


def _number(who: States, answers: Mapping[str, bool | None], holds: bool, size: int) -> Verdict:
    hits = sum(on is holds for on in answers.values())
    counted = Counted(
        hits, sum(on is (not holds) for on in answers.values()), sum(on is None for on in answers.values())
    )
    whole = who.quantifier in {Quantifier.ALL, Quantifier.NONE, Quantifier.MOST, Quantifier.HALF, Quantifier.SOME}
    claimed = who.of if who.of is not None else who.n if whole else None
    parts: list[Verdict] = [] if claimed is None else [S if claimed == size else R]
    if whole and who.quantifier is not None:
        return all_of([*parts, quantified(who.quantifier, counted)])
    if who.n is not None:
        bound = who.quantifier if who.quantifier not in {None, Quantifier.ONLY} else Quantifier.EXACTLY
        return all_of([*parts, bounded(bound or Quantifier.EXACTLY, hits, hits + counted.unknown, who.n)])
    if who.states or who.examples or who.listed:
        return all_of([*parts, S])
    return all_of([*parts, quantified(Quantifier.ALL, counted)])


def over(quantifier: Quantifier, n: int | None, verdicts: Iterable[Verdict], complete: bool) -> Verdict:
    """Return the verdict on "Q of these", where each of them is supported, refuted or not known."""
    found = list(verdicts)
    counted = Counted(found.count(S), found.count(R), len(found) - found.count(S) - found.count(R), complete)
    if quantifier is Quantifier.ALL and n is not None and complete and n != len(found):
        return R
    if quantifier in {Quantifier.THE, Quantifier.GENERIC, Quantifier.EXACTLY} and n is None:
        return all_of(found)
    return quantified(quantifier, counted, n)


def numbers_of(note: str | None) -> frozenset[int]:
    """Return the numbers that the note on a row has, such as those of another source."""
    return frozenset(int(n) for n in re.findall(r"(?<![\d-])\d{1,3}(?![\d-])", note or ""))


@lru_cache(maxsize=16)
def codes_of_states(record: Record) -> frozenset[str]:
    """Return the codes of all states in the record."""
    return frozenset(state.iso3 for state in record.gazetteer.states)
