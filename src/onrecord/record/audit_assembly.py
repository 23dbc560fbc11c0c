"""Audit rules about the compilation of General Assembly votes."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from datetime import date

from onrecord.record import assembly
from onrecord.record.findings import Finding
from onrecord.record.rows import Prepared
from onrecord.vocabulary.rollcalls import Severity
from onrecord.vocabulary.states import NameKind


def damaged_days(prepared: Prepared) -> Iterator[Finding]:
    """Sessions whose votes fall on days 1 to 9 far too often to be true."""
    rows = prepared.facts.assembly_rollcalls
    for session in sorted(assembly.sessions_with_damaged_days(rows), key=int):
        mine = [row for row in rows if row.session == session]
        low = sum(row.date.day <= 9 for row in mine)
        yield Finding(
            "damaged days", Severity.FAULT, f"General Assembly session {session}", "days spread over the month",
            f"{low} of {len(mine)} votes on days 1 to 9", "dates are given to the month only",
            source_id=mine[0].source_id,
        )  # fmt: skip


def references(prepared: Prepared) -> Iterator[Finding]:
    """Sessions whose references are no document symbols."""
    rows, read = prepared.facts.assembly_rollcalls, assembly.symbols(prepared.facts.assembly_rollcalls)
    groups: dict[tuple[str, str], list] = defaultdict(list)
    for row in rows:
        if read[row.rollcall_id].symbol is None:
            groups[row.session, read[row.rollcall_id].rule].append(row)
    for (session, rule), found in sorted(groups.items(), key=lambda item: (int(item[0][0]), item[0][1])):
        yield Finding(
            "reference is no symbol", Severity.NOTE, f"General Assembly session {session}: {rule}",
            "the symbol of a resolution or decision", f"{len(found)} references such as {found[0].symbol or 'none'}",
            "no document symbol is given; the vote is cited by the compilation's number",
            source_id=found[0].source_id,
        )  # fmt: skip


def codes_read_as_another(prepared: Prepared) -> Iterator[Finding]:
    """Codes of the compilation that stand for another state on the day of the vote."""
    dates = {row.rollcall_id: row.date for row in prepared.facts.assembly_rollcalls}
    counts: Counter[tuple[str, str]] = Counter()
    spans: dict[tuple[str, str], list[date]] = defaultdict(list)
    for row in prepared.facts.assembly_positions:
        for state, _, code in assembly.positions(row, dates[row.rollcall_id]):
            if state != code:
                counts[code, state] += 1
                spans[code, state].append(dates[row.rollcall_id])
    for (code, state), n in sorted(counts.items()):
        first, last = min(spans[code, state]), max(spans[code, state])
        yield Finding(
            "code of another state", Severity.FAULT, f"General Assembly votes under {code}", f"{state}",
            f"{n} positions under {code}, {first.year} to {last.year}", f"read as {state}", state=state,
            source_id=prepared.facts.assembly_positions[0].source_id,
        )  # fmt: skip


def voters_before_admission(prepared: Prepared) -> Iterator[Finding]:
    """States with positions in months before they were admitted to the United Nations, or after they left."""
    states = {row.iso3: row.state() for row in prepared.facts.states}
    dates = {row.rollcall_id: row.date for row in prepared.facts.assembly_rollcalls}
    outside: dict[str, list[date]] = defaultdict(list)
    for row in prepared.facts.assembly_positions:
        on = dates[row.rollcall_id]
        for state, _, _ in assembly.positions(row, on):
            if not (states[state].was_un_member(on) or states[state].was_un_member(_end_of_month(on))):
                outside[state].append(on)
    for state, days in sorted(outside.items()):
        yield Finding(
            "voter was not a member", Severity.NOTE, f"General Assembly votes of {state}", "a UN member on the day",
            f"{len(days)} positions from {min(days)} to {max(days)}",
            "shown as compiled; the months given are those of the compilation", state=state,
            source_id=prepared.facts.assembly_positions[0].source_id,
        )  # fmt: skip


def exchanged_states(prepared: Prepared) -> Iterator[Finding]:
    """Votes on which two states differ that seem to be exchanged in the compilation that year."""
    names = {row.iso3: row.name for row in prepared.facts.names if row.kind is NameKind.SHORT}
    for exchange in prepared.exchanged:
        one, other = (names[state] for state in exchange.states)
        first, second = (f"{times:.0f}" for times in exchange.times)
        for rollcall_id, positions in exchange.votes.items():
            listed = ", ".join(
                f"{name} {position.value if position else 'not listed'}"
                for name, position in zip((one, other), positions, strict=True)
            )
            yield Finding(
                "states exchanged", Severity.FAULT, f"General Assembly vote {rollcall_id}: {one} and {other}",
                f"each votes in {exchange.year} with whom it votes in the years around",
                f"{listed}; in {exchange.year} {one} is {first} times nearer to whom {other} votes with"
                f" in the years around than to its own, {other} {second} times to {one}'s",
                "kept as listed, both positions in doubt: look at the official list",
                rollcall_id=rollcall_id, source_id=prepared.facts.assembly_positions[0].source_id,
            )  # fmt: skip


def _end_of_month(day: date) -> date:
    following = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return date.fromordinal(following.toordinal() - 1)


ASSEMBLY_RULES: tuple[Callable[[Prepared], Iterator[Finding]], ...] = (
    damaged_days,
    references,
    codes_read_as_another,
    voters_before_admission,
    exchanged_states,
)
"""Every rule about the General Assembly's compilation, in the order they are reported."""
