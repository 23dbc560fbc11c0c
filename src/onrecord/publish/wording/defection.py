"""Sentences on a group and who votes otherwise, each with n and interval."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.publish.languages.words import english, gettext, say, say_n
from onrecord.publish.languages.writing import day, joined, number, or_none
from onrecord.publish.sentences import percent
from onrecord.publish.views.shared import Sentence

if TYPE_CHECKING:
    from onrecord.publish.views.defection import DefectionOfGroup, Defector

NAMED = 3
"""So many members are named."""


def with_words(view: "DefectionOfGroup") -> "DefectionOfGroup":
    """Return the view with its sentences."""
    return replace(view, sentences=tuple(_of_group(view)), not_known=tuple(_not_known(view)))


def _of_group(view: "DefectionOfGroup") -> Iterator[Sentence]:
    if not view.n:
        text = say(
            "Over {words}, {group} has no roll call on which {fewest} or more of its members took a position and most"
            " took the same.",
            words=view.votes.words, group=gettext(view.group_name), fewest=view.fewest,
        )  # fmt: skip
        yield Sentence(text, 0, view.votes.words, view.page)
        return
    text = say(
        "The group {group} had a line in {n} of the {could} roll calls open to its members ({words}); in {unanimous}"
        " all that took a position took the same.",
        n=number(view.n), could=number(view.could), words=view.votes.words, group=gettext(view.group_name),
        unanimous=or_none(view.unanimous),
    )  # fmt: skip
    if view.cohesion is not None:
        united = say(
            "The mean agreement index is {cohesion} (n = {n}).",
            cohesion=f"{view.cohesion:.2f}", n=number(view.cohesion_n),
        )  # fmt: skip
        text = f"{text} {united}"
    yield Sentence(text, view.n, view.votes.words, view.page)
    given = [one for one in view.members if one.share]
    if given:
        text = say("Most often against the line: {members}.", members=joined(map(_member, given[:NAMED])))
        yield Sentence(text, view.n, view.votes.words, view.page)


def _member(one: "Defector") -> str:
    return say(
        "{name} ({share} of {n}; {low} to {high})",
        name=one.state.running_name, share=percent(one.share or 0.0), n=number(one.n),
        low=percent(one.low or 0.0), high=percent(one.high or 0.0),
    )  # fmt: skip


def _not_known(view: "DefectionOfGroup") -> Iterator[str]:
    if view.not_covered and view.covers_from:
        yield say(
            "Who was a member before {day} is not in the record: {n} of the votes are left out.",
            day=day(view.covers_from), n=number(view.not_covered),
        )  # fmt: skip
    if view.unsure:
        yield say_n(
            "One roll call is left out: positions of members that are not in the record could change the line.",
            "{n} roll calls are left out: positions of members that are not in the record could change the line.",
            view.unsure,
        )
    if view.group_note:
        yield english(view.group_note)
    yield gettext(
        "Intervals take each roll call as a draw of its own; roll calls on one text are alike, so that they are rather"
        " too narrow. Which members sat in the body differs from year to year, and with them the line."
    )
