"""Sentences on the Universal Periodic Review: no count without its unit."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from onrecord.publish.languages.words import english, gettext, message, say, say_n
from onrecord.publish.languages.writing import day, joined, number, or_none
from onrecord.publish.sentences import ordinal
from onrecord.publish.views.shared import Sentence, StateHead
from onrecord.publish.written_dates import at_a_time, in_words
from onrecord.record.query_upr import SessionsCovered
from onrecord.sources.facts_cooperation import UprReview

if TYPE_CHECKING:
    from onrecord.publish.views.upr import Breakdown, ReviewOfState
    from onrecord.publish.views.upr_parts import ItemCount, OtherCount, RowCount

ROW_UNIT = message("UPR Info's rows: one for each recommending state and action, with the final response")
"""The unit of the record's recommendations."""

ITEM_UNIT = message("numbered items of the working group's report")
"""The unit of the items of a report."""

TIED = 4
"""Most states named as sharing a first place."""


def sessions(covered: SessionsCovered | None) -> str:
    """Return which sessions' recommendations are in the record, with their days."""
    if covered is None:
        return say("no session yet")
    span = say("{first} to {last}", first=day(covered.first_day), last=day(covered.last_day))
    if covered.first == covered.last:
        return say("session {number} ({span})", number=covered.first, span=span)
    return say("sessions {first} to {last} ({span})", first=covered.first, last=covered.last, span=span)


def of_state(
    head: StateHead,
    page: str,
    held: Sequence["ReviewOfState"],
    received: "Breakdown | None",
    made: "Breakdown | None",
) -> list[Sentence]:
    """Return a state's findings: each counted review, who recommended most to it, what it recommended."""
    said: list[Sentence | None] = [_review(head, page, one) for one in held if one.items or one.rows or one.other_count]
    if received:
        said.append(_most(head, page, received))
    said.append(_made(head, page, made) if made else _none_made(head, page, received))
    return [sentence for sentence in said if sentence]


def _review(head: StateHead, page: str, one: "ReviewOfState") -> Sentence:
    if one.rows and one.review_date is None and one.misplaced:
        text = say(
            "UPR Info lists {rows} under {name}{when}.",
            rows=_rows_of(one.rows),
            name=head.running_name,
            when=_when(one),
        )
        return Sentence(f"{text} {one.misplaced}", one.rows.n, gettext(ROW_UNIT), page)
    counts = [words for words, _, _ in _counts(one)]
    units = [unit for _, _, unit in _counts(one)]
    text = say(
        "At its review {at}, {name} received {counts}.", at=_at(one), name=head.running_name, counts=joined(counts)
    )
    beside = f" {one.misplaced}" if one.misplaced else ""
    n = one.rows.n if one.rows else _counts(one)[0][1]
    scope = say("n counts {unit}. Units: {units}", unit=_n_unit(one), units="; ".join(units))
    return Sentence(text + beside, n, scope, page)


def _n_unit(one: "ReviewOfState") -> str:
    if one.rows:
        return say("UPR Info's rows")
    return say("items of the report") if one.items else say("recommendations as the source counts them")


def _at(one: "ReviewOfState") -> str:
    where = say("cycle {number}", number=one.cycle)
    if one.upr_session:
        where = say(
            "cycle {number}, session {session} of the UPR working group", number=one.cycle, session=one.upr_session
        )
    if one.review_date:
        return f"{at_a_time(one.review_date)} ({where})"
    return say("(day not in the record; {where})", where=where)


def _when(one: "ReviewOfState") -> str:
    if one.upr_session:
        return " " + say("(cycle {number}, session {session})", number=one.cycle, session=one.upr_session)
    return " " + say("(cycle {number})", number=one.cycle)


def _counts(one: "ReviewOfState") -> list[tuple[str, int, str]]:
    """Return each count of a review: in words, its number, its unit."""
    found = []
    if one.items:
        found.append((_items(one.items, one.report.symbol if one.report else None), one.items.n, gettext(ITEM_UNIT)))
    if one.rows:
        found.append((_rows(one.rows, alone=not found), one.rows.n, gettext(ROW_UNIT)))
    if one.other_count:
        found.append((_other(one.other_count), one.other_count.n, english(one.other_count.unit)))
    return found


def _items(items: "ItemCount", symbol: str | None) -> str:
    where = say("of {symbol}", symbol=symbol) if symbol else say("of the working group's report")
    parts = ""
    if items.paragraphs:
        listed = (say("{number} in paragraph {paragraph}", number=p.n, paragraph=p.paragraph) for p in items.paragraphs)
        parts = f" ({joined(listed)})"
    return say("{number} recommendations as numbered items {where}", number=items.n, where=where) + parts


def _rows(rows: "RowCount", alone: bool) -> str:
    responses = became(rows.accepted, rows.noted, rows.unknown)
    if not alone:
        return say(
            "{number} by UPR Info's count of one row for each recommending state and action ({responses})",
            number=rows.n,
            responses=responses,
        )
    return say_n(
        "{n} recommendation by UPR Info's count of one row for each recommending state and action ({responses})",
        "{n} recommendations by UPR Info's count of one row for each recommending state and action ({responses})",
        rows.n,
        responses=responses,
    )


def _rows_of(rows: "RowCount") -> str:
    return say_n(
        "{n} row ({responses})",
        "{n} rows ({responses})",
        rows.n,
        responses=became(rows.accepted, rows.noted, rows.unknown),
    )


def became(accepted: int, noted: int, unknown: int) -> str:
    """Return what became of rows in the end: 122 accepted, 7 noted."""
    if unknown and not (accepted or noted):
        return say("final responses not known by that day")
    said = say("{accepted} accepted, {noted} noted", accepted=or_none(accepted), noted=or_none(noted))
    if not unknown:
        return said
    return said + say(", {number} with a final response not known by that day", number=unknown)


def _other(count: "OtherCount") -> str:
    parts = []
    if count.supported is not None:
        parts.append(say("{number} supported", number=count.supported))
    if count.noted is not None:
        parts.append(say("{number} noted", number=count.noted))
    return say(
        "{number} recommendations{parts}, in a count of the unit “{unit}” as the source puts it",
        number=count.n,
        parts=say(", of which {parts}", parts=joined(parts)) if parts else "",
        unit=english(count.unit),
    )


def _most(head: StateHead, page: str, received: "Breakdown") -> Sentence | None:
    known = [p for p in received.partners if p.state]
    if not known:
        return None
    first = [p.state.running_name for p in known if p.state and p.n == known[0].n]
    if len(first) > TIED:
        return None
    once = message(
        "For {period}, UPR Info lists {rows} rows of recommendations to {name}, from {known} known states; the most"
        " came from {states} ({number})."
    )
    each = message(
        "For {period}, UPR Info lists {rows} rows of recommendations to {name}, from {known} known states; the most"
        " came from {states} ({number} each)."
    )
    text = say(
        each if len(first) > 1 else once,
        period=received.period,
        rows=received.n,
        name=head.running_name,
        known=received.partners_known,
        states=joined(first),
        number=known[0].n,
    )
    return Sentence(text, received.n, gettext(ROW_UNIT), page)


def _made(head: StateHead, page: str, made: "Breakdown") -> Sentence:
    text = say_n(
        "In {period}, {name} made {rows} recommendations to {n} state under review, counted in UPR Info's rows:"
        " {became}.",
        "In {period}, {name} made {rows} recommendations to {n} states under review, counted in UPR Info's rows:"
        " {became}.",
        made.partners_known,
        period=made.period,
        name=head.running_name,
        rows=made.n,
        became=became(made.accepted, made.noted, made.unknown),
    )
    return Sentence(text, made.n, gettext(ROW_UNIT), page)


def _none_made(head: StateHead, page: str, received: "Breakdown | None") -> Sentence:
    text = say(
        "No recommendation made by {name} is among UPR Info's rows{period} in the record; rows whose recommending state"
        " is not known may be its own.",
        name=head.running_name,
        period=" " + say("of {period}", period=received.period) if received else "",
    )
    return Sentence(text, 0, gettext(ROW_UNIT), page)


def misplaced(
    head: StateHead, row: UprReview, last: date, existed_from: date, together: Sequence[tuple[str, str]]
) -> str:
    """Return why rows under a state belong to another's review: the state did not exist when it was held."""
    decided = ""
    if together:
        decided = " " + say(
            "(outcomes decided together, {one} and {other})", one=row.outcome_decision, other=together[0][1]
        )
    return say(
        "These rows belong to the review of {others} held in session {session}, which ended by {last}, before {name}"
        " became a state on {day}{decided}.",
        others=joined(name for name, _ in together) if together else say("another state"),
        session=row.upr_session,
        last=day(last),
        name=head.running_name,
        day=day(existed_from),
        decided=decided,
    )


def beside(head: StateHead, others: Iterable[tuple[str, UprReview, int]]) -> str:
    """Return that rows of a review stand under a state that did not exist yet; they are not in its count here."""
    return say(
        "UPR Info lists {rows}, which did not exist at the time: they belong to this review of {name} and are not in"
        " its count here.",
        rows=joined(say("{number} rows under {state}", number=n, state=name) for name, _, n in others),
        name=head.running_name,
    )


def coverage(period: str) -> str:
    """Return what rows of recommendations the record has."""
    return say(
        "Recommendations row by row are in the record for {period} only; later ones are not in it. Their words are not"
        " in the record: they are coded by action category and issue.",
        period=period,
    )


def uncounted(bare: Sequence["ReviewOfState"]) -> str:
    """Return of which reviews only dates or documents are known."""
    cycles = joined(say("cycle {number} ({known})", number=r.cycle, known=_known_of(r)) for r in bare)
    return say("The number of recommendations is not in the record for {cycles}.", cycles=cycles)


def _known_of(one: "ReviewOfState") -> str:
    if one.outcome:
        return say("only the outcome, {symbol} of {day}, is", symbol=one.outcome.symbol, day=in_words(one.outcome_date))
    return say("only the review in {day} is", day=in_words(one.review_date))


def without_items(held: Sequence["ReviewOfState"]) -> str:
    """Return for which reviews the number of items in the report is not known."""
    return say(
        "The number of numbered items in the working group's report is not in the record for {cycles}; UPR Info's rows"
        " cannot stand for it.",
        cycles=_cycles(held),
    )


def _cycles(held: Sequence["ReviewOfState"]) -> str:
    return joined(say("cycle {number}", number=r.cycle) for r in held)


def rows_not_known(held: Sequence["ReviewOfState"]) -> list[str]:
    """Return for which counted reviews there are no rows."""
    counted = [r for r in held if not r.rows and (r.items or r.other_count)]
    if not counted:
        return []
    return [say("Which states made the recommendations of {cycles} is not in the record.", cycles=_cycles(counted))]


def made_to_a_later_state(named: Sequence[str]) -> str:
    """Return that rows stand under a state that did not exist when they were made."""
    return say(
        "UPR Info lists rows under {states} that were made before it became a state; they belong to the review of"
        " another state and are counted here as listed.",
        states=joined(named),
    )


def reviews_listed(n: int, states: int, with_rows: int, with_items: int) -> str:
    """Return how many reviews the record has and of how many it knows a count."""
    return say(
        "The record has {reviews} reviews of {states} states under the Universal Periodic Review: for {with_rows} it"
        " has UPR Info's rows of recommendations, for {with_items} the number of items in the working group's report.",
        reviews=n,
        states=states,
        with_rows=with_rows,
        with_items=with_items,
    )


def listed(n: int, told: str, period: str, became_words: str) -> str:
    """Return how many rows a list of recommendations has."""
    if not n:
        return say("UPR Info has no row of recommendations{told} in {period}.", told=told, period=period)
    return say_n(
        "UPR Info has {rows} row of recommendations{told} in {period}: {became}.",
        "UPR Info has {rows} rows of recommendations{told} in {period}: {became}.",
        n,
        rows=number(n),
        told=told,
        period=period,
        became=became_words,
    )


def cycle_in_words(cycle: int) -> str:
    """Return a cycle as a sentence names it: the 2nd cycle."""
    return say("the {ordinal} cycle", ordinal=ordinal(cycle))


def told(state: str | None, by: str | None, others: Sequence[str]) -> str:
    """Return whom a list of recommendations is about: made by the United States to Kazakhstan, …"""
    parts = [
        " " + say("made by {state}", state=by) if by else "",
        " " + say("to {state}", state=state) if state else "",
    ]
    return "".join(parts) + "".join(f", {one}" for one in others)
