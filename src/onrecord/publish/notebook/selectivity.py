"""Selectivity for a notebook: a state's support in one selection of votes beside that in others."""

from onrecord.publish.listed.shifts import selectivity_rows
from onrecord.publish.notebook.asked import Words, Years, votes_asked
from onrecord.publish.notebook.opened import opened
from onrecord.publish.notebook.table import About, Table
from onrecord.publish.views.selectivity import SelectivityAsked, SelectivityOfState, selectivity_of_state
from onrecord.record.store import Record


def selectivity(  # noqa: PLR0913 - one argument for each filter, as a notebook completes them
    state: str,
    *,
    against: str | None = None,
    body: str = "HRC",
    years: Years = None,
    item: Words = None,
    kind: Words = None,
    situation: Words = None,
    selection: str | None = None,
    record: Record | None = None,
) -> Table:
    """Return a state's support in one selection of votes and in the others, with the interval of the difference.

    One row for each side; the first has the ``difference`` of the two shares in favour, and ``low`` and ``high`` of its
    interval. ``item``, ``situation`` or ``selection`` say which votes stand on the first side; on the second are those
    of the named selection ``against``, or all others of body, years and kinds. NotInVocabulary for a word that the
    record does not know, and where nothing narrows the first side.
    """
    votes = votes_asked(body, years, (item, kind, situation), selection)
    view = selectivity_of_state(opened(record), SelectivityAsked(state, votes, against))
    return Table(selectivity_rows(view), _about_selectivity(view))


def _about_selectivity(view: SelectivityOfState) -> About:
    return About(
        title=f"{view.state.name}: support in two selections of votes",
        method=f"difference of two shares in favour, with Newcombe's hybrid score interval of {view.level:.0%}",
        citation="Newcombe, “Interval Estimation for the Difference between Independent Proportions: Comparison of"
        " Eleven Methods”, Statistics in Medicine 17 (1998), method 10",
        n=view.first.n + view.second.n,
        counted="known positions",
        selection=f"{view.first.votes.words}; beside {view.second.votes.words}",
        shown=("side", "selection", "yes", "n", "share", "difference", "low", "high"),
        left_out=tuple(
            [f"votes in which a yes runs against the situation's usual texts: {view.turned}"] if view.turned else []
        ),
        notes=(*(one.text for one in view.sentences), *view.not_known),
    )
