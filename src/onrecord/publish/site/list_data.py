"""What the copy's script needs to filter the two long lists: their rows, what each is found by, states' positions."""

import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from onrecord.publish.languages.language import Language, speaking
from onrecord.publish.languages.words import gettext, unmarked
from onrecord.publish.site.list_rows import columns, keys
from onrecord.publish.site.making import ROWS, Maker
from onrecord.publish.site.places import place
from onrecord.publish.views.upr_lists import RecommendationFilters, recommendation_list
from onrecord.publish.views.votes import Filters, VoteList, vote_list
from onrecord.record.ballots import ballots
from onrecord.record.store import Record
from onrecord.vocabulary.positions import Position
from onrecord.vocabulary.rollcalls import Body
from onrecord.vocabulary.states import normalise

LETTERS = {
    Position.YES: "y",
    Position.NO: "n",
    Position.ABSTAIN: "a",
    Position.ABSENT: "b",
    None: "u",
}
"""A state's position in one vote as one letter, a capital where it is in doubt; a dot where it had no part."""


def stretches(record: Record, languages: tuple[Language, ...]) -> Iterator[str]:
    """Yield the addresses of all stretches of the lists: each leads only to the next, which would be a long way."""
    from onrecord.publish.web import upr_pages, vote_pages  # noqa: PLC0415  (starts a web framework)

    for language in languages:
        for body in Body:
            path = f"{language.prefix}/votes?{'' if body is Body.HRC else f'body={body.value}&'}start="
            n = vote_list(record, Filters(body=body.value), limit=0).n
            yield from (f"{path}{start}" for start in range(vote_pages.AT_A_TIME, n, vote_pages.AT_A_TIME))
        n = recommendation_list(record, RecommendationFilters(), limit=0).n
        path = f"{language.prefix}/upr/recommendations?start="
        yield from (f"{path}{start}" for start in range(upr_pages.AT_A_TIME, n, upr_pages.AT_A_TIME))


def written_lists(maker: Maker) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the lists' data, each with its bytes."""
    record = maker.app.state.site.record
    rows = _kept_rows(maker.asked.folder / ROWS)
    bodies = [body for body in Body if place(_list_of(Language.EN, body)) in rows]
    for language in maker.asked.languages:
        with speaking(language):
            for body in bodies:
                yield _votes(maker, record, rows, language, body)
            if place(f"{language.prefix}/upr/recommendations") in rows:
                yield _recommendations(record, rows, language)
    for body in bodies:
        yield from _positions(record, body)


def _list_of(language: Language, body: Body) -> str:
    """Return the address at which the votes of a body begin."""
    return f"{language.prefix}/votes{'' if body is Body.HRC else f'?body={body.value}'}"


def _kept_rows(folder: Path) -> dict[str, list[list[str]]]:
    found = (json.loads(file.read_text(encoding="utf-8")) for file in sorted(folder.glob("*.json")))
    return dict(found)


def _rows(rows: dict[str, list[list[str]]], address: str, step: int) -> list[list[str]]:
    """Return the rows of a list over its stretches, in their order; of a copy of a part, those that are in it."""
    found: list[list[str]] = []
    joined = "&" if "?" in address else "?"
    while stretch := rows.get(place(f"{address}{joined}start={len(found)}" if found else address)):
        found.extend(stretch)
        if len(stretch) < step:
            break
    return found


def _votes(
    maker: Maker, record: Record, rows: dict[str, list[list[str]]], language: Language, body: Body
) -> tuple[str, bytes]:
    from onrecord.publish.web.vote_pages import AT_A_TIME  # noqa: PLC0415  (starts a web framework)

    listed = vote_list(record, Filters(body=body.value))
    shown = _rows(rows, _list_of(language, body), AT_A_TIME)
    data = {
        "columns": columns(shown),
        "keys": keys(islice(_vote_keys(record, listed), len(shown))),
        "step": AT_A_TIME,
        "positions": _position_cells(maker),
        "words": _words(),
    }
    return _named(f"{language.prefix}/votes", body.value, data)


def _vote_keys(record: Record, listed: VoteList) -> Iterator[dict[str, str]]:
    for line in listed.votes:
        subjects = [record.subjects[one] for one in line.situations]
        yield {
            "year": str(line.date.year),
            "session": line.session,
            "item": line.agenda_item or "",
            "kind": line.kind,
            "status": line.status,
            "situation": " ".join(f"{one.slug} {one.subject}" for one in subjects),
            "words": normalise(line.title),
        }


def _position_cells(maker: Maker) -> dict[str, str]:
    """Return the mark and word of each position, as pages show them."""
    marks = maker.app.state.site.templates.get_template("marks.html").module
    return {letter: getattr(marks, "said")(position) for position, letter in LETTERS.items()}  # noqa: B009


def _recommendations(record: Record, rows: dict[str, list[list[str]]], language: Language) -> tuple[str, bytes]:
    from onrecord.publish.web.upr_pages import AT_A_TIME  # noqa: PLC0415  (starts a web framework)

    listed = recommendation_list(record, RecommendationFilters())
    path = f"{language.prefix}/upr/recommendations"
    lines = (
        {
            "state": one.state.iso3,
            "by": one.by.iso3 if one.by else "",
            "cycle": str(one.cycle),
            "issue": " ".join(one.issues),
            "action": str(one.action),
            "response": one.response or "",
        }
        for one in listed.recommendations
    )
    shown = _rows(rows, path, AT_A_TIME)
    found = keys(islice(lines, len(shown)))
    return _named(path, "all", {"columns": columns(shown), "keys": found, "step": AT_A_TIME, "words": _words()})


def _words() -> dict[str, str]:
    """Return what the script writes, in the language spoken."""
    said = {
        "shown": gettext("Rows that fit: {n}. Shown: {first} to {last}."),
        "none": gettext("No row in the record fits these filters."),
        "state": gettext("With the position of {state}."),
        "unknown": gettext("The record knows no state of this name."),
        "position": gettext("Position"),
        "before": gettext("Before"),
        "after": gettext("After"),
        "doubt": gettext("In doubt: the sources of this vote leave the position open"),
    }
    return {name: unmarked(words) for name, words in said.items()}


def _positions(record: Record, body: Body) -> Iterator[tuple[str, bytes]]:
    """Yield for each state a letter for each vote of the list, in its order."""
    listed = vote_list(record, Filters(body=body.value)).votes
    order = [line.rollcall_id for line in listed]
    held = _held(record, body, {line.date.year for line in listed})
    for state in sorted(held):
        letters = "".join(held[state].get(one, ".") for one in order)
        yield f"votes/positions/{body.value}/{state}.txt", letters.encode()


def _held(record: Record, body: Body, years: set[int]) -> dict[str, dict[str, str]]:
    """Return each state's letters by vote, for the votes in which it could take part: a year's votes at a time."""
    found: dict[str, dict[str, str]] = {}
    for year in sorted(years):
        where = "body = $body AND vote_taken AND year(date) = $year"
        for ballot in ballots(record, where, {"body": body.value, "year": year}):
            for state in ballot.casts if body is Body.GA else ballot.members:
                letter = _letter(ballot.position(state), ballot.doubtful(state))
                found.setdefault(state, {})[ballot.rollcall_id] = letter
    return found


def _letter(position: Position | None, doubtful: bool) -> str:
    letter = LETTERS[position]
    return letter.upper() if doubtful else letter


def _named(path: str, name: str, data: dict[str, Any]) -> tuple[str, bytes]:
    file = place(path).replace("index.html", f"rows-{name}.json")
    return file, json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
