"""All pairs of some states, as rows."""

from onrecord.publish.listed.rows import Rows, rows_of
from onrecord.publish.views.agreement_matrix import AgreementMatrix, Pair

_COLUMNS = (
    "title", "state", "iso3", "other", "other_iso3", "result", "body", "first_year", "last_year", "agreement", "n",
    "method", "link",
)  # fmt: skip


def agreement_matrix_rows(view: AgreementMatrix) -> Rows:
    """Return every pair once, with its agreement and n; without a figure where n is under the minimum."""
    return rows_of(f"onrecord-agreement-map-{view.votes.body}", _COLUMNS, [_row(view, one) for one in view.pairs])


def _row(view: AgreementMatrix, one: Pair) -> dict[str, object]:
    share = f"n under {view.minimum}" if one.agreement is None else f"{one.agreement:.3f}"
    return {
        "title": f"Agreement: {view.votes.words}",
        "state": one.one.name,
        "iso3": one.one.iso3,
        "other": one.other.name,
        "other_iso3": one.other.iso3,
        "result": f"{view.method.label} with {one.other.name}: {share} (n = {one.n})",
        "body": view.votes.body.value,
        "first_year": view.votes.first_year,
        "last_year": view.votes.last_year,
        "agreement": one.agreement,
        "n": one.n,
        "method": view.method.name,
        "link": view.page,
    }
