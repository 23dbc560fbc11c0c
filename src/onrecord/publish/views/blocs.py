"""Who votes with whom: the clusters of states over some votes, and whether they would be found again."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from onrecord.measures.agreement.methods import MINIMUM, THREE_POINT, method
from onrecord.measures.blocs.clustering import FEWEST_STATES, NO_STRUCTURE, Clustering, clustering
from onrecord.measures.blocs.stability import Stabilities, stabilities, stability
from onrecord.publish.languages.state_names import name_order
from onrecord.publish.views.selected_votes import SelectedVotes, VotesAsked, page_over, selected, table_asked
from onrecord.publish.views.shared import Sentence, StateHead, state_head
from onrecord.publish.wording import blocs as say
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary


@dataclass(frozen=True, slots=True)
class BlocsAsked:
    """Over which votes, by which method of agreement, into how many clusters (None: as the silhouette says)."""

    votes: VotesAsked
    method: str = "three-point"
    number: int | None = None


@dataclass(frozen=True, slots=True)
class InCluster:
    """A state in its cluster: how clearly (silhouette, -1 to 1), and its mean agreement inside and with the rest."""

    state: StateHead
    silhouette: float
    agreement_inside: float | None
    agreement_outside: float


@dataclass(frozen=True, slots=True)
class Cluster:
    """A cluster of states. ``jaccard`` is its mean similarity to what resamples find, ``stability`` the word for it.

    ``groups`` counts its states by regional group.
    """

    number: int
    states: tuple[InCluster, ...]
    jaccard: float
    stability: str
    groups: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Uncompared:
    """A state that shares too few roll calls with the others: it took a position on ``n``."""

    state: StateHead
    n: int


@dataclass(frozen=True, slots=True)
class Blocs:
    """The clusters of states over some votes, the largest first.

    ``silhouette`` is the average of the states; up to ``no_structure`` there is no substantial structure. ``by_number``
    gives it for each number of clusters tried. ``chosen_again`` is the share of the ``draws`` resamples (of ``drawn``)
    in which it would choose the same number. ``left_out`` could not be compared on ``minimum`` roll calls with each.
    """

    votes: SelectedVotes
    page: str
    method: str
    source: str
    asked_number: bool
    silhouette: float
    structured: bool
    no_structure: float
    by_number: tuple[tuple[int, float], ...]
    chosen_again: float
    drawn: str
    draws: int
    minimum: int
    states: int
    sentences: tuple[Sentence, ...]
    clusters: tuple[Cluster, ...]
    left_out: tuple[Uncompared, ...]
    not_known: tuple[str, ...]


def blocs(record: Record, asked: BlocsAsked) -> Blocs:
    """Return the clusters of states over the votes asked for.

    Raises NotInVocabulary for votes, a method or a number of clusters that is not to be had, and for votes over which
    too few states can be compared.
    """
    table, chosen = table_asked(record, asked.votes), method(asked.method)
    found = clustering(table, chosen, asked.number)
    votes = selected(record, table)
    if found is None:
        wanted = (
            f"one in which {FEWEST_STATES} states took a position on {MINIMUM} of the same roll calls, each with each"
        )
        raise NotInVocabulary("selection of votes", f"{votes.n} {votes.words}", wanted)
    held = stabilities(table, found, chosen)
    heads = _heads(record, found, table.rollcalls[-1].date)
    clusters = tuple(_cluster(found, held, heads, at) for at in range(found.number))
    page = page_over("/blocs", votes, method=None if chosen is THREE_POINT else chosen.name)
    left = sorted((Uncompared(heads[state], n) for state, n in found.left_out), key=lambda o: name_order(o.state.name))
    return Blocs(
        votes=votes,
        page=page,
        method=chosen.label,
        source=chosen.source,
        asked_number=asked.number is not None,
        silhouette=found.silhouette,
        structured=found.structured,
        no_structure=NO_STRUCTURE,
        by_number=found.by_number,
        chosen_again=held.same_number,
        drawn=held.bootstrap.drawn.value,
        draws=held.bootstrap.draws,
        minimum=MINIMUM,
        states=len(found.states),
        sentences=tuple(say.of_blocs(votes, page, found, clusters)),
        clusters=clusters,
        left_out=tuple(left),
        not_known=tuple(say.not_known()),
    )


def _heads(record: Record, found: Clustering, on: date) -> dict[str, StateHead]:
    states = [*found.states, *(state for state, _ in found.left_out)]
    return {one: state_head(record, record.gazetteer.state(one), on) for one in states}


def _cluster(found: Clustering, held: Stabilities, heads: dict[str, StateHead], at: int) -> Cluster:
    agreed = found.agreement_by_cluster()
    states = [
        InCluster(heads[state], float(found.widths[row]), agreed[row][0], agreed[row][1])
        for row, state in enumerate(found.states)
        if found.labels[row] == at
    ]
    states.sort(key=lambda one: name_order(one.state.name))
    counts = Counter(one.state.regional_group or "–" for one in states)
    jaccard = float(held.jaccard[at])
    groups = tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
    return Cluster(at + 1, tuple(states), jaccard, stability(jaccard).value, groups)
