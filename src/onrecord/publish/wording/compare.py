"""Sentences on two states side by side, each with its n; a share only where n is not small."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from onrecord.publish.languages.words import gettext, message, say, say_n
from onrecord.publish.languages.writing import day, joined, or_none
from onrecord.publish.sentences import capital, percent, span
from onrecord.publish.views.shared import Sentence, StateHead
from onrecord.publish.wording.scorecards import institution, review
from onrecord.record.query_scorecards import RatingRow
from onrecord.vocabulary.situations import Selection

if TYPE_CHECKING:
    from onrecord.publish.views.compare import AgreementLine, PairLine, SupportLine

__all__ = ["institution", "not_known", "of_pair", "rated", "review"]

ALL = message("Human Rights Council, all recorded votes")
COUNTRY = message("of these, texts on country situations as Votes Count takes them")
ITEM_7 = message("of these, texts under agenda item 7")
THEMES = message("of these, texts on themes")
APART = message("of these, amendments and motions")
ASSEMBLY = message("General Assembly, recorded votes")
SORTS = (ALL, COUNTRY, ITEM_7, THEMES, APART, ASSEMBLY)
"""The sorts of roll calls over which agreement is given, in reading order."""

OWN_TEXTS = message("texts put to a vote while it was a member")
SHARED_TEXTS = message("texts put to a vote while both were members")
REVIEW_TITLE = message("Universal Periodic Review: recommendations supported, in the unit named")
INSTITUTION_TITLE = message("Accreditation under the Paris Principles, the latest status in the record")
RATINGS = {
    "RSF-rank": message("Reporters Without Borders, rank"),
    "RSF-score": message("Reporters Without Borders, score"),
    "FH-PR": message("Freedom House, political rights (1 best, 7 worst)"),
    "FH-CL": message("Freedom House, civil liberties (1 best, 7 worst)"),
    "FH-status": message("Freedom House, status (F free, PF partly free, NF not free)"),
}
"""The ratings compared, by code."""


def rated(row: RatingRow) -> str:
    """Return which edition a rating is from and which year it rates."""
    if not row.year_under_review:
        return say("edition {edition}", edition=row.edition)
    return say("edition {edition}, rating {year}", edition=row.edition, year=row.year_under_review)


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


_SCOPE = message("roll calls on which both voted in favour, against or abstained; absence is not a position")
_NONE = {
    ALL: message(
        "{when} {names} could take part together in none of the recorded votes of the Human Rights Council (texts,"
        " amendments and motions)."
    ),
    COUNTRY: message(
        "{when} {names} could take part together in none of the recorded votes of the Human Rights Council on"
        " country-situation texts as Votes Count takes them."
    ),
    ASSEMBLY: message("{when} {names} could take part together in none of the recorded votes of the General Assembly."),
}


def _agreed(names: str, year: int | None, line: "AgreementLine", page: str) -> Sentence:
    when = say("in {year}", year=year) if year else ""
    if not line.could or line.first is None or line.last is None:
        period = when or say("in the years the record covers")
        return Sentence(say(_NONE[line.what], when=capital(period), names=names), 0, gettext(_SCOPE), page)
    period = capital(when or span(line.first, line.last))
    base = _open_to_both(line, period, names)
    return Sentence(f"{base}{_figures(line)}.{_small(line)}{_doubt(line)}", line.n, gettext(_SCOPE), page)


def _open_to_both(line: "AgreementLine", when: str, names: str) -> str:
    given = {"when": when, "names": names}
    if line.what == ALL:
        return say_n(
            "{when} {n} recorded vote of the Human Rights Council (texts, amendments and motions) was open to both"
            " {names}",
            "{when} {n} recorded votes of the Human Rights Council (texts, amendments and motions) were open to both"
            " {names}",
            line.could,
            **given,
        )
    if line.what == COUNTRY:
        return say_n(
            "{when} {n} recorded vote of the Human Rights Council on country-situation texts as Votes Count takes them"
            " was open to both {names}",
            "{when} {n} recorded votes of the Human Rights Council on country-situation texts as Votes Count takes them"
            " were open to both {names}",
            line.could,
            **given,
        )
    return say_n(
        "{when} {n} recorded vote of the General Assembly was open to both {names}",
        "{when} {n} recorded votes of the General Assembly were open to both {names}",
        line.could,
        **given,
    )


def _figures(line: "AgreementLine") -> str:
    if not line.n:
        return say("; in none of them did both vote in favour, vote against or abstain")
    return say(
        "; of the {n} in which both voted in favour, against or abstained, they took the same position in {same}"
        "{share}, and one was in favour and the other against in {opposite}",
        n=line.n,
        same=line.same,
        share=f" ({percent(line.identical_share)})" if line.identical_share is not None else "",
        opposite=or_none(line.opposite),
    )


def _small(line: "AgreementLine") -> str:
    return " " + say("With n under {minimum} no share is given.", minimum=line.minimum) if line.n < line.minimum else ""


def _doubt(line: "AgreementLine") -> str:
    if not line.doubtful:
        return ""
    return " " + say("{number} of these rest on a position in doubt, counted as listed.", number=line.doubtful)


def _supported(
    heads: tuple[StateHead, StateHead], year: int | None, support: Sequence["SupportLine"], page: str
) -> Sentence:
    own = {line.iso3: line for line in support if line.what == OWN_TEXTS}
    parts = [_own(head, own[head.iso3]) for head in heads]
    always = message("While a member, {parts}; the texts are not the same unless both sat.")
    of_year = message("In {year}, while a member, {parts}; the texts are not the same unless both sat.")
    text = say(of_year if year else always, year=year, parts=joined(parts))
    return Sentence(text, sum(line.n for line in own.values()), gettext(Selection.VOTES_COUNT.definition), page)


def _own(head: StateHead, line: "SupportLine") -> str:
    if not line.n:
        return say("{name} had no vote on a country-situation text", name=head.running_name)
    share = say("n under {minimum}, no share", minimum=line.minimum)
    return say(
        "{name} voted in favour of {yes} of {n} country-situation texts ({share})",
        name=head.running_name,
        yes=line.yes,
        n=line.n,
        share=share if line.share_yes is None else percent(line.share_yes),
    )


def _joined(heads: tuple[StateHead, StateHead], treaties: Sequence["PairLine"], page: str) -> Sentence:
    a, b = (sum(getattr(line, side).value is not None for line in treaties) for side in ("a", "b"))
    both = sum(line.a.value is not None and line.b.value is not None for line in treaties)
    text = say(
        "Of {n} UN human-rights treaties and protocols {one} is party to {n_one} and {other} to {n_other}, {both} of"
        " them the same.",
        n=len(treaties),
        one=heads[0].running_name,
        n_one=a,
        other=heads[1].running_name,
        n_other=b,
        both=both,
    )
    scope = say("ratifications, accessions and successions less denunciations, to the day of the record")
    return Sentence(text, len(treaties), scope, page)


def not_known(year: int | None, lines: Sequence["AgreementLine"], last: date, unplaced: int) -> list[str]:
    """Return what the comparison leaves out or cannot say; ``unplaced`` texts have no agenda item in the record."""
    said = [
        say(
            "The Council's roll calls end on {day}; rejected drafts and motions are in it only where found.",
            day=day(last),
        )
    ]
    if year is not None:
        said.append(
            say(
                "Votes are those of {year}; terms, treaties, reviews, institutions and ratings are not narrowed.",
                year=year,
            )
        )
    said.append(say("Absences in the General Assembly are not recorded: a state without a position there is left out."))
    unknown = sum(line.unknown for line in lines if line.what == ALL)
    if unknown:
        said.append(
            say("In {number} of the Council's votes a position of one of the two is not in the record.", number=unknown)
        )
    said.append(
        say(
            "A yes on an amendment may oppose the text it amends, so amendments are also counted apart; a text adopted"
            " without a vote has no positions to compare."
        )
    )
    if unplaced:
        said.append(
            say(
                "{number} texts on country situations open to both cannot be placed by agenda item; left out.",
                number=unplaced,
            )
        )
    said.append(say("UPR counts are each in the unit named; counts of different units are not to be compared."))
    return said
