"""Reads the noun phrases that all relations share: sets of texts and sets of states."""

from onrecord.claims.phrases.lists import (
    BOUNDS,
    QUANTIFIERS,
    in_list,
    marked_as_topic,
    next_to,
    owner,
    states_of,
    topic_of,
)
from onrecord.claims.phrases.states import StatesRead, aside_of_states, states_in
from onrecord.claims.phrases.texts import TextsRead, texts_in, with_period

__all__ = [
    "BOUNDS",
    "QUANTIFIERS",
    "StatesRead",
    "TextsRead",
    "aside_of_states",
    "in_list",
    "marked_as_topic",
    "next_to",
    "owner",
    "states_in",
    "states_of",
    "texts_in",
    "topic_of",
    "with_period",
]
