"""Words in the language spoken, from its catalogue; where it has none, the English ones, marked as English.

The marks are Unicode's own for a stretch of text that runs its own way (U+2066 … U+2069). Plain text keeps them, so
that English within Arabic reads rightly; pages turn them into an element that says its language (``web/marking.py``).
"""

from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import TYPE_CHECKING, Any

from onrecord.publish.languages.grammar import run_together
from onrecord.publish.languages.language import Language, spoken

if TYPE_CHECKING:
    from babel.support import Translations

ENGLISH_FROM, ENGLISH_TO = "\u2066", "\u2069"
"""What stands around English words in a text of another language."""


def english(text: str) -> str:
    """Return words that there are only in English, marked as such where another language is spoken."""
    return text if spoken() is Language.EN or not text else f"{ENGLISH_FROM}{text}{ENGLISH_TO}"


def unmarked(text: str) -> str:
    """Return words without the marks of English, for addresses, orders and whatever else is not read by people."""
    return text.replace(ENGLISH_FROM, "").replace(ENGLISH_TO, "")


def gettext(message: str) -> str:
    """Return a message in the language spoken; in marked English where its catalogue does not have it."""
    if spoken() is Language.EN or not message:
        return message
    return _catalogue(spoken()).gettext(message) if _has(message) else english(message)


def ngettext(one: str, many: str, n: int) -> str:
    """Return the message for a number of things in the language spoken, by that language's plurals."""
    if spoken() is Language.EN:
        return one if n == 1 else many
    return _catalogue(spoken()).ngettext(one, many, n) if _has(one, n) else english(one if n == 1 else many)


def message(words: str) -> str:
    """Return a message as it is, marked for the catalogues: its words are asked for where it is shown."""
    return words


def say(message: str, **values: Any) -> str:
    """Return a sentence in the language spoken, its {names} filled in."""
    return run_together(gettext(message).format(**values))


def say_n(one: str, many: str, n: int, **values: Any) -> str:
    """Return the sentence for ``n`` things in the language spoken, its {names} filled in; {n} is the number."""
    return run_together(ngettext(one, many, n).format(n=n, **values))


def _has(message: str, n: int | None = None) -> bool:
    """Whether the catalogue of the language spoken has the message, and its form for ``n`` things if given."""
    held = _catalogue(spoken())._catalog  # gettext has no other way to ask
    return bool(held.get(message) if n is None else held.get((message, held_plural(n))))


def held_plural(n: int) -> int:
    """Return which of the plural forms of the language spoken is that for ``n`` things."""
    return _catalogue(spoken()).plural(n)


def whole(translation: str | tuple[str, ...] | list[str] | None) -> bool:
    """Whether a message is translated, in all its plural forms where it has any."""
    return bool(translation) and all([translation] if isinstance(translation, str) else translation or ())


@cache
def _catalogue(language: Language) -> "Translations":
    # English needs nothing of babel, which takes long to import.
    from babel.messages.mofile import write_mo  # noqa: PLC0415
    from babel.messages.pofile import read_po  # noqa: PLC0415
    from babel.support import Translations  # noqa: PLC0415

    path = files("onrecord.publish.languages") / "catalogues" / f"{language}.po"
    with path.open("rb") as handle:
        held = read_po(handle, locale=language.value)
    for message in [message for message in held if message.id and not whole(message.string)]:
        # What is compiled without a translation would come back as English that is not marked as such.
        held.delete(message.id)
    compiled = BytesIO()
    write_mo(compiled, held)
    compiled.seek(0)
    return Translations(compiled)
