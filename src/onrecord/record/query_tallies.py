"""What every witness says of a vote's figures."""

from onrecord.record.store import Record


def witness_tallies(record: Record) -> dict[str, tuple[tuple[str, int, int, int, int | None], ...]]:
    """Return witness, in favour, against, abstaining and absent for every vote, by its id."""
    found: dict[str, list[tuple[str, int, int, int, int | None]]] = {}
    for rollcall_id, *tally in record.tuples(
        "SELECT rollcall_id, witness, yes, no, abstain, absent FROM tally ORDER BY rollcall_id, witness, source_id"
    ):
        found.setdefault(rollcall_id, []).append((tally[0], tally[1], tally[2], tally[3], tally[4]))
    return {rollcall_id: tuple(rows) for rollcall_id, rows in found.items()}
