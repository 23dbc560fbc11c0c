"""One state beside all others, and the pairs of several, as rows."""

from onrecord.publish.listed.rows import Row, Rows, rows_of
from onrecord.publish.views.agreement import AgreementOfState, AgreementWith
from onrecord.publish.views.agreement_of_pairs import AgreementOfPairs, PairOfStates
from onrecord.publish.views.named_methods import IntervalLine

_COUNTS = ("could", "n", "same", "one_step", "opposite", "absent", "unknown", "doubtful")
_SHARES = ("identical_share", "three_point", "agreement", "counted", "low", "high")
_COLUMNS = (
    "title", "state", "iso3", "other", "other_iso3", "result", "body", "first_year", "last_year", *_COUNTS,
    "identical_share", "three_point", "method", "agreement", "counted", "low", "high", "interval", "narrowed", "link",
)  # fmt: skip


def agreement_rows(view: AgreementOfState) -> Rows:
    """Return a state's agreement with every other state, one row each with its scope."""
    shared = {
        "title": f"Agreement in the {view.body.label}, {view.first_year}–{view.last_year}",
        "state": view.state.name,
        "iso3": view.state.iso3,
        "body": view.body.value,
        "first_year": view.first_year,
        "last_year": view.last_year,
        "method": view.method.name,
        "interval": _interval(view.interval),
        "narrowed": view.narrowed,
    }
    name = f"onrecord-agreement-{view.state.page.rpartition('/')[2]}"
    return rows_of(name, _COLUMNS, [{**shared, **_cells(one)} for one in view.others])


def pairs_rows(view: AgreementOfPairs) -> Rows:
    """Return every pair of several states, one row each with its scope, as a state's agreement has them."""
    votes = view.votes
    shared = {
        "title": f"Agreement in the {votes.body.label}, {votes.first_year}–{votes.last_year}",
        "body": votes.body.value,
        "first_year": votes.first_year,
        "last_year": votes.last_year,
        "method": view.method.name,
        "narrowed": view.narrowed,
    }
    return rows_of("onrecord-agreement-of-pairs", _COLUMNS, [{**shared, **_of_pair(one)} for one in view.pairs])


def _of_pair(one: PairOfStates) -> Row:
    own = {"state": one.state.name, "iso3": one.state.iso3, "interval": _interval(one.interval)}
    return {**own, **_cells(one.beside)}


def _interval(made: IntervalLine) -> str:
    return f"{made.level:.0%}, {made.units} {made.drawn} drawn again"


def _cells(one: AgreementWith) -> Row:
    counts = {name: getattr(one, name) for name in _COUNTS}
    shares = {name: getattr(one, name) for name in _SHARES}
    result = f"same position as {one.state.name} on {one.same} of {one.n} roll calls"
    return {
        "other": one.state.name,
        "other_iso3": one.state.iso3,
        "result": result,
        **counts,
        **shares,
        "link": one.page,
    }
