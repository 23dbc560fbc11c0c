"""Names of states in other languages, from the Unicode Common Locale Data Repository that babel carries."""

from collections import Counter
from collections.abc import Mapping

from babel import Locale

from onrecord.vocabulary.states import NameKind, StateName, normalise

LANGUAGES = ("fr", "es", "ru", "ar", "zh")
"""The official languages of the United Nations other than English."""


def cldr_names(iso2_to_iso3: Mapping[str, str], languages: tuple[str, ...] = LANGUAGES) -> list[StateName]:
    """Names of the states given, as undated aliases in each language, ordered by language and code.

    Give current states only: CLDR has no former ones. A spelling that stands for two states, in one
    language or across them, is left out for both, because no reader could tell which was meant.
    """
    names = [
        StateName(iso3, name, NameKind.ALIAS, language, None, None)
        for language in languages
        for iso2, iso3 in sorted(iso2_to_iso3.items())
        if (name := Locale(language).territories.get(iso2))
    ]
    meant = Counter(key for key, _ in {(normalise(name.name), name.iso3) for name in names})
    return [name for name in names if meant[normalise(name.name)] == 1]
