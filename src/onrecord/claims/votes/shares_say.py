"""Claims about shares as plain sentences, which the reader reads back to the same claim."""

from dataclasses import replace

from onrecord.claims.naming import capital, joined, state_name, when
from onrecord.claims.typed import Quantifier
from onrecord.claims.votes.decide_voters import group_label
from onrecord.claims.votes.shares_typed import Difference, Measured, Median, MostOften, OnlyOne, Ranked, Share, Usual
from onrecord.claims.votes.typed import Stance
from onrecord.claims.votes.words import DID, texts_words, topic_label
from onrecord.record.store import Record
from onrecord.vocabulary.positions import Position
from onrecord.vocabulary.situations import Selection

_SELECTED = {
    Selection.VOTES_COUNT: "as Votes Count takes them",
    Selection.ALL: "under any agenda item",
    Selection.YOUR_HRC: "as yourHRC.org takes them",
}
_BOUND = {
    Quantifier.AT_LEAST: "at least ",
    Quantifier.AT_MOST: "at most ",
    Quantifier.MORE_THAN: "more than ",
    Quantifier.FEWER_THAN: "fewer than ",
    Quantifier.ABOUT: "about ",
}
_SHORT = {
    Position.YES: "in favour",
    Position.NO: "against",
    Position.ABSTAIN: "abstained",
    Position.ABSENT: "absent",
}


def measured_words(record: Record, over: Measured) -> str:
    """Return a set of texts as a sentence names it, without its period: "country resolutions under any agenda item"."""
    if over.selection is Selection.ITEM_7:
        return f"{over.texts.noun or 'text'}s under agenda item 7"
    texts = replace(over.texts, period=None, plural=True, quantifier=Quantifier.GENERIC)
    said = texts_words(record, texts).removeprefix("the ")
    return f"{said} {_SELECTED[over.selection]}" if over.selection else said


def say_share(claim: Share, record: Record) -> str:
    """Return "In 2014 Chad voted in favour of 5 of the 8 country resolutions (63 per cent)"."""
    words = measured_words(record, claim.over)
    if claim.n is not None and claim.of is not None:
        amount = f"{_BOUND.get(claim.bound, '')}{claim.n} of the {claim.of} {words}"
    elif claim.n is not None:
        amount = f"{_BOUND.get(claim.bound, '')}{claim.n} {words}"
    elif claim.part is not None:
        amount = f"{_BOUND.get(claim.bound, '')}{claim.part.numerator} in {claim.part.denominator} {words}"
    elif claim.percent is not None:
        amount = f"{_BOUND.get(claim.bound, '')}{claim.percent} per cent of {words}"
    else:
        amount = f"all {words}"
    share = f" ({claim.percent} per cent)" if claim.percent is not None and claim.n is not None else ""
    return _dated(claim.over, f"{state_name(record, claim.state)} {DID[claim.stance]} {amount}{share}")


def _dated(over: Measured, said: str) -> str:
    return f"{capital((when(over.texts.period) + ' ' + said).strip())}."


def say_median(claim: Median, record: Record) -> str:
    """Return "In 2014 the median share of support of the Council for country texts was 63 per cent"."""
    whose = group_label(claim.group) if claim.group else "the Council"
    words = measured_words(record, claim.over)
    member = f"while {state_name(record, claim.state)} was a member, " if claim.state else ""
    return _dated(
        claim.over, f"{member}the median share of support of {whose} for {words} was {claim.percent} per cent"
    )


def say_ranked(claim: Ranked, record: Record) -> str:
    """Return "In 2014 Chad ranked 40 of 47 members, shared by 2, by share of support for country texts"."""
    of = f" of {claim.of} members" if claim.of is not None else ""
    tied = f", shared by {claim.tied}," if claim.tied is not None else ""
    words = measured_words(record, claim.over)
    return _dated(claim.over, f"{state_name(record, claim.state)} ranked {claim.rank}{of}{tied} by share of support for {words}")  # fmt: skip  # noqa: E501


_OFTEN = {
    Stance.YES: "voted yes",
    Stance.NO: "voted no",
    Stance.ABSTAIN: "abstained",
    Stance.ABSENT: "was absent",
}


def say_most_often(claim: MostOften, record: Record) -> str:
    """Return "In 2014 Chad voted no more often than any other member on country texts"."""
    often = "less" if claim.less else "more"
    did = _OFTEN.get(claim.stance, DID[claim.stance])
    words = measured_words(record, claim.over)
    return _dated(claim.over, f"{state_name(record, claim.state)} {did} {often} often than any other member on {words}")


def say_only_one(claim: OnlyOne, record: Record) -> str:
    """Return "In 2019 Chad was the only member to vote against all country resolutions"."""
    to = {Stance.YES: "vote for", Stance.NO: "vote against", Stance.ABSTAIN: "abstain on"}.get(claim.stance, "miss")
    share = "all" if claim.quantifier is Quantifier.ALL else "none of the"
    words = measured_words(record, claim.over)
    return _dated(claim.over, f"{state_name(record, claim.state)} was the only member to {to} {share} {words}")


def say_difference(claim: Difference, record: Record) -> str:
    """Return "In 2014 Chad's support for texts under item 7 and for others differed by 63 percentage points"."""
    first, second = (measured_words(record, over) for over in (claim.first, claim.second))
    name = state_name(record, claim.state)
    points = f"a difference of {claim.points} percentage points"
    return _dated(claim.first, f"{name}'s share of support for {first} and for {second}: {points}")


def say_usual(claim: Usual, record: Record) -> str:
    """Return "Chad's usual position on Iran in 2014 was against (1 text)"."""
    n = f" ({claim.n} text{'s' * (claim.n != 1)})" if claim.n is not None else ""
    positions = joined(_SHORT[p] for p in claim.positions)
    name = capital(state_name(record, claim.state))
    return f"{name}'s usual position on {topic_label(record, claim.subject)} {claim.period.words} was {positions}{n}."
