"""The index that a copy is searched by: states under all their names in all languages, situations, sessions, texts."""

import json
from collections.abc import Iterator
from typing import Any

from onrecord.publish.languages.language import Language, speaking
from onrecord.publish.languages.state_names import state_name
from onrecord.publish.languages.words import gettext, unmarked
from onrecord.publish.site.places import place
from onrecord.publish.views.elections import election_list
from onrecord.publish.views.lists import session_list, situation_list
from onrecord.publish.views.treaty_matrix import treaty_matrix
from onrecord.record.query_pages import text_pages
from onrecord.record.store import Record

Entry = tuple[str, str, str, str]
"""Of what kind, what it is called, its address, the other words it is found by."""


def written_index(record: Record, languages: tuple[Language, ...]) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the index: what has a name, for each language; the texts, for all."""
    for language in languages:
        with speaking(language):
            data = {"words": _words(), "entries": list(_entries(record))}
            yield f"{language.prefix}/search/names.json".lstrip("/"), _json(data)
    yield "search/texts.json", _json(list(_texts(record)))


def _json(data: Any) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def _words() -> dict[str, str]:
    said = {
        "state": gettext("States"),
        "situation": gettext("Country situations"),
        "session": gettext("Sessions"),
        "election": gettext("Elections"),
        "treaty": gettext("Treaties"),
        "text": gettext("Texts"),
        "none": gettext("Nothing in the record fits these words."),
        "failed": gettext("The index could not be loaded."),
        "found": gettext("Found: {n}"),
    }
    return {name: unmarked(words) for name, words in said.items()}


def _entries(record: Record) -> Iterator[Entry]:
    gazetteer = record.gazetteer
    for state in gazetteer.states:
        name = unmarked(state_name(gazetteer, state.iso3))
        others = dict.fromkeys([state.iso3, *(one.name for one in gazetteer.names(state.iso3))])
        yield "state", name, f"states/{state.slug}/", "|".join(one for one in others if one != name)
    for line in situation_list(record).situations:
        yield "situation", unmarked(line.situation.label), _page(line.situation.page), line.situation.subject
    for line in session_list(record).sessions:
        yield "session", unmarked(line.name), _page(line.page), line.session
    for line in election_list(record).elections:
        yield "election", f"{line.date}", _page(line.page), ""
    for line in treaty_matrix(record).instruments:
        yield "treaty", f"{line.instrument}: {line.title}", _page(line.page), ""


def _page(address: str) -> str:
    return place(address).removesuffix("index.html")


def _texts(record: Record) -> Iterator[Entry]:
    for text in text_pages(record):
        yield text.symbol or "", text.title, str(text.decided_on or ""), _page(f"/votes/{text.slug}")
