"""Sentences on subjects that went from adoption without a vote to votes, or back."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from onrecord.measures.consensus import Subjects, Way
from onrecord.publish.languages.words import english, gettext, message, say, say_n
from onrecord.publish.languages.writing import number
from onrecord.publish.views.shared import Sentence

if TYPE_CHECKING:
    from onrecord.publish.views.turns import RunOfYears, TurnOfSubject

NAMED = 8
"""So many turns are told one by one."""

_WAYS = {
    Way.WITHOUT_A_VOTE: message("without a vote"),
    Way.BOTH: message("partly by vote"),
    Way.BY_VOTE: message("by vote"),
}


def of_turns(
    lines: Sequence["TurnOfSubject"], years: tuple[int, int], counted: tuple[int, int], page: str
) -> Iterator[Sentence]:
    """Yield how many turns there were each way, then the latest; ``counted`` are the subjects and the resolutions."""
    (first, last), (subjects, n) = years, counted
    to_votes = sum(one.to_votes for one in lines)
    text = say(
        "Among {subjects} subjects with resolutions of the Human Rights Council in two or more years from {first} to"
        " {last}, there were {to} turns towards votes and {back} back.",
        subjects=number(subjects), first=first, last=last, to=number(to_votes), back=number(len(lines) - to_votes),
    )  # fmt: skip
    yield Sentence(text, n, _scope(first, last), page)
    for one in lines[:NAMED]:
        text = say(
            "{label}: {before}, then {after}.", label=_label(one), before=_run(one.before), after=_run(one.after)
        )
        yield Sentence(text, one.before.n + one.after.n, _scope(first, last), page)


def _label(one: "TurnOfSubject") -> str:
    """Return a situation's name in the language spoken, or a title, which there is only in English."""
    return english(one.label) if one.label == one.subject else one.label


def _scope(first: int, last: int) -> str:
    return say("resolutions adopted by the Human Rights Council, {first} to {last}", first=first, last=last)


def _run(run: "RunOfYears") -> str:
    texts = say_n("one text", "{n} texts", run.n)
    way = gettext(_WAYS[Way(run.way)])
    if run.first_year == run.last_year:
        return say("{way} in {year} ({texts})", way=way, year=run.first_year, texts=texts)
    return say("{way} from {first} to {last} ({texts})", way=way, first=run.first_year, last=run.last_year, texts=texts)


def not_known(by: Subjects, undated: int) -> Iterator[str]:
    """Yield what turns leave out or cannot say."""
    yield gettext(
        "Texts adopted without a vote are in the record for these years only, and resolutions only: decisions and"
        " rejected drafts are not counted."
    )
    if undated:
        yield say_n(
            "One resolution has no day of adoption in the record and is left out.",
            "{n} resolutions have no day of adoption in the record and are left out.",
            undated,
        )
    if by is Subjects.TITLE:
        yield gettext(
            "Resolutions are one subject where their titles have the same words: a new title is a new subject."
        )
    yield gettext("A text adopted without a vote is no proof that all were for it; one state can ask for a vote.")
