"""Sentences the record writes: each can be printed, and says its n, its scope and its period."""

import math
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from onrecord.claims.naming import capital
from onrecord.measures.constancy import Shift
from onrecord.measures.proportions import newcombe
from onrecord.measures.support import Counted, Standing
from onrecord.publish.languages.language import Language, spoken
from onrecord.publish.languages.words import english, gettext, message, say, say_n
from onrecord.publish.languages.writing import day, joined, month, or_none
from onrecord.publish.views.shared import Sentence, SituationHead, StateHead
from onrecord.publish.wording.noise import difference
from onrecord.record.ballots import Ballot
from onrecord.record.find_text import TextRow
from onrecord.record.store import CouncilTerm
from onrecord.vocabulary.positions import LISTED, Position
from onrecord.vocabulary.rollcalls import Body, Outcome, Status
from onrecord.vocabulary.situations import Selection
from onrecord.vocabulary.states import RegionalGroup

if TYPE_CHECKING:
    from onrecord.publish.views.state_year import SelectionFigures, ShiftLine

_SCOPES = {
    Selection.ALL: message("on a country situation, under any agenda item"),
    Selection.VOTES_COUNT: message(
        "on a country situation under agenda items 2, 4 and 10, in special sessions and in urgent debates"
    ),
    Selection.YOUR_HRC: message("on a country situation under agenda items 2, 4, 7 and 10"),
    Selection.ITEM_7: message("under agenda item 7, Palestine and other occupied Arab territories"),
}


def percent(share: float) -> str:
    """Return a share in whole per cent, halves rounded up."""
    return say("{share} per cent", share=whole(100 * share))


def whole(value: float) -> int:
    """Return the nearest whole number; a half goes away from zero, as readers round."""
    return int(math.copysign(math.floor(abs(value) + 0.5 + 1e-9), value))


def scope(selection: str) -> str:
    """Return the scope of a selection as it reads in a sentence."""
    return gettext(_SCOPES[Selection(selection)])


_PAST = {
    Position.YES: message("in favour"),
    Position.NO: message("against"),
    Position.ABSTAIN: message("abstained"),
    Position.ABSENT: message("absent"),
    Position.NOT_A_MEMBER: message("not a member"),
    Position.NO_VOTE_TAKEN: message("no vote taken"),
}


def short(positions: Sequence[Position]) -> str:
    """Return one usual position, or several that are equally frequent, in a word or two."""
    return joined(gettext(_PAST[p]) for p in positions)


def shift(label: str, change: Shift, year: int) -> str:
    """Return a change of the usual position between two years: "Iran: absent 2013 → against 2014"."""
    return f"{label}: {short(change.before.positions)} {year - 1} → {short(change.after.positions)} {year}"


def not_a_member(head: StateHead, year: int, terms: Sequence[CouncilTerm]) -> str:
    """Return that a state had no seat in a year, with the terms it has had."""
    said = say(
        "{name} was not a member of the UN Human Rights Council in {year}; nothing is scored.",
        name=capital(head.running_name),
        year=year,
    )
    if not terms:
        return f"{said} {say('It has held no seat in the years the record covers.')}"
    spans = joined(_term(t) for t in terms)
    own = say_n("Its term on the Council: {spans}.", "Its terms on the Council: {spans}.", len(terms), spans=spans)
    return f"{said} {own}"


def membership(head: StateHead, year: int, status: str, terms: Sequence[CouncilTerm]) -> str:
    """Return whether a state sat for all or part of a year, with its terms."""
    spans = joined(_term(t) for t in terms)
    held = say_n("term {spans}", "terms {spans}", len(terms), spans=spans)
    given = {"year": year, "name": head.running_name, "terms": held}
    if status == "member":
        return say("In {year} {name} was a member of the UN Human Rights Council ({terms}).", **given)
    return say("In {year} {name} sat for part of the year on the UN Human Rights Council ({terms}).", **given)


def _term(term: CouncilTerm) -> str:
    if term.running:
        return say("since {day}", day=day(term.term_start))
    return say("{first} to {last}", first=day(term.term_start), last=day(term.term_end)) + _ended(term)


def _ended(term: CouncilTerm) -> str:
    return "" if term.end_reason in {None, "expired"} else f" ({gettext(str(term.end_reason))})"


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
        text = say(
            "In {year} no text {scope} was put to a recorded vote while {name} was a member.",
            year=year,
            scope=scope(f.selection),
            name=head.running_name,
        )
        return Sentence(text, 0, gettext(f.definition), page)
    voted = say(
        "In {year} {name} {voted_for} put to a recorded vote {scope}{beside}.",
        year=year,
        name=head.running_name,
        voted_for=_voted_for(f.yes, f.n),
        scope=scope(f.selection),
        beside=_beside(f.share_yes, f.standing),
    )
    return Sentence(f"{voted}{_unknown(f.unknown)}{_doubted(f.doubtful)}", f.n, gettext(f.definition), page)


def _voted_for(number: int, n: int) -> str:
    if n == 1:
        return say("voted in favour of the one text") if number else say("did not vote in favour of the one text")
    if not number:
        return say_n("voted in favour of none of the {n} text", "voted in favour of none of the {n} texts", n)
    if number == n:
        return say_n("voted in favour of all {n} text", "voted in favour of all {n} texts", n)
    return say_n(
        "voted in favour of {number} of the {n} text", "voted in favour of {number} of the {n} texts", n, number=number
    )


def _beside(share: float | None, one: Standing | None) -> str:
    if share is None or one is None:
        return ""
    tie = say(", shared by {number}", number=one.tied) if one.tied > 1 else ""
    return " " + say(
        "({share}; median of the Council {median}{group}; rank {rank} of {of} members{tie})",
        share=percent(share),
        median=percent(one.median),
        group=_of_group(one),
        rank=one.rank,
        of=one.of,
        tie=tie,
    )


def _doubted(number: int) -> str:
    if not number:
        return ""
    return " " + say_n(
        "One of these positions is in doubt, as the sources of the vote conflict; counted as listed.",
        "{n} of these positions are in doubt, as the sources of the vote conflict; counted as listed.",
        number,
    )


def _of_group(one: Standing) -> str:
    if one.group is None or one.group_median is None:
        return ""
    label = gettext(RegionalGroup(one.group).label)
    return say(", of {group} {median}", group=label, median=percent(one.group_median))


def _unknown(number: int) -> str:
    if not number:
        return ""
    return " " + say("Its position on {number} more is not in the record.", number=number)


def _passive(head: StateHead, year: int, page: str, f: "SelectionFigures") -> Sentence | None:
    if not f.n:
        return None
    text = say_n(
        "In {year} {name} abstained on {abstain}, voted against {no} and was absent for {absent} of the {n} text put to"
        " a recorded vote {scope}.",
        "In {year} {name} abstained on {abstain}, voted against {no} and was absent for {absent} of the {n} texts put"
        " to a recorded vote {scope}.",
        f.n,
        year=year,
        name=head.running_name,
        abstain=or_none(f.abstain),
        no=or_none(f.no),
        absent=or_none(f.absent),
        scope=scope(f.selection),
    )
    return Sentence(text, f.n, gettext(f.definition), page)


def _selective(
    head: StateHead, year: int, page: str, item_7: "SelectionFigures", rest: "SelectionFigures"
) -> Sentence | None:
    if not (item_7.n and rest.n and item_7.share_yes is not None and rest.share_yes is not None):
        return None
    points = whole(100 * (item_7.share_yes - rest.share_yes))
    text = say(
        "In {year} {name} supported {yes_7} of {n_7} texts under agenda item 7 and {yes} of {n} on other country"
        " situations: a difference of {points} percentage points.",
        year=year,
        name=head.running_name,
        yes_7=item_7.yes,
        n_7=item_7.n,
        yes=rest.yes,
        n=rest.n,
        points=points,
    )
    if noise := newcombe((item_7.yes, item_7.n), (rest.yes, rest.n)):
        text = f"{text} {difference(whole(100 * noise.low), whole(100 * noise.high))}"
    return Sentence(text, item_7.n + rest.n, f"{gettext(item_7.definition)} {gettext(rest.definition)}", page)


def _changed(head: StateHead, page: str, change: "ShiftLine") -> Sentence:
    n = change.before_n + change.after_n
    given = {
        "name": capital(head.running_name),
        "situation": change.situation.label,
        "before": short(change.before),
        "before_year": change.before_year,
        "before_texts": _texts(change.before_n),
        "after": short(change.after),
        "after_year": change.after_year,
        "after_texts": _texts(change.after_n),
    }
    once = message(
        "{name}'s position on {situation} changed from {before} in {before_year} ({before_texts}) to {after} in"
        " {after_year} ({after_texts})."
    )
    usual = message(
        "{name}'s usual position on {situation} changed from {before} in {before_year} ({before_texts}) to {after} in"
        " {after_year} ({after_texts})."
    )
    return Sentence(
        say(once if n == 2 else usual, **given), n, say("the usual position is the most frequent one"), page
    )


def _texts(n: int) -> str:
    return say_n("{n} text", "{n} texts", n)


def terms(head: StateHead, held: Sequence[CouncilTerm]) -> str:
    """Return the terms a state has held on the Council."""
    if not held:
        return say("{name} has held no seat on the UN Human Rights Council.", name=capital(head.running_name))
    return say_n(
        "{name} has one term on the UN Human Rights Council in the record: {spans}.",
        "{name} has {n} terms on the UN Human Rights Council in the record: {spans}.",
        len(held),
        name=capital(head.running_name),
        spans=joined(_term(t) for t in held),
    )


def over_all_years(head: StateHead, counted: Counted, first: date, last: date) -> str:
    """Return how often a state supported the texts of the Votes Count selection over all its terms."""
    text = say(
        "{when}, while a member, {name} {voted_for} put to a recorded vote {scope}{share}; it voted against {no},"
        " abstained on {abstain} and was absent for {absent}.",
        when=capital(span(first, last)),
        name=head.running_name,
        voted_for=_voted_for(counted.yes, counted.n),
        scope=scope(Selection.VOTES_COUNT),
        share=f" ({percent(counted.share_yes)})" if counted.share_yes is not None else "",
        no=counted.no,
        abstain=counted.abstain,
        absent=counted.absent,
    )
    return f"{text}{_unknown(counted.unknown)}{_doubted(counted.doubtful)}"


def vote(text: TextRow, ballot: Ballot | None) -> str:
    """Return what became of a text or motion, with the figures used."""
    given = {"text": _name(text), "when": "" if text.date is None else f" {on_day(text.date, text.date_precision)}"}
    if ballot is None or not ballot.vote_taken:
        return say("{text} was {fate}{when}; no roll call was taken.", fate=_outcome(text), **given)
    if ballot.yes is None:
        return say(
            "{text} was put to a recorded vote{when} and {fate}; its figures are not in the record.",
            fate=_fate(text),
            **given,
        )
    figures = say(
        "{yes} in favour, {no} against, {abstain} abstaining", yes=ballot.yes, no=ballot.no, abstain=ballot.abstain
    )
    if ballot.body is Body.GA:
        return say(
            "{text} was put to a recorded vote of the General Assembly{when}: {figures}.", figures=figures, **given
        )
    absent = say(", {number} absent", number=ballot.absent) if ballot.absent else ""
    said = say(
        "{text} was {fate} by the Human Rights Council{when}: {figures}{absent}.",
        fate=_fate(text),
        figures=figures,
        absent=absent,
        **given,
    )
    if ballot.status is not Status.CONFLICT:
        return said
    return f"{said} {say('Sources conflict ({rule}).', rule=gettext(ballot.tally_rule))}"


def on_day(value: date, precision: str) -> str:
    """Return a date in a sentence: "on 28 March 2014"; "in March 2014" where only the month is known."""
    if precision == "document":
        return say("after {day} (the date of the document)", day=day(value))
    return say("in {month}", month=month(value)) if precision == "month" else say("on {day}", day=day(value))


_NAMES = {
    "resolution": message("Resolution {symbol} (“{title}”)"),
    "decision": message("Decision {symbol} (“{title}”)"),
    "draft": message("Draft {symbol} (“{title}”)"),
    "amendment": message("Amendment {symbol} (“{title}”)"),
    "motion": message("The motion on {symbol} (“{title}”)"),
    "text": message("The text {symbol} (“{title}”)"),
}


def _name(text: TextRow) -> str:
    if text.symbol is None:
        return say("“{title}”", title=english(text.title))
    return say(_NAMES[text.kind], symbol=text.symbol, title=english(text.title))


def _outcome(text: TextRow) -> str:
    return gettext(text.outcome) if text.outcome else say("decided")


def _fate(text: TextRow) -> str:
    carried = text.kind == "motion" and text.outcome == Outcome.ADOPTED
    return say("carried") if carried else _outcome(text)


def ordinal(number: int) -> str:
    """Return a number as an ordinal: 1st, 22nd, 113th; in other languages the number, which its sentence turns."""
    if spoken() is not Language.EN:
        return str(number)
    ending = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def situation(head: SituationHead, voted: Sequence[Ballot], apart: Sequence[Ballot], unvoted: int) -> str:
    """Return how often a situation came before the Council and how."""
    others = _adopted_without_a_vote(unvoted)
    if not voted:
        return say(
            "The record has no recorded vote of the Human Rights Council on a text on {situation}; {others}.",
            situation=head.label,
            others=others,
        )
    adopted = sum(b.outcome == Outcome.ADOPTED for b in voted)
    counted = say(" (amendments and motions, counted apart: {number})", number=len(apart)) if apart else ""
    return say_n(
        "{when} the Human Rights Council took {n} recorded vote on texts on {situation}: {adopted} adopted, {rejected}"
        " rejected{counted}; {others}.",
        "{when} the Human Rights Council took {n} recorded votes on texts on {situation}: {adopted} adopted,"
        " {rejected} rejected{counted}; {others}.",
        len(voted),
        when=capital(span(voted[0].date, voted[-1].date)),
        situation=head.label,
        adopted=adopted,
        rejected=len(voted) - adopted,
        counted=counted,
        others=others,
    )


def _adopted_without_a_vote(n: int) -> str:
    if not n:
        return say("no text adopted without a vote is in the record")
    return say_n(
        "{n} text adopted without a vote is in the record", "{n} texts adopted without a vote are in the record", n
    )


def span(first: date, last: date) -> str:
    """Return a stretch of days in a sentence: "on 23 July 2014", or "from … to …"."""
    if first == last:
        return say("on {day}", day=day(first))
    return say("from {first} to {last}", first=day(first), last=day(last))


def session(name: str, days: tuple[date | None, date | None], voted: int, apart: int, unvoted: int) -> str:
    """Return when a session sat and how many votes it took."""
    texts = say_n("{n} text", "{n} texts", voted) if voted else say("no text")
    others = say_n(" and {n} amendment or motion", " and {n} amendments or motions", apart) if apart else ""
    return say(
        "At its {session}{when} the Human Rights Council put {texts}{others} to a recorded vote; {unvoted}.",
        session=name,
        when=_sat(*days),
        texts=texts,
        others=others,
        unvoted=_decided_without_a_vote(unvoted),
    )


def _sat(opened: date | None, closed: date | None) -> str:
    if opened is None or closed is None:
        return ""
    return f" ({day(opened) if opened == closed else span(opened, closed)})"


def _decided_without_a_vote(n: int) -> str:
    if not n:
        return say("no text decided without a vote is in the record")
    return say_n(
        "{n} text decided without a vote is in the record", "{n} texts decided without a vote are in the record", n
    )


def position(name: str, ballot: Ballot, state: str) -> str:
    """Return one state's position in one vote as a sentence, with what is in doubt."""
    text = f"{ballot.symbol or english(ballot.title)} {on_day(ballot.date, ballot.date_precision)}"
    found = ballot.position(state)
    if found is None:
        return say("The position of {name} on {text} is not in the record.", name=name, text=text)
    said = say(_VOTED[found], name=capital(name), text=text)
    doubt = say("; the sources of this vote conflict") if ballot.doubtful(state) else ""
    return f"{said}{doubt if found in LISTED else ''}."


_VOTED = {
    Position.YES: message("{name} voted in favour of {text}"),
    Position.NO: message("{name} voted against {text}"),
    Position.ABSTAIN: message("{name} abstained on {text}"),
    Position.ABSENT: message("{name} was absent for the vote on {text}"),
    Position.NOT_A_MEMBER: message("{name} was not a member of the Council at the vote on {text}"),
    Position.NO_VOTE_TAKEN: message("{name} had no vote to take part in: no roll call was taken on {text}"),
}
