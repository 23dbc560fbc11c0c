"""Elections as text for a terminal, and their candidates as CSV."""

from collections.abc import Iterator
from typing import Any

from rich.console import Console

from onrecord.publish.as_csv import rows_csv
from onrecord.publish.as_text import say_not_known, say_sentences, table
from onrecord.publish.views.elections import Candidate, ElectionList, ElectionRecord, Total


def show_election(view: ElectionRecord, out: Console) -> None:
    """Print an election, group by group."""
    say_sentences(view.sentences, out)
    out.print(f"Members of the United Nations that day: {view.members_of_the_un} ({view.members_source}).")
    for slate in view.slates:
        kind = "contested" if slate.contested else "closed slate"
        stood, seats = plural(slate.n_candidates, "candidate"), plural(slate.seats, "seat")
        out.print(f"\n{slate.label}: {stood} for {seats} ({kind})")
        rows = table("state", "votes", "rank of all candidates", "ballots", "result", "term", "remarks", "source")
        for one in (*slate.candidates, *slate.apart):
            votes, ranks = votes_said(one), "; ".join(rank_said(t) for t in one.totals if t.rank) or "–"
            ballots = "–" if one.standing == "withdrawn" else str(one.ballots_valid or "not in the record")
            term = one.term if one.term and one.result == "elected" else "–"
            rows.add_row(one.state.name, votes, ranks, ballots, one.result, term, remarks(one), one.source)
        out.print(rows)
    say_not_known(view.not_known, out)


def plural(n: int, noun: str) -> str:
    """Return a number with its noun."""
    return f"{n} {noun}{'s' * (n != 1)}"


def votes_said(one: Candidate) -> str:
    """Return a candidate's totals in a cell: 183; 183 and 182; not found."""
    if one.standing == "withdrawn":
        return "–"
    return " and ".join(str(total.votes) for total in one.totals) or "not found"


def rank_said(total: Total) -> str:
    """Return a rank in a cell: "5 of 18, tied with Côte d'Ivoire; with Sierra Leone on one of its totals"."""
    between = f" ({total.rank_best}–{total.rank_worst})" if total.rank_best != total.rank_worst else ""
    tied = f", tied with {', '.join(total.tied_with)}" if total.tied_with else ""
    one = ", ".join(f"{o.name} on one of {' and '.join(map(str, o.totals))}" for o in total.tied_on_one_total_with)
    maybe = f"{', and' if tied else ', tied'} with {one}" if one else ""
    return f"{total.rank} of {total.of}{between}{tied}{maybe}"


def remarks(one: Candidate) -> str:
    """Return what is particular to a candidacy: how the term ended, the note, doubt."""
    ended = [h for h in one.held if h.end_reason in {"suspended", "withdrew"} and h.last_day]
    ends = [f"{h.end_reason} {h.last_day}" for h in ended]
    doubt = ["confidence 1: seen once or disputed"] if one.confidence == 1 else []
    round_ = [f"round {one.round}"] if one.round and one.round > 1 else []
    return "; ".join([*round_, *ends, *([one.note] if one.note else []), *doubt])


def show_elections(view: ElectionList, out: Console) -> None:
    """Print all elections, the latest first."""
    say_sentences(view.sentences, out)
    rows = table("date", "seats", "candidates", "with a total", "contested", "closed slate", "page")
    for line in view.elections:
        date = f"{line.date}{' (by-election)' if line.by_election else ''}"
        counts = map(str, (line.seats, line.n_candidates, line.n_with_total))
        contested, closed = (", ".join(groups) or "none" for groups in (line.contested_groups, line.closed_groups))
        rows.add_row(date, *counts, contested, closed, line.page)
    out.print(rows)
    say_not_known(view.not_known, out)


_COLUMNS = (
    "date", "title", "iso3", "state", "regional_group", "seats", "candidates_in_group", "standing", "result", "votes",
    "other_totals", "rank", "rank_best", "rank_worst", "of", "tied_with", "tied_on_one_total_with",
    "without_total_may_stand_above", "ballots_valid", "un_members", "round", "term", "held_to", "end_reason",
    "confidence", "note", "link", "source", "source_url",
)  # fmt: skip


def election_csv(view: ElectionRecord) -> str:
    """Return an election's candidates as CSV with a header, one row for each state."""
    return rows_csv(_COLUMNS, _rows(view))


def _rows(view: ElectionRecord) -> Iterator[dict[str, Any]]:
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
                "votes": used.votes if used else None if one.standing == "withdrawn" else "not found",
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


_LIST_COLUMNS = (
    "date", "title", "result", "seats", "candidates", "candidates_with_total", "contested_groups", "closed_groups",
    "link", "source", "source_url",
)  # fmt: skip


def elections_csv(view: ElectionList) -> str:
    """Return all elections as CSV with a header."""
    return rows_csv(
        _LIST_COLUMNS,
        (
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
        ),
    )
