"""Rows of the General Assembly's roll calls."""

from collections.abc import Callable, Iterator

from onrecord.record import assembly, schema
from onrecord.record.reconcile import PositionsRule, TallyRule
from onrecord.record.rows import Prepared
from onrecord.record.texts import slugs
from onrecord.sources.facts import Facts
from onrecord.sources.facts_rows import AssemblyRollCall
from onrecord.vocabulary.rollcalls import Body, ListStatus, Status, Witness

NO_TITLE = "(no title in the compilation)"
EXCHANGED = "as listed; the compilation seems to have exchanged two states"


class _Rows:
    """A table's rows made anew at each reading, so that 850,000 positions are never held at once."""

    def __init__(self, make: Callable[[], Iterator]) -> None:
        self._make = make

    def __iter__(self) -> Iterator:
        return self._make()


def assembly_rows(prepared: Prepared) -> dict[str, _Rows]:
    """Return the Assembly's rows of the tables rollcall, tally and vote, by table."""
    facts = prepared.facts
    return {
        "rollcall": _Rows(lambda: _rollcalls(facts)),
        "tally": _Rows(lambda: _tallies(facts)),
        "vote": _Rows(lambda: _votes(prepared)),
    }


def _rollcalls(facts: Facts) -> Iterator[schema.RollCallTable]:
    damaged = assembly.sessions_with_damaged_days(facts.assembly_rollcalls)
    symbols = assembly.symbols(facts.assembly_rollcalls)
    counts = {row.rollcall_id: row for row in _tallies(facts)}
    addresses = slugs((row.rollcall_id, None) for row in facts.assembly_rollcalls)
    for row in facts.assembly_rollcalls:
        tally, symbol = counts[row.rollcall_id], symbols[row.rollcall_id]
        yield schema.RollCallTable(
            rollcall_id=row.rollcall_id,
            body=Body.GA,
            text_id=None,
            symbol=symbol.symbol,
            slug=addresses[row.rollcall_id],
            session=row.session,
            date=row.date,
            date_precision="month" if row.session in damaged else "day",
            listed_date=row.date,
            kind=_kind(row),
            title=row.title or NO_TITLE,
            listed_title=row.title or NO_TITLE,
            agenda_item=None,
            vote_taken=True,
            outcome=None,
            listed_outcome=None,
            status=Status.ONE_WITNESS,
            severity=None,
            apart=0,
            yes=tally.yes,
            no=tally.no,
            abstain=tally.abstain,
            absent=None,
            tally_witness=Witness.POSITIONS,
            tally_rule=TallyRule.ONLY_LIST,
            positions_rule=PositionsRule.AS_LISTED,
            list_status=ListStatus.FULL,
            note=None if symbol.rule == "as compiled" else f"document symbol: {symbol.rule}",
            source_id=row.source_id,
        )


def _kind(row: AssemblyRollCall) -> str:
    if row.amendment:
        return "amendment"
    return "motion" if row.paragraph else "text"


def _tallies(facts: Facts) -> Iterator[schema.TallyTable]:
    for row in facts.assembly_positions:
        yes, no, abstain = len(row.yes), len(row.no), len(row.abstain)
        yield schema.TallyTable(row.rollcall_id, Witness.POSITIONS, yes, no, abstain, None, row.source_id)


def _votes(prepared: Prepared) -> Iterator[schema.VoteTable]:
    facts = prepared.facts
    dates = {row.rollcall_id: row.date for row in facts.assembly_rollcalls}
    doubtful = {(vote, state) for found in prepared.exchanged for vote in found.votes for state in found.states}
    for row in facts.assembly_positions:
        for state, position, code in assembly.positions(row, dates[row.rollcall_id]):
            other_code, in_doubt = code if code != state else None, (row.rollcall_id, state) in doubtful
            rule = EXCHANGED if in_doubt else PositionsRule.AS_LISTED.value
            yield schema.VoteTable(row.rollcall_id, state, position, position, rule, None, in_doubt, other_code)
