"""Elections as text for a terminal."""

from rich.console import Console

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
