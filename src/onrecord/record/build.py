"""Builds the record from facts/: read, code, reconcile, audit, write. The same facts give the same bytes.

The user's record is built in the same way, from the facts with the user's documents and corrections laid over them.

The record is made beside its place and moved there whole; when anything fails, what stood there stays.
"""

import hashlib
import json
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from onrecord.record.archive.documents import Archive
from onrecord.record.audit import audit
from onrecord.record.coverage import coverage
from onrecord.record.from_documents.corrections import with_corrections
from onrecord.record.from_documents.layering import with_documents
from onrecord.record.parquet import write_table
from onrecord.record.placing import put_in_place
from onrecord.record.rows import Prepared, council_rows
from onrecord.record.rows_assembly import assembly_rows
from onrecord.record.rows_vocabulary import vocabulary_rows
from onrecord.record.schema import FORMAT, MANIFEST, TABLES
from onrecord.sources.facts import Facts, read_facts
from onrecord.vocabulary.edition import EDITION
from onrecord.vocabulary.errors import OnRecordError


def build(
    facts_folder: Path,
    out: Path,
    progress: Callable[[str], None] = lambda _: None,
    archive: Archive | None = None,
    corrections: Path | None = None,
) -> dict[str, int]:
    """Build the record of ``facts_folder`` into ``out`` and return the number of rows of each table.

    Documents of ``archive`` and the rows of the file ``corrections`` are laid over the facts, where they are given.
    Raises DamagedFact at the first fact that cannot be read; ``out`` then is as it was.
    """
    _check_replaceable(out)
    progress("reading facts")
    facts = read_facts(facts_folder)
    made_from: dict[str, Any] = {"edition": EDITION, "facts": hash_of_facts(facts_folder)}
    if archive is not None:
        progress("laying documents over the facts")
        facts = with_documents(facts, archive)
        made_from["documents"] = [row.source_id for row in facts.read.documents]
    if corrections is not None:
        before = len(facts.position_corrections)
        facts = with_corrections(facts, corrections, archive)
        made_from["corrections"] = len(facts.position_corrections) - before
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".onrecord-build-", dir=out.parent) as folder:
        made = Path(folder) / "record"
        made.mkdir()
        counts = _write(facts, made, progress)
        _write_manifest(made, counts, made_from)
        put_in_place(made, out, Path(folder) / "replaced")
    return counts


def _write(facts: Facts, folder: Path, progress: Callable[[str], None]) -> dict[str, int]:
    progress("reconciling the Council's roll calls")
    prepared = Prepared(facts)
    tables = {**vocabulary_rows(facts), **council_rows(prepared), **facts.carried}
    progress("auditing")
    tables["finding"] = audit(prepared)
    counts = {}
    for name, rows in _with_assembly(tables, prepared):
        progress(f"writing {name}")
        counts[name] = write_table(name, TABLES[name], rows, folder)
    counts["coverage"] = write_table("coverage", TABLES["coverage"], coverage(prepared, counts), folder)
    return counts


def _with_assembly(tables: dict, prepared: Prepared) -> Iterator[tuple[str, Iterator]]:
    """Yield each table's rows, the Assembly's after the Council's where both have some."""
    assembly = assembly_rows(prepared)
    for name in TABLES:
        if name != "coverage":
            yield name, _chained(tables.get(name, ()), assembly.get(name, ()))


def _chained(*parts) -> Iterator:
    for part in parts:
        yield from part


def _check_replaceable(out: Path) -> None:
    if not out.exists() or (out.is_dir() and not any(out.iterdir())):
        return
    if not out.is_dir() or any(p.name != MANIFEST and p.suffix != ".parquet" for p in out.iterdir()):
        raise OnRecordError(f"{out}: expected an empty folder or a built record, found other files")
    if not (out / MANIFEST).exists():
        raise OnRecordError(f"{out}: expected a built record with its {MANIFEST}, found none")


def hash_of_facts(folder: Path) -> str:
    """Return what stands for all tables of a folder of facts: their names and bytes."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.csv")):
        digest.update(f"{path.relative_to(folder).as_posix()}\0{path.stat().st_size}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _write_manifest(folder: Path, counts: dict[str, int], made_from: dict[str, Any]) -> None:
    tables = {
        name: {
            "rows": counts[name],
            "sha256": hashlib.sha256((folder / f"{name}.parquet").read_bytes()).hexdigest(),
        }
        for name in TABLES
    }
    text = json.dumps({"format": FORMAT, "made_from": made_from, "tables": tables}, indent=1) + "\n"
    (folder / MANIFEST).write_text(text, encoding="utf-8")
