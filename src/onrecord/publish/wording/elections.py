"""Sentences on elections: who was elected with how many votes, in which rank, on what slate, and what is not known."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from onrecord.publish.languages.words import english, gettext, message, say, say_n
from onrecord.publish.languages.writing import day, joined
from onrecord.publish.sentences import capital
from onrecord.publish.views.shared import Sentence, StateHead
from onrecord.record.query_elections import CandidacyRow
from onrecord.vocabulary.states import in_running_text

if TYPE_CHECKING:
    from onrecord.publish.views.elections import ElectionLine, Held, SharedOnOne, Slate, Total


def scope_of_rank() -> str:
    """Return among which candidates a rank is counted."""
    return say("candidates of all regional groups with a vote total in the record; stray votes and withdrawals apart")


def not_known_of_all() -> tuple[str, ...]:
    """Return what is not known of elections as a whole."""
    return (
        say(
            "Vote totals were read from the press and other secondary sources; where none was found the total is not in"
            " the record."
        ),
        say("Withdrawn candidacies are in the record only where a source named them; there may have been others."),
    )


def all_elections(lines: Sequence["ElectionLine"]) -> tuple[str, int, str]:
    """Return how many elections the record has and how many slates were closed, with n and scope."""
    slates = sum(len(line.contested_groups) + len(line.closed_groups) for line in lines)
    closed = sum(len(line.closed_groups) for line in lines)
    text = say_n(
        "From {first} to {last} the General Assembly held {n} election to the Human Rights Council; in {closed} of"
        " {slates} group slates there were no more candidates than seats.",
        "From {first} to {last} the General Assembly held {n} elections to the Human Rights Council; in {closed} of"
        " {slates} group slates there were no more candidates than seats.",
        len(lines),
        first=day(lines[-1].date),
        last=day(lines[0].date),
        closed=closed,
        slates=slates,
    )
    scope = say("slates of a regional group in an election, by-elections included; withdrawn candidacies apart")
    return text, slates, scope


def of_election(on: date, page: str, slates: Sequence["Slate"], by_election: bool) -> list[Sentence]:
    """Return who was to be elected, which slates were contested, and for how many a total is known."""
    seats, stood = sum(s.seats for s in slates), sum(s.n_candidates for s in slates)
    elected = message(
        "On {day} the General Assembly elected members of the Human Rights Council: {candidates} for {seats}."
    )
    by = message(
        "On {day} the General Assembly held a by-election to the Human Rights Council: {candidates} for {seats}."
    )
    first = say(
        by if by_election else elected,
        day=day(on),
        candidates=say_n("{n} candidate", "{n} candidates", stood),
        seats=say_n("{n} seat", "{n} seats", seats),
    )
    known = sum(s.n_with_total for s in slates)
    missing = [c.state.running_name for s in slates for c in s.candidates if not c.totals]
    counted = say("candidates in the ballot; withdrawn candidacies and stray votes apart")
    return [
        Sentence(f"{first} {_slates(slates)}", stood, counted, page),
        Sentence(_totals_known(known, stood, missing), stood, say("candidates that stood in the ballot"), page),
    ]


def _slates(slates: Sequence["Slate"]) -> str:
    contested = [_slate(s) for s in slates if s.contested]
    closed = [_slate(s) for s in slates if not s.contested]
    said = []
    if contested:
        said.append(say("Contested: {groups}.", groups=joined(contested)))
    if closed:
        said.append(say("Closed slate, no more candidates than seats: {groups}.", groups=joined(closed)))
    return " ".join(said)


def _slate(slate: "Slate") -> str:
    return say(
        "{group} ({candidates} for {seats})",
        group=gettext(slate.label),
        candidates=slate.n_candidates,
        seats=slate.seats,
    )


def _totals_known(known: int, stood: int, missing: Sequence[str]) -> str:
    if not missing:
        return say_n(
            "The vote total of the one candidate is in the record.",
            "The vote totals of all {n} candidates are in the record.",
            stood,
        )
    return say_n(
        "Vote totals are in the record for {known} of the {stood} candidates; not found was {states}.",
        "Vote totals are in the record for {known} of the {stood} candidates; not found were {states}.",
        len(missing),
        known=known,
        stood=stood,
        states=joined(missing),
    )


_RESULTS = {"withdrawn": "withdrawn", "stray votes": "stray votes"}


def result(row: CandidacyRow) -> str:
    """Return what became of a candidacy in two words: elected, not elected, withdrawn, stray votes."""
    return _RESULTS.get(row.standing) or ("elected" if row.elected == "yes" else "not elected")


def candidate(
    head: StateHead,
    row: CandidacyRow,
    totals: Sequence["Total"],
    held: Sequence["Held"],
    known: tuple[int, Sequence[str]],
) -> str:
    """Return how one state fared; ``known`` is the number of UN members and who may have stood above it."""
    who = {"name": capital(head.running_name), "day": day(row.election_date)}
    if row.standing == "withdrawn":
        return say("{name} withdrew its candidacy before the election to the Human Rights Council on {day}.", **who)
    if row.standing == "stray votes":
        return say_n(
            "{name} was not a declared candidate in the election to the Human Rights Council on {day}; {n} vote went to"
            " it (stray votes).",
            "{name} was not a declared candidate in the election to the Human Rights Council on {day}; {n} votes went"
            " to it (stray votes).",
            row.votes or 0,
            **who,
        )
    elected = message("{name} was elected to the Human Rights Council on {day}{term}")
    fate = say(elected if row.elected == "yes" else _NOT_ELECTED, term=_term(row), **who)
    if not totals:
        return say("{fate}; its vote total was not found.", fate=fate) + _ended(held)
    members, above = known
    said = say(
        "{fate} with {votes}{round}: {rank}.", fate=fate, votes=_votes(totals), round=_round(row), rank=_ranked(totals)
    )
    return f"{said}{_above(above)}{_denominator(row, members)}{_doubt(row)}{_ended(held)}"


_NOT_ELECTED = message("{name} was not elected to the Human Rights Council on {day}{term}")


def _votes(totals: Sequence["Total"]) -> str:
    used, *others = totals
    first = say_n("{n} vote ({source})", "{n} votes ({source})", used.votes, source=english(used.said_by))
    if not others:
        return first
    rest = joined(f"{other.votes} ({english(other.said_by)})" for other in others)
    return say_n(
        "{votes}, though {others} is also in print",
        "{votes}, though {others} are also in print",
        len(others),
        votes=first,
        others=rest,
    )


def _round(row: CandidacyRow) -> str:
    return " " + say("in round {number}", number=row.rounds) if row.rounds and row.rounds > 1 else ""


def _term(row: CandidacyRow) -> str:
    if row.elected != "yes" or row.term_start is None or row.term_end is None:
        return ""
    return " " + say("for the term {first}–{last}", first=row.term_start.year, last=row.term_end.year)


def _ranked(totals: Sequence["Total"]) -> str:
    used, *others = totals
    if used.of == 1:
        return say("it is the one candidate with a total in the record")
    said = say("rank {rank} of the {of} candidates with a total", rank=used.rank, of=used.of)
    said += f"{_between(used)}{_ties(used)}"
    rest = [say("on the total of {votes}, rank {rank}", votes=o.votes, rank=o.rank) + _ties(o) for o in others]
    return "; ".join([said, *rest])


def _between(one: "Total") -> str:
    if one.rank_best == one.rank_worst:
        return ""
    return " " + say(
        "({best} to {worst}, as other totals are in print for other candidates)",
        best=one.rank_best,
        worst=one.rank_worst,
    )


def _ties(one: "Total") -> str:
    tied = joined(in_running_text(name) for name in one.tied_with) if one.tied_with else ""
    if not one.tied_on_one_total_with:
        return say(", tied with {states}", states=tied) if tied else ""
    names = joined(_on_one(shared) for shared in one.tied_on_one_total_with)
    if not tied:
        return say(", tied with {states}", states=names)
    return say(", tied with {states}, and with {others}", states=tied, others=names)


def _on_one(shared: "SharedOnOne") -> str:
    given = {"name": in_running_text(shared.name), "figures": joined(map(str, shared.totals))}
    number = len(shared.totals)
    if number == 2:
        return say("{name} on one of its two totals in print ({figures})", **given)
    if number == 3:
        return say("{name} on one of its three totals in print ({figures})", **given)
    return say("{name} on one of its {number} totals in print ({figures})", number=number, **given)


def _above(above: Sequence[str]) -> str:
    if not above:
        return ""
    return " " + say_n(
        "The total of one candidate that may have had more votes was not found, so the rank may be lower.",
        "The total of {n} candidates that may have had more votes was not found, so the rank may be lower.",
        len(above),
    )


def _denominator(row: CandidacyRow, members: int) -> str:
    if row.ballots_valid:
        return " " + say(
            "Valid ballots for its group: {ballots}; the UN had {members} member States that day.",
            ballots=row.ballots_valid,
            members=members,
        )
    return " " + say(
        "The UN had {members} member States that day; how many voted is not in the record.", members=members
    )


def _doubt(row: CandidacyRow) -> str:
    if row.confidence != 1:
        return ""
    return " " + say("The total was seen once, in part, or is disputed (confidence 1 of 2).")


_ENDINGS = {
    "suspended": message("Its membership was suspended; its last day as a member was {day}."),
    "withdrew": message("It withdrew from the Council; its last day as a member was {day}."),
}


def _ended(held: Sequence["Held"]) -> str:
    said = [
        " " + say(_ENDINGS[part.end_reason], day=day(part.last_day))
        for part in held
        if part.end_reason in _ENDINGS and part.last_day
    ]
    return "".join(said)


def not_known(rows: Sequence[CandidacyRow], heads: Mapping[str, StateHead], members: int) -> list[str]:
    """Return what is not known of an election: totals, numbers voting, rounds, doubtful totals."""
    standing = [row for row in rows if row.standing == "candidate"]
    said = []
    missing = [heads[row.state].running_name for row in standing if row.votes is None]
    if missing:
        said.append(
            say("No vote total was found for {states}; it is not zero, and ranks leave it out.", states=joined(missing))
        )
    if any(row.ballots_valid is None for row in standing):
        said.append(
            say(
                "How many States voted for each group is in the record only where a source gives it; the {members}"
                " member States of the United Nations that day are not the number that voted.",
                members=members,
            )
        )
    later = [heads[row.state].running_name for row in standing if row.votes and row.rounds and row.rounds > 1]
    if later:
        said.append(
            say(
                "The totals of {states} are those of a later round; ranks compare them with first rounds.",
                states=joined(later),
            )
        )
    if any(row.rounds is None and row.votes is not None for row in standing):
        said.append(say("In which round some totals were reached is not in the record; ranks compare all rounds."))
    doubtful = [heads[row.state].running_name for row in standing if row.confidence == 1]
    if doubtful:
        said.append(
            say("The totals of {states} were seen once or are disputed (confidence 1 of 2).", states=joined(doubtful))
        )
    said.append(say("Withdrawn candidacies and stray votes are in the record only where a source named them."))
    return said
