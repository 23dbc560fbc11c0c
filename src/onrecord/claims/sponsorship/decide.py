"""What the record says to claims about sponsors of texts. It has the main sponsors of a few texts only."""

import re
from collections.abc import Sequence

from onrecord.claims.events.judging_lists import group_label, states_of_group
from onrecord.claims.judging import C, R, S, U, all_of, bounded, unknown
from onrecord.claims.naming import capital, joined, state_name
from onrecord.claims.sponsorship.selecting import SponsoredText, put_forward, sponsored_texts, with_sponsors
from onrecord.claims.sponsorship.typed import (
    InitiativesAdopted,
    NumberOfSponsors,
    NumberSponsored,
    OnBehalf,
    Role,
    Sponsored,
)
from onrecord.claims.sponsorship.words import sponsors_row, sponsors_words
from onrecord.claims.texts.words import words_of
from onrecord.claims.typed import Quantifier, Texts
from onrecord.record.query_texts import CouncilText
from onrecord.record.store import Record
from onrecord.vocabulary.verdicts import Answer, Finding, Reason, Verdict

_PARTIAL = "Co-sponsors are not in the record, and main sponsors of a few texts only."


def sponsored(claim: Sponsored, record: Record) -> Finding:
    """Return whether states are on the lists of sponsors of the texts meant."""
    scope = _scope(record, claim.texts)
    if not claim.texts.described and not claim.texts.period and not claim.texts.plural and claim.texts.quantifier is Quantifier.THE:  # fmt: skip  # noqa: E501
        return unknown(Reason.AMBIGUOUS, f"The sentence does not say which text is meant. {_PARTIAL}", scope)
    listed, others = with_sponsors(record, claim.texts)
    if not listed:
        return unknown(
            Reason.NOT_IN_THE_RECORD, f"The sponsors of such a text are not in the record. {_PARTIAL}", scope
        )
    many = _many(claim.texts)
    verdicts = [(one, _of_text(claim, one, alone=len(listed) == 1 and not others)) for one in listed]
    hits = [(one, v) for one, v in verdicts if v is (S if claim.sponsored else R)]
    if many is Quantifier.ALL:
        verdict = all_of([*(v for _, v in verdicts), *([U] if others else [])])
        chosen = verdicts
    elif many is Quantifier.NONE:
        verdict = R if any(v is S for _, v in verdicts) else U
        chosen = [(one, v) for one, v in verdicts if v is S] or verdicts
    else:
        chosen = hits or verdicts
        verdict = (
            (S if claim.sponsored else R) if hits else next(v for v in (S, U, R) if any(x is v for _, x in verdicts))
        )
    if verdict is R and others and claim.sponsored and not hits:
        verdict = U
    return _finding(record, verdict, [one for one, _ in chosen], others, scope)


def _many(texts: Texts) -> Quantifier:
    if texts.quantifier is Quantifier.ALL or (texts.plural and texts.quantifier is Quantifier.THE and texts.described):
        return Quantifier.ALL
    return Quantifier.NONE if texts.quantifier is Quantifier.NONE else Quantifier.SOME


def _of_text(claim: Sponsored, one: SponsoredText, alone: bool) -> Verdict:
    parts = []
    for state in claim.states:
        if state in one.sponsors:
            parts.append(S if claim.sponsored else R)
        elif claim.role is Role.MAIN and one.whole and alone:
            parts.append(R if claim.sponsored else S)
        else:
            parts.append(U)
    return all_of(parts)


def _scope(record: Record, texts: Texts) -> str:
    n = len(sponsored_texts(record))
    return f"main sponsors of {words_of(record, texts)}; the record has the sponsors of {n} texts"


def _finding(
    record: Record, verdict: Verdict, listed: Sequence[SponsoredText], others: Sequence[CouncilText], scope: str
) -> Finding:
    rows = tuple(sponsors_row(record, one) for one in listed)
    says = ". ".join(sponsors_words(record, one) for one in listed[:3])
    more = f" The sponsors of {len(others)} other texts that fit are not in the record." if others else ""
    says = f"{says}.{more}{f' {_PARTIAL}' if verdict is U else ''}"
    reason = Reason.NOT_IN_THE_RECORD if verdict is U else None
    supports = verdict is not R
    return Finding(verdict, says, scope, reason, len(listed), (), rows if supports else (), () if supports else rows)


def number_sponsored(claim: NumberSponsored, record: Record) -> Finding:
    """Return whether so many texts are known of which a state is a main sponsor, or which it led."""
    main, led = put_forward(record, claim.state, claim.texts)
    scope = _scope(record, claim.texts)
    name = capital(state_name(record, claim.state))
    if not main:
        return unknown(Reason.NOT_IN_THE_RECORD, f"No such text of {name} is in the record. {_PARTIAL}", scope)
    readings = {"main sponsor": main, "main sponsor, no other State being named as the lead": led}
    answers = {k: Answer(k, _count(claim, len(v)), f"{name}: {len(v)}.", len(v)) for k, v in readings.items()}
    verdicts = [a.verdict for a in answers.values()]
    verdict = S if S in verdicts else R if set(verdicts) == {R} else U
    rows = tuple(sponsors_row(record, one) for one in (led if verdicts[-1] is verdict else main))
    says = f"{name} is a main sponsor of {len(main)} texts in the record; of {len(led)} of them no other State is named as the lead: {joined(str(o.text.symbol) for o in led) if led else 'none'}. {_PARTIAL}"  # fmt: skip  # noqa: E501
    reason = Reason.OUTSIDE_COVERAGE if verdict is U else None
    supports = verdict is not R
    return Finding(verdict, says, scope, reason, len(main), tuple(answers.values()), rows if supports else (), () if supports else rows)  # fmt: skip  # noqa: E501


def _count(claim: NumberSponsored, known: int) -> Verdict:
    """More than claimed are known: refuted; fewer: not known, as there may be others."""
    if claim.bound is Quantifier.EXACTLY:
        return S if known == claim.n else R if known > claim.n else U
    return bounded(claim.bound, known, 10**6, claim.n)


def on_behalf(claim: OnBehalf, record: Record) -> Finding:
    """Return whether all states of a group are main sponsors of the texts that a state put forward."""
    _, led = put_forward(record, claim.state, claim.texts)
    scope = _scope(record, claim.texts)
    label = group_label(claim.group)
    members = states_of_group(record, claim.group, led[0].text.decided_on if led else None)
    if not led or members is None:
        return unknown(
            Reason.NOT_IN_THE_RECORD, f"Whether it was on behalf of {label} is not in the record. {_PARTIAL}", scope
        )
    whole = [one for one in led if members <= one.main]
    verdict = S if len(whole) == len(led) else C if whole else R
    rows = tuple(sponsors_row(record, one) for one in led)
    says = ". ".join(sponsors_words(record, one) for one in led) + f". All of {label} are among the main sponsors of {len(whole)} of {len(led)}."  # fmt: skip  # noqa: E501
    supports = verdict is not R
    return Finding(verdict, says, scope, None, len(led), (), rows if supports else (), () if supports else rows)


def number_of_sponsors(claim: NumberOfSponsors, record: Record) -> Finding:
    """Return whether a text's source counts so many co-sponsors."""
    listed, _ = with_sponsors(record, claim.texts)
    scope = f"co-sponsors of {words_of(record, claim.texts)}, by the source's count"
    judged = [(one, _cosponsors(one, claim)) for one in listed if one.cosponsors]
    if not judged:
        return unknown(Reason.NOT_IN_THE_RECORD, f"How many co-sponsored it is not in the record. {_PARTIAL}", scope)
    best = next(v for v in (S, U, R) if any(j[1] is v for j in judged))
    chosen = [one for one, v in judged if v is best]
    rows = tuple(sponsors_row(record, one) for one in chosen)
    says = " ".join(f"{one.text.symbol}: {one.cosponsors} co-sponsors by the source's count." for one in chosen)
    reason = Reason.NOT_IN_THE_RECORD if best is U else None
    return Finding(best, says, scope, reason, len(chosen), (), () if best is R else rows, rows if best is R else ())


def _cosponsors(one: SponsoredText, claim: NumberOfSponsors) -> Verdict:
    written = one.cosponsors or ""
    number = int(found[0]) if (found := re.search(r"\d+", written)) else None
    if number is None:
        return U
    over = "more than" in written or "over" in written
    return bounded(claim.bound, number + 1 if over else number, 193 if over else number, claim.n)


def initiatives_adopted(claim: InitiativesAdopted, record: Record) -> Finding:
    """Return whether all texts in the record that a state put forward were adopted, and how."""
    main, led = put_forward(record, claim.state, claim.texts)
    scope = _scope(record, claim.texts)
    if not main:
        return unknown(
            Reason.NOT_IN_THE_RECORD, f"No text put forward by the State is in the record. {_PARTIAL}", scope
        )
    chosen = led or main
    voted = [one for one in chosen if one.text.how_decided == "recorded vote"]
    wanted = {"unanimous": False, "without": False, "vote": True}.get(claim.how)
    verdict = S if wanted is None else R if bool(voted) is not wanted else S
    rows = tuple(sponsors_row(record, one) for one in chosen)
    how = (
        "without a vote" if not voted else f"{len(chosen) - len(voted)} without a vote, {len(voted)} by a recorded vote"
    )
    note = " Without a vote is taken for unanimously here; no vote was taken that all could have joined." if claim.how == "unanimous" else ""  # fmt: skip  # noqa: E501
    says = f"{joined(str(one.text.symbol) for one in chosen)} were adopted {how}.{note} {_PARTIAL}"
    supports = verdict is not R
    return Finding(verdict, says, scope, None, len(chosen), (), rows if supports else (), () if supports else rows)
