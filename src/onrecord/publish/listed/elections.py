"""Elections as rows: all of them, and the candidates of one."""

from collections.abc import Iterator

from onrecord.publish.listed.rows import Row, Rows, rows_of
from onrecord.publish.views.elections import Candidate, ElectionList, ElectionRecord, Total

_COLUMNS = (
    "date", "title", "iso3", "state", "regional_group", "seats", "candidates_in_group", "standing", "result", "votes",
    "votes_known", "other_totals", "rank", "rank_best", "rank_worst", "of", "tied_with", "tied_on_one_total_with",
    "without_total_may_stand_above", "ballots_valid", "un_members", "round", "term", "held_to", "end_reason",
    "confidence", "note", "link", "source", "source_url",
)  # fmt: skip


def election_rows(view: ElectionRecord) -> Rows:
    """Return an election's candidates, one row for each state; no votes where none were found, never zero."""
    return rows_of(f"onrecord-election-{view.date}", _COLUMNS, _rows(view))


def _rows(view: ElectionRecord) -> Iterator[Row]:
    for slate in view.slates:
        for one in (*slate.candidates, *slate.apart):
            used = next((t for t in one.totals if t.used), None)
            early = next((h for h in one.held if h.end_reason in {"suspended", "withdrew"} and h.last_day), None)
            yield {
                "date": view.date,
                "title": f"{'By-election' if view.by_election else 'Election'} to the Human Rights Council",
                "iso3": one.state.iso3,
                "state": one.state.name,
                "regional_group": slate.regional_group,
                "seats": slate.seats,
                "candidates_in_group": slate.n_candidates,
                "standing": one.standing,
                "result": one.result,
                "votes": used.votes if used else None,
                "votes_known": _votes_known(one, used),
                "other_totals": "; ".join(f"{t.votes} ({t.said_by})" for t in one.totals if not t.used),
                "rank": used.rank if used else None,
                "rank_best": used.rank_best if used else None,
                "rank_worst": used.rank_worst if used else None,
                "of": used.of if used and used.rank else None,
                "tied_with": "; ".join(used.tied_with) if used else None,
                "tied_on_one_total_with": "; ".join(o.name for o in used.tied_on_one_total_with) if used else None,
                "without_total_may_stand_above": "; ".join(one.without_total_may_stand_above),
                "ballots_valid": one.ballots_valid,
                "un_members": view.members_of_the_un,
                "round": one.round,
                "term": one.term,
                "held_to": early.last_day if early else None,
                "end_reason": early.end_reason if early else None,
                "confidence": one.confidence,
                "note": one.note,
                "link": view.page,
                "source": one.source,
                "source_url": one.source_url,
            }


def _votes_known(one: Candidate, used: Total | None) -> str:
    return "total found" if used else "withdrew" if one.standing == "withdrawn" else "total not found"


_LIST_COLUMNS = (
    "date", "title", "result", "seats", "candidates", "candidates_with_total", "contested_groups", "closed_groups",
    "link", "source", "source_url",
)  # fmt: skip


def elections_rows(view: ElectionList) -> Rows:
    """Return all elections, one row each."""
    return rows_of(
        "onrecord-elections",
        _LIST_COLUMNS,
        [
            {
                "date": line.date,
                "title": f"{'By-election' if line.by_election else 'Election'} to the Human Rights Council",
                "result": f"{line.n_candidates} candidates for {line.seats} seats",
                "seats": line.seats,
                "candidates": line.n_candidates,
                "candidates_with_total": line.n_with_total,
                "contested_groups": " ".join(line.contested_groups),
                "closed_groups": " ".join(line.closed_groups),
                "link": line.page,
                "source": "; ".join(title for title, _ in line.sources),
                "source_url": " ".join(url for _, url in line.sources if url),
            }
            for line in view.elections
        ],
    )
