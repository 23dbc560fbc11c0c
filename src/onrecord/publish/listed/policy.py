"""Agreement with a stated policy as rows: one for each state."""

from onrecord.publish.listed.rows import Rows, rows_of
from onrecord.publish.views.policy import PolicyAgreement, PolicyOfState, ScoreLine

_COUNTS = (
    "with_policy", "with_strong", "against", "against_strong", "abstained", "abstained_strong", "absent",
    "absent_strong",
)  # fmt: skip
_SCORES = (
    "they_vote_for_you", "they_vote_for_you_band", "they_vote_for_you_rank", "they_work_for_you",
    "they_work_for_you_band", "they_work_for_you_rank",
)  # fmt: skip
_COLUMNS = (
    "title",
    "state",
    "iso3",
    "result",
    "texts",
    "could",
    "n",
    "unknown",
    "doubtful",
    *_COUNTS,
    *_SCORES,
    "link",
)


def policy_rows(view: PolicyAgreement) -> Rows:
    """Return every state that could vote on a text of the policy, one row each."""
    shared = {"title": f"Agreement with the policy of {view.file}", "texts": len(view.texts), "link": view.page}
    return rows_of("onrecord-policy", _COLUMNS, [{**shared, **_cells(one)} for one in view.states])


def _cells(one: PolicyOfState) -> dict[str, object]:
    counts = {name: getattr(one.counted, name) for name in _COUNTS}
    result = f"{one.scores[0].band.value}, on {one.n} texts"
    row = {"state": one.state.name, "iso3": one.state.iso3, "result": result, "could": one.could, "n": one.n}
    row |= {"unknown": one.unknown, "doubtful": one.doubtful}
    return {**row, **counts, **_scores(one.scores)}


def _scores(scores: tuple[ScoreLine, ...]) -> dict[str, object]:
    found: dict[str, object] = {}
    for one in scores:
        name = one.method.replace("-", "_")
        found |= {name: one.score, f"{name}_band": one.band.value, f"{name}_rank": one.rank}
    return found
