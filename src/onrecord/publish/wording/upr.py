"""Sentences on the Universal Periodic Review: no count without its unit."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from onrecord.publish.sentences import day, joined, ordinal
from onrecord.publish.views.shared import Sentence, StateHead
from onrecord.publish.written_dates import at_a_time, in_words
from onrecord.record.query_upr import SessionsCovered
from onrecord.sources.facts_cooperation import UprReview

if TYPE_CHECKING:
    from onrecord.publish.views.upr import Breakdown, ReviewOfState
    from onrecord.publish.views.upr_parts import ItemCount, OtherCount, RowCount

ROW_UNIT = "UPR Info's rows: one for each recommending state and action, with the final response"
"""The unit of the record's recommendations."""

ITEM_UNIT = "numbered items of the working group's report"
"""The unit of the items of a report."""

TIED = 4
"""Most states named as sharing a first place."""


def sessions(covered: SessionsCovered | None) -> str:
    """Return which sessions' recommendations are in the record, with their days."""
    if covered is None:
        return "no session yet"
    span = f"{day(covered.first_day)} to {day(covered.last_day)}"
    if covered.first == covered.last:
        return f"session {covered.first} ({span})"
    return f"sessions {covered.first} to {covered.last} ({span})"


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
        text = f"UPR Info lists {_rows_of(one.rows)} under {head.running_name}{_when(one)}. {one.misplaced}"
        return Sentence(text, one.rows.n, ROW_UNIT, page)
    counts = [words for words, _, _ in _counts(one)]
    units = [unit for _, _, unit in _counts(one)]
    text = f"At its review {_at(one)}, {head.running_name} received {joined(counts)}."
    beside = f" {one.misplaced}" if one.misplaced else ""
    n = one.rows.n if one.rows else _counts(one)[0][1]
    return Sentence(text + beside, n, f"n counts {_n_unit(one)}. Units: {'; '.join(units)}", page)


def _n_unit(one: "ReviewOfState") -> str:
    if one.rows:
        return "UPR Info's rows"
    return "items of the report" if one.items else "recommendations as the source counts them"


def _at(one: "ReviewOfState") -> str:
    day_known = at_a_time(one.review_date) if one.review_date else "(day not in the record"
    where = f"cycle {one.cycle}"
    if one.upr_session:
        where += f", session {one.upr_session} of the UPR working group"
    return f"{day_known} ({where})" if one.review_date else f"{day_known}; {where})"


def _when(one: "ReviewOfState") -> str:
    return f" (cycle {one.cycle}, session {one.upr_session})" if one.upr_session else f" (cycle {one.cycle})"


def _counts(one: "ReviewOfState") -> list[tuple[str, int, str]]:
    """Return each count of a review: in words, its number, its unit."""
    found = []
    if one.items:
        found.append((_items(one.items, one.report.symbol if one.report else None), one.items.n, ITEM_UNIT))
    if one.rows:
        found.append((_rows(one.rows, alone=not found), one.rows.n, ROW_UNIT))
    if one.other_count:
        found.append((_other(one.other_count), one.other_count.n, one.other_count.unit))
    return found


def _items(items: "ItemCount", symbol: str | None) -> str:
    parts = joined(f"{p.n} in paragraph {p.paragraph}" for p in items.paragraphs) if items.paragraphs else ""
    where = f" of {symbol}" if symbol else " of the working group's report"
    return f"{items.n} recommendations as numbered items{where}{f' ({parts})' if parts else ''}"


def _rows(rows: "RowCount", alone: bool) -> str:
    number = f"{rows.n} recommendation{'s' * (rows.n != 1)}" if alone else str(rows.n)
    responses = became(rows.accepted, rows.noted, rows.unknown)
    return f"{number} by UPR Info's count of one row for each recommending state and action ({responses})"


def _rows_of(rows: "RowCount") -> str:
    return f"{rows.n} row{'s' * (rows.n != 1)} ({became(rows.accepted, rows.noted, rows.unknown)})"


def became(accepted: int, noted: int, unknown: int) -> str:
    """Return what became of rows in the end: 122 accepted, 7 noted."""
    if unknown and not (accepted or noted):
        return "final responses not known by that day"
    rest = f", {unknown} with a final response not known by that day" if unknown else ""
    return f"{accepted or 'none'} accepted, {noted or 'none'} noted{rest}"


def _other(count: "OtherCount") -> str:
    parts = [f"{n} {what}" for n, what in ((count.supported, "supported"), (count.noted, "noted")) if n is not None]
    said = f", of which {joined(parts)}" if parts else ""
    return f"{count.n} recommendations{said}, in a count of the unit “{count.unit}” as the source puts it"


def _most(head: StateHead, page: str, received: "Breakdown") -> Sentence | None:
    known = [p for p in received.partners if p.state]
    if not known:
        return None
    first = [p.state.running_name for p in known if p.state and p.n == known[0].n]
    if len(first) > TIED:
        return None
    each = " each" if len(first) > 1 else ""
    text = (
        f"For {received.period}, UPR Info lists {received.n} rows of recommendations to {head.running_name}, from"
        f" {received.partners_known} known states; the most came from {joined(first)} ({known[0].n}{each})."
    )
    return Sentence(text, received.n, ROW_UNIT, page)


def _made(head: StateHead, page: str, made: "Breakdown") -> Sentence:
    to = f"{made.partners_known} state{'s' * (made.partners_known != 1)} under review"
    text = (
        f"In {made.period}, {head.running_name} made {made.n} recommendations to {to}, counted in UPR Info's rows:"
        f" {became(made.accepted, made.noted, made.unknown)}."
    )
    return Sentence(text, made.n, ROW_UNIT, page)


def _none_made(head: StateHead, page: str, received: "Breakdown | None") -> Sentence:
    period = f" of {received.period}" if received else ""
    text = (
        f"No recommendation made by {head.running_name} is among UPR Info's rows{period} in the record;"
        " rows whose recommending state is not known may be its own."
    )
    return Sentence(text, 0, ROW_UNIT, page)


def misplaced(
    head: StateHead, row: UprReview, last: date, existed_from: date, together: Sequence[tuple[str, str]]
) -> str:
    """Return why rows under a state belong to another's review: the state did not exist when it was held."""
    others = joined(name for name, _ in together) if together else "another state"
    decided = f" (outcomes decided together, {row.outcome_decision} and {together[0][1]})" if together else ""
    return (
        f"These rows belong to the review of {others} held in session {row.upr_session}, which ended by"
        f" {day(last)}, before {head.running_name} became a state on {day(existed_from)}{decided}."
    )


def beside(head: StateHead, others: Iterable[tuple[str, UprReview, int]]) -> str:
    """Return that rows of a review stand under a state that did not exist yet; they are not in its count here."""
    parts = joined(f"{n} rows under {name}" for name, _, n in others)
    return (
        f"UPR Info lists {parts}, which did not exist at the time: they belong to this review of {head.running_name}"
        " and are not in its count here."
    )


def coverage(period: str) -> str:
    """Return what rows of recommendations the record has."""
    return (
        f"Recommendations row by row are in the record for {period} only; later ones are not in it. Their words are"
        " not in the record: they are coded by action category and issue."
    )


def uncounted(bare: Sequence["ReviewOfState"]) -> str:
    """Return of which reviews only dates or documents are known."""
    parts = [f"cycle {r.cycle} ({_known_of(r)})" for r in bare]
    return f"The number of recommendations is not in the record for {joined(parts)}."


def _known_of(one: "ReviewOfState") -> str:
    if one.outcome:
        return f"only the outcome, {one.outcome.symbol} of {in_words(one.outcome_date)}, is"
    return f"only the review in {in_words(one.review_date)} is"


def without_items(held: Sequence["ReviewOfState"]) -> str:
    """Return for which reviews the number of items in the report is not known."""
    cycles = joined(f"cycle {r.cycle}" for r in held)
    return (
        f"The number of numbered items in the working group's report is not in the record for {cycles}; UPR Info's"
        " rows cannot stand for it."
    )


def rows_not_known(held: Sequence["ReviewOfState"]) -> list[str]:
    """Return for which counted reviews there are no rows."""
    cycles = [f"cycle {r.cycle}" for r in held if not r.rows and (r.items or r.other_count)]
    return [f"Which states made the recommendations of {joined(cycles)} is not in the record."] if cycles else []


def made_to_a_later_state(named: Sequence[str]) -> str:
    """Return that rows stand under a state that did not exist when they were made."""
    return (
        f"UPR Info lists rows under {joined(named)} that were made before it became a state; they belong to the"
        " review of another state and are counted here as listed."
    )


def reviews_listed(n: int, states: int, with_rows: int, with_items: int) -> str:
    """Return how many reviews the record has and of how many it knows a count."""
    return (
        f"The record has {n} reviews of {states} states under the Universal Periodic Review: for {with_rows} it has"
        f" UPR Info's rows of recommendations, for {with_items} the number of items in the working group's report."
    )


def listed(n: int, told: str, period: str, became_words: str) -> str:
    """Return how many rows a list of recommendations has."""
    rows = f"{n:,} row{'s' * (n != 1)}" if n else "no row"
    rest = f": {became_words}" if n else ""
    return f"UPR Info has {rows} of recommendations{told} in {period}{rest}."


def cycle_in_words(cycle: int) -> str:
    """Return a cycle as a sentence names it: the 2nd cycle."""
    return f"the {ordinal(cycle)} cycle"


def told(state: str | None, by: str | None, others: Sequence[str]) -> str:
    """Return whom a list of recommendations is about: made by the United States to Kazakhstan, …"""
    parts = [f" made by {by}" if by else "", f" to {state}" if state else ""]
    return "".join(parts) + "".join(f", {one}" for one in others)
