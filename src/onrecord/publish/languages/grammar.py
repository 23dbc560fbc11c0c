"""How a name stands within a sentence: French has articles, which run together with the word before them."""

import re

from onrecord.publish.languages.language import Language, spoken
from onrecord.vocabulary.states import in_running_text


def within_sentence(name: str) -> str:
    """Return a state's name as it stands in the middle of a sentence in the language spoken."""
    match spoken():
        case Language.EN:
            return in_running_text(name)
        case Language.FR:
            return _with_article(name)
        case _:
            return name


def run_together(text: str) -> str:
    """Return a finished sentence with the contractions of the language spoken: de le Pérou is du Pérou."""
    if spoken() is not Language.FR:
        return text
    for pattern, contracted in _CONTRACTIONS:
        text = pattern.sub(contracted, text)
    return text


_CONTRACTIONS = tuple(
    (re.compile(pattern), contracted)
    for pattern, contracted in (
        (r"\b([Dd])e le (?=[A-ZÀÉ])", r"\1u "),
        (r"\b([Dd])e les (?=[A-ZÀÉÎ])", r"\1es "),
        (r"\bà le (?=[A-ZÀÉ])", "au "),
        (r"\bà les (?=[A-ZÀÉÎ])", "aux "),
        (r"\bÀ le (?=[A-ZÀÉ])", "Au "),
        (r"\bÀ les (?=[A-ZÀÉÎ])", "Aux "),
    )
)
_VOWELS = "AEIOUÂÀÉÈÊÎÔŒ"
_WITHOUT = frozenset(
    (
        "Antigua-et-Barbuda", "Bahreïn", "Chypre", "Cuba", "Djibouti", "Haïti", "Israël", "Kiribati", "Madagascar",
        "Malte", "Maurice", "Monaco", "Nauru", "Niue", "Oman", "Singapour", "Sri Lanka", "Taïwan", "Tuvalu", "Vanuatu",
        "Saint-Christophe-et-Niévès", "Saint-Marin", "Saint-Vincent-et-les Grenadines", "Sainte-Lucie",
        "Sao Tomé-et-Principe", "Trinité-et-Tobago",
    )
)  # fmt: skip
"""Names that French uses without an article."""
_MASCULINE_IN_E = frozenset(("Belize", "Cambodge", "Mexique", "Mozambique", "Royaume-Uni", "Suriname", "Zimbabwe"))
_FEMININE_NOT_IN_E = frozenset(("Sierra Leone",))
_PLURAL = frozenset(
    (
        "Bahamas", "Comores", "Fidji", "Îles Cook", "Îles Marshall", "Îles Salomon", "Maldives", "Palaos", "Pays-Bas",
        "Philippines", "Seychelles", "Tonga", "Émirats arabes unis", "États-Unis", "Territoires palestiniens",
    )
)  # fmt: skip
_FEMININE = re.compile(r"^(?:[^ -]*e|[^ -]*e[ -].*|R\.A\.S\..*)$")
"""A feminine name ends in e, or its first word does: la Guinée équatoriale, la Nouvelle-Zélande."""


def _with_article(name: str) -> str:
    if name in _WITHOUT or not name[:1].isalpha():
        return name
    if name in _PLURAL:
        return f"les {name}"
    if name[0] in _VOWELS:
        return f"l’{name}"
    feminine = name in _FEMININE_NOT_IN_E or (name not in _MASCULINE_IN_E and _FEMININE.match(name))
    return f"la {name}" if feminine else f"le {name}"
