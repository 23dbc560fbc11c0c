"""Sentences on two states side by side, each with its n; a share only where n is not small."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from onrecord.publish.sentences import capital, day, joined, percent, span
from onrecord.publish.views.shared import Sentence, StateHead
from onrecord.publish.wording.scorecards import institution, review
from onrecord.record.query_scorecards import RatingRow
from onrecord.vocabulary.situations import Selection

if TYPE_CHECKING:
    from onrecord.publish.views.compare import AgreementLine, PairLine, SupportLine

__all__ = ["institution", "not_known", "of_pair", "rated", "review"]

ALL = "Human Rights Council, all recorded votes"
COUNTRY = "of these, texts on country situations as Votes Count takes them"
ITEM_7 = "of these, texts under agenda item 7"
THEMES = "of these, texts on themes"
APART = "of these, amendments and motions"
ASSEMBLY = "General Assembly, recorded votes"
SORTS = (ALL, COUNTRY, ITEM_7, THEMES, APART, ASSEMBLY)
"""The sorts of roll calls over which agreement is given, in reading order."""

OWN_TEXTS = "texts put to a vote while it was a member"
SHARED_TEXTS = "texts put to a vote while both were members"
REVIEW_TITLE = "Universal Periodic Review: recommendations supported, in the unit named"
INSTITUTION_TITLE = "Accreditation under the Paris Principles, the latest status in the record"
RATINGS = {
    "RSF-rank": "Reporters Without Borders, rank",
    "RSF-score": "Reporters Without Borders, score",
    "FH-PR": "Freedom House, political rights (1 best, 7 worst)",
    "FH-CL": "Freedom House, civil liberties (1 best, 7 worst)",
    "FH-status": "Freedom House, status (F free, PF partly free, NF not free)",
}
"""The ratings compared, by code."""


def rated(row: RatingRow) -> str:
    """Return which edition a rating is from and which year it rates."""
    return f"edition {row.edition}{f', rating {row.year_under_review}' if row.year_under_review else ''}"


def of_pair(
    heads: tuple[StateHead, StateHead],
    year: int | None,
    lines: Sequence["AgreementLine"],
    support: Sequence["SupportLine"],
    treaties: Sequence["PairLine"],
    page: str,
) -> list[Sentence]:
    """Return how the two voted on the same roll calls, how each supported texts, which treaties each has joined."""
    names = joined(head.running_name for head in heads)
    by = {line.what: line for line in lines}
    council = [by[ALL], by[COUNTRY]] if by[ALL].could else [by[ALL]]
    said = [_agreed(names, year, line, page) for line in (*council, by[ASSEMBLY])]
    said += [_supported(heads, year, support, page)] if any(s.n for s in support) else []
    return [*said, _joined(heads, treaties, page)]


_WHERE = {
    ALL: "recorded votes of the Human Rights Council (texts, amendments and motions)",
    COUNTRY: "recorded votes of the Human Rights Council on country-situation texts as Votes Count takes them",
    ASSEMBLY: "recorded votes of the General Assembly",
}


def _agreed(names: str, year: int | None, line: "AgreementLine", page: str) -> Sentence:
    where, when = _WHERE[line.what], f"in {year}" if year else ""
    scope = "roll calls on which both voted in favour, against or abstained; absence is not a position"
    if not line.could or line.first is None or line.last is None:
        period = when or "in the years the record covers"
        text = f"{capital(period)} {names} could take part together in none of the {where}."
        return Sentence(text, 0, scope, page)
    period = capital(when or span(line.first, line.last))
    where = where if line.could > 1 else where.replace("votes", "vote", 1)
    base = f"{period} {line.could} {where} {'were' if line.could > 1 else 'was'} open to both {names}"
    return Sentence(f"{base}{_figures(line)}.{_small(line)}{_doubt(line)}", line.n, scope, page)


def _figures(line: "AgreementLine") -> str:
    if not line.n:
        return "; in none of them did both vote in favour, vote against or abstain"
    share = f" ({percent(line.identical_share)})" if line.identical_share is not None else ""
    opposite = f"in {line.opposite}" if line.opposite else "in none"
    return (
        f"; of the {line.n} in which both voted in favour, against or abstained, they took the same position in"
        f" {line.same}{share}, and one was in favour and the other against {opposite}"
    )


def _small(line: "AgreementLine") -> str:
    return f" With n under {line.minimum} no share is given." if line.n < line.minimum else ""


def _doubt(line: "AgreementLine") -> str:
    return f" {line.doubtful} of these rest on a position in doubt, counted as listed." if line.doubtful else ""


def _supported(
    heads: tuple[StateHead, StateHead], year: int | None, support: Sequence["SupportLine"], page: str
) -> Sentence:
    own = {line.iso3: line for line in support if line.what == OWN_TEXTS}
    parts = [_own(head, own[head.iso3]) for head in heads]
    when = f"In {year}, w" if year else "W"
    text = f"{when}hile a member, {joined(parts)}; the texts are not the same unless both sat."
    return Sentence(text, sum(line.n for line in own.values()), Selection.VOTES_COUNT.definition, page)


def _own(head: StateHead, line: "SupportLine") -> str:
    if not line.n:
        return f"{head.running_name} had no vote on a country-situation text"
    share = f" ({percent(line.share_yes)})" if line.share_yes is not None else f" (n under {line.minimum}, no share)"
    return f"{head.running_name} voted in favour of {line.yes} of {line.n} country-situation texts{share}"


def _joined(heads: tuple[StateHead, StateHead], treaties: Sequence["PairLine"], page: str) -> Sentence:
    a, b = (sum(getattr(line, side).value is not None for line in treaties) for side in ("a", "b"))
    both = sum(line.a.value is not None and line.b.value is not None for line in treaties)
    text = (
        f"Of {len(treaties)} UN human-rights treaties and protocols {heads[0].running_name} is party to {a} and"
        f" {heads[1].running_name} to {b}, {both} of them the same."
    )
    scope = "ratifications, accessions and successions less denunciations, to the day of the record"
    return Sentence(text, len(treaties), scope, page)


def not_known(year: int | None, lines: Sequence["AgreementLine"], last: date, unplaced: int) -> list[str]:
    """Return what the comparison leaves out or cannot say; ``unplaced`` texts have no agenda item in the record."""
    said = [f"The Council's roll calls end on {day(last)}; rejected drafts and motions are in it only where found."]
    if year is not None:
        said.append(f"Votes are those of {year}; terms, treaties, reviews, institutions and ratings are not narrowed.")
    said.append("Absences in the General Assembly are not recorded: a state without a position there is left out.")
    unknown = sum(line.unknown for line in lines if line.what == ALL)
    if unknown:
        said.append(f"In {unknown} of the Council's votes a position of one of the two is not in the record.")
    said.append(
        "A yes on an amendment may oppose the text it amends, so amendments are also counted apart; a text adopted"
        " without a vote has no positions to compare."
    )
    if unplaced:
        said.append(f"{unplaced} texts on country situations open to both cannot be placed by agenda item; left out.")
    said.append("UPR counts are each in the unit named; counts of different units are not to be compared.")
    return said
