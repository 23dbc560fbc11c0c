"""Claims about elections as plain sentences, which the reader reads back to the same claim."""

from onrecord.claims.elections.decide_sets import ordinal
from onrecord.claims.elections.typed import (
    Again,
    Beat,
    Compared,
    Contest,
    FromGroup,
    Held,
    How,
    Listed,
    Number,
    OnlyNth,
    Outcome,
    Placed,
    Race,
    Result,
    Than,
    TimesElected,
    Votes,
    VotesChanged,
    What,
)
from onrecord.claims.elections.words import group_name, names, race_words, years
from onrecord.claims.naming import capital, joined, many, state_name, when
from onrecord.claims.typed import Quantifier
from onrecord.record.store import Record

BOUND = {
    Quantifier.AT_LEAST: "at least ",
    Quantifier.AT_MOST: "at most ",
    Quantifier.MORE_THAN: "more than ",
    Quantifier.FEWER_THAN: "fewer than ",
    Quantifier.ABOUT: "about ",
}
_DID = {
    Outcome.ELECTED: ("was elected to the Human Rights Council", "were elected to the Human Rights Council"),
    Outcome.NOT_ELECTED: (
        "was not elected to the Human Rights Council",
        "were not elected to the Human Rights Council",
    ),
    Outcome.LOST: ("stood and was not elected", "stood and were not elected"),
    Outcome.STOOD: ("was a candidate", "were candidates"),
    Outcome.WITHDREW: ("withdrew its candidacy", "withdrew their candidacies"),
}


def _in(race: Race) -> str:
    group = f" from {group_name(race.group)}" if race.group else ""
    if not race.dated:
        return group
    return f"{group}{race_words(race)}"


def _times(n: int) -> str:
    return {1: "once", 2: "twice"}.get(n, f"{n} times")


def say_result(claim: Result, record: Record) -> str:
    """Return "Kenya was elected to the Human Rights Council in the election of 12 November 2012"."""
    one, several = _DID[claim.outcome]
    did = several if len(claim.states) > 1 else one
    if claim.outcome is Outcome.LOST:
        did = "lost" if claim.race.dated else "lost an election to the Human Rights Council"
    if claim.never:
        did = "was never elected to the Human Rights Council"
    return f"{capital(names(record, claim.states))} {did}{_in(claim.race)}."


def say_votes(claim: Votes, record: Record) -> str:
    """Return "Kenya received 180 votes in the election of 12 November 2012"."""
    of = f" of the {claim.of}" if claim.of is not None else ""
    bound = BOUND.get(claim.bound, "")
    return f"{capital(state_name(record, claim.state))} received {bound}{claim.n}{of} votes{_in(claim.race)}."


def say_placed(claim: Placed, record: Record) -> str:
    """Return "Kenya received the fifth highest number of votes of the 20 candidates in the election of 2012"."""
    nth = f"{ordinal(claim.place)} " if claim.place > 1 else ""
    joint = "joint " if claim.shared else ""
    end = "lowest" if claim.lowest else "highest"
    field = "elected states" if claim.elected_only else "candidates with a total" if claim.with_total else "candidates"
    of = f" of the {claim.of} {field}" if claim.of is not None else f" of the {field}" if claim.elected_only else ""
    name, own = capital(state_name(record, claim.state)), " in its group" if claim.own_group else ""
    return f"{name} received the {joint}{nth}{end} number of votes{of}{own}{_in(claim.race)}."


def say_compared(claim: Compared, record: Record) -> str:
    """Return "Kenya received more votes than Ethiopia in the election of 2012"."""
    than = {Than.MORE: "more votes than", Than.FEWER: "fewer votes than", Than.EQUAL: "as many votes as"}[claim.than]
    others = names(record, claim.others)
    than = f"{claim.by} {than}" if claim.by is not None else than
    return f"{capital(state_name(record, claim.state))} received {than} {others}{_in(claim.race)}."


def say_votes_changed(claim: VotesChanged, record: Record) -> str:
    """Return "Kenya received more votes in 2012 than in 2006"."""
    than = {Than.MORE: "more", Than.FEWER: "fewer", Than.EQUAL: "as many"}[claim.than]
    group = f" from {group_name(claim.after.group)}" if claim.after.group else ""
    before, after = when(claim.before.period), when(claim.after.period)
    return f"{capital(state_name(record, claim.state))}{group} received {than} votes{after} than{before}."


_NUMBERED = {
    What.CANDIDATES: ("There {be} {n}{group}", "candidate"),
    What.SEATS: ("There {be} {n}{group} to fill", "seat"),
    What.LOSERS: ("There {be} {n}{group}", "unsuccessful candidate"),
    What.NEW: ("There {be} {n}{group}", "new member"),
    What.NEWCOMERS: ("There {be} {n}{group}", "newcomer"),
    What.ELECTED: ("{n}{group} {be} elected", "state"),
    What.REELECTED: ("{n}{group} {be} re-elected", "state"),
}


def say_number(claim: Number, record: Record) -> str:
    """Return "There were 20 candidates in the election of 12 November 2012"."""
    form, noun = _NUMBERED[claim.what]
    group = f" of {group_name(claim.race.group)}" if claim.race.group else ""
    counted = f"{BOUND.get(claim.bound, '')}{many(claim.n, noun)}"
    be = "was" if claim.n == 1 else "were"
    race = Race(period=claim.race.period, term=claim.race.term, by_election=claim.race.by_election)
    return f"{capital(form.format(n=counted, group=group, be=be))}{_in(race)}."


def say_contest(claim: Contest, record: Record) -> str:
    """Return "African States were uncontested in the election of 2012"."""
    how = "contested" if claim.contested else "uncontested"
    race = _in(claim.race)
    if claim.state:
        return f"{capital(state_name(record, claim.state))} ran {'in a contested race' if claim.contested else 'unopposed'}{race}."  # noqa: E501
    if claim.n is not None:
        return f"{many(claim.n, 'group')} {'was' if claim.n == 1 else 'were'} {how}{race}."
    only = "Only " if claim.only else ""
    groups = joined(group_name(g) for g in claim.groups) if claim.groups else "All groups"
    return f"{capital(f'{only}{groups}')} were {how}{race}."


def say_beat(claim: Beat, record: Record) -> str:
    """Return "Venezuela beat Costa Rica in the election of October 2019"."""
    return f"{capital(names(record, claim.winners))} beat {names(record, claim.losers)}{_in(claim.race)}."


_LISTED = {
    What.ELECTED: "Those elected",
    What.CANDIDATES: "The candidates",
    What.NEWCOMERS: "The newcomers",
    What.NEW: "The new members",
    What.REELECTED: "The members re-elected",
    What.LOSERS: "The unsuccessful candidates",
    What.SEATS: "Those elected",
}


def say_listed(claim: Listed, record: Record) -> str:
    """Return "Those elected from African States in the election of 2012 were …"."""
    be = "was" if len(claim.states) == 1 else "were"
    if not claim.whole:
        among = "the states elected" if claim.what is What.ELECTED else _LISTED[claim.what].replace("The", "the")
        return f"{capital(names(record, claim.states))} {be} among {among}{_in(claim.race)}."
    return f"{_LISTED[claim.what]}{_in(claim.race)} {be} {names(record, claim.states)}."


def say_again(claim: Again, record: Record) -> str:
    """Return "Kenya was elected for the first time in the election of 2012"."""
    name, race = capital(state_name(record, claim.state)), _in(claim.race)
    if claim.how is How.REELECTED:
        return f"{name} was re-elected{race}."
    if claim.how is How.DIRECTLY:
        return f"{name} kept its seat{race}."
    if claim.how is How.AFTER_A_GAP:
        return f"{name} won back its seat{race}."
    nth = "for the first time" if claim.how is How.FIRST else f"for the {ordinal(claim.n or 1)} time"
    return f"{name} was elected {nth}{race}."


def say_only_nth(claim: OnlyNth, record: Record) -> str:
    """Return "Of the states elected in 2015 only Kenya and Ghana were starting a fourth term"."""
    start = f"Of the states elected{_in(claim.race)}, only"
    return f"{start} {names(record, claim.states)} were starting a {ordinal(claim.n)} term."


def say_times_elected(claim: TimesElected, record: Record) -> str:
    """Return "Kenya was elected to the Human Rights Council three times"."""
    did = "lost an election to the Human Rights Council" if claim.lost else "was elected to the Human Rights Council"
    bound = BOUND.get(claim.bound, "")
    return f"{capital(state_name(record, claim.state))} {did} {bound}{_times(claim.n)}{when(claim.period)}."


def say_from_group(claim: FromGroup, record: Record) -> str:
    """Return "Kenya belongs to the African States"."""
    verb = "belongs" if len(claim.states) == 1 else "belong"
    return f"{capital(names(record, claim.states))} {verb} to the Group of {group_name(claim.group)}."


def say_held(claim: Held, record: Record) -> str:
    """Return "An election to the Human Rights Council was held on 12 November 2012"."""
    kind = "by-election" if claim.race.by_election else "election"
    session = f" in the {claim.session}th session of the General Assembly" if claim.session is not None else ""
    term = f" for the {years(claim.race.term)} term" if claim.race.term else ""
    a = "An" if kind == "election" else "A"
    return f"{a} {kind} to the Human Rights Council{term} was held{when(claim.race.period)}{session}."
