"""Blocs for a notebook: which states vote alike, and which of these clusters are stable."""

from onrecord.publish.listed.blocs import blocs_rows
from onrecord.publish.notebook.asked import Words, Years, votes_asked
from onrecord.publish.notebook.opened import opened
from onrecord.publish.notebook.table import About, Table
from onrecord.publish.views.blocs import Blocs, BlocsAsked
from onrecord.publish.views.blocs import blocs as blocs_of
from onrecord.record.store import Record


def blocs(  # noqa: PLR0913 - one argument for each filter, as a notebook completes them
    *,
    method: str = "three-point",
    number: int | None = None,
    body: str = "HRC",
    years: Years = None,
    item: Words = None,
    kind: Words = None,
    situation: Words = None,
    selection: str | None = None,
    record: Record | None = None,
) -> Table:
    """Return which states vote alike, one row for each with its cluster and the stability of that.

    Clusters come from the agreement of ``method``; there are ``number`` of them, or as many as the average silhouette
    width asks for. ``jaccard`` and ``stability`` say whether a cluster would be found again in other votes of the kind.
    NotInVocabulary for a word that the record does not know, and where too few states can be compared.
    """
    votes = votes_asked(body, years, (item, kind, situation), selection)
    view = blocs_of(opened(record), BlocsAsked(votes, method, number))
    return Table(blocs_rows(view), _about_blocs(view))


def _about_blocs(view: Blocs) -> About:
    uncompared = [f"{one.state.name} (n = {one.n})" for one in view.left_out]
    return About(
        title=f"{len(view.clusters)} clusters of {view.states} states, by {view.method}",
        method=f"average linkage on 1 - {view.method}; average silhouette width {view.silhouette:.2f}"
        + ("" if view.structured else f", under {view.no_structure}: no substantial structure"),
        citation=f"{view.source}; Hennig, “Cluster-wise assessment of cluster stability”, Computational Statistics &"
        " Data Analysis 52 (2007)",
        n=view.votes.n,
        counted="recorded votes",
        selection=view.votes.words,
        shown=(
            "cluster",
            "state",
            "regional_group",
            "silhouette",
            "agreement_inside",
            "agreement_outside",
            "stability",
        ),
        left_out=tuple(
            [f"states that share too few roll calls with the others: {', '.join(uncompared)}"] if uncompared else []
        ),
        notes=(
            f"stability over {view.draws:,} draws of {view.drawn}; the same number of clusters in"
            f" {view.chosen_again:.0%} of them",
            *view.not_known,
        ),
    )
