"""Sentences on how others rate a state: each with its edition, and ratings never called ranks."""

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from onrecord.measures.ratings import runs, spells
from onrecord.publish.sentences import capital, joined
from onrecord.publish.views.shared import Sentence, StateHead
from onrecord.publish.written_dates import at_a_time

if TYPE_CHECKING:
    from onrecord.publish.views.standing import FreedomLine, NhriLine, ObservationLine, PressLine

FREEDOM_WORDS = {"F": "Free", "PF": "Partly Free", "NF": "Not Free"}
"""Freedom House's three statuses in its own words."""

STATUS_WORDS = {"A": "A status", "B": "B status", "none": "no A or B status"}
"""Accreditation under the Paris Principles, in words."""

_NHRI = "annual series of accreditation under the Paris Principles; years not listed are not in it"
_RSF = "RSF's press freedom index by edition"
_RSF_CHANGED = "RSF changed its method in 2022: scores and ranks before and after are not compared."
_FH = "Freedom House's ratings by edition, 1 the most free to 7 the least free; a rating, not a rank"


def freedom(status: str) -> str:
    """Return Freedom House's status in words, as printed: Not Free; "Free (Not Free)" where two are printed."""
    return re.sub(r"[A-Z]+", lambda match: FREEDOM_WORDS[match[0]], status)


def years_in_words(years: Iterable[int]) -> str:
    """Return years in a sentence: 2000, 2005 and 2015 to 2025."""
    return joined(str(first) if first == last else f"{first} to {last}" for first, last in runs(years))


def of_state(
    head: StateHead,
    page: str,
    nhri: Sequence["NhriLine"],
    press: Sequence["PressLine"],
    house: Sequence["FreedomLine"],
    observations: Sequence["ObservationLine"],
) -> list[Sentence]:
    """Return a finding for each body that rates the state; none where the record has nothing of it."""
    said = [*_nhri(head, page, nhri), _press(head, page, press), _house(head, page, house)]
    said.append(_observed(head, page, observations))
    return [sentence for sentence in said if sentence]


def _nhri(head: StateHead, page: str, lines: Sequence["NhriLine"]) -> list[Sentence]:
    annual = [(line.year, line.status) for line in lines if line.annual]
    found = []
    if annual:
        parts = "; ".join(f"{STATUS_WORDS[status]} in {years_in_words(years)}" for status, years in spells(annual))
        text = f"By the annual series, the national human rights institution of {head.running_name} had {parts}."
        found.append(Sentence(text, len(annual), _NHRI, page))
    for line in lines:
        if not line.annual:
            who = f" ({line.institution})" if line.institution else ""
            text = (
                f"{capital(at_a_time(line.date or str(line.year)))} the national human rights institution of"
                f" {head.running_name}{who}: {line.event}, {STATUS_WORDS[line.status]}{_with(line.note)}."
            )
            found.append(Sentence(text, 1, "decisions on accreditation found in sources; not complete", page))
    return found


def _with(note: str | None) -> str:
    return f" ({note})" if note else ""


def _press(head: StateHead, page: str, lines: Sequence["PressLine"]) -> Sentence | None:
    ranked = [line for line in lines if line.rank is not None]
    if not ranked:
        return None
    last = ranked[-1]
    n = f"{len(ranked)} edition{'s' * (len(ranked) != 1)} ({years_in_words(line.edition for line in ranked)})"
    text = (
        f"RSF ranked {head.running_name} {ranked_in_words(last)} in its press freedom index, edition"
        f" {last.edition}; its rank is in the record for {n}."
    )
    scope = f"{_RSF}. {_RSF_CHANGED}" if last.method else _RSF
    return Sentence(text, len(ranked), scope, page)


def ranked_in_words(line: "PressLine") -> str:
    """Return a rank with the number ranked: 154 of 179; the number is not guessed where it is not known."""
    of = f" of {line.of}" if line.of is not None else " (how many were ranked is not in the record)"
    return f"{line.rank}{of}"


def _house(head: StateHead, page: str, lines: Sequence["FreedomLine"]) -> Sentence | None:
    if not lines:
        return None
    last = lines[-1]
    under = f" (under review: {last.year_under_review})" if last.year_under_review else ""
    parts = [
        f"status {last.status_words}" if last.status_words else None,
        f"political rights {last.political_rights}" if last.political_rights else None,
        f"civil liberties {last.civil_liberties}" if last.civil_liberties else None,
    ]
    text = (
        f"Freedom House, in the edition of {last.label}{under}, gave {head.running_name}"
        f" {joined(part for part in parts if part)} (1 is the most free, 7 the least)."
    )
    return Sentence(text, len(lines), f"{_FH}. n counts editions in the record", page)


def _observed(head: StateHead, page: str, lines: Sequence["ObservationLine"]) -> Sentence | None:
    adopted = [line for line in lines if line.adopted]
    if not adopted:
        return None
    bodies = sorted({line.treaty_body for line in adopted})
    days = sorted(line.adopted for line in adopted if line.adopted)
    text = (
        f"The record has {len(adopted)} set{'s' * (len(adopted) > 1)} of concluding observations on"
        f" {head.running_name} by {len(bodies)} treaty {'bodies' if len(bodies) > 1 else 'body'}"
        f" ({joined(bodies)}), the first adopted {at_a_time(days[0])}, the last {at_a_time(days[-1])}."
    )
    return Sentence(text, len(adopted), "concluding observations found; not complete", page)


def nhri_coverage(years: Sequence[int]) -> str:
    """Return which years the annual series has and what its "none" means."""
    return (
        f"The annual series of national institutions has {years_in_words(years)} only; “none” says that no institution"
        " had A or B status, not that there was no institution. Decisions on accreditation are in the record for few"
        " states."
    )


def nhri_missing(head: StateHead) -> str:
    """Return that nothing on a state's national institution is known."""
    return f"The status of a national human rights institution of {head.running_name} is not in the record."


def press_coverage(head: StateHead, missing: Sequence[int], changed: bool) -> list[str]:
    """Return in which editions the state's rank is not known, and that RSF changed its method if it had by then."""
    said = [_RSF_CHANGED] if changed else []
    if not missing:
        return said
    return [
        f"The rank of {head.running_name} in RSF's index is not in the record for {_editions(missing)}; RSF may have"
        " ranked it.",
        *said,
    ]


def _editions(years: Sequence[int]) -> str:
    return f"the edition{'s' * (len(years) > 1)} of {years_in_words(years)}"


def press_missing(head: StateHead) -> str:
    """Return that no rank of the state is known."""
    return f"No rank of {head.running_name} in RSF's press freedom index is in the record."


def numbers_missing(editions: Sequence[int]) -> str:
    """Return the editions for which the number of states ranked is not known."""
    return f"How many states RSF ranked is not in the record for {_editions(editions)}."


def house_missing(head: StateHead) -> str:
    """Return that no rating by Freedom House is known."""
    return f"No rating of {head.running_name} by Freedom House is in the record."


def house_coverage(first: int, last: int) -> str:
    """Return the editions of Freedom House that the record has."""
    return (
        f"Freedom House's ratings are in the record for the editions of {first} to {last}; the year under review is"
        " mostly the one before the edition. Freedom House rates states, it does not rank them."
    )


def observations_coverage(head: StateHead, states: Sequence[str], own: bool) -> str:
    """Return of which states the record has concluding observations."""
    of = joined(states) if states else "no state"
    if own:
        return f"Concluding observations are in the record for {of} only, and the list may miss some."
    return (
        f"Concluding observations on {head.running_name} are not in the record, which has them for {of} only; that is"
        " not to say that there are none."
    )
