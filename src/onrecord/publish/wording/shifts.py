"""Sentences on where a state's support changed: what is called, with n on both sides, and how firmly."""

from collections.abc import Iterator

from onrecord.measures.change_points import CALLED_AT, Change, ChangePoints, Stretch
from onrecord.publish.languages.words import gettext, say, say_n
from onrecord.publish.languages.writing import number
from onrecord.publish.sentences import percent
from onrecord.publish.views.shared import Sentence, StateHead


def of_state(head: StateHead, page: str, words: str, found: ChangePoints) -> Iterator[Sentence]:
    """Yield the changes called, each with the shares and n of both sides; or that none is."""
    if len(found.years) < 2:
        text = say("{words}: {name} has a position in fewer than two years; no change can be looked for.",
                   words=words, name=head.running_name)  # fmt: skip
        yield Sentence(text, found.n, words, page)
        return
    if not found.changes:
        text = say(
            "From {first} to {last} the support of {name} ({share} of {n}; {words}) shows no change beyond chance.",
            first=found.years[0].year, last=found.years[-1].year, name=head.running_name,
            share=percent(found.stretches[0].share), n=number(found.n), words=words,
        )  # fmt: skip
        yield Sentence(text, found.n, words, page)
    for at, change in enumerate(found.changes):
        before, after = found.stretches[at], found.stretches[at + 1]
        yield Sentence(_change(head, change, before, after), before.n + after.n, words, page)


def _change(head: StateHead, change: Change, before: Stretch, after: Stretch) -> str:
    told = say(
        "Between {last} and {first} the support of {name} changed: {before}, then {after}.",
        last=change.last_before, first=change.first_after, name=head.running_name,
        before=_stretch(before), after=_stretch(after),
    )  # fmt: skip
    firmly = (
        gettext("It stands when whole years are taken as one.")
        if change.p_years <= CALLED_AT
        else gettext("It rests on taking the votes of one year for independent.")
    )
    return f"{told} {firmly}"


def _stretch(one: Stretch) -> str:
    years = str(one.first) if one.first == one.last else say("{first} to {last}", first=one.first, last=one.last)
    return say("{share} of {n} in {years}", share=percent(one.share), n=number(one.n), years=years)


def not_known(found: ChangePoints, turned: int) -> Iterator[str]:
    """Yield what is left out, and what the test cannot tell."""
    if any(one.small for one in found.stretches):
        yield gettext("One of the stretches has fewer than 20 votes: its share may be far from what more would show.")
    if turned:
        yield say_n(
            "One vote is left out: a yes there runs against the situation's usual texts.",
            "{n} votes are left out: a yes there runs against the situation's usual texts.",
            turned,
        )
    yield gettext(
        "A change of support may be one of the texts: other situations, or other words, were put to the vote. Narrowed"
        " to one situation it tells more."
    )
