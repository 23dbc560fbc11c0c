"""Sentences on matters that the record has no table for: said so, with the reason."""

from collections.abc import Iterator
from functools import cache

from onrecord.claims.context import Mood
from onrecord.claims.lexicon import table
from onrecord.claims.matching import WordList
from onrecord.claims.mentions import Linked
from onrecord.claims.sentences import Sentence
from onrecord.vocabulary.verdicts import CheckedClaim, Finding, Reason, Verdict

OUTSIDE = "outside the record"
"""The form of a claim on a matter that the record has no table for."""


@cache
def _matters() -> WordList:
    return WordList((form, matter["id"]) for matter in table("outside")["matter"] for form in matter["forms"])


@cache
def _explained() -> dict[str, tuple[str, str]]:
    return {matter["id"]: (matter["label"], matter["why"]) for matter in table("outside")["matter"]}


def outside_claims(sentence: Sentence, linked: Linked, mood: Mood) -> Iterator[CheckedClaim]:
    """Yield one claim for a sentence that asserts something of a matter outside the record; nothing for others."""
    if mood in {Mood.APPEAL, Mood.HYPOTHETICAL}:
        return
    found = next(_matters().find(linked.text), None)
    if found is None:
        return
    label, why = _explained()[found.value]
    finding = Finding(Verdict.NOT_ENOUGH_INFORMATION, why, label, Reason.NOT_IN_THE_RECORD)
    text = sentence.text.strip()
    typed = {"type": "Outside", "matter": found.value, "words": found.text}
    yield CheckedClaim(text, sentence.start, sentence.end, text, found.value, OUTSIDE, typed, finding)
