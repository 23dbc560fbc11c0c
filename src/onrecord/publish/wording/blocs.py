"""Sentences on clusters of states: how many, how clear, how stable; never that a cluster is an alliance."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from onrecord.measures.blocs.clustering import NO_STRUCTURE, Clustering
from onrecord.measures.blocs.stability import Stability
from onrecord.publish.languages.words import gettext, message, say, say_n
from onrecord.publish.languages.writing import joined, number
from onrecord.publish.views.shared import Sentence

if TYPE_CHECKING:
    from onrecord.publish.views.blocs import Cluster
    from onrecord.publish.views.selected_votes import SelectedVotes

_STABILITIES = {
    Stability.HIGHLY_STABLE: message("highly stable"),
    Stability.STABLE: message("stable"),
    Stability.PATTERN: message("a pattern whose members are doubtful"),
    Stability.UNSTABLE: message("unstable, not to be trusted"),
}


def of_blocs(votes: "SelectedVotes", page: str, found: Clustering, clusters: Sequence["Cluster"]) -> Iterator[Sentence]:
    """Yield how many clusters there are and how clear, what each is like, and who is left out."""
    width = f"{found.silhouette:.2f}"
    counted = say_n("one state", "{number} states", len(found.states), number=number(len(found.states)))
    if found.structured:
        text = say(
            "Over {n} {words}, {states} fall into {clusters} clusters (average silhouette {width}).",
            n=number(votes.n), words=votes.words, states=counted, clusters=len(clusters), width=width,
        )  # fmt: skip
    else:
        text = say(
            "Over {n} {words}, {states} show no substantial clusters: the average silhouette is {width}, and up to"
            " {threshold} says that there are none.",
            n=number(votes.n), words=votes.words, states=counted, width=width, threshold=NO_STRUCTURE,
        )  # fmt: skip
    yield Sentence(text, votes.n, votes.words, page)
    for one in clusters:
        yield Sentence(_cluster(one), len(one.states), votes.words, page)


def _cluster(one: "Cluster") -> str:
    groups = joined(say("{count} of {group}", count=count, group=group) for group, count in one.groups)
    return say(
        "Cluster {number} ({groups}) is {stability}: in resamples of the votes its likeness to what is found again is"
        " {jaccard} on average.",
        number=one.number, groups=groups, stability=gettext(_STABILITIES[Stability(one.stability)]),
        jaccard=f"{one.jaccard:.2f}",
    )  # fmt: skip


def not_known() -> Iterator[str]:
    """Yield what clusters do not say."""
    yield gettext("States in one cluster vote alike. Whether they act together, the votes do not say.")
    yield gettext(
        "Texts adopted without a vote are not in it, and amendments count as much as texts: narrowed to one kind, the"
        " clusters can be others."
    )
