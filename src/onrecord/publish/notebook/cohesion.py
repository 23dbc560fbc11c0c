"""Cohesion of a group for a notebook: three indices on the average, or in each roll call."""

from collections.abc import Sequence

from onrecord.publish.listed.cohesion import cohesion_averages_rows, cohesion_rows
from onrecord.publish.notebook.asked import Words, Years, several, votes_asked
from onrecord.publish.notebook.opened import opened
from onrecord.publish.notebook.table import About, Table
from onrecord.publish.views.cohesion import CohesionAsked, CohesionOfGroup, cohesion_of_group
from onrecord.record.store import Record


def cohesion(  # noqa: PLR0913 - one argument for each filter, as a notebook completes them
    group: str | Sequence[str],
    *,
    each: bool = False,
    body: str = "HRC",
    years: Years = None,
    item: Words = None,
    kind: Words = None,
    situation: Words = None,
    selection: str | None = None,
    record: Record | None = None,
) -> Table:
    """Return how far the members of a group vote alike, one row for each index: agreement index, Rice, Attinà.

    ``group`` is a group by code or name, members as they were on each day, or two states or more. ``cohesion`` is the
    average over ``n`` roll calls, None under 20, ``low`` and ``high`` the ends of its bootstrap interval. With
    ``each``, one row for each roll call in which a member could vote. NotInVocabulary for a group, a state or votes
    that the record does not know.
    """
    votes = votes_asked(body, years, (item, kind, situation), selection)
    view = cohesion_of_group(opened(record), CohesionAsked(several(group), votes))
    rows = cohesion_rows(view) if each else cohesion_averages_rows(view)
    return Table(rows, _about(view, each))


_EACH = ("date", "symbol", "members", "yes", "abstain", "no", "absent", "agreement_index", "rice", "attina")
_AVERAGES = ("index", "cohesion", "low", "high", "n", "members_counted", "split")


def _about(view: CohesionOfGroup, each: bool) -> About:
    left = "; ".join(dict.fromkeys(one.method.leaves_out for one in view.indices))
    covered = f"roll calls before the group's members are in the record: {view.not_covered}"
    return About(
        title=f"Cohesion of {view.name}",
        method="; ".join(f"{one.method.label}: {one.method.formula}" for one in view.indices),
        citation="; ".join(one.method.source for one in view.indices),
        n=view.could,
        counted="roll calls in which a member could vote",
        selection=view.votes.words,
        shown=_EACH if each else _AVERAGES,
        left_out=(left, *([covered] if view.not_covered else [])),
        notes=(
            f"intervals: {view.level:.0%}, {view.draws:,} draws of {view.units} {view.drawn}",
            *view.not_known,
        ),
    )
