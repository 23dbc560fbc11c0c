"""The cohesion of a group as rows: one for each roll call, and one for each index on the average."""

from onrecord.publish.listed.rows import Rows, rows_of
from onrecord.publish.views.cohesion import CohesionInVote, CohesionOfGroup, IndexFigure

_COUNTS = ("yes", "abstain", "no", "absent", "unknown", "doubtful")
_INDICES = ("agreement_index", "rice", "attina")
_COLUMNS = (
    "date", "symbol", "title", "result", "rollcall_id", "session", "agenda_item", "kind", "group", "body", "members",
    *_COUNTS, *_INDICES, "link",
)  # fmt: skip


def cohesion_rows(view: CohesionOfGroup) -> Rows:
    """Return the group in every roll call in which a member could vote, one row each."""
    shared = {"group": view.name, "body": view.votes.body.value}
    return rows_of("onrecord-cohesion", _COLUMNS, [{**shared, **_cells(view, one)} for one in view.rollcalls])


def _cells(view: CohesionOfGroup, one: CohesionInVote) -> dict[str, object]:
    names = ("date", "symbol", "title", "rollcall_id", "session", "agenda_item", "kind", "members", *_COUNTS, *_INDICES)
    result = f"{view.name}: {one.yes} in favour, {one.abstain} abstaining, {one.no} against"
    return {**{name: getattr(one, name) for name in names}, "result": result, "link": one.page}


_FIGURES = ("cohesion", "low", "high", "n", "members_counted", "split")
_AVERAGES = (
    "title", "group", "index", "result", "body", "first_year", "last_year", *_FIGURES, "level", "method", "link",
)  # fmt: skip


def cohesion_averages_rows(view: CohesionOfGroup) -> Rows:
    """Return each index averaged over the roll calls, one row each, with the ends of its interval and its n."""
    votes = view.votes
    shared = {
        "title": f"Cohesion in {votes.words}",
        "group": view.name,
        "body": votes.body.value,
        "first_year": votes.first_year,
        "last_year": votes.last_year,
        "level": view.level,
        "link": view.page,
    }
    return rows_of("onrecord-cohesion-averages", _AVERAGES, [{**shared, **_average(one)} for one in view.indices])


def _average(one: IndexFigure) -> dict[str, object]:
    known = "none given" if one.value is None else f"{one.value:.2f}"
    return {
        "index": one.method.name,
        "result": f"{one.method.label}: {known}, n = {one.n}",
        "cohesion": one.value,
        "low": one.low,
        "high": one.high,
        "n": one.n,
        "members_counted": one.members,
        "split": one.split,
        "method": one.method.formula,
    }
