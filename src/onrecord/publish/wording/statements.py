"""Statements of documents in words, each kind in one line, as the command line shows them."""

from collections.abc import Callable
from typing import Any

from onrecord.vocabulary import statements as s
from onrecord.vocabulary.statements import Says

KINDS: dict[type[Says], str] = {
    s.TextSaid: "texts",
    s.OutcomeSaid: "outcomes",
    s.TallySaid: "totals of votes",
    s.PositionSaid: "positions",
    s.SponsorSaid: "sponsors",
    s.SessionRequestSaid: "requests for special sessions",
    s.CountSaid: "numbers of states in lists",
    s.RecommendationSaid: "recommendations",
    s.UprParagraphSaid: "paragraphs of recommendations",
    s.UprPositionSaid: "positions on recommendations",
    s.MechanismSaid: "passages of human rights mechanisms",
    s.TreatySaid: "treaties",
    s.TreatyActSaid: "acts towards treaties",
    s.TreatyTotalsSaid: "totals of treaties",
    s.DeclarationSaid: "declarations and reservations",
    s.VisitSaid: "visits",
    s.BallotSaid: "ballots",
    s.BallotTotalsSaid: "totals of ballots",
    s.PledgeDocumentSaid: "candidates' notes",
    s.PledgeSaid: "clauses of pledges",
    s.DocumentSaid: "what the document says of itself",
    s.ReferenceSaid: "cited documents",
}
"""Each kind of statement in the plural."""

_LONGEST = 160


def said(says: Says) -> str:
    """Return what a statement says, in one line."""
    return " ".join(_SAID[type(says)](says).split())


def _vote(key: s.VoteKey) -> str:
    return f"{key.symbol}{f' (vote {key.ordinal})' if key.ordinal > 1 else ''}"


def _text(one: s.TextSaid) -> str:
    title = one.title if one.title != one.vote.symbol else None
    parts = (f"“{_cut(title)}”" if title else "", _with("session", one.session), _with("item", one.agenda_item))
    return ", ".join(part for part in (_vote(one.vote), *parts, str(one.date or "")) if part)


def _tally(one: s.TallySaid) -> str:
    cast = "-".join(_figure(figure) for figure in (one.yes, one.no, one.abstain))
    return f"{_vote(one.vote)}: {cast}{'' if one.non_voting is None else f', {one.non_voting} not voting'}"


def _recommendation(one: s.RecommendationSaid) -> str:
    by = ", ".join(one.recommended_by) or "?"
    return f"{one.number or 'recommendation'} to {one.state} by {by}: {one.response or 'no position'}: {_cut(one.text)}"


def _paragraph(one: s.UprParagraphSaid) -> str:
    return f"{one.paragraph}.{one.first_item} to {one.paragraph}.{one.last_item}: {one.response or 'no position'}"


def _act(one: s.TreatyActSaid) -> str:
    return f"{one.state}: {one.act} of {one.treaty}, {one.date}{' (withdrawn)' if one.withdrawn else ''}"


def _ballot(one: s.BallotSaid) -> str:
    return f"{one.state}: {one.votes} votes, round {one.round}, {one.date or 'no day'}"


def _ballots(one: s.BallotTotalsSaid) -> str:
    parts = (_with("valid", one.valid), _with("voting", one.voting), _with("majority", one.majority))
    return ", ".join([one.group or "all groups", *filter(None, parts), str(one.date or "no day")])


_SAID: dict[type[Says], Callable[[Any], str]] = {
    s.TextSaid: _text,
    s.OutcomeSaid: lambda one: f"{_vote(one.vote)}: {one.outcome}",
    s.TallySaid: _tally,
    s.PositionSaid: lambda one: f"{one.state} on {_vote(one.vote)}: {one.position}",
    s.SponsorSaid: lambda one: f"{one.state}: {one.role} of {one.symbol}",
    s.SessionRequestSaid: lambda one: f"{one.state}: asked for {one.session}{f' as {one.seat}' if one.seat else ''}",
    s.CountSaid: lambda one: f"{one.of}: {one.n}",
    s.RecommendationSaid: _recommendation,
    s.UprParagraphSaid: _paragraph,
    s.UprPositionSaid: lambda one: f"{one.number} to {one.state}: {one.response}",
    s.MechanismSaid: lambda one: f"{one.mechanism}, {', '.join(one.states)}: {_cut(one.text)}",
    s.TreatySaid: lambda one: f"{one.treaty}: {one.title or 'no title'}",
    s.TreatyActSaid: _act,
    s.TreatyTotalsSaid: lambda one: (
        f"{one.treaty}: {_figure(one.signatories)} signatories, {_figure(one.parties)} parties"
    ),
    s.DeclarationSaid: lambda one: f"{one.state} on {one.treaty}: {_cut(one.text)}",
    s.VisitSaid: lambda one: f"{one.mandate} to {one.state}: {one.status}{f', {one.when}' if one.when else ''}",
    s.BallotSaid: _ballot,
    s.BallotTotalsSaid: _ballots,
    s.PledgeDocumentSaid: lambda one: f"{one.state}: note {one.symbol or 'without symbol'}, term {one.term or '?'}",
    s.PledgeSaid: lambda one: f"{one.state}, {one.number}: {_cut(one.text)}",
    s.DocumentSaid: lambda one: ", ".join(filter(None, (one.symbol, one.title, str(one.date or "")))),
    s.ReferenceSaid: lambda one: f"{one.symbol or _cut(one.cited)}{f', {one.date}' if one.date else ''}",
}


def _with(word: str, value: object) -> str:
    return "" if value is None else f"{word} {value}"


def _figure(value: int | None) -> str:
    return "?" if value is None else str(value)


def _cut(text: str | None) -> str:
    words = " ".join((text or "").split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
