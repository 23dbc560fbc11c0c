"""One state beside all others, as rows."""

from onrecord.publish.listed.rows import Row, Rows, rows_of
from onrecord.publish.views.agreement import AgreementOfState, AgreementWith

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
        "interval": f"{view.interval.level:.0%}, {view.interval.units} {view.interval.drawn} drawn again",
        "narrowed": view.narrowed,
    }
    name = f"onrecord-agreement-{view.state.page.rpartition('/')[2]}"
    return rows_of(name, _COLUMNS, [{**shared, **_cells(one)} for one in view.others])


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
