"""Sentences on how others rate a state: each with its edition, and ratings never called ranks."""

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from onrecord.measures.ratings import runs, spells
from onrecord.publish.languages.words import english, gettext, message, say, say_n
from onrecord.publish.languages.writing import joined
from onrecord.publish.sentences import capital
from onrecord.publish.views.shared import Sentence, StateHead
from onrecord.publish.written_dates import at_a_time

if TYPE_CHECKING:
    from onrecord.publish.views.standing import FreedomLine, NhriLine, ObservationLine, PressLine

FREEDOM_WORDS = {"F": "Free", "PF": "Partly Free", "NF": "Not Free"}
"""Freedom House's three statuses in its own words."""

STATUS_WORDS = {"A": message("A status"), "B": message("B status"), "none": message("no A or B status")}
"""Accreditation under the Paris Principles, in words."""

_NHRI = message("annual series of accreditation under the Paris Principles; years not listed are not in it")
_RSF = message("RSF's press freedom index by edition")
_RSF_CHANGED = message("RSF changed its method in 2022: scores and ranks before and after are not compared.")
_FH = message("Freedom House's ratings by edition, 1 the most free to 7 the least free; a rating, not a rank")


def freedom(status: str) -> str:
    """Return Freedom House's status in words, as printed: Not Free; "Free (Not Free)" where two are printed."""
    return re.sub(r"[A-Z]+", lambda match: FREEDOM_WORDS[match[0]], status)


def years_in_words(years: Iterable[int]) -> str:
    """Return years in a sentence: 2000, 2005 and 2015 to 2025."""
    return joined(
        str(first) if first == last else say("{first} to {last}", first=first, last=last) for first, last in runs(years)
    )


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
        parts = "; ".join(
            say("{status} in {years}", status=gettext(STATUS_WORDS[status]), years=years_in_words(years))
            for status, years in spells(annual)
        )
        text = say(
            "By the annual series, the national human rights institution of {name} had {statuses}.",
            name=head.running_name,
            statuses=parts,
        )
        found.append(Sentence(text, len(annual), gettext(_NHRI), page))
    for line in lines:
        if not line.annual:
            scope = say("decisions on accreditation found in sources; not complete")
            found.append(Sentence(_decided(head, line), 1, scope, page))
    return found


def _decided(head: StateHead, line: "NhriLine") -> str:
    return say(
        "{when} the national human rights institution of {name}{institution}: {event}, {status}{note}.",
        when=capital(at_a_time(line.date or str(line.year))),
        name=head.running_name,
        institution=f" ({english(line.institution)})" if line.institution else "",
        event=english(line.event),
        status=gettext(STATUS_WORDS[line.status]),
        note=_with(line.note),
    )


def _with(note: str | None) -> str:
    return f" ({english(note)})" if note else ""


def _press(head: StateHead, page: str, lines: Sequence["PressLine"]) -> Sentence | None:
    ranked = [line for line in lines if line.rank is not None]
    if not ranked:
        return None
    last = ranked[-1]
    text = say_n(
        "RSF ranked {name} {rank} in its press freedom index, edition {edition}; its rank is in the record for {n}"
        " edition ({years}).",
        "RSF ranked {name} {rank} in its press freedom index, edition {edition}; its rank is in the record for {n}"
        " editions ({years}).",
        len(ranked),
        name=head.running_name,
        rank=ranked_in_words(last),
        edition=last.edition,
        years=years_in_words(line.edition for line in ranked),
    )
    scope = f"{gettext(_RSF)}. {gettext(_RSF_CHANGED)}" if last.method else gettext(_RSF)
    return Sentence(text, len(ranked), scope, page)


def ranked_in_words(line: "PressLine") -> str:
    """Return a rank with the number ranked: 154 of 179; the number is not guessed where it is not known."""
    if line.of is None:
        return say("{rank} (how many were ranked is not in the record)", rank=line.rank)
    return say("{rank} of {of}", rank=line.rank, of=line.of)


def _house(head: StateHead, page: str, lines: Sequence["FreedomLine"]) -> Sentence | None:
    if not lines:
        return None
    last = lines[-1]
    under = f" ({say('under review: {year}', year=last.year_under_review)})" if last.year_under_review else ""
    parts = [
        say("status {status}", status=english(last.status_words)) if last.status_words else None,
        say("political rights {rating}", rating=last.political_rights) if last.political_rights else None,
        say("civil liberties {rating}", rating=last.civil_liberties) if last.civil_liberties else None,
    ]
    text = say(
        "Freedom House, in the edition of {edition}{under}, gave {name} {ratings} (1 is the most free, 7 the least).",
        edition=last.label,
        under=under,
        name=head.running_name,
        ratings=joined(part for part in parts if part),
    )
    scope = f"{gettext(_FH)}. {say('n counts editions in the record')}"
    return Sentence(text, len(lines), scope, page)


def _observed(head: StateHead, page: str, lines: Sequence["ObservationLine"]) -> Sentence | None:
    adopted = [line for line in lines if line.adopted]
    if not adopted:
        return None
    bodies = sorted({line.treaty_body for line in adopted})
    days = sorted(line.adopted for line in adopted if line.adopted)
    text = say(
        "The record has {sets} of concluding observations on {name} by {bodies} ({which}), the first adopted {first},"
        " the last {last}.",
        sets=say_n("{n} set", "{n} sets", len(adopted)),
        name=head.running_name,
        bodies=say_n("{n} treaty body", "{n} treaty bodies", len(bodies)),
        which=joined(bodies),
        first=at_a_time(days[0]),
        last=at_a_time(days[-1]),
    )
    return Sentence(text, len(adopted), say("concluding observations found; not complete"), page)


def nhri_coverage(years: Sequence[int]) -> str:
    """Return which years the annual series has and what its "none" means."""
    return say(
        "The annual series of national institutions has {years} only; “none” says that no institution had A or B"
        " status, not that there was no institution. Decisions on accreditation are in the record for few states.",
        years=years_in_words(years),
    )


def nhri_missing(head: StateHead) -> str:
    """Return that nothing on a state's national institution is known."""
    return say(
        "The status of a national human rights institution of {name} is not in the record.", name=head.running_name
    )


def press_coverage(head: StateHead, missing: Sequence[int], changed: bool) -> list[str]:
    """Return in which editions the state's rank is not known, and that RSF changed its method if it had by then."""
    said = [gettext(_RSF_CHANGED)] if changed else []
    if not missing:
        return said
    unknown = say(
        "The rank of {name} in RSF's index is not in the record for {editions}; RSF may have ranked it.",
        name=head.running_name,
        editions=_editions(missing),
    )
    return [unknown, *said]


def _editions(years: Sequence[int]) -> str:
    return say_n("the edition of {years}", "the editions of {years}", len(years), years=years_in_words(years))


def press_missing(head: StateHead) -> str:
    """Return that no rank of the state is known."""
    return say("No rank of {name} in RSF's press freedom index is in the record.", name=head.running_name)


def numbers_missing(editions: Sequence[int]) -> str:
    """Return the editions for which the number of states ranked is not known."""
    return say("How many states RSF ranked is not in the record for {editions}.", editions=_editions(editions))


def house_missing(head: StateHead) -> str:
    """Return that no rating by Freedom House is known."""
    return say("No rating of {name} by Freedom House is in the record.", name=head.running_name)


def house_coverage(first: int, last: int) -> str:
    """Return the editions of Freedom House that the record has."""
    return say(
        "Freedom House's ratings are in the record for the editions of {first} to {last}; the year under review is"
        " mostly the one before the edition. Freedom House rates states, it does not rank them.",
        first=first,
        last=last,
    )


def observations_coverage(head: StateHead, states: Sequence[str], own: bool) -> str:
    """Return of which states the record has concluding observations."""
    of = joined(states) if states else say("no state")
    if own:
        return say(
            "Concluding observations are in the record for {states} only, and the list may miss some.", states=of
        )
    return say(
        "Concluding observations on {name} are not in the record, which has them for {states} only; that is not to say"
        " that there are none.",
        name=head.running_name,
        states=of,
    )
