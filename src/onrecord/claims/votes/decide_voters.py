"""What the record says to claims about who voted how on one text, its figures and what became of it."""

from collections.abc import Sequence
from functools import lru_cache

from onrecord.claims.judging import C, R, S, U, all_of, bounded, unknown
from onrecord.claims.lexicon import table
from onrecord.claims.naming import capital, joined, state_name
from onrecord.claims.typed import Quantifier, States, Texts
from onrecord.claims.votes.assembly import assembly_figures
from onrecord.claims.votes.decide import MOST_SHOWN, no_vote, text_row
from onrecord.claims.votes.selecting import texts_meant, votes_meant
from onrecord.claims.votes.typed import Fate, Figures, Voters
from onrecord.claims.votes.words import TOOK, texts_words, vote_row
from onrecord.record.ballots import Ballot
from onrecord.record.query_tallies import witness_tallies
from onrecord.record.query_texts import CouncilText
from onrecord.record.store import Record
from onrecord.vocabulary.positions import Position
from onrecord.vocabulary.rollcalls import Body, Outcome, Status
from onrecord.vocabulary.states import RegionalGroup
from onrecord.vocabulary.verdicts import Answer, Finding, Reason, Verdict

SEATS = 47
"""Seats of the Council (resolution 60/251): more votes than that were cast in the Assembly."""


@lru_cache(maxsize=16)
def tallies(record: Record) -> dict[str, tuple[tuple[str, int, int, int, int | None], ...]]:
    """Return what every witness says of each vote's figures."""
    return witness_tallies(record)


def _votes(record: Record, texts: Texts) -> list[Ballot]:
    found = {b.rollcall_id: b for votes in votes_meant(record, texts).values() for b in votes}
    return list(found.values())


def _one_of(answers: Sequence[tuple[Ballot, Verdict, str]], record: Record, scope: str, states=()) -> Finding:
    """Return the finding where several votes may be meant: one that fits is the one meant."""
    fitting = [a for a in answers if a[1] is S] or [a for a in answers if a[1] is C] or list(answers)
    _, verdict, says = fitting[0]
    rows = tuple(vote_row(record, b, states) for b, _, _ in fitting[:MOST_SHOWN])
    if verdict is R and len({a[2] for a in answers}) > 1:
        says = " ".join(a[2] for a in answers[:4])
    n = len(answers)
    scope = scope if n == 1 else f"{scope}; {n} votes fit the description"
    supports = verdict is not R
    return Finding(verdict, says, scope, None if verdict is not U else Reason.NOT_IN_THE_RECORD, n, (),
                   rows if supports else (), () if supports else rows)  # fmt: skip


def figures(claim: Figures, record: Record) -> Finding:
    """Return whether a vote's figures are those claimed; another witness's figures make it conflicting."""
    cast = sum(n or 0 for n in (claim.yes, claim.no, claim.abstain))
    of_council = cast <= SEATS or claim.texts.body == "HRC" or bool(claim.texts.symbols)
    votes = _votes(record, claim.texts) if claim.texts.body != "GA" and of_council else []
    votes = votes or (assembly_figures(record, claim.texts) if claim.texts.body != "HRC" else [])
    if not votes:
        return no_vote(claim.texts, record)
    wanted = (claim.yes, claim.no, claim.abstain, claim.absent)
    answers = [(b, *_figures_of(record, b, wanted)) for b in votes]
    if votes[0].body is Body.GA and not any(v is S for _, v, _ in answers):
        # The compilation of the Assembly's votes lists motions under the symbol of their text and gives no outcomes.
        says = f"The figures the record has differ, and may be those of another vote on the text. {answers[0][2]}"
        return unknown(
            Reason.AMBIGUOUS, says, texts_words(record, claim.texts), [vote_row(record, b) for b in votes[:5]]
        )
    return _one_of(answers, record, f"figures of the vote on {texts_words(record, claim.texts)}")


def _figures_of(record: Record, ballot: Ballot, wanted: Sequence[int | None]) -> tuple[Verdict, str]:
    if ballot.yes is None:
        return U, f"The figures of the vote on {ballot.symbol} are not in the record."
    used = (ballot.yes, ballot.no, ballot.abstain, ballot.absent)
    others = [t[1:] for t in tallies(record).get(ballot.rollcall_id, ()) if tuple(t[1:4]) != used[:3]]
    note = f" Another account has {joined(sorted({f'{t[0]}-{t[1]}-{t[2]}' for t in others}))}." if others else ""
    says = f"{ballot.symbol or ballot.title}, {ballot.date:%-d %B %Y}: {ballot.yes} in favour, {ballot.no} against, {ballot.abstain} abstaining{_absent(ballot)}.{note}"  # fmt: skip  # noqa: E501
    if _fit(wanted, used):
        return S, says
    if any(_fit(wanted, other) for other in others) and ballot.status is Status.CONFLICT:
        return C, says
    return R, says


def _absent(ballot: Ballot) -> str:
    return f", {ballot.absent} absent" if ballot.absent else ""


def _fit(wanted: Sequence[int | None], found: Sequence[int | None]) -> bool:
    return all(w is None or w == (f or 0 if i == 3 else f) for i, (w, f) in enumerate(zip(wanted, found, strict=True)))


def voters(claim: Voters, record: Record) -> Finding:
    """Return whether those who took the position on the text are as many, or the ones, that are claimed."""
    votes = _votes(record, claim.texts)
    if not votes:
        return no_vote(claim.texts, record)
    found = None
    answers_by = {}
    for reading, allowed in claim.stance.readings.items():
        answers = [(b, *_who(record, b, claim.who, allowed)) for b in votes]
        named = (*claim.who.listed, *claim.who.examples, *claim.who.states, *claim.who.excluded)
        found = _one_of(answers, record, _scope(record, claim), named)
        answers_by[reading] = found
    if len(answers_by) == 1 and found:
        return found
    verdicts = {f.verdict for f in answers_by.values()}
    first = next(iter(answers_by.values()))
    listed = tuple(Answer(name, f.verdict, f.says, f.n) for name, f in answers_by.items())
    verdict = verdicts.pop() if len(verdicts) == 1 else C
    says = first.says if verdict is not C else " ".join(f"Read as “{a.reading}”: {a.verdict.label}. {a.says}" for a in listed)  # fmt: skip  # noqa: E501
    rows = first.evidence or first.counter_examples
    supports = verdict is not R
    return Finding(verdict, says, first.scope, first.reason if verdict is U else None, first.n, listed,
                   rows if supports else (), () if supports else rows)  # fmt: skip


def _scope(record: Record, claim: Voters) -> str:
    group = f", {group_label(claim.who.group)}" if claim.who.group else ""
    return f"positions listed in the vote on {texts_words(record, claim.texts)}{group}"


def group_label(group: str) -> str:
    """Return a group's name."""
    if group in RegionalGroup.__members__:
        return RegionalGroup(group).label
    return next(g["label"] for g in table("groups")["group"] if g["id"] == group)


def in_group(record: Record, state: str, group: str | None, ballot: Ballot) -> bool | None:
    """Return whether a state counted to a group on the day of a vote; None where the record cannot say."""
    if group is None:
        return True
    if group in RegionalGroup.__members__:
        return record.gazetteer.group(state, ballot.date) == group
    entry = next(g for g in table("groups")["group"] if g["id"] == group)
    return state in entry["members"] if entry.get("members") else None


def _who(record: Record, ballot: Ballot, who: States, allowed: frozenset[Position]) -> tuple[Verdict, str]:
    name = ballot.symbol or ballot.title
    if who.group and in_group(record, next(iter(sorted(ballot.members)), ""), who.group, ballot) is None:
        label = group_label(who.group)
        return U, f"The record has no dated list of the members of “{label}”."
    if not ballot.casts:
        return U, f"The positions taken on {name} are not in the record."
    seats = {s for s in ballot.members if in_group(record, s, who.group, ballot)}
    took = {s for s in seats if ballot.position(s) in allowed}
    doubted = {s for s in seats if ballot.doubtful(s)}
    sure, possible = took - doubted, took | doubted
    verdict = all_of(_parts(record, ballot, who, (took, sure, possible), seats, allowed))
    listed = joined(state_name(record, s, ballot.date) for s in sorted(took, key=lambda s: state_name(record, s).removeprefix("the "))) if took else "none"  # fmt: skip  # noqa: E501
    group = f" of {group_label(who.group)}" if who.group else ""
    did = joined(sorted({TOOK[p] for p in allowed}))
    return verdict, f"On {name} {len(took)} of {len(seats)} members{group} {did}: {listed}."


def _parts(record: Record, ballot: Ballot, who: States, sets, seats: set[str], allowed):
    took, sure, possible = sets
    named = who.listed or who.states
    counts_all = who.group is None and ballot.casts
    number = _figure(ballot, allowed) if counts_all else len(took)
    if who.n is not None and not (who.of is not None and who.quantifier is Quantifier.ALL):
        yield _number(ballot, who, number, len(sure), len(possible))
    if who.of is not None:
        yield S if who.of == len(seats) else R
    if who.listed or (who.states and who.quantifier is Quantifier.ONLY):
        yield S if set(named) == took else (C if sure <= set(named) <= possible else R)
    elif who.states:
        yield from (_member(s, took, possible, sure) for s in who.states)
    yield from (_member(s, took, possible, sure) for s in who.examples)
    if who.quantifier in {Quantifier.ALL, Quantifier.NONE, Quantifier.MOST, Quantifier.HALF} and not who.states:
        yield _share(who, took, seats)
    elif who.group and who.quantifier is None and who.n is None and not (named or who.examples):
        asked = seats - set(who.excluded)
        mixed = C if not who.excluded else R
        yield S if asked and asked <= took else R if not asked & took else mixed


def _figure(ballot: Ballot, allowed: frozenset[Position]) -> int:
    """Return the number by the figures used, where they are known and no position is read in two ways."""
    if ballot.yes is None:
        return sum(ballot.position(s) in allowed for s in ballot.members)
    columns = {
        Position.YES: ballot.yes,
        Position.NO: ballot.no,
        Position.ABSTAIN: ballot.abstain,
    }
    seats = len(ballot.members)
    given = {p: n or 0 for p, n in columns.items()}
    given[Position.ABSENT] = seats - sum(given.values())
    return sum(given[p] for p in allowed)


def _number(ballot: Ballot, who: States, number: int, least: int, most: int) -> Verdict:
    bound = who.quantifier if who.quantifier in _BOUNDS else Quantifier.EXACTLY
    exact = bounded(bound, number, number, who.n or 0)
    if exact is R and ballot.status is Status.CONFLICT and bounded(bound, least, most, who.n or 0) is not R:
        return C
    return exact


_BOUNDS = {
    Quantifier.AT_LEAST,
    Quantifier.AT_MOST,
    Quantifier.MORE_THAN,
    Quantifier.FEWER_THAN,
    Quantifier.ABOUT,
}


def _member(state: str, took: set[str], possible: set[str], sure: set[str]) -> Verdict:
    if state in sure:
        return S
    return C if state in possible else R


def _share(who: States, took: set[str], seats: set[str]) -> Verdict:
    asked = seats - set(who.excluded)
    if who.excluded and set(who.excluded) & took and who.quantifier is Quantifier.ALL:
        return R
    if not asked:
        return U
    hits = len(took & asked)
    if who.quantifier is Quantifier.ALL:
        return S if hits == len(asked) else R
    if who.quantifier is Quantifier.NONE:
        return S if not hits else R
    if who.quantifier is Quantifier.HALF:
        return S if 2 * hits == len(asked) else R
    return S if 2 * hits > len(asked) else R


def fate(claim: Fate, record: Record) -> Finding:
    """Return whether a text was adopted or rejected, by a vote or without one, as claimed."""
    meant = texts_meant(record, claim.texts)
    found = [t for t in meant if t.kind != "motion"] or meant
    described = texts_words(record, claim.texts)
    if not found and claim.texts.symbols:
        return no_vote(claim.texts, record)
    if not found:
        return unknown(Reason.NOT_IN_THE_RECORD, f"The record has no text fitting {described}.", described)
    several = claim.texts.quantifier is Quantifier.ALL
    verdicts = [_fate(claim, record, t) for t in found]
    verdict = all_of(verdicts) if several else _any(verdicts)
    rows = tuple(text_row(record, t) for t in found[:MOST_SHOWN])
    says = joined(f"{t.symbol or t.title} was {_became(t)}" for t in found[:4])
    supports = verdict is not R
    return Finding(verdict, f"{capital(says)}.", described, None, len(found), (), rows if supports else (), () if supports else rows)  # fmt: skip  # noqa: E501


def _became(text: CouncilText) -> str:
    day = f" on {text.decided_on:%-d %B %Y}" if text.decided_on else ""
    how = " by a recorded vote" if text.how_decided == "recorded vote" else ""
    return f"{text.outcome}{how}{day}"


def _any(verdicts: Sequence[Verdict]) -> Verdict:
    return next(v for v in (S, C, U, R) if v in verdicts)


def _fate(claim: Fate, record: Record, text: CouncilText) -> Verdict:
    adopted = text.outcome in {Outcome.ADOPTED, Outcome.ADOPTED_WITHOUT_A_VOTE, Outcome.ACCEPTED_BY_SPONSOR}
    voted = text.how_decided == "recorded vote"
    parts = []
    if claim.outcome in {Outcome.ADOPTED, Outcome.REJECTED}:
        parts.append(S if adopted is (claim.outcome is Outcome.ADOPTED) else R)
    if claim.outcome is Outcome.ADOPTED_WITHOUT_A_VOTE:
        parts.append(S if adopted and not voted else R)
    if claim.by_vote:
        parts.append(S if voted else R)
    if claim.unanimous:
        parts.append(S if adopted and (not voted or _no_dissent(record, text)) else R)
    return all_of(parts)


def _no_dissent(record: Record, text: CouncilText) -> bool:
    votes = _votes(record, Texts(symbols=((text.text_id,),)))
    return bool(votes) and all(not b.no and not b.abstain for b in votes)
