"""Finds the verbs of recommendations where the lexicon has them within longer phrases: "were made by"."""

from dataclasses import replace
from functools import cache

from onrecord.claims.lexicon import table
from onrecord.claims.matching import WordList
from onrecord.claims.mentions import Kind, Linked, Mention


@cache
def _verbs() -> WordList:
    verbs = table("words/upr")["v"]["upr"]
    return WordList((form, f"v.upr.{name}") for name, forms in verbs.items() for form in forms)


def with_verbs(linked: Linked) -> Linked:
    """Return a sentence whose phrases also carry the tags of the verbs within them."""
    return Linked(linked.text, tuple(_tagged(m) for m in linked.mentions))


def _tagged(m: Mention) -> Mention:
    if m.kind is not Kind.PHRASE or m.tagged("v.upr", "n.review", "n.recommendation", "upr"):
        return m
    found = {match.value for match in _tags_in(m.text)}
    return replace(m, tags=m.tags | found) if found else m


@cache
def _tags_in(words: str) -> tuple:
    return tuple(_verbs().find(words))
