"""Whether the word "one" counts something or stands for a noun."""

import re

from onrecord.claims.numbers.words import CARDINAL

_MEANT = re.compile(r"\b(?:(?<!the )(?<!not )only|just|exactly|not|least|most|than|but)\s$", re.IGNORECASE)
_NOT_MEANT = re.compile(
    r"\b(?:no|any|every|each|some|another|number|the\sonly|not\sonly|day|chapter|article)\s$", re.IGNORECASE
)
_NO_BEFORE = re.compile(r"\b(?:no|not|any|every|each|some)\s$", re.IGNORECASE)
_OF_A_NUMBER = re.compile(
    r"\sof\s(?:(?:the|its|our|their|these|those|only|just|some|about|around|nearly|over|a\stotal\sof)\s){0,3}"
    rf"(?:\d|(?!one\b)(?:{CARDINAL}))",
    re.IGNORECASE,
)
_VOTING = re.compile(
    r"(?:\s?[,(][^,()]{1,60}[,)])?\s(?:(?:was|is|were|had|has|did|having|in|not)\s){0,2}"
    r"(?:absent\w*|abst\w+|against|favou?r|oppos\w+|vot(?:e|ed|ing)|yes|no|noes|participat\w+|present)\b",
    re.IGNORECASE,
)
_AS_A_PRONOUN = re.compile(
    r"(?:of|that|which|who|whom|whose|where|when|in|on|at|to|from|by|with|for|as|than|is|was|were|are|be|been|has|had"
    r"|have|having|can|could|may|might|must|should|would|will|shall|cannot|does|did|do|another|and|but|if|because"
    r"|since|after|before|through|into|over|under|about|between|among|amid|without|despite|not|also|always|never|often"
    r"|he|she|it|they|we|the|this|a|an|so|only|too|here|there|now|then)\b",
    re.IGNORECASE,
)
_COMPOUND = re.compile(r"-(?:year|term|month|week|day|vote|member|seat|time|state|country|page)\b", re.IGNORECASE)
_NOUN_AFTER = re.compile(r"\s(?=[^\W\d_])")
_LOOK_BACK = 32


def one_counts(text: str, start: int, end: int) -> bool:
    """Return whether the "one" at a place is a number.

    It is in "one of 18" and "one of the two", before a noun ("one term", "a one-year term"), with words of voting
    ("one was absent", "one against", "one, Gabon, was absent"), and behind "only", "just", "at least", "more than",
    "but" and "not". It is a pronoun in "one of the countries", "no one", "one should" and "a strong one". A word that
    cannot follow the pronoun is taken for a noun: a number too many stops a reading, a lost one falsifies it.
    """
    if _OF_A_NUMBER.match(text, end) or _COMPOUND.match(text, end):
        return True
    before = text[max(0, start - _LOOK_BACK) : start]
    if _NOT_MEANT.search(before):
        return False
    if _MEANT.search(before) or _VOTING.match(text, end):
        return True
    noun = _NOUN_AFTER.match(text, end)
    return noun is not None and _AS_A_PRONOUN.match(text, noun.end()) is None


def one_is_none(text: str, start: int) -> bool:
    """Return whether the "one" at a place is that of "no one", "not one" or "every one": no figure of a vote."""
    return bool(_NO_BEFORE.search(text[max(0, start - _LOOK_BACK) : start]))
