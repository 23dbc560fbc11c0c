"""What the record says to claims about joint statements."""

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.claims.events.judging_lists import numbers_of, over, verdict_on
from onrecord.claims.events.typed import Counted, Described, Side
from onrecord.claims.events.words import side_of
from onrecord.claims.judging import C, R, S, U, bounded, by_readings, unknown
from onrecord.claims.naming import capital, joined, state_name
from onrecord.claims.statements.selecting import Statement, list_of, statements_meant
from onrecord.claims.statements.typed import Joined, Led, Made, Signatories
from onrecord.claims.statements.words import described_words, listing, signature_row, statement_label, statement_row
from onrecord.claims.typed import Quantifier
from onrecord.record.store import Record
from onrecord.sources.facts_commitments import ListComplete
from onrecord.vocabulary.verdicts import Answer, Evidence, Finding, Reason, Verdict

_PARTIAL = "The record does not have every joint statement: one that is not in it may have been made."


def joined_statements(claim: Joined, record: Record) -> Finding:
    """Return whether those described joined the statements meant."""
    found = statements_meant(record, claim.statements)
    scope = f"lists of those that joined {described_words(record, claim.statements)}"
    if not found:
        return _none(record, claim.statements, scope)
    sides = {side_of(s.row.subject_matter) for s in found}
    if claim.statements.side is None and len(sides) > 1 and _several_meant(claim.statements):
        return _by_side(claim, record, scope)
    return _judged(claim, record, found, scope)


def _several_meant(statements: Described) -> bool:
    return statements.plural or statements.quantifier is not Quantifier.THE


def _by_side(claim: Joined, record: Record, scope: str) -> Finding:
    """Return the findings for the statements critical of a state and for all, where a sentence does not say which."""
    critical = replace(claim.statements, side=Side.CONCERN)
    found = {
        "all of them": _judged(claim, record, statements_meant(record, claim.statements), scope),
        "those critical of the State concerned": _judged(
            replace(claim, statements=critical), record, statements_meant(record, critical), scope
        ),
    }
    answers = {name: Answer(name, f.verdict, f.says, f.n) for name, f in found.items()}
    first = found["all of them"]
    return by_readings(answers, scope, first.evidence, first.counter_examples)


def _judged(claim: Joined, record: Record, found: Sequence[Statement], scope: str) -> Finding:
    judged = [(s, *_of_statement(claim, record, s)) for s in found]
    quantifier = claim.statements.quantifier
    any_of_them = claim.statements.indefinite and any(v is S for _, v, _ in judged)
    if any_of_them and quantifier is Quantifier.THE and len(judged) > 1:
        chosen_ones = [j for j in judged if j[1] is S]
        for_it, _ = _rows(claim, record, chosen_ones)
        return Finding(S, " ".join(text for _, _, text in chosen_ones), scope, None, len(judged), (), for_it)
    if quantifier is Quantifier.THE and not claim.statements.plural and len(judged) > 1:
        answers = {s.row.statement: Answer(statement_label(s), v, says) for s, v, says in judged}
        return by_readings(answers, scope, *_rows(claim, record, judged))
    verdicts = [_turned(v) if quantifier is Quantifier.NONE else v for _, v, _ in judged]
    whole = quantifier in {Quantifier.THE, Quantifier.GENERIC} and _each_topic(claim.statements, found)
    chosen = Quantifier.ALL if quantifier is Quantifier.NONE else quantifier
    n = claim.statements.n if quantifier not in {Quantifier.NONE, Quantifier.SOME, Quantifier.THE} else None
    verdict = over(chosen, n, verdicts, whole)
    if verdict is S and not whole and chosen is Quantifier.THE:
        verdict = U
    says = " ".join(text for _, _, text in judged)
    reason = None if verdict is not U else Reason.OUTSIDE_COVERAGE if S in verdicts else Reason.NOT_IN_THE_RECORD
    for_it, against = _rows(claim, record, judged)
    if verdict is U and not whole:
        says = f"{says} {_PARTIAL}"
    return Finding(verdict, says, scope, reason, len(judged), (), for_it, against)


def _each_topic(statements: Described, found: Sequence[Statement]) -> bool:
    """Whether there is a statement for every situation that a plural names."""
    if not statements.plural or len(statements.topics) < 2:
        return True
    return all(any(s.row.situation == t.subject for s in found) for t in statements.topics)


def _turned(verdict: Verdict) -> Verdict:
    return {S: R, R: S}.get(verdict, verdict)


def _of_statement(claim: Joined, record: Record, one: Statement) -> tuple[Verdict, str]:
    listed = list_of(record, one)
    verdict, of_group = verdict_on(record, claim.who, claim.joined, listed)
    named = (*claim.who.states, *claim.who.examples, *claim.who.listed)
    said = [_says(record, one, state, listed.answer(state)) for state in named]
    if of_group:
        said.append(f"{capital(statement_label(one))}: {of_group}")
    return verdict, " ".join(said)


def _says(record: Record, one: Statement, state: str, answer: bool | None) -> str:
    name = state_name(record, state, one.row.date.last)
    if answer:
        did = "led" if one.row.led_by == state else "joined"
        return f"{capital(name)} {did} {statement_label(one)}."
    if answer is False:
        return f"{capital(name)} is not among those that joined {statement_label(one)}: {listing(one)}."
    return f"Whether {name} joined {statement_label(one)} is not in the record: {listing(one)}."


def _rows(claim: Joined, record: Record, judged) -> tuple[tuple[Evidence, ...], tuple[Evidence, ...]]:
    against_it = S if claim.statements.quantifier is Quantifier.NONE else R
    for_it = [e for s, v, _ in judged if v is not against_it for e in _evidence(claim, record, s)]
    against = [e for s, v, _ in judged if v is against_it for e in _evidence(claim, record, s)]
    return tuple(for_it[:60]), tuple(against[:60])


def _evidence(claim: Joined, record: Record, one: Statement) -> list[Evidence]:
    named = (*claim.who.states, *claim.who.examples, *claim.who.listed)
    signed = [signature_row(record, one, state) for state in named if state in one.signed]
    return [statement_row(record, one), *signed]


def _none(record: Record, statements: Described, scope: str) -> Finding:
    without = replace(statements, led_by=())
    near = statements_meant(record, without) if statements.led_by else []
    other = f" It has {joined(statement_label(s) for s in near[:3])}." if near else ""
    says = f"The record has no joint statement that fits “{described_words(record, statements)}”; one may have been made.{other}"  # fmt: skip  # noqa: E501
    return unknown(Reason.OUTSIDE_COVERAGE, says, scope, [statement_row(record, s) for s in near[:3]])


def signatories(claim: Signatories, record: Record) -> Finding:
    """Return whether as many states joined a statement as claimed."""
    found = statements_meant(record, claim.statements)
    scope = f"States that joined {described_words(record, claim.statements)}, by its source's count"
    if not found:
        return _none(record, claim.statements, scope)
    judged = [(s, *_number(record, s, claim.count)) for s in found]
    best = next(v for v in (S, C, U, R) if any(j[1] is v for j in judged))
    chosen = [j for j in judged if j[1] is best]
    if best is S and len(found) > 1 and claim.statements.led_by == () and claim.statements.side is None:
        chosen = chosen[:1]
    rows = tuple(statement_row(record, s) for s, _, _ in chosen)
    says = " ".join(text for _, _, text in chosen[:4])
    if best is R and not _one_meant(claim.statements, found):
        return unknown(Reason.AMBIGUOUS, f"{says} {_PARTIAL}", scope, rows)
    reason = Reason.NOT_IN_THE_RECORD if best is U else None
    return Finding(best, says, scope, reason, len(chosen), (), () if best is R else rows, rows if best is R else ())


def _one_meant(statements: Described, found: Sequence[Statement]) -> bool:
    """Whether a description leaves no doubt which statement is meant: a month or session, and one that fits."""
    dated = bool(statements.sessions) or _short(statements)
    return dated and len({s.row.statement for s in found}) == 1


def _short(statements: Described) -> bool:
    period = statements.period
    return bool(period and period.first and period.last and (period.last - period.first).days <= 31)


def _number(record: Record, one: Statement, count: Counted) -> tuple[Verdict, str]:
    row = one.row
    if count.kind != "states":
        return _of_members(record, one, count)
    if row.n_states is None:
        return U, f"How many States joined {statement_label(one)} is not in the record."
    says = f"{row.n_states} States joined {statement_label(one)} by the source's count."
    verdict = bounded(count.bound, row.n_states, row.n_states, count.n)
    other = f" The note on it says: {one.note}." if one.note else ""
    if verdict is R and any(bounded(count.bound, n, n, count.n) is S for n in _other_counts(one)):
        return C, f"{says}{other}"
    if verdict is R and row.list_complete is not ListComplete.FULL:
        return U, f"{says} The list itself is not in the record whole.{other}"
    return verdict, says


def _other_counts(one: Statement) -> frozenset[int]:
    """Return other counts near the one used that the note on a statement has."""
    n = one.row.n_states or 0
    return frozenset(k for k in numbers_of(one.note) if k != n and abs(k - n) <= max(3, n // 5))


def _of_members(record: Record, one: Statement, count: Counted) -> tuple[Verdict, str]:
    listed = list_of(record, one)
    if one.row.list_complete is not ListComplete.FULL:
        return U, f"How many {count.kind} joined {statement_label(one)} is not in the record: {listing(one)}."
    seated = len(one.signed & listed.seats)
    n = seated if count.kind == "members" else len(one.signed) - seated
    return bounded(count.bound, n, n, count.n), f"{n} {count.kind} of the Council joined {statement_label(one)}."


def led(claim: Led, record: Record) -> Finding:
    """Return whether a state led the statement meant."""
    found = statements_meant(record, claim.statements, by_lead=False)
    scope = f"who led {described_words(record, claim.statements)}"
    if not found:
        return _none(record, claim.statements, scope)
    hits = [s for s in found if s.row.led_by == claim.state]
    name = capital(state_name(record, claim.state))
    if hits:
        verdict = S if claim.led else R
        rows = tuple(statement_row(record, s) for s in hits)
        says = f"{name} led {joined(statement_label(s) for s in hits)}."
        return Finding(verdict, says, scope, None, len(hits), (), rows if verdict is S else (), () if verdict is S else rows)  # fmt: skip  # noqa: E501
    rows = tuple(statement_row(record, s) for s in found[:10])
    one = found[0]
    says = " ".join(_leader(record, s) for s in found[:4])
    if (
        _one_meant(claim.statements, found)
        and one.row.led_by
        and one.row.confidence > 1
        and not _doubted(record, claim, one)
    ):
        verdict = R if claim.led else S
        return Finding(verdict, says, scope, None, 1, (), rows if verdict is S else (), () if verdict is S else rows)
    return unknown(Reason.NOT_IN_THE_RECORD, f"{says} {_PARTIAL}", scope, rows)


def _leader(record: Record, one: Statement) -> str:
    if one.row.led_by is None:
        return f"Which State led {statement_label(one)} is not in the record."
    return f"{capital(state_name(record, one.row.led_by))} led {statement_label(one)}."


def _doubted(record: Record, claim: Led, one: Statement) -> bool:
    """Whether the note on a statement says that its lead is inferred or shared with the state asked for."""
    note = (one.note).lower()
    names = {n.name.lower() for n in record.gazetteer.names(claim.state)} | {claim.state.lower()}
    return "lead state" in note or any(re.search(rf"\b{re.escape(name)}\b", note) for name in names if len(name) > 2)


def made(claim: Made, record: Record) -> Finding:
    """Return whether a statement of the description is in the record; another day of its month is an error."""
    scope = f"joint statements in the record; {described_words(record, claim.statements)}"
    found = statements_meant(record, claim.statements)
    if found:
        rows = tuple(statement_row(record, s) for s in found[:10])
        verdict = S if any(_certain(s, claim.statements) for s in found) else U
        says = f"The record has {joined(statement_label(s) for s in found[:5])}."
        return Finding(verdict, says, scope, Reason.NOT_IN_THE_RECORD if verdict is U else None, len(found), (), rows)
    return _another_day(claim, record, scope) or _none(record, claim.statements, scope)


def _certain(one: Statement, statements: Described) -> bool:
    return statements.period is None or one.days.within(statements.period)


def _another_day(claim: Made, record: Record, scope: str) -> Finding | None:
    """Return refuted where a statement is known to have been made on another day of the same month."""
    period = claim.statements.period
    if period is None or period.first is None or period.first != period.last:
        return None
    month = period.month_of(period.first.year, period.first.month)
    near = statements_meant(record, replace(claim.statements, period=month))
    if len(near) != 1 or near[0].days.precision != "day" or near[0].row.confidence < 2 or _day_in_doubt(near[0]):
        return None
    says = f"The record has {statement_label(near[0])}."
    return Finding(R, says, scope, None, 1, (), (), (statement_row(record, near[0]),))


def _day_in_doubt(one: Statement) -> bool:
    return any(word in (one.note) for word in ("day", "inferred", "date"))
