"""What each table can answer: from when to when, complete or not, and what is known to be missing."""

from collections.abc import Iterator, Mapping
from datetime import date

from onrecord.record.coverage_carried import carried_coverage
from onrecord.record.rows import Prepared
from onrecord.record.schema import CoverageTable
from onrecord.sources.facts_read import FromDocuments
from onrecord.vocabulary.rollcalls import ListStatus


def coverage(prepared: Prepared, counts: Mapping[str, int]) -> list[CoverageTable]:
    """Return a coverage statement for every table that answers a question about what did or did not happen."""
    facts, council = prepared.facts, [r.date for r in prepared.rollcalls]
    assembly = [row.date for row in facts.assembly_rollcalls]
    unvoted = [row.date for row in facts.adopted_without_vote if row.date]
    full = sum(r.case.list_status is ListStatus.FULL for r in prepared.rollcalls)
    return [
        CoverageTable(
            "membership", "Human Rights Council, every seat", prepared.seats.first_day,
            max(t.term_end for t in facts.membership), True, counts["membership"],
            "every seat since the first election; terms elected after the last listed election are not in it",
        ),
        CoverageTable(
            "rollcall", "Human Rights Council, recorded votes on resolutions, decisions and amendments",
            min(council), max(council), False, sum(r.vote_taken for r in prepared.rollcalls),
            "the OHCHR Library's voting collection whole, with votes it lacks added as found; it lacks nearly all"
            " rejected main drafts and procedural motions, so that a vote not listed may have been taken",
        ),
        CoverageTable(
            "vote", "Human Rights Council, positions of members", min(council), max(council), False, full,
            f"{full} of {len(council)} roll calls have a full list; the others have some positions or none",
        ),
        CoverageTable(
            "text", "Human Rights Council, resolutions adopted without a vote", min(unvoted), max(unvoted), False,
            len(facts.adopted_without_vote),
            "resolutions listed on OHCHR's session pages 2009 to 2022; nothing for 2006 to 2008 and after 2022,"
            " and no decisions or President's statements: a text not listed may have been adopted without a vote",
        ),
        CoverageTable(
            "rollcall", "General Assembly, recorded votes", min(assembly), max(assembly), False, len(assembly),
            "a compilation of roll calls; days are damaged through the 57th session and given to the month;"
            " outcomes are not recorded; texts adopted without a vote are not in it",
        ),
        CoverageTable(
            "vote", "General Assembly, positions yes, no and abstain", min(assembly), max(assembly), False,
            len(facts.assembly_positions), "absences are not recorded: no position means not in the record",
        ),
        CoverageTable(
            "situation", "Human Rights Council texts in the record", min(council), _latest(council, unvoted), True,
            len(prepared.texts), "every text in the record is coded; texts not in the record are not",
        ),
        CoverageTable(
            "regional_group", "United Nations members", None, None, True, counts["regional_group"],
            "present groups, with the changes that are certain",
        ),
        *carried_coverage(facts.carried, counts),
        *_of_documents(facts.read),
    ]  # fmt: skip


def _of_documents(read: FromDocuments) -> Iterator[CoverageTable]:
    """Yield what the user's documents added, table by table, and what they say that became no row."""
    if read.documents:
        added = ", ".join(f"{table} {n:,}" for table, n in sorted(read.rows.items())) or "none"
        rest = "; ".join(f"{what} ({n:,})" for what, n in sorted(read.not_layered.items())) or "nothing"
        yield CoverageTable(
            "source", "documents you had read, laid over the record", None, None, False, len(read.documents),
            f"rows added: {added}; findings: {len(read.findings)}; kept in the archive and not in the tables: {rest}",
        )  # fmt: skip


def _latest(*days: list[date]) -> date:
    return max(max(part) for part in days)
