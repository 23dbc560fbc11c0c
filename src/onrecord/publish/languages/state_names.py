"""States' names in the language spoken, and the order of names."""

import unicodedata
from collections.abc import Iterable
from datetime import date

from onrecord.publish.languages.language import Language, spoken
from onrecord.publish.languages.words import english, unmarked
from onrecord.vocabulary.states import Gazetteer, State


def state_name(gazetteer: Gazetteer, iso3: str, on: date | None = None) -> str:
    """Return a state's name of a day (today's without one) in the language spoken; in marked English where it has none.

    The record has names in other languages for today's states under today's names only: a name that was
    changed since is shown in English.
    """
    name = gazetteer.name(iso3, on)
    if spoken() is Language.EN:
        return name
    own = gazetteer.name_in(iso3, spoken().value) if name == gazetteer.name(iso3) else None
    return own or english(name)


def names_to_choose(gazetteer: Gazetteer, states: Iterable[State]) -> tuple[str, ...]:
    """Return states' names of today for a list to choose from, in order and without marks."""
    return tuple(unmarked(name) for name in sorted((state_name(gazetteer, s.iso3) for s in states), key=name_order))


def name_order(name: str) -> str:
    """Return what names are put in order by: in English as they are written, elsewhere without accents and case.

    This is the order of a dictionary only roughly: of Chinese names it is that of their characters' numbers.
    """
    if spoken() is Language.EN:
        return name
    folded = unicodedata.normalize("NFKD", unmarked(name).casefold())
    return "".join(letter for letter in folded if not unicodedata.combining(letter))
