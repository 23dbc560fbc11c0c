"""Blocs, defection, the outvoted and moves as rows, each with its scope and n."""

from onrecord.publish.listed.rows import Row, Rows, rows_of
from onrecord.publish.sentences import percent
from onrecord.publish.views.blocs import Blocs, Cluster, InCluster
from onrecord.publish.views.defection import DefectionOfGroup, Defector
from onrecord.publish.views.moves import MoveOfState, MovesOfStates
from onrecord.publish.views.outvoted import OutvotedState, OutvotedStates
from onrecord.publish.views.selected_votes import SelectedVotes
from onrecord.publish.views.shared import StateHead

_SCOPE = ("body", "first_year", "last_year", "votes", "selection")


def _scope(votes: SelectedVotes) -> Row:
    return {
        "body": votes.body.value,
        "first_year": votes.first_year,
        "last_year": votes.last_year,
        "votes": votes.n,
        "selection": votes.words,
    }


def _state(head: StateHead) -> Row:
    return {"state": head.name, "iso3": head.iso3, "regional_group": head.regional_group}


_BLOCS = (
    "title", "state", "iso3", "regional_group", "result", *_SCOPE, "cluster", "silhouette", "agreement_inside",
    "agreement_outside", "jaccard", "stability", "method", "link",
)  # fmt: skip


def blocs_rows(view: Blocs) -> Rows:
    """Return a row for each state clustered, with its cluster's stability."""
    shared = {"title": f"Clusters of states: {view.votes.words}", "method": view.method, **_scope(view.votes)}
    rows = [{**shared, **_clustered(view, one, each)} for one in view.clusters for each in one.states]
    return rows_of("onrecord-blocs", _BLOCS, rows)


def _clustered(view: Blocs, cluster: Cluster, one: InCluster) -> Row:
    return {
        **_state(one.state),
        "result": f"cluster {cluster.number} of {len(view.clusters)}, {cluster.stability}",
        "cluster": cluster.number,
        "silhouette": one.silhouette,
        "agreement_inside": one.agreement_inside,
        "agreement_outside": one.agreement_outside,
        "jaccard": cluster.jaccard,
        "stability": cluster.stability,
        "link": view.page,
    }


_FIGURES = ("share", "low", "high", "level")
_DEFECTION = (
    "title", "state", "iso3", "regional_group", "result", *_SCOPE, "group", "line", "n", "against", "opposite",
    "abstained", "absent", "unknown", *_FIGURES, "link",
)  # fmt: skip


def defection_rows(view: DefectionOfGroup) -> Rows:
    """Return a row for each member of a group."""
    title = f"Against the line of {view.group_name}"
    shared = {"title": title, "group": view.group, "line": view.line, "level": view.level, **_scope(view.votes)}
    return rows_of(f"onrecord-defection-{view.group}", _DEFECTION, [{**shared, **_member(one)} for one in view.members])


def _member(one: Defector) -> Row:
    counts = {name: getattr(one, name) for name in ("n", "against", "opposite", "abstained", "absent", "unknown")}
    said = f"against the line of the group in {one.against} of {one.n} roll calls"
    return {**_state(one.state), **counts, **_ends(one), "result": said, "link": one.page}


def _ends(one: Defector | OutvotedState) -> Row:
    return {"share": one.share, "low": one.low, "high": one.high}


_OUTVOTED = (
    "title", "state", "iso3", "regional_group", "result", *_SCOPE, "n", "took_sides", "outvoted", "alone", "absent",
    "unknown", *_FIGURES, "link",
)  # fmt: skip


def outvoted_rows(view: OutvotedStates) -> Rows:
    """Return a row for each state."""
    shared = {"title": f"Outvoted: {view.votes.words}", "level": view.level, **_scope(view.votes)}
    return rows_of("onrecord-outvoted", _OUTVOTED, [{**shared, **_outvoted(one)} for one in view.states])


def _outvoted(one: OutvotedState) -> Row:
    counts = {name: getattr(one, name) for name in ("n", "took_sides", "outvoted", "alone", "absent", "unknown")}
    said = f"on the side with fewer votes in {one.outvoted} of {one.n} roll calls"
    return {**_state(one.state), **counts, **_ends(one), "result": said, "link": one.page}


_MOVES = (
    "title", "state", "iso3", "regional_group", "result", *_SCOPE, "reference", "year_before", "year_after",
    "n_before", "n_after", "agreement_before", "agreement_after", "change", "p", "adjusted", "called", "link",
)  # fmt: skip


def moves_rows(view: MovesOfStates) -> Rows:
    """Return a row for each state and pair of years that was tested."""
    whom = view.reference.iso3 if view.reference else "the other states"
    shared = {"title": f"Change of agreement with {whom}", "reference": whom, **_scope(view.votes)}
    return rows_of("onrecord-moves", _MOVES, [{**shared, **_move(one)} for one in view.moves])


def _move(one: MoveOfState) -> Row:
    figures = ("year_before", "year_after", "n_before", "n_after", "agreement_before", "agreement_after")
    numbers = {name: getattr(one, name) for name in (*figures, "change", "p", "adjusted", "called")}
    before, after = percent(one.agreement_before), percent(one.agreement_after)
    said = f"agreement {before} in {one.year_before} (n = {one.n_before}), {after} in {one.year_after}"
    return {**_state(one.state), **numbers, "result": f"{said} (n = {one.n_after})", "link": one.page}
