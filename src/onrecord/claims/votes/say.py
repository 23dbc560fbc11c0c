"""Claims about votes as plain sentences, which the reader reads back to the same claim."""

from dataclasses import replace

from onrecord.claims.naming import capital, joined, many, state_name
from onrecord.claims.typed import Quantifier, States
from onrecord.claims.votes.decide_voters import group_label
from onrecord.claims.votes.typed import Changed, Fate, Figures, Positions, Stance, Voters
from onrecord.claims.votes.words import DID, texts_words, topic_label
from onrecord.record.store import Record

_ALL_DID = {
    Stance.ABSENT: "were absent for the vote on",
}


def say_positions(claim: Positions, record: Record) -> str:
    """Return "Kazakhstan abstained on all the resolutions on Syria in 2014"."""
    did = _ALL_DID.get(claim.stance, DID[claim.stance]) if len(claim.states) > 1 else DID[claim.stance]
    return f"{capital(names(record, claim.states))} {did} {texts_words(record, claim.texts)}."


def names(record: Record, states: tuple[str, ...]) -> str:
    """Return states as a list in a sentence."""
    return joined(state_name(record, s) for s in states)


def say_voters(claim: Voters, record: Record) -> str:
    """Return "13 members, Pakistan among them, voted against the resolution on Sri Lanka in March 2013"."""
    return f"{capital(who_words(record, claim.who))} {DID[claim.stance]} {texts_words(record, claim.texts)}."


_BOUND = {
    Quantifier.AT_LEAST: "at least ",
    Quantifier.AT_MOST: "at most ",
    Quantifier.MORE_THAN: "more than ",
    Quantifier.FEWER_THAN: "fewer than ",
    Quantifier.ABOUT: "about ",
}
_SHARE = {
    Quantifier.ALL: "all the",
    Quantifier.NONE: "none of the",
    Quantifier.MOST: "most of the",
    Quantifier.HALF: "half of the",
    Quantifier.SOME: "some of the",
    Quantifier.MANY: "many of the",
}


def who_words(record: Record, who: States) -> str:
    """Return a described set of states as a sentence names it."""
    group = f" of {group_label(who.group)}" if who.group else ""
    noun = "member" if who.group or who.members or who.n is not None else "state"
    if who.quantifier in _SHARE:
        of = f" {who.of}" if who.of is not None else ""
        head = f"{_SHARE[who.quantifier]}{of} {noun}s{group}"
    elif who.n is not None:
        of = f" of the {who.of}" if who.of is not None else ""
        head = f"{_BOUND.get(who.quantifier, '') if who.quantifier else ''}{many(who.n, noun)}{of}{group}"
    else:
        head = f"only{group}" if who.quantifier is Quantifier.ONLY else f"{noun}s{group}"
    listed = f", namely {names(record, who.listed)}," if who.listed else ""
    among = f", {names(record, who.examples)} among them," if who.examples else ""
    apart = f" apart from {names(record, who.excluded)}" if who.excluded else ""
    return f"{head}{apart}{listed}{among} {names(record, who.states) if who.states else ''}".strip()


def say_figures(claim: Figures, record: Record) -> str:
    """Return "The vote on the resolution on Syria in March 2014 was 32 in favour, 4 against, 11 abstaining"."""
    given = ((claim.yes, "in favour"), (claim.no, "against"), (claim.abstain, "abstaining"), (claim.absent, "absent"))
    parts = joined(f"{n} {what}" for n, what in given if n is not None)
    texts = replace(claim.texts, noun="") if claim.texts.noun == "vote" else claim.texts
    return f"The vote on {texts_words(record, texts)}: {parts}."


def say_fate(claim: Fate, record: Record) -> str:
    """Return "Resolution 25/1 was adopted by a vote"."""
    how = " by a recorded vote" if claim.by_vote else " unanimously" if claim.unanimous else ""
    outcome = claim.outcome.value if claim.outcome else "decided"
    return f"{capital(texts_words(record, claim.texts))} was {outcome}{how}."


def say_changed(claim: Changed, record: Record) -> str:
    """Return "Kazakhstan changed its position on Iran between 2013 and 2014"."""
    on = joined(topic_label(record, t.subject, t.title) for t in claim.texts.topics)
    verb = "changed" if claim.changed else "kept"
    return f"{capital(state_name(record, claim.state))} {verb} its position on {on} between {claim.before.year} and {claim.after.year}."  # fmt: skip  # noqa: E501
