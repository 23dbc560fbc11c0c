"""Audit rules about the documents the user had read: where they say otherwise than the record."""

from collections.abc import Callable, Iterator

from onrecord.record.findings import Finding
from onrecord.record.from_documents.votes import DIFFERS
from onrecord.record.reconcile import PositionsRule, Reconciled, StatePosition
from onrecord.record.rows import Prepared
from onrecord.record.texts import text_id
from onrecord.record.witnesses import by_state
from onrecord.sources.facts_read import ReadRollCall
from onrecord.sources.facts_rows import AddedRollCall
from onrecord.vocabulary.positions import Position
from onrecord.vocabulary.rollcalls import Severity


def positions_read(prepared: Prepared) -> Iterator[Finding]:
    """Positions in a document that are not those the record uses, and lists laid beside one of a document."""
    for r in prepared.rollcalls:
        for account in r.case.second_accounts:
            beside = isinstance(account, ReadRollCall) or r.case.read_from is not None
            if beside and account is not r.case.read_from:
                yield from _differing(r, account)


def _differing(r: Reconciled, account: AddedRollCall) -> Iterator[Finding]:
    if r.positions_rule is PositionsRule.WITHDRAWN:
        if listed := by_state(account):
            said = ("positions of this vote", f"{len(listed)} positions listed in a document")
            yield _finding(r, account, None, (*said, "kept and shown, not used: the record's list is withdrawn"))
        return
    used = {one.state: one for one in r.positions}
    for state, position in sorted(by_state(account).items()):
        one = used.get(state)
        if one is None or position is not (one.position or one.listed):
            found = f"{position.value}{_place(account, state)}"
            yield _finding(r, account, state, (_read_as(one), found, "kept and shown, not used: the position stands"))


def _read_as(one: StatePosition | None) -> str:
    if one is None or one.listed is None:
        return "no position: the state is not in the list used"
    position: Position = one.position or one.listed
    return f"{position.value} ({one.rule})"


def _place(account: AddedRollCall, state: str) -> str:
    return f", at {account.places[state]}" if isinstance(account, ReadRollCall) else ""


def _finding(r: Reconciled, account: AddedRollCall, state: str | None, said: tuple[str, str, str]) -> Finding:
    place = r.case.symbol or r.case.rollcall_id
    return Finding(
        DIFFERS, Severity.FAULT, place, *said, r.case.rollcall_id, text_id(r), state, account.source_id
    )  # fmt: skip


def found_while_laying(prepared: Prepared) -> Iterator[Finding]:
    """What was found while documents were laid over the record: what differs, and what could not be placed."""
    texts = {r.case.rollcall_id: text_id(r) for r in prepared.rollcalls}
    for one in prepared.facts.read.findings:
        severity = Severity.FAULT if one.rule == DIFFERS else Severity.NOTE
        yield Finding(
            one.rule, severity, one.place, one.expected, one.found, one.settled,
            one.rollcall_id, texts.get(one.rollcall_id or ""), one.state, one.source_id,
        )  # fmt: skip


DOCUMENT_RULES: tuple[Callable[[Prepared], Iterator[Finding]], ...] = (positions_read, found_while_laying)
"""Every rule about the user's documents."""
