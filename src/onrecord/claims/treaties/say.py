"""Claims about treaties as plain sentences, which the reader reads back to the same claim."""

from onrecord.claims.naming import capital, joined, state_name, when
from onrecord.claims.treaties.decide_sets import group_label
from onrecord.claims.treaties.sets import known
from onrecord.claims.treaties.typed import (
    Act,
    Deed,
    Made,
    MoreTreaties,
    NotFollowed,
    Parties,
    Place,
    Standing,
    Status,
    Treaties,
)
from onrecord.claims.typed import Quantifier, States
from onrecord.record.store import Record

_SETS = {
    "core": "core human rights treaties",
    "main": "main human rights treaties",
    "human": "human rights treaties",
    "all": "human rights treaties and optional protocols",
    "protocols": "optional protocols to the human rights treaties",
}
_QUANTIFIERS = {
    Quantifier.ALL: "all",
    Quantifier.NONE: "none of the",
    Quantifier.MOST: "most of the",
    Quantifier.HALF: "half of the",
    Quantifier.SOME: "some of the",
    Quantifier.MANY: "many of the",
    Quantifier.AT_LEAST: "at least",
    Quantifier.AT_MOST: "at most",
    Quantifier.MORE_THAN: "more than",
    Quantifier.FEWER_THAN: "fewer than",
    Quantifier.ABOUT: "about",
    Quantifier.EXACTLY: "",
}


def treaties_words(record: Record, treaties: Treaties) -> str:
    """Return treaties as a sentence names them: by title where it is one, by code where there are several."""
    if treaties.kind == "named":
        return _named(record, treaties)
    quantifier = _QUANTIFIERS.get(treaties.quantifier, "")
    noun = _SETS[treaties.kind]
    if treaties.n is not None:
        of = (
            f"of the {treaties.of} "
            if treaties.of is not None
            else "of the "
            if treaties.kind in {"core", "all"}
            else ""
        )
        words = f"{quantifier} {treaties.n} {of}{noun}"
    elif treaties.of is not None:
        words = (
            f"{quantifier.removesuffix(' the')} the {treaties.of} {noun}"
            if quantifier != "all"
            else f"all {treaties.of} {noun}"
        )
    else:
        words = f"{quantifier} {noun}"
    apart = f" except {joined(treaties.excluded)}" if treaties.excluded else ""
    return f"{words.strip()}{apart}"


def _named(record: Record, treaties: Treaties) -> str:
    if treaties.quantifier is Quantifier.SOME:
        return f"one of {joined(treaties.codes)}"
    if treaties.n is not None:
        bound = _QUANTIFIERS.get(treaties.quantifier, "")
        return f"{bound} {treaties.n} of {joined(treaties.codes)}".strip()
    if len(treaties.codes) == 1:
        instrument = known(record).get(treaties.codes[0])
        return f"the {instrument.title}" if instrument else treaties.codes[0]
    return joined(treaties.codes)


def say_standing(claim: Standing, record: Record) -> str:
    """Return "Kenya is party to the Convention against Torture"."""
    names = capital(joined(state_name(record, s) for s in claim.states))
    stood = _stood(claim.status, claim.denied, claim.on is not None, len(claim.states) > 1)
    return f"{names} {stood} {treaties_words(record, claim.treaties)}{when(claim.on)}."


def _stood(status: Status, denied: bool, past: bool, plural: bool) -> str:
    be = ("were" if plural else "was") if past else ("are" if plural else "is")
    have = "had" if past else ("have" if plural else "has")
    no = " not" if denied else ""
    match status:
        case Status.PARTY:
            return f"{be}{no} party to"
        case Status.SIGNATORY:
            return f"{have}{no} signed"
        case Status.SIGNED_ONLY:
            return f"{have}{no} signed without ratifying"
    return f"{be}{no} no longer party to" if not denied else f"{have} not left"


def say_deed(claim: Deed, record: Record) -> str:
    """Return "Kenya acceded to the Convention against Torture in 1997"."""
    names = capital(joined(state_name(record, s) for s in claim.states))
    did = f"did not {_PLAIN[claim.act]}" if claim.denied else claim.act.value
    return f"{names} {did} {treaties_words(record, claim.treaties)}{when(claim.when)}."


_PLAIN = {
    Act.JOIN: "join",
    Act.RATIFY: "ratify",
    Act.ACCEDE: "accede to",
    Act.SUCCEED: "succeed to",
    Act.SIGN: "sign",
    Act.LEAVE: "denounce",
}


def say_parties(claim: Parties, record: Record) -> str:
    """Return "All 5 states of Central Asia are party to the Convention against Torture"."""
    past = claim.on is not None
    if claim.parties and claim.who.n is not None:
        return _counted(claim, record)
    who = "one of the few states" if claim.few else _who(record, claim.who)
    stood = f"{_stood(claim.status, claim.denied, past, True)} {treaties_words(record, claim.treaties)}{when(claim.on)}"
    if not claim.who.examples:
        return f"{capital(who)} {stood}."
    named = capital(joined(state_name(record, s) for s in claim.who.examples))
    one = "" if claim.few else "one of the "
    return f"{named} {'was' if past else 'is'} {one}{who} that {stood}."


def _counted(claim: Parties, record: Record) -> str:
    """Return "The Convention against Torture had 175 parties in 2025"."""
    bound = _QUANTIFIERS.get(claim.who.quantifier, "") if claim.who.quantifier else ""
    noun = "signatories" if claim.status is Status.SIGNATORY else "parties"
    has = "had" if claim.on else "has"
    number = f"{bound} {claim.who.n}".strip()
    return capital(f"{treaties_words(record, claim.treaties)} {has} {number} {noun}{when(claim.on)}.")


def _who(record: Record, who: States) -> str:
    noun = "UN member states" if who.members else "states"
    group = f" of {group_label(who.group)}" if who.group else ""
    quantifier = _QUANTIFIERS.get(who.quantifier, "") if who.quantifier else ""
    if who.quantifier is Quantifier.ONLY:
        quantifier = "only"
    if who.n is not None:
        of = f" of the {who.of}" if who.of is not None else ""
        words = f"{quantifier} {who.n}{of} {noun}{group}".strip()
    else:
        words = f"{quantifier} {noun}{group}".strip()
    apart = f" except {joined(state_name(record, s) for s in who.excluded)}" if who.excluded else ""
    listed = f", namely {joined(state_name(record, s) for s in who.listed)}," if who.listed else ""
    return f"{words}{apart}{listed}"


def say_place(claim: Place, record: Record) -> str:
    """Return "Senegal was the first state to ratify the treaty"."""
    nth = "last" if claim.place < 0 else "first" if claim.place == 1 else _nth(claim.place)
    group = f" of {group_label(claim.group)}" if claim.group else ""
    treaty = treaties_words(record, Treaties(codes=(claim.treaty,)))
    return f"{capital(state_name(record, claim.state))} was the {nth} state{group} to {_PLAIN[claim.act]} {treaty}."


def _nth(n: int) -> str:
    ending = "th" if 10 <= n % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n}{ending}"


def say_more(claim: MoreTreaties, record: Record) -> str:
    """Return "Chile is party to more core human rights treaties than Bolivia"."""
    a, b = (state_name(record, s) for s in (claim.state, claim.other))
    be = "was" if claim.on else "is"
    order = f"{claim.order} {_SETS[claim.treaties.kind]} than"
    return f"{capital(a)} {be} party to {order} {b}{when(claim.on)}."


def say_made(claim: Made, record: Record) -> str:
    """Return "The Convention against Torture entered into force on 26 June 1987"."""
    return f"{capital(treaties_words(record, Treaties(codes=(claim.treaty,))))} {claim.event.value}{when(claim.when)}."


def say_not_followed(claim: NotFollowed, record: Record) -> str:
    """Return what is said of treaties that the record does not follow."""
    return f"{capital(joined(state_name(record, s) for s in claim.states))}: standing towards {joined(claim.words)}."
