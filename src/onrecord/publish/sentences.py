"""Sentences the record writes: each can be printed, and says its n, its scope and its period."""

import math
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from onrecord.claims.naming import capital, day, joined
from onrecord.measures.constancy import Shift
from onrecord.measures.support import Counted, Standing
from onrecord.publish.views.shared import Sentence, SituationHead, StateHead
from onrecord.record.ballots import Ballot
from onrecord.record.find_text import TextRow
from onrecord.record.store import CouncilTerm
from onrecord.vocabulary.positions import Position
from onrecord.vocabulary.rollcalls import Body, Outcome, Status
from onrecord.vocabulary.situations import Selection
from onrecord.vocabulary.states import RegionalGroup

if TYPE_CHECKING:
    from onrecord.publish.views.state_year import SelectionFigures, ShiftLine

_SCOPES = {
    Selection.ALL: "on a country situation, under any agenda item",
    Selection.VOTES_COUNT: (
        "on a country situation under agenda items 2, 4 and 10, in special sessions and in urgent debates"
    ),
    Selection.YOUR_HRC: "on a country situation under agenda items 2, 4, 7 and 10",
    Selection.ITEM_7: "under agenda item 7, Palestine and other occupied Arab territories",
}


def percent(share: float) -> str:
    """Return a share in whole per cent, halves rounded up."""
    return f"{whole(100 * share)} per cent"


def whole(value: float) -> int:
    """Return the nearest whole number; a half goes away from zero, as readers round."""
    return int(math.copysign(math.floor(abs(value) + 0.5 + 1e-9), value))


def scope(selection: str) -> str:
    """Return the scope of a selection as it reads in a sentence."""
    return _SCOPES[Selection(selection)]


_PAST = {
    Position.YES: "in favour",
    Position.NO: "against",
    Position.ABSTAIN: "abstained",
    Position.ABSENT: "absent",
    Position.NOT_A_MEMBER: "not a member",
    Position.NO_VOTE_TAKEN: "no vote taken",
}


def short(positions: Sequence[Position]) -> str:
    """Return one usual position, or several that are equally frequent, in a word or two."""
    return joined(_PAST[p] for p in positions)


def shift(label: str, change: Shift, year: int) -> str:
    """Return a change of the usual position between two years: "Iran: absent 2013 → against 2014"."""
    return f"{label}: {short(change.before.positions)} {year - 1} → {short(change.after.positions)} {year}"


def not_a_member(head: StateHead, year: int, terms: Sequence[CouncilTerm]) -> str:
    """Return that a state had no seat in a year, with the terms it has had."""
    said = f"{capital(head.running_name)} was not a member of the UN Human Rights Council in {year}; nothing is scored."
    if not terms:
        return f"{said} It has held no seat in the years the record covers."
    spans = joined(_term(t) for t in terms)
    return f"{said} Its {'term' if len(terms) == 1 else 'terms'} on the Council: {spans}."


def membership(head: StateHead, year: int, status: str, terms: Sequence[CouncilTerm]) -> str:
    """Return whether a state sat for all or part of a year, with its terms."""
    spans = joined(_term(t) for t in terms)
    sat = "was a member of" if status == "member" else "sat for part of the year on"
    return f"In {year} {head.running_name} {sat} the UN Human Rights Council (term{'s' * (len(terms) > 1)} {spans})."


def _term(term: CouncilTerm) -> str:
    if term.running:
        return f"since {day(term.term_start)}"
    return f"{day(term.term_start)} to {day(term.term_end)}{_ended(term)}"


def _ended(term: CouncilTerm) -> str:
    return "" if term.end_reason in {None, "expired"} else f" ({term.end_reason})"


def of_year(
    head: StateHead, year: int, page: str, figures: Sequence["SelectionFigures"], changes: Sequence["ShiftLine"]
) -> list[Sentence]:
    """Return the year's findings: support outside item 7, under item 7, passive positions, and shifts."""
    by_name = {f.selection: f for f in figures}
    main, item_7 = by_name[Selection.VOTES_COUNT], by_name[Selection.ITEM_7]
    said = [_support(head, year, page, main), _passive(head, year, page, main), _support(head, year, page, item_7)]
    said.append(_selective(head, year, page, item_7, main))
    said += [_changed(head, page, change) for change in changes]
    return [sentence for sentence in said if sentence]


def _support(head: StateHead, year: int, page: str, f: "SelectionFigures") -> Sentence | None:
    if not f.n:
        text = (
            f"In {year} no text {scope(f.selection)} was put to a recorded vote while {head.running_name} was a member."
        )
        return Sentence(text, 0, f.definition, page)
    voted = f"{head.running_name} {_voted_for(f.yes, f.n)} put to a recorded vote {scope(f.selection)}"
    return Sentence(
        f"In {year} {voted}{_beside(f.share_yes, f.standing)}.{_unknown(f.unknown)}{_doubted(f.doubtful)}",
        f.n,
        f.definition,
        page,
    )


def _voted_for(number: int, n: int) -> str:
    if n == 1:
        return "voted in favour of the one text" if number else "did not vote in favour of the one text"
    return f"voted in favour of {_out_of(number, n)}"


def _out_of(number: int, n: int) -> str:
    if not number:
        return f"none of the {n} texts"
    return f"all {n} texts" if number == n else f"{number} of the {n} texts"


def _beside(share: float | None, one: Standing | None) -> str:
    if share is None or one is None:
        return ""
    tie = f", shared by {one.tied}" if one.tied > 1 else ""
    return (
        f" ({percent(share)}; median of the Council {percent(one.median)}{_of_group(one)};"
        f" rank {one.rank} of {one.of} members{tie})"
    )


def _doubted(number: int) -> str:
    if not number:
        return ""
    which = "One of these positions is" if number == 1 else f"{number} of these positions are"
    return f" {which} in doubt, as the sources of the vote conflict; counted as listed."


def _of_group(one: Standing) -> str:
    if one.group is None or one.group_median is None:
        return ""
    return f", of {RegionalGroup(one.group).label} {percent(one.group_median)}"


def _unknown(number: int) -> str:
    return f" Its position on {number} more is not in the record." if number else ""


def _passive(head: StateHead, year: int, page: str, f: "SelectionFigures") -> Sentence | None:
    if not f.n:
        return None
    parts = [f"abstained on {f.abstain or 'none'}", f"voted against {f.no or 'none'}"]
    parts.append(f"was absent for {f.absent or 'none'}")
    of_texts = f"of the {_texts(f.n)} put to a recorded vote {scope(f.selection)}"
    return Sentence(f"In {year} {head.running_name} {joined(parts)} {of_texts}.", f.n, f.definition, page)


def _selective(
    head: StateHead, year: int, page: str, item_7: "SelectionFigures", rest: "SelectionFigures"
) -> Sentence | None:
    if not (item_7.n and rest.n and item_7.share_yes is not None and rest.share_yes is not None):
        return None
    points = whole(100 * (item_7.share_yes - rest.share_yes))
    text = (
        f"In {year} {head.running_name} supported {item_7.yes} of {item_7.n} texts under agenda item 7 and"
        f" {rest.yes} of {rest.n} on other country situations: a difference of {points} percentage points."
    )
    return Sentence(text, item_7.n + rest.n, f"{item_7.definition} {rest.definition}", page)


def _changed(head: StateHead, page: str, change: "ShiftLine") -> Sentence:
    n = change.before_n + change.after_n
    what = "position" if n == 2 else "usual position"
    text = (
        f"{capital(head.running_name)}'s {what} on {change.situation.label} changed from {short(change.before)} in"
        f" {change.before_year} ({_texts(change.before_n)}) to {short(change.after)} in {change.after_year}"
        f" ({_texts(change.after_n)})."
    )
    return Sentence(text, n, "the usual position is the most frequent one", page)


def _texts(n: int) -> str:
    return f"{n} text{'s' * (n != 1)}"


def terms(head: StateHead, held: Sequence[CouncilTerm]) -> str:
    """Return the terms a state has held on the Council."""
    if not held:
        return f"{capital(head.running_name)} has held no seat on the UN Human Rights Council."
    number = "one term" if len(held) == 1 else f"{len(held)} terms"
    spans = joined(_term(t) for t in held)
    return f"{capital(head.running_name)} has {number} on the UN Human Rights Council in the record: {spans}."


def over_all_years(head: StateHead, counted: Counted, first: date, last: date) -> str:
    """Return how often a state supported the texts of the Votes Count selection over all its terms."""
    share = f" ({percent(counted.share_yes)})" if counted.share_yes is not None else ""
    when = span(first, last)
    return (
        f"{capital(when)}, while a member, {head.running_name} {_voted_for(counted.yes, counted.n)}"
        f" put to a recorded vote {scope(Selection.VOTES_COUNT)}{share};"
        f" it voted against {counted.no}, abstained on {counted.abstain} and was absent for {counted.absent}."
        f"{_unknown(counted.unknown)}{_doubted(counted.doubtful)}"
    )


def vote(text: TextRow, ballot: Ballot | None) -> str:
    """Return what became of a text or motion, with the figures used."""
    name, when = _name(text), "" if text.date is None else f" {on_day(text.date, text.date_precision)}"
    if ballot is None or not ballot.vote_taken:
        return f"{name} was {text.outcome or 'decided'}{when}; no roll call was taken."
    if ballot.yes is None:
        return f"{name} was put to a recorded vote{when} and {_fate(text)}; its figures are not in the record."
    figures = f"{ballot.yes} in favour, {ballot.no} against, {ballot.abstain} abstaining"
    absent = f", {ballot.absent} absent" if ballot.absent else ""
    if ballot.body is Body.GA:
        return f"{name} was put to a recorded vote of the General Assembly{when}: {figures}."
    doubt = f" Sources conflict ({ballot.tally_rule})." if ballot.status is Status.CONFLICT else ""
    return f"{name} was {_fate(text)} by the Human Rights Council{when}: {figures}{absent}.{doubt}"


def on_day(value: date, precision: str) -> str:
    """Return a date in a sentence: "on 28 March 2014"; "in March 2014" where only the month is known."""
    if precision == "document":
        return f"after {day(value)} (the date of the document)"
    return f"in {value:%B %Y}" if precision == "month" else f"on {day(value)}"


_NAMES = {
    "resolution": "Resolution",
    "decision": "Decision",
    "draft": "Draft",
    "amendment": "Amendment",
    "motion": "The motion on",
    "text": "The text",
}


def _name(text: TextRow) -> str:
    if text.symbol is None:
        return f"“{text.title}”"
    return f"{_NAMES[text.kind]} {text.symbol} (“{text.title}”)"


def _fate(text: TextRow) -> str:
    carried = text.kind == "motion" and text.outcome == Outcome.ADOPTED
    return "carried" if carried else text.outcome or "decided"


def ordinal(number: int) -> str:
    """Return a number as an ordinal: 1st, 22nd, 113th."""
    ending = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def situation(head: SituationHead, voted: Sequence[Ballot], apart: Sequence[Ballot], unvoted: int) -> str:
    """Return how often a situation came before the Council and how."""
    others = _held(unvoted, "adopted without a vote")
    if not voted:
        return f"The record has no recorded vote of the Human Rights Council on a text on {head.label}; {others}."
    adopted = sum(b.outcome == Outcome.ADOPTED for b in voted)
    rejected = len(voted) - adopted
    when = span(voted[0].date, voted[-1].date)
    counted = f" (amendments and motions, counted apart: {len(apart)})" if apart else ""
    return (
        f"{capital(when)} the Human Rights Council took {_number(len(voted), 'recorded vote')} on texts"
        f" on {head.label}: {adopted} adopted, {rejected} rejected{counted}; {others}."
    )


def span(first: date, last: date) -> str:
    """Return a stretch of days in a sentence: "on 23 July 2014", or "from … to …"."""
    return f"on {day(first)}" if first == last else f"from {day(first)} to {day(last)}"


def _number(n: int, noun: str) -> str:
    return f"{n or 'no'} {noun}{'s' * (n > 1)}"


def _held(n: int, how: str) -> str:
    return f"{_number(n, 'text')} {how} {'are' if n > 1 else 'is'} in the record"


def session(name: str, days: tuple[date | None, date | None], voted: int, apart: int, unvoted: int) -> str:
    """Return when a session sat and how many votes it took."""
    opened, closed = days
    when = f" ({span(opened, closed).removeprefix('on ')})" if opened and closed else ""
    others = f" and {_number(apart, 'amendment or motion').replace(' or motions', 's or motions')}" if apart else ""
    return (
        f"At its {name}{when} the Human Rights Council put {_number(voted, 'text')}{others} to a recorded vote;"
        f" {_held(unvoted, 'decided without a vote')}."
    )


def position(name: str, ballot: Ballot, state: str) -> str:
    """Return one state's position in one vote as a sentence, with what is in doubt."""
    text = f"{ballot.symbol or ballot.title} {on_day(ballot.date, ballot.date_precision)}"
    found = ballot.position(state)
    if found is None:
        return f"The position of {name} on {text} is not in the record."
    doubt = "; the sources of this vote conflict" if ballot.doubtful(state) else ""
    if found in {Position.NOT_A_MEMBER, Position.NO_VOTE_TAKEN}:
        if found is Position.NOT_A_MEMBER:
            return f"{capital(name)} was not a member of the Council at the vote on {text}."
        return f"{capital(name)} had no vote to take part in: no roll call was taken on {text}."
    linked = {
        Position.YES: "voted in favour of",
        Position.NO: "voted against",
        Position.ABSTAIN: "abstained on",
        Position.ABSENT: "was absent for the vote on",
    }
    return f"{capital(name)} {linked[found]} {text}{doubt}."
