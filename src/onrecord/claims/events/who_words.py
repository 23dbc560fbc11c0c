"""How those behind something read in a sentence."""

from onrecord.claims.events.judging_lists import group_label
from onrecord.claims.events.typed import Counted
from onrecord.claims.naming import joined, state_name
from onrecord.claims.typed import Quantifier, States
from onrecord.record.store import Record

_BOUND = {
    Quantifier.AT_LEAST: "at least ",
    Quantifier.AT_MOST: "at most ",
    Quantifier.MORE_THAN: "more than ",
    Quantifier.FEWER_THAN: "fewer than ",
    Quantifier.ABOUT: "about ",
}
_SHARE = {
    Quantifier.ALL: "all",
    Quantifier.NONE: "none",
    Quantifier.MOST: "most",
    Quantifier.HALF: "half",
    Quantifier.SOME: "some",
    Quantifier.MANY: "many",
}
_ADJECTIVES = {
    "AG": "African",
    "APG": "Asia-Pacific",
    "EEG": "Eastern European",
    "GRULAC": "Latin American and Caribbean",
}
_KINDS = {"members": "members of the Council", "observers": "observers", "states": "States"}


def count_words(count: Counted) -> str:
    """Return "more than 40 States"."""
    return f"{_BOUND.get(count.bound, '')}{count.n} {_KINDS[count.kind]}"


def who_words(record: Record, who: States) -> str:
    """Return states named or a set of states as a sentence names them."""
    named = (*who.states, *who.listed, *who.examples)
    names = joined(state_name(record, code) for code in named) if named else ""
    if who.group is None and not who.members:
        return names
    label = _ADJECTIVES.get(who.group or "", group_label(who.group) if who.group else "")
    noun = f"{label} {'members of the Council' if who.members else 'States'}".strip()
    if who.quantifier in _SHARE:
        number = who.of if who.of is not None else who.n
        head = f"{_SHARE[who.quantifier]} of the {f'{number} ' if number is not None else ''}{noun}"
    elif who.n is not None:
        of = f" of the {who.of}" if who.of is not None else ""
        head = f"{_BOUND.get(who.quantifier, '') if who.quantifier else ''}{who.n}{of} {noun}"
    else:
        head = f"{'only ' if who.quantifier is Quantifier.ONLY else ''}{noun}"
    apart = f" except {joined(state_name(record, code) for code in who.excluded)}" if who.excluded else ""
    return f"{head}{apart}{f', {names} among them,' if names else ''}"
