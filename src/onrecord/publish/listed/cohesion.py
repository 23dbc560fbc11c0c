"""The cohesion of a group as rows: one for each roll call."""

from onrecord.publish.listed.rows import Rows, rows_of
from onrecord.publish.views.cohesion import CohesionInVote, CohesionOfGroup

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
