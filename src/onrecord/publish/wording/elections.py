"""Sentences on elections: who was elected with how many votes, in which rank, on what slate, and what is not known."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from onrecord.publish.sentences import capital, day, joined
from onrecord.publish.views.shared import Sentence, StateHead
from onrecord.record.query_elections import CandidacyRow
from onrecord.vocabulary.states import in_running_text

if TYPE_CHECKING:
    from onrecord.publish.views.elections import ElectionLine, Held, SharedOnOne, Slate, Total

SCOPE_OF_RANK = "candidates of all regional groups with a vote total in the record; stray votes and withdrawals apart"
NOT_KNOWN_OF_ALL = (
    "Vote totals were read from the press and other secondary sources; where none was found the total is not in the"
    " record.",
    "Withdrawn candidacies are in the record only where a source named them; there may have been others.",
)


def all_elections(lines: Sequence["ElectionLine"]) -> tuple[str, int, str]:
    """Return how many elections the record has and how many slates were closed, with n and scope."""
    slates = sum(len(line.contested_groups) + len(line.closed_groups) for line in lines)
    closed = sum(len(line.closed_groups) for line in lines)
    text = (
        f"From {day(lines[-1].date)} to {day(lines[0].date)} the General Assembly held {len(lines)} elections to the"
        f" Human Rights Council; in {closed} of {slates} group slates there were no more candidates than seats."
    )
    return text, slates, "slates of a regional group in an election, by-elections included; withdrawn candidacies apart"


def of_election(on: date, page: str, slates: Sequence["Slate"], by_election: bool) -> list[Sentence]:
    """Return who was to be elected, which slates were contested, and for how many a total is known."""
    seats, stood = sum(s.seats for s in slates), sum(s.n_candidates for s in slates)
    kind = "held a by-election to" if by_election else "elected members of"
    first = (
        f"On {day(on)} the General Assembly {kind} the Human Rights Council: {_many(stood, 'candidate')} for"
        f" {_many(seats, 'seat')}. {_slates(slates)}"
    )
    known = sum(s.n_with_total for s in slates)
    missing = [c.state.running_name for s in slates for c in s.candidates if not c.totals]
    return [
        Sentence(first, stood, "candidates in the ballot; withdrawn candidacies and stray votes apart", page),
        Sentence(_totals_known(known, stood, missing), stood, "candidates that stood in the ballot", page),
    ]


def _many(n: int, noun: str) -> str:
    return f"{n} {noun}{'s' * (n != 1)}"


def _slates(slates: Sequence["Slate"]) -> str:
    contested = [f"{s.label} ({s.n_candidates} for {s.seats})" for s in slates if s.contested]
    closed = [f"{s.label} ({s.n_candidates} for {s.seats})" for s in slates if not s.contested]
    said = []
    if contested:
        said.append(f"Contested: {joined(contested)}.")
    if closed:
        said.append(f"Closed slate, no more candidates than seats: {joined(closed)}.")
    return " ".join(said)


def _totals_known(known: int, stood: int, missing: Sequence[str]) -> str:
    if not missing:
        return "The vote total of the one candidate is in the record." if stood == 1 else (
            f"The vote totals of all {stood} candidates are in the record."
        )  # fmt: skip
    verb = "was" if len(missing) == 1 else "were"
    return f"Vote totals are in the record for {known} of the {stood} candidates; not found {verb} {joined(missing)}."


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
    name, on = capital(head.running_name), f"to the Human Rights Council on {day(row.election_date)}"
    if row.standing == "withdrawn":
        return f"{name} withdrew its candidacy before the election {on}."
    if row.standing == "stray votes":
        stray = f"{_many(row.votes or 0, 'vote')} went to it (stray votes)"
        return f"{name} was not a declared candidate in the election {on}; {stray}."
    fate = f"was {'' if row.elected == 'yes' else 'not '}elected {on}"
    if not totals:
        return f"{name} {fate}{_term(row)}; its vote total was not found.{_ended(held)}"
    members, above = known
    figures = f"with {_votes(totals)}{_round(row)}: {_ranked(totals)}.{_above(above)}"
    return f"{name} {fate}{_term(row)} {figures}{_denominator(row, members)}{_doubt(row)}{_ended(held)}"


def _votes(totals: Sequence["Total"]) -> str:
    used, *others = totals
    if not others:
        return f"{used.votes} votes ({used.said_by})"
    rest = joined(f"{other.votes} ({other.said_by})" for other in others)
    return f"{used.votes} votes ({used.said_by}), though {rest} {'is' if len(others) == 1 else 'are'} also in print"


def _round(row: CandidacyRow) -> str:
    return f" in round {row.rounds}" if row.rounds and row.rounds > 1 else ""


def _term(row: CandidacyRow) -> str:
    if row.elected != "yes" or row.term_start is None or row.term_end is None:
        return ""
    return f" for the term {row.term_start.year}–{row.term_end.year}"


def _ranked(totals: Sequence["Total"]) -> str:
    used, *others = totals
    if used.of == 1:
        return "it is the one candidate with a total in the record"
    said = f"rank {used.rank} of the {used.of} candidates with a total{_between(used)}{_ties(used)}"
    rest = [f"on the total of {o.votes}, rank {o.rank}{_ties(o)}" for o in others]
    return "; ".join([said, *rest])


def _between(one: "Total") -> str:
    if one.rank_best == one.rank_worst:
        return ""
    return f" ({one.rank_best} to {one.rank_worst}, as other totals are in print for other candidates)"


def _ties(one: "Total") -> str:
    both = [joined(in_running_text(name) for name in one.tied_with)] if one.tied_with else []
    if one.tied_on_one_total_with:
        names = joined(_on_one(shared) for shared in one.tied_on_one_total_with)
        both.append(f"with {names}" if both else names)
    return f", tied with {', and '.join(both)}" if both else ""


def _on_one(shared: "SharedOnOne") -> str:
    number = {2: "two", 3: "three"}.get(len(shared.totals), str(len(shared.totals)))
    figures = joined(map(str, shared.totals))
    return f"{in_running_text(shared.name)} on one of its {number} totals in print ({figures})"


def _above(above: Sequence[str]) -> str:
    if not above:
        return ""
    may = f"{len(above)} candidates" if len(above) > 1 else "one candidate"
    return f" The total of {may} that may have had more votes was not found, so the rank may be lower."


def _denominator(row: CandidacyRow, members: int) -> str:
    if row.ballots_valid:
        return f" Valid ballots for its group: {row.ballots_valid}; the UN had {members} member States that day."
    return f" The UN had {members} member States that day; how many voted is not in the record."


def _doubt(row: CandidacyRow) -> str:
    return " The total was seen once, in part, or is disputed (confidence 1 of 2)." if row.confidence == 1 else ""


_ENDINGS = {"suspended": "Its membership was suspended", "withdrew": "It withdrew from the Council"}


def _ended(held: Sequence["Held"]) -> str:
    said = [
        f" {_ENDINGS[part.end_reason]}; its last day as a member was {day(part.last_day)}."
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
        said.append(f"No vote total was found for {joined(missing)}; it is not zero, and ranks leave it out.")
    if any(row.ballots_valid is None for row in standing):
        said.append(
            f"How many States voted for each group is in the record only where a source gives it; the {members} member"
            " States of the United Nations that day are not the number that voted."
        )
    later = [heads[row.state].running_name for row in standing if row.votes and row.rounds and row.rounds > 1]
    if later:
        said.append(f"The totals of {joined(later)} are those of a later round; ranks compare them with first rounds.")
    if any(row.rounds is None and row.votes is not None for row in standing):
        said.append("In which round some totals were reached is not in the record; ranks compare all rounds.")
    doubtful = [heads[row.state].running_name for row in standing if row.confidence == 1]
    if doubtful:
        said.append(f"The totals of {joined(doubtful)} were seen once or are disputed (confidence 1 of 2).")
    said.append("Withdrawn candidacies and stray votes are in the record only where a source named them.")
    return said
