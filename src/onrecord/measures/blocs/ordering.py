"""The order in which a picture of all pairs shows its states, so that those alike stand together."""

from scipy.cluster.hierarchy import leaves_list, optimal_leaf_ordering
from scipy.spatial.distance import squareform

from onrecord.measures.blocs.clustering import Clustering, distances


def leaves(found: Clustering) -> tuple[str, ...]:
    """Return the states in the order of the tree's leaves, neighbours as alike as the tree allows.

    Clusters stay whole. Which end comes first says nothing (Bar-Joseph, Gifford and Jaakkola, "Fast Optimal Leaf
    Ordering for Hierarchical Clustering", Bioinformatics 17, 2001).
    """
    near = squareform(distances(found.agreement), checks=False)
    return tuple(found.states[at] for at in leaves_list(optimal_leaf_ordering(found.merges, near)))
