"""The user's corrections as corrections of the facts: applied, and shown beside what is listed."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from onrecord.record.archive.corrections import UserCorrection, read_corrections
from onrecord.record.archive.documents import Archive
from onrecord.record.from_documents.said import source_of
from onrecord.record.reconcile import APPLIED_CONFIDENCE
from onrecord.record.witnesses import Case, cases
from onrecord.sources.facts import Facts
from onrecord.sources.facts_read import DOCUMENT
from onrecord.sources.facts_rows import PositionCorrection, SourceRow
from onrecord.vocabulary.errors import DamagedFact, NotInVocabulary
from onrecord.vocabulary.positions import LISTED

BASIS = "user"
"""The basis of a correction that the user entered; the rule by which the position is read bears the same name."""


def with_corrections(facts: Facts, file: Path, archive: Archive | None = None) -> Facts:
    """Return the facts with the corrections of a file; DamagedFact names the row and column that does not hold."""
    rows = read_corrections(file)
    known = {case.rollcall_id: case for case in cases(facts)} if rows else {}
    taken = {row.correction_id for row in (*facts.position_corrections, *facts.rollcall_corrections)}
    laid = list(_laid(rows, f"{file.parent.name}/{file.name}", (known, taken, archive)))
    sources = dict.fromkeys(source for _, source in laid if source not in facts.sources)
    return replace(
        facts,
        sources=(*facts.sources, *sources),
        position_corrections=(*facts.position_corrections, *(correction for correction, _ in laid)),
    )


def _laid(
    rows: tuple[UserCorrection, ...], name: str, against: tuple[dict[str, Case], set[str], Archive | None]
) -> Iterator[tuple[PositionCorrection, SourceRow]]:
    known, taken, archive = against
    seen: set[tuple[str, str]] = set()
    for number, row in enumerate(rows, start=2):
        place = f"{name} row {number}, column"
        if row.correction_id in taken:
            raise DamagedFact(f"{place} correction_id", "an id of its own", repr(row.correction_id))
        taken.add(row.correction_id)
        if (row.rollcall_id, row.state) in seen:
            raise DamagedFact(f"{place} state", "one correction of a state in a vote", f"a second of {row.state}")
        seen.add((row.rollcall_id, row.state))
        yield correction_of(row, known.get(row.rollcall_id), place), _source(row, archive, place)


def correction_of(row: UserCorrection, case: Case | None, place: str) -> PositionCorrection:
    """Return a row as a correction of the vote it is about; DamagedFact where it cannot be one."""
    if case is None:
        raise DamagedFact(f"{place} rollcall_id", "a roll call of the Human Rights Council", repr(row.rollcall_id))
    listed = case.listed.get(row.state)
    if listed is None:
        raise DamagedFact(f"{place} state", f"a state with a position listed in {row.rollcall_id}", repr(row.state))
    if row.position not in LISTED:
        raise DamagedFact(f"{place} position", f"one of {', '.join(LISTED)}", repr(row.position.value))
    if row.position is listed:
        raise DamagedFact(f"{place} position", "another position than the one listed", repr(row.position.value))
    said = f"{row.reason} ({row.author}, {row.date})"
    return PositionCorrection(
        row.correction_id, row.rollcall_id, row.state, listed.value, row.position.value, BASIS, said,
        APPLIED_CONFIDENCE, _source_id(row),
    )  # fmt: skip


def _source_id(row: UserCorrection) -> str:
    return f"{DOCUMENT}{row.document}" if row.document else f"{BASIS}-{row.correction_id}"


def _source(row: UserCorrection, archive: Archive | None, place: str) -> SourceRow:
    if row.document is None:
        return SourceRow(_source_id(row), f"Correction {row.correction_id} by {row.author}, {row.date}", None)
    expected = "the first twelve digits of the hash of a document of your archive"
    try:
        document = archive.document(row.document) if archive else None
    except NotInVocabulary as error:
        raise DamagedFact(f"{place} document", expected, repr(row.document)) from error
    if document is None or document.short != row.document:
        raise DamagedFact(f"{place} document", expected, repr(row.document))
    return source_of(document)
