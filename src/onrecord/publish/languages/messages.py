"""The catalogues kept up: every message of templates, code and vocabulary in each, with what was translated before."""

import sys
from collections.abc import Iterator
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po

from onrecord.publish.languages.language import Language
from onrecord.publish.languages.terms import terms
from onrecord.publish.languages.words import whole
from onrecord.record.store import Record, shipped_record

CATALOGUES = Path(str(files("onrecord.publish.languages"))) / "catalogues"
"""Where the catalogues lie, one for each language other than English."""

PUBLISH = Path(str(files("onrecord.publish")))

MessageId = str | tuple[str, ...]
"""A message, or one with its plural."""

_CALLS: dict[str, Any] = {
    "gettext": None,
    "_": None,
    "say": None,
    "message": None,
    "ngettext": (1, 2),
    "say_n": (1, 2),
    "message_n": (1, 2),
}
"""The functions whose first words are messages; after each, which of its arguments they are."""

_AS_THE_SITE_READS_THEM = {"trimmed": "true", "newstyle_gettext": "true", "trim_blocks": "true"}
_PLACES_SHOWN = 3
_HEAD = (
    "# Words of the site in this language. Made with `make catalogues`; translate the empty msgstr, nothing else.\n"
    'msgid ""\nmsgstr ""\n"Project-Id-Version: onrecord\\n"\n"Language: {language}\\n"\n"MIME-Version: 1.0\\n"\n'
    '"Content-Type: text/plain; charset=utf-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
    '"Plural-Forms: {plural_forms}\\n"\n\n'
)


def languages() -> list[Language]:
    """Return the languages that have a catalogue: all but English."""
    return [language for language in Language if language is not Language.EN]


def messages(record: Record) -> dict[MessageId, list[str]]:
    """Return every message of the site with the places it stands in."""
    found: dict[MessageId, set[str]] = {}
    for place, message in _said():
        found.setdefault(message, set()).add(place)
    for word, places in terms(record).items():
        found.setdefault(word, set()).update(places)
    return {message: sorted(places) for message, places in found.items()}


def _said() -> Iterator[tuple[str, MessageId]]:
    for path in sorted(PUBLISH.rglob("*.py")):
        yield from _of_file(path, "python", {})
    for path in sorted(PUBLISH.rglob("*.html")):
        yield from _of_file(path, "jinja2.ext:babel_extract", _AS_THE_SITE_READS_THEM)


def _of_file(path: Path, method: str, options: dict[str, str]) -> Iterator[tuple[str, MessageId]]:
    with path.open("rb") as handle:
        for _, message, *_ in extract(method, handle, _CALLS, (), options):
            if message:
                yield str(path.relative_to(PUBLISH)), message


def held(language: Language) -> Catalog:
    """Return a language's catalogue as it lies."""
    with (CATALOGUES / f"{language}.po").open("rb") as handle:
        return read_po(handle, locale=language.value)


def updated(language: Language, wanted: dict[MessageId, list[str]]) -> Catalog:
    """Return a catalogue of the messages wanted, no others, with the translations that the one held has of them."""
    before, catalogue = held(language), Catalog(locale=language.value)
    for message, places in wanted.items():
        old = before.get(message if isinstance(message, str) else message[0])
        kept = old.string if old and old.id == message else None
        catalogue.add(message, kept, locations=[(place, 0) for place in places[:_PLACES_SHOWN]])
    return catalogue


def written(language: Language, catalogue: Catalog) -> bytes:
    """Return a catalogue as its file: sorted, with no time and no line numbers, so that only words make a change."""
    body = BytesIO()
    write_po(body, catalogue, width=0, sort_output=True, omit_header=True, include_lineno=False)
    forms = catalogue.plural_forms
    return _HEAD.format(language=language, plural_forms=forms).encode() + body.getvalue()


def translated(catalogue: Catalog) -> tuple[int, int]:
    """Return how many of a catalogue's messages are translated whole, and how many there are."""
    said = [message for message in catalogue if message.id]
    return sum(whole(message.string) for message in said), len(said)


def update() -> list[str]:
    """Write all catalogues anew; return what each has translated, a line for each language."""
    wanted = messages(Record(shipped_record()).load())
    lines = []
    for language in languages():
        catalogue = updated(language, wanted)
        (CATALOGUES / f"{language}.po").write_bytes(written(language, catalogue))
        done, all_of_them = translated(catalogue)
        lines.append(f"{language}: {done} of {all_of_them} messages translated ({100 * done // all_of_them} per cent)")
    return lines


if __name__ == "__main__":
    sys.stdout.write("\n".join(update()) + "\n")
