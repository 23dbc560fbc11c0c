"""Builds the record from facts/: read, code, reconcile, audit, write. The same facts give the same bytes.

The record is made beside its place and moved there whole; when anything fails, what stood there stays.
"""

import hashlib
import json
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from onrecord.record.audit import audit
from onrecord.record.coverage import coverage
from onrecord.record.parquet import write_table
from onrecord.record.placing import put_in_place
from onrecord.record.rows import Prepared, council_rows
from onrecord.record.rows_assembly import assembly_rows
from onrecord.record.rows_vocabulary import vocabulary_rows
from onrecord.record.schema import FORMAT, MANIFEST, TABLES
from onrecord.sources.facts import Facts, read_facts
from onrecord.vocabulary.errors import OnRecordError


def build(facts_folder: Path, out: Path, progress: Callable[[str], None] = lambda _: None) -> dict[str, int]:
    """Build the record of ``facts_folder`` into ``out`` and return the number of rows of each table.

    Raises DamagedFact at the first fact that cannot be read; ``out`` then is as it was.
    """
    _check_replaceable(out)
    progress("reading facts")
    facts = read_facts(facts_folder)
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".onrecord-build-", dir=out.parent) as folder:
        made = Path(folder) / "record"
        made.mkdir()
        counts = _write(facts, made, progress)
        _write_manifest(made, counts)
        put_in_place(made, out, Path(folder) / "replaced")
    return counts


def _write(facts: Facts, folder: Path, progress: Callable[[str], None]) -> dict[str, int]:
    progress("reconciling the Council's roll calls")
    prepared = Prepared(facts)
    tables = {**vocabulary_rows(facts), **council_rows(prepared), **facts.carried}
    progress("auditing")
    tables["finding"] = audit(prepared)
    counts = {}
    for name, rows in _with_assembly(tables, facts):
        progress(f"writing {name}")
        counts[name] = write_table(name, TABLES[name], rows, folder)
    counts["coverage"] = write_table("coverage", TABLES["coverage"], coverage(prepared, counts), folder)
    return counts


def _with_assembly(tables: dict, facts: Facts) -> Iterator[tuple[str, Iterator]]:
    """Yield each table's rows, the Assembly's after the Council's where both have some."""
    assembly = assembly_rows(facts)
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


def _write_manifest(folder: Path, counts: dict[str, int]) -> None:
    tables = {
        name: {
            "rows": counts[name],
            "sha256": hashlib.sha256((folder / f"{name}.parquet").read_bytes()).hexdigest(),
        }
        for name in TABLES
    }
    text = json.dumps({"format": FORMAT, "tables": tables}, indent=1) + "\n"
    (folder / MANIFEST).write_text(text, encoding="utf-8")
